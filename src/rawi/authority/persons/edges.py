"""How names begin and end: where one sound makes another name."""

from __future__ import annotations

from functools import cache, lru_cache

from rawi.authority.persons.tables import spelling, tables
from rawi.authority.sounds import script


@cache
def _endings(kind: str) -> dict[str, tuple[str, ...]]:
    """Return the endings of a kind by script."""
    return {writing: tuple(some) for writing, some in spelling(kind).items()}


@cache
def _first() -> dict[str, str]:
    """Return by first letters the group of their sound."""
    return {letter: group for group, some in spelling("starts").items() for letter in some}


@cache
def _together() -> frozenset[str]:
    return frozenset(spelling("together"))


def ends_agree(one: str, other: str) -> bool:
    """Tell whether two words may be of one sex, as far as their ends tell it."""
    if script(one) == script(other) == "arabic":
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        return longer != shorter + str(spelling("feminine_mark"))
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
    if word[:1] in spelling("any_vowel"):
        return "vowel"
    return None if word[:2] in _together() else _first().get(word[:1])


@lru_cache(maxsize=100_000)
def _end(word: str) -> str:
    writing = script(word) or "latin"
    if word.endswith(_endings("open")[writing]):
        return "open"
    if word.endswith(_endings("thin")[writing]):
        return "thin"
    return "a" if word.endswith(_endings("feminine")[writing]) else "consonant"
