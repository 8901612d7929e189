"""Where words go on that who says them interrupts: "the debts, he wrote, make up a third"."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order.phrases import Phrases
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Range

#: So near the comma after ", he said," stands the verb of what it interrupts, in tokens.
REST: Final = 10


class Incises:
    """Finds where the contents of one document go on behind who says them."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        lists = phrases.grammar.words_of
        self._contrast = lists("contrast")
        self._words, self._relays = lists("words"), lists("relays")
        self._sourcing = lists("sourcing")

    def resumes(self, said: Range, after: int, last: int) -> int | None:
        """Return where what was `said` goes on after ", he said," which ends before a token."""
        if after + 1 >= last:
            return None
        if self.key[after] in self.grammar.dashes and self.key[said[1]] in self.grammar.dashes:
            return after + 1  # "the bridge – as she said – is …"
        if self.key[after] != ",":
            return None
        if self.key[after + 1] in self.grammar.dashes and after + 2 < last:
            return after + 2  # "…, she said, — is …"
        if after + 1 in self.document.quote_at:
            return after + 1
        following = self.word[after + 1]
        if not following.is_word or following.bits & (w.REL | w.COMP):
            return None
        if following.key in self._words or following.key in self._relays:
            return None
        if self._begins(after + 1) or self._completes(said, after + 1, last):
            return after + 1
        return None

    def _begins(self, at: int) -> bool:
        """Say whether a word after an incise goes on with a clause, neither joined nor added."""
        word = self.word[at]
        if word.key in self._contrast or word.bits & w.PREP:
            return False
        if any(cue.form & w.GERUND for cue in word.cues) or word.key in self._sourcing:
            return False
        if self.grammar.drops_subject and word.key.endswith(self.grammar.gerund_ends):
            return False  # "…, said the mayor, referring to the accident"
        behind = self.word[at + 1] if at + 1 < len(self.word) else word
        if word.bits & w.CONJ and behind.cues and self.phrases.is_verb(at + 1):
            return False  # "…, said the mayor, and added that …"
        if behind.bits & w.REL and self.grammar.is_adjective(behind):
            return False  # "…, said two sources, whose names are not given": "names of whom"
        if behind.bits & w.PREP and self.grammar.is_adjective(word) and not word.upper:
            return False  # "…, said two sources, familiar with it"
        return not (self.phrases.is_participle(at) or self.phrases.is_verb(at))

    def _completes(self, said: Range, at: int, last: int) -> bool:
        """Say whether a clause that has no verb so far gets one behind the incise."""
        if any(self.phrases.is_verb(i) or self.phrases.is_participle(i) for i in range(*said)):
            return False
        rest = range(at, min(last, at + REST))
        verb = next((i for i in rest if self.phrases.is_verb(i) or self.key[i] == ","), None)
        return verb is not None and self.key[verb] != ","
