"""Whom an outlet learned something from: "as X has learned from a source in the ministry"."""

from __future__ import annotations

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.subject_first.drafts import Draft


def take_teller(phrases: Phrases, draft: Draft) -> int:
    """Let who speaks be whom an outlet learned it from, and the outlet whom it was told.

    Return the token behind them, 0 where nobody is told of.
    """
    if draft.source is None:
        return 0
    first, last = draft.source
    outlets = phrases.outlets
    named = outlets.at(first, last, strict=False)
    quote = phrases.quote_at.get(first)
    end = named.whole[1] if named is not None else quote.after if quote is not None else first
    if first == end or end >= len(phrases.key):
        return 0
    if phrases.key[end] not in phrases.grammar.words_of("learnt_from"):
        return 0
    teller = phrases.read(end + 1, len(phrases.key), c.GENITIVE)
    if teller is None:
        return 0
    draft.hearer = (first, end)
    draft.source = (teller.first, phrases.whole(teller, len(phrases.key)))
    return draft.source[1]


def learn(phrases: Phrases, draft: Draft) -> None:
    """Let whom an outlet learned it from speak: "the mayor leaves, X learned from a source"."""
    if draft.source is None or draft.shared:
        return
    last = len(phrases.key)
    first, end = draft.source
    for at in (draft.cue[0][1], *range(first + 1, end + 1)):
        if at + 1 >= last or phrases.key[at] not in phrases.grammar.words_of("learnt_from"):
            continue
        teller = phrases.read(at + 1, last, c.GENITIVE)
        if teller is None:
            continue
        draft.hearer = first, min(end, at) if at > first else end
        draft.source = teller.first, phrases.whole(teller, last)
        draft.kind = "relay"  # its source stands in the genitive
        return
