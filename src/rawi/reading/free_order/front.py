"""Objects and questions that stand before their verbs, as far as the words tell."""

from __future__ import annotations

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Range


class Front:
    """Finds what stands before the verbs of one document and is their object."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        lists = self.grammar.words_of
        self._questions, self._whether = lists("asked"), lists("whether")

    def read(self, begin: int, at: int, source: Range | None, asks: bool) -> Range | None:
        """Return an object that stands before its verb; None where there is none."""
        index = begin
        end = source[0] if source is not None and begin < source[0] < at else at
        if (
            asks
            and index + 3 < end
            and self.key[index + 1] in self._questions
            and (self.key[index + 2] == ",")
        ):
            stop = index + 3
            while stop < end and self.key[stop] != ",":
                stop += 1
            return (index + 3, stop) if stop < end else None
        asked = self._question(index, end) if asks else None
        if asked is not None:
            first, stop = asked
            return (first, stop) if stop < end else None
        if source is not None and source[0] <= begin < source[1]:
            index = source[1]
            index += self.key[index] == ","  # behind an apposition
        for joint in range(index, at):
            if self.word[joint].bits & w.CONJ and joint + 1 < at:
                index = joint + 1 if self.phrases.is_verb(joint + 1) else index
        while index < at:
            bits = self.word[index].bits
            if source is not None and source[0] <= index < source[1]:
                index = source[1]
                continue
            if bits & w.PREP:
                after = self.phrases.complement(index, at)
                if after is None:
                    return None
                index = after
                continue
            if bits & (w.ADV | w.TIME | w.NEG) or (
                self.key[index] in self.grammar.words_of("hearers") and not self._owns(index, at)
            ):
                index += 1
                continue
            quote = self.phrases.quote_at.get(index)
            if quote is not None and self.phrases.read(index, at, c.DATIVE) is not None:
                index = quote.after  # whom something is told
                continue
            phrase = self.phrases.read(index, at, c.ACCUSATIVE | c.GENITIVE)
            if phrase is None and bits & w.ADJ and source is not None and index < source[0]:
                index += 1  # "he himself"
                continue
            if phrase is None or self.word[phrase.head].bits & w.PRON:
                return None
            limit = source[0] if source is not None and index < source[0] < at else at
            return phrase.first, self._with_circumstances(phrase.last, limit)
        return None

    def _question(self, index: int, end: int) -> Range | None:
        """Return the questions that begin at a token, joined by commas: "whether it …, why …"."""
        while (
            index + 1 < end and self.word[index].bits & w.ADV and not self.word[index].bits & w.WH
        ):
            index += 1  # "but as to how many there were, X did not say"
        if not self._asks(index, end):
            return None
        stop = index
        while stop < end and (self.key[stop] != "," or self._asks(stop + 1, end)):
            stop += 1
        return index, stop

    def _asks(self, index: int, end: int) -> bool:
        """Say whether a dependent question begins at a token."""
        near = range(index + 1, min(end, index + 4))
        if index >= end:
            return False
        return bool(self.word[index].bits & w.WH) or any(self.key[i] in self._whether for i in near)

    def _with_circumstances(self, at: int, limit: int) -> int:
        """Return where the phrases with a preposition end that go on with an object."""
        while at < limit and self.word[at].bits & w.PREP and not self.word[at].upper:
            end = self.phrases.complement(at, limit)
            if end is None or self.phrases.is_adjunct(at, end):
                break
            at = end
        return at

    def _owns(self, index: int, last: int) -> bool:
        return bool(self.word[index].bits & w.POSS) and (
            self.phrases.read(index, last, c.ACCUSATIVE | c.GENITIVE) is not None
        )
