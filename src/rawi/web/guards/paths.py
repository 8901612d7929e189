"""Paths as handlers see them; no NUL in what is asked for, which no database takes."""

from __future__ import annotations

from http import HTTPStatus

from rawi.web.asgi import App, Receive, Scope, Send
from rawi.web.faults import refuse
from rawi.web.ids import unquoted


class Paths:
    """Unquotes paths segment by segment (see `rawi.web.ids`)."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 400 to a NUL."""
        if raw := scope.get("raw_path"):
            scope["path"] = unquoted(raw)
        if "\0" in scope["path"] or b"%00" in scope["query_string"]:
            detail = "a NUL character (%00) is part of no text here"
            await refuse(scope, receive, send, HTTPStatus.BAD_REQUEST, detail)
            return
        await self._app(scope, receive, send)
