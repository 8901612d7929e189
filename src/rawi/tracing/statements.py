"""Which attributions pass on one statement: linked pair by pair, then gathered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from rawi.tracing.items import Item, Source
from rawi.tracing.similarity import link_score

LEAST: Final = 0.42
#: Two groups are one where their members' links are this strong on average.
TOGETHER: Final = 0.36


def gather(
    sources: Sequence[Source], kinship: Mapping[tuple[int, int], float] | None = None
) -> list[list[Item]]:
    """Return the statements: groups of attributions, each in one group, in the order of the text.

    `kinship` tells of two sources, by their numbers, the lower first, how they are tied; None
    where that is not known yet.
    """
    items = [item for source in sources for item in source.items]
    links = _links(items, kinship or {})
    return _groups(items, links)


def _links(
    items: Sequence[Item], kinship: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    links: dict[tuple[int, int], float] = {}
    for i, one in enumerate(items):
        for j in range(i + 1, len(items)):
            pair = (one.source.number, items[j].source.number)
            score = link_score(one, items[j], kinship.get(pair, 0.0))
            if score > 0:
                links[i, j] = score
    return links


def _groups(items: Sequence[Item], links: dict[tuple[int, int], float]) -> list[list[Item]]:
    """Agglomerate by average link, the strongest first."""
    groups: dict[int, list[int]] = {n: [n] for n in range(len(items))}
    sums: dict[int, dict[int, float]] = {n: {} for n in range(len(items))}
    for (i, j), score in links.items():
        sums[i][j] = score
        sums[j][i] = score
    import heapq

    heap = [(-score, i, j) for (i, j), score in links.items() if score >= LEAST]
    heapq.heapify(heap)
    alive = set(groups)
    while heap:
        score, i, j = heapq.heappop(heap)
        if i not in alive or j not in alive:
            continue
        mean = sums[i].get(j, 0.0) / (len(groups[i]) * len(groups[j]))
        if abs(mean + score) > 1e-9:
            continue
        if mean < TOGETHER:
            continue
        new = max(groups) + 1
        groups[new] = groups[i] + groups[j]
        alive -= {i, j}
        merged = dict(sums[i])
        for k, v in sums[j].items():
            merged[k] = merged.get(k, 0.0) + v
        sums[new] = {k: v for k, v in merged.items() if k in alive}
        for k, v in sums[new].items():
            sums[k][new] = v
            mean = v / (len(groups[k]) * len(groups[new]))
            if mean >= TOGETHER:
                heapq.heappush(heap, (-mean, new, k))
        alive.add(new)
    return [sorted((items[n] for n in groups[g]), key=lambda item: item.key) for g in sorted(alive)]
