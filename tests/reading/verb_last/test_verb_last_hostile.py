"""Texts that are none, long ones, and any mixture of words: read without an error, in due time."""

from __future__ import annotations

import random
import time

import pytest
from subject_first_sentences import report

WORDS = [
    "Bakan", "Fidan", "Hakan", "'ın", ",", ".", '"', "“", "”", "(", ")", ":", "\n", "göre",
    "haberine", "Reuters'ın", "dedi", "söyledi", "belirten", "olduğunu", "X", "hesabından", "ve",
    "Türkiye'nin", "açıklamada", "yapılan", "isimli", "bir", "biri", "tarafından", "dayandırdığı",
    "şunları", "şöyle", "diye", "'", "’", "-", "–", "12", "M.G.", "A.", "İ", "ı",
]  # fmt: skip


def test_any_mixture_of_words_is_read() -> None:
    dice = random.Random(3)
    for _ in range(150):
        text = " ".join(dice.choice(WORDS) for _ in range(dice.randint(1, 60)))
        for one in report(text, "tr").attributions:
            spans = (*one.content, *one.cue, *one.source)
            assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    "piece",
    [
        "Bakan, ",
        "Bakana göre, ",
        '"Bakan dedi ',
        "söyledi ",
        "Reuters'ın haberine göre ",
        '"x" diye ',
        "Bakan şunları söyledi:\n",
        "(Bakan) ",
        "Hakan Fidan'ın ",
    ],
)
def test_time_grows_with_the_text_alone(piece: str) -> None:
    report(piece, "tr")  # the tables are loaded
    spent = []
    for count in (500, 2000):
        start = time.perf_counter()
        report(piece * count, "tr")
        spent.append(time.perf_counter() - start)
    assert spent[1] < max(0.5, 12 * spent[0])
