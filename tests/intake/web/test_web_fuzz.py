"""Whatever a server sends, what comes of it is a page, links or an error, and it comes soon."""

from __future__ import annotations

import gzip
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_site import Site, answer, redirect

from rawi.errors import FetchError, InputError
from rawi.intake.web.answers import Fetched
from rawi.intake.web.links import Document, read_document
from rawi.intake.web.robots import LONGEST_DELAY, Rules
from rawi.intake.web.urls import Url, join, key, parse, show
from rawi.intake.web_options import WebOptions

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzzing import SEEDS, inputs, mutated, within

FEW = 60
LONGEST = 5.0
BASE = parse("https://news.example/a/b?c")
DOCUMENTS = ("a.rss", "a.atom", "a.opml", "a.html", "json feed", "list")

JSON_FEED = b'{"version":"https://jsonfeed.org/version/1.1","items":[{"url":"/1"},{"url":"x"}]}'
LIST = b"# mine\nhttps://a.example/1\nhttps://b.example/\n"
ROBOTS = b"User-agent: *\nDisallow: /a*b$\nAllow: /\nCrawl-delay: 3\nRequest-rate: 1/5s\n" * 3
PAGE = SEEDS["a.html"]()
ANSWERS = (
    answer(PAGE, etag='"v1"', last_modified="Mon"),
    answer(gzip.compress(PAGE), content_encoding="gzip"),
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<p>x\r\n0\r\nX: y\r\n\r\n",
    answer("", "503 Unavailable", retry_after="Wed, 21 Oct 2099 07:28:00 GMT"),
    redirect("/b"),
)


def documents(name: str, many: int) -> Iterator[bytes]:
    if name in SEEDS:
        yield from inputs(name, many)
        return
    chance = random.Random(name)
    for _ in range(many):
        yield mutated(JSON_FEED if name == "json feed" else LIST, chance)


def read(data: bytes) -> None:
    try:
        with within(LONGEST):
            document = read_document(data, "here", base=BASE, charset="windows-1256")
    except InputError as error:
        str(error).encode()
        return
    except BaseException as error:
        error.add_note(repr(data[:3000]))
        raise
    assert isinstance(document, Document)
    for url in (*document.pages, *document.feeds):
        assert parse(str(url)) == url


@pytest.mark.parametrize("name", DOCUMENTS)
def test_mutated_documents_give_links_or_errors(name: str) -> None:
    for data in documents(name, FEW):
        read(data)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_soak_mutated_documents_give_links_or_errors(name: str, soak: int) -> None:
    for data in documents(name, soak):
        read(data)


def fetched(site: Site, fetch: Callable[..., Fetched], options: WebOptions, many: int) -> int:
    """Fetch mutated answers; return how many were pages."""
    chance, pages = random.Random("answers"), 0
    hurried = msgspec.structs.replace(options, read_timeout=0.2, max_bytes=1_000_000)
    for number in range(many):
        site.routes["/"] = data = mutated(ANSWERS[number % len(ANSWERS)], chance)
        try:
            pages += bool(fetch("/", hurried).fetched_at)
        except InputError as error:
            str(error).encode()
        except BaseException as error:
            error.add_note(repr(data[:3000]))
            raise
    return pages


def test_mutated_answers_give_pages_or_errors(
    site: Site, fetch: Callable[..., Fetched], options: WebOptions
) -> None:
    assert fetched(site, fetch, options, FEW * 3) > FEW // 2


def test_soak_mutated_answers_give_pages_or_errors(
    site: Site, fetch: Callable[..., Fetched], options: WebOptions, soak: int
) -> None:
    assert fetched(site, fetch, options, soak) > soak // 6


def rule(many: int) -> None:
    chance = random.Random("robots")
    for _ in range(many):
        with within(LONGEST):
            rules = Rules(mutated(ROBOTS, chance).decode("utf-8", "replace"))
            assert rules.allow(BASE) in (True, False)
            assert 0 <= rules.delay <= LONGEST_DELAY


def test_mutated_robots_txt_is_read() -> None:
    rule(FEW)


def test_soak_mutated_robots_txt_is_read(soak: int) -> None:
    rule(soak)


_PIECES = st.lists(
    st.sampled_from(["http://", "https:", "//", "/", "a.example", "127.1", "[::1]", ":80", "@",
                     "u:p", "?", "#", "..", "%2e", "%", "\\", "é", "خبر", ".", "xn--", "0x7f",
                     " ", "\t", "\r\n", "\0", "\ud800", "-", "_", "&utm_source=x", "["])
    | st.text(max_size=3), max_size=12,
).map("".join)  # fmt: skip


def checked(make: Callable[[], Url]) -> None:
    try:
        url = make()
    except FetchError as error:
        str(error).encode("utf-8", "replace")
        return
    text = str(url)
    assert text.isascii()
    assert text.isprintable()
    assert " " not in text
    assert "@" not in url.netloc
    assert url.target.startswith("/")
    assert "/../" not in url.target.partition("?")[0]
    assert parse(text) == url
    assert parse(key(url)).host == url.host


@given(_PIECES)
def test_property_an_address_is_whole_or_refused(text: str) -> None:
    checked(lambda: parse(text))
    checked(lambda: parse(f"http://{text}"))
    checked(lambda: join(BASE, text))
    assert len(show(text)) <= 250
