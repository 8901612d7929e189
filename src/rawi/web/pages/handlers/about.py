"""The interface itself: its language and colours, its keys, its files."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from litestar import Request, Response, get
from litestar.datastructures import Cookie
from litestar.response import Redirect
from litestar.static_files import create_static_files_router

from rawi.web.login import local
from rawi.web.pages.asking import LANGUAGE, SEE_OTHER, THEME, page, remembered
from rawi.web.pages.interface import THEMES, languages

_STATIC: Final = Path(__file__).parents[1] / "static"

files = create_static_files_router(
    "/static", [_STATIC], include_in_schema=False, send_as_attachment=False
)


@get("/interface", sync_to_thread=False, include_in_schema=False)
def choose(request: Request[Any, Any, Any]) -> Response[Any]:
    """Remember the language or the colours, and go back."""
    asked = request.query_params
    cookies: list[Cookie] = []
    if asked.get("language") in languages():
        cookies.append(remembered(LANGUAGE, str(asked["language"])))
    if asked.get("theme") in THEMES:
        cookies.append(remembered(THEME, str(asked["theme"])))
    then = local(str(asked.get("then", "/")))
    return Redirect(then, status_code=SEE_OTHER, cookies=cookies)


@get("/keys", sync_to_thread=False, include_in_schema=False)
def keys(request: Request[Any, Any, Any]) -> Response[Any]:
    """List the keys."""
    return page(request, "keys.html")
