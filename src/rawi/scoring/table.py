"""The figures laid out for a reader."""

from __future__ import annotations

from typing import Any

from rawi.scoring.records import FIELDS


def _percent(figures: dict[str, float]) -> str:
    return " ".join(f"{100 * figures[key]:6.1f}" for key in ("precision", "recall", "f1"))


def _detection(figures: dict[str, Any]) -> list[str]:
    head = (
        f"{'detection':<10}{'gold':>6}{'pred.':>7}   {'soft P':>6} {'R':>6} {'F1':>6}"
        f"   {'exact P':>7} {'R':>6} {'F1':>6}"
    )
    rows = [
        f"{kind:<10}{row['gold']:>6}{row['predicted']:>7}   "
        f"{_percent(row['soft'])}    {_percent(row['exact'])}"
        for kind, row in figures["detection"].items()
    ]
    return [head, *rows]


def _fields(figures: dict[str, Any]) -> list[str]:
    scored = [key for key in FIELDS if key in figures]
    if not scored:
        return []
    head = (
        f"{'on pairs':<10}{'pairs':>6}{'right':>7}   {'acc.':>6}"
        f"   end to end {'P':>6} {'R':>6} {'F1':>6}"
    )
    rows = [
        f"{key:<10}{figures[key]['pairs']:>6}{figures[key]['right']:>7}   "
        f"{100 * figures[key]['accuracy']:6.1f}              "
        f"{_percent(figures[key]['end_to_end'])}"
        for key in scored
    ]
    return ["", head, *rows]


def table(figures: dict[str, Any]) -> str:
    """Lay the figures of `Score.figures` out in per cent, without a final newline."""
    head = [f"{figures['reports']} reports", ""]
    return "\n".join([*head, *_detection(figures), *_fields(figures)])
