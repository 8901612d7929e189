"""Paragraphs in another language are read as that; offsets are the report's."""

from __future__ import annotations

import rawi
from rawi.records import Report

ARABIC = "قال وزير الزراعة إن محصول القمح يكفي البلاد حتى نهاية العام المقبل."
ENGLISH = "The minister of agriculture said that the wheat harvest was enough for the whole year."


def test_a_paragraph_in_another_language_is_read_as_it_stands() -> None:
    text = f"{ARABIC}\n\n{ENGLISH}\n\n{ARABIC}"
    report = rawi.read(Report(id="t", text=text))
    assert report.language == "ar"
    contents = [" ".join(span.of(text) for span in one.content) for one in report.attributions]
    assert len(contents) == 3
    assert contents[1] == "the wheat harvest was enough for the whole year"
    assert contents[0] == contents[2] != ""
    assert [one.id for one in report.attributions] == ["a1", "a2", "a3"]


def test_short_lines_and_quotations_stay_with_their_report() -> None:
    text = f"{ENGLISH}\n\n“{ARABIC}” the minister said.\n\nالمصدر"
    report = rawi.read(Report(id="t", text=text))
    assert report.language == "en"
    assert len(report.attributions) == 2
