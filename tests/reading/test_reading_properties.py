"""What holds for the reading of any text at all."""

from __future__ import annotations

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sentences import read

from rawi.records import Attribution, Report, Span, words

#: What sentences are made of, marks and controls that break them among it.
PIECES = [
    "قال", "وقالت", "وأضاف", "أكدت", "مؤكدا", "معتبرة", "لم يكشف", "رفض", "نفى", "قوله", "بحسب",
    "وفق", "نقلت", "عن", "إن", "أن", "بأن", "أنه", "الوزير", "وزير الخارجية", "سليم كرم", "هدى",
    "مصدر أمني", "الوزارة", "هو", "رويترز", "قناة الجزيرة", "في مقابلة مع", "على تويتر", "غرد",
    "الثلاثاء", "أمس", "3 مارس 2024", "القمح يكفي", "لا عودة إلى الوراء", "التعليق", "المصدر",
    "المصدر: رويترز", "اقرأ أيضا", "س", "ج", "بيروت",
    "«", "»", '"', "“", "”", "„", "‹", "›", "'", "‘", "’", ":", "،", ".", "؟", "-", "—", "(", ")",
    "\n", "\n\n", " ", "\u200f", "\u202e", "\u2066", "\u2069", "\u2028", "\u0640", "\u0651",
    "\ufeff", "\ud800", "\udfff", "\x00", "\xa0", "٣", "x", "😀",
]  # fmt: skip
LINES = st.lists(st.sampled_from(PIECES), max_size=40)
TEXTS = (
    LINES.map("".join)
    | LINES.map(" ".join)
    | st.text(st.characters(), max_size=60)
    | st.text(st.characters(categories=["Cs", "Cf", "Pi", "Pf", "Po", "Zs"]), max_size=40)
)
QUICK = settings(deadline=None, max_examples=150)


def spans(one: Attribution) -> list[Span]:
    """Return every span of an attribution."""
    found = [*one.content, *one.cue, *one.source]
    found += one.speaker.evidence if one.speaker else ()
    found += one.said_at.evidence if one.said_at else ()
    for hop in one.chain:
        found += hop.evidence
    for reason in one.why:
        found += reason.words
    return found


@QUICK
@example("’«")
@example("قأل أن:لأفتأ:0")
@given(TEXTS)
def test_property_spans_cover_words_of_the_text(text: str) -> None:
    report = read(text)
    assert report.text == text
    for one in report.attributions:
        for span in spans(one):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == text[span.start : span.end] != ""
            assert span.of(text).strip() == span.of(text)
    for part in report.parts:
        assert 0 <= part.span.start < part.span.end <= len(text)


@QUICK
@given(TEXTS)
def test_property_contents_stand_in_order_and_apart(text: str) -> None:
    found = read(text).attributions
    starts = [one.content[0] for one in found]
    assert starts == sorted(starts)
    for one in found:
        assert one.content
        assert list(one.content) == sorted(one.content)
        for before, after in zip(one.content, one.content[1:], strict=False):
            assert before.end <= after.start


@QUICK
@given(TEXTS)
def test_property_what_is_kept_in_words_stands_in_the_text(text: str) -> None:
    for one in read(text).attributions:
        if one.speaker is not None and one.speaker.evidence:
            assert one.speaker.name
        for hop in one.chain:
            assert hop.name
            assert hop.evidence
        names = [(hop.name, hop.how) for hop in one.chain]
        assert len(names) == len(set(names))
        if one.said_at is not None:
            assert words(one.said_at.evidence, text)


@QUICK
@given(TEXTS)
def test_property_same_text_same_reading(text: str) -> None:
    first = read(text)
    read("قالت الوزيرة هدى منصور إن المدارس ستفتح.\n\nالمصدر: رويترز")
    assert read(text) == first


@QUICK
@given(TEXTS)
def test_property_a_reading_goes_through_json(text: str) -> None:
    report = read(text.encode("utf-8", "replace").decode())
    again = msgspec.json.decode(msgspec.json.encode(report), type=Report)
    assert again == report


@QUICK
@given(TEXTS, st.integers(1, 3))
def test_property_empty_lines_before_a_text_move_its_spans(text: str, count: int) -> None:
    plain, moved = read(text), read("\n" * count + text)
    assert [[s.start + count for s in spans(one)] for one in plain.attributions] == [
        [s.start for s in spans(one)] for one in moved.attributions
    ]
