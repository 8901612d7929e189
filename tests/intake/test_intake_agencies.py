"""What agencies send: ninjs and NewsML-G2."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from rawi.errors import FormatError, InputError, TooLargeError
from rawi.records import Taken

Take = Callable[..., list[Taken]]
TakeAny = Callable[..., list[Taken | InputError]]

PARAGRAPHS = ("قال الوزير إن السد سيكتمل.", "وأضاف: «لا تأجيل».")
MARKED = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
TEXT = "\n\n".join(PARAGRAPHS)

NINJS: dict[str, dict[str, Any]] = {
    "1.x": {
        "uri": "urn:a:1", "type": "text", "versioncreated": "2024-08-22T10:00:00Z",
        "firstcreated": "2024-08-21T10:00:00Z", "headline": "عنوان", "byline": "سامر",
        "language": "ar-EG", "body_xhtml": MARKED, "copyrightholder": "وكالة الساحل",
        "body_text": " ".join(PARAGRAPHS),
    },
    "2.x": {
        "uri": "urn:a:1", "versioncreated": "2024-08-22T10:00:00Z", "pubstatus": "usable",
        "firstcreated": "2024-08-21T10:00:00Z", "by": "سامر", "language": "ar",
        "headlines": [{"role": "sub", "value": "آخر"}, {"role": "main", "value": "عنوان"}],
        "bodies": [{"role": "main", "contenttype": "text/plain", "value": " ".join(PARAGRAPHS)},
                   {"contenttype": "text/html", "value": f"<section>{MARKED}</section>"}],
        "infosources": [{"role": "provider", "name": "وكالة الساحل"}],
    },
    "3.x": {
        "uri": "urn:a:1", "versionCreated": "2024-08-22T10:00:00Z", "pubStatus": "usable",
        "firstCreated": "2024-08-21T10:00:00Z", "by": "سامر", "language": "ar",
        "headlines": [{"role": "main", "value": "عنوان"}],
        "bodies": [{"contentType": "text/html", "value": MARKED}],
        "infoSources": [{"role": "provider", "name": "وكالة الساحل"}],
    },
}  # fmt: skip


@pytest.mark.parametrize("version", NINJS)
@pytest.mark.parametrize("indent", [None, 2])
def test_ninjs(reports: Take, version: str, indent: int | None) -> None:
    data = json.dumps(NINJS[version], ensure_ascii=False, indent=indent).encode()
    (item,) = reports(data, "a.json")
    report = item.report
    assert report.text == TEXT
    assert (report.id, item.id_given) == ("urn:a:1", True)
    assert (report.title, report.authors, report.language) == ("عنوان", ("سامر",), "ar")
    assert report.publisher == "وكالة الساحل"
    assert report.published == "2024-08-21T10:00:00Z"
    assert report.modified == "2024-08-22T10:00:00Z"
    assert json.loads(item.original)["uri"] == "urn:a:1"


def test_ninjs_in_lines_and_arrays(reports: Take) -> None:
    all = list(NINJS.values())
    lines = "\n".join(json.dumps(one) for one in all).encode()
    assert [item.report.text for item in reports(lines)] == [TEXT] * 3
    assert [item.report.text for item in reports(json.dumps(all).encode())] == [TEXT] * 3


def test_ninjs_of_plain_text_stays_as_it_is(reports: Take) -> None:
    data = {"uri": "https://a.example/1", "body_text": "قال:\r\n x < y & z"}
    (item,) = reports(json.dumps(data).encode())
    assert item.report.text == "قال:\r\n x < y & z"
    assert item.report.url == "https://a.example/1"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"body_text": None, "body_xhtml": " "}, "ninjs without a text (text)"),
        ({"type": "picture", "body_text": "", "body_xhtml": ""}, "without a text (picture)"),
        ({"pubstatus": "canceled"}, "its sender calls canceled"),
        ({"uri": 5}, '"uri" is no string'),
        ({"body_xhtml": "\ud800"}, "lone surrogate"),
    ],
)
def test_ninjs_without_a_report(items: TakeAny, change: dict[str, Any], fault: str) -> None:
    (error,) = items(json.dumps(NINJS["1.x"] | change).encode(), "a.json")
    assert isinstance(error, InputError)
    assert fault in str(error)


def test_what_is_mapped_is_no_ninjs(reports: Take) -> None:
    data = json.dumps(NINJS["1.x"]).encode()
    (item,) = reports(data, mapping={"text": "body_text"})
    assert item.report.text == " ".join(PARAGRAPHS)


# -- NewsML-G2 -------------------------------------------------------------------------

NITF = f"""<inlineXML contenttype="application/nitf+xml"><nitf
 xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>t</title></head><body><body.head>
 <hedline><hl1>عنوان</hl1></hedline></body.head><body.content>{MARKED}
 <media><media-caption>صورة</media-caption></media></body.content></body></nitf></inlineXML>"""
XHTML = f"""<inlineXML contenttype="application/xhtml+xml"><html
 xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>{MARKED}</body></html>
 </inlineXML>"""
PLAIN = f'<inlineData contenttype="text/plain">{TEXT}</inlineData>'
HTML = f"""<inlineData contenttype="text/html"><![CDATA[<div>{MARKED}</div>]]></inlineData>"""


def news_item(content: str, number: int = 1, status: str = "usable", **more: str) -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a:{number}"
 version="2" standard="NewsML-G2" xml:lang="ar"><catalogRef href="http://127.0.0.1:9/c.xml"/>
 <rightsInfo><copyrightHolder literal="x"/></rightsInfo>
 <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:SHL"><name>وكالة الساحل</name>
 </provider><versionCreated>2024-08-22T10:00:00+02:00</versionCreated>
 <firstCreated>2024-08-21T10:00:00+02:00</firstCreated><pubStatus qcode="stat:{status}"/>
 </itemMeta><contentMeta><creator><name>سامر</name></creator><language tag="ar-EG"/>
 <headline>عنوان</headline><creditline>الساحل</creditline></contentMeta>
 <contentSet>{content}</contentSet></newsItem>"""


def message(*items: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024</sent></header>
<itemSet>{"".join(items)}</itemSet></newsMessage>"""


@pytest.mark.parametrize("content", [NITF, XHTML, PLAIN, HTML, PLAIN + NITF])
def test_newsml(reports: Take, content: str) -> None:
    (item,) = reports(news_item(content).encode(), "a.xml")
    report = item.report
    assert report.text == TEXT
    assert (report.id, item.id_given, item.provenance.record) == ("urn:a:1", True, None)
    assert (report.title, report.authors, report.language) == ("عنوان", ("سامر",), "ar")
    assert (report.publisher, report.credits) == ("وكالة الساحل", ("الساحل",))
    assert report.published == "2024-08-21T10:00:00+02:00"
    assert report.modified == "2024-08-22T10:00:00+02:00"
    assert item.original.startswith(b"<newsItem")
    assert item.original.endswith(b"</newsItem>")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1256"])
def test_newsml_in_a_message(items: TakeAny, encoding: str) -> None:
    package = '<packageItem guid="p"><groupSet root="r"/></packageItem>'
    parts = [news_item(NITF), package, news_item("", 2), news_item(NITF, 3, "canceled"),
             news_item(HTML, 4)]  # fmt: skip
    data = message(*parts).replace("UTF-8", encoding).encode(encoding)
    first, empty, withdrawn, last = items(data, "a.xml")
    assert isinstance(first, Taken)
    assert (first.report.id, first.provenance.record) == ("urn:a:1", 1)
    assert first.report.text == TEXT
    assert str(empty).startswith("a.xml:item 2: a news item without a text")
    assert "calls canceled" in str(withdrawn)
    assert isinstance(last, Taken)
    assert (last.report.id, last.provenance.record, last.report.text) == ("urn:a:4", 4, TEXT)


def test_broken_names_in_the_text_cost_nothing(reports: Take) -> None:
    broken = NITF.replace("<p>", "<x:00z><p>", 1).replace("</p>", "</p></x:00z>", 1)
    (item,) = reports(news_item(broken).encode(), "a.xml")
    assert item.report.text.split() == TEXT.split()


def test_references_to_no_character_cost_nothing_else(reports: Take) -> None:
    padding = " " * 7_000
    for place in range(0, 1_300, 13):  # wherever what is read at once is cut
        text = f"{padding}{' ' * place}a &#xD800;&#55296;&#0;&#x110000;&#x41;&amp; b"
        content = f'<inlineData contenttype="text/plain">{text}</inlineData>'
        (item,) = reports(news_item(content).encode(), "a.xml")
        assert item.report.text.strip() == "a \ufffd\ufffd\ufffd\ufffdA& b"


def test_a_wide_encoding_with_references_to_no_character(items: TakeAny) -> None:
    data = message(news_item(PLAIN.replace("قال", "&#xD800;"))).replace("UTF-8", "utf-16")
    for item in items(data.encode("utf-16"), "a.xml"):
        assert isinstance(item, Taken | FormatError)


def test_newsml_is_streamed(items: TakeAny) -> None:
    many = message(*(news_item(NITF, number) for number in range(300)))
    found = items(many.encode(), "a.xml", max_bytes=20_000)
    assert [item.report.id for item in found if isinstance(item, Taken)] == [
        f"urn:a:{number}" for number in range(300)
    ]
    long = message(news_item(NITF), news_item(f"<inlineData>{'x' * 100_000}</inlineData>"))
    found = items(long.encode(), "a.xml", max_bytes=20_000)
    assert isinstance(found[0], Taken)
    assert isinstance(found[1], TooLargeError)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (message('<packageItem guid="p"/>'), "no news item in it: 1 packages"),
        (message(), "no news item in it: none"),
        ("<newsItem", "broken XML|no news item"),
        ("", "no"),
        ("text", "broken XML|no news item"),
    ],
)
def test_newsml_without_a_report(items: TakeAny, data: str, fault: str) -> None:
    (error,) = items(data.encode(), "a.xml", format="newsml")
    assert isinstance(error, InputError)


HOSTILE = {
    "billion laughs": '<!DOCTYPE newsItem [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    + news_item(PLAIN.replace("قال", "&b;")),
    "a file": '<!DOCTYPE newsItem [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    + news_item(PLAIN.replace("قال", "&x;")),
    "late entities": f"<!--{'x' * 70_000}--><!DOCTYPE newsItem [<!ENTITY x SYSTEM "
    '"file:///etc/passwd">]>' + news_item(PLAIN.replace("قال", "&x;")),
    "an address": '<!DOCTYPE newsItem SYSTEM "http://127.0.0.1:9/x.dtd">' + news_item(PLAIN),
    "included": news_item('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
                          'href="file:///etc/passwd" parse="text"/>' + PLAIN),
    "deep": news_item("<inlineXML>" + "<a>" * 100_000),
    "wide": news_item("<inlineXML>" + "<a/>" * 100_000 + "</inlineXML>"),
    "attributes": news_item("<inlineXML " + " ".join(f"a{n}=''" for n in range(50_000)) + "/>"),
    "a long name": news_item(f"<{'x' * 100_000}/>"),
    "namespaces": news_item("".join(f'<a xmlns:n{n}="urn:{n}">' for n in range(5_000))),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_newsml(items: TakeAny, name: str) -> None:
    begun = time.process_time()
    for item in items(HOSTILE[name].encode(), format="newsml"):
        assert isinstance(item, Taken | InputError)
        assert not isinstance(item, Taken) or "root:" not in item.report.text
    assert time.process_time() - begun < 15


@pytest.mark.parametrize("name", ["billion laughs", "a file"])
def test_entities_are_refused(items: TakeAny, name: str) -> None:
    (error,) = items(HOSTILE[name].encode())
    assert isinstance(error, FormatError)
    assert "declares entities" in str(error)
