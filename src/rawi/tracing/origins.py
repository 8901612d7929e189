"""How often a statement was said, and how many heard it at first hand: two intervals.

Whether a report at which a way begins heard the statement itself, or only does not say where it
has it from, is a matter of chances (`firsthand.py`): those that are all but certain make the
least number, those that are possible the most.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from rawi.tracing.lineage import Lineage
from rawi.tracing.similarity import speaker_agreement
from rawi.tracing.story import Story
from rawi.tracing.ways import Root, Ways

__all__ = ["CERTAIN", "POSSIBLE", "Count", "Lineage", "count"]

#: What is more likely than the first is counted as certain, than the second as possible: the
#: bounds at which the open stories had most numbers inside at a mean width near 0.2.
CERTAIN: Final = 0.7
POSSIBLE: Final = 0.42


class Count(msgspec.Struct, frozen=True):
    """A number of which only the bounds are known, with the reasons for them."""

    least: int
    most: int
    reasons: tuple[str, ...]


def count(story: Story, number: int, lineage: Lineage) -> tuple[Count, Count]:
    """Return the speech events and the independent origins of one statement."""
    ways = Ways(story, number, lineage)
    roots = ways.roots()
    return _events(story, roots), _origins(roots, ways.left)


def _origins(roots: Sequence[Root], left: int) -> Count:
    least = sum(root.score >= CERTAIN for root in roots)
    most = sum(root.score >= POSSIBLE for root in roots)
    reasons = [_reason(root) for root in roots]
    if left:
        reasons.append(f"{left} more reports name no source, and were not weighed one by one")
    return Count(max(1, least), max(1, most + left), tuple(reasons))


def _reason(root: Root) -> str:
    sure = "has it" if root.score >= CERTAIN else "may have it"
    if root.score < POSSIBLE:
        sure = "hardly has it"
    return f"{root.carrier} {sure} from no other carrier: {root.why} ({root.score:.2f})"


def _events(story: Story, roots: Sequence[Root]) -> Count:
    """Group the roots by occasion: one conference, however many heard it."""
    sure = [root for root in roots if root.score >= CERTAIN] or list(roots[:1])
    perhaps = [root for root in roots if root.score >= POSSIBLE] or list(roots[:1])
    least = _occasions(story, sure, _surely_two)
    most = _occasions(story, perhaps, _perhaps_two)
    reasons = [_told(group) for group in least]
    if len(most) > len(least):
        reasons += [f"perhaps {_told(group)}" for group in most]
    return Count(max(1, len(least)), max(1, len(least), len(most)), tuple(reasons))


def _told(group: Sequence[Root]) -> str:
    return f"{group[0].occasion or 'unknown'}: {', '.join(root.carrier for root in group)}"


Apart = Callable[[Story, Root, Root], bool]


def _occasions(story: Story, roots: Sequence[Root], apart: Apart) -> list[list[Root]]:
    groups: list[list[Root]] = []
    for root in roots:
        for group in groups:
            if not any(apart(story, root, other) for other in group):
                group.append(root)
                break
        else:
            groups.append([root])
    return groups


#: Hours between two reports of one occasion by those who were there.
_ONE_DAY: Final = 20.0
_OTHER: Final = 0.3


def _surely_two(story: Story, one: Root, other: Root) -> bool:
    """Say whether two carriers heard it on two occasions: two leaks, or a post and a room."""
    if one.leak and other.leak and one.carrier != other.carrier:
        return True
    kinds = {one.occasion, other.occasion}
    return len(kinds) == len(kinds - {None}) == _BOTH and "post" in kinds


_BOTH = 2


def _perhaps_two(story: Story, one: Root, other: Root) -> bool:
    """Say whether they may have: days lie between, or another is said to have spoken."""
    if _surely_two(story, one, other):
        return True
    first, second = (story.sources[root.source].published for root in (one, other))
    if first and second and abs((first - second).total_seconds()) >= _ONE_DAY * 3600:
        return True
    persons = one.item.kind == "person" == other.item.kind
    return persons and speaker_agreement(one.item, other.item) < _OTHER
