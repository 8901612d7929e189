"""What is said, with which words, by whom: one table a construction."""

from __future__ import annotations

import pytest
from sentences import Said, only, read, said, source

from rawi.records import Report

DIRECT = [
    # the cue before, the content after
    ("قال مدير المستشفى سامي الخطيب: «استقبلنا أربعين جريحا منذ الفجر».",
     Said("قال", "استقبلنا أربعين جريحا منذ الفجر", "سامي الخطيب", "direct")),
    ("وقال المدرب يوسف العلي: \"لعبنا جيدا\".",
     Said("قال", "لعبنا جيدا", "يوسف العلي", "direct")),
    ("قال سليم كرم: “العمل مستمر ليلا ونهارا”.",
     Said("قال", "العمل مستمر ليلا ونهارا", "سليم كرم", "direct")),
    ("يقول المزارع سليم كرم: «لم تمطر منذ عامين».",
     Said("يقول", "لم تمطر منذ عامين", "سليم كرم", "direct")),
    ("سأل النائب شريف قاسم: «أين ذهبت الأموال؟».",
     Said("سأل", "أين ذهبت الأموال؟", "شريف قاسم", "direct")),
    ("هتف المتظاهرون: «الشعب يريد الماء».",
     Said("هتف", "الشعب يريد الماء", "المتظاهرون", "direct")),
    # the cue after the content
    ("«لن نغلق المخبز ما دام في المدينة طحين»، قال صاحب المخبز فريد عواد.",
     Said("قال", "لن نغلق المخبز ما دام في المدينة طحين", "فريد عواد", "direct")),
    # the cue inside the content: one attribution with two spans
    ("«الجسر آمن»، قالت المهندسة ليلى حداد، «لكننا سنفحصه مرة أخرى في الخريف».",
     Said("قالت", "الجسر آمن … لكننا سنفحصه مرة أخرى في الخريف", "ليلى حداد", "direct")),
    # marks inside marks belong to the content
    ("قالت المعلمة نجاة سالم: «قال لي أحد التلاميذ \"لا أريد العودة\" وبكى».",
     Said("قالت", "قال لي أحد التلاميذ \"لا أريد العودة\" وبكى", "نجاة سالم", "direct")),
    # no closing mark: the content ends with its paragraph
    ("قال المتحدث باسم الحزب رامي صقر: «لن نشارك في هذه الحكومة مهما كان الثمن.\n\n"
     "وعاد النواب إلى منازلهم في المساء.",
     Said("قال", "لن نشارك في هذه الحكومة مهما كان الثمن", "رامي صقر", "direct")),
    # a complementiser before marks leaves the quotation direct
    ("قال الوزير سليم كرم إن «الطريق آمن».",
     Said("قال", "الطريق آمن", "سليم كرم", "direct")),
]  # fmt: skip

INDIRECT = [
    ("قال وزير الزراعة منير الصالح إن محصول القمح يكفي البلاد عاما كاملا.",
     Said("قال", "محصول القمح يكفي البلاد عاما كاملا", "منير الصالح", "indirect")),
    ("أكدت وزارة الصحة أن اللقاح متوفر في جميع المراكز.",
     Said("أكدت", "اللقاح متوفر في جميع المراكز", "وزارة الصحة", "indirect")),
    ("أفادت وكالة الأنباء الرسمية بأن الطائرة هبطت بسلام.",
     Said("أفادت", "الطائرة هبطت بسلام", "وكالة الأنباء الرسمية", "indirect")),
    ("وأشار التقرير إلى أن نسبة البطالة انخفضت.",
     Said("أشار", "نسبة البطالة انخفضت", "التقرير", "indirect")),
    ("وكان الوزير سليم كرم قد أعلن أن الحدود ستفتح.",
     Said("أعلن", "الحدود ستفتح", "سليم كرم", "indirect")),
    ("ويرى الباحث سليم كرم أن الحل سياسي.",
     Said("يرى", "الحل سياسي", "سليم كرم", "indirect")),
    ("وتوقع البنك المركزي أن يتراجع التضخم.",
     Said("توقع", "يتراجع التضخم", "البنك المركزي", "indirect")),
    # a document of its own stands between cue and content
    ("أكدت الوزارة في بيان لها أن المشروع بدأ.",
     Said("أكدت", "المشروع بدأ", "الوزارة", "indirect")),
    # the act of speech is in a noun after a verb that carries it
    ("حرص الوزير سليم كرم على التأكيد أن المعبر سيفتح غدا.",
     Said("حرص … التأكيد", "المعبر سيفتح غدا", "سليم كرم", "indirect")),
    ("وجه النائب سليم كرم انتقادات لاذعة إلى وزارة المالية.",
     Said("وجه … انتقادات", "وزارة المالية", "سليم كرم", "indirect")),
    # the pronoun goes with the complementiser
    ("قال النجم السينمائي رامز صبري إنه سيعتزل.",
     Said("قال", "سيعتزل", "رامز صبري", "indirect")),
    # one cue with two coordinated clauses is one attribution
    ("وقال الوزير سليم كرم إن الطريق فتح وإن العمل انتهى.",
     Said("قال", "الطريق فتح وإن العمل انتهى", "سليم كرم", "indirect")),
    # acts of speech with a noun for an object
    ("أعلن الجيش مقتل ثلاثة جنود في الهجوم.",
     Said("أعلن", "مقتل ثلاثة جنود في الهجوم", "الجيش", "indirect")),
    ("توقع الخبير سليم كرم نموا بنسبة ثلاثة بالمئة.",
     Said("توقع", "نموا بنسبة ثلاثة بالمئة", "سليم كرم", "indirect")),
    ("أدان رئيس البلدية سليم كرم الهجوم على المستشفى.",
     Said("أدان", "الهجوم على المستشفى", "سليم كرم", "indirect")),
    ("أدانت جامعة الدول العربية الهجوم على السوق.",
     Said("أدانت", "الهجوم على السوق", "جامعة الدول العربية", "indirect")),
    ("وأعلنت حركة «الأرض» مسؤوليتها عن التفجير.",
     Said("أعلنت", "مسؤوليتها عن التفجير", "الأرض", "indirect")),
    # a preposition of its own stays out, one that is stuck to a noun stays in
    ("حذرت منظمة الصحة العالمية من تفشي المرض.",
     Said("حذرت", "تفشي المرض", "منظمة الصحة العالمية", "indirect")),
    ("وأعرب السفير مازن فرح عن أمله في عودة السلام قريبا.",
     Said("أعرب", "أمله في عودة السلام قريبا", "مازن فرح", "indirect")),
    ("وتعهد رئيس الحكومة عدنان شلبي بخفض الضرائب.",
     Said("تعهد", "بخفض الضرائب", "عدنان شلبي", "indirect")),
    ("هدد المحتجون بإغلاق الطريق.",
     Said("هدد", "بإغلاق الطريق", "المحتجون", "indirect")),
    # the addressee is left out
    ("وحذر الطبيب سليم كرم المرضى من تناول الدواء.",
     Said("حذر", "تناول الدواء", "سليم كرم", "indirect")),
    ("ناشدت البلدية المواطنين ترشيد المياه.",
     Said("ناشدت", "ترشيد المياه", "البلدية", "indirect")),
    ("وقال المدير سليم كرم للصحفيين إن العمل توقف.",
     Said("قال", "العمل توقف", "سليم كرم", "indirect")),
    # an indirect question
    ("وتساءل النائب سليم كرم عن سبب التأخير.",
     Said("تساءل", "سبب التأخير", "سليم كرم", "indirect")),
]  # fmt: skip

MIXED = [
    ("وقال الوزير جمال ياسين إن بلاده \"لن تتنازل عن حقها\" في المياه.",
     Said("قال", "بلاده \"لن تتنازل عن حقها\" في المياه", "جمال ياسين", "mixed")),
    ("وصف النائب كريم بدران الخطة بأنها «كارثة حقيقية» للمزارعين.",
     Said("وصف", "الخطة بأنها «كارثة حقيقية» للمزارعين", "كريم بدران", "mixed")),
    ("وصف الرئيس السابق حسن مراد الاتفاق بأنه \"خطوة شجاعة\".",
     Said("وصف", "الاتفاق بأنه \"خطوة شجاعة\"", "حسن مراد", "mixed")),
]  # fmt: skip

ACCORDING = [
    ("وفق وزارة الداخلية، أوقفت الشرطة سبعة أشخاص في المدينة.",
     Said("وفق", "أوقفت الشرطة سبعة أشخاص في المدينة", "وزارة الداخلية", "indirect")),
    ("بلغ عدد المصابين ثلاثين شخصا، بحسب الدفاع المدني.",
     Said("بحسب", "بلغ عدد المصابين ثلاثين شخصا", "الدفاع المدني", "indirect")),
    ("ارتفعت الأسعار بنسبة عشرة بالمئة، حسب جمعية حماية المستهلك.",
     Said("حسب", "ارتفعت الأسعار بنسبة عشرة بالمئة", "جمعية حماية المستهلك", "indirect")),
    ("وبحسب تقرير للبنك الدولي، تراجع النمو في المنطقة.",
     Said("بحسب", "تراجع النمو في المنطقة", "البنك الدولي", "indirect")),
    ("وبحسب المدير، فإن المخزون يكفي شهرين.",
     Said("بحسب", "المخزون يكفي شهرين", "المدير", "indirect")),
    ("المخزون يكفي شهرين، على حد قول المدير سليم كرم.",
     Said("على حد قول", "المخزون يكفي شهرين", "سليم كرم", "indirect")),
    ("وجاء في بيان لوزارة الدفاع أن طائرة تحطمت.",
     Said("جاء في", "طائرة تحطمت", "وزارة الدفاع", "indirect")),
]  # fmt: skip

REFUSED = [
    ("نفى المتحدث باسم الحكومة وجود خلاف داخل الائتلاف.",
     Said("نفى", "وجود خلاف داخل الائتلاف", "المتحدث باسم الحكومة", "indirect")),
    ("نفى وزير الدفاع سمير لطفي أن تكون بلاده قد أرسلت جنودا.",
     Said("نفى", "تكون بلاده قد أرسلت جنودا", "سمير لطفي", "indirect")),
    ("أنكر المتهم صلته بالحادث.",
     Said("أنكر", "صلته بالحادث", "المتهم", "indirect")),
    ("لم يكشف الوزير عن قيمة الصفقة.",
     Said("لم يكشف", "قيمة الصفقة", "الوزير", "indirect")),
    ("لم يذكر البيان عدد القتلى.",
     Said("لم يذكر", "عدد القتلى", "البيان", "indirect")),
    ("لم تحدد الشركة موعدا للإطلاق.",
     Said("لم تحدد", "موعدا للإطلاق", "الشركة", "indirect")),
    ("ولم يوضح المتحدث متى ستبدأ الأعمال.",
     Said("لم يوضح", "متى ستبدأ الأعمال", "المتحدث", "indirect")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DIRECT, ids=lambda case: str(case)[:24])
def test_direct_speech_is_what_stands_in_the_marks(text: str, expected: Said) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), INDIRECT, ids=lambda case: str(case)[:24])
def test_indirect_speech_is_the_clause_or_noun_that_the_cue_governs(
    text: str, expected: Said
) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), MIXED, ids=lambda case: str(case)[:24])
def test_content_with_words_inside_and_outside_marks_is_mixed(text: str, expected: Said) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), ACCORDING, ids=lambda case: str(case)[:24])
def test_prepositions_attribute_the_clause_beside_them(text: str, expected: Said) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), REFUSED, ids=lambda case: str(case)[:24])
def test_denials_and_refusals_attribute_their_matter(text: str, expected: Said) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "matter", "speaker"),
    [
        ("رفض المتحدث باسم الشركة التعليق على التقرير.", "التقرير", "المتحدث باسم الشركة"),
        ("وامتنع المدير سليم كرم عن التعليق على الخبر.", "الخبر", "سليم كرم"),
        ("ورفض الوزير سليم كرم الإفصاح عن أي تفاصيل.", "أي تفاصيل", "سليم كرم"),
    ],
)
def test_a_refusal_to_speak_has_its_matter_for_content(
    text: str, matter: str, speaker: str
) -> None:
    (one,) = said(text)
    assert (one.content, one.speaker, one.type) == (matter, speaker, "indirect")


def test_each_participle_is_an_attribution_of_its_own() -> None:
    text = "وأضاف الوزير سليم كرم أن الطريق فتح، لافتا إلى أن العمل انتهى، ومشيرا إلى تقدم المشروع."
    assert said(text) == [
        Said("أضاف", "الطريق فتح", "سليم كرم", "indirect"),
        Said("لافتا", "العمل انتهى", "سليم كرم", "indirect"),
        Said("مشيرا", "تقدم المشروع", "سليم كرم", "indirect"),
    ]
    assert len({one.source for one in read(text).attributions}) == 1


def test_participles_without_a_comma_between_are_told_apart() -> None:
    assert said(
        "قال المحافظ نزار الحلبي إن الطريق سيفتح غدا، معتبرا أن التأخير كان ضروريا "
        "ومشددا على ضرورة احترام السرعة."
    ) == [
        Said("قال", "الطريق سيفتح غدا", "نزار الحلبي", "indirect"),
        Said("معتبرا", "التأخير كان ضروريا", "نزار الحلبي", "indirect"),
        Said("مشددا", "ضرورة احترام السرعة", "نزار الحلبي", "indirect"),
    ]


def test_two_clauses_of_two_speakers_are_two_attributions() -> None:
    assert said(
        "رأى المحلل السياسي فراس يونس أن الانتخابات ستؤجل، "
        "فيما اعتبر زميله هيثم عزام أن الموعد ثابت."
    ) == [
        Said("رأى", "الانتخابات ستؤجل", "فراس يونس", "indirect"),
        Said("اعتبر", "الموعد ثابت", "هيثم عزام", "indirect"),
    ]


def test_a_statement_inside_a_statement_is_one_too() -> None:
    outer, inner = said("قال المدرب سامر غانم إن مساعده باسل عيد أخبره بأن الحارس مصاب.")
    assert outer.speaker == "سامر غانم"
    assert outer.content == "مساعده باسل عيد أخبره بأن الحارس مصاب"
    assert (inner.content, inner.speaker) == ("الحارس مصاب", "باسل عيد")


@pytest.mark.parametrize(
    "text",
    [
        # names, titles and nicknames in marks
        "عرض المخرج فيلمه «ليل طويل» في مهرجان المدينة.",
        "فاز فيلم «ظل المدينة» بالجائزة الكبرى.",
        "شارك في المؤتمر ما يسمى «مجلس الحكماء».",
        # the same verbs, and nothing said
        "سجل اللاعب هدفا وأضاف هدفا آخر في الدقيقة التسعين.",
        "تابع الجمهور المباراة من المدرجات.",
        # nobody is named
        "يقال إن الوزير سيستقيل قريبا.",
        # what only shows says nothing
        "أكدت الصور أن الجسر انهار.",
        # the report's own voice
        "وصل الوفد إلى المدينة مساء أمس.",
        "",
        "\n\n",
    ],
)
def test_nothing_is_attributed(text: str) -> None:
    assert said(text) == []


def test_a_stuck_conjunction_is_no_part_of_the_cue() -> None:
    text = "وأكدت وزارة الصحة أن اللقاح متوفر."
    (cue,) = only(text).cue
    assert cue.start == 1
    assert cue.of(text) == "أكدت"


def test_diacritics_and_tatweel_change_nothing() -> None:
    plain = said("قال وزير الزراعة منير الصالح إن محصول القمح يكفي البلاد.")
    marked = said("قـــالَ وزيرُ الزراعةِ منير الصالح إنّ محصولَ القمح يكفي البلادَ.")
    assert [one.cue for one in marked] == ["قـــالَ"]
    assert [one.content for one in marked] == ["محصولَ القمح يكفي البلادَ"]
    assert [one.speaker for one in marked] == [one.speaker for one in plain]


def test_attributions_are_numbered_in_the_order_of_the_text() -> None:
    report = read("«العمل مستمر»، قال سليم كرم. وأكدت وزارة الصحة أن اللقاح متوفر.")
    assert [one.id for one in report.attributions] == ["a1", "a2"]
    first, second = report.attributions
    assert first.content[0] < second.content[0]


def test_every_judgement_names_its_rule() -> None:
    one = only("قال الوزير سليم كرم إن الطريق فتح.")
    assert {"cue", "content"} <= {reason.part for reason in one.why}
    assert all(reason.rule for reason in one.why)


def test_what_the_report_was_given_with_is_kept() -> None:
    given = Report(id="x", text="قال الوزير سليم كرم إن الطريق فتح.", language="ar", title="ع")
    from rawi.pipeline import read_report

    read_once = read_report(given)
    assert (read_once.id, read_once.text, read_once.title) == (given.id, given.text, "ع")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a word in marks opens the object: whose words they are, is said after it
        (
            "نفى مصدر في الوزارة “ادعاءات” الشركة حول ارتفاع الأسعار.",
            [("نفى", "“ادعاءات” الشركة حول ارتفاع الأسعار", "مصدر في الوزارة")],
        ),
        # the phrase after a finished quotation tells who passes it on
        (
            "وأوضح سامي حداد أن “العملية تمت بنجاح كامل”، حسبما نقلت عنه قناة “الأفق”، "
            "مضيفا أن “الرصد مستمر”.",
            [
                ("أوضح", "العملية تمت بنجاح كامل", "سامي حداد"),
                ("مضيفا", "الرصد مستمر", "سامي حداد"),
            ],
        ),
        # according to an outlet, somebody said: one attribution
        (
            "وبحسب صحيفة المرصد، قالت الوزيرة هدى كريم إن العينات سلبية.",
            [("قالت", "العينات سلبية", "هدى كريم")],
        ),
        # what a statement says in it
        (
            "أصدرت نقابة الأطباء بيانا تدين فيه الاعتداء على المستشفى.",
            [("تدين", "الاعتداء على المستشفى", "نقابة الأطباء")],
        ),
        # adjectives of an announcement are not what is announced
        ("أصدر وزير الدفاع إعلانا عسكريا خطيرا عن المعركة.", []),
        # nobody is named
        ("أُعلن عن فتح الطريق. ويُكشف عن النتائج غدا.", []),
        ("ويظهر أن اللجنة متمسكة بموعدها. وأظهر الفريق قدرة عالية.", []),
        # those who are counted accuse nobody
        (
            "وقال الوزير سامي كرم إن 323 متهما حكم عليهم بالسجن.",
            [("قال", "323 متهما حكم عليهم بالسجن", "سامي كرم")],
        ),
        # "between us and between them" makes nothing clear
        (
            "وقال سامي كرم إن الفرق بيننا وبين الجيران أننا بدأنا مبكرا.",
            [("قال", "الفرق بيننا وبين الجيران أننا بدأنا مبكرا", "سامي كرم")],
        ),
        # the preposition of a noun, of an adjective
        (
            "وأكد الوزير سامي كرم، خلال إشرافه على نشاط حول الطاقة، أن العمل مستمر.",
            [("أكد", "العمل مستمر", "سامي كرم")],
        ),
        # a name that is a verb, a noun or a preposition as well
        (
            "وجاء في بيان يحيى سريع المتحدث باسم الجماعة أن العملية نجحت.",
            [("جاء في", "العملية نجحت", "يحيى سريع")],
        ),
        (
            "قال المبعوث غسان سلامة إن الدول منقسمة. وأوضح سلامة أن الاجتماع غدا.",
            [
                ("قال", "الدول منقسمة", "غسان سلامة"),
                ("أوضح", "الاجتماع غدا", "غسان سلامة"),
            ],
        ),
        # the verb has the words, not the noun before it
        (
            "وعند إجابته على السؤال إن كانت “المدينة” وراء ذلك قال سامي كرم: “لن أعلق على شيء”.",
            [("قال", "لن أعلق على شيء", "سامي كرم")],
        ),
        # an interview that a site followed
        (
            "وأوضح سامي كرم، في لقاء عبر فضائية “الغد”، تابعته “أوج”، أن قواته باقية.",
            [("أوضح", "قواته باقية", "سامي كرم")],
        ),
        # a short answer after a comma
        ("وختم سامي كرم، “بئس الزمان”.", [("ختم", "بئس الزمان", "سامي كرم")]),
        # "that" right before somebody's own cue joins nothing on
        (
            "وشدد سامي كرم على أن مصر تؤكد على وحدة الصف.",
            [("شدد", "مصر تؤكد على وحدة الصف", "سامي كرم")],
        ),
    ],
)
def test_statements_as_pages_write_them(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert [(one.cue, one.content, one.speaker) for one in said(text)] == expected


def test_whom_an_agency_has_it_from() -> None:
    text = "وأفادت وكالة شمس عن شهود عيان أن الدخان شوهد قرب المطار."
    assert source(text) == "شهود عيان"


def test_who_told_the_paper() -> None:
    text = "وعلمت صحيفة الأفق من مصادر مطلعة أن الاجتماع سيعقد غدا."
    assert source(text) == "مصادر مطلعة"
    assert [hop.name for hop in only(text).chain] == ["الأفق"]


def test_a_cue_is_never_part_of_a_source() -> None:
    text = "قال سامي كرم إن العمل بدأ.\nوكتب قائلا: «لا عودة بعد اليوم»."
    assert read(text).attributions[1].source == ()
