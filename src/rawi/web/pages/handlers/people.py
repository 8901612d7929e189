"""Speakers and outlets: the lists, and a page for each."""

from __future__ import annotations

from itertools import islice
from typing import Any, Final

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from rawi.errors import UsageError
from rawi.ledger.ledger import Ledger
from rawi.ledger.search import Hit
from rawi.web.ids import id_of
from rawi.web.pages.asking import interface, page
from rawi.web.pages.rendering import href
from rawi.web.pages.views.outlet import Ways, ways

#: Rows of a list, hits of a page of a speaker, the newest reports of an outlet that are listed, and
#: those over which is counted who took from whom.
MOST: Final = 100
_HITS: Final = 25
_REPORTS: Final = 12
_TRACED: Final = 200
#: Outlets that one takes from, and that take from it: those with most.
_WAYS: Final = 40


@get("/speakers", sync_to_thread=True, include_in_schema=False)
def speakers(request: Request[Any, Any, Any], ledger: NamedDependency[Ledger]) -> Response[Any]:
    """List who speaks."""
    title = interface(request).messages.gettext("Speakers")
    return _list(request, "/speakers", title, lambda name: ledger.speakers(name))


@get("/outlets", sync_to_thread=True, include_in_schema=False)
def outlets(request: Request[Any, Any, Any], ledger: NamedDependency[Ledger]) -> Response[Any]:
    """List who publishes and relays."""
    title = interface(request).messages.gettext("Outlets")
    return _list(request, "/outlets", title, lambda name: ledger.outlets(name, limit=MOST + 1))


@get("/speakers/{name:str}", sync_to_thread=True, include_in_schema=False)
def speaker(
    request: Request[Any, Any, Any], name: FromPath[str], ledger: NamedDependency[Ledger]
) -> Response[Any]:
    """Show what somebody said over time."""
    name = id_of(name)
    asked = str(request.query_params.get("page", "1"))
    number = min(int(asked), 40) if asked.isdecimal() and int(asked) else 1
    hits: list[Hit] = []
    rows = []
    if any(char.isalnum() for char in name):
        rows = list(islice(ledger.speakers(name), 5))
        hits = ledger.search("", within="statements", speaker=name).page(number, _HITS)
    following = href("speakers", name, page=number + 1) if len(hits) == _HITS else None
    return page(
        request, "speaker.html", "/speakers", 200 if hits else 404, name=name, rows=rows,
        hits=hits, following=following,
    )  # fmt: skip


@get("/outlets/{name:str}", sync_to_thread=True, include_in_schema=False)
def outlet(
    request: Request[Any, Any, Any], name: FromPath[str], ledger: NamedDependency[Ledger]
) -> Response[Any]:
    """Show whom an outlet takes from and who takes from it."""
    name = id_of(name)
    rows = ledger.outlets(name, limit=5) if any(char.isalnum() for char in name) else []
    reports = (
        [h.report for h in ledger.search("", within="reports", outlet=name).page(1, _REPORTS)]
        if rows
        else []
    )
    found = ways(ledger.outlet_ways(rows[0], newest=_TRACED)) if rows else Ways()
    return page(
        request, "outlet.html", "/outlets", 200 if rows else 404, name=name, rows=rows,
        reports=reports, ways=found, sampled=bool(rows) and rows[0].published > _TRACED,
        traced=_TRACED, most=_WAYS,
    )  # fmt: skip


def _list(request: Request[Any, Any, Any], here: str, title: str, find: Any) -> Response[Any]:
    name = str(request.query_params.get("name", "")).strip()[:200]
    fault = None
    rows: list[Any] = []
    try:
        rows = list(islice(find(name or None), MOST + 1))
    except UsageError as error:
        fault = str(error)
    return page(
        request, "speakers.html", here, 400 if fault else 200, title=title, name=name,
        rows=rows[:MOST], more=len(rows) > MOST, fault=fault,
    )  # fmt: skip
