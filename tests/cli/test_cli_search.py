"""`rawi search`, `speakers`, `outlets`, `stats`, `show`: what is in the ledger, on the screen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import small_ledger
from click.testing import CliRunner, Result

from rawi.cli import main

Rawi = Callable[..., Result]


@pytest.fixture(scope="module")
def rawi(tmp_path_factory: pytest.TempPathFactory) -> Rawi:
    """Run a command on a small ledger, which it only looks at."""
    path = small_ledger.make(tmp_path_factory.mktemp("ledger") / "news.db")

    def run(*arguments: Any) -> Result:
        env = {"RAWI_LEDGER": str(path)}
        return CliRunner().invoke(main, list(map(str, arguments)), env=env, prog_name="rawi")

    return run


def test_a_person_reads_what_was_found(rawi: Rawi) -> None:
    result = rawi("search", "الارهاب")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "  1. سيدو ديارا · war/a1",
        "     indirect · RT · 2024-08-21 · ar · war",
        "     “مكافحة ‹الإرهاب› مستمرة”",
        "     سيدو ديارا → TASS",
        "",
    ]
    assert result.stderr == "1 statement, 1 report\n"


def test_words_need_no_quotation_marks_of_the_shell(rawi: Rawi) -> None:
    assert rawi("search", "wheat", "enough").stdout.count("wheat/a1") == 1


def test_pages(rawi: Rawi) -> None:
    first = rawi("search", "wheat", "--limit", 1)
    assert "  1. Seydou Diarra · wheat/a1" in first.stdout
    assert first.stderr == "1 statement, 2 reports; more: --page 2\n"
    second = rawi("search", "wheat", "--limit", 1, "--page", 2)
    assert second.stdout.startswith("  2. ")
    assert "bare" in second.stdout


def test_json_is_one_object(rawi: Rawi) -> None:
    found = json.loads(rawi("search", "Diarra", "--json").stdout)
    assert (found["query"], found["page"], found["limit"]) == ("Diarra", 1, 20)
    assert found["counts"] == {"statements": 2, "reports": 2, "most": 1000}
    first, second = found["hits"]
    assert (first["kind"], first["report"]) == ("statement", "wheat")
    assert first["attribution"]["speaker"]["name"] == "Seydou Diarra"
    assert (second["report"], second["content"]) == ("war", "مكافحة الإرهاب مستمرة")


def test_nothing_found_is_no_error(rawi: Rawi) -> None:
    result = rawi("search", "nothing", "--json")
    assert (result.exit_code, json.loads(result.stdout)["hits"]) == (0, [])


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--speaker", "ديارا"], ["wheat/a1", "war/a1"]),
        (["--speaker", "Diarra", "--outlet", "rt"], ["war/a1"]),
        (["--via", "TASS"], ["war/a1"]),
        (["--anonymous"], ["war/a2"]),
        (["--named", "--language", "ar"], ["war/a1"]),
        (["--since", "2024-09"], ["wheat/a2", "wheat/a1"]),
        (["--until", "2024-08", "--in", "reports"], ["war"]),
        (["wheat", "--in", "statements"], ["wheat/a1"]),
        (["--type", "direct"], []),
    ],
    ids=" ".join,
)
def test_filters(rawi: Rawi, arguments: list[str], found: list[str]) -> None:
    hits = json.loads(rawi("search", *arguments, "--json").stdout)["hits"]
    names = [
        hit["report"] + (f"/{hit['attribution']['id']}" if hit["attribution"] else "")
        for hit in hits
    ]
    assert names == found


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["search", "(wheat"], "the query, column 1: the parenthesis ( is not closed"),
        (["search", "--since", "soon"], "'soon' (since) is no year, month or day"),
        (["search", "--speaker", "—"], "no name of a speaker"),
        (["speakers", "—"], "no name of a speaker"),
        (["outlets", ""], "no name of an outlet"),
        (["show", "none"], "no report 'none' in"),
        (["show", "war", "--version", "2"], "no report 'war' in version 2 in"),
        (["show", "war", "--original"], "no original bytes of 'war' are kept"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_asked(rawi: Rawi, arguments: list[str], fault: str) -> None:
    result = rawi(*arguments)
    assert result.exit_code == 2
    assert fault in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "command", ["search", "speakers", "outlets", "stats", "doctor", "export", "show x", "forget x"]
)
def test_without_a_ledger_there_is_a_way_out(command: str, tmp_path: Path) -> None:
    where = str(tmp_path / "none.db")
    result = CliRunner().invoke(main, [*command.split(), "--ledger", where], prog_name="rawi")
    assert result.exit_code == 1
    assert "no such ledger: rawi add makes one" in result.stderr
    assert not (tmp_path / "none.db").exists()


def test_speakers(rawi: Rawi) -> None:
    lines = rawi("speakers").stdout.splitlines()
    assert lines == [
        "Seydou Diarra  2 statements in 2 reports · 2024-08-21 to 2024-09-01",
        "    also: سيدو ديارا (ar)",
        "=Lavrov  1 statement in 1 report · 2024-09-01",
    ]
    (row,) = map(json.loads, rawi("speakers", "Diarra", "--json").stdout.splitlines())
    assert {one["name"] for one in row["names"]} == {"Seydou Diarra", "سيدو ديارا"}
    assert row["statements"] == 2
    assert rawi("speakers", "--limit", 1).stdout.count("\n") == 2


def test_outlets(rawi: Rawi) -> None:
    found = [json.loads(line) for line in rawi("outlets", "--json").stdout.splitlines()]
    assert {(one["id"], one["published"], one["relayed"]) for one in found} == {
        ("rt", 1, 0), ("le-monde", 1, 0), ("tass", 0, 1),
    }  # fmt: skip
    assert "relayed 1" in rawi("outlets", "تاس").stdout


def test_stats_are_plain_counts(rawi: Rawi, tmp_path: Path) -> None:
    counts = json.loads(rawi("stats", "--json").stdout)
    assert (counts["reports"], counts["attributions"], counts["anonymous"]) == (3, 4, 1)
    assert counts["languages"] == {"ar": 1, "en": 2}
    assert counts["types"] == {"indirect": 4}
    assert "reports" in rawi("stats").stdout
    other = small_ledger.make(tmp_path / "other.db")
    again = CliRunner().invoke(main, ["stats", "--json", "--ledger", str(other)])
    assert json.loads(again.stdout) == counts


def test_show_is_what_read_shows_and_more(rawi: Rawi) -> None:
    text = rawi("show", "war").stdout
    assert text.startswith("حرب طويلة\nRT · 2024-08-21 · ar · war\n")
    assert "  1. سيدو ديارا" in text
    assert "Versions\n  1 (this one) · 59 characters" in text
    shown = json.loads(rawi("show", "war", "--json").stdout)
    assert shown["id"] == "war"
    assert [one["id"] for one in shown["attributions"]] == ["a1", "a2"]
    assert (shown["version"], len(shown["versions"]), shown["decisions"]) == (1, 1, [])
