"""Work handed to several processes, its results in the order in which it came.

Every process has a pipe of its own and one piece of work at a time: there is no
lock that a process could die with, and no pipe that both ends write to at once,
so a run can be broken off at any moment.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from rawi.errors import RawiError

Work = TypeVar("Work")
Result = TypeVar("Result")

#: Pieces of work for each process that may wait to be given out in their turn: none idles
#: behind a slow one, and memory stays bounded.
AHEAD = 4
#: How long a process that is told to end may take, in seconds.
PATIENCE = 1.0


@dataclass(frozen=True)
class _Failed:
    """What comes back in the place of a result."""

    error: RawiError


class Processes(Generic[Work, Result]):
    """`jobs` processes that turn work into results; a context, ended at once when left."""

    def __init__(self, jobs: int, do: Callable[[Work], Result]) -> None:
        self._window = AHEAD * jobs
        self._idle: list[Connection] = []
        self._busy: dict[Connection, int] = {}
        self._jobs, self._do = jobs, do
        self._children: list[multiprocessing.Process] = []

    def _start(self) -> multiprocessing.Process:
        ours, theirs = multiprocessing.Pipe()
        child = multiprocessing.Process(target=_serve, args=(theirs, self._do), daemon=True)
        child.start()
        # Held by the child alone, so that its death can be seen here.
        theirs.close()
        self._idle.append(ours)
        return child

    def __enter__(self) -> Processes[Work, Result]:
        try:
            with _no_interrupt():
                for _ in range(self._jobs):
                    self._children.append(self._start())
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for child in self._children:
            child.terminate()
        for child in self._children:
            child.join(PATIENCE)
            if child.is_alive():
                child.kill()
                child.join()

    def ordered(self, works: Iterator[Work]) -> Iterator[Result]:
        """Yield the results in the order of the works, which are taken as they are needed.

        Raises `RawiError` where a process ends before its work is done, and what a process raises
        of that kind.
        """
        ready: dict[int, Result] = {}
        taken = given = 0
        more = True
        while more or self._busy:
            while more and self._idle and taken - given < self._window:
                work = next(works, None)
                more = work is not None
                if more:
                    self._hand_over(work, taken)
                    taken += 1
            if self._busy:
                ready |= self._finished()
            while given in ready:
                yield ready.pop(given)
                given += 1

    def _hand_over(self, work: Any, number: int) -> None:
        connection = self._idle.pop()
        self._busy[connection] = number
        connection.send(work)

    def _finished(self) -> dict[int, Result]:
        """Wait for a process to finish; return what is finished, by its number."""
        finished = {}
        for connection in wait(list(self._busy)):
            assert isinstance(connection, Connection)
            number = self._busy.pop(connection)
            try:
                result = connection.recv()
            except (EOFError, ConnectionError):
                raise RawiError(
                    "a process that was reading reports ended before it was done; "
                    "there may be too little memory for so many jobs"
                ) from None
            if isinstance(result, _Failed):
                raise result.error
            finished[number] = result
            self._idle.append(connection)
        return finished


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Hold an interrupt back while processes start: none is to be left half-started.

    A process that is copied meanwhile holds it back, too, until it ignores it.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, do: Callable[[Any], Any]) -> None:
    # An interrupt is left to the process that waits: it ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None
    while True:
        # Killed, the parent leaves its end of the pipe open: this process was given a copy.
        wait([connection, parent.sentinel])
        if not connection.poll():
            return
        try:
            connection.send(_done(do, connection.recv()))
        except (EOFError, ConnectionError):
            return


def _done(do: Callable[[Any], Any], work: Any) -> Any:
    try:
        return do(work)
    except RawiError as error:
        return _Failed(error)
