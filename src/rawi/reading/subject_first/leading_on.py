"""Verbs that lead on to an infinitive, nouns that look like verbs: "continua a non dire"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.words import Cue

#: Who speaks is named between a quotation and a verb in fewer tokens.
NAME: Final = 6


def leads_on(document: Document, end: int, last: int, cue: Cue) -> bool:
    """Say whether an infinitive follows a verb that quotes alone: "continua a non dire"."""
    if not document.grammar.drops_subject or end + 1 >= last or cue.governs & ~(w.QUOTE | w.AFTER):
        return False
    if not document.word[end].bits & w.INFMARK or cue.preps:
        return False
    at = end + 1 + bool(document.word[end + 1].bits & w.NEG)
    return is_infinitive(document.word[min(at, last - 1)])


def is_infinitive(word: w.Word) -> bool:
    """Say whether a word is an infinitive, of a verb that speaks or of another."""
    return bool(word.bits & w.INFIN) or any(c.form & w.INFINITIVE for c in word.cues)


def is_called(document: Document, leads: frozenset[str], index: int, cue: Cue) -> bool:
    """Say whether a quotation is what the word behind it is called: "as “fake news” reports"."""
    quote = document.quote_before(index)
    if cue.form & w.GERUND:
        return False  # "described it as “vandalism”, saying that"
    return quote is not None and document.key[quote.open - 1] in leads


def is_object(document: Document, index: int) -> bool:
    """Say whether a word for a writing ends the object of a verb: "dismisses press reports"."""
    word = document.word
    if index < 2 or not word[index].bits & (w.DOC | w.RELAYED) or word[index].upper:
        return False
    at = index - 1
    modifier = w.DEMONYM | w.ADJ | w.DET | w.MEDIA
    while document.grammar.title_case and at > index - 3 and word[at - 1].bits & modifier:
        at -= 1  # "rejected the Indian media reports"
    before, verb = word[at], word[max(0, at - 1)]
    plain = before.is_word and not before.upper and not before.bits & (w.AUX | w.ADV | w.PRON)
    if at < index - 1 and not any(cue.governs & w.OBJECT for cue in verb.cues):
        return False
    said = any(cue.form & w.FINITE for cue in verb.cues) and not verb.bits & (w.BODY | w.HEADS)
    return plain and said


def is_habit(document: Document, habits: frozenset[str], first: int, end: int) -> bool:
    """Say whether a quotation beside it makes a conditional what was said: "he would say, “…”".

    Not of who only might say it: "I would say", "you would say".
    """
    if document.key[first] not in habits or not first:
        return False
    before = document.word[first - 1]
    if before.bits & w.FIRST or before.key in document.grammar.words_of("second_person"):
        return False
    marks = (",", *document.grammar.colons)
    led = end + (end < len(document.key) and document.key[end] in marks)
    if led in document.quote_at:
        return True
    for at in range(first, max(0, first - NAME), -1):
        if document.quote_before(at) is not None:
            return True
        if document.key[at - 1] in document.grammar.sentence_marks:
            return False
    return False
