"""Options for how the web is asked, shared by the commands that do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rawi.intake.web_options import WebOptions

Command = TypeVar("Command", bound=Callable[..., Any])


def web_options(command: Command) -> Command:
    """Add the options; their values are `allow_private`, `contact` and `proxies`."""
    private = click.option(
        "--allow-private",
        is_flag=True,
        help="Fetch from private and loopback addresses, too, which is refused otherwise: for a "
        "site in your own network. For example: --allow-private",
    )
    contact = click.option(
        "--contact",
        envvar="RAWI_CONTACT",
        metavar="ADDRESS",
        help="An address of mail or of a page, told to every site beside Rawi's name; otherwise "
        "what the variable RAWI_CONTACT says. For example: --contact desk@example.org",
    )
    proxies = click.option(
        "--proxies",
        is_flag=True,
        help="Fetch through the proxies that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name; otherwise "
        "they are ignored. For example: --proxies",
    )
    return private(contact(proxies(command)))


def web_asked(
    *, allow_private: bool, contact: str | None, proxies: bool, **more: Any
) -> WebOptions:
    """Return what was asked for; `more` are members of `WebOptions`.

    Raises UsageError for a contact that cannot be told.
    """
    from rawi.intake.web_options import WebOptions

    return WebOptions(
        allow_private=allow_private, contact=contact or None, use_proxies=proxies, **more
    )
