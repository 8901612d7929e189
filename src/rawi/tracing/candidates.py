"""Which attributions are laid beside each other: those of one speaker, and those that sound alike.

All pairs are never compared: attributions of one named speaker meet in blocks, the others
where their vectors lie near each other, both within neighbouring stretches of time.  What meets
depends on the two alone, never on the order in which reports came.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from rawi.authority.skeletons import skeletons
from rawi.tracing.items import Item
from rawi.tracing.similarity import WINDOW

#: Attributions of one speaker meet from this likeness of vectors on, others from the higher.
OF_ONE_SPEAKER: Final = 0.15
OF_ANY: Final = 0.45
#: Rows of the matrix of vectors that are multiplied at once.
_ROWS: Final = 1024

_Numbers = npt.NDArray[np.int64]


def pairs(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of numbers (i < j) of items that may be of one statement, each once."""
    seen: set[tuple[int, int]] = set()
    for block, least in _blocks(items):
        for pair in _near(items, block, least):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _blocks(items: Sequence[Item]) -> Iterator[tuple[list[list[int]], float]]:
    """Yield the stretches of time of each speaker, then those of all items."""
    by_speaker: dict[str, list[int]] = {}
    for number, item in enumerate(items):
        for key in speaker_keys(item):
            by_speaker.setdefault(key, []).append(number)
    for key in sorted(by_speaker):
        if len(by_speaker[key]) > 1:
            yield _stretches(items, by_speaker[key]), OF_ONE_SPEAKER
    yield _stretches(items, range(len(items))), OF_ANY


def speaker_keys(item: Item) -> set[str]:
    """Return the skeletons by which a speaker is found: the last word of each name."""
    if item.anonymous:
        return set()
    return {bones[-1] for name in item.names if (bones := skeletons(name))}


def _stretches(items: Sequence[Item], numbers: Sequence[int]) -> list[list[int]]:
    """Return the numbers by stretches as long as the window; the first holds the undated."""
    found: dict[int, list[int]] = {}
    undated: list[int] = []
    for number in numbers:
        at = items[number].source.published
        if at is None:
            undated.append(number)
        else:
            found.setdefault(int(at.timestamp() // WINDOW.total_seconds()), []).append(number)
    stretches = [undated]
    last = None
    for key in sorted(found):  # an empty stretch parts those that are no neighbours
        if last is not None and key != last + 1:
            stretches.append([])
        stretches.append(found[key])
        last = key
    return stretches


def _near(
    items: Sequence[Item], stretches: list[list[int]], least: float
) -> Iterator[tuple[int, int]]:
    """Yield pairs within a stretch, with the next one, and of the undated with all."""
    undated, dated = stretches[0], stretches[1:]
    for at, stretch in enumerate(dated):
        after = dated[at + 1] if at + 1 < len(dated) else []
        yield from _alike(items, stretch, stretch + after, least)
    everything = [number for stretch in stretches for number in stretch]
    yield from _alike(items, undated, everything, least)


def _alike(
    items: Sequence[Item], some: Sequence[int], others: Sequence[int], least: float
) -> Iterator[tuple[int, int]]:
    if not some or not others:
        return
    columns = np.array(others, np.int64)
    matrix = np.stack([items[n].vector for n in others])
    for start in range(0, len(some), _ROWS):
        rows = some[start : start + _ROWS]
        near = np.stack([items[n].vector for n in rows]) @ matrix.T >= least
        for row, column in zip(*np.nonzero(near), strict=True):
            i, j = rows[int(row)], int(columns[int(column)])
            if i != j:
                yield (i, j) if i < j else (j, i)
