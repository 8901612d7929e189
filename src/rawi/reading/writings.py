"""Speakers that are writings: whose words a statement or a letter is, which document is meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Sentence
from rawi.reading.drafts import Draft, Range
from rawi.reading.entity import Entity
from rawi.reading.inflect import FINITE
from rawi.reading.mentions import Mention
from rawi.reading.roles import Roles

#: So many places where a writing is mentioned are looked at for whose it is.
PLACES: Final = 40
#: So far before "the document" it is looked for, in tokens.
REACH: Final = 300


class Writings(Roles):
    """Links writings to who issued them, or to their first mention."""

    def _resolve(self, mention: Mention, draft: Draft | None) -> Entity | None:
        """Return whom any mention names."""
        raise NotImplementedError

    def _document(self, mention: Mention, draft: Draft | None) -> Entity | None:
        if mention.issuer is not None:
            issuer = replace(self.mentions.read(mention.issuer), where=mention.where)
            entity = self._resolve(issuer, draft)
            if entity is not None:
                entity.heads.add(self.wording.lemma(mention.head))
            return entity
        head = self.wording.lemma(mention.head)
        if mention.definite:
            for entity in reversed(self._recent):
                if head in entity.heads:
                    return self._add(entity, mention, "noun")
            told = self._issued(mention)
            if told is not None:
                return self._add(told, mention, "issued by the speaker before")
            told = self._told_of(mention, head)
            if told is not None:
                return self._add(told, mention, "the document told of")
            for entity in reversed(self._recent):
                if entity.kind == "organisation":
                    return self._add(entity, mention, "noun")
        return self._new(
            mention, "document", self.wording.text(mention.core), frozenset(), not mention.definite
        )

    def _issued(self, mention: Mention) -> Entity | None:
        """Return whose a document is: who speaks where it is told of first ("in a statement").

        A statement of nobody who speaks there is of whom the sentence is about ("issued …").
        """
        base = self.lex[mention.head].base
        written = base + self.pack.lexicon.morphology.accusative  # "issued a statement"
        places = sorted({*self.document.positions(base), *self.document.positions(written)})
        for index in reversed(places[: bisect_left(places, mention.head)][-PLACES:]):
            if self.lex[index].article:
                continue
            number = bisect_right(self.document.sentences, index, key=_first) - 1
            if number in self._speaker_of:
                return self._speaker_of[number]
            if base in self.pack.statements | self.pack.reports and number >= 0:
                issuer = self._issuer_after(index) or self._issuer_in(number, index)
                if issuer is not None:
                    return issuer
        return None

    def _issuer_after(self, index: int) -> Entity | None:
        """Return whose a statement is said to be right after it ("a statement issued by X")."""
        end = self.nouns.end(index, min(index + REACH, len(self.lex)), objects=True)
        told = self.mentions.read((index, end)).issuer if end > index + 1 else None
        if told is None:
            return None
        issuer = self.mentions.read(told)
        return self._resolve(issuer, None) if issuer.name or issuer.definite else None

    def _issuer_in(self, number: int, at: int) -> Entity | None:
        """Return who is the subject of the sentence that tells of a statement."""
        first = self.document.sentences[number].first
        where = self.subjects.about(number)
        issued = any(self.lex[i].stem in self.pack.issues for i in range(first, at))
        if where is None or where[0] >= at or not issued:
            return None
        subject = self.mentions.read((where[0], min(where[1], at)))
        if subject.kind not in ("person", "organisation"):
            return None
        if subject.name is None and not subject.definite and subject.quoted is None:
            if not self._is_specific_body(subject.core):
                return None
        return self._resolve(subject, None)

    def _is_specific_body(self, where: Range) -> bool:
        """Say whether a phrase is made definite by what its noun governs ("a party of justice")."""
        told = lx.PLACE | lx.NAME | lx.OFFICE
        return any(self.lex[i].article or self.lex[i].bits & told for i in range(*where))

    def _told_of(self, mention: Mention, head: str) -> Entity | None:
        """Return the document that "the document", "the text" means: the last one told of."""
        if head not in self.pack.any_document or mention.core[1] - mention.core[0] > 1:
            return None
        for entity in reversed(self._recent):
            if entity.kind == "document":
                return entity
        for index in range(mention.head - 1, max(mention.head - REACH, -1), -1):
            lexeme = self.lex[index]
            if not lexeme.bits & lx.DOC or lexeme.article or lexeme.bits & (lx.BODY | lx.NAME):
                continue
            if lexeme.cue_features & FINITE:
                continue  # "expected", spelt like "an expectation"
            if lexeme.base in self.pack.statements or self.document.quote_over(index):
                continue
            if lexeme.base in self.pack.copies:
                continue  # "X obtained a copy of it"
            if self.lex[index - 1].bits & lx.DOC and not self.lex[index - 1].article:
                continue  # "the draft of | a law"
            end = self.nouns.end(index, mention.head, objects=True)
            other = self.mentions.read((index, max(end, index + 1)))
            if other.kind == "document":
                return self._resolve(other, None)
        return None


def _first(sentence: Sentence) -> int:
    return sentence.first


__all__ = ["Writings"]
