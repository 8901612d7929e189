"""Arabic: where the phrase of who speaks ends, and what no such phrase begins with."""

from __future__ import annotations

import pytest
from sentences import names_and_ways, speakers

ENDS = {
    # "Abu X" is a whole name; a surname may still follow it
    "ووصف أبو سامي الوضع: «لا ماء ولا خبز».": "أبو سامي",
    "ورفض الوزير عادل بو ناصر التعليق على الخبر.": "عادل بو ناصر",
    "وقال أبو سامي الحداد إن الماء انقطع.": "أبو سامي الحداد",
    "وقال أبو سامي المصري إن الماء انقطع.": "أبو سامي المصري",
    # somebody's thing after a full name
    "لم نكن نعرف أن الحرب بدأت: هكذا لخص كمال الزين ليلته الطويلة.": "كمال الزين",
    # a bare noun after a definite body, a noun in the accusative
    "وبحسب الصحيفة محادثات الهدنة ستستأنف غدا.": "الصحيفة",
    "عرضت قناة الجزيرة خبرا يؤكد أن الطرق مغلقة.": "الجزيرة",
    # a given name with the article after a country's adjective
    "أكد وزير الداخلية الجزائري الطيب بلعيز أن الوضع هادئ.": "الطيب بلعيز",
    "أكد وزير الداخلية الجزائري أن الوضع هادئ.": "وزير الداخلية الجزائري",
    # adverbs and verbs are nobody
    "عندئذ أعلن فريق الدفاع انسحابه.": "فريق الدفاع",
    "أخبر الصيادون مراسل وكالة الشاطئ أن البحر هائج.": "الصيادون",
}


@pytest.mark.parametrize("text", ENDS)
def test_where_the_phrase_ends(text: str) -> None:
    assert speakers(text)[-1] == ENDS[text]


def test_a_thing_that_a_verb_leads_to_does_not_speak() -> None:
    first, second = speakers(
        "قال الوزير أكرم بيومي إن اللقاء انتهى. فاكتفى بهز رأسه، ثم استدرك: «نحتاج إلى وقت»."
    )
    assert first == second == "أكرم بيومي"


def test_a_phrase_that_cites_is_no_name() -> None:
    text = (
        "أكد الدفاع المدني أن شخصين أصيبا. وأوضح المصدر أن السبب هو الهلع، مضيفا أنه تم إسعافهما"
        " كما تم - حسب المصدر - فتح الطريق."
    )
    assert "حسب المصدر" not in speakers(text)


def test_who_is_of_another_country_is_not_meant() -> None:
    text = (
        "التقى الوفد الرئيس الفلسطيني محمود ناصر.\n\n"
        "وقال الدبلوماسي العربي: «المشكلة هي عدم وجود خطة»."
    )
    assert speakers(text) == ["الدبلوماسي العربي"]
    text = (
        "مدرب المنتخب المصري يتوقع مباراة صعبة\n\n"
        "توقع محمود جابر، المدير الفني للمنتخب المصري، أن تكون المباراة صعبة.\n\n"
        "وقال مدرب المنتخب المغربي سعيد وهبي: «سنفوز إن شاء الله»."
    )
    assert speakers(text) == ["محمود جابر", "محمود جابر", "سعيد وهبي"]


WAYS: dict[str, list[tuple[str | None, list[str]]]] = {
    # the object of the verb is an outlet that is told
    "أبلغ سامي الأحمد وكالة نوفا برس أن القرار نهائي.": [("سامي الأحمد", ["نوفا برس"])],
    "أعلم مسؤول كبير وكالة الجسر بأن الوفد سيصل غدا.": [("مسؤول كبير", ["الجسر"])],
    # the word for a radio station is part of a name without marks
    "وقالت لراديو المدينة النائبة منى كرم إن الجلسة تأجلت.": [("منى كرم", ["راديو المدينة"])],
    # what is commented on, whose report it is, and who is no outlet: no hops
    "وفي تعليق على «صفقة النهر»، قال الوزير سامي كرم: «خطأ كبير».": [("سامي كرم", [])],
    "علق الرئيس سامي كرم، حول تقرير لصحيفة «الميزان»، قائلا: «لا علم لنا».": [("سامي كرم", [])],
    "قالت مصادر لبلومبرغ إن الشركة تدرس البيع. وقال المدير التنفيذي للشركة سامي كرم إن السيولة"
    " كافية.": [("مصادر", ["بلومبرغ"]), ("سامي كرم", [])],
    # one of several unnamed sources was told the same way
    "قالت ثلاثة مصادر مطلعة لبلومبرغ إن الشركة تدرس البيع. وبحسب أحد المصادر، تلقت الشركة عرضا.": [
        ("ثلاثة مصادر مطلعة", ["بلومبرغ"]), ("أحد المصادر", ["بلومبرغ"])],
    # an outlet is not told what it says itself
    "ذكرت قناة «الميزان» أن الجيش تقدم. وأكدت في رسالة على قناة الميزان أن الوضع صعب.": [
        ("الميزان", []), ("الميزان", [])],
}  # fmt: skip


@pytest.mark.parametrize("text", WAYS)
def test_whom_it_was_told(text: str) -> None:
    assert names_and_ways(text) == WAYS[text]
