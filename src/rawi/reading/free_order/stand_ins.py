"""Phrases without a noun: "one of them", "another", "most of the experts", "many"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rawi.reading.free_order import cases as c
from rawi.reading.subject_first import words as w

if TYPE_CHECKING:
    from rawi.reading.free_order.phrases import Phrases


class StandIns:
    """Reads what stands for somebody and is no noun, in one document."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        lists = phrases.grammar.words_of
        self._origins, self._ones = lists("origin_prepositions"), lists("one_of_several")
        #: "most of": their verb stands in either number
        self.shares = lists("shares")

    def _is_adjective(self, index: int) -> bool:
        return self.word[index].is_word and self.grammar.is_adjective(self.word[index])

    def one_of(self, at: int, last: int) -> int | None:
        """Return where "one of them" ends."""
        if not self.is_one(self.key[at]) or at + 2 >= last:
            return None
        if self.key[at + 1] not in self._origins:
            return None
        return self.phrases.complement(at + 1, last)

    def one_alone(self, at: int, last: int) -> int | None:
        """Return "one" or "another" that stands for somebody: before a verb or a comma."""
        if at + 1 < last and self.word[at].bits & w.OTHER and self.key[at + 1] in self._ones:
            at += 1  # "yet another one"
        if self.key[at] not in self._ones or not self.phrases.mask(at) & c.NOMINATIVE & c.SINGULAR:
            return None
        behind, end = at + 1, len(self.word)
        while behind < end and self.word[behind].bits & (w.ADV | w.TIME | w.NEG):
            behind += 1
        if behind >= end:
            return None
        return (
            at
            if self.phrases.is_verb(behind) or (self.key[behind] == "," and behind == at + 1)
            else None
        )

    def share(self, at: int, last: int) -> int | None:
        """Return where "most (of the experts)" ends, whose verb may stand in either number."""
        whose = self.phrases.read(at + 1, last, c.GENITIVE) if at + 1 < last else None
        if whose is not None:
            return whose.last
        alone = at + 1 < len(self.word) and self.phrases.is_verb(at + 1)
        return at + 1 if alone else None

    def nounless(self, first: int, last: int, want: int) -> tuple[int, int, bool] | None:
        """Return a plural that does without a noun: "many", "those close to the family"."""
        word, mask = self.word[first], c.NOMINATIVE & c.PLURAL & want
        if not mask or not word.is_word or word.bits & w.HEADS:
            return None
        if word.bits & w.CARDINAL and not word.key[:1].isdigit():
            behind = self.word[first + 1] if first + 1 < last else word
            ends = first + 1 >= last or self.phrases.is_verb(first + 1) or behind.bits & w.PREP
            return (first, mask, False) if ends and not self.is_one(word.key) else None
        if (
            word.bits & w.ADJ
            or not self._is_adjective(first)
            or not self.phrases.mask(first) & mask
        ):
            return None
        owned = first + 1 < last and bool(
            self.phrases.read(first + 1, last, c.GENITIVE)
            or (self._is_adjective(first + 1) and self.phrases.mask(first + 1) & c.GENITIVE)
        )
        return (first, mask, False) if owned else None

    def pronoun(self, index: int) -> int:
        """Return what a personal pronoun in the nominative can be."""
        told = self.word[index].features
        if told & w.PLUR:
            return c.NOMINATIVE & c.PLURAL
        gender = {w.MASC: c.MASC, w.FEM: c.FEM}.get(told & (w.MASC | w.FEM), c.NEUT)
        return c.NOMINATIVE & gender

    def is_one(self, key: str) -> bool:
        """Say whether a number is "one", or tells which and not how many: "the 12th"."""
        return key in self.grammar.words_of("one") or (key[:1].isdigit() and "-" in key)
