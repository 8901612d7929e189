"""Taking reports out of the ledger, for good: nothing of them stays, nor of who is in them alone.

What others share (a text that two publish, a speaker of another report) stays with them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.errors import UsageError
from rawi.ledger import index, resolve, schema
from rawi.ledger.dates import when
from rawi.ledger.people import deciding
from rawi.ledger.rows import chunks
from rawi.ledger.statements import leaving


class Forgotten(msgspec.Struct, frozen=True):
    """What was taken out, or would be: reports, and the texts and originals of theirs alone."""

    reports: int = 0
    texts: int = 0
    originals: int = 0


def meant(
    connection: Connection,
    keys: Sequence[str] = (),
    before: str | None = None,
    publisher: str | None = None,
) -> list[int]:
    """Return the numbers of the reports that are meant, in order.

    Those of some ids, or those that any version of which was published before a year, a month
    or a day, or by an outlet; of both where both are given.  What has no date was published
    before none.  Raises UsageError for an id that is not there, and where nothing is asked for.
    """
    if bool(keys) == (before is not None or publisher is not None):
        raise UsageError("say which reports to forget: by their ids, or by --before, --publisher")
    if keys:
        return _of_ids(connection, keys)
    table = schema.versions
    query = sa.select(table.c.report).distinct().order_by(table.c.report)
    if before is not None:
        day = when(before)
        if day.precision in (None, "instant"):
            raise UsageError(f"{before!r} is no year, month or day: 2024, 2024-08, 2024-08-21")
        query = query.where(table.c.published_until <= day.since)
    if publisher is not None:
        query = query.where(table.c.outlet.in_(resolve.outlets(connection, publisher)))
    return list(connection.scalars(query))


def forget(connection: Connection, reports: Collection[int]) -> Forgotten:
    """Take reports out, by the numbers of their rows; the transaction must be the only one."""
    counts = Forgotten()
    named = _named(connection, reports)
    for some in chunks(reports):
        one = _forget(connection, some)
        counts = Forgotten(
            counts.reports + one.reports,
            counts.texts + one.texts,
            counts.originals + one.originals,
        )
    # Not only those of the rows that went: a decision may have taken others from them before.
    _drop_unused(connection, schema.outlets, None)
    _drop_unused(connection, schema.speakers, None)
    _drop_unused_names(connection)
    deciding.drop_lost(connection, named)
    return counts


def _named(connection: Connection, reports: Collection[int]) -> set[str]:
    """Return the names of all who are named in any version of reports."""
    table, versions = schema.mentions, schema.versions
    found: set[str] = set()
    for some in chunks(reports):
        mine = sa.select(versions.c.id).where(versions.c.report.in_(some))
        query = sa.select(table.c.name).where(table.c.version.in_(mine)).distinct()
        found.update(connection.scalars(query))
    return found


def drop_orphans(connection: Connection) -> dict[str, int]:
    """Take out all rows that nothing refers to any more; return how many of which table."""
    return {
        table.name: _drop_unused(connection, table, None)
        for table in (schema.texts, schema.originals, schema.speakers, schema.outlets)
    } | {"name_words": _drop_unused_names(connection)}


def _of_ids(connection: Connection, keys: Sequence[str]) -> list[int]:
    table = schema.reports
    found: dict[str, int] = {}
    for some in chunks(keys):
        query = sa.select(table.c.key, table.c.id).where(table.c.key.in_(some))
        found |= {row.key: row.id for row in connection.execute(query)}
    missing = [key for key in keys if key not in found]
    if missing:
        raise UsageError(f"no report {missing[0]!r} in the ledger: nothing was forgotten")
    return sorted(set(found.values()))


def _forget(connection: Connection, reports: list[int]) -> Forgotten:
    versions, origins = schema.versions, schema.provenance
    ours = sa.select(versions.c.id).where(versions.c.report.in_(reports))
    mine = list(connection.scalars(ours))
    texts = _distinct(connection, versions.c.text, versions.c.report.in_(reports))
    originals = _distinct(connection, origins.c.original, origins.c.version.in_(ours))
    index.drop(connection, mine)
    leaving.leave(connection, reports)
    connection.execute(sa.delete(schema.reports).where(schema.reports.c.id.in_(reports)))
    return Forgotten(
        len(reports),
        _drop_unused(connection, schema.texts, texts),
        _drop_unused(connection, schema.originals, originals),
    )


def _distinct(
    connection: Connection, column: sa.Column[int], which: sa.ColumnElement[bool]
) -> set[int]:
    return set(connection.scalars(sa.select(column).where(which, column.is_not(None)).distinct()))


#: The columns that refer to rows of a table.
_USES = {
    schema.texts: (schema.versions.c.text,),
    schema.originals: (schema.provenance.c.original,),
    schema.outlets: (schema.versions.c.outlet, schema.hops.c.outlet),
    schema.speakers: (schema.links.c.speaker, schema.attributions.c.speaker),
}


def _drop_unused(connection: Connection, table: sa.Table, rows: Collection[int] | None) -> int:
    """Take out those of some rows that nothing refers to; None is all rows."""
    unused = [~sa.exists().where(column == table.c.id) for column in _USES[table]]
    if rows is None:
        return connection.execute(sa.delete(table).where(*unused)).rowcount
    dropped = 0
    for some in chunks(rows):
        query = sa.delete(table).where(table.c.id.in_(some), *unused)
        dropped += connection.execute(query).rowcount
    return dropped


def _drop_unused_names(connection: Connection) -> int:
    names, words = schema.name_words, schema.speaker_words
    query = sa.delete(names).where(~sa.exists().where(words.c.term == names.c.term))
    return connection.execute(query).rowcount


def keys_of(connection: Connection, reports: Collection[int]) -> Iterator[str]:
    """Yield the ids of reports by the numbers of their rows."""
    table = schema.reports
    for some in chunks(reports):
        query = sa.select(table.c.key).where(table.c.id.in_(some)).order_by(table.c.id)
        yield from connection.scalars(query)
