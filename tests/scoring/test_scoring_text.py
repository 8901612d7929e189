"""Folding and tokens."""

from __future__ import annotations

import pytest

from rawi.scoring.text import Tokens, fold, token_f1, tokenize


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("مصطفى", "مصطفي"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("وكالة الأنباء", "وكاله الانباء"),
        ("عبد  الله", "عبدالله"),
        ("رئيس\u200f", "رئيس"),
        ("JOSÉ  Müller", "jose muller"),
        ("Straße", "STRASSE"),
        ("ٱلله", "الله"),
    ],
)
def test_fold_makes_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("سعد", "سعيد"), ("Ann", "Anna"), ("سماء", "سما")])
def test_fold_keeps_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_tokens_are_runs_of_letters_and_digits() -> None:
    text = "U.S. “won’t” pay 3,5_m: قالَ مُحَمَّدٌ"
    assert [text[start:end] for start, end in tokenize(text)] == [
        *("U", "S", "won", "t", "pay", "3", "5", "m", "قالَ", "مُحَمَّدٌ")
    ]


@pytest.mark.parametrize(
    "word", ["that", "que", "qu", "что", "أنّ", "إنَّ", "ان", "بأن", "أنه", "وأنها", "بأنهم"]
)
def test_complementisers_do_not_count(word: str) -> None:
    tokens = Tokens(f"{word} سنرى")
    assert tokens.within([(0, tokens.length)]) == {1}
    assert tokens.within([(0, len(word))]) == {0}  # nothing else is there


@pytest.mark.parametrize("word", ["than", "أنا", "لأن", "إنسان", "quo"])
def test_other_words_count(word: str) -> None:
    assert Tokens(f"{word} سنرى").within([(0, 99)]) == {0, 1}


def test_a_cut_token_counts() -> None:
    assert Tokens("والحكومة ترفض").within([(1, 3)]) == {0}


def test_token_f1() -> None:
    assert token_f1({1, 2}, {2, 3}) == 0.5
    assert token_f1(set(), set()) == 0.0
