"""Marks stand on the words that were found, in the text as it is written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.ledger.query import parse
from rawi.ledger.snippets import LENGTH, Marker
from rawi.records import Span


def marked(query: str, text: str, *within: Span) -> list[str]:
    return [mark.of(text) for mark in Marker(parse(query)).marks(text, within)]


@pytest.mark.parametrize(
    ("query", "text", "marks"),
    [
        ("ارهاب", "عن الإرهاب والإرهاب، لا الإرهابي", ["الإرهاب", "والإرهاب"]),
        ("ارهاب*", "الإرهابي", ["الإرهابي"]),
        ("wheat", "Wheat, WHEAT and wheaten wheat's", ["Wheat", "WHEAT", "wheat"]),
        ("a", "a banana a", ["a", "a"]),
        ('"price of bread"', "the price  of\nbread, the price of rice", ["price  of\nbread"]),
        ('"price of br*"', "price of bread", ["price of bread"]),
        ("price price", "price", ["price"]),
        ("one OR two", "two one", ["two", "one"]),
        ("one -two", "one two", ["one"]),
        ("élysée", "l'Elyse\u0301e; ELYSÉE", ["Elyse\u0301e", "ELYSÉE"]),
        ("elysee", "e\u0301lyse\u0301e", ["e\u0301lyse\u0301e"]),
        ("abu-dhabi", "Abu Dhabi, Abu, Dhabi", ["Abu Dhabi", "Abu, Dhabi"]),
    ],
)
def test_marks(query: str, text: str, marks: list[str]) -> None:
    assert marked(query, text) == marks


def test_marks_within_spans_alone() -> None:
    text = "one two one two"
    assert Marker(parse("one")).marks(text, [Span(0, 5), Span(12, 15)]) == (Span(0, 3),)


def test_a_snippet_has_the_most_marks() -> None:
    text = "bread. " + "x " * 400 + "bread and more bread. " + "y " * 400
    snippet = Marker(parse("bread")).snippet(text)
    assert [mark.of(text) for mark in snippet.marks] == ["bread", "bread"]
    assert snippet.span.end - snippet.span.start <= LENGTH


def test_without_a_query_the_beginning_is_shown() -> None:
    text = "word " * 200
    snippet = Marker(None).snippet(text)
    assert (snippet.span.start, snippet.marks) == (0, ())
    assert 0 < snippet.span.end <= LENGTH
    assert text[snippet.span.end - 1 : snippet.span.end + 1] in ("d ", " w")


@given(
    st.text(alphabet="ab و.\u0301\u064e", max_size=60),
    st.sampled_from(["a", "ab", "b*", '"a b"', "وa"]),
)
def test_marks_are_words_of_the_text(text: str, query: str) -> None:
    marks = Marker(parse(query)).marks(text)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert all(a.end <= b.start for a, b in pairwise(marks))
    snippet = Marker(parse(query)).snippet(text)
    assert all(snippet.span.start <= mark.start for mark in snippet.marks)
