"""Statements that are kept: asked for, listed, decided about, redirected, forgotten."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from rawi import Ledger
from rawi.errors import QueryError, UsageError
from rawi.ledger import schema
from rawi.ledger.statements import bringing
from rawi.records import Attribution, Report, Statement

sys.path.insert(0, str(Path(__file__).parents[1] / "tracing"))
from stories import stories

HARBOUR = "We will open the harbour in June if the stones arrive"


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    ledger.add(stories())
    return ledger


def of(ledger: Ledger, report: str, attribution: str) -> Statement:
    found = ledger.trace(report, limit=None).of_attribution(report, attribution)
    assert found
    return found


def names(statement: Statement) -> set[str]:
    return {f"{m.report}/{m.attribution}" for m in statement.members}


def test_what_may_be_asked_for(told: Ledger) -> None:
    (first,) = told.trace(limit=1).trace.statements
    assert len({m.report for m in first.members}) == 4
    assert [s.id for s in told.trace(first.id).trace.statements] == [first.id]
    carrier = first.members[0].report
    assert first.id in {s.id for s in told.trace(carrier).trace.statements}
    assert (
        told.trace('"harbour in June"').trace.statements[0].members == of(told, "a1", "a1").members
    )
    # a quotation that is no query, and one in another language
    assert told.trace(f'{HARBOUR} ("').trace.statements
    french = told.trace("Nous ouvrirons le port en juin si les pierres arrivent").trace.statements
    assert of(told, "a1", "a1").id in {s.id for s in french}
    with pytest.raises(QueryError):
        told.trace('("')


def test_only_the_reports_that_are_needed_come_with_it(told: Ledger) -> None:
    traced = told.trace("a8")
    assert set(traced.reports) < {report.id for report in stories()}
    assert all(m.report in traced.reports for s in traced.trace.statements for m in s.members)
    assert all(e.child in traced.reports for e in traced.trace.derivations)


def test_pages_of_statements(told: Ledger) -> None:
    whole = told.statements(limit=100)
    assert whole.after is None
    rows, after = [], None
    while True:
        page = told.statements(limit=2, after=after)
        rows += page.rows
        after = page.after
        if after is None:
            break
    assert tuple(rows) == whole.rows
    assert [row.reports for row in rows] == sorted((row.reports for row in rows), reverse=True)
    (one,) = told.statements("harbour", limit=1).rows
    assert one.content.startswith(HARBOUR)
    assert (one.speaker, one.role) == ("Lev Korban", "mayor")
    assert one.first_published == "2031-05-04T09:10:00Z"
    assert told.statements(speaker="Ada Lind", limit=10).rows
    with pytest.raises(UsageError, match="a page has 1 to"):
        told.statements(limit=0)
    with pytest.raises(UsageError, match="not given by the page before"):
        told.statements(after="x")


def test_ids_stay_as_reports_come(ledger: Ledger) -> None:
    late, *early = reversed(stories())
    ledger.add(early)
    before = {frozenset(names(s)): s.id for s in ledger.trace(limit=None).trace.statements}
    ledger.add([late])
    after = {s.id: names(s) for s in ledger.trace(limit=None).trace.statements}
    for members, id in before.items():
        assert members <= after[id]
    ledger.retrace()
    assert {s.id: names(s) for s in ledger.trace(limit=None).trace.statements} == after


def test_a_merge_redirects_and_can_be_undone(told: Ledger) -> None:
    one, other = of(told, "a1", "a1"), of(told, "a6", "a1")
    before = {frozenset(names(s)) for s in told.trace(limit=None).trace.statements}
    made = told.decide("merge", one.id, other.id, who="Mona", why="she quotes him")
    merged = told.statement(one.id)
    again = told.statement(other.id)
    assert merged
    assert again
    assert merged.id == again.id
    assert names(merged) == names(one) | names(other)
    assert told.trace(other.id).trace.statements[0].id == merged.id
    (listed,) = told.decisions()
    assert (listed.kind, listed.by, listed.why, listed.undone) == (
        "merge", "Mona", "she quotes him", False,
    )  # fmt: skip
    told.undo(made.id, who="Ali")
    assert {frozenset(names(s)) for s in told.trace(limit=None).trace.statements} == before
    assert told.decisions()[0].undone
    with pytest.raises(UsageError, match="taken back already"):
        told.undo(made.id, who="Ali")


def test_decisions_win_over_what_is_inferred_both_ways(told: Ledger) -> None:
    told.decide("not-same", "a1/a1", "a2/a1", who="Mona")
    assert "a2/a1" not in names(of(told, "a1", "a1"))
    told.decide("same", "a1/a1", "a4/a1", who="Mona")
    assert "a4/a1" in names(of(told, "a1", "a1"))
    assert "a2/a1" not in names(of(told, "a1", "a1"))
    # the last word counts
    told.decide("same", "a1/a1", "a2/a1", who="Mona")
    assert "a2/a1" in names(of(told, "a1", "a1"))


def test_a_split_stays_when_more_comes_and_after_a_new_reading(told: Ledger) -> None:
    whole = of(told, "a1", "a1")
    told.decide("split", whole.id, "a9/a1", who="Mona", why="another day")
    apart = names(of(told, "a9", "a1"))
    assert "a1/a1" not in apart
    late = msgspec.structs.replace(stories()[0], id="late", publisher="Late Post")
    told.add([late])
    told.reread(everything=True)
    assert "a1/a1" not in names(of(told, "a9", "a1"))
    assert "late/a1" in names(of(told, "a1", "a1")) | names(of(told, "a9", "a1"))


def test_derivations_can_be_decided(told: Ledger) -> None:
    statement = of(told, "a1", "a1").id
    assert any((e.child, e.parent) == ("a2", "a1") for e in told.derivations(statement))
    told.decide("derives-not", "a2", "a1", who="Mona")
    assert not any((e.child, e.parent) == ("a2", "a1") for e in told.derivations(statement))
    told.decide("derives", "a9", "a2", who="Mona", why="she saw it")
    (edge,) = (e for e in told.derivations(statement) if (e.child, e.parent) == ("a9", "a2"))
    assert edge.score == 1.0
    assert not edge.declared
    assert edge.evidence[0].startswith("decided by Mona on ")
    assert edge.evidence[0].endswith(": she saw it")


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (("same", "a1/a1"), "two attributions or more"),
        (("same", "a1/a1", "a1/a1"), "give different ones"),
        (("same", "a1/a99", "a2/a1"), "no attribution 'a99' in report 'a1'"),
        (("not-same", "nowhere/a1", "a2/a1"), "no report 'nowhere'"),
        (("same", "a1", "a2"), "names no attribution"),
        (("merge", "s1", "s2"), "no statement 's1'"),
        (("derives", "a1", "a1"), "give different ones"),
        (("derives", "a1", "zz"), "no report 'zz'"),
        (("guess", "a1", "a2"), "is nothing to decide"),
    ],
)
def test_what_cannot_be_decided(told: Ledger, given: tuple[str, ...], fault: str) -> None:
    with pytest.raises(UsageError, match=fault):
        told.decide(*given, who="Mona")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="needs a name"):
        told.decide("derives", "a1", "a2", who=" ")
    with pytest.raises(UsageError, match="no decision 7"):
        told.undo(7)
    assert told.decisions() == []


def test_nothing_of_a_forgotten_report_stays_in_statements(
    told: Ledger, rows: Callable[[sa.Select], list]
) -> None:
    told.trace()
    told.decide("derives", "a2", "a1", who="Mona")
    told.forget("a1")
    for table in (schema.points, schema.members, schema.decided_reports):
        assert not any(
            row[0] == 1 for row in rows(sa.select(table.c.report).where(table.c.report == 1))
        )
    assert told.decisions() == []
    traced = told.trace(limit=None)
    assert "a1" not in traced.reports
    assert not any("a1" in str(s.independent_origins_why) for s in traced.trace.statements)


def test_what_was_broken_off_is_gone_on_with(told: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {frozenset(names(s)) for s in told.trace(limit=None).trace.statements}
    monkeypatch.setattr(bringing, "PLACED", 2)
    monkeypatch.setattr(bringing, "TOGETHER", 1)
    monkeypatch.setattr(bringing, "TRACED", 2)
    real, calls = bringing._keep, []

    def dying(*given: object) -> None:
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(bringing, "_keep", dying)
    with pytest.raises(KeyboardInterrupt):
        told.retrace()
    assert {frozenset(names(s)) for s in told.trace(limit=None).trace.statements} == whole


def test_ten_thousand_of_the_same_words_are_one_statement(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rawi.tracing.domains.MOST", 20)
    report = stories()[7]
    ledger.add([msgspec.structs.replace(report, id=f"copy{n}") for n in range(300)])
    (statement,) = ledger.trace(limit=None).trace.statements
    assert len(statement.members) == 300
    assert "too many to compare" in statement.independent_origins_why[0]
    assert statement.independent_origins == (1, 300)


def test_the_doctor_makes_what_is_damaged_again(told: Ledger) -> None:
    whole = {s.id: names(s) for s in told.trace(limit=None).trace.statements}
    assert list(told.examine()) == []
    with told.engine.begin() as connection:
        connection.execute(sa.update(schema.statements).values(body=b"broken"))
        connection.execute(sa.delete(schema.members).where(schema.members.c.report == 2))
    faults = [one.fault for one in told.examine()]
    assert "1 reports with attributions that are in no statement" in faults
    assert any("statements that are damaged" in fault for fault in faults)
    again = {s.id: names(s) for s in told.trace(limit=None).trace.statements}
    assert set(map(frozenset, again.values())) == set(map(frozenset, whole.values()))
    assert list(told.examine()) == []


def test_statistics_count_statements_and_decisions(told: Ledger) -> None:
    assert told.statistics()["untraced"] == len(stories())
    number = len(told.trace(limit=None).trace.statements)
    told.decide("derives-not", "a2", "a1", who="Mona")
    counted = told.statistics()
    assert (counted["statements"], counted["untraced"]) == (number, 2)
    assert counted["trace_decisions"] == {"derives-not": 1}


def test_several_processes_make_the_same(told: Ledger) -> None:
    told.bring_up(jobs=2)
    whole = told.trace(limit=None).trace
    told.retrace()
    assert told.trace(limit=None).trace == whole


def test_an_attribution_without_content_stops_nothing(told: Ledger) -> None:
    empty = Attribution(id="a1", content=(), type="indirect")
    told.add([Report(id="empty", text="Nothing\nsaid.", language="en", attributions=(empty,))])
    assert len(told.trace("empty").trace.statements) == 1
