"""What a request says beside its address: the interface it wants, and who asks."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote, unquote

from litestar import MediaType, Request, Response
from litestar.datastructures import Cookie
from litestar.response import Redirect

from rawi.web.pages.interface import SOURCE, THEMES, Interface, languages
from rawi.web.pages.rendering import render

LANGUAGE: Final = "rawi_language"
THEME: Final = "rawi_theme"
NAME: Final = "rawi_name"
#: A year, in seconds.
_REMEMBERED: Final = 365 * 86_400
SEE_OTHER: Final = 303

AnyRequest = Request[Any, Any, Any]


def interface(request: AnyRequest) -> Interface:
    """Return the interface that was chosen, else that the browser asks for."""
    chosen = request.cookies.get(LANGUAGE, "")
    language = chosen if chosen in languages() else _accepted(request)
    theme = request.cookies.get(THEME, "auto")
    return Interface(language, theme if theme in THEMES else "auto")


def page(
    request: AnyRequest, template: str, here: str = "", status: int = 200, **values: Any
) -> Response[bytes]:
    """Return a page in the interface of the request; `here` is the entry of the menu."""
    face = interface(request)
    settings = (
        getattr(request.app.state, "settings", None) if "litestar_app" in request.scope else None
    )
    body = render(
        template,
        face,
        here=here,
        then=own_address(request),
        by=who(request),
        told="",
        read_only=bool(settings and settings.read_only),
        **values,
    )
    return Response(body, status_code=status, media_type=MediaType.HTML)


def go(where: str, *, by: str | None = None) -> Response[Any]:
    """Return what leads to another page of ours; `by` is remembered as who decides."""
    cookies = [remembered(NAME, quote(by, errors="replace"))] if by else []
    return Redirect(where, status_code=SEE_OTHER, cookies=cookies)


def remembered(key: str, value: str) -> Cookie:
    """Return a cookie that a browser keeps for a year."""
    return Cookie(key=key, value=value, max_age=_REMEMBERED, samesite="lax", httponly=True)


def who(request: AnyRequest) -> str:
    """Return who decided last in this browser, "" where nobody did."""
    return unquote(request.cookies.get(NAME, ""), errors="replace")[:200]


def own_address(request: AnyRequest) -> str:
    """Return path and query of a request as they are written."""
    raw = request.scope.get("raw_path") or quote(request.scope["path"]).encode()
    query = request.scope["query_string"].decode("latin-1")
    path = raw.partition(b"?")[0].decode("latin-1")
    return f"{path}?{query}" if query else path


def _accepted(request: AnyRequest) -> str:
    """Return the first language that a browser asks for and the interface speaks."""
    for one in request.headers.get("accept-language", "").split(","):
        code = one.partition(";")[0].strip().partition("-")[0].lower()
        if code in languages():
            return code
    return SOURCE
