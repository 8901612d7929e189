"""How the server was asked to run."""

from __future__ import annotations

import ipaddress

import msgspec

from rawi.errors import UsageError
from rawi.intake.web_options import WebOptions

PORT = 8077
MAX_BODY = 32_000_000
"""Bytes of the body of a request: the largest report, written as JSON."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What `rawi serve` was asked for.

    `ledger` is a path or a URL.  `host` is the address that is listened at, `port` its port, 0
    for any that is free.  `token` is what a client has to show, None for nothing.  With
    `read_only` nothing can be added or decided.  `names` are names and addresses by which clients
    may call the server beside its own (the Host header).  `max_body` is the most that a request
    may hold, in bytes.  `web` tells how addresses of the web are fetched.
    """

    ledger: str
    host: str = "127.0.0.1"
    port: int = PORT
    token: str | None = None
    read_only: bool = False
    names: tuple[str, ...] = ()
    max_body: int = MAX_BODY
    web: WebOptions = WebOptions()

    def __post_init__(self) -> None:
        """Raise UsageError for what must not be served so, or cannot be."""
        if self.token is not None and not _is_token(self.token):
            raise UsageError("a token is printable ASCII without spaces: openssl rand -hex 16")
        if self.token is None and not self.is_local:
            raise UsageError(
                f"{self.host} can be reached by others: say --token (or RAWI_TOKEN) for what "
                "they have to know, or leave --host away"
            )

    @property
    def is_local(self) -> bool:
        """Tell whether only this machine can reach the address."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Tell whether a name or an address is of this machine alone."""
    if host.lower() == "localhost":
        return True
    address = address_of(host)
    return address is not None and address.is_loopback


def address_of(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return the address that a host is written as, None for a name."""
    try:
        return ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return None


def _is_token(token: str) -> bool:
    return token.isascii() and token.isprintable() and bool(token) and " " not in token
