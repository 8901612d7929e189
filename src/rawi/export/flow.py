"""Pieces of text flowed into lines: wrapped, coloured, isolated.

A piece is a label of ours or a stretch of outside text.  Pieces follow each
other without a space of their own; lines are broken at spaces only, wherever
these stand, and inside a word only where it alone is too long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rawi.export.columns import broken, direction, has_right_to_left, isolate, width
from rawi.export.safe import one_line

#: Meaning → ANSI parameters ("select graphic rendition").
_STYLES = {
    "title": "1",
    "speaker": "1;36",
    "cue": "33",
    "content": "32",
    "chain": "35",
    "warning": "31",
    "meta": "2",
    "match": "1;33",
}


@dataclass(frozen=True)
class View:
    """How lines are shown.

    `width` is in columns, None for lines as long as they come; `colour` asks for ANSI
    colours; `isolates` for Unicode isolates around right-to-left text, which only a
    terminal wants; `explain` for the rules behind every judgement.
    """

    width: int | None = None
    colour: bool = False
    isolates: bool = False
    explain: bool = False


#: Stand for the signs around a mark while a piece is flowed; no outside text keeps them.
_OPEN, _CLOSE = "\ue000", "\ue001"
_NO_SIGNS = str.maketrans(dict.fromkeys((_OPEN, _CLOSE), "\ufffd"))
#: The signs where there is no colour.
_SIGNS = "‹›"


@dataclass(frozen=True)
class Piece:
    """A text and what it means: "" or a key of the styles.  Outside text is made safe.

    `marks` says that stretches of it are marked: they stay one piece with what is around them,
    so that a line from right to left keeps its order.
    """

    text: str
    style: str = ""
    outside: bool = False
    marks: bool = False


def outside(text: str, style: str = "") -> Piece:
    """Return a piece of outside text, made safe, on one line."""
    return Piece(one_line(text), style, outside=True)


def marked(text: str, marks: Sequence[tuple[int, int]], style: str = "") -> Piece:
    """Return a piece of outside text in which ranges are marked, which are in order and apart."""
    text = text.translate(_NO_SIGNS)
    shown, at = "", 0
    for start, end in marks:
        shown += text[at:start] + _OPEN + text[start:end] + _CLOSE
        at = end
    return Piece(one_line(shown + text[at:]), style, outside=True, marks=True)


Fragment = tuple[int, str]  # number of the piece, part of its text


def flow(pieces: Sequence[Piece], view: View, first: str = "", rest: str = "") -> list[str]:
    """Flow pieces into lines; `first` and `rest` indent the first line and the others."""
    if view.width is None:
        whole = [(number, piece.text) for number, piece in enumerate(pieces)]
        return [first + _shown(whole, pieces, view)]
    lines: list[list[Fragment]] = []
    line: list[Fragment] = []
    room = max(8, view.width - max(width(first), width(rest)))
    used = 0
    for gap, word in _words(pieces, room):
        needed = sum(width(text) for _, text in word)
        if line and used + len(gap) + needed > room:
            lines.append(line)
            line, used = [], 0
        elif gap and line:
            # The space goes with the piece before it where that goes on, else it is the
            # new piece's: a group of fragments of one piece is never torn by it.
            line.append((line[-1][0] if line[-1][0] == word[0][0] else -1, gap))
            used += len(gap)
        line += word
        used += needed
    lines.append(line)
    return [
        (rest if number else first) + _shown(line, pieces, view)
        for number, line in enumerate(lines)
    ]


def _words(pieces: Sequence[Piece], room: int) -> Iterator[tuple[str, list[Fragment]]]:
    """Yield the words, each with the gap before it; a word may reach over several pieces."""
    gap, word = "", list[Fragment]()
    for number, piece in enumerate(pieces):
        for part_number, part in enumerate(piece.text.split(" ")):
            if part_number:
                yield from _fitting(gap, word, room)
                gap, word = " ", []
            if part:
                word.append((number, part))
    yield from _fitting(gap, word, room)


def _fitting(gap: str, word: list[Fragment], room: int) -> Iterator[tuple[str, list[Fragment]]]:
    """Yield a word, in parts where it is longer than a line; nothing for an empty one."""
    if sum(width(text) for _, text in word) <= room:
        if word:
            yield gap, word
        return
    for number, text in word:
        for part in broken(text, room):
            yield gap, [(number, part)]
            gap = ""


def _shown(line: Sequence[Fragment], pieces: Sequence[Piece], view: View) -> str:
    shown = []
    for number, fragments in groupby(line, key=lambda fragment: fragment[0]):
        text = "".join(part for _, part in fragments)
        shown.append(text if number < 0 else _dressed(text, pieces[number], view))
    return "".join(shown)


def _dressed(text: str, piece: Piece, view: View) -> str:
    style = f"\x1b[{_STYLES[piece.style]}m" if view.colour and piece.style else ""
    if piece.marks:
        text = _with_marks(text, style, view.colour)
    if view.isolates and piece.outside and has_right_to_left(piece.text):
        text = isolate(text, direction(piece.text))
    if style and text.strip():
        text = f"{style}{text}\x1b[0m"
    return text


def _with_marks(text: str, style: str, colour: bool) -> str:
    if not colour:
        return text.replace(_OPEN, _SIGNS[0]).replace(_CLOSE, _SIGNS[1])
    match = f"\x1b[{_STYLES['match']}m"
    # A mark may have begun on the line before, or go on on the next.
    begun = match if 0 <= text.find(_CLOSE) < (text.find(_OPEN) % (len(text) + 1)) else ""
    goes_on = "\x1b[0m" if text.rfind(_OPEN) > text.rfind(_CLOSE) else ""
    return begun + text.replace(_OPEN, match).replace(_CLOSE, f"\x1b[0m{style}") + goes_on
