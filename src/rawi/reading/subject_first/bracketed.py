"""Brackets: days in them, "nesta terça-feira (12)", and sentences of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rawi.reading.subject_first.tokens import Tokens

#: What a day and its month are written with.
_DATES: Final = frozenset("0123456789/.-")
#: Brackets with no more tokens hold no sentence.
_FEW: Final = 4
#: A day in brackets is no longer than this, in tokens.
_REACH: Final = 7


def past_day(keys: Sequence[str], at: int, last: int) -> int | None:
    """Return the token after a day in brackets that opens at a token."""
    if keys[at] != "(":
        return None
    shut = next((i for i in range(at + 1, min(last, at + _REACH)) if keys[i] == ")"), None)
    if shut is None or not keys[at + 1][:1].isdigit():
        return None
    return shut + 1 if all(not set(keys[i]) - _DATES for i in range(at + 1, shut)) else None


def bracketed(tokens: Tokens, first: int, last: int) -> list[tuple[int, int]]:
    """Return the brackets of a sentence with more than a few words in them."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for index in tokens.marks_in(first, last):
        key = tokens.key[index]
        if key == "(":
            start = index
        elif key == ")" and start is not None:
            if index - start > _FEW:
                found.append((start, index))
            start = None
    return found
