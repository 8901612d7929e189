"""The parts of a page that are not its running text, and what is read of them."""

from __future__ import annotations

import pytest
from sentences import read, said

BODY = "قالت وزارة النقل إن الميناء مغلق حتى إشعار آخر بسبب العاصفة."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("المصدر: رويترز", "credit"),
        ("(المصدر: رويترز)", "credit"),
        ("إعداد: سليم كرم", "byline"),
        ("صورة: سليم كرم", "caption"),
        ("اقرأ أيضا", "related"),
        ("اقرأ أيضا: الوزير يقول إن الطريق آمن", "related"),
        ("إقرأ المزيد: قال الوزير إن الطريق آمن", "related"),
        ("© جميع الحقوق محفوظة", "copyright"),
        ("شارك القصة", "boilerplate"),
    ],
)
def test_a_line_that_is_no_running_text_is_told_and_not_read(line: str, kind: str) -> None:
    text = f"{BODY}\n\n{line}"
    report = read(text)
    assert [(part.kind, part.span.of(text)) for part in report.parts] == [(kind, line)]
    assert len(report.attributions) == 1


@pytest.mark.parametrize(
    "line",
    [
        "شارك الوزير سليم كرم في الاجتماع وقال إن الطريق آمن.",
        "المصدر الأمني قال إن الطريق آمن.",
    ],
)
def test_a_sentence_that_begins_like_a_label_is_running_text(line: str) -> None:
    report = read(f"{BODY}\n\n{line}")
    assert report.parts == ()


def test_the_lines_after_a_related_label_are_related() -> None:
    text = f"{BODY}\n\nاقرأ أيضا\nالوزير: الطريق آمن\nالمدير: العمل انتهى"
    assert len(said(text)) == 1
    assert [part.kind for part in read(text).parts] == ["related"] * 3


@pytest.mark.parametrize(
    ("line", "speaker", "content"),
    [
        ("وزير التجارة: الأسواق مستقرة", "وزير التجارة", "الأسواق مستقرة"),
        (
            "سليم كرم: لن أترشح للرئاسة مرة أخرى",
            "سليم كرم",
            "لن أترشح للرئاسة مرة أخرى",
        ),
        ("المصرف المركزي: لا تغيير في الفائدة", "المصرف المركزي", "لا تغيير في الفائدة"),
    ],
)
def test_a_headline_with_a_name_before_a_colon_is_an_attribution(
    line: str, speaker: str, content: str
) -> None:
    (one,) = said(line)
    assert (one.cue, one.content, one.speaker, one.type) == ("", content, speaker, "indirect")


def test_a_partly_quoted_headline_is_mixed() -> None:
    (one,) = said("المحافظ: الطريق «آمن تماما»")
    assert (one.cue, one.content, one.type) == ("", "الطريق «آمن تماما»", "mixed")


def test_a_transcript_gives_the_answers_and_not_the_questions() -> None:
    found = said(
        "حاورت المجلة الكاتب سليم كرم عن روايته الجديدة وعن سنوات الغربة الطويلة.\n"
        "س: متى بدأت الكتابة؟\nج: بدأت وأنا في العاشرة من عمري.\n"
        "س: ومن شجعك على النشر؟\nج: شجعتني أمي قبل الجميع.\n"
        "س: هل تكتب كل يوم؟\nج: أكتب كل صباح."
    )
    assert [one.content for one in found] == [
        "بدأت وأنا في العاشرة من عمري",
        "شجعتني أمي قبل الجميع",
        "أكتب كل صباح",
    ]
    assert {one.type for one in found} == {"direct"}
