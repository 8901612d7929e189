"""The article of a page, line by line."""

from __future__ import annotations

import logging
import re
from typing import Any

from rawi.intake.page_tree import Element

_BREAKS = frozenset({"p", "head", "item", "list", "quote", "code", "table", "row", "lb", "div"})


def article_lines(root: Element) -> list[str]:
    """Return the lines of the article, [] where none is found.

    The extractor is heavy to import (a quarter of a second), so it is here that it is.
    Whatever it trips over in a hostile page counts as nothing found.
    """
    import trafilatura

    # It logs what it gives up on; the caller of Rawi is told by the report's warnings.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        found: Any = trafilatura.bare_extraction(
            root, with_metadata=False, include_comments=False, include_tables=True
        )
    except Exception:  # a third party's code on a stranger's page
        return []
    return _lines(found.body) if found is not None else []


def _lines(body: Element) -> list[str]:
    """Return the text of the extractor's tree, parted at its blocks."""
    from lxml import etree

    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BREAKS:
            pieces.append("\n")
        elif element.tag == "cell":
            pieces.append("\t")
        if event == "start":
            pieces.append(_flat(element.text))
        elif element is not body:
            pieces.append(_flat(element.tail))
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in "".join(pieces).split("\n"))
    return [line for line in lines if line]


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""
