"""The statements of one document by place and by speaker, to be asked from any sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft
from rawi.reading.subject_first.known import Known
from rawi.reading.subject_first.people import Entity


class Spoken:
    """Finds the statement nearest a place, of anybody or of one speaker.

    Statements are told by their numbers; those without a speaker are left out.
    """

    def __init__(self, drafts: Sequence[Draft], entities: Sequence[Entity | None]) -> None:
        told = [n for n, entity in enumerate(entities) if entity is not None]
        self._all = sorted((drafts[n].at, n) for n in told)
        self._of: dict[int, list[tuple[int, int]]] = {}
        self._known: dict[int, int] = {}
        for at, number in self._all:
            entity = entities[number]
            assert entity is not None
            self._of.setdefault(id(entity), []).append((at, number))
            if entity.known is not None:
                self._known[id(entity.known)] = id(entity)

    def before(self, at: int, entity: Entity | None = None) -> int | None:
        """Return the last statement before a token, of one speaker where one is given."""
        places = self._all if entity is None else self._of.get(id(entity), [])
        place = bisect_left(places, (at, -1))
        return places[place - 1][1] if place else None

    def of(self, known: Known, at: int) -> int | None:
        """Return the last statement of somebody before a token, else the first; None for none."""
        places = self._of.get(self._known.get(id(known), -1), [])
        if not places:
            return None
        place = bisect_left(places, (at, -1))
        return places[max(0, place - 1)][1]


def talk_spread(document: Document, spreading: frozenset[str], first: int, last: int) -> int | None:
    """Return the talk that a sentence tells to be passed on: "Die Agentur X verbreitete das …"."""
    word = document.word
    if not spreading or not any(document.key[i] in spreading for i in range(first, last)):
        return None
    led = (
        i for i in range(first + 1, last)
        if word[i].bits & w.OCCASION and word[i - 1].bits & w.DET
        and not word[i - 1].bits & w.INDEF
    )  # fmt: skip
    return next(led, None)
