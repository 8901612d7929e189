"""Arabic: who speaks and through whom, in wordings of stories that nobody tuned for."""

from __future__ import annotations

import pytest

from rawi import read

#: What each text says, statement by statement: the speaker.
SPEAKERS = {
    # the name between commas
    "فند رئيس مجلس الإدارة، كمال قاسي السعيد، ما راج حول إقالة المدرب، واصفا الأمر بـ«الوهم».": [
        "كمال قاسي السعيد", "كمال قاسي السعيد"],
    "كشفت المهندسة السابقة فيها، جوان تيلفورد، أن الإدارة علمت بها. وقالت تيلفورد إنها حذرتهم.": [
        "جوان تيلفورد", "جوان تيلفورد"],
    "بعد يومين من اجتماع الحكومة، تراجع وزير الصحة، سمير الهادي، عن القرار، مؤكدا أن الأمر جاهز.": [
        "سمير الهادي"],
    "حسم قائد الوداد الرياضي المغربي ياسين بنعبو الجدل، بعدما كتب على إنستغرام: \"ولدت هنا\".": [
        "ياسين بنعبو"],
    # the verb that looks like a noun, the role that looks like an adjective or a body
    "كسر المدافع سامي لبيض صمته، موضحا أن الإصابة ليست خطيرة.": ["سامي لبيض"],
    "فجر جناح النصر السابق فهد الدوسري مفاجأة، معلنا اعتزاله اللعب نهائيا.": ["فهد الدوسري"],
    # "quickly", "it was not long before"
    "وسرعان ما نفى المتحدث باسم الجيش سالم الحربي صحة النبأ.": ["سالم الحربي"],
    "وما لبث أن نفى محافظ حلب سامر العلي الخبر.": ["سامر العلي"],
    # whom the sentence before is about
    "وعلى الرصيف، كان الصياد روديل إسترادا (41 عاما) يلف كتفيه. وروى: «مالت السفينة فجأة».": [
        "روديل إسترادا"],
    "في المخيم، كانت خديجة الصالح (60 عاما) تجمع الحطب. وقالت: «لم يبق لنا شيء».": ["خديجة الصالح"],
    # what somebody is called beside the name
    "روت هدى سالم: «هربنا ليلا». وأوضحت الشابة العشرينية أن زوجها قتل.": ["هدى سالم", "هدى سالم"],
    "قال سامي رضا: «نجوت وحدي». وأكد الناجي الأربعيني أن الطاقم هرب.": ["سامي رضا", "سامي رضا"],
    "حذرت الدكتورة ميرنا الحويك من السهر. ولاحظت أستاذة طب الأعصاب أن الفتيات أكثر تأثرا.": [
        "ميرنا الحويك", "ميرنا الحويك"],
    "حذر باحثون في لوند من القهوة. وقالت آنا بيرغ: \"نعم\". وأضافت الباحثة أن الأثر تضاعف.": [
        "باحثون في لوند", "آنا بيرغ", "آنا بيرغ"],
    "قال كريم زيدان إنه سعيد. وأهدى ابن مدينة وهران الميدالية إلى أمه قائلا: \"هذه لك\".": [
        "كريم زيدان", "كريم زيدان"],
}  # fmt: skip


@pytest.mark.parametrize("text", SPEAKERS)
def test_the_speakers(text: str) -> None:
    told = read(text, language="ar").attributions
    assert [one.speaker.name if one.speaker else None for one in told] == SPEAKERS[text]


@pytest.mark.parametrize("agency", ["أ ف ب", "د ب أ"])
def test_a_country_stands_between_place_and_agency(agency: str) -> None:
    text = f"نيامي (النيجر) ({agency}) - نفى المتحدث باسم الجيش الخبر."
    (one,) = read(text, language="ar").attributions
    assert [(hop.name, hop.how) for hop in one.chain] == [(agency, "relayed by")]
