"""What is counted of outlets: kept up to date in the transaction that indexes a report.

Every change of the index comes here: `arrive` for versions that are in the index now, `leave` for
those that are no more.  To count is to go through all statements of a ledger, so a list of outlets
is read from what is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.ledger import schema
from rawi.ledger.dialects import insert
from rawi.ledger.rows import chunks


class Carried(NamedTuple):
    """The outlets of one version, by the numbers of their rows.

    `published` is who published it, `relayed` of each of its statements through whom it came.
    """

    published: int | None
    relayed: tuple[frozenset[int], ...] = ()


class OutletRow(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet: how many reports it published, and how many statements came through it.

    `id` is that of the authority, None for an outlet that it does not know.
    """

    id: str | None
    name: str
    published: int
    relayed: int


#: How rows are ordered: both counts together, name, id ("" for none).
Place = tuple[int, str, str]


def arrive(connection: Connection, some: Iterable[Carried]) -> None:
    """Count what versions say that are in the index from now on; their rows are written."""
    sums = _sums(some)
    there = _there(connection, sums)
    _add(connection, {outlet: pair for outlet, pair in sums.items() if outlet in there}, 1)
    _put(connection, {outlet: pair for outlet, pair in sums.items() if outlet not in there})


def leave(connection: Connection, some: Iterable[Carried]) -> None:
    """Take back what versions said that are no longer in the index."""
    sums = _sums(some)
    _add(connection, sums, -1)
    table = schema.outlet_tallies
    for few in chunks(sorted(sums)):
        none = (table.c.published <= 0, table.c.relayed <= 0)
        connection.execute(sa.delete(table).where(table.c.outlet.in_(few), *none))


def mend(connection: Connection) -> None:
    """Count all anew, from what is in the index."""
    connection.execute(sa.delete(schema.outlet_tallies))
    _put(connection, _counted(connection))


def astray(connection: Connection) -> list[int]:
    """Return the outlets that are not counted as they are in the index, sorted."""
    table = schema.outlet_tallies
    counted = _counted(connection)
    columns = (table.c.outlet, table.c.published, table.c.relayed, table.c.less)
    kept = {row[0]: row[1:] for row in connection.execute(sa.select(*columns))}
    wanted = {outlet: (*pair, -sum(pair)) for outlet, pair in counted.items()}
    return sorted(n for n in wanted.keys() | kept.keys() if wanted.get(n) != kept.get(n))


def listed(
    connection: Connection,
    meant: Collection[int] | None = None,
    limit: int | None = None,
    after: Place | None = None,
) -> list[OutletRow]:
    """Return outlets, those with most first, of equal ones by name.

    `meant` are the numbers of rows of `outlets`, None all; `limit` is how many at most, None all;
    `after` begins after a row.
    """
    table = schema.outlet_tallies
    query = sa.select(table).order_by(table.c.less, table.c.name, table.c.authority).limit(limit)
    if meant is not None:
        query = query.where(table.c.outlet.in_(meant))
    if after is not None:
        count, name, authority = after
        query = query.where(
            table.c.less >= -count,
            sa.or_(
                table.c.less > -count,
                table.c.name > name,
                sa.and_(table.c.name == name, table.c.authority > authority),
            ),
        )
    return [
        OutletRow(
            id=row.authority or None, name=row.name, published=row.published, relayed=row.relayed
        )
        for row in connection.execute(query)
    ]


#: How many reports each outlet published, and how many statements came through it.
_Sums = Mapping[int, tuple[int, int]]


def _sums(some: Iterable[Carried]) -> _Sums:
    published: Counter[int] = Counter()
    relayed: Counter[int] = Counter()
    for one in some:
        if one.published is not None:
            published[one.published] += 1
        for through in one.relayed:
            relayed.update(through)
    outlets = sorted(published.keys() | relayed.keys())
    return {outlet: (published[outlet], relayed[outlet]) for outlet in outlets}


def _there(connection: Connection, outlets: Collection[int]) -> set[int]:
    table = schema.outlet_tallies
    found: set[int] = set()
    for some in chunks(sorted(outlets)):
        found.update(connection.scalars(sa.select(table.c.outlet).where(table.c.outlet.in_(some))))
    return found


def _add(connection: Connection, sums: _Sums, sign: int) -> None:
    table = schema.outlet_tallies
    rows = [
        {"row": outlet, "more_published": sign * published, "more_relayed": sign * relayed}
        for outlet, (published, relayed) in sums.items()
    ]
    if not rows:
        return
    published: sa.BindParameter[int] = sa.bindparam("more_published")
    relayed: sa.BindParameter[int] = sa.bindparam("more_relayed")
    values: dict[str, Any] = {
        "published": table.c.published + published,
        "relayed": table.c.relayed + relayed,
        "less": table.c.less - published - relayed,
    }
    query = sa.update(table).where(table.c.outlet == sa.bindparam("row")).values(values)
    connection.execute(query, rows)


def _put(connection: Connection, sums: _Sums) -> None:
    outlets = schema.outlets
    rows: list[dict[str, Any]] = []
    for some in chunks(sorted(sums)):
        query = sa.select(outlets).where(outlets.c.id.in_(some)).order_by(outlets.c.id)
        for row in connection.execute(query):
            published, relayed = sums[row.id]
            rows.append(
                {
                    "outlet": row.id, "name": row.name, "authority": row.authority or "",
                    "published": published, "relayed": relayed, "less": -published - relayed,
                }
            )  # fmt: skip
    if rows:
        insert(connection, schema.outlet_tallies, rows)


def _counted(connection: Connection) -> _Sums:
    """Count what is in the index, all of it."""
    versions, said, hops = schema.versions, schema.attributions, schema.hops
    indexed = schema.indexed.c.version
    of_reports = (
        sa.select(versions.c.outlet, sa.func.count())
        .join(schema.indexed, indexed == versions.c.id)
        .where(versions.c.outlet.is_not(None))
        .group_by(versions.c.outlet)
    )
    of_statements = (
        sa.select(hops.c.outlet, sa.func.count(sa.distinct(hops.c.attribution)))
        .join(said, said.c.id == hops.c.attribution)
        .join(schema.indexed, indexed == said.c.version)
        .group_by(hops.c.outlet)
    )
    published = {row[0]: int(row[1]) for row in connection.execute(of_reports)}
    relayed = {row[0]: int(row[1]) for row in connection.execute(of_statements)}
    outlets = sorted(published.keys() | relayed.keys())
    return {outlet: (published.get(outlet, 0), relayed.get(outlet, 0)) for outlet in outlets}
