"""From the principal parts of a cue to its forms, by the language's rules (`inflection.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# What a form says of itself; one bit each, so that a form's features are one integer.
PERF, IMPF, JUSS, HAL, NOUN, OWN = (1 << n for n in range(6))
MASC, FEM, SING, DUAL, PLUR, OBJECT, FIRST = (1 << n for n in range(6, 13))
FINITE = PERF | IMPF | JUSS

FEATURES = {
    "perf": PERF, "impf": IMPF, "juss": JUSS, "hal": HAL, "noun": NOUN, "own": OWN,
    "m": MASC, "f": FEM, "s": SING, "d": DUAL, "p": PLUR,
}  # fmt: skip


def features(names: str) -> int:
    """Return the bits of features written as words."""
    bits = 0
    for name in names.split():
        bits |= FEATURES[name]
    return bits


class Paradigm:
    """The rules for one principal part."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        prefixes: dict[str, str] = table.get("prefixes", {})
        self._rules = {
            rule["ends"]: [
                (letter, -form.get("strip", 0) or None, form["add"], features(form["is"]) | gender)
                for form in rule["forms"]
                for letter, gender in _genders(prefixes)
            ]
            for rule in table["rule"]
        }
        self._first = 1 if prefixes else 0
        self._lengths = sorted({len(ends) for ends in self._rules}, reverse=True)

    def forms(self, part: str) -> list[tuple[str, int]]:
        """Return every form of a principal part with its features."""
        first = self._first
        return [
            (letter + part[first:stop] + add, bits) for letter, stop, add, bits in self._rule(part)
        ]

    def _rule(self, part: str) -> list[tuple[str, int | None, str, int]]:
        """Return the rule of the longest ending: a new first letter, where to cut, what to add."""
        for length in self._lengths:
            rule = self._rules.get(part[len(part) - length :])
            if rule is not None:
                return rule
        raise KeyError(part)


def _genders(prefixes: Mapping[str, str]) -> list[tuple[str, int]]:
    """Return the letters that replace the first one, with their features; "" where it stays."""
    return [(letter, features(names)) for letter, names in prefixes.items()] or [("", 0)]


class Inflection:
    """All paradigms of a language, by the names of the columns of `cues.tsv`."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.paradigms = {name: Paradigm(rules) for name, rules in table.items()}

    def forms(self, column: str, part: str) -> list[tuple[str, int]]:
        """Return the forms of the principal part that stands in a column."""
        return self.paradigms[column].forms(part)
