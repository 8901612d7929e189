"""Decisions of persons about statements and derivations, and about attributions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nsmallest
from typing import Annotated, Any, Final, TypeVar

import msgspec
from litestar import Request, Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery, JSONBody, PathParameter

from rawi.ledger.corrected import Action, Correction
from rawi.ledger.ledger import Ledger
from rawi.records import Attribution, Decision, DecisionKind
from rawi.web.api.lists import FAULTS, Cursor, Form, Limit, Listing, answered, fields, place_of
from rawi.web.api.records import Corrections, Decisions
from rawi.web.api.telling import Listed
from rawi.web.responses import SafeResponse

Row = TypeVar("Row", Decision, Correction)

#: The columns of decisions about attributions (`export.history.correction_values`).
CORRECTION: Final = (
    "id", "report", "action", "by", "at", "note", "text_hash", "content", "quote", "amended",
)  # fmt: skip
#: Decisions of a table that are got at a time, each time from among all of them.
_AT_A_TIME: Final = 5_000


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


@get("/decisions", sync_to_thread=True, responses=FAULTS, operation_class=Listed)
def decisions(
    request: Request[Any, Any, Any],
    ledger: NamedDependency[Ledger],
    limit: Limit = 20,
    cursor: Cursor = None,
    format: FromQuery[Form | None] = None,
) -> Response[Decisions]:
    """List decisions about statements and derivations, the earliest first."""
    listing = Listing(
        get=lambda place, most: _after(ledger.decisions(), place, most),
        told=lambda some, after: Decisions(items=list(some), next=after),
        names=fields(Decision),
        row=msgspec.structs.astuple,
        of=("decisions",),
        at_a_time=_AT_A_TIME,
    )
    return answered(request, format, listing, place_of(cursor, int, "decisions"), limit)


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


@get("/corrections", sync_to_thread=True, responses=FAULTS, operation_class=Listed)
def corrections(
    request: Request[Any, Any, Any],
    ledger: NamedDependency[Ledger],
    limit: Limit = 20,
    cursor: Cursor = None,
    format: FromQuery[Form | None] = None,
) -> Response[Corrections]:
    """List decisions about attributions, the earliest first."""
    from rawi.export.history import correction_values

    def told(some: Sequence[Correction], after: str | None) -> Corrections:
        return Corrections(items=[correction_values(one) for one in some], next=after)

    listing = Listing(
        get=lambda place, most: _after(ledger.corrections(), place, most),
        told=told,
        names=CORRECTION,
        row=lambda one: [correction_values(one)[name] for name in CORRECTION],
        of=("corrections",),
        at_a_time=_AT_A_TIME,
    )
    return answered(request, format, listing, place_of(cursor, int, "corrections"), limit)


@post("/corrections", sync_to_thread=True, responses=FAULTS)
def correct(ledger: NamedDependency[Ledger], data: JSONBody[NewCorrection]) -> Response[Any]:
    """Accept, reject or amend an attribution, or withdraw the last decision about it."""
    from rawi.export.history import correction_values

    made = ledger.correct(
        data.report, data.attribution, data.action, by=data.who, amended=data.amended, note=data.why
    )
    return SafeResponse(correction_values(made), status_code=201, media_type="application/json")


def _after(some: Iterable[Row], place: int | None, most: int) -> tuple[list[Row], int | None]:
    """Return what was decided after a number, and the last number where more follow."""
    rest = nsmallest(
        most + 1, (one for one in some if one.id > (place or 0)), key=lambda one: one.id
    )
    return rest[:most], rest[most - 1].id if len(rest) > most else None


routes = [decisions, decide, undo, corrections, correct]
