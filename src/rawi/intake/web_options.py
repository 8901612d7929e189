"""How the web is asked: what `rawi add URL` and `rawi follow` let a person choose."""

from __future__ import annotations

import re
from importlib import import_module

import msgspec

from rawi.errors import UsageError
from rawi.intake.limits import MAX_BYTES

#: What a contact may hold: it goes into a header, in parentheses.
_CONTACT = re.compile(r"[!-'*-\[\]-~][ -'*-\[\]-~]{0,199}", re.ASCII)

PRODUCT = "Rawi"
"""Rawi's name in its User-Agent, and the one that robots.txt calls it by."""


class WebOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How the web is asked; all times are in seconds.

    `allow_private` lets private, loopback and other addresses be asked that are not of the
    public web.  `contact` (an address of mail or of a page) is told to every site in the
    User-Agent, None for none.  `use_proxies` takes HTTP_PROXY, HTTPS_PROXY and NO_PROXY from
    the environment, which are otherwise ignored.

    `connect_timeout` is for one connection, `read_timeout` for a silence, `total_timeout` for
    one page with all its redirects, waiting out of politeness not counted.  `max_bytes` is for
    one page, as it comes and after it is decompressed.

    `delay` is the least time between two requests to one host; a site's own crawl delay, where
    it asks for more, goes before.  `retries` is how often a page is asked for again that a
    server could not give; `patience` is the longest wait for that.
    """

    allow_private: bool = False
    contact: str | None = None
    use_proxies: bool = False
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    total_timeout: float = 60.0
    max_bytes: int = MAX_BYTES
    max_redirects: int = 10
    delay: float = 1.0
    retries: int = 2
    patience: float = 30.0

    def __post_init__(self) -> None:
        """Raise UsageError for a contact that cannot stand in a header."""
        if self.contact is not None and not _CONTACT.fullmatch(self.contact):
            raise UsageError(
                f"{self.contact!r} is no contact for a User-Agent: an address of mail or of a "
                "page, in ASCII, without parentheses"
            )

    @property
    def user_agent(self) -> str:
        """What Rawi calls itself: "Rawi/0.1.0 (desk@example.org)"."""
        told = f" ({self.contact})" if self.contact else ""
        # By its name: the package itself imports what stands above intake.
        return f"{PRODUCT}/{import_module('rawi').__version__}{told}"
