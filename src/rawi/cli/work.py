"""Reading reports one after the other: opened, read, laid out."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from rawi.errors import InputError
from rawi.export.flow import View
from rawi.records import Report


@dataclass(frozen=True, kw_only=True)
class Task:
    """How reports are opened, read and laid out.

    `view` tells how it is laid out for a person, None for a line of JSON.  `format` is
    what the inputs are, None to tell from each.  `language` and `published` overrule what
    the input says of itself; None leaves it.  `max_bytes` is for one report.  `mapping` gives
    the columns of fields, as `rawi.intake.TakeOptions` has it.
    """

    view: View | None
    format: str | None
    max_bytes: int
    language: str | None = None
    published: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Done:
    """A report that was read: its output in UTF-8, and how many attributions it has."""

    output: bytes
    attributions: int


@dataclass(frozen=True)
class Skipped:
    """An input that could not be read, and why."""

    fault: str


@dataclass(frozen=True)
class Told:
    """What was guessed of an input, for a person to know."""

    line: str


Result = Done | Skipped | Told


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
        yield read_one(item, task) if isinstance(item, Report) else item


def open_paths(paths: Sequence[str], task: Task) -> Iterator[Report | Skipped | Told]:
    """Open all that the paths hold, without reading for attributions."""
    from rawi.intake.sources import open_reports

    told: list[str] = []
    opened = open_reports(
        paths, format=task.format, max_bytes=task.max_bytes, mapping=task.mapping,
        tell=told.append,
    )  # fmt: skip
    for item in opened:
        yield from map(Told, told)
        told.clear()
        yield Skipped(str(item)) if isinstance(item, InputError) else item
    yield from map(Told, told)


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
