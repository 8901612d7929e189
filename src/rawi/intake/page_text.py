"""The text that stands in a page, block by block."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from rawi.intake.page_tree import Element


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
_SPACE = re.compile(r"[ \t\n\r\f]+")


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
