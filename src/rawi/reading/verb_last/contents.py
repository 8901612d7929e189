"""What is said before the verb: the quotation, or the clause and where it begins."""

from __future__ import annotations

from typing import Final

from rawi.reading.marks import Quote
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.verb_last.nouns import Nouns
from rawi.reading.verb_last.suffixes import (
    ABLATIVE,
    DATIVE,
    GENITIVE,
    INSTRUMENTAL,
    LOCATIVE,
    SuffixGrammar,
)

#: Between a quotation and its verb stand no more tokens.
GAP: Final = 7
#: By which network it was said is told in no more tokens.
CHANNEL: Final = 8
#: What a speech is made with stands so near before the word for it, in tokens.
NEAR: Final = 3


#: The cases that tell where something was said: "açıklamada", "paylaşımla".
_THERE: Final = (LOCATIVE, INSTRUMENTAL)


class Contents:
    """Finds what the verbs of one document have before them."""

    def __init__(self, document: Document, grammar: SuffixGrammar, nouns: Nouns) -> None:
        self.document = document
        self.grammar = grammar
        self.nouns = nouns
        self.word = document.word
        self.key = document.key
        words = grammar.words_of
        self._quoting, self._hearers = words("quoting"), words("hearers")
        self._making, self._leading = words("making"), words("leading")
        self._through, self._joints = words("through"), words("joints")

    def quoted(self, at: int, first: int, *, clauses: bool = False) -> list[Range]:
        """Return the quotations that end before a verb: right before it, or before "diye".

        Before a verb that takes `clauses`, one that ends as a clause does is part of one:
        *X'in "… olduğunu" söyledi*.
        """
        led = False
        for end in range(at, max(first, at - GAP), -1):
            quote = self.document.quote_before(end)
            if quote is not None:
                loose = end < at and not led and not self._is_empty(end, at)
                part = clauses and self._is_part(quote, first)
                if loose or part or quote.open < first:
                    return []
                return self._with_others(quote, first)
            if not self.word[end - 1].is_word and self.key[end - 1] != ",":
                return []
            led = led or self.key[end - 1] in self._quoting
        return []

    def _is_part(self, quote: Quote, first: int) -> bool:
        """Say whether a quotation is only the end of a clause, whose subject stands before it."""
        last = quote.close - 1
        while last > quote.open and not self.word[last].is_word:
            last -= 1
        if not self.key[last].endswith(self.grammar.clause_ends) or quote.open <= first:
            return False
        before = quote.open - 1
        return self.word[before].is_word and not self.nouns.before(quote.open, first)

    def _is_empty(self, first: int, last: int) -> bool:
        """Say whether nothing but adverbs stands in a range."""
        return all(
            self.key[i] == "," or self.word[i].bits & (w.ADV | w.LINK) for i in range(first, last)
        )

    def _with_others(self, quote: Quote, first: int) -> list[Range]:
        """Return a quotation and those before it that only a mark or "and" parts from it."""
        found = [(quote.open, quote.after)]
        at = quote.open
        while at > first:
            if self.key[at - 1] in ",;" or self.word[at - 1].bits & w.CONJ:
                at -= 1
            before = self.document.quote_before(at)
            if before is None or before.open < first or at == found[0][0] == first:
                break
            found.insert(0, (before.open, before.after))
            at = before.open
        return found

    def is_clause(self, end: int, first: int) -> bool:
        """Say whether what stands before a verb ends as a clause that somebody said."""
        at = self.before_adverbs(end, first)
        if self.document.quote_before(at) is not None:
            at -= 1
            while at > first and not self.word[at - 1].is_word:
                at -= 1
        return at > first and self.key[at - 1].endswith(self.grammar.clause_ends)

    def before_adverbs(self, end: int, first: int) -> int:
        """Return where a clause ends before what parts it from its verb."""
        while end > first and self._may_part(end - 1):
            end -= 1
        return end

    def _may_part(self, index: int) -> bool:
        word = self.word[index]
        told = self.key[index] in self._hearers or self.key[index] in self.nouns.topical
        told = told or self.key[index] in self._joints  # "olacağı konusunda uyardı"
        return self.key[index] == "," or told or bool(word.bits & (w.ADV | w.LINK))

    def begin(self, at: int, end: int) -> int:
        """Return where a clause begins, past whom and on what occasion it was said."""
        for index in range(end - 1, at - 1, -1):
            if self._is_occasion(index, at, end):
                at = index + 1
                break
        while at < end and self._is_lead(at):
            at += 1
        hearer = max(self._hearer(at, end), self._channel(at, end))
        return self.begin(hearer, end) if hearer > at else at

    def _channel(self, at: int, end: int) -> int:
        """Return where the network ends by which it was said, at the beginning of a clause."""
        for index in range(at, min(at + CHANNEL, end)):
            if not self.word[index].is_word:
                return at
            through = self.key[index] in self._through
            if through or (self.word[index].bits & w.NETWORK and self.word[index].mask == ABLATIVE):
                return index + 1
        return at

    def _is_occasion(self, index: int, first: int, end: int) -> bool:
        """Say whether a word tells where something was said: "yaptığı açıklamada"."""
        word = self.word[index]
        if not word.bits & (w.OCCASION | w.POST | w.DOC | w.RELAYED) or word.mask not in _THERE:
            return False
        if self.document.quote_over(index) is not None:
            return False
        parted = index + 1 < end and self.key[index + 1] == ","
        near = range(max(first, index - NEAR), index)
        return (parted and index - first < 12) or any(self.key[i] in self._making for i in near)

    def _is_lead(self, index: int) -> bool:
        word = self.word[index]
        if not word.is_word:
            return index not in self.document.quote_at
        if self.key[index] in self.nouns.topical or word.bits & w.CONJ:
            return True
        led = word.upper or self.key[index] in self._leading
        return bool(word.bits & w.LINK) and not word.bits & (w.HEADS | w.ADJ) and led

    def _hearer(self, at: int, end: int) -> int:
        """Return where whom it was said to ends, at the beginning of a clause."""
        for index in range(at, min(at + 5, end)):
            if self.key[index] in self._hearers:
                return index + 1
            if (self.word[index].mask or 0) & GENITIVE:
                return at  # "Erdoğan'ın X muhabirine konuşmasının …"
            if self.nouns.is_suffix(index) and self.word[index].mask == DATIVE:
                named = self.nouns.outlets.known(at, end)
                told = named is not None and named.whole[1] == index
                return index + 1 if told or self.key[index + 1] == "," else at
            if not self.word[index].is_word:
                return at
        return at
