"""Occasions that are no outlet's: a statement that names one has no way from another."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft

#: From a preposition to the noun for the occasion it leads to there are no more tokens.
LED: Final = 5


class Occasions:
    """Tells which statements of one document name an occasion of their own."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        self._gatherings = document.grammar.words_of("gatherings")
        self._leads = document.grammar.words_of("gathering_prepositions")

    def names_own(self, draft: Draft) -> bool:
        """Say whether a statement was made "at a rally", "in a speech", or told to a court."""
        if not self._gatherings or not draft.cue:
            return False
        first, last = draft.hearer or (0, 0)
        told = draft.form is not None and draft.form.governs & w.THAT
        if told and any(self.key[i] in self._gatherings for i in range(first, last)):
            return True
        sentence = self.document.sentences[draft.sentence]
        taken = draft.content
        for index in range(sentence.first, sentence.last):
            if any(a <= index < b for a, b in taken):
                continue
            if self.key[index] in self._leads and self._leads_to_one(index, sentence.last):
                return True
        return False

    def _leads_to_one(self, index: int, last: int) -> bool:
        for at in range(index + 1, min(last, index + 1 + LED)):
            if not self.word[at].is_word or self.word[at].bits & w.VERB:
                return False
            if self.key[at] in self._gatherings:
                return True
        return False
