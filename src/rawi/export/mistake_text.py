"""The words of one mistake: the sentence with its spans marked, and fields as words.

In an excerpt ⟦ ⟧ stand around gold content, ⟪ ⟫ around content as found, ‹ › around
the cue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.scoring.excerpt import excerpt
from rawi.scoring.mistakes import Mistake
from rawi.scoring.records import Marked
from rawi.scoring.text import Offsets

GOLD, FOUND, CUE = "⟦⟧", "⟪⟫", "‹›"
LEGEND = "⟦gold⟧ ⟪found⟫ ‹cue›"

#: Where a mark stands, what orders it among those at one place, and the mark.
Edge = tuple[int, tuple[int, int, int], str]


def marked_excerpt(mistake: Mistake, text: str) -> str:
    """Return the sentence around the mistake with the contents and the cue marked."""
    ours, theirs = (
        one.spans["content"] if one else [] for one in (mistake.gold, mistake.predicted)
    )
    around = excerpt(text, [*ours, *theirs])
    one = mistake.gold or mistake.predicted
    # A cue in another sentence stays out of the excerpt.
    cue = [
        span
        for span in (one.spans["cue"] if one else [])
        if around.start <= span[0] and span[1] <= around.end
    ]
    edges = [
        edge
        for rank, (spans, marks) in enumerate(((ours, GOLD), (theirs, FOUND), (cue, CUE)))
        for edge in _edges(spans, marks, rank)
    ]
    shown, position = ["… " if around.cut_before else ""], around.start
    for offset, _, mark in sorted(edges):
        shown += text[position:offset], mark
        position = offset
    shown += text[position : around.end], " …" if around.cut_after else ""
    return "".join(shown)


def _edges(spans: Sequence[Offsets], marks: str, rank: int) -> Iterator[Edge]:
    """Yield the marks; at one offset they close before others open, the inner ones first."""
    for start, end in spans:
        yield start, (1, -end, rank), marks[0]
        yield end, (0, -start, -rank), marks[1]


def value(attribution: Marked | None, field: str, text: str) -> str:
    """Return a field (source, speaker, chain) as words: "(none)" where it is empty."""
    if attribution is None:
        return "(none)"
    if field == "source":
        shown = " … ".join(text[start:end] for start, end in attribution.spans["source"])
    elif field == "speaker":
        shown = attribution.speaker.written if attribution.speaker else ""
    else:
        shown = " → ".join(hop.written for hop in attribution.chain)
    return shown or "(none)"
