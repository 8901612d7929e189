"""The expressions of a date grammar, from a lexicon.

Every part of them is of bounded length, so that a scan is linear in the text,
whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rawi.reading.dates.forms import NUMBER, FormParts
from rawi.reading.dates.lexicon import GAP, MAYBE_GAP, WORD_END, Lexicon, one_of

_FIGURES = tuple("0123456789")
# Words with figures in them are many.
_MOST_PLANS = 10_000


class Shape:
    """One form of dates.

    `kind` tells who reads it.  `starts` are what it may begin with, `needs` words of which a
    text that has such a date has one; none where that cannot be told.  Its expression is
    compiled when a date may have this form: for all forms that takes 50 ms.
    """

    def __init__(
        self, kind: str, source: str, starts: Iterable[str], needs: Iterable[str] = ()
    ) -> None:
        self.kind = kind
        self._source = source
        self._starts = tuple(_firsts(starts))
        self._needs = _firsts(needs)
        self._pattern: re.Pattern[str] | None = None

    def may_begin(self, word: str) -> bool:
        """Tell whether a date of this form may begin with a word (letters and figures)."""
        return any(word.startswith(start) or start.startswith(word) for start in self._starts)

    def match(self, shadow: str, at: int) -> re.Match[str] | None:
        """Return the date of this form that begins at an offset."""
        if self._pattern is None:
            if self._needs and not any(word in shadow for word in self._needs):
                return None
            self._pattern = re.compile(self._source)
        return self._pattern.match(shadow, at)


class Shapes:
    """The forms of dates in their order, by the word that a date begins with.

    One of the `fronts` may be stuck to that word; a longer front is tried before a shorter.
    """

    def __init__(self, shapes: Iterable[Shape], fronts: Iterable[str]) -> None:
        self._shapes = list(shapes)
        self._fronts = [*sorted(fronts, key=lambda front: (-len(front), front)), ""]
        self._plans: dict[str, list[tuple[int, Shape]]] = {}

    def match(self, shadow: str, start: int, word: str) -> tuple[str, re.Match[str]] | None:
        """Return the kind and the match of the date that begins with `word`, at `start`."""
        for front, shape in self._plan(word):
            match = shape.match(shadow, start + front)
            if match is not None:
                return shape.kind, match
        return None

    def _plan(self, word: str) -> list[tuple[int, Shape]]:
        """Return which forms to try, and behind how many letters."""
        known = word[0] if word[0] in _FIGURES else word
        plan = self._plans.get(known)
        if plan is None:
            plan = [
                (len(front), shape)
                for front in self._fronts
                if word.startswith(front) and word != front
                for shape in self._shapes
                if shape.may_begin(word[len(front) :])
            ]
            if len(self._plans) < _MOST_PLANS:
                self._plans[known] = plan
        return plan


def _firsts(phrases: Iterable[str]) -> list[str]:
    """Return the first words of phrases, each once."""
    return list(dict.fromkeys(phrase.split()[0] for phrase in phrases))


class Patterns(NamedTuple):
    """What finds dates in a shadow.

    `words` splits it.  A date has a figure, or one of the words in `marks`; it
    begins with a figure or one of the words in `openers`.  `shapes` are its forms; `link` is
    what stands between two names of one day; `apart` what one of these has where the two are
    dates in two calendars.
    """

    words: re.Pattern[str]
    figure: re.Pattern[str]
    marks: frozenset[str]
    openers: frozenset[str]
    shapes: Shapes
    link: re.Pattern[str]
    apart: re.Pattern[str]


def patterns(lex: Lexicon) -> Patterns:
    """Return the expressions for a language."""
    parts = FormParts(lex)
    clitics = parts.folded(lex.tables.clitics)
    links = one_of(parts.folded(lex.tables.links))
    link = rf"(?: {{0,2}}[,(\[/|\-] {{0,2}}|{GAP})[(\[]?(?:{links}{MAYBE_GAP}:?{MAYBE_GAP})?[(\[]?"
    return Patterns(
        words=re.compile(r"\w+"),
        figure=re.compile("[0-9]"),
        marks=_with_clitics(_marks(lex), clitics),
        openers=_with_clitics(parts.openers(), clitics),
        shapes=Shapes(_shapes(lex, parts), clitics),
        link=re.compile(link),
        apart=re.compile(rf"[(\[/|\-]|{links}"),
    )


def _shapes(lex: Lexicon, parts: FormParts) -> Iterator[Shape]:
    """Yield the forms of dates; the order decides between two that match."""
    tables = lex.tables
    yield Shape("iso", _iso(), _FIGURES, "-")
    yield Shape("numeric", parts.numeric(), _FIGURES)
    starts = {
        "day": (*_FIGURES, *parts.folded(tables.day_articles), *lex.ordinals),
        "month": tuple(lex.months),
    }
    for form in tables.forms:
        first = form.split()[0]
        needs = lex.months_of_day if "period" in form.split() else lex.months
        yield Shape("date", parts.form(form), starts[first], needs)
    yield Shape("year", parts.year(), (*_FIGURES, *parts.folded(tables.year_words)))
    yield Shape("period", f"(?P<period>{one_of(lex.periods)}){WORD_END}", lex.periods)
    leads = parts.folded((*tables.day_parts, *tables.day_words))
    yield Shape("weekday", parts.weekday(), (*leads, *lex.weekdays), lex.weekdays)
    yield Shape("relative", parts.relative(), (*leads, *lex.relatives), lex.relatives)


def _marks(lex: Lexicon) -> Iterator[str]:
    """Yield a word of each phrase that makes a date: mostly its rarer one."""
    yield from (name.split()[0] for name in lex.months)
    for table in (lex.weekdays, lex.periods, lex.relatives):
        yield from (phrase.split()[-1] for phrase in table)


def _with_clitics(words: Iterable[str], clitics: Iterable[str]) -> frozenset[str]:
    fronts = ("", *clitics)
    return frozenset(front + word for word in words for front in fronts)


def _iso() -> str:
    time = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?![0-9:])"
    zone = r" ?(?:z(?!\w)|[+\-][0-9]{2}(?::?[0-9]{2})?(?![0-9]))"
    return (
        rf"{NUMBER}(?P<iso>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:[t ]{time}(?:{zone})?)?)"
        r"(?![0-9])(?!-[0-9])"
    )
