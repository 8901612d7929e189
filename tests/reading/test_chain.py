"""Through whom it came: hops in the sentence, carried over the report."""

from __future__ import annotations

import pytest
from sentences import chains, read

SAID_TO = [
    ("قالت الوزيرة هدى منصور، في مقابلة مع قناة الجزيرة، إن المدارس ستفتح.", "الجزيرة"),
    ("وفي مقابلة مع صحيفة الوطن، قال النجم السينمائي رامز صبري إنه سيعتزل.", "الوطن"),
    ("قال خبير الطاقة وليد عساف لقناة «الأفق» إن الأسعار ستهبط.", "الأفق"),
    ("وصرحت الممثلة نادين شاهين لموقع «سينما الغد» بأنها تستعد لفيلم جديد.", "سينما الغد"),
    ("أبلغ مصدر في وزارة التعليم وكالة رويترز أن الامتحانات أجلت.", "رويترز"),
    ("وقال مسؤول أمريكي لوكالة فرانس برس إن المحادثات صعبة.", "فرانس برس"),
    ("قال رئيس الاتحاد ماهر الزين في حوار مع صحيفة الرياض إن الدوري سيبدأ.", "الرياض"),
]
POSTED = [
    ("كتب الوزير سعيد النجار على تويتر أن الجلسة أجلت.", "تويتر"),
    ("كتبت النائبة سمر الحايك على منصة إكس: «القانون لن يمر».", "إكس"),
    ("قال عمدة المدينة على فيسبوك إن المهرجان ألغي.", "فيسبوك"),
    ("وقال الوزير سليم كرم، في منشور على فيسبوك، إن الطريق فتح.", "فيسبوك"),
    ("نشر الفنان زياد كامل على إنستغرام: «أشكر كل من سأل عني».", "إنستغرام"),
]
RELAYED = [
    ("نقلت وكالة رويترز عن مسؤول في وزارة النفط قوله إن الصادرات توقفت.", "رويترز"),
    ("نقلت قناة الجزيرة عن مصدر عسكري قوله إن الهدنة صامدة.", "الجزيرة"),
    ("ونسبت صحيفة الوطن إلى مسؤول رفيع قوله: «لا مفاوضات قبل الصيف».", "الوطن"),
    ("نقلت وكالة فرانس برس عن الناطق باسم الجيش خليل مرعي قوله إن المعبر فتح.", "فرانس برس"),
]


@pytest.mark.parametrize(("text", "name"), SAID_TO)
def test_an_interview_is_a_hop(text: str, name: str) -> None:
    assert chains(text) == [[(name, "said to")]]


@pytest.mark.parametrize(("text", "name"), POSTED)
def test_a_post_is_a_hop_where_the_network_is_named(text: str, name: str) -> None:
    assert chains(text) == [[(name, "posted on")]]


@pytest.mark.parametrize(("text", "name"), RELAYED)
def test_a_relay_is_a_hop_and_the_speakers_verb_the_cue(text: str, name: str) -> None:
    assert chains(text) == [[(name, "relayed by")]]
    (one,) = read(text).attributions
    assert [span.of(text) for span in one.cue] == ["قوله"]


def test_a_verb_that_means_a_network_is_a_hop() -> None:
    (chain,) = chains("غرد النائب عمر فاضل: «الشعب أقوى من القرارات الظالمة».")
    assert [how for _, how in chain] == ["posted on"]


def test_one_person_passes_on_another() -> None:
    assert chains("قال المدرب سامر غانم إن مساعده باسل عيد أخبره بأن الحارس مصاب.") == [
        [],
        [("سامر غانم", "relayed by")],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير سليم كرم في مؤتمر صحفي إن الطريق فتح.",
        "قال الوزير سليم كرم خلال مؤتمر صحفي في العاصمة: «الطريق آمن».",
        "وقال المدير سليم كرم للصحفيين إن العمل توقف.",
        "قال النائب سليم كرم أمام البرلمان إن الموازنة لن تمر.",
    ],
)
def test_press_conference_and_parliament_are_no_hops(text: str) -> None:
    assert chains(text) == [[]]


def test_a_hop_is_carried_to_the_same_speaker_and_to_no_other() -> None:
    text = (
        "قال رئيس الاتحاد ماهر الزين في حوار مع صحيفة الرياض إن الدوري سيبدأ في موعده.\n\n"
        "وأضاف أن الملاعب جاهزة.\n\n"
        "من جهته، قال المدرب عماد فرحات إن اللاعبين بحاجة إلى راحة."
    )
    assert chains(text) == [[("الرياض", "said to")], [("الرياض", "said to")], []]
    first, second, _ = read(text).attributions
    assert first.chain[0].evidence == second.chain[0].evidence


def test_the_credit_comes_after_the_interview() -> None:
    expected = [("الفجر", "said to"), ("رويترز", "relayed by")]
    assert chains(
        "وقال الوزير سليم كرم لصحيفة «الفجر»: «الطريق آمن».\n\n"
        "وأكد كرم أن العمل انتهى.\n\n"
        "المصدر: رويترز"
    ) == [expected, expected]


def test_a_relay_of_its_own_goes_without_the_credit() -> None:
    assert chains("نقلت قناة الجزيرة عن مصدر عسكري قوله إن الهدنة صامدة.\n\nالمصدر: رويترز") == [
        [("الجزيرة", "relayed by")]
    ]


def test_the_publisher_is_no_hop() -> None:
    text = "قالت وزارة النقل إن الميناء مغلق.\n\nالمصدر: رويترز"
    assert chains(text) == [[("رويترز", "relayed by")]]
    assert chains(text, publisher="رويترز") == [[]]


@pytest.mark.parametrize("text", [text for text, _ in (*SAID_TO, *POSTED, *RELAYED)])
def test_a_hops_evidence_holds_its_name(text: str) -> None:
    for one in read(text).attributions:
        for hop in one.chain:
            assert any(hop.name in span.of(text) for span in hop.evidence)


def test_a_known_outlet_is_named_by_its_id() -> None:
    text = "نقلت وكالة رويترز عن مصدر عسكري قوله إن الهدنة صامدة."
    ((hop,),) = [one.chain for one in read(text).attributions]
    assert hop.outlet == "reuters"
    assert "Reuters" in hop.also
