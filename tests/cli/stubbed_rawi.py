"""The command line over a stand-in reader, so that its tests are of it alone.

The stand-in takes `NAME VERB: "WORDS"` for a statement and (TASS) for a credit.
As a script it is `rawi` with the stand-in: `python stubbed_rawi.py read …`.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

import msgspec

import rawi
from rawi.errors import FormatError, InputError, UnreadableError
from rawi.records import Attribution, Hop, Reason, Report, Span, Speaker

_SAID = re.compile(r"(\w+) (\w+): [\"«]([^\"»]+)[\"»]")
#: The stand-in as a program of its own.
PROGRAM = [sys.executable, __file__]


def environment(**more: str) -> dict[str, str]:
    """Return an environment in which a new Python finds this package, and no colour setting."""
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
    paths = [str(Path(rawi.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "TERM": "xterm", **more}


def read_report(report: Report) -> Report:
    """Find the statements of the pattern; wait first where the environment says so."""
    time.sleep(float(os.environ.get("STUB_SECONDS", "0")))
    credit = report.text.find("TASS")
    chain = (
        (Hop(name="TASS", how="relayed by", evidence=(Span(credit, credit + 4),)),)
        if credit >= 0
        else ()
    )
    found = [
        Attribution(
            id=f"a{number}",
            content=(Span(*match.span(3)),),
            type="direct",
            cue=(Span(*match.span(2)),),
            source=(Span(*match.span(1)),),
            speaker=Speaker(name=match[1], anonymous=False),
            chain=chain,
            why=(Reason("cue", "verb before marks", (Span(*match.span(2)),)),),
        )
        for number, match in enumerate(_SAID.finditer(report.text), 1)
    ]
    return msgspec.structs.replace(
        report, attributions=tuple(found), language=report.language or "en"
    )


def open_reports(
    paths: Iterable[str], *, format: str | None = None, max_bytes: int = 20_000_000, **_: object
) -> Iterator[Report | InputError]:
    """Open texts and JSON Lines."""
    for path in paths:
        try:
            raw = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        except OSError as error:
            yield UnreadableError(path, str(error.strerror))
            continue
        if format == "jsonl" or path.endswith(".jsonl"):
            yield from _lines(path, raw.splitlines())
        else:
            yield Report(id=path, text=raw.decode())


def _lines(path: str, lines: Iterable[bytes]) -> Iterator[Report | InputError]:
    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
        except json.JSONDecodeError:
            yield FormatError(f"{path}:{number}", "not JSON")
            continue
        record.pop("attributions", None)
        yield msgspec.convert(record, Report)


def modules() -> dict[str, ModuleType]:
    """Return the modules that stand in for the reader and for intake."""
    pipeline = ModuleType("rawi.pipeline")
    pipeline.read_report = read_report  # type: ignore[attr-defined]
    sources = ModuleType("rawi.intake.sources")
    sources.open_reports = open_reports  # type: ignore[attr-defined]
    return {"rawi.pipeline": pipeline, "rawi.intake.sources": sources}


if __name__ == "__main__":
    sys.modules.update(modules())
    from rawi.cli import main

    main(prog_name="rawi")
