"""The pages for people."""

from __future__ import annotations

from html import escape
from typing import Any

from litestar import MediaType, Request, Response
from litestar.types import ControllerRouterHandler

#: The handlers of all pages.
routes: list[ControllerRouterHandler] = []


def error_page(status: int, message: str, request: Request[Any, Any, Any]) -> Response[Any]:
    """Return the page that tells a person what went wrong; `message` is plain text."""
    body = f"<h1>{status}</h1><p>{escape(message)}</p>"
    return _page(status, str(status), body)


def login_page(request: Request[Any, Any, Any], *, wrong: bool, then: str) -> Response[Any]:
    """Return the page that asks for the token: a form that posts `token` and `then` to /login.

    `wrong` tells that the one just given was; `then` is the path to go on to, escaped nowhere yet.
    """
    told = "<p>That is not the token.</p>" if wrong else ""
    form = (
        '<form method="post" action="/login">'
        f'<input type="hidden" name="then" value="{escape(then)}">'
        '<label>Token <input name="token" type="password" autocomplete="current-password"></label>'
        "<button>Go on</button></form>"
    )
    return _page(401 if wrong else 200, "Rawi", f"<h1>Rawi</h1>{told}{form}")


def _page(status: int, title: str, body: str) -> Response[Any]:
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>'
    page = f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'
    return Response(page, status_code=status, media_type=MediaType.HTML)
