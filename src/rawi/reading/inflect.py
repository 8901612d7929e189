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
    """How the forms of a principal part are made, and their features.

    The forms stand in one text, a mark in each in the place of what stays of the part: to
    put a part into all of them is one replacement for each way to cut it.
    """

    def __init__(
        self, forms: Iterable[Mapping[str, Any]], prefixes: Mapping[str, str], fold: Fold
    ) -> None:
        fronts = [(letter, features(names)) for letter, names in prefixes.items()] or [("", 0)]
        made = [(form, *front) for form in forms for front in fronts]
        self.features = [features(form["is"]) | gender for form, _, gender in made]
        self._begin = 1 if prefixes else 0  # a prefix replaces the first letter
        strips = sorted({form.get("strip", 0) for form, _, _ in made})
        self._cuts = [(chr(strip), -strip or None) for strip in strips]
        self._lines = "\n".join(
            f"{fold(letter)}{chr(form.get('strip', 0))}{fold(form['add'])}"
            for form, letter, _ in made
        )

    def forms(self, part: str) -> str:
        """Return the forms of a folded part, one a line."""
        lines = self._lines
        for mark, end in self._cuts:
            lines = lines.replace(mark, part[self._begin : end])
        return lines


class Paradigm:
    """The rules for one principal part."""

    def __init__(self, table: Mapping[str, Any], fold: Fold) -> None:
        prefixes = table.get("prefixes", {})
        self._rules = {rule["ends"]: Rule(rule["forms"], prefixes, fold) for rule in table["rule"]}
        self._lengths = sorted({len(ends) for ends in self._rules}, reverse=True)

    def rule(self, part: str) -> Rule:
        """Return the rule for a part, as the table writes it: that of the longest ending."""
        for length in self._lengths:
            rule = self._rules.get(part[len(part) - length :])
            if rule is not None:
                return rule
        raise KeyError(part)


class Inflection:
    """All paradigms of a language, by the names of the columns of `cues.tsv`.

    `fold` folds a word: the forms are folded ones.
    """

    def __init__(self, table: Mapping[str, Any], fold: Fold) -> None:
        self.paradigms = {name: Paradigm(rules, fold) for name, rules in table.items()}

    def forms(self, column: str, part: str, folded: str) -> tuple[str, list[int]]:
        """Return the forms of the principal part that stands in a column, and their features.

        The forms are one text, one a line: tables have thousands of parts.  `part` is as the
        table writes it, since a rule may ask for a letter that folding makes another; `folded`
        is the same part folded.
        """
        rule = self.paradigms[column].rule(part)
        return rule.forms(folded), rule.features
