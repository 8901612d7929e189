"""What changed on the way, whom credits hide, who denies it: parts of a statement's lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rawi.export.flow import Piece, View, flow, marked, outside
from rawi.records import OUTSIDE, Change, Report, Shift, Variant, Wording
from rawi.tracing.account import Account, Pasted
from rawi.tracing.routes import outlet_name

REST: Final = "    "
#: Wordings that are shown of a family, and names of those who never denied.
_WORDINGS: Final = 4
_NAMES: Final = 8


def counted(number: int, thing: str) -> str:
    """Return a number with what it counts."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def section(title: str, view: View) -> list[str]:
    """Return the heading of a part."""
    return flow([Piece(title, "title")], view, "  ")


def name_of(id: str, reports: Mapping[str, Report], language: str | None = None) -> str:
    """Return what a carrier is called: its publisher, else its id; an outlet's name."""
    report = reports.get(id)
    if report:
        return report.publisher or id
    return outlet_name(id, language) if id.startswith(OUTSIDE) else id


def wording_lines(told: Account, reports: Mapping[str, Report], view: View) -> list[str]:
    """Lay out the families of wording, where there is more than one wording."""
    if sum(len(variant.wordings) for variant in told.variants) < 2:
        return []
    lines = section("Wordings", view)
    for variant in told.variants:
        lines += _family(variant, reports, view)
    return lines


def _family(variant: Variant, reports: Mapping[str, Report], view: View) -> Iterator[str]:
    shares = ", ".join(f"{code} ×{count}" for code, count in variant.languages.items())
    pieces = [Piece(f"{variant.name} ", "speaker"), Piece(shares, "meta")]
    for shift in variant.appeared[:_WORDINGS]:
        pieces += [Piece("  ← ", "meta"), *shift_pieces(shift, reports)]
    yield from flow(pieces, view, REST, REST + "  ")
    for wording in variant.wordings[:_WORDINGS]:
        yield from flow(list(_wording(wording)), view, REST + "  ", REST + "     ")
    if len(variant.wordings) > _WORDINGS:
        yield f"{REST}  and {len(variant.wordings) - _WORDINGS:,} more"


def _wording(wording: Wording) -> Iterator[Piece]:
    times = f" ×{len(wording.reports)}" if len(wording.reports) > 1 else ""
    yield Piece(f"{wording.language or '?'}{times} ", "meta")
    yield marked(wording.text, [(s.start, s.end) for s in wording.changed], "content")


def shift_pieces(shift: Shift, reports: Mapping[str, Report]) -> Iterator[Piece]:
    """Yield what changed on one branch: the “almost” is lost in Sevinform (en)."""
    for number, change in enumerate(shift.changes or ()):
        yield Piece("; " if number else "", "meta")
        yield from change_pieces(change)
    if not shift.changes:
        yield Piece("other words", "meta")
    yield Piece(" in ", "meta")
    yield outside(name_of(shift.child, reports), "chain")
    report = reports.get(shift.child)
    if report and report.language:
        yield Piece(f" ({report.language})", "meta")


def change_pieces(change: Change) -> Iterator[Piece]:
    """Yield one change in words."""
    if change.kind == "negation":
        yield Piece("negated" if change.after else "the negation is lost")
        return
    if change.kind == "date":
        yield Piece(f"month {change.before} → {change.after}")
        return
    if change.before and change.after:
        yield from (outside(change.before), Piece(" → "), outside(change.after))
        return
    yield from (Piece("“"), outside(change.before or change.after, "content"), Piece("”"))
    yield Piece(" is lost" if change.before else " is added")


def conflict_lines(told: Account, reports: Mapping[str, Report], view: View) -> list[str]:
    """Lay out the credits that the wording contradicts."""
    if not told.conflicts:
        return []
    lines = section("Credits and wording", view)
    for one in told.conflicts:
        language = reports[one.child].language if one.child in reports else None
        pieces = [
            Piece("⚠ ", "warning"),
            outside(name_of(one.child, reports), "chain"),
            Piece(" credits ", "meta"),
            outside(name_of(one.credited, reports, language), "chain"),
            Piece(", reads like ", "meta"),
            outside(name_of(one.reads_like, reports), "chain"),
            Piece(f" · {one.score:.2f}", "meta"),
        ]
        lines += flow(pieces, view, REST, REST + "  ")
    return lines


def against_lines(told: Account, reports: Mapping[str, Report], view: View) -> list[str]:
    """Lay out who speaks against it and when, and which carriers never say so."""
    if not told.denials:
        return []
    lines = section("Against it", view)
    for one in told.denials:
        pieces = [Piece("✗ ", "warning")]
        if one.speaker:
            pieces += [outside(one.speaker, "speaker"), Piece(" · ", "meta")]
        pieces += [
            outside(name_of(one.report, reports), "chain"),
            Piece(
                f" {one.stance} it · {(one.said_at or 'no date')[:16].replace('T', ' ')}: ", "meta"
            ),
            outside(one.words, "content"),
        ]
        lines += flow(pieces, view, REST, REST + "  ")
    after, before = told.never.after, told.never.before
    if after:
        lines += _silent("later, and without it: ", after, reports, view)
    if before:
        lines += _silent("earlier, and without it since: ", before, reports, view)
    return lines


def _silent(title: str, ids: Sequence[str], reports: Mapping[str, Report], view: View) -> list[str]:
    pieces = [Piece(f"{counted(len(ids), 'carrier')} {title}", "meta")]
    for number, id in enumerate(ids[:_NAMES]):
        pieces += [Piece(", " if number else ""), outside(name_of(id, reports), "chain")]
    if len(ids) > _NAMES:
        pieces.append(Piece(f" and {len(ids) - _NAMES:,} more", "meta"))
    return flow(pieces, view, REST, REST + "  ")


def pasted_lines(asked: Sequence[Pasted], reports: Mapping[str, Report], view: View) -> list[str]:
    """Lay out who carries pasted words, who first, and what was altered from them."""
    if not asked:
        return []
    lines = section("Your words", view)
    exact = [one for one in asked if one.score == 1.0]
    carriers = [id for one in exact for id in one.reports]
    if carriers:
        pieces = [Piece(f"word for word in {counted(len(carriers), 'report')}, first ", "meta")]
        pieces += _first(carriers, reports)
        lines += flow(pieces, view, REST, REST)
    else:
        lines.append(f"{REST}word for word in no report")
    for one in [one for one in asked if one.score != 1.0][:_WORDINGS]:
        lines += _altered(one, reports, view)
    return lines


def _first(ids: Sequence[str], reports: Mapping[str, Report]) -> list[Piece]:
    first = min(ids, key=lambda id: (reports[id].published or "9", id))
    at = (reports[first].published or "no date")[:16].replace("T", " ")
    return [outside(name_of(first, reports), "chain"), Piece(f" · {at}", "meta")]


def _altered(one: Pasted, reports: Mapping[str, Report], view: View) -> Iterator[str]:
    pieces = [Piece(f"{one.language or '?'} ", "meta")]
    pieces.append(marked(one.text, [(s.start, s.end) for s in one.altered], "content"))
    yield from flow(pieces, view, REST, REST + "   ")
    told: list[Piece] = [Piece(f"{counted(len(one.reports), 'report')}, first ", "meta")]
    told += _first(one.reports, reports)
    for number, change in enumerate(one.changes):
        told += [Piece("; " if number else ": ", "meta"), *change_pieces(change)]
    yield from flow(told, view, REST + "   ", REST + "   ")


__all__ = [
    "REST", "against_lines", "conflict_lines", "counted", "name_of", "pasted_lines",
    "section", "wording_lines",
]  # fmt: skip
