"""Tables as Parquet, written group by group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import IO, Any, Final

from rawi.errors import UsageError
from rawi.export.tables import Column, Row

#: Rows of one group: what is held at a time.
GROUP: Final = 10_000


def write_parquet(columns: Sequence[Column], rows: Iterable[Row], output: IO[bytes]) -> int:
    """Write a table to a binary stream; return how many rows it has.

    Raises UsageError where pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise UsageError("Parquet needs pyarrow: pip install 'rawi[parquet]'") from None
    types: dict[str, Any] = {"text": pa.string(), "number": pa.int64(), "truth": pa.bool_()}
    schema = pa.schema([(column.name, types[column.type]) for column in columns])
    written = 0
    with parquet.ParquetWriter(output, schema, compression="zstd") as writer:
        for group in _groups(rows):
            cells = list(zip(*group, strict=True))
            arrays = [
                pa.array([_encodable(cell) for cell in column], type=field.type)
                for column, field in zip(cells, schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            written += len(group)
    return written


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    some = iter(rows)
    while group := list(islice(some, GROUP)):
        yield group


def _encodable(cell: Any) -> Any:
    """Return a cell that UTF-8 can hold: a "?" for each lone surrogate."""
    return cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell
