"""Reading again what an older reader has read.

What was read is replaced, whole for each version; what people decided is never touched: it is
anchored to the texts, which stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from rawi.errors import InputError
from rawi.ledger import schema, writing
from rawi.ledger.adding import BATCH_WORKS
from rawi.ledger.dialects import explained
from rawi.ledger.dialects import writing as writing_to
from rawi.ledger.packing import unpack_text, unpack_unread
from rawi.ledger.preparing import READER, ReadingRows, read_again

if TYPE_CHECKING:
    from rawi.ledger.ledger import Ledger


class Unread(msgspec.Struct, frozen=True):
    """A version to be read again: the number of its row, its reading and its text as stored."""

    version: int
    reading: bytes
    text: bytes


def count(ledger: Ledger, everything: bool) -> int:
    """Return how many versions there are to be read again (see `unread`)."""
    table = schema.readings
    query = sa.select(sa.func.count()).select_from(table).where(_stale(everything))
    with explained(ledger.url), ledger.engine.connect() as connection:
        return connection.scalar(query) or 0


def unread(ledger: Ledger, everything: bool) -> Iterator[list[Unread]]:
    """Yield the versions that another reader has read, a few at a time; `everything` yields all."""
    readings, versions, texts = schema.readings, schema.versions, schema.texts
    query = (
        sa.select(versions.c.id, readings.c.body, texts.c.body)
        .select_from(
            readings.join(versions, versions.c.id == readings.c.version).join(
                texts, texts.c.id == versions.c.text
            )
        )
        .where(_stale(everything))
        .order_by(versions.c.id)
        .limit(BATCH_WORKS)
    )
    last = 0
    while True:
        with explained(ledger.url), ledger.engine.connect() as connection:
            rows = connection.execute(query.where(versions.c.id > last)).all()
        if not rows:
            return
        yield [Unread(number, bytes(reading), bytes(text)) for number, reading, text in rows]
        last = rows[-1][0]


class Again(msgspec.Struct, frozen=True):
    """What was read again, by the number of the version's row, and what could not be."""

    readings: dict[int, ReadingRows]
    faults: list[InputError]


def read_all_again(batch: list[Unread]) -> Again:
    """Read versions again, without the ledger; several processes may do it.

    One on which the reader fails keeps the reading that it has.
    """
    readings: dict[int, ReadingRows] = {}
    faults: list[InputError] = []
    for one in batch:
        try:
            readings[one.version] = read_again(unpack_unread(one.reading, unpack_text(one.text)))
        except InputError as error:
            faults.append(error)
    return Again(readings, faults)


def replace(ledger: Ledger, readings: dict[int, ReadingRows]) -> int:
    """Put readings in the place of the older ones, all or none; return how many there were.

    What was removed from the ledger meanwhile is left out.
    """
    with explained(ledger.url), writing_to(ledger.engine) as connection:
        return writing.replace_readings(connection, readings)


def _stale(everything: bool) -> sa.ColumnElement[bool]:
    return sa.true() if everything else schema.readings.c.reader != READER
