"""People whose name is told by letters alone, as courts are reported."""

from __future__ import annotations

from rawi.reading import lexicon as lx
from rawi.reading.drafts import Range
from rawi.reading.name_ends import NameEnds


class Initials(NameEnds):
    """Finds initials in the phrases of one document."""

    def _initials(self, begin: int, end: int) -> Range | None:
        """Return the initials that a phrase ends with, two letters or more with dots between.

        Or a given name and an initial, as courts are reported: "Alaa K."
        """
        last = end
        while last > begin and self._is_letter(last - 1):
            last -= 1
        if last == end:
            return None
        letters = sum(self.key[index] != "." for index in range(last, end))
        given = last > begin and letters == 1 and self.lex[last - 1].bits & lx.GIVEN
        if given and not self.lex[last - 1].prep:
            return last - 1, end
        while last < end and self.key[last] == ".":
            last += 1
        dotted = any(self.key[index] == "." for index in range(last, end))
        return (last, end) if letters > 1 and dotted and last > begin else None

    def _initials_apart(self, first: int, last: int) -> Range | None:
        """Return initials that marks set off from the office before: "the accused, Y. S., …"."""
        for index in range(first + 1, last - 2):
            if self.key[index] != "(" and self.key[index] not in self.pack.clause_marks:
                continue
            end = index + 1
            while end < last and self._is_letter(end):
                end += 1
            letters = sum(self.key[at] != "." for at in range(index + 1, end))
            closed = end >= last or not self.lex[end].is_word
            if letters > 1 and letters < end - index - 1 and closed:
                return index + 1, end
        return None

    def _is_letter(self, index: int) -> bool:
        return self.key[index] == "." or (len(self.key[index]) == 1 and self.key[index].isalpha())
