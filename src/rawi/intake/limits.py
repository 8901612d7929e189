"""How much Rawi takes in at once, and how it says that something was more."""

from __future__ import annotations

from rawi.errors import TooLargeError

MAX_BYTES = 20_000_000
"""Bytes of one report: a file of text, a page, a line of JSON Lines."""

MAX_UNPACKED = 100_000_000_000
"""Bytes that one packed file may hold in all: an archive of the web has some 5 GB."""

MAX_RATIO = 200
"""Times its own size that a packed file may hold: pages pack to a tenth, rarely to a fiftieth."""

MAX_ELEMENTS = 40_000
"""Elements of a page that is searched for its article: about 5 s; real pages have below 10,000."""

MAX_DATED_ELEMENTS = 3_000
"""Elements of a page that is searched for a date that it does not declare."""

MAX_DATED_CHARACTERS = 1_000_000
"""Characters of such a page, mark-up counted."""

MAX_DEPTH = 200
"""Elements within elements that are kept apart where a page goes beyond what a parser takes."""

HEAD_BYTES = 65_536
"""Bytes of an input that its format is told from."""


def too_large(where: str, limit: int, what: str = "the input") -> TooLargeError:
    """Return the error for an input over the limit; it names the option that raises it."""
    return TooLargeError(where, f"{what} is over {limit:,} bytes; raise max_bytes (--max-bytes)")


def check_size(size: int, where: str, limit: int) -> None:
    """Raise TooLargeError where `size` bytes are over the limit."""
    if size > limit:
        raise too_large(where, limit)
