"""The words of a `dates.toml`, folded, by what they mean; and what undoes a form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from rawi.reading.dates.calendars import Calendar
from rawi.reading.dates.fold import FoldTable, fold_table
from rawi.reading.dates.tables import DateTables, Unless

Unit: TypeAlias = Literal["week", "month", "year"]

# A gap never crosses an empty line, and never grows: all forms are of bounded length.
GAP = r"(?: ?\n ?| {1,3})"
MAYBE_GAP = r"(?: ?\n ?| {0,3})"
# No letter follows.  A digit may, where the gap was forgotten.
WORD_END = r"(?![^\W\d])"
_LONGEST_BEFORE = 40


class Month(NamedTuple):
    """A month's number, 1 to 12, in its calendar."""

    calendar: Calendar
    number: int


class Undone:
    """Words in front of or behind a form that undo it; an expression is "" without such words.

    The expressions are compiled when there is a form that they might undo.
    """

    def __init__(self, before: str, behind: str) -> None:
        self._sources = before, behind

    def at(self, shadow: str, start: int, end: int) -> bool:
        """Tell whether the form that covers `[start, end)` of the shadow is undone."""
        before, behind = self._patterns
        if before and before.search(shadow[max(0, start - _LONGEST_BEFORE) : start]):
            return True
        return bool(behind and behind.match(shadow, end))

    @cached_property
    def _patterns(self) -> list[re.Pattern[str] | None]:
        return [re.compile(source) if source else None for source in self._sources]


class Relation(NamedTuple):
    """How many days a word leads from the publication, and what undoes it."""

    days: int
    undone: Undone


class Lexicon(NamedTuple):
    """Folded words, single-spaced, by what they mean."""

    tables: DateTables
    fold: FoldTable
    months: Mapping[str, Month]
    weekdays: Mapping[str, int]
    ordinals: Mapping[str, int]
    qualifiers: Mapping[str, int]
    periods: Mapping[str, tuple[Unit, int]]
    months_of_day: Mapping[str, int]
    relatives: Mapping[str, Relation]
    with_year_only: frozenset[str]
    hijri_eras: frozenset[str]
    short_eras: frozenset[str]
    undone: Mapping[str, Undone]


Meanings: TypeAlias = Iterable[tuple[int, tuple[str, ...]]]


def key(words: str) -> str:
    """Return folded words as the lexicon's keys are written: with single spaces."""
    return " ".join(words.split())


def one_of(words: Iterable[str]) -> str:
    """Return an expression for folded words, the longest first; no words match nothing.

    What the phrases that begin alike have after their first word stands together, so that
    the expression takes less time to compile.
    """
    after: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        first, _, rest = word.partition(" ")
        after.setdefault(first, []).append(rest)
    if not after:
        return r"(?!)"
    return "(?:" + "|".join(_phrases(first, rests) for first, rests in after.items()) + ")"


def _phrases(first: str, rests: list[str]) -> str:
    """Return an expression for phrases of one first word; `rests` has "" for it alone."""
    behind = [rest for rest in rests if rest]
    if not behind:
        return re.escape(first)
    several = f"{GAP}{one_of(behind)}"
    return re.escape(first) + (f"(?:{several})?" if "" in rests else several)


def lexicon(tables: DateTables) -> Lexicon:
    """Return the words of the tables, folded."""
    fold = fold_table(tables.fold)

    def folded(word: str) -> str:
        return key(word.translate(fold))

    def rows(meanings: Meanings) -> dict[str, int]:
        return {folded(word): meaning for meaning, words in meanings for word in words}

    def steps(by_word: Mapping[str, int]) -> dict[str, int]:
        return {folded(word): step for word, step in by_word.items()}

    def undone(unless: Unless) -> Undone:
        clitics = one_of(map(folded, tables.clitics))
        before = one_of(map(folded, unless.not_after))
        behind = one_of(map(folded, unless.not_before))
        return Undone(
            rf"(?<!\w){clitics}?{before}{GAP}$" if unless.not_after else "",
            rf"{GAP}{behind}{WORD_END}" if unless.not_before else "",
        )

    months_of_day = steps(tables.day_of.by_word()) | steps(tables.periods.month.by_word())
    return Lexicon(
        tables=tables,
        fold=fold,
        months={
            name: Month(calendar, number)
            for calendar, names in _calendars(tables)
            for name, number in rows(enumerate(names, 1)).items()
        },
        weekdays=rows(enumerate(tables.weekdays)),
        ordinals=rows(enumerate(tables.ordinals, 1)),
        qualifiers=steps(tables.qualifiers.by_word()),
        periods={
            word: (unit, step)
            for unit, by_word in _units(tables)
            for word, step in steps(by_word).items()
        },
        months_of_day=months_of_day,
        relatives={
            folded(word): Relation(entry.days, undone(entry))
            for entry in tables.relative
            for word in entry.words
        },
        with_year_only=frozenset(map(folded, tables.hijri.with_year_only)),
        hijri_eras=frozenset(map(folded, tables.eras.hijri)),
        short_eras=frozenset(map(folded, tables.eras.short)),
        undone={
            form: undone(getattr(tables.exceptions, form))
            for form in ("weekday", "ordinal", "date", "year")
        },
    )


def _calendars(tables: DateTables) -> tuple[tuple[Calendar, tuple[tuple[str, ...], ...]], ...]:
    return ("hijri", tables.hijri.months), ("gregorian", tables.months)


def _units(tables: DateTables) -> tuple[tuple[Unit, Mapping[str, int]], ...]:
    periods = tables.periods
    return (
        ("week", periods.week.by_word()),
        ("month", periods.month.by_word()),
        ("year", periods.year.by_word()),
    )
