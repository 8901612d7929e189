"""What a site's robots.txt lets Rawi fetch (RFC 9309), and how fast."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Protocol

import msgspec
from protego import Protego

from rawi.errors import FetchError, TooLargeError
from rawi.intake.web.answers import Fetched
from rawi.intake.web.urls import Url, parse
from rawi.intake.web_options import PRODUCT

ACCEPT = "text/plain,*/*;q=0.5"
#: RFC 9309 wants 500 KiB read at least; whoever needs more has something else in mind.
MAX_BYTES = 512_000
#: No longer than a day, as the RFC has it; where there was no answer, soon again.
GOOD_FOR = 24 * 3600.0
_RETRY_AFTER = 600.0
#: A site that asks for more than this between two requests gets this.
LONGEST_DELAY = 300.0
#: Characters of robots.txt that are held taken apart: each costs 16 bytes, of rules with
#: asterisks 75.
_MOST_TEXT = 2_000_000
_TOO_MANY = 429


class RobotsFile(msgspec.Struct, frozen=True):
    """A robots.txt as it was found: "" where the site has none; `at` in seconds since 1970."""

    text: str
    at: float


class RobotsStore(Protocol):
    """Where robots.txt files are kept from one run to the next."""

    def load(self, origin: str) -> RobotsFile | None:
        """Return what is kept of a site, None where nothing."""

    def save(self, origin: str, file: RobotsFile) -> None:
        """Keep what was found of a site."""


class Rules:
    """What one site allows."""

    def __init__(self, text: str) -> None:
        self._parsed = Protego.parse(text)
        #: What it costs to hold them, in characters.
        self.size = len(text) + 1000

    def allow(self, url: Url) -> bool:
        """Tell whether Rawi may fetch an address of the site."""
        return self._parsed.can_fetch(str(url), PRODUCT)

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two requests, at most LONGEST_DELAY; 0 for none."""
        delay = self._parsed.crawl_delay(PRODUCT) or 0.0
        if rate := self._parsed.request_rate(PRODUCT):
            delay = max(delay, rate.seconds / max(rate.requests, 1))
        return min(delay, LONGEST_DELAY) if math.isfinite(delay) and delay > 0 else 0.0


class Robots:
    """The rules of the sites that were asked; `fetch` gets a robots.txt.

    May be used by several threads.
    """

    def __init__(self, fetch: Callable[[Url], Fetched], store: RobotsStore | None = None) -> None:
        self._fetch, self._store = fetch, store
        self._known: OrderedDict[str, tuple[Rules | FetchError, float]] = OrderedDict()
        self._lock = Lock()

    def rules(self, url: Url) -> Rules:
        """Return the rules for an address's site.

        Raises FetchError where its robots.txt cannot be had: a site that is in trouble is let
        alone until it tells what it allows.
        """
        origin = url.origin
        with self._lock:
            found, until = self._known.get(origin, (None, 0.0))
        if found is None or until <= time.time():
            found, until = self._found(origin)
            with self._lock:
                self._hold(origin, found, until)
        if isinstance(found, FetchError):
            raise found
        return found

    def _hold(self, origin: str, found: Rules | FetchError, until: float) -> None:
        """Hold what was found of a site, and let go of those that were found first."""
        self._known.pop(origin, None)
        self._known[origin] = found, until
        while len(self._known) > 1 and sum(map(_size, self._known.values())) > _MOST_TEXT:
            self._known.popitem(last=False)

    def _found(self, origin: str) -> tuple[Rules | FetchError, float]:
        now = time.time()
        kept = self._store.load(origin) if self._store is not None else None
        if kept is not None and 0 <= now - kept.at < GOOD_FOR:
            return Rules(kept.text), kept.at + GOOD_FOR
        try:
            text = self._text(parse(f"{origin}/robots.txt"))
        except FetchError as error:
            fault = f"its robots.txt cannot be had, so it is let alone: {error.fault}"
            told = FetchError(error.where, fault, temporary=error.temporary, status=error.status,
                              retry_after=error.retry_after)  # fmt: skip
            return told, now + min(max(_RETRY_AFTER, error.retry_after or 0.0), GOOD_FOR)
        if self._store is not None:
            self._store.save(origin, RobotsFile(text, now))
        return Rules(text), now + GOOD_FOR

    def _text(self, url: Url) -> str:
        """Return a robots.txt, "" where the site has none."""
        try:
            body = self._fetch(url).body
        except TooLargeError as error:
            raise FetchError(error.where, f"over {MAX_BYTES:,} bytes") from None
        except FetchError as error:
            # Any answer but "in trouble" and "too many requests" says that there is none.
            if error.status is None or error.status >= 500 or error.status == _TOO_MANY:
                raise
            return ""
        return body.decode("utf-8", "replace").removeprefix("\ufeff")


def _size(known: tuple[Rules | FetchError, float]) -> int:
    return known[0].size if isinstance(known[0], Rules) else 1000
