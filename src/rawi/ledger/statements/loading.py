"""Loading reports with what the ledger knows of them."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.ledger import schema, stored
from rawi.ledger.rows import chunks
from rawi.ledger.statements.keeping import Home


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
