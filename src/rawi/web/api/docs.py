"""The page that tells what the API has, made of its OpenAPI document: no script, no network."""

from __future__ import annotations

from html import escape
from typing import Any

from litestar import Request
from litestar.openapi.plugins import OpenAPIRenderPlugin

_KINDS = ("json", "yaml")


class DocsPage(OpenAPIRenderPlugin):
    """A plain page with every operation and its parameters."""

    def __init__(self) -> None:
        super().__init__(path="/")

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """Return the page."""
        told = "".join(
            _operation(path, method, operation)
            for path, methods in openapi_schema["paths"].items()
            for method, operation in methods.items()
        )
        title = escape(openapi_schema["info"]["title"])
        head = f'<meta charset="utf-8"><title>{title}</title>'
        links = "".join(f'<p><a href="/api/docs/openapi.{kind}">{kind}</a></p>' for kind in _KINDS)
        page = f'<!doctype html><html lang="en"><head>{head}</head><body><h1>{title}</h1>'
        return f"{page}{links}{told}</body></html>".encode()


def _operation(path: str, method: str, operation: dict[str, Any]) -> str:
    described = escape(operation.get("description") or operation.get("summary") or "")
    rows = "".join(
        f"<li><code>{escape(one['name'])}</code> ({escape(one['in'])}) "
        f"{escape(one.get('description') or '')}</li>"
        for one in operation.get("parameters", ())
    )
    return f"<h2><code>{method.upper()} {escape(path)}</code></h2><p>{described}</p><ul>{rows}</ul>"
