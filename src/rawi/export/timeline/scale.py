"""Where a time stands on the line: in order, long silences drawn short."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from math import log1p
from typing import Final

import msgspec

#: Minutes: gaps shorter than this are told apart little, longer ones by their logarithm.
_UNIT: Final = 20.0
_LENGTHS: Final = {4: "year", 7: "month", 10: "day"}


class Moment(msgspec.Struct, frozen=True):
    """When a report was published, UTC: from `start` up to `end` where only a day, a month or a
    year is known; both are the same for an instant."""

    start: datetime
    end: datetime


def moment(published: str | None) -> Moment | None:
    """Return when something was published; None where that is unknown or cannot be read."""
    if not published:
        return None
    precision = _LENGTHS.get(len(published), "instant")
    text = published + {"year": "-01-01", "month": "-01"}.get(precision, "")
    try:
        found = datetime.fromisoformat(text.replace("Z", "+00:00"))
        start = (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
        return Moment(start, _end(start, precision))
    except (ValueError, OverflowError):
        return None


def _end(start: datetime, precision: str) -> datetime:
    if precision == "year":
        return start.replace(year=start.year + 1)
    if precision == "month":
        return (start + timedelta(days=31)).replace(day=1)
    return start + timedelta(days=1) if precision == "day" else start


class Scale:
    """Times on a line from 0 to 1; their order is kept, and equal times stand at one place."""

    def __init__(self, times: Sequence[datetime]) -> None:
        self._times = sorted(set(times))
        self._places = [0.0] if self._times else []
        for before, after in pairwise(self._times):
            minutes = (after - before).total_seconds() / 60
            self._places.append(self._places[-1] + log1p(minutes / _UNIT))
        length = (self._places[-1] if self._places else 0.0) or 1.0
        self._places = [place / length for place in self._places]

    def __call__(self, time: datetime) -> float:
        """Return the place of any time: between its neighbours, at an end beyond all of them."""
        if not self._times or time <= self._times[0]:
            return 0.0
        if time >= self._times[-1]:
            return self._places[-1]
        after = bisect_right(self._times, time)
        left, right = self._times[after - 1], self._times[after]
        share = (time - left) / (right - left)
        return self._places[after - 1] + share * (self._places[after] - self._places[after - 1])

    def days(self) -> list[tuple[date, float]]:
        """Return each day on which there is a time, with the place of the first on it."""
        found: dict[date, float] = {}
        for time, place in zip(self._times, self._places, strict=True):
            found.setdefault(time.date(), place)
        return list(found.items())
