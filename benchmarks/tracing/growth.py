"""How tracing grows: time, memory and answers of a ledger with more and more attributions.

    PYTHONPATH=src python benchmarks/tracing/growth.py 10000 100000

Each size is a process of its own.  "right" is the share of the statements that are exactly those
of the invented history; "asked" the 95th percentile of one `Ledger.trace`, in milliseconds;
"quoted" that of a pasted quotation, the first of which ("first quoted") loads the model.
"""

from __future__ import annotations

import json
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import making

from rawi import Ledger

QUESTIONS = 100
#: Processes that trace.
JOBS = 2


def measured(attributions: int) -> dict[str, Any]:
    """Return the figures of one size."""
    history: dict[str, list[tuple[str, str]]] = defaultdict(list)
    reports = 0
    ids: list[str] = []
    with tempfile.TemporaryDirectory() as folder, Ledger(f"{folder}/news.db") as ledger:
        began = time.perf_counter()

        def given() -> Any:
            nonlocal reports
            for story in making.stories(attributions):
                for report, _ in story:
                    reports += 1
                    if reports % 97 == 0:
                        ids.append(report.id)
                    for one in report.attributions:
                        said = one.content[0].of(report.text)
                        key = f"{report.id.partition('-')[0]} {said}"
                        history[key].append((report.id, one.id))
                    yield report

        ledger.add(given())
        added = time.perf_counter() - began
        began, cpu = time.perf_counter(), _cpu()
        ledger.bring_up(jobs=JOBS)
        seconds, cpu = time.perf_counter() - began, _cpu() - cpu
        whole = {frozenset(members) for members in history.values()}
        kept = {
            frozenset((m.report, m.attribution) for m in statement.members)
            for statement in ledger.every_statement()
        }
        pick = random.Random(1).sample(ids, min(len(ids), QUESTIONS))
        asked = _p95([_ask(ledger, one) for one in pick])
        words = [_quoted(ledger, one) for one in islice(pick, 30)]
        first = _ask(ledger, "the first pasted quotation loads the model")
        quoted = _p95([_ask(ledger, one) for one in words])
        late = list(next(iter(making.stories(1))))
        one_more = _timed(lambda: (ledger.add([_renamed(late[0][0])]), ledger.bring_up()))
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "attributions": sum(map(len, history.values())), "reports": reports,
        "add_s": round(added, 1), "trace_s": round(seconds, 1), "trace_cpu_s": round(cpu, 1),
        "right": round(len(whole & kept) / len(whole), 4), "asked_p95_ms": round(asked * 1000, 1),
        "quoted_p95_ms": round(quoted * 1000, 1), "first_quoted_ms": round(first * 1000, 1),
        "one_more_s": round(one_more, 2),
        "memory_mb": round(memory), "ledger_mb": round(size / 2**20),
    }  # fmt: skip


def _cpu() -> float:
    """Return the processor time of this process and of those that it ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _renamed(report: Any) -> Any:
    import msgspec

    return msgspec.structs.replace(report, id="late")


def _quoted(ledger: Ledger, id: str) -> str:
    report = ledger.report(id)
    assert report
    return report.attributions[0].content[0].of(report.text)


def _ask(ledger: Ledger, asked: str) -> float:
    return _timed(lambda: ledger.trace(asked))


def _timed(what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def _p95(times: list[float]) -> float:
    return sorted(times)[math.ceil(0.95 * len(times)) - 1]


def main(sizes: list[int]) -> None:
    """Measure each size, and print how time grows from one to the next."""
    if len(sizes) == 1:
        print(json.dumps(measured(sizes[0])))
        return
    before: dict[str, Any] | None = None
    for size in sizes:
        done = subprocess.run(
            [sys.executable, __file__, str(size)], check=True, capture_output=True, text=True
        )
        found = json.loads(done.stdout)
        if before:
            more = found["attributions"] / before["attributions"]
            found["exponent"] = round(
                math.log(found["trace_cpu_s"] / before["trace_cpu_s"]) / math.log(more), 2
            )
        print(json.dumps(found), flush=True)
        before = found


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
