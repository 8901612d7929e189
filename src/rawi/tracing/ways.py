"""The ways of a statement: from each report that carries it up to where they begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from rawi.authority.skeletons import outlet_likeness, same_consonants
from rawi.tracing.carriers import Carriers
from rawi.tracing.credits import OUTLET, outlet_key
from rawi.tracing.firsthand import OPEN, SOON, Marks, Place, chance
from rawi.tracing.items import Item
from rawi.tracing.lineage import Lineage
from rawi.tracing.story import Story

#: Who has it because a member declares to have it from there, or seems to have it from there.
DECLARED: Final = 0.95
TAKEN: Final = 0.75
#: An outlet that is named as the source and has no report here.
NAMED: Final = 0.9


class Root(msgspec.Struct, frozen=True):
    """A carrier at which ways begin: a report, or an outlet named by one.

    `source` is the report, or the one that names the outlet; `score` how likely it is that it
    heard the statement itself, 0 to 1, `why` the reason for that, `occasion` what it was said at
    (None where nothing tells); `leak` says that an unnamed person told it to this carrier alone.
    """

    carrier: str
    source: int
    item: Item
    score: float
    why: str
    occasion: str | None
    leak: bool = False


#: Reports at which ways begin that are weighed one by one; of more, the earliest.
MOST: Final = 64


class Ways:
    """The ways of one statement, from any carrier up to where they begin.

    `left` is how many reports at which ways begin were not weighed, there being too many.
    """

    left = 0

    def __init__(self, story: Story, number: int, lineage: Lineage) -> None:
        self._story = story
        self._lineage = lineage
        self._carriers = Carriers(story, number, lineage.parents)
        self._carrying = lineage.carrying.get(number, {})
        self._members = tuple(self._carriers.members())
        self._known = frozenset(self._members)
        times = [at for n in self._members if (at := story.sources[n].published)]
        self._began = min(times, default=None)

    def roots(self) -> list[Root]:
        """Return where the ways begin, the likeliest first."""
        if self._is_open():
            self._carriers.look_beside()
        tops = self._tops()
        for top in tops:
            self._carriers.vouch(top, self._vouched(top))
        outlets, reports = self._parted(tops)
        self._holders = self._interviewers()
        found = [self._report_root(top, reports, bool(outlets)) for top in reports]
        found += [self._outlet_root(name, top) for name, top in outlets.items()]
        return sorted(found, key=lambda root: (-root.score, root.carrier))

    def _vouched(self, top: int) -> float:
        """Return how sure it is that a source has the statement because members took it there."""
        children = [n for n, above in self._carrying.items() if top in above and n in self._known]
        if not self._known.isdisjoint(self._lineage.cited.get(top, ())) and children:
            return DECLARED
        return TAKEN if children else 0.0

    def _is_open(self) -> bool:
        """Say whether it was said where others were too: what one was told, no other heard."""
        return any(
            self._marks(n).occasion(self._carriers.item(n)) in OPEN for n in self._members[:MOST]
        )

    def _tops(self) -> list[int]:
        """Return the sources at which ways begin, the earliest first."""
        seen: set[int] = set()
        tops = []
        waiting = list(self._carriers.all())
        while waiting:
            at = waiting.pop()
            if at in seen:
                continue
            seen.add(at)
            above = self._above(at)
            waiting += above
            if not above:
                tops.append(at)
        self.left = max(0, len(tops) - MOST)
        return sorted(tops, key=self._when)[:MOST]

    def _when(self, source: int) -> tuple[bool, float, int]:
        at = self._story.sources[source].published
        return (at is None, at.timestamp() if at else 0.0, source)

    def _above(self, source: int) -> list[int]:
        """Return the parents that brought the statement: those that carry it, or the only one.

        If that one has it at all: else the report has this from elsewhere.
        """
        brought = [p for p in self._carrying.get(source, ()) if self._carriers.score(p) > 0]
        parents = self._lineage.parents.get(source, [])
        only = [p for p in parents if self._carriers.score(p) > 0] if len(parents) == 1 else []
        return brought or only

    def _parted(self, tops: Sequence[int]) -> tuple[dict[str, int], list[int]]:
        """Part the tops: outlets that are named and have no report here, by name, and reports.

        A top that names another carrier has it from there, and begins nothing.
        """
        outlets: dict[str, int] = {}
        reports: list[int] = []
        for top in tops:
            names = self._credited(top)
            if any(self._carried_by(name, top) for name in names):
                continue
            if self._names_another(top, tops):
                continue
            if not names:
                reports.append(top)
            elif not any(outlet_likeness(names[0], known) >= OUTLET for known in outlets):
                outlets[names[0]] = top
        if not reports and not outlets:  # each names another: the earliest will have it
            reports = list(tops[:1])
        return outlets, reports

    def _credited(self, top: int) -> list[str]:
        """Return the outlets that a source names for the statement, the speaker's side first."""
        item = self._carriers.item(top)
        if item.source.number != top:
            return []
        marks = self._marks(top)
        return [outlet_key(hop.outlet, hop.name) for hop in marks.outside(item)]

    def _carried_by(self, name: str, top: int) -> bool:
        """Say whether another carrier is the outlet's report: then the way goes on from there.

        Clocks lie, so that it may be dated later.
        """
        known = self._story.published_by(name) or [
            peer
            for peer in self._members[:MOST]
            if same_consonants(name, self._story.sources[peer].report.publisher or "")
        ]
        return any(peer != top and self._carriers.score(peer) > 0 for peer in known)

    def _names_another(self, top: int, tops: Sequence[int]) -> bool:
        """Say whether a source names, in its own words, the publisher of another top."""
        named = self._marks(top).named
        return any(
            named.names(self._story.sources[peer].report.publisher or "")
            for peer in tops
            if peer != top and not self._later(peer, top)
        )

    def _later(self, one: int, other: int) -> bool:
        first, second = self._story.sources[one].published, self._story.sources[other].published
        return first is not None and second is not None and first > second

    def _interviewers(self) -> dict[str, float]:
        """Return the outlets to which carriers say that the words were said, and since when."""
        found: dict[str, float] = {}
        for source in self._carriers.members():
            for hop in self._carriers.item(source).attribution.chain:
                if hop.how == "said to":
                    known = next((n for n in found if outlet_likeness(hop.name, n) >= OUTLET), None)
                    at = self._story.sources[source].published
                    since = at.timestamp() if at else float("-inf")
                    name = known or hop.name
                    found[name] = min(since, found.get(name, since))
        return found

    def _marks(self, number: int) -> Marks:
        return self._lineage.marks_of(self._story, number)

    def _report_root(self, top: int, reports: Sequence[int], outside: bool) -> Root:
        marks = self._marks(top)
        item = self._carriers.item(top)
        place = self._place(top, reports, outside)
        score, why = chance(marks, item, place)
        score *= self._carriers.score(top)
        carrier = f"report:{self._story.sources[top].report.id}"
        occasion = marks.occasion(item)
        return Root(carrier, top, item, score, why, occasion, marks.leaked(item, place.cited))

    def _place(self, top: int, reports: Sequence[int], outside: bool) -> Place:
        source = self._story.sources[top]
        publisher = source.report.publisher or ""
        began = self._began
        hours = (
            (source.published - began).total_seconds() / 3600
            if source.published and began
            else None
        )
        mine = any(outlet_likeness(name, publisher) >= OUTLET for name in self._holders)
        return Place(
            hours=hours,
            first=not outside and (hours == 0.0 or (began is None and top == reports[0])),
            again=self._again(top),
            held=not mine and self._held(top),
            own=self._own(top, reports),
            cited=mine or not self._known.isdisjoint(self._lineage.cited.get(top, ())),
            posted=any(
                self._marks(n).occasion(self._carriers.item(n)) == "post"
                for n in reports
                if n != top and n in self._known and self._later(top, n)
            ),
        )

    def _again(self, top: int) -> bool:
        """Say whether the publisher of a report carried the statement days or hours before."""
        publisher = self._story.sources[top].report.publisher
        return bool(publisher) and any(
            n != top
            and self._story.sources[n].report.publisher == publisher
            and self._later(top, n)
            and self._hours(n, top) <= _DAYS
            for n in self._members
        )

    def _held(self, top: int) -> bool:
        """Say whether what a report has may be from the interview that another outlet held."""
        at = self._story.sources[top].published
        return any(
            at is None or since - at.timestamp() <= SOON * 3600 for since in self._holders.values()
        )

    def _hours(self, one: int, other: int) -> float:
        first, second = self._story.sources[one].published, self._story.sources[other].published
        return abs((first - second).total_seconds()) / 3600 if first and second else 0.0

    def _own(self, top: int, reports: Sequence[int]) -> float:
        """Return the share of a source's own words that no earlier top has.

        Of what is known to follow another report, that says nothing.
        """
        if self._lineage.parents.get(top):
            return 0.0
        shares = [
            self._story.shared(top, peer).background or 0.0
            for peer in reports
            if peer != top and not self._later(peer, top)
        ]
        units = self._story.units[top]
        if float(units.weights[units.own].sum()) < _TELLING:
            return 0.0
        return 1.0 - max(shares, default=0.0)

    def _outlet_root(self, name: str, top: int) -> Root:
        item = self._carriers.item(top)
        occasion = self._marks(top).occasion(item)
        return Root(f"outlet:{name}", top, item, NAMED, "named as the source", occasion)


#: Characters of own words that tell something.
_TELLING: Final = 60
#: Hours within which a publisher comes back to what it carried.
_DAYS: Final = 96.0
