"""Case, number and gender as a language's endings tell them.

A form may be read in several ways: its mask holds one bit for each case in each gender of the
singular, and in the plural.  What words that belong together can be is what both masks hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from rawi.errors import DataError

NAMES: Final = ("nom", "gen", "dat", "acc", "ins", "loc")
#: So many cases: the bits of the masculine, the feminine, the neuter, then the plural's.
SIZE: Final = len(NAMES)
_BLOCK: Final = (1 << SIZE) - 1
MASC, FEM, NEUT, PLURAL = (_BLOCK << SIZE * n for n in range(4))
GENDERS: Final = (MASC, FEM, NEUT)
SINGULAR: Final = MASC | FEM | NEUT
ANY: Final = SINGULAR | PLURAL


_EVERYWHERE: Final = [sum(1 << case + SIZE * n for n in range(4)) for case in range(SIZE)]


def everywhere(case: int) -> int:
    """Return a case, by its place in `NAMES`, in all genders and the plural."""
    return _EVERYWHERE[case]


NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, LOCATIVE = map(everywhere, range(SIZE))
OBLIQUE: Final = ANY & ~NOMINATIVE
_GENDERS: Final = {"m": MASC, "f": FEM, "n": NEUT}


def parse(told: str, where: str) -> int:
    """Return the mask of words like "m n s gen acc / p nom"; what is not told may be anything."""
    mask = 0
    for reading in told.split("/"):
        cases = genders = 0
        numbers = set()
        for word in reading.split():
            if word in NAMES:
                cases |= everywhere(NAMES.index(word))
            elif word in _GENDERS:
                genders |= _GENDERS[word]
            elif word in "sp":
                numbers.add(word)
            else:
                raise DataError(f"{where}: {word!r} is no case, number or gender")
        blocks = 0
        if "s" in numbers or not numbers:
            blocks |= genders or SINGULAR
        if "p" in numbers or not numbers:
            blocks |= PLURAL
        mask |= (cases or ANY) & blocks
    return mask


def genders_in(mask: int) -> int:
    """Return the genders that a mask allows in the singular."""
    return sum(gender for gender in GENDERS if mask & gender)


def gender(mask: int) -> int:
    """Return the one gender that a mask allows in the singular; 0 for several or none."""
    found = genders_in(mask)
    return found if found in GENDERS else 0


def spread(mask: int) -> int:
    """Return the cases of a mask in all genders and the plural."""
    found = 0
    for case in range(SIZE):
        if mask & everywhere(case):
            found |= everywhere(case)
    return found


class Declension:
    """How a language's nouns, adjectives and names decline (`inflection.toml`)."""

    def __init__(self, table: Mapping[str, Any], where: str) -> None:
        self._where = where
        self._nouns: dict[str, Any] = table.get("noun", {})
        self._names: list[tuple[str, str]] = [
            (ends, name) for name, endings in table.get("names", {}).items() for ends in endings
        ]
        self._names.sort(key=lambda pair: -len(pair[0]))
        self.adjectives = self._endings(table.get("adjective", {}))
        self.guesses = self._endings(table.get("guess", {}))
        self.surnames = self._endings(table.get("surname", {}))
        self.restored = _restored(table.get("restore", {}))
        self._rows: dict[tuple[str, int], list[tuple[str, int]]] = {}

    def _endings(self, table: Mapping[str, str]) -> list[tuple[str, int]]:
        found = [(ending, parse(told, self._where)) for ending, told in table.items()]
        return sorted(found, key=lambda pair: -len(pair[0]))

    def noun(
        self, lemma: str, paradigm: str, forms: str, genders: int
    ) -> Iterable[tuple[str, int]]:
        """Return the forms of a noun, each once, with their masks."""
        if paradigm == "0":
            return [(lemma, genders | PLURAL)]
        if forms:
            return self._given(lemma, forms, genders)
        strip = self._paradigm(paradigm, lemma).get("strip", "")
        stem = lemma.removesuffix(strip)
        return [(stem + ending, mask) for ending, mask in self._endings_of(paradigm, genders)]

    def _paradigm(self, name: str, lemma: str) -> Any:
        try:
            return self._nouns[name]
        except KeyError:
            raise DataError(f"{self._where}: {lemma!r} has no paradigm {name!r}") from None

    def _endings_of(self, paradigm: str, genders: int) -> list[tuple[str, int]]:
        """Return the endings of a paradigm for nouns of some genders, each once."""
        found = self._rows.get((paradigm, genders))
        if found is None:
            rules, masks = self._nouns[paradigm], dict[str, int]()
            for number, block in (("s", genders), ("p", PLURAL)):
                for case, endings in enumerate(rules[number]):
                    for ending in endings.split("|"):
                        masks[ending] = masks.get(ending, 0) | everywhere(case) & block
            found = self._rows[(paradigm, genders)] = list(masks.items())
        return found

    def _given(self, lemma: str, forms: str, genders: int) -> Iterable[tuple[str, int]]:
        masks: dict[str, int] = {}
        for group in forms.split(";"):
            number, _, words = group.partition(":")
            block = {"s": genders, "p": PLURAL}.get(number.strip())
            if block is None:
                raise DataError(f"{self._where}: {lemma!r}: forms of {number!r}, not of s or p")
            for case, told in enumerate(words.split()):
                for word in told.split("|"):
                    masks[word] = masks.get(word, 0) | everywhere(case) & block
        return masks.items()

    def name(self, lemma: str, genders: int) -> Iterable[tuple[str, int]]:
        """Return the forms of a given name in the singular, with their masks."""
        for ending, key in self._names:
            if lemma.endswith(ending):
                kind, _, sex = key.partition("-")
                if not sex or _GENDERS[sex[0]] & genders:
                    forms = self.noun(lemma, kind, "", genders)
                    return [(form, told) for form, mask in forms if (told := mask & SINGULAR)]
        return [(lemma, genders)]


def _restored(table: Mapping[str, Any]) -> dict[str, list[tuple[str, int, list[str]]]]:
    """Return by gender: ending, the cases in which it stands, endings of the nominative."""
    found: dict[str, list[tuple[str, int, list[str]]]] = {}
    for gender, rows in table.items():
        rules = []
        for row in rows:
            cases, ending, *nominatives = row
            mask = 0
            for case in cases.split():
                mask |= everywhere(NAMES.index(case))
            rules.append((ending, mask, list(nominatives)))
        found[gender] = sorted(rules, key=lambda rule: -len(rule[0]))
    return found


def ending_mask(key: str, endings: Iterable[tuple[str, int]], least: int = 2) -> int:
    """Return what the longest ending of a word tells; 0 where none fits."""
    for ending, mask in endings:
        if key.endswith(ending) and len(key) >= len(ending) + least:
            return mask
    return 0
