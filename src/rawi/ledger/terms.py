"""Texts cut into the terms that they are found by.

A term is a word with the differences of spelling gone: case, accents, Arabic diacritics and
forms of letters, digits of other scripts, and in Arabic the conjunction and the article that are
stuck to a word.  A text and a query go the same way, so they meet in the same term.
The place of every term in the text is known, which is what snippets are marked by.
"""

from __future__ import annotations

import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

#: Counts up when a text gives other terms than before: an index of another version is rebuilt.
FOLDING: Final = 1
#: Characters of a term; what is longer is found by its beginning.  A document of as many terms
#: as there may be, each so long, is what PostgreSQL takes (1 MB).
LONGEST: Final = 24
#: Words whose terms are remembered, of all texts together.
_REMEMBERED: Final = 300_000
_TATWEEL = "\u0640"


class Term(NamedTuple):
    """A term and the half-open range of code points that it was made from."""

    term: str
    start: int
    end: int


@cache
def settings() -> dict[str, Any]:
    """Return what `search.toml` says, read once."""
    return tomllib.loads((files("rawi.ledger") / "search.toml").read_text("utf-8"))


@cache
def word_pattern() -> re.Pattern[str]:
    """Return what matches a word: letters and digits, with the marks upon and between them."""
    marks = "".join(
        re.escape(char)
        for char in map(chr, range(0x300, min(0x10000, sys.maxunicode)))
        if unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")
    )
    return re.compile(rf"[^\W_](?:[^\W_]|[{_TATWEEL}\u00ad{marks}])*")


def terms(text: str) -> list[str]:
    """Return the terms of a text in its order; none for a text without letters and digits."""
    found = _folded().of
    return [term for word in word_pattern().findall(text) if (term := found[word])]


def term_of(word: str) -> str:
    """Return the term of one word as `word_pattern` matches it; "" where it has none."""
    return _folded().of[word]


def terms_by_word() -> Mapping[str, str]:
    """Return what gives the term of every word, as `term_of` does, for loops over many words."""
    return _folded().of


def placed_terms(text: str) -> Iterator[Term]:
    """Yield the terms of a text with their places, as `terms` gives them."""
    found = _folded().of
    for match in word_pattern().finditer(text):
        if term := found[match[0]]:
            yield Term(term, match.start(), match.end())


def plain(word: str) -> str:
    """Return a word with the differences of spelling gone, and nothing cut off."""
    return _folded().letters(word)


def attached(term: str) -> tuple[str, ...]:
    """Return a term as it stands with each of the letters that may be stuck to it.

    None for a term that is not Arabic.
    """
    if not is_arabic(term):
        return ()
    return tuple(letter + term for letter in settings()["arabic"]["attached"])


def is_arabic(term: str) -> bool:
    """Tell whether a folded word is written in Arabic letters."""
    return "\u0620" <= term[:1] <= "\u06d3"


class _Remembered(dict[str, str]):
    """The terms of words, made when they are first asked for."""

    def __init__(self, folding: _Folding) -> None:
        super().__init__()
        self._folding = folding

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        term = self[word] = self._folding.term(word)
        return term


class _Folding:
    """Folding by the settings."""

    def __init__(self, letters: dict[str, str], arabic: dict[str, Any]) -> None:
        self._table = _Letters(letters)
        self._conjunction: str = arabic["conjunction"]
        self._articled: list[str] = arabic["articled"]
        self._contracted: str = arabic["contracted"]
        self._joined: int = arabic["shortest_joined"]
        self._article: int = arabic["shortest_articled"]
        self._whole = frozenset(arabic["whole"])
        self._beginnings = frozenset(arabic["beginnings"])
        self._lengths = sorted({len(one) for one in self._beginnings})
        self.of = _Remembered(self)

    def letters(self, word: str) -> str:
        """Return the folded letters of a word."""
        if word.isascii():
            return word.lower()
        return unicodedata.normalize("NFC", word).casefold().translate(self._table)

    def term(self, word: str) -> str:
        """Return the term of a word; "" where nothing is left of it."""
        folded = self.letters(word)
        if is_arabic(folded):
            folded = self._bare(folded)
        return folded[:LONGEST]

    def _bare(self, word: str) -> str:
        """Return an Arabic word without conjunction and article."""
        if self._stands(word):
            return word
        if word.startswith(self._conjunction) and len(word) > self._joined:
            word = word[len(self._conjunction) :]
            if self._stands(word):
                return word
        for start in (self._contracted, *self._articled):
            if word.startswith(start):
                # More letters in front make a longer word likelier to be one of its own.
                least = self._article if len(start) == 2 else self._joined
                return word[len(start) :] if len(word) - len(start) >= least else word
        return word

    def _stands(self, word: str) -> bool:
        return word in self._whole or any(
            word[:length] in self._beginnings for length in self._lengths
        )


class _Letters(dict[int, str]):
    """A table for `str.translate` that fills itself with the letters it meets."""

    def __init__(self, letters: dict[str, str]) -> None:
        super().__init__({ord(letter): to for letter, to in letters.items()})

    def __missing__(self, point: int) -> str:
        folded = self[point] = self._fold(chr(point))
        return folded

    def _fold(self, char: str) -> str:
        if unicodedata.category(char) == "Nd":
            return str(unicodedata.digit(char))
        apart = unicodedata.normalize("NFKD", char).casefold()
        kept = (one for one in apart if one.isalnum() and one != _TATWEEL)
        return "".join(self.get(ord(one), one) if one != char else one for one in kept)


@cache
def _folded() -> _Folding:
    given = settings()
    return _Folding(given["letters"], given["arabic"])
