"""Tokens of a text in a script with capitals, as parallel lists; offsets are the original's."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from itertools import accumulate
from typing import Final

from rawi.reading.subject_first.broken_lines import join_lines
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.words import DOMAINS, Word
from rawi.records import Span

#: Signs of currencies: before a figure they are part of it.
_MONEY: Final = "$\u00a2-\u00a5\u20a0-\u20c0"
_LETTER: Final = "[^\\W\\d_\u00ad\u200b-\u200f\u2060\ufeff]"
#: A token and the blanks after it.  Words keep their hyphens, apostrophes, combining marks, the
#: dots of "U.S." and of sites; numbers their points, commas and what they are money in.  Two
#: single marks in a row are one.
_PIECE: Final = re.compile(
    r"(?:(?:[^\W\d_]\.){2,}(?!\w)"
    r"|[^\W\d_]{1,2}['\u2019](?=[^\S\n]?[\"\u00ab\u201c])"
    rf"|(?:[{_MONEY}](?=\d))?"
    r"[^\W_][\w\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]*"
    r"(?:[-\u2010\u2011'\u2019\u02bc](?=\w)[\w\u0300-\u036f\u00ad]+|(?<=\d)[.,:/](?=\d)\w+"
    rf"|\.(?:{DOMAINS}|{DOMAINS.upper()})\b(?!-)|(?<=[^\W\d_])\+(?!\w))*"
    r"|\n|''|``|\u2018\u2018|\u2019\u2019|[^\w\s]|_+|[\u0300-\u036f])[^\S\n]*"
)
_BLANKS: Final = re.compile(r"[^\S\n]*")
#: Line ends that are none of `\n`: each is one character, so that offsets stay.
_LINES: Final = str.maketrans({"\r": " ", "\u2028": "\n", "\u2029": "\n", "\x85": "\n",
                               "\x0b": " ", "\x0c": " "})  # fmt: skip
#: What `_LINES` changes.
_ENDS: Final = re.compile("[\r\u2028\u2029\x85\x0b\x0c]")
NEWLINE: Final = "\n"


class Tokens:
    """The tokens of one text: `word[i]`, `key[i]` its folded form, `start[i]`, `end[i]`."""

    __slots__ = ("_counted", "end", "key", "marks", "start", "text", "upper", "word")

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text = text
        plain = text if _ENDS.search(text) is None else text.translate(_LINES)
        plain = join_lines(plain)
        blanks = _BLANKS.match(plain)
        at = blanks.end() if blanks else 0
        start: list[int] = []
        end: list[int] = []
        words: list[Word] = []
        add_start, add_end, add_word = start.append, end.append, words.append
        pieces = _PIECE.findall(plain, at)
        for piece, parts in zip(pieces, map(grammar.memory.__getitem__, pieces), strict=True):
            here = at
            if len(parts) == 1:  # nearly all are one word
                length, word = parts[0]
                add_start(here)
                add_end(here + length)
                add_word(word)
                at += len(piece)
                continue
            for length, word in parts:
                add_start(here)
                here += length
                add_end(here)
                add_word(word)
            at += len(piece)
        self.start, self.end = array("i", start), array("i", end)
        self.word = words
        self.key = [word.key for word in words]
        self.marks = array("i", [i for i, word in enumerate(words) if not word.is_word])
        #: the tokens that begin with a capital
        self.upper = array("i", [i for i, word in enumerate(words) if word.upper])
        self._counted: array[int] | None = None

    def __len__(self) -> int:
        return len(self.key)

    def span(self, first: int, last: int) -> Span:
        """Return what the tokens `[first, last)` cover."""
        return Span(self.start[first], self.end[last - 1])

    def words(self, first: int, last: int) -> str:
        """Return the original text of the tokens `[first, last)`."""
        return self.text[self.start[first] : self.end[last - 1]] if last > first else ""

    def is_word(self, index: int) -> bool:
        """Say whether a token is a word or a number."""
        return self.word[index].is_word

    def marks_in(self, first: int, last: int) -> array[int]:
        """Return the marks among the tokens `[first, last)`."""
        return self.marks[bisect_left(self.marks, first) : bisect_left(self.marks, last)]

    def count_words(self, first: int, last: int) -> int:
        """Return how many of the tokens `[first, last)` are words or numbers."""
        if last <= first:
            return 0
        counted = self._counted
        if counted is None:
            flags = [word.is_word for word in self.word]
            counted = self._counted = array("i", accumulate(flags, initial=0))
        return counted[last] - counted[first]
