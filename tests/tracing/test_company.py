"""How two attributions stand among the others of their reports."""

from __future__ import annotations

import numpy as np
import pytest

from rawi.records import Attribution, Report, Span
from rawi.tracing.company import NEAR, beyond, company, excess
from rawi.tracing.items import Item, Source


def source(number: int, *rows: list[float]) -> Source:
    """Return a report of as many statements as there are rows: their vectors."""
    told = tuple(
        Attribution(id=f"a{n}", content=(Span(n, n + 1),), type="indirect")
        for n in range(len(rows))
    )
    made = Source(number, Report(id=str(number), text="x" * len(rows), attributions=told))
    for item, row in zip(made.items, rows, strict=True):
        item.vector = np.array(row, np.float32) / np.linalg.norm(row)
    return made


EAST, NORTH, BETWEEN = [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]


def items(one: Source, other: Source) -> tuple[Item, Item]:
    return one.items[0], other.items[0]


def test_the_best_of_both_reports_is_ahead_of_the_next() -> None:
    found = company(*items(source(0, EAST, NORTH), source(1, EAST, NORTH)))
    assert found.outdone == 0.0
    assert found.ahead == pytest.approx(1.0)


def test_who_has_a_nearer_counterpart_is_outdone() -> None:
    found = company(*items(source(0, NORTH), source(1, EAST, NORTH)))
    assert found.outdone == pytest.approx(1.0)
    assert found.ahead == 0.0


def test_what_a_report_says_twice_is_no_rival_of_itself() -> None:
    found = company(*items(source(0, EAST), source(1, [1.0, 0.1], EAST)))
    assert found.outdone == 0.0


def test_one_alone_is_compared_with_what_is_usual() -> None:
    found = company(*items(source(0, EAST), source(1, EAST)))
    assert 0.0 < found.ahead < 1.0
    assert found.beside == 0.0


def test_what_follows_in_both_reports_tells() -> None:
    found = company(*items(source(0, BETWEEN, NORTH), source(1, EAST, NORTH)))
    assert found.beside == pytest.approx(1.0 - NEAR)


def test_what_all_of_two_reports_have_in_common_tells_nothing_of_two_contents() -> None:
    common = [[10.0, *(float(n == at) for n in range(8))] for at in range(8)]
    one, other = source(0, *common), source(1, *common)
    above = excess(one, other)
    assert above > 0.5
    mine, same, next_to_it = one.items[0].vector, other.items[0].vector, other.items[1].vector
    assert beyond(float(mine @ same), above) == pytest.approx(1.0, abs=1e-5)
    assert beyond(float(mine @ next_to_it), above) < float(mine @ next_to_it) - 0.01


def test_two_reports_of_one_statement_each_have_nothing_else_to_tell_by() -> None:
    assert excess(source(0, EAST), source(1, EAST)) == 0.0
