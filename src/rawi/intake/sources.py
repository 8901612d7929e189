"""Paths, folders and standard input → Reports, one after the other, errors among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rawi.errors import InputError
from rawi.intake.limits import MAX_BYTES
from rawi.intake.options import TakeOptions
from rawi.intake.sniffing import check_format
from rawi.intake.taking import take
from rawi.records import Report, Taken


def open_reports(
    paths: Iterable[str | Path], *, format: str | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Report | InputError]:
    """Yield the reports of the paths, and an InputError for each that cannot be read.

    As `rawi.intake.take`, for who needs neither the bytes nor where they came from.  Raises
    UsageError at once for a format that there is not.
    """
    check_format(format)
    return _reports(paths, TakeOptions(format=format, max_bytes=max_bytes))


def _reports(paths: Iterable[str | Path], options: TakeOptions) -> Iterator[Report | InputError]:
    for item in take(paths, options):
        yield item.report if isinstance(item, Taken) else item
