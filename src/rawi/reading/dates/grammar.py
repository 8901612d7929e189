"""The date grammar: finds the dates that a text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from rawi.reading.dates.calendars import published_day
from rawi.reading.dates.fold import kept, past_marks
from rawi.reading.dates.groups import Form, groups, meaning
from rawi.reading.dates.lexicon import Lexicon, key, lexicon
from rawi.reading.dates.patterns import Patterns, patterns
from rawi.reading.dates.reading import Context, DateKind
from rawi.reading.dates.readings import READERS
from rawi.reading.dates.tables import DateTables, load_tables
from rawi.records import Precision, Span

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class DateMention(msgspec.Struct, frozen=True):
    """One date in a text.

    `span` covers the words that name it, offsets into the text as given.
    `value` is ISO 8601 cut to `precision`: "2012", "2024-08", "2024-08-21",
    "2024-08-21T14:30:00Z" (an instant without a zone where none was written).
    `kind` tells what the value rests on: the words alone (or, for the year that
    they leave out, their nearness to the publication), the day of publication,
    or a day of the week before it.
    """

    span: Span
    value: str
    precision: Precision
    kind: DateKind


class DateGrammar:
    """The dates of one language, compiled from its `dates.toml`."""

    def __init__(self, tables: DateTables) -> None:
        """Take the tables; what they make is compiled when a text first needs it."""
        self._lex: Lexicon = lexicon(tables)
        self._patterns: Patterns = patterns(self._lex)

    @classmethod
    def load(cls, source: Path | Traversable) -> DateGrammar:
        """Return the grammar that a `dates.toml` holds.  Raises DataError."""
        return cls(load_tables(source))

    def find(
        self, text: str, start: int = 0, end: int | None = None, published: str | None = None
    ) -> list[DateMention]:
        """Return the dates in `text[start:end]` in their order, none overlapping.

        `published` is the report's, ISO 8601; a date relative to it, or one
        without a year, is left out where it is None or coarser than a day.
        Dates that do not exist are left out.  Never raises, whatever the text.
        """
        start, end, _ = slice(start, end).indices(len(text))
        stretch = text[start:end]
        shadow = stretch.translate(self._lex.fold)
        if not self._may_hold_dates(shadow):
            return []
        found = list(self._read(shadow, published_day(published)))
        if not found:
            return []
        spans: list[tuple[int, int]] = [(one.start, one.end) for one in found]
        if len(shadow) != len(stretch):
            spans = self._back(spans, stretch)
        return [
            DateMention(Span(start + first, start + last), one.value, one.precision, one.kind)
            for one, (first, last) in zip(found, spans, strict=True)
        ]

    def _back(self, spans: list[tuple[int, int]], stretch: str) -> list[tuple[int, int]]:
        """Return spans of the shadow as spans of the text that it was folded from."""
        fold = self._lex.fold
        back = kept(stretch, fold)
        return [(back[start], past_marks(stretch, back[end - 1] + 1, fold)) for start, end in spans]

    def _read(self, shadow: str, published: date | None) -> Iterator[_Found]:
        forms = [*self._forms(shadow, Context(self._lex, published))]
        for group in groups(forms, shadow, self._patterns):
            meant = meaning(group, published)
            if meant is not None:
                yield _Found(group[0].start, group[-1].end, *meant)

    def _forms(self, shadow: str, context: Context) -> Iterator[Form]:
        """Yield the forms in the shadow that nothing beside them undoes."""
        at = 0
        for word in self._openers(shadow):
            start = word.start()
            found = self._patterns.shapes.match(shadow, start, word[0]) if start >= at else None
            if found is None:
                continue
            kind, match = found
            start, end = match.span()
            parts = {name: part for name, part in match.groupdict().items() if part is not None}
            # The first word of what is undone is no date; the others still may be.
            if not self._undone(kind, parts, shadow, start, end):
                at = end
                yield Form(start, end, READERS[kind](parts, context))

    def _openers(self, shadow: str) -> Iterator[re.Match[str]]:
        """Yield the words that a date may begin with."""
        has_figure, openers = self._patterns.figure.search, self._patterns.openers
        for word in self._patterns.words.finditer(shadow):
            if word[0] in openers or has_figure(word[0]):
                yield word

    def _may_hold_dates(self, shadow: str) -> bool:
        words, figure, marks = self._patterns[:3]
        return bool(figure.search(shadow)) or not marks.isdisjoint(words.findall(shadow))

    def _undone(self, kind: str, parts: dict[str, str], shadow: str, start: int, end: int) -> bool:
        undone = self._lex.undone
        if kind == "relative":
            rule = self._lex.relatives[key(parts["relative"])].undone
        elif kind == "weekday":
            rule = undone["weekday"]
        elif kind == "year" and "bare" in parts:
            rule = undone["year"]
        elif kind != "date":
            return False
        elif "ordinal" in parts and undone["ordinal"].at(shadow, start, end):
            return True
        elif "month" in parts and not parts.keys() & {"year", "last", "qualifier", "period"}:
            rule = undone["date"]
        else:
            return False
        return rule.at(shadow, start, end)


class _Found(NamedTuple):
    """A date in the shadow."""

    start: int
    end: int
    value: str
    precision: Precision
    kind: DateKind
