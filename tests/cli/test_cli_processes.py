"""Work for several processes: order, and ends of every kind."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator

import pytest

from rawi.cli.processes import AHEAD, Processes
from rawi.errors import RawiError


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
