"""A sentence that tells whom an outlet had it from: "The agency refers to two officials"."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.citations import Citations
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Sentence
from rawi.reading.subject_first.drafts import Draft

#: The verb stands so near the head of its sentence, in tokens.
NEAR: Final = 8


class References:
    """Reads such sentences of one document."""

    def __init__(self, phrases: Phrases, citations: Citations) -> None:
        self.phrases = phrases
        self.document = phrases.document
        self.citations = citations
        self.word = phrases.word
        self.key = phrases.key
        lists = phrases.grammar.words_of
        self._verbs, self._talking = lists("referring"), lists("talking")

    def follow(self, drafts: list[Draft]) -> None:
        """Let what an outlet says be theirs to whom the sentence behind it refers."""
        last = {draft.sentence: draft for draft in drafts if draft.outer is None and draft.cue}
        for number, sentence in enumerate(self.document.sentences[1:], 1):
            draft = last.get(number - 1)
            if draft is not None and number not in last and draft.relay is None:
                self._refer(draft, sentence)

    def tells_way(self, draft: Draft) -> bool:
        """Say whether an outlet only tells where somebody spoke: "He spoke on X, writes Y"."""
        if draft.opening != "before" or not self.citations.relays(draft):
            return False
        first, last = draft.content[0]
        spoke = any(
            self.key[i] in self._talking for i in range(first, min(last, first + NEAR // 2))
        )
        return spoke and any(
            self.word[i].bits & w.OCCASION and self.word[i - 1].bits & w.PREP
            for i in range(first + 1, last)
        )

    def _refer(self, draft: Draft, sentence: Sentence) -> None:
        first, last, _ = sentence
        at = next(
            (i for i in range(first, min(last, first + NEAR)) if self.key[i] in self._verbs), 0
        )
        if at + 2 >= last or not at or draft.source is None:
            return
        teller = self.phrases.read(first, at, c.NOMINATIVE)
        if teller is None or not self.citations.is_outlet(teller.span):
            return
        source = self.phrases.read(at + 2, last, c.ACCUSATIVE | c.GENITIVE)
        if source is None or not self.citations.is_outlet(draft.source):
            return
        draft.relay, draft.relay_cue = draft.source, draft.cue[0]
        draft.cue, draft.source = [(at, at + 2)], source.span
        draft.kind, draft.rule, draft.form = "relay", "with reference to", None
