"""Whom outlets take from, who takes from them, how openly and how fast; who moves together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import combinations
from statistics import median
from typing import Final

from rawi.authority.outlets import Authority
from rawi.records import OUTSIDE, Derivation, OutletWays, Report, Statement, Taking
from rawi.tracing.routes import outlet_name

#: Outlets move together that carried so many statements both, and this share of what either did.
TOGETHER: Final = 3
SHARE: Final = 0.5
#: A statement that more outlets carry tells of no two of them.
_MOST: Final = 40
#: An ISO 8601 instant has at least hours and minutes.
_INSTANT: Final = 16


class Outlets:
    """The reports of a ledger, seen by outlet."""

    def __init__(
        self,
        statements: Iterable[Statement],
        derivations: Iterable[Derivation],
        reports: Mapping[str, Report],
    ) -> None:
        carriers = {s.id: {member.report for member in s.members} for s in statements}
        self._know(carriers, derivations, reports)

    @classmethod
    def of_carriers(
        cls,
        carriers: Mapping[str, Collection[str]],
        derivations: Iterable[Derivation],
        reports: Mapping[str, Report],
    ) -> Outlets:
        """Return the outlets where of each statement's id the reports that carry it are known."""
        made = cls.__new__(cls)
        made._know(carriers, derivations, reports)
        return made

    def _know(
        self,
        carriers: Mapping[str, Collection[str]],
        derivations: Iterable[Derivation],
        reports: Mapping[str, Report],
    ) -> None:
        self._reports = reports
        self._edges = list(derivations)
        self._published: dict[str, set[str]] = {}
        self._carried: dict[str, set[str]] = {}
        for statement, ids in carriers.items():
            for id in ids:
                outlet = self._of(id)
                if outlet:
                    self._published.setdefault(outlet, set()).add(id)
                    self._carried.setdefault(outlet, set()).add(statement)

    def names(self) -> list[str]:
        """Return the outlets that published a carrier of a statement, sorted."""
        return sorted(self._published)

    def ways(self, meant: Callable[[str], bool], *, family: bool = True) -> OutletWays | None:
        """Return how the outlet stands whose names `meant` tells; None where it has no edge.

        Without `family` nobody is told that it moves with.
        """
        meant = cache(meant)
        own = {name for name in self.names() if meant(name)}
        down = [e for e in self._edges if meant(self._of(e.child))]
        up = [e for e in self._edges if meant(self._of(e.parent))]
        down = [e for e in down if not meant(self._of(e.parent))]
        up = [e for e in up if not meant(self._of(e.child))]
        if not own and not up:
            return None
        published = {id for name in own for id in self._published[name]}
        traced = [e for e in down if not e.parent.startswith(OUTSIDE)]
        name = (
            min(own, key=lambda n: (-len(self._published[n]), n)) if own else self._of(up[0].parent)
        )
        return OutletWays(
            outlet=name,
            published=len(published),
            originated=len(published - {edge.child for edge in self._edges}),
            takes_from=self._takings(down, lambda e: e.parent),
            taken_by=self._takings(up, lambda e: e.child),
            uncredited_share=_share(traced),
            median_lag=self._lag(traced),
            moves_with=tuple(sorted(self._family(own) - own)) if family else (),
        )

    def families(self) -> list[tuple[str, ...]]:
        """Return the groups of outlets that move together, the largest first."""
        root = {name: name for name in self._carried}

        def find(name: str) -> str:
            while root[name] != name:
                root[name] = root[root[name]]
                name = root[name]
            return name

        for one, other in self._pairs():
            first, second = sorted((find(one), find(other)))
            root[second] = first
        groups: dict[str, list[str]] = {}
        for name in sorted(root):
            groups.setdefault(find(name), []).append(name)
        found = [tuple(group) for group in groups.values() if len(group) > 1]
        return sorted(found, key=lambda group: (-len(group), group))

    def _family(self, own: set[str]) -> set[str]:
        return {name for group in self.families() if own & set(group) for name in group}

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs that carried much of the same."""
        who: dict[str, list[str]] = {}
        for name, statements in self._carried.items():
            for statement in statements:
                who.setdefault(statement, []).append(name)
        both: Counter[tuple[str, str]] = Counter()
        for names in who.values():
            if len(names) <= _MOST:
                both.update(combinations(sorted(names), 2))
        for (one, other), count in sorted(both.items()):
            most = max(len(self._carried[one]), len(self._carried[other]))
            if count >= TOGETHER and count / most >= SHARE:
                yield one, other

    def _of(self, id: str) -> str:
        """Return the outlet of a report or an edge's end, "" where unknown."""
        report = self._reports.get(id)
        if report:
            return report.publisher or ""
        return outlet_name(id) if id.startswith(OUTSIDE) else ""

    def _takings(
        self, edges: Sequence[Derivation], other: Callable[[Derivation], str]
    ) -> tuple[Taking, ...]:
        groups: dict[str, list[Derivation]] = {}
        for edge in edges:
            groups.setdefault(self._of(other(edge)) or "unknown", []).append(edge)
        found = [
            Taking(
                outlet=name,
                reports=len(some),
                uncredited=sum(not edge.declared for edge in some),
                median_lag=self._lag(some),
                languages=self._languages(some),
            )
            for name, some in groups.items()
        ]
        return tuple(sorted(found, key=lambda taking: (-taking.reports, taking.outlet)))

    def _lag(self, edges: Sequence[Derivation]) -> float | None:
        lags = []
        for edge in edges:
            child, parent = self._instant(edge.child), self._instant(edge.parent)
            if child and parent:
                lags.append((child - parent).total_seconds())
        return float(median(lags)) if lags else None

    def _instant(self, id: str) -> datetime | None:
        report = self._reports.get(id)
        text = (report.published or "") if report else ""
        try:
            found = datetime.fromisoformat(text.replace("Z", "+00:00"))
        except ValueError:
            return None
        return found if len(text) >= _INSTANT and found.tzinfo else None

    def _languages(self, edges: Sequence[Derivation]) -> dict[str, int]:
        counts = Counter(
            f"{self._reports[edge.parent].language or '?'}→"
            f"{self._reports[edge.child].language or '?'}"
            for edge in edges
            if edge.parent in self._reports and edge.child in self._reports
        )
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _share(edges: Sequence[Derivation]) -> float | None:
    if not edges:
        return None
    return round(sum(not edge.declared for edge in edges) / len(edges), 3)


def meaning(names: Iterable[str], id: str | None = None) -> Callable[[str], bool]:
    """Return what tells whether a publisher's name is one of an outlet's.

    `names` are those asked for; with the `id` of the authority all that it knows count too.
    """
    authority = Authority.load()
    outlet = authority.by_id(id) if id else None
    known = {name for some in (outlet.names.values() if outlet else ()) for name in some}
    wanted = {name.casefold() for name in (*names, *known)}

    def meant(name: str) -> bool:
        if not name:
            return False
        if name.casefold() in wanted:
            return True
        found = authority.by_name(name) if outlet else None
        return outlet is not None and found is not None and found.id == outlet.id

    return meant
