"""Measure how well Rawi traces the gold stories, from their texts alone, and hold it to floors.

    python benchmarks/quality/routes.py              fail where a figure fell below its floor
    python benchmarks/quality/routes.py --table      print the figures as a table in Markdown, too
    python benchmarks/quality/routes.py --update     raise the floors to what is measured

The stories' attributions are not looked at: texts are read, then traced.  Those of the reader's
gold, which have nothing to do with each other, are traced too: `unrelated` is what is kept apart.
The scorer is
`score_routes.py` of the task's shared folder; without it there is nothing to measure.

Exit status: 0 all figures hold (or there is no scorer), 1 one does not.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import msgspec
from pool import read_line, unrelated

from rawi.tracing.trace import trace_reports

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = Path(__file__).with_name("routes_floors.toml")
#: The reports of the reader's gold, which no story ties.
UNRELATED = "unrelated"
#: What is held to a floor: heading, and where the scorer has it.
FIGURES = {
    "statements F1": ("statements", "pairs", "f1"),
    "parents F1": ("derivations", "exact", "f1"),
    "ancestors F1": ("derivations", "common_ancestor", "f1"),
    "events inside": ("origins", "speech_events", "inside_share"),
    "origins inside": ("origins", "independent_origins", "inside_share"),
    "origins exact": ("origins", "independent_origins", "exact_share"),
    "against F1": ("against", "f1"),
}


def main() -> int:
    """Run the command; return its exit status."""
    asked = _arguments()
    if not (SHARED / "score_routes.py").is_file():
        print(f"routes: no scorer in {SHARED}: nothing is measured")
        return 0
    measured = {path.stem: _measure(path) for path in _gold()}
    measured[UNRELATED] = {"kept apart": _apart()}
    if asked.table:
        _print(measured)
    known = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    if asked.update:
        _save(known, measured)
        return 0
    faults = [
        f"{name}: {figure} is {value:.3f}, below {known[name][figure]:.3f}"
        for name, figures in measured.items()
        for figure, value in figures.items()
        if value < known.get(name, {}).get(figure, 0.0) - 0.0005
    ]
    for fault in faults:
        print(f"routes: {fault}", file=sys.stderr)
    print(f"routes: {len(measured) - 1} gold files, {len(faults)} figures below their floors")
    return 1 if faults else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure tracing, and hold it to its floors.")
    parser.add_argument("--table", action="store_true", help="print the figures as a table, too")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    return parser.parse_args()


def _gold() -> list[Path]:
    own = sorted((ROOT / "tests" / "gold").glob("routes_*.json"))
    return [*own, *(p for p in [SHARED / "gold" / "routes_dev.json"] if p.is_file())]


def _measure(path: Path) -> dict[str, float]:
    """Return the figures of one file of stories, 0 to 1."""
    sys.path.insert(0, str(SHARED))
    scorer = importlib.import_module("score_routes")
    with tempfile.TemporaryDirectory() as folder:
        reports, found = Path(folder, "reports.jsonl"), Path(folder, "found.json")
        scorer.write_reports(path, reports)
        trace = trace_reports(map(read_line, reports.read_text("utf-8").splitlines()))
        found.write_bytes(msgspec.json.encode(trace))
        figures = scorer.score_files(path, found)["all"]
    return {name: float(_at(figures, place) or 0.0) for name, place in FIGURES.items()}


def _apart() -> float:
    """Return the share of attributions that no statement joins with one of an unrelated report."""
    pool = unrelated()
    file_of = {report.id: name for name, report in pool}
    every, joined = 0, 0
    for statement in trace_reports([report for _, report in pool]).statements:
        reports = [member.report for member in statement.members]
        every += len(reports)
        joined += len(reports) * (len({file_of[id] for id in reports}) > 1)
    return 1.0 - joined / every


def _at(figures: dict[str, Any], place: tuple[str, ...]) -> Any:
    for step in place:
        figures = figures.get(step) or {}
    return figures if not isinstance(figures, dict) else None


def _print(measured: dict[str, dict[str, float]]) -> None:
    print("| gold | " + " | ".join(FIGURES) + " |")
    print("| --- |" + " --: |" * len(FIGURES))
    for name, figures in measured.items():
        if name != UNRELATED:
            cells = (f"{100 * figures[figure]:.1f}" for figure in FIGURES)
            print(f"| `{name}` | " + " | ".join(cells) + " |")
    print(f"\nkept apart from unrelated reports: {100 * measured[UNRELATED]['kept apart']:.1f} %")


def _save(known: dict[str, Any], measured: dict[str, dict[str, float]]) -> None:
    lines = ["# What tracing has reached, from the texts alone; floors only rise."]
    for name, figures in measured.items():
        lines += ["", f"[{name}]"]
        for figure, value in figures.items():
            floor = max(value, known.get(name, {}).get(figure, 0.0))
            lines.append(f'"{figure}" = {int(floor * 1000) / 1000}')
    FLOORS.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
