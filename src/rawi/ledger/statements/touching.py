"""Marking the reports whose statements are to be made again.

The mark is written with what it is about, in one transaction: a process that dies loses neither.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.ledger import schema
from rawi.ledger.dialects import insert, select_in
from rawi.ledger.rows import chunks

#: Changes whenever the same reports would be traced otherwise: then all is made again.
VERSION: Final = "1"


def touch(connection: Connection, reports: Collection[int]) -> None:
    """Mark reports by the numbers of their rows; the transaction must be the only one."""
    table = schema.touched
    for some in chunks(sorted(set(reports))):
        there = {row[0] for row in select_in(connection, table.c.report, some, table.c.report)}
        if fresh := [{"report": report} for report in some if report not in there]:
            insert(connection, table, fresh)


def touch_versions(connection: Connection, versions: Collection[int]) -> None:
    """Mark the reports of which these are the present versions."""
    table = schema.reports
    for some in chunks(versions):
        touch(
            connection,
            list(connection.scalars(sa.select(table.c.id).where(table.c.latest.in_(some)))),
        )


def waiting(connection: Connection) -> int:
    """Return how many reports are marked."""
    return connection.scalar(sa.select(sa.func.count()).select_from(schema.touched)) or 0
