"""One round's pages: fetched, added to the ledger, and never fetched again."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from threading import Event

from rawi.errors import FetchError, InputError
from rawi.following.crew import Wanted, fetch_all
from rawi.following.tally import Tally
from rawi.intake.options import TakeOptions
from rawi.intake.web.answers import Fetched
from rawi.intake.web.fetching import HTML
from rawi.intake.web.pages import is_front, take_fetched
from rawi.intake.web.polite import Web
from rawi.intake.web.urls import parse
from rawi.ledger.following import Following, Page
from rawi.ledger.ledger import Ledger

#: How often a page is tried that a server could not give: with rounds of a quarter of an hour for
#: more than a day, so that a site's bad day costs no page.
TRIES = 8
_LONGEST_WAIT = 86_400
_HTML = {"text/html", "application/xhtml+xml", "application/xml", "text/xml", None}
_TEXT = {"text/plain"}

Tell = Callable[[str], None]


class Pages:
    """Fetches the pages that wait and adds them; `every` is the time between rounds, in seconds."""

    def __init__(
        self, web: Web, ledger: Ledger, following: Following, every: float, stop: Event, tell: Tell
    ) -> None:
        self._web, self._ledger, self._following = web, ledger, following
        self._every, self._stop, self._tell = every, stop, tell
        self.originals = True

    def fetch(self, until: float, tally: Tally) -> None:
        """Fetch what waits, until a moment of `time.monotonic`; what is left waits on."""
        waiting = self._following.waiting(int(time.time()))
        wanted = [
            Wanted(
                url=parse(page.url), tag=page, accept=HTML, max_bytes=self._web.options.max_bytes
            )
            for page in waiting
        ]
        with closing(fetch_all(self._web, wanted, self._stop, until)) as results:
            for one, result in results:
                try:
                    if isinstance(result, InputError):
                        raise result
                    self._keep(one.tag, result, tally)
                except InputError as error:
                    self._failed(one.tag, error, tally)

    def _keep(self, page: Page, fetched: Fetched, tally: Tally) -> None:
        """Add what came of a page; raises InputError for what is no report."""
        options = TakeOptions(format=_format(fetched), max_bytes=self._web.options.max_bytes)
        skipped: list[InputError] = []
        added = self._ledger.add(
            take_fetched(fetched, options), originals=self.originals, on_skip=skipped.append
        )
        if skipped:
            raise skipped[0]
        # After the report: what is broken off between is fetched once more, and known then.
        self._following.settle(page, "kept")
        tally.added += added.added
        tally.changed += added.changed
        tally.known += added.known

    def _failed(self, page: Page, error: InputError, tally: Tally) -> None:
        is_temporary = isinstance(error, FetchError) and error.temporary
        tries = page.tries + 1
        if is_temporary and isinstance(error, FetchError) and _is_resting(error):
            tries = page.tries  # nobody was asked
        if not is_temporary or tries >= TRIES:
            tally.refused += 1
            self._tell(str(error))
            self._following.settle(page, "refused", error.fault)
            return
        tally.later += 1
        wait = min(self._every * (2.0**page.tries - 0.5), _LONGEST_WAIT)
        if isinstance(error, FetchError) and error.retry_after is not None:
            wait = max(wait, min(error.retry_after, _LONGEST_WAIT))
        self._following.put_off(page, int(time.time() + wait), error.fault, tries=tries)


def _is_resting(error: FetchError) -> bool:
    """Tell whether a page was not asked for at all, since its host is let alone."""
    return error.status is None and error.retry_after is not None


def _format(fetched: Fetched) -> str:
    """Return what a page is to be read as; raises FetchError for what is none."""
    if is_front(fetched.url) and not is_front(fetched.asked):
        raise FetchError(str(fetched.asked), "it leads to its site's front page: it is gone")
    if fetched.media_type in _TEXT:
        return "text"
    if fetched.media_type not in _HTML:
        raise FetchError(str(fetched.asked), f"{fetched.media_type} is no page")
    return "html"
