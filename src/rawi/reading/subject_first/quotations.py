"""Quotations that no cue claimed: joined to the one before, or standing alone."""

from __future__ import annotations

from typing import Final

from rawi.reading.marks import Quote
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document, Sentence
from rawi.reading.subject_first.drafts import Draft
from rawi.reading.subject_first.phrases import Phrases

#: A quotation without a cue is something said, not a name or a scare quote, from this many words.
SAID_WORDS: Final = 6
#: As a sentence of its own, or after a colon, it is from this many words.
WHOLE_WORDS: Final = 1


class Quotations:
    """Places the quotations of one document that no cue governs."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        self.document = document
        self.grammar = document.grammar
        self.phrases = phrases
        self.word = document.word
        self.key = document.key

    def place(self, sentences: range, drafts: list[Draft]) -> list[Draft]:
        """Return a paragraph's drafts with its unclaimed quotations joined or added."""
        if not sentences:
            return drafts
        of = self.document.sentences
        quotes = self.document.quotes_in(of[sentences[0]].first, of[sentences[-1]].last)
        if not quotes:
            return drafts
        drafts = list(drafts)
        claimed = sorted(span for draft in drafts for span in draft.content)
        at, reach, place = 0, -1, sentences.start
        for quote in quotes:
            while at < len(claimed) and claimed[at][0] <= quote.open + 1:
                reach = max(reach, claimed[at][1])
                at += 1
            while of[place].last <= quote.open:
                place += 1
            if reach > quote.open:
                continue
            self._one(quote, place, of[place], drafts)
        return drafts

    def _one(self, quote: Quote, place: int, sentence: Sentence, drafts: list[Draft]) -> None:
        words = self.document.tokens.count_words(quote.open, quote.close)
        whole = self._is_whole(quote, sentence)
        led = quote.open > sentence.first and self.key[quote.open - 1] in self.grammar.colons
        if words < WHOLE_WORDS or (words < SAID_WORDS and not whole and not led):
            return
        before = self._before(quote, drafts)
        if before is not None and whole:
            before.content.append((quote.open, quote.after))
            return
        after = self._after(quote, drafts) if whole else None
        if after is not None:
            after.content.insert(0, (quote.open, quote.after))
            return
        if words >= SAID_WORDS and (whole or led):
            source = self._label(sentence, quote) if led else None
            drafts.append(Draft([], [(quote.open, quote.after)], "quotation without a cue", place,
                                source=source, kind="quotation", opening="quote",
                                around=(sentence.first, quote.open)))  # fmt: skip

    def _is_whole(self, quote: Quote, sentence: Sentence) -> bool:
        """Say whether a sentence is quotations and nothing else."""
        words = self.document.tokens.count_words(sentence.first, sentence.last)
        inside = sum(
            self.document.tokens.count_words(q.open, min(q.after, sentence.last))
            for q in self.document.quotes_in(sentence.first, sentence.last)
        )
        return words == inside

    def _before(self, quote: Quote, drafts: list[Draft]) -> Draft | None:
        """Return the last quotation before one, where the same speaker goes on."""
        last = None
        for draft in drafts:
            if draft.outer is None and draft.at < quote.open and (
                last is None or draft.at >= last.at
            ):
                last = draft
        if last is None or last.kind in ("line", "dialogue"):
            return None
        return last if any(
            f in self.document.quote_at or (self.document.quotes_in(f, e) and (
                self.document.quote_before(e) is not None
            ))
            for f, e in last.content
        ) else None

    def _after(self, quote: Quote, drafts: list[Draft]) -> Draft | None:
        """Return the next draft of a short quotation that opens its paragraph."""
        later = [d for d in drafts if d.outer is None and d.at > quote.open and d.cue]
        if not later:
            return None
        first = min(later, key=lambda d: d.at)
        near = first.content[0][0] - quote.after <= 12
        return first if near and first.content[0][0] in self.document.quote_at else None

    def _label(self, sentence: Sentence, quote: Quote) -> tuple[int, int] | None:
        """Return the phrase before a colon that names who speaks."""
        end = quote.open - 1
        if not self.phrases.starts(sentence.first, end):
            return None
        stop = self.phrases.whole_end(sentence.first, end)
        named = any(
            self.word[i].bits & w.HEADS or self.word[i].upper for i in range(sentence.first, stop)
        )
        return (sentence.first, stop) if stop == end and named else None
