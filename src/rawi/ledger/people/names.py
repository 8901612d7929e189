"""Names of speakers as who is who is asked of them, loaded with what is known of each."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.authority.persons.grouping import FULL, level
from rawi.ledger import schema
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


def load(connection: Connection, speakers: Collection[int]) -> dict[int, Name]:
    """Return names by the numbers of their rows; those without statements are left out."""
    found: dict[int, Name] = {}
    for some in chunks(sorted(speakers)):
        found |= _named(connection, schema.tallies.c.speaker.in_(some))
    return found


def of_names(connection: Connection, names: Collection[str]) -> dict[int, Name]:
    """Return the persons' names that are written so."""
    found: dict[int, Name] = {}
    for some in chunks(sorted(short_hash([name, "person", 0]) for name in names)):
        found |= _named(connection, schema.speakers.c.key.in_(some))
    return found


def with_keys(
    connection: Connection, keys: Collection[str], *, short_alone: bool = False
) -> dict[int, Name]:
    """Return the names that have one of some keys; `short_alone` only those that are not full."""
    table = schema.person_keys
    numbers: set[int] = set()
    for some in chunks(sorted(keys)):
        numbers.update(connection.scalars(sa.select(table.c.speaker).where(table.c.key.in_(some))))
    found = load(connection, numbers)
    if short_alone:
        return {n: one for n, one in found.items() if level(one.name) != FULL}
    return found


def _named(connection: Connection, which: sa.ColumnElement[bool]) -> dict[int, Name]:
    tallies, speakers, persons = schema.tallies, schema.speakers, schema.persons
    query = (
        sa.select(
            tallies.c.speaker, tallies.c.person, speakers.c.name, speakers.c.kind,
            persons.c.id.label("counted"),
        )
        .join(speakers, speakers.c.id == tallies.c.speaker)
        .outerjoin(persons, persons.c.id == tallies.c.person)
        .where(which)
        .order_by(tallies.c.speaker)
    )  # fmt: skip
    rows = connection.execute(query).all()
    traits = _traits(connection, [row.speaker for row in rows])
    return {
        row.speaker: Name(
            row.speaker, row.person, row.name, row.kind,
            frozenset(traits.get(row.speaker, ())), row.counted is not None,
        )
        for row in rows
    }  # fmt: skip


def _traits(connection: Connection, speakers: Collection[int]) -> dict[int, list[str]]:
    table = schema.traits
    found: dict[int, list[str]] = {}
    for some in chunks(speakers):
        query = sa.select(table.c.speaker, table.c.trait).where(
            table.c.speaker.in_(some), ~table.c.trait.startswith("lang:")
        )
        for speaker, trait in connection.execute(query):
            found.setdefault(speaker, []).append(trait)
    return found
