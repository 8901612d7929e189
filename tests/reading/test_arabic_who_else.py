"""Arabic: how far a name and a body go, who is asked and who asks, whose way another shares."""

from __future__ import annotations

import pytest
from sentences import chains, said, speakers

NAMES = {
    # what somebody takes part in parts the role from the name
    "وقالت المشاركة في الحملة هالة الشامي إن المتطوعين عادوا.": "هالة الشامي",
    "وقالت الباحثة المشاركة في الدراسة هالة الشامي إن العينة صغيرة.": "هالة الشامي",
    "وذكر المكلف بالاتصال بنفس المديرية، النقيب سامي كرم، أن الطريق فتح.": "سامي كرم",
    # "by the name of" is no part of it
    'وقال المدون المعروف باسم "Desert Fox" في تدوينة إن الهاتف جاهز.': "Desert Fox",
    "وقال المنشد المعروف باسم أبو النور إن الحفل ألغي.": "أبو النور",
    # foreign surnames that begin like a preposition, or are spelt like an adjective
    "وزعم المتحدث باسم الشركة دانيال كوهين لنداو أن الخط آمن.": "دانيال كوهين لنداو",
    "لكن أناليزا بروني، من متحف الطبيعة، التي لم تشارك في البحث، ترى أن العينة صغيرة.":
        "أناليزا بروني",
    "وقال سامي كرم لعلي حداد إن العينة صغيرة.": "سامي كرم",
    # who stands for others
    "وقال محام عن أسرة المجني عليه إن الجلسة أجلت.": "محام عن أسرة المجني عليه",
    "واتهم محام عن أسرة الضحية الشرطة بالتقصير.": "محام عن أسرة الضحية",
    "وقالت المحامية عن موكلها إنه بريء.": "المحامية",
    # bodies, and what their verbs take
    "حذرت هيئة إغاثة وإيواء اللاجئين السوريين من البرد.":
        "هيئة إغاثة وإيواء اللاجئين السوريين",
    "ودعت بلدية صفاقس السكان إلى الحذر.": "بلدية صفاقس",
    # a name before its relative pronoun, behind another noun
    "ودخلت على الخط المحامية هالة الشامي، التي كتبت على حسابها: «القرار باطل».": "هالة الشامي",
    # a name and an initial
    "وقال «وليد. ع» إنه بريء.": "وليد. ع",
    # who says it in a recording
    "وبث التلفزيون مقطعا تقول فيه معلمة من غزة: «تعبنا».": "معلمة من غزة",
    # Chinese names, one word of which is a preposition as well; a surname spelt like a people
    "وقال مدير المتحف وانغ لي تشون إن المعرض كبير.": "وانغ لي تشون",
    "وقال راج باتيل على منصة إكس إن المعرض كبير.": "راج باتيل",
    "ترى أناليزا بروني أن العينة صغيرة. وكتبت بروني: «جميل».": "أناليزا بروني",
    # an adjective that is a name as well
    "مسرب شهير: الهاتف سيأتي بلا منفذ": "مسرب شهير",
    # relatives of the reporter's
    "«لم نر أحدا»، قال عمي رابح.": "رابح",
    "كان جدي يردد: «السماء أقرب مما نظن».": "جدي",
    # marks after somebody that hold whom the verb takes, or a nickname
    "وحمّل الشقيق «جهة متنفذة» مسؤولية الاغتيال.": "الشقيق",
    "وأبلغ شهود عيان «نيل تربيون» أن القوات وصلت.": "شهود عيان",
    "وحمّل القيادي «أبو محمد» الحكومة المسؤولية.": "القيادي «أبو محمد»",
}  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_whose_words_they_are(text: str) -> None:
    assert speakers(text)[-1] == NAMES[text]


ASKED = {
    # somebody named calls on the holder of an office
    "نفى النائب سامي كرم وجود نزاع، ودعا رئيس الوزراء إلى الاستقالة.": "سامي كرم",
    "قال النائب سامي كرم إن الوضع سيئ، وطالب رئيس الحكومة بالتحقيق.": "سامي كرم",
    # … but whoever has a name of their own asks, and so does who begins a sentence
    "قال النائب سامي كرم إن الوضع سيئ، وطالب محافظ البصرة أسعد ناصر بالإسراع.": "أسعد ناصر",
    "قال النائب سامي كرم إن الوضع سيئ. وطالب رئيس الحكومة بالتحقيق.": "رئيس الحكومة",
}


@pytest.mark.parametrize("text", ASKED)
def test_whom_one_asks_does_not_speak(text: str) -> None:
    assert speakers(text)[-1] == ASKED[text]


TRIED = {
    "واستكملت المحكمة محاكمة سيد رجب. وقال المتهم إنه بريء.": "سيد رجب",
    "ويحاكم الطبيب علاء كامل بتهمة القتل. وأنكر المتهم كل ما نسب إليه.": "علاء كامل",
    "وحضر الطبيب علاء كامل الجلسة. وأنكر متهم ثان كل ما نسب إليه.": "متهم ثان",
}


@pytest.mark.parametrize("text", TRIED)
def test_who_is_tried_is_the_accused(text: str) -> None:
    assert speakers(text)[-1] == TRIED[text]


def test_what_the_accused_did_is_no_name() -> None:
    text = "وقال المحامي سامي كرم إن المتهم «شارك عن علم» في السرقة.\n\nوأنكر المتهم كل شيء."
    assert [one.speaker for one in said(text)] == ["سامي كرم", "المتهم"]


WAYS = [
    # a network that a sentence opens with carries all of it …
    ("وفي منتديات «ريديت»، تساءل مستخدم: «كيف ننقل الملفات؟»، فرد عليه آخر: «بالحمام الزاجل».",
     [["ريديت"], ["ريديت"]]),
    # … but not a post there, nor somebody's account
    ("وفي تغريدة على إكس، قال سامي كرم إن الأمر انتهى، فيما قالت منى ناصر إنه بدأ.",
     [["إكس"], []]),
    ("وعبر حسابه على فيسبوك، قال سامي كرم إن الأمر انتهى، فيما قالت منى ناصر إنه بدأ.",
     [["فيسبوك"], []]),
    # "on the same platform", whoever writes there
    ("وكتبت منى ناصر في حسابها على «بلوسكاي»: «جميل». ورد سامي كرم في المنصة نفسها: «شكرا».",
     [["بلوسكاي"], ["بلوسكاي"]]),
    # another of those whom an agency quotes
    ("ونقلت وكالة رويترز عن مسؤولين قولهم إن الاتفاق قريب. وقال أحد المسؤولين إن الموعد تحدد،"
     " فيما لفت آخر إلى أن القرار لم يتخذ.", [["رويترز"]] * 3),
    # where somebody's words came, told after them
    ("وشكك المستشار سامي كرم في جدوى القرض. وجاء كلام كرم في مقال نشرته صحيفة «المدى».",
     [["المدى"]]),
    # what an agency passes on of another carries what is said inside it
    ("وذكرت رويترز، نقلا عن صحيفة «المدى»، أن أحد المهندسين قال إن السد آمن.",
     [["المدى", "رويترز"]]),
    ("قال سامي كرم لقناة «الغد» إن الوزيرة منى ناصر أبلغته أن السد آمن.",
     [["الغد"], ["سامي كرم"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ways"), WAYS)
def test_through_whom_it_came(text: str, ways: list[list[str]]) -> None:
    assert [[name for name, _ in chain] for chain in chains(text)] == ways


TOLD = [
    # "her worry" is no adverb
    ("وأعربت الوزيرة عن قلقها من الخطوة.", [("أعربت", "قلقها من الخطوة")]),
    ("وأبدت فرنسا أسفها لهذه الخطوة.", [("أبدت", "أسفها لهذه الخطوة")]),
    ("وسافرت الوزيرة قلقا من الخطوة.", []),
    # "without saying" is whoever says the rest, whatever stands between
    ("قال سامي كرم إن بلاده مستعدة للحوار، دون أن يوضح موعده.",
     [("قال", "بلاده مستعدة للحوار"), ("دون أن يوضح", "موعده")]),
    ("قال سامي كرم إن بلاده مستعدة للحوار دون شروط.", [("قال", "بلاده مستعدة للحوار دون شروط")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_was_told(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.cue, one.content) for one in said(text)] == told
