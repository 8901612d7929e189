"""The jobs of a server: a bounded queue, one thread that works it off, a bounded memory.

They live as long as the server does; what a job has kept is in the ledger, and giving the same
again does only what is left.
"""

from __future__ import annotations

import logging
import secrets
from collections import deque
from collections.abc import Sequence
from threading import Condition, Thread
from typing import Final

import msgspec

from rawi.errors import BusyError, InputError, RawiError
from rawi.ledger.ledger import Ledger
from rawi.web.adding import MOST, Outcome, Source, kept, skipped
from rawi.web.jobs.records import Event, Job, State

#: Jobs that wait, the bytes that they hold, and the jobs that are remembered after their end.
WAITING: Final = 16
WEIGHT: Final = 128_000_000
REMEMBERED: Final = 100
#: Seconds that the end of the server waits for the report at hand.
_LAST: Final = 10.0

#: How a job ended, and why where it failed.
_End = tuple[State, str | None]

_log = logging.getLogger("rawi.web")


class _Work:
    """A job with what it has still to do; touched under the lock of `Jobs` alone."""

    def __init__(self, sources: Sequence[Source], weight: int) -> None:
        self.job = Job(id=secrets.token_urlsafe(9), state="waiting", total=len(sources))
        self.sources: Sequence[Source] = sources
        self.weight = weight
        self.events: list[Event] = []
        self.cancelled = False

    def tell(self, state: State, outcome: Outcome | None = None, fault: str | None = None) -> None:
        """Note how far it is."""
        more = (outcome,) if outcome else ()
        self.job = msgspec.structs.replace(
            self.job, state=state, outcomes=(*self.job.outcomes, *more), fault=fault
        )
        told = Event(
            number=len(self.events) + 1,
            state=state,
            total=self.job.total,
            done=self.job.done,
            reports=len(self.job.outcomes),
            outcome=outcome,
            fault=fault,
        )
        self.events.append(told)
        if self.job.over:
            self.sources, self.weight = (), 0


class Jobs:
    """The jobs over one ledger.  May be used by several threads."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = Condition()
        self._all: dict[str, _Work] = {}
        self._queue: deque[_Work] = deque()
        self._thread: Thread | None = None
        self.closed = False

    def submit(self, sources: Sequence[Source], weight: int = 0) -> Job:
        """Queue sources that hold about so many bytes; raises BusyError where too much waits."""
        work = _Work(sources, weight)
        with self._lock:
            held = weight + sum(one.weight for one in self._all.values())
            if self.closed or len(self._queue) >= WAITING or (held > WEIGHT and self._queue):
                raise BusyError("too much waits to be read already: try again later")
            self._all[work.job.id] = work
            self._queue.append(work)
            self._forget()
            if self._thread is None:
                self._thread = Thread(target=self._run, name="rawi-jobs", daemon=True)
                self._thread.start()
            self._lock.notify_all()
        return work.job

    def every(self) -> list[Job]:
        """Return the jobs that are remembered, the latest first."""
        with self._lock:
            return [work.job for work in reversed(self._all.values())]

    def get(self, id: str) -> Job | None:
        """Return a job, None for one that is not remembered."""
        with self._lock:
            work = self._all.get(id)
            return work.job if work else None

    def events(self, id: str, after: int = 0) -> list[Event]:
        """Return what happened to a job after its event of a number, the earliest first."""
        with self._lock:
            work = self._all.get(id)
            return work.events[max(after, 0) :] if work else []

    def cancel(self, id: str) -> Job | None:
        """End a job before its next report; one that is over stays.  None where there is none."""
        with self._lock:
            work = self._all.get(id)
            if work is None:
                return None
            work.cancelled = True
            if work in self._queue:
                self._queue.remove(work)
                work.tell("cancelled")
            return work.job

    def close(self) -> None:
        """Take nothing more, let the report at hand be kept, and end."""
        with self._lock:
            self.closed = True
            self._lock.notify_all()
        if self._thread is not None:
            self._thread.join(_LAST)

    def _forget(self) -> None:
        over = [id for id, work in self._all.items() if work.job.over]
        for id in over[: max(0, len(over) - REMEMBERED)]:
            del self._all[id]

    def _run(self) -> None:
        while True:
            with self._lock:
                self._lock.wait_for(lambda: self.closed or self._queue)
                if self.closed:
                    return
                work = self._queue.popleft()
                work.tell("reading")
            try:
                state, fault = self._read(work)
            except RawiError as error:
                state, fault = "failed", str(error)
            except Exception as error:  # one job must not cost all others
                _log.error("a job: a fault of Rawi's own", exc_info=error)
                fault = "a fault of Rawi's own, which its log tells more of; please report it"
                state = "failed"
            with self._lock:
                work.tell(state, fault=fault)

    def _read(self, work: _Work) -> _End:
        """Read and keep what a job has, as long as nothing ends it; return how it ended."""
        for source in tuple(work.sources):
            for one in source():
                if work.cancelled:
                    return "cancelled", None
                if self.closed:
                    return "failed", "the server ended before all was read"
                if len(work.job.outcomes) >= MOST:
                    more = InputError("what was given", f"more than {MOST} reports: use rawi add")
                    with self._lock:
                        work.tell("reading", skipped(more))
                    return _read_whole(work.job)
                outcome = kept(self._ledger, one)
                with self._lock:
                    work.tell("reading", outcome)
            with self._lock:
                work.job = msgspec.structs.replace(work.job, done=work.job.done + 1)
        return _read_whole(work.job)


def _read_whole(job: Job) -> _End:
    """Return how a job ended that nothing broke off."""
    if any(one.fault is None for one in job.outcomes):
        return "done", None
    return "failed", "no report could be read" if job.outcomes else "no report in it"
