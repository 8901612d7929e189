"""How often a statement was said, and how many heard it at first hand: two intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from rawi.authority.skeletons import outlet_likeness
from rawi.tracing.credits import OUTLET, outlet_key
from rawi.tracing.derivation import Edge
from rawi.tracing.items import Item
from rawi.tracing.similarity import speaker_agreement
from rawi.tracing.story import Story

#: What a report's words say of the occasion, the most telling first.
ORDER: Final = ("post", "interview", "conference", "speech", "document")


class Count(msgspec.Struct, frozen=True):
    """A number of which only the bounds are known, with the reasons for them."""

    least: int
    most: int
    reasons: tuple[str, ...]


class Root(msgspec.Struct, frozen=True):
    """A carrier that has a statement from no other carrier: a report, or an outlet named by one.

    `occasion` is what it was said at, None where nothing tells; `named` says that somebody is
    named from whom the report has it, or that it heard it itself.
    """

    carrier: str
    item: Item
    occasion: tuple[str, str] | None
    named: bool


def count(story: Story, number: int, lineage: Lineage) -> tuple[Count, Count]:
    """Return the speech events and the independent origins of one statement."""
    ways = _Ways(story, number, lineage)
    roots: dict[str, Root] = {}
    for item in story.groups[number]:
        for root in ways.roots(item):
            roots.setdefault(root.carrier, root)
    found = _merge_outlets(list(roots.values()))
    return _events(found), _origins(found)


class Lineage:
    """Edges as they are asked for: the parents of each source, and who brought each statement."""

    def __init__(self, edges: Sequence[Edge]) -> None:
        self.parents: dict[int, list[int]] = {}
        self.carrying: dict[int, dict[int, list[int]]] = {}
        for edge in edges:
            self.parents.setdefault(edge.child, []).append(edge.parent)
            for number in edge.statements:
                brought = self.carrying.setdefault(number, {})
                brought.setdefault(edge.child, []).append(edge.parent)


class _Ways:
    """The ways of one statement, from any carrier up to where they begin."""

    def __init__(self, story: Story, number: int, lineage: Lineage) -> None:
        self._story = story
        self._items: dict[int, Item] = {}
        for item in story.groups[number]:
            self._items.setdefault(item.source.number, item)
        self._parents = lineage.parents
        self._carrying = lineage.carrying.get(number, {})

    def roots(self, item: Item) -> list[Root]:
        """Return where the ways that lead to an item begin."""
        found: list[Root] = []
        seen: set[int] = set()
        waiting = [item.source.number]
        while waiting:
            at = waiting.pop()
            if at in seen:
                continue
            seen.add(at)
            above = self._above(at)
            if above:
                waiting += above
            else:
                found.append(self._root(self._items.get(at, item), at))
        return found

    def _above(self, number: int) -> list[int]:
        """Return the parents that brought the statement: those that carry it, or the only one."""
        carrying = [p for p in self._carrying.get(number, ()) if p in self._items]
        parents = self._parents.get(number, [])
        return carrying or (parents if len(parents) == 1 else [])

    def _root(self, item: Item, number: int) -> Root:
        """Return the carrier at which a way begins: an outlet that is named, or the report."""
        report = self._story.sources[number].report
        publisher = report.publisher or ""
        hops = item.attribution.chain if item.source.number == number else ()
        named = [hop for hop in hops if hop.how != "posted on"]
        outside = [hop for hop in named if outlet_likeness(hop.name, publisher) < OUTLET]
        if not outside:
            return Root(f"report:{report.id}", item, _occasion(item), True)
        carrier = self._publishing(outside[0].name, number)
        if carrier is None:
            carrier = f"outlet:{outlet_key(outside[0].outlet, outside[0].name)}"
        return Root(carrier, item, _occasion(item), True)

    def _publishing(self, name: str, number: int) -> str | None:
        """Return the carrier of the statement that an outlet published, None without one."""
        for peer, item in self._items.items():
            publisher = item.source.report.publisher or ""
            if peer != number and outlet_likeness(name, publisher) >= OUTLET:
                return f"report:{item.source.report.id}"
        return None


def _occasion(item: Item) -> tuple[str, str] | None:
    """Return the kind of the occasion, and with whom: ("interview", "volna")."""
    for hop in item.attribution.chain:
        if hop.how == "posted on":
            return ("post", "")
        if hop.how == "said to":
            return ("interview", outlet_key(hop.outlet, hop.name))
    kind = next((k for k in ORDER if k in item.source.occasions), None)
    return (kind, "") if kind else None


def _origins(roots: Sequence[Root]) -> Count:
    reasons = tuple(f"{root.carrier} has it from no other carrier" for root in roots)
    least = sum(root.named for root in roots)
    return Count(max(1, least), max(1, len(roots)), reasons)


def _merge_outlets(roots: Sequence[Root]) -> list[Root]:
    """Take names of one outlet for one."""
    kept: list[Root] = []
    for root in roots:
        name = root.carrier.partition(":")[2]
        if root.carrier.startswith("outlet:") and any(
            other.carrier.startswith("outlet:")
            and outlet_likeness(name, other.carrier.partition(":")[2]) >= OUTLET
            for other in kept
        ):
            continue
        kept.append(root)
    return kept


def _events(roots: Sequence[Root]) -> Count:
    """Group the roots by occasion: one conference, however many heard it."""
    events: list[list[Root]] = []
    for root in roots:
        for event in events:
            if all(_one_event(root, other) for other in event):
                event.append(root)
                break
        else:
            events.append([root])
    reasons = tuple(
        f"{(event[0].occasion or ('unknown', ''))[0]}: {', '.join(r.carrier for r in event)}"
        for event in events
    )
    return Count(max(1, len(events)), max(1, len(events)), reasons)


def _one_event(one: Root, other: Root) -> bool:
    if one.item.anonymous or other.item.anonymous:
        return False
    if speaker_agreement(one.item, other.item) < 0.3:
        return False
    if one.occasion is None or other.occasion is None:
        return True
    return one.occasion == other.occasion
