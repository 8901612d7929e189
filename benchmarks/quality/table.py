"""Figures as a table in Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from measuring import FIGURES


def table(files: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the figures of gold files in per cent; files and keys are those of `floors.toml`."""
    head = ["gold", "reports", "statements", *FIGURES.values()]
    rows = [
        [f"`{name}`", str(row["reports"]), str(row["attributions"]), *_cells(row)]
        for name, row in files.items()
    ]
    rule = ["---", *["--:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, rule, *rows])


def _cells(row: Mapping[str, Any]) -> list[str]:
    return [f"{100 * row[key]:.1f}" if key in row else "–" for key in FIGURES]
