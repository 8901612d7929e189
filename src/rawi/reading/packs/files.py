"""The files of a pack: TOML, and tables of tab-separated columns."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from rawi.errors import DataError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Folder: TypeAlias = "Traversable | Path"
Column: TypeAlias = list[str]


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
        text = _text(folder, name)
        lines = [
            line for line in text.split("\n") if line and line[0] != "#" and not line.isspace()
        ]
        tabs = [line.count("\t") for line in lines] or [0]
        width = tabs[0] + 1
        if max(tabs) >= width:
            raise DataError(_overlong(folder, name, text, width))
        if min(tabs) < width - 1:
            lines = [line + "\t" * (width - 1 - line.count("\t")) for line in lines]
        cells = "\t".join(lines).split("\t")
        self._columns = {cells[at]: cells[width + at :: width] for at in range(width)}
        self._length = max(len(lines) - 1, 0)

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


def _overlong(folder: Folder, name: str, text: str, width: int) -> str:
    """Return what is wrong with the first row that has more cells than there are headings."""
    for number, line in enumerate(text.split("\n"), 1):
        cells = line.count("\t") + 1
        if cells > width and not line.startswith("#") and not line.isspace():
            return f"{folder.joinpath(name)}:{number}: {cells} cells under {width} headings"
    raise AssertionError("no row is too long")
