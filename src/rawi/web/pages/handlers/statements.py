"""The page of a statement, and what is decided about it and its routes."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any, Final, cast

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath

from rawi.errors import UsageError
from rawi.ledger.ledger import Ledger
from rawi.records import DecisionKind
from rawi.web.ids import id_of
from rawi.web.pages import reach
from rawi.web.pages.asking import go, interface, page
from rawi.web.pages.drawing import drawing
from rawi.web.pages.errors import gone
from rawi.web.pages.reasons import evidence, reason
from rawi.web.pages.rendering import href
from rawi.web.pages.views.statement import statement_page

#: Carriers that the table shows, unless all are asked for.
ROWS: Final = 60


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What the forms of a statement send: what is decided, about which subjects, who does."""

    kind: str
    by: str = ""
    subject: list[str] | str = []

    @property
    def subjects(self) -> list[str]:
        """The subjects, however many the form has."""
        return [self.subject] if isinstance(self.subject, str) else self.subject


@get("/statements/{key:str}", sync_to_thread=True, include_in_schema=False)
def statement(
    request: Request[Any, Any, Any], key: FromPath[str], ledger: NamedDependency[Ledger]
) -> Response[Any]:
    """Show a statement; the id of one that became part of another leads there."""
    found = reach.statement(ledger, id_of(key))
    if found is None:
        return gone(request, "statement")
    one, trace, reports = found
    if one.id != id_of(key):
        return go(href("statements", one.id))
    face = interface(request)
    shown = statement_page(one, trace, reports, face.language)
    if shown is None:
        return gone(request, "statement")
    whole = request.query_params.get("rows") == "all"
    return page(
        request,
        "statement.html",
        page=shown,
        rows=len(shown.carriers) if whole else ROWS,
        svg=drawing(shown, trace, face),
        jsonld="/api/v1" + href("statements", one.id) + "?format=jsonld",
        events=[reason(text, reports, face) for text in one.speech_events_why],
        evidence=partial(evidence, face=face),
        origins=[reason(text, reports, face) for text in one.independent_origins_why],
    )


@post("/statements/{key:str}/decide", sync_to_thread=True, include_in_schema=False)
def decide(
    key: FromPath[str],
    ledger: NamedDependency[Ledger],
    data: Annotated[Decided, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Decide about routes and members of a statement, and lead back to it."""
    id = id_of(key)
    if not data.by.strip():
        raise UsageError("who decides needs a name")
    if data.kind not in ("same", "split", "derives", "derives-not"):
        raise UsageError(f"{data.kind!r} is no decision about a statement")
    kind = cast(DecisionKind, data.kind)
    ledger.decide(kind, *_subjects(ledger, id, data), who=data.by)
    return go(href("statements", id), by=data.by)


def _subjects(ledger: Ledger, id: str, data: Decided) -> list[str]:
    """Return what a decision is about: "same" ties a carrier to the first of the others."""
    if data.kind == "split":
        return [id, *data.subjects]
    if data.kind != "same":
        return data.subjects
    found = reach.statement(ledger, id)
    names = [f"{m.report}/{m.attribution}" for m in found[0].members] if found else []
    others = [name for name in names if name not in data.subjects]
    return [*data.subjects, *others[:1]]
