"""What documents lead to: feeds of all kinds, OPML lists, pages, lists of addresses."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from rawi.errors import FormatError, InputError
from rawi.intake.web.links import MOST_ENTRIES, Document, read_document
from rawi.intake.web.urls import parse

BASE = parse("https://news.example/feeds/all.xml")


def read(data: str | bytes, **more: object) -> Document:
    data = data.encode() if isinstance(data, str) else data
    return read_document(data, "here", **{"base": BASE, **more})  # type: ignore[arg-type]


def pages(data: str | bytes, **more: object) -> list[str]:
    document = read(data, **more)
    assert document.kind == "feed"
    assert document.feeds == ()
    return [str(url) for url in document.pages]


def rss(items: str, head: str = '<?xml version="1.0"?>', attributes: str = "") -> str:
    return f"{head}<rss version='2.0' {attributes}><channel><link>https://news.example/</link>{items}</channel></rss>"


def test_rss() -> None:
    assert pages(rss(
        "<item><link> https://news.example/1#c </link></item>"
        "<item><guid>https://news.example/2</guid></item>"
        "<item><guid isPermaLink='false'>https://news.example/no</guid></item>"
        "<item><guid>no address</guid><title>t</title></item>"
        "<item><link/><guid>https://news.example/3</guid></item>"
        "<item><link>/4?a=1&amp;b=2</link><guid>https://news.example/x</guid></item>"
        "<item><link><![CDATA[https://news.example/خبر]]></link></item>"
        "<item><link>https://news.example/1</link></item>"
        "<item><link>\n https://news.\n\texample/1\r\n</link></item>"
    )) == ["https://news.example/1", "https://news.example/2", "https://news.example/3",
           "https://news.example/4?a=1&b=2", "https://news.example/%D8%AE%D8%A8%D8%B1"]  # fmt: skip


def test_rss_as_it_was_before_and_as_it_is_passed_on() -> None:
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><link>https://news.example/</link>'
        "</channel><item><link>/1</link></item></rdf:RDF>"
    )
    assert pages(rdf) == ["https://news.example/1"]
    old = "<!DOCTYPE rss PUBLIC '-//N//DTD RSS 0.91//EN' 'http://my.example/rss.dtd'>"
    assert pages(rss("<item><link>/1</link></item>", old)) == ["https://news.example/1"]
    assert pages(rss(
        "<item><link>https://proxy.example/~r/1</link><fb:origLink>/1</fb:origLink></item>",
        attributes="xmlns:fb='http://rssnamespace.org/feedburner/ext/1.0'",
    )) == ["https://news.example/1"]  # fmt: skip


def test_atom() -> None:
    atom = """\ufeff
      <?xml version="1.0" encoding="utf-8"?><!-- a remark --><?xml-stylesheet href="x"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://cdn.example/a/">
       <link rel="self" href="feed.xml"/>
       <entry><link rel="self" href="no"/><link href="1"/><id>tag:1</id></entry>
       <entry xml:base="b/"><link rel="alternate" type="application/json" href="no"/>
        <link rel="alternate" type="text/html" href="2"/></entry>
       <entry><link rel="enclosure" href="no.mp3"/><id>https://news.example/3</id></entry>
       <entry><id>urn:x</id></entry>
      </feed>"""
    assert pages(atom) == [
        "https://cdn.example/a/1", "https://cdn.example/a/b/2", "https://news.example/3",
    ]  # fmt: skip


def test_a_json_feed() -> None:
    feed = """{"version": "https://jsonfeed.org/version/1.1", "items": [
      {"url": "/1"}, {"url": 7}, {}, 3, {"url": " "}, {"id": "https://news.example/no"}]}"""
    assert pages(feed) == ["https://news.example/1"]
    for faulty in ('{"version": 1, "items": []}', '{"items": 1}', "{", '{"a": ' * 100_000):
        with pytest.raises(FormatError, match="JSON"):
            read(faulty)


def test_feeds_that_are_not_quite_xml() -> None:
    item = "<item><title>a &nbsp; b & c</title><link>/1</link></item>"
    assert pages(rss(item)) == ["https://news.example/1"]
    assert pages(rss(item + "<item><link>/2</link>")[:-20]) == [
        "https://news.example/1", "https://news.example/2",
    ]  # fmt: skip
    assert pages(rss("\x08<item><link>/1</link></item>")) == ["https://news.example/1"]
    halves = "<item><title a='&#55296;'>&#xD800;</title><link>/&#xdfff;</link></item>"
    assert pages(rss(halves + "<item><link>/&#1576;</link></item>")) == [
        "https://news.example/%EF%BF%BD", "https://news.example/%D8%A8",
    ]  # fmt: skip
    assert read("<opml><outline xmlUrl='/&#xD800;'/></opml>").feeds


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1256"])
def test_encodings(encoding: str) -> None:
    told = f"<?xml version='1.0' encoding='{encoding.removesuffix('-sig')}'?>"
    data = rss("<item><link>/خبر</link></item>", told).encode(encoding)
    assert pages(data) == ["https://news.example/%D8%AE%D8%A8%D8%B1"]
    if encoding == "windows-1256":
        data = rss("<item><link>/خبر</link></item>", "").encode(encoding)
        assert pages(data, charset=encoding) == ["https://news.example/%D8%AE%D8%A8%D8%B1"]


def test_opml() -> None:
    opml = """<?xml version="1.0"?><opml version="2.0"><head/><body>
      <outline text="a"><outline type="rss" xmlUrl="https://a.example/rss"/>
       <outline text="b"><outline xmlurl=" /relative "/></outline></outline>
      <outline xmlUrl="https://a.example/rss"/><outline htmlUrl="https://c.example/"/>
      <outline xmlUrl=""/></body></opml>"""
    document = read(opml)
    assert document.kind == "opml"
    assert [str(url) for url in document.feeds] == [
        "https://a.example/rss", "https://news.example/relative",
    ]  # fmt: skip
    (refused,) = read(opml, base=None).refused
    assert "no scheme" in refused.fault


def test_links_that_no_one_may_follow() -> None:
    hostile = ["file:///etc/passwd", "javascript:alert(1)", "http://u:secret@a.example/",
               "gopher://x/", "http://[::1", "http://a.example:0/", "data:,x"]  # fmt: skip
    opml = "<opml>" + "".join(f"<outline xmlUrl='{one}'/>" for one in hostile) + "</opml>"
    items = "".join(f"<item><link>{one}</link></item>" for one in hostile)
    for document in (
        read(opml),
        read(rss(items)),
        read(rss(items, attributes="xml:base='file:///'")),
    ):
        assert document.pages == document.feeds == ()
        assert len(document.refused) == len(hostile)
        assert not any("secret" in str(one) for one in document.refused)


def test_a_page_names_its_feeds() -> None:
    page = """<!DOCTYPE html><html><head><base href="https://cdn.example/x/">
      <link rel="Alternate" type="application/rss+xml" href="rss">
      <link rel="alternate" type="application/atom+xml" href="">
      <link rel="alternate home" type="application/atom+xml" href="https://news.example/atom">
      <link rel="alternate" type="text/html" hreflang="ar" href="/ar">
      <link rel="stylesheet" href="/x.css"></head><body>قال</body></html>"""
    document = read(page)
    assert document.kind == "page"
    assert [str(url) for url in document.feeds] == [
        "https://cdn.example/x/rss", "https://news.example/atom",
    ]  # fmt: skip
    assert read("<html><body>no feed</body></html>").feeds == ()


def test_a_list_of_addresses() -> None:
    document = read("# mine\n\nhttps://a.example/rss\n  https://b.example/ \n", base=None)
    assert document.kind == "list"
    assert [str(url) for url in document.feeds] == ["https://a.example/rss", "https://b.example/"]
    assert len(read("https://a.example/rss\nno address\n", base=None).refused) == 1


@pytest.mark.parametrize(
    "data",
    [b"", b" ", b"plain text", b"%PDF-1.7", b"\xff\xfe\xff", b"\0" * 100, b"<svg/>", b"<?xml?>",
     b"<rss", b"<opml", b"<feed/", b"<!DOCTYPE rss", b"\x1f\x8b\x08"],
)  # fmt: skip
def test_what_is_none_of_them(data: bytes) -> None:
    try:
        document = read(data)
    except InputError:
        return
    assert document.pages == document.feeds == ()


def test_no_file_and_no_address_is_opened_for_an_entity(tmp_path) -> None:  # type: ignore[no-untyped-def]
    secret = tmp_path / "secret"
    secret.write_text("https://secret.example/")
    entities = f'<!ENTITY x SYSTEM "file://{secret}"><!ENTITY % y SYSTEM "file://{secret}"> %y;'
    head = f"<!DOCTYPE rss [{entities}]>"
    assert not any("secret" in one for one in pages(rss("<item><link>&x;</link></item>", head)))


def test_entities_within_entities_are_not_unfolded() -> None:
    head = "<!DOCTYPE rss [<!ENTITY a0 'https://a.example/'>" + "".join(
        f"<!ENTITY a{number + 1} '{f'&a{number};' * 10}'>" for number in range(12)
    )
    began = time.process_time()
    items = "<item><link>&a12;</link></item><item><link>/1</link></item>"
    assert pages(rss(items, head + "]>")) in (["https://news.example/1"], [])
    assert time.process_time() - began < 1


N = 5_000_000


@pytest.mark.parametrize(
    "data",
    [
        b"<rss>" + b"<" * N,
        b"<rss>" + b"<a>" * (N // 3),
        b"<rss>" + b"<item>" * (N // 6),
        b"<rss>" + b"<item><link>/" + b"a" * N,
        b"<rss><item><link>" + b"&" * N,
        b"<rss " + b"a='b' " * (N // 6) + b">",
        b"<rss>" + b"<item xml:base='a/'>" * (N // 20),
        b"<rss><![CDATA[" + b"<![CDATA[" * (N // 9),
        b"<!DOCTYPE rss [" + b"<!ENTITY a 'b'>" * (N // 15) + b"]><rss/>",
        b"<?xml" + b"<!--" * (N // 4),
        b" " * N + b"<rss>",
        b"<opml>" + b"<outline xmlUrl='file:///x'/>" * (N // 29),
        b"<opml>" + b"<outline xmlUrl='http://a.example/'>" * (N // 36),
        b"<html>" + b"<link rel=alternate type=application/rss+xml href=/x>" * (N // 53),
        b"<html>" + b"<div>" * (N // 5),
        b"<rss><channel>" + b"<item><link>/a</link></item>" * (N // 28),
        b"http://a.example/" + b"\nx" * (N // 2),
        b'{"version":"https://jsonfeed.org/version/1","items":[' + b'{"url":"/a"},' * (N // 13),
        b"[" * N,
        b"{" * N,
    ],
    ids=range(20),
)
def test_what_is_made_to_keep_a_parser_busy(data: bytes) -> None:
    began = time.process_time()
    try:
        document = read(data)
    except InputError:
        document = Document(kind="feed")
    assert len(document.pages) + len(document.feeds) + len(document.refused) <= 20_000
    assert time.process_time() - began < 10


def test_of_an_endless_feed_the_first_entries_are_taken() -> None:
    items = "".join(f"<item><link>/{number}</link></item>" for number in range(MOST_ENTRIES + 10))
    assert len(pages(rss(items))) == MOST_ENTRIES


def test_memory_is_bounded_by_the_size_of_the_feed() -> None:
    data = b"<rss><channel>" + b"<item><link>/a</link></item>" * 100_000
    tracemalloc.start()
    try:
        read(data)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
