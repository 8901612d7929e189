"""How much there is to add, and how far it has come."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from test_cli_progress import Terminal

from rawi.cli import progress
from rawi.cli.amounts import Amounts, File, bytes_of
from rawi.cli.progress import Tally
from rawi.errors import InputError
from rawi.intake import take
from rawi.records import Provenance, Report, Taken


def test_files_whose_reports_sum_up(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"text {number}"}) + "\n" for number in range(9))
    (tmp_path / "a.jsonl").write_text(lines)
    (tmp_path / "b.txt").write_text("text")
    assert bytes_of([str(tmp_path)]) == len(lines) + 4
    amounts = Amounts()
    taken = list(take([tmp_path / "a.jsonl"]))
    assert sum(map(amounts.of, taken)) == len(lines)
    assert amounts.of(File("b.txt", 4)) == 4
    assert amounts.of(InputError("c.txt", "empty")) == 0


@pytest.mark.parametrize(
    "source", ["-", "https://example.org/", "many.jsonl.gz", "table.parquet", "unnamed"]
)
def test_what_cannot_be_known(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / source.replace("/", "")).write_bytes(b"1")
    (tmp_path / "b.txt").write_text("text")
    assert bytes_of([str(tmp_path / "b.txt"), source]) is None


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_archives_say_where_they_are(name: str, tmp_path: Path) -> None:
    def page(source: str, offset: int) -> Taken:
        place = Provenance(source=source, record=offset, media_type="text/html", bytes_hash="00")
        report = Report(id="r", text="text")
        return Taken(report=report, provenance=place, original=b"1" * 9_999, id_given=False)

    (tmp_path / name).write_bytes(b"1" * 3_000)
    assert bytes_of([str(tmp_path / name)]) == 3_000
    amounts = Amounts()
    steps = [amounts.of(page(name, offset)) for offset in (100, 900, 2_900)]
    assert steps == [100, 800, 2_000]
    assert amounts.of(page(f"other-{name}", 50)) == 50


def test_the_bar_tells_rate_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "STEP", 0.0)
    tally = Tally(bar=True, total=1_000)
    for size in (100, 100):
        tally.add("added")
        tally.step(size)
    tally.skip(InputError("none.txt", "no such file"))
    tally.close()
    shown = sys.stderr.getvalue()
    assert "2 reports, " in shown
    assert "/s" in shown
    assert "left:" in shown
    assert "rawi: none.txt: no such file\n" in shown
    assert tally.summary().startswith("2 added, 1 skipped (")
