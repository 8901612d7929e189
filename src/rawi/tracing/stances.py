"""Who speaks against a statement: denials, retractions, doubts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from rawi.tracing.derivation import Story
from rawi.tracing.items import Item, Stance
from rawi.tracing.similarity import content_score, may_be_of_one_time

#: A denial is of that statement which its content is like, from this score on.
LIKE: Final = 0.45


class Against(msgspec.Struct, frozen=True):
    """A report that speaks against a statement, with the attribution in which it does."""

    report: int
    attribution: int
    stance: Stance


def against(story: Story, groups: Sequence[Sequence[Item]]) -> dict[int, list[Against]]:
    """Return for each statement those who speak against it."""
    found: dict[int, dict[int, Against]] = {}
    for source in story.sources:
        for item in source.items:
            stance = item.stance
            if stance is None:
                continue
            for number in _targets(story, groups, item, stance):
                found.setdefault(number, {}).setdefault(
                    source.number, Against(source.number, item.number, stance)
                )
    return {number: list(by_report.values()) for number, by_report in found.items()}


def _targets(
    story: Story, groups: Sequence[Sequence[Item]], item: Item, stance: Stance
) -> list[int]:
    """Return the statements that an attribution speaks against."""
    own = story.statement[item.key]
    scores: dict[int, float] = {}
    for number, group in enumerate(groups):
        others = [o for o in group if o.source is not item.source and may_be_of_one_time(o, item)]
        if number == own or not others:
            continue
        likeness = [content_score(item, other) for other in others]
        scores[number] = sum(sorted(likeness, reverse=True)[:3]) / min(3, len(likeness))
    best = max(scores, key=lambda n: (scores[n], -n), default=None)
    carried = {
        story.statement[other.key]
        for other in item.source.items
        if len(groups[story.statement[other.key]]) > 1
        and (other.relays or stance == "questions")
    } - {own}
    targets = {n for n in carried if stance == "denies"}
    if best is not None and (scores[best] >= LIKE or (best in carried)):
        targets.add(best)
    return sorted(targets)
