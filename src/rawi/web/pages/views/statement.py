"""The page of a statement: who carried it, from whom, how often it was said, how it changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.records import (
    OUTSIDE,
    Against,
    Conflict,
    Derivation,
    Report,
    SaidAt,
    Statement,
    Trace,
    Variant,
)
from rawi.tracing.conflicts import conflicts
from rawi.tracing.variants import variants
from rawi.web.pages.views.members import Told, Who, members, outlet_name, said_at, who
from rawi.web.pages.views.wordings import Family, Turn, families, turns


@dataclass(frozen=True)
class Parent:
    """Whom a carrier has it from: a report of the ledger (`report`), or an outlet that is named.

    `contradicts` says that the report credits it while its wording comes from another.
    """

    name: str
    language: str | None
    report: str | None
    edge: Derivation
    contradicts: bool = False


@dataclass(frozen=True)
class Carrier:
    """A report that carries a statement; `depth` is how many carriers stand above it."""

    report: Report
    told: tuple[Told, ...]
    parents: tuple[Parent, ...]
    depth: int
    silent: bool
    number: int = 0
    stance: str | None = None


@dataclass(frozen=True)
class Opposed:
    """One who speaks against it."""

    told: Told
    against: Against


@dataclass(frozen=True)
class StatementPage:
    """All that the page of a statement shows."""

    statement: Statement
    first: Told
    who: Who
    said_at: SaidAt | None
    languages: tuple[str, ...]
    carriers: tuple[Carrier, ...]
    families: tuple[Family, ...]
    turns: tuple[Turn, ...]
    variants: tuple[Variant, ...]
    conflicts: tuple[Conflict, ...]
    opposed: tuple[Opposed, ...]
    reports: Mapping[str, Report]

    @property
    def silent(self) -> list[Carrier]:
        """Those that carry it and not what speaks against it; none where nothing does."""
        return [one for one in self.carriers if one.silent] if self.opposed else []

    def name(self, id: str, language: str) -> tuple[str, str | None]:
        """Return what a report's publisher or an outlet is called, and in which language."""
        report = self.reports.get(id)
        if report is None:
            return outlet_name(id, language), None
        return report.publisher or report.id, report.language


def statement_page(
    statement: Statement, trace: Trace, reports: Mapping[str, Report], language: str
) -> StatementPage | None:
    """Return the page of a statement; None where none of its reports is there any more.

    `language` is that of the interface, for names of outlets that have no report here.
    """
    told = members(statement, reports)
    if not told:
        return None
    wordings = variants(statement, trace, reports)
    edges = [edge for edge in trace.derivations if statement.id in edge.statements]
    opposed = tuple(_opposed(statement, reports))
    return StatementPage(
        statement=statement,
        first=told[0],
        who=who(told),
        said_at=said_at(told),
        languages=tuple(dict.fromkeys(one.report.language or "" for one in told)),
        carriers=tuple(_carriers(told, edges, opposed, reports, language)),
        families=tuple(families(wordings, reports)),
        turns=tuple(turns(wordings, reports)),
        variants=wordings,
        conflicts=conflicts(statement, trace, reports),
        opposed=opposed,
        reports=reports,
    )


def _carriers(
    told: Sequence[Told],
    edges: Iterable[Derivation],
    opposed: Sequence[Opposed],
    reports: Mapping[str, Report],
    language: str,
) -> Iterable[Carrier]:
    by_report: dict[str, list[Told]] = {}
    for one in told:
        by_report.setdefault(one.report.id, []).append(one)
    parents: dict[str, list[Derivation]] = {}
    # a report of the ledger before an outlet without one, what is declared before the rest
    for edge in sorted(edges, key=lambda e: (e.kind is None, not e.declared, -e.score, e.parent)):
        parents.setdefault(edge.child, []).append(edge)
    speaking = {one.told.report.id: one.against.stance for one in opposed}
    depths = _depths(by_report, parents)
    for number, (id, its) in enumerate(by_report.items(), 1):
        yield Carrier(
            report=its[0].report,
            told=tuple(its),
            parents=tuple(_parents(parents.get(id, ()), reports, language)),
            depth=depths[id],
            silent=id not in speaking,
            number=number,
            stance=speaking.get(id),
        )


def _parents(
    edges: Sequence[Derivation], reports: Mapping[str, Report], language: str
) -> Iterable[Parent]:
    for number, edge in enumerate(edges):
        report = reports.get(edge.parent)
        # a declared outlet after an inferred parent: somebody else is credited
        contradicts = number > 0 and edge.declared and not edges[0].declared
        if report is None:
            yield Parent(outlet_name(edge.parent, language), None, None, edge, contradicts)
        else:
            name = report.publisher or report.id
            yield Parent(name, report.language, report.id, edge, contradicts)


def _depths(carriers: Iterable[str], parents: Mapping[str, Sequence[Derivation]]) -> dict[str, int]:
    """Return how many carriers stand above each, along the surest parent."""
    found: dict[str, int] = {}
    for carrier in carriers:
        way: list[str] = []
        at: str | None = carrier
        while at is not None and at not in found and at not in way:
            way.append(at)
            above = parents.get(at, ())
            at = above[0].parent if above and not above[0].parent.startswith(OUTSIDE) else None
        base = found.get(at, -1) if at is not None else -1
        for number, one in enumerate(reversed(way)):
            found[one] = base + 1 + number
    return found


def _opposed(statement: Statement, reports: Mapping[str, Report]) -> Iterable[Opposed]:
    for one in statement.against:
        report = reports.get(one.report)
        for attribution in report.attributions if report else ():
            if report is not None and attribution.id == one.attribution:
                yield Opposed(Told(report, attribution), one)
