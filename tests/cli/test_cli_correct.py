"""`rawi correct`, `export`, `forget`, `doctor`: what changes a ledger, or hands it on."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import small_ledger
from click.testing import CliRunner, Result

from rawi.cli import main

Rawi = Callable[..., Result]


@pytest.fixture
def rawi(tmp_path: Path) -> Rawi:
    """Run a command on a small ledger of its own."""
    path = small_ledger.make(tmp_path / "news.db")

    def run(*arguments: Any, **more: Any) -> Result:
        env = {"RAWI_LEDGER": str(path), "RAWI_USER": "Mona"}
        return CliRunner().invoke(main, list(map(str, arguments)), env=env, **more)

    return run


def attributions(rawi: Rawi, key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(rawi("show", key, "--json").stdout)["attributions"]
    return found


def test_rejecting(rawi: Rawi) -> None:
    result = rawi("correct", "war", "a1", "reject", "--note", "no")
    assert (result.exit_code, result.stderr) == (0, "reject war/a1, decided by Mona\n")
    assert [one["id"] for one in attributions(rawi, "war")] == ["a2"]
    assert (
        json.loads(rawi("search", "الارهاب", "--in", "statements", "--json").stdout)["hits"] == []
    )
    shown = rawi("show", "war").stdout
    assert "a1 · reject · Mona · " in shown
    assert "“مكافحة الإرهاب مستمرة”" in shown


def test_amending(rawi: Rawi) -> None:
    done = rawi(
        "correct", "war", "a2", "amend", "--speaker", "Ann Bolton", "--named", "--by", "Omar",
        "--content", "نقص", "--cue", "وحذر", "--type", "direct",
    )  # fmt: skip
    assert done.exit_code == 0
    one = attributions(rawi, "war")[1]
    text = small_ledger.ARABIC
    assert (one["type"], one["speaker"]["name"]) == ("direct", "Ann Bolton")
    assert [text[start:end] for start, end in (*one["content"], *one["cue"])] == ["نقص", "وحذر"]
    assert one["speaker"]["anonymous"] is False
    (decision,) = map(json.loads, rawi("correct", "--list", "--json").stdout.splitlines())
    assert (decision["action"], decision["by"], decision["quote"]) == ("amend", "Omar", "نقص القمح")


def test_taking_back(rawi: Rawi) -> None:
    rawi("correct", "war", "a1", "reject")
    assert rawi("correct", "war", "a1", "withdraw").exit_code == 0
    assert [one["id"] for one in attributions(rawi, "war")] == ["a1", "a2"]
    assert rawi("correct", "--list").stdout.count("\n") == 2
    assert rawi("correct", "--review").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ([], "say which report"),
        (["war", "a1"], "say which report"),
        (["none", "a1", "accept"], "no report 'none'"),
        (["war", "a9", "reject"], "no attribution 'a9'"),
        (["war", "a9", "amend", "--type", "direct"], "no attribution 'a9'"),
        (["war", "a1", "amend"], "say what is to be amended"),
        (["war", "a1", "reject", "--type", "direct"], "say what is to be amended"),
        (["war", "a1", "amend", "--content", "nowhere"], "does not stand in the text"),
        (["war", "a1", "withdraw"], "nothing was decided"),
        (["war", "a1", "bless"], "Invalid value"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_decided(rawi: Rawi, arguments: list[str], fault: str) -> None:
    result = rawi("correct", *arguments)
    assert result.exit_code == 2
    assert fault in result.stderr
    assert rawi("correct", "--list").stdout == ""


def test_export_as_csv(rawi: Rawi, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    result = rawi("export", "-o", path)
    assert (result.exit_code, result.stderr) == (0, "4 statements written\n")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with open(path, encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["report"] for row in rows] == ["war", "war", "wheat", "wheat"]
    assert rows[3]["speaker"] == "'=Lavrov"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (["--format", "csv", "--speaker", "Diarra"], 3),
        (["--format", "csv", "--what", "reports"], 4),
        (["--format", "csv", "wheat", "--what", "reports"], 3),
        (["--format", "jsonl"], 3),
        (["--format", "jsonl", "--outlet", "rt"], 1),
        (["--format", "gold"], 3),
        (["--format", "gold", "--decided"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_export_to_standard_output(rawi: Rawi, arguments: list[str], lines: int) -> None:
    result = rawi("export", *arguments)
    assert (result.exit_code, result.stdout.count("\n")) == (0, lines)


def test_gold_goes_out_as_decided(rawi: Rawi) -> None:
    rawi("correct", "war", "a2", "reject")
    (line,) = map(json.loads, rawi("export", "--format", "gold", "--decided").stdout.splitlines())
    assert (line["id"], len(line["attributions"])) == ("war", 1)


def test_parquet_has_a_file_of_its_own(rawi: Rawi, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert rawi("export", "-o", tmp_path / "out.parquet").exit_code == 0
    assert parquet.read_table(tmp_path / "out.parquet").num_rows == 4


def test_export_into_nowhere(rawi: Rawi, tmp_path: Path) -> None:
    result = rawi("export", "-o", tmp_path / "none" / "out.csv")
    assert result.exit_code == 1
    assert "No such file or directory" in result.stderr


def test_forgetting(rawi: Rawi) -> None:
    refused = rawi("forget", "war")
    assert refused.exit_code == 2
    assert "--yes says that this is meant" in refused.stderr
    dry = rawi("forget", "--before", "2100", "--dry-run")
    assert dry.stderr == "2 reports would be forgotten: a dry run, nothing was\n"
    done = rawi("forget", "war", "--yes")
    assert done.stderr == "1 report forgotten, with 1 text and 0 originals\n"
    assert rawi("show", "war").exit_code == 2
    assert rawi("forget", "--publisher", "Le Monde", "--yes").exit_code == 0
    assert json.loads(rawi("stats", "--json").stdout)["reports"] == 1
    assert rawi("forget", "--yes").exit_code == 2
    assert rawi("forget", "none", "--yes").exit_code == 2


def test_a_ledger_that_is_well(rawi: Rawi) -> None:
    for arguments in ([], ["--check"], ["--rebuild"], ["--compact"]):
        result = rawi("doctor", *arguments)
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "all is well\n")
    assert rawi("doctor", "--check", "--rebuild").exit_code == 2


def test_a_ledger_that_is_not(rawi: Rawi, tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "news.db") as connection:
        connection.execute("DELETE FROM indexed")
        connection.execute("UPDATE texts SET body = x'00' WHERE id = 1")
    looked = rawi("doctor", "--check", "--json")
    assert looked.exit_code == 1
    assert [json.loads(line)["mended"] for line in looked.stdout.splitlines()] == [None, False]
    result = rawi("doctor")
    assert "war (cannot be mended)" in result.stdout
    assert "war: its text or reading is damaged" in rawi("show", "war").stderr
    assert "(mended)" in result.stdout
    assert result.exit_code == 1
