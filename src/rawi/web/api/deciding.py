"""Decisions of persons about statements and derivations; and adding a report."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from litestar import Request, Response, delete, get, post
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromQuery, JSONBody, PathParameter

from rawi.errors import InputError
from rawi.ledger.corrected import Action
from rawi.ledger.identity import key_of
from rawi.ledger.ledger import Ledger
from rawi.records import Attribution, Decision, DecisionKind, Report
from rawi.web.api.lists import FAULTS, Cursor, Form, Limit, cursor_of, listed, place_of, record_rows
from rawi.web.api.records import Decisions
from rawi.web.ids import quoted
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


class NewReport(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report to be read and kept: its text, or the mark-up of its page.

    One of `text` and `html` has to be there.  What is None the text may tell.
    """

    text: str | None = None
    html: str | None = None
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """The id of a report that was given, and whether it was new."""

    id: str
    outcome: Literal["added", "changed", "known"]


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


@post("/corrections", sync_to_thread=True, responses=FAULTS)
def correct(ledger: NamedDependency[Ledger], data: JSONBody[NewCorrection]) -> Response[Any]:
    """Accept, reject or amend an attribution, or withdraw the last decision about it."""
    from rawi.export.history import correction_values

    made = ledger.correct(
        data.report, data.attribution, data.action, by=data.who, amended=data.amended, note=data.why
    )
    return SafeResponse(correction_values(made), status_code=201, media_type="application/json")


_KNOWN = ResponseSpec(Kept, generate_examples=False, description="It is there already.")


@post("/reports", sync_to_thread=True, responses={**FAULTS, 200: _KNOWN})
def add(ledger: NamedDependency[Ledger], data: JSONBody[NewReport]) -> Response[Kept]:
    """Read a report and keep it; what is there already is known, and stays as it is."""
    report, given = _report(data)
    faults: list[InputError] = []
    counts = ledger.add([report], on_skip=faults.append)
    if faults:
        raise faults[0]
    outcome: Any = "added" if counts.added else "changed" if counts.changed else "known"
    headers = {"Location": f"/api/v1/reports/{quoted(given)}"}
    status = 200 if outcome == "known" else 201
    told = Kept(id=given, outcome=outcome)
    return SafeResponse(told, status_code=status, headers=headers, media_type="application/json")


def _report(data: NewReport) -> tuple[Report, str]:
    """Return the report, and the id under which it is kept; raises InputError."""
    if (data.text is None) == (data.html is None):
        raise InputError("the report", "one of text and html has to be given")
    if data.html is not None:
        from rawi.intake import from_html

        page = data.html.encode("utf-8", "replace")
        report = from_html(page, id="text", url=data.url, charset="utf-8")
    else:
        report = Report(id="text", text=data.text or "")
    told = msgspec.structs.asdict(data)
    names = ("title", "publisher", "url", "published", "language")
    report = msgspec.structs.replace(
        report, **{name: told[name] for name in names if told[name] is not None}
    )
    id = data.id or key_of(report, False)
    report = msgspec.structs.replace(report, id=id)
    return report, key_of(report, True)


routes = [decisions, decide, undo, correct, add]
