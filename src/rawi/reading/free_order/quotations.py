"""Quotations without a cue of their own."""

from __future__ import annotations

from rawi.reading.free_order.phrases import Phrases
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft


class Quotations:
    """Finds the quotations of one document that no cue takes."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        self.document = document
        self.phrases = phrases
        self.word = document.word
        self.key = document.key

    def loose(self, sentences: range, drafts: list[Draft]) -> list[Draft]:
        """Return a paragraph's drafts, with the quotations that none of them holds."""
        for number in sentences:
            first, last, _ = self.document.sentences[number]
            for quote in self.document.quotes_in(first, last):
                if self._is_taken(quote.open, drafts) or not self._is_alone(quote, first, last):
                    continue
                host = self._host(drafts, quote.open)
                if host is not None:
                    host.content.append((quote.open, quote.after))
                    continue
                draft = Draft([], [(quote.open, quote.after)], "quotation", number,
                              kind="quotation", opening="quote", around=(first, last))  # fmt: skip
                drafts = [*drafts, draft]
        return drafts

    def _is_taken(self, mark: int, drafts: list[Draft]) -> bool:
        quote = self.document.quote_at[mark]
        return any(
            start < quote.after and mark < end for d in drafts for start, end in d.content
        )

    def _is_alone(self, quote: object, first: int, last: int) -> bool:
        """Say whether a quotation is a sentence of its own."""
        opened, after = quote.open, quote.after  # type: ignore[attr-defined]
        if any(self.word[i].is_word for i in range(first, opened)):
            return False
        if any(self.word[i].is_word for i in range(after, last)):
            return False
        return self.document.tokens.count_words(opened, after) > 2

    def _host(self, drafts: list[Draft], mark: int) -> Draft | None:
        """Return the quotation of the same paragraph that goes on with this one."""
        for draft in reversed(drafts):
            if draft.content and draft.content[-1][1] <= mark and draft.outer is None:
                spoken = draft.content[-1][0]
                over = self.document.quote_over(spoken)
                return draft if over is not None and draft.cue else None
        return None
