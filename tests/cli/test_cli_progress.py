"""The counts of a run, and when a bar is drawn."""

from __future__ import annotations

import io
import sys

import pytest

from rawi.cli import progress
from rawi.cli.progress import Run, bar_wanted, counted


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_counted() -> None:
    assert [counted(number, "report") for number in (0, 1, 2, 12345)] == [
        "0 reports",
        "1 report",
        "2 reports",
        "12,345 reports",
    ]


def test_summary() -> None:
    run = Run(bar=False)
    run.add(3)
    assert run.summary() == "1 report, 3 attributions (0.0 s)"
    run.skip("none.txt: no such file")
    assert run.summary() == "1 report, 3 attributions, 1 skipped (0.0 s)"


@pytest.mark.parametrize(
    ("output", "errors", "quiet", "wanted"),
    [
        (io.StringIO(), Terminal(), False, True),
        (io.StringIO(), Terminal(), True, False),
        (io.StringIO(), io.StringIO(), False, False),
        (Terminal(), Terminal(), False, False),  # the output itself shows how far it is
    ],
)
def test_bar_wanted(
    monkeypatch: pytest.MonkeyPatch,
    output: io.StringIO,
    errors: io.StringIO,
    quiet: bool,
    wanted: bool,
) -> None:
    monkeypatch.setattr(sys, "stdout", output)
    monkeypatch.setattr(sys, "stderr", errors)
    assert bar_wanted(quiet) is wanted


def test_a_bar_only_for_long_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    short = Run(bar=True)
    short.add(1)
    short.close()
    assert sys.stderr.getvalue() == ""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    long = Run(bar=True)
    long.add(2)
    assert "1 report, 2 attributions" in sys.stderr.getvalue()
    long.skip("none.txt: no such file")
    long.close()
    assert "rawi: none.txt: no such file\n" in sys.stderr.getvalue()
