"""Reports laid beside each other sentence by sentence: what one has of the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

import msgspec
import numpy as np

from rawi.records import Report
from rawi.tracing.embedding import Vectors, embed
from rawi.tracing.facts import Facts, facts_of, shared_numbers

_ENDS: Final = r"\n.!?\u061f\u2026"
#: Up to a mark that ends a sentence; a mark within a word or a number does not.
_SENTENCE: Final = re.compile(rf"[^{_ENDS}]+(?:[.!?\u061f\u2026]+(?=\S)[^{_ENDS}]+)*")
_WORD: Final = re.compile(r"\w+")
#: Characters: shorter lines (a credit, a place) tell nothing of where a text is from.
SHORTEST: Final = 16
#: Sentences of a report that are looked at, and characters that one counts for at most.
MOST: Final = 60
_WEIGHT = 200
#: Vectors of sentences: below the first nothing is shared, above the second all is.
APART, SAME = 0.40, 0.75
#: Runs of this many words are compared within a language.
SHINGLE: Final = 3


class Units:
    """The sentences of one report."""

    def __init__(self, report: Report) -> None:
        found = [m for m in _SENTENCE.finditer(report.text) if len(m[0].strip()) >= SHORTEST][:MOST]
        self.texts = [match[0].strip() for match in found]
        said = [span for a in report.attributions for span in a.content]
        #: sentences in which nobody is quoted: the report's own words
        self.own = np.array(
            [not any(s.start < m.end() and m.start() < s.end for s in said) for m in found], bool
        )
        self.language = report.language
        self.weights = np.array([min(len(text), _WEIGHT) for text in self.texts], np.float32)
        self.vectors: Vectors = np.zeros((0, 0), np.float32)

    @cached_property
    def facts(self) -> list[Facts]:
        """What each sentence tells that can be compared."""
        return [facts_of(text, self.language) for text in self.texts]

    @cached_property
    def shingles(self) -> list[frozenset[tuple[str, ...]]]:
        """The runs of words of each sentence."""
        return [_shingles(text) for text in self.texts]


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    size = min(SHINGLE, len(words))
    return frozenset(tuple(words[n : n + size]) for n in range(len(words) - size + 1))


def units_of(reports: Sequence[Report]) -> list[Units]:
    """Return the sentences of each report, with their vectors."""
    units = [Units(report) for report in reports]
    vectors = embed([text for one in units for text in one.texts])
    at = 0
    for one in units:
        one.vectors = vectors[at : at + len(one.texts)]
        at += len(one.texts)
    return units


class Shared(msgspec.Struct, frozen=True):
    """Which share of the child's sentences the parent has, 0 to 1, weighed by their length.

    `sense` in meaning, `literal` word for word (0 across languages), `background` in meaning,
    of the sentences in which nobody is quoted; None where the child has hardly any.
    """

    sense: float
    literal: float
    background: float | None


def coverage(child: Units, parent: Units) -> Shared:
    """Return what a child shares with a parent."""
    total = float(child.weights.sum())
    if not total or not parent.texts:
        return Shared(0.0, 0.0, None)
    likeness = child.vectors @ parent.vectors.T
    for i, facts in enumerate(child.facts):
        if not facts.numbers:
            continue
        for j, others in enumerate(parent.facts):
            both, left, right = shared_numbers(facts, others)
            likeness[i, j] += 0.1 if both else -0.1 * bool(left and right)
    sense = np.clip((likeness.max(axis=1) - APART) / (SAME - APART), 0.0, 1.0)
    literal = 0.0
    if child.language == parent.language:
        literal = float((_literal(child, parent) * child.weights).sum()) / total
    own = float(child.weights[child.own].sum())
    background = float((sense * child.weights)[child.own].sum()) / own if own >= _OWN else None
    return Shared(float((sense * child.weights).sum()) / total, literal, background)


#: Characters of own words from which on they tell something.
_OWN: Final = 40


def _literal(child: Units, parent: Units) -> Vectors:
    """Return for each sentence of the child the share of its shingles that the parent has."""
    have = frozenset().union(*parent.shingles)
    return np.array(
        [len(own & have) / len(own) if own else 0.0 for own in child.shingles], np.float32
    )
