"""Arabic: statements joined to others, quotations right after a verb, names that end in time."""

from __future__ import annotations

import pytest
from sentences import chains, said, speakers

SAID = {
    # a noun of saying that goes on with the statement before it
    "قالت هالة الشامي إن الخطة جاهزة، مع التأكيد على أن التنفيذ يبدأ غدا.": [
        "الخطة جاهزة",
        "التنفيذ يبدأ غدا",
    ],
    "شدد المجلس على ضرورة الحوار، مع الإشارة إلى أن الوقت ضيق.": [
        "ضرورة الحوار",
        "الوقت ضيق",
    ],
    # a quotation right after its verb, closed before a comma, is no name
    "وقال سامي كرم «أتحمل حصتي من الخطأ»، مع أنه غاب.": ["أتحمل حصتي من الخطأ"],
    "قال المتحدث باسم البلدية سامي كرم « نعم، لقد بدأت ».": ["نعم، لقد بدأت"],
    # a closing mark stuck to the verb opens all the same
    "وأضاف” لماذا لا يقولون هذا؟ لأن الأمر سينكشف”.": ["لماذا لا يقولون هذا؟ لأن الأمر سينكشف"],
    # "so that" opens what is said after the source
    "موعدان: 9 يوليو و5 أغسطس بحسب مركز الأرصاد الوطني، فإن اليومين سيكونان الأقصر.": [
        "اليومين سيكونان الأقصر"
    ],
    # the field of an office, and envoys of somebody
    "دعا الأمين العام لحلف الأطلسي ينس كرم إلى اجتماع طارئ.": ["اجتماع طارئ"],
    "وأعرب ممثلون عن المجلس وقوى الحرية عن تفاؤلهم بالاتفاق.": ["تفاؤلهم بالاتفاق"],
    # a clause about who speaks before the deed
    "وأعلنت هالة الشامي زعيمة الحزب، وهي نائبة سابقة، استعدادها للمشاركة.": ["استعدادها للمشاركة"],
    # nobody says it
    "تجدر ملاحظة أن الطريق مغلق.": [],
}
NAMES = {
    "وقالت زوجته الممثلة هالة الشامي إن العزاء غدا.": ["هالة الشامي"],
    "وقال عامل قدم نفسه باسم سامي كرم إن الخط مقطوع.": ["سامي كرم"],
    "وأبلغ مبعوث أميركي الوسطاء بأن المهلة انتهت.": ["مبعوث أميركي"],
    "وكشف مصدر مسؤول بالوزارة لـ«مباشر» أن القرار تأجل.": ["مصدر مسؤول بالوزارة"],
    "ويشتهر الفنان سامي كرم بحبه للبحر. وقال كرم إن الشاطئ مغلق.": ["سامي كرم"],
    "أعلن، مساء الإثنين، عن وفاة مغن معروف بإحدى العيادات، وفقا لقناة النهار.": ["النهار"],
    # one state of a list speaks for itself
    "أعلنت مصر والبحرين واليمن إغلاق الحدود.\n\nوأعلنت مصر أن القرار مؤقت.": [
        "مصر والبحرين واليمن",
        "مصر",
    ],
    # a surname that the report gives to somebody else
    "دعا المعلق ماكس بوت ترامب إلى الهدوء. ورأى أن الرئيس ترامب مخطئ. ويقول بوت إن الحل قريب.": [
        "ماكس بوت",
        "ماكس بوت",
        "ماكس بوت",
    ],
}
WAYS = {
    "ووفق ما أوردته رويترز نقلا عن بلومبرغ، قال سامي كرم إن الأسعار ارتفعت.": [
        ["بلومبرغ", "رويترز"]
    ],
    "نقلت الغارديان عن سامي كرم تأكيده أن القرار نهائي. كما نقلت عنه قوله إن المهلة انتهت.": [
        ["الغارديان"],
        ["الغارديان"],
    ],
}
TALK = (
    "هالة الشامي: هل تراجعت القوارب فعلا؟\n\nسامي كرم: الأرقام تراجعت في الشمال.\n\n"
    "هالة الشامي: ومن أين تأتي الأرقام؟\n\nسامي كرم: من المتطوعين في الميناء."
)


@pytest.mark.parametrize("text", SAID)
def test_content(text: str) -> None:
    assert [one.content for one in said(text)] == SAID[text]


@pytest.mark.parametrize("text", NAMES)
def test_speaker(text: str) -> None:
    assert speakers(text) == NAMES[text]


@pytest.mark.parametrize("text", WAYS)
def test_way(text: str) -> None:
    assert [[name for name, _ in chain] for chain in chains(text)] == WAYS[text]


def test_turns_of_named_talkers_are_their_own_words() -> None:
    assert [one.type for one in said(TALK)] == ["direct"] * 4


def test_a_column_under_its_author_says_nothing() -> None:
    assert (
        said("سامي كرم: البرازيل والمدرسة\n\nسامي كرم\n\nفي ذلك العام فتحت المدرسة أبوابها.") == []
    )
