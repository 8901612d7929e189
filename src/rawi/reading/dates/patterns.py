"""The expressions of a date grammar, compiled from a lexicon.

Every part of them is of bounded length, so that a scan is linear in the text,
whatever the text.  One expression holds all forms, so group names end in the
number of their form (`day_3`); the outermost group is the form itself (`date__3`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from rawi.errors import DataError
from rawi.reading.dates.lexicon import GAP, MAYBE_GAP, WORD_END, Lexicon, one_of

# Not the tail of a longer number, a version, a decimal fraction, a time of day, a range.
_NUMBER = r"(?<![0-9])(?<![0-9][.,:/\-])"
_YEAR = r"[0-9]{4}(?![0-9])"


class Patterns(NamedTuple):
    """What finds dates in a shadow.

    `words` splits it.  A date has a figure, or one of the words in `marks`; it
    begins with a figure or one of the words in `openers`.  `form` matches one
    date of one form; `link` what stands between two names of one day; `apart`
    what one of these has where the two are dates in two calendars.
    """

    words: re.Pattern[str]
    figure: re.Pattern[str]
    marks: frozenset[str]
    openers: frozenset[str]
    form: re.Pattern[str]
    link: re.Pattern[str]
    apart: re.Pattern[str]


def patterns(lex: Lexicon) -> Patterns:
    """Return the expressions for a language.  Raises DataError for a form of unknown parts."""
    parts = _Parts(lex)
    forms = [
        ("iso", _iso()),
        ("numeric", parts.numeric()),
        *(("date", parts.form(form)) for form in lex.tables.forms),
        ("year", parts.year()),
        ("period", f"(?P<period>{one_of(lex.periods)}){WORD_END}"),
        ("weekday", parts.weekday()),
        ("relative", parts.relative()),
    ]
    clitics = parts.folded(lex.tables.clitics)
    numbered = (f"(?P<{kind}__{at}>{_numbered(form, at)})" for at, (kind, form) in enumerate(forms))
    links = one_of(parts.folded(lex.tables.links))
    link = rf"(?: {{0,2}}[,(\[/|\-] {{0,2}}|{GAP})[(\[]?(?:{links}{MAYBE_GAP}:?{MAYBE_GAP})?[(\[]?"
    return Patterns(
        words=re.compile(r"\w+"),
        figure=re.compile("[0-9]"),
        marks=_with_clitics(_marks(lex), clitics),
        openers=_with_clitics(parts.openers(), clitics),
        form=re.compile(rf"{one_of(clitics)}?(?:{'|'.join(numbered)})"),
        link=re.compile(link),
        apart=re.compile(rf"[(\[/|\-]|{links}"),
    )


def _marks(lex: Lexicon) -> Iterator[str]:
    """Yield a word of each phrase that makes a date: mostly its rarer one."""
    yield from (name.split()[0] for name in lex.months)
    for table in (lex.weekdays, lex.periods, lex.relatives):
        yield from (phrase.split()[-1] for phrase in table)


def _with_clitics(words: Iterable[str], clitics: Iterable[str]) -> frozenset[str]:
    fronts = ("", *clitics)
    return frozenset(front + word for word in words for front in fronts)


def _numbered(form: str, at: int) -> str:
    """Return a form with the form's number behind each group name, and name referred to."""
    form = re.sub(r"\(\?P(<|=)(\w+)([>)])", rf"(?P\1\2_{at}\3", form)
    return re.sub(r"\(\?\(<(\w+)>\)", rf"(?(\1_{at})", form)


def _iso() -> str:
    time = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?![0-9:])"
    zone = r" ?(?:z(?!\w)|[+\-][0-9]{2}(?::?[0-9]{2})?(?![0-9]))"
    return (
        rf"{_NUMBER}(?P<iso>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:[t ]{time}(?:{zone})?)?)"
        r"(?![0-9])(?!-[0-9])"
    )


class _Parts:
    """The parts that forms are made of, for one language."""

    def __init__(self, lex: Lexicon) -> None:
        self.lex = lex
        self.tables = lex.tables
        eras = (*self.tables.eras.gregorian, *self.tables.eras.hijri)
        self.era = f"{MAYBE_GAP}(?P<era>{one_of(self.folded(eras))}){WORD_END}"
        self.qualifier = f"{GAP}(?P<qualifier>{one_of(lex.qualifiers)}){WORD_END}"
        self.slots: dict[str, Callable[[], str]] = {
            "day": self.day,
            "month": self.month,
            "year": self.tail,
            "period": self.day_of_period,
        }

    def folded(self, words: Iterable[str]) -> list[str]:
        return [" ".join(word.translate(self.lex.fold).split()) for word in words]

    def lead(self, words: Iterable[str], gap: str = GAP) -> str:
        """Return an expression for what may stand in front of a part."""
        return f"(?:{one_of(self.folded(words))}{gap})?"

    def form(self, form: str) -> str:
        """Return a date in words; `form` names its parts in their order."""
        return "".join(self.slot(slot, at > 0) for at, slot in enumerate(form.split()))

    def slot(self, slot: str, linked: bool) -> str:
        """Return one part, `linked` to one before it; a `?` behind its name makes it optional."""
        name = slot.removesuffix("?")
        if name not in self.slots:
            raise DataError(f"a form has the parts {', '.join(self.slots)}, not {slot!r}")
        part = (self.between(name) if linked else "") + self.slots[name]()
        return f"(?:{part})?" if slot.endswith("?") else part

    def between(self, name: str) -> str:
        """Return what links a part to the one before it."""
        if name == "year":
            return ""  # it brings its own
        lead = self.lead(self.tables.month_leads) if name == "month" else ""
        return rf"(?:{MAYBE_GAP}{lead}| ?[/\-] ?)"

    def day(self) -> str:
        article = self.lead(self.tables.day_articles, " ?")
        suffix = f"(?:{one_of(self.folded(self.tables.day_suffixes))}{WORD_END})?"
        ordinal = f"(?P<ordinal>{one_of(self.lex.ordinals)}){WORD_END}"
        return f"(?:{article}{_NUMBER}(?P<day>[0-9]{{1,2}})(?![0-9]){suffix}|{ordinal})"

    def month(self) -> str:
        """Return one month, or two names for it: `a/b`, `a - b`, `a b`, `a (b)`."""
        names = one_of(self.lex.months)
        link = r"(?: {0,2}[/\-] {0,2}| ?(?P<open>\() ?| )"
        second = rf"{link}(?P<pair>{names}){WORD_END}(?(<open>) ?\))"
        return f"(?P<month>{names}){WORD_END}(?:{second})?"

    def tail(self) -> str:
        """Return what tells the year: figures, a qualifier, or a year relative to ours."""
        lead = f"(?:{GAP}{one_of(self.folded(self.tables.year_leads))})?"
        # Behind a comma a number may count the next thing: the clause must end with it.
        comma = rf"{MAYBE_GAP},{MAYBE_GAP}(?P<last>{_YEAR})(?!{MAYBE_GAP}[^\W\d_])"
        period = f"{GAP}{self.lead(self.tables.period_leads)}(?P<period>{self._year_words()})"
        return (
            rf"(?:(?:{lead}{MAYBE_GAP}|[/\-])(?P<year>{_YEAR})(?:{self.era})?|{comma}|{self.qualifier}"
            f"|{period}{WORD_END})"
        )

    def _year_words(self) -> str:
        return one_of(word for word, (unit, _) in self.lex.periods.items() if unit == "year")

    def day_of_period(self) -> str:
        lead = self.lead(self.tables.period_leads)
        return f"{lead}(?P<month_of>{one_of(self.lex.months_of_day)}){WORD_END}"

    def numeric(self) -> str:
        return (
            rf"{_NUMBER}(?<!/)(?P<first>[0-9]{{1,4}}) ?(?P<sign>[/.\-]) ?(?P<second>[0-9]{{1,2}})"
            rf" ?(?P=sign) ?(?P<third>[0-9]{{1,4}})(?![0-9])(?![/.\-][0-9])(?:{self.era})?"
        )

    def year(self) -> str:
        words = one_of(self.folded(self.tables.year_words))
        named = f"{words}{MAYBE_GAP}(?P<year>{_YEAR})(?:{self.era})?"
        marked = f"{_NUMBER}(?P<bare>{_YEAR}){self.era.replace('<era>', '<bare_era>')}"
        return rf"(?:{named}|{marked})(?! ?[/\-] ?[0-9])"

    def openers(self) -> Iterator[str]:
        """Yield the first words of all forms that do not begin with a figure."""
        lex, tables = self.lex, self.tables
        lists = (tables.day_articles, tables.year_words, tables.day_parts, tables.day_words)
        yield from (word.split()[0] for words in lists for word in self.folded(words))
        for table in (lex.months, lex.weekdays, lex.ordinals, lex.periods, lex.relatives):
            yield from (phrase.split()[0] for phrase in table)

    def day_lead(self) -> str:
        return self.lead(self.tables.day_parts) + self.lead(self.tables.day_words)

    def weekday(self) -> str:
        name = f"(?P<weekday>{one_of(self.lex.weekdays)}){WORD_END}"
        return f"{self.day_lead()}{name}(?:{self.qualifier})?"

    def relative(self) -> str:
        return f"{self.day_lead()}(?P<relative>{one_of(self.lex.relatives)}){WORD_END}"
