"""Reading sentences, and what was read as plain words."""

from __future__ import annotations

from typing import NamedTuple

from rawi.pipeline import read_report
from rawi.reading import packs
from rawi.reading.document import Document
from rawi.records import Attribution, Report, words

#: A Wednesday: what is written of "Tuesday" was said the day before.
PUBLISHED = "2024-08-21"
PACK = packs.load("ar")


class Said(NamedTuple):
    """One attribution in words; several spans are joined by " … "."""

    cue: str
    content: str
    speaker: str | None
    type: str


def read(text: str, published: str | None = PUBLISHED, publisher: str | None = None) -> Report:
    """Read a text as an Arabic report."""
    return read_report(
        Report(id="t", text=text, language="ar", published=published, publisher=publisher)
    )


def said(text: str) -> list[Said]:
    """Return the attributions of a text in words."""
    return [
        Said(
            words(one.cue, text),
            words(one.content, text),
            one.speaker.name if one.speaker else None,
            one.type,
        )
        for one in read(text).attributions
    ]


def only(text: str) -> Attribution:
    """Return the one attribution of a text."""
    (one,) = read(text).attributions
    return one


def source(text: str) -> str:
    """Return the source of the one attribution of a text."""
    return words(only(text).source, text)


def speakers(text: str) -> list[str | None]:
    """Return the speakers' names in the order of the text."""
    return [one.speaker.name if one.speaker else None for one in read(text).attributions]


def chains(text: str, publisher: str | None = None) -> list[list[tuple[str, str]]]:
    """Return the chains in the order of the text, each hop as its name and how."""
    report = read(text, publisher=publisher)
    return [[(hop.name, hop.how) for hop in one.chain] for one in report.attributions]


def document(text: str) -> Document:
    """Return a text on the table, in Arabic."""
    return Document(text, PACK)


def names_and_ways(text: str) -> list[tuple[str | None, list[str]]]:
    """Return the speakers' names, and the names of the hops of each statement."""
    return [
        (one.speaker.name if one.speaker else None, [hop.name for hop in one.chain])
        for one in read(text).attributions
    ]
