"""A report with everything in it that is shown."""

from __future__ import annotations

from rawi.records import Attribution, Hop, Part, Reason, Report, SaidAt, Span, Speaker

TEXT = (
    "القمح يكفي ستة أشهر\n\n"
    "قال حسام البدري رئيس الهيئة لقناة RTVI إن «المخزون كاف»، مضيفا أن «لا خوف». "
    "وبحسب مصدر فإن البدري قال «لا».\n\n"
    "المصدر: تاس"
)


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


_TASS = Hop(name="تاس", how="relayed by", evidence=(span("المصدر: تاس"),))
_RTVI = Hop(name="RTVI", how="said to", evidence=(span("لقناة RTVI"),))
_BADRI = Speaker(
    name="حسام البدري",
    role="رئيس الهيئة",
    anonymous=False,
    evidence=(span("حسام البدري"),),
)

REPORT = Report(
    id="r1",
    text=TEXT,
    publisher="صحيفة الميزان",
    published="2024-05-12",
    language="ar",
    parts=(Part("headline", span("القمح يكفي ستة أشهر")),),
    warnings=("the encoding was guessed",),
    attributions=(
        Attribution(
            id="a1",
            content=(span("المخزون كاف"), span("لا خوف")),
            type="direct",
            cue=(span("قال"),),
            source=(span("حسام البدري رئيس الهيئة"),),
            speaker=_BADRI,
            chain=(_RTVI, _TASS),
            said_at=SaidAt("2024-05", "month", ()),
            why=(
                Reason("cue", "verb of saying", (span("قال"),)),
                Reason("speaker", "the only name there is"),
            ),
        ),
        Attribution(
            id="a2",
            content=(span("البدري قال «لا»"),),
            type="indirect",
            cue=(span("بحسب"),),
            source=(span("مصدر"),),
            speaker=Speaker(name="مصدر", anonymous=True),
        ),
        Attribution(
            id="a3", content=(Span(TEXT.index("«لا»") + 1, TEXT.index("«لا»") + 3),), type="direct"
        ),
    ),
)
