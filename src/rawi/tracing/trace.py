"""From read reports to statements, derivations and origins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rawi.records import Report
from rawi.tracing.derivation import Story, derive, kinship
from rawi.tracing.items import sources_of
from rawi.tracing.origins import count
from rawi.tracing.stances import against
from rawi.tracing.statements import gather
from rawi.tracing.ties import tie
from rawi.tracing.units import units_of


#: Lineage ties statements, statements show lineage: so often one is told by the other.
ROUNDS = 1


def trace_reports(reports: Sequence[Report]) -> dict[str, Any]:
    """Trace reports that were read."""
    sources = sources_of(reports)
    groups = gather(sources, loosely=True)
    units = units_of(reports)
    story = Story(sources, units, groups)
    edges = derive(story)
    for _ in range(ROUNDS):
        groups = gather(sources, kinship(edges))
        story = Story(sources, units, groups)
        groups = tie(story, groups, edges)
        story = Story(sources, units, groups)
        edges = derive(story)
    stands = against(story, groups)
    statements = []
    for number, group in enumerate(groups):
        events, origins = count(story, group, number, edges)
        statements.append(
            {
                "id": f"s{number + 1}",
                "members": [
                    {
                        "report": item.source.report.id,
                        "content": [[s.start, s.end] for s in item.attribution.content],
                    }
                    for item in group
                ],
                "speech_events": [events.least, events.most],
                "independent_origins": [origins.least, origins.most],
                "why": [*events.reasons, *origins.reasons],
                "against": [
                    {"report": reports[a.report].id, "stance": a.stance}
                    for a in stands.get(number, ())
                ],
            }
        )
    return {
        "statements": statements,
        "derivations": [
            {
                "child": reports[e.child].id,
                "parent": reports[e.parent].id,
                "kind": e.kind,
                "declared": e.declared,
                "score": round(e.score, 3),
            }
            for e in edges
        ],
    }
