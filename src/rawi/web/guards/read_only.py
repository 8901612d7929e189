"""`--read-only`: nothing is added, nothing decided."""

from __future__ import annotations

from http import HTTPStatus

from rawi.web.asgi import App, Receive, Scope, Send
from rawi.web.faults import refuse
from rawi.web.guards.access import LOGIN
from rawi.web.guards.hosts import SAFE

#: What changes nothing but what a browser remembers.
_HARMLESS = {LOGIN, "/logout", "/settings"}


class ReadOnly:
    """Refuses whatever would change something."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 403 to all methods but those that only look."""
        if scope["method"] in SAFE or scope["path"] in _HARMLESS:
            await self._app(scope, receive, send)
            return
        detail = "this server only shows (--read-only): nothing can be added or decided here"
        await refuse(scope, receive, send, HTTPStatus.FORBIDDEN, detail)
