"""Who says something while they do something else: "said, opening the talks, X"."""

from __future__ import annotations

from rawi.reading.free_order.subjects import Subject, Subjects
from rawi.reading.subject_first import words as w


def teller_behind(subjects: Subjects, comma: int, last: int, told: int) -> Subject | None:
    """Return who stands behind the gerund that a comma leads to, and what goes with it."""
    key, word = subjects.key, subjects.word
    if comma + 2 >= last or word[comma + 1].bits:
        return None
    if not key[comma + 1].endswith(subjects.grammar.loose_gerunds):
        return None
    end = next((i for i in range(comma + 2, last) if key[i] == ","), last)
    found = subjects.after(end + 1, last, told)
    if found is None:
        return None
    named = word[found.head].bits & w.HEADS or subjects.phrases.is_proper(found.head)
    return found if named else None
