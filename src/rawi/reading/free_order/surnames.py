"""Surnames that are also a form of a common noun: "Krajev", "of the regions"."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from itertools import pairwise

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.grammar import CaseGrammar
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document

#: A name stands so near the office before it, in tokens.
OFFICE = 7


def take_surnames(document: Document, grammar: CaseGrammar) -> dict[int, int]:
    """Make such words the names that they are; return what each can be, by where it stands.

    It is a name after a given name, and so it is wherever else it has a capital.
    """
    words = document.word
    found = _nominatives(words, grammar) | _womens(words, grammar)
    stems = {
        grammar.name_stem(word.key)
        for before, word in pairwise(words)
        if word.upper and before.bits & w.GIVEN and before.upper and _is_form(word, grammar)
    }
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


def take_adjectives(document: Document, grammar: CaseGrammar) -> None:
    """Make adjectives of the nouns for people that agree with a noun behind them: "war office"."""
    words, both = document.word, grammar.words_of("adjectives_too")
    for index, word in enumerate(words[:-1]):
        if word.lemma not in both or not word.bits & w.ROLE:
            continue
        behind, told = words[index + 1], grammar.adjectival(word.key)
        if behind.upper or not behind.bits & w.HEADS or not told & grammar.mask(behind):
            continue
        word = words[index] = copy(word)
        word.bits &= ~w.HEADS
        word.lemma, word.mask, word.adjective = word.key, told, True


def take_womens_offices(document: Document, grammar: CaseGrammar) -> None:
    """Let men's words for an office stand in the case of the woman's name behind them.

    Where women bear them, such words never change: "according to (the) minister (of X) Y Z".
    """
    words, offices = document.word, grammar.words_of("unchanging_offices")
    for index, word in enumerate(words if offices else ()):
        if word.bits & w.ROLE and word.key in grammar.abbreviations:
            told = _named(words[index + 1 : index + OFFICE], grammar)
            if told:
                words[index] = word = copy(word)
                word.mask = told  # a rank written short stands in the case of the name
            continue
        if word.key not in offices:
            continue
        told = _womans(words[index + 1 : index + OFFICE], grammar)
        if told:
            words[index] = word = copy(word)
            word.mask = grammar.mask(word) | told


def _named(words: Sequence[w.Word], grammar: CaseGrammar) -> int:
    """Return the cases of a name that follows a rank, other ranks passed over; 0 for none."""
    for word in words:
        if word.key == "." or word.key in grammar.abbreviations:
            continue
        return grammar.mask(word) if word.upper else 0
    return 0


def _womans(words: Sequence[w.Word], grammar: CaseGrammar) -> int:
    """Return the cases of the first given name among words if it is a woman's; 0 for a man's."""
    for word in words:
        if not word.is_word or word.bits & (w.PREP | w.COMP | w.VERB):
            return 0
        given = grammar.given(word) if word.upper else ()
        if given:
            told = sum(mask for _, mask in given if not mask & c.MASC)
            return told if all(not mask & c.MASC for _, mask in given) else 0
    return 0


def _nominatives(words: Sequence[w.Word], grammar: CaseGrammar) -> dict[int, int]:
    """Return the names whose other forms in the report tell that they stand in the nominative."""
    places: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        if word.upper and word.is_word and not word.caps and not word.bits:
            places.setdefault(word.key, []).append(index)
    found: dict[int, int] = {}
    for key, where in places.items():
        if sum(key + ending in places for ending in grammar.masculine_ends):
            told = c.NOMINATIVE & c.MASC
            if grammar.mask(words[where[0]]) & c.GENITIVE & c.MASC:
                found.update(dict.fromkeys(where, told))
    return found


def _womens(words: list[w.Word], grammar: CaseGrammar) -> dict[int, int]:
    """Return the surnames of women that never change, by where they stand: "of Anna Koval".

    They end as men's do in the nominative, even as words for men: "of Maria Korol (king)".
    """
    found: dict[int, int] = {}
    for index in range(1, len(words)):
        before, word = words[index - 1], words[index]
        if not (before.upper and before.bits & w.GIVEN and word.upper) or word.caps:
            continue
        if not word.key.endswith(grammar.unchanging_ends) or grammar.given(word):
            continue
        given = grammar.given(before)
        if not given or any(mask & c.MASC for _, mask in given):
            continue
        if word.bits & w.HEADS:
            word = words[index] = copy(word)
            word.bits &= ~w.HEADS
            word.lemma = word.key
        found[index] = c.FEM & c.SINGULAR
    return found


def _is_form(word: w.Word, grammar: CaseGrammar) -> bool:
    if word.bits & w.GIVEN:
        return not word.caps and not word.key.endswith(grammar.patronymics)  # "Leyla Sarkis"
    return (
        bool(word.bits & w.HEADS) and not word.caps and word.key.endswith(grammar.surname_endings)
    )
