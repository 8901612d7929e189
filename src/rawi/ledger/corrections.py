"""Deciding about attributions: appended to the ledger, never over what the machine read."""

from __future__ import annotations

import time
from collections.abc import Iterator

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.errors import UsageError
from rawi.ledger import schema, stored, writing
from rawi.ledger.corrected import Action, Corrected, Correction, quote, standing
from rawi.ledger.identity import storable, text_hash
from rawi.ledger.rows import Rows
from rawi.records import Attribution, Report, Span, Spans

#: Characters of a name and of a note.
LONGEST_NAME = 200
LONGEST_NOTE = 10_000
#: Reports that are looked at in one go.
_AT_A_TIME = 200


def decide(
    connection: Connection,
    key: str,
    attribution: str,
    action: Action,
    *,
    by: str,
    amended: Attribution | None = None,
    note: str | None = None,
) -> Correction:
    """Append a decision about an attribution of a report's present version; return it.

    `attribution` is its id, `amended` what "amend" makes of it.  Raises UsageError where there
    is no such report or attribution, or nothing that is to be decided so.
    """
    _check(by, note)
    row = connection.execute(
        sa.select(schema.reports.c.id, schema.reports.c.latest).where(schema.reports.c.key == key)
    ).first()
    if row is None:
        raise UsageError(f"no report {key!r} in the ledger: rawi search finds ids")
    (judged,) = (one for _, one in stored.judged(connection, [row.latest]))
    there, before = _judged(judged, attribution, key)
    becomes = _becomes(action, there, before, amended, judged.report)
    here = text_hash(judged.report.text)
    rows = Rows(connection)
    content = there.content
    if before is not None and before.text_hash == here:
        content = before.content
    elif before is not None:  # it moved with its words: from now on it stands in the new text
        _append(rows, row.id, msgspec.structs.replace(before, action="withdraw", attribution=None))
    made = Correction(
        id=0, report=key, text_hash=here, content=content,
        quote=quote(content, judged.report.text), action=action, attribution=becomes,
        by=storable(by), at=int(time.time()), note=None if note is None else storable(note),
    )  # fmt: skip
    number = _append(rows, row.id, made)
    rows.write()
    writing.revise(connection, [row.latest])
    return msgspec.structs.replace(made, id=number)


def every(connection: Connection) -> Iterator[Correction]:
    """Yield all decisions, report by report, those about one in the order in which they came."""
    for some in _decided_reports(connection):
        for decided in stored.decisions(connection, some).values():
            yield from decided


def unfit(connection: Connection) -> Iterator[Correction]:
    """Yield the decisions whose words are no longer in the present version of their report."""
    table = schema.reports
    for some in _decided_reports(connection):
        versions = list(connection.scalars(sa.select(table.c.latest).where(table.c.id.in_(some))))
        for _, judged in stored.judged(connection, versions):
            yield from judged.unfit


def decided(connection: Connection) -> set[str]:
    """Return the ids of the reports in which a decision stands."""
    found: set[str] = set()
    for some in _decided_reports(connection):
        for decisions in stored.decisions(connection, some).values():
            if standing(decisions):
                found.add(decisions[0].report)
    return found


def placed(words: str, text: str, near: Spans) -> Span:
    """Return where words stand in a text, the place nearest to some spans.

    Raises UsageError where they do not.
    """
    if not words.strip():
        raise UsageError("no words are given")
    starts = []
    at = text.find(words)
    while at >= 0:
        starts.append(at)
        at = text.find(words, at + 1)
    if not starts:
        raise UsageError(f"“{words}” does not stand in the text so: give its very words")
    middle = near[0].start if near else 0
    start = min(starts, key=lambda one: (abs(one - middle), one))
    return Span(start, start + len(words))


def _decided_reports(connection: Connection) -> Iterator[list[int]]:
    table = schema.corrections
    last = 0
    while True:
        query = sa.select(table.c.report).where(table.c.report > last).distinct()
        found = list(connection.scalars(query.order_by(table.c.report).limit(_AT_A_TIME)))
        if not found:
            return
        yield found
        last = found[-1]


def _check(by: str, note: str | None) -> None:
    if not by.strip() or len(by) > LONGEST_NAME:
        raise UsageError(f"who decides needs a name of at most {LONGEST_NAME} characters")
    if note is not None and len(note) > LONGEST_NOTE:
        raise UsageError(f"a note has at most {LONGEST_NOTE:,} characters")


def _judged(judged: Corrected, name: str, key: str) -> tuple[Attribution, Correction | None]:
    """Return an attribution as it stands, or was rejected, and what was decided about it."""
    for one in judged.report.attributions:
        if one.id == name:
            return one, judged.decided.get(name)
    for one, before in judged.rejected:
        if one.id == name:
            return one, before
    raise UsageError(f"no attribution {name!r} in report {key!r}: rawi show lists them")


def _becomes(
    action: Action,
    there: Attribution,
    before: Correction | None,
    amended: Attribution | None,
    report: Report,
) -> Attribution | None:
    if (amended is None) == (action == "amend"):
        raise UsageError("to amend, say what is to be amended; other decisions amend nothing")
    if action == "withdraw" and before is None:
        raise UsageError(f"nothing was decided about {there.id!r} that could be withdrawn")
    if amended is not None:
        _check_spans(amended, len(report.text))
        return amended
    return there if action == "accept" else None


def _check_spans(one: Attribution, length: int) -> None:
    if not one.content:
        raise UsageError("an attribution needs content")
    hops = (span for hop in one.chain for span in hop.evidence)
    evidence = one.speaker.evidence if one.speaker else ()
    for span in (*one.content, *one.cue, *one.source, *evidence, *hops):
        if not 0 <= span.start < span.end <= length:
            raise UsageError(f"[{span.start}, {span.end}] is no place in a text of {length}")


def _append(rows: Rows, report: int, one: Correction) -> int:
    decided = one.attribution and msgspec.json.encode(one.attribution).decode()
    return rows.numbered(
        schema.corrections,
        {
            "report": report, "text_hash": one.text_hash,
            "content": msgspec.json.encode(one.content).decode(), "quote": storable(one.quote),
            "action": one.action, "attribution": decided or None, "by": one.by, "at": one.at,
            "note": one.note,
        },
    )  # fmt: skip
