"""Days in brackets: "nesta terça-feira (12)"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

#: What a day and its month are written with.
_DATES: Final = frozenset("0123456789/.-")
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
