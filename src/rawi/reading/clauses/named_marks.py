"""Quotation marks that hold a name, not something said."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.clauses.part import Part
from rawi.reading.drafts import Opening
from rawi.reading.inflect import FINITE

#: A quotation of so many words may be a name.
NAME_WORDS: Final = 5
#: Whoever has a name in marks says something not further behind it, in tokens.
ASIDE: Final = 16


class NamedMarks(Part):
    """Tells the quotations of one document that are names of things."""

    def is_name(self, index: int) -> bool:
        """Say whether a quotation looks like a name and not like something said."""
        quote = self.document.quote_at[index]
        words = self.document.tokens.count_words(quote.open, quote.close)
        if self._is_outlet(index) or self._is_network(index) or self._is_title(index):
            return True
        if words > NAME_WORDS and not self._is_long_name(quote.open, quote.close):
            return False
        before = self.lex[index - 1] if index else None
        if before is None or self.key[index - 1] in self.pack.colons:
            return False
        inside = self.key[quote.open + 1 : quote.close]
        if words > 2 and not self.pack.clause_marks.isdisjoint(inside):
            return False  # "the spokesman X said “yes, it has”"
        naming = lx.MEDIA | lx.BODY | lx.GENERIC | lx.NETWORK | lx.PROGRAMME | lx.DOC
        if before.bits & (naming | lx.ROLE | lx.DEMONYM | lx.NOUN) and not before.cues:
            return True
        return (
            bool(before.bits & lx.PREP)
            or self.key[index - 1] in self.pack.loose
            or bool(before.article)
        )

    def _is_whole_clause(self, opening: Opening) -> bool:
        """Say whether a finite verb has a quotation for its words, and a comma ends it.

        "and said “I carry my share”, while …": no name of whoever speaks.
        """
        quote, led = self.document.quote_at[opening.content], self.lex[opening.at - 1]
        says = any(f.features & FINITE and "t" in f.governs for f in led.cues)
        after = self.key[quote.after] if quote.after < len(self.key) else ""
        if not says or after not in self.pack.clause_marks:
            return False
        near = range(quote.after + 1, min(len(self.key), quote.after + ASIDE))
        return not any(
            self.lex[at].bits & lx.COMP and self.key[at - 1] in self.pack.clause_marks
            for at in near
        )  # "“X” said, in a report, that …"

    def _is_title(self, index: int) -> bool:
        """Say whether a word before a quotation has it for its title ("under the title “…”")."""
        return index > 0 and self.lex[index - 1].base in self.pack.headed

    def _is_network(self, index: int) -> bool:
        """Say whether a quotation is but an outlet's name with a preposition stuck to its front."""
        quote = self.document.quote_at[index]
        stuck = index > 0 and self.key[index - 1] in self.pack.loose
        return stuck and quote.close == quote.open + 2 and self.lex[quote.open + 1].outlet

    def _is_outlet(self, index: int) -> bool:
        """Say whether a quotation holds "radio X" after the preposition that leads to an outlet."""
        quote = self.document.quote_at[index]
        led = index > 0 and self.key[index - 1] in self.pack.through
        generic = self.lex[index + 1].bits & lx.MEDIA and quote.close - quote.open <= 2 * NAME_WORDS
        return led and bool(generic)

    def _is_long_name(self, first: int, last: int) -> bool:
        """Say whether a quotation holds nothing but the names of a person."""
        names = lx.GIVEN | lx.FAMILY | lx.PARTICLE
        inside = range(first + 1, min(last, first + 2 * NAME_WORDS))
        return last <= first + 2 * NAME_WORDS and all(self.lex[i].bits & names for i in inside)

    def _is_channel(self, index: int, limit: int) -> bool:
        """Say whether a channel stands at a token, on which something was said.

        A word that means a deed as well ("the broadcasting of") needs the clause behind it.
        """
        lexeme = self.lex[index]
        screen = self.key[index] in self.pack.through and not lexeme.bits & lx.PREP
        if not lexeme.bits & lx.MEDIA and not screen:
            return False
        near = range(index + 1, min(limit, index + NAME_WORDS * 2))
        return not lexeme.bits & lx.MASDAR or any(self.lex[at].bits & lx.COMP for at in near)
