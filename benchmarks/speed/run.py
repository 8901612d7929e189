"""Measure how fast Rawi reads, how soon it answers, and how much memory it takes.

    python benchmarks/speed/run.py            a table
    python benchmarks/speed/run.py --json     the same as JSON

    python benchmarks/speed/run.py --save     keep it for the README (results.json)

Seconds are processor time of one process on one core, except for the start, which is
the time that somebody waits.  Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import compileall
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import texts
from layout import Row, table

import rawi
from rawi.reading import reader

HERE = Path(__file__).resolve().parent
RAWI = [sys.executable, "-m", "rawi"]

MILLION = 1_000_000
STARTS = 7
RUNS = 3
#: What takes longer is measured once, what takes much longer not at all; in seconds.
LONG = 3
PATIENCE = 60


def child(given: Sequence[str]) -> dict[str, float]:
    """Read texts in a process of its own; return `seconds` and `peak_mb`, see `child.py`.

    Raises `SubprocessError` where reading fails or takes too long.
    """
    done = subprocess.run(
        [sys.executable, str(HERE / "child.py")],
        input=json.dumps({"texts": given, "warm": texts.example().read_text("utf-8")}),
        capture_output=True, text=True, check=True, timeout=PATIENCE,
    )  # fmt: skip
    result: dict[str, float] = json.loads(done.stdout)
    return result


def timed(what: str, *given: str) -> Row:
    """Return a row: the median of some runs, of one where that takes long."""
    runs: list[dict[str, float]] = []
    try:
        while len(runs) < RUNS and all(run["seconds"] < LONG for run in runs):
            runs.append(child(given))
    except subprocess.SubprocessError as error:
        return {"what": what, "failed": _fault(error)}
    seconds = statistics.median(run["seconds"] for run in runs)
    characters = sum(map(len, given))
    return {
        "what": what,
        "characters": characters,
        "seconds": round(seconds, 3),
        "characters_a_second": round(characters / seconds),
        "peak_mb": round(max(run["peak_mb"] for run in runs), 1),
    }


def _fault(error: subprocess.SubprocessError) -> str:
    """Return the last line that a failed process left."""
    if isinstance(error, subprocess.CalledProcessError):
        return str(error.stderr).strip().rpartition("\n")[2]
    return f"took over {PATIENCE} s"


def speed() -> list[Row]:
    """Measure plain text: many short reports, and text in which every word is new."""
    short = texts.short_reports()
    return [
        timed(f"{len(short)} reports of {texts.REPORT_LENGTH:,} characters", *short),
        timed("the sources as they are, every word seen for the first time", *texts.sources()),
    ]


def length() -> list[Row]:
    """Measure one report of growing length; the cost of a character should stay the same."""
    long = texts.composed(MILLION, texts.SEED)
    parts = [long[: MILLION // 4], long[: MILLION // 2], long]
    return [timed(f"one report of {len(part):,} characters", part) for part in parts]


def hostile() -> list[Row]:
    """Measure a million characters of what a reader might stumble over."""
    return [timed(name, texts.hostile(name, MILLION)) for name in texts.HOSTILE]


def memory() -> Row:
    """Measure the whole command on a report of 1 MB in UTF-8."""
    what = "rawi read --json FILE, a report of 1 MB in UTF-8"
    text = texts.composed(MILLION, texts.SEED).encode()[:MILLION].decode("utf-8", "ignore")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.txt")
        path.write_text(text, "utf-8")
        tell = "import sys; sys.path.insert(0, sys.argv.pop()); from child import peak_mb"
        run = "from rawi.cli import main; main(standalone_mode=False)"
        end = "print(peak_mb(), file=sys.stderr)"
        try:
            done = subprocess.run(
                [sys.executable, "-c", f"{tell}\n{run}\n{end}",
                 "read", "--json", "--quiet", str(path), str(HERE)],
                capture_output=True, text=True, check=True, timeout=PATIENCE,
            )  # fmt: skip
        except subprocess.SubprocessError as error:
            return {"what": what, "failed": _fault(error)}
    return {"what": what, "peak_mb": round(float(done.stderr), 1)}


def start() -> Row:
    """Measure from the start of `rawi read FILE` to its first byte of output.

    The modules lie there compiled, as an installation leaves them.
    """
    compileall.compile_dir(Path(rawi.__file__).parent, quiet=2)
    waits = [_wait(texts.example()) for _ in range(STARTS)]
    return {"what": "start to first output", "seconds": round(statistics.median(waits), 3)}


def _wait(path: Path) -> float:
    begun = time.perf_counter()
    with subprocess.Popen(
        [*RAWI, "read", str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        waited = time.perf_counter() - begun
        process.stdout.read()
    return waited


def machine() -> dict[str, str]:
    """Return what was measured on."""
    model = platform.processor() or platform.machine()
    with suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next((line.split(":")[1].strip() for line in lines if "model name" in line), model)
    compiled = not str(reader.__file__).endswith(".py")
    return {
        "python": platform.python_version(),
        "processor": model,
        "rawi": rawi.__version__,
        "reader": "compiled" if compiled else "in Python",
    }


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description="Measure Rawi's speed and memory.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--save", action="store_true", help="keep it in results.json")
    asked = parser.parse_args()
    groups = {
        "plain text": speed(),
        "one long report": length(),
        "1,000,000 characters of …": hostile(),
        "the command": [start(), memory()],
    }
    result = json.dumps({"machine": machine(), "groups": groups}, indent=1, ensure_ascii=False)
    print(result if asked.json else table(groups))
    if asked.save:
        (HERE / "results.json").write_text(f"{result}\n", "utf-8")


if __name__ == "__main__":
    main()
