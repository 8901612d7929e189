"""Datelines without a dash: "dpa Ulm. …", "Wien/Graz, APA. …", "BERLIN dpa | …"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.tokens import Tokens

#: Places and what joins them are no more tokens.
PLACES: Final = 5


def after_agency(
    tokens: Tokens, first: int, last: int, is_agency: Callable[[str], bool]
) -> int | None:
    """Return the token after an agency and a place, or a place and an agency, and their stop."""
    at = _past_agencies(tokens, first, last, is_agency)
    leads = at > first
    end = _past_places(tokens, at, last, is_agency)
    if end == at:
        return None
    if not leads:
        joint = end < last and tokens.key[end] in (",", ".", "/", ":")
        at = end + joint
        end = _past_agencies(tokens, at, last, is_agency)
        if end == at:
            return None
    if end + 1 >= last or tokens.key[end] not in (".", "|"):
        return None
    following = tokens.word[end + 1]
    return end + 1 if following.upper or following.capital or not following.is_word else None


def _past_agencies(tokens: Tokens, at: int, last: int, is_agency: Callable[[str], bool]) -> int:
    """Return the token after "dpa", "dpa/lnw", "dpa/AFP"; the first where no agency leads."""
    if at >= last or not is_agency(tokens.key[at]):
        return at
    at += 1
    while at + 1 < last and tokens.key[at] == "/" and tokens.word[at + 1].is_word:
        at += 2
    return at


def _past_places(tokens: Tokens, at: int, last: int, is_agency: Callable[[str], bool]) -> int:
    """Return the token after one place or more, written with capitals: "Wien/Graz"."""
    begin, none = at, w.DET | w.PRON | w.PREP | w.ROLE | w.PERSON | w.MEDIA | w.TIME
    while at < min(last, begin + PLACES):
        word = tokens.word[at]
        joint = at > begin and (tokens.key[at] in "/-" or bool(word.bits & (w.PREP | w.PARTICLE)))
        if not joint and not (word.capital and not word.bits & none and not is_agency(word.key)):
            break
        at += 1
    while at > begin and not tokens.word[at - 1].capital:
        at -= 1
    return at
