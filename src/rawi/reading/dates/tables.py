"""What a language's `dates.toml` holds: its shape, checked when it is loaded."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from rawi.errors import DataError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Words = tuple[str, ...]
Years = tuple[int, int]
MONTHS = 12
PARTS = ("day", "month", "year", "period")


class Unless(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words directly in front of (`not_after`) or behind (`not_before`) a form that undo it."""

    not_after: Words = ()
    not_before: Words = ()


class Relative(Unless, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words for the day that lies `days` after the publication (before, if negative)."""

    days: int
    words: Words


class Steps(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by how far they lead: two back, one back, here, one on."""

    before_last: Words = ()
    last: Words = ()
    this: Words = ()
    next: Words = ()

    def by_word(self) -> dict[str, int]:
        """Return the step, -2 to 1, of each word."""
        rows = ((-2, self.before_last), (-1, self.last), (0, self.this), (1, self.next))
        return {word: step for step, words in rows for word in words}


class Periods(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for stretches of time by their unit."""

    week: Steps = Steps()
    month: Steps = Steps()
    year: Steps = Steps()


class Hijri(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Month names of the Hijri calendar; `years`: the range that is Hijri unless marked."""

    months: tuple[Words, ...] = ()
    years: Years = (1, 0)
    with_year_only: Words = ()


class Eras(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands behind a year; those in `short` alone make a year only in `short_years`."""

    gregorian: Words = ()
    hijri: Words = ()
    short: Words = ()
    short_years: Years = (1, 0)


class Exceptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What undoes a form, by form."""

    weekday: Unless = Unless()
    ordinal: Unless = Unless()
    date: Unless = Unless()
    year: Unless = Unless()


class DateTables(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole of a `dates.toml`; the comments of the Arabic one say what each part is."""

    months: tuple[Words, ...]
    weekdays: tuple[Words, ...]
    forms: Words
    numeric: Literal["dmy", "mdy"]
    fold: dict[str, str] = {}
    clitics: Words = ()
    day_articles: Words = ()
    day_suffixes: Words = ()
    month_leads: Words = ()
    year_leads: Words = ()
    year_words: Words = ()
    period_leads: Words = ()
    day_words: Words = ()
    day_parts: Words = ()
    links: Words = ()
    ordinals: tuple[Words, ...] = ()
    hijri: Hijri = Hijri()
    eras: Eras = Eras()
    qualifiers: Steps = Steps()
    periods: Periods = Periods()
    day_of: Steps = Steps()
    relative: tuple[Relative, ...] = ()
    exceptions: Exceptions = msgspec.field(default=Exceptions(), name="not")

    def __post_init__(self) -> None:
        """Refuse calendars of a wrong length, forms of unknown parts, folding of words."""
        counts = ((self.months, {MONTHS}), (self.hijri.months, {0, MONTHS}), (self.weekdays, {7}))
        if any(len(rows) not in allowed for rows, allowed in counts) or len(self.ordinals) > 31:
            raise ValueError("twelve months, seven weekdays, at most thirty-one ordinals expected")
        if {part.removesuffix("?") for form in self.forms for part in form.split()} - {*PARTS}:
            raise ValueError(f"a form has the parts {', '.join(PARTS)}, each with or without `?`")
        if any(len(sign) != 1 or len(to) > 1 for sign, to in self.fold.items()):
            raise ValueError("`fold` maps one character to one or none")


def load_tables(source: Path | Traversable) -> DateTables:
    """Return the tables of a `dates.toml`.  Raises DataError if it is missing or faulty."""
    try:
        return msgspec.convert(tomllib.loads(source.read_text(encoding="utf-8")), DateTables)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValueError) as fault:
        # msgspec's ValidationError is a ValueError.
        raise DataError(f"{source}: {fault}") from fault
