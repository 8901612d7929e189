"""What every part of the clause reader sees."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Document
from rawi.reading.inflect import FEM, HAL, PLUR

#: A participle that is one of these as well must stand apart to be a cue.
NOMINAL: Final = lx.ROLE | lx.UNNAMED | lx.NOUN | lx.MASDAR | lx.BODY | lx.DOC

#: What a participle of asking governs stands so far behind it, in tokens.
GOVERNED: Final = 8

#: Who or what a phrase may be about that tells of the source.
SOMEBODY: Final = lx.BODY | lx.ROLE | lx.UNNAMED


class Part:
    """One concern of reading the clauses of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.pack = document.pack
        self.lex = document.tokens.lex
        self.key = document.tokens.key

    def is_due(self, index: int) -> bool:
        """Say whether "that" tells what is due or likely: "it is (of) the planned | that"."""
        if index < 2 or not self.lex[index].bits & lx.COMP:
            return False
        return self.key[index - 1] in self.pack.due and self.key[index - 2] in self.pack.who

    def tells_state(self, index: int) -> bool:
        """Say whether a bare participle that is a noun as well goes on with its sentence's subject.

        "the union denounced | the decision | calling on (f.) | the government (bi-) to …": in the
        feminine, after a definite noun, a body as its object and its preposition soon after it.
        """
        lexeme = self.lex[index]
        if index < 2 or index + 2 >= len(self.lex) or lexeme.conj or lexeme.article or lexeme.prep:
            return False
        forms = [f for f in lexeme.cues if f.features & HAL and "a" in f.governs]
        before, asked = self.lex[index - 1], self.lex[index + 1]
        closed = before.is_word and (before.article or before.base != before.stem)
        if not forms or not lexeme.features & FEM or lexeme.features & PLUR or not closed:
            return False
        if before.bits & lx.DEM or not asked.article or not asked.bits & SOMEBODY:
            return False
        for at in range(index + 2, min(index + GOVERNED, len(self.lex))):
            if not self.lex[at].is_word or self.lex[at].bits & (lx.COMP | lx.REL) == lx.COMP:
                return False
            if any(self.lex[at].prep in f.governs or self.key[at] in f.governs for f in forms):
                return True
        return False
