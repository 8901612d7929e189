"""Where a noun phrase that names a source ends."""

from __future__ import annotations

import pytest
from sentences import document, source

from rawi.reading.nouns import NounPhrases


@pytest.mark.parametrize(
    ("phrase", "rest"),
    [
        ("وزير الزراعة منير الصالح", "إن القمح يكفي"),
        ("وزير الزراعة منير الصالح", "أمس إن القمح يكفي"),
        ("المتحدث باسم الحكومة", "إن القمح يكفي"),
        ("مصدر في وزارة النفط", "إن القمح يكفي"),
        ("سليم كرم، مدير الميناء", ": نعم"),
        ("الرجل الذي فقد بيته", "، إن القمح يكفي"),
        ("حركة «الأرض»", "إن القمح يكفي"),
        ("رئيس بلدية أقمون الحاج بوعلام زروقي", "إن القمح يكفي"),
        ("سليم كرم (45 عاما)", "إن القمح يكفي"),
    ],
)
def test_the_end_of_a_phrase(phrase: str, rest: str) -> None:
    table = document(f"{phrase} {rest}")
    end = NounPhrases(table).end(0, len(table.tokens))
    assert table.tokens.words(0, end) == phrase


@pytest.mark.parametrize(
    ("word", "starts"),
    [("الوزير", True), ("سليم", True), ("وزارة", True), ("إن", False), ("لم", False), ("،", False)],
)
def test_what_a_source_may_begin_with(word: str, starts: bool) -> None:
    table = document(f"{word} كرم")
    assert NounPhrases(table).starts(0, len(table.tokens)) is starts


@pytest.mark.parametrize(
    "phrase",
    [
        "وزير الخارجية في الحكومة الانتقالية سليم كرم",
        "المدير العام للإطفاء العميد سليم كرم",
        "خبير الطاقة سليم كرم",
        "مسؤول كبير في البيت الأبيض",
    ],
)
def test_the_source_of_a_sentence_is_its_longest_phrase(phrase: str) -> None:
    assert source(f"وقال {phrase} إن القمح يكفي.") == phrase
