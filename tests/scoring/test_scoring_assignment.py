"""The one-to-one assignment of greatest sum."""

from __future__ import annotations

import itertools
import random

import pytest

from rawi.scoring.assignment import best_assignment


def best_sum(weights: list[list[float]]) -> float:
    rows, columns = len(weights), len(weights[0])
    if rows > columns:
        return best_sum([[row[column] for row in weights] for column in range(columns)])
    return max(
        sum(weights[row][column] for row, column in enumerate(way))
        for way in itertools.permutations(range(columns), rows)
    )


@pytest.mark.parametrize("seed", range(100))
def test_assignment_is_best(seed: int) -> None:
    chance = random.Random(seed)
    rows, columns = chance.randint(1, 5), chance.randint(1, 5)
    weights = [[chance.choice([0.0, chance.random()]) for _ in range(columns)] for _ in range(rows)]
    pairs = best_assignment(weights)
    assert len(pairs) == len(dict(pairs)) == min(rows, columns)
    assert len({column for _, column in pairs}) == len(pairs)
    assert sum(weights[row][column] for row, column in pairs) == pytest.approx(best_sum(weights))


def test_greedy_would_lose() -> None:
    # Greedy takes 0.9 + 0.0; the best sum is 0.8 + 0.8.
    assert best_assignment([[0.9, 0.8], [0.8, 0.0]]) == [(0, 1), (1, 0)]


def test_nothing_to_pair() -> None:
    assert best_assignment([]) == []
    assert best_assignment([[], []]) == []
