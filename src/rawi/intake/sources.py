"""Paths, folders and standard input → Reports, one after the other, errors among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from rawi.errors import InputError
from rawi.intake.limits import MAX_BYTES
from rawi.intake.options import TakeOptions
from rawi.intake.origins import Items, Origin
from rawi.intake.sniffing import check_format
from rawi.intake.taking import take, take_stream
from rawi.records import Report, Taken


def open_reports(
    paths: Iterable[str | Path],
    *,
    format: str | None = None,
    max_bytes: int = MAX_BYTES,
    mapping: Mapping[str, str] | None = None,
    tell: Callable[[str], None] | None = None,
) -> Iterator[Report | InputError]:
    """Yield the reports of the paths, and an InputError for each that cannot be read.

    As `rawi.intake.take`, for who needs neither the bytes nor where they came from; the
    options are those of `TakeOptions`.  Raises
    UsageError at once for a format that there is not.
    """
    options = TakeOptions(format=format, max_bytes=max_bytes, mapping=mapping or {}, tell=tell)
    return _bare(take(paths, options))


def reports_of(
    stream: BinaryIO, origin: Origin, options: TakeOptions
) -> Iterator[Report | InputError]:
    """Yield the reports of one open input, and an InputError for each that cannot be read."""
    check_format(options.format)
    return _bare(take_stream(stream, origin, options))


def _bare(items: Items) -> Iterator[Report | InputError]:
    for item in items:
        yield item.report if isinstance(item, Taken) else item
