"""Proxies as the environment names them, taken only where a person asks for them."""

from __future__ import annotations

import urllib.request
from urllib.parse import unquote

import msgspec
from urllib3.util import make_headers

from rawi.errors import FetchError, UsageError
from rawi.intake.web.urls import Url, parse, show


class Proxy(msgspec.Struct, frozen=True):
    """A proxy: where it is, and the headers that it wants (a name and a password) by name."""

    url: Url
    headers: dict[str, str]


class Proxies:
    """The proxies of the environment; raises UsageError at once for one that cannot be used."""

    def __init__(self) -> None:
        self._proxies = {
            scheme: _proxy(value)
            for scheme, value in urllib.request.getproxies().items()
            if scheme in ("http", "https", "all") and value
        }

    def of(self, url: Url) -> Proxy | None:
        """Return the proxy to ask for an address, None for none (NO_PROXY)."""
        if urllib.request.proxy_bypass(url.netloc):
            return None
        return self._proxies.get(url.scheme) or self._proxies.get("all")


def _proxy(value: str) -> Proxy:
    scheme, _, rest = value.strip().rpartition("://")
    netloc = rest.partition("/")[0]
    login, _, host = netloc.rpartition("@")
    try:
        url = parse(f"{scheme or 'http'}://{host}")
    except FetchError as error:
        raise UsageError(f"the proxy of the environment cannot be used: {error}") from None
    if url.scheme != "http":
        raise UsageError(f"a proxy is asked by http: alone, and this is {show(value)}")
    if not login:
        return Proxy(url, {})
    name, _, password = login.partition(":")
    told = make_headers(proxy_basic_auth=f"{unquote(name)}:{unquote(password)}")
    return Proxy(url, {name.title(): content for name, content in told.items()})
