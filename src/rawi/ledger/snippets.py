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
from rawi.ledger.terms import term_of, terms_by_word, word_pattern
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
        self._first: dict[str, list[Words]] = {}
        self._prefixes: list[Words] = []
        for words in _words_of(node):
            if words.prefix and len(words.terms) == 1:
                self._prefixes.append(words)
            else:
                self._first.setdefault(words.terms[0], []).append(words)
        self._beginnings = tuple(words.terms[0] for words in self._prefixes)

    def marks(self, text: str, within: Sequence[Span] = ()) -> Spans:
        """Return what the query finds in a text, or in some spans of it, in order."""
        if not self._first and not self._prefixes:
            return ()
        spans = within or [Span(0, min(len(text), MOST_SEARCHED))]
        found = {span for within in spans for span in self._found(text, within)}
        return _joined(sorted(found))

    def snippet(self, text: str, within: Sequence[Span] = ()) -> Snippet:
        """Return the stretch with the most marks; of `within`, if it is short, all."""
        marks = self.marks(text, within)
        if within and within[-1].end - within[0].start <= LENGTH:
            return Snippet(Span(within[0].start, within[-1].end), marks)
        low, high = (within[0].start, within[-1].end) if within else (0, len(text))
        start, end = _window(text, marks, low, high)
        inside = tuple(mark for mark in marks if start <= mark.start and mark.end <= end)
        return Snippet(Span(start, end), inside)

    def _found(self, text: str, within: Span) -> Iterator[Span]:
        # All words are looked at once, whatever their number; few are then looked for.
        first, beginnings, term_by_word = self._first, self._beginnings, terms_by_word()
        for word in set(word_pattern().findall(text, within.start, within.end)):
            term = term_by_word[word]
            if term not in first and not term.startswith(beginnings):
                continue
            for words in self._begun(term):
                for start in _starts(word, text, within):
                    end = start + len(word)
                    if len(words.terms) > 1:
                        end = _end(words, text, start, within.end) or 0
                    if end:
                        yield Span(start, end)

    def _begun(self, term: str) -> list[Words]:
        """Return what of the query may begin with a term."""
        fitting = [words for words in self._prefixes if _fits(words, 0, term)]
        return self._first.get(term, []) + fitting


def _starts(word: str, text: str, within: Span) -> Iterator[int]:
    """Yield where a word stands in a span as a word of its own."""
    pattern = word_pattern()
    at = text.find(word, within.start, within.end)
    while at >= 0:
        match = pattern.match(text, at, within.end)
        # What would go on after a letter goes on after this one's, too: the word began earlier.
        inside = at > within.start and pattern.fullmatch(f"a{text[at - 1]}")
        if match and match.end() == at + len(word) and not inside:
            yield at
        at = text.find(word, at + 1, within.end)


def _words_of(node: Node | None) -> Iterator[Words]:
    if isinstance(node, Words):
        yield node
    elif node is not None:
        for part in node.parts:
            yield from _words_of(part)


def _fits(words: Words, at: int, term: str) -> bool:
    """Tell whether a term is the one at a place of some words."""
    sought = words.terms[at]
    if words.prefix and at == len(words.terms) - 1:
        return term.startswith(sought)
    return term == sought


def _end(words: Words, text: str, start: int, last: int) -> int | None:
    """Return where words that begin at a place end; None where they do not go on as they should."""
    found = word_pattern().finditer(text, start, last)
    end = start
    at = 0
    for match in found:
        if term := term_of(match[0]):
            if not _fits(words, at, term):
                return None
            at, end = at + 1, match.end()
            if at == len(words.terms):
                return end
    return None


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
