"""Arabic: verbs that only look as if they told something; names, outlets, headlines at the edge."""

from __future__ import annotations

import pytest
from sentences import chains, said, speakers

NOTHING = [
    # held to be so, by nobody who is named
    "يعتبر النخيل ثروة البلاد الأولى.",
    "تعد المدينة مقصدا للسياح منذ عقود.",
    "اتهم بالسرقة وأودع السجن.",
    "يشتبه في تورط ثلاثة أشخاص في الحريق.",
    # an amount, a ruling, a rule
    "يبلغ طول الجسر 72 كيلومترا.",
    "وفق الأنظمة المعمول بها يغلق الجسر ليلا.",
    # withheld by nobody
    "لم يكشف بعد عن أسباب الحريق.",
    "ويرتقب أن يعقد المجلس جلسته الخميس.",
    # what is called so, and no statement
    "تحركت القوات فيما وصفته بالمناورة.",
    "نقلت الشركة عن مصنعها إنتاج السيارات إلى تركيا.",
    # giving and refusing other things than information
    "لم يقدم النادي عرضا للاعب، ولم يعط المدرب فرصة للشباب.",
    "لم توفر الحكومة الدعم للفلاحين، ولم تمنح الترخيص للشركة.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_verb_that_only_looks_like_one_of_saying_tells_nothing(text: str) -> None:
    assert said(text) == []


TOLD = {
    "اعتبر الوزير سامر كرم الخطوة تمهيدا للحوار.": ("اعتبر", "الخطوة تمهيدا للحوار"),
    "عدّ الوزير سامر كرم القرار انتصارا للعدالة.": ("عدّ", "القرار انتصارا للعدالة"),
    "رفض المسؤول إعطاء تفاصيل عن العملية.": ("رفض … إعطاء", "تفاصيل عن العملية"),
    "ورفض المتحدث تقديم مزيد من التفاصيل.": ("رفض … تقديم", "مزيد من التفاصيل"),
    "لم تعط الوزارة حصيلة للضحايا.": ("لم تعط", "حصيلة للضحايا"),
    "لم يقدم الجيش أي توضيح بشأن الحادث.": ("لم يقدم", "أي توضيح بشأن الحادث"),
    "نقلت وكالة سيغما عن مصدر أمني مقتل ثلاثة أشخاص في انفجار.":
        ("نقلت", "مقتل ثلاثة أشخاص في انفجار"),
    "نقلت قناة النور عن وزارة الصحة تسجيل أربعين حالة جديدة.":
        ("نقلت", "تسجيل أربعين حالة جديدة"),
    "نقلت قناة العربية عن مصادر توقيع اتفاق بين الطرفين.": ("نقلت", "توقيع اتفاق بين الطرفين"),
}  # fmt: skip


@pytest.mark.parametrize("text", TOLD)
def test_what_is_held_refused_or_passed_on_is_told(text: str) -> None:
    (one,) = said(text)
    assert (one.cue, one.content) == TOLD[text]


NAMES = {
    # a country's adjective that is a given name too
    "قال مسؤول تركي إن المعبر مغلق.": "مسؤول تركي",
    "قال مصدر أمني تركي إن المعبر مغلق.": "مصدر أمني تركي",
    "قال مسؤول تركي رفيع إن المعبر مغلق.": "مسؤول تركي رفيع",
    "قال مسؤول كوري إن المعبر مغلق.": "مسؤول كوري",
    "قال المهندس تركي العتيبي إن المعبر مغلق.": "تركي العتيبي",
    "قال الأمير تركي إن المعبر مغلق.": "تركي",
    # what came in a document, spelt like "and he replied"
    "ورد في بيان الوزارة أن المعبر مغلق.": "الوزارة",
    "وقد ورد في تقرير الشركة أن المعبر مغلق.": "الشركة",
    # an outlet of two words to whom a source spoke
    "قال مصدر طبي لشفق نيوز إن الجرحى وصلوا.": "مصدر طبي",
    # of what kind a headline is
    "مقابلة: خبير مصري: التعاون يدخل مرحلة الجودة": "خبير مصري",
    # surnames that are everyday words, places, times
    "قالت سلمى الصباح إن المعبر مغلق.": "سلمى الصباح",
    "قال الوزير ناصر البحرين إن المعبر مغلق.": "ناصر البحرين",
    # given names with the article
    "قال الوزير الطيب الزهراني إن المعبر مغلق.": "الطيب الزهراني",
    # "many of", counted people as the subject
    "قال عدد من سكان الحي إن الماء مقطوع.": "عدد من سكان الحي",
}


@pytest.mark.parametrize("text", NAMES)
def test_who_it_is_that_says_so(text: str) -> None:
    assert speakers(text) == [NAMES[text]]


def test_a_word_as_it_is_written() -> None:
    assert said("هنا بقي الوزير سامر كرم عاما.") == []  # no "congratulated"


def test_what_a_headline_adds_about_its_page_is_not_told() -> None:
    (one, *_) = said("سامر كرم: الجسر مغلق (فيديو)\n\nقال الوزير سامر كرم إن الجسر مغلق.")
    assert one.content == "الجسر مغلق"


def test_a_dash_with_nothing_after_it_is_no_line_with_a_name() -> None:
    assert said("سامر كرم غادر.\n-") == []


def test_this_last_one_is_whom_the_sentence_before_named() -> None:
    text = "التقى الوزير سامر كرم السفير خالد نصار. وقال هذا الأخير إن المعبر مغلق."
    assert speakers(text) == ["خالد نصار"]


SAID = "قال الوزير سامر كرم إن الجسر مغلق."
WAYS = {
    f"الخرطوم (سيغما برس) - {SAID}": ["سيغما برس"],
    'قال الوزير سامر كرم لبرنامج "المشهد" على قناة النور إن الجسر مغلق.': ["النور"],
    "قال الوزير سامر كرم على إذاعة موزاييك إن الجسر مغلق.": ["موزاييك"],
    f"{SAID}\n\nالمصدر: رويترز - 3/9/2024": ["رويترز"],
    "قال الوزير سامر كرم وفقا لرويترز إن الجسر مغلق.": ["رويترز"],
}


@pytest.mark.parametrize("text", WAYS)
def test_which_way_it_came(text: str) -> None:
    (way,) = chains(text)
    assert [name for name, _ in way] == WAYS[text]
