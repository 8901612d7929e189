"""A page that was fetched → Taken, as any other input."""

from __future__ import annotations

import io
import os
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from msgspec.structs import replace

from rawi.errors import InputError
from rawi.intake.inputs import Input
from rawi.intake.options import TakeOptions
from rawi.intake.origins import Items, Origin
from rawi.intake.taking import take_stream
from rawi.intake.web.answers import Fetched
from rawi.intake.web.polite import Web
from rawi.intake.web.urls import Url, parse
from rawi.intake.web_options import WebOptions
from rawi.records import Taken

#: What a server calls its content, as the ending that a file of the kind has.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "text/csv": ".csv",
}

_FRONTS = {"", "index.html", "index.htm", "index.php"}


def take_url(url: str, options: TakeOptions) -> Items:
    """Yield the reports at an address, or the InputError that says why none.

    All addresses with the same `options.web` share their manners: pauses and robots.txt.
    """
    web = _web(options.web or WebOptions())
    try:
        fetched = web.fetch(parse(url), max_bytes=options.max_bytes)
    except InputError as error:
        yield error
        return
    yield from take_fetched(fetched, options)


def take_fetched(fetched: Fetched, options: TakeOptions) -> Items:
    """Yield the reports of what was fetched, an InputError for each that cannot be read."""
    with io.BytesIO(fetched.body) as stream:
        for item in take_stream(stream, origin(fetched), options):
            yield _placed(item, fetched) if isinstance(item, Taken) else item


def origin(fetched: Fetched) -> Origin:
    """Return where a page comes from."""
    url = str(fetched.url)
    name = os.path.basename(unquote(urlsplit(url).path))
    named = Input(name, name, name)  # as a file of that name
    return Origin(
        where=str(fetched.asked),
        id=url,
        stem=named.stem or fetched.url.host,
        suffix=_SUFFIXES.get(fetched.media_type or "", named.suffix.lower()),
        url=url,
        fetched_at=fetched.fetched_at,
        charset=fetched.charset,
    )


@lru_cache(maxsize=8)
def _web(options: WebOptions) -> Web:
    return Web(options)


def _placed(item: Taken, fetched: Fetched) -> Taken:
    """Return what was taken with the address where it was found, if it tells no better one.

    Some sites call all their pages by the address of the front page: as one report they
    would be versions of each other.
    """
    told = item.report.url
    if item.provenance.record is not None or (
        told is not None and (is_front(fetched.url) or not _is_front(told))
    ):
        return item
    return replace(item, report=replace(item.report, url=str(fetched.url)))


def is_front(url: Url) -> bool:
    """Tell whether an address is that of a site's front page."""
    return _is_front(str(url))


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path.strip("/") in _FRONTS and not parts.query
