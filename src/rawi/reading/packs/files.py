"""The files of a pack: TOML, and tables of tab-separated columns."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from importlib.resources.abc import Traversable
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeAlias

from rawi.errors import DataError

Folder: TypeAlias = Traversable | Path
Column: TypeAlias = Sequence[str]


def read_toml(folder: Folder, name: str) -> dict[str, Any]:
    """Return what a file holds, nothing where the pack has none.  Raises `DataError`."""
    try:
        return tomllib.loads(_text(folder, name))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{folder.joinpath(name)}: {error}") from None


class Table:
    """A table by its columns, all of one length; a cell that is not written is "".

    A pack without the file has a table without rows.  Lines that begin with `#` are
    comments, the first other line gives the headings.  Raises `DataError`.
    """

    def __init__(self, folder: Folder, name: str) -> None:
        rows = [
            line.split("\t")
            for line in _text(folder, name).split("\n")
            if line and line[0] != "#" and not line.isspace()
        ]
        if rows and max(map(len, rows)) > len(rows[0]):
            raise DataError(_overlong(folder, name, len(rows[0])))
        self._columns = {heading: cells for heading, *cells in zip_longest(*rows, fillvalue="")}
        self._length = max(len(rows) - 1, 0)

    def __getitem__(self, heading: str) -> Column:
        """Return a column, empty cells where the table has none of that heading."""
        return self._columns.get(heading) or [""] * self._length


def _text(folder: Folder, name: str) -> str:
    path = folder.joinpath(name)
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: {error}") from None


def _overlong(folder: Folder, name: str, headings: int) -> str:
    """Return what is wrong with the first row that has more cells than there are headings."""
    for number, line in enumerate(_text(folder, name).split("\n"), 1):
        cells = line.count("\t") + 1
        if cells > headings and line.strip() and not line.startswith("#"):
            return f"{folder.joinpath(name)}:{number}: {cells} cells under {headings} headings"
    raise AssertionError("no row is too long")
