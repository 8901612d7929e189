"""All that is in a ledger, to be compared: but for when it was added."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from rawi import Ledger
from rawi.ledger.schema import metadata

Dump = dict[str, list[tuple[Any, ...]]]


def dump(where: str) -> Dump:
    """Return every row of every table, in the order of their keys."""
    with Ledger(where, create=False) as ledger, ledger.engine.connect() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(_rows(table))]
            for table in metadata.sorted_tables
        }


def _rows(table: sa.Table) -> sa.Select[Any]:
    columns = [column for column in table.c if column.name != "added_at"]
    return sa.select(*columns).order_by(*table.primary_key.columns)
