"""Asking for statements and derivations as they are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.ledger import schema, stored
from rawi.ledger.rows import chunks
from rawi.ledger.statements.keeping import unpack
from rawi.records import OUTSIDE, Derivation, Report, Statement, StatementRow, Trace
from rawi.tracing.trace import Traced, merged


def of_reports(connection: Connection, report: str) -> list[int]:
    """Return the numbers of the statements that a report passes on, in the order of its text."""
    table, reports = schema.members, schema.reports
    query = (
        sa.select(table.c.statement)
        .join(reports, reports.c.id == table.c.report)
        .where(reports.c.key == report)
        .order_by(table.c.number)
    )
    return list(dict.fromkeys(connection.scalars(query)))


def of_items(
    connection: Connection, items: Collection[tuple[int, int]]
) -> dict[tuple[int, int], int]:
    """Return the numbers of the statements that some attributions pass on.

    An attribution is told by its report's row and its number there.
    """
    table = schema.members
    found: dict[tuple[int, int], int] = {}
    for some in chunks(sorted({report for report, _ in items})):
        query = sa.select(table.c.report, table.c.number, table.c.statement)
        for row in connection.execute(query.where(table.c.report.in_(some))):
            found[row.report, row.number] = row.statement
    return found


def most_carried(connection: Connection, limit: int | None) -> list[int]:
    """Return the statements that most reports carry."""
    table = schema.statements
    query = sa.select(table.c.id).order_by(table.c.reports.desc(), table.c.id.desc())
    return list(connection.scalars(query.limit(limit)))


def statements(connection: Connection, rows: Sequence[int]) -> list[Statement]:
    """Return statements by their rows' numbers, in that order."""
    table = schema.statements
    found: dict[int, Statement] = {}
    for some in chunks(rows):
        query = sa.select(table.c.id, table.c.body).where(table.c.id.in_(some))
        found |= {r.id: unpack(bytes(r.body)) for r in connection.execute(query) if r.body}
    return [found[row] for row in rows if row in found]


def derivations(connection: Connection, rows: Collection[int]) -> list[Derivation]:
    """Return the derivations that carry some statements, the same edge once."""
    carried = schema.carried
    numbers: set[int] = set()
    for some in chunks(rows):
        query = sa.select(carried.c.derivation).where(carried.c.statement.in_(some))
        numbers.update(connection.scalars(query))
    made = _made(connection, sorted(numbers))
    return sorted(made, key=lambda e: (e.child, e.parent))


def every_derivation(connection: Connection, size: int = 300) -> Iterator[Derivation]:
    """Yield all derivations, child by child, those of one child from one parent as one."""
    table, last = schema.derivations, 0
    while True:
        children = (
            sa.select(table.c.child).where(table.c.child > last).distinct()
            .order_by(table.c.child).limit(size)
        )  # fmt: skip
        found = list(connection.scalars(children))
        if not found:
            return
        numbers = sa.select(table.c.id).where(table.c.child.in_(found)).order_by(table.c.id)
        yield from merged(_made(connection, list(connection.scalars(numbers))))
        last = found[-1]


def _made(connection: Connection, numbers: Sequence[int]) -> list[Derivation]:
    carried, table = schema.carried, schema.derivations
    keys: dict[int, list[str]] = defaultdict(list)
    edges: list[sa.Row[Any]] = []
    child, parent = schema.reports.alias(), schema.reports.alias()
    for some in chunks(numbers):
        named = (
            sa.select(carried.c.derivation, schema.statements.c.key)
            .join(schema.statements, schema.statements.c.id == carried.c.statement)
            .where(carried.c.derivation.in_(some)).order_by(carried.c.statement)
        )  # fmt: skip
        for row in connection.execute(named):
            keys[row.derivation].append(row.key)
        query = (
            sa.select(table, child.c.key.label("child_key"), parent.c.key.label("parent_key"))
            .join(child, child.c.id == table.c.child)
            .outerjoin(parent, parent.c.id == table.c.parent)
            .where(table.c.id.in_(some))
        )
        edges += connection.execute(query)
    return [_derivation(row, keys[row.id]) for row in edges]


def _derivation(row: sa.Row[Any], keys: Sequence[str]) -> Derivation:
    return Derivation(
        child=row.child_key,
        parent=row.parent_key or f"{OUTSIDE}{row.outlet}",
        kind=row.kind,
        declared=row.declared,
        score=row.score,
        statements=tuple(keys),
        evidence=msgspec.json.decode(row.evidence, type=tuple[str, ...]),
    )


def traced(connection: Connection, rows: Sequence[int]) -> Traced:
    """Return some statements with their derivations and the reports of both."""
    found = statements(connection, rows)
    edges = merged(derivations(connection, rows))
    keys = {member.report for one in found for member in one.members}
    keys |= {one.report for statement in found for one in statement.against}
    ends = {end for edge in edges for end in (edge.child, edge.parent)}
    reports = _reports(connection, keys | ends)
    edges = tuple(e for e in edges if e.child in reports)
    return Traced.of(Trace(statements=tuple(found), derivations=edges), reports)


def _reports(connection: Connection, keys: Collection[str]) -> dict[str, Report]:
    table = schema.reports
    versions: list[int] = []
    for some in chunks(sorted(keys)):
        versions += connection.scalars(sa.select(table.c.latest).where(table.c.key.in_(some)))
    return {report.id: report for _, report in stored.reports(connection, versions)}


def rows_of(connection: Connection, numbers: Sequence[int]) -> list[StatementRow]:
    """Return statements as lists show them, in the order given."""
    table = schema.statements
    found: dict[int, StatementRow] = {}
    for some in chunks(numbers):
        for row in connection.execute(sa.select(table).where(table.c.id.in_(some))):
            found[row.id] = statement_row(row)
    return [found[number] for number in numbers if number in found]


def statement_row(row: sa.Row[Any]) -> StatementRow:
    """Return a row of the table as lists show it."""
    return StatementRow(
        id=row.key,
        content=row.content or "",
        language=row.language,
        speaker=row.speaker,
        role=row.role,
        said_at=row.said_at,
        first_published=row.first_published,
        reports=row.reports,
        outlets=row.outlets,
        languages=tuple(row.languages.split()),
        speech_events=(row.events_least, row.events_most),
        independent_origins=(row.origins_least, row.origins_most),
        against=row.against,
    )


def every(connection: Connection, size: int = 500) -> Iterator[list[int]]:
    """Yield the numbers of all statements, some at a time, in the order in which they came."""
    table, last = schema.statements, 0
    while True:
        query = sa.select(table.c.id).where(table.c.id > last).order_by(table.c.id).limit(size)
        found = list(connection.scalars(query))
        if not found:
            return
        yield found
        last = found[-1]
