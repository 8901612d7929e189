"""The words around what was found, with marks on what was found in them.

Offsets are those of the original text: a word is marked as it stands there, with whatever
is stuck to it, however the query was spelt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import msgspec

from rawi.ledger.query import Node, Words
from rawi.ledger.terms import Term, placed_terms
from rawi.records import Span, Spans

#: Characters of a snippet, and those before the first mark.
LENGTH: Final = 240
BEFORE: Final = 60
#: Characters of a text that are searched for the place to show.
MOST_SEARCHED: Final = 200_000


class Snippet(msgspec.Struct, frozen=True):
    """A stretch of a text and the marks in it; all offsets are the text's own."""

    span: Span
    marks: Spans


class Marker:
    """Finds the words of a query in texts; `None` finds nothing."""

    def __init__(self, node: Node | None) -> None:
        self._single: set[str] = set()
        self._longer: list[Words] = []
        for words in _wanted(node):
            if len(words.terms) == 1 and not words.prefix:
                self._single.add(words.terms[0])
            else:
                self._longer.append(words)

    def marks(self, text: str, within: Sequence[Span] = ()) -> Spans:
        """Return what the query finds in a text, or in some spans of it, in order."""
        spans = within or [Span(0, min(len(text), MOST_SEARCHED))]
        found: set[Span] = set()
        for span in spans:
            placed = [
                Term(term.term, term.start + span.start, term.end + span.start)
                for term in placed_terms(span.of(text))
            ]
            found |= set(self._found(placed))
        return _joined(sorted(found))

    def snippet(self, text: str, within: Sequence[Span] = ()) -> Snippet:
        """Return the stretch with the most marks; of `within`, if it is short, all."""
        marks = self.marks(text, within)
        if within and within[-1].end - within[0].start <= LENGTH:
            return Snippet(Span(within[0].start, within[-1].end), marks)
        low, high = (within[0].start, within[-1].end) if within else (0, len(text))
        start, end = _window(text, marks, low, high)
        return Snippet(
            Span(start, end), tuple(m for m in marks if start <= m.start and m.end <= end)
        )

    def _found(self, placed: Sequence[Term]) -> Iterator[Span]:
        for term in placed:
            if term.term in self._single:
                yield Span(term.start, term.end)
        for words in self._longer:
            size = len(words.terms)
            for at in range(len(placed) - size + 1):
                if _fits(words, placed, at):
                    yield Span(placed[at].start, placed[at + size - 1].end)


def _wanted(node: Node | None) -> Iterator[Words]:
    if isinstance(node, Words):
        yield node
    elif node is not None:
        for part in node.parts:
            yield from _wanted(part)


def _fits(words: Words, placed: Sequence[Term], at: int) -> bool:
    *first, last = words.terms
    if any(placed[at + n].term != term for n, term in enumerate(first)):
        return False
    there = placed[at + len(first)].term
    return there.startswith(last) if words.prefix else there == last


def _joined(spans: Sequence[Span]) -> Spans:
    """Return spans in order, those that overlap as one."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return tuple(joined)


def _window(text: str, marks: Spans, low: int, high: int) -> tuple[int, int]:
    """Return where the stretch begins and ends: at words, with the most marks in it."""
    best, most = low, 0
    for mark in marks:
        start = max(low, mark.start - BEFORE)
        here = sum(start <= other.start and other.end <= start + LENGTH for other in marks)
        if here > most:
            best, most = start, here
    end = min(high, best + LENGTH)
    if best > low:
        best = _after_space(text, best, min(best + BEFORE, end))
    if end < high:
        space = max(text.rfind(char, best, end) for char in " \n")
        last = max((mark.end for mark in marks if mark.end <= end), default=best)
        end = space if space >= max(last, best + LENGTH // 2) else end
    return best, end


def _after_space(text: str, start: int, end: int) -> int:
    """Return the first beginning of a word in a range, its start where there is none."""
    for before, at in pairwise(range(start - 1, end)):
        if text[before].isspace() and not text[at].isspace():
            return at
    return start
