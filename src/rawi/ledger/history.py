"""One report with all that is kept of it: its versions, where they came from, decisions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.ledger import schema, stored
from rawi.ledger.corrected import Corrected
from rawi.records import Report


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a report; `added_at` is an instant in UTC (ISO 8601, ending in "Z")."""

    number: int
    title: str | None
    published: str | None
    characters: int
    reader: str
    added_at: str


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where a version was found; see `rawi.records.Provenance`.

    `extractor` is the version of Rawi that made the text, `original` says whether the original
    bytes are kept.
    """

    version: int
    source: str
    record: int | None
    fetched_at: str | None
    media_type: str
    bytes_hash: str
    extractor: str
    original: bool


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it stands, the version that it is, and all of its versions and origins."""

    corrected: Corrected
    version: int
    versions: tuple[Version, ...]
    origins: tuple[Origin, ...]

    @property
    def report(self) -> Report:
        """The report, with what persons decided."""
        return self.corrected.report


def shown(connection: Connection, key: str, version: int | None) -> Shown | None:
    """Return a report by its id, in a version (from 1; None is the present one), or None."""
    table = schema.versions
    which = table.c.id == schema.reports.c.latest
    if version is not None:
        which = sa.and_(table.c.report == schema.reports.c.id, table.c.number == version)
    query = sa.select(table.c.id, table.c.number, table.c.report).join(schema.reports, which)
    row = connection.execute(query.where(schema.reports.c.key == key)).first()
    if row is None:
        return None
    found = dict(stored.judged(connection, [row.id]))
    return Shown(
        corrected=found[row.id],
        version=row.number,
        versions=tuple(_versions(connection, row.report)),
        origins=tuple(_origins(connection, row.report)),
    )


def original(connection: Connection, key: str, version: int | None = None) -> bytes | None:
    """Return the original bytes of a report as they are stored; None where none are kept."""
    versions, origins = schema.versions, schema.provenance
    number = versions.c.id == schema.reports.c.latest
    if version is not None:
        number = versions.c.number == version
    query = (
        sa.select(schema.originals.c.body)
        .join(origins, origins.c.original == schema.originals.c.id)
        .join(versions, versions.c.id == origins.c.version)
        .join(schema.reports, schema.reports.c.id == versions.c.report)
        .where(schema.reports.c.key == key, number)
        .order_by(origins.c.id.desc())
    )
    body = connection.scalar(query.limit(1))
    return None if body is None else bytes(body)


def _versions(connection: Connection, report: int) -> Iterator[Version]:
    table = schema.versions
    query = (
        sa.select(table, schema.texts.c.characters, schema.readings.c.reader)
        .join(schema.texts, schema.texts.c.id == table.c.text)
        .join(schema.readings, schema.readings.c.version == table.c.id)
        .where(table.c.report == report)
        .order_by(table.c.number)
    )
    for row in connection.execute(query):
        yield Version(
            number=row.number,
            title=row.title,
            published=row.published,
            characters=row.characters,
            reader=row.reader,
            added_at=instant(row.added_at),
        )


def _origins(connection: Connection, report: int) -> Iterator[Origin]:
    table = schema.provenance
    query = (
        sa.select(table, schema.versions.c.number)
        .join(schema.versions, schema.versions.c.id == table.c.version)
        .where(schema.versions.c.report == report)
        .order_by(table.c.id)
    )
    for row in connection.execute(query):
        yield _origin(row)


def _origin(row: sa.Row[Any]) -> Origin:
    return Origin(
        version=row.number,
        source=row.source,
        record=row.record,
        fetched_at=row.fetched_at,
        media_type=row.media_type,
        bytes_hash=bytes(row.bytes_hash).hex(),
        extractor=row.extractor,
        original=row.original is not None,
    )


def instant(second: int) -> str:
    """Return seconds since 1970 as an instant in UTC."""
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
