"""Stations of letters and a number, and shows whose names have small words in them."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range

#: The letters of a station are no more than this, the digits of its number no more than that.
LETTERS: Final = 5
DIGITS: Final = 2
#: The name of a show is no longer than this, in tokens.
SHOW: Final = 6


def numbered(document: Document, index: int, last: int) -> Range | None:
    """Return a station of letters and a number: "FOX 2", "CBS 8"."""
    word, end = document.word[index], index + 2
    if not word.caps or end > last or word.key in document.grammar.words_of("not_outlets"):
        return None
    if not (1 < len(word.key) <= LETTERS and word.key.isalpha()):
        return None
    number = document.key[index + 1]
    after = document.word[end] if end < last else None
    counts = after is not None and after.bits & (w.HEADS | w.PLURAL | w.THING | w.CARDINAL)
    if not number.isdigit() or len(number) > DIGITS or counts:
        return None
    return None if word.bits & (w.TITLE | w.ROLE | w.TIME) else (index, end)


def show_end(document: Document, index: int, last: int) -> int:
    """Return where the name ends in "the Going for Gold podcast"; `index` for none."""
    word = document.word
    if not index or not word[index].upper or not word[index - 1].bits & w.DET:
        return index
    at, small = index, w.PREP | w.DET | w.CONJ
    while at < min(last, index + SHOW) and (word[at].upper or word[at].bits & small):
        at += 1
    joined = any(not word[i].upper for i in range(index, at))
    kind = joined and at < last and word[at].bits & w.MEDIA and word[at - 1].upper
    return at if kind and not word[at].bits & w.PLURAL else index


def is_corporation(document: Document, index: int) -> bool:
    """Say whether a body's noun ends an outlet's name: "Sarn Broadcasting Corporation"."""
    bodies = document.grammar.words_of("outlet_bodies")
    return document.key[index] in bodies and bool(document.word[index - 1].bits & w.MEDIAPART)
