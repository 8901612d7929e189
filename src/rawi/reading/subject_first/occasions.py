"""Occasions that are no outlet's: a statement that names one has no way from another."""

from __future__ import annotations

from bisect import bisect_left
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
        self._leads = document.grammar.words_of("gathering_prepositions")
        words = document.grammar.words_of
        gatherings = words("own_gatherings") or words("gatherings")
        #: where the nouns for occasions stand
        self._places = [i for i, key in enumerate(document.key) if key in gatherings]

    def names_own(self, draft: Draft) -> bool:
        """Say whether a statement was made "at a rally", "in a speech", or told to a court."""
        sentence = self.document.sentences[draft.sentence]
        low = bisect_left(self._places, sentence.first)
        places = self._places[low : bisect_left(self._places, sentence.last)]
        if not places or not draft.cue:
            return False
        first, last = draft.hearer or (0, 0)
        told = draft.form is not None and draft.form.governs & w.THAT
        if told and any(first <= place < last for place in places):
            return True
        return any(
            self._is_led_to(place, sentence.first)
            for place in places
            if not any(a <= place < b for a, b in draft.content)
        )

    def _is_led_to(self, place: int, begin: int) -> bool:
        """Say whether a preposition leads to a noun: "at the rally", "during his speech"."""
        for at in range(place - 1, max(begin, place - LED) - 1, -1):
            if self.key[at] in self._leads:
                return True
            if not self.word[at].is_word or self.word[at].bits & w.VERB:
                return False
        return False
