"""Case, number and gender as a language's endings tell them.

A form may be read in several ways: `mask` holds one bit for each case in the singular, one in
the plural, and the genders of its singular.  What a form can be is narrowed by those beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from rawi.errors import DataError

NAMES: Final = ("nom", "gen", "dat", "acc", "ins", "loc")
NOM, GEN, DAT, ACC, INS, LOC = (1 << n for n in range(6))
#: How far the bits of the plural lie above those of the singular.
SHIFT: Final = 6
SINGULAR: Final = (1 << SHIFT) - 1
PLURAL: Final = SINGULAR << SHIFT
CASES: Final = SINGULAR | PLURAL
MASC, FEM, NEUT = (1 << n for n in range(12, 15))
GENDERS: Final = MASC | FEM | NEUT
ANY: Final = CASES | GENDERS
_WORDS: Final = {"m": MASC, "f": FEM, "n": NEUT}


def both(case: int) -> int:
    """Return a case in the singular and in the plural."""
    return case | case << SHIFT


NOMINATIVE, GENITIVE, DATIVE = both(NOM), both(GEN), both(DAT)
ACCUSATIVE, INSTRUMENTAL, LOCATIVE = both(ACC), both(INS), both(LOC)
OBLIQUE: Final = CASES & ~NOMINATIVE


def parse(told: str, where: str) -> int:
    """Return the mask of words like "m n s gen acc"; without number both are meant."""
    cases = genders = numbers = 0
    for word in told.split():
        if word in NAMES:
            cases |= 1 << NAMES.index(word)
        elif word in _WORDS:
            genders |= _WORDS[word]
        elif word in "sp":
            numbers |= SINGULAR if word == "s" else PLURAL
        else:
            raise DataError(f"{where}: {word!r} is no case, number or gender")
    cases = both(cases) if cases else CASES
    return cases & (numbers or CASES) | (genders or GENDERS)


def meet(one: int, other: int) -> int:
    """Return what two words that belong together can be; 0 where they cannot."""
    cases = one & other & CASES
    genders = one & other & GENDERS
    if not genders:  # genders count in the singular alone
        cases &= PLURAL
    return cases | (genders or GENDERS) if cases else 0


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
            yield lemma, CASES | genders
            return
        if forms:
            yield from self._given(lemma, forms, genders)
            return
        rules = self._nouns.get(paradigm)
        if rules is None:
            raise DataError(f"{self._where}: {lemma!r} has no paradigm {paradigm!r}")
        strip = rules.get("strip", "")
        stem = lemma.removesuffix(strip)
        for number, shift in (("s", 0), ("p", SHIFT)):
            for case, endings in enumerate(rules[number]):
                for ending in endings.split("|"):
                    yield stem + ending, 1 << case + shift | genders

    def _given(self, lemma: str, forms: str, genders: int) -> Iterator[tuple[str, int]]:
        for group in forms.split(";"):
            number, _, words = group.partition(":")
            shift = {"s": 0, "p": SHIFT}.get(number.strip())
            if shift is None:
                raise DataError(f"{self._where}: {lemma!r}: forms of {number!r}, not of s or p")
            for case, word in enumerate(words.split()):
                yield word, 1 << case + shift | genders

    def name(self, lemma: str, genders: int) -> Iterator[tuple[str, int]]:
        """Yield the forms of a given name with their masks."""
        folded = lemma.lower()
        for ending, key in self._names:
            kind, _, sex = key.partition("-")
            fits = not sex or _WORDS[sex[0]] & genders
            if folded.endswith(ending) and fits:
                for form, mask in self.noun(lemma, kind, "", genders):
                    if mask & SINGULAR:
                        yield form, mask
                return
        yield lemma, SINGULAR | genders


def _restored(table: Mapping[str, Any]) -> dict[str, list[tuple[str, int, list[str]]]]:
    """Return by gender: ending, the cases in which it stands, endings of the nominative."""
    found: dict[str, list[tuple[str, int, list[str]]]] = {}
    for gender, rows in table.items():
        rules = []
        for row in rows:
            cases, ending, *nominatives = row
            mask = 0
            for case in cases.split():
                mask |= both(1 << NAMES.index(case))
            rules.append((ending, mask, list(nominatives)))
        found[gender] = sorted(rules, key=lambda rule: -len(rule[0]))
    return found


def ending_mask(key: str, endings: Iterable[tuple[str, int]], least: int = 2) -> int:
    """Return what the longest ending of a word tells; 0 where none fits."""
    for ending, mask in endings:
        if key.endswith(ending) and len(key) >= len(ending) + least:
            return mask
    return 0
