"""When a host may be asked again: one request at a time, with pauses between."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from threading import Lock

Sleep = Callable[[float], object]

#: A pause is up to this much longer than asked for, so that requests do not fall into step.
JITTER = 0.3
#: Hosts that are remembered before those are forgotten that may be asked in any case.
_MOST_HOSTS = 10_000


class Pace:
    """The next moment for each host; all times are in seconds.

    May be used by several threads.  `sleep` waits, and may raise to break the waiting off.
    """

    def __init__(self, sleep: Sleep = time.sleep, seed: int | None = None) -> None:
        self._sleep = sleep
        self._next: dict[str, float] = {}
        self._blocked: dict[str, float] = {}
        self._lock = Lock()
        self._random = random.Random(seed)

    def wait(self, host: str, delay: float) -> None:
        """Wait until a host may be asked, and take that moment: `delay` is from it to the next."""
        with self._lock:
            now = time.monotonic()
            moment = max(now, self._next.get(host, now), self._blocked.get(host, now))
            self._next[host] = moment + delay * (1 + JITTER * self._random.random())
            self._forget(now)
        if moment > now:
            self._sleep(moment - now)

    def block(self, host: str, seconds: float) -> None:
        """Let a host alone for some time from now on; a longer time that was set stays."""
        with self._lock:
            until = time.monotonic() + seconds
            self._blocked[host] = max(until, self._blocked.get(host, until))

    def turn(self, host: str) -> float:
        """Return the moment (`time.monotonic`) from which a host may be asked, 0 for at once."""
        return max(self._next.get(host, 0.0), self._blocked.get(host, 0.0))

    def blocked_for(self, host: str) -> float:
        """Return for how long a host is to be let alone yet, 0 where it is not."""
        return max(0.0, self._blocked.get(host, 0.0) - time.monotonic())

    def pause(self, attempt: int) -> float:
        """Return how long to wait after the attempt of that number (from 0) before the next."""
        return (1 + self._random.random()) * 2.0**attempt

    def _forget(self, now: float) -> None:
        if len(self._next) > _MOST_HOSTS:
            self._next = {host: at for host, at in self._next.items() if at > now}
            self._blocked = {host: at for host, at in self._blocked.items() if at > now}
