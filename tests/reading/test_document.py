"""Paragraphs, sentences, datelines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sentences import document

from rawi.reading.document import SENTENCE_TOKENS


def sentences(text: str) -> list[str]:
    table = document(text)
    return [table.tokens.words(one.first, one.last) for one in table.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد. غادر الوفد.", ["وصل الوفد.", "غادر الوفد."]),
        ("هل وصل الوفد؟ نعم!", ["هل وصل الوفد؟", "نعم!"]),
        ("وصل الوفد\nغادر الوفد", ["وصل الوفد", "غادر الوفد"]),
        # a number, an initial, a run of marks
        ("بلغ النمو 4.6 بالمئة.", ["بلغ النمو 4.6 بالمئة."]),
        ("قال أ. ب. كرم نعم.", ["قال أ. ب. كرم نعم."]),
        ("كيف؟! لا أحد يعلم.", ["كيف؟!", "لا أحد يعلم."]),
        # a quotation stays whole
        ("قال: «نعم. لا. ربما» ومضى.", ["قال: «نعم. لا. ربما» ومضى."]),
        ("قال: «نعم.\n«لا» ومضى.\nغادر", ["قال: «نعم.\n«لا» ومضى.", "غادر"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("بيروت (رويترز) - قال سليم كرم إن العمل مستمر.", "بيروت (رويترز) -"),
        ("القاهرة - رويترز: قال سليم كرم إن العمل مستمر.", "القاهرة - رويترز:"),
        ("نيويورك - 3 مارس (رويترز) - قال سليم كرم إن العمل مستمر.", "نيويورك - 3 مارس (رويترز) -"),
        ("قال سليم كرم إن العمل مستمر - منذ أمس.", None),
        ("سليم كرم: العمل مستمر منذ أمس", None),
    ],
)
def test_a_dateline_opens_a_paragraph(text: str, dateline: str | None) -> None:
    table = document(text)
    found = [
        table.tokens.words(table.paragraphs[number].first, end)
        for number, end in table.datelines.items()
    ]
    assert found == ([dateline] if dateline else [])
    if dateline:
        assert table.tokens.words(table.sentences[0].first, table.sentences[0].first + 1) == "قال"


def test_a_short_first_line_is_a_headline() -> None:
    table = document("الطريق آمن\n\nقال سليم كرم إن الطريق آمن وإن العمل انتهى قبل الموعد.")
    assert [one.kind for one in table.paragraphs] == ["headline", None]


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوفد أمس.\n\nقال سليم كرم إن الطريق آمن وإن العمل انتهى قبل الموعد.",
        "قال سليم كرم إن الطريق آمن",
    ],
)
def test_a_sentence_and_a_text_of_one_line_are_no_headline(text: str) -> None:
    assert all(one.kind is None for one in document(text).paragraphs)


PIECES = ["نعم", "قال", ".", "؟", "«", "»", '"', "\n", " ", "3.5", "(", ")", "بيروت", " - ", ":"]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_sentences_and_paragraphs_stand_in_order(text: str) -> None:
    table = document(text)
    for parts in (table.sentences, table.paragraphs):
        at = 0
        for part in parts:
            assert at <= part.first < part.last <= len(table.tokens)
            at = part.last
    for number, end in table.datelines.items():
        assert table.paragraphs[number].first < end <= table.paragraphs[number].last


def test_an_endless_sentence_is_read_in_pieces() -> None:
    table = document("نعم " * 2 * SENTENCE_TOKENS + "«" + "لا " * 2 * SENTENCE_TOKENS + "» نعم")
    assert [one.last - one.first for one in table.sentences] == [
        SENTENCE_TOKENS,
        SENTENCE_TOKENS,
        2 * SENTENCE_TOKENS + 2,  # a quotation is left whole
        1,
    ]
