"""Whom and what a filter names: speakers in any script, outlets by name, domain or id."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.authority.names import fold_name
from rawi.authority.outlets import Authority
from rawi.authority.table import Outlet
from rawi.errors import UsageError
from rawi.ledger import schema
from rawi.ledger.expand import same_name
from rawi.ledger.identity import outlet_key, storable
from rawi.ledger.people import decided
from rawi.ledger.people.names import of_names
from rawi.ledger.rows import chunks
from rawi.ledger.terms import terms

#: Speakers, or outlets, that one filter may stand for.
MOST_MEANT = 1_000


def names_of(connection: Connection, skeletons: tuple[str, ...]) -> list[str]:
    """Return the terms of names of persons that have one of some skeletons."""
    table = schema.name_words
    return list(connection.scalars(sa.select(table.c.term).where(table.c.skeleton.in_(skeletons))))


def speakers(connection: Connection, name: str) -> list[int]:
    """Return the numbers of the speakers whose names have all words of `name`, in any script.

    Raises UsageError for a name without letters, and for one that too many bear.
    """
    wanted = terms(name)
    if not wanted:
        raise UsageError(f"{name!r} is no name of a speaker: it has no letters")
    table = schema.speaker_words
    found: set[int] | None = None
    for term in wanted:
        spellings = [term, *same_name(term, lambda keys: names_of(connection, keys))]
        query = sa.select(table.c.speaker).where(table.c.term.in_(spellings))
        if found is not None and len(found) <= MOST_MEANT:
            query = query.where(table.c.speaker.in_(found))
        bearing = set(connection.scalars(query))
        found = bearing if found is None else found & bearing
        if not found:
            return []
    return _few(found or set(), name, "speakers")


def persons(connection: Connection, name: str) -> list[int]:
    """Return the persons one of whose names has all words of `name`, in any script, sorted.

    By the numbers of their rows; of a person named so whom somebody decided not to be another,
    that other is left out.  Raises UsageError as `speakers` does.
    """
    table = schema.tallies
    found: set[int] = set()
    for some in chunks(speakers(connection, name)):
        found.update(connection.scalars(sa.select(table.c.person).where(table.c.speaker.in_(some))))
    return sorted(found - _others(connection, name))


def speakers_meant(connection: Connection, name: str) -> list[int]:
    """Return the numbers of all names of the persons that `persons` returns."""
    table = schema.tallies
    found: list[int] = []
    for some in chunks(persons(connection, name)):
        found += connection.scalars(sa.select(table.c.speaker).where(table.c.person.in_(some)))
    return sorted(found)


def _others(connection: Connection, name: str) -> set[int]:
    """Return the persons of whom people decided that the one who is named so is another."""
    written = name.strip()
    verdicts = decided.verdicts(connection)
    others = {
        other
        for key, verdict in verdicts.items()
        if verdict == "different" and written in key
        for other in key
        if other != written
    }
    return {one.person for one in of_names(connection, others).values()} - {
        one.person for one in of_names(connection, [written]).values()
    }


def outlets(connection: Connection, name: str) -> list[int]:
    """Return the numbers of the outlets meant by a name, a domain, or an id of the authority.

    An outlet that the authority does not know is meant by its name as it is written, else in
    another spelling, else by some words of it.  Raises UsageError as `speakers` does.
    """
    wanted = set(terms(name))
    if not wanted:
        raise UsageError(f"{name!r} is no name of an outlet: it has no letters")
    keys = [outlet_key(outlet.id, "") for outlet in _in_authority(name)]
    table = schema.outlets
    for some in (keys, [outlet_key(None, storable(name))]):
        query = sa.select(table.c.id).where(table.c.key.in_(some))
        if found := set(connection.scalars(query)):
            return _few(found, name, "outlets")
    folded = fold_name(name)
    rows = connection.execute(sa.select(table.c.id, table.c.name)).all()
    found = {row.id for row in rows if _folded(row.name) == folded}
    return _few(
        found or {row.id for row in rows if wanted <= set(terms(row.name))}, name, "outlets"
    )


#: Of the names of a ledger's outlets, which are the same again and again.
_folded = lru_cache(maxsize=20_000)(fold_name)


def _in_authority(name: str) -> Sequence[Outlet]:
    authority = Authority.load()
    if (outlet := authority.by_id(name.strip())) is not None:
        return [outlet]
    if "." in name and (outlet := authority.by_domain(name)) is not None:
        return [outlet]
    return authority.all_by_name(name)


def _few(found: set[int], name: str, what: str) -> list[int]:
    if len(found) > MOST_MEANT:
        raise UsageError(f"{name!r} may be any of {len(found)} {what}: give more of the name")
    return sorted(found)
