"""Arabic: where the subject behind a verb ends and its object or addressee begins."""

from __future__ import annotations

import pytest

from rawi import read

#: a sentence: the last statement's content, its speaker
CASES = {
    # a state, a counterpart or a thing opens a phrase of its own
    'ووصف رئيس أركان القوات البحرية الدارية لبنان بأنه "جار وفي".': (
        'لبنان بأنه "جار وفي"', "رئيس أركان القوات البحرية الدارية"),
    "واتهم وزير الزراعة ماهر الديب تشاد بقطع الطريق.": ("تشاد بقطع الطريق", "ماهر الديب"),
    "وحذر رئيس هيئة الأركان العمانية اليونان من أي تصعيد.": (
        "أي تصعيد", "رئيس هيئة الأركان العمانية"),
    "وأبلغ وزير المياه السوداني نظيره التونسي بأن السد ممتلئ.": (
        "السد ممتلئ", "وزير المياه السوداني"),
    "واعتبر نائب رئيس البلدية اللبناني القرار بأنه متسرع.": (
        "القرار بأنه متسرع", "نائب رئيس البلدية اللبناني"),
    "وناشدت نقابة الصيادين منظمة الملاحة الدولية إرسال زوارق.": (
        "إرسال زوارق", "نقابة الصيادين"),
    "واتهمت السنغال الجيش الغاني بخرق الهدنة.": ("الجيش الغاني بخرق الهدنة", "السنغال"),
    "وأبلغ مسؤول كيني رويترز بأن المحادثات توقفت.": ("المحادثات توقفت", "مسؤول كيني"),
    # whom the verb's gender rules out is addressed
    "وأدانت الوزارة القصف، وطالبت مجلس الأمن بالتدخل.": ("بالتدخل", "الوزارة"),
    # the subject behind "that" of an opening that nobody says
    "يُذكر أن غانا وبوركينا فاسو دانت، في رسالة إلى رئيس المجلس، قطع الطريق.": (
        "قطع الطريق", "غانا وبوركينا فاسو"),
    # a comma parts an office from the object
    "واتهم المتحدث باسم البلدية، قسد بأنها تعطل المشروع.": (
        "قسد بأنها تعطل المشروع", "المتحدث باسم البلدية"),
    # a body with a field in its name
    "ودعا مكتب الولاية لتنسيق الشؤون المائية طرفي النزاع إلى فتح القناة.": (
        "فتح القناة", "مكتب الولاية لتنسيق الشؤون المائية"),
    "ودعا الاتحاد الأوروبي لوقف الحرب فورا والعودة إلى المفاوضات.": (
        "لوقف الحرب فورا والعودة إلى المفاوضات", "الاتحاد الأوروبي"),
    # a quotation behind who announces it and a time
    'أعلنت جمعية أطباء السهل، اليوم الأحد، "مقتل أربعة من أعضائها في القصف".': (
        "مقتل أربعة من أعضائها في القصف", "جمعية أطباء السهل"),
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_the_content_begins_at_the_object(text: str) -> None:
    told = read(text, language="ar").attributions[-1]
    content, speaker = CASES[text]
    assert "".join(text[s.start : s.end] for s in told.content) == content
    assert told.speaker is not None
    assert told.speaker.name == speaker


def test_an_object_goes_on_after_an_aside() -> None:
    text = 'ووصفت الحركة التهم، في منشور على فيسبوك، بأنها "دعاية لا تستحق الرد".'
    (told,) = read(text, language="ar").attributions
    assert [text[s.start : s.end] for s in told.content] == ["التهم", "دعاية لا تستحق الرد"]
    assert told.type == "mixed"


def test_what_is_called_by_words_in_marks_is_a_statement() -> None:
    text = 'وسمت الوزيرة الاتفاق "خيانة للقرية".'
    (told,) = read(text, language="ar").attributions
    assert [text[s.start : s.end] for s in told.content] == ['الاتفاق "خيانة للقرية"']


def test_an_adjective_of_sources_is_no_cue() -> None:
    text = 'كشفت مصادر كينية مطلعة لموقع "الميزان" أن الطريق أغلق.'
    (told,) = read(text, language="ar").attributions
    assert text[told.cue[0].start : told.cue[0].end] == "كشفت"
    assert told.speaker is not None
    assert told.speaker.name == "مصادر كينية مطلعة"


def test_a_predicate_is_no_cue() -> None:
    (told,) = read("قال الوزير إن الحركة مقتنعة بأنها على صواب.", language="ar").attributions
    assert told.content[0].end - told.content[0].start > 20


def test_what_must_be_said_is_not_said() -> None:
    text = "وأوضح الوزير أن الطريق مغلق، وأنه يجب أن تقول البلدية إن السوق مغلق."
    assert len(read(text, language="ar").attributions) == 1


def test_a_clause_after_who_is_quoted() -> None:
    text = "يأتي ذلك بعد تقرير الصحيفة نقلا عن مسؤولين كينيين أن الطريق أغلق."
    (told,) = read(text, language="ar").attributions
    assert [text[s.start : s.end] for s in told.content] == ["الطريق أغلق"]


def test_a_nickname_in_marks_is_a_name() -> None:
    text = 'قال القائد ماهر حمدان الديب "كرزم" إن السد ممتلئ.\n\nوأكد كرزم أن القرية آمنة.'
    first, second = read(text, language="ar").attributions
    assert first.speaker is not None
    assert second.speaker is not None
    assert first.speaker.name == second.speaker.name == "ماهر حمدان الديب"


def test_a_name_in_marks_is_whole() -> None:
    (told,) = read("قالت “أنصار الله” إن الهجوم مستمر.", language="ar").attributions
    assert told.speaker is not None
    assert told.speaker.name == "أنصار الله"


def test_a_question_about_something_asks_nobody() -> None:
    text = (
        "قال النائب ماهر الديب إن السد ممتلئ.\n\n"
        'وردا على سؤال عن عودة المغتربين، أجاب: "فليفتح المطار أولا".'
    )
    told = read(text, language="ar").attributions[-1]
    assert told.speaker is not None
    assert told.speaker.name == "ماهر الديب"


def test_a_page_that_passes_on_names_its_source_first() -> None:
    text = (
        "المشهد الكيني:\nالسد ممتلئ\nقال الوزير ماهر الديب إن السد ممتلئ.\n"
        "كلمات دلالية: السد قال الوزير\nإقرأ أيضاً:\nوزير: لن نغلق الطريق"
    )
    (told,) = read(text, language="ar").attributions
    assert [hop.name for hop in told.chain] == ["المشهد الكيني"]


def test_a_quotation_of_a_verb_is_no_name() -> None:
    text = 'وزعمت الحركة أن الجيش "يخزن القمح وسط الأحياء".'
    (told,) = read(text, language="ar").attributions
    assert told.type == "mixed"
