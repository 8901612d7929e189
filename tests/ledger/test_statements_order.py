"""Whatever the order in which reports come and go: the statements are those of all at once."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rawi import Ledger
from rawi.records import Report, Trace
from rawi.tracing import domains
from rawi.tracing.trace import trace_reports

sys.path.insert(0, str(Path(__file__).parents[1] / "tracing"))
import itertools

from stories import stories

NUMBER = len(stories())


def parts(trace: Trace) -> set[frozenset[tuple[str, str]]]:
    """Return the statements as sets of attributions, whatever their ids."""
    return {frozenset((m.report, m.attribution) for m in s.members) for s in trace.statements}


def edges(trace: Trace) -> set[tuple[str, str, bool, float, int]]:
    return {(e.child, e.parent, e.declared, e.score, len(e.statements)) for e in trace.derivations}


def counts(trace: Trace) -> set[tuple[frozenset[tuple[str, str]], tuple[int, int], int]]:
    return {
        (frozenset((m.report, m.attribution) for m in s.members), s.independent_origins,
         len(s.against))
        for s in trace.statements
    }  # fmt: skip


def assert_as_at_once(ledger: Ledger, reports: list[Report]) -> None:
    kept, whole = ledger.trace(limit=None).trace, trace_reports(reports)
    assert parts(kept) == parts(whole)
    assert edges(kept) == edges(whole)
    assert counts(kept) == counts(whole)


@pytest.mark.parametrize("most", [1_000, 6, 3, 2])
def test_any_order_gives_the_statements_of_all_at_once(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(domains, "MOST", most)

    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.permutations(range(NUMBER)), st.sets(st.integers(1, NUMBER - 1), max_size=3),
           st.sets(st.integers(0, NUMBER - 1), max_size=2))  # fmt: skip
    def check(order: list[int], cuts: set[int], gone: set[int]) -> None:
        reports = [stories()[n] for n in order]
        with tempfile.TemporaryDirectory() as folder, Ledger(f"{folder}/x.db") as ledger:
            bounds = [0, *sorted(cuts), NUMBER]
            for start, end in itertools.pairwise(bounds):
                ledger.add(reports[start:end])
                ledger.bring_up()
            assert_as_at_once(ledger, reports)
            if gone:
                ledger.forget(*(stories()[n].id for n in gone))
                left = [stories()[n] for n in order if n not in gone]
                assert_as_at_once(ledger, left)

    check()
