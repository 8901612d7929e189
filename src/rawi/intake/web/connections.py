"""Connections to addresses that were checked, under the name that was asked for."""

from __future__ import annotations

import ssl
from functools import cache

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from rawi.errors import FetchError
from rawi.intake.web.deadlines import Deadline
from rawi.intake.web.guard import Guard
from rawi.intake.web.proxies import Proxy
from rawi.intake.web.urls import Url
from rawi.intake.web_options import WebOptions


@cache
def tls_context() -> ssl.SSLContext:
    """Return what certificates are checked by: the system's authorities and certifi's."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def connect(
    url: Url, guard: Guard, options: WebOptions, deadline: Deadline, proxy: Proxy | None
) -> HTTPConnection:
    """Return a connection to the server of an address, or to the proxy that is to ask it.

    What is connected to is an address that `guard` let pass, never a name; the server's
    certificate is checked for the name.  Raises FetchError, and OSError or urllib3's HTTPError
    from the last address tried.
    """
    if proxy is None:
        wanted = guard.addresses(url, min(options.connect_timeout, deadline.left))
        port = url.port
    else:
        guard.check_name(url)
        # A proxy is where a person says that it is, mostly in her own network.
        wanted = Guard(allow_private=True).addresses(proxy.url, deadline.left)
        port = proxy.url.port
    failure: Exception | None = None
    for address in wanted:
        if deadline.is_past:
            break
        seconds = min(options.connect_timeout, max(deadline.left, 0.001))
        connection = _connection(url, address, port, seconds, proxy)
        try:
            connection.connect()
            _check_peer(connection, address, url)
            # From now on a silence is what counts.
            connection.timeout = options.read_timeout
            return connection
        except (OSError, HTTPError) as error:
            connection.close()
            failure = error
        except BaseException:
            connection.close()
            raise
    raise failure or TimeoutError("timed out")


def _connection(
    url: Url, address: str, port: int, seconds: float, proxy: Proxy | None
) -> HTTPConnection:
    if url.scheme == "http":
        return HTTPConnection(address, port, timeout=seconds)
    connection = HTTPSConnection(
        address, port, timeout=seconds, ssl_context=tls_context(), server_hostname=url.host
    )
    if proxy is not None:
        connection.set_tunnel(url.host, url.port, headers=proxy.headers, scheme="http")
    return connection


def _check_peer(connection: HTTPConnection, address: str, url: Url) -> None:
    """Raise FetchError where the connection is not to the address that was checked."""
    assert connection.sock is not None
    peer = str(connection.sock.getpeername()[0])
    if peer.partition("%")[0] != address.partition("%")[0]:
        raise FetchError(str(url), f"connected to {peer} in place of {address}")
