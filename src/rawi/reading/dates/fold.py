"""Folding for dates: a shadow of the text in which spellings no longer differ.

Every character becomes one character or none: marks and invisible characters
go, letters lose their marks and their case, digits of any script become ASCII.
So an offset in the shadow is the rank of a character that stayed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import TypeAlias

FoldTable: TypeAlias = dict[int, str | None]

# What a report in a script with a case or with marks is made of.  A character outside
# these ranges stays as it is.
_RANGES = (
    (0x0000, 0x0780),  # Latin, marks, Greek, Cyrillic, Armenian, Hebrew, Arabic, Syriac
    (0x08A0, 0x0980),  # Arabic extended, Devanagari
    (0x1E00, 0x2070),  # Latin and Greek extended, punctuation
    (0xFB50, 0xFF60),  # presentation forms, full width
)
_SIGNS = {"\t": " ", "\r": " ", "\u2212": "-", "\u2044": "/", "\u2215": "/"}
_DROPPED = frozenset({"Mn", "Me", "Cf"})


class _Table(FoldTable):
    """A table that fills itself with the characters it meets, those that stay among them."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        if not any(first <= code < stop for first, stop in _RANGES):
            return char
        folded = self[code] = _folded(char)
        return folded


def fold_table(extra: Mapping[str, str]) -> FoldTable:
    """Return the table for `str.translate`: what Unicode says, and before it `extra`.

    `extra` maps one character to one character, or to "" where it is dropped.  Ask the
    table with `table[code]`: `get` knows only what was asked for before.
    """
    signs = {ord(sign): to or None for sign, to in (*_SIGNS.items(), *extra.items())}
    return _Table(signs)


def _folded(char: str) -> str | None:
    category = unicodedata.category(char)
    if category in _DROPPED:
        return None
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category in ("Zs", "Pd"):
        return " " if category == "Zs" else "-"
    if not category.startswith("L"):
        return char
    base = [c for c in unicodedata.normalize("NFKD", char) if unicodedata.category(c) != "Mn"]
    return base[0].lower() if len(base) == 1 and len(base[0].lower()) == 1 else char


def kept(text: str, table: FoldTable) -> Sequence[int]:
    """Return, for each character of the shadow, its offset in `text`."""
    return [at for at, char in enumerate(text) if table[ord(char)] is not None]


def past_marks(text: str, end: int, table: FoldTable) -> int:
    """Return `end` moved behind what the shadow left out of the letter in front of it."""
    while end < len(text) and _is_mark(text[end], table):
        end += 1
    return end


def _is_mark(char: str, table: FoldTable) -> bool:
    # Invisible characters (Cf) belong to no letter.
    return table[ord(char)] is None and unicodedata.category(char) != "Cf"
