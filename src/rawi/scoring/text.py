"""Words as the comparison sees them: folded, and as sets of token numbers."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

Offsets = tuple[int, int]


@cache
def _forms() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("forms.toml").read_text("utf-8"))


@cache
def _letters() -> dict[int, str]:
    return str.maketrans(_forms()["letters"])


@cache
def complementisers() -> frozenset[str]:
    """Return the complementisers, folded."""
    forms = _forms()["complementisers"]
    stuck = {
        clitic + forms["stem"] + pronoun
        for clitic in forms["clitics"]
        for pronoun in forms["pronouns"]
    }
    return frozenset({*forms["words"], *(stuck - {*forms["except"]})})


@cache
def prepositions() -> frozenset[str]:
    """Return the prepositions that are words of their own, folded."""
    return frozenset(map(fold, _forms()["prepositions"]["words"]))


def fold(text: str) -> str:
    """Strip the differences of spelling that do not make a name another one.

    Case, diacritics, hamza seats, alef and yaa forms, taa marbuta, tatweel,
    spaces and invisible characters.
    """
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    kept = (
        char
        for char in unicodedata.normalize("NFKD", decomposed)
        if unicodedata.category(char) not in ("Mn", "Cf") and not char.isspace()
    )
    return "".join(kept).translate(_letters())


def tokenize(text: str) -> list[Offsets]:
    """Return the spans of the runs of letters and digits, combining marks included."""
    spans = []
    start = None
    for position, char in enumerate(text):
        inside = char.isalnum() or (
            start is not None and unicodedata.category(char).startswith("M")
        )
        if inside and start is None:
            start = position
        elif not inside and start is not None:
            spans.append((start, position))
            start = None
    if start is not None:
        spans.append((start, len(text)))
    return spans


class Tokens:
    """The tokens of a report."""

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self.spans = tokenize(text)
        known = complementisers()
        self._complementisers = frozenset(
            number
            for number, (start, end) in enumerate(self.spans)
            if fold(text[start:end]) in known
        )

    def within(self, spans: Sequence[Offsets]) -> frozenset[int]:
        """Return the numbers of the tokens that the spans cover or cut and that count.

        A complementiser does not count, unless the spans hold nothing else.
        """
        covered = frozenset(
            number
            for number, (start, end) in enumerate(self.spans)
            if any(start < to and begin < end for begin, to in spans)
        )
        return covered - self._complementisers or covered


def token_f1(one: Collection[int], other: Collection[int]) -> float:
    """Return the F1 of two sets of tokens, 0 to 1; 0 where nothing is shared."""
    shared = len(set(one) & set(other))
    return 2 * shared / (len(one) + len(other)) if shared else 0.0
