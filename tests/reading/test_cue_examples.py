"""The languages' own examples: every row of `cues.tsv` reads the sentence beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rawi.pipeline import read_report
from rawi.reading import packs
from rawi.reading.inflect import paradigms
from rawi.reading.packs import Pack
from rawi.reading.packs.cues import CUE_COLUMNS, NONE
from rawi.reading.packs.files import Table, read_toml
from rawi.records import Report

#: Two people who may be the speakers where an example drops its subject.
BEFORE = {
    "ar": "قالت المديرة سعاد حداد إن العمل بدأ. وقال المدير سامي الخطيب إن الخطة جاهزة. ",
}

#: Examples that are not read yet.  One that is read is taken off the list.
UNREAD = {
    "ومضى قائلا: «لا»",
    "علّق قائلا: «فات الوقت»",
    "خاطب الحضور: «أهلا»",
    "تكلم عن الأزمة",
    "تساءل عن السبب",
    "افتتح كلمته: «أيها الأصدقاء»",
    "لخص الوضع: «لا ماء ولا كهرباء»",
    "قاطعه: «غير صحيح»",
    "نسب التأخير إلى المورد",
    "سماها «خطة الإنقاذ»",
    "يظن أن الأمر انتهى",
    "توقع نموا بنسبة ثلاثة بالمئة",
    "ألح على الإسراع",
    "توعد برد قاس",
    "أفصح عن نتائجه",
    "أطلع المجلس على النتائج",
    "طلب من السكان البقاء في منازلهم",
    "حث الأطراف على الحوار",
    "حض الجميع على التهدئة",
    "شجع الشباب على المشاركة",
    "توسل إليهم أن يتركوه",
    "رجا الحضور الهدوء",
    "تمنى على الأهالي الخروج مبكرا",
    "أوعز بفتح تحقيق",
    "هاجم النائب المشروع",
    "أدان الهجوم على المستشفى",
    "استنكر صمت العالم",
    "شجبت الجامعة العدوان",
    "اعترض على القرار",
    "شكك في الأرقام",
    "عاب عليه الصمت",
    "آخذا عليها طول المشاهد",
    "يلوم الحكومة على التأخير",
    "وبخ الموظفين",
    "سخر من الاقتراح",
    "أسف لأن الفرصة ضاعت",
    "اعتذر عن الخطأ",
    "شكر المتطوعين على عملهم",
    "دافع الوزير عن خطته",
    "اشتكى من الضجيج",
    "استذكر أيام الدراسة",
    "اكتفى بالقول إن التحقيق مستمر",
    "رفض الكشف عن التفاصيل",
    "امتنع عن التعليق على الخبر",
    "أبى الإفصاح عن الرقم",
    "تجنب التعليق على القضية",
    "تفادى ذكر الأسماء",
    "تحاشى الخوض في التفاصيل",
    "لا يخفي قلقه",
    "ترحم على الضحايا",
    "حيا المتطوعين",
    "تعجب من صمت الجميع",
    "اندهش من السرعة",
    "بلغنا أن الطريق أغلق",
    "استهل كلمته: «مساء الخير»",
    "تعاطف مع الضحايا",
    "تضامن مع المضربين",
    "عاهد الجمهور على العودة",
    "استفهم عن السبب",
    "عرف المشروع بأنه فرصة",
    "رثى الشاعر صديقه",
    "عدد المدير أسباب التأخير",
    "تبرأ من التصريحات",
    "تنصل من المسؤولية",
    "توجه بالشكر إلى الجميع",
    "استاء من التأخير",
    "أنب المدرب لاعبيه",
    "هون من الخسارة",
    "وجه نداء إلى المتبرعين",
    "بزعم أن المال ضاع",
    "ألقى باللائمة على الإدارة",
    "ألقى اللوم على الإدارة",
    "أطلق صيحة فزع من تردي الخدمات",
    "رفض الخوض في التفاصيل",
    "وجه الشكر إلى المتطوعين",
    "وجه تحية إلى المرابطين",
    "كان الجواب أن لا علم لنا",
    "رافع عن تعميم السقي",
    "اقتصر على القول إن الملف مفتوح",
    "عن أمله في السلام",
    "استوضح عن السبب",
    "أعلن عن مشروع",
    "استشرف نموا أسرع",
    "حمد الله على السلامة",
}


def examples() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield each example with its language and its row."""
    for code in packs.available():
        if packs.profile(code).grammar != "verb-first":
            continue
        table = Table(packs.load(code).folder, "cues.tsv")
        columns = ("example", *CUE_COLUMNS)
        for cells in zip(*(table[name] for name in columns), strict=True):
            row = dict(zip(columns, cells, strict=True))
            if row["example"]:
                yield code, row["example"], row


def forms(pack: Pack, row: dict[str, str]) -> set[str]:
    """Return the folded forms of a row's cue."""
    rules = paradigms(read_toml(pack.folder, "inflection.toml"), pack.fold.word)
    return {
        spelling
        for column in CUE_COLUMNS
        if row[column] != NONE
        for form in rules[column].forms(row[column], pack.fold.word(row[column]))[0].split("\n")
        for spelling in pack.spelling.of(form)
    }


def cue_words(pack: Pack, text: str, after: int) -> set[str]:
    """Return the folded words of the cues that stand after an offset, nothing stuck to them."""
    report = read_report(Report(id="e", text=text, language=pack.code))
    found: set[str] = set()
    for one in report.attributions:
        for span in one.cue:
            if span.start >= after:
                for word in span.of(text).split():
                    lexeme = pack.lexicon.analyse(pack.fold.word(word))
                    found |= {lexeme.key, lexeme.stem, lexeme.base}
    return found


CASES = [
    pytest.param(code, sentence, row, id=f"{code}-{number}-{row['past']}")
    for number, (code, sentence, row) in enumerate(examples())
    if sentence not in UNREAD
]


@pytest.mark.parametrize(("code", "sentence", "row"), CASES)
def test_the_cue_of_an_example_is_found(code: str, sentence: str, row: dict[str, str]) -> None:
    pack = packs.load(code)
    known = forms(pack, row)
    before = BEFORE.get(code, "")
    found = cue_words(pack, sentence, 0) | cue_words(pack, before + sentence, len(before))
    assert found & known, f"{sentence}: cues {sorted(found)}"


def test_there_are_examples() -> None:
    assert len(CASES) > 250


def test_only_examples_are_listed_as_unread() -> None:
    assert {sentence for _, sentence, _ in examples()} >= UNREAD
