"""From what intake hands on to what is kept: marked, looked up, read, written, in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import msgspec

from rawi.errors import InputError
from rawi.ledger.preparing import Item, Mark, Prepared, mark, prepare
from rawi.records import Taken

if TYPE_CHECKING:
    from rawi.ledger.ledger import Ledger

Work = TypeVar("Work")

#: What goes through in one piece: enough to make a transaction's wait for the disk cheap, little
#: enough to hold several in memory.
BATCH_WORKS = 32
BATCH_SIZE = 1_000_000


class Known(msgspec.Struct, frozen=True):
    """A report that the ledger holds as it is, found where it was found before."""

    key: str


Ready = Prepared | Known | InputError


def batches(
    works: Iterable[Work], size_of: Callable[[Work], int], size: int = BATCH_SIZE
) -> Iterator[list[Work]]:
    """Yield works in lists of `BATCH_WORKS` at most, fewer where they weigh `size` together."""
    batch: list[Work] = []
    total = 0
    for work in works:
        batch.append(work)
        total += size_of(work)
        if len(batch) == BATCH_WORKS or total >= size:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


def size_of(item: Item | InputError) -> int:
    """Return about how many bytes an item takes."""
    if isinstance(item, Taken):
        return len(item.original) + 2 * len(item.report.text)
    return 0 if isinstance(item, InputError) else 2 * len(item.text)


def ready(ledger: Ledger, items: Sequence[Item | InputError], originals: bool) -> list[Ready]:
    """Return what is to be kept of items, in their order; what is known is not read again.

    This costs most of the time, and only reads from the ledger: several processes may do it.
    """
    marked = [(item, _marked(item)) for item in items]
    known = iter(ledger.known([told for _, told in marked if isinstance(told, Mark)]))
    found: list[Ready] = []
    for item, told in marked:
        if isinstance(item, InputError):
            found.append(item)
        elif isinstance(told, InputError):
            found.append(told)
        else:
            found.append(Known(told.key) if next(known) else _prepared(item, originals))
    return found


def _prepared(item: Item, originals: bool) -> Prepared | InputError:
    try:
        return prepare(item, originals)
    except InputError as error:
        return error


def _marked(item: Item | InputError) -> Mark | InputError:
    if isinstance(item, InputError):
        return item
    try:
        return mark(item)
    except InputError as error:
        return error
