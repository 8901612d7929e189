"""Which format an input is in: by its content first, then by the end of its name."""

from __future__ import annotations

import codecs
import re
from typing import Literal

import msgspec

from rawi.errors import FormatError, UsageError
from rawi.intake.binary import binary_kind

Format = Literal["text", "html", "jsonl"]
FORMATS: tuple[Format, ...] = ("text", "html", "jsonl")

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
}

_LEAD = re.compile(rb"(?:\s+|<!--.*?-->|<\?xml[^>]*>)+", re.DOTALL)
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_ARRAY = re.compile(rb"\[\s*\{\s*\"")


def format_of(head: bytes, suffix: str = "") -> Format:
    """Return the format of an input that begins with `head`; `suffix` is ".html", "" for none."""
    start = _narrow(head)
    named = SUFFIXES.get(suffix.lower())
    if _PAGE.match(start, _lead_end(start)):
        return "html"
    if start.lstrip().startswith(b"{") and _is_object(start, len(head)):
        return "jsonl"
    if _ARRAY.match(start.lstrip()):
        return "jsonl"
    return named or "text"


def check_format(format: str | None) -> None:
    """Raise UsageError for a format that there is not; None is any."""
    if format is not None and format not in FORMATS:
        raise UsageError(f'no format "{format}": it is one of {", ".join(FORMATS)}')


def told_format(head: bytes, format: str | None, suffix: str, where: str) -> str:
    """Return the format asked for, else the one told; FormatError for XML that is no page.

    What is binary goes as text: decoding refuses it and says what it is.
    """
    if binary_kind(head):
        return "text"
    told = format or format_of(head, suffix)
    if format is None and told == "text" and _is_other_xml(head):
        raise FormatError(where, "XML, but no web page; is it a feed?")
    return told


def _is_other_xml(head: bytes) -> bool:
    """Return whether an input begins as XML but not as a page: a feed, a site map."""
    start = _narrow(head).lstrip()
    return start.startswith(b"<?xml") and not re.search(rb"<html[\s>]", start, re.IGNORECASE)


def _lead_end(start: bytes) -> int:
    found = _LEAD.match(start)
    return found.end() if found else 0


def _narrow(head: bytes) -> bytes:
    """Return the head without its mark; of UTF-16, the ASCII in it."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(codecs.BOM_UTF8)


def _is_object(start: bytes, head_size: int) -> bool:
    """Return whether what begins with a brace is JSON, as far as the head goes."""
    line = start.lstrip().partition(b"\n")[0]
    try:
        msgspec.json.decode(line, type=dict[str, msgspec.Raw])
    except RecursionError:
        return True
    except (msgspec.DecodeError, UnicodeDecodeError):
        # The object may go on beyond the line or the head: its first member tells.
        return re.match(rb"\{\s*\"[^\"\n]{1,80}\"\s*:", start.lstrip()) is not None
    return True
