"""Quotations without a cue of their own."""

from __future__ import annotations

from bisect import bisect_right

from rawi.reading.free_order.phrases import Phrases
from rawi.reading.free_order.subjects import Subjects
from rawi.reading.subject_first import words as w
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
        taken = self._taken(drafts)
        for number in sentences:
            first, last, _ = self.document.sentences[number]
            for quote in self.document.quotes_in(first, last):
                if quote.open in taken or not self._is_alone(quote, first, last):
                    continue
                host = self._host(drafts, quote.open)
                if host is not None:
                    host.content.append((quote.open, quote.after))
                    continue
                draft = Draft([], [(quote.open, quote.after)], "quotation", number,
                              kind="quotation", opening="quote", around=(first, last))  # fmt: skip
                drafts = [*drafts, draft]
        return drafts

    def inner(self, drafts: list[Draft], subjects: Subjects) -> list[Draft]:
        """Return what quotations pass on in marks of their own: "he said: “…”" inside marks."""
        found: list[Draft] = []
        spans = sorted((a, b, n) for n, d in enumerate(drafts) for a, b in d.content)
        firsts = [a for a, _, _ in spans]
        for mark, quote in self.phrases.quote_at.items():
            if mark in self.document.quote_at or self.key[mark - 1] != ":":
                continue
            at = bisect_right(firsts, mark) - 1
            if at < 0 or spans[at][1] <= mark or drafts[spans[at][2]].kind == "question":
                continue
            first, outer = spans[at][0], drafts[spans[at][2]]
            draft = self._said(mark, first, subjects)
            if draft is not None:
                draft.content = [(quote.open + 1, quote.close)]
                draft.outer, draft.sentence = outer, outer.sentence
                found.append(draft)
        return found

    def _said(self, mark: int, first: int, subjects: Subjects) -> Draft | None:
        """Return the draft of the cue before a mark inside a quotation."""
        begin = mark - 1
        while begin > first and self.key[begin - 1] not in ".!?;":
            begin -= 1
        for index in range(mark - 2, begin - 1, -1):
            for cue in self.word[index].cues:
                if cue.form & w.FINITE and cue.governs & w.QUOTE:
                    subject = subjects.before(index, begin, cue.features)
                    if subject is None or self.word[subject.head].bits & w.FIRST:
                        return None
                    return Draft([(index, index + 1)], [], "quotation in a quotation", 0,
                                 source=subject.span, kind="inner", opening="quote",
                                 form=cue, features=cue.features,
                                 around=(begin, mark))  # fmt: skip
        return None

    def _taken(self, drafts: list[Draft]) -> set[int]:
        """Return the opening marks of the quotations that contents hold, or stand in."""
        found: set[int] = set()
        for draft in drafts:
            for first, last in draft.content:
                found.update(quote.open for quote in self.document.quotes_in(first, last))
                over = self.document.quote_over(first)
                if over is not None:
                    found.add(over.open)
        return found

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
