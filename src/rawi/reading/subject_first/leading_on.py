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
    word = document.word[min(at, last - 1)]
    return bool(word.bits & w.INFIN) or any(c.form & w.INFINITIVE for c in word.cues)


def is_called(document: Document, leads: frozenset[str], index: int, cue: Cue) -> bool:
    """Say whether a quotation is what the word behind it is called: "as “fake news” reports"."""
    quote = document.quote_before(index)
    if cue.form & w.GERUND:
        return False  # "described it as “vandalism”, saying that"
    return quote is not None and document.key[quote.open - 1] in leads
