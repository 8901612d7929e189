"""Inputs that are almost right: real ones of each format, bent at random, the same every time."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import random
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import zstandard

SENTENCES = (
    "قال الوزير إن العمل سيبدأ غدا في كل المدن، وأضاف: «لا تأجيل».",
    "Министр заявил, что работы начнутся завтра. «Отсрочки не будет», — добавил он.",
    "Le ministre a déclaré que les travaux débuteront à l'été, « sans délai ».",
    "The minister said that the work would begin tomorrow, and that it would not wait.",
)

#: What breaks parsers: beginnings, ends, marks, numbers that are too large.
TOKENS = (
    b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<!DOCTYPE x [", b"<!ENTITY a 'b'>",
    b"&a;", b"&#x0;", b"&#xD800;", b"&", b";", b'"', b"'", b"\\", b"\\u0000", b"\\ud800", b"{",
    b"}", b"[", b"]", b":", b",", b"\t", b"|", b"\n", b"\r", b"\r\n\r\n", b"\0", b"\xff",
    b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xd9", b"\xc7\xe1", b"=", b"sep=;\n", b"-1", b"0",
    b"9" * 30, b"1e999", b"NaN", b"null", b"true", b"WARC/1.0\r\n", b"WARC/9.9",
    b"Content-Length: 99999999\r\n",
    b"Content-Length: -1\r\n", b"Content-Encoding: gzip\r\n", b"Content-Encoding: br\r\n",
    b"Transfer-Encoding: chunked\r\n", b"HTTP/1.1 200 OK\r\n", b"WARC-Type: response\r\n",
    b"\x1f\x8b\x08", b"BZh9", b"\x28\xb5\x2f\xfd", b"PAR1", b"PK\x03\x04", b"<html>", b"<item>",
    b"</item>", b"<entry>", b"<newsItem>", b"</newsItem>", b"<inlineXML>", b"<outline xmlUrl='x'/>",
    b'encoding="utf-7"', b'encoding="x"', b'"text":', b'"uri":', b"text,text\n", b"<a>" * 300,
    b"[" * 300, b'{"a":' * 300, b"x" * 5_000, "ـ".encode() * 300,
)  # fmt: skip


def report_line(number: int) -> dict[str, object]:
    text = SENTENCES[number % len(SENTENCES)]
    return {
        "id": f"n{number}",
        "title": "عنوان",
        "text": text,
        "url": f"https://a.example/{number}",
        "published": "2024-08-21T10:00:00Z",
        "authors": ["Ada", "سامر"],
        "x": [1, {"y": None}],
    }


def page() -> bytes:
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    node = json.dumps({"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ada"},
                       "datePublished": "2024-08-21", "publisher": {"name": "x"}})  # fmt: skip
    return (
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>t</title>'
        f'<link rel="canonical" href="https://a.example/1"><meta name="author" content="Ada">'
        f'<script type="application/ld+json">{node}</script></head><body><nav><a href="/">x</a>'
        f"</nav>"
        f'<article><h1>t</h1><span class="byline">By Ada</span>{paragraphs}'
        f'<figure><figcaption>x</figcaption></figure></article><div class="source">Source: Reuters'
        f"</div></body></html>"
    ).encode()


def table() -> bytes:
    rows = [f'n{n},"عنوان","{s}",2024-08-21\r\n' for n, s in enumerate(SENTENCES)]
    return ("id,title,text,date\r\n" + "".join(rows)).encode()


def lines() -> bytes:
    return "".join(json.dumps(report_line(n), ensure_ascii=bool(n % 2)) + "\n"
                   for n in range(5)).encode()  # fmt: skip


def ninjs() -> bytes:
    item = {"uri": "urn:a:1", "type": "text", "versioncreated": "2024-08-22T10:00:00Z",
            "headlines": [{"role": "main", "value": "t"}], "language": "ar", "by": "Ada",
            "bodies": [{"contentType": "text/html", "value": f"<p>{s}</p>"} for s in SENTENCES],
            "infosources": [{"role": "provider", "name": "x"}]}  # fmt: skip
    return json.dumps(item, ensure_ascii=False).encode()


def rss() -> bytes:
    entries = "".join(
        f"<item><title>t</title><link>https://a.example/{n}</link><guid>g{n}</guid><pubDate>Wed, "
        f"21 Aug 2024 10:00:00 +0300</pubDate><description>{s}</description>"
        f"<content:encoded><![CDATA[<p>{s}</p>]]></content:encoded></item>"
        for n, s in enumerate(SENTENCES)
    )  # fmt: skip
    return ('<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org'
            f'/rss/1.0/modules/content/"><channel><title>x</title><language>ar</language>{entries}'
            "</channel></rss>").encode()  # fmt: skip


def atom() -> bytes:
    entries = "".join(
        f'<entry><id>tag:{n}</id><title type="html">t</title><link href="https://a.example/{n}"/>'
        f"<updated>2024-08-21T10:00:00Z</updated><author><name>Ada</name></author>"
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{s}</p></div></content>'
        f"</entry>" for n, s in enumerate(SENTENCES)
    )  # fmt: skip
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{entries}</feed>'.encode()


def opml() -> bytes:
    return (b'<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>'
            b'<outline text="a"><outline type="rss" xmlUrl="a.rss" title="t"/></outline>'
            b'<outline xmlUrl="https://a.example/feed"/></body></opml>')  # fmt: skip


def newsml() -> bytes:
    items = "".join(
        f'<newsItem guid="urn:{n}" version="1" xml:lang="ar"><itemMeta><provider qcode="p:x"/>'
        f"<versionCreated>2024-08-21T10:00:00Z</versionCreated><pubStatus qcode='stat:usable'/>"
        f"</itemMeta><contentMeta><headline>t</headline></contentMeta><contentSet><inlineXML "
        f'contenttype="application/nitf+xml"><nitf><body><body.content><p>{s}</p></body.content>'
        f"</body></nitf></inlineXML></contentSet></newsItem>" for n, s in enumerate(SENTENCES)
    )  # fmt: skip
    return (f'<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
            f"{items}</itemSet></newsMessage>").encode()  # fmt: skip


def records() -> list[bytes]:
    found = []
    for number, more in enumerate(
        ("", "Content-Encoding: gzip\r\n", "Transfer-Encoding: chunked\r\n")
    ):
        body = f"<html lang='ar'><body><p>{SENTENCES[number]}</p></body></html>".encode()
        if "gzip" in more:
            body = gzip.compress(body)
        if "chunked" in more:
            body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
        block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{more}\r\n".encode() + body
        found.append(
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{number}\r\n"
            f"WARC-Date: 2024-08-21T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"
        )  # fmt: skip
    return found


def parquet() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [report_line(number) for number in range(4)]
    columns = {key: [row[key] for row in rows] for key in rows[0] if key != "x"}
    sink = io.BytesIO()
    pq.write_table(pa.table(columns), sink)
    return sink.getvalue()


SEEDS: dict[str, Callable[[], bytes]] = {
    "a.txt": lambda: "\n\n".join(SENTENCES).encode(),
    "b.txt": lambda: SENTENCES[0].encode("windows-1256"),
    "a.html": page,
    "a.jsonl": lines,
    "a.json": lambda: b"[" + lines().strip().replace(b"\n", b",\n") + b"]",
    "ninjs.json": ninjs,
    "a.csv": table,
    "a.tsv": lambda: table().replace(b",", b"\t"),
    "wide.csv": lambda: table().decode().encode("utf-16"),
    "a.parquet": parquet,
    "a.rss": rss,
    "a.atom": atom,
    "a.opml": opml,
    "a.xml": newsml,
    "a.warc": lambda: b"".join(records()),
    "a.warc.gz": lambda: b"".join(map(gzip.compress, records())),
    "a.jsonl.gz": lambda: gzip.compress(lines()),
    "a.jsonl.bz2": lambda: bz2.compress(lines()),
    "a.jsonl.zst": lambda: zstandard.ZstdCompressor().compress(lines()),
}  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return data bent in one to six places."""
    bent = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        place = chance.randrange(len(bent) + 1)
        length = chance.choice((1, 2, 5, 20, 200, 2_000))
        kind = chance.randrange(8)
        if kind == 0:
            del bent[place : place + length]
        elif kind == 1:
            bent[place:place] = chance.choice(TOKENS)
        elif kind == 2:
            bent[place : place + 1] = bytes([chance.randrange(256)])
        elif kind == 3:
            bent[place : place + length] = chance.randbytes(min(length, 200))
        elif kind == 4:
            bent[place:place] = bent[place : place + length] * chance.choice((1, 2, 20))
        elif kind == 5:
            del bent[place:]
        elif kind == 6:
            token = chance.choice(TOKENS)
            bent[place : place + len(token)] = token
        else:
            other = chance.randrange(len(bent) + 1)
            bent[place:place] = bent[other : other + length]
    return bytes(bent)


def inputs(name: str, many: int) -> Iterator[bytes]:
    """Yield so many mutations of the seed of this name."""
    seed = SEEDS[name]()
    chance = random.Random(f"{name} 1")
    for _ in range(many):
        yield mutated(seed, chance)


class Hang(BaseException):
    """An input took longer than it may."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise Hang where what is in it takes longer, in time of the processor."""

    def late(*_: object) -> None:
        raise Hang

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
