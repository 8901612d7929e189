"""CSV and TSV → Taken, a row at a time: encoding, dialect and columns told from the beginning."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

import msgspec

from rawi.errors import FormatError, InputError
from rawi.intake.columns import Columns, check_columns
from rawi.intake.decoding import decode
from rawi.intake.dialect import DELIMITERS, Dialect, one_row, separator_line, told_dialect
from rawi.intake.limits import too_large
from rawi.intake.opened import Opened
from rawi.intake.origins import Items, Origin, taken
from rawi.intake.row_report import report_of_values
from rawi.records import Taken

_MEDIA_TYPE = "text/csv"
#: Bytes that are none of the encoding's, as they come out of decoding.
_BROKEN = re.compile("[\udc80-\udcff]")
_LARGEST_FIELD = 1 << 30


class _TooLong(Exception):
    """A row over the limit; the lines stand after it."""


def read_csv(source: Opened) -> Items:
    """Yield the reports of a table with a line of names, and an InputError for each bad row.

    `max_bytes` is for one row.  Raises FormatError where no column holds the text.
    """
    # Fields are as long as reports; the module's own limit is one for all that use it.
    csv.field_size_limit(max(csv.field_size_limit(), _LARGEST_FIELD))
    encoding, warnings, sample = _encoding(source.head, source.origin.where)
    dialect = told_dialect(sample, source.origin.suffix)
    lines = _Lines(source.stream, encoding, source.options.max_bytes)
    table = _Table(source, dialect, encoding, warnings)
    yield from table.items(lines)


def _encoding(head: bytes, where: str) -> tuple[str, tuple[str, ...], str]:
    """Return the encoding of a table, what is to be known of it, and its first lines."""
    # Cut at a line's end, so that no character is cut; a mark tells of wide characters.
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))
    whole = head[: len(head) // 4 * 4] if is_wide else head[: head.rfind(b"\n") + 1] or head
    decoded = decode(whole, where)
    guessed = tuple(warning for warning in decoded.warnings if "guessed" in warning)
    return decoded.encoding, guessed, decoded.text


class _Lines:
    """The lines of a table as the reader of csv takes them, and what it took for a row."""

    def __init__(self, stream: BinaryIO, encoding: str, limit: int) -> None:
        # Bytes that are none of the encoding's come out as lone surrogates and go back as bytes.
        errors = "replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
        self._text = io.TextIOWrapper(stream, encoding, errors, newline="")
        self._limit = limit
        self._size = 0
        self.number = 0
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._limit + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if self.number == 1:
            line = line.removeprefix("\ufeff")
        self._size += len(line)
        if self._size > self._limit:
            while line and not line.endswith(("\n", "\r")):
                line = self._text.readline(65_536)
            self.begin()
            raise _TooLong
        self.taken.append(line)
        return line

    def begin(self) -> None:
        """Forget the lines taken so far: a row begins."""
        self._size = 0
        self.taken = []

    def detach(self) -> None:
        """Leave the stream open."""
        with suppress(ValueError):
            self._text.detach()


class _Table:
    """One table being read."""

    def __init__(
        self, source: Opened, dialect: Dialect, encoding: str, warnings: tuple[str, ...]
    ) -> None:
        self._origin: Origin = source.origin
        self._limit = source.options.max_bytes
        self._asked = source.options.mapping
        self._tell = source.options.tell
        self._columns = Columns(self._asked, self._origin.where, self._tell)
        self._dialect = dialect
        self._encoding = encoding
        self._warnings = warnings
        self._names: tuple[str, ...] = ()
        self._places: dict[str, int] = {}
        self._mapped: dict[str, str] = {}

    def items(self, lines: _Lines) -> Items:
        """Yield a report or an error for each row below the names."""
        reports = 0
        for number, row in self._rows(lines):
            if isinstance(row, InputError):
                yield row
            elif not self._names:
                self._head(row, f"{self._origin.where}:{number}")
            else:
                yield self._item(row, number, lines.taken)
            reports += bool(self._names)
        lines.detach()
        if reports < 2:
            what = "no row below the names of the columns" if reports else "no text in it"
            yield InputError(self._origin.where, f"empty: {what}")

    def _rows(self, lines: _Lines) -> Iterator[tuple[int, list[str] | InputError]]:
        """Yield the rows that are not blank, each with the number of its first line."""
        reader = csv.reader(lines, self._dialect)
        while True:
            number = lines.number + 1
            lines.begin()
            try:
                row = next(reader)
            except StopIteration:
                return
            except _TooLong:
                what = f"{self._origin.where}:{number}"
                fault = "the row (is a quotation mark in it never closed?)"
                yield number, too_large(what, self._limit, fault)
                reader = csv.reader(lines, self._dialect)
                continue
            except csv.Error as error:
                yield number, FormatError(f"{self._origin.where}:{number}", f"no row: {error}")
                reader = csv.reader(lines, self._dialect)
                continue
            if any(field.strip() for field in row) and not (
                number == 1 and separator_line("".join(lines.taken))
            ):
                yield number, row

    def _head(self, row: list[str], where: str) -> None:
        """Take the names of the columns; raises FormatError where none holds the text."""
        self._names = tuple(_BROKEN.sub("\ufffd", name).strip() for name in row)
        for place, name in enumerate(self._names):
            self._places.setdefault(name, place)
        named = tuple(dict.fromkeys(name for name in self._names if name))
        check_columns(self._asked, named, where)
        self._mapped = self._columns.of(named, where)
        if self._tell:
            parted = DELIMITERS.get(self._dialect.delimiter, repr(self._dialect.delimiter))
            told = f"a table in {self._encoding}, its columns parted by {parted}"
            self._tell(f"{self._origin.where}: {told}")

    def _item(self, row: list[str], number: int, lines: list[str]) -> Taken | InputError:
        where = f"{self._origin.where}:{number}"
        text = "".join(lines)
        try:
            original = text.encode(self._encoding, "surrogateescape")
            warnings = self._warnings
            if len(original) > self._limit:
                raise too_large(where, self._limit, "the row")
            if _BROKEN.search(text):
                decoded = decode(original, where)
                row, warnings = one_row(decoded.text, self._dialect), decoded.warnings
            if len(row) > len(self._names) and any(row[len(self._names) :]):
                fault = f"{len(row)} fields, but {len(self._names)} columns"
                raise FormatError(where, f"{fault}; is a field not quoted?")
            report, id_given = report_of_values(
                self._values(row), where, f"{self._origin.stem}:{number}", self._mapped
            )
        except InputError as error:
            return error
        report = msgspec.structs.replace(report, warnings=(*warnings, *report.warnings))
        return taken(report, original, self._origin, _MEDIA_TYPE, record=number, id_given=id_given)

    def _values(self, row: list[str]) -> dict[str, str]:
        places = ((field, self._places[name]) for field, name in self._mapped.items())
        return {field: row[place] for field, place in places if place < len(row)}
