"""Addresses as sources: what is taken from them, and where it says that it is from."""

from __future__ import annotations

import gzip
import hashlib
import subprocess
import sys

import msgspec
import pytest
from web_site import Site, answer, redirect

from rawi.errors import FetchError, FormatError, InputError, TooLargeError
from rawi.intake import TakeOptions, take
from rawi.intake.web_options import WebOptions
from rawi.records import Taken

TEXT = "قال الوزير إن العمل في الميناء يبدأ غدا، وأضاف أن السفن تصل تباعا في الأسبوع المقبل."
PAGE = (
    f"<!DOCTYPE html><html lang='ar'><head>%s</head><body><article><p>{TEXT}</p></article></body>"
)


def page(head: str = "") -> str:
    return PAGE % head


@pytest.fixture
def asking(options: WebOptions) -> TakeOptions:
    return TakeOptions(web=options)


def one(site: Site, path: str, options: TakeOptions) -> Taken:
    (item,) = take([f"{site.url}{path}"], options)
    assert isinstance(item, Taken), item
    return item


def test_a_page(site: Site, asking: TakeOptions) -> None:
    site.routes |= {"/short": redirect("/long/%D8%AE?id=1"), "/long/%D8%AE?id=1": answer(page())}
    item = one(site, "/short#part", asking)
    assert item.report.text.strip() == TEXT
    assert item.report.url == item.report.id == f"{site.url}/long/%D8%AE?id=1"
    assert not item.id_given
    assert item.original == page().encode()
    provenance = item.provenance
    assert provenance.source == f"{site.url}/short"
    assert provenance.media_type == "text/html"
    assert provenance.fetched_at is not None
    assert provenance.fetched_at.endswith("Z")
    assert provenance.bytes_hash == hashlib.sha256(item.original).hexdigest()


def test_the_encoding_that_the_server_tells(site: Site, asking: TakeOptions) -> None:
    body = page("<meta charset='utf-8'>").encode("windows-1256")
    site.routes["/"] = answer(body, type="text/html; charset=windows-1256")
    assert one(site, "/", asking).report.text.strip() == TEXT


def test_a_page_may_tell_its_canonical_address_on_its_own_site(
    site: Site, asking: TakeOptions
) -> None:
    own = f"http://127.0.0.1:{site.port}/news/1"
    site.routes["/a"] = answer(page("<link rel='canonical' href='/news/1'>"))
    assert one(site, "/a", asking).report.url == own
    for other in ("https://other.example/news/1", "https://127.0.0.1.example/", "https://[/"):
        site.routes["/a"] = answer(page(f"<link rel='canonical' href='{other}'>"))
        assert one(site, "/a", asking).report.url == f"{site.url}/a"


def test_a_site_that_calls_all_its_pages_by_its_front(site: Site, asking: TakeOptions) -> None:
    for front in ("/", "/index.php", site.url):
        head = f"<link rel='canonical' href='{front}'><meta property='og:url' content='{front}'>"
        site.routes |= {"/a": answer(page(head)), "/": answer(page(head))}
        assert one(site, "/a", asking).report.url == f"{site.url}/a"
    site.routes["/a"] = answer(page("<link rel='canonical' href='/?p=7'>"))
    assert one(site, "/a", asking).report.url == f"{site.url}/?p=7"


def test_other_formats(site: Site, asking: TakeOptions) -> None:
    lines = '{"text": "a", "id": "mine", "url": "https://other.example/"}\n{"text": "b"}\n'
    site.routes |= {
        "/a.txt": answer("قال", type="text/plain"),
        "/b": answer(lines, type="application/x-ndjson"),
        "/c.jsonl.gz": answer(gzip.compress(lines.encode()), type="application/gzip"),
    }
    text = one(site, "/a.txt", asking)
    assert (text.report.text, text.report.url) == ("قال", f"{site.url}/a.txt")
    for path, stem in (("/b", "b"), ("/c.jsonl.gz", "c")):
        first, second = take([f"{site.url}{path}"], asking)
        assert isinstance(first, Taken)
        assert isinstance(second, Taken)
        assert (first.report.id, second.report.id) == ("mine", f"{stem}:2")
        assert first.report.url == "https://other.example/"
        assert second.provenance.record == 2


def test_what_cannot_be_had_costs_no_other(site: Site, asking: TakeOptions) -> None:
    site.routes |= {
        "/robots.txt": answer("User-agent: *\nDisallow: /no", type="text/plain"),
        "/empty": answer(""), "/large": answer("x" * 2000), "/pdf": answer(b"%PDF-1.7"),
        "/": answer(page()),
    }  # fmt: skip
    paths = ("/gone", "/no", "/empty", "/large", "/pdf", "/")
    found = list(take([f"{site.url}{path}" for path in paths],
                      msgspec.structs.replace(asking, max_bytes=1000)))  # fmt: skip
    kinds = (FetchError, FetchError, InputError, TooLargeError, InputError, Taken)
    assert all(isinstance(item, kind) for item, kind in zip(found, kinds, strict=True)), found
    for item, path in zip(found[:-1], paths, strict=False):
        assert str(item).startswith(f"{site.url}{path}: ")
    (error,) = take(["http://user:secret@news.example/"], asking)
    assert isinstance(error, FetchError)
    assert "secret" not in str(error)


def test_private_addresses_are_refused_unless_asked_for(site: Site) -> None:
    site.routes["/"] = answer(page())
    (error,) = take([f"{site.url}/"], TakeOptions())
    assert isinstance(error, FetchError)
    assert "--allow-private" in error.fault
    assert site.requests == []


def test_one_run_asks_for_robots_txt_once(site: Site, asking: TakeOptions) -> None:
    site.routes |= {f"/{number}": answer(page()) for number in range(3)}
    list(take([f"{site.url}/{number}" for number in range(3)], asking))
    assert [one.path for one in site.requests] == ["/robots.txt", "/0", "/1", "/2"]


def test_a_feed_is_no_page(site: Site, asking: TakeOptions) -> None:
    site.routes["/"] = answer("<?xml version='1.0'?><nothing/>", type="text/xml")
    (error,) = take([f"{site.url}/"], asking)
    assert isinstance(error, FormatError)


def test_what_fetches_is_loaded_for_an_address_alone() -> None:
    code = (
        "import sys, rawi.intake; list(rawi.intake.take(['nowhere.txt']));"
        "print(*{'urllib3', 'protego', 'ssl', 'rawi.intake.web'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
