"""What a document of the web leads to: the entries of a feed, the feeds of an OPML list or a page.

Feeds are read by lxml, in time that grows with their size whatever is in them; only their links
are wanted here (docs/decisions/0010).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal

import msgspec

from rawi.errors import FetchError, FormatError, InputError
from rawi.intake.addresses import is_address
from rawi.intake.charset import declared_charset, known_charset
from rawi.intake.decoding import decode
from rawi.intake.page_tree import Element, parse_page
from rawi.intake.web.urls import Url, join, parse
from rawi.intake.xml_safe import local_name, parser, sound_references

Kind = Literal["feed", "opml", "page", "list"]

#: A feed is a window on the newest; what a list holds beyond this is no reader's.
MOST_ENTRIES = 1_000
MOST_FEEDS = 5_000
_FEED_TYPES = {
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
}
_START = re.compile(rb"\s*(?:<\?xml[^>]*>|<!--.*?-->|<\?[^>]*>|\s+)*", re.DOTALL)
#: The name of the first element, which a document type tells as well.
_KINDS: tuple[tuple[re.Pattern[bytes], Kind], ...] = (
    (re.compile(rb"<(?:!doctype\s+)?(?:\w+:)?opml\b", re.IGNORECASE), "opml"),
    (re.compile(rb"<(?:!doctype\s+)?(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE), "feed"),
    (re.compile(rb"<(?:!doctype\s+)?html\b", re.IGNORECASE), "page"),
    (re.compile(rb"\{"), "feed"),
)
_HEAD = 8192
_BREAKS = re.compile(r"[\t\r\n]")
_DECLARATION = re.compile(r"\A[\ufeff\s]*(?:<\?xml[^>]*\?>)?")


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """What a document leads to, each once, in its order.

    `pages` are the entries of a feed, `feeds` what an OPML list, a page or a list of addresses
    names.  `refused` are links that no one may follow.
    """

    kind: Kind
    pages: tuple[Url, ...] = ()
    feeds: tuple[Url, ...] = ()
    refused: tuple[FetchError, ...] = ()


def read_document(
    data: bytes, where: str, *, base: Url | None = None, charset: str | None = None
) -> Document:
    """Return what a document leads to.

    `base` is where it was found, None for a file: its links must then be whole.  `charset` is what
    a server says of its encoding.  Raises FormatError for what is no feed, no OPML list, no page
    and no list of addresses, one a line.
    """
    kind = _kind(data)
    if kind == "page":
        return _document(kind, _of_page(data, where, charset), base, MOST_FEEDS)
    if kind == "opml":
        return _document(kind, _of_opml(_xml(data, where, charset)), base, MOST_FEEDS)
    if kind == "feed":
        links = _of_json(data, where) if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else (
            _of_feed(_xml(data, where, charset)))  # fmt: skip
        return _document(kind, links, base, MOST_ENTRIES)
    return _document("list", _of_list(data, where, charset), base, MOST_FEEDS)


def _kind(data: bytes) -> Kind | None:
    head = data[:_HEAD].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf")
    head = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    start = _START.match(head)
    rest = head[start.end() if start else 0 :]
    return next((kind for pattern, kind in _KINDS if pattern.match(rest)), None)


#: A link as it is written, and what it is relative to where the document says so itself.
_Written = tuple[str, str | None]


def _document(kind: Kind, links: Iterator[_Written], base: Url | None, most: int) -> Document:
    found: dict[Url, None] = {}
    refused: list[FetchError] = []
    for link, own_base in islice(links, most):
        try:
            found[_resolved(link, own_base, base)] = None
        except FetchError as error:
            refused.append(error)
    urls = tuple(found)
    if kind == "feed":
        return Document(kind=kind, pages=urls, refused=tuple(refused))
    return Document(kind=kind, feeds=urls, refused=tuple(refused))


def _resolved(link: str, own_base: str | None, base: Url | None) -> Url:
    link = _BREAKS.sub("", link)  # as browsers do: a long address is broken in some feeds
    if own_base:
        base = join(base, own_base) if base else parse(own_base)
    return join(base, link) if base else parse(link)


def _xml(data: bytes, where: str, charset: str | None) -> Element:
    """Return the first element of a feed or a list, as far as it can be read.

    Unlike `xml_utf8` this bears with entities that a document declares, as old feeds do: none is
    expanded.
    """
    from lxml import etree

    declared = known_charset(charset) or declared_charset(data)
    text = _DECLARATION.sub("", decode(data, where, declared=declared).text)
    text = sound_references(text.replace("\0", "\ufffd"))
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormatError(where, f"a feed that cannot be read: {error}") from None
    if root is None:
        raise FormatError(where, "a feed that cannot be read: there is no element in it")
    return root


def _of_feed(root: Element) -> Iterator[_Written]:
    """Yield the link of each entry: RSS of all kinds, Atom."""
    for element in root.iter():
        if local_name(element).lower() in ("item", "entry") and (link := _entry_link(element)):
            yield link


def _entry_link(entry: Element) -> _Written | None:
    """Return where an entry leads: of several links, the first that is the best."""
    best: tuple[int, str, Element] | None = None
    for element in entry:
        rank, link = _ranked(element)
        link = link.strip()
        if link and rank and (best is None or rank > best[0]):
            best = (rank, link, element)
    return (best[1], _own_base(best[2])) if best else None


def _ranked(element: Element) -> tuple[int, str]:
    """Return how good a link an element is, 0 for none, and the link."""
    name, text = local_name(element).lower(), element.text or ""
    if name == "origlink":  # where a feed is passed on with addresses of the one who does
        return 4, text
    if name == "link" and element.get("href") is not None:
        if (element.get("rel") or "alternate").lower() != "alternate":
            return 0, ""
        is_page = (element.get("type") or "text/html").lower() in (
            "text/html", "application/xhtml+xml",
        )  # fmt: skip
        return (3 if is_page else 1), element.get("href")
    if name == "link":
        return 3, text
    if name == "guid" and (element.get("isPermaLink") or "true").lower() == "true":
        return (2 if is_address(text.strip()) else 0), text
    if name == "id" and is_address(text.strip()):
        return 1, text
    return 0, ""


def _own_base(element: Element) -> str | None:
    """Return xml:base as it is in force at an element; None where there is none."""
    written: str | None = element.base
    return written


def _of_opml(root: Element) -> Iterator[_Written]:
    for element in root.iter():
        if local_name(element).lower() == "outline":
            for name, value in element.items():
                if name.lower() == "xmlurl" and value.strip():
                    yield value, None


def _of_json(data: bytes, where: str) -> Iterator[_Written]:
    """Yield the links of a JSON Feed."""
    try:
        feed = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise FormatError(where, f"a JSON Feed that cannot be read: {error}") from None
    if "jsonfeed.org" not in str(feed.get("version")) or not isinstance(feed.get("items"), list):
        raise FormatError(where, "JSON, but no JSON Feed")
    for item in feed["items"]:
        link = item.get("url") if isinstance(item, dict) else None
        if isinstance(link, str) and link.strip():
            yield link, None


def _of_page(data: bytes, where: str, charset: str | None) -> Iterator[_Written]:
    """Yield the feeds that a page names in its head."""
    declared = known_charset(charset) or declared_charset(data)
    text = decode(data, where, declared=declared).text
    root = parse_page(text.replace("\0", "\ufffd").encode("utf-8"))
    if root is None:
        return
    base = next((one.get("href") for one in root.iter("base") if one.get("href")), None)
    for link in root.iter("link"):
        words = (link.get("rel") or "").lower().split()
        media_type = (link.get("type") or "").strip().lower()
        if "alternate" in words and media_type in _FEED_TYPES and link.get("href"):
            yield link.get("href"), base


def _of_list(data: bytes, where: str, charset: str | None) -> Iterator[_Written]:
    """Yield the addresses of a text that holds nothing else; # begins a remark."""
    try:
        text = decode(data, where, declared=known_charset(charset)).text
    except InputError:
        text = ""
    lines = [line.strip() for line in text.splitlines()]
    links = [line for line in lines if line and not line.startswith("#")]
    if not links or not is_address(links[0]):
        raise FormatError(
            where, "no feed, no OPML list, no page that names feeds, no list of addresses"
        )
    for link in links:
        yield link, None
