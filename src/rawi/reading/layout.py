"""Which paragraphs are read for attributions."""

from __future__ import annotations

from rawi.reading.document import Document


def body(document: Document) -> set[int]:
    """Return the numbers of the paragraphs that are read: running text and headlines."""
    return {
        number
        for number, paragraph in enumerate(document.paragraphs)
        if paragraph.kind in (None, "headline")
    }
