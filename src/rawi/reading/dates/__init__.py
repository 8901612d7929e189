"""Dates in a text: found by a grammar that each language's `dates.toml` fills.

`DateGrammar.load(…).find(text, published=…)` gives the mentions of dates;
`parse_published` reads the date that a page or a feed gives of itself.
"""

from rawi.reading.dates.grammar import DateGrammar, DateMention
from rawi.reading.dates.published import parse_published

__all__ = ["DateGrammar", "DateMention", "parse_published"]
