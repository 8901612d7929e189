"""Finding statements: by words, by what they are like, by reports, by how many carry them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.errors import QueryError, UsageError
from rawi.ledger import schema
from rawi.ledger.dialects import explained
from rawi.ledger.rows import chunks
from rawi.ledger.search import Asked, Filters, Found
from rawi.ledger.statements import asking
from rawi.ledger.statements.keys import followed
from rawi.ledger.statements.placing import alike
from rawi.records import StatementPage
from rawi.tracing.embedding import SCALE, embed
from rawi.tracing.points import Points, as_bytes
from rawi.tracing.trace import LIKE, Traced

if TYPE_CHECKING:
    from rawi.ledger.ledger import Ledger

#: Hits of a search that are looked at for their statements.
MOST_HITS: Final = 2_000
#: Items that a pasted quotation is compared with, those that seem nearest.
MOST_ALIKE: Final = 200
#: Rows of a page.
MOST_ROWS: Final = 1_000


def trace(ledger: Ledger, asked: str | None, limit: int | None) -> Traced:
    """Return what is asked for (see `Ledger.trace`)."""
    with explained(ledger.url), ledger.engine.connect() as connection:
        return asking.traced(connection, _rows(ledger, connection, asked, limit))


def page(
    ledger: Ledger, query: str, limit: int, after: str | None, filters: Filters
) -> StatementPage:
    """Return some of a list of statements (see `Ledger.statements`)."""
    if not 1 <= limit <= MOST_ROWS:
        raise UsageError(f"a page has 1 to {MOST_ROWS:,} statements")
    with explained(ledger.url), ledger.engine.connect() as connection:
        if query.strip() or any(value is not None for value in filters.values()):
            return _searched(ledger, connection, query, limit, after, filters)
        return _carried(connection, limit, after)


def _rows(
    ledger: Ledger, connection: Connection, asked: str | None, limit: int | None
) -> list[int]:
    if asked is None:
        return asking.most_carried(connection, limit)
    row = followed(connection, asked)
    if row is not None:
        return [row.id]
    there = sa.exists().where(schema.reports.c.key == asked)
    if connection.scalar(sa.select(there)):
        return asking.of_reports(connection, asked)[:limit]
    fault: QueryError | None = None
    found: list[int] = []
    try:
        hits = _hits(ledger, connection, asked, {})
        found = list(islice(hits, limit))
    except QueryError as error:  # a pasted quotation is written as it is
        fault = error
    if limit is None or len(found) < limit:
        found += [n for n in _like(connection, asked) if n not in found]
    if fault and not found:
        raise fault
    return found[:limit]


def _hits(ledger: Ledger, connection: Connection, query: str, filters: Filters) -> Iterator[int]:
    """Yield the statements that a search finds, each once, the most fitting first."""
    wanted: Filters = {**filters, "within": "statements"}
    seen: set[int] = set()
    for some in Found(ledger.engine, ledger.url, Asked(query=query, **wanted)).items(MOST_HITS):
        of = asking.of_items(connection, some)
        for item in some:
            statement = of.get(item)
            if statement is not None and statement not in seen:
                seen.add(statement)
                yield statement


def _like(connection: Connection, words: str) -> list[int]:
    """Return the statements whose words are like some, in any language, the likest first."""
    vector = embed([words])[0]
    items: dict[int, dict[int, int]] = {}
    for report, number, place in alike(connection, as_bytes(vector), MOST_ALIKE):
        items.setdefault(report, {})[place] = number
    points, members = schema.points, schema.members
    scores: dict[int, float] = {}
    for some in chunks(sorted(items)):
        query = sa.select(members.c.report, members.c.number, members.c.statement)
        of = {
            (row.report, row.number): row.statement
            for row in connection.execute(query.where(members.c.report.in_(some)))
        }
        bodies = sa.select(points.c.report, points.c.first, points.c.body)
        for row in connection.execute(bodies.where(points.c.report.in_(some))):
            near = msgspec.msgpack.decode(bytes(row.body), type=Points).matrix @ (vector / SCALE)
            for place, number in items[row.report].items():
                statement = of.get((row.report, number))
                score = float(near[place - row.first])
                if statement is not None and score >= LIKE:
                    scores[statement] = max(score, scores.get(statement, 0.0))
    return sorted(scores, key=lambda statement: (-scores[statement], statement))


def _searched(
    ledger: Ledger,
    connection: Connection,
    query: str,
    limit: int,
    after: str | None,
    filters: Filters,
) -> StatementPage:
    skip = _number(after)
    found = list(islice(_hits(ledger, connection, query, filters), skip, skip + limit + 1))
    rows = asking.rows_of(connection, found[:limit])
    return StatementPage(rows=tuple(rows), after=str(skip + limit) if len(found) > limit else None)


def _carried(connection: Connection, limit: int, after: str | None) -> StatementPage:
    table = schema.statements
    query = sa.select(table).order_by(table.c.reports.desc(), table.c.id.desc())
    if after is not None:
        reports, _, number = after.partition("-")
        last = (_number(reports), _number(number))
        query = query.where(sa.tuple_(table.c.reports, table.c.id) < sa.tuple_(*last))
    rows = connection.execute(query.limit(limit + 1)).all()
    more = len(rows) > limit
    last_row = rows[:limit][-1] if rows else None
    return StatementPage(
        rows=tuple(asking.statement_row(row) for row in rows[:limit]),
        after=f"{last_row.reports}-{last_row.id}" if more and last_row else None,
    )


def _number(given: str | None) -> int:
    if given is None:
        return 0
    if not given.isascii() or not given.isdigit() or len(given) > 18:
        raise UsageError("this page was not given by the page before")
    return int(given)
