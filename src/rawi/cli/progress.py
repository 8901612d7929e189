"""Counts of a run: a bar while it lasts, a line when it is over."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from rawi.cli.group import complain

if TYPE_CHECKING:
    from rich.progress import Progress

#: Seconds before a bar is worth its flicker, and between two of its steps.
PATIENCE = 0.5
STEP = 0.1


def counted(number: int, thing: str) -> str:
    """Return "1 report", "2,000 reports"."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


class Run:
    """One run: what was read and what was skipped.

    `bar` asks for a progress bar on standard error once the run has taken half a second.
    """

    def __init__(self, bar: bool) -> None:
        self.reports = self.attributions = self.skipped = 0
        self._began = time.monotonic()
        self._next = self._began + PATIENCE if bar else float("inf")
        self._progress: Progress | None = None

    def add(self, attributions: int) -> None:
        """Count a report."""
        self.reports += 1
        self.attributions += attributions
        if time.monotonic() >= self._next:
            self._step()

    def skip(self, fault: str) -> None:
        """Count a skipped input and say why it was skipped."""
        self.skipped += 1
        self.close()
        complain(fault)

    def summary(self) -> str:
        """Return "45 reports, 512 attributions, 1 skipped (1.2 s)"."""
        counts = [counted(self.reports, "report"), counted(self.attributions, "attribution")]
        if self.skipped:
            counts.append(f"{self.skipped:,} skipped")
        return f"{', '.join(counts)} ({time.monotonic() - self._began:.1f} s)"

    def close(self) -> None:
        """Take the bar off the terminal; the next step draws it again."""
        if self._progress:
            self._progress.stop()
            self._progress = None

    def _step(self) -> None:
        self._progress = self._progress or _bar()
        self._progress.update(
            self._progress.task_ids[0],
            description=f"{counted(self.reports, 'report')}, "
            f"{counted(self.attributions, 'attribution')}",
        )
        self._progress.refresh()
        self._next = time.monotonic() + STEP


def bar_wanted(quiet: bool) -> bool:
    """Tell whether a bar may be drawn: on a terminal that the output itself does not fill."""
    return not quiet and sys.stderr.isatty() and not sys.stdout.isatty()


def say(line: str) -> None:
    """Put a line of ours on standard error."""
    click.echo(line, err=True)


def _bar() -> Progress:
    # rich takes a tenth of a second to import: only a run that is slow anyway pays for it.
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    progress = Progress(
        BarColumn(bar_width=20),
        TextColumn("{task.description}", markup=False),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
    )
    progress.add_task("", total=None)
    progress.start()
    return progress
