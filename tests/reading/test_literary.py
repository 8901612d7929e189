"""Constructions of columns, features, court reports, diaries and live blogs."""

from __future__ import annotations

import pytest
from sentences import Said, said

#: Sentences with the one thing that each says.
ONE = [
    # a cue after the quotation, an adjunct after it
    ("«لم أنم منذ الأحد»، رد على صفحته، متبوعة بصورة للقمر.",
     Said("رد", "لم أنم منذ الأحد", None, "direct")),
    # a cue and its source between a subject and its verb
    ("المدينة، يقول الكاتب فؤاد سالم، لم تعد كما كانت.",
     Said("يقول", "المدينة … لم تعد كما كانت", "فؤاد سالم", "indirect")),
    # a refusal whose clause is the verb of saying
    ("لم يشأ الشاعر سليم كرم أن يتحدث عن سنوات السجن.",
     Said("لم يشأ … يتحدث", "سنوات السجن", "سليم كرم", "indirect")),
    ("رفض الوزير سليم كرم أن يحدد موعدا للجلسة.",
     Said("رفض … يحدد", "موعدا للجلسة", "سليم كرم", "indirect")),
    ("أبت البلدية أن تسمي المقاول.",
     Said("أبت … تسمي", "المقاول", "البلدية", "indirect")),
    # what is the report's own again after a comma
    ("قال المدير سليم كرم إنه لا يتذكر السياق، وأحالنا على الدائرة القانونية.",
     Said("قال", "لا يتذكر السياق", "سليم كرم", "indirect")),
    ("ذكر المدير سليم كرم أن المصنع أغلق، وهو ما نفته النقابة.",
     Said("ذكر", "المصنع أغلق", "سليم كرم", "indirect")),
    ("قال المدير سليم كرم إن المصنع أغلق، مستندا إلى أرقام الوزارة.",
     Said("قال", "المصنع أغلق", "سليم كرم", "indirect")),
    ("وحين سأله سليم كرم من أين جاء، نظر إلى الأرض.",
     Said("سأله", "أين جاء", "سليم كرم", "indirect")),
    # a verb with its object, spelled like a noun with its pronoun
    ("ووصفها الناقد سليم كرم بالعمل المتفرد.",
     Said("وصفها", "بالعمل المتفرد", "سليم كرم", "indirect")),
    ("ووصفوه بأنه جبان.",
     Said("وصفوه", "جبان", None, "indirect")),
    # nouns of arguing and of saying
    ("وحجته أن الطريق مغلق.",
     Said("حجته", "الطريق مغلق", None, "indirect")),
    ("اكتفى الوزير سليم كرم بترديد أن التحقيق مستمر.",
     Said("اكتفى … بترديد", "التحقيق مستمر", "سليم كرم", "indirect")),
    ("لا تتردد النائبة ليلى حداد في القول إن القانون جائر.",
     Said("تتردد … القول", "القانون جائر", "ليلى حداد", "indirect")),
    # a clause where a bare object would be refused, and where a stop would end it
    ("علق المدير سليم كرم بأن الأرقام قديمة.",
     Said("علق", "الأرقام قديمة", "سليم كرم", "indirect")),
    ("طلب منا رجل، واسمه جاد، أن نكتب الحكاية.",
     Said("طلب", "نكتب الحكاية", None, "indirect")),
    ("أقسم تاجر على الباب أن عنده خبزا.",
     Said("أقسم", "عنده خبزا", "تاجر", "indirect")),
    ("ويقدر اتحاد المزارعين الخسائر بعشرة ملايين.",
     Said("يقدر", "الخسائر بعشرة ملايين", "اتحاد المزارعين", "indirect")),
    # persons with a pronoun
    ("وقال منتقدوه إن الرواية طويلة.",
     Said("قال", "الرواية طويلة", "منتقدوه", "indirect")),
    # what is learned from somebody, and what a document lets one learn
    ("وعُلم من مصدر مقرب من العائلة أن الرجل سافر.",
     Said("عُلم", "الرجل سافر", None, "indirect")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "one"), ONE, ids=[text[:30] for text, _ in ONE])
def test_a_sentence_says_one_thing(text: str, one: Said) -> None:
    (found,) = said(text)
    known = found if one.speaker else found._replace(speaker=None)
    assert known == one


NOTHING = [
    # gestures
    "وأشار بيده إلى رسم خلفه.",
    "ولوّح بيده وابتسم.",
    "وأومأ برأسه إلى الباب.",
    # a vowel sign tells that nobody is named
    "وذُكر أن هاتفه أغلق في العاشرة.",
    "ويُروى أن السفير أهداها إلى الملك.",
    # nobody said it
    "ولم يقل له أحد إنه كاذب.",
    # a work's title after a colon
    "في المكتبات ديوان جديد: «أبواب الملح».",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said(text: str) -> None:
    assert said(text) == []


def contents(text: str) -> list[str]:
    """Return what is said in a text."""
    return [one.content for one in said(text)]


def test_a_short_quotation_after_a_colon_is_said() -> None:
    text = "كتبنا عنه يومها، فجاءنا الرد مقتضبا: «الترميم مسألة وقت». أي وقت؟"
    assert contents(text) == ["الترميم مسألة وقت"]


def test_a_sentence_that_is_a_quotation_joins_the_one_before() -> None:
    text = "«هنا كانت العين»، تقول الحاجة فطومة. «كنا نسبح فيها»."
    assert contents(text) == ["هنا كانت العين … كنا نسبح فيها"]


def test_speech_without_marks_ends_where_the_report_tells_on() -> None:
    text = "دخل القائد صائحا: أطفئوا المصابيح! وانصرف الجنود إلى البيت."
    assert contents(text) == ["أطفئوا المصابيح!"]


@pytest.mark.parametrize("marks", ["123", "---", "•••"])
def test_the_items_of_a_list_are_what_its_line_says(marks: str) -> None:
    items = ["إبقاء الطفل في البيت.", "تهوية الغرفة مرتين.", "غسل اليدين."]
    number = "." if marks == "123" else ""
    lines = "\n".join(f"{mark}{number} {item}" for mark, item in zip(marks, items, strict=True))
    text = f"أصدرت هيئة الصحة دليلا للأهالي، أوصت فيه بما يلي:\n{lines}\n\nوانتهى اللقاء."
    assert contents(text) == [" … ".join(item.rstrip(".") for item in items)]


def test_a_story_s_dialogue_is_said_questions_too() -> None:
    text = "جلست قبالته فسألني:\n\n- إلى أين؟\n- إلى البحر.\n\nضحك ومضى."
    assert contents(text) == ["إلى أين؟", "إلى البحر"]


def test_the_questions_of_an_interview_are_not() -> None:
    text = (
        "التقينا الشاعر سليم كرم، وكان هذا الحوار:\n\n- أين كنت؟\n- كنت أتعلم.\n"
        "- وماذا تعلمت؟\n- الصبر.\n- هل تكتب؟\n- قليلا."
    )
    assert contents(text) == ["كنت أتعلم", "الصبر", "قليلا"]


def test_whom_a_question_quotes_is_said_to_have_said_it() -> None:
    text = (
        "حوار مع الشاعر سليم كرم\n\n* لماذا غبت؟\n- كنت أتعلم.\n"
        "* يقول بعض النقاد إن شعرك قديم. ما رأيك؟\n- هم محقون.\n* هل تكتب؟\n- قليلا."
    )
    assert "شعرك قديم" in contents(text)


def test_a_surname_opens_the_lines_of_its_bearer() -> None:
    text = (
        "المذيعة: معنا المهندس توفيق زيادة.\n\nزيادة: المترو يعمل كعادته.\n"
        "المذيعة: ومتى ينتهي العطل؟\nزيادة: غدا أو بعد غد."
    )
    assert [c for c in contents(text) if "العطل" not in c][1:] == [
        "المترو يعمل كعادته",
        "غدا أو بعد غد",
    ]


def test_somebody_without_a_name_speaks_inside_a_paragraph() -> None:
    text = "وانقسم القراء حول القائمة. قارئة من الدار البيضاء: قرأت الست ولم أفهم المعيار."
    assert "قرأت الست ولم أفهم المعيار" in contents(text)
