"""Statements that lineage makes one: a number that changed on the way, an "almost" that was lost.

Contents that differ in a number or a negation are apart, unless one report took them from
the other: then they are variants of one statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rawi.tracing.derivation import Edge
from rawi.tracing.items import Item
from rawi.tracing.similarity import content_score, speaker_agreement
from rawi.tracing.story import Story

#: What two contents must have in common where one report took from the other.
LIKE: Final = 0.3


def tie(story: Story, edges: Sequence[Edge]) -> list[list[Item]]:
    """Return the statements, those that are variants of each other joined."""
    groups = story.groups
    root = list(range(len(groups)))

    def find(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    members = [list(group) for group in groups]
    for edge in edges:
        for one, other in _pairs(story, edge):
            a, b = find(one), find(other)
            if a != b and not _stand_beside(members[a], members[b]):
                first, second = min(a, b), max(a, b)
                root[second] = first
                members[first] += members[second]
    return [
        sorted(members[n], key=lambda item: item.key) for n in range(len(groups)) if find(n) == n
    ]


def _pairs(story: Story, edge: Edge) -> list[tuple[int, int]]:
    """Return the statements of child and parent that have no counterpart and are alike."""
    mine, theirs = story.of_source[edge.child], story.of_source[edge.parent]
    scored = []
    for item in story.sources[edge.child].items:
        one = story.statement[item.key]
        if one in theirs:
            continue
        for peer in story.sources[edge.parent].items:
            other = story.statement[peer.key]
            if other in mine or item.stance != peer.stance:
                continue
            if speaker_agreement(item, peer) < _SPEAKERS:
                continue
            score = content_score(item, peer)
            if score >= LIKE:
                scored.append((score, one, other))
    pairs: dict[int, int] = {}
    for _, one, other in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    return sorted(pairs.items())


_SPEAKERS: Final = 0.5


def _stand_beside(one: Sequence[Item], other: Sequence[Item]) -> bool:
    """Say whether a report carries both: then they are two statements."""
    return not {i.source.number for i in one}.isdisjoint(i.source.number for i in other)
