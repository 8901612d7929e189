"""What a search found, counted by who speaks, who publishes, language and type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.ledger import index, schema
from rawi.ledger.rows import chunks

#: Values of one facet that are told.
MOST_VALUES: Final = 8


class Facet(msgspec.Struct, frozen=True):
    """One value of a facet: what a filter takes (`value`), how it is called, how many have it."""

    value: str
    name: str
    count: int


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """The most frequent values among what was found, those with most first.

    `counted` is how many statements were looked at; where `complete` is False there are more
    than these, and every count may be greater.
    """

    speakers: tuple[Facet, ...] = ()
    outlets: tuple[Facet, ...] = ()
    languages: tuple[Facet, ...] = ()
    types: tuple[Facet, ...] = ()
    counted: int = 0
    complete: bool = True


def facets(connection: Connection, keys: Sequence[int], complete: bool) -> Facets:
    """Count the statements with these keys (of their documents in the index)."""
    said = list(map(index.attribution_of, keys))
    rows = [row for some in chunks(said) for row in connection.execute(_query(some))]
    return Facets(
        speakers=_told(connection, schema.speakers, (row.speaker for row in rows)),
        outlets=_told(connection, schema.outlets, (row.outlet for row in rows)),
        languages=_values(row.language for row in rows),
        types=_values(row.type for row in rows),
        counted=len(rows),
        complete=complete,
    )


def _query(attributions: Sequence[int]) -> sa.Select[Any]:
    said, versions = schema.attributions, schema.versions
    return (
        sa.select(said.c.speaker, said.c.type, versions.c.outlet, versions.c.language)
        .join(versions, versions.c.id == said.c.version)
        .where(said.c.id.in_(attributions))
    )


def _values(values: Iterable[str | None]) -> tuple[Facet, ...]:
    return tuple(Facet(value, value, count) for value, count in _most(values))


def _told(
    connection: Connection, table: sa.Table, numbers: Iterable[int | None]
) -> tuple[Facet, ...]:
    """Return the most frequent rows of a table by their names, those of one name together."""
    most = _most(numbers)
    query = sa.select(table.c.id, table.c.name).where(table.c.id.in_([id for id, _ in most]))
    names = {row.id: row.name for row in connection.execute(query)}
    counts: Counter[str] = Counter()
    for id, count in most:
        if id in names:
            counts[names[id]] += count
    return tuple(Facet(name, name, count) for name, count in _ordered(counts))


def _most(values: Iterable[Any]) -> list[tuple[Any, int]]:
    return _ordered(Counter(value for value in values if value is not None))[:MOST_VALUES]


def _ordered(counts: Counter[Any]) -> list[tuple[Any, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
