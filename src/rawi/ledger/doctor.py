"""Looking whether a ledger is well, and mending what can be made again from the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, Protocol

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from rawi.ledger import (
    dialects,
    forgetting,
    index,
    indexing,
    outlet_counts,
    schema,
    stored,
    writing,
)
from rawi.ledger.dialects import writing as writing_to
from rawi.ledger.documents import numbered
from rawi.ledger.identity import text_hash
from rawi.ledger.packing import unpack_text
from rawi.ledger.people import checking as people
from rawi.ledger.rows import chunks

#: Reports that are looked at in one go.
_AT_A_TIME: Final = 100

Progress = Callable[[int], None]


class Counts(Protocol):
    """What is counted from the index: a module that finds what is astray, and makes it anew."""

    def astray(self, connection: Connection) -> list[int]: ...

    def mend(self, connection: Connection) -> None: ...


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is wrong: what, with which reports (some of them), and whether it is mended.

    `mended` is None for what cannot be mended from the ledger itself.
    """

    fault: str
    reports: tuple[str, ...] = ()
    mended: bool | None


def examine(
    engine: Engine, *, mend: bool, rebuild: bool = False, on_progress: Progress | None = None
) -> Iterator[Finding]:
    """Look at everything; yield what is wrong.

    `mend` mends what is derived: rows beside readings, the index, what nothing refers to.
    `rebuild` makes the whole index anew first.
    """
    with engine.connect() as connection:
        faults = dialects.damage(connection)
    for fault in faults:
        yield Finding(fault=f"the database: {fault}", mended=None)
    if rebuild and mend:
        indexing.rebuild(engine, on_progress)
    checks = (_presents, _contents, _index_rows, _speakers, _outlets, _statements, _orphans)
    for check in checks:
        yield from check(engine, mend, on_progress)


def _presents(engine: Engine, mend: bool, _: Progress | None) -> Iterator[Finding]:
    """Look whether every report has its present version."""
    reports, versions = schema.reports, schema.versions
    last = (
        sa.select(sa.func.max(versions.c.id)).where(versions.c.report == reports.c.id)
    ).scalar_subquery()
    there = sa.exists().where(versions.c.id == reports.c.latest, versions.c.report == reports.c.id)
    with _opened(engine, mend) as connection:
        lost = list(connection.execute(sa.select(reports.c.id, reports.c.key).where(~there)))
        if not lost:
            return
        if mend:
            which = reports.c.id.in_([row.id for row in lost])
            has = sa.exists().where(versions.c.report == reports.c.id)
            connection.execute(sa.delete(reports).where(which, ~has))
            connection.execute(sa.update(reports).where(which).values(latest=last))
    yield Finding(
        fault=f"{len(lost)} reports without their present version",
        reports=_some(row.key for row in lost),
        mended=mend,
    )


def _contents(engine: Engine, mend: bool, on_progress: Progress | None) -> Iterator[Finding]:
    """Look at every text and reading, and at the rows beside the readings of present versions."""
    damaged: list[str] = []
    unread: list[str] = []
    astray: list[str] = []
    last = done = 0
    while True:
        with _opened(engine, mend) as connection:
            query = _of_versions().where(schema.versions.c.id > last).limit(_AT_A_TIME)
            rows = connection.execute(query).all()
            if not rows:
                break
            wrong = []
            for row in rows:
                state = _state(row)
                if state == "damaged":
                    damaged.append(row.key)
                elif state == "unread":
                    unread.append(row.key)
                elif row.id == row.latest:
                    wrong.append(row.id)
            wrong = _astray(connection, wrong)
            astray += [row.key for row in rows if row.id in wrong]
            if wrong and mend:
                writing.revise(connection, wrong)
        last = rows[-1].id
        done += len(rows)
        if on_progress:
            on_progress(done)
    for keys, fault, mended in (
        (damaged, "versions whose text or reading is damaged", None),
        (unread, "versions that have no reading", None),
        (astray, "reports whose rows are not those of their reading", mend),
    ):
        if keys:
            yield Finding(fault=f"{len(keys)} {fault}", reports=_some(keys), mended=mended)


def _of_versions() -> sa.Select[Any]:
    versions, texts, readings = schema.versions, schema.texts, schema.readings
    return (
        sa.select(
            versions.c.id, schema.reports.c.key, schema.reports.c.latest,
            texts.c.hash, texts.c.body.label("text"), readings.c.body.label("reading"),
        )
        .join(schema.reports, schema.reports.c.id == versions.c.report)
        .outerjoin(texts, texts.c.id == versions.c.text)
        .outerjoin(readings, readings.c.version == versions.c.id)
        .order_by(versions.c.id)
    )  # fmt: skip


def _state(row: sa.Row[Any]) -> str:
    if row.text is None:
        return "damaged"
    try:
        whole = text_hash(unpack_text(bytes(row.text))) == bytes(row.hash)
        if row.reading is None:
            return "unread" if whole else "damaged"
        stored.unpacked(bytes(row.reading), bytes(row.text))
    except stored.DAMAGE:
        return "damaged"
    return "whole" if whole else "damaged"


def _astray(connection: Connection, versions: list[int]) -> list[int]:
    """Return the versions whose rows of attributions are others than their reading's."""
    table = schema.attributions
    rows: dict[int, set[tuple[int, str]]] = {version: set() for version in versions}
    for some in chunks(versions):
        query = sa.select(table.c.version, table.c.number, table.c.type)
        for row in connection.execute(query.where(table.c.version.in_(some))):
            rows[row.version].add((row.number, row.type))
    return [
        version
        for version, report in stored.reports(connection, versions)
        if rows[version] != {(number, one.type) for number, one in numbered(report).items()}
    ]


def _index_rows(engine: Engine, mend: bool, on_progress: Progress | None) -> Iterator[Finding]:
    """Look whether the index has the present versions, and those alone."""
    with engine.connect() as connection:
        current = index.is_current(connection)
        # What is damaged cannot be indexed, and was told already.
        lost = index.unindexed(connection)
        missing = [version for version, _ in stored.reports(connection, lost, whole=True)]
        stale = index.outdated(connection)
        broken = dialects.full_text_damage(connection)
    if broken or not current:
        if mend:
            indexing.rebuild(engine, on_progress)
        yield Finding(fault=broken or "the index was not finished", mended=mend)
        return
    for versions, fault in ((missing, "missing in the index"), (stale, "in the index, outdated")):
        if not versions:
            continue
        if mend:
            for some in chunks(versions):
                with writing_to(engine) as connection:
                    index.drop(connection, some)
                    index.put_again(connection, some)
            with writing_to(engine) as connection:  # what is in them was counted before
                people.mend(connection)
                outlet_counts.mend(connection)
        yield Finding(fault=f"{len(versions)} versions {fault}", mended=mend)


def _speakers(engine: Engine, mend: bool, _: Progress | None) -> Iterator[Finding]:
    """Look whether every name is of the person that it is to be, and all are counted."""
    return _counted(engine, mend, people, "speakers that are not told or counted right")


def _outlets(engine: Engine, mend: bool, _: Progress | None) -> Iterator[Finding]:
    """Look whether what outlets published and relayed is counted right."""
    return _counted(engine, mend, outlet_counts, "outlets that are not counted right")


def _counted(engine: Engine, mend: bool, counts: Counts, fault: str) -> Iterator[Finding]:
    """Look whether what is counted from the index is counted right."""
    with engine.connect() as connection:
        if index.unindexed(connection) or index.outdated(connection):
            return  # told already, and counted from the index
        astray = counts.astray(connection)
    if not astray:
        return
    if mend:
        with writing_to(engine) as connection:
            counts.mend(connection)
    yield Finding(fault=f"{len(astray)} {fault}", mended=mend)


def _statements(engine: Engine, mend: bool, _: Progress | None) -> Iterator[Finding]:
    """Look whether all that was traced is in a statement that can be read.

    What is not is marked: the next question about statements makes it again.
    """
    from rawi.ledger.statements import bringing, checking, touching  # they bring NumPy along

    with engine.connect() as connection:
        if not bringing.is_current(connection):
            return  # it will be made before it is asked for
        lost = checking.untraced(connection)
        broken = checking.damaged(connection)
    for reports, fault in (
        (lost, "reports with attributions that are in no statement"),
        (broken, "reports with statements that are damaged"),
    ):
        if not reports:
            continue
        if mend:
            with writing_to(engine) as connection:
                touching.touch(connection, reports)
        with engine.connect() as connection:
            keys = _some(forgetting.keys_of(connection, reports))
        yield Finding(fault=f"{len(reports)} {fault}", reports=keys, mended=mend)


def _orphans(engine: Engine, mend: bool, _: Progress | None) -> Iterator[Finding]:
    """Look for rows that nothing refers to; where nothing is mended, as if it were."""
    with engine.connect() as connection:
        connection = connection.execution_options(rawi_writing=True)
        with connection.begin() as transaction:
            dropped = forgetting.drop_orphans(connection)
            if not mend:
                transaction.rollback()
    for table, count in dropped.items():
        if count:
            yield Finding(fault=f"{count} rows of {table} that nothing refers to", mended=mend)


def _opened(engine: Engine, mend: bool) -> Any:
    return writing_to(engine) if mend else engine.connect()


def _some(keys: Any) -> tuple[str, ...]:
    return tuple(key for key, _ in zip(keys, range(20), strict=False))
