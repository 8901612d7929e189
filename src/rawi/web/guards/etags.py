"""ETag and If-None-Match: what has not changed is not sent again."""

from __future__ import annotations

from hashlib import blake2b

from rawi.web.asgi import App, Message, Receive, Scope, Send
from rawi.web.guards.hosts import values

#: Headers of a response that tell of its body.
_OF_BODY = {b"content-length", b"content-type", b"content-encoding"}


class Etags:
    """Gives whole responses to GET a tag of what they hold; one that is known gets 304."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold the start back until the body is there; what is streamed passes as it comes."""
        if scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        started: list[Message] = []

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                started.append(message)
                return
            if started and message["type"] == "http.response.body":
                start = started.pop()
                if not message.get("more_body"):
                    start, message = _tagged(scope, start, message)
                await send(start)
            await send(message)

        await self._app(scope, receive, tagged)


def _tagged(scope: Scope, start: Message, body: Message) -> tuple[Message, Message]:
    assert start["type"] == "http.response.start"
    assert body["type"] == "http.response.body"
    headers = {name.lower(): value for name, value in start["headers"]}
    tag = headers.get(b"etag")
    if tag is None:
        kind = headers.get(b"content-type", b"")
        digest = blake2b(body["body"], digest_size=12, key=kind[:64]).hexdigest()
        tag = f'"{digest}"'.encode()
        start["headers"] = [*start["headers"], (b"etag", tag)]
    if not _is_known(values(scope, b"if-none-match"), tag.decode("latin-1")):
        return start, body
    start["status"] = 304
    start["headers"] = [pair for pair in start["headers"] if pair[0].lower() not in _OF_BODY]
    body["body"] = b""
    return start, body


def _is_known(given: list[str], tag: str) -> bool:
    known = [one.strip() for header in given for one in header.split(",")]
    return any(one == "*" or one.removeprefix("W/") == tag.removeprefix("W/") for one in known)
