"""A text cut where spans begin and end, so that overlapping spans can be shown flat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rawi.records import Attribution, Report, Span

#: The parts that are marked in a text, the most telling last.
ROLES = ("content", "source", "cue")


@dataclass(frozen=True)
class Segment:
    """A stretch `[start, end)` that no span begins or ends inside.

    `marks` are the (attribution id, role) that cover it, in the order of the
    attributions and then of `ROLES`.
    """

    start: int
    end: int
    marks: tuple[tuple[str, str], ...]


Mark = tuple[int, int, str]  # number of the attribution, number of the role, id


def segments(report: Report) -> Iterator[Segment]:
    """Yield the segments of the report's text, which together are the text.

    Spans that are empty or reach outside the text are cut to what they cover.
    """
    length = len(report.text)
    begins: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for mark, span in _marks(report.attributions):
        start, end = max(0, span.start), min(length, span.end)
        if start < end:
            begins[start].append(mark)
            ends[end].append(mark)
    live: list[Mark] = []
    edges = sorted({0, length, *begins, *ends})
    for start, end in pairwise(edges):
        for mark in ends[start]:
            live.remove(mark)
        live += begins[start]
        yield Segment(start, end, tuple((id_, ROLES[role]) for _, role, id_ in sorted(set(live))))


def _marks(attributions: Sequence[Attribution]) -> Iterator[tuple[Mark, Span]]:
    for number, attribution in enumerate(attributions):
        for role_number, role in enumerate(ROLES):
            for span in getattr(attribution, role):
                yield (number, role_number, attribution.id), span
