"""Languages whose finite verb stands second, and at the end of dependent clauses.

Words, quotations, paragraphs, speakers and chains are read as in `subject_first`; only clauses are
read here.
"""

from rawi.reading.verb_second.clauses import VerbSecondReader

__all__ = ["VerbSecondReader"]
