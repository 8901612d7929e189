"""The ways of one statement as a tree: who stands below whom, for every view of it.

A carrier hangs below the parent that explains it best; its other parents are kept beside. Outlets
that are named and have no report here are nodes too, with the channels that chains name above
them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import pairwise
from typing import Final

import msgspec

from rawi.authority.outlets import Authority
from rawi.authority.skeletons import outlet_likeness
from rawi.records import OUTSIDE, Attribution, Derivation, Report, Speaker, Stance, Statement, Trace
from rawi.tracing.credits import OUTLET, outlet_key
from rawi.tracing.facts import words_of

#: What a carrier without a date is sorted by: after all that have one.
UNDATED: Final = "9"
#: Characters of a report in which it tells where it has its words from.
_OPENING: Final = 1500
#: The language whose names of outlets are most widely read.
_KNOWN: Final = "en"


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """One carrier of a statement, or an outlet that is named on its way.

    `id` is the report's, or `outlet:…`; `report` is None for an outlet without a report here.
    `name` is the publisher's or the outlet's, "" where unknown.  `parent` is the node above,
    None at the top; `edge` is the derivation from it, None at the top and where only a chain
    names the way.  `also` are derivations from further parents.  `carries` says whether the
    report passes the statement on (one that is merely credited, or only speaks against it, does
    not), `stance` how it speaks against it, None where it does not.  `sourced` says, at the top,
    whether the report tells where it has it from: an occasion, a channel, a post.
    """

    id: str
    name: str
    report: Report | None = None
    parent: str | None = None
    edge: Derivation | None = None
    also: tuple[Derivation, ...] = ()
    carries: bool = True
    stance: Stance | None = None
    sourced: bool = False

    @property
    def declared(self) -> bool:
        """Whether the way to it is one that reports declare."""
        return self.edge is None or self.edge.declared


class Tree(msgspec.Struct, frozen=True, kw_only=True):
    """The nodes by id, each after the one above it; `children` in their order, of None the tops."""

    nodes: dict[str, Node]
    children: dict[str | None, tuple[str, ...]]
    speaker: Speaker | None

    def walk(self) -> Iterator[tuple[Node, int]]:
        """Yield every node with its depth (0 at the top), what is below it right after it."""
        waiting = [(id, 0) for id in reversed(self.children.get(None, ()))]
        while waiting:
            id, depth = waiting.pop()
            yield self.nodes[id], depth
            waiting += [(child, depth + 1) for child in reversed(self.children.get(id, ()))]


def tree(statement: Statement, trace: Trace, reports: Mapping[str, Report]) -> Tree:
    """Return the ways of a statement; `reports` are those that were traced, by their ids.

    A circle of derivations, which a trace never has, would be cut at its earliest report.
    """
    return _Planting(statement, trace, reports).tree()


def members(
    statement: Statement, reports: Mapping[str, Report]
) -> list[tuple[Report, Attribution]]:
    """Return the attributions that pass a statement on, those of missing reports left out."""
    found = []
    for member in statement.members:
        report = reports.get(member.report)
        for attribution in report.attributions if report else ():
            if report and attribution.id == member.attribution:
                found.append((report, attribution))
    return found


def earliest(
    statement: Statement, reports: Mapping[str, Report]
) -> tuple[Report, Attribution] | None:
    """Return the member that was published first; None where no report of it is there."""
    return min(members(statement, reports), key=lambda told: order(told[0]), default=None)


def order(report: Report) -> tuple[str, str]:
    """Return what reports are sorted by: the date, those without one last, then the id.

    Where only a day is known a report comes after those of that day whose hour is.
    """
    return _sorting(report.published), report.id


@lru_cache(maxsize=8192)
def _sorting(published: str | None) -> str:
    if not published:
        return UNDATED
    if "T" not in published:
        return f"{published}~"  # after every hour of the day, every day of the month
    try:
        found = datetime.fromisoformat(published.replace("Z", "+00:00"))
        return (found.astimezone(UTC) if found.tzinfo else found).isoformat()
    except (ValueError, OverflowError):
        return published


def speaker_of(statement: Statement, reports: Mapping[str, Report]) -> Speaker | None:
    """Return the speaker as most reports name them, a name before an unnamed one; None: unknown.

    The role is that which comes with the name most often.
    """
    told = [attribution.speaker for _, attribution in members(statement, reports)]
    speakers = [speaker for speaker in told if speaker is not None]
    named = [speaker for speaker in speakers if not speaker.anonymous] or speakers
    if not named:
        return None
    name = Counter(speaker.name for speaker in named).most_common(1)[0][0]
    mine = [speaker for speaker in named if speaker.name == name]
    roles = Counter(speaker.role for speaker in mine if speaker.role).most_common(1)
    return msgspec.structs.replace(mine[0], role=roles[0][0] if roles else None)


def outlet_name(id: str, language: str | None = None) -> str:
    """Return the name of `outlet:ID` in a language, else the one that most know, else any."""
    known = id.removeprefix(OUTSIDE)
    outlet = Authority.load().by_id(known)
    names = outlet.names if outlet else {}
    own = names.get(language or "") or names.get(_KNOWN) or next(filter(None, names.values()), None)
    return own[0] if own else known


class _Planting:
    """The making of a tree."""

    def __init__(self, statement: Statement, trace: Trace, reports: Mapping[str, Report]) -> None:
        self._statement = statement
        self._reports = reports
        self._told = members(statement, reports)
        self._carriers = {report.id for report, _ in self._told}
        self._stances = {one.report: one.stance for one in statement.against}
        self._edges = self._by_child(trace)
        self._above: dict[str, str] = {}
        self._language: dict[str, str | None] = {}
        self._heard = {report.id for report, attribution in self._told if attribution.chain}
        self._against = {id for id in self._stances if id not in self._carriers and id in reports}
        self._outside: dict[str, None] = {}
        self._firsts: dict[str, tuple[str, str]] = {}

    def tree(self) -> Tree:
        carriers = sorted((self._reports[id] for id in self._carriers), key=order)
        for report in carriers:
            edges = self._edges.get(report.id)
            if edges and not self._reaches(edges[0].parent, report.id):
                self._hang(report.id, edges[0].parent, report.language)
        self._name_channels()
        self._find_firsts(carriers)
        children = self._children()
        ids = list(_in_order(children))
        return Tree(
            nodes={id: self._node(id) for id in ids},
            children={key: tuple(below) for key, below in children.items()},
            speaker=speaker_of(self._statement, self._reports),
        )

    def _by_child(self, trace: Trace) -> dict[str, list[Derivation]]:
        """Return the derivations of each carrier, the surest first.

        A report here comes before an outlet that has none, what is declared before the rest.
        """
        mine = (e for e in trace.derivations if self._statement.id in e.statements)
        found: dict[str, list[Derivation]] = {}
        for edge in sorted(
            mine, key=lambda e: (e.kind is None, not e.declared, -e.score, e.parent)
        ):
            found.setdefault(edge.child, []).append(edge)
        return found

    def _hang(self, below: str, above: str, language: str | None) -> None:
        self._above[below] = above
        self._language.setdefault(above, language)
        if above.startswith(OUTSIDE):
            self._outside.setdefault(above)

    def _reaches(self, start: str, goal: str) -> bool:
        at: str | None = start
        while at is not None:
            if at == goal:
                return True
            at = self._above.get(at)
        return False

    def _name_channels(self) -> None:
        """Put the channels of the chains above the outlets that have no report here."""
        for report, attribution in self._told:
            names = [
                (outlet_key(hop.outlet, hop.name), hop.name)
                for hop in attribution.chain
                if hop.how != "posted on"
            ]
            for (first, channel), (key, name) in pairwise(names):
                below = self._known(key, name)
                if below is None or below in self._above:
                    continue
                above = self._published_by(channel) or self._known(first, channel)
                above = above or f"{OUTSIDE}{first}"
                if not self._reaches(above, below):
                    self._hang(below, above, report.language)

    def _known(self, key: str, name: str) -> str | None:
        """Return the node of an outlet that has no report here; None where there is none yet."""
        if f"{OUTSIDE}{key}" in self._outside:
            return f"{OUTSIDE}{key}"
        for id in self._outside:
            if outlet_likeness(name, id.removeprefix(OUTSIDE)) >= OUTLET:
                return id
        return None

    def _published_by(self, channel: str) -> str | None:
        """Return the first carrier that a channel published, None without one."""
        for id in sorted(self._carriers, key=lambda id: order(self._reports[id])):
            if outlet_likeness(channel, self._reports[id].publisher or "") >= OUTLET:
                return id
        return None

    def _find_firsts(self, carriers: Sequence[Report]) -> None:
        """An outlet without a report stands where the first that took from it does."""
        for report in carriers:
            at = self._above.get(report.id)
            while at is not None and at not in self._firsts:
                self._firsts[at] = order(report)
                at = self._above.get(at)

    def _children(self) -> dict[str | None, list[str]]:
        found: dict[str | None, list[str]] = {}
        for id in sorted({*self._carriers, *self._above.values(), *self._against}, key=self._place):
            found.setdefault(self._above.get(id), []).append(id)
        # what carries it comes before what only speaks against it
        found[None] = sorted(found.get(None, []), key=lambda id: id in self._against)
        return found

    def _place(self, id: str) -> tuple[str, str]:
        if id in self._reports:
            return order(self._reports[id])
        return self._firsts.get(id, (UNDATED, id))

    def _node(self, id: str) -> Node:
        report = self._reports.get(id)
        parent = self._above.get(id)
        edges = self._edges.get(id, []) if id in self._carriers else []
        main = next((edge for edge in edges if edge.parent == parent), None)
        name = report.publisher if report else outlet_name(id, self._language.get(id))
        return Node(
            id=id,
            name=name or "",
            report=report,
            parent=parent,
            edge=main,
            also=tuple(edge for edge in edges if edge is not main),
            carries=report is None or id in self._carriers,
            stance=self._stances.get(id),
            sourced=report is None or id in self._heard or (parent is None and _tells(report)),
        )


def _tells(report: Report) -> bool:
    """Say whether a report tells of an occasion: an interview, a conference, a post."""
    return bool(_occasions(report.text[:_OPENING], report.language))


@lru_cache(maxsize=4096)
def _occasions(text: str, language: str | None) -> tuple[str, ...]:
    words = words_of(language)
    return words.occasions.kinds(text, words)


def _in_order(children: Mapping[str | None, Sequence[str]]) -> Iterator[str]:
    """Yield every id, what is below it right after it."""
    waiting = list(reversed(children.get(None, [])))
    while waiting:
        id = waiting.pop()
        yield id
        waiting += reversed(children.get(id, []))


__all__ = [
    "Node",
    "Tree",
    "earliest",
    "members",
    "order",
    "outlet_name",
    "speaker_of",
    "tree",
]
