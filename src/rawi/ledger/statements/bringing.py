"""Bringing statements up to date with the reports."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from rawi.ledger import schema, stored
from rawi.ledger.dialects import writing
from rawi.ledger.documents import numbered
from rawi.ledger.rows import chunks
from rawi.ledger.statements import deciding, keeping, touching
from rawi.ledger.statements.keeping import Home
from rawi.tracing.trace import Traced

#: Changes whenever the same reports would be traced otherwise: then all is made again.
VERSION: Final = "1"

Progress = Callable[[int, int], None]


def is_current(connection: Connection) -> bool:
    """Say whether statements are those of the reports as they are now."""
    made_by = connection.scalar(sa.select(schema.statements_state.c.made_by))
    waiting = connection.scalar(sa.select(sa.exists().select_from(schema.touched)))
    return not waiting and made_by == VERSION


def bring_up(engine: Engine, progress: Progress | None = None) -> None:
    """Make again what is not up to date; `progress` is told how many reports of how many are done.

    Broken off, it goes on where it stopped.
    """
    with engine.connect() as connection:
        if is_current(connection):
            return
    with writing(engine) as connection:
        homes = homes_of(connection, list(connection.scalars(sa.select(schema.reports.c.id))))
        reports = {key: home.report for key, home in homes.items()}
        decided = deciding.standing(connection, [home.row for home in homes.values()], reports)
        trace = Traced(reports.values(), decided).trace
        items = {(home.row, number) for home in homes.values() for number in numbered(home.report)}
        keeping.keep(connection, trace, homes, items)
        keeping.drop_empty(connection)
        connection.execute(sa.delete(schema.touched))
        connection.execute(sa.delete(schema.statements_state))
        connection.execute(sa.insert(schema.statements_state).values(id=1, made_by=VERSION))
    if progress:
        progress(len(reports), len(reports))


def retrace(engine: Engine, progress: Progress | None = None) -> None:
    """Make all statements again; their ids stay where their reports do."""
    with writing(engine) as connection:
        touching.touch(connection, list(connection.scalars(sa.select(schema.reports.c.id))))
    bring_up(engine, progress)


def homes_of(connection: Connection, rows: Collection[int]) -> dict[str, Home]:
    """Return reports by their ids, as they are kept; damaged ones are left out."""
    versions, reports = schema.versions, schema.reports
    found: dict[str, Home] = {}
    for some in chunks(sorted(rows)):
        query = (
            sa.select(
                versions.c.id, versions.c.report, versions.c.outlet, versions.c.published_from
            )
            .join(reports, reports.c.latest == versions.c.id)
            .where(reports.c.id.in_(some))
        )
        told = {row.id: row for row in connection.execute(query)}
        for version, report in stored.reports(connection, list(told), whole=True):
            row = told[version]
            found[report.id] = Home(report, row.report, row.outlet, row.published_from)
    return found
