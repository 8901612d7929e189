"""Reports as they are kept, with what persons decided about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

import msgspec
import sqlalchemy as sa
import zstandard
from sqlalchemy.engine import Connection

from rawi.errors import InputError
from rawi.ledger import schema
from rawi.ledger.corrected import Corrected, Correction, corrected
from rawi.ledger.packing import unpack_reading, unpack_text
from rawi.ledger.rows import chunks
from rawi.records import Attribution, Report, Spans

#: What unpacking a damaged text or reading raises.
DAMAGE = (zstandard.ZstdError, UnicodeDecodeError, msgspec.MsgspecError)


def reports(
    connection: Connection, versions: Collection[int], *, whole: bool = False
) -> Iterator[tuple[int, Report]]:
    """Yield versions by the numbers of their rows, with what persons decided in them.

    See `judged`.
    """
    for version, one in judged(connection, versions, whole=whole):
        yield version, one.report


def judged(
    connection: Connection, versions: Collection[int], *, whole: bool = False
) -> Iterator[tuple[int, Corrected]]:
    """Yield versions by the numbers of their rows, with the decisions themselves.

    `whole` leaves out those that are damaged; otherwise one raises InputError.
    """
    for some in chunks(versions):
        rows = connection.execute(_selected().where(schema.versions.c.id.in_(some))).all()
        decided = decisions(connection, {row.report for row in rows})
        for row in rows:
            try:
                report = unpacked(bytes(row.reading), bytes(row.text))
            except DAMAGE:
                if whole:
                    continue
                fault = "its text or reading is damaged in the ledger: see rawi doctor"
                raise InputError(row.key, fault) from None
            yield row.id, _corrected(connection, row, report, decided.get(row.report, []))


def decisions(connection: Connection, reports: Collection[int]) -> dict[int, list[Correction]]:
    """Return what persons decided about reports, by the numbers of their rows, oldest first."""
    table = schema.corrections
    found: dict[int, list[Correction]] = defaultdict(list)
    for some in chunks(reports):
        query = (
            sa.select(table, schema.reports.c.key.label("report_key"))
            .join(schema.reports, schema.reports.c.id == table.c.report)
            .where(table.c.report.in_(some)).order_by(table.c.id)
        )  # fmt: skip
        for row in connection.execute(query):
            found[row.report].append(_correction(row))
    return found


def text(connection: Connection, text_hash: bytes) -> str | None:
    """Return the text of a hash, None where no version has it any more."""
    query = sa.select(schema.texts.c.body).where(schema.texts.c.hash == text_hash)
    body = connection.scalar(query)
    return None if body is None else unpack_text(bytes(body))


def _selected() -> sa.Select[Any]:
    table = schema.versions
    return (
        sa.select(
            table.c.id, table.c.report, schema.reports.c.key,
            schema.texts.c.hash.label("text_hash"),
            schema.readings.c.body.label("reading"), schema.texts.c.body.label("text"),
        )
        .join(schema.reports, schema.reports.c.id == table.c.report)
        .join(schema.readings, schema.readings.c.version == table.c.id)
        .join(schema.texts, schema.texts.c.id == table.c.text)
    )  # fmt: skip


def unpacked(reading: bytes, text: bytes) -> Report:
    """Return a report of its stored reading and text; raises what unpacking does if damaged."""
    return unpack_reading(reading, unpack_text(text))


def _corrected(
    connection: Connection, row: sa.Row[Any], report: Report, decided: list[Correction]
) -> Corrected:
    if not decided:
        return Corrected(report)
    here = bytes(row.text_hash)
    others = {one.text_hash for one in decided if one.text_hash != here}
    texts = {hash: text(connection, hash) for hash in others}
    return corrected(report, here, decided, texts)


def _correction(row: sa.Row[Any]) -> Correction:
    attribution = row.attribution and msgspec.json.decode(row.attribution, type=Attribution)
    return Correction(
        id=row.id,
        report=row.report_key,
        text_hash=bytes(row.text_hash),
        content=msgspec.json.decode(row.content, type=Spans),
        quote=row.quote,
        action=row.action,
        attribution=attribution or None,
        by=row.by,
        at=row.at,
        note=row.note,
    )
