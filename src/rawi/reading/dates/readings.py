"""What one form means: from its parts to a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias

from rawi.reading.dates.calendars import (
    Calendar,
    Value,
    day_of,
    day_value,
    days_around,
    hijri_day,
    iso_value,
    month_off,
    month_value,
    nearest,
    stepped,
    stretch_value,
    week_value,
    weekday_near,
    year_value,
)
from rawi.reading.dates.lexicon import Lexicon, Month, key

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


def read_iso(parts: Parts, context: Context) -> Reading:
    """Read `2024-08-21` or an instant."""
    day, time = parts["iso"][:10], parts["iso"][10:].strip("t ").replace(" ", "")
    return Reading("gregorian", "absolute", iso_value(f"{day}t{time}" if time else day))


def read_numeric(parts: Parts, context: Context) -> Reading:
    """Read `21/8/2024`, `2024.8.21` and the like, in either calendar."""
    first, second, third = parts["first"], parts["second"], parts["third"]
    if len(first) == 4 and len(third) <= 2:
        year, month, day = first, second, third
    elif len(third) == 4 and len(first) <= 2:
        year, month, day = third, second, first
        if context.lex.tables.numeric == "mdy":
            month, day = day, month
    else:
        return Reading("gregorian", "absolute", None)
    calendar = _calendar(int(year), parts.get("era"), context.lex)
    reckon = hijri_day if calendar == "hijri" else day_of
    return Reading(calendar, "absolute", day_value(reckon(int(year), int(month), int(day))))


def read_date(parts: Parts, context: Context) -> Reading:
    """Read a date in words: a day, a month, a year, of which one may be missing."""
    lex, published = context
    day = int(parts["day"]) if "day" in parts else lex.ordinals.get(key(parts.get("ordinal", "")))
    if "month_of" in parts:
        return _day_of_period(day, lex.months_of_day[key(parts["month_of"])], published)
    month = lex.months[key(parts["month"])]
    if "pair" in parts and lex.months[key(parts["pair"])] != month:
        return Reading("other", "absolute", None)
    if "qualifier" in parts:
        return _qualified(month, day, lex.qualifiers[key(parts["qualifier"])], published)
    if "period" in parts:
        year = published.year + lex.periods[key(parts["period"])][1] if published else None
        return _in_year(month, day, year if month.calendar == "gregorian" else None, "relative")
    written = parts.get("year") or parts.get("last")
    if written is None:
        return _without_year(month, day, key(parts["month"]), context)
    year = int(written)
    agrees = _calendar(year, parts.get("era"), lex) == month.calendar
    # A Hijri month tells the calendar of a year without era.
    agrees = agrees or (month.calendar == "hijri" and "era" not in parts)
    return _in_year(month, day, year if agrees else None, "absolute")


def read_year(parts: Parts, context: Context) -> Reading:
    """Read a year alone: with the word for it, or with an era."""
    lex = context.lex
    year = int(parts.get("year") or parts["bare"])
    era = parts.get("era") or parts.get("bare_era")
    first, last = lex.tables.eras.short_years
    if "bare" in parts and era in lex.short_eras and not first <= year <= last:
        return Reading("other", "absolute", None)
    # A Hijri year lies in two of ours: there is nothing that it could be cut to.
    value = year_value(year) if _calendar(year, era, lex) == "gregorian" else None
    return Reading("other", "absolute", value)


def read_period(parts: Parts, context: Context) -> Reading:
    """Read a week, a month or a year, said from the publication."""
    published = context.published
    if published is None:
        return Reading("other", "relative", None)
    unit, step = context.lex.periods[key(parts["period"])]
    if unit == "week":
        value = week_value(published, step)
    elif unit == "month":
        value = month_value(*month_off(published, step))
    else:
        value = year_value(published.year + step)
    return Reading("other", "relative", value)


def read_weekday(parts: Parts, context: Context) -> Reading:
    """Read a day of the week."""
    if context.published is None:
        return Reading("weekday", "weekday", None)
    step = context.lex.qualifiers.get(key(parts.get("qualifier", "")))
    weekday = context.lex.weekdays[key(parts["weekday"])]
    return Reading("weekday", "weekday", day_value(weekday_near(context.published, weekday, step)))


def read_relative(parts: Parts, context: Context) -> Reading:
    """Read a day said from the publication."""
    days = timedelta(days=context.lex.relatives[key(parts["relative"])].days)
    value = day_value(context.published + days) if context.published else None
    return Reading("relative", "relative", value)


READERS: Mapping[str, Callable[[Parts, Context], Reading]] = {
    "iso": read_iso,
    "numeric": read_numeric,
    "date": read_date,
    "year": read_year,
    "period": read_period,
    "weekday": read_weekday,
    "relative": read_relative,
}


def _calendar(year: int, era: str | None, lex: Lexicon) -> Calendar:
    """Tell the calendar of a year from its era, else from the year itself."""
    if era is not None:
        return "hijri" if era in lex.hijri_eras else "gregorian"
    first, last = lex.tables.hijri.years
    return "hijri" if first <= year <= last else "gregorian"


def _family(month: Month, day: int | None) -> Family:
    return "other" if day is None else month.calendar


def _in_year(month: Month, day: int | None, year: int | None, kind: DateKind) -> Reading:
    family = _family(month, day)
    if year is None:
        return Reading(family, kind, None)
    reckon = hijri_day if month.calendar == "hijri" else day_of
    there = reckon(year, month.number, day or 1)
    return Reading(family, kind, _value(month, day, there))


def _value(month: Month, day: int | None, there: date | None) -> Value | None:
    """Return the value of a day, or of the month that it is the first of."""
    if there is None or day is not None:
        return day_value(there)
    if month.calendar == "gregorian":
        return month_value(there.year, there.month)
    return stretch_value(there, there + timedelta(days=29))


def _qualified(month: Month, day: int | None, step: int, published: date | None) -> Reading:
    family = _family(month, day)
    if published is None:
        return Reading(family, "relative", None)
    # "Last August", said in August, is another August.
    since = published if day or month.calendar == "hijri" else published.replace(day=1)
    there = stepped(since, step, days_around(since, *month, day or 1))
    return Reading(family, "relative", _value(month, day, there))


def _day_of_period(day: int | None, step: int, published: date | None) -> Reading:
    if published is None or day is None:
        return Reading("gregorian", "relative", None)
    return Reading("gregorian", "relative", day_value(day_of(*month_off(published, step), day)))


def _without_year(month: Month, day: int | None, name: str, context: Context) -> Reading:
    if day is None or name in context.lex.with_year_only:
        return Reading("other", "absolute", None)
    floating = Floating(month, day)
    there = floating.near(context.published) if context.published else None
    return Reading(month.calendar, "absolute", day_value(there), floating)
