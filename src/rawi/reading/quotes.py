"""Quotations that no cue claimed: joined to the one before, or standing alone."""

from __future__ import annotations

from rawi.reading.clauses import ClauseReader
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Draft
from rawi.reading.marks import Quote

#: A quotation without a cue is something said, not a name or a scare quote, from this many words.
SAID_WORDS = 7


def loose_quotations(
    document: Document, clauses: ClauseReader, sentences: list[int], drafts: list[Draft]
) -> list[Draft]:
    """Return a paragraph's drafts with its unclaimed quotations joined or added."""
    claimed = [span for draft in drafts for span in draft.content]
    for number in sentences:
        sentence = document.sentences[number]
        for quote in _quotes(document, sentence):
            if any(first <= quote.open < last for first, last in claimed):
                continue
            if document.tokens.count_words(quote.open, quote.close) < SAID_WORDS:
                continue
            draft = _before(document, quote, drafts)
            if draft is not None:
                draft.content.append((quote.open, quote.after))
            else:
                drafts = [*drafts, _alone(clauses, number, sentence, quote)]
    return drafts


def _quotes(document: Document, sentence: Sentence) -> list[Quote]:
    return document.quotes_in(sentence.first, sentence.last)


def _before(document: Document, quote: Quote, drafts: list[Draft]) -> Draft | None:
    """Return the quotation before in the paragraph, which this one goes on with."""
    for draft in reversed(drafts):
        if draft.at < quote.open and draft.outer is None:
            return draft if draft.content[-1][0] in document.quote_at else None
    return None


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
    draft.source = clauses.subject_before(sentence, quote.open)
    return draft
