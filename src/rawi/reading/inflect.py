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
        begin = 1 if prefixes else 0  # a prefix replaces the first letter
        strips = sorted({form.get("strip", 0) for form, _, _ in made})
        self._cuts = [(chr(strip), slice(begin, -strip or None)) for strip in strips]
        self._lines = "\n".join(
            f"{fold(letter)}{chr(form.get('strip', 0))}{fold(form['add'])}"
            for form, letter, _ in made
        )

    def forms(self, part: str) -> str:
        """Return the forms of a folded part, one a line."""
        lines = self._lines
        for mark, kept in self._cuts:
            lines = lines.replace(mark, part[kept])
        return lines


class Paradigm:
    """The rules for one principal part: a table of `inflection.toml`.

    `fold` folds a word: the forms are folded ones.
    """

    def __init__(self, table: Mapping[str, Any], fold: Fold) -> None:
        prefixes = table.get("prefixes", {})
        rules = [(rule["ends"], Rule(rule["forms"], prefixes, fold)) for rule in table["rule"]]
        self._rules = sorted(rules, key=lambda rule: -len(rule[0]))
        self._longest = len(self._rules[0][0])
        self._by_end: dict[str, Rule] = {}

    def forms(self, part: str, folded: str) -> tuple[str, list[int]]:
        """Return the forms of a principal part, one a line, and the features of each.

        `part` is as a table writes it, since a rule may ask for a letter that folding makes
        another; `folded` is the same part folded.
        """
        end = part[-self._longest :]
        rule = self._by_end.get(end)
        if rule is None:
            rule = next(rule for ends, rule in self._rules if end.endswith(ends))
            self._by_end[end] = rule
        return rule.forms(folded), rule.features


def paradigms(table: Mapping[str, Any], fold: Fold) -> dict[str, Paradigm]:
    """Return the paradigms of an `inflection.toml`, by the names of columns of `cues.tsv`."""
    return {name: Paradigm(rules, fold) for name, rules in table.items()}
