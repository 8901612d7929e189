"""Attributions cut at the ends of paragraphs, and typed by the quotation marks alone.

Programs differ in what they call one quotation where it runs over several paragraphs.  So each
attribution is cut into one for each paragraph, for gold and for every program alike, and a type
is told from the text: `direct` where all words stand in marks, `indirect` where none does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from rawi.scoring.files import marked_all
from rawi.scoring.records import Marked

_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)
_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")


def units(records: Iterable[dict[str, Any]], text: str) -> list[Marked]:
    """Return what is scored: a record for each attribution and paragraph that has words of it."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    cut = [piece for record in records for piece in _cut(record, text, paragraphs)]
    for piece in cut:
        piece["type"] = _type(piece["content"], text, quoted)
    return marked_all(cut, text)


def _cut(
    record: dict[str, Any], text: str, paragraphs: list[tuple[int, int]]
) -> Iterator[dict[str, Any]]:
    for start, end in paragraphs:
        spans = [[max(start, low), min(end, high)] for low, high in record["content"]]
        spans = [[low, high] for low, high in spans if low < high and _WORD.search(text, low, high)]
        if spans:
            yield {"content": spans, "cue": [], "source": []}


def _type(content: list[list[int]], text: str, quoted: list[tuple[int, int]]) -> str:
    words = [match.start() for low, high in content for match in _WORD.finditer(text, low, high)]
    inside = sum(any(low <= word < high for low, high in quoted) for word in words)
    return "indirect" if not inside else "direct" if inside == len(words) else "mixed"
