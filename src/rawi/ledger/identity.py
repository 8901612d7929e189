"""Which publication a report is, and which of its versions.

A report is one publication: the id that its input gives, else its canonical url, else its
publisher with its text.  Whatever has the same key is the same report, wherever it comes from.
"""

from __future__ import annotations

import re
from base64 import b32encode
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import urlsplit, urlunsplit

from rawi.errors import InputError
from rawi.records import Report

#: The longest id that can be kept, in characters: no index takes more on every database.
LONGEST_ID = 500
#: Characters of 5 bits in an id that Rawi makes: two of a thousand million reports are alike
#: with a chance of one to a million.
_MADE_LENGTH = 16
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}


def storable(text: str) -> str:
    """Return a text that every database takes: U+FFFD for NUL and for lone surrogates."""
    return _UNSTORABLE.sub("\ufffd", text)


def text_hash(text: str) -> bytes:
    """Return the SHA-256 of a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def short_hash(parts: Iterable[object]) -> bytes:
    """Return 16 bytes that tell a tuple of values from every other; None is a value of its own."""
    whole = sha256()
    for part in parts:
        encoded = b"\xff" if part is None else str(part).encode("utf-8", "surrogatepass")
        whole.update(len(encoded).to_bytes(8, "big") + encoded)
    return whole.digest()[:16]


def outlet_key(authority: str | None, name: str) -> bytes:
    """Return what the row of an outlet is found by: its id in the authority, else its name."""
    return short_hash([authority, None if authority else name])


def key_of(report: Report, id_given: bool) -> str:
    """Return the id under which a report is kept; raises InputError for one that is too long.

    A given id is kept as it is.  Others begin with "r" and are made from the url, else from
    publisher and text: the same on every machine, whatever was added before.
    """
    if id_given:
        if len(report.id) > LONGEST_ID:
            raise InputError(f"{report.id[:40]}…", f"its id is longer than {LONGEST_ID} characters")
        return storable(report.id)
    if report.url:
        return _made("url", canonical(report.url))
    return _made("text", report.publisher, text_hash(report.text).hex())


def _made(*parts: str | None) -> str:
    return "r" + b32encode(short_hash(parts)).decode("ascii").lower()[:_MADE_LENGTH]


def version_hash(report: Report) -> bytes:
    """Return what tells one version of a report from another.

    A page has changed where its text, title, captions, credits, authors or date of publication
    have; what Rawi makes of it (language, attributions, warnings) does not count, nor does the
    time of the last change, which pages renew without one.
    """
    lists = (report.authors, report.captions, report.credits)
    counted = [str(len(values)) for values in lists]
    flat = [value for values in lists for value in values]
    return short_hash([report.text, report.title, report.published, *counted, *flat])


def canonical(url: str) -> str:
    """Return the one form of an address: host in small letters, no fragment, no default port.

    Path and query stay as they are: what they mean is the site's own matter.
    """
    try:
        parts = urlsplit(url.strip())
        scheme, host = parts.scheme.lower(), parts.netloc.lower()
    except ValueError:
        return url.strip()
    host = host.removesuffix(_DEFAULT_PORTS.get(scheme, ":"))
    return urlunsplit((scheme, host, parts.path or "/", parts.query, ""))
