"""One round's feeds: asked where something is new, the pages that they lead to noted."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from threading import Event

from msgspec.structs import replace

from rawi.errors import FetchError, InputError, TooLargeError
from rawi.following.crew import Wanted, fetch_all
from rawi.following.sources import MAX_BYTES
from rawi.following.tally import Tally
from rawi.intake.web.answers import Fetched
from rawi.intake.web.fetching import Known
from rawi.intake.web.links import Document, read_document
from rawi.intake.web.polite import Web
from rawi.intake.web.urls import Url, key, parse, show
from rawi.ledger.following import Feed, Following, Link

ACCEPT = (
    "application/rss+xml,application/atom+xml,application/feed+json;q=0.9,"
    "application/xml;q=0.8,text/xml;q=0.8,text/html;q=0.7,*/*;q=0.5"
)
#: A list may name lists, or pages that name feeds: no further down than this.
_DEPTH = 3
#: A feed that fails is asked ever more rarely, but once in a day, in seconds.
_LONGEST_REST = 86_400
#: Refused links of one feed that are named one by one.
_NAMED = 3

Tell = Callable[[str], None]


class Feeds:
    """Asks the feeds of a round; `every` is the time between two rounds, in seconds."""

    def __init__(
        self, web: Web, following: Following, every: float, stop: Event, tell: Tell
    ) -> None:
        self._web, self._following, self._stop, self._tell = web, following, stop, tell
        self._every = every

    def ask(self, urls: Sequence[Url], until: float, tally: Tally) -> None:
        """Ask for what is new, from the addresses and from what they name in their turn.

        What was not asked for at the time `until` (`time.monotonic`) is first the next time.
        """
        asked: set[Url] = set()
        for depth in range(_DEPTH + 1):
            urls = [url for url in dict.fromkeys(urls) if url not in asked]
            if not urls or self._stop.is_set():
                return
            asked.update(urls)
            urls = list(self._level(urls, depth, until, tally))

    def _level(self, urls: Sequence[Url], depth: int, until: float, tally: Tally) -> Iterator[Url]:
        """Ask for some; yield what they name."""
        now = int(time.time())
        feeds = [(url, self._following.feed(str(url))) for url in urls]
        feeds.sort(key=lambda one: one[1].asked_at)  # in the order given where they are new
        wanted = [
            Wanted(url=url, tag=feed, accept=ACCEPT, max_bytes=MAX_BYTES,
                   known=Known(etag=feed.etag, last_modified=feed.last_modified))
            for url, feed in feeds if feed.rest_until <= now
        ]  # fmt: skip
        named = {feed.url: feed.links or () for _, feed in feeds}
        with closing(fetch_all(self._web, wanted, self._stop, until)) as results:
            for one, result in results:
                tally.feeds += 1
                feed = self._came(one.tag, result, depth, tally)
                named[feed.url] = feed.links or ()
        for links in named.values():
            yield from map(parse, links)

    def _came(self, feed: Feed, result: Fetched | InputError, depth: int, tally: Tally) -> Feed:
        """Keep what came of a feed; return it as it is now."""
        try:
            if isinstance(result, InputError):
                raise result
            feed = self._good(feed, result, depth, tally)
        except TooLargeError:
            error = InputError(show(feed.url), f"a feed of more than {MAX_BYTES:,} bytes")
            feed = self._failed(feed, error, tally)
        except InputError as error:
            feed = self._failed(feed, error, tally)
        # Last, so that whatever comes between, nothing that the feed told is lost.
        self._following.save_feed(feed)
        return feed

    def _good(self, feed: Feed, fetched: Fetched, depth: int, tally: Tally) -> Feed:
        now = int(time.time())
        feed = replace(feed, asked_at=now, failures=0, rest_until=0, fault=None)
        if not fetched.is_new:
            return feed
        document = read_document(fetched.body, feed.url, base=fetched.url, charset=fetched.charset)
        self._complain(feed, document)
        if document.kind == "feed":
            links = [Link(str(url), key(url)) for url in document.pages]
            tally.found += self._following.found(links, now)
            named = None
        elif not document.feeds:
            raise InputError(feed.url, "neither a feed nor a page or list that names any")
        elif depth == _DEPTH:
            raise InputError(feed.url, "a list in a list in a list: name its feeds yourself")
        else:
            named = tuple(map(str, document.feeds))
        return replace(feed, links=named, etag=fetched.etag, last_modified=fetched.last_modified)

    def _failed(self, feed: Feed, error: InputError, tally: Tally) -> Feed:
        """Return a feed that gave nothing: it rests, the longer the more often that was so."""
        tally.failed += 1
        self._tell(str(error))
        now = int(time.time())
        # Half a round less: it is to be there again in one of the next.
        rest = min(self._every * (2.0 ** min(feed.failures, 20) - 0.5), _LONGEST_REST)
        if isinstance(error, FetchError) and error.retry_after is not None:
            rest = max(rest, min(error.retry_after, _LONGEST_REST))
        return replace(
            feed,
            asked_at=now,
            failures=feed.failures + 1,
            rest_until=now + int(rest),
            fault=error.fault,
        )

    def _complain(self, feed: Feed, document: Document) -> None:
        for error in document.refused[:_NAMED]:
            self._tell(f"{show(feed.url)}: a link that is not followed: {error}")
        if more := len(document.refused) - _NAMED:
            if more > 0:
                self._tell(f"{show(feed.url)}: {more:,} more links that are not followed")
