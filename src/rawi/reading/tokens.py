"""Tokens: words, numbers, marks and line ends, as parallel lists.

Offsets index the shadow and so the original.  Lists and arrays rather than objects: a report
of a million characters has two hundred thousand tokens, and one of nothing but marks a million.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import add, attrgetter
from typing import Final

from rawi.reading.lexicon import Lexeme, Lexicon
from rawi.records import Span

#: A token and the blanks after it, so that the pieces of a text leave nothing out and their
#: lengths tell where they stand.  Words come first, being the most.
_PIECE: Final = re.compile(r"(?:[^\W\d]\w*|\d+(?:[.,:\u066b\u066c/]\d+)+|\w+|\n|[^\w\s])[^\S\n]*")
_BLANKS: Final = re.compile(r"[^\S\n]*")
#: A long text is tokenised in stretches of so many characters, for the sake of memory.
STRETCH: Final = 1 << 16
#: Where a stretch may end: no token goes over a blank, or has two marks in a row.
_BREAK: Final = re.compile(r"\s|[^\w\s](?=[^\w\s])")

_is_word = attrgetter("is_word")

#: What ends a line, in the list of keys.
NEWLINE: Final = "\n"


class Tokens:
    """The tokens of one text.

    `key[i]` is the folded form, `lex[i]` what is known of it, `start[i]` and `end[i]`
    its offsets.  `marks` are the tokens that are no words: marks and line ends.
    """

    __slots__ = ("_words", "end", "key", "lex", "marks", "start", "text")

    def __init__(self, text: str, shadow: str, lexicon: Lexicon) -> None:
        self.text = text
        self.start, self.end = array("i"), array("i")
        self.lex: list[Lexeme] = []
        known = lexicon.memory
        for first, last in _stretches(shadow):
            pieces = _PIECE.findall(shadow, first, last)
            starts = list(accumulate(map(len, pieces), initial=_skip_blanks(shadow, first)))
            del starts[-1]
            self.start.extend(starts)
            self.end.extend(map(add, starts, map(len, map(str.rstrip, pieces))))
            self.lex += map(known.__getitem__, pieces)
        self.key = [lexeme.key for lexeme in self.lex]
        self.marks = array("i", [i for i, lexeme in enumerate(self.lex) if not lexeme.is_word])
        for index in self.marks:
            if self.key[index] == NEWLINE:  # which `rstrip` took for a blank
                self.end[index] = self.start[index] + 1
        self._words: array[int] | None = None

    def __len__(self) -> int:
        return len(self.key)

    def marks_in(self, first: int, last: int) -> Sequence[int]:
        """Return the marks among the tokens `[first, last)`."""
        marks = self.marks
        return marks[bisect_left(marks, first) : bisect_left(marks, last)]

    def span(self, first: int, last: int) -> Span:
        """Return what the tokens `[first, last)` cover."""
        return Span(self.start[first], self.end[last - 1])

    def words(self, first: int, last: int) -> str:
        """Return the original text of the tokens `[first, last)`."""
        return self.text[self.start[first] : self.end[last - 1]]

    def holding(self, mark: str) -> frozenset[int]:
        """Return the tokens of the original text that hold a mark, one character."""
        found: set[int] = set()
        at = self.text.find(mark)
        while at >= 0:
            index = bisect_right(self.start, at) - 1
            if index >= 0 and at < self.end[index]:
                found.add(index)
            at = self.text.find(mark, at + 1)
        return frozenset(found)

    def is_word(self, index: int) -> bool:
        """Say whether a token is a word or a number."""
        return self.lex[index].is_word

    def count_words(self, first: int, last: int) -> int:
        """Return how many of the tokens `[first, last)` are words or numbers."""
        if last <= first:
            return 0
        counted = self._words
        if counted is None:  # asked for all over the text: counted once from its beginning
            flags = map(_is_word, self.lex)
            counted = self._words = array("i", accumulate(flags, initial=0))
        return counted[last] - counted[first]


def _skip_blanks(shadow: str, first: int) -> int:
    match = _BLANKS.match(shadow, first)
    return match.end() if match else first


def _stretches(shadow: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that a text is tokenised in."""
    first, end = 0, len(shadow)
    while end - first > STRETCH:
        cut = _BREAK.search(shadow, first + STRETCH)
        if cut is None:
            break
        yield first, cut.end()
        first = cut.end()
    yield first, end
