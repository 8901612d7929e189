"""Widths and directions of text, as a terminal shows it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

Direction = Literal["rtl", "ltr"]

_ISOLATES: dict[Direction, str] = {"ltr": "\u2066", "rtl": "\u2067"}
_END_OF_ISOLATE = "\u2069"
_FORCING: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}


@lru_cache(maxsize=4096)
def _char_width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def width(text: str) -> int:
    """Return the columns that a text takes: marks none, wide characters two."""
    if text.isascii():
        return len(text)
    return sum(map(_char_width, text))


def direction(text: str) -> Direction | None:
    """Return the direction of the first letter that has one, None where none has."""
    for char in text:
        if found := _FORCING.get(unicodedata.bidirectional(char)):
            return found
    return None


def has_right_to_left(text: str) -> bool:
    """Tell whether any character runs from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text
    )


def isolate(text: str, towards: Direction | None) -> str:
    """Wrap a text so that it neither turns its surroundings nor is turned by them."""
    return f"{_ISOLATES[towards or 'ltr']}{text}{_END_OF_ISOLATE}"


def broken(text: str, columns: int) -> list[str]:
    """Break a word that is too long into parts of `columns` at most, marks kept with letters."""
    parts: list[str] = []
    part, used = "", 0
    for char in text:
        needed = _char_width(char)
        if part and used + needed > columns:
            parts.append(part)
            part, used = "", 0
        part += char
        used += needed
    return [*parts, part] if part else parts
