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
    (0x0000, 0x0590),  # Latin, marks, Greek, Cyrillic, Armenian
    (0x0590, 0x0780),  # Hebrew, Arabic, Syriac
    (0x08A0, 0x0980),  # Arabic extended, Devanagari
    (0x1E00, 0x2070),  # Latin and Greek extended, punctuation
    (0xFB50, 0xFF60),  # presentation forms, full width
)
_SIGNS = {"\t": " ", "\r": " ", "\u2212": "-", "\u2044": "/", "\u2215": "/"}
_DROPPED = frozenset({"Mn", "Me", "Cf"})


def fold_table(extra: Mapping[str, str]) -> FoldTable:
    """Return the table for `str.translate`: what Unicode says, then `extra`.

    `extra` maps one character to one character, or to "" where it is dropped.
    """
    # Characters that stay are in the table as well: a miss costs `translate` an exception.
    table = {code: _folded(chr(code)) for first, stop in _RANGES for code in range(first, stop)}
    table.update((ord(sign), to) for sign, to in _SIGNS.items())
    table.update((ord(sign), to or None) for sign, to in extra.items())
    return table


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
    return [at for at, char in enumerate(text) if table.get(ord(char), char) is not None]


def past_marks(text: str, end: int, table: FoldTable) -> int:
    """Return `end` moved behind what the shadow left out of the letter in front of it."""
    while end < len(text) and _is_mark(text[end], table):
        end += 1
    return end


def _is_mark(char: str, table: FoldTable) -> bool:
    # Invisible characters (Cf) belong to no letter.
    return table.get(ord(char), char) is None and unicodedata.category(char) != "Cf"
