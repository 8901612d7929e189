"""Verbs that quote, and that lead to an infinitive instead: "continua a non dire niente"."""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.words import Cue


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
