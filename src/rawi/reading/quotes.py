"""Quotations that no cue claimed: joined to the one before, or standing alone."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from rawi.reading import lexicon as lx
from rawi.reading.clauses import ClauseReader
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Draft
from rawi.reading.marks import Quote

#: A quotation without a cue is something said, not a name or a scare quote, from this many words.
SAID_WORDS = 7
#: After a colon, or as a sentence of its own after another, it is from this many words.
LED_WORDS = 2
#: So many words before a colon are looked at for one that has the quotation for its title.
TITLED = 4


def loose_quotations(
    document: Document, clauses: ClauseReader, sentences: range, drafts: list[Draft]
) -> list[Draft]:
    """Return a paragraph's drafts with its unclaimed quotations joined or added."""
    if not sentences:
        return drafts
    sentence_of = document.sentences
    loose = document.quotes_in(sentence_of[sentences[0]].first, sentence_of[sentences[-1]].last)
    if not loose:
        return drafts
    claimed, before = _Claims(drafts), _Before(drafts)
    at = sentences.start
    for quote in loose:
        while sentence_of[at].last <= quote.open:
            at += 1
        words = document.tokens.count_words(quote.open, quote.close)
        led = words >= LED_WORDS and _is_led(document, sentence_of[at], quote)
        whole = words >= LED_WORDS and _is_whole(document, sentence_of[at], quote)
        if words < SAID_WORDS and not led and not whole:
            continue
        if sentence_of[at].first > quote.open or claimed.hold(quote.open):
            continue
        if not led and _is_governed(document, quote):
            continue
        draft = before.find(quote.open)
        if draft is not None and draft.content[-1][0] in document.quote_at and not led:
            draft.content.append((quote.open, quote.after))
        elif words >= SAID_WORDS or led:
            before.add(_alone(clauses, at, sentence_of[at], quote))
    return before.drafts


def _is_led(document: Document, sentence: Sentence, quote: Quote) -> bool:
    """Say whether a colon leads to a quotation, no word for a work or an outlet before it."""
    at = quote.open - 1
    if at <= sentence.first or document.tokens.key[at] not in document.pack.colons:
        return False
    named = lx.DOC | lx.PROGRAMME | lx.MEDIA | lx.NAMING
    for lexeme in document.tokens.lex[at - 1 : max(sentence.first, at - 1 - TITLED) : -1]:
        if lexeme.bits & named or lexeme.base in document.pack.titled:
            return False
        if not lexeme.bits & (lx.ADJ | lx.DEMONYM | lx.NUMBER):
            break
    return True


def _is_governed(document: Document, quote: Quote) -> bool:
    """Say whether a preposition, or a word that has it for its title, leads to a quotation."""
    lexeme = document.tokens.lex[quote.open - 1] if quote.open else None
    if lexeme is None:
        return False
    governs = lexeme.bits & lx.PREP and not lexeme.article and lexeme.base == lexeme.stem
    owner = document.tokens.lex[quote.open - 2] if quote.open > 1 else lexeme
    told = lexeme.bits & lx.COMP and owner.bits & lx.PREP  # "accusations against him that “…”"
    return bool(governs or told) or lexeme.base in document.pack.headed or _is_genitive(lexeme)


def _is_genitive(lexeme: lx.Lexeme) -> bool:
    """Say whether a quotation is the genitive of a bare thing before it ("the door of “…”")."""
    thing = lexeme.bits & (lx.NOUN | lx.MASDAR) and not lexeme.bits & (lx.DOC | lx.SPEECH | lx.ADJ)
    bare = not lexeme.article and lexeme.base == lexeme.stem and not lexeme.features & lx.ACCUSATIVE
    return bool(thing) and bare and not lexeme.cues and not lexeme.bits & (lx.NAME | lx.TIME)


def _is_whole(document: Document, sentence: Sentence, quote: Quote) -> bool:
    """Say whether a sentence is a quotation and nothing else."""
    return sentence.first == quote.open and not document.tokens.count_words(
        quote.after, sentence.last
    )


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
    source = clauses.leading.subject_before(sentence, quote.open)
    if source is not None and source[0] not in clauses.nouns.quote_at:
        draft.source = source
    return draft
