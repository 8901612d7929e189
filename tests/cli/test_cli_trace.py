"""`rawi trace` on a small ledger: what it prints, what it writes, how it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rawi.cli import main

WORDS = '"We will open it in June if the stones arrive," said mayor Lev Korban.'
REPORTS = [
    {"id": "wire", "publisher": "Quaywire", "published": "2031-05-04T09:10:00Z",
     "text": f"OTRADA, May 4. /Quaywire/. {WORDS}\n\nThe tower was built in 1874."},
    {"id": "copy", "publisher": "Harbour Post", "published": "2031-05-04T12:00:00Z",
     "text": f"{WORDS}\n\nThe tower was built in 1874.\n\nSource: Quaywire"},
    {"id": "alone", "text": "The council votes today.\n\nRents will fall by four percent, clerk "
     "Ada Lind told Reuters."},
    {"id": "silent", "text": "It rained."},
]  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trace")
    lines = "\n".join(json.dumps(report | {"language": "en"}) for report in REPORTS)
    (folder / "reports.jsonl").write_text(lines, "utf-8")
    where = folder / "news.db"
    done = CliRunner().invoke(main, ["add", str(folder / "reports.jsonl"), "--ledger", str(where)])
    assert done.exit_code == 0, done.output
    return where


def traced(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["trace", *arguments, "--ledger", str(ledger)])


def values(ledger: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(traced(ledger, *arguments, "--json").stdout)
    return found


def test_a_tree_of_carriers(ledger: Path) -> None:
    shown = traced(ledger, "the stones arrive")
    assert shown.exit_code == 0, shown.output
    lines = shown.stdout.splitlines()
    assert "We will open it in June" in lines[0]
    assert "Lev Korban · 2 reports · 1 language · 1 speech event · 1 independent origin" in lines[1]
    assert lines[3].startswith("  ● Quaywire")
    assert lines[4].startswith("  └━● Harbour Post")
    assert lines[4].endswith("verbatim, declared")


def test_an_outlet_without_a_report_is_hollow(ledger: Path) -> None:
    shown = traced(ledger, "alone", "--explain")
    assert shown.exit_code == 0, shown.output
    assert "○ Reuters · not in the ledger" in shown.stdout
    assert "└━● publisher unknown · en · no date · alone · declared" in shown.stdout
    assert "alone from outlet:reuters: named by the report" in shown.stdout


def test_all_as_json(ledger: Path) -> None:
    told = values(ledger, "--all")
    carriers = [{member["report"] for member in one["members"]} for one in told["statements"]]
    assert {"wire", "copy"} in carriers
    assert {"alone"} in carriers
    edges = {(one["child"], one["parent"]): one for one in told["derivations"]}
    assert set(edges) == {("copy", "wire"), ("alone", "outlet:reuters")}
    assert edges["copy", "wire"]["declared"] is True
    assert edges["alone", "outlet:reuters"]["kind"] is None


def test_a_statement_by_its_id_a_report_by_its_own(ledger: Path) -> None:
    [statement] = values(ledger, "copy")["statements"]
    assert values(ledger, statement["id"])["statements"] == [statement]
    assert values(ledger, "nous l'ouvrirons en juin")["statements"][0] == statement
    first = values(ledger, "--limit", "1")["statements"]
    assert first == [statement]


def test_what_there_is_not(ledger: Path, tmp_path: Path) -> None:
    nothing = traced(ledger, "silent")
    assert nothing.exit_code == 2
    assert "no statement fits 'silent'" in nothing.output
    missing = traced(tmp_path / "none.db")
    assert missing.exit_code != 0
    assert "no such ledger" in missing.output


def test_pasted_words_are_compared(ledger: Path) -> None:
    shown = traced(ledger, "We will open it in June if the stones arrive").stdout
    assert "word for word in 2 reports, first Quaywire · 2031-05-04 09:10" in shown
    altered = traced(ledger, "We will open it in July if the stones arrive").stdout
    assert "word for word in no report" in altered
    assert "month 7 → 6" in altered
    assert "‹June›" in altered


def test_one_edge_is_explained(ledger: Path) -> None:
    for arrow in ("→", ">", "->"):
        shown = traced(ledger, "--explain", f"copy{arrow}wire")
        assert shown.exit_code == 0, shown.output
        assert shown.stdout.startswith("copy from wire · verbatim, declared")
        assert "- word for word 1.00" in shown.stdout or "- word for word 0." in shown.stdout
    missing = traced(ledger, "--explain", "copy>alone")
    assert missing.exit_code == 2
    assert "its derivations: copy→wire" in missing.output
    assert traced(ledger, "--explain", "copy>").exit_code == 2


def test_explain_before_a_query_explains_it(ledger: Path) -> None:
    shown = traced(ledger, "--explain", "alone")
    assert "alone from outlet:reuters: named by the report" in shown.stdout


def test_a_dossier_and_a_table(ledger: Path, tmp_path: Path) -> None:
    page, table = tmp_path / "dossier.html", tmp_path / "routes.csv"
    done = traced(ledger, "copy", "--html", str(page), "--csv", str(table))
    assert (done.exit_code, done.stdout) == (0, "")
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert "Quaywire" in page.read_text("utf-8")
    assert len(table.read_bytes().splitlines()) == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dossier.html", "routes.csv"]
    nowhere = traced(ledger, "copy", "--html", str(tmp_path / "none" / "dossier.html"))
    assert nowhere.exit_code == 1
    assert "No such file or directory" in nowhere.output


def test_json_tells_wordings_and_among_how_many(ledger: Path) -> None:
    [one] = values(ledger, "copy")["told"]
    assert (one["among"], len(one["variants"]), one["denials"]) == (4, 1, [])
    assert one["as_of"].endswith("Z")


def test_the_ways_of_an_outlet(ledger: Path) -> None:
    run = CliRunner().invoke(main, ["outlets", "Quaywire", "--ledger", str(ledger)])
    assert "Taken by\n    Harbour Post · 1× · after 2.8 h · en→en ×1" in run.stdout
    run = CliRunner().invoke(main, ["outlets", "Quaywire", "--json", "--ledger", str(ledger)])
    assert json.loads(run.stdout)["ways"]["taken_by"][0]["median_lag"] == 10_200.0
