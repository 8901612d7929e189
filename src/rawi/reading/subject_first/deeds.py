"""What somebody does by saying it: told after the fact, or in the passive with who did it."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.words import Cue

#: A set phrase between an auxiliary and its verb is no longer than this, in tokens.
ADJUNCT: Final = 5
#: Between a number and its noun stand fewer words.
DESCRIBED: Final = 5
_NAMING: Final = w.HEADS | w.THING | w.OCCASION | w.POST | w.RELAYED


class Deeds:
    """Tells the verb groups of one document that have no finite verb of somebody saying it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = document.grammar
        words = document.grammar.words_of
        self.word = document.word
        self.key = document.key
        self._after = words("having_said")
        self._having = words("having")
        self._acts = words("passive_acts")
        self._agents = words("agents")
        self._alone = words("stand_alone")

    def is_past(self, first: int, begin: int, cue: Cue) -> bool:
        """Say whether an infinitive of the past stands after its preposition.

        "après avoir dit que", "après s'être réjoui de".
        """
        if not cue.form & w.PAST or first <= begin or self.key[first - 1] not in self._after:
            return False
        own = bool(self.word[first].bits & w.REFLEX)
        return self.key[first + own] in self._having and own == bool(cue.governs & w.SELF_SAID)

    def is_act(self, cue: Cue) -> bool:
        """Say whether a verb tells in the passive what somebody claims or condemns."""
        return cue.lemma in self._acts

    def has_agent(self, end: int, last: int) -> bool:
        """Say whether who did it follows a participle: "a été revendiqué mardi par X"."""
        while end + 1 < last and self.word[end].bits & (w.TIME | w.ADV):
            end += 1
        return end + 1 < last and self.key[end] in self._agents

    def is_told_later(self, first: int) -> bool:
        """Say whether a verb in the future stands right after a quotation: "« … », dira-t-il"."""
        at = first - (first > 0 and self.key[first - 1] == ",")
        return self.document.quote_before(at) is not None

    def adjunct_before(self, at: int, begin: int) -> int | None:
        """Return where a set phrase begins that stands between an auxiliary and its verb."""
        for start in range(at - 1, max(begin, at - ADJUNCT), -1):
            match = self.grammar.adjuncts.match(self.word, start, at)
            if match is not None and not match.open and match.end == at:
                return start if self.word[start - 1].bits & (w.AUX | w.ADV) else None
        return None

    def past_adverb(self, at: int, last: int) -> int:
        """Return the token after an adverb that stands before "on": "comment further | on"."""
        light = at + 1 < last and self.word[at].bits & w.ADV and not self.word[at].bits & w.PREP
        return at + 1 if light and self.grammar.title_case else at

    def is_has(self, at: int, verb: int) -> bool:
        """Say whether "'s" behind a pronoun is "has" before a participle: "He's denied it".

        Where a preposition follows, it is "is": "he's accused of theft".
        """
        if not self.grammar.title_case or not self.word[at].bits & w.GENITIVE or not at:
            return False
        who, end = self.word[at - 1], min(verb + 1, len(self.word) - 1)
        after = self.word[end]
        someone = who.bits & w.PRON and who.features & (w.MASC | w.FEM)  # not "it's said"
        passive = after.bits & w.PREP or not after.is_word
        return bool(someone) and not passive and any(c.form & w.PAST for c in self.word[verb].cues)

    def is_listed(self, index: int) -> bool:
        """Say whether a number stands before a noun and what describes it: "two stern reports"."""
        at, plain = index - 1, ~(w.ADJ | w.ADV)
        while self.grammar.title_case and at > max(0, index - DESCRIBED):
            word = self.word[at]
            if word.bits & (w.CARDINAL | w.NUM) and at < index - 1 and not word.upper:
                return True
            ends = word.upper or word.bits & plain or word.cues
            if not word.is_word or ends or word.key.endswith(self.grammar.plural_endings):
                return False
            at -= 1
        return False

    def stands_alone(self, verb: int) -> bool:
        """Say whether a clause's first word stands for people, no noun behind it: "Some said"."""
        word, before = self.word[verb], self.word[verb - 1]
        other = before.bits & w.OTHER and before.bits & w.DET
        if not other and before.key not in self._alone:
            return False
        clause = self.word[min(verb + 1, len(self.word) - 1)].bits & (w.COMP | w.PRON)
        noun = any(cue.form & w.NOUN for cue in word.cues) and not clause
        if noun or (word.bits & _NAMING and not clause):
            return False
        if verb < 2 or not self.word[verb - 2].is_word:
            return True
        return bool(self.word[verb - 2].bits & w.CONJ)
