"""What comes back for a request: a page, a redirect, or why there is none."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote

import msgspec
from urllib3.response import BaseHTTPResponse

from rawi.errors import FetchError
from rawi.intake.web.bodies import out_of_time, read_body
from rawi.intake.web.deadlines import Deadline
from rawi.intake.web.urls import Url, join

_NOT_MODIFIED = 304
_REDIRECTS = {301, 302, 303, 307, 308}
_TEMPORARY = {408, 425, 429, 500, 502, 503, 504}
_GOOD = {200, 203}
_MEANINGS = {
    400: "the server takes the request for a faulty one",
    401: "the page wants a name and a password",
    402: "the page wants to be paid for",
    403: "the server refuses it",
    404: "there is no such page",
    410: "the page was taken away",
    429: "the server asks for fewer requests",
    451: "the page is withheld for legal reasons",
    503: "the server is overloaded or at rest",
}
#: Kinds of content that hold no text: not even their first byte is fetched.
_NO_TEXT = ("image/", "audio/", "video/", "font/", "application/pdf")
_LONGEST_HEADER = 1000


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an address.

    `url` is where it was found in the end, `asked` where it was looked for.  `body` is the content,
    unpacked; empty where `is_new` is false: nothing changed since the `etag` or the
    `last_modified` that were sent.  Those two are as the server gives them, None where it does not.
    `media_type` is like "text/html", None where not told; `charset` likewise.  `fetched_at` is UTC.
    """

    asked: Url
    url: Url
    body: bytes = b""
    is_new: bool = True
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    fetched_at: str


def answered(response: BaseHTTPResponse, url: Url, deadline: Deadline, limit: int) -> Fetched | Url:
    """Return the page of an answer, or where it redirects to; raises FetchError for all else."""
    if deadline.is_past:  # what came may have been cut off
        raise out_of_time(str(url))
    status, headers = response.status, response.headers
    if status in _REDIRECTS:
        location = headers.get("location")
        if not location:
            raise FetchError(str(url), f"a redirect ({status}) that leads nowhere", status=status)
        return join(url, _readable(location))
    is_new = status != _NOT_MODIFIED
    if is_new and status not in _GOOD:
        raise _refused(url, status, headers)
    media_type, charset = _content_type(headers.get("content-type", ""))
    if media_type and media_type.startswith(_NO_TEXT):
        raise FetchError(str(url), f"{media_type} is no text", status=status)
    return Fetched(
        asked=url,
        url=url,
        body=read_body(response, str(url), limit, deadline) if is_new else b"",
        is_new=is_new,
        media_type=media_type,
        charset=charset,
        etag=_kept(headers.get("etag")),
        last_modified=_kept(headers.get("last-modified")),
        fetched_at=now(),
    )


def now() -> str:
    """Return the time: "2024-08-21T09:30:00Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _readable(location: str) -> str:
    """Return a redirect's address, of which headers know Latin letters alone."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return quote(location, safe="%/:=&?#+,;@!$'()*~[]", encoding="latin-1", errors="replace")


def _kept(header: str | None) -> str | None:
    """Return a header that is to be sent back some day, None for what no honest one is."""
    if not header or len(header) > _LONGEST_HEADER or not header.isprintable():
        return None
    return header if header.isascii() else None


def _content_type(header: str) -> tuple[str | None, str | None]:
    media_type, *parameters = header.split(";")
    charset = None
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = value.partition(",")[0].strip().strip("\"'").lower() or None
    # A header that comes twice is read as one with a comma.
    return media_type.partition(",")[0].strip().lower()[:100] or None, charset


def _refused(url: Url, status: int, headers: Mapping[str, str]) -> FetchError:
    meaning = _MEANINGS.get(status)
    if meaning is None:
        meaning = "the server failed" if status >= 500 else "the server gives no page"
    return FetchError(
        str(url),
        f"{meaning} (HTTP status {status})",
        temporary=status in _TEMPORARY,
        status=status,
        retry_after=_retry_after(headers.get("retry-after")),
    )


def _retry_after(header: str | None) -> float | None:
    """Return the seconds that a server asks to be left alone, None where it does not."""
    if not header or len(header) > _LONGEST_HEADER:
        return None
    header = header.strip()
    if header.isascii() and header.isdigit():
        return float(header[:9])
    try:
        until = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())


def failed(url: Url, error: Exception) -> FetchError:
    """Return the error for a connection that failed."""
    causes = [error, *error.args, getattr(error, "reason", None), error.__cause__]
    if verify := next(
        (one for one in causes if isinstance(one, ssl.SSLCertVerificationError)), None
    ):
        return FetchError(str(url), f"its certificate is not valid: {verify.verify_message}")
    if any(isinstance(one, ssl.SSLError) for one in causes):
        return FetchError(str(url), f"no secure connection: {_short(error)}", temporary=True)
    if isinstance(error, TimeoutError) or "timed out" in str(error):
        return FetchError(str(url), "no answer in time", temporary=True)
    if any(isinstance(one, ConnectionRefusedError) for one in causes) or "refused" in str(error):
        return FetchError(str(url), "the connection was refused", temporary=True)
    return FetchError(str(url), f"the connection failed: {_short(error)}", temporary=True)


def _short(error: Exception) -> str:
    text = str(error) or type(error).__name__
    return text if len(text) <= 200 else f"{text[:200]}…"
