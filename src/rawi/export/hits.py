"""What a search found: lines for a person, plain values for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rawi.export.flow import Piece, View, flow, marked, outside
from rawi.export.jsonl import attribution_values
from rawi.export.terminal import about, chain_pieces, joined, title
from rawi.ledger.search import Counts, Hit
from rawi.records import words

_INDENT = " " * 5


def hit_lines(number: int, hit: Hit, view: View) -> list[str]:
    """Lay out one hit; `number` is its place among all."""
    lines = flow(list(_headed(hit)), view, f"{number:>3}. ", _INDENT)
    report, attribution = hit.report, hit.attribution
    if attribution is not None:
        said = [outside(attribution.type, "meta"), Piece(" · ", "meta")]
        lines += flow([*said, *joined(about(report))], view, _INDENT, _INDENT)
        lines += flow([Piece("“"), *_snippet(hit), Piece("”")], view, _INDENT, _INDENT)
        if attribution.chain:
            chain = list(chain_pieces(attribution.speaker, attribution.chain))
            lines += flow(chain, view, _INDENT, _INDENT)
    else:
        lines += flow(list(joined(about(report))), view, _INDENT, _INDENT)
        if report.text.strip():
            lines += flow(list(_snippet(hit)), view, _INDENT, _INDENT)
    return [*lines, ""]


def _headed(hit: Hit) -> Iterator[Piece]:
    if hit.attribution is None:
        if hit.report.title and hit.title_marks:
            yield marked(hit.report.title, hit.title_marks, "title")
        else:
            yield outside(title(hit.report) or "(no text)", "title")
        return
    speaker = hit.attribution.speaker
    if speaker is None:
        yield Piece("(speaker unknown)", "speaker")
    else:
        yield marked(speaker.name, hit.speaker_marks, "speaker")
    if speaker and speaker.anonymous:
        yield Piece(" (unnamed)", "meta")
    yield Piece(" · ", "meta")
    yield outside(f"{hit.report.id}/{hit.attribution.id}", "meta")


def _snippet(hit: Hit) -> Iterator[Piece]:
    span, text = hit.snippet.span, hit.report.text
    content = hit.attribution.content if hit.attribution else ()
    first = content[0].start if content else 0
    last = content[-1].end if content else len(text)
    before = "… " if span.start > first else ""
    after = " …" if span.end < last else ""
    shift = len(before) - span.start
    marks = [(mark.start + shift, mark.end + shift) for mark in hit.snippet.marks]
    yield marked(f"{before}{span.of(text)}{after}", marks, "content" if content else "")


def hit_values(hit: Hit) -> dict[str, Any]:
    """Return a hit as plain values; `attribution` is None where a report was found.

    Of the snippet, `start` and `marks` index the report's text, those of the title and of
    the speaker's name these.
    """
    report, attribution, snippet = hit.report, hit.attribution, hit.snippet
    said: dict[str, Any] = {"attribution": None, "content": None}
    if attribution is not None:
        said = {
            "attribution": attribution_values(attribution),
            "content": words(attribution.content, report.text),
        }
    return {
        "kind": "report" if attribution is None else "statement",
        "report": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published,
        "language": report.language,
        "url": report.url,
        **said,
        "snippet": {
            "text": snippet.span.of(report.text),
            "start": snippet.span.start,
            "marks": snippet.marks,
        },
        "title_marks": hit.title_marks,
        "speaker_marks": hit.speaker_marks,
    }


def counts_line(counts: Counts) -> str:
    """Return the counts as a person reads them: "12 statements, 1,000 or more reports"."""
    told = [
        _counted(number, thing, counts.most)
        for number, thing in ((counts.statements, "statement"), (counts.reports, "report"))
        if number is not None
    ]
    return ", ".join(told)


def _counted(number: int, thing: str, most: int) -> str:
    more = " or more" if number >= most else ""
    return f"{number:,}{more} {thing}" + ("" if number == 1 else "s")
