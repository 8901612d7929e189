"""Words that a paragraph of their own holds, after "X said:" at the end of the one before."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from rawi.reading.free_order.contents import Opening
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.subject_first.drafts import Draft, Range

#: A paragraph that holds what somebody said has so many words.
WORDS: Final = 3


class Blocks:
    """Reads the paragraphs of one document that a colon before them leads to."""

    def __init__(self, phrases: Phrases) -> None:
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.key = phrases.key
        self._firsts = [paragraph.first for paragraph in self.document.paragraphs]

    def behind(self, at: int) -> int:
        """Return where the paragraph behind a colon begins, the place itself where none does.

        `at` is the token after the colon, which ends its paragraph.
        """
        number = bisect_right(self._firsts, at - 1)
        if number >= len(self._firsts):
            return at
        first, last, kind = self.document.paragraphs[number]
        if kind is not None or self.key[first] in self.grammar.bullets:
            return at
        led = self.key[last - 1] in self.grammar.colons
        long = self.document.tokens.count_words(first, last) >= WORDS
        return first if long and not led else at

    def content(self, opened: Opening, last: int) -> list[Range]:
        """Return what such a paragraph holds: its quotation, else all of it."""
        if opened.kind != "colon" or opened.at <= last:
            return []
        quote = self.document.quote_at.get(opened.at)
        if quote is not None:
            return [(opened.at, quote.after)]
        paragraph = self.document.paragraphs[bisect_right(self._firsts, opened.at) - 1]
        return [(opened.at, paragraph.last)]

    def over(self, drafts: list[Draft], first: int) -> Draft | None:
        """Return the draft before a paragraph whose words it holds, given its first token."""
        for draft in reversed(drafts[-2:]):
            if draft.opening == "colon" and draft.content and draft.content[-1][0] == first:
                return draft
        return None
