"""Tokens: words, numbers, marks and line ends, with their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sentences import document


def pieces(text: str) -> list[str]:
    tokens = document(text).tokens
    return [tokens.words(index, index + 1) for index in range(len(tokens))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال إن القمح يكفي.", ["قال", "إن", "القمح", "يكفي", "."]),
        ("«نعم»، قال", ["«", "نعم", "»", "،", "قال"]),
        ("قـــالَ نعم", ["قـــالَ", "نعم"]),
        ("بلغ 4.6 بالمئة", ["بلغ", "4.6", "بالمئة"]),
        ("في 21/8/2024 و1,500", ["في", "21/8/2024", "و1", ",", "500"]),
        ("نعم\nلا", ["نعم", "\n", "لا"]),
        ("نعم\u200fلا", ["نعم", "لا"]),
        ("", []),
        (" \t ", []),
    ],
)
def test_pieces(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_keys_are_folded_and_offsets_are_not() -> None:
    text = "  أَكَّدَ المديرُ"
    tokens = document(text).tokens
    assert tokens.key[0] == "اكد"
    assert tokens.span(0, 1).of(text) == "أَكَّدَ"
    assert tokens.span(0, 2).of(text) == "أَكَّدَ المديرُ"


def test_words_are_counted_without_marks() -> None:
    tokens = document("«نعم»، قال 3 مرات.").tokens
    assert tokens.count_words(0, len(tokens)) == 4


@settings(deadline=None, max_examples=300)
@given(st.text())
def test_tokens_stand_in_order_and_cover_all_letters(text: str) -> None:
    tokens = document(text).tokens
    at = 0
    for start, end in zip(tokens.start, tokens.end, strict=True):
        assert at <= start < end <= len(text)
        assert not any(char.isalnum() for char in text[at:start])
        at = end
    assert not any(char.isalnum() for char in text[at:])


@pytest.mark.parametrize("stretch", [1, 2, 3, 5, 8])
def test_a_long_text_in_stretches(stretch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = '  قـال: «نعم»،\u200f 4.6 و1,500 \n\n أو "لا"... ((آ)) \t'
    whole = document(text).tokens
    monkeypatch.setattr("rawi.reading.tokens.STRETCH", stretch)
    parts = document(text).tokens
    assert (parts.key, parts.start, parts.end) == (whole.key, whole.start, whole.end)
