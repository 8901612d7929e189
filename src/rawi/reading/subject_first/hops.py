"""Hops as they are read at places of a text, whatever the grammar: ordered, each outlet once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rawi.authority.names import abbreviates, fold_words
from rawi.records import Hop, How

#: So many statements back a way is carried.
BEFORE: Final = 60
#: The order of hops, the nearest the speaker first.
ORDER: Final[dict[How, int]] = {"said to": 0, "posted on": 1, "relayed by": 2}


@dataclass(slots=True)
class Way:
    """A hop read at one place; `hop` None: the publisher was told itself."""

    at: int
    hop: Hop | None


def distinct(hops: list[Hop]) -> tuple[Hop, ...]:
    """Return hops, each outlet once."""
    found: list[Hop] = []
    for hop in hops:
        if not any(same(hop, other) for other in found):
            found.append(hop)
    return tuple(found)


def without(hops: list[Hop], speaker: str) -> list[Hop]:
    """Return hops without the outlet that speaks itself, which does not pass on its own words."""
    words = fold_words(speaker)
    return [h for h in hops if words not in map(fold_words, (h.name, *h.also))]


def same(one: Hop, other: Hop) -> bool:
    """Say whether two hops are of one outlet: by its id in the authority, or by its name."""
    if one.outlet is not None and one.outlet == other.outlet:
        return True
    if abbreviates(one.name, other.name) or abbreviates(other.name, one.name):
        return True
    return fold_words(one.name) == fold_words(other.name)
