"""Proxies as the environment names them, taken only where a person asks for them."""

from __future__ import annotations

import urllib.request
from urllib.parse import unquote, urlsplit

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
    if "://" not in value:
        value = f"http://{value}"
    parts = urlsplit(value)
    bare = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    try:
        url = parse(bare)
    except FetchError as error:
        raise UsageError(f"the proxy of the environment cannot be used: {error}") from None
    if url.scheme != "http":
        raise UsageError(f"a proxy is asked by http: alone, and this is {show(value)}")
    if parts.username is None:
        return Proxy(url, {})
    login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    told = make_headers(proxy_basic_auth=login)
    return Proxy(url, {name.title(): content for name, content in told.items()})
