"""The mistakes of a reading, laid out for a person or as plain values for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from rawi.export.flow import Piece, View, flow, outside
from rawi.export.mistake_text import LEGEND, marked_excerpt, value
from rawi.scoring.files import Reports
from rawi.scoring.mistakes import KINDS, Group, Kind, Mistake
from rawi.scoring.records import FIELDS

_TITLES: dict[Kind, str] = {
    "miss": "Missed",
    "false find": "Found falsely",
    "boundary": "Wrong boundaries",
    "source": "Wrong source",
    "speaker": "Wrong speaker",
    "chain": "Wrong chain",
}


def mistake_lines(
    groups: Sequence[Group], gold: Reports, view: View, limit: int | None = None
) -> list[str]:
    """Lay out the groups as `grouped` gives them.

    `limit` is the most mistakes shown of each group, None for all; the counts are of
    all of them.
    """
    if not groups:
        return ["No mistakes."]
    lines = [LEGEND]
    for kind, of_kind in groupby(groups, key=lambda group: group.kind):
        alike = list(of_kind)
        total = sum(len(group.mistakes) for group in alike)
        lines += ["", *flow([Piece(f"{_TITLES[kind]}: {total}", "title")], view)]
        for group in alike:
            lines += ["", *_group(group, gold, view, limit)]
    return lines


def _group(group: Group, gold: Reports, view: View, limit: int | None) -> Iterator[str]:
    made = outside(f"{len(group.mistakes)} × {group.construction}", "cue")
    yield from flow([made], view, "  ", "    ")
    for mistake in group.mistakes[:limit]:
        yield from _mistake(mistake, gold[mistake.id].text, view)


def _mistake(mistake: Mistake, text: str, view: View) -> list[str]:
    pieces = [outside(mistake.id, "meta"), Piece(" ")]
    if mistake.kind == "boundary":
        pieces.append(Piece(f"F1 {mistake.f1:.2f} ", "meta"))
    pieces.append(outside(marked_excerpt(mistake, text)))
    lines = flow(pieces, view, "    - ", "      ")
    if mistake.kind in FIELDS:
        lines += flow(list(_against(mistake, text)), view, "      ", "      ")
    return lines


def _against(mistake: Mistake, text: str) -> Iterator[Piece]:
    yield Piece("gold: ", "meta")
    yield outside(value(mistake.gold, mistake.kind, text), "speaker")
    yield Piece(" | found: ", "meta")
    yield outside(value(mistake.predicted, mistake.kind, text), "warning")


def mistake_values(
    groups: Sequence[Group], gold: Reports, limit: int | None = None
) -> dict[str, Any]:
    """Return the groups as plain values: by kind, a list of constructions with their counts."""
    values: dict[str, Any] = {kind: [] for kind in KINDS}
    for group in groups:
        made = group.construction
        values[group.kind].append(
            {
                "type": made.type,
                "cue": made.cue,
                "position": made.position,
                "opener": made.opener,
                "count": len(group.mistakes),
                "mistakes": [
                    _values(mistake, gold[mistake.id].text) for mistake in group.mistakes[:limit]
                ],
            }
        )
    return values


def _values(mistake: Mistake, text: str) -> dict[str, Any]:
    """Return one mistake; `gold` or `found` is None where that side has nothing."""
    values: dict[str, Any] = {"id": mistake.id, "f1": mistake.f1}
    for side, attribution in (("gold", mistake.gold), ("found", mistake.predicted)):
        values[side] = attribution and {
            **attribution.spans,
            **{field: value(attribution, field, text) for field in ("speaker", "chain")},
        }
    return values | {"excerpt": marked_excerpt(mistake, text)}
