"""What reports declare: the outlets that they name for what they pass on."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise
from typing import Final

import msgspec

from rawi.authority.skeletons import is_generic, outlet_likeness
from rawi.records import Hop
from rawi.tracing.items import Item, Source

#: Names of outlets that lie this near are one outlet's, if none lies nearer.
OUTLET: Final = 0.74


def outlet_key(outlet: str | None, name: str) -> str:
    """Return what an outlet is known by: its id in the authority, else its name."""
    return outlet or name


class Credit(msgspec.Struct, frozen=True):
    """The outlet nearest a report, of those that it names for one of its attributions.

    `outlet` is what it is known by: its id in the authority, else its name.
    """

    item: Item
    name: str
    how: str
    outlet: str


def credits_of(source: Source) -> list[Credit]:
    """Return the last hop of every item, the publisher itself and networks left out.

    Left out, too, are names of no one outlet ("several radio stations", "the fake article") and
    the report's own speakers: people who pass on what others say are not where it is from.
    """
    publisher = source.report.publisher or ""
    # what was told to a channel came by whom the report names for the rest of it, if one is named
    chains = [item.attribution.chain for item in source.items]
    relays = {
        told.name: relay
        for chain in chains
        for told, relay in pairwise(chain)
        if (told.how, relay.how) == ("said to", "relayed by")
        and outlet_likeness(relay.name, publisher) < OUTLET
    }
    found = []
    for item in source.items:
        hops = outlets_of(item)
        if hops:
            last = relays.get(hops[-1].name, hops[-1])
            found.append(Credit(item, last.name, last.how, outlet_key(last.outlet, last.name)))
    return found


def outlets_of(item: Item) -> list[Hop]:
    """Return the hops of an item that are outlets, networks and the publisher left out.

    People who pass on what others say are none, nor is what is no name of one outlet.
    """
    publisher = item.source.report.publisher or ""
    return [
        hop
        for hop in item.attribution.chain
        if hop.how != "posted on"
        and outlet_likeness(hop.name, publisher) < OUTLET
        and (hop.outlet or _may_be_outlet(hop.name, item.source.people))
    ]


def _may_be_outlet(name: str, people: Set[str]) -> bool:
    """Say whether a name that the authority does not know may be an outlet's."""
    return not (is_generic(name) or name in people or _is_phrase(name))


#: Words of a name; more are a sentence's.
_MOST: Final = 6


def _is_phrase(name: str) -> bool:
    """Say whether a name is a phrase in small letters: "an older post", not "iNews" or "g1".

    Scripts without capitals do not tell, save by length.
    """
    words = name.split()
    first = words[0] if words else ""
    return len(words) > _MOST or (first.islower() and (first.isalpha() or len(words) > 1))


def passes_on(source: Source) -> bool:
    """Say whether anything came through somebody else than the publisher: an outlet or a person."""
    publisher = source.report.publisher or ""
    return any(
        hop.how == "relayed by" and outlet_likeness(hop.name, publisher) < OUTLET
        for item in source.items
        for hop in item.attribution.chain[-1:]
    )


def by_outlet(credits: Sequence[Credit]) -> dict[str, list[Credit]]:
    """Gather the credits that name one outlet."""
    found: dict[str, list[Credit]] = {}
    for credit in credits:
        name = next((n for n in found if outlet_likeness(n, credit.name) >= OUTLET), credit.name)
        found.setdefault(name, []).append(credit)
    return found
