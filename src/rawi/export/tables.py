"""Tables of statements and of reports: their columns, and the rows of a report.

The columns are documented in `docs/guides/exporting.md`; a test compares.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

import msgspec

from rawi.records import Attribution, Report, words

Cell = str | int | bool | None
Row = tuple[Cell, ...]


class Column(msgspec.Struct, frozen=True):
    """A column: its name, what its cells are, and what they mean."""

    name: str
    type: Literal["text", "number", "truth"]
    meaning: str


STATEMENTS: Final = (
    Column("report", "text", "the report's id"),
    Column("attribution", "text", "the id of the attribution in the report"),
    Column("type", "text", "direct, mixed or indirect"),
    Column("content", "text", "what is said; several stretches are joined by …"),
    Column("speaker", "text", "the name; the phrase of an unnamed speaker"),
    Column("speaker_kind", "text", "person, organisation or document"),
    Column("anonymous", "truth", "whether the speaker is unnamed"),
    Column("role", "text", "the speaker's title or function as written"),
    Column("cue", "text", "the words that attribute"),
    Column("source", "text", "the words that name who speaks"),
    Column("chain", "text", "the hops, nearest the speaker first, joined by →"),
    Column("chain_how", "text", "how each hop came, in the same order, joined by →"),
    Column("said_at", "text", "when it was said: ISO 8601, cut to its precision"),
    Column("start", "number", "where the content begins in the text, in code points"),
    Column("end", "number", "where the content ends in the text"),
    Column("title", "text", "the report's title"),
    Column("publisher", "text", "who published the report"),
    Column("published", "text", "when: ISO 8601, cut to its precision"),
    Column("language", "text", "the report's language, an ISO 639 code"),
    Column("url", "text", "the report's address"),
)

REPORTS: Final = (
    Column("report", "text", "the report's id"),
    Column("title", "text", "the report's title"),
    Column("publisher", "text", "who published the report"),
    Column("published", "text", "when: ISO 8601, cut to its precision"),
    Column("modified", "text", "when it was last changed: ISO 8601"),
    Column("language", "text", "the report's language, an ISO 639 code"),
    Column("url", "text", "the report's address"),
    Column("authors", "text", "who signed it, joined by a semicolon"),
    Column("statements", "number", "how many attributions it has"),
    Column("text", "text", "the text"),
)


def statement_row(report: Report, one: Attribution) -> Row:
    """Return the row of one attribution."""
    speaker = one.speaker
    return (
        report.id,
        one.id,
        one.type,
        words(one.content, report.text),
        speaker.name if speaker else None,
        speaker.kind if speaker else None,
        speaker.anonymous if speaker else None,
        speaker.role if speaker else None,
        words(one.cue, report.text) or None,
        words(one.source, report.text) or None,
        " → ".join(hop.name for hop in one.chain) or None,
        " → ".join(hop.how for hop in one.chain) or None,
        one.said_at.value if one.said_at else None,
        one.content[0].start if one.content else None,
        one.content[-1].end if one.content else None,
        report.title,
        report.publisher,
        report.published,
        report.language,
        report.url,
    )


def report_row(report: Report) -> Row:
    """Return the row of a report."""
    return (
        report.id,
        report.title,
        report.publisher,
        report.published,
        report.modified,
        report.language,
        report.url,
        "; ".join(report.authors) or None,
        len(report.attributions),
        report.text,
    )


def rows(report: Report, columns: Sequence[Column]) -> Iterator[Row]:
    """Yield the rows of a report in a table of statements, or of reports."""
    if columns is REPORTS:
        yield report_row(report)
        return
    for one in report.attributions:
        yield statement_row(report, one)
