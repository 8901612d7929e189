"""The expressions of a date grammar, compiled from a lexicon.

Every part of them is of bounded length, so that a scan is linear in the text,
whatever the text.  One expression holds all forms, so group names end in the
number of their form (`day_3`); the outermost group is the form itself (`date__3`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rawi.reading.dates.forms import NUMBER, FormParts
from rawi.reading.dates.lexicon import GAP, MAYBE_GAP, WORD_END, Lexicon, one_of


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
    """Return the expressions for a language."""
    parts = FormParts(lex)
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
        rf"{NUMBER}(?P<iso>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:[t ]{time}(?:{zone})?)?)"
        r"(?![0-9])(?!-[0-9])"
    )
