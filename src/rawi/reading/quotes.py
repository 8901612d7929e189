"""Quotations that no cue claimed: joined to the one before, or standing alone."""

from __future__ import annotations

from rawi.reading.clauses import ClauseReader
from rawi.reading.document import Document, Paragraph
from rawi.reading.drafts import Draft

#: A quotation without a cue is something said, not a name or a scare quote, from this many words.
SAID_WORDS = 5


def loose_quotations(
    document: Document,
    clauses: ClauseReader,
    paragraph: Paragraph,
    sentences: list[int],
    drafts: list[Draft],
) -> list[Draft]:
    """Return a paragraph's drafts with its unclaimed quotations joined or added."""
    return drafts
