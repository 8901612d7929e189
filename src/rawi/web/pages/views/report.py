"""The page of a report: its text with the attributions marked, and each of them beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.export.terminal import title
from rawi.ledger.corrected import Correction
from rawi.ledger.history import Shown
from rawi.records import Attribution, Reason, Report, Statement, words
from rawi.web.pages.marking import Run, runs

#: Attributions whose cards one page shows.
MOST_CARDS = 400


@dataclass(frozen=True)
class Step:
    """One rule that fired, with the words that it rests on."""

    part: str
    rule: str
    words: str


@dataclass(frozen=True)
class Card:
    """One attribution as the list beside the text shows it."""

    number: int
    attribution: Attribution
    content: str
    cue: str
    source: str
    steps: tuple[Step, ...]
    statement: Statement | None
    carriers: int
    decision: Correction | None


@dataclass(frozen=True)
class ReportPage:
    """All that the page of a report shows."""

    report: Report
    shown: Shown
    runs: tuple[Run, ...]
    cards: tuple[Card, ...]
    numbers: Mapping[str, int]
    more: int

    @property
    def title(self) -> str:
        """Its title, else what it begins with, else its id."""
        return title(self.report) or self.report.id

    @property
    def link(self) -> str | None:
        """The address of the page itself, None where it has none that a browser may open."""
        url = self.report.url or ""
        return url if url.lower().startswith(("https://", "http://")) else None

    def words_of(self, one: Attribution) -> str:
        """Return the words of an attribution."""
        return words(one.content, self.report.text)

    @property
    def rejected(self) -> Sequence[tuple[Attribution, Correction]]:
        """The attributions that a person took out."""
        return self.shown.corrected.rejected


def report_page(shown: Shown, statements: Iterable[Statement]) -> ReportPage:
    """Return the page of a report; `statements` are those that it passes on, as far as traced."""
    report = shown.report
    numbers = {one.id: n for n, one in enumerate(report.attributions, 1)}
    passed_on = {
        member.attribution: statement
        for statement in statements
        for member in statement.members
        if member.report == report.id
    }
    cards = tuple(
        _card(number, one, report, passed_on.get(one.id), shown.corrected.decided.get(one.id))
        for number, one in enumerate(report.attributions[:MOST_CARDS], 1)
    )
    more = len(report.attributions) - len(cards)
    return ReportPage(report, shown, tuple(runs(report)), cards, numbers, more)


def _card(
    number: int,
    one: Attribution,
    report: Report,
    statement: Statement | None,
    decision: Correction | None,
) -> Card:
    text = report.text
    return Card(
        number=number,
        attribution=one,
        content=words(one.content, text),
        cue=words(one.cue, text),
        source=words(one.source, text),
        steps=tuple(_step(reason, text) for reason in one.why),
        statement=statement,
        carriers=len({m.report for m in statement.members}) if statement else 0,
        decision=decision,
    )


def _step(reason: Reason, text: str) -> Step:
    return Step(reason.part, reason.rule, words(reason.words, text))
