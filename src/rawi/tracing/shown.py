"""When a report was published, where nobody says: the day in its address or on its own line."""

from __future__ import annotations

from functools import cache

from rawi.intake.page_dates import in_address
from rawi.reading.dates import DateGrammar
from rawi.reading.packs.shipped import available, folder
from rawi.records import Report

#: Pages show their day near the top, on a line with little else: lines and characters.
_LINES, _LINE, _HEAD = 8, 70, 800


def shown_day(report: Report) -> str | None:
    """Return the day that a report shows as that of its publication, ISO 8601; None: none is.

    The address goes before the text.  A day in a sentence is one that the report tells of.
    """
    return in_address(report.url) or _in_head(report)


def _in_head(report: Report) -> str | None:
    grammar = _grammar(report.language)
    if grammar is None:
        return None
    lines = (line.strip() for line in report.text[:_HEAD].splitlines())
    short = [line for line in lines if line][:_LINES]
    days = [day for line in short if len(line) <= _LINE for day in _days(line, grammar)]
    # a second one tells when the page was changed
    return days[0] if days else None


def _days(line: str, grammar: DateGrammar) -> list[str]:
    """Return the days that a line writes out, unless it writes out several."""
    found = [one for one in grammar.find(line) if one.kind == "absolute"]
    days = [one.value[:10] for one in found if one.precision in ("day", "instant")]
    return days if len(set(days)) == 1 else []


@cache
def _grammar(language: str | None) -> DateGrammar | None:
    if language not in available():
        return None
    source = folder(language).joinpath("dates.toml")
    return DateGrammar.load(source) if source.is_file() else None
