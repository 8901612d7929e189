"""A page as a tree, made fit to be searched."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from rawi.intake.limits import MAX_DEPTH

# lxml ships no types: an element is Any here.
Element = Any

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MOST_ATTRIBUTE = 10_000


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


def empty(element: Element) -> None:
    """Take out what is in an element; it stays, so that the texts beside it stay apart."""
    element.clear(keep_tail=True)
