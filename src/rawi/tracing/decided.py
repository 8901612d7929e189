"""What persons decided, as tracing goes by it: it wins over what is inferred, both ways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np

from rawi.tracing.items import Item, Source

#: An attribution by the ids of its report and its own.
Name = tuple[str, str]
#: One by the numbers of its source and its own.
Key = tuple[int, int]


class Same(msgspec.Struct, frozen=True):
    """These pass on one statement."""

    names: tuple[Name, ...]


class Apart(msgspec.Struct, frozen=True):
    """Those of `one` pass on another statement than those of `other`."""

    one: tuple[Name, ...]
    other: tuple[Name, ...]


class Derives(msgspec.Struct, frozen=True):
    """The report `child` took from `parent`, or did not (`holds` False); `why` is shown."""

    child: str
    parent: str
    holds: bool
    why: str


class Decided(msgspec.Struct, frozen=True):
    """What persons decided, the earliest first: of two that contradict, the later wins.

    `speakers` are pairs of names, and whether they are one person's.
    """

    members: tuple[Same | Apart, ...] = ()
    derivations: tuple[Derives, ...] = ()
    speakers: tuple[tuple[str, str, bool], ...] = ()

    @property
    def tied(self) -> list[tuple[Name, ...]]:
        """The attributions that are to be laid beside each other, whatever they are like."""
        return [one.names for one in self.members if isinstance(one, Same)]


NOTHING = Decided()


class Settled:
    """Decisions about some sources, by their numbers."""

    def __init__(self, decided: Decided, sources: Sequence[Source]) -> None:
        self._names = {
            (source.report.id, item.attribution.id): item.key
            for source in sources
            for item in source.items
        }
        self._items = {item.key: item for source in sources for item in source.items}
        self._decided = decided.members
        _name(decided, self._items.values())
        number = {source.report.id: source.number for source in sources}
        #: the reports that take from others for certain, and those that do not, (child, parent)
        self.derived: dict[tuple[int, int], str] = {}
        self.not_derived: set[tuple[int, int]] = set()
        for one in decided.derivations:
            if one.child not in number or one.parent not in number:
                continue
            pair = number[one.child], number[one.parent]
            self.derived.pop(pair, None)
            self.not_derived.discard(pair)
            if one.holds:
                self.derived[pair] = one.why
            else:
                self.not_derived.add(pair)

    def groups(self, found: Sequence[Sequence[Item]]) -> list[list[Item]]:
        """Return groups of items as they are inferred, and then as persons decided."""
        if not self._decided:
            return [list(group) for group in found]
        groups = _Groups([[item.key for item in group] for group in found])
        standing: list[tuple[set[Key], set[Key]]] = []  # those that are apart
        tied: list[set[Key]] = []
        for one in self._decided:
            if isinstance(one, Same):
                keys = self._keys(one.names)
                standing = [(a - keys, b) if a & keys and b & keys else (a, b) for a, b in standing]
                tied.append(keys)
                self._join(groups, keys, standing)
            else:
                first, second = self._keys(one.one), self._keys(one.other)
                tied = [keys for keys in tied if not (keys & first and keys & second)]
                standing.append((first, second))
                self._part(groups, first, second, tied)
        return [
            [self._items[key] for key in sorted(group)] for group in sorted(groups.all(), key=min)
        ]

    def _keys(self, names: Iterable[Name]) -> set[Key]:
        return {self._names[name] for name in names if name in self._names}

    def _join(
        self, groups: _Groups, keys: set[Key], standing: Sequence[tuple[set[Key], set[Key]]]
    ) -> None:
        """Join the groups of items; where others of theirs are apart, the items alone."""
        whole = set().union(*(groups.of(key) for key in keys))
        if any(a & whole and b & whole for a, b in standing):
            first = min(keys)
            for key in sorted(keys - {first}):
                joined = groups.of(first) | {key}
                if not any(a & joined and b & joined for a, b in standing):
                    groups.move({key}, first)
            return
        for key in sorted(keys):
            groups.move(groups.of(key), min(keys))

    def _part(
        self, groups: _Groups, first: set[Key], second: set[Key], tied: Sequence[set[Key]]
    ) -> None:
        """Part a group in two: nobody decided about the rest, which goes with whom it is like."""
        for group in groups.all():
            if not (group & first and group & second):
                continue
            leaving = group & second
            for key in sorted(group - first - second):
                if self._nearer(key, group & second, group & first, tied):
                    leaving |= {key}
            groups.leave(leaving)

    def _nearer(self, key: Key, one: set[Key], other: set[Key], tied: Sequence[set[Key]]) -> bool:
        """Say whether an item belongs to some rather than to others."""
        for keys in tied:
            if key in keys and keys & (one | other):
                return bool(keys & one)
        return self._likeness(key, one) > self._likeness(key, other)

    def _likeness(self, key: Key, others: set[Key]) -> float:
        vectors = np.stack([self._items[other].vector for other in sorted(others)])
        return float((vectors @ self._items[key].vector).max())


def _name(decided: Decided, items: Iterable[Item]) -> None:
    """Tell items by which other names their speakers go, and by which they do not."""
    same: dict[str, set[str]] = {}
    apart: dict[str, set[str]] = {}
    for one, other, holds in decided.speakers:
        found = same if holds else apart
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    if not decided.speakers:
        return
    for item in items:
        if item.anonymous or item.kind != "person":
            continue
        also = {other for name in item.names for other in same.get(name, ())} - set(item.names)
        item.apart_from = frozenset(o for name in item.names for o in apart.get(name, ()))
        item.names = (*item.names, *sorted(also - item.apart_from))


class _Groups:
    """Sets of items, each item in one."""

    def __init__(self, groups: Sequence[Sequence[Key]]) -> None:
        self._of: dict[Key, set[Key]] = {}
        for group in groups:
            members = set(group)
            self._of |= dict.fromkeys(members, members)

    def of(self, key: Key) -> set[Key]:
        return set(self._of[key])

    def all(self) -> list[set[Key]]:
        return list({id(group): group for group in self._of.values()}.values())

    def move(self, keys: set[Key], to: Key) -> None:
        target = self._of[to]
        for key in keys:
            self._of[key].discard(key)
            target.add(key)
            self._of[key] = target

    def leave(self, keys: set[Key]) -> None:
        fresh = set(keys)
        for key in keys:
            self._of[key].discard(key)
            self._of[key] = fresh
