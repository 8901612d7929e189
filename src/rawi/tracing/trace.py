"""From read reports to statements, derivations and origins."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Final

from rawi.records import Against, Derivation, Member, Report, Statement, Trace
from rawi.tracing.derivation import Edge, derive, kinship
from rawi.tracing.items import Item, sources_of
from rawi.tracing.origins import count
from rawi.tracing.stances import Opposition, against
from rawi.tracing.statements import gather
from rawi.tracing.story import Story
from rawi.tracing.ties import tie
from rawi.tracing.units import units_of

#: Lineage ties statements, statements show lineage: so often one is told by the other.
ROUNDS: Final = 1


def trace_reports(reports: Iterable[Report]) -> Trace:
    """Trace reports that were read: which attributions are one statement, and its routes.

    The result depends on the reports, not on their order.
    """
    reports = sorted(reports, key=lambda report: report.id)
    sources = sources_of(reports)
    units = units_of(reports)
    story = Story(sources, units, gather(sources, loosely=True))
    edges = derive(story)
    for _ in range(ROUNDS):
        story = Story(sources, units, gather(sources, kinship(story, edges)))
        story = Story(sources, units, tie(story, edges))
        edges = derive(story)
    return _trace(story, edges, against(story))


def _trace(story: Story, edges: Sequence[Edge], opposed: dict[int, list[Opposition]]) -> Trace:
    ids = [_id(group) for group in story.groups]
    return Trace(
        statements=tuple(
            _statement(story, number, edges, opposed.get(number, ()), ids[number])
            for number in range(len(ids))
        ),
        derivations=tuple(_derivation(story, edge, ids) for edge in edges),
    )


def _statement(
    story: Story, number: int, edges: Sequence[Edge], opposed: Iterable[Opposition], id: str
) -> Statement:
    events, origins = count(story, number, edges)
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


def _id(group: Sequence[Item]) -> str:
    """Return an id that tells nothing: that of the first member, whatever comes to it."""
    first = min(group, key=lambda item: (item.source.report.published or "9", *_place(item)))
    told = "\0".join(map(str, _place(first)))
    return f"s{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _place(item: Item) -> tuple[str, int]:
    return item.source.report.id, item.number


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
