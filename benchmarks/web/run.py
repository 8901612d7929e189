"""Measure how fast the page and the API answer, while reports are added.

    python benchmarks/web/run.py                          2,000 reports, made first
    python benchmarks/web/run.py --reports 20000 --keep news.db     made once, and kept
    python benchmarks/web/run.py --ledger news.db         a ledger that is there (a copy of it)
    python benchmarks/web/run.py --alone                  nothing is added meanwhile
    python benchmarks/web/run.py --save                   keep the figures (results.json)

`rawi serve` runs as a process of its own, `rawi add` beside it. Every page and every list is asked
`--times` times, in a shuffled order, `--rate` requests a second, whether or not those before were
answered: a time counts from when a request was due. Of each kind the table has the median and the
95th percentile of these times in milliseconds, and the bytes of the largest answer. Before that,
each kind is asked one by one: `cpu` is the server's processor time of one request, in milliseconds,
which tells more than waiting where others use the machine.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import making

import rawi
from rawi.ledger.ledger import Ledger

HERE = Path(__file__).resolve().parent
#: The aims: milliseconds of the 95th percentile, bytes of the first page with all that it loads.
AIM_MS, AIM_BYTES = 60.0, 100_000
#: Different reports, statements, speakers and outlets that are asked for.
SAMPLE = 40
#: Requests of each kind one after the other, of which the processor time is taken.
SEQUENTIAL = 10
#: Reports that `rawi add` is given: more than it can keep meanwhile.
LATER = 20_000
#: Seconds until the server must be there, and until any answer.
PATIENCE = 60
RATE, TIMES, REPORTS = 20, 20, 2_000


class Client:
    """Asks the server, each time by a new connection, as a first visitor does."""

    def __init__(self, port: int) -> None:
        self._port = port

    def get(self, path: str, accept: str = "text/html") -> tuple[int, bytes]:
        """Return status and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        try:
            connection.request("GET", path, headers={"Accept": accept})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def items(self, path: str) -> list[dict[str, Any]]:
        """Return the rows of a list of the API."""
        status, body = self.get(f"/api/v1/{path}", "application/json")
        if status != 200:
            raise SystemExit(f"/api/v1/{path}: {status}")
        found: list[dict[str, Any]] = json.loads(body)["items"]
        return found


def kinds(client: Client) -> dict[str, list[str]]:
    """Return the paths that are asked for, by what they are."""
    statements = client.items(f"statements?limit={SAMPLE}")
    some = [quote(one["id"], safe="") for one in statements]
    reports = [quote(one["id"], safe="") for one in client.items(f"reports?limit={SAMPLE}")]
    speakers = [quote(one["name"], safe="") for one in client.items(f"speakers?limit={SAMPLE}")]
    outlets = [quote(one["name"], safe="") for one in client.items(f"outlets?limit={SAMPLE}")]
    words = [quote(word) for one in statements for word in one["content"].split()[:2]]
    v1 = "/api/v1"
    return {
        "start": ["/"],
        "search": [f"/?q={word}" for word in words],
        "search, attributions": [f"/?q={word}&kind=attributions" for word in words],
        "search, filtered": [f"/?q={word}&outlet={outlets[0]}" for word in words],
        "report": [f"/reports/{id}" for id in reports],
        "statement, most carried": [f"/statements/{some[0]}"],
        "statement": [f"/statements/{id}" for id in some[1:]],
        "speakers": ["/speakers"],
        "speakers by name": [f"/speakers?name={name}" for name in speakers],
        "speaker": [f"/speakers/{name}" for name in speakers],
        "outlets": ["/outlets"],
        "outlets by name": [f"/outlets?name={name}" for name in outlets],
        "outlet": [f"/outlets/{name}" for name in outlets],
        "add": ["/add"],
        "decisions": ["/decisions"],
        "API reports": [f"{v1}/reports", *(f"{v1}/reports?q={word}" for word in words)],
        "API report": [f"{v1}/reports/{id}" for id in reports],
        "API attributions": [f"{v1}/attributions", *(f"{v1}/attributions?q={w}" for w in words)],
        "API statements": [f"{v1}/statements"],
        "API statement": [f"{v1}/statements/{id}" for id in some],
        "API linked data": [f"{v1}/statements/{id}?format=jsonld" for id in some[1:]],
        "API derivations": [f"{v1}/derivations?statement={id}" for id in some],
        "API speakers": [f"{v1}/speakers"],
        "API outlets": [f"{v1}/outlets"],
        "API decisions": [f"{v1}/decisions"],
        "API corrections": [f"{v1}/corrections"],
        "API jobs": [f"{v1}/jobs"],
    }


def measured(client: Client, rate: float, times: int, server: int) -> dict[str, Any]:
    """Ask for everything; return the figures of each kind and of all together."""
    paths = kinds(client)
    draw = random.Random(5)
    asked = [
        (kind, some[number % len(some)]) for kind, some in paths.items() for number in range(times)
    ]
    cpu_of = {kind: _alone(client, some, server) for kind, some in paths.items()}
    draw.shuffle(asked)
    took: dict[str, list[float]] = defaultdict(list)
    sizes: dict[str, int] = defaultdict(int)
    cpu, begun = _cpu(server), time.perf_counter()

    def ask(number: int) -> tuple[str, float, int]:
        kind, path = asked[number]
        due = begun + number / rate
        time.sleep(max(0.0, due - time.perf_counter()))
        status, body = client.get(path)
        if status != 200:
            raise SystemExit(f"{path}: answered with {status}: {body[-900:]!r}")
        return kind, (time.perf_counter() - due) * 1_000, len(body)

    with ThreadPoolExecutor(64) as pool:
        for kind, milliseconds, size in pool.map(ask, range(len(asked))):
            took[kind].append(milliseconds)
            sizes[kind] = max(sizes[kind], size)
    cpu = _cpu(server) - cpu
    every = [one for some in took.values() for one in some]
    return {
        "kinds": {
            kind: _figures(took[kind]) | {"cpu": cpu_of[kind], "bytes": sizes[kind]}
            for kind in paths
        },
        "all": _figures(every),
        "requests": len(asked),
        "server_cpu_ms_a_request": round(cpu * 1_000 / len(asked), 1),
    }


def _alone(client: Client, paths: list[str], server: int) -> float:
    """Return the server's processor time of one request, in milliseconds, one after the other."""
    client.get(paths[0])  # what is loaded at the first question is loaded
    begun = _cpu(server)
    for number in range(SEQUENTIAL):
        client.get(paths[number % len(paths)])
    return round((_cpu(server) - begun) * 1_000 / SEQUENTIAL, 1)


def first_page(client: Client) -> int:
    """Return the bytes of the start page with all that it loads, as they are sent."""
    _, body = client.get("/")
    found = set(re.findall(rb'(?:src|href)="(/static/[^"]+)"', body))
    return len(body) + sum(len(client.get(path.decode())[1]) for path in found)


def _figures(times: list[float]) -> dict[str, Any]:
    some = sorted(times)
    last = len(some) - 1
    return {"median": round(some[last // 2], 1), "p95": round(some[round(last * 0.95)], 1)}


def _cpu(pid: int) -> float:
    """Return the processor time of a process, in seconds, without its children's."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(ledger: Path) -> Iterator[tuple[Client, int]]:
    """Run `rawi serve`; yield who asks it, and the number of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "rawi", "serve", "--ledger", str(ledger), "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        client, end = Client(port), time.monotonic() + PATIENCE
        while True:
            try:
                client.get("/keys")
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > end:
                    raise SystemExit("rawi serve did not start") from None
                time.sleep(0.1)
        yield client, process.pid
    finally:
        process.terminate()
        process.wait()


@contextmanager
def adding(ledger: Path, folder: Path) -> Iterator[None]:
    """Run `rawi add` meanwhile, with one process."""
    source = folder / "later.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for report in making.later(LATER):
            told = {"url": f"https://later.example/{report.id}", "text": report.text}
            more = {"title": report.title, "publisher": report.publisher, "language": "ar"}
            file.write(json.dumps({**told, **more}, ensure_ascii=False) + "\n")
    command = [sys.executable, "-m", "rawi", "add", str(source), "--ledger", str(ledger)]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([*command, "--jobs", "1"], stdout=quiet, stderr=quiet)
    try:
        yield
        if process.poll() is not None:
            print("rawi add was done before the end", file=sys.stderr)
    finally:
        process.terminate()
        process.wait()


def ready(asked: argparse.Namespace, folder: Path) -> Path:
    """Return a ledger that may be changed: a copy of the one given, or one that is made."""
    there = Path(asked.ledger or asked.keep) if asked.ledger or asked.keep else None
    work = folder / "ledger.db"
    if there is None or not there.exists():
        with Ledger(there or work) as ledger:
            ledger.add(making.reports(asked.reports))
            ledger.bring_up(jobs=2)
    if there is not None:
        with sqlite3.connect(there) as old, sqlite3.connect(work) as new:
            old.backup(new)
    return work


def shown(result: dict[str, Any]) -> None:
    """Print a table of what was measured."""
    print(f"{'':26} {'cpu':>8} {'median':>8} {'p95':>8} {'bytes':>9}")
    for kind, figures in result["kinds"].items():
        over = "" if figures["p95"] <= AIM_MS else f"   over {AIM_MS:.0f} ms"
        told = f"{figures['cpu']:8.1f} {figures['median']:8.1f} {figures['p95']:8.1f}"
        print(f"{kind:26} {told} {figures['bytes']:9,}{over}")
    every = result["all"]
    print(f"{'all':35} {every['median']:8.1f} {every['p95']:8.1f}")
    print(f"processor time of the server: {result['server_cpu_ms_a_request']} ms a request")
    print(f"first page with all that it loads: {result['first_page_bytes']:,} bytes "
          f"(aim {AIM_BYTES:,})")  # fmt: skip


def main() -> None:
    """Measure, print, and keep what was measured where asked."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--reports", type=int, default=REPORTS, help="reports of a new ledger")
    parser.add_argument("--ledger", help="a ledger that is there (SQLite); a copy of it is used")
    parser.add_argument("--keep", help="where a new ledger is kept, and taken from next time")
    parser.add_argument("--rate", type=float, default=RATE, help="requests a second")
    parser.add_argument("--times", type=int, default=TIMES, help="requests of each kind")
    parser.add_argument("--alone", action="store_true", help="add nothing meanwhile")
    parser.add_argument("--save", action="store_true", help="keep it in results.json")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ledger = ready(asked, folder)
        with Ledger(ledger) as there:
            counts = there.statistics()
        with serving(ledger) as (client, server):
            client.get("/")
            size = first_page(client)
            if asked.alone:
                result = measured(client, asked.rate, asked.times, server)
            else:
                with adding(ledger, folder):
                    result = measured(client, asked.rate, asked.times, server)
        with Ledger(ledger) as there:
            added = there.state().reports - counts["reports"]
    result = {
        "rawi": rawi.__version__, "reports": counts["reports"],
        "attributions": counts["attributions"], "statements": counts["statements"],
        "rate": asked.rate, "added_meanwhile": added, "first_page_bytes": size, **result,
    }  # fmt: skip
    shown(result)
    print(f"{added:,} reports were added meanwhile")
    if asked.save:
        path = HERE / "results.json"
        kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
        kept[f"{counts['reports']}{' alone' if asked.alone else ''}"] = result
        path.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
