"""Decisions of persons about statements and derivations, and about attributions."""

from __future__ import annotations

from heapq import nsmallest
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery, JSONBody, PathParameter

from rawi.ledger.corrected import Action
from rawi.ledger.ledger import Ledger
from rawi.records import Attribution, Decision, DecisionKind
from rawi.web.api.lists import FAULTS, Cursor, Form, Limit, cursor_of, listed, place_of, record_rows
from rawi.web.api.records import Corrections, Decisions
from rawi.web.responses import SafeResponse


class NewDecision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to decide, about which attributions, statements or reports, who does, and why."""

    kind: DecisionKind
    subjects: list[str]
    who: str
    why: str | None = None


class NewCorrection(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to decide about an attribution of a report, who does, and why.

    `amended` is what "amend" makes of it, None for every other action.
    """

    report: str
    attribution: str
    action: Action
    who: str
    why: str | None = None
    amended: Attribution | None = None


@get("/decisions", sync_to_thread=True, responses=FAULTS)
def decisions(
    request: Request[Any, Any, Any],
    ledger: NamedDependency[Ledger],
    limit: Limit = 20,
    cursor: Cursor = None,
    format: FromQuery[Form | None] = None,
) -> Response[Decisions]:
    """List decisions about statements and derivations, the earliest first."""
    last = place_of(cursor, int, "decisions") or 0
    rest = [one for one in ledger.decisions() if one.id > last]
    some = rest[:limit]
    more = some[-1].id if len(rest) > limit else None
    page = Decisions(items=some, next=cursor_of(more, "decisions"))
    return listed(request, format, page, record_rows(Decision, some))


@post("/decisions", sync_to_thread=True, responses=FAULTS)
def decide(ledger: NamedDependency[Ledger], data: JSONBody[NewDecision]) -> Response[Decision]:
    """Decide: same, not-same, merge, split, derives, -not, same-speaker, different-speakers."""
    made = ledger.decide(data.kind, *data.subjects, who=data.who, why=data.why)
    return SafeResponse(made, status_code=201, media_type="application/json")


@delete("/decisions/{number:int}", sync_to_thread=True, status_code=200, responses=FAULTS)
def undo(
    ledger: NamedDependency[Ledger],
    number: Annotated[int, PathParameter(ge=0, le=2**53)],
    who: FromQuery[str],
) -> Response[Decision]:
    """Take a decision back; it stays in the list, with that."""
    return SafeResponse(ledger.undo(number, who=who), media_type="application/json")


@get("/corrections", sync_to_thread=True, responses=FAULTS)
def corrections(
    request: Request[Any, Any, Any],
    ledger: NamedDependency[Ledger],
    limit: Limit = 20,
    cursor: Cursor = None,
    format: FromQuery[Form | None] = None,
) -> Response[Corrections]:
    """List decisions about attributions, the earliest first."""
    from rawi.export.history import correction_values

    last = place_of(cursor, int, "corrections") or 0
    rest = nsmallest(
        limit + 1, (one for one in ledger.corrections() if one.id > last), key=lambda one: one.id
    )
    some = [correction_values(one) for one in rest[:limit]]
    more = rest[limit - 1].id if len(rest) > limit else None
    page = Corrections(items=some, next=cursor_of(more, "corrections"))
    names = [*correction_values(rest[0])] if rest else ["id"]
    return listed(request, format, page, (names, [list(one.values()) for one in some]))


@post("/corrections", sync_to_thread=True, responses=FAULTS)
def correct(ledger: NamedDependency[Ledger], data: JSONBody[NewCorrection]) -> Response[Any]:
    """Accept, reject or amend an attribution, or withdraw the last decision about it."""
    from rawi.export.history import correction_values

    made = ledger.correct(
        data.report, data.attribution, data.action, by=data.who, amended=data.amended, note=data.why
    )
    return SafeResponse(correction_values(made), status_code=201, media_type="application/json")


routes = [decisions, decide, undo, corrections, correct]
