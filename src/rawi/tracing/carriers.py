"""Who carries a statement: its members, and reports whose text has it though no member tells.

A statement that the reader missed in a report, or that was split in two, is in the text all the
same.  Counts of origins would change with every such slip, if they went by the members alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np

from rawi.tracing.items import Item
from rawi.tracing.story import Story

#: A sentence like a member's content to this degree (cosine) has it, with this chance.
_LIKE: Final = ((0.60, 0.8), (0.50, 0.65), (0.44, 0.5))
#: And one in which somebody is quoted from here on: vectors of two languages lie that far apart.
_QUOTED_LIKE: Final = (0.36, 0.5)
#: Reports that tell of one occasion appear within so many hours of the first member: before it,
#: and after it.
_BEFORE, _AFTER = 12.0, 60.0
#: Members that are compared with a text.
_ITEMS: Final = 12
#: Reports looked at beside the members.
_MOST: Final = 48


class Carriers:
    """The sources of one statement, each with the chance that it carries it."""

    def __init__(self, story: Story, number: int, parents: Mapping[int, list[int]]) -> None:
        self._story = story
        self._items: dict[int, Item] = {}
        for item in story.groups[number]:
            self._items.setdefault(item.source.number, item)
        self._vectors = np.stack([i.vector for i in list(self._items.values())[:_ITEMS]])
        self._scores: dict[int, float] = dict.fromkeys(self._items, 1.0)
        self._first = next(iter(self._items.values()))
        times = [at for item in self._items.values() if (at := item.source.published)]
        self._began = min(times, default=None)
        self._found: dict[int, float] = {}
        self._number, self._parents = number, parents

    def look_beside(self) -> None:
        """Take in reports that carry it in their text alone."""
        beside = self._beside(self._number, self._parents)
        self._scores |= {peer: score for peer in beside if (score := self._in_text(peer))}

    def _beside(self, number: int, parents: Mapping[int, list[int]]) -> list[int]:
        """Return sources that share a speaker or another statement with a member.

        Those that have a parent are left out, and those of other times.
        """
        members = list(self._items)[:_MOST]
        peers = {peer for member in members for peer in self._story.neighbours(member)}
        if self._began is not None:
            began = self._began.timestamp()
            since, until = began - 3600 * _BEFORE, began + 3600 * _AFTER
            for member in members[:_ITEMS]:
                peers.update(self._story.quoting(self._items[member], since, until, _MOST))
        found = [
            peer
            for peer in peers
            if peer not in self._items and not parents.get(peer) and self._of_time(peer)
        ]
        return sorted(found)[:_MOST]

    def _in_text(self, peer: int) -> float:
        """Return the chance that a text has the statement, by its likest sentence."""
        found = self._found.get(peer)
        if found is None:
            found = self._found[peer] = self._likeness(peer) if self._of_time(peer) else 0.0
        return found

    def _likeness(self, peer: int) -> float:
        units = self._story.units[peer]
        if not units.texts:
            return 0.0
        likeness = (units.vectors @ self._vectors.T).max(axis=1)
        quoted = float(likeness[~units.own].max(initial=0.0))
        found = [chance for least, chance in _LIKE if float(likeness.max()) >= least]
        found += [_QUOTED_LIKE[1]] if quoted >= _QUOTED_LIKE[0] else []
        return max(found, default=0.0)

    def _of_time(self, peer: int) -> bool:
        at = self._story.sources[peer].published
        if at is None or self._began is None:
            return True
        return -_BEFORE <= (at - self._began).total_seconds() / 3600 <= _AFTER

    def members(self) -> Iterable[int]:
        """Return the sources with an item of the statement."""
        return self._items

    def all(self) -> Iterable[int]:
        """Return the sources that carry it or may do so, members first."""
        return self._scores

    def score(self, source: int) -> float:
        """Return the chance that a source carries the statement, 0 to 1."""
        found = self._scores.get(source)
        return self._in_text(source) if found is None else found

    def vouch(self, source: int, chance: float) -> None:
        """Take a source to carry the statement with this chance at least."""
        if chance > self.score(source):
            self._scores[source] = chance

    def item(self, source: int) -> Item:
        """Return a source's item, or the first of the statement where it has none."""
        return self._items.get(source, self._first)
