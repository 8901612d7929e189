"""Counts of a run: a bar while it lasts, a line when it is over."""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from rawi.cli.group import complain
from rawi.export.safe import one_line

if TYPE_CHECKING:
    from rich.progress import Progress

    from rawi.errors import InputError

#: Seconds before a bar is worth its flicker, and between two of its steps.
PATIENCE = 0.5
STEP = 0.1

#: What differs between two faults of one kind: numbers, and what is quoted of the input.
_PARTICULAR = re.compile(r"\d+|\".*?\"|'.*?'|\(.*?\)")
#: Kinds of faults that are counted, those that are shown, and from how many skipped inputs on.
_MOST_FAULTS = 200
_MOST_SHOWN = 5
_MANY_SKIPPED = 3


def counted(number: int, thing: str) -> str:
    """Return "1 report", "2,000 reports"."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


class Meter:
    """A run that shows a bar on standard error once it has taken half a second.

    `bar` asks for one.  `total` is how much there is to do altogether, None where that is unknown.
    """

    def __init__(self, bar: bool, total: int | None = None) -> None:
        self.began = time.monotonic()
        self._next = self.began + PATIENCE if bar else float("inf")
        self._total = total
        self._progress: Progress | None = None

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.monotonic() - self.began

    def step(self, description: Callable[[], str], done: int = 0) -> None:
        """Show how far it has come, where it is time for that again; `done` is of `total`."""
        if time.monotonic() < self._next:
            return
        self._progress = self._progress or _bar(self._total)
        task = self._progress.task_ids[0]
        self._progress.update(task, description=description(), completed=done)
        self._progress.refresh()
        self._next = time.monotonic() + STEP

    def complain(self, fault: str) -> None:
        """Say why an input was skipped."""
        self.close()
        complain(fault)

    def close(self) -> None:
        """Take the bar off the terminal; the next step draws it again."""
        if self._progress:
            self._progress.stop()
            self._progress = None


class Run:
    """One run of reading: what was read and what was skipped.

    `bar` asks for a progress bar, as in `Meter`.
    """

    def __init__(self, bar: bool) -> None:
        self.reports = self.attributions = self.skipped = 0
        self._meter = Meter(bar)

    def add(self, attributions: int) -> None:
        """Count a report."""
        self.reports += 1
        self.attributions += attributions
        self._meter.step(self._counts)

    def skip(self, fault: str) -> None:
        """Count a skipped input and say why it was skipped."""
        self.skipped += 1
        self._meter.complain(fault)

    def tell(self, line: str) -> None:
        """Say something of an input that was not skipped."""
        self._meter.complain(line)

    def summary(self) -> str:
        """Return "45 reports, 512 attributions, 1 skipped (1.2 s)"."""
        skipped = f", {self.skipped:,} skipped" if self.skipped else ""
        return f"{self._counts()}{skipped} ({self._meter.seconds:.1f} s)"

    def close(self) -> None:
        """Take the bar off the terminal."""
        self._meter.close()

    def _counts(self) -> str:
        return f"{counted(self.reports, 'report')}, {counted(self.attributions, 'attribution')}"


class Tally:
    """One run of adding: what was added, known, changed and skipped.

    `bar` and `total` (bytes) are as in `Meter`.
    """

    def __init__(self, bar: bool, total: int | None) -> None:
        self.counts = {"added": 0, "known": 0, "changed": 0, "skipped": 0}
        self._faults: Counter[str] = Counter()
        self._done = 0
        self._meter = Meter(bar, total)

    def add(self, outcome: str) -> None:
        """Count a report: "added", "known" or "changed"."""
        self.counts[outcome] += 1

    def skip(self, error: InputError) -> None:
        """Count a skipped input and say why it was skipped."""
        self.counts["skipped"] += 1
        kind = _PARTICULAR.sub("…", error.fault)
        if kind in self._faults or len(self._faults) < _MOST_FAULTS:
            self._faults[kind] += 1
        self._meter.complain(str(error))

    def tell(self, line: str) -> None:
        """Say something of an input that was not skipped."""
        self._meter.complain(line)

    def step(self, size: int) -> None:
        """Go on by as many bytes."""
        self._done += size
        self._meter.step(self._description, self._done)

    def summary(self) -> str:
        """Return "1,200 added, 45 known, 3 changed, 1 skipped (1.2 s)"; what is 0 is left out."""
        told = {name: count for name, count in self.counts.items() if count or name == "added"}
        counts = ", ".join(f"{count:,} {name}" for name, count in told.items())
        return f"{counts} ({self._meter.seconds:.1f} s)"

    def reasons(self) -> list[str]:
        """Return why inputs were skipped, the commonest first: "  12 × empty: no text in it".

        Where there was one it has been said, and there is nothing to add.
        """
        if self.counts["skipped"] < _MANY_SKIPPED:
            return []
        common = self._faults.most_common(_MOST_SHOWN)
        return [f"  {count:,} × {one_line(fault)}" for fault, count in common]

    def close(self) -> None:
        """Take the bar off the terminal."""
        self._meter.close()

    def _description(self) -> str:
        reports = sum(self.counts.values())
        return f"{counted(reports, 'report')}, {reports / self._meter.seconds:,.0f}/s"


def bar_wanted(quiet: bool) -> bool:
    """Tell whether a bar may be drawn: on a terminal that the output itself does not fill."""
    return not quiet and sys.stderr.isatty() and not sys.stdout.isatty()


def say(line: str) -> None:
    """Put a line of ours on standard error."""
    click.echo(line, err=True)


def _bar(total: int | None) -> Progress:
    # rich takes a tenth of a second to import: only a run that is slow anyway pays for it.
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    left = [] if total is None else [TextColumn("left:"), TimeRemainingColumn()]
    progress = Progress(
        BarColumn(bar_width=20),
        TextColumn("{task.description}", markup=False),
        TimeElapsedColumn(),
        *left,
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
    )
    progress.add_task("", total=total)
    progress.start()
    return progress
