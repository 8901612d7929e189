"""Tokens: words, numbers, marks and line ends, as parallel lists.

Offsets index the shadow and so the original.  Lists and arrays rather than objects: a report
of a million characters has two hundred thousand tokens, and one of nothing but marks a million.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from operator import add, sub
from typing import Final

from rawi.reading.folding import FILL
from rawi.reading.lexicon import Lexeme, Lexicon
from rawi.records import Span

#: The gap before a token, and the token.  The gap is matched too, since to search for the next
#: token from each blank costs more; words come first, being the most.
_TOKEN: Final = re.compile(
    r"([^\S\n]*)([^\W\d]\w*|\d+(?:[.,:\u066b\u066c/]\d+)+|\w+|\n|[^\w\s])"
)

#: A long text is tokenised in stretches of so many characters, for the sake of memory.
STRETCH: Final = 1 << 16
#: Where a stretch may end: no token goes over a blank, or has two marks in a row.
_BREAK: Final = re.compile(r"\s|[^\w\s](?=[^\w\s])")

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
        self.key: list[str] = []
        self.end = array("i")
        lengths = array("i")
        known = lexicon.memory
        self.lex: list[Lexeme] = []
        at = 0
        for last in _stretches(shadow):
            found = _TOKEN.findall(shadow, at, last)
            keys = [key for _, key in found]
            sizes = list(map(len, keys))
            gaps = (len(gap) for gap, _ in found)
            lengths.extend(sizes)
            self.end.extend(islice(accumulate(map(add, gaps, sizes), initial=at), 1, None))
            if FILL in shadow:
                keys = [key.replace(FILL, "") if FILL in key else key for key in keys]
            lexemes = list(map(known.__getitem__, keys))
            self.lex += lexemes
            self.key += [lexeme.key for lexeme in lexemes]  # the same word is held once
            at = self.end[-1] if self.end else last
        self.start = array("i", map(sub, self.end, lengths))
        self.marks = array("i", [i for i, lexeme in enumerate(self.lex) if not lexeme.is_word])
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

    def is_word(self, index: int) -> bool:
        """Say whether a token is a word or a number."""
        return self.lex[index].is_word

    def count_words(self, first: int, last: int) -> int:
        """Return how many of the tokens `[first, last)` are words or numbers."""
        if last <= first:
            return 0
        counted = self._words
        if counted is None:  # asked for all over the text: counted once from its beginning
            flags = (lexeme.is_word for lexeme in self.lex)
            counted = self._words = array("i", accumulate(flags, initial=0))
        return counted[last] - counted[first]


def _stretches(shadow: str) -> Iterator[int]:
    """Yield the ends of the stretches that a text is tokenised in.

    Blanks at the very end belong to no token; the search would try each of them in turn.
    """
    end = max(len(shadow.rstrip()), shadow.rfind(NEWLINE) + 1)
    at = STRETCH
    while at < end:
        cut = _BREAK.search(shadow, at, end)
        if cut is None:
            break
        yield cut.end()
        at = cut.end() + STRETCH
    yield end
