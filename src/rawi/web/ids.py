"""Ids in paths: an id may hold whatever it likes, slashes among it.

A link quotes the id as one segment of the path (`quoted`).  Servers take the quotes off a whole
path, and a slash of the id could not be told from one of the path; so whatever comes in is
unquoted segment by segment (`unquoted`), with a stand-in for slashes that no id has, which a
handler takes back (`id_of`).
"""

from __future__ import annotations

from urllib.parse import quote, unquote_to_bytes

#: A code point that is never a character.
_SLASH = "\ufdd0"


def quoted(id: str) -> str:
    """Return an id as one segment of a path."""
    return quote(id, safe="", errors="replace")


def id_of(segment: str) -> str:
    """Return the id that a handler was given as a segment of the path."""
    return segment.replace(_SLASH, "/")


def unquoted(raw_path: bytes) -> str:
    """Return a path as routes are to see it: quotes taken off, one segment for one."""
    segments = raw_path.partition(b"?")[0].split(b"/")
    return "/".join(_segment(segment) for segment in segments)


def _segment(segment: bytes) -> str:
    text = unquote_to_bytes(segment).decode("utf-8", "replace")
    return text.replace(_SLASH, "\ufffd").replace("/", _SLASH)
