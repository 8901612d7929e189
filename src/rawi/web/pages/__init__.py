"""The pages for people: rendered here, right to left where the text is, whole without a script."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from rawi.web.pages.errors import error_page, login_page

__all__ = ["error_page", "login_page", "routes"]


def _routes() -> list[ControllerRouterHandler]:
    # Here, not above: `rawi.web.login` needs the pages' errors before it is there itself.
    from rawi.web.pages.handlers import about, adding, decided, home, people, reports, statements

    return [
        home.home,
        reports.report, reports.amend, reports.decide,
        statements.statement, statements.decide,
        people.speakers, people.speaker, people.outlets, people.outlet,
        adding.form, adding.add, adding.job, adding.cancel,
        decided.decisions, decided.undo,
        about.choose, about.keys, about.files,
    ]  # fmt: skip


def __getattr__(name: str) -> list[ControllerRouterHandler]:
    """Return the handlers of all pages as `routes`, when they are asked for."""
    if name == "routes":
        return _routes()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
