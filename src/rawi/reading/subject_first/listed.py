"""Subjects that name several bodies or countries one after the other: "Le Mali, le Niger et X"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Range

#: A list has no more names than this, and each of them no more words.
ITEMS: Final = 9
ITEM: Final = 6
_OTHER: Final = (
    w.PREP | w.ADV | w.LINK | w.TIME | w.SUB | w.PRON | w.CONJ
    | w.ROLE | w.PERSON | w.TITLE | w.SPEAKTO
)  # fmt: skip


def list_begin(word: Sequence[w.Word], key: Sequence[str], span: Range, begin: int) -> int:
    """Return where a list begins whose last names, with "and" between, a phrase holds."""
    first, last = span
    joint = next((i for i in range(first + 1, last) if word[i].bits & w.CONJ), last)
    if joint >= last - 1 or not _is_item(word, first, joint):
        return first
    if not _is_item(word, joint + 1, last):
        return first
    for _ in range(ITEMS):
        comma = first - 1
        if comma <= begin or key[comma] != ",":
            break
        floor = max(begin, comma - ITEM)
        start = comma
        while start > floor and word[start - 1].is_word:
            start -= 1
        led = next((i for i in range(start + 1, comma) if word[i].bits & (w.SUB | w.COMP)), 0)
        if led and word[start].bits & w.DET and _is_item(word, led + 1, comma):
            return led + 1  # "des pays comme | le Mali, le Niger et X"
        if not _is_item(word, start, comma) or not _is_body(word, (start, comma)):
            break  # "Auparavant, Paris et Berlin"
        first = start
    return first


def _is_item(word: Sequence[w.Word], first: int, last: int) -> bool:
    """Say whether nothing but a name, an article before it, stands in a range of tokens."""
    while first < last and word[first].bits & w.DET and not word[first].caps:
        first += 1
    named = first < last and word[first].upper and not word[first].bits & _OTHER & ~w.PLACE
    return named and all(
        one.is_word and (one.upper or one.bits & w.PARTICLE) for one in word[first:last]
    )


def list_end(word: Sequence[w.Word], key: Sequence[str], where: Range) -> int:
    """Return where a list of bodies or countries ends that opens a phrase; 0 where none does.

    No people's names; the relative clause behind it is no more of it.
    """
    first, last = where
    relatives = (i for i in range(first + 1, last) if key[i - 1] == "," and word[i].bits & w.REL)
    last = next(relatives, last + 1) - 1
    joint = next((i for i in range(last - 2, first, -1) if word[i].bits & w.CONJ), None)
    if joint is None or word[first].bits & w.GIVEN:
        return 0
    commas = (i for i in range(first, joint) if key[i] == ",")
    items = [(a + 1, b) for a, b in pairwise([first - 1, *commas, joint, last])]
    whole = all(_is_item(word, *item) and _is_body(word, item) for item in items)
    return last if whole else 0


def _is_body(word: Sequence[w.Word], item: Range) -> bool:
    """Say whether an article, a place or letters stand there, which people's names are without."""
    told = w.DET | w.PLACE | w.BODY | w.BODYPART
    return any(word[i].bits & told or word[i].caps for i in (item[0], item[1] - 1))
