"""Running the application: one process, one event loop."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from rawi.web.app import create_app
from rawi.web.settings import Settings

#: Seconds that requests have to end when the server does.
_LAST = 3
#: Connections at a time; more are told to come again.
_MOST = 500


def run(settings: Settings, listener: socket.socket, tell: Callable[[str], None]) -> None:
    """Serve at a socket until an interrupt; `tell` is called with the ledger's name at first.

    Raises LedgerError where the ledger cannot be opened.
    """
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_MOST,
        timeout_graceful_shutdown=_LAST,
    )
    tell(app.state.ledger.where)
    with suppress(KeyboardInterrupt):  # that is how it ends
        uvicorn.Server(config).run(sockets=[listener])
