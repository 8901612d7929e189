"""The routes of statements as a table, a line for each carrier.

The columns are documented in `docs/guides/tracing.md`; a test compares.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from rawi.export.tables import Column, Row
from rawi.export.timeline.table import TimelineRow, timeline_rows
from rawi.records import Report, Trace, words
from rawi.tracing.account import Account
from rawi.tracing.routes import members

ROUTES: Final = (
    Column("statement", "text", "the statement's id"),
    Column("carrier", "text", "the report's id, or outlet: and a name for one without a report"),
    Column("publisher", "text", "who published it"),
    Column("language", "text", "the report's language, an ISO 639 code"),
    Column("published", "text", "when: ISO 8601, cut to its precision"),
    Column("depth", "number", "how many carriers stand above it"),
    Column("parent", "text", "the carrier right above it; empty at the top"),
    Column("parent_publisher", "text", "who published that"),
    Column("kind", "text", "verbatim, translation, paraphrase or merge"),
    Column("declared", "truth", "whether the report names its parent as its source"),
    Column("score", "number", "of what is inferred, in percent"),
    Column("also_from", "text", "further parents, joined by a semicolon"),
    Column("carries", "truth", "whether it passes the statement on"),
    Column("against", "text", "denies or questions, where it speaks against it"),
    Column("wording", "text", "the family of its wording: A, B, …"),
    Column("credits", "text", "whom it credits, where its wording is another's"),
    Column("reads_like", "text", "whose wording that is"),
    Column("chain", "text", "the hops that it names, nearest the speaker first, joined by →"),
    Column("speaker", "text", "who speaks, as it names them"),
    Column("content", "text", "its words for the statement; several stretches are joined by …"),
    Column("url", "text", "the report's address"),
)


def route_rows(told: Account, trace: Trace, reports: Mapping[str, Report]) -> Iterator[Row]:
    """Yield the rows of one statement, in the order of its tree."""
    said = {report.id: (report, one) for report, one in members(told.statement, reports)[::-1]}
    rows = timeline_rows(
        told.statement, trace, reports, variants=told.variants, conflicts=told.conflicts
    )
    for row in rows:
        report, one = said.get(row.id, (None, None))
        chain = " → ".join(hop.name for hop in one.chain) if one else ""
        speaker = one.speaker.name if one and one.speaker else None
        content = words(one.content, report.text) if one and report else None
        yield (told.statement.id, *_way(row), chain or None, speaker, content, row.url)


def _way(row: TimelineRow) -> Row:
    return (
        row.id,
        row.name or None,
        row.language,
        row.published,
        row.depth,
        row.parent,
        row.parent_name,
        row.kind,
        row.declared,
        None if row.score is None else round(row.score * 100),
        "; ".join(row.also) or None,
        row.carries,
        row.stance,
        row.family,
        row.credits,
        row.reads_like,
    )
