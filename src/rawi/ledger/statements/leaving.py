"""What goes with reports that are forgotten: their part of statements, and decisions about them."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.ledger import schema
from rawi.ledger.rows import chunks
from rawi.ledger.statements.touching import touch


def leave(connection: Connection, reports: Sequence[int]) -> None:
    """Take out what names reports that are about to go, and mark what is to be made again."""
    members, edges = schema.members, schema.derivations
    statements: set[int] = set()
    beside: set[int] = set()
    for some in chunks(reports):
        query = sa.select(members.c.statement).where(members.c.report.in_(some))
        statements.update(connection.scalars(query.distinct()))
        for here, there in ((edges.c.child, edges.c.parent), (edges.c.parent, edges.c.child)):
            query = sa.select(there).where(here.in_(some), there.is_not(None)).distinct()
            beside.update(connection.scalars(query))
    # whoever shares a statement, or took from them, tells of them in its reasons
    for some in chunks(sorted(statements)):
        query = sa.select(members.c.report).where(members.c.statement.in_(some)).distinct()
        beside.update(connection.scalars(query))
    for some in chunks(sorted(beside)):
        query = sa.select(members.c.statement).where(members.c.report.in_(some)).distinct()
        statements.update(connection.scalars(query))
    for some in chunks(sorted(statements)):
        table = schema.statements
        emptied = dict.fromkeys(("body", "content", "speaker", "role"))
        connection.execute(sa.update(table).where(table.c.id.in_(some)).values(emptied))
    placed: set[int] = set()
    for some in chunks(reports):
        points, marks = schema.points, schema.touched
        placed.update(
            connection.scalars(sa.select(points.c.report).where(points.c.report.in_(some)))
        )
        connection.execute(sa.delete(marks).where(marks.c.report.in_(some)))
    touch(connection, (beside - set(reports)) | placed)
    _drop_decisions(connection, reports)


def _drop_decisions(connection: Connection, reports: Sequence[int]) -> None:
    about, table = schema.decided_reports, schema.decisions
    gone: set[int] = set()
    for some in chunks(reports):
        query = sa.select(about.c.decision).where(about.c.report.in_(some)).distinct()
        gone.update(connection.scalars(query))
    for some in chunks(sorted(gone)):
        connection.execute(sa.delete(table).where(table.c.undoes.in_(some)))
        connection.execute(sa.delete(table).where(table.c.id.in_(some)))
