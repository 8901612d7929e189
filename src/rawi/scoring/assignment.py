"""The one-to-one assignment of greatest sum: the Hungarian algorithm with potentials."""

from __future__ import annotations

from collections.abc import Sequence


def best_assignment(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the pairs (row, column) of the one-to-one pairing of greatest sum.

    `weights` has rows of one length.  Cubic in the size.
    """
    rows, columns = len(weights), len(weights[0]) if weights else 0
    if rows > columns:
        turned = [[row[column] for row in weights] for column in range(columns)]
        return sorted((row, column) for column, row in best_assignment(turned))
    search = _Search(weights, columns)
    for row in range(1, rows + 1):
        search.add(row)
    return search.pairs()


class _Search:
    """The pairing so far.  Rows and columns count from 1; row 0 is none, column 0 the start."""

    def __init__(self, weights: Sequence[Sequence[float]], columns: int) -> None:
        self.weights = weights
        self.columns = columns
        self.row_potential = [0.0] * (len(weights) + 1)
        self.column_potential = [0.0] * (columns + 1)
        self.row_of = [0] * (columns + 1)

    def pairs(self) -> list[tuple[int, int]]:
        return sorted(
            (row - 1, column - 1) for column, row in enumerate(self.row_of) if row and column
        )

    def add(self, new_row: int) -> None:
        """Give the row a column, moving others where the sum gains by it."""
        self.row_of[0] = new_row
        column, previous = self._free_column()
        while column:
            self.row_of[column] = self.row_of[previous[column]]
            column = previous[column]

    def _free_column(self) -> tuple[int, list[int]]:
        """Find the nearest free column, and the way that leads to it."""
        column = 0
        slack = [float("inf")] * (self.columns + 1)
        previous = [0] * (self.columns + 1)
        visited = [False] * (self.columns + 1)
        while self.row_of[column]:
            visited[column] = True
            self._relax(column, slack, previous, visited)
            nearest = min(
                (other for other in range(1, self.columns + 1) if not visited[other]),
                key=slack.__getitem__,
            )
            self._shift(slack[nearest], slack, visited)
            column = nearest
        return column, previous

    def _relax(
        self, column: int, slack: list[float], previous: list[int], visited: list[bool]
    ) -> None:
        row = self.row_of[column]
        weights, potential = self.weights[row - 1], self.row_potential[row]
        for other in range(1, self.columns + 1):
            reduced = -weights[other - 1] - potential - self.column_potential[other]
            if not visited[other] and reduced < slack[other]:
                slack[other], previous[other] = reduced, column

    def _shift(self, step: float, slack: list[float], visited: list[bool]) -> None:
        for other in range(self.columns + 1):
            if visited[other]:
                self.row_potential[self.row_of[other]] += step
                self.column_potential[other] -= step
            else:
                slack[other] -= step
