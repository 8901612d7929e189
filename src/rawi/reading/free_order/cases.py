"""Case, number and gender as a language's endings tell them.

A form may be read in several ways: its mask holds one bit for each case in each gender of the
singular, and in the plural.  What words that belong together can be is what both masks hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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


def everywhere(case: int) -> int:
    """Return a case, by its place in `NAMES`, in all genders and the plural."""
    return sum(1 << case + SIZE * n for n in range(4))


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

    def _endings(self, table: Mapping[str, str]) -> list[tuple[str, int]]:
        found = [(ending, parse(told, self._where)) for ending, told in table.items()]
        return sorted(found, key=lambda pair: -len(pair[0]))

    def noun(self, lemma: str, paradigm: str, forms: str, genders: int) -> Iterator[tuple[str, int]]:
        """Yield the forms of a noun with their masks."""
        if paradigm == "0":
            yield lemma, genders | PLURAL
            return
        if forms:
            yield from self._given(lemma, forms, genders)
            return
        rules = self._nouns.get(paradigm)
        if rules is None:
            raise DataError(f"{self._where}: {lemma!r} has no paradigm {paradigm!r}")
        strip = rules.get("strip", "")
        stem = lemma.removesuffix(strip)
        for number, block in (("s", genders), ("p", PLURAL)):
            for case, endings in enumerate(rules[number]):
                for ending in endings.split("|"):
                    yield stem + ending, everywhere(case) & block

    def _given(self, lemma: str, forms: str, genders: int) -> Iterator[tuple[str, int]]:
        for group in forms.split(";"):
            number, _, words = group.partition(":")
            block = {"s": genders, "p": PLURAL}.get(number.strip())
            if block is None:
                raise DataError(f"{self._where}: {lemma!r}: forms of {number!r}, not of s or p")
            for case, word in enumerate(words.split()):
                yield word, everywhere(case) & block

    def name(self, lemma: str, genders: int) -> Iterator[tuple[str, int]]:
        """Yield the forms of a given name with their masks."""
        folded = lemma.lower()
        for ending, key in self._names:
            kind, _, sex = key.partition("-")
            fits = not sex or _GENDERS[sex[0]] & genders
            if folded.endswith(ending) and fits:
                for form, mask in self.noun(lemma, kind, "", genders):
                    if mask & SINGULAR:
                        yield form, mask
                return
        yield lemma, genders


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
