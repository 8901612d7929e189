"""Compounds for people: an "Umweltminister" is a "Minister" as well."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.grammar import COMPOUND_HEAD, COMPOUND_TAIL, Grammar

_WHO: Final = w.ROLE | w.PERSON


def with_kinds(grammar: Grammar, heads: Iterable[str]) -> frozenset[str]:
    """Return roles with what their compounds end with: a "Polizeisprecher" is a "Sprecher"."""
    found = frozenset(heads)
    if not grammar.compounds:
        return found
    return found | {kind for head in found if (kind := _kind(grammar, head))}


@lru_cache(maxsize=4096)
def _kind(grammar: Grammar, head: str) -> str:
    """Return the longest role of the tables that a longer one ends with; "" for none."""
    told = grammar.tails.get(head)
    if told is not None:
        return told
    _, hyphen, base = head.rpartition("-")
    starts = (*([0] if hyphen else []), *range(COMPOUND_HEAD, len(base) - COMPOUND_TAIL + 1))
    lemmas = grammar.noun_lemmas
    for tail in (base[start:] for start in starts):
        if tail in lemmas and grammar.word(tail.capitalize()).bits & _WHO:
            return lemmas[tail]
    return ""
