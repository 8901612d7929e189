"""Who speaks against a statement: denials, retractions, doubts."""

from __future__ import annotations

from typing import Final

import msgspec

from rawi.records import Stance
from rawi.tracing.items import Item
from rawi.tracing.similarity import content_score, may_be_of_one_time
from rawi.tracing.story import Story

#: A denial is of that statement which its content is like, from this score on.
LIKE: Final = 0.45


class Opposition(msgspec.Struct, frozen=True):
    """An attribution that speaks against a statement, and how."""

    item: Item
    stance: Stance


def against(story: Story) -> dict[int, list[Opposition]]:
    """Return for each statement those who speak against it, a report once."""
    found: dict[int, dict[int, Opposition]] = {}
    for source in story.sources:
        for item in source.items:
            if item.stance is None:
                continue
            for number in _targets(story, item, item.stance):
                found.setdefault(number, {}).setdefault(
                    source.number, Opposition(item, item.stance)
                )
    return {number: list(by_report.values()) for number, by_report in found.items()}


def _targets(story: Story, item: Item, stance: Stance) -> list[int]:
    """Return the statements that an attribution speaks against."""
    own = story.statement[item.key]
    scores: dict[int, float] = {}
    for number, group in enumerate(story.groups):
        others = [o for o in group if o.source is not item.source and may_be_of_one_time(o, item)]
        if number == own or not others:
            continue
        likeness = [content_score(item, other) for other in others]
        scores[number] = sum(sorted(likeness, reverse=True)[:3]) / min(3, len(likeness))
    best = max(scores, key=lambda n: (scores[n], -n), default=None)
    carried = {
        story.statement[other.key]
        for other in item.source.items
        if len(story.groups[story.statement[other.key]]) > 1
        and (other.relays or stance == "questions")
    } - {own}
    targets = {n for n in carried if stance == "denies"}
    if best is not None and (scores[best] >= LIKE or (best in carried)):
        targets.add(best)
    return sorted(targets)
