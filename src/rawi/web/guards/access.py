"""Who knows the token: told with every request, or once on the login page."""

from __future__ import annotations

import asyncio
import hmac
from hashlib import sha256
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote

from rawi.web.asgi import App, Receive, Scope, Send
from rawi.web.faults import is_api, refuse
from rawi.web.guards.hosts import SAFE, values

COOKIE = "rawi_session"
LOGIN = "/login"
#: What can be seen without: the login page and what it looks like.
_OPEN = (LOGIN, "/static/")
#: Seconds that a wrong token costs; they are spent one after the other.
_PENALTY = 0.5

_waiting = asyncio.Lock()


class Access:
    """Refuses whoever does not know the token."""

    def __init__(self, app: App, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 401, or lead a person to the login page."""
        path = scope["path"]
        if path.startswith(_OPEN) or _may(scope, self._token):
            await self._app(scope, receive, send)
            return
        if values(scope, b"authorization"):
            await penalty()
        if not is_api(path) and scope["method"] in SAFE:
            there = quote(_asked(scope), safe="")
            headers = [(b"location", f"{LOGIN}?then={there}".encode()), (b"content-length", b"0")]
            status = HTTPStatus.SEE_OTHER
            await send({"type": "http.response.start", "status": status, "headers": headers})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
            return
        detail = "a token is needed: Authorization: Bearer TOKEN, or log in on the page"
        told = {"WWW-Authenticate": 'Bearer realm="rawi"'}
        await refuse(scope, receive, send, HTTPStatus.UNAUTHORIZED, detail, told)


def is_token(given: str, token: str) -> bool:
    """Tell whether somebody knows the token, in a time that tells nothing of it."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())


def session_of(token: str) -> str:
    """Return what the cookie of somebody holds who knew the token: it does not tell it."""
    return hmac.new(token.encode(), b"rawi session", sha256).hexdigest()


async def penalty() -> None:
    """Let whoever guesses wait, one after the other."""
    async with _waiting:
        await asyncio.sleep(_PENALTY)


def _may(scope: Scope, token: str) -> bool:
    for given in values(scope, b"authorization"):
        scheme, _, credentials = given.partition(" ")
        if scheme.lower() == "bearer" and is_token(credentials.strip(), token):
            return True
    return any(
        hmac.compare_digest(cookie.encode("utf-8", "replace"), session_of(token).encode())
        for header in values(scope, b"cookie")
        if (cookie := _cookie(header)) is not None
    )


def _cookie(header: str) -> str | None:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None


def _asked(scope: Scope) -> str:
    raw = scope.get("raw_path") or quote(scope["path"]).encode()
    path = raw.partition(b"?")[0].decode("latin-1")
    query = scope["query_string"].decode("latin-1")
    return f"{path}?{query}" if query else path
