"""Proxies: those of the environment, and only where they are asked for."""

from __future__ import annotations

import base64
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from web_site import Site, answer

from rawi.errors import FetchError, UsageError
from rawi.intake.web.answers import Fetched
from rawi.intake.web.fetching import Fetcher
from rawi.intake.web.urls import parse
from rawi.intake.web_options import WebOptions

PAGE = "http://news.example/a?b=1"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "ftp_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def fetch(url: str, options: WebOptions, **more: object) -> Fetched:
    options = msgspec.structs.replace(options, allow_private=False, use_proxies=True, **more)
    return Fetcher(options, lambda host, port: pytest.fail("a name was resolved")).fetch(parse(url))


def test_a_page_through_a_proxy(
    site: Site, options: WebOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://ann:p%40ss@{site.netloc}")
    site.routes[PAGE] = answer("by proxy")
    fetched = fetch(PAGE, options)
    assert fetched.body == b"by proxy"
    (request,) = site.requests
    assert request.path == PAGE
    assert request.headers["host"] == "news.example"
    login = base64.b64decode(request.headers["proxy-authorization"].removeprefix("Basic "))
    assert login == b"ann:p@ss"


def test_without_being_asked_for_a_proxy_is_not_used(
    site: Site, options: WebOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    site.routes["/"] = answer("direct")
    assert Fetcher(options).fetch(parse(f"{site.url}/")).body == b"direct"
    assert "proxy-authorization" not in site.requests[0].headers


def test_hosts_that_are_to_be_asked_without(
    site: Site, options: WebOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    site.routes["/"] = answer("direct")
    direct = msgspec.structs.replace(options, use_proxies=True)
    assert Fetcher(direct).fetch(parse(f"{site.url}/")).body == b"direct"


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost", "printer", "a.internal",
                                  "169.254.169.254", "0x7f.1"])  # fmt: skip
def test_no_proxy_is_asked_for_what_is_no_public_host(
    site: Site, options: WebOptions, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setenv("ALL_PROXY", site.url)
    for scheme in ("http", "https"):
        with pytest.raises(FetchError, match="--allow-private"):
            fetch(f"{scheme}://{host}/", options)
    assert site.requests == []


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1080", "https://127.0.0.1:1", "http://",
                                   "http://[::1", "ftp://x"])  # fmt: skip
def test_a_proxy_that_cannot_be_used(
    options: WebOptions, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy.replace("//", "//ann:secret@", 1))
    with pytest.raises(UsageError, match="proxy") as caught:
        fetch(PAGE, options)
    assert "secret" not in str(caught.value)


def test_a_proxy_that_is_not_there(options: WebOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "127.0.0.1:1")
    for url in (PAGE, "https://news.example/"):
        with pytest.raises(FetchError) as caught:
            fetch(url, options)
        assert caught.value.temporary


class Tunnel:
    """A proxy that lets TLS through to one server, whatever name it is asked for."""

    def __init__(self, port: int, refuse: bool = False) -> None:
        self.heads: list[bytes] = []
        self._to, self._refuse = port, refuse
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._socket.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                head = b""
                while b"\r\n\r\n" not in head:
                    head += connection.recv(4096)
                self.heads.append(head)
                if self._refuse:
                    connection.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
                    connection.close()
                    continue
                connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
                there = socket.create_connection(("127.0.0.1", self._to))
                for one, other in ((connection, there), (there, connection)):
                    threading.Thread(target=_pipe, args=(one, other), daemon=True).start()


def _pipe(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while data := one.recv(65_536):
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)


@pytest.fixture
def secure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site under TLS that is news.example, by a certificate that is believed here."""
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", "/CN=news.example", "-addext",
         "subjectAltName=DNS:news.example", "-keyout", tmp_path / "key.pem",
         "-out", tmp_path / "cert.pem"],
        capture_output=True, check=False,
    )  # fmt: skip
    if made.returncode:
        pytest.skip("openssl makes no certificate here")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    believing = ssl.create_default_context(cafile=str(tmp_path / "cert.pem"))
    monkeypatch.setattr("rawi.intake.web.connections.tls_context", lambda: believing)
    site = Site(context)
    yield site
    site.close()


def test_a_secure_page_through_a_proxy(
    secure: Site, options: WebOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    tunnel = Tunnel(secure.port)
    monkeypatch.setenv("HTTPS_PROXY", tunnel.url.replace("//", "//ann:secret@"))
    secure.routes["/a"] = answer("through")
    assert fetch("https://news.example/a", options).body == b"through"
    assert tunnel.heads[0].startswith(b"CONNECT news.example:443 ")
    assert b"Proxy-Authorization: Basic " in tunnel.heads[0]
    (request,) = secure.requests
    assert request.headers["host"] == "news.example"
    assert "proxy-authorization" not in request.headers, "the site is told nothing of the proxy"
    with pytest.raises(FetchError, match="certificate is not valid"):
        fetch("https://other.example/a", options)
    tunnel.close()


def test_a_proxy_that_refuses(options: WebOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    tunnel = Tunnel(1, refuse=True)
    monkeypatch.setenv("HTTPS_PROXY", tunnel.url)
    with pytest.raises(FetchError, match="407"):
        fetch("https://news.example/a", options)
    tunnel.close()
