"""Reports, attributions, statements and derivations: lists, and one by one."""

from __future__ import annotations

from typing import Any, Final, Literal

import msgspec
from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, FromQuery

from rawi.export.history import shown_values
from rawi.export.jsonl import attribution_values
from rawi.export.tables import REPORTS, STATEMENTS, report_row, statement_row
from rawi.ledger.ledger import Ledger
from rawi.ledger.search import Hit, Place
from rawi.ledger.statements.finding import MOST_ROWS
from rawi.records import Attribution, Derivation, Report, Statement, StatementRow, words
from rawi.web.api.lists import (
    FAULTS,
    Asked,
    Cursor,
    Form,
    Limit,
    Listing,
    answered,
    fields,
    place_of,
    whole,
)
from rawi.web.api.records import (
    AttributionRow,
    Attributions,
    Derivations,
    ReportRow,
    Reports,
    Statements,
)
from rawi.web.api.telling import JSONLD, Linked, Listed
from rawi.web.ids import id_of, quoted
from rawi.web.responses import SafeResponse

AnyRequest = Request[Any, Any, Any]
#: A hit, and what is said there.
Said = tuple[Hit, Attribution]

#: Hits that are held at a time while a table is made: each has the whole text of its report.
_TEXTS: Final = 32

_ELSEWHERE: Final = ResponseSpec(
    None, generate_examples=False, description="It became part of the one at Location."
)


@get("/reports", sync_to_thread=True, responses=FAULTS, operation_class=Listed)
def reports(
    request: AnyRequest,
    ledger: NamedDependency[Ledger],
    asked: NamedDependency[Asked],
    limit: Limit = 20,
    cursor: Cursor = None,
    format: FromQuery[Form | None] = None,
) -> Response[Reports]:
    """List reports: those that a search finds, the newest first of what fits alike."""
    of = ("reports", asked)
    listing = Listing(
        get=ledger.search(asked.q, **{**asked.filters, "within": "reports"}).after,
        told=lambda hits, after: Reports(items=[_row(hit) for hit in hits], next=after),
        names=[column.name for column in REPORTS],
        row=lambda hit: report_row(hit.report),
        of=of,
        at_a_time=_TEXTS,
    )
    return answered(request, format, listing, place_of(cursor, Place, *of), limit)


@get("/reports/{id:str}", sync_to_thread=True, responses=FAULTS)
def report(ledger: NamedDependency[Ledger], id: FromPath[str]) -> Response[Report]:
    """Return a report with its attributions, versions, origins and decisions."""
    shown = ledger.shown(id_of(id))
    if shown is None:
        raise NotFoundException(detail=f"no report {id_of(id)!r} in the ledger")
    return SafeResponse(shown_values(shown), media_type="application/json")


@get("/attributions", sync_to_thread=True, responses=FAULTS, operation_class=Listed)
def attributions(
    request: AnyRequest,
    ledger: NamedDependency[Ledger],
    asked: NamedDependency[Asked],
    limit: Limit = 20,
    cursor: Cursor = None,
    format: FromQuery[Form | None] = None,
) -> Response[Attributions]:
    """List attributions: those that a search finds, the newest first of what fits alike."""
    of = ("attributions", asked)
    found = ledger.search(asked.q, **{**asked.filters, "within": "statements"})

    def get(place: Place | None, most: int) -> tuple[list[Said], Place | None]:
        hits, after = found.after(place, most)
        return [(hit, hit.attribution) for hit in hits if hit.attribution is not None], after

    listing = Listing(
        get=get,
        told=lambda some, after: Attributions(items=[_said(*one) for one in some], next=after),
        names=[column.name for column in STATEMENTS],
        row=lambda one: statement_row(one[0].report, one[1]),
        of=of,
        at_a_time=_TEXTS,
    )
    return answered(request, format, listing, place_of(cursor, Place, *of), limit)


@get("/attributions/{report:str}/{id:str}", sync_to_thread=True, responses=FAULTS)
def attribution(
    ledger: NamedDependency[Ledger], report: FromPath[str], id: FromPath[str]
) -> Response[Attribution]:
    """Return one attribution of a report."""
    there = ledger.report(id_of(report))
    for one in there.attributions if there else ():
        if one.id == id_of(id):
            return SafeResponse(attribution_values(one), media_type="application/json")
    raise NotFoundException(detail=f"no attribution {id_of(report)}/{id_of(id)} in the ledger")


@get("/statements", sync_to_thread=True, responses=FAULTS, operation_class=Listed)
def statements(
    request: AnyRequest,
    ledger: NamedDependency[Ledger],
    asked: NamedDependency[Asked],
    limit: Limit = 20,
    cursor: Cursor = None,
    format: FromQuery[Form | None] = None,
) -> Response[Statements]:
    """List statements: those that a search finds, else those that most reports carry."""
    of = ("statements", asked)

    def get(place: str | None, most: int) -> tuple[tuple[StatementRow, ...], str | None]:
        found = ledger.statements(asked.q, limit=most, after=place, **asked.filters)
        return found.rows, found.after

    listing = Listing(
        get=get,
        told=lambda some, after: Statements(items=list(some), next=after),
        names=fields(StatementRow),
        row=msgspec.structs.astuple,
        of=of,
        at_a_time=MOST_ROWS,  # what is searched for is searched again for each page
    )
    return answered(request, format, listing, place_of(cursor, str, *of), limit)


@get(
    "/statements/{id:str}", sync_to_thread=True, responses={**FAULTS, 308: _ELSEWHERE},
    operation_class=Linked,
)  # fmt: skip
def statement(
    request: AnyRequest,
    ledger: NamedDependency[Ledger],
    id: FromPath[str],
    format: FromQuery[Literal["json", "jsonld"] | None] = None,
) -> Response[Statement]:
    """Return a statement with its members, origins and who speaks against it.

    The id of one that became part of another leads there (308).  With
    `Accept: application/ld+json`, or `format=jsonld`, it is told
    in the words of schema.org, PROV and Web Annotation.
    """
    found = ledger.statement(id_of(id))
    if found is None:
        raise NotFoundException(detail=f"no statement {id_of(id)!r} in the ledger")
    where = f"/api/v1/statements/{quoted(found.id)}"
    if found.id != id_of(id):
        asked = f"?format={format}" if format else ""
        return SafeResponse(
            None,
            status_code=308,
            headers={"Location": where + asked},
            media_type="application/json",
        )
    headers = {"Content-Location": where}
    kinds = ["application/json", JSONLD]
    wanted = request.accept.best_match(kinds) == kinds[1] if format is None else None
    if wanted or format == "jsonld":
        from rawi.export.jsonld import statement_values

        traced = ledger.trace(found.id, limit=1)
        told = statement_values(found, traced.trace, traced.reports)
        return SafeResponse(told, media_type=kinds[1], headers=headers)
    return SafeResponse(found, media_type=kinds[0], headers=headers)


@get("/derivations", sync_to_thread=True, responses=FAULTS, operation_class=Listed)
def derivations(
    request: AnyRequest,
    ledger: NamedDependency[Ledger],
    statement: FromQuery[str],
    format: FromQuery[Form | None] = None,
) -> Response[Derivations]:
    """List who took a statement from whom."""
    listing = Listing(
        get=whole(ledger.derivations(statement)),
        told=lambda some, _: Derivations(items=list(some)),
        names=fields(Derivation),
        row=msgspec.structs.astuple,
        of=("derivations", statement),
    )
    return answered(request, format, listing, None, 0)


def _row(hit: Hit) -> ReportRow:
    return ReportRow.of(hit.report, hit.snippet.span.of(hit.report.text))


def _said(hit: Hit, one: Attribution) -> AttributionRow:
    content = words(one.content, hit.report.text)
    return AttributionRow(
        report=_row(hit), attribution=one, content=content, marks=hit.snippet.marks
    )


routes = [
    reports, report, attributions, attribution, statements, statement, derivations,
]  # fmt: skip
