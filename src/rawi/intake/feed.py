"""RSS and Atom → Taken, an entry each: its full content where it is there, else its summary."""

from __future__ import annotations

import io
import re
import time
from functools import partial
from typing import Any

import msgspec

from rawi.errors import FormatError, InputError, TooLargeError
from rawi.intake.addresses import is_address
from rawi.intake.claims import language_code, told_language
from rawi.intake.html_text import html_text
from rawi.intake.limits import too_large
from rawi.intake.opened import Opened
from rawi.intake.origins import Items, Origin, guarded, taken
from rawi.intake.published import from_page
from rawi.intake.publishers import publisher_at
from rawi.intake.text import check_text, lone_surrogate
from rawi.intake.xml_safe import xml_utf8
from rawi.records import Report, Taken

_TAGS = re.compile(rb"<(/?)((?:[\w.-]{1,40}:)?(?:item|entry))(?=[\s/>])")
_MEDIA_TYPES = {"atom": "application/atom+xml", "rss": "application/rss+xml"}
#: The parser of feeds takes some 20 µs for a tag, 3 µs for a reference (&amp;), and more for what
#: is nested deeply: no feed is to take more than ten seconds.  An entry has ten tags or so.
_MOST_TAGS = 200_000
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}:\S")
_MOST_LINE = 2_000


def read_feed(source: Opened) -> Items:
    """Yield the reports of a feed, and an InputError for each entry that has no text.

    A feed is read as a whole, so `max_bytes` is for all of it.  An entry is told by its link, as
    the page that it leads to; a guid that is a URI but no address (`tag:…`, `urn:…`) is the id
    of its report.  The bytes of a report are its entry, in UTF-8.  Raises TooLargeError,
    EncodingError, FormatError for what is no feed.
    """
    where, limit = source.origin.where, source.options.max_bytes
    data = source.stream.read(limit + 1)
    if len(data) > limit:
        raise too_large(where, limit, "a feed is read as a whole: it")
    whole = xml_utf8(data, where, source.origin.charset)
    if whole.count(b"<") + whole.count(b"&") // 4 > _MOST_TAGS:
        raise TooLargeError(where, f"a feed of more than {_MOST_TAGS:,} tags, or references")
    parsed = _parsed(whole, where)
    entries = parsed.get("entries", [])
    if not entries:
        if not parsed.get("version"):
            reason = str(parsed.get("bozo_exception") or "nothing in it is one")[:200]
            raise FormatError(where, f"not a feed that can be read: {reason}")
        raise InputError(where, "empty: a feed without entries")
    yield from _items(entries, parsed, _originals(whole, entries), source.origin)


def _parsed(whole: bytes, where: str) -> Any:
    """Return what the parser of feeds makes of one; it fetches nothing of a stream.

    The text of entries is taken out of the mark-up later, so cleaning it is left out.
    """
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        return feedparser.parse(
            io.BytesIO(whole), response_headers=headers, sanitize_html=False,
            resolve_relative_uris=False,
        )  # fmt: skip
    except Exception as error:  # a third party's code on a stranger's feed
        fault = f"not a feed that can be read: {type(error).__name__}: {str(error)[:200]}"
        raise FormatError(where, fault) from None


def _originals(whole: bytes, entries: list[Any]) -> list[bytes]:
    """Return the bytes of each entry; as JSON where a broken feed does not part them."""
    found, begun = [], None
    for tag in _TAGS.finditer(whole):
        if not tag[1]:
            begun = tag
        elif begun is not None and begun[2] == tag[2]:
            end = whole.find(b">", tag.end()) + 1
            found.append(whole[begun.start() : end or None])
            begun = None
    if len(found) == len(entries):
        return found
    return [msgspec.json.encode(dict(entry), enc_hook=repr) for entry in entries]


def _items(entries: list[Any], parsed: Any, originals: list[bytes], origin: Origin) -> Items:
    kind = str(parsed.get("version") or "")[:4].rstrip("0123456789")
    media_type = _MEDIA_TYPES.get(kind, _MEDIA_TYPES["rss"])
    feed = parsed.get("feed", {})
    for number, (entry, original) in enumerate(zip(entries, originals, strict=True), 1):
        where = f"{origin.where}:entry {number}"
        yield guarded(
            where, partial(_item, entry, feed, original, origin, number, media_type, where)
        )


def _item(
    entry: Any, feed: Any, original: bytes, origin: Origin, number: int, media_type: str, where: str
) -> Taken:
    url = _address(entry.get("link"))
    guid = _line(entry.get("id"))
    # "12345" may be another site's too; what is unique is told by its scheme (tag:, urn:).
    id_given = guid is not None and _URI.match(guid) is not None and not is_address(guid)
    text = _text(entry)
    if not text:
        fault = "no text: its feed gives no more than a title and a link"
        raise InputError(where, f"{fault}; rawi follow fetches the page")
    check_text(text, where)
    warnings: list[str] = []
    published, updated = _date(entry, "published"), _date(entry, "updated")
    claimed = language_code(entry.get("language") or feed.get("language"))
    language = told_language(claimed, text, warnings)
    report = Report(
        id=(guid if id_given else url or guid) or f"{origin.stem}:{number}",
        text=text,
        title=_title(entry),
        publisher=publisher_at(url, language)
        or _line(entry.get("publisher"))
        or _line(feed.get("publisher"))
        or _line(feed.get("title")),
        url=url,
        published=published or updated,
        modified=updated if published and updated != published else None,
        authors=_authors(entry),
        language=language,
        warnings=tuple(warnings),
    )
    return taken(report, original, origin, media_type, record=number, id_given=id_given)


def _text(entry: Any) -> str:
    """Return the longest text that an entry gives: its content, else its summary."""
    forms = [*entry.get("content", []), entry.get("summary_detail") or {}]
    texts = (_plain(form.get("value"), form.get("type")) for form in forms)
    return max(texts, key=len, default="")


def _plain(value: Any, kind: Any) -> str:
    if not isinstance(value, str):
        return ""
    return value.strip() if kind == "text/plain" and "</" not in value else html_text(value)


def _title(entry: Any) -> str | None:
    title = _line(entry.get("title"))
    return (" ".join(html_text(title).split()) or None) if title else None


def _date(entry: Any, name: str) -> str | None:
    """Return a date of an entry as ISO 8601, None where there is none that is certain."""
    # As the feed has it: of its own, the parser takes one date for the other.
    written = dict.get(entry, name)
    if isinstance(written, str) and (found := from_page(written)):
        return found
    read = dict.get(entry, f"{name}_parsed")
    # Forms that are neither ISO 8601 nor those of mail; read as UTC.
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", read) if read and read[0] >= 1000 else None


def _authors(entry: Any) -> tuple[str, ...]:
    named = [author.get("name") for author in entry.get("authors", []) if author]
    names = (_line(name) for name in named or [entry.get("author")])
    return tuple(dict.fromkeys(name for name in names if name))


def _address(value: Any) -> str | None:
    value = _line(value)
    return value if value and is_address(value) and not re.search(r"\s", value) else None


def _line(value: Any) -> str | None:
    """Return a text of one line that is of use, None where it is not."""
    if not isinstance(value, str) or len(value) > _MOST_LINE or lone_surrogate(value) is not None:
        return None
    return value.strip() or None
