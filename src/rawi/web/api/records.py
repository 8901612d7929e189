"""The rows of lists, where the library has no record for them."""

from __future__ import annotations

from typing import Any

import msgspec

from rawi.ledger.outlet_counts import OutletRow
from rawi.ledger.people.listing import SpeakerRow
from rawi.records import Attribution, Decision, Derivation, Report, Spans, StatementRow


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """A report in a list; `attributions` is how many it has, `snippet` some of its text."""

    id: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    language: str | None
    attributions: int
    snippet: str

    @staticmethod
    def of(report: Report, snippet: str) -> ReportRow:
        """Return the row of a report."""
        return ReportRow(
            id=report.id, title=report.title, publisher=report.publisher, url=report.url,
            published=report.published, language=report.language,
            attributions=len(report.attributions), snippet=snippet,
        )  # fmt: skip


class AttributionRow(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution in a list: in which report, `content` in words, `marks` what was found."""

    report: ReportRow
    attribution: Attribution
    content: str
    marks: Spans


class Reports(msgspec.Struct, frozen=True, kw_only=True):
    """Some reports; `next` is the cursor of those that follow, None after the last."""

    items: list[ReportRow]
    next: str | None


class Attributions(msgspec.Struct, frozen=True, kw_only=True):
    """Some attributions; `next` is the cursor of those that follow, None after the last."""

    items: list[AttributionRow]
    next: str | None


class Statements(msgspec.Struct, frozen=True, kw_only=True):
    """Some statements; `next` is the cursor of those that follow, None after the last."""

    items: list[StatementRow]
    next: str | None


class Speakers(msgspec.Struct, frozen=True, kw_only=True):
    """Some speakers; `next` is the cursor of those that follow, None after the last."""

    items: list[SpeakerRow]
    next: str | None


class Outlets(msgspec.Struct, frozen=True, kw_only=True):
    """Some outlets; `next` is the cursor of those that follow, None after the last."""

    items: list[OutletRow]
    next: str | None


class Derivations(msgspec.Struct, frozen=True, kw_only=True):
    """Who took one statement from whom; all of them, so that `next` is None."""

    items: list[Derivation]
    next: str | None = None


class Decisions(msgspec.Struct, frozen=True, kw_only=True):
    """Some decisions; `next` is the cursor of those that follow, None after the last."""

    items: list[Decision]
    next: str | None


class Corrections(msgspec.Struct, frozen=True, kw_only=True):
    """Some decisions about attributions; `next` is as elsewhere, None after the last.

    Each has `id`, `report`, `action`, `by`, `at` (an instant in UTC), `note`, `text_hash`,
    `content`, `quote` and `amended`.
    """

    items: list[dict[str, Any]]
    next: str | None
