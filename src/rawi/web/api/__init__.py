"""REST: the records of the library under `/api/v1`."""

from __future__ import annotations

from litestar import Router
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin, YamlRenderPlugin

from rawi import __version__
from rawi.web.api import adding, deciding, found, jobs, people
from rawi.web.api.docs import DocsPage
from rawi.web.api.lists import asked

#: The modules that have handlers.
_ALL = (found, people, deciding, adding, jobs)


def router() -> Router:
    """Return the router of the API."""
    return Router(
        "/api/v1",
        route_handlers=[one for some in _ALL for one in some.routes],
        dependencies={"asked": Provide(asked, sync_to_thread=False)},
        include_in_schema=True,
    )


def openapi() -> OpenAPIConfig:
    """Return how the API tells of itself, at `/api/docs`."""
    return OpenAPIConfig(
        title="Rawi",
        version=__version__,
        path="/api/docs",
        use_handler_docstrings=True,
        render_plugins=[DocsPage(), JsonRenderPlugin(), YamlRenderPlugin()],
    )
