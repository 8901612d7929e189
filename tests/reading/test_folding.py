"""The shadow of a text has the text's length, so that offsets need no map."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sentences import PACK

from rawi.reading.folding import FILL, Folder

FOLD = PACK.fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إلى", "الى"),
        ("مُؤَكِّداً", "مؤكدا"),
        ("محـــمد", "محمد"),
        ("٢٠٢٤", "2024"),
        ("۲۰۲۴", "2024"),
        ("علی", "علي"),
        ("کتاب", "كتاب"),
        ("REUTERS", "reuters"),
        ("مي\u200cخواهم", "ميخواهم"),
    ],
)
def test_fold_makes_equal(one: str, other: str) -> None:
    assert FOLD.word(one) == FOLD.word(other)


@pytest.mark.parametrize(("one", "other"), [("آلان", "الان"), ("سعد", "سعيد"), ("قال", "قالا")])
def test_fold_keeps_apart(one: str, other: str) -> None:
    assert FOLD.word(one) != FOLD.word(other)


@pytest.mark.parametrize("control", ["\u200f", "\u200e", "\u202b", "\u2069", "\xa0", "\u3000"])
def test_controls_and_odd_spaces_are_spaces(control: str) -> None:
    assert FOLD.shadow(f"نعم{control}لا") == "نعم لا"


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85"])
def test_odd_line_ends_are_line_ends(end: str) -> None:
    assert FOLD.shadow(f"نعم{end}لا") == "نعم\nلا"


def test_a_language_without_a_table_folds_case_and_digits_all_the_same() -> None:
    assert Folder({}).shadow("Ünö ٣") == "ünö 3"


@settings(deadline=None, max_examples=300)
@given(st.text() | st.text(st.characters(categories=["Cs", "Cf", "Mn", "Lo"])))
def test_the_shadow_is_as_long_as_the_text(text: str) -> None:
    shadow = FOLD.shadow(text)
    assert len(shadow) == len(text)
    assert FOLD.shadow(shadow) == shadow
    assert FILL not in FOLD.word(text)
