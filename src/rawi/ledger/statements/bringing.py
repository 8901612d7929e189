"""Bringing statements up to date with the reports.

Adding only marks what it touches.  Here the marked are placed among the others, some at a time,
and then every domain in which something has changed is traced anew.  Each step is a transaction
that takes the mark away together with what the mark asked for, so a process that dies loses and
doubles nothing: the next goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, TypeVar

import msgspec
import numpy as np
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from rawi.ledger import schema
from rawi.ledger.dialects import writing
from rawi.ledger.documents import numbered
from rawi.ledger.rows import chunks
from rawi.ledger.statements import deciding, keeping, meeting, touching
from rawi.ledger.statements.keeping import Home, Item
from rawi.ledger.statements.loading import homes_of
from rawi.ledger.statements.placing import Placements
from rawi.ledger.statements.touching import VERSION
from rawi.ledger.statements.workers import Workers
from rawi.records import Report, Trace
from rawi.tracing import domains
from rawi.tracing.decided import Decided
from rawi.tracing.domains import Ints
from rawi.tracing.embedding import SCALE, Vectors
from rawi.tracing.points import Points
from rawi.tracing.trace import domain, only

#: Reports that are placed together and in one transaction, and items that each process traces in
#: one.
TOGETHER: Final = 256
PLACED: Final = 4 * TOGETHER
TRACED: Final = 400

Work = TypeVar("Work")
#: Told how many of how many reports are placed.
Progress = Callable[[int, int], None]


def is_current(connection: Connection) -> bool:
    """Say whether statements are those of the reports as they are now."""
    state = connection.execute(sa.select(schema.statements_state)).first()
    if state is None or state.made_by != VERSION or state.unfinished:
        return False
    return not connection.scalar(sa.select(sa.exists().select_from(schema.touched)))


def bring_up(engine: Engine, progress: Progress | None = None, jobs: int = 1) -> None:
    """Make again what is not up to date, with `jobs` processes.

    Broken off, it goes on where it stopped.
    """
    with engine.connect() as connection:
        if is_current(connection):
            return
    with writing(engine) as connection:
        _begin(connection)
    with Workers(jobs) as workers:
        run = _Run(engine, progress, workers)
        while not run.placed_all() or not run.traced_all():
            pass


def retrace(engine: Engine, progress: Progress | None = None, jobs: int = 1) -> None:
    """Make all statements again; their ids stay where their reports do."""
    with writing(engine) as connection:
        connection.execute(sa.delete(schema.statements_state))
    bring_up(engine, progress, jobs)


def _begin(connection: Connection) -> None:
    """Let everything wait where another tracing made what there is."""
    table = schema.statements_state
    made_by = connection.scalar(sa.select(table.c.made_by))
    if made_by == VERSION:
        return
    for cleared in (table, schema.points, schema.placements):
        connection.execute(sa.delete(cleared))
    touching.touch(connection, list(connection.scalars(sa.select(schema.reports.c.id))))
    connection.execute(
        sa.insert(table).values(id=1, made_by=VERSION, unfinished=True, generation=0)
    )


class _Run:
    """One run; what it holds of the placements is loaded again where another run changed them."""

    def __init__(self, engine: Engine, progress: Progress | None, workers: Workers) -> None:
        self._engine = engine
        self._workers = workers
        self._progress = progress or (lambda _, __: None)
        self._placements: Placements | None = None
        self._generation = -1
        self._done = 0

    def placed_all(self) -> bool:
        """Place what is marked; return True once nothing is."""
        while True:
            with writing(self._engine) as connection:
                some = _marked(connection)
                if not some:
                    return True
                placements, _ = self._loaded(connection)
                parts = (some[at : at + TOGETHER] for at in range(0, len(some), TOGETHER))
                begun = (meeting.begin(connection, rows, self._workers) for rows in parts)
                for part in _one_ahead(begun):
                    meeting.place(connection, placements, part)
                self._save(connection, placements, True)
                for rows in chunks(some):
                    table = schema.touched
                    connection.execute(sa.delete(table).where(table.c.report.in_(rows)))
                left = touching.waiting(connection)
            self._done += len(some)
            self._progress(self._done, self._done + left)

    def traced_all(self) -> bool:
        """Trace the domains in which something has changed; False where another run interfered."""
        with writing(self._engine) as connection:
            placements, _ = self._loaded(connection)
            placements.settle(domains.MOST)
            self._save(connection, placements, True)
        begun: _Begun | None = None
        for batch in chain(_batches(placements.waiting(), TRACED * self._workers.jobs), [None]):
            with writing(self._engine) as connection:
                _, same = self._loaded(connection)
                if not same or touching.waiting(connection):
                    return False
                ahead = _begun(connection, placements, batch, self._workers) if batch else None
                if begun:
                    _keep(connection, placements, begun)
                self._save(connection, placements, True)
            begun = ahead
            self._progress(self._done, self._done)
        with writing(self._engine) as connection:
            _, same = self._loaded(connection)
            if same and not touching.waiting(connection):
                keeping.drop_empty(connection)
                self._save(connection, placements, False)
                return True
        return False

    def _loaded(self, connection: Connection) -> tuple[Placements, bool]:
        """Return the placements, and whether they are those that were held."""
        table = schema.statements_state
        generation = connection.scalar(sa.select(table.c.generation))
        if self._placements is not None and generation == self._generation:
            return self._placements, True
        self._placements = Placements.load(connection)
        self._generation = generation or 0
        return self._placements, False

    def _save(self, connection: Connection, placements: Placements, unfinished: bool) -> None:
        placements.save(connection)
        self._generation += 1
        told = {"unfinished": unfinished, "generation": self._generation}
        connection.execute(sa.update(schema.statements_state).values(told))


def _marked(connection: Connection) -> list[int]:
    """Return some of the reports that are marked, neighbours in time together."""
    touched, versions, reports = schema.touched, schema.versions, schema.reports
    query = (
        sa.select(touched.c.report)
        .outerjoin(reports, reports.c.id == touched.c.report)
        .outerjoin(versions, versions.c.id == reports.c.latest)
        .order_by(versions.c.published_from.is_(None), versions.c.published_from, touched.c.report)
        .limit(PLACED)
    )
    return list(connection.scalars(query))


def _batches(waiting: Sequence[tuple[Ints, bool]], most: int) -> Iterator[list[tuple[Ints, bool]]]:
    batch: list[tuple[Ints, bool]] = []
    count = 0
    for one in waiting:
        batch.append(one)
        count += len(one[0])
        if count >= most:
            yield batch
            batch, count = [], 0
    if batch:
        yield batch


def _one_ahead(begun: Iterator[Work]) -> Iterator[Work]:
    """Yield each once the next has begun, so that processes have work while this one writes."""
    held: list[Work] = []
    for one in begun:
        yield from held
        held = [one]
    yield from held


@dataclass(frozen=True)
class _Begun:
    """A batch that is being traced: its places, its items by domain, and where they are from."""

    places: Ints
    items: Sequence[list[Item]]
    homes: Mapping[str, Home]
    traces: Callable[[], list[Trace]]


def _begun(
    connection: Connection,
    placements: Placements,
    batch: Sequence[tuple[Ints, bool]],
    workers: Workers,
) -> _Begun:
    """Have a batch of domains traced."""
    places = np.concatenate([some for some, _ in batch])
    rows = sorted(set(placements.rows["report"][places].tolist()))
    homes = homes_of(connection, rows)
    by_row = {home.row: home for home in homes.values()}
    vectors = _vectors(connection, rows)
    reports = {key: home.report for key, home in homes.items()}
    decided = deciding.standing(connection, rows, reports)
    works: list[Domain] = []
    traced: list[list[Item]] = []
    for some, many in batch:
        items: list[Item] = [
            (int(placements.rows["report"][at]), int(placements.rows["number"][at])) for at in some
        ]
        items = [item for item in items if item[0] in by_row]  # not those that are damaged now
        if items:
            traced.append(items)
            works.append(_domain(items, by_row, vectors, decided, many))
    return _Begun(places, traced, homes, workers.begin(_traced, works))


def _keep(connection: Connection, placements: Placements, begun: _Begun) -> None:
    """Keep what became of a batch."""
    keeping.keep(connection, list(zip(begun.traces(), begun.items, strict=True)), begun.homes)
    placements.rows["waits"][begun.places] = 0


#: What `tracing.trace.domain` is given.
Domain = tuple[list[Report], Decided, bool, Vectors]


def _domain(
    items: Sequence[Item],
    homes: dict[int, Home],
    vectors: dict[int, Vectors],
    decided: Decided,
    many: bool,
) -> Domain:
    wanted: dict[int, set[int]] = {}
    for row, number in items:
        wanted.setdefault(row, set()).add(number)
    reports, found = [], []
    for row in sorted(wanted, key=lambda row: homes[row].report.id):
        report = homes[row].report
        order = {one.id: number for number, one in numbered(report).items()}
        kept = [at for at, one in enumerate(report.attributions) if order[one.id] in wanted[row]]
        reports.append(only(report, kept))
        found.append(vectors[row][kept])
    return reports, decided, many, np.concatenate(found)


def _traced(work: Domain) -> Trace:
    return domain(*work)


def _vectors(connection: Connection, rows: Sequence[int]) -> dict[int, Vectors]:
    table = schema.points
    found: dict[int, Vectors] = {}
    for some in chunks(rows):
        query = sa.select(table.c.report, table.c.body).where(table.c.report.in_(some))
        for row in connection.execute(query):
            matrix = msgspec.msgpack.decode(bytes(row.body), type=Points).matrix
            found[row.report] = matrix.astype(np.float32) / np.float32(SCALE)
    return found
