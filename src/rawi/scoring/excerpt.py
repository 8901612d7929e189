"""The sentence around some spans, cut to a bearable length."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rawi.scoring.text import Offsets

#: Characters kept on either side of the spans where the sentence is longer.
REACH = 80
#: Ends of sentences in any language, the Arabic question mark among them.
_END = re.compile(r"[.!?\u061f\u06d4…]+[\"'”»’)]*\s|\n")


@dataclass(frozen=True)
class Excerpt:
    """A stretch `[start, end)` of a text; `cut_before` and `cut_after` tell of a cut sentence."""

    start: int
    end: int
    cut_before: bool
    cut_after: bool


def excerpt(text: str, spans: Sequence[Offsets], reach: int = REACH) -> Excerpt:
    """Return the sentences that the spans (one at least) lie in.

    No more than `reach` characters are kept on either side of the spans.
    """
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    low, high = max(0, first - reach), min(len(text), last + reach)
    before = [match.end() for match in _END.finditer(text, low, first)]
    # One character back: the content may take in the full stop itself.
    after = _END.search(text, max(first, last - 1), high)
    end = after.end() if after else high
    while end > last and text[end - 1].isspace():
        end -= 1
    return Excerpt(
        start=before[-1] if before else low,
        end=end,
        cut_before=not before and low > 0,
        cut_after=after is None and high < len(text),
    )
