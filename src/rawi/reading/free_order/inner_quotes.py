"""Quotations inside quotations."""

from __future__ import annotations

from typing import Final

from rawi.reading import marks
from rawi.reading.subject_first.document import Document

_OPENERS: Final = '«"„“'


def inner_quotes(document: Document) -> dict[int, marks.Quote]:
    """Return the quotations that stand inside others, by their opening marks."""
    found: dict[int, marks.Quote] = {}
    for quote in document.quotes:
        opened: int | None = None
        for index in document.tokens.marks_in(quote.open + 1, quote.close):
            key = document.key[index]
            if (
                opened is None
                and key in _OPENERS
                and index + 1 < quote.close
                and (document.tokens.start[index + 1] == document.tokens.end[index])
            ):
                opened = index
            elif opened is not None and key in marks.CLOSERS.get(document.key[opened], ""):
                found[opened] = marks.Quote(opened, index, True)
                opened = None
    return found
