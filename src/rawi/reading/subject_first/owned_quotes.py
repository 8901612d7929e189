"""Quotations between whose they are and a noun for them: "the mayor's ‘no way back’ speech"."""

from __future__ import annotations

from typing import Final

from rawi.reading.marks import Quote
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range

#: Such a quotation has so many words or more: fewer are a name or a nickname.
LEAST: Final = 3
#: Whose it is is told in no more words.
OWNER: Final = 6


def owned_quote(document: Document, quote: Quote, place: int) -> Draft | None:
    """Return what somebody's quotation before a noun of speech says; None for other quotations."""
    nouns = document.grammar.words_of("quoted_nouns")
    after = quote.after
    if not nouns or not quote.closed or quote.open < 2 or after >= len(document.key):
        return None
    owner = _owner(document, quote.open)
    few = document.tokens.count_words(quote.open, quote.close) < LEAST
    if owner is None or few or document.key[after] not in nouns:
        return None
    return Draft([(after, after + 1)], [(quote.open, after)], "quotation before its noun", place,
                 source=owner, kind="noun", opening="quote",
                 around=(owner[0], after + 1))  # fmt: skip


def _owner(document: Document, at: int) -> Range | None:
    """Return who owns what follows: a genitive, with the words before it, or a possessive."""
    word = document.word
    if word[at - 1].bits & w.POSS:
        return (at - 1, at)
    if not word[at - 1].bits & w.GENITIVE:
        return None
    end = start = at - 1
    told = w.DET | w.HEADS | w.ADJ | w.TITLE
    while start and end - start < OWNER and word[start - 1].is_word:
        before = word[start - 1]
        if before.bits & (w.PREP | w.CONJ) or not (before.upper or before.bits & told):
            break
        start -= 1
        if before.bits & w.DET:
            break
    return (start, end) if start < end else None
