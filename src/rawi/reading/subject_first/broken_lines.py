"""Lines that break in the middle of a sentence: text of fixed width, pieces of a page's markup.

A line that opens with a small letter goes on with the line before it; where several do, so does
one with a capital behind a line that no mark ends. Each end of a line becomes a blank, so that
offsets stay.
"""

from __future__ import annotations

import re
from typing import Final

#: A line's end alone, before a small letter or a mark that opens what is quoted.
_BREAK: Final = re.compile(r"(?<=\S)[^\S\n]*\n(?=([^\W_]|['\"\u2018\u201c\u00ab]\w))")
#: What goes on behind it: a word, a comma, or a quotation that a comma ends.
_GOES_ON: Final = re.compile(r"(?:\w|,['\"\u2019\u201d\u00bb]?)$")
#: Marks that open what is quoted.
_OPENING: Final = "'\"\u2018\u201c\u00ab"
#: A line is broken at its width from so many letters on, and has no more.
WIDE: Final = 45
WIDEST: Final = 110
#: In such a text, a line that goes on is at least this share as wide as the widest.
SHARE: Final = 0.7
#: A text of fixed width has so many lines that go on with a small letter.
FIXED: Final = 3


def join_lines(text: str) -> str:
    """Return a text whose broken lines are joined, letter for letter."""
    breaks = [found for found in _BREAK.finditer(text) if _is_open(text, found)]
    small = [f for f in breaks if text[f.end() : f.end() + 2].strip(_OPENING)[:1].islower()]
    if not small:
        return text
    joined = [found for found in small if _is_broken(text, found)]
    wide = [found for found in joined if WIDE <= _width(text, found) <= WIDEST]
    if len(wide) >= FIXED:
        most = max(_width(text, found) for found in wide)
        wide = [f for f in breaks if SHARE * most <= _width(text, f) <= most]
        joined = [*joined, *(f for f in wide if f not in joined)]
    if not joined:
        return text
    letters = list(text)
    for found in joined:
        letters[found.end() - 1] = " "
    return "".join(letters)


def _is_open(text: str, found: re.Match[str]) -> bool:
    """Say whether no mark ends the line before, which is not the first."""
    at = found.start()
    line = text[max(0, at - WIDEST) : at].rpartition("\n")[2]
    return _GOES_ON.search(line) is not None


def _is_broken(text: str, found: re.Match[str]) -> bool:
    """Say whether a line before a small letter is broken: a wide one, or one a comma ends."""
    at = found.start()
    if text[at - 1] in ",'\"\u2019\u201d\u00bb":
        return True
    if "\n" not in text[:at].strip() and text.find("\n", found.end()) - found.end() < WIDE // 2:
        return False  # a headline, and a line that says by whom
    return _width(text, found) >= WIDE


def _width(text: str, found: re.Match[str]) -> int:
    """Return how long the line before is, in letters."""
    return found.start() - text.rfind("\n", 0, found.start()) - 1
