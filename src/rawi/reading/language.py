"""Which language a text is in: by its script, by letters that only others use, by short words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import compress
from operator import not_
from typing import Final

from rawi.reading import packs

#: So much of a text is looked at, in characters, taken from its beginning, middle and end.
SAMPLE: Final = 3000
#: Of the words of a text, a language's function words are at least this share.
SHARE: Final = 0.1
#: Of no more words nothing is asked where no other pack has the script, or letters tell: a
#: headline may have none.
FEW: Final = 14
_WORD: Final = re.compile(r"[^\W\d_]+")


class _Scripts(dict[str, str | None]):
    """The script of each letter met so far, as its Unicode name begins ("ARABIC"); None for others.

    Characters are as many as there are, so it does not grow without end.
    """

    def __missing__(self, char: str) -> str | None:
        told = unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else None
        self[char] = told
        return told


_SCRIPT_OF: Final = _Scripts()


def fits(text: str, pack: packs.Profile, others: frozenset[str]) -> bool:
    """Say whether a text may be in a language: its script, and some of its short words.

    `others` are the letters of other scripts that may be in the text.
    """
    own = letters = 0
    # Few characters, each of them many times.
    for char, count in ({} if others.isdisjoint(text) else Counter(text)).items():
        script = _SCRIPT_OF[char]
        if script is not None:
            letters += count
            own += count if script in pack.scripts else 0
    if own * 2 < letters:
        return False
    if not pack.function_words:
        return True
    words = _WORD.findall(text.lower())
    return _short(words, pack) >= SHARE * len(words)


def _short(words: list[str], pack: packs.Profile) -> int:
    """Return how many of a text's words are a language's short ones, its neighbours' taken off."""
    own = sum(map(pack.function_words.__contains__, words))
    return own - sum(map(pack.foreign_words.__contains__, words))


def foreign_letters(text: str, code: str) -> frozenset[str]:
    """Return the letters of a text that are of no script of a language."""
    own = {None, *packs.profile(code).scripts}
    chars = set(text)
    return frozenset(
        compress(chars, map(not_, map(own.__contains__, map(_SCRIPT_OF.__getitem__, chars))))
    )


def is_alone(code: str) -> bool:
    """Say whether no other pack has a language's scripts, but for those that letters tell."""
    own = set(packs.profile(code).scripts)
    others = (packs.profile(other) for other in packs.available() if other != code)
    return all(own.isdisjoint(other.scripts) or other.own_letters for other in others)


def _allow(letters: Counter[str], most: int, pack: packs.Profile) -> bool:
    """Say whether the letters of a text, `most` of them of one script, may be a language's."""
    if sum(letters[char] for char in pack.foreign_letters) > pack.foreign_share * most:
        return False
    return sum(letters[char] for char in pack.own_letters) >= pack.own_share * most


def detect(text: str) -> str | None:
    """Return the code of the pack that reads a text, None where there is none.

    A language that shares the script but not the letters (Persian beside Arabic), or not the
    short words that every sentence has (Dutch beside English), is None too.
    """
    sample = text
    if len(text) > SAMPLE:
        third, middle = SAMPLE // 3, len(text) // 2
        sample = text[:third] + text[middle : middle + third] + text[-third:]
    letters = Counter(sample)
    scripts: Counter[str] = Counter()
    for char, count in letters.items():
        script = _SCRIPT_OF[char]
        if script is not None:
            scripts[script] += count
    if not scripts:
        return None
    script, most = scripts.most_common(1)[0]
    fits: list[tuple[float, str]] = []
    words: list[str] | None = None
    for code in packs.available():
        pack = packs.profile(code)
        if script not in pack.scripts:
            continue
        if not _allow(letters, most, pack):
            continue
        if not pack.function_words:
            fits.append((0.0, code))
            continue
        if words is None:
            words = _WORD.findall(sample.lower())
        short = _short(words, pack)
        share = short / max(len(words), 1)
        told = pack.own_letters or (len(words) <= FEW and is_alone(code))
        if told or share >= SHARE:
            fits.append((share, code))
    return max(fits, key=lambda fit: (fit[0], fit[1]))[1] if fits else None
