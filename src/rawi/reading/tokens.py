"""Tokens: words, numbers, marks and line ends, as parallel lists.

Offsets index the shadow and so the original.  Lists rather than objects: a report of
a million characters has two hundred thousand tokens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rawi.reading.folding import FILL
from rawi.reading.lexicon import Lexeme, Lexicon
from rawi.records import Span

_TOKEN: Final = re.compile(r"\d+(?:[.,:\u066b\u066c/]\d+)+|\w+|\n|[^\w\s]")

#: What ends a line, in the list of keys.
NEWLINE: Final = "\n"


class Tokens:
    """The tokens of one text.

    `key[i]` is the folded form, `lex[i]` what is known of it, `start[i]` and `end[i]`
    its offsets.
    """

    __slots__ = ("end", "key", "lex", "start", "text")

    def __init__(self, text: str, shadow: str, lexicon: Lexicon) -> None:
        self.text = text
        matches = [match.span() for match in _TOKEN.finditer(shadow)]
        self.start = [start for start, _ in matches]
        self.end = [end for _, end in matches]
        if FILL in shadow:
            self.key = [shadow[start:end].replace(FILL, "") for start, end in matches]
        else:
            self.key = [shadow[start:end] for start, end in matches]
        memory = lexicon.memory
        analyse = lexicon.analyse
        self.lex: list[Lexeme] = [memory.get(key) or analyse(key) for key in self.key]

    def __len__(self) -> int:
        return len(self.key)

    def span(self, first: int, last: int) -> Span:
        """Return what the tokens `[first, last)` cover."""
        return Span(self.start[first], self.end[last - 1])

    def words(self, first: int, last: int) -> str:
        """Return the original text of the tokens `[first, last)`."""
        return self.text[self.start[first] : self.end[last - 1]]

    def is_word(self, index: int) -> bool:
        """Say whether a token is a word or a number."""
        return self.key[index][:1].isalnum()

    def count_words(self, first: int, last: int) -> int:
        """Return how many of the tokens `[first, last)` are words or numbers."""
        return sum(key[:1].isalnum() for key in self.key[first:last])


def hot(lexemes: Sequence[Lexeme], bits: int) -> list[int]:
    """Return the tokens that are a cue's form or have one of the bits."""
    return [index for index, lexeme in enumerate(lexemes) if lexeme.cues or lexeme.bits & bits]
