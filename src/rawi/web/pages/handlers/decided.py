"""The list of what people decided, and undoing it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Annotated, Any, Final

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath

from rawi.errors import UsageError
from rawi.ledger.corrected import Correction
from rawi.ledger.history import instant
from rawi.ledger.ledger import Ledger
from rawi.records import Decision
from rawi.web.pages.asking import go, page
from rawi.web.pages.rendering import href

#: Decisions that the page lists: the latest.
MOST: Final = 200


class Undone(msgspec.Struct, frozen=True, kw_only=True):
    """What the form of undoing sends."""

    by: str = ""
    action: str = ""
    then: str = ""


@dataclass(frozen=True)
class Subject:
    """What a decision is about: its words, and where they are."""

    text: str
    href: str


@dataclass(frozen=True)
class Row:
    """One decision in the list; `undo` is where to undo it, None where that cannot be."""

    number: int
    at: str
    by: str
    what: str
    subjects: tuple[Subject, ...]
    why: str | None
    undone: bool = False
    undo: str | None = None


@get("/decisions", sync_to_thread=True, include_in_schema=False)
def decisions(request: Request[Any, Any, Any], ledger: NamedDependency[Ledger]) -> Response[Any]:
    """List them, the latest first."""
    last = deque(sorted(ledger.corrections(), key=lambda one: one.id), maxlen=MOST + 1)
    corrections = [_correction(one) for one in reversed(last)][:MOST]
    about = [_decision(one) for one in ledger.decisions()[: -MOST - 1 : -1]]
    return page(
        request, "decisions.html", "/decisions", corrections=corrections, decisions=about,
        more=len(last) > MOST,
    )  # fmt: skip


@post("/decisions/{number:int}/undo", sync_to_thread=True, include_in_schema=False)
def undo(
    number: FromPath[int],
    ledger: NamedDependency[Ledger],
    data: Annotated[Undone, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Take a decision about statements or derivations back."""
    if not data.by.strip():
        raise UsageError("who decides needs a name")
    ledger.undo(number, who=data.by)
    return go("/decisions", by=data.by)


def _correction(one: Correction) -> Row:
    where = href("reports", one.report)
    return Row(
        number=one.id,
        at=instant(one.at),
        by=one.by,
        what=one.action,
        subjects=(Subject(one.quote[:160], where),),
        why=one.note,
    )


def _decision(one: Decision) -> Row:
    subjects = [
        Subject(place.quote[:80], f"{href('reports', place.report)}#c-{place.attribution}")
        for place in (*one.one, *one.other)
    ]
    subjects += [Subject(id, href("reports", id)) for id in (one.child, one.parent) if id]
    return Row(
        number=one.id,
        at=one.at,
        by=one.by,
        what=one.kind,
        subjects=tuple(subjects),
        why=one.why,
        undone=one.undone,
        undo=None if one.undone else href("decisions", str(one.id), "undo"),
    )
