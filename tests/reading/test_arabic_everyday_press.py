"""Arabic as agencies, portals and magazines write it: who speaks, what is said, through whom."""

from __future__ import annotations

import pytest
from sentences import chains, said, speakers

#: A text, and who speaks in it, in the text's order.
SPEAKERS = {
    # a preposition with its pronoun is nobody, nor is a thing of the reporter's after one
    "وصل المدرب سامي كرم. وهمس له أحدهم: «ارحل».": ["أحدهم"],
    "قالت النائبة منى ناصر إن القانون نافذ. وأسرّت لها يومها: «لن يمر».": ["منى ناصر"] * 2,
    "قال العميد سامي كرم إن الطريق مغلق. وقال لموقعنا: «ننتظر».": ["سامي كرم"] * 2,
    "قال العميد سامي كرم إن الطريق مغلق. وهمس لزميلته: «تأخرنا كثيرا».": ["سامي كرم"] * 2,
    # names with a clan's, with a noun of saying, with a month's, with "companion of"
    "أبلغنا الراعي سالم بيت فاضل بأن الوادي فاض.": ["سالم بيت فاضل"],
    "قال التاجر أحمد الحاج حسين إن السوق راكدة.": ["أحمد الحاج حسين"],
    "أما القاضية هدى إعراب، التي ترأست الجلسة، فخاطبت الحضور: «الزموا الصمت».": ["هدى إعراب"],
    "ويضيف تلميذه ورفيق رحلاته جوان قرطميني: «كان كريما».": ["جوان قرطميني"],
    "وبحسب رفيق دربه الرسام سامي كرم، لم يبع لوحة واحدة.": ["سامي كرم"],
    "قالت رئيسة المجلس بالإنابة منى ناصر إن الجلسة قائمة.": ["منى ناصر"],
    "وعد الوالي نور الدين زقوقي بتعويض الفلاحين.": ["نور الدين زقوقي"],
    # somebody told of without a name before
    "وتنشر المجلة قصة فتاة من حلب فقدت بيتها. «لن أعود»، تقول الفتاة.": ["فتاة من حلب"],
    "قال عامل منجم سابق إن السقف انهار. ويتذكر الرجل أن أحدا لم يحذرهم.": ["عامل منجم سابق"] * 2,
    # where it was said is not who says it
    "وفي الدوحة حيث مقر البعثة، اتهمت اللجنة الشركة بالتأخير.": ["اللجنة"],
    "وتداول ناشطون مقطعا قال ناشروه إنه صور في الميناء.": ["ناشروه"],
    # "but" puts a subject in the accusative
    "قالت الوزارة إن السد آمن، لكنّ مصدراً في البلدية نفى وجود أي صيانة.": [
        "الوزارة", "مصدراً في البلدية"],
    # a verb and a preposition that are written the same
    "وعلى هذا الكلام، عقب مسؤول محلي: «لا علم لنا».": ["مسؤول محلي"],
}  # fmt: skip


@pytest.mark.parametrize("text", SPEAKERS)
def test_who_speaks(text: str) -> None:
    assert speakers(text) == SPEAKERS[text]


#: A text, and the cue and content of each statement in it.
CONTENTS = [
    ("رحبت النقابة بالقرار، واعتبرته خطوة أولى نحو الحل.",
     [("رحبت", "بالقرار"), ("اعتبرته", "خطوة أولى نحو الحل")]),
    ("انتقد الوزير القرار واعتبره خطأ جسيما.", [("انتقد", "القرار"), ("اعتبره", "خطأ جسيما")]),
    ("كذبت الشركة الخبر، جازمة بأن العقد سار.", [("كذبت", "الخبر"), ("جازمة", "العقد سار")]),
    ("رد سامي كرم ضاحكا بأن العقد سار.", [("رد", "العقد سار")]),
    # what somebody does who speaks
    ("«بعنا كل شيء»، تقول البائعة وهي تشير إلى رفوف خاوية.", [("تقول", "بعنا كل شيء")]),
    # what is carried from one place to another is no relay
    ("وخلصت الدراسة إلى أن الطيور تنقل البذور من جزيرة إلى أخرى، وأن ذلك يستغرق عاما.",
     [("خلصت", "الطيور تنقل البذور من جزيرة إلى أخرى، وأن ذلك يستغرق عاما")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CONTENTS)
def test_what_is_said(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.cue, one.content) for one in said(text)] == told


#: A text, and who speaks through whom: an outlet that reports what others say only passes it on.
RELAYED = [
    ("وأوردت صحيفة «المدى» أن المقاول هدد بوقف العمل.", ["المقاول"], [["المدى"]]),
    ("وذكر موقع «الأفق» أن البعثة اشتكت من تأخر الحافلة.", ["البعثة"], [["الأفق"]]),
    ("وأوردت صحيفة «المدى» أن الجسر أغلق.", ["المدى"], [[]]),
    ("وروى سامي كرم أن المخرجة منى ناصر قالت له إن الفيلم انتهى.",
     ["سامي كرم", "منى ناصر"], [[], ["سامي كرم"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "ways"), RELAYED)
def test_who_only_passes_on(text: str, who: list[str], ways: list[list[str]]) -> None:
    assert speakers(text) == who
    assert [[name for name, _ in chain] for chain in chains(text)] == ways
