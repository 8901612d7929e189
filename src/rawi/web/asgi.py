"""The types of what stands between the server and the handlers: ASGI, of HTTP alone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from litestar.types import HTTPScope, Message, Receive, Send

Scope = HTTPScope
App = Callable[[Scope, Receive, Send], Awaitable[None]]

__all__ = ["App", "Message", "Receive", "Scope", "Send"]
