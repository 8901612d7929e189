"""A report laid out for a person."""

from __future__ import annotations

import re

import msgspec
import pytest
from sample_report import REPORT, TEXT

from rawi.export.columns import width
from rawi.export.flow import View
from rawi.export.terminal import TITLE_LENGTH, report_lines, title
from rawi.records import Report


def test_plain() -> None:
    assert report_lines(REPORT, View()) == [
        "القمح يكفي ستة أشهر",
        "صحيفة الميزان · 2024-05-12 · ar · r1",
        "note: the encoding was guessed",
        "",
        "  1. حسام البدري, رئيس الهيئة",
        "     direct · cue: قال · said at: 2024-05",
        "     “المخزون كاف … لا خوف”",
        "     حسام البدري → RTVI → تاس",
        "",
        "  2. مصدر (unnamed)",
        "     indirect · cue: بحسب",
        "     “البدري قال «لا»”",
        "",
        "  3. (speaker unknown)",
        "     direct · no cue",
        "     “لا”",
        "",
    ]


def test_explain_quotes_the_words_of_every_reason() -> None:
    lines = report_lines(REPORT, View(explain=True))
    assert lines[8:12] == [
        "     - cue: verb of saying “قال”",
        "     - speaker: the only name there is",
        "     - said to RTVI “لقناة RTVI”",
        "     - relayed by تاس “المصدر: تاس”",
    ]


def test_every_right_to_left_run_is_isolated() -> None:
    shown = "\n".join(report_lines(REPORT, View(isolates=True)))
    assert "\u2067حسام البدري\u2069 → RTVI → \u2067تاس\u2069" in shown
    assert "“\u2067المخزون كاف … لا خوف\u2069”" in shown
    outside = re.sub("[\u2066\u2067][^\u2069]*\u2069", "", shown)
    assert not re.search("[\u0600-\u06ff]", outside)


@pytest.mark.parametrize("columns", [30, 40, 80])
def test_no_line_is_wider_than_asked(columns: int) -> None:
    long = msgspec.structs.replace(REPORT, title=TEXT * 3, id="x" * 100)
    for line in report_lines(long, View(width=columns, isolates=True, colour=True)):
        assert width(re.sub("\x1b\\[[0-9;]*m", "", line)) <= columns


def test_wrapping_loses_no_word() -> None:
    def letters(view: View) -> str:
        return re.sub(r"[\s\u2066-\u2069]", "", "".join(report_lines(REPORT, view)))

    assert letters(View(width=30, isolates=True)) == letters(View())


def test_without_statements() -> None:
    lines = report_lines(Report(id="r", text=""), View())
    assert lines == ["(no text)", "language unknown · r", "", "  No attributed statements."]


@pytest.mark.parametrize(
    ("report", "shown"),
    [
        (Report(id="r", text="One\nTwo", title=" A\ttitle "), "A title"),
        (REPORT, "القمح يكفي ستة أشهر"),
        (Report(id="r", text="\n \n First line \nTwo"), "First line"),
        (Report(id="r", text="x" * 500), "x" * (TITLE_LENGTH - 1) + "…"),
        (Report(id="r", text=""), ""),
    ],
)
def test_title(report: Report, shown: str) -> None:
    assert title(report) == shown
