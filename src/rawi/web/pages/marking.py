"""A report's text cut into runs, each with the parts of attributions that cover it.

Spans overlap and lie in each other; the runs lie side by side.  A run begins or ends only where a
span, a part of the text or a note does, so that a word is cut no oftener than it must be.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rawi.export.safe import lines_kept
from rawi.export.segments import ROLES, Segment, segments
from rawi.records import Attribution, Report

#: What goes on with a word: a letter, a digit, a mark over a letter, a joiner.
_WORD = re.compile("[\\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c\u200d]")
_CLOSING = "»”’\"'›)].,\u060c\u061b;:!?\u061f…"


@dataclass(frozen=True)
class Run:
    """A stretch of the text that is shown in one way.

    `marks` are (attribution id, role) in the order of the attributions; `part` is the kind of
    part of the text that it lies in, None in the running body.  `opens` are the ids of the
    attributions that begin here, `notes` of those whose number stands after it.
    """

    text: str
    marks: tuple[tuple[str, str], ...] = ()
    part: str | None = None
    opens: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def attributions(self) -> tuple[str, ...]:
        """The ids of the attributions that cover it, each once."""
        return tuple(dict.fromkeys(id for id, _ in self.marks))

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles in which it is covered, the most telling last."""
        return tuple(role for role in ROLES if any(role == its for _, its in self.marks))

    @property
    def deep(self) -> bool:
        """Whether it is content of several attributions: one within another."""
        return sum(role == "content" for _, role in self.marks) > 1


@dataclass
class _Places:
    """What happens at which offset."""

    opens: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    notes: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))


def runs(report: Report) -> Iterator[Run]:
    """Yield the runs of a report's text, which together are the text, made safe to show."""
    text = report.text
    places = _places(report)
    cuts = sorted({*places.notes, *_part_edges(report)})
    for segment in segments(report):
        for start, end in pairwise([segment.start, *_within(cuts, segment), segment.end]):
            yield Run(
                text=lines_kept(text[start:end]),
                marks=segment.marks,
                part=_part(report, start),
                opens=tuple(places.opens.get(start, ())),
                notes=tuple(places.notes.get(end, ())),
            )


def _within(cuts: Sequence[int], segment: Segment) -> Sequence[int]:
    return cuts[bisect_right(cuts, segment.start) : bisect_left(cuts, segment.end)]


def _places(report: Report) -> _Places:
    places = _Places()
    length = len(report.text)
    for one in report.attributions:
        starts = [s.start for s in (*one.content, *one.cue, *one.source) if 0 <= s.start < s.end]
        if starts and min(starts) < length:
            places.opens[min(starts)].append(one.id)
        if one.content:
            places.notes[note_place(report.text, one)].append(one.id)
    return places


def note_place(text: str, attribution: Attribution) -> int:
    """Return where the number of an attribution stands: after its content, never in a word."""
    at = min(len(text), max(1, max(span.end for span in attribution.content)))
    while at < len(text) and _WORD.match(text, at):
        at += 1
    while at < len(text) and text[at] in _CLOSING:
        at += 1
    return at


def _part_edges(report: Report) -> Iterator[int]:
    for part in report.parts:
        yield part.span.start
        yield part.span.end


def _part(report: Report, at: int) -> str | None:
    return next((p.kind for p in report.parts if p.span.start <= at < p.span.end), None)
