"""Host and Origin: no page of another site reads or changes anything through a visitor's browser.

A site can let its own name point here (DNS rebinding) and then ask as one of "its own" pages:
what gives it away is the Host header.  A site can send a form here (CSRF): what gives it away
are Origin and Sec-Fetch-Site, which pages cannot set.
"""

from __future__ import annotations

import socket
from http import HTTPStatus
from urllib.parse import urlsplit

from rawi.web.asgi import App, Receive, Scope, Send
from rawi.web.faults import refuse
from rawi.web.settings import Settings, address_of, is_loopback

SAFE = {"GET", "HEAD", "OPTIONS"}
_OWN_SITE = {"same-origin", "none"}


class Hosts:
    """Refuses requests that call the server by a name that is not its own, or come from a site."""

    def __init__(self, app: App, settings: Settings) -> None:
        self._app = app
        self._is_local = settings.is_local
        names = {_bare(settings.host), *map(_bare, settings.names)}
        if not settings.is_local:
            names.add(_bare(socket.gethostname()))
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 421 to a foreign Host, 403 to a foreign Origin."""
        hosts = values(scope, b"host")
        name = hostname(hosts[0]) if len(hosts) == 1 else None
        if name is None:
            detail = "a request needs one Host header that can be understood"
            await refuse(scope, receive, send, HTTPStatus.BAD_REQUEST, detail)
        elif not self._is_own(name):
            detail = (
                f"this server is not called {name[:100]}: use the address that it told when it "
                f"started, or start it with --name {name[:100]}"
            )
            await refuse(scope, receive, send, HTTPStatus.MISDIRECTED_REQUEST, detail)
        elif scope["method"] not in SAFE and not _is_own_page(scope, hosts[0]):
            detail = "a page of another site may change nothing here"
            await refuse(scope, receive, send, HTTPStatus.FORBIDDEN, detail)
        else:
            await self._app(scope, receive, send)

    def _is_own(self, name: str) -> bool:
        if name in self._names:
            return True
        if self._is_local:
            return is_loopback(name)
        # An address cannot be made to point elsewhere, as a name can.
        return address_of(name) is not None or is_loopback(name)


def values(scope: Scope, name: bytes) -> list[str]:
    """Return the values of a header, one for each time that it is there."""
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


def hostname(host: str) -> str | None:
    """Return the name in a Host header, in small letters, None where there is none."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port  # raises for what is no number
    except ValueError:
        return None
    if parts.username is not None or parts.path or parts.query or parts.fragment:
        return None
    return _bare(parts.hostname) if parts.hostname else None


def _bare(name: str) -> str:
    return name.strip("[]").rstrip(".").lower()


def _is_own_page(scope: Scope, host: str) -> bool:
    """Tell whether a request comes from a page of this server, or from no page at all."""
    sites = values(scope, b"sec-fetch-site")
    origins = values(scope, b"origin")
    if any(site not in _OWN_SITE for site in sites):
        return False
    return all(urlsplit_host(origin) == host.lower() for origin in origins)


def urlsplit_host(origin: str) -> str | None:
    """Return host and port of an Origin header as a Host header has them; None for "null"."""
    try:
        return urlsplit(origin).netloc.lower() or None
    except ValueError:
        return None
