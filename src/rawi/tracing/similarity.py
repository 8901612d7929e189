"""How likely it is that two attributions pass on one statement: content, speaker, time."""

from __future__ import annotations

from datetime import timedelta
from difflib import SequenceMatcher
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


def _nearly(one: str, other: str) -> bool:
    first, second = "".join(skeletons(one)), "".join(skeletons(other))
    if min(len(first), len(second)) < _LONG:
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= NEARLY


def may_be_of_one_time(one: Item, other: Item) -> bool:
    """Say whether two reports may be of one occasion, by when they were published."""
    first, second = one.source.published, other.source.published
    return first is None or second is None or abs(first - second) <= WINDOW


def content_score(one: Item, other: Item, kinship: float = 0.0) -> float:
    """Return how like two contents are: their vectors, moved by what can be compared one by one.

    A number, a negation, a hedge or an order that only one has sets them apart, the less the
    closer their reports are tied (`kinship`, 0 to 1): then it is a change on the way.
    """
    score = _likeness(one, other)
    both, left, right = shared_numbers(one.facts, other.facts)
    if both:
        score += 0.12
    apart = 0.0
    comparable = _comparable(one, other)
    one_language = one.source.report.language == other.source.report.language
    overlap, order = _wording(one, other) if one_language else (0.0, 0.0)
    # where hardly a word differs, what differs is what matters
    close = overlap >= _SAME_WORDS and comparable
    if _disjoint(one.facts.months, other.facts.months) and comparable:
        apart += NUMBERS
    elif left and right:
        apart += NUMBERS if comparable and (close or not both) else NUMBERS / 2
    if comparable and bool(one.facts.negations) != bool(other.facts.negations):
        apart += NEGATION
    hedges = len(set(one.facts.hedges) ^ set(other.facts.hedges))
    if one_language:
        score += 0.15 * overlap
        apart += ORDER * (close and overlap - order >= _MOVED) + (1.0 if close else HEDGE) * hedges
    else:
        apart += SWAPPED * _names_swapped(one, other) + HEDGE * hedges
    return score - min(apart, MOST) * (1.0 - kinship)


def _likeness(one: Item, other: Item) -> float:
    """Return the cosine of two contents, or of a sentence of one and a sentence of the other."""
    whole = float(one.vector @ other.vector)
    if one.parts.shape[0] < 2 and other.parts.shape[0] < 2:
        return whole
    return max(whole, PART * float((one.parts @ other.parts.T).max()))


#: What a sentence that two contents share counts, as a share of its cosine.
PART: Final = 0.95


def _comparable(one: Item, other: Item) -> bool:
    """Say whether two contents are of about one length: what one has more, the other may lack."""
    lengths = sorted((len(one.sequence), len(other.sequence)))
    return lengths[1] <= _LONGER * lengths[0] + 3


_LONGER: Final = 1.7


#: What sets two contents apart that nothing ties, in units of the cosine of their vectors.
NUMBERS: Final = 1.0
NEGATION: Final = 1.0
HEDGE: Final = 0.15
ORDER: Final = 1.0
SWAPPED: Final = 0.5
MOST: Final = 1.0
#: Nearly the same words, of which this share has moved: who did it to whom has changed.
_SAME_WORDS: Final = 0.8
_MOVED: Final = 0.05


def _names_swapped(one: Item, other: Item) -> bool:
    """Say whether names that two contents share, across scripts, stand in the opposite order."""
    shared = [bone for bone in one.bones if bone in other.bones]
    if len(shared) < 2:
        return False
    places = [other.bones.index(bone) for bone in shared]
    steps = [b - a for a, b in pairwise(places)]
    return sum(step < 0 for step in steps) > sum(step > 0 for step in steps)


def _disjoint(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return bool(one and other) and set(one).isdisjoint(other)


#: Contents of one language that share this much of their words differ by what else they say.
_NEAR: Final = 0.6


def _wording(one: Item, other: Item) -> tuple[float, float]:
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


def link_score(one: Item, other: Item, kinship: float = 0.0) -> float:
    """Return the score of a link, 0 where speaker or time forbid it.

    `kinship` is 1 where one report took from the other, between 0 and 1 where both took from a
    third, 0 where nothing ties them: what differs on the way is then a variant.
    """
    if not may_be_of_one_time(one, other) or one.stance != other.stance:
        return 0.0
    if decided_apart(one, other):
        return 0.0
    agreement = speaker_agreement(one, other)
    if agreement == 0.0 and (kinship < TIED or _likeness(one, other) < SAME_CONTENT):
        return 0.0
    if agreement < UNKNOWN and not kinship:
        return 0.0
    score = content_score(one, other, kinship)
    if score <= 0.0:
        return 0.0
    return max(0.0, score + KIN * kinship - SPEAKER * (1.0 - agreement))


#: Speakers who agree less than if nothing were known of one are two, where nothing ties them.
UNKNOWN: Final = 0.2
#: Another name for the same words, from this likeness on, between reports tied this closely,
#: is a slip on the way (or of the reader), not another speaker.
TIED: Final = 0.6
SAME_CONTENT: Final = 0.65


#: What doubt about the speaker takes from a link.
SPEAKER: Final = 0.3


#: What lineage adds to a link.
KIN: Final = 0.12
