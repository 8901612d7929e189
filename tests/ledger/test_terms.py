"""A text and a query meet in the same terms, and every term has its place in the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.ledger.terms import LONGEST, attached, placed_terms, plain, terms


def one(word: str) -> str:
    (term,) = terms(word)
    return term


@pytest.mark.parametrize(
    "spelling",
    [
        "إرهاب", "ارهاب", "الإرهاب", "الارهاب", "والإرهاب", "وإرهاب", "بالإرهاب", "للإرهاب",
        "وللإرهاب", "فالإرهاب", "إِرْهَاب", "الإرهـــاب", "الإر\u200dهاب",
    ],
)  # fmt: skip
def test_spellings_of_an_arabic_word_are_one_term(spelling: str) -> None:
    assert one(spelling) == "ارهاب"


@pytest.mark.parametrize(
    ("form", "other"),
    [
        ("مسؤول", "مسئول"), ("مدرسة", "مدرسه"), ("على", "علي"), ("کتاب", "كتاب"),
        ("٢٠٢٤", "2024"), ("۲۰۲۴", "2024"), ("Élysée", "ELYSEE"), ("Straße", "STRASSE"),
        ("Łódź", "lodz"), ("Ёлка", "елка"), ("Война", "ВОЙНА"), ("и\u0306од", "йод"),
        ("ﻻ", "لا"), ("œuvre", "oeuvre"), ("Istanbul", "İstanbul"),
    ],
)  # fmt: skip
def test_spellings_that_are_one(form: str, other: str) -> None:
    assert terms(form) == terms(other)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("وزير", "زير"), ("وكالة", "كالة"), ("والده", "ده"), ("الله", "له"), ("الآن", "أن"),
        ("بالغ", "غ"), ("мой", "мои"), ("ورقة", "الرقة"), ("وفاة", "فاة"), ("بلد", "لد"),
    ],
)  # fmt: skip
def test_words_that_stay_apart(word: str, other: str) -> None:
    assert terms(word) != terms(other)


@pytest.mark.parametrize("word", ["ووزير", "والوزير", "للوزير", "بالوزير", "الوزير"])
def test_the_conjunction_goes_and_the_word_stays(word: str) -> None:
    assert one(word) == "وزير"


def test_letters_that_may_be_stuck_to_a_word() -> None:
    assert attached("ارهاب") == ("بارهاب", "لارهاب", "كارهاب", "فارهاب")
    assert one("لإرهاب") in attached("ارهاب")
    assert attached("terror") == ()


def test_what_parts_words() -> None:
    assert terms("l'Ukraine, U.S.A. — Абу-Даби: 1,5 (x_y)") == [
        "l", "ukraine", "u", "s", "a", "абу", "даби", "1", "5", "x", "y",
    ]  # fmt: skip
    assert terms(" — …؟ ") == []


def test_a_word_without_end_is_cut() -> None:
    assert one("x" * 100_000) == "x" * LONGEST


def test_plain_cuts_nothing_off() -> None:
    assert plain("والإرهاب") == "والارهاب"


@given(st.text())
def test_places_are_those_of_the_terms(text: str) -> None:
    placed = list(placed_terms(text))
    assert [term.term for term in placed] == terms(text)
    for term in placed:
        assert terms(text[term.start : term.end]) == [term.term]
    assert all(a.end <= b.start for a, b in pairwise(placed))


@given(st.text())
def test_a_term_is_safe_in_an_index(text: str) -> None:
    for term in terms(text):
        assert term
        assert not any(char.isspace() or char in "\"'\\\0:*()" for char in term)


@given(st.text(alphabet="والبلكفإأرهابزي ة"))
def test_folding_arabic_never_empties_a_word(text: str) -> None:
    assert len(terms(text)) == len(text.split())
