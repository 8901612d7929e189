"""`rawi.Ledger`: what others use of a ledger."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DataError, IntegrityError

from rawi.errors import InputError
from rawi.ledger import schema, writing
from rawi.ledger.dialects import explained, explanation, shown
from rawi.ledger.dialects import writing as writing_to
from rawi.ledger.opening import opened
from rawi.ledger.packing import unpack_reading, unpack_text
from rawi.ledger.preparing import Item, Mark, Prepared, mark, prepare
from rawi.ledger.writing import Outcome
from rawi.records import Report

#: Reports in one transaction: each costs a wait for the disk.
BATCH = 64
#: Seconds to wait for another process that writes.
PATIENCE = 30.0


class Added(msgspec.Struct, frozen=True):
    """What became of the reports that were added, each counted once.

    `changed` are new versions of reports that the ledger holds, `known` are there already,
    `skipped` could not be kept.
    """

    added: int = 0
    known: int = 0
    changed: int = 0
    skipped: int = 0


class Ledger:
    """A ledger: an SQLite file by its path, or a PostgreSQL database by its URL.

    ::

        with rawi.Ledger("news.db") as ledger:
            ledger.add(rawi.read_many(["news/"]))

    It is made where there is none, unless `create` is False, and brought up to date where an
    older Rawi made it.  `patience` is how many seconds to wait while another process writes.
    Raises LedgerError where it cannot be opened.
    """

    def __init__(
        self, where: str | os.PathLike[str], *, create: bool = True, patience: float = PATIENCE
    ) -> None:
        self._url, self.engine = opened(where, create=create, patience=patience)

    engine: Engine

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def where(self) -> str:
        """How messages name it: a path, or a URL without its password."""
        return shown(self._url)

    def close(self) -> None:
        """Let go of the database; using the ledger again connects again."""
        self.engine.dispose()

    def add(
        self,
        items: Iterable[Item | InputError],
        *,
        originals: bool = True,
        on_skip: Callable[[InputError], None] | None = None,
    ) -> Added:
        """Keep reports; those without attributions are read first.

        Each is kept whole or not at all, and what is counted is on the disk.  An InputError among
        the items, or a report that cannot be kept, is skipped: `on_skip` is told why.
        `originals` tells whether the original bytes are kept.  Raises LedgerError; what was
        kept before that stays, and adding the same again goes on.
        """
        counts = {field.name: 0 for field in msgspec.structs.fields(Added)}
        for outcome in self._outcomes(items, originals):
            if isinstance(outcome, InputError):
                counts["skipped"] += 1
                if on_skip:
                    on_skip(outcome)
            else:
                counts[outcome] += 1
        return Added(**counts)

    def _outcomes(
        self, items: Iterable[Item | InputError], originals: bool
    ) -> Iterator[Outcome | InputError]:
        for some in _batches(items):
            yield from self._kept(some, originals)

    def _kept(
        self, some: Sequence[Item | InputError], originals: bool
    ) -> Iterator[Outcome | InputError]:
        marked = [(item, _marked(item)) for item in some]
        marks = [told for _, told in marked if isinstance(told, Mark)]
        are_known = iter(self.known(marks))
        ready: list[Prepared] = []
        for item, told in marked:
            if isinstance(told, InputError):
                yield told
            elif next(are_known):
                yield "known"
            elif not isinstance(item, InputError):
                ready.append(prepare(item, originals))
        yield from self.keep(ready)

    def known(self, marks: Sequence[Mark]) -> list[bool]:
        """Tell of each whether it is kept already, from that place (see `preparing.mark`)."""
        with explained(self._url), self.engine.connect() as connection:
            return writing.known(connection, marks)

    def keep(self, batch: Sequence[Prepared]) -> list[Outcome | InputError]:
        """Keep prepared reports in one transaction; return what became of each, in their order.

        One that the database refuses is an InputError, and the others are kept.
        """
        if not batch:
            return []
        with explained(self._url):
            try:
                with writing_to(self.engine) as connection:
                    return list(writing.keep(connection, batch))
            except (DataError, IntegrityError) as error:
                if len(batch) == 1:
                    fault = explanation(error, self._url).fault
                    return [InputError(_named(batch[0]), f"cannot be kept: {fault}")]
        return [outcome for one in batch for outcome in self.keep([one])]

    def report(self, key: str, version: int | None = None) -> Report | None:
        """Return a report as it was read, by its id; None where there is none.

        `version` counts from 1, None is the present one.
        """
        reports, versions = schema.reports, schema.versions
        this = (
            versions.c.id == reports.c.latest
            if version is None
            else (sa.and_(versions.c.report == reports.c.id, versions.c.number == version))
        )
        query = (
            _stored()
            .select_from(
                reports.join(versions, this)
                .join(schema.texts, schema.texts.c.id == versions.c.text)
                .join(schema.readings, schema.readings.c.version == versions.c.id)
            )
            .where(reports.c.key == key)
        )
        with explained(self._url), self.engine.connect() as connection:
            row = connection.execute(query).first()
        return _report(row.reading, row.text) if row else None

    def reports(self) -> Iterator[Report]:
        """Yield the present version of every report in the order in which they came.

        None but a few are held at a time; what is added meanwhile may be left out.
        """
        last = 0
        while rows := self._after(last):
            for row in rows:
                yield _report(row.reading, row.text)
            last = rows[-1].id

    def _after(self, last: int) -> Sequence[sa.Row[tuple[int, bytes, bytes]]]:
        reports, versions = schema.reports, schema.versions
        query = (
            _stored()
            .add_columns(reports.c.id)
            .select_from(
                reports.join(versions, versions.c.id == reports.c.latest)
                .join(schema.texts, schema.texts.c.id == versions.c.text)
                .join(schema.readings, schema.readings.c.version == versions.c.id)
            )
            .where(reports.c.id > last)
            .order_by(reports.c.id)
            .limit(BATCH)
        )
        with explained(self._url), self.engine.connect() as connection:
            return connection.execute(query).all()


def _stored() -> sa.Select[tuple[bytes, bytes]]:
    return sa.select(schema.readings.c.body.label("reading"), schema.texts.c.body.label("text"))


def _report(reading: bytes, text: bytes) -> Report:
    return unpack_reading(bytes(reading), unpack_text(bytes(text)))


def _batches(items: Iterable[Item | InputError]) -> Iterator[list[Item | InputError]]:
    batch: list[Item | InputError] = []
    for item in items:
        batch.append(item)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _marked(item: Item | InputError) -> Mark | InputError:
    if isinstance(item, InputError):
        return item
    try:
        return mark(item)
    except InputError as error:
        return error


def _named(prepared: Prepared) -> str:
    return prepared.place.source if prepared.place else prepared.mark.key
