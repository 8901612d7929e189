"""The different wordings of a statement side by side, the differences of one language marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rawi.records import Change, Report, Variant

How = Literal["same", "added", "dropped"]

#: Characters of a wording that are compared, and those that are shown.
_MOST = 4_000
_WORD = re.compile(r"\S+\s*")
_EDGES = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True)
class Piece:
    """Words that both wordings have, or that this one added or dropped."""

    change: How
    text: str


@dataclass(frozen=True)
class Told:
    """One wording in pieces, against the first of its language, and the reports that have it."""

    language: str | None
    pieces: tuple[Piece, ...]
    reports: tuple[Report, ...]


@dataclass(frozen=True)
class Family:
    """Wordings that tell the same, with how many reports have them in which language."""

    name: str
    languages: tuple[tuple[str, int], ...]
    wordings: tuple[Told, ...]


@dataclass(frozen=True)
class Turn:
    """Where the wording changed: in which report, and what."""

    report: Report
    changes: tuple[Change, ...]


def families(variants: Sequence[Variant], reports: Mapping[str, Report]) -> Iterator[Family]:
    """Yield the families of wording side by side, the differences inside a language marked."""
    first: dict[str | None, str] = {}
    for variant in variants:
        told = []
        for wording in variant.wordings:
            base = first.setdefault(wording.language, wording.text)
            told.append(
                Told(
                    wording.language,
                    tuple(compared(base, wording.text)),
                    tuple(reports[id] for id in wording.reports if id in reports),
                )
            )
        yield Family(variant.name, tuple(variant.languages.items()), tuple(told))


def turns(variants: Sequence[Variant], reports: Mapping[str, Report]) -> Iterator[Turn]:
    """Yield where the wording changed on the way."""
    for variant in variants:
        for shift in variant.appeared:
            if shift.child in reports and shift.changes:
                yield Turn(reports[shift.child], shift.changes)


def compared(base: str, other: str) -> Iterator[Piece]:
    """Yield another wording in pieces, what it dropped of the first among them."""
    ours, theirs = (_WORD.findall(text[:_MOST]) for text in (base, other))
    matcher = SequenceMatcher(None, [*map(_bare, ours)], [*map(_bare, theirs)], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(theirs[c:d]))
            continue
        if a < b:
            yield Piece("dropped", "".join(ours[a:b]))
        if c < d:
            yield Piece("added", "".join(theirs[c:d]))


def _bare(word: str) -> str:
    """Return a word without the marks around it, for comparing alone."""
    return _EDGES.sub("", word.strip()).casefold()
