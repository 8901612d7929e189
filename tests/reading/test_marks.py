"""Quotation marks, matched over the whole report."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sentences import document, read, said

import rawi
from rawi.reading import marks


def quoted(text: str) -> list[str]:
    """Return what stands in the outermost marks of a text."""
    table = document(text)
    return [
        table.tokens.words(quote.open + 1, quote.close)
        for quote in table.quotes
        if quote.close > quote.open + 1
    ]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("قال: «نعم».", ["نعم"]),
        ("قال: \"نعم\".", ["نعم"]),
        ("قال: “نعم”.", ["نعم"]),
        ("قال: „نعم“.", ["نعم"]),
        ("قال: ”نعم“.", ["نعم"]),
        ("قال: ‹نعم›.", ["نعم"]),
        # several in one line
        ("«نعم» ثم «لا»", ["نعم", "لا"]),
        ("\"نعم\" ثم \"لا\"", ["نعم", "لا"]),
        # only the outermost is kept
        ("«قال \"نعم\" ومضى»", ["قال \"نعم\" ومضى"]),
        ("«قال «نعم» ومضى»", ["قال «نعم» ومضى"]),
        # straight marks inside straight marks, and after a stuck preposition
        ("قال: \"نعم \"كلا\" ومضى\".", ["نعم \"كلا\" ومضى"]),
        ("قال: \"لا صلة لنا بـ\"المشروع\" كله\".", ["لا صلة لنا بـ\"المشروع\" كله"]),
        # a space after the opening mark, or before neither
        ("قال:\" نعم لا\".", ["نعم لا"]),
        ("قال:” نعم لا”.", ["نعم لا"]),
        ("قال: »نعم لا«.", ["نعم لا"]),
        ("وأردف الوزير\" نعم لا\".", ["نعم لا"]),
        # over a line's end, a space before the closing mark
        ("قال:\" نعم\nلا \".", ["نعم\nلا"]),
        # the wrong mark closes where it is the only one
        ("قال: “نعم\".", ["نعم"]),
        ("قال: «نعم\" ومضى", ["نعم"]),
        # no closing mark: the quotation ends with its line
        ("قال: «نعم\nومضى الوفد", ["نعم"]),
        # an apostrophe opens nothing
        ("d'accord", []),
        ("لا علامات هنا", []),
    ],
)  # fmt: skip
def test_outermost_quotations(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


def test_a_quotation_that_is_reopened_in_each_paragraph_is_one() -> None:
    table = document("قال: «نعم.\n«لا.\n«ربما». ثم مضى")
    (quote,) = table.quotes
    assert quote.closed
    assert table.tokens.words(quote.open, quote.after).endswith("ربما»")


def test_an_open_quotation_does_not_swallow_the_next_statement() -> None:
    first, second = said("قال سليم كرم: «العمل مستمر\nوأكدت وزارة الصحة أن اللقاح متوفر.")
    assert (first.content, first.type) == ("العمل مستمر", "direct")
    assert (second.content, second.speaker) == ("اللقاح متوفر", "وزارة الصحة")


@pytest.mark.parametrize(("open", "close"), ["«»", "“”", "„“", "‹›", '""'])
def test_direct_speech_is_read_in_every_kind_of_mark(open: str, close: str) -> None:
    (one,) = said(f"قال سليم كرم: {open}العمل مستمر ليلا ونهارا{close}.")
    assert (one.content, one.type) == ("العمل مستمر ليلا ونهارا", "direct")


MARKED = st.lists(st.sampled_from([*marks.MARKS, "نعم", " ", "\n", ".", ":"]), max_size=60)


@settings(deadline=None, max_examples=200)
@given(MARKED.map("".join))
def test_quotations_stand_one_after_the_other_inside_the_text(text: str) -> None:
    table = document(text)
    at = 0
    for quote in table.quotes:
        assert at <= quote.open < quote.close <= quote.after <= len(table.tokens)
        assert table.tokens.key[quote.open] in marks.MARKS
        at = quote.after
        assert table.quote_over(quote.open) == quote
    assert read(text).text == text


def test_two_single_marks_stand_for_a_double_one() -> None:
    text = "‘’Le port est prêt’’, a dit le préfet Paul Morvan. ''Tout va bien'', a-t-il ajouté."
    said = [
        [text[span.start : span.end] for span in one.content]
        for one in rawi.read(text, language="fr").attributions
    ]
    assert said == [["Le port est prêt"], ["Tout va bien"]]
