"""Arabic: whom it was said to and who passed it on, and the speaker beside them."""

from __future__ import annotations

import pytest

from rawi import read

CASES = {
    "وقال لوكالة رويترز وزير النفط عادل المنصوري إن الإنتاج سيرتفع.": (
        "عادل المنصوري", [("رويترز", "said to")]),
    "قال لـ«الميزان» مصدران مطلعان على المفاوضات إن قيمة الصفقة تبلغ مليار دولار.": (
        "مصدران مطلعان على المفاوضات", [("الميزان", "said to")]),
    "وصرح لإذاعة شمس الجهات بأن الإضراب مستمر.": (None, [("شمس الجهات", "said to")]),
    "قالت كلارا روا لوكالة الواحة إن الأمر انتهى.": ("كلارا روا", [("الواحة", "said to")]),
    "وأوضح الرئيس عثمان علي عبر «صوت الجنوب» أن الأمر انتهى.": (
        "عثمان علي", [("صوت الجنوب", "said to")]),
    "قال سامي علي إن الأمر انتهى، بحسب ما أوردت «يوميات آسيا».": (
        "سامي علي", [("يوميات آسيا", "relayed by")]),
    "قال سامي علي إن الأمر انتهى، وذلك خلال حوار معه، حسب ما نقلته وكالة رويترز.": (
        "سامي علي", [("رويترز", "relayed by")]),
    "قالت كلارا روا إن الأمر انتهى، وفق ما أوردته وكالة أنباء ميريديان.": (
        "كلارا روا", [("ميريديان", "relayed by")]),
    "كشفت وزيرة المياه سميرة هدوش أن المخزون تراجع.\n\n(عن المدار)": (
        "سميرة هدوش", [("المدار", "relayed by")]),
    "كشفت وزيرة المياه سميرة هدوش أن المخزون تراجع.\n\n(وكالة ميريديان)": (
        "سميرة هدوش", [("ميريديان", "relayed by")]),
    "قال مدير ميناء سيدي عمران عادل المنصوري إن الرافعات وصلت.": ("عادل المنصوري", []),
    "وقال الوزير سيدي محمد ولد الطالب إن الرافعات وصلت.": ("سيدي محمد ولد الطالب", []),
    "كشفت كلارا روا، التي ترأس هيئة سلامة التطعيم، عن استرجاع 60 ألف جرعة.": ("كلارا روا", []),
    "ولدت ليلى الزهراني هنا. ولدت الزهراني في بيت طيني، وكانت تؤكد أنها سعيدة.": (
        "ليلى الزهراني", []),
    "وقال النائب كمال أبو ستة إن التحقيق جار.": ("كمال أبو ستة", []),
    "وختم مرزوق تدوينته بالقول: «من لا يصدق فليأت».": ("مرزوق", []),
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_the_speaker_and_the_way(text: str) -> None:
    told = read(text, language="ar").attributions[-1]
    speaker, chain = CASES[text]
    assert (told.speaker.name if told.speaker else None) == speaker
    assert [(hop.name, hop.how) for hop in told.chain] == chain


def test_the_source_is_the_unnamed_one_who_spoke_last() -> None:
    text = "أكد شخص قريب من المشتري أن الدار ستباع. وقال المصدر: «اختاروا السجاد وانتهى الأمر»."
    first, second = read(text, language="ar").attributions
    assert first.speaker is not None
    assert second.speaker == first.speaker


BESIDE = {
    "رأى مسؤول تركي رفيع أن الهجوم قد يؤثر. وكان المسؤول يتحدث إلى وكالة الأناضول.": ["الأناضول"],
    "ذكر كميل صعب أن المحطة ستعمل. وجاء كلام صعب خلال مقابلة على قناة «مرسى» الأربعاء.": ["مرسى"],
    "قال الوزير حسن علي إن السد ممتلئ. وجاء القرار بعد أسبوع من الأمطار.": [],
}


@pytest.mark.parametrize("text", BESIDE)
def test_a_sentence_of_its_own_tells_to_whom(text: str) -> None:
    (told,) = read(text, language="ar").attributions
    assert [hop.name for hop in told.chain] == BESIDE[text]


def test_an_agency_in_no_list_between_a_place_and_a_colon_is_credited() -> None:
    text = (
        "بيروت - نوا برس: توقّع وزير الطاقة كميل صعب أن يبدأ ضخ الغاز إلى المحطة قبل يونيو المقبل."
    )
    (told,) = read(text, language="ar").attributions
    assert [hop.name for hop in told.chain] == ["نوا برس"]
