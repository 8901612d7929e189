"""What all lists have in common: filters, cursors, tables."""

from __future__ import annotations

import csv
import io
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Annotated, Any, Final, Literal, TypeVar

import msgspec
from litestar import Request, Response
from litestar.openapi import ResponseSpec
from litestar.params import FromQuery, QueryParameter

from rawi.errors import UsageError
from rawi.export.csv_table import BOM, safe
from rawi.records import Type
from rawi.web.faults import PROBLEM, Problem
from rawi.web.responses import SafeResponse

CSV: Final = "text/csv"
Form = Literal["json", "csv"]
Wanted = TypeVar("Wanted")

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


def listed(
    request: Request[Any, Any, Any],
    form: Form | None,
    page: Any,
    table: tuple[Sequence[str], Iterable[Sequence[Any]]],
) -> Response[Any]:
    """Answer a page of a list, as JSON or as a table: whatever was asked for."""
    if not wants_csv(request, form):
        return SafeResponse(page, media_type="application/json")
    headers = {"Content-Disposition": "inline; filename=rawi.csv"}
    if page.next:
        headers["X-Next-Cursor"] = page.next
    return SafeResponse(_table(*table), media_type=CSV, headers=headers)


def wants_csv(request: Request[Any, Any, Any], form: Form | None) -> bool:
    """Tell whether a table is asked for, by `format` or by the Accept header."""
    if form is not None:
        return form == "csv"
    return request.accept.best_match(["application/json", CSV]) == CSV


def record_rows(kind: type, records: Iterable[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return a table of records: a column for each field, lists joined."""
    names = [field.name for field in msgspec.structs.fields(kind)]
    return names, [[getattr(one, name) for name in names] for one in records]


def _table(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return BOM + text.getvalue().encode("utf-8", "replace")


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
