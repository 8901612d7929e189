"""From read reports to statements, derivations and origins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from rawi.records import (
    OUTSIDE,
    Against,
    Derivation,
    Member,
    Report,
    Spans,
    Statement,
    Trace,
)
from rawi.tracing.decided import NOTHING, Decided, Settled
from rawi.tracing.derivation import Edge, Named, derive, kinship, named_outside
from rawi.tracing.domains import Field, parted
from rawi.tracing.embedding import Vectors, embed
from rawi.tracing.items import sources_of, statement_id
from rawi.tracing.links import Compared
from rawi.tracing.many import of_same_words
from rawi.tracing.origins import Lineage, count
from rawi.tracing.points import joined, points_of
from rawi.tracing.stances import Opposition, against
from rawi.tracing.statements import gather
from rawi.tracing.story import Story
from rawi.tracing.ties import tie
from rawi.tracing.units import Units, units_of

#: Lineage ties statements, statements show lineage: so often one is told by the other.
ROUNDS: Final = 1


class Traced:
    """Reports with their trace, for whoever asks about some of it."""

    def __init__(self, reports: Iterable[Report], decided: Decided = NOTHING) -> None:
        found = sorted(reports, key=lambda report: report.id)
        self.reports: Mapping[str, Report] = {report.id: report for report in found}
        self.trace = _all(found, decided)

    @classmethod
    def of(cls, trace: Trace, reports: Mapping[str, Report]) -> Traced:
        """Return a trace that was made before; `reports` are those that it names, by their ids."""
        made = cls.__new__(cls)
        made.trace, made.reports = trace, reports
        return made

    def statement(self, id: str) -> Statement | None:
        """Return a statement by its id, None where there is none."""
        return next((one for one in self.trace.statements if one.id == id), None)

    def of_report(self, id: str) -> list[Statement]:
        """Return the statements that a report passes on, in their order."""
        return [s for s in self.trace.statements if any(m.report == id for m in s.members)]

    def of_attribution(self, report: str, attribution: str) -> Statement | None:
        """Return the statement that one attribution passes on, None where there is none."""
        for statement in self.trace.statements:
            if any(m.report == report and m.attribution == attribution for m in statement.members):
                return statement
        return None

    def like(self, words: str) -> list[Statement]:
        """Return the statements whose words are like these, in any language, the likest first."""
        if not self.trace.statements:
            return []
        said: list[str] = []
        of: list[int] = []
        for number, statement in enumerate(self.trace.statements):
            wordings = {
                " ".join(span.of(self.reports[member.report].text) for span in member.content)
                for member in statement.members
            }
            said += sorted(wordings)
            of += [number] * len(wordings)
        scores: dict[int, float] = {}
        for number, score in zip(of, embed(said) @ embed([words])[0], strict=True):
            scores[number] = max(scores.get(number, 0.0), float(score))
        likely = [number for number, score in scores.items() if score >= LIKE]
        return [self.trace.statements[n] for n in sorted(likely, key=lambda n: (-scores[n], n))]


#: A pasted quotation is like a statement from this cosine on.
LIKE: Final = 0.5


def trace_reports(reports: Iterable[Report]) -> Trace:
    """Trace reports that were read: which attributions are one statement, and its routes.

    The result depends on the reports, not on their order.
    """
    return Traced(reports).trace


def _all(reports: Sequence[Report], decided: Decided) -> Trace:
    """Trace reports domain by domain (see `domains`), and lay the domains beside each other."""
    points = points_of(reports)
    places = [(n, at) for n, report in enumerate(reports) for at in range(len(report.attributions))]
    number = {
        (reports[n].id, reports[n].attributions[at].id): i for i, (n, at) in enumerate(places)
    }
    field = Field(
        range(len(places)),
        [points[n].day for n, _ in places],
        [points[n].same[at] for n, at in places],
        [points[n].keys[at] for n, at in places],
        joined(points),
    )
    tied = [[number[name] for name in names if name in number] for names in decided.tied]
    found = []
    for items, many in parted(field, [n for n, _ in places], tied):
        some: dict[int, list[int]] = {}
        for item in items:
            some.setdefault(places[item][0], []).append(places[item][1])
        found.append(domain([only(reports[n], some[n]) for n in sorted(some)], decided, many))
    statements = [statement for trace in found for statement in trace.statements]
    return Trace(
        statements=tuple(sorted(statements, key=_order)),
        derivations=merged(edge for trace in found for edge in trace.derivations),
    )


def only(report: Report, numbers: Sequence[int]) -> Report:
    """Return a report with some of its attributions, by their places among them."""
    if len(numbers) == len(report.attributions):
        return report
    some = tuple(report.attributions[n] for n in sorted(numbers))
    return msgspec.structs.replace(report, attributions=some)


def domain(
    reports: Sequence[Report], decided: Decided, many: bool, vectors: Vectors | None = None
) -> Trace:
    """Trace one domain: reports with those of their attributions that are in it.

    `many` are too many to be compared: they have the same words, and only what they declare is
    told.  The reports are in the order of their ids; `vectors` as in `sources_of`.
    """
    return of_same_words(reports) if many else traced(reports, decided, vectors)


def _order(statement: Statement) -> tuple[tuple[str, Spans], ...]:
    return tuple((member.report, member.content) for member in statement.members[:1])


def merged(edges: Iterable[Derivation]) -> tuple[Derivation, ...]:
    """Return edges, those of one child from one parent made one: it took several statements."""
    found: dict[tuple[str, str], Derivation] = {}
    for edge in edges:
        other = found.get((edge.child, edge.parent))
        if other is None:
            found[edge.child, edge.parent] = edge
            continue
        best = max((edge, other), key=lambda e: (e.declared, e.score))
        statements = tuple(dict.fromkeys((*other.statements, *edge.statements)))
        found[edge.child, edge.parent] = msgspec.structs.replace(best, statements=statements)
    return tuple(found[pair] for pair in sorted(found))


def traced(
    reports: Sequence[Report], decided: Decided = NOTHING, vectors: Vectors | None = None
) -> Trace:
    """Trace reports together, whatever ties them or does not."""
    story, edges = _story(reports, decided, vectors)
    opposed = against(story) if len(reports) > 1 else {}
    return _trace(story, edges, opposed)


def _story(
    reports: Sequence[Report], decided: Decided, vectors: Vectors | None
) -> tuple[Story, list[Edge]]:
    sources = sources_of(reports, vectors)
    # one alone is compared with none
    units = units_of(reports) if len(reports) > 1 else [Units(report) for report in reports]
    settled = Settled(decided, sources)
    compared = Compared()
    story = Story(sources, units, gather(sources, loosely=True, compared=compared), settled)
    edges = derive(story)
    for _ in range(ROUNDS):
        story = story.regrouped(gather(sources, kinship(story, edges), compared=compared))
        story = story.regrouped(tie(story, edges))
        edges = derive(story)
    return story, [edge for edge in edges if not edge.slight]


def _trace(story: Story, edges: Sequence[Edge], opposed: dict[int, list[Opposition]]) -> Trace:
    ids = [statement_id(group) for group in story.groups]
    lineage = Lineage(edges)
    return Trace(
        statements=tuple(
            _statement(story, number, lineage, opposed.get(number, ()), ids[number])
            for number in range(len(ids))
        ),
        derivations=(
            *(_derivation(story, edge, ids) for edge in edges),
            *(_declared(story, named, ids) for named in named_outside(story, edges)),
        ),
    )


def _statement(
    story: Story, number: int, lineage: Lineage, opposed: Iterable[Opposition], id: str
) -> Statement:
    events, origins = count(story, number, lineage)
    return Statement(
        id=id,
        members=tuple(
            Member(
                report=item.source.report.id,
                attribution=item.attribution.id,
                content=item.attribution.content,
            )
            for item in story.groups[number]
        ),
        speech_events=(events.least, events.most),
        speech_events_why=events.reasons,
        independent_origins=(origins.least, origins.most),
        independent_origins_why=origins.reasons,
        against=tuple(
            Against(
                report=one.item.source.report.id,
                attribution=one.item.attribution.id,
                stance=one.stance,
            )
            for one in opposed
        ),
    )


def _derivation(story: Story, edge: Edge, ids: Sequence[str]) -> Derivation:
    return Derivation(
        child=story.sources[edge.child].report.id,
        parent=story.sources[edge.parent].report.id,
        kind=edge.kind,
        declared=edge.declared,
        score=round(edge.score, 3),
        statements=tuple(ids[number] for number in edge.statements),
        evidence=edge.reasons,
    )


def _declared(story: Story, named: Named, ids: Sequence[str]) -> Derivation:
    """Return a derivation from an outlet that has no report here: nothing is known of its text."""
    return Derivation(
        child=story.sources[named.child].report.id,
        parent=f"{OUTSIDE}{named.outlet}",
        kind=None,
        declared=True,
        score=1.0,
        statements=tuple(ids[number] for number in named.statements),
        evidence=("named by the report",),
    )
