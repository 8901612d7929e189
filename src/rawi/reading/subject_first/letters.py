"""Letters in brackets behind the name that they shorten: "Observatoire du sel (OS)"."""

from __future__ import annotations

from rawi.authority.names import fold_name
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range


def spelt_out(document: Document) -> dict[str, Range]:
    """Return the name that a report gives each letters in brackets."""
    found: dict[str, Range] = {}
    starts = {sentence.first for sentence in document.sentences}
    for index in document.tokens.upper:
        bracketed = document.word[index].caps and 0 < index < len(document.key) - 1
        if bracketed and document.key[index - 1] == "(" and document.key[index + 1] == ")":
            start = _initials_before(document, index, starts)
            if start is not None:
                found.setdefault(document.key[index], (start, index - 1))
    return found


def _initials_before(document: Document, index: int, starts: set[int]) -> int | None:
    """Return where the words begin whose first letters stand in brackets after them."""
    whole = (_initials(document, index, starts, small=small) for small in (False, True))
    return next((start for start in whole if start is not None), None)


def _initials(document: Document, index: int, starts: set[int], *, small: bool) -> int | None:
    """Return where such words begin, prepositions and articles counted or left out."""
    word, key = document.word, document.key
    wanted = fold_name(key[index])
    at, left = index - 1, len(wanted)
    while left and at > 0 and word[at - 1].is_word and at not in starts:
        at -= 1
        passed = word[at].bits & (w.PREP | w.DET | w.CONJ) and not word[at].upper
        if fold_name(key[at])[:1] == wanted[left - 1] and (small or not passed):
            left -= 1
        elif not passed:
            return None
    return at if not left and len(wanted) > 1 else None
