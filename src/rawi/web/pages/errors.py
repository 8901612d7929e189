"""Pages for what went wrong: what it is, and what to do next."""

from __future__ import annotations

from typing import Any, Final

from litestar import Request, Response

from rawi.export.safe import one_line
from rawi.web.pages.asking import interface, page
from rawi.web.pages.interface import SOURCE
from rawi.web.pages.terms import N_

_TITLES: Final = {
    400: N_("That cannot be asked so"),
    401: N_("This ledger asks for a token"),
    403: N_("That may not be done here"),
    404: N_("There is nothing here"),
    405: N_("That cannot be done here"),
    413: N_("That is too large"),
    421: N_("This server has another name"),
    422: N_("That cannot be read"),
    500: N_("Something went wrong here"),
    502: N_("The address gives nothing"),
    503: N_("The ledger is busy"),
}
_GONE: Final = {
    "report": (
        N_("This report is not in the ledger"),
        N_("It was taken out, or it was never here."),
    ),
    "statement": (
        N_("This statement is not in the ledger"),
        N_("Its reports were taken out, or what they say was read anew."),
    ),
    "job": (
        N_("This job is not known any more"),
        N_("Jobs are forgotten when the server ends. What it had added is in the ledger; giving "
           "the same again adds the rest."),
    ),
}  # fmt: skip
_AGAIN: Final = N_("Wait a moment and load the page again")
_BACK: Final = N_("Go back and change what was asked")
_SEARCH: Final = N_("Search what there is")
_ADD: Final = N_("Add the report again")
_LOG: Final = N_("Look into the log of the server, and tell us if it is ours")


def error_page(status: int, message: str, request: Request[Any, Any, Any]) -> Response[Any]:
    """Return the page that tells a person what went wrong; `message` is plain text."""
    told = interface(request).messages.gettext
    title = told(_TITLES.get(status, _TITLES[500] if status >= 500 else _TITLES[400]))
    first = _AGAIN if status == 503 else _LOG if status >= 500 else _BACK
    steps = [(told(first), None), (told(_SEARCH), "/")]
    return page(
        request, "error.html", status=status, title=title, detail=one_line(message)[:2_000],
        detail_language=SOURCE, next_steps=steps,
    )  # fmt: skip


def gone(request: Request[Any, Any, Any], what: str) -> Response[Any]:
    """Return the page for a "report", a "statement" or a "job" that is not there (any more)."""
    told = interface(request).messages.gettext
    title, detail = _GONE[what]
    return page(
        request, "error.html", status=404, title=told(title), detail=told(detail),
        detail_language=None, next_steps=[(told(_SEARCH), "/"), (told(_ADD), "/add")],
    )  # fmt: skip


def login_page(request: Request[Any, Any, Any], *, wrong: bool, then: str) -> Response[Any]:
    """Return the page that asks for the token: a form that posts `token` and `then` to /login.

    `wrong` tells that the one just given was; `then` is the path to go on to.
    """
    return page(request, "login.html", status=401 if wrong else 200, wrong=wrong, go_on=then)
