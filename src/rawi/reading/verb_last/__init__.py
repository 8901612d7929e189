"""Languages whose verb stands last, and whose nouns and verbs take suffixes.

A language takes it with `grammar = "verb-last"` in its pack.toml.  Words, quotations, paragraphs,
speakers and credits are read as in `subject_first`; here clauses and the ways of statements.
"""

from rawi.reading.verb_last.reader import read_verb_last
from rawi.reading.verb_last.suffixes import SuffixGrammar

__all__ = ["SuffixGrammar", "read_verb_last"]
