"""Bytes → text: the mark, UTF-8, what the page declares, then a guess that is owned up to.

Nothing is changed on the way: no line ends, no normalisation.  Only a byte order
mark goes, and the warnings say so.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from rawi.errors import EncodingError
from rawi.intake.binary import binary_kind
from rawi.intake.guessing import candidates, guess, guess_wide, is_plausible

BOM_WARNING = "a byte order mark was dropped"

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# One broken character in fifty is damage; more is another encoding.
_MOST_DAMAGE = 0.02


class Decoded(NamedTuple):
    """A text, the encoding that it was in, and what a reader should know of that."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, where: str, *, declared: str | None = None) -> Decoded:
    """Decode `data`; `declared` is what a page says its encoding is, None where it says nothing.

    Raises EncodingError for what is no text, naming what it looks like.
    """
    if kind := binary_kind(data):
        raise EncodingError(where, f"this is {kind}, not text")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name, where)
    return _unmarked(data, where, declared)


def _marked(data: bytes, name: str, where: str) -> Decoded:
    try:
        return Decoded(data.decode(name), name, (BOM_WARNING,))
    except UnicodeDecodeError as error:
        if name == "utf-8" and (damaged := _damaged(data)):
            return damaged._replace(warnings=(BOM_WARNING, *damaged.warnings))
        fault = f"marked as {name}, but broken at byte {error.start}"
        raise EncodingError(where, fault) from None


def _unmarked(data: bytes, where: str, declared: str | None) -> Decoded:
    if b"\0" in data:
        if name := guess_wide(data):
            return _guessed(data, name)
        raise EncodingError(where, f"binary data (a NUL at byte {data.index(0)}), not text")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, where, declared)


def _not_utf8(data: bytes, where: str, declared: str | None) -> Decoded:
    if declared and (decoded := _as_declared(data, declared)):
        return decoded
    if damaged := _damaged(data):
        return damaged
    if name := guess(data):
        return _guessed(data, name)
    raise EncodingError(where, "neither UTF-8 nor any other encoding that Rawi knows; is it text?")


def _as_declared(data: bytes, declared: str) -> Decoded | None:
    """Decode as the page says, None where the bytes tell against it."""
    if declared in {candidate.name for candidate in candidates()} and not is_plausible(
        data, declared
    ):
        return None
    try:
        return Decoded(data.decode(declared), declared)
    except (UnicodeDecodeError, LookupError):
        return None


def _damaged(data: bytes) -> Decoded | None:
    """Decode UTF-8 with a few broken characters, None where it is more than a few."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(not char.isascii() for char in text) - broken
    if broken > max(1, _MOST_DAMAGE * whole) or whole < 10 * broken:
        return None
    return Decoded(text, "utf-8", (f"broken UTF-8: {broken} character(s) shown as U+FFFD",))


def _guessed(data: bytes, name: str) -> Decoded:
    return Decoded(data.decode(name), name, (f"the encoding was guessed: {name}",))
