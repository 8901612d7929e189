"""HEAD: the headers that GET would have, wherever there is a GET."""

from __future__ import annotations

import asyncio
from typing import Final, cast

from rawi.web.asgi import App, Message, Receive, Scope, Send

#: Seconds in which a response ends that is no stream.
_END: Final = 0.05


class Head:
    """Asks for HEAD as GET, and sends the start of the response alone."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let go of a response that never ends (events of a job) once it has begun."""
        if scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return
        begun = asyncio.Event()

        async def start_only(message: Message) -> None:
            if message["type"] == "http.response.start" and not begun.is_set():
                await send(message)
                await send({"type": "http.response.body", "body": b"", "more_body": False})
                begun.set()
            elif message["type"] == "http.response.body" and message.get("more_body"):
                await asyncio.Event().wait()  # until it is let go of

        # A copy: the server goes by its own, and would send a body.
        asked = cast(Scope, {**scope, "method": "GET"})
        await _until(begun, asyncio.ensure_future(self._app(asked, receive, start_only)))


async def _until(begun: asyncio.Event, running: asyncio.Future[None]) -> None:
    """Wait until a response has begun and is over, or would go on; raise what went wrong."""
    waiting = asyncio.ensure_future(begun.wait())
    try:
        await asyncio.wait((running, waiting), return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait((running,), timeout=_END)
    finally:
        waiting.cancel()
        if not running.done():
            running.cancel()
            await asyncio.wait((running,))
    if not running.cancelled():
        running.result()
