"""What every request passes before any handler sees it, and every response on its way out."""

from __future__ import annotations

from rawi.web.asgi import App
from rawi.web.guards.access import Access
from rawi.web.guards.etags import Etags
from rawi.web.guards.head import Head
from rawi.web.guards.headers import Headers
from rawi.web.guards.hosts import Hosts
from rawi.web.guards.paths import Paths
from rawi.web.guards.read_only import ReadOnly
from rawi.web.settings import Settings


def guarded(app: App, settings: Settings) -> App:
    """Return an application that is reached through all guards, the first one outermost."""
    if settings.read_only:
        app = ReadOnly(app)
    if settings.token is not None:
        app = Access(app, settings.token)
    app = Hosts(Paths(app), settings)
    return Headers(Head(Etags(app)))
