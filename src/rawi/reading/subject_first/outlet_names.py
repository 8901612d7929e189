"""The names of the outlets that are known, by the words that they begin with."""

from __future__ import annotations

from functools import cache, lru_cache

from rawi.authority.names import NameSequence, fold_words
from rawi.authority.outlets import Authority


@cache
def names_from(first: str) -> tuple[NameSequence, ...]:
    """Return the names of outlets that begin with a word."""
    return Authority.load().names_from(first)


@cache
def by_second(first: str) -> dict[str, tuple[NameSequence, ...]]:
    """Return the names that begin with a word by their second, "" for those of one word."""
    index: dict[str, tuple[NameSequence, ...]] = {}
    for sequence in names_from(first):
        second = sequence.words[1] if len(sequence.words) > 1 else ""
        index[second] = (*index.get(second, ()), sequence)
    return index


@lru_cache(maxsize=1 << 15)
def folded(form: str) -> tuple[str, ...]:
    """Return the words of a token as outlets' names are compared."""
    return fold_words(form)
