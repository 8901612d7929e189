"""Where a clause ends before the way it came, no comma between: "no irá | en charla con EFE"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document

#: What tells the way is no longer than this, in tokens, and its noun stands so near its head.
TAIL: Final = 14
LED: Final = 4


class WayEnds:
    """Finds the ways that end the clauses of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        words = document.grammar.words_of
        self._leads = words("way_prepositions") | words("post_prepositions")
        self._leads |= words("occasion_prepositions")
        self._gatherings = words("gatherings") - words("interviews")
        self._shows = words("programmes")
        self._nouns = words("way_nouns")
        self._agents = words("agents")

    def before(self, begin: int, end: int) -> int:
        """Return where a clause ends before who was told or cites it; its end where none is.

        The way is the last that the clause has: an occasion and an outlet, a page and a network.
        """
        if not self.document.grammar.drops_subject or end - begin < LED:
            return end
        low = max(begin + 1, end - TAIL)
        if self.document.quote_before(end) is not None or not self._names(low, end):
            return end
        for index in range(end - 2, low, -1):
            word = self.word[index]
            if not word.is_word and self.key[index] != ",":
                return end
            if word.is_word and (word.bits & (w.AUX | w.COMP | w.REL) and not word.bits & w.DET):
                return end
            if word.bits & w.RELAYED and self.key[index - 1] == "," and self._is_cited(index, end):
                return index - 1
            told = word.bits & (w.SPEAKTO | w.POST | w.OCCASION | w.NETWORK)
            told = told or self.key[index] in self._shows
            if told and not word.upper and self.key[index] not in self._gatherings:
                start = self._head(index, low)
                if start is not None and self._names(index + 1, end):
                    return start - (self.key[start - 1] == ",")
        return end

    def _names(self, first: int, end: int) -> bool:
        """Say whether a range has the name of an outlet or network in it."""
        return any(
            (word.outlet or word.bits & (w.NETWORK | w.MEDIA)) and (word.upper or word.capital)
            for word in self.word[first:end]
        )

    def _is_cited(self, index: int, end: int) -> bool:
        """Say whether an outlet cites what stands before, and nothing more follows."""
        if index + 1 >= end or self.key[index + 1] not in self._agents:
            return False
        return self._names(index + 2, end)

    def _head(self, noun: int, low: int) -> int | None:
        """Return where the words begin that lead to a noun of speaking or posting."""
        at = noun
        while at > max(low, noun - LED) and self.word[at - 1].bits & (w.DET | w.PREP | w.POSS):
            at -= 1
        if at > low + 1 and self.key[at - 1] in self._nouns:
            at -= 2  # "a través de su cuenta"
        return at if at < noun and self.key[at] in self._leads else None
