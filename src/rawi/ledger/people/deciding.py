"""Deciding that two names are one person's or two persons': what is meant, and what follows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.errors import UsageError
from rawi.ledger import resolve, schema
from rawi.ledger.identity import storable
from rawi.ledger.people import decided, joining
from rawi.ledger.people.names import load, of_names
from rawi.ledger.rows import chunks
from rawi.ledger.statements.touching import touch_versions
from rawi.records import Decision


def made(connection: Connection, empty: Decision, subjects: Sequence[str]) -> Decision:
    """Return a decision about two names with what they mean; raises UsageError.

    A name as it is written means itself; another is looked for, in any script, and has to mean
    one person: all names of that person.
    """
    one, other = (_meant(connection, name) for name in subjects)
    if shared := sorted(set(one) & set(other)):
        raise UsageError(f"{subjects[0]!r} and {subjects[1]!r} are both {shared[0]!r}: give two")
    return msgspec.structs.replace(empty, names=one, other_names=other)


def follow(connection: Connection, one: Decision) -> None:
    """Do what was decided, or what no longer is: ask again who is who, and mark their reports."""
    there = of_names(connection, (*one.names, *one.other_names))
    persons = {name.person for name in there.values()}
    joining.regroup(connection, joining.members(connection, persons), ())
    _touch(connection, there)


def is_fit(connection: Connection, one: Decision) -> bool:
    """Tell whether both sides of a decision are named in the ledger."""
    return all(of_names(connection, names) for names in (one.names, one.other_names))


def drop_lost(connection: Connection, names: Collection[str]) -> None:
    """Take out decisions about names that nobody in the ledger bears any more, of some names."""
    table = schema.speakers
    there: set[str] = set()
    for some in chunks(sorted(names)):
        there.update(connection.scalars(sa.select(table.c.name).where(table.c.name.in_(some))))
    lost = set(names) - there
    decisions = schema.decisions
    query = sa.select(decisions.c.id, decisions.c.body).where(
        decisions.c.kind.in_(list(decided.KINDS))
    )
    gone = []
    for number, body in connection.execute(query):
        one = msgspec.json.decode(body, type=Decision)
        if not lost.isdisjoint((*one.names, *one.other_names)):
            gone.append(number)
    for some in chunks(gone):
        connection.execute(sa.delete(decisions).where(decisions.c.undoes.in_(some)))
        connection.execute(sa.delete(decisions).where(decisions.c.id.in_(some)))


def _meant(connection: Connection, name: str) -> tuple[str, ...]:
    written = storable(name.strip())
    if of_names(connection, [written]):
        return (written,)
    persons = resolve.persons(connection, name)
    found = load(connection, joining.members(connection, persons))
    people = {one.person for one in found.values() if one.kind == "person"}
    if not people:
        raise UsageError(f"no person {name!r} in the ledger: rawi speakers lists them")
    if len(people) > 1:
        some = sorted(one.name for one in found.values() if one.kind == "person")[:5]
        raise UsageError(f"{name!r} may be any of {len(people)} persons: {', '.join(some)}")
    return tuple(sorted(one.name for one in found.values()))


def _touch(connection: Connection, speakers: Collection[int]) -> None:
    """Mark the reports in which some speak: what passes on one statement may be other now."""
    table = schema.attributions
    for some in chunks(sorted(speakers)):
        query = sa.select(table.c.version).where(table.c.speaker.in_(some)).distinct()
        touch_versions(connection, list(connection.scalars(query)))
