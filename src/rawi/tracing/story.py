"""What derivation, origins and stances look at: reports with the statements that they carry."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rawi.authority.skeletons import outlet_likeness
from rawi.tracing.candidates import speaker_keys
from rawi.tracing.credits import OUTLET
from rawi.tracing.decided import NOTHING, Settled
from rawi.tracing.items import Item, Source
from rawi.tracing.mentions import Named
from rawi.tracing.units import Shared, Units, coverage


class Story:
    """The sources, their sentences, and the statements: groups of items, each item in one."""

    def __init__(
        self,
        sources: Sequence[Source],
        units: Sequence[Units],
        groups: Sequence[Sequence[Item]],
        settled: Settled | None = None,
    ) -> None:
        self.sources = sources
        self.settled = settled or Settled(NOTHING, sources)
        self.groups = self.settled.groups(groups)
        self.units = units
        self.statement = {item.key: n for n, group in enumerate(groups) for item in group}
        self.of_source = [{self.statement[item.key] for item in source.items} for source in sources]
        self._published: dict[str, list[int]] = {}
        self._publishers: dict[str, list[int]] = {}
        for source in sources:
            if source.report.publisher:
                self._publishers.setdefault(source.report.publisher, []).append(source.number)
        self._quoting: dict[str, list[tuple[float, int]]] | None = None
        self._shared: dict[tuple[int, int], Shared] = {}
        self._named: dict[int, Named] = {}
        self.carriers: dict[int, list[int]] = {}
        for number, statements in enumerate(self.of_source):
            for statement in statements:
                self.carriers.setdefault(statement, []).append(number)

    def regrouped(self, groups: Sequence[Sequence[Item]]) -> Story:
        """Return the same sources with other statements; what their texts share stays known."""
        story = Story(self.sources, self.units, groups, self.settled)
        story._shared, story._published = self._shared, self._published
        story._named = self._named
        return story

    def published_by(self, outlet: str) -> list[int]:
        """Return the sources whose publisher may be the outlet of this name, by their numbers."""
        found = self._published.get(outlet)
        if found is None:
            found = self._published[outlet] = [
                number
                for publisher, numbers in self._publishers.items()
                if outlet_likeness(outlet, publisher) >= OUTLET
                for number in numbers
            ]
        return found

    def shared(self, child: int, parent: int) -> Shared:
        """Return what a child's text shares with a parent's, worked out once."""
        found = self._shared.get((child, parent))
        if found is None:
            found = coverage(self.units[child], self.units[parent])
            self._shared[child, parent] = found
        return found

    def named(self, number: int) -> Named:
        """Return the names that stand in a source's text, worked out once."""
        found = self._named.get(number)
        if found is None:
            found = self._named[number] = Named(self.sources[number].report)
        return found

    def neighbours(self, number: int) -> list[int]:
        """Return the other sources that share a statement with one, in order."""
        found = {peer for s in self.of_source[number] for peer in self.carriers[s]}
        return sorted(found - {number})

    def quoting(self, item: Item, since: float, until: float, most: int) -> list[int]:
        """Return the sources that have something from the speaker of an item, by their numbers.

        Speakers are told by the last word of their names; one without a name is nobody's.  Only
        those published between two times (seconds since 1970), and for each name the earliest
        `most` of them.
        """
        if self._quoting is None:
            self._quoting = self._by_speaker()
        found: set[int] = set()
        for key in speaker_keys(item):
            dated = self._quoting.get(key, [])
            start = bisect_left(dated, (since, -1))
            stop = bisect_right(dated, (until, len(self.sources)))
            found.update(number for _, number in dated[start : min(stop, start + most)])
        return sorted(found)

    def _by_speaker(self) -> dict[str, list[tuple[float, int]]]:
        found: dict[str, set[tuple[float, int]]] = {}
        for source in self.sources:
            if source.published is None:
                continue
            for key in {key for item in source.items for key in speaker_keys(item)}:
                found.setdefault(key, set()).add((source.published.timestamp(), source.number))
        return {key: sorted(dated) for key, dated in found.items()}
