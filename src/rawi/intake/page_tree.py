"""A page as a tree, and the text that stands in it, block by block."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from rawi.intake.limits import MAX_DEPTH

# lxml ships no types: an element is Any here.
Element = Any


def _tags(*rows: str) -> frozenset[str]:
    return frozenset(" ".join(rows).split())


PARAGRAPHS = _tags(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption",
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html main menu nav ol p pre section summary",
    "table ul",
)
LINES = frozenset({"li", "tr", "option", "caption", "legend"})
CELLS = frozenset({"td", "th"})
BLOCKS = PARAGRAPHS | LINES | CELLS
UNSEEN = _tags(
    "script style template noscript svg math iframe object embed canvas head textarea select",
    "audio video title",
)

_GAPS = ("", "\t", "\n", "\n\n")
_BREAK = 0
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MOST_ATTRIBUTE = 10_000
_SPACE = re.compile(r"[ \t\n\r\f]+")


def parse_page(page: bytes) -> Element | None:
    """Return the root of a page in UTF-8, None where there is no element in it."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = html.document_fromstring(page, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    cut_off = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return _parse_flat(page) if cut_off else root


def _parse_flat(page: bytes) -> Element | None:
    """Parse a page nested beyond what the parser takes: the innermost elements melt together."""
    from lxml import etree, html

    builder = etree.TreeBuilder(parser=html.HTMLParser(encoding="utf-8"))
    parser = etree.HTMLParser(target=_Flattened(builder), encoding="utf-8")
    try:
        parser.feed(page)
        return parser.close()
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None


class _Flattened:
    """A parser's target that builds a tree no deeper than MAX_DEPTH."""

    def __init__(self, builder: Any) -> None:
        self._builder = builder
        self._kept: list[bool] = []
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        keep = self._depth < MAX_DEPTH
        self._kept.append(keep)
        self._depth += keep
        if keep:
            self._builder.start(tag, attributes)

    def end(self, tag: str) -> None:
        if self._kept.pop():
            self._depth -= 1
            self._builder.end(tag)

    def data(self, text: str) -> None:
        self._builder.data(text)

    def close(self) -> Element:
        return self._builder.close()


def tame(root: Element) -> None:
    """Take out of a tree what an extractor trips over: control characters, endless attributes."""
    for element in root.iter():
        if element.text and _NOT_XML.search(element.text):
            element.text = _NOT_XML.sub("", element.text)
        if element.tail and _NOT_XML.search(element.tail):
            element.tail = _NOT_XML.sub("", element.tail)
        for name, value in element.items():
            if len(value) > _MOST_ATTRIBUTE and element.tag != "meta":
                del element.attrib[name]


def count_elements(root: Element, most: int) -> int:
    """Return the number of elements, `most` + 1 where there are more."""
    return sum(1 for _ in islice(root.iter(), most + 1))


def block_text(root: Element, skip: Collection[str] = ()) -> str:
    """Return the visible text: paragraphs parted by a blank line, lines by a line end.

    White space is drawn together as a browser does; every other character is kept as it
    is.  Elements of `skip` (tags) are left out with all in them.
    """
    pieces: list[str] = []
    gap = breaks = 0
    for token in _tokens(root, UNSEEN.union(skip)):
        if isinstance(token, int):
            breaks += token == _BREAK
            # Two breaks are how many a page parts its paragraphs.
            gap = max(gap, token if token else min(breaks + 1, 3))
            continue
        text = _SPACE.sub(" ", token)
        if gap or not pieces or pieces[-1].endswith(" "):
            text = text.removeprefix(" ")
        if not text:
            continue
        if gap and pieces:
            pieces[-1] = pieces[-1].removesuffix(" ")
            pieces.append(_GAPS[gap])
        gap = breaks = 0
        pieces.append(text)
    return "".join(pieces).strip(" \n\t")


def _tokens(root: Element, skip: frozenset[str]) -> Iterator[str | int]:
    """Yield the texts of a tree and, as numbers, the gaps between them."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        gap = 3 if tag in PARAGRAPHS else 2 if tag in LINES else 1 if tag in CELLS else 0
        if event == "start":
            if gap:
                yield gap
            if tag == "br":
                yield _BREAK
            if tag in skip and element is not root:
                walk.skip_subtree()
            elif element.text:
                yield element.text
            continue
        if gap:
            yield gap
        if element.tail and element is not root:
            yield element.tail


def short_text(element: Element, most: int) -> str | None:
    """Return the text of an element on one line, None where it is longer than `most`."""
    length = 0
    for piece in element.itertext():
        length += len(piece.strip())
        if length > most:
            return None
    return " ".join(re.split(r"[ \t\n]+", block_text(element)))


def detach(element: Element) -> None:
    """Take an element out of its tree; the text after it stays."""
    element.drop_tree()
