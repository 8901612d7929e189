"""Whom a report credits, in a language with cases."""

from __future__ import annotations

from collections.abc import Callable

from rawi.reading.subject_first.credits import Credits
from rawi.reading.subject_first.document import Document, Paragraph
from rawi.reading.subject_first.outlets import Named, Outlets


class CaseCredits(Credits):
    """Reads whom a report credits, agencies that the authority does not know among them."""

    def __init__(
        self, document: Document, outlets: Outlets, is_publisher: Callable[[str], bool]
    ) -> None:
        super().__init__(document, outlets, is_publisher)
        self._photo = document.grammar.words_of("photo_labels")

    def _line(self, paragraph: Paragraph) -> list[tuple[Named, int]]:
        first, last, kind = paragraph
        photo = next((i for i in range(first + 1, last) if self.key[i] in self._photo), last)
        return super()._line(Paragraph(first, photo, kind))

    def _dateline(self, first: int, end: int) -> list[tuple[Named, int]]:
        found = super()._dateline(first, end)
        if found:
            return found
        for at in range(first, end):
            shut = next((i for i in range(at + 2, min(end, at + 6)) if self.key[i] == "/"), None)
            if self.key[at] == "/" and shut is not None:
                return [(Named((at + 1, shut), (at, shut + 1), None, False), at)]
        return found
