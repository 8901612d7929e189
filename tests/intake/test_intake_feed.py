"""RSS, Atom, OPML: an entry is a report, a list leads to the feeds beside it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rawi.errors import FormatError, InputError, TooLargeError
from rawi.intake import take
from rawi.intake.opml import FeedLink, feed_links
from rawi.records import Taken

Take = Callable[..., list[Taken]]
TakeAny = Callable[..., list[Taken | InputError]]

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>صحيفة الضفاف</title><link>https://aldifaf.example/</link><language>ar-EG</language>
<item><title>السد &amp;amp; الري</title><link>https://aldifaf.example/1</link>
 <guid isPermaLink="false">https://aldifaf.example/?p=1</guid>
 <pubDate>Wed, 21 Aug 2024 10:00:00 +0300</pubDate><dc:creator>سامر العوضي</dc:creator>
 <description>ملخص الخبر</description>
 <content:encoded><![CDATA[<p>قال الوزير إن السد سيكتمل.</p><p>وأضاف: «لا تأجيل».</p>
 <figure><figcaption>صورة السد</figcaption></figure><script>x()</script>]]></content:encoded></item>
<item><title>ب</title><link>https://aldifaf.example/2</link><guid>n-2</guid>
 <description>قال الوزير: &lt;b&gt;نعم&lt;/b&gt;.</description></item>
<item><title>ج</title><link>https://aldifaf.example/3</link></item>
</channel></rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title>Лента</title>
<id>urn:feed</id><updated>2024-08-22T00:00:00Z</updated>
<entry><id>tag:a.example,2024:1</id><title type="html">Мин&amp;shy;истр</title>
<link rel="alternate" href="https://a.example/1"/><published>2024-08-21T10:00:00+03:00</published>
<updated>2024-08-22</updated><author><name>Анна</name></author><author><name>Иван</name></author>
<summary>Коротко</summary>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>Министр заявил.</p><p>Да.</p></div>
</content></entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "utf-16"])
def test_rss(items: TakeAny, encoding: str) -> None:
    first, second, third = items(RSS.format(encoding=encoding).encode(encoding), "a.rss")
    assert isinstance(first, Taken)
    report = first.report
    assert report.text == "قال الوزير إن السد سيكتمل.\n\nوأضاف: «لا تأجيل»."
    assert report.title == "السد & الري"
    # A guid that is an address tells no more than the link.
    assert (report.id, first.id_given) == ("https://aldifaf.example/1", False)
    assert report.url == "https://aldifaf.example/1"
    assert (report.published, report.modified) == ("2024-08-21T10:00:00+03:00", None)
    assert (report.authors, report.language) == (("سامر العوضي",), "ar")
    assert report.publisher == "صحيفة الضفاف"
    assert first.provenance.record == 1
    assert first.provenance.media_type == "application/rss+xml"
    assert first.original.startswith(b"<item><title>")
    assert first.original.endswith(b"</item>")
    assert isinstance(second, Taken)
    assert second.report.text == "قال الوزير: نعم."
    # Nor does one that another site may have as well.
    assert (second.report.id, second.id_given) == ("https://aldifaf.example/2", False)
    assert str(third).startswith("a.rss:entry 3: no text: its feed gives no more than a title")


def test_atom(reports: Take) -> None:
    (item,) = reports(ATOM.encode())
    report = item.report
    assert report.text == "Министр заявил.\n\nДа."
    assert report.title == "Мин\xadистр"
    assert (report.id, item.id_given) == ("tag:a.example,2024:1", True)
    assert (report.published, report.modified) == ("2024-08-21T10:00:00+03:00", "2024-08-22")
    assert report.authors == ("Анна", "Иван")
    assert report.publisher == "Лента"
    assert item.provenance.media_type == "application/atom+xml"


def test_rdf_and_the_publisher_by_its_address(reports: Take) -> None:
    data = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
     xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>World</title></channel>
     <item rdf:about="y"><title>t</title><link>https://www.bbc.com/news/1</link>
     <description>He said so, and she said no.</description></item></rdf:RDF>"""
    (item,) = reports(data)
    assert item.report.publisher
    assert "BBC" in item.report.publisher or "بي بي سي" in item.report.publisher
    assert item.report.url == "https://www.bbc.com/news/1"


def test_an_entry_without_a_link(reports: Take) -> None:
    entry = "<item><guid>{}</guid><description>He said so.</description></item>"
    data = f"<rss version='2.0'><channel>{entry.format(7)}{entry.format('urn:x:7')}</channel></rss>"
    first, second = reports(data.encode())
    assert (first.report.id, first.id_given, first.report.url) == ("7", False, None)
    assert (second.report.id, second.id_given) == ("urn:x:7", True)


def test_the_same_twice(items: TakeAny) -> None:
    data = RSS.format(encoding="utf-8").encode()
    first, second = items(data), items(data)
    assert first[:2] == second[:2]


def test_a_broken_feed_gives_what_it_holds(items: TakeAny) -> None:
    data = RSS.format(encoding="utf-8").encode()
    found = items(data.replace(b"</description></item>", b"</item>", 1)[:-40] + b"<broken", "a.rss")
    assert any(isinstance(item, Taken) for item in found)
    assert all(item.original for item in found if isinstance(item, Taken))


def test_what_is_no_feed(items: TakeAny) -> None:
    (error,) = items(b"<?xml version='1.0'?><urlset></urlset>", "sitemap.xml")
    assert "its root is <urlset>" in str(error)
    (error,) = items(b"<rss></rss>")
    assert isinstance(error, InputError)
    (error,) = items(b"no feed at all", format="feed")
    assert isinstance(error, FormatError)
    (error,) = items(b"<rss version='2.0'><channel><title>x</title></channel></rss>")
    assert "without entries" in str(error)
    (error,) = items(RSS.encode(), max_bytes=100)
    assert isinstance(error, TooLargeError)


BOMBS = {
    "billion laughs": '<!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10 if n else "&a;"}">' for n in range(9))
    + "]><rss version='2.0'><channel><item><title>t</title><description>&b8;</description></item>"
    "</channel></rss>",
    "a file": '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>'
    "<item><title>&x;</title><description>&x; text</description></item></channel></rss>",
    "an address": '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss version="2.0"><channel>'
    "<item><title>t</title><description>text</description></item></channel></rss>",
    "deep": "<rss version='2.0'><channel><item><description>" + "<a>" * 10_000 + "text",
    "many open": "<rss version='2.0'><channel>" + "<item>" * 10_000,
    "many open and shut": "<rss version='2.0'><channel>" + "<item></item>" * 5_000,
    "many attributes": "<rss version='2.0'><channel><item " + "a=''" * 50_000 + ">",
    "a long name": f"<rss version='2.0'><channel><{'i' * 500_000}>",
    "a long reference": "<rss version='2.0'><channel><item><description>" + "&" * 300_000,
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.parametrize("mark", ["", "<?xml version='1.0'?>"])
def test_hostile_feeds(items: TakeAny, name: str, mark: str) -> None:
    begun = time.process_time()
    for item in items((mark + BOMBS[name]).encode()):
        assert isinstance(item, Taken | InputError)
        assert not isinstance(item, Taken) or "root:" not in item.report.text
    assert time.process_time() - begun < 20


@pytest.mark.parametrize("name", ["billion laughs", "a file"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(items: TakeAny, name: str, encoding: str) -> None:
    (error,) = items(BOMBS[name].encode(encoding))
    assert "declares entities" in str(error)


OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>
<outline text="News"><outline type="rss" text="A" title="Ah" xmlUrl="feeds/a.rss"/>
<outline type="rss" xmlUrl="https://b.example/feed?x=1&amp;y=2"/></outline>
<outline type="rss" xmlUrl="feeds/a.rss"/></body></opml>"""


def test_opml_lists_feeds() -> None:
    assert feed_links(OPML.encode(), "x") == (
        FeedLink("feeds/a.rss", "Ah"),
        FeedLink("https://b.example/feed?x=1&y=2", None),
    )
    with pytest.raises(FormatError):
        feed_links(b"<html></html>", "x")
    with pytest.raises(FormatError):
        feed_links(b"no xml", "x")


def test_opml_leads_to_the_feeds_beside_it(tmp_path: Path) -> None:
    (tmp_path / "feeds").mkdir()
    (tmp_path / "feeds" / "a.rss").write_text(RSS.format(encoding="utf-8"), "utf-8")
    (tmp_path / "list.opml").write_text(OPML, "utf-8")
    found: list[Any] = list(take([tmp_path / "list.opml"]))
    assert [type(item).__name__ for item in found] == ["Taken", "Taken", "InputError", "InputError"]
    assert found[0].provenance.source == f"{tmp_path}/feeds/a.rss"
    assert "https://b.example/feed?x=1&y=2 is on the web: rawi follow reads it" in str(found[3])


@pytest.mark.parametrize(
    "url",
    ["/etc/passwd", "../secret.rss", "file:///etc/passwd", "feeds/../../x", "link.rss"],
)
def test_opml_leads_nowhere_else(tmp_path: Path, url: str) -> None:
    folder = tmp_path / "lists"
    (folder / "feeds").mkdir(parents=True)
    (tmp_path / "secret.rss").write_text(RSS.format(encoding="utf-8"), "utf-8")
    (folder / "link.rss").symlink_to(tmp_path / "secret.rss")
    text = f'<opml><body><outline xmlUrl="{url}"/></body></opml>'
    (folder / "list.opml").write_text(text, "utf-8")
    (error,) = take([folder / "list.opml"])
    assert isinstance(error, InputError)
    assert "secret" not in str(error) or "no file in the folder" in str(error)


def test_opml_from_standard_input_has_no_folder(items: TakeAny) -> None:
    first, second = items(OPML.encode())
    assert "no file in the folder of the list" in str(first)
    assert "on the web" in str(second)


def test_half_a_character_by_its_number_breaks_no_list() -> None:
    data = b"<opml><outline xmlUrl='a&#xD800;' title='&#57343;'/></opml>"
    assert feed_links(data, "x") == (FeedLink("a\ufffd", "\ufffd"),)
