"""The web, asked politely: what robots.txt allows, at a host's own pace, backing off."""

from __future__ import annotations

import time
from collections import Counter
from threading import Lock

from rawi.errors import FetchError
from rawi.intake.web.answers import Fetched
from rawi.intake.web.fetching import HTML, Fetcher, Known
from rawi.intake.web.guard import Resolver
from rawi.intake.web.pacing import Pace, Sleep
from rawi.intake.web.robots import ACCEPT, MAX_BYTES, Robots, RobotsStore
from rawi.intake.web.urls import Url
from rawi.intake.web_options import WebOptions

#: Pages in a row that a host gave no answer for before it is let alone, and for how long (s).
_FAILURES = 3
_REST = 300.0
#: However long a server asks to be let alone: a day.
_LONGEST_REST = 86_400.0
_BUSY = {429, 503}


class Web:
    """Fetches pages as a guest should; may be used by several threads.

    `sleep` does the waiting, and may raise to break it off.  `store` keeps robots.txt files
    from run to run, None for this run alone.  `resolver` is for tests.
    """

    def __init__(
        self,
        options: WebOptions,
        *,
        sleep: Sleep = time.sleep,
        store: RobotsStore | None = None,
        resolver: Resolver | None = None,
    ) -> None:
        self.options = options
        self.pace = Pace(sleep)
        self._fetcher = Fetcher(options, resolver)
        self._robots = Robots(self._fetch_robots, store)
        self._failures: Counter[str] = Counter()
        self._lock = Lock()

    def fetch(
        self,
        url: Url,
        *,
        known: Known | None = None,
        accept: str = HTML,
        max_bytes: int | None = None,
    ) -> Fetched:
        """Return what is at an address, after as much waiting as politeness asks for.

        A server that fails for now is asked again, `retries` times at most, where that is
        within `patience` seconds.  Raises FetchError and TooLargeError as `Fetcher.fetch`; a
        FetchError also where robots.txt forbids it, or the host asked to be let alone.
        """
        attempt = 0
        while True:
            asked: list[Url] = []
            try:
                fetched = self._fetcher.fetch(
                    url, known=known, accept=accept, max_bytes=max_bytes,
                    before=lambda hop, asked=asked: self._before(hop, asked),  # type: ignore[misc]
                )  # fmt: skip
            except FetchError as error:
                if not asked or not self._may_ask_again(asked[-1].host, error, attempt):
                    raise
                attempt += 1
                continue
            self._came(asked)
            return fetched

    def _before(self, url: Url, asked: list[Url]) -> None:
        """Wait until an address may be asked for, and note it; raise where it may not be."""
        try:
            self._check_rest(url)
            rules = self._robots.rules(url)
            if not rules.allow(url):
                raise FetchError(str(url), "its site does not allow it (robots.txt)")
        except FetchError:
            asked.clear()  # nobody was asked who could do better the next time
            raise
        self.pace.wait(url.host, max(self.options.delay, rules.delay))
        asked.append(url)

    def _check_rest(self, url: Url) -> None:
        rest = self.pace.blocked_for(url.host)
        if rest > self.options.patience:
            fault = f"{url.host} gave no answer, or asked for rest: let alone for {rest:.0f} s"
            raise FetchError(str(url), fault, temporary=True, retry_after=rest)

    def _fetch_robots(self, url: Url) -> Fetched:
        def before(hop: Url) -> None:
            self._check_rest(hop)
            self.pace.wait(hop.host, self.options.delay)

        return self._fetcher.fetch(url, accept=ACCEPT, max_bytes=MAX_BYTES, before=before)

    def _may_ask_again(self, host: str, error: FetchError, attempt: int) -> bool:
        """Tell whether to ask again, with the host let alone for as long as it takes."""
        if not error.temporary:
            return False
        rest = error.retry_after
        if rest is None:
            rest = self.pace.pause(attempt)
        again = attempt < self.options.retries and rest <= self.options.patience
        if again or (error.status in _BUSY and error.retry_after is not None):
            self.pace.block(host, min(rest, _LONGEST_REST))
        elif error.status in _BUSY:
            self.pace.block(host, _REST)
        elif error.status is None:
            self._gave_no_answer(host)
        return again

    def _gave_no_answer(self, host: str) -> None:
        with self._lock:
            self._failures[host] += 1
            is_gone = self._failures[host] >= _FAILURES
            if is_gone:
                del self._failures[host]
        if is_gone:
            self.pace.block(host, _REST)

    def _came(self, asked: list[Url]) -> None:
        with self._lock:
            for url in asked:
                self._failures.pop(url.host, None)
