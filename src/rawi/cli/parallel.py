"""Reading reports by several processes, with the results of one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from rawi.cli.processes import Processes
from rawi.cli.work import Result, Skipped, Task, Told, open_paths, read_one, read_paths
from rawi.errors import InputError
from rawi.records import Report

if TYPE_CHECKING:
    from rawi.intake.inputs import Input

#: What one process is handed at a time: enough to make the handing over cheap (some 0.1 ms),
#: not so much that the last process works on alone for long.
CHUNK_WORKS = 32
CHUNK_SIZE = 100_000


@dataclass(frozen=True)
class File:
    """A file that a process opens by itself; `size` is in bytes."""

    path: str
    size: int


Work = File | Report | Skipped | Told


def read_in_parallel(paths: Sequence[str], task: Task, jobs: int) -> Iterator[Result]:
    """Read all that the paths hold with `jobs` processes, in the order of the inputs."""
    works = _works(paths, task)
    # The first is read here, before there are processes: what reading loads and compiles
    # is then there for all of them, where the system copies processes.
    for work in islice(works, 1):
        yield from _read(work, task)
    with Processes(jobs, partial(_read_chunk, task=task)) as processes:
        for results in processes.ordered(_chunks(works)):
            yield from results


def _read_chunk(chunk: list[Work], task: Task) -> list[Result]:
    return [result for work in chunk for result in _read(work, task)]


def _read(work: Work, task: Task) -> Iterator[Result]:
    if isinstance(work, File):
        yield from read_paths([work.path], task)
    else:
        yield read_one(work, task) if isinstance(work, Report) else work


def _works(paths: Sequence[str], task: Task) -> Iterator[Work]:
    from rawi.intake.inputs import inputs_of

    for path in paths:
        for found in inputs_of(path):
            if isinstance(found, InputError):
                yield Skipped(str(found))
            elif _is_one_report(found, task):
                # Opened by the process: taking a page apart takes longer than reading it.
                yield File(found.path, _size(found.path))
            else:
                yield from open_paths([found.path], task)


def _is_one_report(found: Input, task: Task) -> bool:
    """Tell whether an input is a file of one report, as far as its name or the task tells."""
    from rawi.intake.sniffing import SUFFIXES

    told = task.format or SUFFIXES.get(found.suffix.lower())
    return told in ("text", "html") and os.path.isfile(found.path)


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:  # gone since it was listed: whoever opens it tells
        return 0


def _weight(work: Work) -> int:
    if isinstance(work, File):
        return work.size
    return len(work.text) if isinstance(work, Report) else 0


def _chunks(works: Iterator[Work]) -> Iterator[list[Work]]:
    chunk: list[Work] = []
    size = 0
    for work in works:
        chunk.append(work)
        size += _weight(work)
        if len(chunk) >= CHUNK_WORKS or size >= CHUNK_SIZE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
