"""Letters in brackets, and the names that they stand for: "Observatoire du sel (OS)"."""

from __future__ import annotations

from functools import cached_property

from rawi.authority.names import fold_name
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range


class Letters:
    """Finds what letters in brackets stand for in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        self._starts = {sentence.first for sentence in document.sentences}

    def of(self, letters: Range) -> Range | None:
        """Return the name that the report gives some letters."""
        return self._letters.get(self.key[letters[0]]) if letters[1] - letters[0] == 1 else None

    @cached_property
    def _letters(self) -> dict[str, Range]:
        found: dict[str, Range] = {}
        for index in self.document.tokens.upper:
            bracketed = self.word[index].caps and 0 < index < len(self.key) - 1
            if bracketed and self.key[index - 1] == "(" and self.key[index + 1] == ")":
                start = self._initials_before(index)
                if start is not None:
                    found.setdefault(self.key[index], (start, index - 1))
        return found

    def _initials_before(self, index: int) -> int | None:
        """Return where the words begin whose first letters stand in brackets after them."""
        whole = (self._initials(index, small) for small in (False, True))
        return next((start for start in whole if start is not None), None)

    def _initials(self, index: int, small: bool) -> int | None:
        """Return where such words begin, prepositions and articles counted or left out."""
        wanted = fold_name(self.key[index])
        at, left = index - 1, len(wanted)
        while left and at > 0 and self.word[at - 1].is_word and at not in self._starts:
            at -= 1
            passed = self.word[at].bits & (w.PREP | w.DET | w.CONJ) and not self.word[at].upper
            if fold_name(self.key[at])[:1] == wanted[left - 1] and (small or not passed):
                left -= 1
            elif not passed:
                return None
        return at if not left and len(wanted) > 1 else None
