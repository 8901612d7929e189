"""Reckoning with dates: pure functions, no words.

A `Value` is an ISO 8601 string cut to its precision, and that precision.
None stands for a date that does not exist or cannot be told.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal, TypeAlias

from rawi.records import Precision

Value: TypeAlias = tuple[str, Precision]
Calendar: TypeAlias = Literal["gregorian", "hijri"]

# Years that a report can speak of as dates; others are numbers that look like years.
FIRST_YEAR, LAST_YEAR = 1000, 2199
_HALF_A_YEAR = timedelta(days=183)
# Enough to meet a leap day on either side.
_YEARS_AROUND = range(-5, 6)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a Gregorian day."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_value(day: date | None) -> Value | None:
    """Return a day as a value."""
    return (day.isoformat(), "day") if day else None


def month_value(year: int, month: int) -> Value | None:
    """Return a Gregorian month as a value."""
    first = day_of(year, month, 1)
    return (first.isoformat()[:7], "month") if first else None


def year_value(year: int) -> Value | None:
    """Return a Gregorian year as a value."""
    return (str(year), "year") if FIRST_YEAR <= year <= LAST_YEAR else None


def stretch_value(first: date, last: date) -> Value | None:
    """Return the finest value that covers a stretch: its day, its month or its year."""
    if first == last:
        return day_value(first)
    if first.year != last.year:
        return None
    if first.month == last.month:
        return month_value(first.year, first.month)
    return year_value(first.year)


def hijri_day(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day of a Hijri date (Umm al-Qura, 1343 to 1500)."""
    from hijridate import Hijri  # 20 ms, for the few texts that need it

    try:
        there = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(there.year, there.month, there.day)


def nearest(to: date, days: Iterable[date]) -> date | None:
    """Return the day nearest to `to`, at most half a year off; the earlier of two."""
    near = [day for day in days if abs(day - to) <= _HALF_A_YEAR]
    return min(near, key=lambda day: (abs(day - to), day), default=None)


def days_around(to: date, calendar: Calendar, month: int, day: int) -> list[date]:
    """Return the Gregorian days of a day and month in the years around `to`, in order."""
    if calendar == "hijri":
        # A Hijri year is 354.367 days long; the first began in July 622.
        about = int((to.toordinal() - date(622, 7, 16).toordinal()) / 354.367) + 1
        days = [hijri_day(about + off, month, day) for off in _YEARS_AROUND]
    else:
        days = [day_of(to.year + off, month, day) for off in _YEARS_AROUND]
    return [there for there in days if there]


def stepped(published: date, step: int, days: Iterable[date]) -> date | None:
    """Return of `days`, in order, the one that lies `step` of them off the publication.

    Step -1 is the last one before it, -2 the one before that, 1 the next, 0 the nearest.
    """
    if step == 0:
        return nearest(published, days)
    if step > 0:
        return next((day for day in days if day > published), None)
    before = [day for day in days if day < published]
    return before[step] if len(before) >= -step else None


def weekday_near(published: date, weekday: int, step: int | None) -> date:
    """Return the weekday (Monday is 0) last on or before the publication.

    `step` -1 leaves the publication's own day out, -2 goes a week further back,
    1 forward; None and 0 mean no such word.
    """
    if step is not None and step > 0:
        return published + timedelta(days=(weekday - published.weekday() - 1) % 7 + 1)
    if not step:
        return published - timedelta(days=(published.weekday() - weekday) % 7)
    last = published - timedelta(days=(published.weekday() - weekday - 1) % 7 + 1)
    return last + timedelta(weeks=step + 1)


def week_value(published: date, step: int) -> Value | None:
    """Return the month (or year) that a week, `step` weeks off, lies in.

    Wherever weeks begin, that week lies within the stretch that is looked at.
    """
    there = published + timedelta(weeks=step)
    first, last = there - timedelta(days=6), there + timedelta(days=6)
    return stretch_value(first, last)


def month_off(published: date, step: int) -> tuple[int, int]:
    """Return year and month of the month that lies `step` months off."""
    years, month = divmod(published.month - 1 + step, 12)
    return published.year + years, month + 1


def iso_value(written: str) -> Value | None:
    """Return an ISO 8601 day or instant as a value, an instant with the zone that it has."""
    try:
        if len(written) <= len("2024-08-21"):
            day = date.fromisoformat(written)
            return day_value(day_of(day.year, day.month, day.day))
        return instant_value(datetime.fromisoformat(written.upper()))
    except ValueError:
        return None


def instant_value(instant: datetime) -> Value | None:
    """Return an instant as a value; without a zone where none was given."""
    if not FIRST_YEAR <= instant.year <= LAST_YEAR:
        return None
    return instant.isoformat().replace("+00:00", "Z"), "instant"


def published_day(published: str | None) -> date | None:
    """Return the day of a report's `published`; None if it is no day or no date."""
    if published is None or len(published) < 10:
        return None
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    return day if FIRST_YEAR < day.year < LAST_YEAR else None
