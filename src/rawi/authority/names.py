"""Names as they are compared: folded into words, with the differences of spelling gone.

Case, diacritics, the dot of the i, hamza seats, alef, yaa and taa marbuta forms, tatweel and
invisible characters make no name another one; dots, dashes, quotation marks and
spaces part words and say nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import msgspec

_LETTER_FORMS = {
    0x0671: 0x0627, 0x0649: 0x064A, 0x06CC: 0x064A, 0x06A9: 0x0643, 0x0629: 0x0647,
    0x0131: 0x0069,  # the dotless i, whose capital is that of the other
}  # fmt: skip
_TATWEEL = 0x0640
_HAMZA = "\u0621"
_SEATED_HAMZAS = ("\u0648\u0654", "\u064a\u0654")
# An article, as a rule: "the Guardian", "le Monde", "al-Jazeera" are their owners' names too.
_ARTICLE_LENGTH = 3
# So few letters and more stand for a name.
_INITIALS = 2
# Words of so many letters and fewer may be left out of the letters that stand for a name.
_SMALL = 3


class _Folding(dict[int, int | None]):
    """A table for `str.translate` that fills itself with the characters it meets."""

    def __missing__(self, code: int) -> int | None:
        char = chr(code)
        folded: int | None
        if unicodedata.category(char) in ("Mn", "Cf") or code == _TATWEEL:
            folded = None
        elif char.isalnum() or char == "\n":
            folded = _LETTER_FORMS.get(code, code)
        else:
            folded = ord(" ")
        self[code] = folded
        return folded


_FOLDING = _Folding()
#: Letters that fold to themselves, as most words are made of them alone.
_FOLDED = re.compile(
    "[a-z\u0621\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a\u0430-\u0438\u043a-\u044f ]*"
)


def fold_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text: its runs of letters and digits.

    "U.S.A." has three, "France-Presse" two; a text without any has none.
    """
    return tuple(_fold(text).split())


def fold_all(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the folded words of each name, as `fold_words` does, but faster over many."""
    lines = _fold("\n".join(" ".join(name.splitlines()) for name in names)).split("\n")
    return [tuple(line.split()) for line in lines]


def abbreviates(short: str, name: str) -> bool:
    """Say whether capitals are the first letters of a name's words: "KNA", "Karvala News Agency".

    Words without a capital may be left out of them, all ("of") or only the short ones
    ("ALP", "Agence lémanique de presse").
    """
    letters = "".join(char for char in short if char.isalnum())
    words = name.replace("-", " ").split()
    if len(letters) < _INITIALS or not letters.isupper() or len(words) < _INITIALS:
        return False
    every = "".join(word[0] for word in words)
    long = "".join(word[0] for word in words if word[0].isupper() or len(word) > _SMALL)
    capitals = "".join(char for char in every if char.isupper())
    return letters in (every.upper(), long.upper(), capitals)


def fold_name(text: str) -> str:
    """Return the one form under which all spellings of a name are looked up."""
    return "".join(fold_words(text))


class NameSequence(msgspec.Struct, frozen=True):
    """One name as a matcher needs it.

    `words` are its folded words, one at least.  `outlets` are the ids of those who
    bear it, sorted: several only where the name is shared.  `ambiguous` says that it
    is also an ordinary word or another's name, and counts only after a generic word
    (channel, newspaper), in quotation marks or in a credit.  `generic` is the number
    of words at the start that are generic: needed to know the outlet, no part of the
    name.  `written` are the spellings that fold to these words.
    """

    words: tuple[str, ...]
    outlets: tuple[str, ...]
    ambiguous: bool
    generic: int
    written: tuple[str, ...]

    def fits(self, found: str) -> bool:
        """Tell whether the capitals of `found`, a text with these words, are the name's.

        Keeps "MAP" from "map" and "Le Monde" from "le monde".  `found` may have more
        capitals than the name, and a short first word (an article) fewer.  Always
        true for scripts without capitals.
        """
        return any(_capitals_agree(name, found) for name in self.written)


def _capitals_agree(name: str, found: str) -> bool:
    required, given = _split(name), _split(found)
    if list(map(len, required)) != list(map(len, given)):
        return False
    article = len(required) > 1 and len(required[0]) <= _ARTICLE_LENGTH
    wanted, got = "".join(required[article:]), "".join(given[article:])
    return all(have.isupper() or not want.isupper() for want, have in zip(wanted, got, strict=True))


def _fold(text: str) -> str:
    if _FOLDED.fullmatch(text):
        return text
    folded = unicodedata.normalize("NFKD", text).casefold()
    folded = unicodedata.normalize("NFKD", folded)
    for seated in _SEATED_HAMZAS:  # all seats are one, as in the text that names are looked up in
        folded = folded.replace(seated, _HAMZA)
    return folded.translate(_FOLDING)


def _split(text: str) -> list[str]:
    """Return the words of a text with nothing but their capitals unfolded."""
    return unicodedata.normalize("NFKD", text).translate(_FOLDING).split()
