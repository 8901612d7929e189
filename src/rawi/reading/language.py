"""Which language a text is in: by its script first, then by letters that only others use."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from typing import Final

from rawi.reading import packs

#: So much of a text is looked at, in characters, taken from its beginning, middle and end.
SAMPLE: Final = 3000


@cache
def _script(char: str) -> str:
    """Return the script of a letter as its Unicode name begins ("ARABIC"); "" for others."""
    return unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else ""


def detect(text: str) -> str | None:
    """Return the code of the pack that reads a text's script, None where there is none.

    A language that shares the script but not the letters (Persian beside Arabic) is None too.
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
    for code in packs.available():
        pack = packs.profile(code)
        if script in pack.scripts:
            foreign = sum(letters[char] for char in pack.foreign_letters)
            if foreign <= pack.foreign_share * most:
                return code
    return None
