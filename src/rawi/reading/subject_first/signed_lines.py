"""Quotations set off in a line of their own, which the next line signs: "Ann Poe, mayor"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range

#: A signature has no more words, what is set off no fewer and no more.
SIGNATURE: Final = 9
LEAST, MOST = 4, 60


class SignedLines:
    """Finds the quotations of one document that the line after them signs."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        self._titled = w.ROLE | w.TITLE | w.PERSON

    def read(self, number: int) -> Draft | None:
        """Return what a paragraph says that the next one signs; None for any other."""
        of = self.document.paragraphs
        if not self.document.grammar.noun_capitals or number + 1 >= len(of):
            return None
        first, last, kind = of[number]
        if kind is not None and (kind != "headline" or not number):
            return None
        words = self.document.tokens.count_words(first, last)
        name = self._signature(number + 1) if LEAST <= words <= MOST else None
        if name is None:
            return None
        quote = self.document.quote_at.get(first)
        marked = quote is not None and quote.after >= last - 1
        closed = self.key[last - 1] in self.document.grammar.sentence_marks
        own = any(self.word[i].bits & w.FIRST for i in range(first, last))
        if not marked and not (closed and own and number + 2 < len(of)):
            return None
        return Draft([], [(first, last)], "line with a name", 0, source=name,
                     kind="line" if marked else "dialogue", opening="colon",
                     around=(first, first))  # fmt: skip

    def _signature(self, number: int) -> Range | None:
        """Return who is named in a line that holds a full name and an office, and no more."""
        first, last, _ = self.document.paragraphs[number]
        if self.document.tokens.count_words(first, last) > SIGNATURE:
            return None
        if self.key[last - 1] in self.document.grammar.sentence_marks:
            return None
        start = first
        while start < last and (
            self.word[start].bits & self._titled and not self.word[start].bits & w.GIVEN
        ):
            start += 1
        end = start
        while end < last and self.word[end].is_word and self.word[end].upper:
            end += 1
        full = end - start > 1 and self.word[start].bits & w.GIVEN
        ends = end == last or self.key[end] in ",(|/" or self.key[end] in (
            self.document.grammar.dashes
        )  # fmt: skip
        verbs = any(self.word[i].bits & w.AUX or self.word[i].cues for i in range(end, last))
        return (start, last) if full and ends and not verbs else None
