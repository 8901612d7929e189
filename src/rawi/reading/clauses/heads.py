"""Who can speak: what a noun phrase must hold to be the source of anything."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.clauses.part import Part
from rawi.reading.document import Document
from rawi.reading.drafts import Range
from rawi.reading.inflect import FINITE
from rawi.reading.nouns import NounPhrases

#: A name has so many letters.
SHORTEST_NAME: Final = 3


class Heads(Part):
    """Says of the phrases of a document whether they name somebody who can speak."""

    def __init__(self, document: Document, nouns: NounPhrases) -> None:
        super().__init__(document)
        self.nouns = nouns

    def has_head(self, index: int) -> bool:
        """Say whether a phrase that begins at a token could speak."""
        if index in self.document.quote_at:
            return True
        lexeme = self.lex[index]
        heads = (
            lx.HEADS
            | lx.NAME
            | lx.TITLE
            | lx.DEMONYM
            | lx.PLACE
            | lx.MEDIA
            | lx.LATIN
            | lx.QUANTITY
        )
        return (
            bool(lexeme.bits & heads)
            or lexeme.article
            or (not lexeme.cues and not lexeme.bits & ~lx.NUMBER)
        )

    def has_person(self, source: Range | None) -> bool:
        """Say whether a phrase holds somebody who can speak."""
        if source is None or source[0] in self.document.quote_at:
            return True
        heads = (
            lx.ROLE
            | lx.UNNAMED
            | lx.BODY
            | lx.DOC
            | lx.NAME
            | lx.TITLE
            | lx.SPEAKS
            | lx.PRON
            | lx.MEDIA
        )
        return any(
            self.lex[index].bits & heads or not self.lex[index].bits for index in range(*source)
        )

    def is_mute(self, source: Range) -> bool:
        """Say whether a source cannot speak: pictures, tests, events, things.

        Only people, bodies, documents and names speak; an unknown word may be a name.
        """
        index = source[0]
        while index < source[1] - 1 and self.lex[index].bits & lx.QUANTITY:
            index += 1
        lexeme = self.lex[index]
        if index in self.document.quote_at or not self.key[index][:1].isalnum():
            return False
        if lexeme.bits & lx.PHRASE and self._is_seat(index, source[1]):
            return False
        if lexeme.bits & lx.MUTE or self._is_amount(index, source[1]):
            return True
        named = index + 1 < source[1] and self.lex[index + 1].bits & lx.GIVEN
        if named and index and self.lex[index - 1].cues:
            if self.pack.titles.match(self.lex, index, index + 1) is not None:
                return False  # "the pilgrim X", spelt like "the need"
        if source[1] - source[0] == 1 and self.nouns.is_surname(index):
            return False
        speaks = lx.ROLE | lx.UNNAMED | lx.BODY | lx.DOC | lx.TITLE | lx.NAME | lx.MEDIA | lx.SPEAKS
        if lexeme.bits & lx.OFFICE and lexeme.article:
            return False
        if lexeme.bits & (speaks | lx.PRON | lx.DEMONYM | lx.PLACE | lx.LATIN | lx.DEM):
            return False
        return bool(lexeme.bits & (lx.NOUN | lx.MASDAR))

    def _is_seat(self, index: int, last: int) -> bool:
        """Say whether the seat of a government stands at a token ("the White House")."""
        place = self.pack.places.match(self.lex, index, last)
        return place is not None and place[0] in self.pack.seats

    def _is_amount(self, index: int, last: int) -> bool:
        """Say whether a number counts things: "300 cases"."""
        if not self.lex[index].bits & lx.NUMBER or index + 1 >= last:
            return False
        counted = self.lex[index + 1].bits
        human = lx.ROLE | lx.UNNAMED | lx.BODY | lx.QUANTITY | lx.DEMONYM | lx.NUMBER
        return bool(counted & (lx.NOUN | lx.MASDAR)) and not counted & human

    def is_somebody(self, source: Range) -> bool:
        """Say whether a source is a known person or office, not "some", not "many"."""
        if self.lex[source[0]].bits & lx.QUANTITY:
            return False
        wanted = lx.ROLE | lx.NAME | lx.TITLE | lx.PRON
        return any(self.lex[index].bits & wanted for index in range(*source))

    def is_named(self, source: Range) -> bool:
        return any(
            self.lex[index].bits & (lx.GIVEN | lx.FAMILY | lx.BODY | lx.TITLE | lx.ROLE)
            for index in range(*source)
        )

    def is_known(self, source: Range) -> bool:
        """Say whether a source is named or is the holder of an office, not "an official"."""
        first = source[0]
        if len(self.key[first]) < SHORTEST_NAME or not self.is_named(source):
            return False
        return self.is_definite(first) or bool(self.lex[first].bits & lx.QUANTITY)

    def is_outlet(self, source: Range) -> bool:
        """Say whether a phrase names an outlet: by its generic word, or by a name that is known."""
        index = source[0] + (source[0] in self.document.quote_at or self.key[source[0]] == "(")
        lexeme = self.lex[index]
        if lexeme.bits & (lx.MEDIA | lx.NETWORK):
            return not lexeme.bits & lx.REPORTER
        if self.pack.press_at_large.match(self.lex, index, source[1]) is not None:
            return True
        if not lexeme.outlet or index + 1 >= len(self.lex):
            return lexeme.outlet and not lexeme.bits
        if self.key[index + 1] in self.pack.press_words:
            return True  # "France Press", the first a given name
        return not lexeme.bits or bool(self.lex[index + 1].bits & (lx.MEDIA | lx.POSTED_ON))

    def is_definite(self, index: int) -> bool:
        lexeme = self.lex[index]
        return bool(
            lexeme.article
            or lexeme.base != lexeme.stem
            or lexeme.bits & (lx.DEM | lx.NAME | lx.OPENER)
            or index in self.document.quote_at
            or (index + 1 < len(self.lex) and self.lex[index + 1].article)
        )

    def governs(self, index: int) -> bool:
        """Say whether a token is a preposition, so that what follows it is no subject."""
        return bool(self.lex[index].bits & lx.PREP) and not self.lex[index].article

    def is_finite(self, index: int) -> bool:
        """Say whether a word is a verb in its place: joined on or first, and no noun."""
        lexeme = self.lex[index]
        verb = lexeme.bits & (lx.VERB | lx.SUPPORT | lx.REFUSAL) or any(
            f.features & FINITE for f in lexeme.cues
        )
        return bool(verb) and not lexeme.article and not lexeme.bits & lx.HEADS

    def is_phrase(self, index: int, last: int) -> bool:
        """Say whether a phrase that cites a source begins at a token."""
        phrase = self.lex[index].bits & lx.PHRASE
        return bool(phrase) and self.pack.cue_phrases.match(self.lex, index, last) is not None
