"""The parts that the forms of dates are made of, as expressions for one language.

Every part is of bounded length.  A part names the groups that `readings` reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from rawi.reading.dates.lexicon import GAP, MAYBE_GAP, WORD_END, Lexicon, one_of

# Not the tail of a longer number, a version, a decimal fraction, a time of day, a range.
NUMBER = r"(?<![0-9])(?<![0-9][.,:/\-])"
_YEAR = r"[0-9]{4}(?![0-9])"


class FormParts:
    """The parts that forms are made of, for one language."""

    def __init__(self, lex: Lexicon) -> None:
        self.lex = lex
        self.tables = lex.tables
        eras = (*self.tables.eras.gregorian, *self.tables.eras.hijri)
        self.era = f"{MAYBE_GAP}(?P<era>{one_of(self.folded(eras))}){WORD_END}"
        self.qualifier = f"{GAP}(?P<qualifier>{one_of(lex.qualifiers)}){WORD_END}"
        self.slots: Mapping[str, Callable[[], str]] = {
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
        return f"(?:{article}{NUMBER}(?P<day>[0-9]{{1,2}})(?![0-9]){suffix}|{ordinal})"

    def month(self) -> str:
        """Return one month, or two names for it: `a/b`, `a - b`, `a b`, `a (b)`."""
        names = one_of(self.lex.months)
        link = r"(?: {0,2}[/\-] {0,2}| ?(?P<open>\() ?| )"
        second = rf"{link}(?P<pair>{names}){WORD_END}(?(open) ?\))"
        return f"(?P<month>{names}){WORD_END}(?:{second})?"

    def tail(self) -> str:
        """Return what tells the year: figures, a qualifier, or a year relative to ours."""
        lead = f"(?:{GAP}{one_of(self.folded(self.tables.year_leads))})?"
        # Behind a comma a number may count the next thing: the clause must end with it.
        comma = rf"{MAYBE_GAP},{MAYBE_GAP}(?P<last>{_YEAR})(?!{MAYBE_GAP}[^\W\d_])"
        period = f"{GAP}{self.lead(self.tables.period_leads)}(?P<period>{self._year_words()})"
        figures = rf"(?:{lead}{MAYBE_GAP}|[/\-])(?P<year>{_YEAR})(?:{self.era})?"
        return f"(?:{figures}|{comma}|{self.qualifier}|{period}{WORD_END})"

    def _year_words(self) -> str:
        return one_of(word for word, (unit, _) in self.lex.periods.items() if unit == "year")

    def day_of_period(self) -> str:
        """Return the month that a day is of: "of this month".

        Without the "of", a number in front of the month counts something else,
        but for the words that are made for it.
        """
        leads = self.tables.period_leads
        short = one_of(self.folded(self.tables.day_of.by_word()))
        full = one_of(self.folded(self.tables.periods.month.by_word()))
        return (
            f"(?:{self.lead(leads)}(?P<short_month>{short})"
            f"|{one_of(self.folded(leads))}{GAP}(?P<month_of>{full})){WORD_END}"
        )

    def numeric(self) -> str:
        return (
            rf"{NUMBER}(?<!/)(?P<first>[0-9]{{1,4}}) ?(?P<sign>[/.\-]) ?(?P<second>[0-9]{{1,2}})"
            rf" ?(?P=sign) ?(?P<third>[0-9]{{1,4}})(?![0-9])(?![/.\-][0-9])(?:{self.era})?"
        )

    def year(self) -> str:
        words = one_of(self.folded(self.tables.year_words))
        named = f"{words}{MAYBE_GAP}(?P<year>{_YEAR})(?:{self.era})?"
        marked = f"{NUMBER}(?P<bare>{_YEAR}){self.era.replace('<era>', '<bare_era>')}"
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
