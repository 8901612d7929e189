"""Arabic: what real pages taught: who is a verb's subject, what says nothing, whose way it is."""

from __future__ import annotations

import pytest
from sentences import chains, said, speakers

NAMES = {
    # the pronoun stuck to "that" is the verb's subject
    "وقالت هالة الشامي إنها أبلغت سامي كرم بأن الطريق مغلق.": ["هالة الشامي"],
    # who takes the floor after another's words
    "وقالت هالة الشامي إن الأرباح تراجعت، ليرد عليها سامي كرم قائلا: «هذا رقم قديم».": [
        "هالة الشامي",
        "سامي كرم",
    ],
    # a text without a relative pronoun, where it came out between
    "جاء القرار بعد تقرير نشرته النقابة يفيد بأن السد متصدع.": ["النقابة"],
    # bodies with a name of their own before an object; seats of governments
    "واتهمت حماس الحكومة بالتقصير.": ["حماس"],
    "وقال البيت الأبيض إن اللقاء تأجل.": ["البيت الأبيض"],
    # an age between a name and an office
    "سامي كرم، 55 عاما، أحد سكان الحي، يقول إن البيع توقف.": ["سامي كرم"],
    # relative clauses with a subject of their own, and the antecedent that is definite
    "تنقصهم الحنكة التي يرى الخبراء أنها ضرورية.": ["الخبراء"],
    "سقط قتيل برصاص الجيش الذي قال إنه رد على النار.": ["الجيش"],
    # a source that says more
    "توقف البيع وفق سامي كرم الذي قال إن السوق راكد.": ["سامي كرم", "سامي كرم"],
    # verbs that share a subject
    "أدان الوزير واستنكر الهجوم على المدرسة.": ["الوزير"],
    # names: letters, a month, a preposition's letter, hashtags
    "وقال ناشر الصحيفة، إيه جي هوارد، إن الأمر خطير.": ["إيه جي هوارد"],
    "وعبرت رئيسة النادي، تيريزا ماي، عن أسفها.": ["تيريزا ماي"],
    "كتب بيرغمان أن وحدة من الحرس حملت الاسم.": ["بيرغمان"],
    "وأكد الفنان #سامي_كرم أنه سيغني.": ["سامي كرم"],
    "وقال القاضي للرجال الثلاثة إن سلوكهم خاطئ.": ["القاضي"],
    "اتهم مدافع إسبانيا جيرار بيكيه، نجم البرتغال كريستيانو رونالدو بالتحايل على الحكام.": [
        "جيرار بيكيه"
    ],
}
NOTHING = (
    "ويعتبر كرم من أبرز صناع الورق في البلاد.",
    "وصل كرم الذي يعتبر الرجل الثاني في الحزب.",
    "يعتقل المشتبه به إذا أكد الشرطي أنه هرب.",
    "وبحسب القانون، تستطيع السلطات اعتقاله.",
    "وعادت الحكومة لتركز على الزراعة بعد سنوات.",
    "ونظم الحفل بحضور رجال أمن ومواطنين كثر.",
    "وارتفع الطلب، وهو ما يشير إلى نقص في القمح.",
    "ولم يحدد موعد جديد للزيارة.",
    "لكن الأحزاب التي تبنت الشيوعية انهارت.",
    "اندلعت معارك بين الجيش، مسنودا بالطائرات، وبين ميليشيات الجبل شمال المدينة.",
)
WAYS = {
    "ونشرت النقابة بيانا، ردا على تغريدة الوزير، قائلة إنها باقية.": [],
    "وقال كرم لإذاعة تونس إن الحصاد تأخر.": ["إذاعة تونس"],
    "وقالت الوزارة إن الحصاد تأخر. حسب رويترز.": ["رويترز"],
    "وقالت الوزارة: «تأخر الحصاد هذا العام كثيرا»، كما أوردت وكالة رويترز.": ["رويترز"],
    "وقالت الوزارة إن الحصاد تأخر، بحسب فرانس برس.": ["فرانس برس"],
    "عبر المدير العام لوكالة الأنباء السيد سامي كرم عن تضامنه مع العمال.": [],
}
CONTENTS = {
    "ارتفعت الأسعار، في حين تبلغ المساحة 130 ألف دونم بحسب مختصين.": "تبلغ المساحة 130 ألف دونم",
    "واستنكرت النقابة القرار مطالبة الحكومة بالتراجع عنه.": "القرار",
    "وأكد كرم «لا أستبعد شيئا» في إشارة إلى الرد على الهجوم.": "لا أستبعد شيئا",
    "أقرت اللجنة بأن جدول البطولة تغير.": "جدول البطولة تغير",
}


@pytest.mark.parametrize("text", NAMES)
def test_who_says_it(text: str) -> None:
    assert speakers(text) == NAMES[text]


@pytest.mark.parametrize("text", NOTHING)
def test_what_says_nothing(text: str) -> None:
    assert not said(text)


@pytest.mark.parametrize("text", WAYS)
def test_whose_way_it_is(text: str) -> None:
    assert [name for name, _ in chains(text)[0]] == WAYS[text]


@pytest.mark.parametrize("text", CONTENTS)
def test_what_is_said(text: str) -> None:
    assert said(text)[0].content == CONTENTS[text]
