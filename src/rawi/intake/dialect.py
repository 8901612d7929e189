"""How a table of text is written: which sign parts its columns, how it quotes."""

from __future__ import annotations

import csv
import io
from itertools import islice

from rawi.intake.columns import guess_columns

#: The signs that part columns, as messages name them.
DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}

_SAMPLE = 65_536
_ROWS = 30
_SEPARATOR = "sep="  # a first line that spreadsheets write and read


class Dialect(csv.Dialect):
    """Tables as nearly everybody writes them; what differs is set on an instance."""

    quotechar = '"'
    doublequote = True
    lineterminator = "\r\n"
    quoting = csv.QUOTE_MINIMAL
    skipinitialspace = False
    strict = False

    def __init__(self, delimiter: str, *, escaped: bool = False) -> None:
        self.delimiter = delimiter
        # Some databases write \" for a mark inside marks.
        self.escapechar = "\\" if escaped else None
        super().__init__()


def separator_line(line: str) -> str | None:
    """Return the sign that a first line `sep=;` names, None for any other line."""
    line = line.strip("\r\n")
    named = line[len(_SEPARATOR) :] if line.startswith(_SEPARATOR) else ""
    return named if len(named) == 1 else None


def told_dialect(sample: str, suffix: str = "") -> Dialect:
    """Return how the table that begins with `sample` is written; `suffix` is ".tsv" or another.

    The best is the one that finds known columns, gives all rows as many fields, and many.
    """
    lines = sample[:_SAMPLE].splitlines(keepends=True)
    if lines and (named := separator_line(lines[0])):
        return Dialect(named)
    first = "\t" if suffix.lower() == ".tsv" else ","
    signs = sorted(DELIMITERS, key=lambda sign: sign != first)
    escaped = (False, True) if '\\"' in sample else (False,)
    tried = [Dialect(sign, escaped=how) for sign in signs for how in escaped]
    return max(tried, key=lambda dialect: _fitness(lines, dialect))


def looks_like_table(sample: str) -> bool:
    """Return whether a text begins as a table whose columns are called as fields are."""
    line = sample.lstrip("\ufeff").partition("\n")[0].strip("\r")
    if not 0 < len(line) < 2_000:
        return False
    for sign in DELIMITERS:
        names = next(csv.reader([line], Dialect(sign)), [])
        found = guess_columns([name.strip() for name in names])
        if "text" in found and len(found) > 1:
            return True
    return False


def _fitness(lines: list[str], dialect: Dialect) -> tuple[int, float, int]:
    """Return how well a table reads in a dialect: the greater the better."""
    try:
        rows = [row for row in islice(csv.reader(iter(lines), dialect), _ROWS) if row]
    except csv.Error:
        return -1, 0.0, 0
    if not rows:
        return 0, 0.0, 0
    # The last row of a sample may be cut off.
    body = rows[1:-1] or rows[1:]
    width = len(rows[0])
    alike = sum(len(row) == width for row in body) / len(body) if body else 1.0
    known = len(guess_columns([name.strip() for name in rows[0]]))
    return min(known, 2), alike if width > 1 else 0.0, width


def one_row(text: str, dialect: Dialect) -> list[str]:
    """Return the fields of one row, [] for none."""
    return next(csv.reader(io.StringIO(text, newline=""), dialect), [])
