"""How likely it is that two attributions pass on one statement: content, speaker, time."""

from __future__ import annotations

from datetime import timedelta
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Final

from rawi.authority.skeletons import alike, same_name, skeletons
from rawi.tracing.facts import shared_numbers
from rawi.tracing.items import Item

#: Reports further apart tell of other occasions, unless one is tied to the other.
WINDOW: Final = timedelta(days=21)
#: Names of bodies and of unnamed sources that mean one thing in two languages lie this near.
NAMES_ALIKE: Final = 0.55


def speaker_agreement(one: Item, other: Item) -> float:
    """Return how well two speakers agree: 1 the same name, 0 two names, between them unknown."""
    if not one.names or not other.names:
        return 0.5
    if one.anonymous and other.anonymous:
        return 0.7 if float(one.name_vector @ other.name_vector) >= NAMES_ALIKE else 0.5
    if one.anonymous or other.anonymous:
        return 0.3
    if decided_apart(one, other):
        return 0.0
    if any(same_name(a, b) for a in one.names for b in other.names):
        return 1.0
    if any(_nearly(a, b) for a in one.names for b in other.names):
        return 0.8
    if one.headline != other.headline and one.kind != other.kind:
        return 0.8
    if one.kind == other.kind == "person":
        return 0.0
    if one.kind == other.kind:
        return 0.8 if _bodies_alike(one, other) else 0.1
    return 0.4


def decided_apart(one: Item, other: Item) -> bool:
    """Say whether people decided that two speakers are two persons."""
    ours, theirs = one.apart_from, other.apart_from
    return not (ours.isdisjoint(other.names) and theirs.isdisjoint(one.names))


def _bodies_alike(one: Item, other: Item) -> bool:
    """Say whether two names of bodies may be one's: by their meaning, and the name in them."""
    likeness = float(one.name_vector @ other.name_vector)
    if one.source.report.language == other.source.report.language:
        return likeness >= BODIES_ALIKE
    if likeness >= NAMES_ALIKE:
        return True
    first, second = skeletons(one.names[0]), skeletons(other.names[0])
    shared = any(len(a) >= _BONES and alike(a, b) for a in first for b in second)
    return shared and likeness >= NAME_IN_COMMON


#: Names of bodies in one language are of one from this likeness on; in two, where a word is
#: the same name, from the other.
BODIES_ALIKE: Final = 0.65
NAME_IN_COMMON: Final = 0.33
_BONES: Final = 3


#: Skeletons of whole names that are this like may be spellings of one name in two scripts.
NEARLY: Final = 0.75
_LONG: Final = 4


@lru_cache(maxsize=65_536)
def _nearly(one: str, other: str) -> bool:
    first, second = "".join(skeletons(one)), "".join(skeletons(other))
    if min(len(first), len(second)) < _LONG:
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= NEARLY


def may_be_of_one_time(one: Item, other: Item) -> bool:
    """Say whether two reports may be of one occasion, by when they were published."""
    first, second = one.source.published, other.source.published
    return first is None or second is None or abs(first - second) <= WINDOW


def content_score(one: Item, other: Item) -> float:
    """Return how like two contents are whose reports are tied: what differs is a change on the way.

    The cosine of their vectors, more for a number and for words of one language that they share.
    """
    both, _, _ = shared_numbers(one.facts, other.facts)
    one_language = one.source.report.language == other.source.report.language
    overlap = wording(one, other)[0] if one_language else 0.0
    return likeness(one, other) + NUMBER * bool(both) + WORDS * overlap


#: What a number and all words in common add to the cosine of two contents.
NUMBER: Final = 0.12
WORDS: Final = 0.15


def likeness(one: Item, other: Item) -> float:
    """Return the cosine of two contents, or of a sentence of one and a sentence of the other."""
    whole = float(one.vector @ other.vector)
    if one.parts.shape[0] < 2 and other.parts.shape[0] < 2:
        return whole
    return max(whole, PART * float((one.parts @ other.parts.T).max()))


#: What a sentence that two contents share counts, as a share of its cosine.
PART: Final = 0.95


def comparable(one: Item, other: Item) -> bool:
    """Say whether two contents are of about one length: what one has more, the other may lack."""
    lengths = sorted((len(one.sequence), len(other.sequence)))
    return lengths[1] <= _LONGER * lengths[0] + 3


_LONGER: Final = 1.7


def names_swapped(one: Item, other: Item) -> bool:
    """Say whether names that two contents share, across scripts, stand in the opposite order."""
    shared = [bone for bone in one.bones if bone in other.bones]
    if len(shared) < 2:
        return False
    places = [other.bones.index(bone) for bone in shared]
    steps = [b - a for a, b in pairwise(places)]
    return sum(step < 0 for step in steps) > sum(step > 0 for step in steps)


def disjoint(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return bool(one and other) and set(one).isdisjoint(other)


#: Contents of one language that share this much of their words differ by what else they say.
_NEAR: Final = 0.6


def wording(one: Item, other: Item) -> tuple[float, float]:
    """Return the share of words that two contents share, and that they share in one order."""
    least = min(len(one.words), len(other.words))
    if not least:
        return 0.0, 0.0
    overlap = len(one.words & other.words) / least
    if overlap < _NEAR:
        return overlap, overlap
    blocks = SequenceMatcher(None, one.sequence, other.sequence, autojunk=False)
    same = sum(block.size for block in blocks.get_matching_blocks())
    return overlap, same / min(len(one.sequence), len(other.sequence))
