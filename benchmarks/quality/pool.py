"""Reports as the benchmarks read them, and those of the reader's gold as one pool."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from rawi.pipeline import read_report
from rawi.records import Report

GOLD = Path(__file__).resolve().parents[2] / "tests" / "gold"


def read_line(line: str) -> Report:
    """Read a report that stands in a line of JSON."""
    values = {key: value for key, value in json.loads(line).items() if value is not None}
    return read_report(Report(**values))


def unrelated() -> list[tuple[str, Report]]:
    """Return the reports of the reader's gold with the names of their files, read.

    Those of two files have nothing to do with each other; those of one may.  What is set aside
    unseen is not among them.  Ids are the only ones of their kind.
    """
    found = []
    for path in sorted(GOLD.glob("??_*.jsonl")):
        if "blind" in path.stem:
            continue
        for line in path.read_text("utf-8").splitlines():
            report = read_line(line)
            id = f"{path.stem} {report.id}"
            found.append((path.stem, msgspec.structs.replace(report, id=id)))
    return found
