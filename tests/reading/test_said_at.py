"""When it was said: a day beside the cue, counted from the day of publication."""

from __future__ import annotations

import pytest
from sentences import read


def dates(text: str, published: str | None) -> list[str | None]:
    found = read(text, published=published).attributions
    return [one.said_at.value if one.said_at else None for one in found]


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("قال الوزير سعيد النجار، الثلاثاء، إن المفاوضات تقدمت.", "2024-08-21", "2024-08-20"),
        ("قال الوزير سعيد النجار، الثلاثاء، إن المفاوضات تقدمت.", "2024-08-20", "2024-08-20"),
        ("قال الوزير سعيد النجار، الثلاثاء، إن المفاوضات تقدمت.", "2024-08-19", "2024-08-13"),
        ("وقال رئيس البرلمان أنور شكري، الأربعاء، إن الجلسة أرجئت.", "2024-08-21", "2024-08-21"),
        ("وقال وزير الصحة أمس إن الوباء انحسر.", "2024-08-21", "2024-08-20"),
        ("وقال وزير الصحة أمس إن الوباء انحسر.", "2024-03-01", "2024-02-29"),
        ("قال سليم كرم صباح اليوم إن العمل مستمر.", "2024-08-21", "2024-08-21"),
        ("قال سليم كرم يوم الاثنين إن العمل مستمر.", "2024-08-21T09:30:00Z", "2024-08-19"),
        ("أعلن الوزير سليم كرم، السبت 16 مارس 2024، أن الطريق فتح.", None, "2024-03-16"),
        ("قال المتحدث سليم كرم في 3 مارس 2024 إن التحقيق انتهى.", None, "2024-03-03"),
    ],
)
def test_the_day_beside_the_cue(text: str, published: str | None, day: str) -> None:
    assert dates(text, published) == [day]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        # what is said is of a day, not the saying
        ("قال المتحدث سليم كرم إن التحقيق سينتهي يوم الاثنين.", "2024-08-21"),
        # a weekday without a day to count from
        ("قال الوزير سعيد النجار، الثلاثاء، إن المفاوضات تقدمت.", None),
        ("قال الوزير سعيد النجار إن المفاوضات تقدمت.", "2024-08-21"),
    ],
)
def test_no_day_where_the_sentence_tells_none(text: str, published: str | None) -> None:
    assert dates(text, published) == [None]


def test_evidence_is_the_words_of_the_day() -> None:
    text = "قال الوزير سعيد النجار، الثلاثاء، إن المفاوضات تقدمت."
    (one,) = read(text).attributions
    assert one.said_at is not None
    assert one.said_at.precision == "day"
    assert [span.of(text) for span in one.said_at.evidence] == ["الثلاثاء"]
