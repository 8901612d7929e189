"""The page of a dossier: no script, nothing fetched, legible on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rawi.export.dossier.marking import bdi, escaped, quoted, said
from rawi.export.dossier.parts import conflicts, denials, origins, table, wordings
from rawi.export.timeline import Look, timeline_svg
from rawi.export.told_lines import counted
from rawi.export.trace_lines import interval
from rawi.records import Report, Trace, words
from rawi.tracing.account import Account
from rawi.tracing.routes import earliest, speaker_of

#: Nothing but what is in the page itself.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def dossier_html(accounts: Sequence[Account], trace: Trace, reports: Mapping[str, Report]) -> str:
    """Return a whole page; `reports` are those that were traced, by their ids.

    All outside text in it is escaped, with its language and its direction.
    """
    style = Path(__file__).with_name("style.css").read_text("utf-8")
    shown = "".join(_article(one, number, trace, reports) for number, one in enumerate(accounts, 1))
    return (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex"><title>'
        f"{escaped(_title(accounts, reports))}</title><style>\n{style}</style></head>"
        f"<body><header><h1>Who said it, and through whom</h1></header>"
        f"<main>{shown or '<p>No statement fits.</p>'}</main>{_foot(accounts)}</body></html>\n"
    )


def _title(accounts: Sequence[Account], reports: Mapping[str, Report]) -> str:
    first = earliest(accounts[0].statement, reports) if accounts else None
    told = words(first[1].content, first[0].text) if first else "nothing"
    return f"Dossier: {told[:80]}"


def _foot(accounts: Sequence[Account]) -> str:
    from rawi import __version__

    among = accounts[0].among if accounts else 0
    as_of = accounts[0].as_of if accounts else None
    at = f", as of {escaped(as_of[:16].replace('T', ' '))} UTC" if as_of else ""
    return (
        f'<footer class="soft"><p>Counted among {counted(among, "report")}{at}, by Rawi '
        f"{__version__}. Solid lines: declared by the reports. Dashed lines: inferred from their "
        "wording. Hollow marks: outlets that are named and have no report here.</p></footer>"
    )


def _article(told: Account, number: int, trace: Trace, reports: Mapping[str, Report]) -> str:
    svg = timeline_svg(
        told.statement,
        trace,
        reports,
        variants=told.variants,
        conflicts=told.conflicts,
        look=Look(prefix=f"t{number}", width=1040),
    )
    return (
        f'<article aria-labelledby="s{number}">{"".join(_head(told, number, reports))}'
        f'<h3>Routes</h3><div class="draw" tabindex="0" role="region" '
        f'aria-label="Time line {number}">{svg}</div>'
        f"{origins(told)}{wordings(told, reports)}{conflicts(told, reports)}"
        f"{denials(told, reports)}{table(told, trace, reports, number)}</article>"
    )


def _head(told: Account, number: int, reports: Mapping[str, Report]) -> Iterator[str]:
    first = earliest(told.statement, reports)
    speaker = speaker_of(told.statement, reports)
    if speaker is not None:
        role = f" · {bdi(speaker.role)}" if speaker.role else ""
        yield f"<p><strong>{bdi(speaker.name)}</strong>{role}</p>"
    else:
        yield '<p class="soft">Speaker unknown</p>'
    text, language = (
        (words(first[1].content, first[0].text), first[0].language) if first else ("", None)
    )
    yield f'<h2 id="s{number}">{quoted(text, language)}</h2>'
    carriers = {member.report for member in told.statement.members} & set(reports)
    languages = {reports[id].language for id in carriers} - {None}
    counts = (
        counted(len(carriers), "report"),
        counted(len(languages), "language"),
        interval(told.statement.speech_events, "speech event"),
        interval(told.statement.independent_origins, "independent origin"),
    )
    yield f"<p>{' · '.join(counts)} · <code>{escaped(told.statement.id)}</code></p>"
    if first:
        at = (first[0].published or "no date")[:16].replace("T", " ")
        yield f'<p class="soft">Earliest known: {said(first[0])}, {escaped(at)}</p>'
