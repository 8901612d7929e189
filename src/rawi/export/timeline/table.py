"""The time line as a table: the same for those who do not see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from rawi.export.timeline.tags import Tags
from rawi.records import Conflict, DerivationKind, Report, Stance, Statement, Trace, Variant
from rawi.tracing.routes import Node, tree


class TimelineRow(msgspec.Struct, frozen=True, kw_only=True):
    """One carrier, or outlet that is named on the way, as it stands on the time line.

    `id` is the report's, or `outlet:…` for an outlet without a report here (`report` is then
    None).  `depth` counts those above it, 0 at the top; `parent` is the node right above and
    `parent_name` its name, None at the top.  `declared` is None at the top; `score` (0 to 1) is
    None for what is not inferred.  `also` names further parents.  `family` is the name of its
    `Variant`, None where only one is known; `credits` and `reads_like` are names, of a conflict
    of credit, None where there is none.  `carries` is False for a report that is credited, or
    speaks against it, and does not pass it on.
    """

    id: str
    report: str | None
    name: str
    language: str | None
    published: str | None
    url: str | None
    depth: int
    parent: str | None
    parent_name: str | None
    kind: DerivationKind | None
    declared: bool | None
    score: float | None
    also: tuple[str, ...]
    carries: bool
    stance: Stance | None
    family: str | None
    credits: str | None
    reads_like: str | None


def timeline_rows(
    statement: Statement,
    trace: Trace,
    reports: Mapping[str, Report],
    *,
    variants: Sequence[Variant] = (),
    conflicts: Sequence[Conflict] = (),
) -> list[TimelineRow]:
    """Return all carriers in the order of the drawing, none folded."""
    tags = Tags(reports, variants, conflicts, str)
    return [_row(node, depth, tags) for node, depth in tree(statement, trace, reports).walk()]


def _row(node: Node, depth: int, tags: Tags) -> TimelineRow:
    report, edge = node.report, node.edge
    language = report.language if report else None
    conflict = tags.conflict.get(node.id)
    inferred = edge is not None and not edge.declared
    return TimelineRow(
        id=node.id,
        report=report.id if report else None,
        name=node.name,
        language=language,
        published=report.published if report else None,
        url=report.url if report else None,
        depth=depth,
        parent=node.parent,
        parent_name=tags.name(node.parent, language) if node.parent else None,
        kind=edge.kind if edge else None,
        declared=node.declared if node.parent else None,
        score=edge.score if edge and inferred else None,
        also=tuple(tags.name(other.parent, language) for other in node.also),
        carries=node.carries,
        stance=node.stance,
        family=tags.family.get(node.id),
        credits=tags.name(conflict.credited, language) if conflict else None,
        reads_like=tags.name(conflict.reads_like) if conflict else None,
    )
