"""One measurement in a process of its own: a file of reports added to a ledger, as `rawi add` does.

    python adding.py FILE LEDGER JOBS REPORTS

The result, as JSON on standard output, has `seconds` and, for the first and the last tenth,
`first_seconds`, `last_seconds` and `first_cpu`, `last_cpu` (processor time of the process that
writes); `peak_mb`, the most memory that all processes held together, and `early_mb`, that
after the first tenth (MB of 1,000,000 bytes, what processes share counted once).
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
import time
from pathlib import Path

from rawi.cli.adding import AddTask, add_all
from rawi.intake.options import TakeOptions
from rawi.ledger.ledger import Ledger

#: Seconds between two looks at the memory.
LOOK = 1.0


def memory_mb() -> float:
    """Return what this process and its children hold."""
    pids = [os.getpid(), *(child.pid for child in multiprocessing.active_children())]
    total = 0.0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 976.5625
    return total


def main() -> None:
    """Measure what is asked for."""
    source, where, jobs, reports = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    tenth = reports // 10
    marks: dict[int, tuple[float, float]] = {}
    done, peak, early, looked = 0, 0.0, 0.0, 0.0
    begun, cpu = time.perf_counter(), time.process_time()
    with Ledger(where) as ledger:
        task = AddTask(options=TakeOptions(format="jsonl"))
        for step in add_all(ledger, [source], task, jobs):
            done += len(step.outcomes)
            if odd := [outcome for outcome in step.outcomes if outcome != "added"]:
                raise SystemExit(f"a report was not added: {odd[0]}")
            now = time.perf_counter()
            for mark in (tenth, reports - tenth):
                if done >= mark and mark not in marks:
                    marks[mark] = (now - begun, time.process_time() - cpu)
            if now - looked > LOOK:
                looked, held = now, memory_mb()
                peak = max(peak, held)
                early = peak if done <= 2 * tenth else early
    seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    first, last = marks[tenth], marks[reports - tenth]
    json.dump(
        {
            "seconds": seconds,
            "first_seconds": first[0],
            "last_seconds": seconds - last[0],
            "first_cpu": first[1],
            "last_cpu": cpu - last[1],
            "writer_cpu": cpu,
            "early_mb": early,
            "peak_mb": peak,
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
