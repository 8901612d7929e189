"""What reports declare: the outlets that they name for what they pass on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import msgspec

from rawi.authority.skeletons import is_generic, outlet_likeness
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
    people = {
        name
        for said in source.report.attributions
        if said.speaker is not None and said.speaker.kind == "person"
        for name in (said.speaker.name, *said.speaker.also)
    }
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
        hops = [hop for hop in item.attribution.chain if hop.how != "posted on"]
        hops = [hop for hop in hops if outlet_likeness(hop.name, publisher) < OUTLET]
        hops = [hop for hop in hops if hop.outlet or _is_outlet(hop.name, people)]
        if hops:
            last = relays.get(hops[-1].name, hops[-1])
            found.append(Credit(item, last.name, last.how, outlet_key(last.outlet, last.name)))
    return found


def _is_outlet(name: str, people: set[str]) -> bool:
    """Say whether a name that the authority does not know may be an outlet's."""
    # in small letters alone it is a phrase; scripts without them do not tell
    return not (is_generic(name) or name in people or name.islower())


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
