"""How likely it is that two attributions pass on one statement: few signs, weighed.

Each sign is a number that can be read (`signs`); what it counts for is in `links.toml`, fitted on
stories whose author knows what is one statement (`benchmarks/quality/fit_links.py`).  A change that
was made on the way counts less the closer two reports are tied, so each sign of a difference
is there twice: for itself, and times the kinship.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Final

from rawi.tracing.company import beyond, company, excess
from rawi.tracing.facts import ruled_out, unshared_numbers, words_of
from rawi.tracing.items import Item
from rawi.tracing.similarity import (
    comparable,
    decided_apart,
    disjoint,
    likeness,
    may_be_of_one_time,
    names_swapped,
    speaker_agreement,
    wording,
)
from rawi.tracing.turned import turned

#: Speakers who agree less than if nothing were known of one are two, where nothing ties them.
UNKNOWN: Final = 0.2
#: Reports are tied from this kinship on: what differs may have changed on the way.
TIED: Final = 0.6
#: What speakers agree by: one name, one of them a role or a body, nothing known.
_ONE, _NOT_KNOWN = 0.75, 0.45
#: Nearly the same words.
_SAME_WORDS: Final = 0.8
_HALF: Final = 0.5
#: Contents less alike are of one matter at most; those more alike say the same, but for a word.
_MATTER: Final = 0.4
_SAME: Final = 0.7
#: Words from which on a content tells by itself what it is about.
_TELLING: Final = 6
#: Days of a month.
_DAYS: Final = 31
#: Differences that a tie between the reports takes away: slips on the way.  Another number or a
#: "not" stays one; where one report took it from the other, `ties.py` sees to that.
FORGIVEN: Final = ("hedge", "hedge alone", "moved", "swapped", "turned")


class Compared:
    """Pairs that were compared, with the signs that do not depend on what ties their reports."""

    def __init__(self) -> None:
        self._found: dict[tuple[Item, Item], dict[str, float]] = {}

    def signs(self, one: Item, other: Item) -> dict[str, float]:
        """Return the signs of a pair, worked out once."""
        found = self._found.get((one, other))
        if found is None:
            found = self._found[one, other] = _untied_signs(one, other)
        return found


def signs(
    one: Item, other: Item, kinship: float, compared: Compared | None = None
) -> dict[str, float]:
    """Return what tells of two attributions whether they pass on one statement.

    `kinship` as in `link_score`.  Each sign is a number from 0 to about 3.
    """
    found = dict((compared or Compared()).signs(one, other))
    found["kinship"] = kinship
    return found if kinship < TIED else found | dict.fromkeys((*FORGIVEN, "short"), 0.0)


def _untied_signs(one: Item, other: Item) -> dict[str, float]:
    like = beyond(likeness(one, other), excess(one.source, other.source))
    agreement = speaker_agreement(one, other)
    beside = company(one, other)
    return {
        "like": like,
        "a role": float(UNKNOWN < agreement < _NOT_KNOWN),
        "unknown": float(_NOT_KNOWN <= agreement < _ONE),
        "another": float(agreement <= UNKNOWN),
        "one language": float(_one_language(one, other)),
        "place": abs(one.place - other.place),
        "short": _shortness(one, other),
        "outdone": beside.outdone,
        "ahead": beside.ahead,
        "beside": beside.beside,
        **_differences(one, other, _closeness(like)),
    }


def _closeness(like: float) -> float:
    """Return from 0 to 1 how much a difference tells of contents that are so alike.

    What differs tells two statements apart where all else is the same; of contents that are only
    of one matter each says what the other does not.
    """
    return max(0.0, min(1.0, (like - _MATTER) / (_SAME - _MATTER)))


def _shortness(one: Item, other: Item) -> float:
    """Return 0 where both contents have `_TELLING` words or more, up to 1 where one has none.

    "The plan" is said of many plans.
    """
    return max(0.0, 1.0 - min(len(one.sequence), len(other.sequence)) / _TELLING)


def _differences(one: Item, other: Item, closeness: float) -> dict[str, float]:
    """Return what can be compared one by one; what differs counts as much as `closeness`."""
    fits = comparable(one, other)
    left, right = unshared_numbers(one.facts, other.facts)
    both = len(one.facts.numbers) - len(left)
    same = _one_language(one, other)
    overlap, order = wording(one, other) if same else (0.0, 0.0)
    close = fits and overlap >= _SAME_WORDS
    hedges = len(set(one.facts.hedges) ^ set(other.facts.hedges)) + ruled_out(
        one.facts, other.facts
    )
    numbers = bool(left and right) and (close or not both)
    negated = bool(one.facts.negations) != bool(other.facts.negations)
    return {
        "a number": float(both > 0),
        "numbers": closeness * numbers,
        "a number more": closeness * (bool(left) != bool(right) and not _perhaps_a_day(one, other)),
        "month": closeness * (disjoint(one.facts.months, other.facts.months) and fits),
        "negation": closeness * (negated and fits),
        "hedge": closeness * min(hedges, 2),
        "hedge alone": closeness * (close and hedges > 0),
        "moved": close * (overlap - order),
        "swapped": float(not same and names_swapped(one, other)),
        "turned": float(same and overlap >= _HALF and _turned(one, other)),
        "words": overlap,
    }


def _turned(one: Item, other: Item) -> bool:
    joining = words_of(one.source.report.language).skipped
    return turned(one.sequence, other.sequence, joining)


def _perhaps_a_day(one: Item, other: Item) -> bool:
    """Say whether all that one has more may be the day of a month that both name.

    "June 1" has a number, "the first of June" has none.
    """
    facts = one.facts, other.facts
    days = all(number.value <= _DAYS for some in facts for number in some.numbers)
    return days and not set(facts[0].months).isdisjoint(facts[1].months)


def _one_language(one: Item, other: Item) -> bool:
    return one.source.report.language == other.source.report.language


@cache
def weights() -> Mapping[str, float]:
    """Return what each sign counts for; `always` is what none does."""
    text = files("rawi.tracing").joinpath("links.toml").read_text("utf-8")
    return {name: float(value) for name, value in loads(text)["weights"].items()}


def link_score(
    one: Item, other: Item, kinship: float = 0.0, compared: Compared | None = None
) -> float:
    """Return the chance that two attributions are of one statement, 0 where they cannot be.

    `kinship` is 1 where one report took from the other, between 0 and 1 where both took from a
    third, 0 where nothing ties them: what differs on the way is then a variant.
    """
    if not may_be_linked(one, other, kinship):
        return 0.0
    return chance_of(signs(one, other, kinship, compared))


def chance_of(found: Mapping[str, float]) -> float:
    """Return the chance that signs tell of one statement."""
    weigh = weights()
    total = weigh["always"] + sum(weigh[name] * value for name, value in found.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def may_be_linked(one: Item, other: Item, kinship: float) -> bool:
    """Say whether time, stance and speaker let two attributions be of one statement.

    Another name is another speaker, where nothing ties the reports; between tied ones it may be
    a slip on the way, or of the reader.
    """
    if not may_be_of_one_time(one, other) or one.stance != other.stance:
        return False
    if decided_apart(one, other):
        return False
    return kinship >= TIED or speaker_agreement(one, other) >= UNKNOWN
