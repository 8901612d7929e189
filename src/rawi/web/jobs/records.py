"""What is told of a job."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.web.adding import Outcome

State = Literal["waiting", "reading", "done", "failed", "cancelled"]
OVER = ("done", "failed", "cancelled")
"""States after which nothing changes any more."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """Reports that are read in the background.

    `total` are the inputs (texts, addresses, files), `done` those that are read to their end;
    `outcomes` is what became of each report up to now.  A job has failed that kept no report,
    or broke off: `fault` says why, else it is None.
    """

    id: str
    state: State
    total: int
    done: int = 0
    outcomes: tuple[Outcome, ...] = ()
    fault: str | None = None

    @property
    def over(self) -> bool:
        """Tell whether nothing changes any more."""
        return self.state in OVER


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened to a job: its `number` in the job (from 1), how far the job is.

    `outcome` is that of the report that was read just now, None where none was.
    """

    number: int
    state: State
    total: int
    done: int
    reports: int
    outcome: Outcome | None = None
    fault: str | None = None

    @property
    def kind(self) -> str:
        """What streams call it: "progress", or how the job ended."""
        return self.state if self.state in OVER else "progress"
