"""A report with its statements, for a person to read: pure functions from records to lines.

::

    Wheat stock covers six months, official says
    The Balance · 2024-05-12 · en · r1

      1. Husam al-Badri, head of the food stock authority
         indirect · cue: said
         “his country has wheat for six months”
         Husam al-Badri → Reuters
"""

from __future__ import annotations

from collections.abc import Iterator

from rawi.export.flow import Piece, View, flow, outside
from rawi.export.safe import one_line
from rawi.records import Attribution, Hop, Report, Spans, Speaker, words

#: Characters of a text's first line that stand in for a title.
TITLE_LENGTH = 120
_DOT = Piece(" · ", "meta")
_INDENT = " " * 5


def title(report: Report) -> str:
    """Return the title, else the headline within the text, else the text's first line, cut.

    Safe to show; "" where the report has no words at all.
    """
    if report.title:
        return one_line(report.title).strip()
    headlines = (part.span.of(report.text) for part in report.parts if part.kind == "headline")
    first = next(headlines, "") or next(filter(str.strip, report.text.splitlines()), "")
    line = one_line(first).strip()
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1].rstrip() + "…"


def report_lines(report: Report, view: View) -> list[str]:
    """Return the report as lines without line ends."""
    lines = flow([outside(title(report) or "(no text)", "title")], view)
    lines += flow(list(joined(about(report))), view)
    for warning in report.warnings:
        lines += flow([Piece("note: ", "warning"), outside(warning)], view)
    lines.append("")
    if not report.attributions:
        lines.append("  No attributed statements.")
    for number, attribution in enumerate(report.attributions, 1):
        lines += _statement(number, attribution, report.text, view)
    return lines


def about(report: Report) -> Iterator[Piece]:
    """Yield who published a report and when, its language and its id."""
    unknown = "language unknown"
    for value in (report.publisher, report.published, report.language or unknown, report.id):
        if value:
            yield outside(value, "meta")


def joined(pieces: Iterator[Piece], between: Piece = _DOT) -> Iterator[Piece]:
    """Yield pieces with a dot between each two."""
    for number, piece in enumerate(pieces):
        if number:
            yield between
        yield piece


def _statement(number: int, attribution: Attribution, text: str, view: View) -> list[str]:
    speaker = attribution.speaker
    lines = flow(list(_who(speaker)), view, f"{number:>3}. ", _INDENT)
    lines += flow(list(_how(attribution, text)), view, _INDENT, _INDENT)
    quoted = [Piece("“"), outside(words(attribution.content, text), "content"), Piece("”")]
    lines += flow(quoted, view, _INDENT, _INDENT)
    if attribution.chain:
        lines += flow(list(chain_pieces(speaker, attribution.chain)), view, _INDENT, _INDENT)
    if view.explain:
        lines += _explained(attribution, text, view)
    return [*lines, ""]


def _who(speaker: Speaker | None) -> Iterator[Piece]:
    if speaker is None:
        yield Piece("(speaker unknown)", "speaker")
        return
    yield outside(speaker.name, "speaker")
    if speaker.role:
        yield Piece(", ")
        yield outside(speaker.role)
    if speaker.anonymous:
        yield Piece(" (unnamed)", "meta")


def _how(attribution: Attribution, text: str) -> Iterator[Piece]:
    yield Piece(attribution.type, "meta")
    if attribution.cue:
        yield Piece(" · cue: ", "meta")
        yield outside(words(attribution.cue, text), "cue")
    else:
        yield Piece(" · no cue", "meta")
    if attribution.said_at:
        yield Piece(" · said at: ", "meta")
        yield outside(attribution.said_at.value)


def chain_pieces(speaker: Speaker | None, chain: tuple[Hop, ...]) -> Iterator[Piece]:
    """Yield the way from the speaker through the hops."""
    yield outside(speaker.name if speaker else "?")
    for hop in chain:
        yield Piece(" → ", "meta")
        yield outside(hop.name, "chain")


def _explained(attribution: Attribution, text: str, view: View) -> list[str]:
    """Say which rules fired and on which words, then what each hop rests on."""
    lines = []
    for reason in attribution.why:
        lines += _because(f"{reason.part}: {reason.rule}", reason.words, text, view)
    for hop in attribution.chain:
        lines += _because(f"{hop.how} {hop.name}", hop.evidence, text, view)
    return lines


def _because(claim: str, evidence: Spans, text: str, view: View) -> list[str]:
    pieces = [outside(claim, "meta")]
    if evidence:
        pieces += [Piece(" “"), outside(words(evidence, text)), Piece("”")]
    return flow(pieces, view, _INDENT + "- ", _INDENT + "  ")
