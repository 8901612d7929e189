"""Objects before their verbs that look like the genitive of who speaks.

"At the firm (the) charges denied".
"""

from __future__ import annotations

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.subject_first import words as w


class Spared:
    """Leaves to a verb without another object the last noun of the phrase before it."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.word = phrases.word
        self.key = phrases.key
        lists = phrases.grammar.words_of
        self._singular = lists("singular_bodies")
        self._called = lists("naming") | lists("deeming")

    def before(self, first: int, end: int, verb: int) -> int:
        """Return where a phrase ends that goes up to a verb: before its object, if that ends it.

        The token at `first` leads to the phrase.
        """
        at = end - 1
        word = self.word[at]
        if end != verb or at <= first + 1 or word.upper or not word.is_word:
            return end
        charges = (
            word.lemma in self._singular and not self.phrases.mask(at) & c.SINGULAR & ~c.GENITIVE
        )
        if word.bits and not charges:
            return end
        if not self.phrases.mask(at) & c.ACCUSATIVE or self.word[at - 1].bits & w.PREP:
            return end
        adjective = self.phrases.grammar.is_adjective
        if adjective(word) or adjective(self.word[at - 1]):
            return end
        return at if self._lacks_object(verb) else end

    def _lacks_object(self, verb: int) -> bool:
        """Say whether a verb takes an object and none follows it."""
        verb += bool(self.word[verb].bits & w.NEG)
        if verb >= len(self.word):
            return False
        for cue in self.word[verb].cues:
            if not cue.form & w.FINITE or not cue.governs & w.OBJECT:
                continue
            behind = verb + 1 + len(cue.rest)
            if cue.lemma in self._called and self.key[behind : behind + 1] != [","]:
                return True
            if behind >= len(self.word) or self._ends(behind):
                return True
        return False

    def _ends(self, at: int) -> bool:
        """Say whether a clause ends before a token, and no complementiser follows it."""
        if at in self.phrases.quote_at or self.key[at] in self.phrases.grammar.colons:
            return False
        word = self.word[at]
        if self.key[at] == ",":
            return at + 1 >= len(self.word) or not self.word[at + 1].bits & (w.COMP | w.WH)
        return not word.is_word or bool(word.bits & (w.CONJ | w.PREP))
