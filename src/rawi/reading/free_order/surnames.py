"""Surnames that are also a form of a common noun: "Krajev", "of the regions"."""

from __future__ import annotations

from copy import copy
from itertools import pairwise

from rawi.reading.free_order.grammar import CaseGrammar
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document


def take_surnames(document: Document, grammar: CaseGrammar) -> dict[int, int]:
    """Make such words the names that they are; return what each can be, by where it stands.

    It is a name after a given name, and so it is wherever else it has a capital.
    """
    words = document.word
    stems = {
        grammar.name_stem(word.key)
        for before, word in pairwise(words)
        if word.upper and before.bits & w.GIVEN and before.upper and _is_form(word, grammar)
    }
    found: dict[int, int] = {}
    if not stems:
        return found
    for index, word in enumerate(words):
        if not word.upper or grammar.name_stem(word.key) not in stems:
            continue
        if word.bits & w.HEADS:
            word = words[index] = copy(word)
            word.bits &= ~w.HEADS
            word.lemma = word.key
        found[index] = grammar.surname(word.key)
    return found


def _is_form(word: w.Word, grammar: CaseGrammar) -> bool:
    return (
        bool(word.bits & w.HEADS)
        and not word.bits & w.GIVEN
        and not word.caps
        and word.key.endswith(grammar.surname_endings)
    )
