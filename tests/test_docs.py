"""The pages hold what they promise: links lead somewhere, commands exist, examples are run."""

from __future__ import annotations

import json
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import rawi
from rawi.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
RAWI = re.compile(r"(?:`|^|run: |\| )rawi ([a-z]+)", re.MULTILINE)
MAKE = re.compile(r"(?:`|^)make ([a-z]+)", re.MULTILINE)

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


@pytest.fixture
def refresh(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The program behind `make docs`."""
    monkeypatch.syspath_prepend(ROOT / "docs")
    yield import_module("refresh")
    sys.modules.pop("refresh")


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@each_page
def test_every_link_leads_somewhere(page: Path) -> None:
    for path, anchor in LINK.findall(page.read_text("utf-8")):
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), path
        assert not anchor or anchor in anchors(there), f"{path}#{anchor}"


@each_page
def test_every_command_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(RAWI.findall(text)) <= set(COMMANDS)
    assert set(MAKE.findall(text)) <= set(targets)


@each_page
def test_every_marker_is_one_that_can_be_refreshed(
    page: Path, refresh: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {"attributions": [{"id": f"a{number}"} for number in range(1, 100)]}
    monkeypatch.setattr(refresh, "printed", lambda arguments: json.dumps(found))
    text = page.read_text("utf-8")
    marks = [line for line in text.splitlines() if line.startswith(refresh.START)]
    assert len(refresh.BLOCK.findall(text)) == len(marks) == text.count("\n<!-- end -->\n")
    refresh.refreshed(text)  # raises where a command is not known


def test_every_rule_that_fires_is_explained() -> None:
    page = (ROOT / "docs" / "how-it-works.md").read_text("utf-8")
    section = page.partition("## Reading an explanation")[2].partition("\n## ")[0]
    reports = list(rawi.read_many([ROOT / "examples", ROOT / "tests" / "gold"]))
    said = [one for report in reports if isinstance(report, rawi.Report)
            for one in report.attributions]  # fmt: skip
    fired = {reason.rule for one in said for reason in one.why}
    assert fired
    told = re.findall(r"^\| ([a-z_+ ,]+) \|", section, re.MULTILINE)
    named = {rule for cell in told for rule in cell.split(", ")}
    assert fired - named <= {"after the cue", "before the cue", "subject of the verb before"}


def test_refreshing_runs_the_command_and_replaces_its_block_alone(refresh: Any) -> None:
    page = "before\n<!-- run: head -n 1 LICENSE -->\nold\n<!-- end -->\nafter\n"
    first = (ROOT / "LICENSE").read_text("utf-8").splitlines()[0]
    fresh = page.replace("old\n", f"```text\n{first.rstrip()}\n```\n")
    assert refresh.refreshed(page) == (fresh, ["head -n 1 LICENSE"])
    assert refresh.refreshed(fresh) == (fresh, [])


def test_an_unknown_command_is_refused(refresh: Any) -> None:
    with pytest.raises(ValueError, match="no such command"):
        refresh.block("curl example.org", "")


def test_check_tells_of_a_stale_page_and_leaves_it(
    refresh: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- run: head -n 1 LICENSE -->\nold\n<!-- end -->\n", "utf-8")
    (tmp_path / "LICENSE").write_text("new\n", "utf-8")
    monkeypatch.setattr(refresh, "documents", lambda: [page])
    monkeypatch.setattr(refresh, "ROOT", tmp_path)
    assert refresh.main(["--check"]) == 1
    assert "old" in page.read_text("utf-8")
    assert refresh.main([]) == 0
    assert refresh.main(["--check"]) == 0


def test_the_readme_shows_a_report_and_its_figures(refresh: Any) -> None:
    commands = [command for command, _ in refresh.BLOCK.findall((ROOT / "README.md").read_text())]
    assert refresh.SPEED in commands
    assert "python benchmarks/quality/check.py --table" in commands
    assert any(command.startswith("rawi read examples/") for command in commands)
