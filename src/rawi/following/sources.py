"""What to follow: a file of feeds, the address of a feed, of a list, of a page that names feeds."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from rawi.errors import InputError
from rawi.intake.addresses import is_address
from rawi.intake.inputs import unreadable
from rawi.intake.limits import too_large
from rawi.intake.web.links import read_document
from rawi.intake.web.urls import Url, parse

#: Bytes of a feed or of a list of feeds: real ones have a tenth.  Taken apart, it may be 50 times
#: as much, where it means harm.
MAX_BYTES = 5_000_000


def followed(sources: Sequence[str], tell: Callable[[str], None]) -> list[Url]:
    """Return the addresses that the sources name, each once; none where nothing can be followed.

    `tell` is called with what is wrong with a source, or with a feed in a file; the others are
    followed all the same.
    """
    found: dict[Url, None] = {}
    for source in sources:
        try:
            urls = [parse(source)] if is_address(source) else _of_file(source, tell)
        except InputError as error:
            tell(str(error))
            continue
        found |= dict.fromkeys(urls)
    return list(found)


def _of_file(path: str, tell: Callable[[str], None]) -> Sequence[Url]:
    shown = os.fsencode(path).decode("utf-8", "replace")
    try:
        with open(path, "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unreadable(shown, error) from None
    if len(data) > MAX_BYTES:
        raise too_large(shown, MAX_BYTES, "the list")
    document = read_document(data, shown)
    for refused in document.refused:
        tell(f"{shown}: {refused}")
    if document.kind == "feed":
        raise InputError(shown, "a feed in a file has nothing new: name the feed's address")
    if not document.feeds:
        raise InputError(shown, "it names no feed that can be followed")
    return document.feeds
