"""Speakers and outlets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, TypeVar

import msgspec
from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from rawi.ledger.ledger import Ledger
from rawi.ledger.listing import OutletRow
from rawi.ledger.people.listing import SpeakerRow
from rawi.web.api.lists import (
    FAULTS,
    Cursor,
    Form,
    Limit,
    cursor_of,
    listed,
    place_of,
    record_rows,
)
from rawi.web.api.records import Outlets, Speakers

Row = TypeVar("Row")


class Key(msgspec.Struct, frozen=True, order=True, array_like=True):
    """By what rows are ordered, in that order: more counts first."""

    less: int
    name: str
    rest: str


@get("/speakers", sync_to_thread=True, responses=FAULTS)
def speakers(
    request: Request[Any, Any, Any],
    ledger: NamedDependency[Ledger],
    name: FromQuery[str | None] = None,
    limit: Limit = 20,
    cursor: Cursor = None,
    format: FromQuery[Form | None] = None,
) -> Response[Speakers]:
    """List who speaks, those with most attributions first; `name` is a part of a name."""
    place = place_of(cursor, Key, "speakers", name)
    some, last = _page(ledger.speakers(name), _speaker, place, limit)
    page = Speakers(items=some, next=cursor_of(last, "speakers", name))
    return listed(request, format, page, record_rows(SpeakerRow, some))


@get("/outlets", sync_to_thread=True, responses=FAULTS)
def outlets(
    request: Request[Any, Any, Any],
    ledger: NamedDependency[Ledger],
    name: FromQuery[str | None] = None,
    limit: Limit = 20,
    cursor: Cursor = None,
    format: FromQuery[Form | None] = None,
) -> Response[Outlets]:
    """List who publishes and relays, those with most first; `name` is a name or a domain."""
    place = place_of(cursor, Key, "outlets", name)
    some, last = _page(ledger.outlets(name), _outlet, place, limit)
    page = Outlets(items=some, next=cursor_of(last, "outlets", name))
    return listed(request, format, page, record_rows(OutletRow, some))


def _page(
    rows: Iterable[Row], key: Callable[[Row], Key], after: Key | None, limit: int
) -> tuple[list[Row], Key | None]:
    """Return the rows after a place, and the place of the last where more follow."""
    rest = (row for row in rows if after is None or key(row) > after)
    some = list(islice(rest, limit + 1))
    return some[:limit], key(some[limit - 1]) if len(some) > limit else None


def _speaker(row: SpeakerRow) -> Key:
    return Key(-row.statements, row.name, row.kind)


def _outlet(row: OutletRow) -> Key:
    return Key(-row.published - row.relayed, row.name, row.id or "")


routes = [speakers, outlets]
