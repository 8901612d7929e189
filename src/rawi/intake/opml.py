"""OPML, a list of feeds: which there are, and the reports of those that are files beside it."""

from __future__ import annotations

import os
from urllib.parse import unquote

import msgspec

from rawi.errors import FormatError, InputError
from rawi.intake.addresses import is_address
from rawi.intake.inputs import Input
from rawi.intake.limits import too_large
from rawi.intake.opened import Opened
from rawi.intake.origins import Items
from rawi.intake.xml_safe import local_name, parser, xml_utf8

_MOST_FEEDS = 100_000


class FeedLink(msgspec.Struct, frozen=True):
    """A feed that a list names: where it is, its title (None where the list has none)."""

    url: str
    title: str | None = None


def feed_links(data: bytes, where: str) -> tuple[FeedLink, ...]:
    """Return the feeds of a list in its order, each address once.

    Raises FormatError for what is no OPML, EncodingError for what is no text.
    """
    from lxml import etree

    try:
        root = etree.fromstring(xml_utf8(data, where), parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormatError(where, f"not OPML that can be read: {error}") from None
    if root is None or local_name(root) != "opml":
        raise FormatError(where, "not OPML: its first element is another")
    found: dict[str, FeedLink] = {}
    for element in root.iter():
        url = (element.get("xmlUrl") or element.get("xmlurl") or "").strip()
        if local_name(element) == "outline" and url and len(found) < _MOST_FEEDS:
            title = (element.get("title") or element.get("text") or "").strip()
            found.setdefault(url, FeedLink(url, title or None))
    return tuple(found.values())


def read_opml(source: Opened) -> Items:
    """Yield the reports of the feeds that are files in the folder of the list, or below.

    For a feed on the web, or elsewhere on this machine, there is an InputError: a list may be a
    stranger's, and taking what is in a folder asks nothing of the network.
    """
    from rawi.intake.taking import take_stream

    where, limit = source.origin.where, source.options.max_bytes
    data = source.stream.read(limit + 1)
    if len(data) > limit:
        raise too_large(where, limit)
    links = feed_links(data, where)
    if not links:
        yield InputError(where, "empty: a list without feeds")
    options = msgspec.structs.replace(source.options, format="feed")
    for link in links:
        try:
            feed = Input.of(_path(link.url, source.origin.folder, where))
            with feed.open() as stream:
                yield from take_stream(stream, feed.origin, options)
        except InputError as error:
            yield error


def _path(url: str, folder: str | None, where: str) -> str:
    """Return the path of a feed below the folder of its list; raises InputError for any other."""
    if is_address(url):
        raise InputError(where, f"the feed {url} is on the web: rawi follow reads it")
    path = os.path.join(folder or "", unquote(url))
    if folder is None or ":" in url or not _is_below(path, folder):
        raise InputError(where, f"the feed {url[:200]} is no file in the folder of the list")
    return path


def _is_below(path: str, folder: str) -> bool:
    try:
        inner, outer = os.path.realpath(path), os.path.realpath(folder)
    except (OSError, ValueError):
        return False
    return os.path.commonpath([inner, outer]) == outer
