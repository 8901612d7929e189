"""Looking whether statements are whole."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa
import zstandard
from sqlalchemy.engine import Connection

from rawi.ledger import schema
from rawi.ledger.rows import chunks
from rawi.ledger.statements import asking
from rawi.ledger.statements.keeping import unpack


def untraced(connection: Connection) -> list[int]:
    """Return the reports with an attribution that no statement has, by their rows' numbers."""
    said, members, reports = schema.attributions, schema.members, schema.reports
    there = sa.exists().where(members.c.report == reports.c.id, members.c.number == said.c.number)
    query = (
        sa.select(reports.c.id).distinct()
        .join(said, said.c.version == reports.c.latest)
        .where(~there).order_by(reports.c.id)
    )  # fmt: skip
    return list(connection.scalars(query))


def damaged(connection: Connection) -> list[int]:
    """Return the reports that pass on statements which cannot be read."""
    table, members = schema.statements, schema.members
    broken: list[int] = []
    for some in asking.every(connection):
        query = sa.select(table.c.id, table.c.body).where(table.c.id.in_(some))
        for row in connection.execute(query):
            try:
                unpack(bytes(row.body or b""))
            except (zstandard.ZstdError, msgspec.MsgspecError):
                broken.append(row.id)
    found: set[int] = set()
    for some in chunks(broken):
        query = sa.select(members.c.report).where(members.c.statement.in_(some))
        found.update(connection.scalars(query))
    return sorted(found)
