"""Fetching for several hosts at a time, for each of them one request after the other."""

from __future__ import annotations

import heapq
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from queue import Empty, Full, Queue
from threading import Event, Lock, Thread
from typing import Generic, TypeVar

import msgspec

from rawi.errors import InputError
from rawi.intake.web.answers import Fetched
from rawi.intake.web.fetching import Known
from rawi.intake.web.polite import Web
from rawi.intake.web.urls import Url

#: Hosts that are asked at the same time.
WORKERS = 8
#: Pages that may lie here and wait to be kept, so that memory stays bounded.
_AHEAD = 4
#: How often it is looked whether to stop, in seconds.
_STEP = 0.1

Tag = TypeVar("Tag")


class Stopped(Exception):
    """Whoever follows was told to stop while it waited for a host's turn."""


class Wanted(msgspec.Struct, Generic[Tag], frozen=True, kw_only=True):
    """Something to fetch; `tag` tells whoever asked what it is.  See `Web.fetch`."""

    url: Url
    tag: Tag
    accept: str
    known: Known | None = None
    max_bytes: int | None = None


Got = tuple[Wanted[Tag], Fetched | InputError]


class Sleeper:
    """Waits, and raises Stopped where `stop` is set."""

    def __init__(self, stop: Event) -> None:
        self._stop = stop

    def __call__(self, seconds: float) -> None:
        """Wait for some seconds."""
        if self._stop.wait(seconds):
            raise Stopped


def fetch_all(
    web: Web, wanted: Sequence[Wanted[Tag]], stop: Event, until: float | None = None
) -> Generator[Got[Tag], None, None]:
    """Yield what comes of all that is wanted, as it comes.

    No request begins once `stop` is set or the time `until` (`time.monotonic`) is past: what
    was not asked for then is left out.  A host's own are fetched in their order.  To be closed
    by whoever does not take all.
    """
    crew = _Crew(web, wanted, stop, until)
    try:
        yield from crew.results()
    finally:
        crew.dismiss()


class _Crew(Generic[Tag]):
    def __init__(
        self, web: Web, wanted: Sequence[Wanted[Tag]], stop: Event, until: float | None
    ) -> None:
        self._web, self._stop, self._until = web, stop, until
        self._waiting: dict[str, deque[Wanted[Tag]]] = {}
        for one in wanted:
            self._waiting.setdefault(one.url.host, deque()).append(one)
        # Whose turn it is: the host that may be asked first.
        self._turns = [(0.0, number, host) for number, host in enumerate(self._waiting)]
        self._number = len(self._turns)
        self._lock = Lock()
        self._done = Event()
        # None from each that has no more to do.
        self._results: Queue[Got[Tag] | BaseException | None] = Queue(_AHEAD)
        self._workers = [
            Thread(target=self._work, daemon=True) for _ in range(min(WORKERS, len(self._turns)))
        ]

    def results(self) -> Iterator[Got[Tag]]:
        for worker in self._workers:
            worker.start()
        at_work = len(self._workers)
        while at_work:
            try:
                result = self._results.get(timeout=_STEP)
            except Empty:
                if self._stop.is_set():  # who is still waiting for a server is not waited for
                    return
                continue
            if isinstance(result, BaseException):
                raise result
            if result is None:
                at_work -= 1
            else:
                yield result

    def dismiss(self) -> None:
        """Let nobody begin anything more; what is under way ends by itself."""
        self._done.set()

    @property
    def _is_over(self) -> bool:
        if self._stop.is_set() or self._done.is_set():
            return True
        return self._until is not None and time.monotonic() >= self._until

    def _work(self) -> None:
        try:
            while not self._is_over and (host := self._next_host()):
                one = self._waiting[host].popleft()
                self._hand_over((one, self._fetched(one)))
                self._requeue(host)
        except Stopped:
            pass
        except BaseException as error:
            self._hand_over(error)
        self._hand_over(None)

    def _next_host(self) -> str | None:
        with self._lock:
            return heapq.heappop(self._turns)[2] if self._turns else None

    def _requeue(self, host: str) -> None:
        turn = self._web.pace.turn(host)
        if self._until is not None and turn >= self._until:
            return  # its turn would come too late
        with self._lock:
            if self._waiting[host]:
                self._number += 1
                heapq.heappush(self._turns, (turn, self._number, host))

    def _fetched(self, one: Wanted[Tag]) -> Fetched | InputError:
        try:
            return self._web.fetch(
                one.url, known=one.known, accept=one.accept, max_bytes=one.max_bytes
            )
        except InputError as error:
            return error

    def _hand_over(self, result: Got[Tag] | BaseException | None) -> None:
        while not self._done.is_set():
            try:
                self._results.put(result, timeout=_STEP)
                return
            except Full:  # whoever keeps the pages is slower than those who fetch
                continue
