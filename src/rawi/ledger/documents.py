"""From a read report to what it is found by: the terms of its text and of each statement.

A document is a line of terms, parted by spaces, in two stretches: its *head*, which counts
most (the content of a statement, the title of a report), and the *rest* (who said it; the
text).  `GAP` stands where what follows is no continuation, so that no phrase reaches across.
Made without a database, so that several processes can do it for one that writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from rawi.ledger.terms import terms
from rawi.records import Attribution, Report

#: A term that no text has.
GAP: Final = "\ue001"
#: Terms of one document.  PostgreSQL knows 16,383 positions and 256 places of one term, so a long
#: text is several documents, each beginning with the end of the one before.
MOST_TERMS: Final = 4_000
OVERLAP: Final = 50
#: Documents of one report; what comes after is not found by its text.
MOST_PARTS: Final = 256

_ID = re.compile(r"([ac])([1-9]\d{0,5})", re.ASCII)
_CORRECTED = 1_000_000


class Document(msgspec.Struct, frozen=True, array_like=True):
    """Two lines of terms."""

    head: str
    rest: str


class Documents(msgspec.Struct, frozen=True, array_like=True):
    """What a report is found by: the parts of its text, and its attributions by their numbers."""

    report: tuple[Document, ...]
    statements: dict[int, Document]


def numbered(report: Report) -> dict[int, Attribution]:
    """Return the attributions of a report by the numbers that their rows have.

    That is the number in their id (a1 is 1; c1, which a person put in, 1,000,001), or their
    place (from 1) in a report whose attributions were given ids of another kind.
    """
    numbers = [_number(one.id) for one in report.attributions]
    if None in numbers or len(set(numbers)) < len(numbers):
        return dict(enumerate(report.attributions, 1))
    return {number: one for number, one in zip(numbers, report.attributions, strict=True) if number}


def _number(given: str) -> int | None:
    match = _ID.fullmatch(given)
    if match is None:
        return None
    return int(match[2]) + (_CORRECTED if match[1] == "c" else 0)


def documents(report: Report) -> Documents:
    """Return what a report is found by."""
    title = _line([report.title or ""])
    parts = _parts(terms(report.text))
    return Documents(
        tuple(Document(title, part) for part in parts),
        {number: _statement(one, report.text) for number, one in numbered(report).items()},
    )


def _statement(attribution: Attribution, text: str) -> Document:
    speaker = attribution.speaker
    named = (speaker.name, *speaker.also) if speaker else ()
    source = (span.of(text) for span in attribution.source)
    return Document(
        _line(span.of(text) for span in attribution.content),
        _line(dict.fromkeys([*source, *named])),
    )


def _line(texts: Iterable[str]) -> str:
    found: list[str] = []
    for text in texts:
        if more := terms(text):
            found += [GAP, *more] if found else more
    return " ".join(found[:MOST_TERMS])


def _parts(found: list[str]) -> list[str]:
    if len(found) <= MOST_TERMS:
        return [" ".join(found)]
    starts = range(0, len(found) - OVERLAP, MOST_TERMS - OVERLAP)
    return [" ".join(found[start : start + MOST_TERMS]) for start in starts[:MOST_PARTS]]
