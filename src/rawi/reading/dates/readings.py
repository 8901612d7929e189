"""What one form means: from its parts to a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from rawi.reading.dates.calendars import (
    day_of,
    day_value,
    hijri_day,
    iso_value,
    month_off,
    month_value,
    week_value,
    weekday_near,
    year_value,
)
from rawi.reading.dates.lexicon import key
from rawi.reading.dates.reading import Context, Parts, Reading, calendar_of
from rawi.reading.dates.worded import read_date


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
    calendar = calendar_of(int(year), parts.get("era"), context.lex)
    reckon = hijri_day if calendar == "hijri" else day_of
    return Reading(calendar, "absolute", day_value(reckon(int(year), int(month), int(day))))


def read_year(parts: Parts, context: Context) -> Reading:
    """Read a year alone: with the word for it, or with an era."""
    lex = context.lex
    year = int(parts.get("year") or parts["bare"])
    era = parts.get("era") or parts.get("bare_era")
    first, last = lex.tables.eras.short_years
    if "bare" in parts and era in lex.short_eras and not first <= year <= last:
        return Reading("other", "absolute", None)
    # A Hijri year lies in two of ours: there is nothing that it could be cut to.
    value = year_value(year) if calendar_of(year, era, lex) == "gregorian" else None
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
