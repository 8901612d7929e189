"""Who speaks: names, roles, pronouns and subjects that are dropped."""

from __future__ import annotations

import pytest
from sentences import only, read, source, speakers


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("وقال سليم كرم، مدير الميناء: «العمل مستمر».", "سليم كرم، مدير الميناء", "سليم كرم"),
        ("قال مدير الميناء، سليم كرم، إن العمل مستمر.", "مدير الميناء، سليم كرم", "سليم كرم"),
        (
            "وقال المتحدث باسم الشرطة مروان الديب إن التحقيق انتهى.",
            "المتحدث باسم الشرطة مروان الديب",
            "مروان الديب",
        ),
        ("قال الأطباء إن المريض يتعافى.", "الأطباء", "الأطباء"),
    ],
)
def test_the_source_is_the_whole_phrase_and_the_speaker_its_name(
    text: str, phrase: str, name: str
) -> None:
    speaker = only(text).speaker
    assert source(text) == phrase
    assert speaker is not None
    assert speaker.name == name


def test_surname_role_and_dropped_subject_are_the_same_person() -> None:
    text = (
        "قال وزير المالية غسان ناصر إن العجز تراجع هذا العام. وأضاف الوزير أن الضرائب لن ترتفع. "
        "وتابع: «نفي بكل التزاماتنا». وأكد ناصر أن الرواتب مضمونة."
    )
    assert speakers(text) == ["غسان ناصر"] * 4
    sources = [bool(one.source) for one in read(text).attributions]
    assert sources == [True, True, False, True]


def test_the_speaker_goes_on_over_paragraphs() -> None:
    assert (
        speakers(
            "قالت الوزيرة أمل حسان: «سنبني مئة مدرسة».\n\n"
            "ولفتت إلى أن التمويل متوفر.\n\n"
            "وختمت حسان: «التعليم أولا»."
        )
        == ["أمل حسان"] * 3
    )


def test_gender_tells_whose_subject_was_dropped() -> None:
    assert speakers(
        "قال الرئيس ماجد حمدان إن اللقاء كان مفيدا. وقالت الوزيرة دلال سليم إن الحوار مستمر. "
        "وأضافت أن جولة أخرى ستعقد. وقال إن الموعد قريب."
    ) == ["ماجد حمدان", "دلال سليم", "دلال سليم", "ماجد حمدان"]


def test_a_surname_takes_the_full_name_from_the_text_before_it() -> None:
    assert speakers(
        "التقى الرئيس ماجد حمدان ووزيرة الخارجية دلال سليم في القصر. "
        "وقال حمدان إن اللقاء كان مفيدا. وقالت سليم إن الحوار مستمر."
    ) == ["ماجد حمدان", "دلال سليم"]


def test_a_pronoun_is_the_one_who_spoke() -> None:
    assert (
        speakers("قال سائق الشاحنة محمود درة إن الحاجز أغلق. وقال هو إن الانتظار طال.")
        == ["محمود درة"] * 2
    )


def test_the_headline_names_by_role_whom_the_body_names_in_full() -> None:
    assert (
        speakers(
            "المحافظ: الطريق آمن تماما\n\n"
            "قال المحافظ سليم كرم إن الطريق آمن وإن فرق الصيانة أنهت عملها قبل الموعد بأيام."
        )
        == ["سليم كرم"] * 2
    )


def test_a_quotation_for_a_headline_is_the_speakers_of_the_body() -> None:
    text = (
        '"لن أترشح مرة أخرى"\n\n'
        "قال الرئيس سليم كرم إنه لن يترشح للانتخابات المقبلة التي ستجرى في الخريف."
    )
    assert speakers(text) == ["سليم كرم"] * 2
    headline = read(text).attributions[0]
    assert headline.cue == ()
    assert headline.type == "direct"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال مصدر أمني إن الانفجار وقع قرب السوق.", "مصدر أمني"),
        ("قال شاهدان إن الحريق بدأ في الطابق الأول.", "شاهدان"),
        ("ذكر مصدران مطلعان أن الصفقة اكتملت.", "مصدران مطلعان"),
        ("قال مسؤول في وزارة النفط إن الصادرات توقفت.", "مسؤول في وزارة النفط"),
    ],
)
def test_an_unnamed_speaker_keeps_the_phrase(text: str, name: str) -> None:
    speaker = only(text).speaker
    assert speaker is not None
    assert (speaker.name, speaker.anonymous, speaker.kind) == (name, True, "person")


def test_an_unnamed_speaker_goes_on_and_another_is_another() -> None:
    assert (
        speakers("قال مصدر دبلوماسي إن الوفد غادر. وأضاف المصدر أن العودة غير محسومة.")
        == ["مصدر دبلوماسي"] * 2
    )
    assert speakers("قال مصدران أمنيان إن العملية انتهت. وأكد مصدر ثالث أن الجنود عادوا.") == [
        "مصدران أمنيان",
        "مصدر ثالث",
    ]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("أكدت وزارة الصحة أن اللقاح متوفر.", "وزارة الصحة", "organisation"),
        ("وتوقع البنك المركزي أن يتراجع التضخم.", "البنك المركزي", "organisation"),
        ("وقال البيان إن القوات انسحبت من القرية.", "البيان", "document"),
        # a statement that a body issues is that body's
        ("وجاء في بيان لوزارة الدفاع أن طائرة تحطمت.", "وزارة الدفاع", "organisation"),
        ("قال الوزير سليم كرم إن الطريق فتح.", "سليم كرم", "person"),
    ],
)
def test_the_kind_of_a_speaker(text: str, name: str, kind: str) -> None:
    speaker = only(text).speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind, speaker.anonymous) == (name, kind, False)


def test_a_body_is_taken_up_by_its_noun() -> None:
    assert (
        speakers("قالت وزارة النقل إن الميناء مغلق.\n\nوأكدت الوزارة أن السفن حولت.")
        == ["وزارة النقل"] * 2
    )


def test_nobody_where_nothing_tells() -> None:
    assert speakers("وأوضح في بيان أن الشركة ستعيد الأموال إلى الزبائن.") == [None]


def test_a_speaker_rests_on_words_of_the_text() -> None:
    text = "قالت وزارة النقل إن الميناء مغلق. وأكدت الوزارة أن السفن حولت."
    for one in read(text).attributions:
        assert one.speaker is not None
        assert [span.of(text) for span in one.speaker.evidence] == ["وزارة النقل"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # an office named by another form of its phrase
        (
            "نفى رئيس جامعة السهل، رائف الصواف، وجود نية لخفض المنح. ورد رئيس الجامعة: «انتهى».",
            ["رائف الصواف"] * 2,
        ),
        # somebody who is named but has not spoken before
        (
            "تقدم النائب صبري المعلوف بسؤال إلى الحكومة، مستفسرا عن أسباب الانقطاع.",
            ["صبري المعلوف"],
        ),
        # the same, another, a second
        (
            "أكد المدير العام للشركة عبد الحق بوراس أن الأشغال تقدمت. "
            "وكشف ذات المسؤول عن موعد جديد.",
            ["عبد الحق بوراس"] * 2,
        ),
        (
            "قال مسؤول رفيع في هيئة الموانئ إن الرصيف جاهز. وذكر مسؤول آخر في الهيئة نفسها أن "
            "الغرامات فرضت.",
            ["مسؤول رفيع في هيئة الموانئ", "مسؤول آخر في الهيئة نفسها"],
        ),
        # an office whose name comes later
        (
            "قال وزير الثقافة إن المعرض سيفتح غدا. وأضاف الوزير، حليم الريحاني، أن الدخول مجاني.",
            ["حليم الريحاني"] * 2,
        ),
        # a surname by the verb's gender
        (
            "قالت النائبة ميسون الخوالدة إن السعر مرتفع. "
            "وقال النائب سليم الخوالدة إن الضريبة عادلة. "
            "وأضافت الخوالدة أن السوق راكد.",
            ["ميسون الخوالدة", "سليم الخوالدة", "ميسون الخوالدة"],
        ),
        # his wife is somebody new
        (
            "قال التاجر سليم كرم إن البرادات تعطلت. وتقول زوجته إن الفاتورة كبيرة.",
            ["سليم كرم", "زوجته"],
        ),
    ],
)
def test_who_is_meant(text: str, names: list[str]) -> None:
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        # the second verb's subject is the first one's
        (
            "وحذر السوافيري من توقف المستشفيات، وأضاف أن الوقود نفد.",
            ["السوافيري", "السوافيري"],
        ),
        # spoken to, not speaking
        (
            "وناشد الوزير أولياء الأمور الهدوء، وطمأن الطلاب بأن التصحيح عادل.",
            ["الوزير", "الوزير"],
        ),
        # the verb's object is no part of the phrase
        ("وحضت النقابة منخرطيها على إنجاح الوقفة.", ["النقابة"]),
    ],
)
def test_the_subject_in_its_sentence(text: str, phrases: list[str]) -> None:
    found = [text[one.source[0].start : one.source[0].end] for one in read(text).attributions]
    assert found == phrases


def test_each_speaker_says_by_which_rule() -> None:
    text = (
        "قال وزير المالية غسان ناصر إن العجز تراجع. وأضاف الوزير أن الضرائب لن ترتفع. وتابع: «نفي»."
    )
    for one in read(text).attributions:
        assert any(reason.part == "speaker" for reason in one.why)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the name stands behind a phrase with a preposition, a slash, a title, initials
        ("قال رئيس المجلس بالإنابة عادل كرم إن الجلسة أجلت.", ["عادل كرم"]),
        ("وقال رئيس المدينة / محمد عادل كرم إن العمل مستمر.", ["محمد عادل كرم"]),
        ("وقال الرئيس التنفيذي لشركة «نور» للاتصالات كريم باشا ناصر إن العمل مستمر.",
         ["كريم باشا ناصر"]),
        ("وقال المتهم م. ع. (34 عاما) إنه بريء.", ["م. ع."]),
        # a word that says when, or whose, is no name
        ("قالت وزارة الداخلية في تونس الخميس إن التحقيق مستمر.", ["وزارة الداخلية في تونس"]),
        ("قال قائد الحركة الملقب بـ«أبو الليل» إن القتال انتهى.", ["أبو الليل"]),
        # the other of two offices, and who is named later
        ("اجتمع الوزيران المصري عادل كرم واليوناني نيكوس بابا. وقال بابا إن الاتفاق جاهز. "
         "وأكد نظيره المصري أن التوقيع قريب.", ["نيكوس بابا", "عادل كرم"]),
        ("قال متحدث باسم بلدية صيدا إن العمل بدأ. وقال عادل كرم المتحدث باسم بلدية صيدا إن "
         "الكلفة كبيرة.", ["عادل كرم", "عادل كرم"]),
        # a document speaks for whom its sentence names
        ("أعلنت نقابة المعلمين في بيان أن الإضراب مستمر. وقالت وزارة التربية إن الحوار قائم. "
         "وأضاف البيان أن الرواتب لا تكفي.",
         ["نقابة المعلمين", "وزارة التربية", "نقابة المعلمين"]),
        # told from another by a number
        ("قال القاضي عادل كرم إن الجلسة علنية. وأكد المتهم الأول أنه بريء.",
         ["عادل كرم", "المتهم الأول"]),
    ],
)  # fmt: skip
def test_speakers_of_a_report(text: str, names: list[str]) -> None:
    assert speakers(text) == names


def test_answers_are_of_the_person_introduced() -> None:
    text = (
        "البطلة رنا كرم: «ألعب كل يوم»\n\nيصفها مدربها عادل ناصر بأنها «عنيدة».\n\n"
        "س: متى بدأت؟\n\nج: في الخامسة.\n\nس: ومن خصمك؟\n\nج: أمي."
    )
    assert speakers(text)[-2:] == ["رنا كرم"] * 2
