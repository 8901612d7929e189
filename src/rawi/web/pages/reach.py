"""What the pages ask a ledger about statements, in one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rawi.ledger.ledger import Ledger
from rawi.records import Derivation, Report, Statement, Trace

#: Statements of a report that its page knows, and of each newest report of an outlet.
MOST_STATEMENTS = 400
_AROUND = 10


def statement(ledger: Ledger, id: str) -> tuple[Statement, Trace, Mapping[str, Report]] | None:
    """Return a statement with its trace and reports, None where there is none.

    The id of one that became part of another gives that other.
    """
    one = ledger.statement(id)
    if one is None:
        return None
    found = ledger.trace(one.id, limit=1)
    return (one, found.trace, found.reports) if found.statement(one.id) else None


def of_report(ledger: Ledger, report: str) -> list[Statement]:
    """Return the statements that a report passes on."""
    return ledger.trace(report, limit=MOST_STATEMENTS).of_report(report)


def around(
    ledger: Ledger, reports: Iterable[Report]
) -> tuple[list[Derivation], Mapping[str, Report]]:
    """Return who took from whom what some reports carry, and the reports of it."""
    edges: dict[tuple[str, str], Derivation] = {}
    there: dict[str, Report] = {}
    for report in reports:
        found = ledger.trace(report.id, limit=_AROUND)
        there |= found.reports
        edges |= {(edge.child, edge.parent): edge for edge in found.trace.derivations}
    return list(edges.values()), there
