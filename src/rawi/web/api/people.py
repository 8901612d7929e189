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
from rawi.ledger.outlet_counts import OutletRow
from rawi.ledger.people.listing import SpeakerRow
from rawi.web.api.lists import (
    FAULTS,
    Cursor,
    Form,
    Limit,
    Listing,
    answered,
    fields,
    place_of,
)
from rawi.web.api.records import Outlets, Speakers
from rawi.web.api.telling import Listed

Row = TypeVar("Row")


class Key(msgspec.Struct, frozen=True, order=True, array_like=True):
    """By what rows are ordered, in that order: more counts first."""

    less: int
    name: str
    rest: str


@get("/speakers", sync_to_thread=True, responses=FAULTS, operation_class=Listed)
def speakers(
    request: Request[Any, Any, Any],
    ledger: NamedDependency[Ledger],
    name: FromQuery[str | None] = None,
    limit: Limit = 20,
    cursor: Cursor = None,
    format: FromQuery[Form | None] = None,
) -> Response[Speakers]:
    """List who speaks, those with most attributions first; `name` is a part of a name."""
    of = ("speakers", name)

    def get(after: Key | None, most: int) -> tuple[list[SpeakerRow], Key | None]:
        place = (-after.less, after.name, after.rest) if after else None
        return _page(ledger.speakers(name, after=place), _speaker, most)

    listing = Listing(
        get=get,
        told=lambda some, after: Speakers(items=list(some), next=after),
        names=fields(SpeakerRow),
        row=msgspec.structs.astuple,
        of=of,
    )
    return answered(request, format, listing, place_of(cursor, Key, *of), limit)


@get("/outlets", sync_to_thread=True, responses=FAULTS, operation_class=Listed)
def outlets(
    request: Request[Any, Any, Any],
    ledger: NamedDependency[Ledger],
    name: FromQuery[str | None] = None,
    limit: Limit = 20,
    cursor: Cursor = None,
    format: FromQuery[Form | None] = None,
) -> Response[Outlets]:
    """List who publishes and relays, those with most first; `name` is a name or a domain."""
    of = ("outlets", name)

    def get(after: Key | None, most: int) -> tuple[list[OutletRow], Key | None]:
        place = (-after.less, after.name, after.rest) if after else None
        return _page(ledger.outlets(name, limit=most + 1, after=place), _outlet, most)

    listing = Listing(
        get=get,
        told=lambda some, after: Outlets(items=list(some), next=after),
        names=fields(OutletRow),
        row=msgspec.structs.astuple,
        of=of,
    )
    return answered(request, format, listing, place_of(cursor, Key, *of), limit)


def _page(
    rows: Iterable[Row], key: Callable[[Row], Key], most: int
) -> tuple[list[Row], Key | None]:
    """Return the first rows, and the place of the last of them where more follow."""
    some = list(islice(rows, most + 1))
    return some[:most], key(some[most - 1]) if len(some) > most else None


def _speaker(row: SpeakerRow) -> Key:
    return Key(-row.statements, row.name, row.kind)


def _outlet(row: OutletRow) -> Key:
    return Key(-row.published - row.relayed, row.name, row.id or "")


routes = [speakers, outlets]
