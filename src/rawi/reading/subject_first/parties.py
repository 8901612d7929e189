"""Parties and bodies that people are called by: "der SPD-Chef" is who stands with "SPD"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.known import Known, admits, past_party
from rawi.reading.subject_first.mentions import Mention

#: So many people, and places where each is named, are looked through.
PEOPLE: Final = 100
PLACES: Final = 40
#: A name is no longer than this, in tokens.
NAME: Final = 6
#: The letters of a party are no fewer.
LETTERS: Final = 3


class Parties:
    """Tells the people of one document apart by what stands with a hyphen before their office."""

    def __init__(self, document: Document, people: list[Known]) -> None:
        self.tokens, self.key = document.tokens, document.key
        self.word = document.word
        self.people = people
        self.named = document.grammar.noun_capitals
        self._known: dict[int, frozenset[str]] = {}

    def member(self, mention: Mention) -> Known | None:
        """Return the one person who is told to be of the party that an office is told with."""
        party = self._party(mention)
        if not party:
            return None
        near = (k for k in self.people[:PEOPLE] if admits(k.features, mention.features))
        fits = [known for known in near if party in self._of(known)]
        return fits[0] if len(fits) == 1 else None

    def is_other(self, mention: Mention, known: Known | None) -> bool:
        """Say whether somebody is told to be of other parties alone."""
        party = self._party(mention) if known is not None else ""
        own = self._of(known) if known is not None and party else frozenset()
        return bool(own) and party not in own

    def _party(self, mention: Mention) -> str:
        """Return what stands before the hyphen of an office: "SPD-Chef"."""
        if not self.named or mention.name is not None or mention.indefinite:
            return ""
        told = (self._letters(i) for i in range(*mention.core))
        return next((party for party in told if party), "")

    def _letters(self, index: int) -> str:
        """Return the letters of a party before a hyphen; no country's or union's are so many."""
        form = "".join(self.tokens.words(index, index + 1)).rpartition("-")[0]
        letters = len(form) >= LETTERS and sum(map(str.isupper, form)) > 1
        return self.key[index].rpartition("-")[0] if letters else ""

    def _of(self, known: Known) -> frozenset[str]:
        told = self._known.get(id(known))
        if told is None:
            told = self._known[id(known)] = frozenset(self._told(known))
        return told

    def _told(self, known: Known) -> list[str]:
        """Return the parties beside somebody's name: "SPD-Chefin Ada Lorne", "Ada Lorne (SPD)"."""
        found = []
        for place in known.places[:PLACES]:
            before = self._letters(place - 1) if place else ""
            near = range(place, min(len(self.key), place + NAME))
            end = next((i for i in near if self.word[i].stem not in known.words), place)
            shut = past_party(self.key, end)
            inside = self.key[end + 1 : end + 2] if shut > end else []
            found += [before, *inside]
        return [party for party in found if party]
