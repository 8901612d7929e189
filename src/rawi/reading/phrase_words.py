"""What single words of a noun phrase tell: names, addressees, things that are somebody's."""

from __future__ import annotations

from typing import Final

from rawi.authority.names import fold_name
from rawi.reading import lexicon as lx
from rawi.reading.document import Document

_NOUNLIKE: Final = lx.ROLE | lx.UNNAMED | lx.BODY | lx.DOC | lx.NOUN | lx.MASDAR | lx.MEDIA
_HUMAN: Final = lx.ROLE | lx.UNNAMED | lx.TITLE


class PhraseWords:
    """Judges the words of one document by those around them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.marks = document.pack.clause_marks

    def is_name(self, index: int) -> bool:
        """Say whether a token is part of a name, as far as one token tells."""
        lexeme = self.lex[index]
        if lexeme.bits & lx.NAME:
            return not (lexeme.bits & lx.AMBIGUOUS and lexeme.bits & _NOUNLIKE and lexeme.article)
        return not lexeme.bits and not lexeme.cues and self.key[index][:1].isalpha()

    def is_to_outlet(self, index: int) -> bool:
        """Say whether an outlet's name with the preposition of address stands at a token."""
        lexeme, key = self.lex[index], self.key[index]
        if not lexeme.outlet or lexeme.bits or key[:1] not in self.document.pack.addressing:
            return False
        firsts = self.document.pack.lexicon.outlet_words
        return fold_name(key[1:]) in firsts and fold_name(key) not in firsts

    def _is_public(self, first: int, index: int) -> bool:
        """Say whether those whom a body speaks to follow it ("the management, to the public")."""
        lexeme = self.lex[index]
        if lexeme.prep not in self.document.pack.addressing or not lexeme.article:
            return False
        if not self.lex[first].bits & lx.BODY or not self.lex[index - 1].article:
            return False
        return lexeme.base in self.document.pack.publics

    def _is_field(self, first: int, index: int) -> bool:
        """Say whether a text is what somebody works on, whose name follows after a comma."""
        lexeme = self.lex[index]
        if not lexeme.article or not lexeme.bits & lx.DOC or index + 2 >= len(self.lex):
            return False
        named = self.lex[index + 2].bits & (lx.TITLE | lx.GIVEN)
        worker = self.lex[first].bits & (lx.ROLE | lx.UNNAMED)
        return bool(named and worker) and self.key[index + 1] in self.marks

    def looks_foreign(self, index: int) -> bool:
        """Say whether a word after a name could else be a preposition with a verb: a name too."""
        lexeme = self.lex[index]
        if lexeme.cues or lexeme.bits & ~(lx.VERB | lx.PHRASE) or not lexeme.bits & lx.VERB:
            return False
        return bool(lexeme.prep) and not lexeme.conj and self.is_name(index - 1)

    def _may_be_named(self, index: int) -> bool:
        """Say whether a name may end at a token, be it a place's as well."""
        return self.is_name(index) or bool(self.lex[index].bits & lx.PLACE)

    def _is_given(self, index: int) -> bool:
        """Say whether a given name that is a noun too stands between a role and a surname."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        if not lexeme.bits & lx.GIVEN or lexeme.article or index + 1 >= len(self.lex):
            return False
        if not before.article or not before.bits & (_HUMAN | lx.DEMONYM):
            return False
        following = self.lex[index + 1]
        family = following.bits & lx.FAMILY or not following.bits or following.derived
        return following.article and bool(family) and not following.bits & _NOUNLIKE

    def ends_name(self, first: int, index: int) -> bool:
        """Say whether a family name ends a full name at a token ("Bushra al-Alawi al-Ismaili")."""
        for at in range(index, max(first, index - 3), -1):
            lexeme, before = self.lex[at], self.lex[at - 1]
            family = lexeme.bits & (lx.FAMILY | lx.DEMONYM) or not lexeme.bits or lexeme.derived
            if not family or before.bits & lx.PARTICLE:
                return False
            if before.bits & lx.GIVEN and not before.article and self._is_first_name(at - 1):
                return bool(lexeme.article or lexeme.bits & lx.FAMILY)
            if not lexeme.article:
                return False
        return False

    def _is_first_name(self, index: int) -> bool:
        """Say whether a given name, and no noun, stands at a token."""
        return not self.lex[index].bits & _NOUNLIKE or (index > 0 and self._is_given(index))

    def _is_owned_by_known(self, index: int) -> bool:
        """Say whether a thing of somebody's stands at a token ("the words of his brother")."""
        lexeme = self.lex[index]
        if lexeme.article or not lexeme.bits & (lx.NOUN | lx.MASDAR) or index + 1 >= len(self.lex):
            return False
        following = self.lex[index + 1]
        owned = following.base != following.stem and following.bits & lx.HEADS
        return bool(owned) and not following.prep and not following.conj


__all__ = ["PhraseWords"]
