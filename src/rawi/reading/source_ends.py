"""Where the phrase of a source begins and ends, weighed against its whole sentence."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.cast import Cast
from rawi.reading.document import Document
from rawi.reading.drafts import Draft, Range
from rawi.reading.inflect import FEM, FINITE
from rawi.reading.mentions import Mentions
from rawi.reading.nouns import NounPhrases

_HUMAN: Final = lx.ROLE | lx.UNNAMED | lx.TITLE
#: A description of somebody named may go on with one of these.
_DESCRIBES: Final = _HUMAN | lx.DEMONYM | lx.ADJ | lx.NAMING | lx.REL | lx.OTHER | lx.ANAPHOR
#: A phrase with a preposition before such a name has so many words, at most.
LED: Final = 6
#: A phrase with a preposition parts a role from the name behind it by so many words, at most.
TO_NAME: Final = 6
#: A name between commas has so many words, at most.
APART: Final = 6


class SourceEnds:
    """Cuts the sources of one document's drafts where they end, or lets them run on."""

    def __init__(self, document: Document, nouns: NounPhrases) -> None:
        self.document = document
        self.pack = document.pack
        self.key = document.tokens.key
        self.lex = document.tokens.lex
        self.nouns = nouns
        self.mentions = Mentions(document, nouns)
        self.cast = Cast(document, nouns, self.mentions)
        self.attributes = self.mentions.attributes

    def _trim(self, draft: Draft) -> None:
        """Cut a phrase after the cue where the verb's object begins."""
        assert draft.source is not None
        first = draft.source[0]
        if first < draft.cue[0][0] and not draft.shared and draft.kind != "participle":
            return
        self._cut(draft)

    def _cut(self, draft: Draft) -> None:
        assert draft.source is not None
        first, last = draft.source
        end = self._end(first, last)
        if end < last:
            draft.source = (first, end)

    def _drop_verb(self, draft: Draft) -> None:
        """Leave out an unknown verb that a phrase begins with: a person follows at once."""
        assert draft.source is not None
        first, last = draft.source
        lexeme = self.lex[first]
        known = lx.HEADS | lx.NAME | lx.ADJ | lx.PLACE | lx.PREP | lx.PRON | lx.MEDIA | lx.QUANTITY
        if (
            last - first < 2
            or lexeme.article
            or (lexeme.bits & known and not self._may_be_verb(first))
            or first in self.document.quote_at
            or lexeme.base in self.mentions.name_words
        ):
            return
        following = self.lex[first + 1]
        office = following.bits & lx.ROLE and not following.article and not following.prep
        if self.key[first][:1].isalpha() and (office or self._is_person(first + 1)):
            draft.source = (first + 1, last)

    def _may_be_verb(self, index: int) -> bool:
        """Say whether a noun at a phrase's start may be a verb as well."""
        lexeme = self.lex[index]
        if lexeme.conj and lexeme.cue_features & FINITE and not lexeme.bits & lx.NAME:
            return True
        person = lx.ROLE | lx.UNNAMED | lx.TITLE | lx.NAME | lx.BODY | lx.DOC | lx.ADJ
        verb = lexeme.bits & lx.VERB or lexeme.cue_features & FINITE
        if lexeme.cue_features & FINITE:
            person &= ~lx.DOC  # "he replied", not "the reply"
        return bool(verb and lexeme.bits & lx.MASDAR) and not lexeme.bits & person

    def _extend(self, draft: Draft) -> None:
        """Let a phrase without a name run on to the name that stands behind it."""
        assert draft.source is not None
        first, last = draft.source
        if self._holds_office(draft):
            draft.source = (first, self.nouns.end(last, draft.content[0][0], objects=True))
            draft.because("source", "with the office after the name", draft.source)
            return
        if not self.lex[first].bits & _HUMAN:
            return
        if self.mentions.read((first, last)).name is None:
            self._to_name(draft)
        if first < draft.cue[0][0]:
            return
        limit = draft.content[0][0]
        end = self.nouns.end(first, limit) if last < limit else last
        if end <= last or self.mentions.read((first, last)).name is not None:
            return
        name = self.mentions.read((first, end)).name
        if name is not None and name[0] >= last and name[1] - name[0] > 1:
            draft.source = (first, name[1])

    def _holds_office(self, draft: Draft) -> bool:
        """Say whether an office follows the name that a source is ("X minister of …")."""
        assert draft.source is not None
        first, last = draft.source
        limit = draft.content[0][0]
        if first < draft.cue[0][0] or last + 1 >= limit or self.lex[last].article:
            return False
        office, following = self.lex[last], self.lex[last + 1]
        if not office.bits & lx.ROLE or office.bits & lx.NAME or office.prep or office.conj:
            return False
        if not (following.article or following.bits & (lx.BODY | lx.PLACE | lx.OFFICE | lx.ROLE)):
            return False
        mention = self.mentions.read((first, last))
        if mention.name != (first, last) or last - first < 2:
            return False
        if "a" not in draft.governs:
            return True
        return bool(draft.features & FEM and office.features & FEM)

    def _to_name(self, draft: Draft) -> None:
        """Let a role run over a phrase with a preposition to the name of who holds it."""
        assert draft.source is not None
        first, last = draft.source
        limit = draft.cue[0][0] if first < draft.cue[0][0] else draft.content[0][0]
        if last >= limit:
            return
        then = self.key[last] in self.pack.then
        if not (then or self.lex[last].bits & lx.PREP or self.lex[last].prep):
            return
        apart = self._named_apart(first, last, limit)
        if apart is not None:
            draft.source = (first, apart)
            draft.because("source", "on to the name", (last + 2, apart))
            return
        name = self._name_behind(last, limit)
        if name is not None:
            draft.source = (first, name[1])
            draft.because("source", "on to the name", name)

    def _name_behind(self, index: int, limit: int) -> Range | None:
        """Return the full name that a phrase with a preposition parts from a role before it."""
        if index < limit and self.key[index] in self.pack.then:
            return self._titled_at(index + 1, limit)
        if index >= limit or not (self.lex[index].bits & lx.PREP or self.lex[index].prep):
            return None
        stops = lx.TIME | lx.COMP | lx.NETWORK | lx.PRESS | lx.MEDIA
        for at in range(index, min(index + TO_NAME, limit)):
            lexeme = self.lex[at]
            outlet = lexeme.outlet and not lexeme.bits & lx.PREP
            if not lexeme.is_word or outlet or lexeme.bits & stops:
                return None
            if lexeme.bits & lx.OCCASION and lexeme.base != lexeme.stem:
                return None  # "the minister (added) in his meeting with X"
            given = lexeme.bits & lx.GIVEN and not lexeme.bits & (lx.PREP | lx.PARTICLE)
            if at > index and given and not lexeme.prep and at + 1 < limit:
                name = self.mentions.read((at, self.nouns.end(at, limit, objects=True))).name
                return name if name is not None and name[1] - name[0] > 1 else None
        return None

    def _titled_at(self, index: int, limit: int) -> Range | None:
        """Return the full name at a token, a definite title before it or not."""
        if index < limit and self.lex[index].article and self.lex[index].bits & lx.TITLE:
            index += 1
        if index + 1 >= limit or not self.lex[index].bits & lx.GIVEN:
            return None
        return self.mentions.names.find(index, self.nouns.end(index, limit, objects=True))

    def _named_apart(self, first: int, last: int, limit: int) -> int | None:
        """Return where a name between commas ends after a phrase with a preposition.

        "the engineer (who was) in it, X Y, …", "its head by proxy, X Y, …"
        """
        near = range(last + 1, min(last + LED, limit))
        mark = next((i for i in near if self.key[i] in self.pack.clause_marks), None)
        if mark is None or mark + 2 >= limit or not self.lex[first].bits & (lx.ROLE | lx.UNNAMED):
            return None
        title = self.lex[mark + 1]
        begin = mark + 1 + bool(title.article and title.bits & (lx.TITLE | lx.ROLE))
        if not self.lex[begin].bits & lx.GIVEN or self.lex[begin].prep:
            return None
        for index in range(begin + 2, min(begin + APART, limit)):
            if self.key[index] in self.pack.clause_marks:
                name = self.mentions.names.find(mark + 1, index)
                return index if name == (begin, index) else None
        return None

    def _end(self, first: int, last: int) -> int:
        name = self.mentions.read((first, last)).name
        for index in range(first + 1, last):
            if self.document.quote_over(index) is not None:
                continue
            if self.key[index] in self.pack.clause_marks or self.lex[index].bits & lx.REL:
                return last
            if self.lex[index].bits & (lx.QUESTION | lx.COMP):
                return index
            if self._is_object(first, index, name) or self._is_over(first, index):
                return index
        return last

    def _is_over(self, first: int, index: int) -> bool:
        """Say whether what somebody known is called by ends, or begins, at a token."""
        lexeme = self.lex[index]
        thing = lx.BODY | lx.NOUN | lx.ROLE | lx.UNNAMED | lx.MASDAR
        if lexeme.article and lexeme.bits & thing and not lexeme.bits & (lx.NAME | lx.DEMONYM):
            common = self.lex[first].bits & (_HUMAN | lx.NOUN | lx.BODY)
            return not common and self.cast.tail_at(first) == index - first
        known = self.lex[first].bits & lx.BODY and self.lex[index - 1].article
        return bool(known and lexeme.article and not lexeme.bits and self._is_surname(index))

    def _is_surname(self, index: int) -> bool:
        """Say whether a word is the surname of somebody whom the report names in full."""
        return self.lex[index].base in self.mentions.surnames

    def _is_object(self, first: int, index: int, name: Range | None) -> bool:
        """Say whether a word goes on with no phrase before it."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        if name is not None and index == name[1] and name[1] - name[0] > 1:
            if lexeme.prep or lexeme.bits & _DESCRIBES or not self.key[index][:1].isalpha():
                return False
            thing = lexeme.bits & (lx.NOUN | lx.MASDAR | lx.BODY | lx.DOC)
            return bool(lexeme.article or lexeme.base != lexeme.stem or lexeme.cues or thing)
        if lexeme.prep or (name is not None and index < name[1]):
            return False
        owned = lexeme.base != lexeme.stem and lexeme.bits & (lx.HEADS | lx.MASDAR)
        if owned and (before.article or (index == first + 1 and self._is_surname(first))):
            return True
        thing = lexeme.bits & (lx.NOUN | lx.MASDAR)
        named = _DESCRIBES | lx.NAME | lx.BODY | lx.DOC | lx.PLACE | lx.MEDIA | lx.QUANTITY
        named &= lexeme.bits  # a quantity counts: "the governments, the three"
        return bool(lexeme.article and thing and not named and before.article and not lexeme.conj)

    def _is_person(self, index: int) -> bool:
        """Say whether a person stands at a token, and no thing by any reading."""
        if index >= len(self.lex):
            return False
        lexeme = self.lex[index]
        if lexeme.base in self.mentions.surnames and not lexeme.prep:
            return True
        if not lexeme.bits & _HUMAN or lexeme.prep:
            return False
        return not lexeme.bits & lx.ADJ or (lexeme.article and self._is_called(index))

    def _is_called(self, index: int) -> bool:
        """Say whether a given name comes right after a definite word ("the defender | Sami")."""
        if index + 1 >= len(self.lex):
            return False
        following = self.lex[index + 1]
        return bool(following.bits & lx.GIVEN) and not following.prep and not following.conj


__all__ = ["SourceEnds"]
