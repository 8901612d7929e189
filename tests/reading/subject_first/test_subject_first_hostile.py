"""Any text is read, with spans inside it, at a cost that grows with its length alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from subject_first_sentences import report

PIECES = st.sampled_from(
    ["The minister", "said", "that", "“", "”", '"', "'", "’s", ", ", ". ", ": ", "—", "\n", "\n\n",
     "according to", "Ada Lorne", "told the BBC", "who", "(", ")", "\u200b", "\ud800", "3.5", "as",
     "quoted", "as saying", "in the words of", "and", "did not", "\u0130"]
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES | st.text(max_size=5), max_size=40))
def test_spans_lie_in_the_text_and_are_told_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = report(text).attributions
    for one in found:
        spans = (*one.content, *one.cue, *one.source)
        assert one.content
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        for hop in one.chain:
            assert all(0 <= span.start < span.end <= len(text) for span in hop.evidence)
    assert [one.content[0] for one in found] == sorted(one.content[0] for one in found)


@settings(deadline=None, max_examples=30)
@given(st.lists(PIECES, max_size=30))
def test_the_same_text_gives_the_same_reading(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert report(text) == report(text)


@pytest.mark.parametrize(
    "piece", ['"', "'", "“", "said ", "He said ", ", ", "( ", "said that ", "A. ", "\n", "X: "]
)
def test_cost_grows_with_length_alone(piece: str) -> None:
    def cost(length: int) -> float:
        text = piece * (length // len(piece))
        best = 1e9
        for _ in range(2):
            start = time.process_time()
            report(text)
            best = min(best, time.process_time() - start)
        return best

    report("The minister said that all was well.")
    short, long = cost(20_000), cost(80_000)
    assert long < 8 * short + 0.2
