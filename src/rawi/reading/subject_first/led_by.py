"""Who speaks in a quotation that words and a colon lead to, where they are no plain subject.

"The remark left Tom Bell speechless: “…”", "The minister's exact words: “…”", "Literally: “…”".
"""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.phrases import Phrases

#: Words for somebody; a capital tells a name.
_WHO: Final = w.ROLE | w.PERSON | w.TITLE | w.GIVEN
_SPEAKS: Final = _WHO | w.BODY | w.MEDIA | w.DOC


class LedBy:
    """Reads what stands before the colons of one document."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        self.word = document.word
        self.key = document.key
        self.phrases = phrases
        self._labels = document.grammar.words_of("quote_labels")
        self._impersonal = document.grammar.words_of("thing_pronouns")

    def is_label(self, first: int, end: int) -> bool:
        """Say whether only adverbs or a label of quoting stand before a colon: "Literally: “…”"."""
        return all(self.key[i] in self._labels or (self.word[i].bits & w.ADV
                   and not self.word[i].bits & (_SPEAKS | w.PRON))
                   for i in range(first, end))  # fmt: skip

    def owner(self, first: int, end: int) -> Range | None:
        """Return whose words are named: "The minister's exact words: “…”"."""
        at = next((i for i in range(first + 1, end) if self.word[i].bits & w.GENITIVE), end)
        named = any(self.word[i].bits & _SPEAKS or self.word[i].upper for i in range(first, at))
        owned = at + 1 < end and not any(
            self.word[i].bits & _SPEAKS or self.word[i].upper for i in range(at + 1, end)
        )
        return (first, at) if owned and named and not self.is_verb_in(first, end) else None

    def is_thing(self, first: int, stop: int) -> bool:
        """Say whether a subject is a thing, or "it": the remark, the news, the statements."""
        if self.key[first] in self._impersonal and stop == first + 1:
            return True
        words = self.word[first:stop]
        return not any(o.bits & (_SPEAKS | w.PRON) for o in words) and not any(
            o.upper for o in words[1:]
        )

    def person(self, first: int, end: int) -> Range | None:
        """Return the one person whom words name; None where they name several or nobody."""
        found: list[Range] = []
        index = first
        while index < end:
            word = self.word[index]
            if not word.is_word or not word.upper or not self.phrases.starts(index, end):
                index += 1
                continue
            stop = self.phrases.end(index, end)
            called = any(
                self.word[i].bits & (w.TITLE | w.GIVEN | w.ROLE) for i in range(index, stop)
            )
            while stop > index + 1 and not self.word[stop - 1].upper:
                stop -= 1  # "left Tom Bell | speechless"
            owner = stop < end and self.word[stop].bits & w.GENITIVE
            if called and not owner:
                found.append((index, stop))
            index = max(stop, index + 1)
        return found[0] if len(found) == 1 else None

    def is_verb_in(self, first: int, end: int) -> bool:
        """Say whether a verb stands among words."""
        return any(self.phrases.is_verb(i) and not self.word[i].bits & w.ADJ
                   for i in range(first, end))  # fmt: skip
