"""The parts of a dossier: origins, wordings, conflicts, denials, and the routes as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rawi.export.dossier.marking import bdi, escaped, quoted, said
from rawi.export.timeline import TimelineRow, timeline_rows
from rawi.export.told_lines import counted, name_of
from rawi.records import Change, Report, Shift, Trace, Variant
from rawi.tracing.account import Account


def origins(told: Account) -> str:
    """Return on what the two counts rest."""
    reasons = [
        f"<li>{title}: {bdi(reason)}</li>"
        for title, some in (
            ("Speech event", told.statement.speech_events_why),
            ("Independent origin", told.statement.independent_origins_why),
        )
        for reason in some
    ]
    return f"<h3>Origins</h3><ul>{''.join(reasons)}</ul>" if reasons else ""


def wordings(told: Account, reports: Mapping[str, Report]) -> str:
    """Return the families of wording side by side, with what changed marked."""
    if sum(len(variant.wordings) for variant in told.variants) < 2:
        return ""
    shown = "".join(_family(variant, reports) for variant in told.variants)
    return f'<h3>Wordings</h3><div class="families">{shown}</div>'


def _family(variant: Variant, reports: Mapping[str, Report]) -> str:
    shares = ", ".join(f"{escaped(code)} ×{n}" for code, n in variant.languages.items())
    shifts = "".join(f"<li>{_shift(shift, reports)}</li>" for shift in variant.appeared)
    lines = "".join(
        f"<p>{quoted(one.text, one.language, one.changed)} "
        f'<span class="soft">{escaped(one.language or "?")} ×{len(one.reports)}</span></p>'
        for one in variant.wordings
    )
    where = f'<ul class="soft">{shifts}</ul>' if shifts else ""
    return f"<section><h4>{variant.name} <small>{shares}</small></h4>{where}{lines}</section>"


def _shift(shift: Shift, reports: Mapping[str, Report]) -> str:
    changes = "; ".join(_change(change) for change in shift.changes) or "other words"
    report = reports.get(shift.child)
    return f"{changes} in {said(report) if report else bdi(shift.child)}"


def _change(change: Change) -> str:
    if change.kind == "negation":
        return "negated" if change.after else "the negation is lost"
    if change.before and change.after:
        return f"{bdi(change.before)} → {bdi(change.after)}"
    verb = "lost" if change.before else "added"
    return f"“{bdi(change.before or change.after)}” is {verb}"


def conflicts(told: Account, reports: Mapping[str, Report]) -> str:
    """Return the credits that the wording contradicts."""
    lines = "".join(
        f"<li>⚠ {bdi(name_of(one.child, reports))} credits "
        f"{bdi(name_of(one.credited, reports, reports[one.child].language))}, "
        f"reads like {bdi(name_of(one.reads_like, reports))} "
        f'<span class="soft">({escaped(", ".join(one.evidence))})</span></li>'
        for one in told.conflicts
    )
    return f"<h3>Credits and wording</h3><ul>{lines}</ul>" if lines else ""


def denials(told: Account, reports: Mapping[str, Report]) -> str:
    """Return who speaks against it, and who carried it and never said so."""
    if not told.denials:
        return ""
    lines = ""
    for one in told.denials:
        report = reports[one.report]
        who = f"{bdi(one.speaker, report.language)}, " if one.speaker else ""
        at = escaped((one.said_at or "no date")[:16].replace("T", " "))
        lines += (
            f'<li><span class="against">✗ {one.stance} it</span>: {who}{said(report)}, {at}: '
            f"{quoted(one.words, report.language)}</li>"
        )
    return (
        f"<h3>Against it</h3><ul>{lines}</ul>"
        f"{_silent('Later, and without it', told.never.after, reports)}"
        f"{_silent('Earlier, and without it since', told.never.before, reports)}"
    )


def _silent(title: str, ids: Sequence[str], reports: Mapping[str, Report]) -> str:
    if not ids:
        return ""
    names = ", ".join(said(reports[id]) for id in ids)
    return f"<p>{title}, {counted(len(ids), 'carrier')}: {names}</p>"


def table(told: Account, trace: Trace, reports: Mapping[str, Report], number: int) -> str:
    """Return the time line as a table."""
    rows = timeline_rows(
        told.statement, trace, reports, variants=told.variants, conflicts=told.conflicts
    )
    heads = ("Carrier", "Language", "Published", "From", "How", "Wording", "Notes")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in rows)
    return (
        f'<h3 id="r{number}">The same as a table</h3><div class="wide" tabindex="0" role="region" '
        f'aria-labelledby="r{number}"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody>'
        "</table></div>"
    )


def _cells(row: TimelineRow) -> Iterator[str]:
    name = bdi(row.name, row.language) if row.name else "publisher unknown"
    link = row.url if row.url and row.url.startswith(("http://", "https://")) else None
    shown = f'<a href="{escaped(link)}" rel="noreferrer">{name}</a>' if link else name
    yield f'<th scope="row">{shown}</th>'
    yield f"<td>{escaped(row.language or '')}</td>"
    yield f"<td>{escaped((row.published or 'no date')[:16].replace('T', ' '))}</td>"
    yield f"<td>{bdi(row.parent_name) if row.parent_name else ''}</td>"
    yield f"<td>{_how(row)}</td><td>{escaped(row.family or '')}</td>"
    yield f"<td>{'; '.join(_notes(row))}</td>"


def _how(row: TimelineRow) -> str:
    if row.parent is None:
        return ""
    told = "declared" if row.declared else f"inferred {row.score or 0:.2f}"
    return f"{row.kind}, {told}" if row.kind else told


def _notes(row: TimelineRow) -> Iterator[str]:
    if row.report is None:
        yield "not in the ledger"
    if row.stance:
        yield f'<span class="against">✗ {row.stance} it</span>'
    elif not row.carries:
        yield "credited, does not carry it"
    if row.credits and row.reads_like:
        yield f"⚠ credits {bdi(row.credits)}, reads like {bdi(row.reads_like)}"
    elif row.also:
        yield "also from " + ", ".join(bdi(name) for name in row.also)
