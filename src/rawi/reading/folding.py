"""Folding: the text as the engine reads it, letter for letter.

The shadow of a text has the text's own length: every code point is replaced by
exactly one.  Diacritics, tatweel and joiners become one placeholder that belongs to
words (and is dropped from a word before it is looked up); bidi controls and exotic
spaces become a space.  So an offset into the shadow *is* the offset into the
original, and no map has to be carried along.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

#: Stands in the shadow for what a word is the same without.
FILL = "\u0640"

_JOINERS = "\u200c\u200d\u2060\ufeff\u00ad"


@cache
def _common_table() -> dict[int, int]:
    """Return what holds in every script: digits, case, marks, controls."""
    table: dict[int, int] = {}
    for point in range(128, min(sys.maxunicode, 0x2FFF)):
        char = chr(point)
        category = unicodedata.category(char)
        if category == "Mn":
            table[point] = ord(FILL)
        elif category == "Nd":
            table[point] = ord(str(unicodedata.digit(char)))
        elif category == "Cf" or category == "Zs":
            table[point] = ord(" ")
        elif category == "Lu":
            lower = char.lower()
            if len(lower) == 1:
                table[point] = ord(lower)
    for char in _JOINERS:
        table[ord(char)] = ord(FILL)
    table[ord("\u2028")] = table[ord("\u2029")] = table[ord("\x85")] = ord("\n")
    table[ord("\r")] = table[ord("\x0b")] = table[ord("\x0c")] = ord(" ")
    table[ord("\u3000")] = ord(" ")
    for point in range(ord("A"), ord("Z") + 1):
        table[point] = point + 32
    return table


#: A text with more different characters to fold than this is folded character by character.
MANY: Final = 48


class Folder:
    """Folds texts and words by a language's table (`[fold]` in its pack)."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        self._table = _common_table() | {ord(char): ord(to) for char, to in letters.items()}
        self._folded = re.compile("[" + "".join(map(re.escape, map(chr, self._table))) + "]")
        #: whether no character is folded into one that is folded again
        self._is_flat = all(self._table.get(to, to) == to for to in self._table.values())

    def shadow(self, text: str) -> str:
        """Return the folded text, of the same length.

        A report has few different characters to fold: replacing each over the whole text is
        many times as fast as `str.translate`.
        """
        found = set(self._folded.findall(text))
        if len(found) > MANY or not self._is_flat:
            return text.translate(self._table)
        for char in found:
            text = text.replace(char, chr(self._table[ord(char)]))
        return text

    def word(self, form: str) -> str:
        """Return a form as it is looked up."""
        return form.translate(self._table).replace(FILL, "")
