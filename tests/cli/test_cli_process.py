"""`rawi` as a process: pipes that break, interrupts, terminals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from stubbed_rawi import PROGRAM, environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX")

Program = Callable[..., "subprocess.Popen[str]"]
TEXT = "أحمد قال: «سنبدأ العمل غدا في كل المدن» (TASS)"


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    lines = (json.dumps({"id": f"r{number}", "text": TEXT * 20}) for number in range(400))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("more", [[], ["--json"], ["--jobs", "2"]])
def test_a_reader_that_goes_away(program: Program, many: Path, more: list[str]) -> None:
    process = program("read", many, *more)
    assert process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait(60) == 141


@pytest.mark.parametrize("jobs", [1, 2])
def test_interrupt(program: Program, many: Path, jobs: int) -> None:
    # A process group of its own: a terminal sends the interrupt to all of it.
    process = program(
        "read", many, "--jobs", jobs, env={"STUB_SECONDS": "0.05"}, start_new_session=True
    )
    assert process.stdout.readline()
    began = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (130, "")
    assert time.monotonic() - began < 20  # the whole input takes minutes


def on_a_terminal(*arguments: str, columns: int = 40, **env: str) -> str:
    """Run `rawi` with standard output and error on a terminal; return what it shows."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [*PROGRAM, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env=environment(**env),
    )
    os.close(theirs)
    shown = b""
    try:
        while block := os.read(ours, 65536):
            shown += block
    except OSError:  # how Linux tells of the other end being closed
        pass
    os.close(ours)
    assert process.wait(60) == 0
    return shown.decode().replace("\r\n", "\n")


def test_a_terminal_gets_isolates_colours_and_wrapping(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    shown = on_a_terminal("read", str(path), "--language", "ar")
    assert "\x1b[1;36m\u2067أحمد\u2069\x1b[0m" in shown
    assert shown.count("\u2067") == shown.count("\u2069")
    plain = on_a_terminal("read", str(path), "--language", "ar", NO_COLOR="1")
    assert "\x1b" not in plain
    assert "\u2067أحمد\u2069" in plain
    wide = on_a_terminal("read", str(path), columns=200, NO_COLOR="1")
    assert len(plain.splitlines()) > len(wide.splitlines())


def test_a_bar_only_where_work_is_long_and_output_elsewhere(many: Path) -> None:
    shown = on_a_terminal("read", str(many), "--json", STUB_SECONDS="0.002", NO_COLOR="1")
    assert "━" not in shown  # the output itself is on the terminal
