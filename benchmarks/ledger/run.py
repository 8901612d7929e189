"""Measure how fast reports are read and kept, in how much memory, in how large a ledger.

    python benchmarks/ledger/run.py                       5,000 reports, on SQLite
    python benchmarks/ledger/run.py --reports 100000      as many as the goal names
    python benchmarks/ledger/run.py --ledger postgresql://rawi@localhost/empty
    python benchmarks/ledger/run.py --save                keep it (results.json)

Reports have 2,000 characters (see `making.py`).  Reading is measured alone, on one core, and
adding alone, with what was read already; then both together, as `rawi add` does it.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Any

import making
import sqlalchemy as sa

import rawi
from rawi.intake.options import TakeOptions
from rawi.intake.taking import take
from rawi.ledger.ledger import Ledger
from rawi.ledger.preparing import prepare

HERE = Path(__file__).resolve().parent
#: Reports that are read alone and added alone.
SAMPLE = 1_000
BATCH = 32
#: The goals of the whole: reports a second, MB, times the texts' bytes, last tenth to first.
GOALS = {"reports_a_second": 400, "peak_mb": 400, "size_ratio": 4.0, "last_to_first": 1.3}
KEPT_BESIDE = ("originals", "sqlite_autoindex_originals_1")


def write(path: Path, number: int) -> int:
    """Write reports as JSON Lines; return the bytes of their texts in UTF-8."""
    size = 0
    with path.open("w", encoding="utf-8") as file:
        for report in making.reports(number):
            size += len(str(report["text"]).encode())
            file.write(json.dumps(report, ensure_ascii=False) + "\n")
    return size


def apart(source: Path, where: str) -> dict[str, float]:
    """Measure reading alone and adding alone, in reports a second of processor time."""
    items = list(islice(take([source], TakeOptions(format="jsonl")), SAMPLE + BATCH))
    warm, items = items[:BATCH], items[BATCH:]
    for item in warm:
        prepare(item)
    begun = time.process_time()
    prepared = [prepare(item) for item in items]
    read = time.process_time() - begun
    with Ledger(where) as ledger:
        begun, waited = time.process_time(), time.perf_counter()
        for at in range(0, len(prepared), BATCH):
            ledger.keep(prepared[at : at + BATCH])
        added, waited = time.process_time() - begun, time.perf_counter() - waited
    count = len(items)
    return {
        "read_a_second": count / read,
        "added_a_second": count / added,
        "added_a_second_with_waiting": count / waited,
        "characters_read_a_second": sum(len(item.report.text) for item in items) / read,
        "attributions_a_report": sum(len(one.reading.attributions) for one in prepared) / count,
    }


def size_of(where: str) -> int:
    """Return the bytes of a ledger without the original bytes that it keeps."""
    if "://" in where:
        engine = Ledger(where).engine
        query = (
            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class "
            "WHERE relkind = 'r' AND relname <> 'originals' "
            "AND relnamespace = 'public'::regnamespace"
        )
        with engine.connect() as connection:
            return int(connection.scalar(sa.text(query)) or 0)
    connection = sqlite3.connect(where)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    query = f"SELECT sum(pgsize) FROM dbstat WHERE name NOT IN {KEPT_BESIDE!r}"
    return int(connection.execute(query).fetchone()[0])


def clear(where: str) -> None:
    """Make a ledger as if it had never been."""
    if "://" in where:
        with Ledger(where).engine.begin() as connection:
            connection.execute(sa.text("DROP SCHEMA public CASCADE"))
            connection.execute(sa.text("CREATE SCHEMA public"))
        return
    for path in Path(where).parent.glob(Path(where).name + "*"):
        path.unlink()


def together(source: Path, where: str, jobs: int, number: int) -> dict[str, float]:
    """Measure reading and adding, in a process of its own."""
    done = subprocess.run(
        [sys.executable, str(HERE / "adding.py"), str(source), where, str(jobs), str(number)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measured(folder: Path, asked: argparse.Namespace) -> dict[str, Any]:
    """Measure all."""
    source = folder / "reports.jsonl"
    where = asked.ledger or str(folder / "ledger.db")
    size = write(source, asked.reports)
    alone = apart(source, where)
    clear(where)
    both = together(source, where, asked.jobs, asked.reports)
    result: dict[str, Any] = {
        "reports": asked.reports,
        "jobs": asked.jobs,
        "database": "postgresql" if "://" in where else "sqlite",
        "text_mb": size / 1e6,
        **alone,
        "reports_a_second": asked.reports / both["seconds"],
        "writer_reports_a_second": asked.reports / both["writer_cpu"],
        "last_to_first": both["last_seconds"] / both["first_seconds"],
        "last_to_first_cpu": both["last_cpu"] / both["first_cpu"],
        "early_mb": both["early_mb"],
        "peak_mb": both["peak_mb"],
        "size_ratio": size_of(where) / size,
    }
    clear(where)
    return {key: round(one, 3) if isinstance(one, float) else one for key, one in result.items()}


def main() -> None:
    """Measure everything and print it beside the goals."""
    parser = argparse.ArgumentParser(description="Measure the ledger.")
    parser.add_argument("--reports", type=int, default=5_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--ledger", help="the URL of an empty PostgreSQL database")
    parser.add_argument("--save", action="store_true", help="keep it in results.json")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = {"rawi": rawi.__version__, **measured(Path(folder), asked)}
    for key, value in result.items():
        goal = f"   (goal {GOALS[key]})" if key in GOALS else ""
        print(f"{key:<32}{value}{goal}")
    if asked.save:
        path = HERE / "results.json"
        kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
        kept[f"{result['database']} {result['reports']}"] = result
        path.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
