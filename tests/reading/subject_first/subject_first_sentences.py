"""Reading single sentences, for the tests of the subject-first grammar."""

from __future__ import annotations

from typing import NamedTuple

import rawi
from rawi.records import Attribution, Report


class Read(NamedTuple):
    """One attribution by its words."""

    type: str
    cue: tuple[str, ...]
    source: str
    speaker: str | None
    chain: tuple[str, ...]
    content: tuple[str, ...]


def report(text: str, language: str = "en", publisher: str | None = None) -> Report:
    """Read a text."""
    given = Report(id="t", text=text, language=language, publisher=publisher)
    return rawi.read(given)


def worded(one: Attribution, text: str) -> Read:
    """Return an attribution by its words."""
    return Read(
        one.type,
        tuple(span.of(text) for span in one.cue),
        " … ".join(span.of(text) for span in one.source),
        one.speaker.name if one.speaker else None,
        tuple(f"{hop.how} {hop.name}" for hop in one.chain),
        tuple(span.of(text) for span in one.content),
    )


def read(text: str, language: str = "en", publisher: str | None = None) -> list[Read]:
    """Return the attributions of a text by their words."""
    return [worded(one, text) for one in report(text, language, publisher).attributions]


def one(text: str, language: str = "en") -> Read:
    """Return the only attribution of a text."""
    found = read(text, language)
    assert len(found) == 1, found
    return found[0]
