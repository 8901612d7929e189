"""How one outlet stands among the others: only what touches it is asked for, and that slimly.

Of reports the row of their present version is enough, of derivations their two ends; no text, no
reading and no statement is unpacked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.authority.outlets import Authority
from rawi.ledger import schema
from rawi.ledger.outlet_counts import OutletRow
from rawi.ledger.rows import chunks
from rawi.records import OUTSIDE, Derivation, OutletWays, Report
from rawi.tracing.outlet_ways import SHARE, TOGETHER, Outlets, meaning
from rawi.tracing.trace import merged


def ways(connection: Connection, one: OutletRow, newest: int | None = None) -> OutletWays | None:
    """Return how an outlet stands, None where nothing that was traced came from it or by it.

    `newest` is how many of its reports are looked at, None all; then the outlets that it moves
    with are told, too, for which all has to be known.
    """
    rows = _rows_of(connection, one)
    own = _reports_of(connection, rows, newest)
    edges = _edges(connection, own, _named(one))
    ends = {end for edge in edges for end in (edge.child, edge.parent) if end is not None}
    faces = _faces(connection, {*own, *ends})
    carriers = _carried(connection, own) if newest else _family(connection, rows, own)
    faces |= _faces(connection, {r for some in carriers.values() for r in some} - faces.keys())
    known = Outlets.of_carriers(
        {
            str(statement): [faces[report].id for report in some if report in faces]
            for statement, some in carriers.items()
        },
        merged(_derivation(edge, faces) for edge in edges if edge.child in faces),
        {face.id: face for face in faces.values()},
    )
    return known.ways(meaning([one.name], one.id), family=newest is None)


def _rows_of(connection: Connection, one: OutletRow) -> list[int]:
    table = schema.outlets
    which = (
        sa.and_(table.c.authority.is_(None), table.c.name == one.name)
        if one.id is None
        else table.c.authority == one.id
    )
    return list(connection.scalars(sa.select(table.c.id).where(which)))


def _named(one: OutletRow) -> list[str]:
    """Return how derivations call an outlet that has no report of its own there."""
    outlet = Authority.load().by_id(one.id) if one.id else None
    names = (name for some in (outlet.names.values() if outlet else ()) for name in some)
    return sorted({one.name, *names, *([one.id] if one.id else [])})


def _reports_of(connection: Connection, outlets: Collection[int], newest: int | None) -> list[int]:
    versions, reports = schema.versions, schema.reports
    query = (
        sa.select(reports.c.id)
        .join(versions, versions.c.id == reports.c.latest)
        .where(versions.c.outlet.in_(outlets))
    )
    if newest is not None:
        date = versions.c.published_from
        query = query.order_by(date.is_(None), date.desc(), reports.c.id.desc()).limit(newest)
    return list(connection.scalars(query))


def _edges(connection: Connection, own: Sequence[int], named: Sequence[str]) -> list[sa.Row[Any]]:
    """Return the derivations from and to some reports, and those from an outlet by its name."""
    table = schema.derivations
    columns = (
        table.c.id, table.c.child, table.c.parent, table.c.outlet, table.c.kind,
        table.c.declared, table.c.score,
    )  # fmt: skip
    found: dict[int, sa.Row[Any]] = {}
    for column, values in ((table.c.child, own), (table.c.parent, own), (table.c.outlet, named)):
        for some in chunks(values):
            query = sa.select(*columns).where(column.in_(some))
            found |= {row.id: row for row in connection.execute(query)}
    return [found[number] for number in sorted(found)]


def _derivation(edge: sa.Row[Any], faces: dict[int, Report]) -> Derivation:
    parent = faces[edge.parent].id if edge.parent in faces else f"{OUTSIDE}{edge.outlet}"
    return Derivation(
        child=faces[edge.child].id, parent=parent, kind=edge.kind, declared=edge.declared,
        score=edge.score, statements=(), evidence=(),
    )  # fmt: skip


def _faces(connection: Connection, reports: Collection[int]) -> dict[int, Report]:
    """Return what rows tell of reports, by their numbers: no text; the outlet by one name."""
    table, versions, outlets = schema.reports, schema.versions, schema.outlets
    found: dict[int, Report] = {}
    for some in chunks(sorted(reports)):
        query = (
            sa.select(table.c.id, table.c.key, outlets.c.name, versions.c.published,
                      versions.c.language)
            .join(versions, versions.c.id == table.c.latest)
            .outerjoin(outlets, outlets.c.id == versions.c.outlet)
            .where(table.c.id.in_(some))
        )  # fmt: skip
        for row in connection.execute(query):
            found[row.id] = Report(
                id=row.key, text="", publisher=row.name, published=row.published,
                language=row.language,
            )  # fmt: skip
    return found


def _carried(connection: Connection, reports: Collection[int]) -> dict[int, set[int]]:
    """Return the statements that some reports carry, each with those of them that do."""
    table = schema.members
    found: dict[int, set[int]] = {}
    for some in chunks(reports):
        query = sa.select(table.c.statement, table.c.report).where(table.c.report.in_(some))
        for statement, report in connection.execute(query):
            found.setdefault(statement, set()).add(report)
    return found


def _family(
    connection: Connection, outlets: Sequence[int], own: Sequence[int]
) -> dict[int, set[int]]:
    """Return what an outlet carries, and all whom it may move with, each with all its carriers.

    Whoever may move with one of them is looked at as wholly, until nobody is left.
    """
    found: dict[int, set[int]] = {}
    of: dict[int, int | None] = {}
    asked = set(outlets)
    reports: Sequence[int] = own
    while reports:
        mine = set(_carried(connection, reports))
        for statement, report, outlet in _carriers(connection, mine):
            found.setdefault(statement, set()).add(report)
            of[report] = outlet
        near = set(_near(found, mine, of, asked))
        asked |= near
        reports = _reports_of(connection, near, None) if near else []
    return found


def _carriers(
    connection: Connection, statements: Collection[int]
) -> Iterator[tuple[int, int, int | None]]:
    """Yield who carries statements: the statement, the report, its outlet."""
    table, reports, versions = schema.members, schema.reports, schema.versions
    for some in chunks(sorted(statements)):
        query = (
            sa.select(table.c.statement, table.c.report, versions.c.outlet)
            .join(reports, reports.c.id == table.c.report)
            .join(versions, versions.c.id == reports.c.latest)
            .where(table.c.statement.in_(some))
        )
        for row in connection.execute(query):
            yield row.statement, row.report, row.outlet


def _near(
    found: dict[int, set[int]], mine: set[int], of: dict[int, int | None], asked: set[int]
) -> Iterator[int]:
    """Yield the outlets that may move with one whose statements are `mine`."""
    both: Counter[tuple[int, int]] = Counter()
    carried: Counter[int] = Counter()
    for statement in mine:
        outlets = {outlet for report in found[statement] if (outlet := of[report]) is not None}
        known = outlets & asked
        carried.update(known)
        both.update((one, other) for one in known for other in outlets - asked)
    for (one, other), count in both.items():
        if count >= TOGETHER and count / carried[one] >= SHARE:
            yield other
