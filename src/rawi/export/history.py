"""One report with its versions, origins and decisions: lines for a person, values for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rawi.export.flow import Piece, View, flow, outside
from rawi.export.jsonl import attribution_values, report_values
from rawi.export.safe import one_line
from rawi.export.terminal import report_lines
from rawi.ledger.corrected import Correction
from rawi.ledger.history import Origin, Shown, instant
from rawi.records import Decision, words

_INDENT, _REST = "  ", "    "


def shown_lines(shown: Shown, view: View) -> list[str]:
    """Lay out a report as `rawi read` shows it, then what is kept beside it."""
    lines = report_lines(shown.report, view)
    for title, pieces in (
        ("Decisions", list(_decisions(shown))),
        ("Versions", list(_versions(shown))),
        ("Origins", [_origin(origin) for origin in shown.origins]),
    ):
        if pieces:
            lines += flow([Piece(title, "title")], view)
            for line in pieces:
                lines += flow(line, view, _INDENT, _REST)
            lines.append("")
    return lines


def _versions(shown: Shown) -> Iterator[list[Piece]]:
    for one in shown.versions:
        here = " (this one)" if one.number == shown.version else ""
        told = f"{one.number}{here} · {one.characters:,} characters · added {one.added_at}"
        yield [Piece(f"{told} · {one.reader}", "meta")]


def _origin(origin: Origin) -> list[Piece]:
    pieces = [outside(origin.source)]
    if origin.record is not None:
        pieces.append(Piece(f" at {origin.record:,}", "meta"))
    pieces += [Piece(" · ", "meta"), outside(origin.media_type, "meta")]
    if origin.fetched_at:
        pieces.append(Piece(f" · fetched {origin.fetched_at}", "meta"))
    kept = "original kept" if origin.original else "original not kept"
    told = f" · version {origin.version} · {kept} · sha256 {origin.bytes_hash[:16]}…"
    return [*pieces, Piece(told, "meta")]


def _decisions(shown: Shown) -> Iterator[list[Piece]]:
    for name, one in shown.corrected.decided.items():
        yield _decision(name, one)
    for attribution, one in shown.corrected.rejected:
        said = words(attribution.content, shown.report.text)
        yield [*_decision(attribution.id, one), Piece(" “"), outside(said), Piece("”")]
    for one in shown.corrected.unfit:
        lost = [Piece(" fits nothing any more: “", "warning"), outside(one.quote), Piece("”")]
        yield [*_decision("?", one), *lost]


def correction_line(one: Correction) -> str:
    """Return a decision as one line, safe to show: number, report, action, who, when, words."""
    note = f" ({one.note})" if one.note else ""
    told = f"#{one.id} · {one.report} · {one.action} · {one.by} · {instant(one.at)}"
    return one_line(f"{told} · “{one.quote}”{note}")


def decision_line(one: Decision) -> str:
    """Return a decision as one line, safe to show: number, kind, about which, who, when, why."""
    places = (*one.one, *one.other)
    about = [f"{place.report}/{place.attribution} “{place.quote[:_QUOTED]}”" for place in places]
    if one.child is not None:
        about = [f"{one.child} from {one.parent}"]
    if one.names:
        about = [" / ".join(names) for names in (one.names, one.other_names)]
    more = f" and {len(about) - _NAMED} more" if len(about) > _NAMED else ""
    told = f"#{one.id} · {one.kind} · {', '.join(about[:_NAMED])}{more} · {one.by} · {one.at}"
    why = f" ({one.why})" if one.why else ""
    state = " · taken back" if one.undone else " · its words are gone" if one.unfit else ""
    return one_line(f"{told}{why}{state}")


#: Characters of a quotation in a line, and attributions that it names.
_QUOTED, _NAMED = 60, 4


def _decision(name: str, one: Correction) -> list[Piece]:
    pieces = [Piece(f"{name} · {one.action} · "), outside(one.by, "speaker")]
    pieces.append(Piece(f" · {instant(one.at)} · #{one.id}", "meta"))
    if one.note:
        pieces += [Piece(" · ", "meta"), outside(one.note)]
    return pieces


def shown_values(shown: Shown) -> dict[str, Any]:
    """Return a report as `rawi read --json` writes it, with what is kept beside it."""
    corrected = shown.corrected
    decisions = [
        *(correction_values(one, attribution=name) for name, one in corrected.decided.items()),
        *(correction_values(one, attribution=was.id) for was, one in corrected.rejected),
        *(correction_values(one, attribution=None) for one in corrected.unfit),
    ]
    return report_values(shown.report) | {
        "version": shown.version,
        "versions": shown.versions,
        "origins": shown.origins,
        "decisions": decisions,
    }


def correction_values(one: Correction, **more: Any) -> dict[str, Any]:
    """Return a decision as plain values; `at` is an instant in UTC."""
    amended = one.attribution if one.action == "amend" else None
    return {
        "id": one.id,
        "report": one.report,
        **more,
        "action": one.action,
        "by": one.by,
        "at": instant(one.at),
        "note": one.note,
        "text_hash": one.text_hash.hex(),
        "content": one.content,
        "quote": one.quote,
        "amended": attribution_values(amended) if amended else None,
    }
