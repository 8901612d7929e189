"""JSON Lines, one object or an array of objects → Reports, a line at a time."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

import msgspec

from rawi.errors import EncodingError, FormatError, InputError
from rawi.intake.json_report import report_of_json
from rawi.intake.limits import too_large
from rawi.intake.prefixed import prefixed
from rawi.records import Report

_CHUNK = 65_536


def read_json(stream: BinaryIO, where: str, stem: str, limit: int) -> Iterator[Report | InputError]:
    """Yield the reports of a stream of JSON, and an InputError for each that cannot be read.

    `stem` begins the ids of those that have none: `stem:line`.  JSON Lines is never held as a
    whole, `limit` is for one line; an array or an object over several lines is held, so
    there `limit` is for all of it.
    """
    first = _first_line(stream, limit)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield EncodingError(where, "JSON in UTF-16; it must be UTF-8")
        return
    rest = prefixed(first.removeprefix(codecs.BOM_UTF8), stream)
    start = first.removeprefix(codecs.BOM_UTF8).strip()
    if start.startswith(b"["):
        yield from _array(rest, where, stem, limit)
    elif start.startswith(b"{") and not start.endswith(b"}"):
        yield from _object_or_lines(rest, where, stem, limit)
    else:
        yield from _lines(rest, where, stem, limit)


def _first_line(stream: BinaryIO, limit: int) -> bytes:
    """Read up to the end of the first line that is not blank, at most `limit` bytes and a bit."""
    read = b""
    while line := stream.readline(max(1, limit + 1 - len(read))):
        read += line
        if read.removeprefix(codecs.BOM_UTF8).strip() or len(read) > limit:
            break
    return read


def _lines(stream: BinaryIO, where: str, stem: str, limit: int) -> Iterator[Report | InputError]:
    """Yield a report or an error for each line that is not blank."""
    number = reports = 0
    while line := stream.readline(limit + 1):
        number += 1
        if not line.strip():
            continue
        reports += 1
        place = f"{where}:{number}"
        if len(line) > limit and len(line.rstrip(b"\r\n")) > limit:
            _skip_line(stream, line)
            yield too_large(place, limit, "the line")
        else:
            yield _report_or_error(line, place, f"{stem}:{number}")
    if not reports:
        yield InputError(where, "empty: no report in it")


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    """Read on to the end of a line that is too long, keeping nothing."""
    while line and not line.endswith(b"\n"):
        line = stream.readline(_CHUNK)


def _report_or_error(data: bytes, where: str, id: str) -> Report | InputError:
    try:
        return report_of_json(data, where, id)
    except InputError as error:
        return error


def _array(stream: BinaryIO, where: str, stem: str, limit: int) -> Iterator[Report | InputError]:
    """Yield a report or an error for each item of an array, told by its number from 1."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        yield too_large(where, limit, "a JSON array is read as a whole; give JSON Lines: it")
        return
    try:
        items = _items(data, where)
    except InputError as error:
        yield error
        return
    if not items:
        yield InputError(where, "empty: no report in it")
    for number, item in enumerate(items, 1):
        yield _report_or_error(item, f"{where}:item {number}", f"{stem}:{number}")


def _items(data: bytes, where: str) -> list[bytes]:
    """Return the items of an array, each as JSON."""
    try:
        return [bytes(item) for item in msgspec.json.decode(data, type=list[msgspec.Raw])]
    except RecursionError:
        raise FormatError(where, "JSON nested too deeply") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        # One item with a lone surrogate must not cost the others.
        with suppress(ValueError, RecursionError):
            return [json.dumps(item).encode() for item in json.loads(data)]
        raise FormatError(where, f"not a JSON array: {error}") from None


def _object_or_lines(
    stream: BinaryIO, where: str, stem: str, limit: int
) -> Iterator[Report | InputError]:
    """Yield the report of one object over several lines, or those of JSON Lines begun badly."""
    data = stream.read(limit + 1)
    several = sum(line.lstrip().startswith(b'{"') for line in data.splitlines()) > 1
    one = _report_or_error(data, where, f"{stem}:1")
    if len(data) <= limit and (isinstance(one, Report) or not several):
        yield one
    else:
        yield from _lines(prefixed(data, stream), where, stem, limit)
