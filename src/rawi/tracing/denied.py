"""Who speaks against a statement, and who carried it and never said so."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rawi.records import Denial, Report, Statement, words


class Silence(msgspec.Struct, frozen=True):
    """Carriers of a statement that carry none of what was said against it, by their ids.

    `after` were published later than the first of it, and could have known; `before` were
    published before, or have no date.
    """

    after: tuple[str, ...]
    before: tuple[str, ...]


def denials(statement: Statement, reports: Mapping[str, Report]) -> tuple[Denial, ...]:
    """Return what speaks against a statement, the earliest first."""
    found = []
    for one in statement.against:
        report = reports.get(one.report)
        told = [a for a in report.attributions if a.id == one.attribution] if report else []
        if report is None or not told:
            continue
        attribution = told[0]
        at = attribution.said_at.value if attribution.said_at else report.published
        found.append(
            Denial(
                report=one.report,
                attribution=one.attribution,
                stance=one.stance,
                speaker=attribution.speaker.name if attribution.speaker else None,
                said_at=at,
                words=words(attribution.content, report.text),
            )
        )
    return tuple(sorted(found, key=lambda d: (d.said_at or "9", d.report, d.attribution)))


def silence(statement: Statement, reports: Mapping[str, Report]) -> Silence:
    """Return who carried a statement and nothing against it; empty where nobody speaks so."""
    if not statement.against:
        return Silence((), ())
    speaking = {one.report for one in statement.against}
    first = min((reports[id].published or "9" for id in speaking if id in reports), default="9")
    silent = sorted({m.report for m in statement.members if m.report in reports} - speaking)
    after = [id for id in silent if (reports[id].published or "") > first]
    return Silence(tuple(after), tuple(id for id in silent if id not in after))
