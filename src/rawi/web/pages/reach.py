"""What the pages ask a ledger about statements, in one place.

A ledger that keeps its statements (`Ledger.trace`, `.statements`, `.decide`) answers from them;
else the reports that it holds are traced here and now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rawi.errors import UsageError
from rawi.ledger.ledger import Ledger
from rawi.records import Derivation, Report, Statement, Trace
from rawi.tracing.trace import Traced
from rawi.web.pages.views.members import members, said_at, who


@dataclass(frozen=True)
class Row:
    """A statement in a list; see `rawi.records.StatementRow`."""

    id: str
    content: str
    language: str | None
    speaker: str | None
    role: str | None
    said_at: str | None
    first_published: str | None
    reports: int
    languages: tuple[str, ...]
    speech_events: tuple[int, int]
    independent_origins: tuple[int, int]
    against: int


def traced(ledger: Ledger, asked: str | None, limit: int | None = 5) -> Traced:
    """Return what was asked for (a query, an id, a quotation), traced."""
    keeping: Any = ledger
    if hasattr(ledger, "trace"):
        found: Traced = keeping.trace(asked, limit=limit)
        return found
    return Traced(ledger.reports())


def statement(ledger: Ledger, id: str) -> tuple[Statement, Trace, Mapping[str, Report]] | None:
    """Return a statement with its trace and reports, None where there is none.

    The id of one that became part of another gives that other.
    """
    found = traced(ledger, id)
    one = found.statement(id)
    if one is None and hasattr(ledger, "statement"):
        keeping: Any = ledger
        one = keeping.statement(id)
        found = traced(ledger, one.id) if one else found
    return (one, found.trace, found.reports) if one else None


def of_report(ledger: Ledger, report: str) -> list[Statement]:
    """Return the statements that a report passes on."""
    return traced(ledger, report, limit=None).of_report(report)


def statements(
    ledger: Ledger, query: str, limit: int, after: str | None, filters: Mapping[str, Any]
) -> tuple[list[Any], str | None]:
    """Return rows of the statements that fit, and what gives those after them (None: no more)."""
    if hasattr(ledger, "statements"):
        keeping: Any = ledger
        page = keeping.statements(query, limit=limit, after=after, **filters)
        return list(page.rows), page.after
    found = _found(ledger, query, filters)
    start = int(after) if after and after.isdigit() else 0
    more = str(start + limit) if len(found) > start + limit else None
    return found[start : start + limit], more


def decide(ledger: Ledger, kind: str, subjects: Iterable[str], who: str) -> Any:
    """Decide about statements and derivations; raises UsageError where that cannot be."""
    keeping: Any = ledger
    if not hasattr(ledger, "decide"):
        raise UsageError("this ledger keeps no decisions about statements")
    return keeping.decide(kind, *subjects, who=who)


def undo(ledger: Ledger, number: int, who: str) -> None:
    """Take a decision about statements and derivations back."""
    keeping: Any = ledger
    if not hasattr(ledger, "undo"):
        raise UsageError("this ledger keeps no decisions about statements")
    keeping.undo(number, who=who)


def decisions(ledger: Ledger) -> list[Any]:
    """Return what persons decided about statements and derivations, the latest first."""
    keeping: Any = ledger
    return list(keeping.decisions())[::-1] if hasattr(ledger, "decisions") else []


def _found(ledger: Ledger, query: str, filters: Mapping[str, Any]) -> list[Row]:
    all_of_it = Traced(ledger.reports())
    if not query.strip() and not filters:
        found = sorted(
            all_of_it.trace.statements, key=lambda s: -len({m.report for m in s.members})
        )
    else:
        hits = (
            all_of_it.of_attribution(hit.report.id, hit.attribution.id)
            for hit in ledger.search(query, **{**filters, "within": "statements"})
            if hit.attribution is not None
        )
        there = {one.id: one for one in hits if one is not None}
        like = all_of_it.like(query) if query.strip() and not filters else []
        found = list((there | {one.id: one for one in like if one.id not in there}).values())
    return [_row(one, all_of_it.reports) for one in found if members(one, all_of_it.reports)]


def _row(one: Statement, reports: Mapping[str, Report]) -> Row:
    told = members(one, reports)
    speaker = who(told)
    at = said_at(told)
    return Row(
        id=one.id,
        content=told[0].said,
        language=told[0].report.language,
        speaker=speaker.name,
        role=speaker.role,
        said_at=at.value if at else None,
        first_published=told[0].report.published,
        reports=len({member.report for member in one.members}),
        languages=tuple(sorted({t.report.language for t in told if t.report.language})),
        speech_events=one.speech_events,
        independent_origins=one.independent_origins,
        against=len(one.against),
    )


def around(
    ledger: Ledger, reports: Iterable[Report]
) -> tuple[list[Derivation], Mapping[str, Report]]:
    """Return who took from whom what some reports carry, and the reports of it."""
    if not hasattr(ledger, "trace"):
        whole = Traced(ledger.reports())
        return list(whole.trace.derivations), whole.reports
    edges: dict[tuple[str, str], Derivation] = {}
    there: dict[str, Report] = {}
    for report in reports:
        found = traced(ledger, report.id, limit=10)
        there |= found.reports
        edges |= {(edge.child, edge.parent): edge for edge in found.trace.derivations}
    return list(edges.values()), there
