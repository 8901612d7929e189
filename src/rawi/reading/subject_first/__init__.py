"""The grammar of languages with capitals and spaces in which the subject comes first.

A language takes it with `grammar = "subject-first"` in its pack.toml; all that it must know of
the language's words comes from the pack's tables.
"""

from rawi.reading.subject_first.grammar import Grammar, load_grammar
from rawi.reading.subject_first.reader import read_subject_first

__all__ = ["Grammar", "load_grammar", "read_subject_first"]
