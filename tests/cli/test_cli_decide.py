"""`rawi decide` and `rawi retrace`: what they print, what they refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rawi import Ledger
from rawi.cli import main
from rawi.records import Report

WORDS = '"We will open it in June if the stones arrive," said mayor Lev Korban.'


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    where = tmp_path / "news.db"
    with Ledger(where) as made:
        made.add(
            Report(id=key, text=f"{WORDS}\n\nThe tower is old.", publisher=key, language="en",
                   published="2031-05-04")
            for key in ("wire", "copy")
        )  # fmt: skip
    return where


def run(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--ledger", str(ledger)])


def statements(ledger: Path) -> list[dict[str, object]]:
    found = json.loads(run(ledger, "trace", "--all", "--json").stdout)
    return list(found["statements"])


def test_a_decision_is_told_listed_and_taken_back(ledger: Path) -> None:
    assert len(statements(ledger)) == 1
    made = run(ledger, "decide", "not-same", "wire/a1", "copy/a1", "--by", "Mona", "--why", "no")
    assert made.exit_code == 0, made.output
    assert made.stderr == "decision 1: not-same, decided by Mona\n"
    assert len(statements(ledger)) == 2
    listed = run(ledger, "decide", "--list").stdout
    assert listed.startswith("#1 · not-same · wire/a1 “We will open it in June")
    assert "· Mona · 20" in listed
    assert listed.endswith("(no)\n")
    undone = run(ledger, "decide", "--undo", "1", "--json")
    assert json.loads(undone.stdout)["undone"] is True
    assert len(statements(ledger)) == 1
    assert run(ledger, "decide", "--list").stdout.endswith("taken back\n")


def test_what_cannot_be_decided_is_said(ledger: Path) -> None:
    nothing = run(ledger, "decide")
    assert nothing.exit_code == 2
    assert "rawi decide --help shows how" in nothing.stderr
    wrong = run(ledger, "decide", "same", "wire/a1", "nowhere/a1")
    assert wrong.exit_code == 2
    assert "no report 'nowhere' in the ledger" in wrong.stderr


def test_retrace_says_what_it_did(ledger: Path) -> None:
    assert run(ledger, "retrace", "--new").stderr.startswith("2 reports traced (")
    assert run(ledger, "retrace", "--new").stderr.startswith("0 reports traced (")
    before = statements(ledger)
    assert run(ledger, "retrace").stderr.startswith("2 reports traced (")
    assert statements(ledger) == before
    assert run(ledger, "retrace", "--quiet").output == ""
