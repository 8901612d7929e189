"""What the pages ask a ledger about statements, in one place."""

from __future__ import annotations

from collections.abc import Mapping

from rawi.ledger.ledger import Ledger
from rawi.records import Report, Statement, Trace

#: Statements of a report that its page knows.
MOST_STATEMENTS = 400


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
    return ledger.statements_of(report, limit=MOST_STATEMENTS)
