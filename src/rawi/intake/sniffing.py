"""Which format an input is in: by its content first, then by the end of its name."""

from __future__ import annotations

import codecs
import re
from typing import Literal

import msgspec

from rawi.errors import FormatError, UsageError
from rawi.intake.binary import binary_kind

Format = Literal["text", "html", "jsonl", "csv", "parquet", "feed", "opml", "warc", "newsml"]
FORMATS: tuple[Format, ...] = (
    "text", "html", "jsonl", "csv", "parquet", "feed", "opml", "warc", "newsml",
)  # fmt: skip

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
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "newsml",
    ".opml": "opml",
    ".warc": "warc",
    ".wet": "warc",
}

_LEAD = re.compile(rb"(?:\s+|<!--.*?-->|<\?.*?\?>)+", re.DOTALL)
_DOCTYPE = re.compile(rb"<!doctype\s[^\[>]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([\w.-]+)")
_ARRAY = re.compile(rb"\[\s*\{\s*\"")
_LEAD_BYTES = 4_096
_WARC = (b"WARC/0.", b"WARC/1.", b"WARC/2.")

#: Root elements of XML, without their prefix, and what they are the root of.
_ROOTS: dict[str, Format] = {
    "rss": "feed",
    "feed": "feed",
    "RDF": "feed",
    "opml": "opml",
    "newsMessage": "newsml",
    "newsItem": "newsml",
    "packageItem": "newsml",
    "conceptItem": "newsml",
    "knowledgeItem": "newsml",
}


def format_of(head: bytes, suffix: str = "") -> Format:
    """Return the format of an input that begins with `head`; `suffix` is ".html", "" for none."""
    suffix = suffix.lower()
    start = _narrow(head)
    named = SUFFIXES.get(suffix)
    if head.startswith(b"PAR1") and binary_kind(head):
        return "parquet"
    if head.startswith(_WARC):
        return "warc"
    if _PAGE.match(start, _lead_end(start)):
        return "html"
    if told := _ROOTS.get(xml_root(head) or ""):
        return told
    if start.lstrip().startswith(b"{") and _is_object(start, len(head)):
        return "jsonl"
    if _ARRAY.match(start.lstrip()):
        return "jsonl"
    if named is None and _is_table(start):
        return "csv"
    return named or "text"


def check_format(format: str | None) -> None:
    """Raise UsageError for a format that there is not; None is any."""
    if format is not None and format not in FORMATS:
        raise UsageError(f'no format "{format}": it is one of {", ".join(FORMATS)}')


def told_format(head: bytes, format: str | None, suffix: str, where: str) -> str:
    """Return the format asked for, else the one told; FormatError for XML of another kind.

    What is binary goes as text: decoding refuses it and says what it is.
    """
    told = format or format_of(head, suffix)
    if binary_kind(head) and told != "parquet":
        return "text"
    if format is None and told in ("text", "newsml") and _is_other_xml(head):
        root = xml_root(head)
        named = f" (its root is <{root}>)" if root else ""
        raise FormatError(where, f"XML, but no page, feed or news item that Rawi knows{named}")
    return told


def xml_root(head: bytes) -> str | None:
    """Return the name of the first element of XML, without its prefix; None where there is none."""
    start = _narrow(head)
    end = _lead_end(start)
    if found := _DOCTYPE.match(start, end):
        end = found.end()
        lead = _LEAD.match(start, end)
        end = lead.end() if lead else end
    root = _ROOT.match(start, end)
    return root[1].decode("ascii", "replace") if root else None


def _is_other_xml(head: bytes) -> bool:
    """Return whether an input begins as XML but neither as a page nor as a known kind."""
    start = _narrow(head).lstrip()
    is_page = re.search(rb"<html[\s>]", start, re.IGNORECASE)
    return start.startswith(b"<?xml") and not is_page and xml_root(head) not in _ROOTS


def _is_table(start: bytes) -> bool:
    """Return whether an input begins with a line of the names that columns have."""
    line = start[:_LEAD_BYTES].partition(b"\n")[0]
    if len(line) == len(start[:_LEAD_BYTES]) or line.lstrip().startswith((b"<", b"{", b"[")):
        return False
    if not any(sign in line for sign in (b",", b";", b"\t", b"|")):
        return False
    from rawi.intake.dialect import looks_like_table  # few inputs come so far

    return looks_like_table(line.decode("utf-8", "replace"))


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
