"""Whether a report heard what it tells itself: what its own words, its place in time, and the
others say of that.

The chances are what the open stories and those of the task bear out, rounded; they rank, and a
count takes those above one bound for certain, those above another for possible (`origins.py`).
"""

from __future__ import annotations

from typing import Final

import msgspec

from rawi.authority.skeletons import is_generic, same_name
from rawi.records import Hop
from rawi.tracing.credits import outlets_of
from rawi.tracing.facts import words_of
from rawi.tracing.items import Item, Source
from rawi.tracing.mentions import Named

#: What a report's words say of the occasion, the most telling first.
KINDS: Final = ("post", "interview", "conference", "speech", "document")
#: Those that a report which tells of them anywhere tells of for all that is said in it.
_ROOMS: Final = ("conference", "speech")
#: Those at which several may hear the same, or read it.
OPEN: Final = frozenset({"conference", "speech", "post"})
#: Hours after the first report in which somebody who was there may still be writing.
SOON: Final = 9.0
LATE: Final = 20.0


class Marks:
    """What one report's words tell of where it has things from, worked out once."""

    def __init__(self, source: Source) -> None:
        report = source.report
        words = words_of(report.language)
        self.source = source
        self.named = Named(report)
        self.occasions = source.occasions
        self.heard = words.first_hand.kinds(report.text, words)

    @property
    def self_told(self) -> bool:
        """Whether it says that it was told: "told this paper", or its own name in the text."""
        return "itself" in self.heard or self.named.itself

    def leaked(self, item: Item, cited: bool) -> bool:
        """Say whether an unnamed person told it to this outlet, in no room that others were in.

        `cited` says that another tells so.
        """
        return (
            (self.self_told or cited)
            and item.kind != "document"
            and (item.anonymous or item.kind is None)
            and not any(kind in _ROOMS for kind in self.occasions)
        )

    def outside(self, item: Item) -> list[Hop]:
        """Return the outlets that an item came through, neither network nor publisher."""
        return [
            hop
            for hop in outlets_of(item)
            if not is_generic(hop.name)
            and not any(same_name(hop.name, name) for name in item.names)
        ]

    def occasion(self, item: Item) -> str | None:
        """Return what an item was said at, as far as the report tells; None where it does not.

        What the hops and the paragraph tell goes before what the rest of the text does.
        """
        hows = {hop.how for hop in item.attribution.chain}
        if "posted on" in hows:
            return "post"
        if "said to" in hows:
            return "interview"
        here = self._around(item)
        near = next((kind for kind in KINDS if kind in here), None)
        return near or next((kind for kind in _ROOMS if kind in self.occasions), None)

    def _around(self, item: Item) -> tuple[str, ...]:
        """Return the kinds of occasion that the paragraph of an item tells of."""
        report = self.source.report
        spans = [*item.attribution.content, *item.attribution.cue, *item.attribution.source]
        if not spans:
            return ()
        first, last = min(s.start for s in spans), max(s.end for s in spans)
        start = report.text.rfind("\n", 0, first) + 1
        end = report.text.find("\n", last)
        words = words_of(report.language)
        return words.occasions.kinds(report.text[start : end if end > 0 else None], words)


class Place(msgspec.Struct, frozen=True):
    """Where a report stands among the carriers of a statement.

    `hours` it is later than the first of them, None where it has no date; `first` says that no
    dated one is earlier; `again` that its publisher carried the statement before; `held` that
    one outlet held the occasion (an interview), and this is another; `own` is the share of its
    own words (0 to 1) that no earlier carrier has, `cited` that another names it as its source,
    `posted` that an earlier one tells of a post.
    """

    hours: float | None
    first: bool
    again: bool
    held: bool
    own: float
    cited: bool
    posted: bool


def chance(marks: Marks, item: Item, place: Place) -> tuple[float, str]:
    """Return how likely it is that the report heard it itself, 0 to 1, and why."""
    if item.stance is not None:
        return 0.15, "speaks against it"
    if place.again:
        return 0.1, "its publisher carried it before"
    if place.held and not marks.self_told:
        return 0.08, "one outlet held the interview"
    if place.hours is None:
        return (0.8, "the only one") if place.first else (0.15, "has no date and names no source")
    if marks.self_told or place.cited:
        return 0.95, "says so" if marks.self_told else "others name it as their source"
    if place.first:
        return 0.95, "the earliest, and names no source"
    return _by_time(marks, item, place)


def _by_time(marks: Marks, item: Item, place: Place) -> tuple[float, str]:
    hours = place.hours or 0.0
    kind = marks.occasion(item)
    soon = hours <= SOON
    if marks.named.own_dateline:
        return (0.93 if soon else 0.6), "a dispatch of its own"
    if "present" in marks.heard:
        return (0.85 if hours <= LATE else 0.6), "tells what the room was like"
    if kind == "post" and not place.posted and hours > LATE:
        return 0.8, "the only one that tells of a post"
    if kind == "post":
        return (0.85 if soon else 0.45 if hours <= LATE else 0.3), "may have read the post itself"
    if kind == "document":
        return (0.6 if soon else 0.4 if hours <= LATE else 0.2), "tells of a document"
    if kind in ("conference", "speech"):
        return (0.85 if soon else 0.4 if hours <= LATE else 0.2), f"tells of a {kind}"
    if place.own >= _OWN:
        return (0.6 if soon else 0.2), "has much that none before it has"
    return (0.4 if soon else 0.1), "names no source"


#: A report with so large a share of words of its own that nobody has before it was there, or
#: is a long one that came later.
_OWN: Final = 0.8
