"""The start page: search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from litestar import Request, Response, get
from litestar.di import NamedDependency

from rawi.errors import UsageError
from rawi.ledger.facets import Facets
from rawi.ledger.ledger import Ledger
from rawi.web.pages.asking import page
from rawi.web.pages.views.search import FILTERS, Group, SearchPage

#: Results of a page, and the last page of attributions that is shown.
SIZE: Final = 20
_LAST_PAGE: Final = 50
#: Characters of a query: a pasted quotation, not a book.
_LONGEST: Final = 2_000


@get("/", sync_to_thread=True, include_in_schema=False)
def home(request: Request[Any, Any, Any], ledger: NamedDependency[Ledger]) -> Response[Any]:
    """Show what was asked for, else what most reports carry."""
    given = {
        name: value[:_LONGEST].strip()
        for name in ("q", "kind", *FILTERS, "page", "after")
        if isinstance(value := request.query_params.get(name), str) and value.strip()
    }
    try:
        shown = _searched(ledger, given)
    except UsageError as error:
        shown = SearchPage(given, fault=str(error))
    status = 400 if shown.fault else 200
    return page(request, "search.html", "/", status, page=shown, waiting=ledger.untraced().reports)


def _searched(ledger: Ledger, given: Mapping[str, str]) -> SearchPage:
    shown = SearchPage(given)
    if not shown.asked and not ledger.search("").page(1, 1):
        return replace(shown, empty=True)
    filters: dict[str, Any] = dict(shown.filters)
    found = ledger.search(shown.query, within="statements", **filters)
    facets = found.facets() if shown.asked else Facets()
    shown = replace(
        shown,
        groups=tuple(_groups(facets, shown.filters)),
        complete=facets.complete,
        total=facets.counted if shown.asked else None,
        total_more=not facets.complete,
    )
    if shown.kind == "attributions":
        return _attributions(ledger, shown, filters)
    listed = ledger.statements(shown.query, limit=SIZE, after=given.get("after"), **filters)
    following = shown.link(after=listed.after) if listed.after else None
    previous = shown.link(after=None) if given.get("after") else None
    return replace(shown, rows=listed.rows, following=following, previous=previous)


def _attributions(ledger: Ledger, shown: SearchPage, filters: Mapping[str, Any]) -> SearchPage:
    asked = shown.given.get("page", "1")
    number = min(int(asked), _LAST_PAGE) if asked.isdecimal() and int(asked) else 1
    hits = ledger.search(shown.query, **filters).page(number, SIZE)
    more = len(hits) == SIZE and number < _LAST_PAGE
    return replace(
        shown,
        hits=hits,
        previous=shown.link(page=str(number - 1)) if number > 1 else None,
        following=shown.link(page=str(number + 1)) if more else None,
    )


def _groups(facets: Facets, chosen: Mapping[str, str]) -> list[Group]:
    """Return the filters that would narrow what was found."""
    found = {
        "language": facets.languages,
        "type": facets.types,
        "speaker": facets.speakers,
        "outlet": facets.outlets,
    }
    return [Group(name, its) for name, its in found.items() if its and name not in chosen]
