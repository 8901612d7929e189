"""The shape of what a form means, and what it is read against."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from rawi.reading.dates.calendars import Calendar, Value, days_around, nearest
from rawi.reading.dates.lexicon import Lexicon, Month

DateKind: TypeAlias = Literal["absolute", "relative", "weekday"]
# What may name the same day as its neighbour; "other" is no day.
Family: TypeAlias = Literal["relative", "weekday", "gregorian", "hijri", "other"]
Parts: TypeAlias = Mapping[str, str]


class Floating(NamedTuple):
    """A day and month whose year is still to be told from a day near by."""

    month: Month
    day: int

    def near(self, to: date) -> date | None:
        """Return the day in the year that puts it nearest to `to`."""
        return nearest(to, days_around(to, *self.month, self.day))


class Reading(NamedTuple):
    """What a form means.

    `value` is None for an impossible date and where the publication, or (then
    `floating` is set) the year, must tell and does not.
    """

    family: Family
    kind: DateKind
    value: Value | None
    floating: Floating | None = None


class Context(NamedTuple):
    """What a form is read against: the words, and the day of publication if known."""

    lex: Lexicon
    published: date | None


def calendar_of(year: int, era: str | None, lex: Lexicon) -> Calendar:
    """Tell the calendar of a year from its era, else from the year itself."""
    if era is not None:
        return "hijri" if era in lex.hijri_eras else "gregorian"
    first, last = lex.tables.hijri.years
    return "hijri" if first <= year <= last else "gregorian"
