"""The files of a pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.errors import DataError
from rawi.reading.packs.files import Table, read_toml

ROWS = "form\tkind\n# a comment\tof\tthree\n\none\ta\ntwo\n   \nthree\t\n"


def test_a_table_is_read_by_columns(tmp_path: Path) -> None:
    (tmp_path / "t.tsv").write_text(ROWS, "utf-8")
    table = Table(tmp_path, "t.tsv")
    assert table["form"] == ["one", "two", "three"]
    assert table["kind"] == ["a", "", ""]
    assert table["other"] == ["", "", ""]


def test_a_table_that_is_not_there_has_no_rows(tmp_path: Path) -> None:
    assert Table(tmp_path, "t.tsv")["form"] == []
    assert read_toml(tmp_path, "t.toml") == {}


def test_a_row_with_too_many_cells_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.tsv").write_text(ROWS + "four\tb\tc\n", "utf-8")
    with pytest.raises(DataError, match=r"t\.tsv:8: 3 cells under 2 headings"):
        Table(tmp_path, "t.tsv")


@pytest.mark.parametrize("data", [b"a = [", b"a = '\xff'"])
def test_a_faulty_file_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "t.toml").write_bytes(data)
    with pytest.raises(DataError, match=r"t\.toml: "):
        read_toml(tmp_path, "t.toml")
