"""The construction of an attribution, told from its spans alone.

A construction is what a rule of the grammar would be about: the type, the cue,
the side on which the cue stands, and what opens the content.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from rawi.scoring.records import Marked
from rawi.scoring.text import Offsets, complementisers, fold, prepositions

Position = Literal["before", "inside", "after", "none"]

_MARKS = frozenset("\"'`“”„‟‘’‚‛«»‹›「」『』")
_APOSTROPHES = frozenset("'’")
_COLONS = frozenset(":\ufe55\uff1a\u2236")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Construction:
    """`cue` is as written, "" where there is none.

    `position` is where the cue's first word stands: before, inside or after the
    content.  `opener` tells what stands right before the content, in the order of the
    text: "complementiser" or "preposition", "colon", "quotation mark", "dash", joined by
    " + "; "bare" where none does.
    """

    type: str
    cue: str
    position: Position
    opener: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes two constructions one: spelling of the cue aside."""
        return self.type, fold(self.cue), self.position, self.opener

    def __str__(self) -> str:
        where = "" if self.position == "none" else f" {self.position}"
        return f"{self.type} · {self.cue or 'no cue'}{where} · {self.opener}"


def construction(attribution: Marked, text: str) -> Construction:
    """Tell the construction of an attribution of this text."""
    cue = sorted(attribution.spans["cue"])
    content = sorted(attribution.spans["content"])
    written = " … ".join(_SPACE.sub(" ", text[start:end]).strip() for start, end in cue)
    return Construction(
        attribution.type, written, _position(cue, content), opener(text, content[0][0])
    )


def _position(cue: list[Offsets], content: list[Offsets]) -> Position:
    if not cue:
        return "none"
    if cue[0][0] < content[0][0]:
        return "before"
    return "after" if cue[0][0] >= content[-1][1] else "inside"


def opener(text: str, start: int) -> str:
    """Tell what opens the content that begins at `start`.

    Marks are read backwards from it, then one word at most.
    """
    found: list[str] = []
    end = start
    while kind := _mark(text, end):
        if kind != "space" and kind not in found:
            found.append(kind)
        end -= 1
    word = _word_before(text, end)
    if fold(word) in complementisers():
        found.append("complementiser")
    elif fold(word) in prepositions():
        found.append("preposition")
    return " + ".join(reversed(found)) or "bare"


def _mark(text: str, end: int) -> str:
    """Name what may stand between cue and content and ends at `end`; "" for anything else."""
    char = text[end - 1 : end]
    if not char:
        return ""
    after_letter = text[max(0, end - 2) : end - 1].isalpha()
    if char in _APOSTROPHES and after_letter:
        return "space"  # an elision (qu'il, d'avoir) parts two words and quotes nothing
    if unicodedata.category(char) == "Pd" and not after_letter:
        return "dash"
    if char in _MARKS:
        return "quotation mark"
    if char in _COLONS:
        return "colon"
    return "space" if char.isspace() or unicodedata.category(char) == "Cf" else ""


def _word_before(text: str, end: int) -> str:
    start = end
    while start and (
        text[start - 1].isalnum() or unicodedata.category(text[start - 1]).startswith("M")
    ):
        start -= 1
    return text[start:end]
