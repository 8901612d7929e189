"""The different wordings of a statement side by side, the differences of one language marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rawi.web.pages.views.members import Told

Change = Literal["same", "added", "dropped"]

#: Characters of a wording that are compared, and those that are shown.
_MOST = 4_000
_WORD = re.compile(r"\S+\s*")
_EDGES = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True)
class Piece:
    """Words that both wordings have, or that this one added or dropped."""

    change: Change
    text: str


@dataclass(frozen=True)
class Wording:
    """One wording: its words against the first of its language, and who has it."""

    language: str | None
    pieces: tuple[Piece, ...]
    told: tuple[Told, ...]
    first: bool


def wordings(told: Sequence[Told]) -> list[list[Wording]]:
    """Return the wordings, those of one language together, in the order in which they came."""
    found: dict[str | None, dict[str, list[Told]]] = {}
    for one in told:
        found.setdefault(one.report.language, {}).setdefault(_plain(one.said), []).append(one)
    return [
        [
            Wording(
                language,
                tuple(compared(next(iter(its.values()))[0].said, same[0].said)),
                tuple(same),
                number == 0,
            )
            for number, same in enumerate(its.values())
        ]
        for language, its in found.items()
    ]


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


def _plain(text: str) -> str:
    return " ".join(_bare(word) for word in text.split())


def _bare(word: str) -> str:
    """Return a word without the marks around it, for comparing alone."""
    return _EDGES.sub("", word.strip()).casefold()
