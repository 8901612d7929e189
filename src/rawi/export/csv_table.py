"""Tables as CSV that spreadsheets read rightly and that does nothing in them.

UTF-8 with a byte order mark, commas, every line ended by CR LF.  A cell that a spreadsheet would
take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rawi.export.tables import Cell, Column, Row

BOM: Final = b"\xef\xbb\xbf"
#: What begins a formula in one spreadsheet or another; white space before it does not count.
_FORMULA: Final = "=+-@"
_WIDE_FORMULA: Final = "＝＋－＠"
_IGNORED: Final = " \t\r\n\x0b\x0c\ufeff\u00a0\u200b\u200e\u200f"


def csv_lines(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield the lines of a table in UTF-8, the byte order mark and the names first."""
    yield BOM + _line([column.name for column in columns])
    for row in rows:
        yield _line([_cell(cell) for cell in row])


def _line(cells: Sequence[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode("utf-8", "replace")


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return safe(cell) if isinstance(cell, str) else str(cell)


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; NUL, which CSV has not, is U+FFFD."""
    text = text.replace("\0", "\ufffd")
    first = text.lstrip(_IGNORED)[:1]
    if first and first in _FORMULA + _WIDE_FORMULA:
        return "'" + text
    # These alone make some spreadsheets look at what comes after as a cell of its own.
    return "'" + text if text[:1] in ("\t", "\r") else text
