"""Credits that the wording contradicts: "credits Reuters, reads like Sevinform"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from rawi.authority.skeletons import outlet_likeness
from rawi.records import OUTSIDE, Conflict, Derivation, Report, Statement, Trace
from rawi.tracing.credits import OUTLET
from rawi.tracing.routes import outlet_name

#: A parent is plain from this score on, in wording alone.
PLAIN: Final = 0.5
#: Of the child's three-word runs another report has this share, and so much more than the
#: credited one: copies keep 0.5 and more, reports of one speech share 0.15 to 0.45.
COPIED: Final = 0.6
MORE: Final = 0.3
#: Runs that so many reports have tell nothing.
_COMMON: Final = 50
_WORD: Final = re.compile(r"\w+")
_RUN = 3
_CHARACTERS = 20_000


def conflicts(
    statement: Statement, trace: Trace, reports: Mapping[str, Report]
) -> tuple[Conflict, ...]:
    """Return the carriers whose credit and wording contradict each other, by their ids.

    An outlet that the report which the words come from credits too is no contradiction: then
    the credit was taken along.
    """
    edges: dict[str, list[Derivation]] = {}
    for edge in trace.derivations:
        if statement.id in edge.statements:
            edges.setdefault(edge.child, []).append(edge)
    carriers = sorted({m.report for m in statement.members} & set(reports))
    runs = _Runs({id: reports[id] for id in carriers})
    found = []
    for id in carriers:
        mine = edges.get(id, [])
        one = _outlet_and_parent(id, mine, edges, reports) or _copied(id, mine, runs, reports)
        if one is not None:
            found.append(one)
    return tuple(found)


def _outlet_and_parent(
    child: str,
    mine: list[Derivation],
    edges: Mapping[str, list[Derivation]],
    reports: Mapping[str, Report],
) -> Conflict | None:
    """An outlet is credited that has no report here, and the words are another's."""
    credited = [e for e in mine if e.declared and e.parent.startswith(OUTSIDE)]
    inferred = [e for e in mine if not e.declared and e.score >= PLAIN and e.parent in reports]
    if not credited or not inferred or any(e.declared and e.parent in reports for e in mine):
        return None
    best = max(inferred, key=lambda e: (e.score, e.parent))
    above = _above(best.parent, edges)
    if _names(reports[child], best.parent, reports):
        return None
    for edge in credited:
        name = outlet_name(edge.parent)
        publishers = {reports[id].publisher or "" for id in above if id in reports}
        if edge.parent in above or any(_one_outlet(name, p) for p in publishers):
            continue
        return Conflict(
            child=child,
            credited=edge.parent,
            reads_like=best.parent,
            score=best.score,
            evidence=best.evidence,
        )
    return None


def _names(child: Report, parent: str, reports: Mapping[str, Report]) -> bool:
    """Say whether the child names the publisher of a report anywhere: then it hides nothing."""
    publisher = reports[parent].publisher
    return bool(publisher) and str(publisher).casefold() in child.text.casefold()


def _one_outlet(name: str, publisher: str) -> bool:
    """Say whether a credit may mean a publisher: a name for it, or the beginning of its name."""
    if outlet_likeness(name, publisher) >= OUTLET:
        return True
    words, whole = name.casefold().split(), publisher.casefold().split()
    return len(words) > 1 and whole[: len(words)] == words


def _above(start: str, edges: Mapping[str, list[Derivation]]) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        fresh = {edge.parent for edge in edges.get(waiting.pop(), ())} - seen
        seen |= fresh
        waiting += fresh
    return seen


def _copied(
    child: str, mine: list[Derivation], runs: _Runs, reports: Mapping[str, Report]
) -> Conflict | None:
    """A report is credited, and another has far more of the words."""
    credited = [e.parent for e in mine if e.declared and e.parent in reports]
    if len(credited) != 1:
        return None
    shares = runs.shares(child)
    theirs = runs.share(child, reports[credited[0]])
    best = max(
        (o for o in shares if o not in credited and not _later(reports[o], reports[child])),
        key=lambda o: (shares[o], o),
        default=None,
    )
    if best is None or shares[best] < COPIED or shares[best] - theirs < MORE:
        return None
    if reports[best].publisher == reports[credited[0]].publisher or _names(
        reports[child], best, reports
    ):
        return None
    same = reports[credited[0]].language == reports[child].language
    against = f"{theirs:.2f} of the credited one" if same else "credited in another language"
    return Conflict(
        child=child,
        credited=credited[0],
        reads_like=best,
        score=round(shares[best], 3),
        evidence=(f"word for word {shares[best]:.2f}", against),
    )


def _later(one: Report, other: Report) -> bool:
    """Say whether one was published after the other, as far as both dates tell."""
    if not one.published or not other.published:
        return not one.published  # what has no date is not taken for the source
    length = min(len(one.published), len(other.published))
    return one.published[:length] > other.published[:length] or one.published == other.published


class _Runs:
    """Runs of three words of some reports, and who has them."""

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self._of = {id: frozenset(_runs(report.text)) for id, report in reports.items()}
        self._who: dict[tuple[str, ...], list[str]] = {}
        for id, runs in self._of.items():
            for run in runs:
                self._who.setdefault(run, []).append(id)

    def shares(self, child: str) -> dict[str, float]:
        """Return for each other report the share of the child's runs that it has."""
        runs = self._of[child]
        counts: Counter[str] = Counter()
        for run in runs:
            if len(self._who[run]) <= _COMMON:
                counts.update(self._who[run])
        return {id: count / len(runs) for id, count in counts.items() if id != child}

    def share(self, child: str, other: Report) -> float:
        """Return the share of the child's runs that a report has, one of these or not."""
        runs = self._of[child]
        theirs = self._of.get(other.id) or frozenset(_runs(other.text))
        return len(runs & theirs) / len(runs) if runs else 0.0


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text[:_CHARACTERS])]
    return (tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1))
