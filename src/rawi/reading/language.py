"""Which language a text is in: by its script, by letters that only others use, by short words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Final

from rawi.reading import packs

#: So much of a text is looked at, in characters, taken from its beginning, middle and end.
SAMPLE: Final = 3000
#: Of the words of a text, a language's function words are at least this share.
SHARE: Final = 0.1
#: Of no more words nothing is asked where no other pack has the script: a headline may have none.
FEW: Final = 14
_WORD: Final = re.compile(r"[^\W\d_]+")


@cache
def _script(char: str) -> str:
    """Return the script of a letter as its Unicode name begins ("ARABIC"); "" for others."""
    return unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else ""


def fits(text: str, code: str) -> bool:
    """Say whether a text may be in a language: its script, and some of its short words."""
    pack = packs.profile(code)
    letters = [char for char in text if char.isalpha()]
    own = sum(_script(char) in pack.scripts for char in letters)
    if own * 2 < len(letters):
        return False
    words = _WORD.findall(text.lower())
    short = sum(word in pack.function_words for word in words)
    return not pack.function_words or short >= SHARE * len(words)


def _alone(code: str) -> bool:
    """Say whether no other pack has a language's scripts."""
    own = set(packs.profile(code).scripts)
    return all(own.isdisjoint(packs.profile(o).scripts) for o in packs.available() if o != code)


def detect(text: str) -> str | None:
    """Return the code of the pack that reads a text, None where there is none.

    A language that shares the script but not the letters (Persian beside Arabic), or not the
    short words that every sentence has (Spanish beside French), is None too.
    """
    sample = text
    if len(text) > SAMPLE:
        third, middle = SAMPLE // 3, len(text) // 2
        sample = text[:third] + text[middle : middle + third] + text[-third:]
    letters = Counter(char for char in sample if char.isalpha())
    scripts: Counter[str] = Counter()
    for char, count in letters.items():
        scripts[_script(char)] += count
    if not scripts:
        return None
    script, most = scripts.most_common(1)[0]
    fits: list[tuple[float, str]] = []
    words: list[str] | None = None
    for code in packs.available():
        pack = packs.profile(code)
        if script not in pack.scripts:
            continue
        if sum(letters[char] for char in pack.foreign_letters) > pack.foreign_share * most:
            continue
        if not pack.function_words:
            fits.append((0.0, code))
            continue
        if words is None:
            words = _WORD.findall(sample.lower())
        share = sum(word in pack.function_words for word in words) / max(len(words), 1)
        if share >= SHARE or (len(words) <= FEW and _alone(code)):
            fits.append((share, code))
    return max(fits, key=lambda fit: (fit[0], fit[1]))[1] if fits else None
