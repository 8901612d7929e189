"""What a word may be as a cue: its readings, refused and negated, and what its form tells."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order.phrases import Phrases
from rawi.reading.free_order.refusals import Refusals, Verb
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.words import Cue

#: An infinitive stands so near the verb that leads to it, in tokens.
ASIDE: Final = 4


class Verbs:
    """Reads the verbs of one document that may be cues."""

    def __init__(self, phrases: Phrases, refusals: Refusals) -> None:
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        self.refusals = refusals
        lists = phrases.grammar.words_of
        self._auxiliaries, self._doubly = lists("auxiliaries"), lists("auxiliaries_negated")

    def verbs(self, at: int, bounds: Range) -> list[Verb]:
        """Return what a token may be as a cue, the longest reading first."""
        found: list[Verb] = []
        refusal = self.refusals.refusal(at, bounds)
        if refusal is not None:
            return [refusal]
        led = self._led(at, bounds)
        if led is not None:
            return [led]
        before = at - 1
        negated = before >= bounds[0] and bool(self.word[before].bits & w.NEG)
        for cue in self.word[at].cues:
            if not cue.form & (w.FINITE | w.GERUND | w.PAST):
                continue
            end = at + 1
            if cue.rest:
                end = self._rest(at + 1, bounds[1], cue)
                if end == 0:
                    continue
            if negated and not self._negatable(cue):
                continue
            if not negated and cue.governs & w.NEGATED:
                continue
            found.append(Verb(at - 1 if negated else at, end, cue, negated, None))
        return found

    def _led(self, at: int, bounds: Range) -> Verb | None:
        """Return an infinitive with the finite verb before it: "hastened to assure"."""
        cue = self.refusals.infinitive(at)
        if cue is None or cue.governs & w.REFUSE:
            return None
        index = at - 1
        while index > bounds[0] and index > at - ASIDE and self.key[index] not in self._auxiliaries:
            word = self.word[index]
            between = word.bits & (w.ADV | w.NEG | w.TIME | w.OBJ) or self._is_hearer(index)
            if not word.is_word or not between:
                return None
            index -= 1
        if self.key[index] not in self._auxiliaries or index < bounds[0]:
            return None
        negated = index > bounds[0] and bool(self.word[index - 1].bits & w.NEG)
        if negated != (self.key[index] in self._doubly):
            return None  # "could not answer" is a refusal, "did not fail to remind" is none
        told = self.grammar.verb_features(self.key[index]) or self._short(index)
        form = cue._replace(form=w.FINITE, features=told)
        return Verb(index - negated, at + 1, form, False, None)

    def _short(self, index: int) -> int:
        """Return what the end of a short participle tells: "was forced"."""
        return next((cue.features for cue in self.word[index].cues), 0)

    def _is_hearer(self, index: int) -> bool:
        return self.key[index] in self.grammar.words_of("hearers")

    def _negatable(self, cue: Cue) -> bool:
        if cue.governs & w.REFUSE:
            return False
        return bool(cue.governs & (w.THAT | w.QUESTION | w.OBJECT | w.INF) or cue.preps)

    def _rest(self, at: int, last: int, cue: Cue) -> int:
        """Return the token after the words that belong to a verb, the subject passed over."""
        index = at
        while index < min(last, at + 8):
            if self.key[index] == cue.rest[0]:
                end = index
                for key in cue.rest:
                    if end >= last or self.key[end] != key:
                        return 0
                    end += 1
                return end if index == at else at  # the words stand apart: the verb alone
            if not self.word[index].is_word:
                return 0
            index += 1
        return 0

    def told(self, verb: Verb) -> int:
        """Return the features of the verb that has a subject."""
        if verb.outer is None:
            return verb.cue.features
        for index in range(*verb.outer):
            for cue in self.word[index].cues:
                return cue.features
            ending = self.grammar.verb_features(self.key[index])
            if ending:
                return ending
        return 0
