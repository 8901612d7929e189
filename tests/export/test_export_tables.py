"""Tables for other tools: columns that are documented, cells that do nothing, gold that scores."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_report import REPORT

from rawi.export.csv_table import BOM, csv_lines, safe
from rawi.export.gold import gold_line
from rawi.export.parquet_table import write_parquet
from rawi.export.tables import REPORTS, STATEMENTS, rows
from rawi.scoring.files import read_marked

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "exporting.md"


def table(text: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")))


def test_the_columns_are_documented() -> None:
    page = GUIDE.read_text("utf-8")
    for title, columns in (("Statements", STATEMENTS), ("Reports", REPORTS)):
        section = page.partition(f"### {title}")[2].partition("\n### ")[0].partition("\n## ")[0]
        told = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", section, re.MULTILINE)
        assert told == [(one.name, one.type, one.meaning) for one in columns]


def test_a_row_has_a_cell_for_each_column() -> None:
    for columns in (STATEMENTS, REPORTS):
        for row in rows(REPORT, columns):
            assert len(row) == len(columns)


def test_statements_as_csv() -> None:
    text = b"".join(csv_lines(STATEMENTS, rows(REPORT, STATEMENTS)))
    assert text.startswith(BOM)
    head, first, second, third = table(text)
    assert head == [column.name for column in STATEMENTS]
    told = dict(zip(head, first, strict=True))
    assert told["content"] == "المخزون كاف … لا خوف"
    assert told["chain"] == "RTVI → تاس"
    assert told["chain_how"] == "said to → relayed by"
    assert (told["anonymous"], told["said_at"]) == ("false", "2024-05")
    assert REPORT.text[int(told["start"]) : int(told["end"])].startswith("المخزون كاف")
    assert dict(zip(head, second, strict=True))["anonymous"] == "true"
    assert dict(zip(head, third, strict=True))["speaker"] == ""


def test_reports_as_csv_keep_their_lines() -> None:
    (_, row) = table(b"".join(csv_lines(REPORTS, rows(REPORT, REPORTS))))
    assert row[-1] == REPORT.text


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@cmd",
        " =1",
        "\t=1",
        "\n=1",
        "\u200f=1",
        "＝1",
        "\tx",
        "\rx",
        "-",
        "=\0",
    ],
)
def test_no_cell_is_a_formula(text: str) -> None:
    assert safe(text).startswith("'")


@pytest.mark.parametrize("text", ["a=1", "قال: «=»", "", "'=1", "1-2", " x"])
def test_other_cells_are_left_alone(text: str) -> None:
    assert safe(text) == text


@given(st.text())
def test_any_text_survives_a_table(text: str) -> None:
    report = msgspec.structs.replace(REPORT, attributions=(), title=text)
    (_, row) = table(b"".join(csv_lines(REPORTS, rows(report, REPORTS))))
    there = row[1].removeprefix("'") if safe(text) != text.replace("\0", "\ufffd") else row[1]
    assert there == text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


@pytest.mark.parametrize("columns", [STATEMENTS, REPORTS], ids=["statements", "reports"])
def test_parquet_has_the_same_cells(columns: tuple[object, ...], tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    wanted = list(rows(REPORT, columns))  # type: ignore[arg-type]
    path = tmp_path / "t.parquet"
    with open(path, "wb") as output:
        assert write_parquet(columns, iter(wanted), output) == len(wanted)  # type: ignore[arg-type]
    read = parquet.read_table(path)
    assert read.schema.names == [column.name for column in columns]  # type: ignore[attr-defined]
    assert [tuple(row.values()) for row in read.to_pylist()] == wanted


def test_an_empty_table_has_its_columns(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    with open(tmp_path / "t.parquet", "wb") as output:
        assert write_parquet(STATEMENTS, iter(()), output) == 0
    assert parquet.read_table(tmp_path / "t.parquet").num_rows == 0
    assert table(b"".join(csv_lines(STATEMENTS, iter(())))) == [[one.name for one in STATEMENTS]]


def test_gold_is_read_by_the_scorer(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(gold_line(REPORT))
    (marked,) = read_marked(path).values()
    assert len(marked.attributions) == len(REPORT.attributions)
    line = json.loads(gold_line(REPORT))
    assert set(line) == {"id", "language", "text", "published", "publisher", "attributions"}
    assert set(line["attributions"][0]) == {
        "content", "type", "cue", "source", "speaker", "chain",
    }  # fmt: skip
    assert line["attributions"][2]["speaker"] is None
