"""Runs: the whole text, overlapping spans, numbers that never stand in a word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rawi.records import Attribution, Part, Report, Span
from rawi.web.pages.marking import note_place, runs

TEXT = 'He said "she told us: go home" and left.'


def attribution(id: str, content: tuple[int, int], *, cue: tuple[int, int] | None = None):  # type: ignore[no-untyped-def]
    return Attribution(
        id=id, content=(Span(*content),), cue=(Span(*cue),) if cue else (), type="direct"
    )


def report(*attributions: Attribution, text: str = TEXT, parts: tuple[Part, ...] = ()) -> Report:
    return Report(id="r", text=text, attributions=attributions, parts=parts)


def test_a_quotation_within_another_is_deep() -> None:
    outer = attribution("a1", (9, 29), cue=(3, 7))
    inner = attribution("a2", (22, 29), cue=(13, 17))
    found = list(runs(report(outer, inner)))
    marked = [(run.text, run.attributions, run.roles, run.deep) for run in found if run.marks]
    assert marked == [
        ("said", ("a1",), ("cue",), False),
        ("she ", ("a1",), ("content",), False),
        ("told", ("a1", "a2"), ("content", "cue"), False),
        (" us: ", ("a1",), ("content",), False),
        ("go home", ("a1", "a2"), ("content",), True),
    ]


def test_an_attribution_opens_at_its_first_part_and_is_numbered_after_its_content() -> None:
    found = list(runs(report(attribution("a1", (9, 29), cue=(3, 7)))))
    assert [run.text for run in found if run.opens] == ["said"]
    assert [run.text for run in found if run.notes] == ['"']


def test_a_number_never_stands_in_a_word() -> None:
    text = "وأضافَ أنها جيدة."
    middle = text.index("جيدة") + 2
    assert note_place(text, attribution("a1", (8, middle))) == len(text)


def test_parts_of_the_text_are_told() -> None:
    parts = (Part(kind="headline", span=Span(0, 7)),)
    found = list(runs(report(attribution("a1", (3, 12)), parts=parts)))
    assert [(run.text, run.part) for run in found][:3] == [
        ("He ", "headline"), ("said", "headline"), (' "she', None),
    ]  # fmt: skip


spans = st.tuples(st.integers(-3, 50), st.integers(-3, 50)).filter(lambda pair: pair[0] < pair[1])


@given(st.lists(spans, max_size=6))
def test_runs_are_the_text_whatever_the_spans(pairs: list[tuple[int, int]]) -> None:
    made = report(*(attribution(f"a{n}", pair) for n, pair in enumerate(pairs)))
    found = list(runs(made))
    assert "".join(run.text for run in found) == TEXT
    assert sorted(id for run in found for id in run.notes) == [f"a{n}" for n in range(len(pairs))]
