"""Paths, folders and standard input → Reports, one after the other, errors among them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from rawi.errors import InputError
from rawi.intake.inputs import Input, inputs_of, unreadable
from rawi.intake.limits import HEAD_BYTES, MAX_BYTES, too_large
from rawi.intake.prefixed import prefixed
from rawi.intake.single import from_bytes
from rawi.intake.sniffing import check_format, told_format
from rawi.records import Report


def open_reports(
    paths: Iterable[str | Path], *, format: str | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Report | InputError]:
    """Yield the reports of the paths, and an InputError for each that cannot be read.

    `-` is standard input.  Folders are walked in the order of names, for files with an
    ending that Rawi knows; a path that is given itself is read whatever its ending.
    `format` is "text", "html" or "jsonl"; None tells it from the content, then from the
    ending.  `max_bytes` is for one report.  Raises UsageError at once for a format that
    there is not.
    """
    check_format(format)
    return _reports(paths, format, max_bytes)


def _reports(
    paths: Iterable[str | Path], format: str | None, limit: int
) -> Iterator[Report | InputError]:
    for path in paths:
        for found in inputs_of(os.fspath(path)):
            if isinstance(found, InputError):
                yield found
            else:
                yield from _read(found, format, limit)


def _read(source: Input, format: str | None, limit: int) -> Iterator[Report | InputError]:
    """Yield what one input holds."""
    try:
        with source.open() as stream:
            yield from _read_stream(stream, source, format, limit)
    except InputError as error:
        yield error
    except OSError as error:
        yield unreadable(source.where, error)


def _read_stream(
    stream: BinaryIO, source: Input, format: str | None, limit: int
) -> Iterator[Report | InputError]:
    head = _head(stream)
    told = told_format(head, format, source.suffix, source.where)
    whole = prefixed(head, stream)
    if told == "jsonl":
        from rawi.intake.jsonl import read_json

        yield from read_json(whole, source.where, source.stem, limit)
        return
    data = whole.read(limit + 1)
    if len(data) > limit:
        raise too_large(source.where, limit)
    report = from_bytes(data, id=source.where, format=told, max_bytes=limit)
    yield msgspec.structs.replace(report, id=source.id)


def _head(stream: BinaryIO) -> bytes:
    """Read what the format is told from: of JSON Lines from a pipe, no more than a line."""
    head = b""
    read = getattr(stream, "read1", stream.read)
    while len(head) < HEAD_BYTES and (chunk := read(HEAD_BYTES)):
        head += chunk
        start = head.lstrip()
        if start.startswith(b"{") and b"\n" in start:
            break
    return head
