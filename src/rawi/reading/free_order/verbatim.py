"""Reports in parts: "Source: X on the network", "Verbatim: “…”", "Details: …"."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Paragraph
from rawi.reading.subject_first.drafts import Draft, Range

#: A label is no longer than this, its colon included, in tokens.
LABEL: Final = 8


class Verbatim:
    """Reads the labelled parts of one report."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        self._labels = {tuple(label.split()) for label in self.grammar.words_of("verbatim")}
        #: who the last line "Source: X" says the words are of
        self.teller: Range | None = None

    def note(self, paragraph: Paragraph) -> Range | None:
        """Return, and remember, who a line "Source: X" names that is no outlet."""
        first, last, _ = paragraph
        colon = self._colon(first, last)
        if colon is None or colon + 1 >= last:
            return None
        phrase = self.phrases.read(colon + 1, last, c.NOMINATIVE)
        if phrase is None or self.phrases.outlets.at(colon + 1, last, strict=False) is not None:
            return None
        told = w.ROLE | w.PERSON | w.BODY | w.DOC | w.GIVEN
        if not self.word[phrase.head].bits & told or self.word[phrase.head].bits & w.MEDIA:
            return None
        self.teller = phrase.span
        return phrase.span

    def read(self, paragraph: Paragraph) -> Draft | None:
        """Return the draft of "Verbatim: “…”", "Verbatim X: “…”"."""
        first, last, kind = paragraph
        if kind not in (None, "headline"):
            return None
        label = next((n for n in (2, 1) if tuple(self.key[first : first + n]) in self._labels), 0)
        colon = self._colon(first, last) if label else None
        quote = self.document.quote_at.get(colon + 1) if colon is not None else None
        if colon is None or quote is None or quote.after > last:
            return None
        draft = Draft([(first, first + label)], [(quote.open, quote.after)], "line with a name", 0,
                      kind="line", opening="colon", around=(first, colon))  # fmt: skip
        draft.source = self._whose(first + label, colon) or self.teller
        if draft.source is None:
            draft.kind = "quotation"
        return draft

    def _whose(self, first: int, colon: int) -> Range | None:
        """Return whose words a label says they are: "Verbatim X:", "Words of X:"."""
        if first >= colon:
            return None
        phrase = self.phrases.read(first, colon, c.GENITIVE | c.NOMINATIVE)
        return phrase.span if phrase is not None and phrase.last == colon else None

    def _colon(self, first: int, last: int) -> int | None:
        near = range(first, min(last, first + LABEL))
        return next((i for i in near if self.key[i] in self.grammar.colons), None)
