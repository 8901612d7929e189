"""Shows and books named in marks, and who airs them: "dans l'émission « C à vous » (France 5)"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rawi.reading.marks import Quote
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document

#: The name of a work is no longer than this, in words.
TITLE_WORDS: Final = 8
#: The preposition before the noun for it stands so near, in tokens.
LED: Final = 5
#: From an outlet's kind to its name there are no more tokens.
KIND: Final = 6
#: Who airs it, in brackets behind its name, is no longer than this, in tokens.
STATION: Final = 8
#: A show's name in English has no more words.
SHOW: Final = 4


def is_work(document: Document, at: int, first: int) -> bool:
    """Say whether the quotation at a token only names a show or a book, and is nothing said."""
    quote, lead = document.quote_at[at], at - 1
    if lead <= first or not quote.closed or document.key[lead] not in _nouns(document):
        return False
    words = [document.word[i] for i in range(at + 1, quote.close) if document.word[i].is_word]
    led = any(word.bits & w.PREP for word in document.word[max(first, lead - LED) : lead])
    ends = document.key[quote.close - 1] in ".,!?…"
    return led and not ends and 0 < len(words) <= TITLE_WORDS and words[0].upper


def past_work(document: Document, at: int, last: int) -> int:
    """Return the token after the work named at a token, and after who airs it."""
    end = document.quote_at[at].after
    if end >= last or document.key[end] != "(":
        return end
    near = range(end, min(last, end + STATION))
    return next((i + 1 for i in near if document.key[i] == ")"), end)


def edge_before(document: Document, index: int) -> int:
    """Return where a work begins behind which a token opens brackets; the token for none."""
    quote = document.quote_before(index - 1) if document.key[index - 1] == "(" else None
    named = quote is not None and document.key[quote.open - 1] in _nouns(document)
    return quote.open if quote is not None and named else index


def is_described(document: Document, index: int, describes: Callable[[int], bool]) -> bool:
    """Say whether an outlet's kind, described, stands before: "le site d'info Les Jours"."""
    word, key, of = document.word, document.key, document.grammar.words_of("part_prepositions")
    at = index - 1
    while at > 1 and index - at < KIND and not word[at].bits & w.MEDIA:
        led = word[at].is_word and (key[at - 1] in of or key[at] in of)
        if not (describes(at) or led):
            break
        at -= 1
    kind = word[at]
    return at < index - 1 and not kind.upper and bool(kind.bits & w.MEDIA) and kind.is_word


def _nouns(document: Document) -> frozenset[str]:
    return document.grammar.words_of("works")


def is_of_press(document: Document, at: int, of: frozenset[str]) -> bool:
    """Say whether "of press" goes on with a noun: an agency, an officer of the press."""
    press = w.MEDIA | w.OCCASION
    led = document.grammar.comma_inversion and document.key[at] in of and at > 0
    noun = document.word[at - 1].bits & (w.HEADS | w.ADJ) if led else 0
    return bool(noun) and document.word[at + 1].bits & press == press


def is_show(document: Document, quote: Quote) -> bool:
    """Say whether a quotation is the name of a show: capitals alone, a preposition before it."""
    before, at = document.word[quote.open - 1], quote.open
    words = [o for o in document.word[at + 1 : quote.close] if o.is_word]
    few = 0 < len(words) <= SHOW
    led = before.bits & (w.PREP | w.MEDIA) and before.is_word
    led = led or document.key[at - 1] in document.grammar.words_of("programmes")
    return few and bool(led) and all(o.upper or o.bits & (w.DET | w.PREP) for o in words)
