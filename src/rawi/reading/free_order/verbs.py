"""What a word may be as a cue: its readings, refused and negated, and what its form tells."""

from __future__ import annotations

from rawi.reading.free_order.phrases import Phrases
from rawi.reading.free_order.refusals import Refusals, Verb
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.words import Cue


class Verbs:
    """Reads the verbs of one document that may be cues."""

    def __init__(self, phrases: Phrases, refusals: Refusals) -> None:
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        self.refusals = refusals

    def verbs(self, at: int, bounds: Range) -> list[Verb]:
        """Return what a token may be as a cue, the longest reading first."""
        found: list[Verb] = []
        refusal = self.refusals.refusal(at, bounds)
        if refusal is not None:
            return [refusal]
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
