"""Surnames that are words for trades: "Alastair Cook", "Tom Baker" are no cook and no baker."""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.tokens import Tokens
from rawi.reading.subject_first.words import Word


def take_surnames(tokens: Tokens, grammar: Grammar) -> None:
    """Read a word for a trade as a name where it has a capital and follows a given name.

    And wherever else it has a capital in the text, a name behind it apart.
    """
    surnames = grammar.words_of("trade_surnames")
    if not surnames:
        return
    places = [i for i in tokens.upper if tokens.key[i] in surnames]
    called = {tokens.key[i] for i in places if _follows_given(tokens, i)}
    for index in places:
        if tokens.key[index] in called and not _goes_on(tokens, index):
            form = tokens.text[tokens.start[index] : tokens.end[index]]
            tokens.word[index] = Word(tokens.key[index], form)


def _follows_given(tokens: Tokens, index: int) -> bool:
    before = tokens.word[index - 1] if index else None
    if before is None or not before.is_word or not before.upper or _goes_on(tokens, index):
        return False
    return bool(before.bits & w.GIVEN) or not (before.bits or before.cues or before.caps)


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Say whether another word with a capital follows: "Baker Street", "King Harald"."""
    after = tokens.word[index + 1] if index + 1 < len(tokens.word) else None
    return after is not None and after.is_word and after.upper
