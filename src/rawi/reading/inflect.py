"""From the principal parts of a cue to its forms, by the language's rules (`inflection.toml`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

Fold: TypeAlias = Callable[[str], str]

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


class Rule:
    """How the forms of a principal part are made, and their features."""

    def __init__(
        self, forms: Iterable[Mapping[str, Any]], prefixes: Mapping[str, str], fold: Fold
    ) -> None:
        fronts = [(letter, features(names)) for letter, names in prefixes.items()] or [("", 0)]
        made = [(form, *front) for form in forms for front in fronts]
        self.features = [features(form["is"]) | gender for form, _, gender in made]
        # a new first letter, where to cut, what to add
        self.steps = [
            (fold(letter), -form.get("strip", 0) or None, fold(form["add"]))
            for form, letter, _ in made
        ]


class Paradigm:
    """The rules for one principal part."""

    def __init__(self, table: Mapping[str, Any], fold: Fold) -> None:
        prefixes: dict[str, str] = table.get("prefixes", {})
        self._begin = 1 if prefixes else 0
        self._rules = {
            rule["ends"]: Rule(rule["forms"], prefixes, fold) for rule in table["rule"]
        }
        self._lengths = sorted({len(ends) for ends in self._rules}, reverse=True)

    def forms(self, part: str, folded: str) -> tuple[list[str], list[int]]:
        """Return every form of a principal part, and the features of each; see `Inflection`."""
        rule, begin = self._rule(part), self._begin
        return [
            letter + folded[begin:stop] + add for letter, stop, add in rule.steps
        ], rule.features

    def _rule(self, part: str) -> Rule:
        """Return the rule of the longest ending."""
        ends = (part[len(part) - length :] for length in self._lengths)
        return next(self._rules[end] for end in ends if end in self._rules)


class Inflection:
    """All paradigms of a language, by the names of the columns of `cues.tsv`.

    `fold` folds a word: the forms are folded ones.
    """

    def __init__(self, table: Mapping[str, Any], fold: Fold) -> None:
        self.paradigms = {name: Paradigm(rules, fold) for name, rules in table.items()}

    def forms(self, column: str, part: str, folded: str) -> tuple[list[str], list[int]]:
        """Return the forms of the principal part that stands in a column, and their features.

        `part` is as the table writes it, since a rule may ask for a letter that folding makes
        another; `folded` is the same part folded.
        """
        return self.paradigms[column].forms(part, folded)
