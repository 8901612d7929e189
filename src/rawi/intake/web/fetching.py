"""One page of the web: asked for, followed through its redirects, read within its limits."""

from __future__ import annotations

from collections.abc import Callable
from http.client import HTTPException

import msgspec
from urllib3.exceptions import HTTPError

from rawi.errors import FetchError
from rawi.intake.web.answers import Fetched, answered, failed
from rawi.intake.web.bodies import ACCEPT_ENCODING, out_of_time
from rawi.intake.web.connections import connect
from rawi.intake.web.deadlines import Deadline
from rawi.intake.web.guard import Guard, Resolver
from rawi.intake.web.proxies import Proxies
from rawi.intake.web.urls import Url
from rawi.intake.web_options import WebOptions

HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"

BeforeHop = Callable[[Url], None]


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an address from the last time; None where nothing."""

    etag: str | None = None
    last_modified: str | None = None


class Fetcher:
    """Fetches pages within the limits of `options`; knows nothing of politeness.

    May be used by several threads.  `resolver` is for tests; None asks the system.
    """

    def __init__(self, options: WebOptions, resolver: Resolver | None = None) -> None:
        self.options = options
        self._guard = Guard(options.allow_private, resolver)
        self._proxies = Proxies() if options.use_proxies else None

    def fetch(
        self,
        url: Url,
        *,
        known: Known | None = None,
        accept: str = HTML,
        max_bytes: int | None = None,
        before: BeforeHop | None = None,
    ) -> Fetched:
        """Return what is at an address.

        `known` asks for it only where it changed since.  `before` is called before each
        request (the first, and each redirect), and may wait or raise.  Raises FetchError for
        all that the web may refuse, TooLargeError over the limit.
        """
        hop, seen = url, set[Url]()
        time_left = self.options.total_timeout
        limit = self.options.max_bytes if max_bytes is None else max_bytes
        while True:
            if before is not None:
                before(hop)
            deadline = Deadline(time_left)
            if deadline.is_past:
                raise out_of_time(str(url))
            answer = self._ask(hop, deadline, self._headers(known, accept), limit)
            if isinstance(answer, Fetched):
                return msgspec.structs.replace(answer, asked=url)
            time_left = deadline.left
            seen.add(hop)
            if answer in seen:
                raise FetchError(str(url), "redirects in a circle", status=302)
            if len(seen) > self.options.max_redirects:
                most = self.options.max_redirects
                raise FetchError(str(url), f"more than {most} redirects", status=302)
            hop = answer

    def _headers(self, known: Known | None, accept: str) -> dict[str, str]:
        headers = {
            "User-Agent": self.options.user_agent,
            "Accept": accept,
            "Accept-Encoding": ACCEPT_ENCODING,
            "Connection": "close",
        }
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        return headers

    def _ask(
        self, url: Url, deadline: Deadline, headers: dict[str, str], limit: int
    ) -> Fetched | Url:
        """Return what one request brings: the page, or where it redirects to."""
        try:
            return self._request(url, deadline, headers, limit)
        except (OSError, HTTPException, HTTPError) as error:
            if deadline.is_past:
                raise out_of_time(str(url)) from None
            raise failed(url, error) from None
        except ValueError as error:  # what http.client would not write or read
            raise FetchError(str(url), f"an answer that is no HTTP: {error}") from None

    def _request(
        self, url: Url, deadline: Deadline, headers: dict[str, str], limit: int
    ) -> Fetched | Url:
        proxy = self._proxies.of(url) if self._proxies else None
        connection = connect(url, self._guard, self.options, deadline, proxy)
        is_forwarded = proxy is not None and url.scheme == "http"
        told = {"Host": url.netloc, **headers}
        if proxy is not None and is_forwarded:
            told |= proxy.headers
        assert connection.sock is not None
        try:
            with deadline.ends(connection.sock):
                connection.request(
                    "GET",
                    str(url) if is_forwarded else url.target,
                    headers=told,
                    preload_content=False,
                    decode_content=False,
                )
                response = connection.getresponse()
                try:
                    return answered(response, url, deadline, limit)
                finally:
                    response.close()
        finally:
            connection.close()
