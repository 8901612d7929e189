"""Bringing statements up to date while a ledger is served, by a process beside the server.

What other programs add is traced there, and pages show what is traced so far: a request never
waits for somebody else's thousand reports.  What was decided or given here is traced before the
next answer, as long as it is little.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Lock
from typing import Any, Final

from rawi.errors import InputError, RawiError
from rawi.ledger.adding import Ready
from rawi.ledger.corrected import Correction
from rawi.ledger.ledger import Ledger
from rawi.ledger.listing import Untraced
from rawi.ledger.writing import Outcome
from rawi.records import Decision

#: Reports that are traced while a request waits, at most.
FEW: Final = 40
#: Seconds between two looks of the process beside, after how many without work it ends, and how
#: long what waits may wait while ever more is added: who adds and who traces keep each other out.
_LOOK, _IDLE, _AT_LATEST = 0.7, 60.0, 60.0
#: How far it stands back behind the server.
_NICE: Final = 10


class ServedLedger(Ledger):
    """A ledger that is served: nobody waits for what others added to it."""

    def __init__(self, where: str, *, create: bool, patience: float) -> None:
        super().__init__(where, create=create, patience=patience)
        self._beside = Beside(self.url.render_as_string(hide_password=False), patience)
        self._own = False

    def close(self) -> None:
        """Let go of the database, and end the process beside."""
        self._beside.close()
        super().close()

    def bring_up(self, progress: Any = None, *, jobs: int = 1) -> None:
        """Trace what was given here, where it is little; leave everything else to the process."""
        waiting = self.untraced()
        if not waiting.reports and not waiting.unfinished:
            self._own = False
            return
        if waiting.reports <= FEW and (self._own or waiting.never):
            super().bring_up(progress, jobs=jobs)
            self._own = False
            return
        self._beside.start()

    def keep(self, batch: Sequence[Ready]) -> list[Outcome | InputError]:
        """Keep what is ready; see `Ledger.keep`."""
        made = super().keep(batch)
        self._own = True
        return made

    def correct(self, *args: Any, **more: Any) -> Correction:
        """Decide about an attribution; see `Ledger.correct`."""
        made = super().correct(*args, **more)
        self._own = True
        return made

    def decide(self, *args: Any, **more: Any) -> Decision:
        """Decide about statements; see `Ledger.decide`."""
        made = super().decide(*args, **more)
        self._own = True
        return made

    def undo(self, *args: Any, **more: Any) -> Decision:
        """Take a decision back; see `Ledger.undo`."""
        made = super().undo(*args, **more)
        self._own = True
        return made


class Beside:
    """A process that brings the statements of a ledger up to date, and ends when it is idle."""

    def __init__(
        self, where: str, patience: float, work: Callable[[str, float, int], None] | None = None
    ) -> None:
        self._asked = (where, patience, os.getpid())
        self._work = work or _work
        self._lock = Lock()
        self._process: Any = None
        self._closed = False

    @property
    def runs(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.is_alive()

    def start(self) -> None:
        """Start it unless it runs."""
        with self._lock:
            if self._closed or self.runs:
                return
            # Not a copy of this process, whose threads and connections it must not have.
            spawn = multiprocessing.get_context("spawn")
            self._process = spawn.Process(target=self._work, args=self._asked, daemon=True)
            self._process.start()

    def close(self) -> None:
        """End it: what it has not finished is done by the next."""
        with self._lock:
            self._closed = True
            if self.runs:
                self._process.terminate()
                self._process.join()


def _work(where: str, patience: float, parent: int) -> None:
    """Bring up what there is to bring up, until there was nothing for a while."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends it
    if sys.platform != "win32":
        os.nice(_NICE)
    with Ledger(where, create=False, patience=patience) as ledger:
        last = time.monotonic()
        settling = Settling()
        while time.monotonic() - last < _IDLE and os.getppid() == parent:
            waiting = ledger.untraced()
            if settling.is_due(waiting, time.monotonic()):
                with suppress(RawiError):  # one that is busy is asked again
                    ledger.bring_up()
            if waiting.reports or waiting.unfinished:
                last = time.monotonic()
            time.sleep(_LOOK)


class Settling:
    """Tells when to trace: once nothing more is added, or when it has waited long."""

    def __init__(self) -> None:
        self._before: Untraced | None = None
        self._since = 0.0

    def is_due(self, waiting: Untraced, now: float) -> bool:
        """Tell it for what waits now; `now` are seconds of any clock that goes on."""
        before, self._before = self._before, waiting
        if not waiting.reports and not waiting.unfinished:
            self._before = None
            return False
        if before is None:
            self._since = now
            return False
        if waiting.reports != before.reports and now - self._since < _AT_LATEST:
            return False
        self._since = now
        return True
