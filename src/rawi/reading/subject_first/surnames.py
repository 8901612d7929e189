"""Names that are other words: "Tom Cook" is no cook, "Theresa May" and "June Roe" no months."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.tokens import Tokens
from rawi.reading.subject_first.words import Word

#: What stands before a time and no name: "in May", "last June", "next March".
_BEFORE_TIMES: Final = w.PREP | w.DET | w.ADJ | w.NUM | w.TIME | w.CONJ
#: A sentence is looked through for its mark so far, in tokens.
SENTENCE: Final = 60
#: What a capitalised word may be that is no name.
_NO_NAME: Final = w.TIME | w.DET | w.PREP | w.ROLE | w.PRON | w.AUX | w.BODY | w.MEDIA


def take_surnames(tokens: Tokens, grammar: Grammar) -> None:
    """Read a word for a trade or a time as a name where its place tells that it is one.

    It has a capital and follows a given name there; then it is one wherever else it has a
    capital in the text, a name behind it apart.
    """
    trades, times = grammar.words_of("trade_surnames"), grammar.words_of("time_names")
    _take_modals(tokens, grammar)
    if not trades and not times:
        return
    offices = w.HEADS if grammar.free else 0  # "Curro Alcaide", "David Campo"
    named = {tokens.key[i] for i in tokens.upper if tokens.word[i].bits & offices and i and (
        tokens.word[i - 1].bits & w.GIVEN)}  # fmt: skip
    places = [i for i in tokens.upper if tokens.key[i] in trades or tokens.key[i] in named]
    called = {tokens.key[i] for i in places if _follows_given(tokens, i)}
    double = {_pair(tokens, i) for i in places if grammar.free and _is_double(tokens, i)}
    bare = grammar.words_of("bare_surnames")
    for index in places:
        told = tokens.key[index] in called or _has_office(tokens, index, grammar)
        told = told or (tokens.key[index] in bare and _stands_bare(tokens, index))
        paired = _pair(tokens, index) in double or _pair(tokens, index - 1) in double
        if paired or (told and not _goes_on(tokens, index)):
            _take(tokens, index)
    dated = [i for i in tokens.upper if tokens.key[i] in times and not _is_dated(tokens, i)]
    called = {tokens.key[i] for i in dated if _follows_given(tokens, i)}
    for index in dated:
        before = tokens.word[index - 1] if index else None
        led = before is not None and before.is_word and before.bits & _BEFORE_TIMES
        if (tokens.key[index] in called and not led) or _leads_name(tokens, index):
            _take(tokens, index)


def _take_modals(tokens: Tokens, grammar: Grammar) -> None:
    """Read a modal with a capital before a name as a given one: "says Will McClay".

    Not where it opens a question, nor among capitals: "Will Rates Fall?", "Mayor Will Run".
    """
    modals = grammar.words_of("modal_names")
    if not modals:
        return
    for index in tokens.upper:
        if tokens.key[index] not in modals or not _goes_on(tokens, index):
            continue
        before = tokens.word[index - 1] if index else None
        if tokens.word[index + 1].bits & _NO_NAME or tokens.word[index + 1].caps:
            continue
        plain = w.ROLE | w.TITLE
        if before is not None and before.is_word and before.upper and not before.bits & plain:
            continue
        head = before is None or not before.is_word
        if not (head and _asks(tokens, index, grammar)):
            _take(tokens, index)


def _asks(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    """Say whether the sentence from a token on is a question, or has no end."""
    ends = grammar.sentence_marks
    keys = tokens.key[index : index + SENTENCE]
    mark = next((key for key in keys if key in ends or key == "\n"), "\n")
    return mark in grammar.asking_marks or mark == "\n"


def _pair(tokens: Tokens, index: int) -> tuple[str, ...]:
    return tuple(tokens.key[index : index + 2])


def _is_double(tokens: Tokens, index: int) -> bool:
    """Say whether the first of two surnames stands at a token: "Enrique Peña Nieto"."""
    given = index > 0 and tokens.word[index - 1].bits & w.GIVEN and tokens.word[index - 1].upper
    if not given or not _goes_on(tokens, index):
        return False
    return not tokens.word[index + 1].bits & w.PREP


def _take(tokens: Tokens, index: int) -> None:
    form = tokens.text[tokens.start[index] : tokens.end[index]]
    tokens.word[index] = Word(tokens.key[index], form)


def _follows_given(tokens: Tokens, index: int) -> bool:
    before = tokens.word[index - 1] if index else None
    if before is None or not before.is_word or not before.upper or _goes_on(tokens, index):
        return False
    return bool(before.bits & w.GIVEN) or not (before.bits or before.cues or before.caps)


def _has_office(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    """Say whether an office in small letters stands right before: "il premier Conte"."""
    before = tokens.word[index - 1] if index and grammar.common_generics else None
    return before is not None and not before.upper and bool(before.bits & (w.ROLE | w.TITLE))


def _stands_bare(tokens: Tokens, index: int) -> bool:
    """Say whether no article leads to a noun that as an office would need one: "Conte ha detto"."""
    before = tokens.word[index - 1] if index else None
    if tokens.word[index].caps:
        return False
    return before is None or not before.is_word or not before.bits & (w.DET | w.ADJ | w.ROLE)


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Say whether another word with a capital follows: "Baker Street", "King Harald"."""
    after = tokens.word[index + 1] if index + 1 < len(tokens.word) else None
    return after is not None and after.is_word and after.upper


def _is_dated(tokens: Tokens, index: int) -> bool:
    """Say whether a number stands beside a time: "May 5", "5 May", "Jan. 5"."""
    after = index + 1 + (tokens.key[index + 1 : index + 2] == ["."])
    beside = [*tokens.key[index - 1 : index], *tokens.key[after : after + 1]]
    return any(key[:1].isdigit() for key in beside)


def _leads_name(tokens: Tokens, index: int) -> bool:
    """Say whether a time at a clause's head is a given name, a surname behind it: "June Roe"."""
    if not _goes_on(tokens, index) or tokens.word[index + 1].bits & _NO_NAME:
        return False
    before = tokens.word[index - 1] if index else None
    head = before is None or not before.is_word or before.bits & (w.ROLE | w.TITLE)
    after = tokens.word[index + 2] if index + 2 < len(tokens.word) else None
    tells = after is not None and (not after.is_word or bool(after.cues))
    return bool(head) and tells and tokens.word[index + 1].bits & w.HEADS == 0
