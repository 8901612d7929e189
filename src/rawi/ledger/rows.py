"""Rows on their way into the tables: numbered here, written together.

Who uses this is alone in writing (`dialects.writing`), so the next number of a table is the
one after its greatest, on every database, and equal ledgers have equal rows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.ledger.dialects import insert, select_in
from rawi.ledger.schema import metadata

Row = dict[str, Any]

#: Values in one condition: databases have limits, and their plans get no better with more.
MANY = 500


def chunks(values: Collection[Any]) -> Iterator[list[Any]]:
    """Yield the values in lists that a condition can hold."""
    listed = list(values)
    for start in range(0, len(listed), MANY):
        yield listed[start : start + MANY]


class Rows:
    """The rows of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[sa.Table, list[Row]] = {}
        self._last: dict[sa.Table, int] = {}
        self._shared: dict[sa.Table, dict[bytes, int]] = {}

    def put(self, table: sa.Table, row: Row) -> None:
        """Add a row that names its own key."""
        self._waiting.setdefault(table, []).append(row)

    def number(self, table: sa.Table) -> int:
        """Return the next number of a table."""
        if table not in self._last:
            self._last[table] = self._connection.scalar(sa.select(sa.func.max(table.c.id))) or 0
        self._last[table] += 1
        return self._last[table]

    def numbered(self, table: sa.Table, row: Row) -> int:
        """Add a row under the next number; return that."""
        number = self.number(table)
        self.put(table, {"id": number, **row})
        return number

    def shared(self, key: sa.Column[bytes], wanted: Mapping[bytes, Row]) -> dict[bytes, int]:
        """Return the numbers of rows found by their key; those that are missing are added."""
        table = key.table
        assert isinstance(table, sa.Table)
        found = self._shared.setdefault(table, {})  # those that wait are in no table yet
        for some in chunks([one for one in wanted if one not in found]):
            rows = select_in(self._connection, key, some, key, table.c.id)
            found |= {bytes(there): number for there, number in rows}
        for missing, row in wanted.items():
            if missing not in found:
                found[missing] = self.numbered(table, {key.name: missing, **row})
        return found

    def write(self) -> None:
        """Write all that waits, tables that others refer to first."""
        for table in metadata.sorted_tables:
            if rows := self._waiting.pop(table, None):
                insert(self._connection, table, rows)
