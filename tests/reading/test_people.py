"""Whole phrases that name who speaks, and whom they mean: small sentences, one for a class."""

from __future__ import annotations

import pytest
from sentences import read


def sources(text: str) -> list[str]:
    """Return the words of each source, "" for none."""
    return [
        text[one.source[0].start : one.source[0].end] if one.source else ""
        for one in read(text).attributions
    ]


def names(text: str) -> list[str | None]:
    """Return the speakers' names."""
    return [one.speaker.name if one.speaker else None for one in read(text).attributions]


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        # the clause that holds a name back is in the phrase, not in the name
        ("قال عامل طلب عدم ذكر اسمه إن الأجور متأخرة.", "عامل طلب عدم ذكر اسمه", "عامل"),
        ("وقالت ممرضة بالمشفى، آثرت التكتم عن هويتها، إن الدواء نفد.",
         "ممرضة بالمشفى، آثرت التكتم عن هويتها", "ممرضة بالمشفى"),
        ("كشف مصدر أمني رفض الكشف عن هويته أن الشحنة ضبطت.",
         "مصدر أمني رفض الكشف عن هويته", "مصدر أمني"),
        ("ونفى مصدر في البلدية، فضل عدم الإفصاح عن هويته، وجود خلاف.",
         "مصدر في البلدية، فضل عدم الإفصاح عن هويته", "مصدر في البلدية"),
        # the clause that describes an indefinite noun
        ("وأظهرت دراسة حديثة أجراها باحثون في جامعة الساحل أن المياه تلوثت.",
         "دراسة حديثة أجراها باحثون في جامعة الساحل", "دراسة حديثة أجراها باحثون في جامعة الساحل"),
        # the office after the name, the body that somebody is of
        ("أعلنت سعاد كرم وزيرة البيئة أن الحملة بدأت.", "سعاد كرم وزيرة البيئة", "سعاد كرم"),
        ("وقالت الطبيبة منى كرم، من شبكة أطباء الساحل، إن الأدوية نفدت.",
         "الطبيبة منى كرم، من شبكة أطباء الساحل", "منى كرم"),
        # "whose name is", "known as"
        ("وأشار الحارس، واسمه عادل كرم، إلى أن الباب مكسور.", "الحارس، واسمه عادل كرم", "عادل كرم"),
        ("وقال القائد الميداني، الملقب بـ«أبو الليل»، إن التلة هادئة.",
         "القائد الميداني، الملقب بـ«أبو الليل»", "أبو الليل"),
        # a counterpart who is named
        ("وشكك نظيره الإيراني بهروز كاظمي في الموعد.", "نظيره الإيراني بهروز كاظمي", "بهروز كاظمي"),
        # what is no part of the phrase: whom they speak to, what they say
        ("واعتذرت إدارة المسرح للجمهور عن العطل.", "إدارة المسرح", "إدارة المسرح"),
        ("وأفاد شهود وكالة الأناضول بأن القصف بدأ.", "شهود", "شهود"),
        ("وقال المصدر لصحيفة «النهر» إن الشحنة ضبطت.", "المصدر", "المصدر"),
        ("ونفت وزارة الثقافة في رام الله اليوم الخبر.",
         "وزارة الثقافة في رام الله", "وزارة الثقافة في رام الله"),
        # foreign names that look like other words, kin, titles
        ("وقال رئيس الحزب ناصرو بيلو غوساو إن القرى آمنة.",
         "رئيس الحزب ناصرو بيلو غوساو", "ناصرو بيلو غوساو"),
        ("وقال ابن عمه حمدان كرم إن البيت هدم.", "ابن عمه حمدان كرم", "حمدان كرم"),
        ("وأكد معالي الشيخ راشد بن حمد أن المصنع جاهز.", "معالي الشيخ راشد بن حمد", "راشد بن حمد"),
        # two who speak together
        ("وأكد النقيب عادل كرم والنائبة منى ناصر أن الإضراب مستمر.",
         "النقيب عادل كرم والنائبة منى ناصر", "النقيب عادل كرم والنائبة منى ناصر"),
    ],
)  # fmt: skip
def test_phrases_and_whom_they_name(text: str, phrase: str, name: str) -> None:
    assert (sources(text), names(text)) == ([phrase], [name])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a surname of several words; one before the object of its verb
        ("قالت المحامية نوال حاج طالب إن الجلسة أجلت. وطالبت حاج طالب البرلمان بعقد جلسة.",
         ["نوال حاج طالب", "نوال حاج طالب"]),
        ("قال وزير الري فؤاد ناصر إن السد آمن. واستغرب فؤاد كلام شقيقه، وقال إن الخطة جاهزة.",
         ["فؤاد ناصر"] * 3),
        # told by origin, which is no name
        ("قال وزير النقل التركي بوراك يلماز إن الخط جاهز. وأكد الوزير التركي أن العمل بدأ.",
         ["بوراك يلماز"] * 2),
        ("قال الحارس ليونيداس بابا إن الكرة خرجت. وتابع الحارس اليوناني أن الحكم أخطأ.",
         ["ليونيداس بابا"] * 2),
        # told by a work or a deed
        ("قال الناقد جلال كرم إن الصوت ضعيف. وأضاف صاحب كتاب «أصوات» أن الفرقة أعلى.",
         ["جلال كرم"] * 2),
        # one word for another: the father, the parliament
        ("صرخ والد الضحية، البشير كرم: «أعيدوها». وقال الأب إن الحكم ظالم.", ["البشير كرم"] * 2),
        ("قال رئيس مجلس النواب سليم كرم إن الجلسة غدا. وأكد رئيس البرلمان أن النصاب مكتمل.",
         ["سليم كرم"] * 2),
        # the latter is who is told of last, be it by office
        ("قالت وزيرة التربية لينا كرم إن العام بدأ. وقالت المديرة منى ناصر إن الكهرباء مقطوعة. "
         "وتمنت على الوزيرة تأمين مولد، فوعدت الأخيرة بذلك.",
         ["لينا كرم", "منى ناصر", "منى ناصر", "لينا كرم"]),
        # a text in which something is said, by whom it is
        ("استشهدت المحامية بتقرير للطبيب نزار كرم جاء فيه أن المتهم مريض.", ["نزار كرم"]),
        # the verb before its subject is no part of a name
        ("وطالب زوبان السلطات بالإفراج عن الموقوفين.", ["زوبان"]),
    ],
)  # fmt: skip
def test_whom_a_phrase_means(text: str, found: list[str]) -> None:
    assert [name for name in names(text) if name][-len(found) :] == found


def test_an_office_told_in_apposition() -> None:
    text = (
        "علق المستشار سامح كرم، المتحدث الرسمي باسم رئاسة الوزراء، على الأزمة. "
        "وتابع المتحدث الرسمي باسم رئاسة الوزراء: «الوضع صعب»."
    )
    assert names(text)[-1] == "سامح كرم"


def test_whom_a_line_is_said_to() -> None:
    text = "أولسكوف لرويترز: لم ندفع أي فدية\n\nقال ينس أولسكوف إن الطاقم بخير."
    assert sources(text)[0] == "أولسكوف"
    assert names(text)[0] == "ينس أولسكوف"
