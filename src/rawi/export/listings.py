"""Speakers, outlets and counts, laid out for a person."""

from __future__ import annotations

from typing import Any

from rawi.export.flow import Piece, View, flow, outside
from rawi.export.safe import one_line
from rawi.ledger.doctor import Finding
from rawi.ledger.outlet_counts import OutletRow
from rawi.ledger.people.doubts import Doubt
from rawi.ledger.people.listing import SpeakerRow

_REST = " " * 4


def speaker_lines(row: SpeakerRow, view: View) -> list[str]:
    """Lay out one speaker: name, counts and days, then other names with their languages."""
    kind = "" if row.kind == "person" else f"{row.kind} · "
    days = ""
    if row.since:
        days = f" · {row.since}" if row.since == row.until else f" · {row.since} to {row.until}"
    counts = f"{_counted(row.statements, 'statement')} in {_counted(row.reports, 'report')}"
    pieces = [outside(row.name, "speaker"), Piece(f"  {kind}{counts}{days}", "meta")]
    lines = flow(pieces, view, "", _REST)
    others = [one for one in row.names if one.name != row.name]
    if others:
        told = [Piece("also: ", "meta")]
        for number, one in enumerate(others):
            languages = f" ({', '.join(one.languages)})" if one.languages else ""
            told += [Piece(", ")] if number else []
            told += [outside(one.name, "speaker"), Piece(languages, "meta")]
        lines += flow(told, view, _REST, _REST)
    return lines


def doubt_lines(one: Doubt, view: View) -> list[str]:
    """Lay out two names that may be one person's: both, the score, why, where."""
    pieces = [outside(one.name, "speaker"), Piece(" = "), outside(one.other, "speaker")]
    pieces.append(Piece(f" ?  {one.score:.2f} · {', '.join(one.reasons)}", "meta"))
    where = f"in {', '.join(one.reports)}; and {', '.join(one.other_reports)}"
    return [*flow(pieces, view, "", _REST), *flow([outside(where, "meta")], view, _REST, _REST)]


def outlet_lines(row: OutletRow, view: View) -> list[str]:
    """Lay out one outlet: name, id in the authority, counts."""
    known = f"  {row.id}" if row.id else "  (not in the authority)"
    counts = f" · published {row.published:,} · relayed {row.relayed:,}"
    return flow([outside(row.name, "chain"), Piece(known + counts, "meta")], view, "", _REST)


def statistics_lines(counts: dict[str, Any]) -> list[str]:
    """Lay out the counts, those of one kind below each other."""
    lines = []
    for name, count in counts.items():
        shown = name.replace("_", " ")
        if isinstance(count, dict):
            lines += [f"{shown:16}"] if count else []
            lines += [f"  {kind:14} {number:>12,}" for kind, number in count.items()]
        else:
            lines.append(f"{shown:16} {count:>12,}")
    return lines


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def finding_line(finding: Finding) -> str:
    """Return what a look at a ledger found, as one line, safe to show."""
    state = {True: "mended", False: "can be mended", None: "cannot be mended"}[finding.mended]
    some = ": " + ", ".join(finding.reports) if finding.reports else ""
    return one_line(f"{finding.fault}{some} ({state})")
