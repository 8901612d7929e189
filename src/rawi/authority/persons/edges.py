"""How names begin and end: where one sound makes another name."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rawi.authority.persons.tables import tables
from rawi.authority.sounds import script

#: By what a feminine name ends, and by what no ending is told.
_FEMININE: Final = {"latin": ("a",), "cyrillic": ("а", "я"), "arabic": ("ه", "ا")}
_THIN: Final = {"latin": ("i", "y"), "cyrillic": ("и", "й"), "arabic": ()}
_OPEN: Final = {
    "latin": ("ah", "e", "h", "o", "u"),
    "cyrillic": ("е", "э", "о", "у", "ю", "ы", "ь"),
    "arabic": ("اه", "ي", "و", "ء"),
}
_FEMININE_MARK: Final = "ه"

#: How first letters sound: what is in two of these groups begins two names.
_STARTS: Final = {"a": "aа", "e": "eiеи", "o": "ouоу", "h": "hхهحخ"}
_FIRST: Final = {letter: group for group, letters in _STARTS.items() for letter in letters}
#: Arabic writes all vowels at the front alike.
_VOWEL: Final = "اعءأإآ"
#: Latin letters that sound together otherwise than the first of them.
_TOGETHER: Final = frozenset(
    [
        "ai",
        "au",
        "ay",
        "ea",
        "ee",
        "ei",
        "eu",
        "ie",
        "io",
        "iu",
        "oe",
        "ow",
        "aw",
        "ya",
        "ia",
        "oo",
        "ue",
        "ey",
    ]
)


def ends_agree(one: str, other: str) -> bool:
    """Tell whether two words may be of one sex, as far as their ends tell it."""
    if script(one) == script(other) == "arabic":
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        return longer != shorter + _FEMININE_MARK
    ends = {_end(one), _end(other)}
    return ends != {"a", "consonant"} and ends != {"a", "thin"}


def is_open(word: str) -> bool:
    """Tell whether a word ends in a vowel that says nothing of who is named."""
    return _end(word) in ("open", "thin")


def starts_agree(one: str, other: str) -> bool:
    """Tell whether two words may begin one name: vowels and h set names apart."""
    first, second = _start(one), _start(other)
    if not first or not second or first == second:
        return True
    if "vowel" in (first, second):
        return "h" not in (first, second)
    return False


def sexes_differ(one: str, other: str) -> bool:
    """Tell whether two given names in Latin letters are a man's and a woman's: Daniel, Danielle."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return any(
        longer.endswith(woman) and shorter == longer.removesuffix(woman) + man
        for man, woman in tables().given
    )


@lru_cache(maxsize=100_000)
def _start(word: str) -> str | None:
    if word[:1] in _VOWEL:
        return "vowel"
    return None if word[:2] in _TOGETHER else _FIRST.get(word[:1])


@lru_cache(maxsize=100_000)
def _end(word: str) -> str:
    writing = script(word) or "latin"
    if word.endswith(_OPEN[writing]):
        return "open"
    if word.endswith(_THIN[writing]):
        return "thin"
    return "a" if word.endswith(_FEMININE[writing]) else "consonant"
