"""Lines that tell in words whom a report has its text from: "first published by X".

They stand at the head or the foot, and in them the report speaks of itself: with a word of
crediting among their first ("With additional input from X"), or of "this story".
"""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.outlets import Named, Outlets

#: A word of crediting is among so many at the line's head, which then has no more tokens.
OPENING: Final = 5
SHORT: Final = 20
#: It stands so near before the name that it leads to, in tokens.
LED: Final = 7
#: A line that speaks of "this story" has no more tokens.
LONG: Final = 48
#: The name of several agencies, in small letters, is no longer than this, in tokens.
COLLECTIVE: Final = 2


class CreditLines:
    """Reads the worded credits of one document."""

    def __init__(self, document: Document, outlets: Outlets) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        self.outlets = outlets
        words_of = document.grammar.words_of
        self._crediting = words_of("crediting")
        self._leads = words_of("credit_leads")
        self._again, self._places = words_of("printed_again"), words_of("post_prepositions")
        self._writing = words_of("credited_people")
        self._reports = words_of("own_reports")
        self._pointing = words_of("pointing") | words_of("name_articles")

    def read(self, first: int, last: int) -> list[tuple[Named, int]]:
        """Return the outlets that a line credits, and where its credit begins."""
        if not self._crediting or not self._credits(first, last):
            return []
        found: list[tuple[Named, int]] = []
        index = first
        while index < last:
            joined = bool(found) and self._is_joined(found[-1][0].whole[1], index)
            named = self.collective(index, last) or self._outlet(index, first, last, joined)
            if named is None:
                index += 1
                continue
            found.append((named, index if found else first))
            index = max(named.whole[1], index + 1)
        return found

    def _credits(self, first: int, last: int) -> bool:
        """Say whether a line tells where its report is from."""
        words = [i for i in range(first, last) if self.word[i].is_word]
        if last - first > LONG or not any(self.key[i] in self._crediting for i in words):
            return False
        own = any(
            self.key[i] in self._reports and i > first and self.key[i - 1] in self._pointing
            for i in words
        )
        opens = any(self.key[i] in self._crediting for i in words[:OPENING])
        return own or (opens and last - first <= SHORT and not self._is_of_another(words))

    def _is_of_another(self, words: list[int]) -> bool:
        """Say whether a line's head is a noun for something else: "The lamp was published in"."""
        head, noun = words[0], words[1] if len(words) > 1 else words[0]
        if not self.word[head].bits & w.DET or self.word[noun].upper:
            return False
        return self.key[noun] not in self._crediting | self._reports

    def _outlet(self, index: int, first: int, last: int, joined: bool) -> Named | None:
        """Return the outlet at a token: a known one, or a name that is led to."""
        if not self.word[index].upper and not self.word[index].outlet:
            return None
        known = self.outlets.known(index, last)
        opens = index == first
        told = self._told(index, first)
        beside = index > first and self.key[index - 1] in self._crediting  # "reporting PA"
        if self._is_elsewhere(index, first, told):
            return None
        plain = known is not None and not (known.ambiguous or w.is_site(self.key[index]))
        if known is not None and (opens or joined or told or beside or plain):
            return known
        end = self.outlets.run(index, last) if self.key[index] not in self._crediting else index
        if end == index or not (opens or joined or told) or self._is_person(index, end, told):
            return None
        if end < last and not self._ends_name(end):
            return None  # "Sources of the Harwick ran dry"
        return Named((index, end), (index, end), None, False)

    def _is_elsewhere(self, index: int, first: int, told: str) -> bool:
        """Say whether a report was printed again by an outlet: "reprinted on X", not "from X"."""
        at = index
        while at > first and (self.word[at - 1].bits & w.DET or not self.word[at - 1].is_word):
            at -= 1
        return told in self._again and self.key[at - 1] in self._places

    def _ends_name(self, index: int) -> bool:
        """Say whether what stands after a name goes on with no sentence of which it is part."""
        bits = w.PREP | w.CONJ | w.TIME | w.NUM | w.MEDIA | w.AUX | w.ADV
        word = self.word[index]
        return not word.is_word or bool(word.bits & bits) or word.key in self._crediting

    def _is_joined(self, end: int, index: int) -> bool:
        """Say whether "and" or a comma joins a name to the outlet before it."""
        if end >= index or not (self.word[end].bits & w.CONJ or self.key[end] in ",/"):
            return False
        between = self.word[end + 1 : index]
        return all(word.bits & w.DET and not word.upper for word in between)

    def _told(self, index: int, first: int) -> str:
        """Return the word of crediting that leads to a name ("appeared in X"); "" for none."""
        at = index
        if at > first + 1 and self.key[at - 1] == "." and self.key[at - 2] == "www":
            at -= 2
        while at > first and self.word[at - 1].bits & w.DET and not self.word[at - 1].upper:
            at -= 1
        colons = self.document.grammar.colons
        if at == first or not (self.key[at - 1] in self._leads or self.key[at - 1] in colons):
            return ""
        near = range(at - 1, max(first, at - LED) - 1, -1)
        return next((self.key[i] for i in near if self.key[i] in self._crediting), "")

    def _is_person(self, index: int, end: int, told: str) -> bool:
        """Say whether a name in no list is a writer's, a time or a place, and no outlet's."""
        words = [self.word[i] for i in range(index, end)]
        if any(word.bits & (w.GIVEN | w.TITLE | w.TIME | w.NUM | w.ROLE) for word in words):
            return True
        if words[-1].bits & w.MEDIAPART and len(words) > 1:
            return False
        return not told or told in self._writing or bool(words[-1].bits & w.DEMONYM)

    def collective(self, index: int, last: int) -> Named | None:
        """Return the agencies that a line credits without naming them: "with agencies"."""
        for end in range(min(last, index + COLLECTIVE), index, -1):
            if not self.word[end - 1].is_word:
                continue
            outlet = self.outlets.authority.by_name(self.document.tokens.words(index, end))
            if outlet is not None and outlet.kind == "collective":
                return Named((index, end), (index, end), outlet, False)
        return None
