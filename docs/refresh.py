"""Run the examples in README and docs again, and put in what they print.

    python docs/refresh.py            replace every block that is stale
    python docs/refresh.py --check    name the stale ones; exit status 1 where there is one

A block stands between a line `<!-- run: COMMAND -->` and a line `<!-- end -->`.  COMMAND is

    rawi …                                        what it prints
    rawi … --json | a3                            the attribution of that id in its first line
    head -n N FILE                                the first N lines of a file
    python                                        what the Python code before the marker prints
    python benchmarks/quality/check.py --table    the table that it prints
    benchmarks/speed/results.json                 what was measured last, laid out
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
START = "<!-- run: "
BLOCK = re.compile(rf"(?ms)^{START}(?P<command>.+?) -->\n(?P<block>.*?)^<!-- end -->$")
CODE = re.compile(r"(?ms)^```python\n(.*?)^```$")
SPANS = re.compile(r"\[[\d\s,\[\]]+\]")
RAWI = "from rawi.cli import main; main(prog_name='rawi')"
PLAIN = os.environ | {"COLUMNS": "80", "NO_COLOR": "1", "PYTHONPATH": str(ROOT / "src")}
SPEED = "benchmarks/speed/results.json"


def documents() -> list[Path]:
    """Return the README and every page of docs."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def refreshed(text: str) -> tuple[str, list[str]]:
    """Return a page with its blocks as they are now, and the commands of those that changed."""
    stale: list[str] = []

    def replaced(match: re.Match[str]) -> str:
        command, new = match["command"], block(match["command"], text[: match.start()])
        if new != match["block"]:
            stale.append(command)
        return f"{START}{command} -->\n{new}<!-- end -->"

    return BLOCK.sub(replaced, text), stale


def block(command: str, before: str) -> str:
    """Return the block of a command; raises `ValueError` for one that is not known here."""
    words = shlex.split(command)
    if command == SPEED:
        return fenced(speed())
    if command == "python":
        return fenced(printed(["-c", CODE.findall(before)[-1]]))
    if words[:2] == ["python", "benchmarks/quality/check.py"]:
        lines = printed(words[1:]).splitlines(keepends=True)
        return "".join(line for line in lines if line.startswith("|"))
    if words[:2] == ["head", "-n"]:
        lines = (ROOT / words[3]).read_text("utf-8").splitlines()
        return fenced("\n".join(lines[: int(words[2])]))
    if words[0] == "rawi" and words[-2] == "|":
        line = json.loads(printed(["-c", RAWI, *words[1:-2]]).partition("\n")[0])
        found = next(one for one in line["attributions"] if one["id"] == words[-1])
        pretty = json.dumps(found, ensure_ascii=False, indent=1)
        return fenced(SPANS.sub(lambda spans: str(json.loads(spans[0])), pretty), "json")
    if words[0] == "rawi":
        return fenced(printed(["-c", RAWI, *words[1:]]))
    raise ValueError(f"no such command for a block: {command}")


def printed(arguments: Sequence[str]) -> str:
    """Return what Python prints, whatever its exit status; raises `ValueError` for nothing."""
    command = [sys.executable, *arguments]
    out = subprocess.run(command, cwd=ROOT, env=PLAIN, stdout=subprocess.PIPE, text=True).stdout
    if not out:
        raise ValueError(f"nothing printed: {shlex.join(command)}")
    return out


def fenced(text: str, language: str = "text") -> str:
    """Return a text in a fence of Markdown."""
    return f"```{language}\n{text.rstrip()}\n```\n"


def speed() -> str:
    """Return what `benchmarks/speed/run.py --save` kept, as that prints it."""
    kept = json.loads((ROOT / SPEED).read_text("utf-8"))
    sys.path.insert(0, str((ROOT / SPEED).parent))
    machine = ", ".join(f"{name} {value}" for name, value in kept["machine"].items())
    return f"{machine}\n\n{import_module('layout').table(kept['groups'])}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(description="Refresh the examples in README and docs.")
    parser.add_argument("--check", action="store_true", help="change nothing, name what is stale")
    check = parser.parse_args(arguments).check
    found = 0
    for path in documents():
        new, stale = refreshed(path.read_text("utf-8"))
        for command in stale:
            print(f"{path.relative_to(ROOT)}: {'stale' if check else 'replaced'}: {command}")
        if stale and not check:
            path.write_text(new, "utf-8")
        found += len(stale)
    return 1 if check and found else 0


if __name__ == "__main__":
    sys.exit(main())
