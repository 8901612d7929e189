"""What a date in words means: a day, a month, a year, of which one may be missing."""

from __future__ import annotations

from datetime import date, timedelta

from rawi.reading.dates.calendars import (
    Value,
    day_of,
    day_value,
    days_around,
    hijri_day,
    month_off,
    month_value,
    stepped,
    stretch_value,
)
from rawi.reading.dates.lexicon import Month, key
from rawi.reading.dates.reading import (
    Context,
    DateKind,
    Family,
    Floating,
    Parts,
    Reading,
    calendar_of,
)


def read_date(parts: Parts, context: Context) -> Reading:
    """Read a date in words: a day, a month, a year, of which one may be missing."""
    lex, published = context
    day = int(parts["day"]) if "day" in parts else lex.ordinals.get(key(parts.get("ordinal", "")))
    said = parts.get("month_of") or parts.get("short_month")
    if said is not None:
        return _day_of_period(day, lex.months_of_day[key(said)], published)
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
    agrees = calendar_of(year, parts.get("era"), lex) == month.calendar
    # A Hijri month tells the calendar of a year without era.
    agrees = agrees or (month.calendar == "hijri" and "era" not in parts)
    return _in_year(month, day, year if agrees else None, "absolute")


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
    since = published if day else _this_month(month, step, published)
    there = stepped(since, step, days_around(since, *month, day or 1))
    return Reading(family, "relative", _value(month, day, there))


def _this_month(month: Month, step: int, published: date) -> date:
    """Return the day before which the first of a month is one of an earlier month.

    "Last August", said in August, is another August.
    """
    if month.calendar == "gregorian":
        return published.replace(day=1)
    return published - timedelta(days=29) if step < 0 else published


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
