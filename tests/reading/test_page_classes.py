"""Classes of constructions that pages of the web showed: own small sentences, one for a class."""

from __future__ import annotations

import pytest
from sentences import read, said


def speakers(text: str) -> list[str | None]:
    """Return the speakers' names."""
    return [one.speaker.name if one.speaker else None for one in read(text).attributions]


def hops(text: str) -> list[list[str]]:
    """Return the names of each chain."""
    return [[hop.name for hop in one.chain] for one in read(text).attributions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the press ends one name in two spellings
        ("أكد المدرب ماريو سانشيني أن فريقه جاهز. وقال سانشينى: «لعبنا جيدا».",
         ["ماريو سانشيني"] * 2),
        # an office after a name without a comma makes no surname of it
        ("قال سليمان ولد الطالب وزير المياه، إن السدود امتلأت. وألمح الوزير إلى زيادة الرسوم.",
         ["سليمان ولد الطالب"] * 2),
        # where a country's adjective agrees with the ministry or with the minister
        ("انتقد وزير المياه الإسبانية كارلوس رامون الخطة. "
         "وأشار وزير المياه الإسباني إلى أن السد آمن.", ["كارلوس رامون"] * 2),
        # an office, then the name of who goes on
        ("أكد الأمين العام للاتحاد اليوم أن المخزون يكفي. وأضاف نبيل الخطيب أن المراكب عادت.",
         ["نبيل الخطيب"] * 2),
        # ranks of several words, names after particles, an office that is a name as well
        ("أكد رئيس المجلس الفريق أول ركن عبد الغني الراوي أن الجسر مفتوح.", ["عبد الغني الراوي"]),
        ("قال الوزير كمال أبو ستة إن العينات سليمة.", ["كمال أبو ستة"]),
        ("قال رومان تاراسوف حاكم منطقة الغابات إن الحريق أخمد.", ["رومان تاراسوف"]),
        # in what paper, then who
        ("قال محلل الشؤون الزراعية في صحيفة «سنابل»، ياسر الدغيم، إن الموسم ضعيف.",
         ["ياسر الدغيم"]),
        # adjectives that are names or roles elsewhere
        ("ووفقا لجهات أمنية، فإن الشاحنات ضبطت.", ["جهات أمنية"]),
        ("كشفت وثائق داخلية سرية مسربة أن الشركة علمت بالعطل.", ["وثائق داخلية سرية مسربة"]),
        # a body is over before an indefinite person
        ("واتهمت روسيا فرنسا بعرقلة الحوار.", ["روسيا"]),
    ],
)  # fmt: skip
def test_whom_a_phrase_means(text: str, names: list[str]) -> None:
    assert speakers(text) == names


def test_experts_end_before_what_they_put_down() -> None:
    assert [(one.speaker, one.content) for one in said("وعزا خبراء ارتفاع الأسعار إلى الشح.")] == [
        ("خبراء", "ارتفاع الأسعار إلى الشح")
    ]


def test_a_seat_of_power_speaks_in_a_headline() -> None:
    text = "الكرملين: المفاوضات لم تبدأ\n\nقال الكرملين إن الوفد لم يسافر إلى المحادثات بعد."
    assert speakers(text) == ["الكرملين", "الكرملين"]


def test_a_capital_before_a_colon_is_a_dateline() -> None:
    text = "القاهرة: المدينة تستعد للصيف\n\nقال المحافظ إن الحدائق ستفتح أبوابها ليلا أيضا."
    assert len(speakers(text)) == 1


@pytest.mark.parametrize(
    "line",
    ["واجهة المصرف وسط العاصمة (رويترز)", "الرئيس نبيل كرم يتحدث خلال مؤتمر في المدينة (أ.ب)"],
)
def test_a_line_with_its_photo_s_credit_is_a_caption(line: str) -> None:
    text = f"المصرف يثبت الفائدة\n\n{line}\n\nقال المصرف إن أسعار الفائدة ستبقى على حالها."
    assert hops(text) == [[]]


def test_a_sentence_that_ends_with_a_credit_is_none() -> None:
    text = "المصرف يثبت الفائدة\n\nقال المصرف إن الفائدة ستبقى على حالها (رويترز)\n\nوانتهى اليوم."
    assert len(speakers(text)) == 1


def test_nobody_relays_their_own_statement() -> None:
    text = "قال حسام الشريف في بيان إن اللجان ستشكل. ودعا الشريف بحسب البيان إلى الإسراع."
    assert all("حسام الشريف" not in names for names in hops(text))


def test_whom_a_channel_belongs_to_is_no_way() -> None:
    text = "وفي مقابلة عبر قناة «الضفة» التابعة للتلفزيون الرسمي، قال ليونيد سورين: «ننتظر»."
    assert hops(text) == [["الضفة"]]


def test_when_a_page_was_published_is_no_statement() -> None:
    text = "نشر: 2024-03-11 18:20\n\nأكد المدرب أن فريقه جاهز للنهائي مساء السبت."
    assert len(speakers(text)) == 1
