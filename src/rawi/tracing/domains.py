"""Parting attributions into domains, each of which is traced for itself.

Two attributions *meet* on a level by what they are themselves: how near their vectors lie,
whether they may have one speaker, whether they were published within the window.  What is
connected by meeting is a component; each level asks for more than the one before, so its
components lie within those.  The domain of an attribution is its largest component that is not
too large to be traced.  So the domains depend on the attributions alone, not on their order,
and those that come can be put in where they meet others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from rawi.tracing.embedding import SCALE
from rawi.tracing.points import UNDATED, Bytes
from rawi.tracing.similarity import WINDOW

Ints = npt.NDArray[np.int64]

#: Cosines from which on two meet: of those that may have one speaker, and of any two.  On the
#: first level all attributions of a report meet, on the last only those of the same words.
OF_ONE_SPEAKER: Final = (0.15, 0.15, 0.40, 0.58, 0.74)
OF_ANY: Final = (0.45, 0.45, 0.55, 0.66, 0.78)
LEVELS: Final = len(OF_ANY) + 1
EXACT: Final = LEVELS - 1
#: Attributions that are traced together at most.
MOST: Final = 1_000
_ROWS: Final = 256


class Field:
    """Attributions laid out to be met: those of the same words and day stand for each other."""

    def __init__(
        self,
        numbers: Sequence[int] | Ints,
        days: Sequence[int] | Ints,
        same: Sequence[int] | Ints,
        keys: Sequence[tuple[int, ...]],
        vectors: Bytes,
    ) -> None:
        self.numbers = np.array(numbers, np.int64)
        self.days = np.array(days, np.int64)
        self.same = np.array(same, np.int64)
        self.keys = keys
        self.vectors = vectors

    def __len__(self) -> int:
        return len(self.numbers)

    def folded(self) -> tuple[Field, Ints]:
        """Return one for all of the same words and day; and pairs of the others with it."""
        seen: dict[tuple[int, int], int] = {}
        kept: list[int] = []
        pairs: list[tuple[int, int]] = []
        for at, mark in enumerate(zip(self.same.tolist(), self.days.tolist(), strict=True)):
            if mark in seen:
                pairs.append((int(self.numbers[seen[mark]]), int(self.numbers[at])))
            else:
                seen[mark] = at
                kept.append(at)
        return self.only(kept), np.array(pairs, np.int64).reshape(-1, 2)

    def only(self, rows: Sequence[int]) -> Field:
        """Return some of them."""
        rows = list(rows)
        return Field(
            self.numbers[rows], self.days[rows], self.same[rows],
            [self.keys[at] for at in rows], self.vectors[rows],
        )  # fmt: skip

    def and_(self, other: Field) -> Field:
        """Return these and others."""
        return Field(
            np.concatenate([self.numbers, other.numbers]),
            np.concatenate([self.days, other.days]),
            np.concatenate([self.same, other.same]),
            [*self.keys, *other.keys],
            np.concatenate([self.vectors, other.vectors]),
        )


def met(some: Field, others: Field) -> list[Ints]:
    """Return for each level the pairs of numbers that meet, of some with others."""
    found: list[list[Ints]] = [[] for _ in range(LEVELS)]
    if not len(some) or not len(others):
        return [_pairs([]) for _ in found]
    matrix = others.vectors.astype(np.float32).T.copy()
    by_key: dict[int, list[int]] = {}
    for at, keys in enumerate(others.keys):
        for key in keys:
            by_key.setdefault(key, []).append(at)
    columns = {key: np.array(rows, np.int64) for key, rows in by_key.items()}
    for start in range(0, len(some), _ROWS):
        rows = np.arange(start, min(start + _ROWS, len(some)))
        # exact: products of whole numbers below 2 ** 24; SCALE is a power of two
        near = (some.vectors[rows].astype(np.float32) @ matrix) / np.float32(SCALE * SCALE)
        one, two = np.nonzero(near >= OF_ANY[0])
        _note(found, some, others, rows[one], two, near[one, two], OF_ANY)
        for row, at in enumerate(rows.tolist()):
            mine = [columns[key] for key in some.keys[at] if key in columns]
            if mine:
                there = np.unique(np.concatenate(mine))
                _note(found, some, others, np.full(len(there), at), there, near[row, there],
                      OF_ONE_SPEAKER)  # fmt: skip
    return [_pairs(level) for level in found]


def _note(
    found: list[list[Ints]],
    some: Field,
    others: Field,
    one: Ints,
    two: Ints,
    near: npt.NDArray[np.float32],
    least: Sequence[float],
) -> None:
    first, second = some.days[one], others.days[two]
    dated = (first != UNDATED) & (second != UNDATED)
    timely = ~dated | (np.abs(first - second) <= WINDOW.days)
    one, two, near = one[timely], two[timely], near[timely]
    pairs = np.stack([some.numbers[one], others.numbers[two]], axis=1)
    for level, cosine in enumerate(least):
        found[level].append(pairs[near >= np.float32(cosine)])
    alike = (some.same[one] == others.same[two]) & (near >= np.float32(least[-1]))
    found[EXACT].append(pairs[alike])


def _pairs(some: Sequence[Ints]) -> Ints:
    return np.concatenate(some) if some else np.zeros((0, 2), np.int64)


class Components:
    """For each level and attribution the number of its component: that of one of its members."""

    def __init__(self, labels: npt.NDArray[np.int32]) -> None:
        self.labels = labels  # one row an attribution, one column a level; -1: no longer there

    @classmethod
    def of(cls, count: int) -> Components:
        """Return as many attributions, each for itself."""
        return cls(np.repeat(np.arange(count, dtype=np.int32)[:, None], LEVELS, axis=1))

    def join(self, level: int, pairs: Ints) -> None:
        """Join the components of pairs on one level."""
        if not len(pairs):
            return
        column = self.labels[:, level]
        ends = _different(column[pairs])
        if not len(ends):
            return
        root: dict[int, int] = {}

        def find(n: int) -> int:
            while root.get(n, n) != n:
                root[n] = root.get(root[n], root[n])
                n = root[n]
            return n

        for one, other in ends.tolist():
            first, second = find(one), find(other)
            if first != second:
                root[max(first, second)] = min(first, second)
        into = np.arange(len(column), dtype=np.int32)
        gone = np.array(sorted(root), np.int64)
        into[gone] = [find(int(n)) for n in gone]
        there = column >= 0
        column[there] = into[column[there]]

    def domains(self, most: int) -> npt.NDArray[np.int8]:
        """Return for each attribution the level on which its component is its domain.

        `LEVELS` where even those of the same words are too many.
        """
        found = np.full(len(self.labels), LEVELS, np.int8)
        for level in reversed(range(LEVELS)):
            column = self.labels[:, level]
            there = column >= 0
            sizes = np.bincount(column[there], minlength=len(column))
            small = np.zeros(len(column), bool)
            small[there] = sizes[column[there]] <= most
            found[small] = level
        return found


def parted(
    field: Field, reports: Sequence[int], tied: Iterable[Sequence[int]] = ()
) -> list[tuple[list[int], bool]]:
    """Return the domains of attributions numbered from 0, and of each whether it is too large.

    `reports` tells the report of each, `tied` are those that persons tied.
    """
    components = Components.of(len(field))
    for level in range(LEVELS):
        components.join(level, bound(tied))
    components.join(0, within(reports, range(len(field))))
    few, copies = field.folded()
    for level, pairs in enumerate(met(few, few)):
        components.join(level, copies)
        components.join(level, pairs)
    levels = components.domains(MOST)
    found: dict[tuple[int, int], list[int]] = {}
    for number, level in enumerate(levels.tolist()):
        at = min(level, EXACT)
        found.setdefault((level, int(components.labels[number, at])), []).append(number)
    return [(numbers, level == LEVELS) for (level, _), numbers in found.items()]


def _different(pairs: npt.NDArray[np.int32]) -> Ints:
    """Return the pairs of two different numbers from 0, each once."""
    pairs = pairs[pairs[:, 0] != pairs[:, 1]].astype(np.int64)
    both = np.unique((pairs.min(axis=1) << 32) | pairs.max(axis=1))  # one number a pair: fast
    return np.stack([both >> 32, both & 0xFFFFFFFF], axis=1)


def within(reports: Sequence[int], numbers: Sequence[int]) -> Ints:
    """Return the pairs of neighbours of one report."""
    pairs = [
        (numbers[at - 1], numbers[at]) for at in range(1, len(numbers))
        if reports[at - 1] == reports[at]
    ]  # fmt: skip
    return np.array(pairs, np.int64).reshape(-1, 2)


def bound(tied: Iterable[Sequence[int]]) -> Ints:
    """Return pairs that join all of each."""
    pairs = [(some[0], other) for some in tied for other in some[1:]]
    return np.array(pairs, np.int64).reshape(-1, 2)
