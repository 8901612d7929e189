"""Lines that tell who spoke, and where they wrote: "Source: Ann Poe, head of X, on Telegram"."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.outlets import Named, Outlets


def tells_office(document: Document, first: int, last: int) -> bool:
    """Say whether a line with a label names somebody by their office."""
    return not document.grammar.gendered and any(
        document.key[i] == "," and document.word[i + 1].bits & w.ROLE
        for i in range(first, last - 1)
    )


def names_speakers(document: Document, first: int, last: int) -> bool:
    """Say whether a line names who spoke, and no outlet that cites them."""
    cited = any(cue.governs & w.RELAY for i in range(first, last) for cue in document.word[i].cues)
    return tells_office(document, first, last) and not cited


def posted(document: Document, outlets: Outlets) -> Iterator[tuple[Range, Named, int]]:
    """Yield who is named in such lines, the network that they wrote on, and where that is told."""
    leads = document.grammar.words_of("post_prepositions")
    for first, last, kind in document.paragraphs:
        if kind != "credit" or not names_speakers(document, first, last):
            continue
        colon = next((i for i in range(first, last) if document.key[i] == ":"), first)
        begin = colon + 1
        for index in range(begin, last - 1):
            if document.key[index] == ";":
                begin = index + 1
            if document.key[index] not in leads:
                continue
            named = outlets.at(index + 1, last, strict=False)
            if named is not None and named.outlet and named.outlet.kind == "network":
                yield (begin, index), named, index
