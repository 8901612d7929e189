"""One page: redirects, limits, what is sent, what comes back."""

from __future__ import annotations

import gzip
import ssl
import subprocess
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from web_site import Request, Site, answer, redirect, zipped

from rawi import __version__
from rawi.errors import FetchError, TooLargeError, UsageError
from rawi.intake.web.answers import Fetched
from rawi.intake.web.fetching import Fetcher, Known
from rawi.intake.web.urls import parse
from rawi.intake.web_options import WebOptions

Fetch = Callable[..., Fetched]


def test_a_page(site: Site, fetch: Fetch) -> None:
    site.routes["/a?b=1"] = answer(
        "قال", type="text/HTML; Charset='windows-1256'", etag='"v1"', last_modified="yesterday"
    )
    fetched = fetch("/a?b=1#here")
    assert fetched.body == "قال".encode()
    assert (fetched.media_type, fetched.charset) == ("text/html", "windows-1256")
    assert (fetched.etag, fetched.last_modified) == ('"v1"', "yesterday")
    assert fetched.is_new
    assert str(fetched.url) == str(fetched.asked) == f"{site.url}/a?b=1"
    assert fetched.fetched_at.endswith("Z")


def test_what_is_told_of_rawi(site: Site, fetch: Fetch, options: WebOptions) -> None:
    site.routes["/"] = answer("x")
    fetch("/", msgspec.structs.replace(options, contact="desk@example.org"))
    fetch("/")
    told, plain = site.requests
    assert told.headers["user-agent"] == f"Rawi/{__version__} (desk@example.org)"
    assert plain.headers["user-agent"] == f"Rawi/{__version__}"
    assert set(told.headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}


@pytest.mark.parametrize("contact", ["", "a\r\nX-Evil: 1", "مكتب", "(x)", " x", "x" * 300])
def test_a_contact_that_is_no_header(contact: str) -> None:
    with pytest.raises(UsageError, match="contact"):
        WebOptions(contact=contact)


def test_redirects(site: Site, fetch: Fetch) -> None:
    site.routes |= {
        "/1": redirect("/2", "301 Moved"),
        "/2": redirect(f"{site.url}/3", "307 Temporary"),
        "/3": redirect("خبر".encode().decode("latin-1")),
        "/%D8%AE%D8%A8%D8%B1": answer("there"),
    }
    fetched = fetch("/1")
    assert fetched.body == b"there"
    assert str(fetched.asked) == f"{site.url}/1"
    assert str(fetched.url) == f"{site.url}/%D8%AE%D8%A8%D8%B1"


def test_redirects_without_end(site: Site, fetch: Fetch, options: WebOptions) -> None:
    site.routes |= {f"/{number}": redirect(f"/{number + 1}") for number in range(50)}
    with pytest.raises(FetchError, match="more than 10 redirects"):
        fetch("/0")
    assert len(site.requests) == 11
    site.routes |= {"/a": redirect("/b"), "/b": redirect("/a")}
    with pytest.raises(FetchError, match="in a circle"):
        fetch("/a")
    site.routes["/nowhere"] = answer("", "302 Found")
    with pytest.raises(FetchError, match="leads nowhere"):
        fetch("/nowhere")


def test_before_every_request_it_is_asked_whether_it_may_be(site: Site, fetch: Fetch) -> None:
    site.routes |= {"/1": redirect("/2"), "/2": answer("x")}
    asked: list[str] = []
    fetch("/1", before=lambda url: asked.append(url.target))
    assert asked == ["/1", "/2"]


def test_what_is_known_is_not_fetched_again(site: Site, fetch: Fetch) -> None:
    def route(request: Request) -> bytes:
        if request.headers.get("if-none-match") == '"v1"':
            return answer("", "304 Not Modified", etag='"v1"')
        return answer("new", etag='"v1"')

    site.routes["/"] = route
    assert fetch("/").is_new
    again = fetch("/", known=Known(etag='"v1"', last_modified="Mon, 01 Jan 2024 00:00:00 GMT"))
    assert not again.is_new
    assert again.body == b""
    assert again.etag == '"v1"'
    assert site.requests[1].headers["if-modified-since"] == "Mon, 01 Jan 2024 00:00:00 GMT"


def test_a_tag_that_no_honest_server_sends_is_not_kept(site: Site, fetch: Fetch) -> None:
    site.routes["/"] = answer("x", etag='"' + "a" * 2000 + '"', last_modified="\xe9")
    fetched = fetch("/")
    assert (fetched.etag, fetched.last_modified) == (None, None)


@pytest.mark.parametrize(
    ("status", "temporary", "fault"),
    [
        ("404 Not Found", False, "no such page"),
        ("410 Gone", False, "taken away"),
        ("401 Unauthorized", False, "name and a password"),
        ("418 Teapot", False, "gives no page"),
        ("204 No Content", False, "gives no page"),
        ("304 Not Modified", False, ""),
        ("500 Oops", True, "failed"),
        ("505 Oops", False, "failed"),
        ("429 Too Many", True, "fewer requests"),
        ("503 Unavailable", True, "overloaded"),
    ],
)
def test_what_a_server_refuses(
    site: Site, fetch: Fetch, status: str, temporary: bool, fault: str
) -> None:
    site.routes["/"] = answer("", status, retry_after="120")
    if status.startswith("304"):
        assert not fetch("/").is_new
        return
    with pytest.raises(FetchError, match=fault) as caught:
        fetch("/")
    assert caught.value.temporary is temporary
    assert caught.value.status == int(status[:3])
    assert caught.value.retry_after == 120
    assert caught.value.where == f"{site.url}/"


@pytest.mark.parametrize(
    ("header", "least", "most"),
    [
        ("0", 0, 0),
        ("99999999999999999999", 999_999_999, 999_999_999),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0),
        ("Wed, 21 Oct 2099 07:28:00 GMT", 1e9, 1e10),
        ("Wed, 21 Oct 2099 07:28:00", 1e9, 1e10),
    ],
)
def test_when_to_come_again(
    site: Site, fetch: Fetch, header: str, least: float, most: float
) -> None:
    site.routes["/"] = answer("", "503 Unavailable", retry_after=header)
    with pytest.raises(FetchError) as caught:
        fetch("/")
    assert caught.value.retry_after is not None
    assert least <= caught.value.retry_after <= most


@pytest.mark.parametrize("header", ["soon", "-1", "1e9", "٣", "Wed, 99 Oct 2099", "1" * 5000])
def test_a_time_that_is_none(site: Site, fetch: Fetch, header: str) -> None:
    site.routes["/"] = answer("", "503 Unavailable").replace(
        b"\r\n", f"\r\nRetry-After: {header}\r\n".encode(), 1
    )
    with pytest.raises(FetchError) as caught:
        fetch("/")
    assert caught.value.retry_after is None


def test_content_that_is_no_text_is_not_fetched(site: Site, fetch: Fetch) -> None:
    def endless() -> Iterator[bytes]:
        yield answer(b"", type="video/mp4", content_length=str(10**12))
        while True:
            yield b"x" * 65_536

    site.routes["/"] = lambda request: endless()
    with pytest.raises(FetchError, match="video/mp4 is no text"):
        fetch("/")


@pytest.mark.parametrize("pack", ["gzip", "zlib", "raw", "members", "padded", "plain"])
def test_packed_content(site: Site, fetch: Fetch, pack: str) -> None:
    text = "قال الوزير. ".encode() * 20_000
    bare = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": (gzip.compress(text), "gzip"),
        "zlib": (zlib.compress(text), "deflate"),
        "raw": (bare.compress(text) + bare.flush(), "Deflate"),
        "members": (gzip.compress(text[:1000]) + gzip.compress(text[1000:]), "x-gzip"),
        "padded": (gzip.compress(text) + b"\0" * 10, "gzip"),
        "plain": (text, "identity"),
    }[pack]
    site.routes["/"] = answer(packed[0], content_encoding=packed[1])
    assert fetch("/").body == text


def test_packed_content_that_is_broken(site: Site, fetch: Fetch) -> None:
    packed = gzip.compress(b"x" * 100_000)
    for body, encoding, fault in (
        (packed[:-20], "gzip", "too early"),
        (packed[:20] + b"\xff" * 20, "gzip", "broken|too early"),
        (b"no gzip at all", "gzip", "broken"),
        (b"x", "br", "not asked for"),
        (b"x", "gzip, gzip", "not asked for"),
    ):
        site.routes["/"] = answer(body, content_encoding=encoding)
        with pytest.raises(FetchError, match=fault):
            fetch("/")
    site.routes["/"] = answer(b"", content_encoding="gzip")
    assert fetch("/").body == b""


def test_too_large(site: Site, fetch: Fetch, options: WebOptions) -> None:
    small = msgspec.structs.replace(options, max_bytes=1000)
    site.routes |= {
        "/told": answer(b"", content_length="1001"),
        "/untold": b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 1001,
        "/fits": answer(b"x" * 1000),
        "/packed": zipped(b"x" * 1000),
        "/bomb": zipped(b"x" * 1001),
        "/lie": answer(b"x" * 1001, content_length="-5"),
    }
    for path in ("/told", "/untold", "/bomb", "/lie"):
        with pytest.raises(TooLargeError, match=r"1,000 bytes.*--max-bytes"):
            fetch(path, small)
    assert len(fetch("/fits", small).body) == len(fetch("/packed", small).body) == 1000
    assert len(fetch("/bomb", small, max_bytes=2000).body) == 1001


def test_an_answer_that_breaks_off(site: Site, fetch: Fetch) -> None:
    site.routes |= {
        "/length": answer(b"x", content_length="100"),
        "/chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nxx",
        "/nothing": b"",
        "/garbage": b"\x16\x03\x01 not at all\r\n\r\n",
        "/old": b"<html>no header</html>",
        "/headers": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        "/header": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
        "/status": b"HTTP/1.1 999999 OK\r\n\r\n",
    }
    for path in site.routes:
        with pytest.raises(FetchError):
            fetch(path)


def test_a_server_that_is_silent(site: Site, fetch: Fetch, options: WebOptions) -> None:
    def silent(request: Request) -> Iterator[bytes]:
        time.sleep(10)
        yield b""

    site.routes["/"] = silent
    began = time.monotonic()
    with pytest.raises(FetchError, match="no answer in time") as caught:
        fetch("/", msgspec.structs.replace(options, read_timeout=0.5))
    assert caught.value.temporary
    assert time.monotonic() - began < 8


def test_nobody_there(site: Site, fetch: Fetch) -> None:
    site.close()
    with pytest.raises(FetchError, match="refused") as caught:
        fetch("/")
    assert caught.value.temporary


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of its own for news.example, with its key."""
    folder = tmp_path_factory.mktemp("tls")
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", "/CN=news.example", "-addext",
         "subjectAltName=DNS:news.example", "-keyout", folder / "key.pem",
         "-out", folder / "cert.pem"],
        capture_output=True, check=False,
    )  # fmt: skip
    if made.returncode:
        pytest.skip("openssl makes no certificate here")
    return folder


@pytest.fixture
def secure(certificate: Path) -> Iterator[tuple[Site, list[str | None]]]:
    """A site under TLS, and the names that it was called by in the handshakes."""
    names: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    context.sni_callback = lambda _, name, __: names.append(name)  # type: ignore[func-returns-value]
    site = Site(context)
    yield site, names
    site.close()


def test_the_certificate_is_for_the_name_that_was_asked_for(
    secure: tuple[Site, list[str | None]],
    certificate: Path,
    options: WebOptions,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site, names = secure
    site.routes["/"] = answer("secure")
    trusting = ssl.create_default_context(cafile=str(certificate / "cert.pem"))
    monkeypatch.setattr("rawi.intake.web.connections.tls_context", lambda: trusting)
    fetcher = Fetcher(options, lambda host, port: ["127.0.0.1"])
    assert fetcher.fetch(parse(f"https://news.example:{site.port}/")).body == b"secure"
    assert names == ["news.example"]
    assert site.requests[0].headers["host"] == f"news.example:{site.port}"
    for other in ("other.example", "127.0.0.1"):
        with pytest.raises(FetchError, match="certificate is not valid"):
            fetcher.fetch(parse(f"https://{other}:{site.port}/"))
    assert len(site.requests) == 1


def test_a_certificate_of_nobody(
    secure: tuple[Site, list[str | None]], options: WebOptions
) -> None:
    site, _ = secure
    fetcher = Fetcher(options, lambda host, port: ["127.0.0.1"])
    with pytest.raises(FetchError, match="certificate is not valid") as caught:
        fetcher.fetch(parse(f"https://news.example:{site.port}/"))
    assert not caught.value.temporary
    assert site.requests == []
