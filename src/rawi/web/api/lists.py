"""What all lists have in common: filters, cursors, tables."""

from __future__ import annotations

import csv
import io
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Annotated, Any, Final, Generic, Literal, TypeVar

import msgspec
from litestar import Request, Response
from litestar.openapi import ResponseSpec
from litestar.params import FromQuery, QueryParameter
from litestar.response import Stream

from rawi.errors import UsageError
from rawi.export.csv_table import BOM, safe
from rawi.records import Type
from rawi.web.faults import PROBLEM, Problem
from rawi.web.responses import SafeResponse

CSV: Final = "text/csv"
#: The header of a table of one page that holds the cursor of the next.
NEXT: Final = "X-Next-Cursor"
Form = Literal["json", "csv"]
Wanted = TypeVar("Wanted")
One = TypeVar("One")
At = TypeVar("At")

#: What any request may be answered that asks for something wrongly, or for nothing that is there.
FAULTS: Final = {
    status: ResponseSpec(Problem, generate_examples=False, description=told, media_type=PROBLEM)
    for status, told in {
        400: "It cannot be asked so.",
        401: "A token is needed.",
        403: "It is not allowed: read-only, or from a page of another site.",
        404: "There is no such thing.",
        405: "Not with this method.",
        413: "It is too large.",
        415: "It is of a kind that cannot be taken.",
        421: "The server is not called so.",
        422: "What was given cannot be read.",
        503: "The ledger is busy: try again later.",
    }.items()
}

Limit = Annotated[int, QueryParameter(ge=1, le=1_000, description="Rows of a page.")]
Cursor = Annotated[str | None, QueryParameter(description="`next` of the page before.")]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The query and the filters of `rawi search`, those alone that were given."""

    q: str
    filters: dict[str, Any]


def asked(
    q: FromQuery[str] = "",
    speaker: FromQuery[str | None] = None,
    outlet: FromQuery[str | None] = None,
    via: FromQuery[str | None] = None,
    language: FromQuery[str | None] = None,
    since: FromQuery[str | None] = None,
    until: FromQuery[str | None] = None,
    type: FromQuery[Type | None] = None,
    anonymous: FromQuery[bool | None] = None,
) -> Asked:
    """Gather what is searched for."""
    given = {
        "speaker": speaker, "outlet": outlet, "via": via, "language": language, "since": since,
        "until": until, "type": type, "anonymous": anonymous,
    }  # fmt: skip
    return Asked(q=q, filters={name: one for name, one in given.items() if one is not None})


def cursor_of(value: Any, *of: Any) -> str | None:
    """Return a place in the list of `of` as clients hand it back; None for None."""
    if value is None:
        return None
    told = msgspec.json.encode([_digest(of), value])
    return urlsafe_b64encode(told).decode().rstrip("=")


def place_of(cursor: str | None, kind: type[Wanted], *of: Any) -> Wanted | None:
    """Return the place that a cursor stands for; raises UsageError for one of another list."""
    if cursor is None:
        return None
    try:
        told = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        digest, value = msgspec.json.decode(told, type=tuple[str, msgspec.Raw])
        if digest == _digest(of):
            return msgspec.json.decode(value, type=kind)
    except (ValueError, msgspec.MsgspecError):
        pass
    raise UsageError("the cursor is none of this list: begin again without it")


class Listing(msgspec.Struct, Generic[One, At], frozen=True, kw_only=True):
    """A list: how to get some of it, and how that is told.

    `get` returns the rows after a place (None is the beginning), as many as asked for at most,
    and the place of the last where more follow.  `told` makes the page of rows and a cursor;
    `names` and `row` are the columns of the table and one line of it.  `of` is what tells the
    list's cursors from those of others.  `at_a_time` rows are held while a table is made.
    """

    get: Callable[[At | None, int], tuple[Sequence[One], At | None]]
    told: Callable[[Sequence[One], str | None], Any]
    names: Sequence[str]
    row: Callable[[One], Sequence[Any]]
    of: tuple[Any, ...]
    at_a_time: int = 200

    def chunks(self, some: Sequence[One], place: At | None) -> Iterator[bytes]:
        """Yield the table of rows and of all that follows a place, some lines at a time."""
        yield BOM + _lines([self.names])
        while True:
            yield _lines([_cell(cell) for cell in self.row(one)] for one in some)
            if place is None:
                return
            some, place = self.get(place, self.at_a_time)


def answered(
    request: Request[Any, Any, Any],
    form: Form | None,
    listing: Listing[One, At],
    place: At | None,
    limit: int,
) -> Response[Any]:
    """Answer a list: a page of it as JSON, or as a table, whichever was asked for.

    The table is of all that follows the place, sent while it is made; with a limit in the
    request it is of a page, too, and its header `X-Next-Cursor` tells the next one.
    """
    if not wants_csv(request, form):
        some, after = listing.get(place, limit)
        page = listing.told(some, cursor_of(after, *listing.of))
        return SafeResponse(page, media_type="application/json")
    headers = {"Content-Disposition": "inline; filename=rawi.csv"}
    if "limit" not in request.query_params:
        # The first are got before anything is sent: what cannot be asked is told as a problem.
        chunks = listing.chunks(*listing.get(place, listing.at_a_time))
        return Stream(chunks, media_type=CSV, headers=headers)
    some, after = listing.get(place, limit)
    if (cursor := cursor_of(after, *listing.of)) is not None:
        headers[NEXT] = cursor
    return SafeResponse(b"".join(listing.chunks(some, None)), media_type=CSV, headers=headers)


def whole(rows: Iterable[One]) -> Callable[[None, int], tuple[Sequence[One], None]]:
    """Return how to get a list that has one page alone."""
    return lambda _, __: (list(rows), None)


def wants_csv(request: Request[Any, Any, Any], form: Form | None) -> bool:
    """Tell whether a table is asked for, by `format` or by the Accept header."""
    if form is not None:
        return form == "csv"
    return request.accept.best_match(["application/json", CSV]) == CSV


def fields(kind: type) -> list[str]:
    """Return the columns of a table of records: one for each field."""
    return [field.name for field in msgspec.structs.fields(kind)]


def _lines(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def _cell(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return str(cell)
    if isinstance(cell, tuple | list) and all(isinstance(one, str) for one in cell):
        return safe("; ".join(cell))
    return safe(cell if isinstance(cell, str) else msgspec.json.encode(cell).decode())


def _digest(of: Any) -> str:
    return blake2b(repr(of).encode("utf-8", "replace"), digest_size=6).hexdigest()
