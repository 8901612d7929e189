"""Statements, derivations and origins of an invented story, and of hostile reports."""

from __future__ import annotations

import msgspec
import pytest
from story import story

from rawi.pipeline import read
from rawi.records import Attribution, Derivation, Report, Span, Speaker, Statement, Trace
from rawi.tracing.trace import Traced, trace_reports


@pytest.fixture(scope="module")
def traced() -> Traced:
    return Traced(story())


def about(traced: Traced, words: str) -> Statement:
    for statement in traced.trace.statements:
        for member in statement.members:
            said = " ".join(span.of(traced.reports[member.report].text) for span in member.content)
            if words in said:
                return statement
    raise AssertionError(words)


def carriers(statement: Statement) -> set[str]:
    return {member.report for member in statement.members}


def edge(trace: Trace, child: str) -> Derivation:
    return next(one for one in trace.derivations if one.child == child)


def test_one_statement_in_two_languages(traced: Traced) -> None:
    assert carriers(about(traced, "We will open it")) == {"tower-ru", "wire-en", "copy-en"}


def test_a_hedge_lost_on_the_way_is_a_variant(traced: Traced) -> None:
    damaged = about(traced, "Thirty percent of the town tower")
    assert damaged == about(traced, "Almost 30 percent of the town tower")


def test_the_same_speaker_years_before_said_something_else(traced: Traced) -> None:
    assert carriers(about(traced, "ferries")) == {"other-day"}


def test_who_took_it_from_whom(traced: Traced) -> None:
    copied = edge(traced.trace, "copy-en")
    assert (copied.parent, copied.kind, copied.declared) == ("wire-en", "verbatim", True)
    told = edge(traced.trace, "wire-en")
    assert (told.parent, told.kind, told.declared) == ("tower-ru", "translation", True)
    assert copied.evidence
    assert not [one for one in traced.trace.derivations if one.child == "tower-ru"]


def test_one_interview_is_one_event_and_one_origin(traced: Traced) -> None:
    statement = about(traced, "We will open it")
    assert statement.speech_events == (1, 1)
    assert statement.independent_origins == (1, 1)
    assert statement.independent_origins_why


def test_found_by_report_and_by_words(traced: Traced) -> None:
    opening = about(traced, "We will open it")
    assert opening in traced.of_report("copy-en")
    assert traced.statement(opening.id) == opening
    assert traced.like("nous l'ouvrirons en juin si les pierres arrivent")[0] == opening
    assert traced.statement("s0") is None


def test_the_order_of_the_reports_changes_nothing(traced: Traced) -> None:
    assert trace_reports(reversed(story())) == traced.trace


def _says(id: str, text: str, **facts: str | None) -> Report:
    said = Attribution(
        id="a1",
        content=(Span(0, len(text)),),
        type="indirect",
        speaker=Speaker(name="Ada Lind", anonymous=False),
    )
    return Report(id=id, text=text, language="en", attributions=(said,), **facts)


def test_nothing_gives_nothing() -> None:
    assert trace_reports([]) == Trace(statements=(), derivations=())
    alone = trace_reports([Report(id="r", text="No one speaks.")])
    assert alone.statements == ()


def test_without_dates_there_is_no_circle() -> None:
    text = "The bridge over the Orme will be closed for eleven weeks from the third of May."
    trace = trace_reports(_says(f"r{n}", text, publisher=f"Paper {n}") for n in range(5))
    assert len(trace.statements) == 1
    parents = {one.child: one.parent for one in trace.derivations}
    for child in parents:
        seen = set()
        while child in parents:
            assert child not in seen
            seen.add(child)
            child = parents[child]


def test_many_copies_are_traced_in_bounded_time() -> None:
    text = "The bridge over the Orme will be closed for eleven weeks from the third of May."
    copies = [_says(f"r{n:03}", text, published="2031-05-04") for n in range(150)]
    trace = trace_reports(copies)
    assert [len(statement.members) for statement in trace.statements] == [150]


@pytest.mark.parametrize(
    "text", ["\ud800" * 20, "x" * 5_000, "‮" * 50, "0" * 400, "a\n" * 300, "١٢٫٣٫٤٫٥٪" * 40]
)
def test_hostile_texts_are_traced(text: str) -> None:
    trace = trace_reports([_says("a", text), _says("b", text)])
    assert sum(len(statement.members) for statement in trace.statements) == 2


def test_the_records_go_to_json_and_back(traced: Traced) -> None:
    encoded = msgspec.json.encode(traced.trace)
    assert msgspec.json.decode(encoded, type=Trace) == traced.trace


@pytest.mark.parametrize(
    ("speakers", "statements", "derived"),
    [
        # a like matter in like words, by two people: nothing shows that one report took it
        (("Pote Rimo", "Ronimi Sudoro"), 2, 0),
        (("Pote Rimo", "Pote Rimo"), 1, 1),
    ],
)
def test_like_words_of_two_speakers_are_no_way(
    speakers: tuple[str, str], statements: int, derived: int
) -> None:
    said = (
        "the council will close the night trains next week",
        "the council will close the night trains before the vote",
    )
    reports = [
        msgspec.structs.replace(
            read(f"{words.capitalize()}, {speaker} said.\n\nPrices rose again last month. {more}"),
            id=f"r{number}",
            published=f"2031-05-04T1{number}:00:00Z",
        )
        for number, (words, speaker, more) in enumerate(
            zip(said, speakers, ("The town lies on the coast.", "Nobody was hurt."), strict=True)
        )
    ]
    trace = trace_reports(reports)
    assert (len(trace.statements), len(trace.derivations)) == (statements, derived)
