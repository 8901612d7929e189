"""Several processes that work things out while one writes."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from types import TracebackType
from typing import TypeVar

Work = TypeVar("Work")
Result = TypeVar("Result")


class Workers:
    """`jobs` processes, none beside this one where `jobs` is 1; a context."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        if self.jobs > 1:  # begun anew: no connection and no lock comes along
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.jobs, mp_context=context)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def begin(
        self, do: Callable[[Work], Result], works: Sequence[Work]
    ) -> Callable[[], list[Result]]:
        """Begin with each; return what waits for what becomes of them, in order.

        Without processes beside this one, all is done when that is called.
        """
        if self._pool is None:
            return lambda: [do(work) for work in works]
        size = max(1, len(works) // (4 * self.jobs))
        made = self._pool.map(do, works, chunksize=size)
        return lambda: list(made)
