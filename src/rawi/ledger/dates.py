"""Dates of any precision, as the range of instants that they may mean."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import msgspec

from rawi.records import Precision

_COARSE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_EPOCH = date(1970, 1, 1).toordinal()
_DAY = 86_400


class When(msgspec.Struct, frozen=True):
    """A date: how precise it is, and `[from, until)` in seconds since 1970.

    All three are None for what is no date.  What names no time zone is taken for UTC.
    """

    precision: Precision | None = None
    since: int | None = None
    until: int | None = None


def when(value: str | None) -> When:
    """Return what an ISO 8601 year, month, day or instant means; never raises."""
    if not value:
        return When()
    try:
        if found := _COARSE.fullmatch(value):
            return _coarse(*found.groups())
        instant = datetime.fromisoformat(value)
        if instant.tzinfo is None:
            instant = instant.replace(tzinfo=UTC)
        second = (instant - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1)
    except (ValueError, OverflowError):
        return When()
    return When("instant", second, second + 1)


def _coarse(year: str, month: str | None, day: str | None) -> When:
    first = date(int(year), int(month or 1), int(day or 1)).toordinal()
    if day:
        return _days("day", first, first + 1)
    if month:
        # 31 days after the first of a month lies in the next.
        after = date.fromordinal(first + 31).replace(day=1) if first + 31 <= _LAST else None
        return _days("month", first, after.toordinal() if after else _LAST + 1)
    return _days("year", first, date(int(year), 12, 31).toordinal() + 1)


_LAST = date.max.toordinal()


def _days(precision: Precision, first: int, end: int) -> When:
    return When(precision, (first - _EPOCH) * _DAY, (end - _EPOCH) * _DAY)
