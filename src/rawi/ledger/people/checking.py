"""Looking whether persons are who they would be, were all made anew; and making them so."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.authority.persons.grouping import Form, groups
from rawi.ledger import schema
from rawi.ledger.people import decided, joining, tallying
from rawi.ledger.people.names import Name, load
from rawi.ledger.rows import chunks


def astray(connection: Connection) -> list[int]:
    """Return the speakers and persons whose rows are not what they are to be, sorted."""
    return sorted({*_counts_astray(connection), *_persons_astray(connection)})


def mend(connection: Connection) -> None:
    """Make all persons anew from what is in the index."""
    for table in (schema.person_keys, schema.traits, schema.tallies, schema.persons):
        connection.execute(sa.delete(table))
    versions = list(connection.scalars(sa.select(schema.indexed.c.version).order_by("version")))
    for some in chunks(versions):
        table = schema.versions
        query = sa.select(table).where(table.c.id.in_(some))
        rows = {row.id: row for row in connection.execute(query)}
        told = tallying.said(connection, rows)
        tallying.arrive(connection, [told[version] for version in some if version in told])


def _counts_astray(connection: Connection) -> set[int]:
    """Return the speakers whose statements or reports are not those in the index."""
    table, indexed, tallies = schema.attributions, schema.indexed, schema.tallies
    reports = sa.func.count(sa.distinct(table.c.version))
    query = (
        sa.select(table.c.speaker, sa.func.count(), reports)
        .join(indexed, indexed.c.version == table.c.version)
        .where(table.c.speaker.is_not(None))
        .group_by(table.c.speaker)
    )
    there: dict[int, Any] = {row[0]: (row[1], row[2]) for row in connection.execute(query)}
    rows = connection.execute(sa.select(tallies.c.speaker, tallies.c.statements, tallies.c.reports))
    kept = {row[0]: (row[1], row[2]) for row in rows}
    return {n for n in there.keys() | kept.keys() if there.get(n) != kept.get(n)}


def _persons_astray(connection: Connection) -> set[int]:
    """Return the speakers who are to be another person, and the persons counted wrongly."""
    speakers = list(connection.scalars(sa.select(schema.tallies.c.speaker)))
    names = load(connection, speakers)
    wanted = _wanted(connection, names)
    moved = {n for n, one in names.items() if wanted[n] != one.person}
    rows = {row.id: row for row in connection.execute(sa.select(schema.persons))}
    told = joining.rows_of(connection, set(wanted.values()))
    wrong = {
        person
        for person in rows.keys() | told.keys()
        if person not in rows or person not in told or not _same(rows[person], told[person])
    }
    return moved | wrong


def _same(row: sa.Row[Any], told: dict[str, Any]) -> bool:
    return all(getattr(row, key) == value for key, value in told.items())


def _wanted(connection: Connection, names: dict[int, Name]) -> dict[int, int]:
    people = {one.name: n for n, one in names.items() if one.kind == "person"}
    forms = [Form(name, names[n].traits) for name, n in people.items()]
    found = {n: n for n in names}
    for group in groups(forms, decided.verdicts(connection)):
        mine = [people[name] for name in group]
        found |= dict.fromkeys(mine, min(mine))
    return found
