"""Which attributions pass on one statement: linked pair by pair, then gathered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import Final

from rawi.tracing.candidates import pairs
from rawi.tracing.items import Item, Source
from rawi.tracing.links import Compared, link_score
from rawi.tracing.pieces import join_pieces

#: Two attributions are linked, and two groups one, from this chance on: of the link, and of their
#: members' links on average.
LEAST: Final = 0.3
#: The same where all are taken to be tied, which they are not: the chances are too great then.
LEAST_LOOSELY: Final = 0.5


def gather(
    sources: Sequence[Source],
    kinship: Mapping[tuple[int, int], float] | None = None,
    *,
    loosely: bool = False,
    compared: Compared | None = None,
) -> list[list[Item]]:
    """Return the statements: groups of attributions, each in one group, in the order of the text.

    `kinship` tells of two sources, by their numbers, the lower first, how they are tied; None
    where that is not known yet.  `loosely` takes all to be tied: what then is one statement may
    yet be several that differ in a number or a hedge.  `compared` keeps what was worked out of
    pairs, for the next time.
    """
    items = [item for source in sources for item in source.items]
    compared = compared or Compared()
    scorer = Scorer(items, kinship or {}, 1.0 if loosely else 0.0, compared)
    links = {pair: score for pair in pairs(items) if (score := scorer(*pair)) > 0}
    return _groups(items, links, scorer, LEAST_LOOSELY if loosely else LEAST)


class Scorer:
    """Scores two items by their numbers, the lower first."""

    def __init__(
        self,
        items: Sequence[Item],
        kinship: Mapping[tuple[int, int], float],
        least: float,
        compared: Compared,
    ) -> None:
        self._compared = compared
        self._least = least
        self._items = items
        self._kinship = kinship

    def __call__(self, i: int, j: int) -> float:
        one, other = self._items[i], self._items[j]
        tied = self._kinship.get((one.source.number, other.source.number), self._least)
        return link_score(one, other, tied, self._compared)


#: A part of so many items is compared pair by pair; of a larger one only what met is known.
WHOLE: Final = 300


def _groups(
    items: Sequence[Item], links: Mapping[tuple[int, int], float], scorer: Scorer, least: float
) -> list[list[Item]]:
    """Gather what is linked, each connected part for itself."""
    parts = _parts(len(items), [pair for pair, score in links.items() if score >= least])
    found: list[list[int]] = []
    inside: dict[int, dict[tuple[int, int], float]] = {}
    for (i, j), score in links.items():
        if parts[i] == parts[j]:
            inside.setdefault(parts[i], {})[i, j] = score
    members: dict[int, list[int]] = {}
    for number, part in enumerate(parts):
        members.setdefault(part, []).append(number)
    for part in sorted(members):
        known = inside.get(part, {})
        if 2 < len(members[part]) <= WHOLE:
            known = known | {
                pair: score
                for pair in combinations(members[part], 2)
                if pair not in known and (score := scorer(*pair)) > 0
            }
        found += join_pieces(_agglomerate(members[part], known, least), items, known, least)
    return [[items[n] for n in sorted(group)] for group in sorted(found)]


def _parts(count: int, pairs: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each number the least number that it is connected with."""
    root = list(range(count))

    def find(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for i, j in pairs:
        a, b = find(i), find(j)
        root[max(a, b)] = min(a, b)
    return [find(n) for n in range(count)]


def _agglomerate(
    members: Sequence[int], links: Mapping[tuple[int, int], float], least: float
) -> list[list[int]]:
    """Join the two groups with the strongest mean link, as long as it is strong enough.

    Ties are broken by the numbers of the first members, so that the result depends on the
    links alone.
    """
    groups = {n: [n] for n in members}
    sums: dict[int, dict[int, float]] = {n: {} for n in members}
    for (i, j), score in links.items():
        sums[i][j] = sums[j][i] = score
    heap = [(-score, i, j) for (i, j), score in links.items() if score >= least]
    heapify(heap)
    while heap:
        negative, i, j = heappop(heap)
        if i not in groups or j not in groups or j not in sums[i]:
            continue
        if _mean(sums, groups, i, j) != -negative:
            continue
        groups[i] += groups.pop(j)
        for k, value in sums.pop(j).items():
            if k != i:
                sums[k].pop(j)
                sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + value
        sums[i].pop(j, None)
        for k in sums[i]:
            mean = _mean(sums, groups, i, k)
            if mean >= least:
                heappush(heap, (-mean, min(i, k), max(i, k)))
    return [sorted(group) for group in groups.values()]


def _mean(
    sums: Mapping[int, Mapping[int, float]], groups: Mapping[int, Sequence[int]], i: int, j: int
) -> float:
    return sums[i][j] / (len(groups[i]) * len(groups[j]))
