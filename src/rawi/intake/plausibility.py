"""How plausible a decoding is, by which characters stand next to one another.

The wrong one of two single-byte encodings mixes scripts inside a word, puts
capitals after small letters or symbols between letters.  Only neighbours of
which one is above ASCII count, so mark-up and English words weigh nothing.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import pairwise

ALPHABETS = frozenset({"ARABIC", "LATIN", "CYRILLIC", "GREEK", "HEBREW"})


@lru_cache(maxsize=4096)
def script(char: str) -> str:
    """Return the script of a letter ("ARABIC"), "MARK" for a combining mark, else ""."""
    if unicodedata.category(char).startswith("M"):
        return "MARK"
    return unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else ""


def pair_score(text: str) -> float | None:
    """Return the share, 0 to 1, of neighbours that go together; None where none are to judge."""
    good = bad = 0
    for (first, second), count in Counter(pairwise(text)).items():
        verdict = _goes_together(first, second)
        good += count if verdict else 0
        bad += count if verdict is False else 0
    return good / (good + bad) if good + bad else None


def alphabet_share(text: str) -> float:
    """Return the share, 0 to 1, of the characters other than spaces that are alphabetic."""
    seen = [char for char in text if not char.isspace()]
    return sum(script(char) in ALPHABETS for char in seen) / max(1, len(seen))


def control_share(text: str) -> float:
    """Return the share, 0 to 1, of control characters that no text holds."""
    odd = sum(char < " " and char not in "\t\n\v\f\r\x1b" for char in text)
    return odd / max(1, len(text))


@lru_cache(maxsize=65_536)
def _goes_together(first: str, second: str) -> bool | None:
    """Judge two neighbours; None where both are ASCII or neither is a letter."""
    if first.isascii() and second.isascii():
        return None
    left, right = script(first), script(second)
    if left and right:
        return _same_word(first, second)
    if not left and not right:
        return None
    other = second if left else first
    return other.isascii() or other.isspace() or unicodedata.category(other)[0] in "PZN"


def _same_word(first: str, second: str) -> bool:
    """Judge two letters or marks that touch."""
    left, right = script(first), script(second)
    if "MARK" in (left, right):
        return {left, right} <= {"MARK", "ARABIC"}
    if left != right:
        return False
    # Latin letters above ASCII seldom touch one another in the languages at hand.
    if left == "LATIN" and not first.isascii() and not second.isascii():
        return False
    return not (first.islower() and second.isupper())
