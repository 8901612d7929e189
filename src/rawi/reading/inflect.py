"""From the principal parts of a cue to its forms, by the language's rules (`inflection.toml`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
        self._prefixes = [
            (letter, features(gender)) for letter, gender in table.get("prefixes", {}).items()
        ]
        self._rules = sorted(
            (
                (
                    rule["ends"],
                    [(f.get("strip", 0), f["add"], features(f["is"])) for f in rule["forms"]],
                )
                for rule in table["rule"]
            ),
            key=lambda rule: -len(rule[0]),
        )

    def forms(self, part: str) -> Iterator[tuple[str, int]]:
        """Yield every form of a principal part with its features."""
        rule = next(forms for ends, forms in self._rules if part.endswith(ends))
        for strip, add, bits in rule:
            form = part[: len(part) - strip] + add
            if not self._prefixes:
                yield form, bits
            for letter, gender in self._prefixes:
                yield letter + form[1:], bits | gender


class Inflection:
    """All paradigms of a language, by the names of the columns of `cues.tsv`."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.paradigms = {name: Paradigm(rules) for name, rules in table.items()}

    def forms(self, column: str, part: str) -> Iterator[tuple[str, int]]:
        """Yield the forms of the principal part that stands in a column."""
        yield from self.paradigms[column].forms(part)
