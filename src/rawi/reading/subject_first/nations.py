"""Of which nations a report calls its people: "the German official" is no Russian minister."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.known import Known

#: Letters by which a nation is known, whatever the ending.
_STEM: Final = 4
#: An office stands beside its holder's name within so many tokens.
_NEAR: Final = 8
#: What may stand between a nation and the name of whom it is told.
_BETWEEN: Final = (
    w.ADJ | w.ROLE | w.TITLE | w.BODYPART | w.BODY | w.PREP | w.DET | w.HEADS | w.CONJ | w.POSS
)


class Nations:
    """Tells the nations that stand in front of people's offices and names."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._word, self._key = document.word, document.key
        self._regions = document.grammar.words_of("regions")
        self._counterparts = document.grammar.words_of("counterparts")
        self._known: dict[int, frozenset[str]] = {}

    def among(self, where: Range) -> frozenset[str]:
        """Return the nations that a phrase names, each by its first letters."""
        return frozenset(self._key[i][:_STEM] for i in range(*where) if self._is_nation(i))

    def of(self, known: Known) -> frozenset[str]:
        """Return the nations that a person is called of, wherever they are named."""
        found = self._known.get(id(known))
        if found is None:
            places = {known.name[0], *known.places}
            found = frozenset(nation for at in places for nation in self._before(at))
            self._known[id(known)] = found
        return found

    def _before(self, name: int) -> frozenset[str]:
        """Return the nations in the office before a name: "his German counterpart, Ann Poe"."""
        first = max(0, name - _NEAR)
        at = name - 1
        while at >= first and self._may_stand(at, name):
            at -= 1
        return self.among((at + 1, name))

    def _may_stand(self, index: int, name: int) -> bool:
        word = self._word[index]
        if self._key[index] == ",":
            return index == name - 1
        if self._key[index] in self._counterparts:
            return True
        told = w.ROLE | w.DEMONYM | w.BODYPART | w.ADJ
        if not word.is_word or (word.upper and not word.bits & told):
            return False
        return bool(word.bits & (w.DEMONYM | _BETWEEN)) and not word.cues

    def _is_nation(self, index: int) -> bool:
        return bool(self._word[index].bits & w.DEMONYM) and self._key[index] not in self._regions
