"""Adding to a ledger: read by several processes, written by this one."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

import msgspec

from rawi.cli.amounts import Amounts, File, Work, size_of_file
from rawi.cli.processes import Processes
from rawi.errors import InputError
from rawi.intake.addresses import is_address
from rawi.intake.inputs import Input, inputs_of
from rawi.intake.options import TakeOptions
from rawi.intake.sniffing import SUFFIXES
from rawi.intake.taking import take
from rawi.ledger.adding import Ready, batches, ready, size_of
from rawi.ledger.ledger import Ledger
from rawi.ledger.writing import Outcome
from rawi.records import Taken

#: What a process is handed at a time, in bytes: the last one is not to work on alone for long.
CHUNK_SIZE = 250_000


@dataclass(frozen=True, kw_only=True)
class AddTask:
    """How reports are taken and kept.

    `language` overrules what a report says of itself, None leaves it; `originals` tells
    whether original bytes are kept.
    """

    options: TakeOptions
    originals: bool = True
    language: str | None = None


@dataclass(frozen=True)
class Step:
    """What became of some inputs, and how many bytes they were."""

    outcomes: list[Outcome | InputError]
    size: int


def add_all(
    ledger: Ledger,
    sources: Sequence[str],
    task: AddTask,
    jobs: int,
    tell: Callable[[str], None] | None = None,
) -> Generator[Step, None, None]:
    """Add all that the sources hold, with `jobs` processes that read; in the sources' order.

    What a step tells is on the disk.  `tell` is called with what was guessed of an input.
    """
    sizes: deque[int] = deque()
    telling = msgspec.structs.replace(task.options, tell=tell)
    works = _works(sources, replace(task, options=telling))
    if jobs == 1:
        for chunk in _chunks(works, sizes):
            yield Step(ledger.keep(_ready(chunk, ledger, task)), sizes.popleft())
        return
    # The first is read here, before there are processes: what reading loads and compiles
    # is then there for all of them, where the system copies processes.
    for chunk in _chunks(islice(works, 1), sizes):
        yield Step(ledger.keep(_ready(chunk, ledger, task)), sizes.popleft())
    ledger.close()  # no two processes may use one connection
    with Processes(jobs, partial(_ready, ledger=ledger, task=task)) as processes:
        for done in processes.ordered(_chunks(works, sizes)):
            yield Step(ledger.keep(done), sizes.popleft())


def taken_all(sources: Sequence[str], task: AddTask) -> Iterator[Taken | InputError]:
    """Yield what the sources hold as it would be added, without reading it."""
    return (_told(item, task) for item in take(sources, task.options))


def _ready(chunk: Sequence[Work], ledger: Ledger, task: AddTask) -> list[Ready]:
    return ready(ledger, list(_opened(chunk, task)), task.originals)


def _opened(works: Iterable[Work], task: AddTask) -> Iterator[Taken | InputError]:
    for work in works:
        if isinstance(work, File):
            yield from taken_all([work.path], task)
        else:
            yield work


def _told(item: Taken | InputError, task: AddTask) -> Taken | InputError:
    if task.language is None or isinstance(item, InputError):
        return item
    report = msgspec.structs.replace(item.report, language=task.language)
    return msgspec.structs.replace(item, report=report)


def _works(sources: Sequence[str], task: AddTask) -> Iterator[Work]:
    for source in sources:
        if is_address(source):
            yield from taken_all([source], task)
            continue
        for found in inputs_of(source):
            if isinstance(found, InputError):
                yield found
            elif _is_one_report(found, task):
                # Opened by the process: taking a page apart takes longer than reading it.
                yield File(found.path, size_of_file(found.path))
            else:
                yield from taken_all([found.path], task)


def _is_one_report(found: Input, task: AddTask) -> bool:
    """Tell whether an input is a file of one report, as far as its name or the task tells."""
    told = task.options.format or SUFFIXES.get(found.suffix.lower())
    return told in ("text", "html") and os.path.isfile(found.path)


def _chunks(works: Iterable[Work], sizes: deque[int]) -> Iterator[list[Work]]:
    amounts = Amounts()
    for chunk in batches(works, _weight, CHUNK_SIZE):
        sizes.append(sum(map(amounts.of, chunk)))
        yield chunk


def _weight(work: Work) -> int:
    return work.size if isinstance(work, File) else size_of(work)
