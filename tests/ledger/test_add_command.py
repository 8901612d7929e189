"""`rawi add`: what it says, what it keeps and how it ends."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result

from rawi import Ledger
from rawi.cli import main, options
from rawi.intake import FORMATS, MAX_BYTES
from rawi.ledger import schema

Run = Callable[..., Result]

TEXT = "قال الوزير أحمد سعيد: «سنبدأ العمل غدا»."


@pytest.fixture
def run(where: str) -> Run:
    """Run `rawi add` on a ledger."""

    def run(*arguments: object, ledger: str = where, **more: str) -> Result:
        given = ["add", *map(str, arguments), "--ledger", ledger]
        return CliRunner().invoke(main, given, prog_name="rawi", **more)

    return run


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder: two reports, a page, and what is none."""
    folder = tmp_path / "news"
    folder.mkdir()
    lines = [{"id": "r1", "text": TEXT}, {"id": "r2", "text": TEXT, "title": "خبر"}]
    written = "\n".join(json.dumps(line) for line in lines)
    (folder / "many.jsonl").write_text(f"{written}\n{{\n", encoding="utf-8")
    (folder / "page.html").write_text(
        f"<html><head><title>صفحة</title></head><body><p>{TEXT * 9}</p></body></html>", "utf-8"
    )
    (folder / "empty.txt").write_text(" ")
    return folder


def kept(where: str, column: sa.Column, **given: bool) -> list:
    with Ledger(where, create=False) as ledger, ledger.engine.connect() as connection:
        return list(connection.scalars(sa.select(column).order_by(column)))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder(run: Run, news: Path, where: str, jobs: int) -> None:
    result = run(news, "--jobs", jobs)
    assert result.exit_code == 1
    *faults, summary = result.stderr.splitlines()
    assert [fault.partition(": ")[2] for fault in faults] == [
        f"{news / 'empty.txt'}: empty: no text in it",
        f"{news / 'many.jsonl'}:3: not JSON: Input data was truncated",
    ]
    assert summary.startswith("3 added, 2 skipped (")
    assert result.stdout == ""
    assert {"r1", "r2"} < set(kept(where, schema.reports.c.key))
    again = run(news, "--jobs", jobs)
    assert again.stderr.splitlines()[-1].startswith("0 added, 3 known, 2 skipped (")


def test_standard_input(run: Run, where: str) -> None:
    result = run("-", "--format", "text", input=TEXT)
    assert result.stderr.startswith("1 added (")
    assert kept(where, schema.provenance.c.source) == ["<stdin>"]


def test_changed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    for text in (TEXT, TEXT * 2):
        path.write_text(json.dumps({"id": "r1", "text": text}))
        result = run(path)
    assert result.exit_code == 0
    assert result.stderr.startswith("0 added, 1 changed (")


def test_quiet(run: Run, news: Path) -> None:
    result = run(news, "--quiet")
    assert len(result.stderr.splitlines()) == 2  # what was skipped is still named


def test_many_faults_of_one_kind_are_told_together(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "a"}\n' + "{\n" * 40 + '{"text": ""}\n')
    lines = run(path).stderr.splitlines()
    assert lines[-3].startswith("1 added, 41 skipped (")
    assert lines[-2].startswith("  40 × not JSON")
    assert lines[-1] == "  1 × empty: no text in it"


def test_dry_run(run: Run, news: Path, where: str) -> None:
    result = run(news, "--dry-run")
    assert result.exit_code == 1
    found = [line.split("\t") for line in result.stdout.splitlines()]
    assert found[:2] == [
        ["added", "r1", f"{news / 'many.jsonl'}:1", TEXT],
        ["added", "r2", f"{news / 'many.jsonl'}:2", "خبر"],
    ]
    assert found[2][0] == "added"
    assert found[2][2:] == [str(news / "page.html"), "صفحة"]
    assert "3 added, 2 skipped" in result.stderr.splitlines()[-1]
    assert result.stderr.endswith(": a dry run, nothing was added\n")
    if "://" not in where:
        assert not Path(where).exists()
    run(news)
    again = run(news, "--dry-run").stdout.splitlines()
    assert [line.split("\t")[0] for line in again] == ["known"] * 3


def test_dry_run_tells_what_changes(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    texts = [TEXT, TEXT * 2, TEXT, TEXT * 3]
    path.write_text("\n".join(json.dumps({"id": "r1", "text": text}) for text in texts))

    def outcomes() -> list[str]:
        return [line.split("\t")[0] for line in run(path, "--dry-run").stdout.splitlines()]

    assert outcomes() == ["added", "changed", "known", "changed"]
    assert run(path).stderr.startswith("1 added, 1 known, 2 changed (")
    assert outcomes() == ["known"] * 4


def test_no_originals(run: Run, news: Path, where: str) -> None:
    run(news, "--no-originals")
    assert kept(where, schema.originals.c.id) == []
    assert kept(where, schema.provenance.c.original) == [None] * 3


def test_the_language_given_overrules(run: Run, news: Path, where: str) -> None:
    run(news, "--language", "fa")
    assert kept(where, schema.versions.c.language) == ["fa"] * 3


def test_columns_are_mapped(run: Run, tmp_path: Path, where: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f"nr,words,headline\n7,{TEXT},خبر\n", encoding="utf-8")
    result = run(path, "--map", "text=words", "--map", "id=nr")
    assert result.exit_code == 0, result.stderr
    assert kept(where, schema.reports.c.key) == ["7"]
    assert {"title", "headline"} <= set(re.findall(r"\w+", result.stderr))  # what was guessed


def test_a_mapping_that_is_none(run: Run, news: Path) -> None:
    result = run(news, "--map", "body")
    assert result.exit_code == 2
    assert "FIELD=COLUMN" in result.stderr


def test_the_variable_names_the_ledger(where: str, news: Path) -> None:
    arguments = ["add", str(news)]
    result = CliRunner().invoke(main, arguments, env={"RAWI_LEDGER": where}, prog_name="rawi")
    assert "3 added" in result.stderr
    assert len(kept(where, schema.reports.c.key)) == 3


def test_a_ledger_that_cannot_be(run: Run, news: Path, tmp_path: Path) -> None:
    result = run(news, ledger=str(tmp_path / "none" / "ledger.db"))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "there is no folder" in result.stderr
    assert run(news, ledger="mysql://a@b/c").exit_code == 2


def test_the_limits_and_formats_are_those_of_intake() -> None:
    assert (options.MAX_BYTES, options.FORMATS) == (MAX_BYTES, FORMATS)
