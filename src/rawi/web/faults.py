"""What went wrong, told to whoever asked: problem+json to programs, a page to people."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException

from rawi.errors import BusyError, LedgerBusyError, QueryError, RawiError
from rawi.web import pages
from rawi.web.asgi import Receive, Scope, Send

API = "/api"
PROBLEM = "application/problem+json"
#: Seconds after which somebody whom the ledger kept out may try again.
_RETRY_AFTER = "5"

#: What has a good end later.
_LATER = (BusyError, LedgerBusyError)

_log = logging.getLogger("rawi.web")

AnyRequest = Request[Any, Any, Any]


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An error as RFC 9457 has it.

    `title` names the kind of error, `status` is that of HTTP, `detail` says what is wrong with
    this request and, where there is one, the way out.  `column` (from 1) is where a query is
    written wrongly.
    """

    title: str
    status: int
    detail: str
    type: str = "about:blank"
    column: int | None = None


def answer(
    request: AnyRequest,
    status: int,
    detail: str,
    *,
    column: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[Any]:
    """Return the response that tells of an error."""
    if not is_api(request.scope["path"]):
        page = pages.error_page(status, detail, request)
        page.headers.update(headers or {})
        return page
    problem = Problem(title=phrase(status), status=status, detail=detail, column=column)
    body = msgspec.json.encode(problem)
    return Response(body, status_code=status, media_type=PROBLEM, headers=dict(headers or {}))


def is_api(path: str) -> bool:
    """Tell whether a path is asked for by programs."""
    return path == API or path.startswith(f"{API}/")


def phrase(status: int) -> str:
    """Return the name of a status of HTTP."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


async def refuse(
    scope: Scope,
    receive: Receive,
    send: Send,
    status: int,
    detail: str,
    headers: Mapping[str, str] | None = None,
) -> None:
    """Send an error in the place of what was asked for, before any handler is."""
    request: AnyRequest = Request(scope, receive, send)
    response = answer(request, status, detail, headers=headers)
    await response.to_asgi_response(app=None, request=request)(scope, receive, send)


def of_http(request: AnyRequest, error: HTTPException) -> Response[Any]:
    """Answer what Litestar finds wrong."""
    headers = {str(name): str(value) for name, value in (error.headers or {}).items()}
    return answer(request, error.status_code, _detail(error, request), headers=headers)


def of_rawi(request: AnyRequest, error: RawiError) -> Response[Any]:
    """Answer an error that Rawi raises on purpose."""
    headers = {"Retry-After": _RETRY_AFTER} if isinstance(error, _LATER) else None
    column = error.column if isinstance(error, QueryError) else None
    if error.http_status >= HTTPStatus.INTERNAL_SERVER_ERROR and not isinstance(error, BusyError):
        _log.error("%s %s: %s", request.method, request.scope["path"], error)
    return answer(request, error.http_status, str(error), column=column, headers=headers)


def of_depth(request: AnyRequest, _: RecursionError) -> Response[Any]:
    """Answer what is nested deeper than anybody means it."""
    return answer(request, HTTPStatus.BAD_REQUEST, "the body is nested too deeply")


def of_fault(request: AnyRequest, error: Exception) -> Response[Any]:
    """Answer a fault of the server's own: told in its log, not to the client."""
    path = request.scope["path"]
    _log.error("%s %s: a fault of Rawi's own", request.method, path, exc_info=error)
    detail = "a fault of Rawi's own, which its log tells more of; please report it"
    return answer(request, HTTPStatus.INTERNAL_SERVER_ERROR, detail)


HANDLERS: dict[type[Exception] | int, Any] = {
    HTTPException: of_http,
    RawiError: of_rawi,
    RecursionError: of_depth,
    Exception: of_fault,
}


def _detail(error: HTTPException, request: AnyRequest) -> str:
    """Return what is wrong, each parameter or field by its name."""
    extra = error.extra if isinstance(error.extra, list) else []
    told = [f"{one.get('key', 'body')}: {one['message']}" for one in extra if "message" in one]
    if told:
        return "; ".join(told)
    if error.status_code == HTTPStatus.NOT_FOUND and error.detail in ("", phrase(404)):
        return f"there is nothing at {request.scope['path']}"
    return error.detail or phrase(error.status_code)
