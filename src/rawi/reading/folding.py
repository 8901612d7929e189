"""Folding: the text as the engine reads it, letter for letter.

The shadow of a text has the text's own length: every code point is replaced by
exactly one.  Diacritics, tatweel and joiners become one placeholder that belongs to
words (and is dropped from a word before it is looked up); bidi controls and exotic
spaces become a space.  So an offset into the shadow *is* the offset into the
original, and no map has to be carried along.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

#: Stands in the shadow for what a word is the same without.
FILL = "\u0640"

_JOINERS = "\u200c\u200d\u2060\ufeff\u00ad"

_SPECIAL = {
    **dict.fromkeys(map(ord, _JOINERS), ord(FILL)),
    **dict.fromkeys(map(ord, "\u2028\u2029\x85"), ord("\n")),
    **dict.fromkeys(map(ord, "\r\x0b\x0c\u3000"), ord(" ")),
}
#: Characters from here on stay as they are.
_END = 0x2FFF


class _Table(dict[int, int]):
    """A table for `str.translate` that fills itself with the characters it meets.

    What stays as it is stands in it, too: a miss costs `translate` an exception.
    """

    def __missing__(self, point: int) -> int:
        if point >= _END:
            return point
        folded = self[point] = _folded(point)
        return folded


def _folded(point: int) -> int:
    """Return what a character becomes in every script: digits, case, marks, controls."""
    char = chr(point)
    category = unicodedata.category(char)
    if category == "Mn":
        return ord(FILL)
    if category == "Nd":
        return ord(str(unicodedata.digit(char)))
    if category in ("Cf", "Zs"):
        return ord(" ")
    if category == "Lu" and len(char.lower()) == 1:
        return ord(char.lower())
    return point


#: A text with more different characters to fold than this is folded character by character.
MANY: Final = 48


class Folder:
    """Folds texts and words by a language's table (`[fold]` in its pack).

    `habits`: words that some of the press writes in another way (regular expressions, without
    groups) and the usual way, of the same length; `before`: what may be stuck to their front.
    The first is one that no other press writes: a text is of that habit where it is the rule.
    """

    def __init__(
        self, letters: Mapping[str, str], habits: Mapping[str, str] | None = None, before: str = ""
    ) -> None:
        self._table = _Table(_SPECIAL | {ord(char): ord(to) for char, to in letters.items()})
        forms = [self.word(form) for form in habits or ()]
        self._usual = [self.word(form) for form in (habits or {}).values()]
        #: the sign of the habit and the usual spelling of it, each as a word by itself
        self._signs = [f" {form[0]} " for form in (forms, self._usual) if form]
        either = "|".join(f"({form})" for form in forms)
        self._other = re.compile(rf"(?<!\w)([{before}]?)(?:{either})(?!\w)") if forms else None

    def shadow(self, text: str) -> str:
        """Return the folded text, of the same length."""
        folded = self._folded(text)
        if self._other is None or self._signs[0] not in folded:
            return folded
        if folded.count(self._signs[0]) <= folded.count(self._signs[1]):
            return folded
        return self._other.sub(self._as_usual, folded)

    def _as_usual(self, found: re.Match[str]) -> str:
        """Return the usual spelling of a word that is spelt by habit."""
        return found[1] + self._usual[(found.lastindex or 2) - 2]

    def _folded(self, text: str) -> str:
        """Return a text with each letter folded.

        A report has few different characters to fold: replacing each over the whole text is
        many times as fast as `str.translate`.
        """
        table = self._table
        found = {char: chr(to) for char in set(text) if (to := table[ord(char)]) != ord(char)}
        if len(found) > MANY or not found.keys().isdisjoint(found.values()):
            return text.translate(table)
        for char, folded in found.items():
            text = text.replace(char, folded)
        return text

    def word(self, form: str) -> str:
        """Return a form as it is looked up."""
        return form.translate(self._table).replace(FILL, "")

    def words(self, forms: Iterable[str]) -> list[str]:
        """Return forms as they are looked up; of many, faster than one by one."""
        forms = list(forms)
        words = self.word("\n".join(forms)).split("\n")
        # A form may hold what folding makes a line end of.
        return words if len(words) == len(forms) else [self.word(form) for form in forms]
