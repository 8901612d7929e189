"""Neighbours that name one day: a weekday beside "today" or its date, two calendars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rawi.reading.dates.calendars import day_value, published_day, weekday_near
from rawi.reading.dates.patterns import Patterns
from rawi.reading.dates.reading import DateKind, Family, Reading
from rawi.records import Precision


class Form(NamedTuple):
    """One form in the shadow, and what it means by itself."""

    start: int
    end: int
    reading: Reading


# Which family may stand in front of which.
_BESIDE: Mapping[Family, frozenset[Family]] = {
    "relative": frozenset({"weekday", "gregorian", "hijri"}),
    "weekday": frozenset({"gregorian", "hijri"}),
    "hijri": frozenset({"gregorian"}),
    "gregorian": frozenset({"hijri"}),
    "other": frozenset(),
}
_LONGEST_LINK = 40


def groups(forms: Sequence[Form], shadow: str, patterns: Patterns) -> Iterator[Sequence[Form]]:
    """Yield the forms in runs that name one day each; most runs are of one."""
    run: list[Form] = []
    for form in forms:
        if run and not _linked(run, form, shadow, patterns):
            yield run
            run = []
        run.append(form)
    if run:
        yield run


def _linked(run: Sequence[Form], form: Form, shadow: str, patterns: Patterns) -> bool:
    last, family = run[-1], form.reading.family
    if family not in _BESIDE[last.reading.family]:
        return False
    if any(earlier.reading.family == family for earlier in run):
        return False
    between = shadow[last.end : form.start]
    if len(between) > _LONGEST_LINK or not patterns.link.fullmatch(between):
        return False
    if family == "weekday":
        return not between.strip(" \n([")
    two_calendars = last.reading.family in ("hijri", "gregorian")
    return not two_calendars or bool(patterns.apart.search(between))


def meaning(
    group: Sequence[Form], published: date | None
) -> tuple[str, Precision, DateKind] | None:
    """Return value, precision and kind of a run; None where it cannot be told."""
    readings = {form.reading.family: form.reading for form in group}
    gregorian, hijri = readings.get("gregorian"), readings.get("hijri")
    if gregorian and hijri:
        reading = _by_the_other(gregorian, hijri)
    elif {"relative", "weekday"} == readings.keys():
        reading = _today_named(readings["relative"], readings["weekday"], published)
    else:
        reading = gregorian or hijri or group[0].reading
    return (*reading.value, reading.kind) if reading.value else None


def _by_the_other(gregorian: Reading, hijri: Reading) -> Reading:
    """Return the Gregorian reading; the Hijri one tells the year that it leaves out."""
    there = published_day(hijri.value[0]) if hijri.value and not hijri.floating else None
    if gregorian.floating and there:
        return gregorian._replace(value=day_value(gregorian.floating.near(there)))
    return gregorian


def _today_named(relative: Reading, weekday: Reading, published: date | None) -> Reading:
    """Return the day that a relative word and a weekday name together.

    Where they disagree by a day, the publication's clock stood in another zone;
    where by more, the report was dated anew, and the weekday holds.
    """
    if published is None or relative.value is None or weekday.value is None:
        return relative._replace(value=None)
    day = date.fromisoformat(relative.value[0])
    wanted = date.fromisoformat(weekday.value[0]).weekday()
    for off in (0, -1, 1):
        there = day + timedelta(days=off)
        if there.weekday() == wanted:
            return relative._replace(value=day_value(there))
    if day > published:
        return relative._replace(value=None)
    return weekday._replace(value=day_value(weekday_near(published, wanted, None)))
