"""Clauses that describe a speaker who is not named, as parts of the phrase that does.

"a source who declined to be named", "a study (that) a journal published": an indefinite noun
takes such a clause without any relative pronoun, so that only the verb tells where it begins.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Document
from rawi.reading.drafts import Draft, Range
from rawi.reading.inflect import FINITE, HAL
from rawi.reading.lexicon import Lexeme

#: How far such a clause is followed, in tokens.
REACH: Final = 24
#: What a clause of this kind never begins with, though it may be a verb as well.
_NOUNS: Final = lx.HEADS | lx.NAME | lx.PLACE | lx.ADJ | lx.DEMONYM | lx.MEDIA | lx.PREP
_HEADS: Final = lx.ROLE | lx.UNNAMED | lx.DOC | lx.QUANTITY


class Attributes:
    """Finds the attributive clauses of one document."""

    def __init__(self, document: Document) -> None:
        self.pack = document.pack
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.quote_at = document.quote_at
        own_names = self.pack.own_names
        #: where a word for a name stands ("name", "identity")
        self._named = [index for index, key in enumerate(self.key) if key in own_names]

    def withheld(self, first: int, last: int) -> int | None:
        """Return where a phrase begins to tell that the name is held back, None if it never does.

        The verb that holds it back stands before the word for the name: "declined to give his
        name", with or without a comma and an auxiliary before it.
        """
        stop = min(last, first + REACH)
        named = bisect_right(self._named, first + 1)
        if named == len(self._named) or self._named[named] >= stop:
            return None  # no word for a name stands there, as nearly always
        verb: int | None = None
        for index in range(first + 1, stop):
            if verb is None and self._withholds(index):
                verb = index
            elif verb is not None and self.key[index] in self.pack.own_names:
                return verb - 1 if self.lex[verb - 1].bits & lx.AUX else verb
        return None

    def held_end(self, verb: int, limit: int) -> int:
        """Return where the clause of a verb that holds a name back ends: after the name's word."""
        stop = min(limit, verb + REACH)
        return next((i + 1 for i in range(verb, stop) if self.key[i] in self.pack.own_names), verb)

    def _withholds(self, index: int) -> bool:
        lexeme = self.lex[index]
        if lexeme.article or lexeme.prep:
            return False
        return bool(lexeme.bits & lx.REFUSAL) or lexeme.key in self.pack.withholding

    def end(self, draft: Draft, source: Range, sentence_end: int, *, named: bool) -> int:
        """Return where a source ends with the clauses that describe it.

        `named`: it seems to name somebody, as a verb that holds a name back may.
        """
        first, last = source
        head = self.lex[first]
        if head.article:
            return last
        limit = self._limit(draft, source, sentence_end)
        begun = self.withheld(first, limit)
        if begun is not None and begun < last:
            return self._clause_end(begun, limit, held=True)
        if named:
            return last
        start = last
        if start < limit and self.key[start] in self.pack.clause_marks:
            start += 1
        if start >= limit:
            return last
        verb = self.withheld(start - 1, limit)
        if verb is not None and self._only_auxiliary(start, verb):
            return self._clause_end(verb, limit, held=True)
        led = head.bits & _HEADS and (not draft.cue or first > draft.cue[0][0])
        if start == last and led and draft.content[0][0] > last and self.is_attributive(last):
            return self._clause_end(last, limit, held=False)
        return last

    def _only_auxiliary(self, start: int, verb: int) -> bool:
        return verb == start or (verb == start + 1 and bool(self.lex[start].bits & lx.AUX))

    def _limit(self, draft: Draft, source: Range, sentence_end: int) -> int:
        """Return where the words that lead to the content begin, or the sentence's end."""
        at = draft.content[0][0]
        if at < source[1]:
            cue = draft.cue[0][0] if draft.cue else sentence_end
            return cue if cue >= source[1] else sentence_end
        leading = lx.COMP | lx.PREP
        while at - 1 >= source[1] and (
            self.lex[at - 1].bits & leading
            or (not self.lex[at - 1].is_word and self.key[at - 1] not in self.pack.closing_marks)
            or self.key[at - 1] in self.pack.stuck
        ):
            at -= 1
        return at

    def is_attributive(self, index: int) -> bool:
        """Say whether a finite verb that is nothing else stands at a token."""
        lexeme: Lexeme = self.lex[index]
        if lexeme.conj or lexeme.prep or lexeme.article or lexeme.bits & _NOUNS:
            return False
        return bool(lexeme.bits & lx.VERB or lexeme.cue_features & FINITE) and not (
            lexeme.cue_features & HAL
        )

    def _clause_end(self, start: int, limit: int, *, held: bool) -> int:
        """Return the end of a clause: a mark, what is said, or a clause of its own."""
        stop = min(limit, start + REACH)
        at = start + 1
        while at < stop:
            quote = self.quote_at.get(at)
            if quote is not None and quote.after <= stop:
                at = quote.after
                continue
            if not self.lex[at].is_word or (self.lex[at].bits & lx.COMP and not held):
                return at
            if self.key[at] in self.pack.stuck and at + 1 in self.quote_at:
                return at  # "a worker (who) took part (told) “X”"
            at += 1
        return stop


__all__ = ["Attributes"]
