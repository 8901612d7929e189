"""Whom an outlet takes from and who takes from it, counted over some traced statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from rawi.records import OUTSIDE, Derivation, Report
from rawi.web.pages.views.members import outlet_name


@dataclass(frozen=True)
class Way:
    """How often one outlet took from another.

    `times` counts statements, `uncredited` those without a credit; `lag` is the median in
    minutes, None where no dates tell.
    """

    name: str
    times: int
    uncredited: int
    lag: float | None
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Ways:
    """Both directions, the most frequent first."""

    takes: tuple[Way, ...] = ()
    gives: tuple[Way, ...] = ()


def ways(
    ours: set[str], edges: Sequence[Derivation], reports: Mapping[str, Report], language: str
) -> Ways:
    """Return the ways from and to the outlet whose reports are `ours` (their ids)."""
    takes: dict[str, list[Derivation]] = {}
    gives: dict[str, list[Derivation]] = {}
    for edge in edges:
        if edge.child in ours:
            takes.setdefault(_name(edge.parent, reports, language), []).append(edge)
        elif edge.parent in ours:
            gives.setdefault(_name(edge.child, reports, language), []).append(edge)
    return Ways(_ways(takes, reports), _ways(gives, reports))


def _name(id: str, reports: Mapping[str, Report], language: str) -> str:
    if id.startswith(OUTSIDE) or id not in reports:
        return outlet_name(id, language)
    return reports[id].publisher or id


def _ways(
    found: Mapping[str, Sequence[Derivation]], reports: Mapping[str, Report]
) -> tuple[Way, ...]:
    made = [
        Way(
            name=name,
            times=sum(len(edge.statements) for edge in edges),
            uncredited=sum(len(edge.statements) for edge in edges if not edge.declared),
            lag=_lag(edges, reports),
            languages=_languages(edges, reports),
        )
        for name, edges in found.items()
    ]
    return tuple(sorted((way for way in made if way.times), key=lambda way: (-way.times, way.name)))


def _languages(edges: Sequence[Derivation], reports: Mapping[str, Report]) -> tuple[str, ...]:
    ids = {id for edge in edges for id in (edge.parent, edge.child)}
    found = (reports[id].language for id in ids if id in reports)
    return tuple(sorted({language for language in found if language}))


def _lag(edges: Sequence[Derivation], reports: Mapping[str, Report]) -> float | None:
    lags = []
    for edge in edges:
        before, after = _at(reports.get(edge.parent)), _at(reports.get(edge.child))
        if before and after and after >= before:
            lags.append((after - before).total_seconds() / 60)
    return median(lags) if lags else None


def _at(report: Report | None) -> datetime | None:
    """Return when a report was published, None where its date has no time or no zone."""
    if report is None or report.published is None or len(report.published) <= 10:
        return None
    try:
        at = datetime.fromisoformat(report.published)
    except ValueError:
        return None
    return at if at.tzinfo else None
