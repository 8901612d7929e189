"""Work for several processes: order, and ends of every kind."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator

import pytest

from rawi.cli.processes import AHEAD, Processes
from rawi.errors import LedgerBusyError, RawiError


def slow_first(number: int) -> int:
    time.sleep(0.1 if number == 1 else 0)
    return number * number


def die(number: int) -> int:
    os._exit(1)


def big(number: int) -> str:
    return "x" * number


def test_order_is_that_of_the_works() -> None:
    with Processes(3, slow_first) as processes:
        assert list(processes.ordered(iter(range(1, 41)))) == [n * n for n in range(1, 41)]
    assert not multiprocessing.active_children()


def test_nothing_to_do() -> None:
    with Processes(2, slow_first) as processes:
        assert list(processes.ordered(iter([]))) == []


def test_large_results() -> None:
    with Processes(2, big) as processes:
        assert [len(text) for text in processes.ordered(iter([3_000_000] * 6))] == [3_000_000] * 6


def test_works_are_taken_as_they_are_needed() -> None:
    taken = 0

    def works() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    with Processes(2, big) as processes:
        results = processes.ordered(works())
        next(results)
        assert taken <= 2 * AHEAD + 1


def test_a_process_that_dies_is_told_of() -> None:
    with Processes(2, die) as processes, pytest.raises(RawiError, match="too little memory"):
        list(processes.ordered(iter([1, 2, 3])))


def refuse(number: int) -> int:
    if number == 3:
        raise LedgerBusyError("news.db", "another process is writing to it")
    return number


def test_what_a_process_raises_is_raised_here(capfd: pytest.CaptureFixture[str]) -> None:
    busy = pytest.raises(LedgerBusyError, match=r"news\.db: another process")
    with Processes(2, refuse) as processes, busy as raised:
        list(processes.ordered(iter(range(9))))
    assert (raised.value.where, raised.value.fault) == (
        "news.db",
        "another process is writing to it",
    )
    assert capfd.readouterr().err == ""
    assert not multiprocessing.active_children()
