"""Quotations that no cue claimed: joined to the one before, or standing alone."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from rawi.reading.clauses import ClauseReader
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Draft
from rawi.reading.marks import Quote

#: A quotation without a cue is something said, not a name or a scare quote, from this many words.
SAID_WORDS = 7


def loose_quotations(
    document: Document, clauses: ClauseReader, sentences: range, drafts: list[Draft]
) -> list[Draft]:
    """Return a paragraph's drafts with its unclaimed quotations joined or added."""
    if not sentences:
        return drafts
    sentence_of = document.sentences
    loose = [
        quote
        for quote in document.quotes_in(
            sentence_of[sentences[0]].first, sentence_of[sentences[-1]].last
        )
        if document.tokens.count_words(quote.open, quote.close) >= SAID_WORDS
    ]
    if not loose:
        return drafts
    claimed, before = _Claims(drafts), _Before(drafts)
    at = sentences.start
    for quote in loose:
        while sentence_of[at].last <= quote.open:
            at += 1
        if sentence_of[at].first > quote.open or claimed.hold(quote.open):
            continue
        draft = before.find(quote.open)
        if draft is None or draft.content[-1][0] not in document.quote_at:
            before.add(_alone(clauses, at, sentence_of[at], quote))
        else:
            draft.content.append((quote.open, quote.after))
    return before.drafts


class _Claims:
    """What is content of a paragraph's drafts already."""

    def __init__(self, drafts: list[Draft]) -> None:
        spans = sorted(span for draft in drafts for span in draft.content)
        self._firsts = [first for first, _ in spans]
        self._reach = list(accumulate((last for _, last in spans), max))

    def hold(self, index: int) -> bool:
        """Say whether a token is content of a draft."""
        at = bisect_right(self._firsts, index)
        return at > 0 and self._reach[at - 1] > index


class _Before:
    """Finds the draft before a quotation; asked for one quotation after the other."""

    def __init__(self, drafts: list[Draft]) -> None:
        self.drafts = list(drafts)
        self._waiting = sorted(
            ((draft.at, number) for number, draft in enumerate(drafts) if draft.outer is None),
            reverse=True,
        )
        self._last = -1

    def find(self, index: int) -> Draft | None:
        """Return the last draft that stands before a token and in no other's content."""
        while self._waiting and self._waiting[-1][0] < index:
            self._last = max(self._last, self._waiting.pop()[1])
        return self.drafts[self._last] if self._last >= 0 else None

    def add(self, draft: Draft) -> None:
        """Add a draft that stands before all quotations still to come."""
        self._last = len(self.drafts)
        self.drafts.append(draft)


def _alone(clauses: ClauseReader, number: int, sentence: Sentence, quote: Quote) -> Draft:
    """Make a quotation an attribution of its own; words before its colon name who speaks."""
    draft = Draft(
        [],
        [(quote.open, quote.after)],
        "quotation without a cue",
        number,
        kind="quotation",
        opening="quote",
        around=(sentence.first, quote.open),
    )
    draft.source = clauses.leading.subject_before(sentence, quote.open)
    return draft
