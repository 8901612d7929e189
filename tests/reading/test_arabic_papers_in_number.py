"""Arabic as the papers of many countries write it: spelling, names, who passes things on."""

from __future__ import annotations

import pytest
from sentences import chains, said, speakers

#: A text, and who speaks in it, in the text's order.
SPEAKERS = {
    # the press that writes "to" and "on" with a dotted ya, and names that are spelt so as well
    "وأشار الوزير سامي كرم إلي أن الموسم جيد. وشدد علي ضرورة التعاون. ونفي كرم وجود خلاف.": [
        "سامي كرم"
    ]
    * 3,
    "وشدد المهندس إبراهيم علي الشهاوي نائب الرئيس علي الأمان. وأشار إلي أن العمل يسير.": [
        "إبراهيم علي الشهاوي"
    ]
    * 2,
    # the same spelling is none where the usual one is the rule: "to me", "Ali"
    "قال علي ناصر إن الباب أغلق. ونظر إلي أحدهم. وأشار ناصر إلى أن الموسم جيد.": ["علي ناصر"] * 2,
    # an office without a mark after a name, its own genitive behind it
    "أعرب عثمان عبدي مساعد مدرب المنتخب عن حزنه للخسارة.": ["عثمان عبدي"],
    "وأشار السفير عبد الله الأشعل مساعد وزير الخارجية الأسبق، إلى أن الوثيقة نافذة.": [
        "عبد الله الأشعل"
    ],
    # what the verb before has for its object is no surname
    "واختتم الوزير سامي كرم اللقاء معربا عن شكره للحضور.": ["سامي كرم"],
    'واختصر النائب ربيع ناصيف المشهد بعبارة "كلهم على حق وكلنا في العتمة".': ["ربيع ناصيف"],
    "وقال وزير النفط سامي حداد لوكالة رويترز إن الإنتاج مستقر.": ["سامي حداد"],
    # surnames that are trades or adjectives
    "وقال رئيس البلدية علاء الدين خوري إن السوق مفتوحة.": ["علاء الدين خوري"],
    "أكد وزير الدفاع، مصطفى سيد قادر، أن القوات جاهزة. وأضاف سيد قادر أن الخطة أقرت.": [
        "مصطفى سيد قادر"
    ]
    * 2,
    # given names that are months
    "قال الرئيس التركي رجب طيب أردوغان، الأحد، إن بلاده جاهزة. وأضاف أردوغان أن الوقت ضيق.": [
        "رجب طيب أردوغان"
    ]
    * 2,
    "وقال النائب شعبان عبد الرحيم إن المجلس سيجتمع.": ["شعبان عبد الرحيم"],
    # a bare surname, and the country that its verb has for an object
    "واتهم ترامب إيران بدعم الهجوم.": ["ترامب"],
    "ودعا ماكرون لبنان إلى الإصلاح. وحذر بايدن روسيا من الغزو.": ["ماكرون", "بايدن"],
    "وطالب بارو إيران بالتعاون. وهدد الرئيس ترامب إيران بضربة جديدة.": ["بارو", "ترامب"],
    # whom the lead calls by office, the next paragraph by name
    "أكد وزير الخارجية العماني أن المحادثات ستستأنف.\n\nوقال بدر البوسعيدي في مؤتمر صحافي إن"
    " الأطراف أبدت مرونة.": ["بدر البوسعيدي"] * 2,
    "رأى خبير اقتصادي مصري أن المنتدى نجح.\n\nوقال حسن راغب، أستاذ الاقتصاد بالجامعة،"
    " إن الصين شريك.": ["حسن راغب"] * 2,
    "قال وزير الخارجية السوري إن بلاده ترحب بالقرار. وأضاف الشيباني أن دمشق ملتزمة.": ["الشيباني"]
    * 2,
    # but not where somebody else has spoken, or of another office
    "قال خبير اقتصادي إن الأسعار سترتفع.\n\nوقال الوزير سامي كرم إن الحكومة جاهزة.": [
        "خبير اقتصادي",
        "سامي كرم",
    ],
    # a document that tells, no object
    "أوضحت دراسة طبية بأن الركض مفيد.": ["دراسة طبية"],
    "أوضح تقرير حكومي أن الركض مفيد.": ["تقرير حكومي"],
    # a verb at the end of its sentence, which tells of all of it
    "قال العمدة سامي كرم إن الرق موجود. وهذه العمليات تجري في الصين كما أكد.": ["سامي كرم"] * 2,
}

#: A text, and the names of the hops of its statements.
CHAINS = {
    "أعلنت الحركة مسؤوليتها عن الهجوم في بيان نشرته إذاعة الأندلس، وقالت إنها باقية.": [
        ["الأندلس"],
        ["الأندلس"],
    ],
    "وتوعدت الحركة بالرد في تسجيل صوتي بثته قناة الجزيرة.": [["الجزيرة"]],
    "وأفادت مصادر محلية في تصريح بثته أمس وكالة الأنباء اليمنية بأن الطريق أغلق.": [
        ["وكالة الأنباء اليمنية"]
    ],
    "وبحسب (دويتشه فيله)، قالت الوزيرة منى ناصر إن الحرب طويلة.": [["دويتشه فيله"]],
}

#: A text that says nothing itself, or less than it seems to.
CONTENTS = {
    "أعلن زعيم التنظيم مسؤوليته عن الهجوم في تسجيل صوتي.": ["مسؤوليته عن الهجوم"],
    "كتب ـ أيمن حسين: صدر عن المركز كتاب جديد.": [],
    "حصدت الشابة منى ناصر ميدالية. كما تابعت دراستها بكلية السياحة.": [],
    "خاص | سامي كرم: الحكومة لن تستقيل\n\nعقد المجلس جلسة قصيرة بعد ظهر اليوم ثم تفرق"
    " الأعضاء من دون كلام.": ["الحكومة لن تستقيل"],
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.items())
def test_who_speaks(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(("text", "expected"), CHAINS.items())
def test_through_whom(text: str, expected: list[list[str]]) -> None:
    assert [[name for name, _ in chain] for chain in chains(text)] == expected


@pytest.mark.parametrize(("text", "expected"), CONTENTS.items())
def test_what_is_said(text: str, expected: list[str]) -> None:
    assert [one.content for one in said(text)] == expected


def test_a_relative_at_the_end_of_a_text() -> None:
    assert speakers("قالت والدة الأسير خالد إن ابنها بخير") == ["والدة الأسير خالد"]
