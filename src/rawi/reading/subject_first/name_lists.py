"""Three or more names in a list: "Cgil, Cisl e Uil", "Ann Poe, Bob Roe and Cy Doe"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.listed import list_begin

#: A name in a list has no more words, and a list no more tokens.
NAME: Final = 4
LIST: Final = 24
#: "A, B and C" is longer than this, in tokens.
LEAST: Final = 4
_NO_NAME: Final = w.ROLE | w.TITLE | w.PERSON | w.TIME | w.PRON


def whole_list(document: Document, span: Range, begin: int) -> Range:
    """Return the list of bodies or names that ends with a phrase; the phrase where none does."""
    start = list_begin(document.word, document.key, span, begin)
    return (start, span[1]) if start < span[0] else listed(document, span[1], begin) or span


def name_list(document: Document, first: int, last: int) -> Range | None:
    """Return a stretch that is a list of three or more names, "and" before the last."""
    whole = last - first > LEAST and listed(document, last, first) == (first, last)
    return (first, last) if whole else None


def listed(document: Document, last: int, begin: int) -> Range | None:
    """Return the list of names that ends before a token; None where none of three does."""
    at = _name_before(document, last, begin)
    if at is None or at <= begin + 2 or not document.word[at - 1].bits & w.CONJ:
        return None
    if not document.word[at - 1].is_word:
        return None
    at -= 1 + (document.key[at - 2] == ",")
    names = 1
    while at > max(begin, last - LIST):
        start = _name_before(document, at, begin)
        if start is None:
            break
        names += 1
        first = start
        if start <= begin + 1 or document.key[start - 1] != ",":
            break
        at = start - 1
    return (first, last) if names > 2 else None


def _name_before(document: Document, end: int, begin: int) -> int | None:
    """Return where a name that ends before a token begins, its article with it."""
    at = end
    while at > max(begin, end - NAME):
        word = document.word[at - 1]
        if not word.is_word or not word.upper or word.bits & _NO_NAME:
            break
        at -= 1
    if at == end:
        return None
    led = at > begin and document.word[at - 1].bits & w.DET and document.word[at - 1].is_word
    start = at - bool(led and not document.word[at - 1].bits & w.PREP)
    parted = start == begin or not document.word[start - 1].is_word or bool(
        document.word[start - 1].bits & (w.CONJ | w.PREP | w.COMP)
    )  # fmt: skip
    return start if parted else None


def marked_row(document: Document, first: int, last: int) -> Range | None:
    """Return a stretch that is a row of names, some in marks: "NDR, WDR und die „Seepost“"."""
    at, names, joined, marked = first, 0, False, False
    while at < last:
        at += bool(document.word[at].bits & w.DET and not document.word[at].upper)
        quote = document.quote_at.get(at) if at < last else None
        start = at
        if quote is not None and quote.closed and quote.after - at <= NAME + 2:
            at, marked = quote.after, True
        else:
            while at < last and document.word[at].is_word and document.word[at].upper:
                at += 1
        if at == start or joined:
            return None
        names += 1
        if at >= last:
            break
        joined = bool(document.word[at].bits & w.CONJ)
        if not joined and document.key[at] != ",":
            return None
        at += 1
        if joined:
            rest = marked_end(document, at, last)
            return (first, last) if rest == last and (marked or names > 1) else None
    return None


def marked_end(document: Document, at: int, last: int) -> int:
    """Return where the last name of a row ends, in marks or with capitals."""
    at += bool(at < last and document.word[at].bits & w.DET and not document.word[at].upper)
    quote = document.quote_at.get(at)
    if quote is not None and quote.closed:
        return quote.after
    while at < last and document.word[at].is_word and document.word[at].upper:
        at += 1
    return at
