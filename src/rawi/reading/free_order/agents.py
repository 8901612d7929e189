"""Nouns for people that stand in no table, told by the endings that make such nouns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from rawi.reading.free_order import cases as c

#: A word has so many letters before such an ending.
STEM: Final = 3
_GENDERS: Final = {"m": c.MASC, "f": c.FEM}


class Agent(NamedTuple):
    """What the ending of such a noun tells: case, lemma, how it declines."""

    mask: int
    lemma: str
    paradigm: str
    #: whether surnames end so, too
    surname: bool


class Agents:
    """The endings of nouns for people ("-er", "-ist"), in every case."""

    def __init__(self, declension: c.Declension, table: Mapping[str, Any]) -> None:
        """Take endings of the nominative, each with its paradigm and gender: "msofta m"."""
        self._forms: dict[str, Agent] = {}
        self._things = tuple(table.get("things", ())) or ("\0",)
        surnames = frozenset(table.get("surnames", ()))
        for lemma, told in table.get("endings", {}).items():
            paradigm, gender = told.split()
            for form, mask in declension.noun(lemma, paradigm, "", _GENDERS[gender]):
                self._forms[form] = Agent(mask, lemma, paradigm, lemma in surnames)
        self._longest = max(map(len, self._forms), default=0)

    def read(self, key: str) -> Agent | None:
        """Return what a word is as such a noun; None where it is none."""
        for length in range(min(self._longest, len(key) - STEM), 1, -1):
            found = self._forms.get(key[-length:])
            if found is not None:
                lemma = key[:-length] + found.lemma
                return None if lemma.endswith(self._things) else found._replace(lemma=lemma)
        return None
