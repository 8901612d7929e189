"""Logging in with the token, once, for a browser."""

from __future__ import annotations

from typing import Annotated, Any, Final

import msgspec
from litestar import Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromQuery
from litestar.response import Redirect

from rawi.web import pages
from rawi.web.guards.access import COOKIE, is_token, penalty, session_of
from rawi.web.settings import Settings

#: A month, in seconds.
_REMEMBERED: Final = 30 * 86_400
_SEE_OTHER: Final = 303


class Login(msgspec.Struct, frozen=True):
    """What the form of the login page sends: the token, and where to go on."""

    token: str = ""
    then: str = "/"


@get("/login", include_in_schema=False, sync_to_thread=False)
def login_form(request: Request[Any, Any, Any], then: FromQuery[str] = "/") -> Response[Any]:
    """Show the form."""
    return pages.login_page(request, wrong=False, then=local(then))


@post("/login", include_in_schema=False)
async def login(
    request: Request[Any, Any, Any],
    settings: NamedDependency[Settings],
    data: Annotated[Login, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Remember in a cookie that somebody knows the token."""
    there = local(data.then)
    if settings.token is None:
        return Redirect(there, status_code=_SEE_OTHER)
    if not is_token(data.token.strip(), settings.token):
        await penalty()
        return pages.login_page(request, wrong=True, then=there)
    cookie = Cookie(
        key=COOKIE, value=session_of(settings.token), max_age=_REMEMBERED, httponly=True,
        samesite="lax", secure=request.url.scheme == "https",
    )  # fmt: skip
    return Redirect(there, status_code=_SEE_OTHER, cookies=[cookie])


@post("/logout", include_in_schema=False, sync_to_thread=False)
def logout() -> Response[Any]:
    """Forget it again."""
    response: Response[Any] = Redirect("/login", status_code=_SEE_OTHER)
    response.delete_cookie(COOKIE)
    return response


def local(path: str) -> str:
    """Return a path of this server; "/" for whatever leads elsewhere."""
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if is_ours and path.isascii() and path.isprintable() else "/"


routes = [login_form, login, logout]
