"""A quotation that others pass on in pieces is one statement with them.

Who quotes two sentences in full is joined by the vectors of sentences to those that quote
the first and to those that quote the second.  These have nothing in common with each other,
so on average they stay apart: here the whole joins them.  Only a quotation in its own words and of
one stretch is a whole; indirect speech often tells of several statements in one sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from rawi.tracing.items import Item

#: The share of a group that is linked with a whole of another group, for it to be its piece.
MOST_OF_IT: Final = 0.75


def join_pieces(
    groups: Sequence[Sequence[int]],
    items: Sequence[Item],
    links: Mapping[tuple[int, int], float],
    least: float,
) -> list[list[int]]:
    """Return the groups, those that are pieces of a whole in another one joined with it.

    Groups hold numbers of items; `links` tells the chance of two, the lower number first, and
    counts from `least` on.
    """
    group_of = {n: place for place, group in enumerate(groups) for n in group}
    linked: dict[tuple[int, int], set[int]] = defaultdict(set)
    for pair, chance in links.items():
        if chance < least or group_of[pair[0]] == group_of[pair[1]]:
            continue
        for whole, piece in (pair, pair[::-1]):
            if _is_whole(items[whole]) and not _is_whole(items[piece]):
                linked[whole, group_of[piece]].add(piece)
    root = list(range(len(groups)))
    for (whole, place), pieces in sorted(linked.items()):
        if len(pieces) >= MOST_OF_IT * len(groups[place]):
            one, other = _find(root, group_of[whole]), _find(root, place)
            root[max(one, other)] = min(one, other)
    joined: dict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        joined[_find(root, place)] += group
    return [sorted(group) for group in joined.values()]


def _is_whole(item: Item) -> bool:
    """Say whether an item quotes several sentences, in their own words and one stretch."""
    attribution = item.attribution
    one_stretch = len(attribution.content) == 1 and attribution.type == "direct"
    return one_stretch and item.parts.shape[0] > 1


def _find(root: list[int], n: int) -> int:
    while root[n] != n:
        n = root[n]
    return n
