"""JSON Lines, one object or an array of objects → Taken, a line at a time."""

from __future__ import annotations

import codecs
import json
from contextlib import suppress
from typing import BinaryIO

import msgspec

from rawi.errors import EncodingError, FormatError, InputError
from rawi.intake.columns import Columns
from rawi.intake.json_report import read_object
from rawi.intake.limits import too_large
from rawi.intake.opened import Opened
from rawi.intake.options import TakeOptions
from rawi.intake.origins import Items, Origin, taken
from rawi.intake.prefixed import prefixed
from rawi.records import Taken

_CHUNK = 65_536
_MEDIA_TYPE = "application/json"


def read_json(source: Opened) -> Items:
    """Yield the reports of JSON, and an InputError for each that cannot be read.

    A report without an id is called `stem:line`.  JSON Lines is never held as a whole,
    `max_bytes` is for one line; an array or an object over several lines is held, so there
    it is for all of it.
    """
    stream, origin = source.stream, source.origin
    reading = _Reading(origin, source.options)
    first = _first_line(stream, source.options.max_bytes)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield EncodingError(origin.where, "JSON in UTF-16; it must be UTF-8")
        return
    rest = prefixed(first.removeprefix(codecs.BOM_UTF8), stream)
    start = first.removeprefix(codecs.BOM_UTF8).strip()
    if start.startswith(b"["):
        yield from reading.array(rest)
    elif start.startswith(b"{") and not start.endswith(b"}"):
        yield from reading.object_or_lines(rest)
    else:
        yield from reading.lines(rest)


def _first_line(stream: BinaryIO, limit: int) -> bytes:
    """Read up to the end of the first line that is not blank, at most `limit` bytes and a bit."""
    read = b""
    while line := stream.readline(max(1, limit + 1 - len(read))):
        read += line
        if read.removeprefix(codecs.BOM_UTF8).strip() or len(read) > limit:
            break
    return read


class _Reading:
    """One input being read."""

    def __init__(self, origin: Origin, options: TakeOptions) -> None:
        self._origin = origin
        self._limit = options.max_bytes
        self._columns = Columns(options.mapping, origin.where, options.tell)

    def lines(self, stream: BinaryIO) -> Items:
        """Yield a report or an error for each line that is not blank."""
        limit = self._limit
        number = reports = 0
        while line := stream.readline(limit + 1):
            number += 1
            if not line.strip():
                continue
            reports += 1
            if len(line) > limit and len(line.rstrip(b"\r\n")) > limit:
                _skip_line(stream, line)
                yield too_large(f"{self._origin.where}:{number}", limit, "the line")
            else:
                yield self._item(line.rstrip(b"\r\n"), str(number), number)
        if not reports:
            yield self._empty()

    def array(self, stream: BinaryIO) -> Items:
        """Yield a report or an error for each item of an array, told by its number from 1."""
        where = self._origin.where
        data = stream.read(self._limit + 1)
        if len(data) > self._limit:
            what = "a JSON array is read as a whole; give JSON Lines: it"
            yield too_large(where, self._limit, what)
            return
        try:
            items = _items(data, where)
        except InputError as error:
            yield error
            return
        if not items:
            yield self._empty()
        for number, item in enumerate(items, 1):
            yield self._item(item, f"item {number}", number)

    def object_or_lines(self, stream: BinaryIO) -> Items:
        """Yield the report of one object over several lines, or those of JSON Lines begun badly."""
        data = stream.read(self._limit + 1)
        several = sum(line.lstrip().startswith(b'{"') for line in data.splitlines()) > 1
        one = self._item(data, "1", 1, alone=True)
        if len(data) <= self._limit and (isinstance(one, Taken) or not several):
            yield one
        else:
            yield from self.lines(prefixed(data, stream))

    def _item(
        self, data: bytes, place: str, number: int, *, alone: bool = False
    ) -> Taken | InputError:
        origin = self._origin
        where = origin.where if alone else f"{origin.where}:{place}"
        try:
            report, id_given = read_object(data, where, f"{origin.stem}:{number}", self._columns)
        except InputError as error:
            return error
        record = None if alone else number
        return taken(report, data, origin, _MEDIA_TYPE, record=record, id_given=id_given)

    def _empty(self) -> InputError:
        return InputError(self._origin.where, "empty: no report in it")


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    """Read on to the end of a line that is too long, keeping nothing."""
    while line and not line.endswith(b"\n"):
        line = stream.readline(_CHUNK)


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
