"""Servers that mean harm: what they send costs bounded time and memory, and gives a clear error."""

from __future__ import annotations

import gzip
import resource
import socket
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from threading import Thread

import msgspec
import pytest
from web_site import Request, Site, answer, redirect

from rawi.errors import FetchError, InputError, TooLargeError
from rawi.intake.web.answers import Fetched
from rawi.intake.web.fetching import Fetcher
from rawi.intake.web.urls import parse
from rawi.intake.web_options import WebOptions

Fetch = Callable[..., Fetched]

CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


def drip(pieces: Iterable[bytes], pause: float = 0.05) -> Callable[[Request], Iterator[bytes]]:
    """Send pieces one by one, never silent for long enough to be given up for it."""

    def route(request: Request) -> Iterator[bytes]:
        for piece in pieces:
            yield piece
            time.sleep(pause)

    return route


def each(data: bytes, times: int = 1) -> Iterator[bytes]:
    return (bytes([byte]) for _ in range(times) for byte in data)


def again(data: bytes, first: bytes = b"") -> Callable[[Request], Iterator[bytes]]:
    """Send the same without end, as fast as it goes."""

    def route(request: Request) -> Iterator[bytes]:
        yield first
        while True:
            yield data

    return route


@pytest.fixture
def hurried(options: WebOptions) -> WebOptions:
    return msgspec.structs.replace(options, total_timeout=1.0, max_bytes=2_000_000)


@pytest.mark.parametrize(
    "route",
    [
        drip(each(b"HTTP/1.1 200 OK\r\nX-Slow: yes\r\n\r\n", 100)),
        drip(each(answer("x" * 1000))),
        drip(each(CHUNKED + b"1\r\nx\r\n" * 1000)),
        drip(each(b"1" * 1000)),
        drip([b"HTTP/1.1 100 Continue\r\n\r\n"] * 1000),
        drip([b"HTTP/1.1 200 OK\r\n", *([b"X: y\r\n"] * 99), b"\r\n" + b"x" * 100] * 10),
        # Without a pause, but without an end, and never over a limit of size.
        again(b"HTTP/1.1 100 Continue\r\n\r\n"),
        again(b"X: y\r\n", CHUNKED + b"0\r\n"),
        drip([answer("", content_length="100"), *each(b"x" * 99)]),
    ],
    ids=["headers", "body", "chunks", "status", "continue", "lines", "continues", "trailers",
         "length"],
)  # fmt: skip
def test_a_server_that_is_never_done(
    site: Site, fetch: Fetch, hurried: WebOptions, route: Callable[[Request], Iterator[bytes]]
) -> None:
    site.routes["/"] = route
    began = time.monotonic()
    with pytest.raises(FetchError):
        fetch("/", hurried)
    assert time.monotonic() - began < 10


def test_time_is_for_a_page_with_all_its_redirects(
    site: Site, fetch: Fetch, hurried: WebOptions
) -> None:
    for number in range(20):
        site.routes[f"/{number}"] = drip([b"", redirect(f"/{number + 1}")], 0.3)
    began = time.monotonic()
    with pytest.raises(FetchError, match="longer"):
        fetch("/0", hurried)
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "first",
    [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n", CHUNKED, CHUNKED + b"0\r\n",
     b"HTTP/1.1 200 OK\r\n\r\n", CHUNKED + b"1;"],
    ids=["status", "header", "headers", "size", "trailer", "body", "extension"],
)  # fmt: skip
def test_a_flood_without_a_line_end_is_not_held(
    site: Site, fetch: Fetch, hurried: WebOptions, first: bytes
) -> None:
    site.routes["/"] = again(b"a" * 65_536, first)
    tracemalloc.start()
    try:
        with pytest.raises(InputError):
            fetch("/", hurried)
        assert tracemalloc.get_traced_memory()[1] < 12_000_000
    finally:
        tracemalloc.stop()


def test_chunks_of_one_byte_without_end(site: Site, fetch: Fetch, hurried: WebOptions) -> None:
    site.routes["/"] = again(b"1\r\nx\r\n" * 1000, CHUNKED)
    with pytest.raises((FetchError, TooLargeError)):
        fetch("/", hurried)


@pytest.mark.parametrize("size", ["ffffffffffffffff", "-1", "0x", "", "f" * 70_000])
def test_sizes_of_chunks_that_are_none(site: Site, fetch: Fetch, size: str) -> None:
    site.routes["/"] = [CHUNKED, size.encode() + b"\r\nx\r\n"]
    with pytest.raises(FetchError):
        fetch("/")


@pytest.mark.parametrize("kind", ["gzip", "deflate", "members", "empty members"])
def test_a_bomb(site: Site, fetch: Fetch, options: WebOptions, kind: str) -> None:
    zeros = b"\0" * 50_000_000
    encoding = "deflate" if kind == "deflate" else "gzip"
    body = {
        "gzip": lambda: gzip.compress(zeros),
        "deflate": lambda: zlib.compress(zeros),
        "members": lambda: gzip.compress(zeros[:1_000_000]) * 100,
        "empty members": lambda: gzip.compress(b"") * 100_000,
    }[kind]()
    site.routes["/"] = answer(body, content_encoding=encoding)
    tracemalloc.start()
    began = time.process_time()
    try:
        if kind == "empty members":
            assert fetch("/", options).body == b""
        else:
            with pytest.raises(TooLargeError, match="max-bytes"):
                fetch("/", msgspec.structs.replace(options, max_bytes=5_000_000))
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()
    assert time.process_time() - began < 5


def test_a_header_cannot_be_smuggled_into_a_request(site: Site, fetch: Fetch) -> None:
    site.routes["/"] = redirect("/a%0d%0aX-Evil:%201")
    site.routes["/a%0d%0aX-Evil:%201"] = answer("x")
    fetch("/")
    assert "x-evil" not in site.requests[-1].headers
    for location in ("/a\rX-Evil: 1", "/\x00", "http://a b/"):
        site.routes["/"] = redirect(location)
        with pytest.raises(FetchError):
            fetch("/")


def test_nothing_of_a_broken_answer_is_put_on_the_screen(
    site: Site, fetch: Fetch, capfd: pytest.CaptureFixture[str]
) -> None:
    site.routes["/"] = b"HTTP/1.1 200 OK\r\n: no name\r\nno colon\r\n \x1b[31mX\r\n\r\nx"
    fetch("/")
    assert capfd.readouterr() == ("", "")


def test_connections_are_given_back(site: Site, fetch: Fetch, hurried: WebOptions) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 200), hard))
    site.routes |= {
        "/good": answer("x"),
        "/large": answer("", content_length="99999999999"),
        "/bad": b"\r\n\r\n",
        "/gone": answer("", "404 Not Found"),
    }
    try:
        for _ in range(100):
            assert fetch("/good", hurried).body == b"x"
            for path in ("/large", "/bad", "/gone"):
                with pytest.raises(InputError):
                    fetch(path, hurried)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_a_handshake_that_is_never_done(options: WebOptions) -> None:
    """A server that sends a record of TLS byte by byte, each sooner than a silence is too long."""

    def dripping() -> None:
        with suppress(OSError):
            connection, _ = listening.accept()
            for byte in b"\x16\x03\x03\x40\x00" + b"\x02" * 10_000:
                connection.sendall(bytes([byte]))
                time.sleep(0.05)

    listening = socket.create_server(("127.0.0.1", 0))
    Thread(target=dripping, daemon=True).start()
    url = parse(f"https://127.0.0.1:{listening.getsockname()[1]}/")
    began = time.monotonic()
    with pytest.raises(FetchError) as caught:
        Fetcher(msgspec.structs.replace(options, connect_timeout=1)).fetch(url)
    assert caught.value.temporary
    assert time.monotonic() - began < 10
    listening.close()
