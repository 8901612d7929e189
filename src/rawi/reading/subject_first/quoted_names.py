"""Names in marks that no noun leads to: "selon le «Blick»", "selon «Le Temps»"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.outlets import Outlets

#: A name in marks behind an article has no more words: "la «NZZ am Sonntag»".
NAME: Final = 4


def is_quoted_name(document: Document, at: int, outlets: Outlets) -> bool:
    """Say whether the quotation at a token names somebody: behind an article, or a known outlet.

    Not where what it quotes is a slogan or a sentence: every word of a name has a capital.
    """
    quote, word = document.quote_at[at], document.word
    inside = [i for i in range(quote.open + 1, quote.close) if word[i].is_word]
    small = w.DET | w.PREP | w.CONJ | w.PARTICLE
    if not (at and document.grammar.renames) or not 0 < len(inside) <= NAME:
        return False
    known = outlets.known(inside[0], quote.close)
    if known is not None and known.whole[1] >= inside[-1] + 1:
        return True
    before = word[at - 1].bits
    led = before & w.DET and not before & (w.INDEF | w.POSS)
    named = all(word[i].upper or word[i].bits & small for i in inside) and word[inside[-1]].upper
    cited = any(word[i].bits & w.PHRASE for i in range(max(0, at - 3), at - 1))
    return bool(led) and named and bool(cited or word[inside[0]].outlet)
