"""The page of a report, and what is decided about its attributions."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any, cast

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath

from rawi.errors import UsageError
from rawi.export.safe import lines_kept
from rawi.ledger.corrected import Action
from rawi.ledger.history import Shown
from rawi.ledger.ledger import Ledger
from rawi.records import Attribution, Report
from rawi.web.ids import id_of
from rawi.web.login import local
from rawi.web.pages import reach
from rawi.web.pages.amending import Amendment, amended, as_written
from rawi.web.pages.asking import go, interface, page
from rawi.web.pages.errors import gone
from rawi.web.pages.rendering import href
from rawi.web.pages.rules import rule
from rawi.web.pages.views.report import report_page


class Decided(Amendment, frozen=True, kw_only=True):
    """What the forms of a report send: what is decided, and an amendment where it is one."""

    action: str
    by: str = ""
    then: str = ""


@get("/reports/{key:str}", sync_to_thread=True, include_in_schema=False)
def report(
    request: Request[Any, Any, Any], key: FromPath[str], ledger: NamedDependency[Ledger]
) -> Response[Any]:
    """Show a report."""
    shown = ledger.shown(id_of(key))
    if shown is None:
        return gone(request, "report")
    statements = reach.of_report(ledger, shown.report.id)
    told = partial(rule, interface(request))
    return page(request, "report.html", page=report_page(shown, statements), rule=told)


@get("/reports/{key:str}/{name:str}/amend", sync_to_thread=True, include_in_schema=False)
def amend(
    request: Request[Any, Any, Any],
    key: FromPath[str],
    name: FromPath[str],
    ledger: NamedDependency[Ledger],
) -> Response[Any]:
    """Show the form that amends an attribution."""
    shown = ledger.shown(id_of(key))
    one = _named(shown, id_of(name))
    if shown is None or one is None:
        return gone(request, "report")
    return _form(request, shown.report, one, as_written(one, shown.report))


@post("/reports/{key:str}/{name:str}/decide", sync_to_thread=True, include_in_schema=False)
def decide(
    request: Request[Any, Any, Any],
    key: FromPath[str],
    name: FromPath[str],
    ledger: NamedDependency[Ledger],
    data: Annotated[Decided, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Decide about an attribution, and lead back to it."""
    report, name = id_of(key), id_of(name)
    if data.action not in ("accept", "reject", "amend", "withdraw"):
        raise UsageError(f"{data.action!r} is no decision: accept, reject, amend or withdraw")
    action = cast(Action, data.action)
    if action != "amend":
        ledger.correct(report, name, action, by=data.by, note=data.note or None)
        there = f"{href('reports', report)}#c-{name}"
        return go(local(data.then) if data.then else there, by=data.by)
    shown = ledger.shown(report)
    one = _named(shown, name)
    if shown is None or one is None:
        return gone(request, "report")
    try:
        better = amended(one, shown.report, data)
        ledger.correct(report, name, "amend", by=data.by, amended=better, note=data.note or None)
    except UsageError as error:
        return _form(request, shown.report, one, data, str(error))
    return go(f"{href('reports', report)}#c-{name}", by=data.by)


def _form(
    request: Request[Any, Any, Any],
    report: Report,
    one: Attribution,
    values: Amendment,
    fault: str | None = None,
) -> Response[Any]:
    number = 1 + next((n for n, its in enumerate(report.attributions) if its.id == one.id), 0)
    return page(
        request, "amend.html", status=400 if fault else 200, report=report, one=one,
        number_=number, values=msgspec.structs.asdict(values), fault=fault,
        text=lines_kept(report.text),
    )  # fmt: skip


def _named(shown: Shown | None, name: str) -> Attribution | None:
    found = shown.report.attributions if shown else ()
    return next((one for one in found if one.id == name), None)
