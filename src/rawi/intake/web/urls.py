"""Addresses of the web: taken apart once, checked, and written in one way.

Everything that asks the web works on a `Url` of this module, never on the words that it was
made from: so no two parsers can differ about which host an address names.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import msgspec

from rawi.errors import FetchError

_PORTS = {"http": 80, "https": 443}
_LONGEST = 8192
_SHOWN = 200
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*", re.ASCII)
# The last label of a name is never a number: such a host is an IPv4 address, however it is written.
_NUMERIC = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)", re.ASCII)
_LONGEST_HOST = 253
# All that may stand in a path or a query as it is; what is escaped already stays so.
_PATH = "/%:@!$&'()*+,;=~"
_QUERY = _PATH + "?[]|"
# Tells whence a reader came, never what the page is.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|at_(?:medium|campaign)",
    re.IGNORECASE,
)


class Url(msgspec.Struct, frozen=True):
    """An address: `host` in ASCII (without brackets), `target` the path with its query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def netloc(self) -> str:
        """The host, with its port where that is not the scheme's own: the header Host."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """The scheme, host and port."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def address(self) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
        """The host where it is an IP address itself; None for a name."""
        try:
            return ipaddress.ip_address(self.host)
        except ValueError:
            return None

    def __str__(self) -> str:
        """Return the whole address."""
        return f"{self.origin}{self.target}"


def parse(text: str) -> Url:
    """Return an address taken apart.

    Raises FetchError for what is no address of a web page, and for one with a name and a
    password in it.
    """
    text = text.strip()
    shown = show(text)
    if len(text) > _LONGEST:
        raise FetchError(shown, f"an address of more than {_LONGEST:,} characters")
    if _CONTROL.search(text):
        raise FetchError(shown, "an address with control characters")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise FetchError(shown, f"no address of the web: {error}") from None
    if parts.scheme not in _PORTS:
        kind = f"{parts.scheme}:" if parts.scheme else "no scheme"
        raise FetchError(shown, f"only http: and https: are fetched, and this has {kind}")
    if "@" in parts.netloc:
        raise FetchError(shown, "names and passwords are sent to no site: take them out of it")
    if port == 0:
        raise FetchError(shown, "no address of the web: port 0")
    host = _host(parts.hostname or "", shown)
    url = Url(parts.scheme, host, port or _PORTS[parts.scheme], _target(parts))
    if len(str(url)) > _LONGEST:  # what is no ASCII takes several characters
        raise FetchError(shown, f"an address of more than {_LONGEST:,} characters")
    return url


def join(base: Url, location: str) -> Url:
    """Return the address that a page or a redirect at `base` points to; raises FetchError."""
    try:
        joined = urljoin(str(base), location.strip())
    except ValueError as error:
        raise FetchError(show(location), f"no address of the web: {error}") from None
    return parse(joined)


def show(text: str) -> str:
    """Return an address as messages may show it: without a password, and not endless."""
    text = re.sub(r"//[^/?#]*@", "//…@", text.strip())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def key(url: Url) -> str:
    """Return by what an address is known again: without what only tells whence a reader came."""
    path, _, query = url.target.partition("?")
    kept = [part for part in query.split("&") if part and not _TRACKING.match(part)]
    return f"{url.origin}{path}" + (f"?{'&'.join(kept)}" if kept else "")


def _host(name: str, shown: str) -> str:
    if ":" in name:
        try:
            address = ipaddress.IPv6Address(name)
        except ValueError:
            address = None
        if address is None or address.scope_id is not None:  # a scope is of this machine alone
            raise FetchError(shown, f"no IPv6 address: {name}")
        return str(address)
    try:
        host = name.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError:
        host = ""
    if _NUMERIC.fullmatch(host):
        return _ipv4(host, shown)
    if not _HOST.fullmatch(host) or len(host) > _LONGEST_HOST:
        raise FetchError(shown, "no host of that name can be")
    return host


def _ipv4(host: str, shown: str) -> str:
    """Return an IPv4 address in its usual form: 127.1 and 0x7f000001 are 127.0.0.1."""
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        raise FetchError(shown, f"no IPv4 address: {host}") from None


def _target(parts: SplitResult) -> str:
    path = quote(_without_dots(parts.path), safe=_PATH, errors="replace")
    query = quote(parts.query, safe=_QUERY, errors="replace")
    return f"{path}?{query}" if query else path


def _without_dots(path: str) -> str:
    """Return a path without "." and "..", which a site's rules would not see through."""
    kept: list[str] = []
    segments = path.split("/")[1:] or [""]
    for segment in segments:
        plain = segment.lower().replace("%2e", ".")
        if plain == "..":
            del kept[-1:]
        elif plain != ".":
            kept.append(segment)
    if plain in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)
