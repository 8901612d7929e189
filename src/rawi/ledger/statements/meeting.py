"""Placing the items of reports that were touched: which others they meet, which they leave."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
import numpy as np
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.ledger import schema
from rawi.ledger.dialects import insert
from rawi.ledger.documents import numbered
from rawi.ledger.rows import chunks
from rawi.ledger.statements import deciding
from rawi.ledger.statements.keeping import Home
from rawi.ledger.statements.loading import homes_of
from rawi.ledger.statements.placing import Placements
from rawi.ledger.statements.workers import Workers
from rawi.tracing.domains import LEVELS, Field, Ints, bound, met, within
from rawi.tracing.points import UNDATED, Points, joined, points_of
from rawi.tracing.similarity import WINDOW

#: Items that others are laid beside at a time.
SLICE: Final = 20_000
#: Reports that one process lays out at a time.
PIECE: Final = 32


@dataclass(frozen=True)
class Part:
    """Reports that are placed together, with their points, which may still be worked out."""

    rows: Sequence[int]
    homes: Sequence[Home]
    points: Callable[[], list[list[Points]]]


def begin(connection: Connection, rows: Sequence[int], workers: Workers) -> Part:
    """Have the points of reports worked out, by the numbers of their rows."""
    homes = sorted(homes_of(connection, rows).values(), key=lambda home: home.row)
    reports = [home.report for home in homes]
    pieces = [reports[start : start + PIECE] for start in range(0, len(reports), PIECE)]
    return Part(rows, homes, workers.begin(points_of, pieces))


def place(connection: Connection, placements: Placements, part: Part) -> None:
    """Place the items of reports as they are now.

    Reports that are no longer there are only taken out.
    """
    left = placements.take_out(placements.of_reports(part.rows))
    reports = part.homes
    new = _put(connection, placements, part)
    again = set(placements.rows["report"][left].tolist())
    some = _field(_points(connection, {home.row for home in reports} | again))
    wanted = set(new) | set(left.tolist())
    some = some.only([at for at, n in enumerate(some.numbers.tolist()) if n in wanted])
    if not len(some):
        return
    numbers = sorted(wanted)
    placements.join(0, within([int(placements.rows["report"][n]) for n in numbers], numbers))
    few, copies = some.folded()
    for level in range(LEVELS):
        placements.join(level, copies)
    _tie(connection, placements, {home.row for home in reports} | again)
    pairs: list[list[Ints]] = [[] for _ in range(LEVELS)]
    for others in _beside(connection, few):
        fewer, more = others.folded()
        for level, those in enumerate(met(few, fewer)):
            pairs[level] += [more, those]
    for level, some_pairs in enumerate(pairs):
        if some_pairs:
            placements.join(level, np.concatenate(some_pairs))


def _put(connection: Connection, placements: Placements, part: Part) -> list[int]:
    """Put the points of reports into the ledger; return the places of their items."""
    table = schema.points
    for some in chunks([home.row for home in part.homes]):
        connection.execute(sa.delete(table).where(table.c.report.in_(some)))
    made = [one for some in part.points() for one in some]
    placed = [(home, one) for home, one in zip(part.homes, made, strict=True) if one.same]
    items = [(home.row, number) for home, _ in placed for number in numbered(home.report)]
    places = placements.append(items, joined(one for _, one in placed))
    rows = []
    at = 0
    for home, one in placed:
        day = None if one.day == UNDATED else one.day
        body = msgspec.msgpack.encode(one)
        rows.append({"report": home.row, "day": day, "first": places[at], "body": body})
        at += len(one.same)
    if rows:
        insert(connection, table, rows)
    return places


def _points(connection: Connection, reports: Collection[int]) -> Iterator[tuple[int, Points]]:
    table = schema.points
    for some in chunks(sorted(reports)):
        query = sa.select(table.c.first, table.c.body).where(table.c.report.in_(some))
        for first, body in connection.execute(query.order_by(table.c.first)):
            yield first, msgspec.msgpack.decode(bytes(body), type=Points)


def _beside(connection: Connection, some: Field) -> Iterator[Field]:
    """Yield all that some may meet by their days, so many at a time."""
    table = schema.points
    query = sa.select(table.c.first, table.c.body).order_by(table.c.first)
    if not (some.days == UNDATED).any():
        first, last = int(some.days.min()), int(some.days.max())
        near = table.c.day.between(first - WINDOW.days, last + WINDOW.days)
        query = query.where(sa.or_(near, table.c.day.is_(None)))
    waiting: list[tuple[int, Points]] = []
    count = 0
    with connection.execute(query) as rows:
        for first, body in rows:
            one = msgspec.msgpack.decode(bytes(body), type=Points)
            waiting.append((first, one))
            count += len(one.same)
            if count >= SLICE:
                yield _field(waiting)
                waiting, count = [], 0
    if waiting:
        yield _field(waiting)


def _field(some: Collection[tuple[int, Points]] | Iterator[tuple[int, Points]]) -> Field:
    listed = list(some)
    return Field(
        [first + at for first, one in listed for at in range(len(one.same))],
        [one.day for _, one in listed for _ in one.same],
        [same for _, one in listed for same in one.same],
        [keys for _, one in listed for keys in one.keys],
        joined(one for _, one in listed),
    )


def _tie(connection: Connection, placements: Placements, rows: Collection[int]) -> None:
    """Join what persons tied."""
    related = deciding.related(connection, rows)
    if not related:
        return
    homes = homes_of(connection, related)
    reports = {key: home.report for key, home in homes.items()}
    decided = deciding.standing(connection, sorted(related), reports)
    places = _places(placements, homes)
    tied = [[places[name] for name in names if name in places] for names in decided.tied]
    for level in range(LEVELS):
        placements.join(level, bound(some for some in tied if some))


def _places(placements: Placements, homes: Mapping[str, Home]) -> dict[tuple[str, str], int]:
    there = placements.of_reports([home.row for home in homes.values()])
    found = {
        (int(placements.rows["report"][at]), int(placements.rows["number"][at])): int(at)
        for at in there
    }
    return {
        (home.report.id, one.id): found[home.row, number]
        for home in homes.values()
        for number, one in numbered(home.report).items()
        if (home.row, number) in found
    }
