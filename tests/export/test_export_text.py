"""Outside text made safe, measured and flowed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.export.columns import broken, direction, has_right_to_left, isolate, width
from rawi.export.flow import Piece, View, flow, outside
from rawi.export.safe import lines_kept, one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb\x07", "a␛[31mb␇"),
        ("a\x9b31mb\x7f", "a\ufffd31mb␡"),
        ("a\u202eb\u2066c\u2069\u200f\ufeff\u00ad", "abc"),
        ("a \t\r\n\u2028 b", "a b"),
        ("\ud800", "\ufffd"),
        ("می‌خواهم", "می‌خواهم"),  # a joiner that the spelling needs
        ("لا\u00a0شيء", "لا\u00a0شيء"),
    ],
)
def test_one_line(text: str, shown: str) -> None:
    assert one_line(text) == shown


@given(st.text())
def test_nothing_that_steers_or_hides_is_left(text: str) -> None:
    for shown in (one_line(text), lines_kept(text).replace("\n", "").replace("\t", "")):
        for char in shown:
            assert unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
            assert unicodedata.category(char) != "Cf" or char in "\u200c\u200d"
        shown.encode()


def test_lines_kept() -> None:
    assert lines_kept("a\r\nb\rc\td\x1b") == "a\nb\nc\td␛"


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("قَالَ", 3), ("新聞", 4), ("e\u0301", 1), ("", 0)]
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "towards"), [("قال RTVI", "rtl"), ("RTVI قال", "ltr"), ("12, ", None)]
)
def test_direction(text: str, towards: str | None) -> None:
    assert direction(text) == towards


def test_isolates() -> None:
    assert isolate("قال", "rtl") == "\u2067قال\u2069"
    assert isolate("RTVI قال", "ltr") == "\u2066RTVI قال\u2069"
    assert has_right_to_left("a قال")
    assert not has_right_to_left("été 新聞")


def test_a_broken_word_keeps_its_marks() -> None:
    assert broken("قَالَتْ", 2) == ["قَا", "لَتْ"]


def test_flow_goes_over_pieces() -> None:
    pieces = [Piece("1. "), outside("Husam al-Badri"), Piece(", "), outside("head of the stock")]
    assert flow(pieces, View(width=22), "  ", "    ") == [
        "  1. Husam al-Badri,",
        "    head of the stock",
    ]
    assert flow(pieces, View()) == ["1. Husam al-Badri, head of the stock"]


def test_each_line_of_a_piece_is_dressed_by_itself() -> None:
    view = View(width=12, colour=True, isolates=True)
    assert flow([Piece("“"), outside("ستة أشهر كاملة", "cue"), Piece("”")], view) == [
        "“\x1b[33m\u2067ستة أشهر\u2069\x1b[0m",
        "\x1b[33m\u2067كاملة\u2069\x1b[0m”",
    ]


def test_a_latin_line_of_right_to_left_text_keeps_its_direction() -> None:
    view = View(width=10, isolates=True)
    assert flow([outside("قال RTVI (RU).")], view)[-1] == "\u2067(RU).\u2069"


@given(st.lists(st.text(alphabet="ab ق\u064e新"), max_size=4), st.integers(8, 30))
def test_flowing_keeps_all_words_and_the_width(texts: list[str], columns: int) -> None:
    pieces = [outside(text) for text in texts]
    lines = flow(pieces, View(width=columns))
    assert all(width(line) <= columns for line in lines)
    whole = "".join(piece.text for piece in pieces)
    assert "".join(lines).replace(" ", "") == whole.replace(" ", "")
