"""What is said before the verb: the quotation, or the clause and where it begins."""

from __future__ import annotations

from typing import Final

from rawi.reading.marks import Quote
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.words import Cue
from rawi.reading.verb_last.nouns import Nouns
from rawi.reading.verb_last.suffixes import (
    ABLATIVE,
    ACCUSATIVE,
    ADJECTIVE,
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
#: Whom an act calls on is told by so many tokens at most.
CALLED: Final = 5
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
        self._quoting = words("quoting") | words("describing_words")
        self._hearers = words("hearers")
        self._making, self._leading = words("making"), words("leading")
        self._appearing, self._manners = words("appearing"), words("manners")
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

    def is_withheld(self, cue: Cue, end: int, first: int) -> bool:
        """Say whether an object stands before a refusal to tell it: "isimlerini | açıklamadı"."""
        at = self.before_adverbs(end, first) - 1
        if at <= first or not self.word[at].is_word or self.word[at].bits & w.PRON:
            return False
        if cue.needs:
            return self.key[at] in cue.needs
        if self.key[end - 1] in self._joints and cue.rest:
            return True  # "belgeye dair | bilgi vermedi"
        return bool(cue.governs & w.THAT) and self.nouns.is_object(at)

    def before_adverbs(self, end: int, first: int) -> int:
        """Return where a clause ends before what parts it from its verb."""
        while end > first:
            if self._may_part(end - 1):
                end -= 1
            elif self.key[end - 1] in self._manners and self.word[end - 2].bits & w.INDEF:
                end -= 3  # "kesin bir dille | reddetti"
            else:
                break
        return max(end, first)

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
        hearer = max(self._hearer(at, end), self._channel(at, end), self._appearance(at, end))
        return self.begin(hearer, end) if hearer > at else at

    def _channel(self, at: int, end: int) -> int:
        """Return where the network ends by which it was said, at the beginning of a clause."""
        for index in range(at, min(at + CHANNEL, end)):
            if not self.word[index].is_word:
                return at
            through = self.key[index] in self._through
            there = self.word[index].mask in (ABLATIVE, LOCATIVE)
            if through or (self.word[index].bits & w.NETWORK and there):
                return index + 1
        return at

    def past_called_on(self, at: int, end: int) -> int:
        """Return where an act begins behind whom it calls on: "taraflara | ateşkes çağrısı"."""
        named = not self.is_clause(end, at)  # not "Türkiye'ye dönülmesi çağrısı"
        for index in range(at, min(at + CALLED, end - 1)):
            word, case = self.word[index], self.nouns.case(index)
            if not word.is_word or index in self.document.quote_at or case & GENITIVE:
                return at
            who = word.bits & (w.ROLE | w.PERSON | w.BODY) or (named and word.bits & w.PLACE)
            several = not word.upper and word.key.endswith(self.grammar.called_on)
            if several or (who and case & DATIVE):
                return index + 1 + self.nouns.is_suffix(index + 1)
        return at

    def past_invited(self, at: int, end: int) -> int:
        """Return where begins what somebody is called to: "tarafları | itidale davet etti"."""
        found = self.nouns.after(at, end)
        if found is None or not found[1] & ACCUSATIVE or found[0][1] + 1 >= end:
            if not self.word[at].key.endswith(self.grammar.objects) or at + 1 >= end:
                return at
            return at + 1
        return found[0][1] + self.nouns.is_suffix(found[0][1])

    def is_demanded(self, end: int, first: int) -> bool:
        """Say whether a demand has an object before it: "bakanın istifasını | istedi"."""
        at = self.before_adverbs(end, first) - 1
        return at > first and self.word[at].is_word and self.nouns.is_object(at)

    def _appearance(self, at: int, end: int) -> int:
        """Return where the words end for how somebody came to speak: "Radyospor'a bağlanarak"."""
        told = False
        for index in range(at, min(at + CHANNEL, end)):
            word = self.word[index]
            if not word.is_word:
                return at
            if self.key[index] in self._appearing:
                return index + 1 if told else at
            told = told or word.outlet or bool(word.bits & (w.OCCASION | w.MEDIA | w.NETWORK))
            told = told or self.nouns.outlets.known(index, end) is not None
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
        if (parted and index - first < 12) or any(self.key[i] in self._making for i in near):
            return True
        aired = word.bits & w.OCCASION and word.bits & w.MEDIA  # "X'in canlı yayınında"
        aired = aired or word.bits & (w.POST | w.OCCASION)  # "X'teki paylaşımında"
        return bool(aired) and any(self._is_there(i) for i in near)

    def _is_there(self, index: int) -> bool:
        """Say whether the suffix of a name tells where something stands: "X'teki", "NTV'nin"."""
        case = self.word[index].mask or 0
        named = self.nouns.is_suffix(index) and self.document.tokens.word[index - 1].outlet
        return bool(named) and bool(case & (ADJECTIVE | GENITIVE))

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
