"""Outlets that only pass on what a sentence attributes: "X, writes the paper, said"."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.citations import Citations
from rawi.reading.free_order.ends import Ends
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.free_order.subjects import Subjects
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range

#: The noun of a request stands so near behind its verb, in tokens.
REACH: Final = 10


class Asides:
    """Tells the verbs of outlets that pass on from those that attribute, in one document."""

    def __init__(
        self, phrases: Phrases, ends: Ends, subjects: Subjects, citations: Citations
    ) -> None:
        self.document = phrases.document
        self.phrases = phrases
        self.alien = phrases.grammar.alien
        self.ends = ends
        self.subjects = subjects
        self.citations = citations
        self.word = phrases.word
        self.key = phrases.key
        lists = phrases.grammar.words_of
        self._asks = lists("requests")
        self._as, self._relays = lists("as"), lists("relays")
        #: where a verb stands that an outlet passes on, the outlet and its verb
        self.noted: tuple[int, Range | None, Range] | None = None

    def take(self, draft: Draft) -> None:
        """Let the outlet that was noted for a draft's verb pass it on."""
        if self.noted is not None and self.noted[0] == draft.cue[0][0]:
            _, draft.relay, draft.relay_cue = self.noted

    def parts(self, draft: Draft, after: int, said: Range, last: int) -> bool:
        """Note an outlet between who speaks and their verb: "X, writes the paper, promised"."""
        if after + 1 >= last or self.key[after] != "," or not self.citations.relays(draft):
            return False
        at = after + 1
        while at < last and self.word[at].bits & (w.ADV | w.NEG):
            at += 1
        told = next((cue.features for cue in self.word[min(at, last - 1)].cues
                     if cue.form & w.FINITE), None)  # fmt: skip
        if told is None and not self._asks.isdisjoint(self.key[at : min(last, at + REACH)]):
            told = self.phrases.grammar.verb_features(self.key[at])  # "turned to them with a plea"
        phrase = self.phrases.read(*said, c.NOMINATIVE)
        if told is None or phrase is None or self.phrases.whole(phrase, said[1]) != said[1]:
            return False
        if not self.subjects.agrees(phrase, told):
            return False
        self.noted = (after + 1, draft.source, draft.cue[0])
        return True

    def is_aside(self, draft: Draft, after: int, last: int) -> bool:
        """Note "as X writes," before another verb of the same sentence: X passes that on."""
        if (
            after + 1 >= last
            or self.key[after] != ","
            or not self.citations.is_outlet(draft.source or (0, 0))
        ):
            return False
        if not self.phrases.is_verb(after + 1):
            return False
        self.noted = (after + 1, draft.source, draft.cue[0])
        return True

    def is_tail(self, draft: Draft, at: int, drafts: list[Draft]) -> bool:
        """Say whether ", reports the agency" only passes on what stands before it."""
        mark = at - 1
        while mark > 0 and self.word[mark].bits & w.ADV:
            mark -= 1
        if self.key[mark] in self._as:
            return False
        return self.key[mark] in ",;-–—(" and self.is_relay(draft, drafts)

    def is_relay(self, draft: Draft, drafts: list[Draft]) -> bool:
        """Say whether an outlet only passes on what the sentence attributes already."""
        if draft.source is None or draft.form is None:
            return False
        if self.key[draft.cue[0][1] - 1] not in self._relays:
            return False
        earlier = [d for d in drafts if d.outer is None and d.kind != "relay"]
        quoted = draft.source[0] in self.document.quote_at
        latin = self.alien(self.key[draft.source[0]]) and self.word[draft.source[0]].is_word
        return bool(earlier) and (quoted or latin or self.citations.is_outlet(draft.source))

    def pass_on(self, draft: Draft, drafts: list[Draft]) -> None:
        assert draft.source is not None
        cue = draft.cue[0]
        for other in drafts:
            if other.relay is None and other.outer is None:
                other.relay, other.relay_cue = draft.source, cue
                first, last = other.content[-1]
                mark = self.ends.back_to_mark(min(cue[0], draft.source[0]), first)
                if first < mark <= last:
                    other.content[-1] = (first, mark - 1)
