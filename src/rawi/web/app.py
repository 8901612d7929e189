"""The application: what it serves, over which ledger, behind which guards."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import cast

from anyio import to_thread
from litestar import Litestar
from litestar.datastructures import State
from litestar.di import Provide
from litestar.enums import ScopeType
from litestar.types import LifeSpanReceive, LifeSpanScope, LifeSpanSend, Receive, Scope, Send

from rawi.ledger.ledger import Ledger
from rawi.web import api, asgi, login, pages
from rawi.web.faults import HANDLERS
from rawi.web.guards import guarded
from rawi.web.jobs.jobs import Jobs
from rawi.web.responses import SafeResponse
from rawi.web.settings import Settings
from rawi.web.tracing import ServedLedger

#: Requests that look something up at one time: fewer than the connections that the ledger has.
_THREADS = 10
#: Seconds that a request waits for another process that writes.
_PATIENCE = 10.0


def create_app(settings: Settings) -> Litestar:
    """Return the application over the ledger that the settings name.

    The ledger is made where there is none, unless nothing may be changed.  Raises LedgerError
    where it cannot be opened.  Handlers are given by name what they ask for: `ledger` (a
    `NamedDependency[Ledger]`, to be used in threads alone: `sync_to_thread=True`), `jobs` and
    `settings`.
    """
    ledger = ServedLedger(settings.ledger, create=not settings.read_only, patience=_PATIENCE)
    jobs = Jobs(ledger)
    return _App(
        settings,
        route_handlers=[*login.routes, *pages.routes, api.router()],
        dependencies={
            "ledger": Provide(lambda: ledger, sync_to_thread=False),
            "jobs": Provide(lambda: jobs, sync_to_thread=False),
            "settings": Provide(lambda: settings, sync_to_thread=False),
        },
        signature_types=[Ledger, Jobs, Settings],
        exception_handlers=HANDLERS,
        response_class=SafeResponse,
        request_max_body_size=settings.max_body,
        lifespan=[partial(_lifespan, ledger, jobs)],
        state=State({"ledger": ledger, "settings": settings}),
        openapi_config=api.openapi(),
        include_in_schema=False,
        logging_config=None,
    )


class _App(Litestar):
    """An application whose guards stand before everything, its router included."""

    def __init__(self, settings: Settings, **more: object) -> None:
        super().__init__(**more)  # type: ignore[arg-type]
        self._guarded = guarded(self._unguarded, settings)

    async def __call__(
        self,
        scope: Scope | LifeSpanScope,
        receive: Receive | LifeSpanReceive,
        send: Send | LifeSpanSend,
    ) -> None:
        """Answer a request through the guards."""
        if scope["type"] == "lifespan":
            await super().__call__(scope, receive, send)
        elif scope["type"] == ScopeType.HTTP:
            scope["litestar_app"] = self
            await self._guarded(scope, cast(asgi.Receive, receive), cast(asgi.Send, send))
        else:  # there is no websocket here
            await cast(asgi.Send, send)({"type": "websocket.close", "code": 1000, "reason": ""})

    async def _unguarded(self, scope: asgi.Scope, receive: asgi.Receive, send: asgi.Send) -> None:
        await super().__call__(scope, receive, send)


@asynccontextmanager
async def _lifespan(ledger: Ledger, jobs: Jobs, _: Litestar) -> AsyncIterator[None]:
    to_thread.current_default_thread_limiter().total_tokens = _THREADS
    try:
        yield
    finally:
        await to_thread.run_sync(jobs.close)
        ledger.close()
