"""What is said according to somebody: "X'e göre", "X'in haberine göre"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.verb_last.nouns import Nouns
from rawi.reading.verb_last.subjects import Subjects
from rawi.reading.verb_last.suffixes import DATIVE, LOCATIVE, SuffixGrammar

#: Before a citing phrase that stands inside what is said there are so many words at least.
BEFORE: Final = 3


class Citing:
    """Reads the citing phrases of one document."""

    def __init__(
        self, document: Document, grammar: SuffixGrammar, nouns: Nouns, subjects: Subjects
    ) -> None:
        self.document = document
        self.grammar = grammar
        self.nouns = nouns
        self.subjects = subjects
        self.word = document.word
        self.key = document.key
        #: the outlet whose report rests on the words of whom a sentence cites
        self._via: Range | None = None
        words = grammar.words_of
        self._citing, self._claims, self._nobody = words("citing"), words("claims"), words("nobody")

    def read(self, number: int, first: int, last: int, drafts: list[Draft]) -> list[Draft]:
        """Return the drafts of a sentence with those that it cites, or with who passes them on."""
        self._via = None
        for at in range(first + 1, last):
            cites = self.key[at] in self._citing and self.document.quote_over(at) is None
            source = self._cited(at, first) if cites else None
            if source is not None:
                return self._cite(number, source, at, (first, last), drafts)
            relay = self._carried(at, first)
            if relay is not None and drafts:
                self._relay(relay, at, drafts)
        return drafts

    def past(self, first: int, last: int) -> int:
        """Return the token after the last citing word before a verb; where none is, the end."""
        places = (i for i in range(last - 1, first, -1) if self.key[i] in self._citing)
        at = next((i for i in places if self.document.quote_over(i) is None), last)
        return min(at + 1, last)

    def _cited(self, at: int, first: int) -> Range | None:
        """Return who is cited before a citing word."""
        head = at - 1
        based = self.subjects.based(first, at)
        if based is not None:
            self._via = based[1]
            return based[0]
        if self.key[head] in self._claims:
            return self.subjects.owner(head, first)
        if self.key[head] in self._nobody:
            return None
        if self.word[head].mask != DATIVE:
            return None
        known = self.word[head].bits & w.HEADS or self.nouns.is_suffix(head)
        return self.subjects.of(head, first) if known else None

    def _carried(self, at: int, first: int) -> Range | None:
        """Return the outlet in whose report something stands: "Reuters'ın haberinde"."""
        word = self.word[at]
        if not word.bits & w.RELAYED or word.mask != LOCATIVE:
            return None
        owner = self.subjects.owner(at, first)
        return owner if owner is not None and self.is_outlet(owner) else None

    def is_outlet(self, where: Range) -> bool:
        """Say whether a phrase names an outlet."""
        first, last = where
        named = any(self.nouns.outlets.known(i, last) is not None for i in range(first, last))
        return named or bool(self.word[last - 1].bits & w.MEDIA)

    def _outlet(self, where: Range) -> Range | None:
        """Return the outlet whose reporter a phrase names."""
        first, last = where
        if not self.word[last - 1].bits & w.ROLE:
            return None
        found = (self.nouns.outlets.known(i, last) for i in range(first, last))
        named = next((named for named in found if named is not None), None)
        return (named.whole[0], last - 1) if named is not None else None

    def _relay(self, relay: Range, at: int, drafts: list[Draft]) -> None:
        """Note who passes on what others say."""
        for draft in drafts:
            after = max(end for _, end in (*draft.cue, *draft.content)) > at
            if draft.source != relay and draft.relay is None and after:
                draft.relay, draft.relay_cue = relay, (at, at + 1)
                begin, end = draft.content[0]
                if begin <= relay[0] and at + 1 < end and draft.opening == "clause":
                    draft.content[0] = at + 1, end

    def _cite(
        self, number: int, source: Range, at: int, sentence: Range, drafts: list[Draft]
    ) -> list[Draft]:
        """Return the drafts with the one that a citing phrase makes, or with its relay."""
        first, last = sentence
        others = [d for d in drafts if d.source is not None and d.source != source]
        named = self._outlet(source)
        source = named or source
        reported = self.word[at - 1].bits & w.RELAYED
        if others and (reported or self.is_outlet(source)):
            self._relay(source, at, others)
            return drafts
        begin = at + 1
        while begin < last and not self.word[begin].is_word and begin not in self.document.quote_at:
            begin += 1
        content = [(begin, last)] if begin < last else []
        before = (first, source[0])
        long = self.document.tokens.count_words(*before) >= BEFORE
        if long and self.key[source[0] - 1] == "," and not self._is_lead(before):
            content.insert(0, before)
        if not content:
            return drafts
        inside = [d for d in drafts if d.at > at]
        if any(d.opening in ("quote", "colon") for d in inside):
            return drafts
        cue = [(at, at + 1)] if self.key[at - 1] not in self._claims else [(at - 1, at + 1)]
        cited = Draft(cue, content, "citing phrase", number, source=source, kind="according",
                      opening="citation", relay=self._via, around=sentence)  # fmt: skip
        kept = [d for d in drafts if d.at < at and d.content[-1][1] <= source[0]]
        return [*kept, cited]

    def _is_lead(self, where: Range) -> bool:
        """Say whether words before a citing phrase only lead to it: "Öte yandan", "Bugün"."""
        lead = w.LINK | w.TIME | w.ADV | w.PREP
        return all(self.word[i].bits & lead or not self.word[i].is_word for i in range(*where))
