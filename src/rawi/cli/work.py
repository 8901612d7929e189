"""Reading many reports: one after the other, or by several processes in the same order."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import msgspec

from rawi.errors import InputError
from rawi.export.flow import View
from rawi.records import Report

#: What one process is handed at a time: enough to make the handing over cheap (some 0.1 ms),
#: not so much that the last process works on alone for long.
CHUNK_REPORTS = 32
CHUNK_CHARACTERS = 100_000


@dataclass(frozen=True)
class Task:
    """What is done with every report.

    `view` tells how it is laid out for a person, None for a line of JSON.  `language`
    and `published` overrule what the input says of itself; None leaves it.
    """

    view: View | None
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
Chunk = list[Report | Skipped]


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


def read_all(
    items: Iterable[Report | InputError], task: Task, jobs: int
) -> Generator[Result, None, None]:
    """Read all reports; the order is that of the items, an error stays in its place.

    `jobs` is the number of processes, 1 or more.
    """
    given = (Skipped(str(item)) if isinstance(item, InputError) else item for item in items)
    if jobs > 1:
        yield from _parallel(given, task, jobs)
        return
    for item in given:
        yield _result(item, task)


def _result(item: Report | Skipped, task: Task) -> Result:
    return item if isinstance(item, Skipped) else read_one(item, task)


def _parallel(items: Iterable[Report | Skipped], task: Task, jobs: int) -> Iterator[Result]:
    from rawi.cli.processes import Processes

    with Processes(jobs, partial(_read_chunk, task=task)) as processes:
        for chunk in processes.ordered(_chunks(items)):
            yield from chunk


def _read_chunk(chunk: Chunk, task: Task) -> list[Result]:
    return [_result(item, task) for item in chunk]


def _chunks(items: Iterable[Report | Skipped]) -> Iterator[Chunk]:
    chunk: Chunk = []
    characters = 0
    for item in items:
        chunk.append(item)
        characters += len(item.text) if isinstance(item, Report) else 0
        if len(chunk) >= CHUNK_REPORTS or characters >= CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk
