"""Names of speakers as who is who is asked of them, loaded with what is known of each."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from sqlalchemy.engine import Connection

from rawi.authority.persons.grouping import FULL, level
from rawi.ledger import schema
from rawi.ledger.dialects import select_in
from rawi.ledger.identity import short_hash
from rawi.ledger.rows import chunks


class Name(msgspec.Struct, frozen=True):
    """A row of `speakers` that has statements: its number, its person's, what roles tell of it.

    `counted` says that its person has a row already.
    """

    speaker: int
    person: int
    name: str
    kind: str
    traits: frozenset[str]
    counted: bool


class Names:
    """The names that one question needs, each loaded once; meanwhile none of them changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, Name | None] = {}
        self._bearers: dict[str, list[int]] = {}
        self._is_short: dict[int, bool] = {}

    def load(self, speakers: Collection[int]) -> dict[int, Name]:
        """Return names by the numbers of their rows, as `load` does."""
        wanted = sorted(set(speakers))
        missing = [speaker for speaker in wanted if speaker not in self._known]
        if missing:
            self._known |= dict.fromkeys(missing)
            self._known |= load(self._connection, missing)
        known = self._known
        return {speaker: one for speaker in wanted if (one := known[speaker]) is not None}

    def with_keys(self, keys: Collection[str]) -> dict[int, Name]:
        """Return the names that have one of some keys."""
        return self.load(self._bearing(keys))

    def short(self, keys: Collection[str]) -> dict[int, Name]:
        """Return the names that have one of some keys and are not full.

        Of the others, which are many, no more is loaded than how they are written.
        """
        speakers, is_short = schema.speakers, self._is_short
        numbers = self._bearing(keys)
        for some in chunks(sorted(number for number in numbers if number not in is_short)):
            rows = select_in(self._connection, speakers.c.id, some, speakers.c.id, speakers.c.name)
            is_short |= {number: level(name) != FULL for number, name in rows}
        return self.load([number for number in numbers if is_short.get(number)])

    def _bearing(self, keys: Collection[str]) -> set[int]:
        """Return the numbers of the names that have one of some keys."""
        table, bearers = schema.person_keys, self._bearers
        for some in chunks(sorted(key for key in keys if key not in bearers)):
            bearers |= {key: [] for key in some}
            rows = select_in(self._connection, table.c.key, some, table.c.key, table.c.speaker)
            for key, speaker in rows:
                bearers[key].append(speaker)
        return {speaker for key in keys for speaker in bearers[key]}


def load(connection: Connection, speakers: Collection[int]) -> dict[int, Name]:
    """Return names by the numbers of their rows; those without statements are left out."""
    found: dict[int, Name] = {}
    for some in chunks(sorted(speakers)):
        found |= _named(connection, some)
    return found


def of_names(connection: Connection, names: Collection[str]) -> dict[int, Name]:
    """Return the persons' names that are written so."""
    table = schema.speakers
    numbers: set[int] = set()
    for some in chunks(sorted(short_hash([name, "person", 0]) for name in names)):
        numbers.update(number for (number,) in select_in(connection, table.c.key, some, table.c.id))
    return load(connection, numbers)


def _named(connection: Connection, numbers: list[int]) -> dict[int, Name]:
    """Return some names, no more than a condition can hold, in the order of their numbers.

    Table by table and without a join, so that no statement has to be compiled.
    """
    tallies, speakers, persons = schema.tallies, schema.speakers, schema.persons
    columns = (tallies.c.speaker, tallies.c.person)
    person = dict(sorted(map(tuple, select_in(connection, tallies.c.speaker, numbers, *columns))))
    told = {
        number: (name, kind)
        for number, name, kind in select_in(
            connection, speakers.c.id, list(person), speakers.c.id, speakers.c.name, speakers.c.kind
        )
    }
    who = sorted(set(person.values()))
    counted = {number for (number,) in select_in(connection, persons.c.id, who, persons.c.id)}
    traits = _traits(connection, list(told))
    return {
        speaker: Name(
            speaker, whose, *told[speaker], frozenset(traits.get(speaker, ())), whose in counted
        )
        for speaker, whose in person.items()
        if speaker in told
    }


def _traits(connection: Connection, speakers: list[int]) -> dict[int, list[str]]:
    table = schema.traits
    found: dict[int, list[str]] = {}
    for speaker, trait in select_in(
        connection, table.c.speaker, speakers, table.c.speaker, table.c.trait
    ):
        if not trait.startswith("lang:"):
            found.setdefault(speaker, []).append(trait)
    return found
