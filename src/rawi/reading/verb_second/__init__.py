"""Languages whose finite verb stands second, and at the end of dependent clauses.

A language takes it with `grammar = "verb-second"` in its pack.toml.  Words, quotations, paragraphs,
speakers and chains are read as in `subject_first`; only clauses are read here.
"""

from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.reader import Reading
from rawi.reading.verb_second.clauses import VerbSecondReader
from rawi.records import Attribution, Part, Report

__all__ = ["read_verb_second"]


def read_verb_second(
    text: str, grammar: Grammar, report: Report
) -> tuple[tuple[Attribution, ...], tuple[Part, ...]]:
    """Return the attributions of a text and its parts."""
    reading = Reading(text, grammar, report, VerbSecondReader)
    return reading.attributions(), reading.parts()
