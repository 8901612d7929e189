"""Archives of the web (WARC, as crawlers and browsers write them) → Taken, a page each.

Needs fastwarc, which comes with `rawi[warc]`.  Common Crawl's CC-NEWS is read as it is.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import msgspec

from rawi.errors import FormatError, InputError, UnreadableError
from rawi.intake.limits import HEAD_BYTES, too_large
from rawi.intake.opened import Opened
from rawi.intake.origins import Items, Origin, guarded, taken
from rawi.intake.single import from_bytes
from rawi.intake.sniffing import format_of
from rawi.intake.warc_frames import Frame, Frames
from rawi.records import Taken

#: What may hold a page: an answer of a server, a page saved otherwise, the text taken from one.
_TYPES = frozenset({"response", "resource", "conversion"})

_FORMATS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_UNKNOWN = frozenset({"", "application/octet-stream", "unknown/unknown"})
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z")


def read_warc(source: Opened) -> Items:
    """Yield the pages and texts of an archive, and an InputError for each that cannot be read.

    A broken record is passed over with its offset and the reason.  What is no page (requests,
    images, errors of servers) is left out; how many, `tell` is told.  `max_bytes` is for
    one record.  Raises UnreadableError where fastwarc is not installed.
    """
    origin, limit = source.origin, source.options.max_bytes
    records = _library(origin.where)
    frames = Frames(source.stream, origin.where, limit, source.unpacker)
    others = 0
    for frame in frames.read(_TYPES.__contains__):
        if isinstance(frame, InputError):
            yield frame
            continue
        item = _item(records, frame, origin, limit)
        others += item is None
        if item is not None:
            yield item
    yield from _told(source, frames.passed.all, others + frames.passed.others)


def _told(source: Opened, records: int, others: int) -> Items:
    where = source.origin.where
    if not records:
        yield InputError(where, "empty: no record in it")
    elif others == records:
        yield InputError(where, f"no page in it: {records:,} records of other kinds")
    elif others and source.options.tell:
        source.options.tell(f"{where}: {others:,} records of other kinds than pages left out")


def _library(where: str) -> Any:
    try:
        from fastwarc import warc
    except ImportError:
        fault = "WARC needs fastwarc, which is not installed: pip install 'rawi[warc]'"
        raise UnreadableError(where, fault) from None
    return warc.WarcRecord


def _item(records: Any, frame: Frame, origin: Origin, limit: int) -> Taken | InputError | None:
    """Return the report of a record, or why it cannot be read; None where it holds no page."""
    where = f"{origin.where}:offset {frame.offset}"
    try:
        page = _page(records, frame, limit)
    except (OSError, ValueError, RuntimeError) as error:
        return FormatError(where, f"broken record: {str(error)[:200]}; passed over")
    if page is None:
        return None
    return guarded(where, partial(_taken, page, frame, origin, limit, where))


def _taken(page: _Page, frame: Frame, origin: Origin, limit: int, where: str) -> Taken:
    """Return the report of a page."""
    if len(page.body) > limit:
        raise too_large(where, limit, "the page")
    report = from_bytes(
        page.body, id=where, format=page.format, url=page.url, charset=page.charset,
        max_bytes=limit,
    )  # fmt: skip
    warnings = report.warnings
    if page.truncated:
        warnings = (*warnings, f"the archive holds only a part of this page ({page.truncated})")
    report = msgspec.structs.replace(
        report,
        id=page.url or f"{origin.stem}:{frame.offset}",
        url=report.url or page.url,
        warnings=warnings,
    )
    media_type = "text/html" if page.format == "html" else "text/plain"
    return taken(
        report, page.body, origin, media_type, record=frame.offset, fetched_at=page.fetched_at
    )


class _Page(msgspec.Struct, frozen=True):
    """What a record holds of use."""

    body: bytes
    format: str
    url: str | None
    charset: str | None
    fetched_at: str | None
    truncated: str | None


def _page(records: Any, frame: Frame, limit: int) -> _Page | None:
    """Return the page in a record, None where there is none."""
    record = records.from_bytes(frame.data)
    url = _address(record.headers.get("WARC-Target-URI"))
    content_type = (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    charset = None
    if frame.type == "response":
        if not record.is_http:
            return None
        record.parse_http(auto_decode="all", quirks_mode=True)
        status = record.http_headers.status_code if record.http_headers else None
        if not isinstance(status, int) or not 200 <= status < 300:
            return None
        content_type = (record.http_content_type or "").strip().lower()
        charset = record.http_charset
    if content_type not in _FORMATS and content_type not in _UNKNOWN:
        return None
    if url and urlsplit(url).path == "/robots.txt":
        return None
    body = record.reader.read(limit + 1)
    told = _FORMATS.get(content_type) or format_of(body[:HEAD_BYTES])
    if format_of(body[:HEAD_BYTES]) == "html":
        told = "html"
    if told not in ("html", "text") or (told == "text" and content_type in _UNKNOWN):
        return None
    date = _instant(record.headers.get("WARC-Date"))
    return _Page(body, told, url, charset, date, record.headers.get("WARC-Truncated"))


def _address(value: str | None) -> str | None:
    """Return an address; some write it in angle brackets."""
    value = (value or "").strip().removeprefix("<").removesuffix(">")
    try:
        urlsplit(value)
    except ValueError:
        return None
    return value if value and value.isprintable() else None


def _instant(value: str | None) -> str | None:
    """Return when a record was made as a UTC instant, None where it is written otherwise."""
    value = (value or "").strip()
    if _INSTANT.fullmatch(value):
        return value
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    return f"{found.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if found.tzinfo else None
