"""Long texts of one thing alone are read without error.

Their time is not measured here: a text whose cost grew with the square of its length would
take so long that nobody could overlook it.
"""

from __future__ import annotations

import pytest
from sentences import read

LENGTH = 200_000


def of(unit: str, length: int = LENGTH) -> str:
    """Return a text of a length that repeats a unit."""
    return (unit * (length // len(unit) + 1))[:length]


@pytest.mark.parametrize(
    "unit",
    ["«", "»", '"', "“”", "'ا' ", "\n", "(", "()", ":", ".", "- ", "الوزير ", "محمد ", "رويترز ",
     "على تويتر ", "القمح يكفي البلاد ", "ا", "ـ", "21 ", "أغسطس/", "المصدر: رويترز\n"],
)  # fmt: skip
def test_a_long_text_of_one_thing(unit: str) -> None:
    text = of(unit)
    report = read(text)
    assert report.text == text
    for one in report.attributions:
        assert all(0 <= span.start < span.end <= len(text) for span in one.content)


@pytest.mark.parametrize(
    "unit",
    ["قال ", "وأكد أن ", "قال إن ", "مؤكدا أن ", "بحسب ", "وفقا ل", "نقلت عن ", "قوله ",
     "رفض التعليق ", "قال محمد ", "قال: ", "قال: «", "قال الوزير إن القمح يكفي البلاد، ", "«\n"],
)  # fmt: skip
def test_a_text_of_one_cue_alone(unit: str) -> None:
    text = of(unit, 20_000)
    assert read(text).text == text


@pytest.mark.parametrize("text", ["علق الوزير على الموضوع، عبر", "قال الوزير إن القمح يكفي، في"])
def test_a_text_that_breaks_off_after_a_preposition(text: str) -> None:
    assert read(text).text == text
