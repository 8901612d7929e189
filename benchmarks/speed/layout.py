"""What was measured, laid out for a reader."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]


def table(groups: dict[str, list[Row]]) -> str:
    """Lay the rows out for a reader."""
    lines = []
    for group, rows in groups.items():
        lines += ["", f"{group:<60}{'seconds':>9}{'characters/s':>14}{'peak MB':>9}"]
        lines += [f"  {row['what']:<58}{_cells(row)}" for row in rows]
    return "\n".join(lines[1:])


def _cells(row: Row) -> str:
    if "failed" in row:
        return f"  failed: {row['failed']}"
    rate = f"{row['characters_a_second']:,}" if "characters_a_second" in row else ""
    return f"{row.get('seconds', ''):>9}{rate:>14}{row.get('peak_mb', ''):>9}".rstrip()
