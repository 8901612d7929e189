"""Reading reports one after the other: opened, read, laid out."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from rawi.errors import InputError
from rawi.export.flow import View
from rawi.records import Report


@dataclass(frozen=True, kw_only=True)
class Task:
    """How reports are opened, read and laid out.

    `view` tells how it is laid out for a person, None for a line of JSON.  `format` is
    what the inputs are, None to tell from each.  `language` and `published` overrule what
    the input says of itself; None leaves it.  `max_bytes` is for one report.
    """

    view: View | None
    format: str | None
    max_bytes: int
    language: str | None = None
    published: str | None = None


@dataclass(frozen=True)
class Done:
    """A report that was read: its output in UTF-8, and how many attributions it has."""

    output: bytes
    attributions: int


@dataclass(frozen=True)
class Skipped:
    """An input that could not be read, and why."""

    fault: str


Result = Done | Skipped


def read_all(paths: Sequence[str], task: Task, jobs: int) -> Generator[Result, None, None]:
    """Read all that the paths hold; the results are in the order of the inputs.

    `jobs` is the number of processes, 1 or more; it changes nothing in the results.
    """
    if jobs == 1:
        yield from read_paths(paths, task)
        return
    from rawi.cli.parallel import read_in_parallel

    yield from read_in_parallel(paths, task, jobs)


def read_paths(paths: Sequence[str], task: Task) -> Iterator[Result]:
    """Read all that the paths hold, in this process."""
    for item in open_paths(paths, task):
        yield item if isinstance(item, Skipped) else read_one(item, task)


def open_paths(paths: Sequence[str], task: Task) -> Iterator[Report | Skipped]:
    """Open all that the paths hold, without reading for attributions."""
    from rawi.intake.sources import open_reports

    for item in open_reports(paths, format=task.format, max_bytes=task.max_bytes):
        yield Skipped(str(item)) if isinstance(item, InputError) else item


def read_one(report: Report, task: Task) -> Done:
    """Read one report and lay it out."""
    from rawi.pipeline import read_report

    given = {"language": task.language, "published": task.published}
    report = msgspec.structs.replace(
        report, **{key: value for key, value in given.items() if value is not None}
    )
    report = read_report(report)
    return Done(_laid_out(report, task.view), len(report.attributions))


def _laid_out(report: Report, view: View | None) -> bytes:
    if view is None:
        from rawi.export.jsonl import report_line

        return report_line(report)
    from rawi.export.terminal import report_lines

    return "".join(f"{line}\n" for line in report_lines(report, view)).encode()
