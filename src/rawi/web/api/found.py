"""Reports, attributions, statements and derivations: lists, and one by one."""

from __future__ import annotations

from typing import Any, Final, Literal

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
from rawi.records import Attribution, Derivation, Report, Statement, StatementRow, words
from rawi.web.api.lists import (
    FAULTS,
    Asked,
    Cursor,
    Form,
    Limit,
    cursor_of,
    listed,
    place_of,
    record_rows,
)
from rawi.web.api.records import (
    AttributionRow,
    Attributions,
    Derivations,
    ReportRow,
    Reports,
    Statements,
)
from rawi.web.ids import id_of, quoted
from rawi.web.responses import SafeResponse

AnyRequest = Request[Any, Any, Any]


_ELSEWHERE: Final = ResponseSpec(
    None, generate_examples=False, description="It became part of the one at Location."
)


@get("/reports", sync_to_thread=True, responses=FAULTS)
def reports(
    request: AnyRequest,
    ledger: NamedDependency[Ledger],
    asked: NamedDependency[Asked],
    limit: Limit = 20,
    cursor: Cursor = None,
    format: FromQuery[Form | None] = None,
) -> Response[Reports]:
    """List reports: those that a search finds, the newest first of what fits alike."""
    place = place_of(cursor, Place, "reports", asked)
    found = ledger.search(asked.q, **{**asked.filters, "within": "reports"})
    hits, after = found.after(place, limit)
    page = Reports(items=[_row(hit) for hit in hits], next=cursor_of(after, "reports", asked))
    names = [column.name for column in REPORTS]
    return listed(request, format, page, (names, (report_row(hit.report) for hit in hits)))


@get("/reports/{id:str}", sync_to_thread=True, responses=FAULTS)
def report(ledger: NamedDependency[Ledger], id: FromPath[str]) -> Response[Report]:
    """Return a report with its attributions, versions, origins and decisions."""
    shown = ledger.shown(id_of(id))
    if shown is None:
        raise NotFoundException(detail=f"no report {id_of(id)!r} in the ledger")
    return SafeResponse(shown_values(shown), media_type="application/json")


@get("/attributions", sync_to_thread=True, responses=FAULTS)
def attributions(
    request: AnyRequest,
    ledger: NamedDependency[Ledger],
    asked: NamedDependency[Asked],
    limit: Limit = 20,
    cursor: Cursor = None,
    format: FromQuery[Form | None] = None,
) -> Response[Attributions]:
    """List attributions: those that a search finds, the newest first of what fits alike."""
    place = place_of(cursor, Place, "attributions", asked)
    found = ledger.search(asked.q, **{**asked.filters, "within": "statements"})
    hits, after = found.after(place, limit)
    said = [(hit, hit.attribution) for hit in hits if hit.attribution is not None]
    page = Attributions(
        items=[_said(hit, one) for hit, one in said],
        next=cursor_of(after, "attributions", asked),
    )
    names = [column.name for column in STATEMENTS]
    rows = (statement_row(hit.report, one) for hit, one in said)
    return listed(request, format, page, (names, rows))


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


@get("/statements", sync_to_thread=True, responses=FAULTS)
def statements(
    request: AnyRequest,
    ledger: NamedDependency[Ledger],
    asked: NamedDependency[Asked],
    limit: Limit = 20,
    cursor: Cursor = None,
    format: FromQuery[Form | None] = None,
) -> Response[Statements]:
    """List statements: those that a search finds, else those that most reports carry."""
    after = place_of(cursor, str, "statements", asked)
    found = ledger.statements(asked.q, limit=limit, after=after, **asked.filters)
    page = Statements(items=list(found.rows), next=cursor_of(found.after, "statements", asked))
    return listed(request, format, page, record_rows(StatementRow, page.items))


@get("/statements/{id:str}", sync_to_thread=True, responses={**FAULTS, 308: _ELSEWHERE})
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
    kinds = ["application/json", "application/ld+json"]
    wanted = request.accept.best_match(kinds) == kinds[1] if format is None else None
    if wanted or format == "jsonld":
        from rawi.export.jsonld import statement_values

        traced = ledger.trace(found.id, limit=1)
        told = statement_values(found, traced.trace, traced.reports)
        return SafeResponse(told, media_type=kinds[1], headers=headers)
    return SafeResponse(found, media_type=kinds[0], headers=headers)


@get("/derivations", sync_to_thread=True, responses=FAULTS)
def derivations(
    request: AnyRequest,
    ledger: NamedDependency[Ledger],
    statement: FromQuery[str],
    format: FromQuery[Form | None] = None,
) -> Response[Derivations]:
    """List who took a statement from whom."""
    page = Derivations(items=ledger.derivations(statement))
    return listed(request, format, page, record_rows(Derivation, page.items))


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
