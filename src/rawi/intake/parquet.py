"""Parquet → Taken, a few rows at a time.  Needs pyarrow, which comes with `rawi[parquet]`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from shutil import copyfileobj
from typing import Any, BinaryIO, cast

import msgspec

from rawi.errors import FormatError, InputError, UnreadableError
from rawi.intake.columns import Columns, check_columns
from rawi.intake.decoding import decode
from rawi.intake.limits import too_large
from rawi.intake.opened import Opened
from rawi.intake.origins import Items, Origin, taken
from rawi.intake.row_report import report_of_values
from rawi.records import Taken

#: Rows that are held at a time; a few reports, so that large ones fit as well.
_BATCH = 32
_BUFFER = 1 << 20
#: A table has tens of columns; its description, read before all else, is no place for more.
_MOST_THRIFT = 1 << 24
_MEDIA_TYPE = "application/json"


def read_parquet(source: Opened) -> Items:
    """Yield the reports of a table, and an InputError for each row that cannot be read.

    The bytes of a report are its row as JSON, with the columns that were read.  `max_bytes` is for
    one row.  A table from standard input, or a packed one, goes to a temporary file first,
    for it is read from its end.  Raises UnreadableError where pyarrow is not installed, FormatError
    where the table is broken or no column holds the text.
    """
    if source.file is not None:
        yield from _file(source.file, source)
        return
    with tempfile.TemporaryFile() as file:
        copyfileobj(source.stream, file, _BUFFER)
        file.seek(0)
        yield from _file(cast(BinaryIO, file), source)


def _file(file: BinaryIO, source: Opened) -> Items:
    where = source.origin.where
    table = _opened(file, where)
    names = tuple(dict.fromkeys(table.schema_arrow.names))
    check_columns(source.options.mapping, names, where)
    mapped = Columns(source.options.mapping, where, source.options.tell).of(names, where)
    wanted = [name if name in names else name.partition(".")[0] for name in mapped.values()]
    reading = _Reading(source.origin, mapped, source.options.max_bytes)
    number = 0
    for number, row in enumerate(_rows(table, list(dict.fromkeys(wanted)), where), 1):
        yield reading.item(row, number)
    if not number:
        yield InputError(where, "empty: no row in it")


def _opened(file: BinaryIO, where: str) -> Any:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        fault = "Parquet needs pyarrow, which is not installed: pip install 'rawi[parquet]'"
        raise UnreadableError(where, fault) from None
    try:
        return ParquetFile(
            file, pre_buffer=False, buffer_size=_BUFFER,
            thrift_string_size_limit=_MOST_THRIFT, thrift_container_size_limit=_MOST_THRIFT,
        )  # fmt: skip
    except (ArrowException, OSError, ValueError, TypeError, KeyError) as error:
        raise _broken(where, error) from None


def _rows(table: Any, names: list[str], where: str) -> Iterator[dict[str, Any]]:
    """Yield the rows, each a dictionary of the columns that are wanted."""
    batches = table.iter_batches(batch_size=_BATCH, columns=names, use_threads=False)
    while True:
        try:
            batch = next(batches, None)
            rows = batch.to_pylist() if batch is not None else None
        except Exception as error:  # what a broken table raises is of many kinds
            raise _broken(where, error) from None
        if rows is None:
            return
        yield from rows


def _broken(where: str, error: Exception) -> FormatError:
    reason = str(error).partition("\n")[0][:200]
    return FormatError(where, f"not a Parquet file that can be read: {reason}")


class _Reading:
    """One table being read."""

    def __init__(self, origin: Origin, mapped: dict[str, str], limit: int) -> None:
        self._origin = origin
        self._mapped = mapped
        self._limit = limit

    def item(self, row: dict[str, Any], number: int) -> Taken | InputError:
        """Return the report of a row, or why there is none."""
        where = f"{self._origin.where}:row {number}"
        try:
            values = {
                field: _plain(_value(row, name), where) for field, name in self._mapped.items()
            }
            report, id_given = report_of_values(
                values, where, f"{self._origin.stem}:{number}", self._mapped
            )
            original = msgspec.json.encode(row, enc_hook=_encoded)
            if len(original) > self._limit:
                raise too_large(where, self._limit, "the row")
        except InputError as error:
            return error
        return taken(report, original, self._origin, _MEDIA_TYPE, record=number, id_given=id_given)


def _value(row: dict[str, Any], name: str) -> Any:
    """Return the value of a column, or of a member within it: `article.body`."""
    if name in row:
        return row[name]
    first, *rest = name.split(".")
    value = row.get(first)
    for key in rest:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _plain(value: Any, where: str) -> Any:
    """Return a value of a table as text where it is bytes."""
    return decode(value, where).text if isinstance(value, bytes) and value else value


def _encoded(value: Any) -> Any:
    """Return a value that JSON does not know as one that it does."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return repr(value)
