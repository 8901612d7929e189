"""How often a statement was said, and how many heard it at first hand: two intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from rawi.authority.skeletons import outlet_likeness
from rawi.tracing.derivation import OUTLET, Edge
from rawi.tracing.facts import kinds_in, words_of
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


def count(story: Story, number: int, edges: Sequence[Edge]) -> tuple[Count, Count]:
    """Return the speech events and the independent origins of one statement."""
    group = story.groups[number]
    members = {item.source.number for item in group}
    with_parent = {
        edge.child for edge in edges if edge.parent in members and number in edge.statements
    }
    roots: dict[str, Root] = {}
    for item in group:
        if item.source.number in with_parent:
            continue
        root = _root(item)
        known = roots.get(root.carrier)
        if known is None or (root.named and not known.named):
            roots[root.carrier] = root
    return _events(list(roots.values())), _origins(list(roots.values()))


def _root(item: Item) -> Root:
    """Return the carrier at which the statement's way through this report begins."""
    report = item.source.report
    publisher = report.publisher or ""
    hops = item.attribution.chain
    outside = [
        h for h in hops if h.how != "posted on" and outlet_likeness(h.name, publisher) < OUTLET
    ]
    if outside:
        first = outside[0]
        return Root(f"outlet:{_key(first.outlet, first.name)}", item, _occasion(item), True)
    return Root(f"report:{report.id}", item, _occasion(item), True)


def _key(outlet: str | None, name: str) -> str:
    return outlet or name.casefold()


def _occasion(item: Item) -> tuple[str, str] | None:
    """Return the kind of the occasion, and with whom: ("interview", "volna")."""
    report = item.source.report
    for hop in item.attribution.chain:
        if hop.how == "posted on":
            return ("post", "")
        if hop.how == "said to":
            return ("interview", _key(hop.outlet, hop.name))
    words = words_of(report.language)
    kinds = kinds_in(report.text, words.occasions, words)
    kind = next((k for k in ORDER if k in kinds), None)
    return (kind, "") if kind else None


def _origins(roots: Sequence[Root]) -> Count:
    merged = _merge_outlets(roots)
    named = [root for root in merged if root.named]
    reasons = tuple(f"{root.carrier} has it from no other carrier" for root in merged)
    return Count(max(1, len(named)), max(1, len(merged)), reasons)


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
    for root in _merge_outlets(roots):
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
