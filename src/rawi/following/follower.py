"""Round after round: feeds first, then the pages that they led to."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from threading import Event

import msgspec

from rawi.errors import LedgerError
from rawi.following.crew import Sleeper
from rawi.following.feeds import Feeds
from rawi.following.pages import Pages
from rawi.following.tally import Tally
from rawi.intake.web.polite import Web
from rawi.intake.web.robots import GOOD_FOR, RobotsFile
from rawi.intake.web.urls import Url
from rawi.intake.web_options import WebOptions
from rawi.ledger.following import Following, Robots
from rawi.ledger.ledger import Ledger

#: Rounds begin up to this much of their time later, so that not all who follow come at once.
_JITTER = 0.1
#: However long a round took, a moment of rest before the next, in seconds.
_REST = 5.0
#: Rounds in a row that the ledger may spoil.
_FAILURES = 3
#: Characters of a robots.txt that is kept; a longer one is asked for in each run.
_LONGEST_ROBOTS = 50_000


class FollowOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How feeds are followed: `every` is the time from one round to the next, in seconds.

    `originals` tells whether pages' original bytes are kept.
    """

    every: float = 900.0
    originals: bool = True
    web: WebOptions = WebOptions()


class Follower:
    """Follows feeds into a ledger, until `stop` is set; `tell` is called with what went wrong."""

    def __init__(
        self,
        ledger: Ledger,
        urls: Sequence[Url],
        options: FollowOptions,
        stop: Event,
        tell: Callable[[str], None],
    ) -> None:
        self._urls, self._stop, self._every = urls, stop, options.every
        self._tell = tell
        self._following = Following(ledger)
        self._robots = _KeptRobots(self._following)
        web = Web(options.web, sleep=Sleeper(stop), store=self._robots)
        self._feeds = Feeds(web, self._following, options.every, stop, tell)
        self._pages = Pages(web, ledger, self._following, options.every, stop, tell)
        self._pages.originals = options.originals

    def round(self) -> Tally:
        """Go round once, and return what came of it.

        It takes about as long as the time between two rounds, where there is so much to do; half
        of that is for pages in any case.
        """
        tally = Tally()
        until = time.monotonic() + self._every
        try:
            self._feeds.ask(self._urls, until, tally)
            self._robots.keep()
            self._pages.fetch(max(until, time.monotonic() + self._every / 2), tally)
        finally:
            self._robots.keep()
        tally.waiting = self._following.count_waiting()
        return tally

    def rounds(self, on_round: Callable[[Tally], None]) -> None:
        """Go round after round until told to stop; `on_round` is called after each.

        A ledger that cannot be written to for now (another process is at it, its server
        starts anew) costs a round; raises LedgerError where it costs several in a row.
        """
        failures = 0
        while not self._stop.is_set():
            began = time.monotonic()
            try:
                on_round(self.round())
                failures = 0
            except LedgerError as error:
                failures += 1
                if failures == _FAILURES:
                    raise
                self._tell(f"{error}; the next round goes on")
            due = began + self._every * (1 + _JITTER * random.random())
            self._stop.wait(max(_REST, due - time.monotonic()))


class _KeptRobots:
    """The robots.txt of sites, from the ledger and back to it.

    Threads that fetch ask here; the ledger itself is used by the one that goes round alone.
    """

    def __init__(self, following: Following) -> None:
        self._following = following
        self._known = following.robots(int(time.time() - GOOD_FOR))
        self._new: dict[str, Robots] = {}

    def load(self, origin: str) -> RobotsFile | None:
        """Return what is kept of a site, None where nothing."""
        found = self._known.get(origin)
        return RobotsFile(found.text, float(found.at)) if found else None

    def save(self, origin: str, file: RobotsFile) -> None:
        """Have a robots.txt kept with the next `keep`."""
        if len(file.text) <= _LONGEST_ROBOTS:
            self._known[origin] = self._new[origin] = Robots(file.text, int(file.at))

    def keep(self) -> None:
        """Put into the ledger what is new."""
        while self._new:
            self._following.save_robots(*self._new.popitem())
