"""Speakers that are writings: whose words a statement or a letter is, which document is meant."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.bodies import Bodies
from rawi.reading.free_order.entity import Entity
from rawi.reading.free_order.mentions import Mention
from rawi.reading.free_order.phrases import Phrase, Phrases
from rawi.reading.subject_first import words as w

#: So far before "in it" its document is looked for, in tokens.
NEAR: Final = 60
#: So far before "the document", "the statement" it is looked for, in tokens.
REACH: Final = 300
#: So far behind a statement the one who issued it stands, in a clause about it, in tokens.
CLAUSE: Final = 8


class Writings(Bodies):
    """Links documents to who issued them, or to their first mention."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__(phrases)
        lists = self.grammar.words_of
        self._statements, self._any_document = lists("statements"), lists("generic_documents")
        self._for_whom, self._printed = lists("for_whom"), lists("printed")
        self._spoken: list[tuple[int, Entity]] = []
        self._own_pages = lists("own_pages")
        self._firsts = [sentence.first for sentence in self.document.sentences]
        #: whose words each noun for a writing meant last, and the noun that came last
        self._papers: dict[str, Entity] = {}
        self._paper: Entity | None = None

    def resolve(self, mention: Mention) -> Entity | None:
        """Return whom a mention of a body or a document means."""
        if mention.kind == "document":
            return self.document_of(mention)
        return self.organisation(mention, mention.where[0])

    def page_owner(self, mention: Mention) -> Entity | None:
        """Return whose page or channel speaks: "it is said in the channel of the ministry"."""
        head = self.word[mention.head]
        if not (head.bits & w.POST or head.lemma in self._own_pages):
            return None
        first, last = mention.head + 1, mention.core[1]
        if (
            first >= last
            or first in self.phrases.quote_at
            or self.phrases.grammar.alien(self.key[first])
        ):
            return None
        phrase = self.phrases.read(first, last, c.GENITIVE)
        if phrase is None or phrase.last != last:
            return None
        bits = self.word[phrase.head].bits
        if not bits & (w.BODY | w.ROLE | w.GIVEN) or bits & w.MEDIA:
            return None
        told = self.mentions.read(phrase.span, c.GENITIVE)
        spoken = told.kind == "organisation" or (told.kind == "person" and told.name is not None)
        return self.resolve(told) if spoken else None

    def document_before(self, at: int) -> Entity | None:
        """Return whose the document is that "in it" means: the one named last."""
        for index in range(at - 1, max(-1, at - NEAR), -1):
            bits = self.word[index].bits
            if not bits & (w.DOC | w.POST) or bits & (w.BODY | w.MEDIA):
                continue
            phrase = self.phrases.read(index, at, c.ANY)
            where = phrase.span if phrase is not None else (index, index + 1)
            mention = self.mentions.read(where, c.OBLIQUE)
            mention.kind = "document"
            return self.document_of(mention, issued=False)
        return None

    def document_of(self, mention: Mention, *, issued: bool = True) -> Entity | None:
        """Return whose a document is: who issued it, else the document.

        A bare word for a statement that is `issued` is that of the body that spoke last, where
        nothing else tells.
        """
        entity = self._issuer(mention, issued) or self._meant(mention) or self._writing(mention)
        self._papers[self.word[mention.head].lemma] = self._paper = entity
        return entity

    def _is_bare(self, mention: Mention) -> bool:
        first, last = mention.core
        if last != mention.head + 1:
            return False
        if first + 1 == mention.head and self.key[first][:1].isdigit():
            return True  # "the 14-page text"
        return all(self._is_issuing(i) for i in range(first, mention.head))

    def _is_issuing(self, index: int) -> bool:
        """Say whether a word before a statement tells no more than that it was given out."""
        return self.phrases.is_participle(index)

    def _issuer(self, mention: Mention, issued: bool) -> Entity | None:
        """Return who issued a statement: told beside it, or where it is told of first."""
        lemma = self.word[mention.head].lemma
        printed = self._printer(mention) if lemma in self._printed else None
        if printed is not None:
            return printed
        if lemma not in self._statements:
            return None
        first = mention.head + 1
        if first < mention.core[1] and self.key[first] in self._for_whom:
            mention.core = (mention.core[0], first)  # "a statement for the press"
        if first < mention.core[1]:
            phrase = self.phrases.read(first, mention.core[1], c.GENITIVE)
            if phrase is None:
                return None
            bits = self.word[phrase.head].bits
            if bits & w.OCCASION and not bits & w.BODY:
                return None  # "the papers of the forum"
            told = self.mentions.read((first, phrase.last), c.GENITIVE)
            return self.resolve(told) if told.kind != "document" else None
        beside = self._issued_beside(mention)
        if beside is not None:
            return beside
        if not self._is_bare(mention):
            owned = issued and self.word[mention.core[0]].bits & w.POSS
            return self._last_body() if owned else None
        outlet = self._outlet_before(mention.head) if lemma in self._printed else None
        known = outlet or self._papers.get(lemma) or self._issued_before(mention.head)
        if known is None and issued:
            known = self._last_body() or self._opening_body(mention.head)
        return known

    def _printer(self, mention: Mention) -> Entity | None:
        """Return the outlet whose article speaks: "by an article of X"."""
        first, last = mention.head + 1, mention.where[1]
        if first >= last:
            return None
        mark = self.phrases.quote_at.get(first)
        inner = first + (mark is not None)
        named = self.phrases.outlets.known(inner, last) if mark is None else (
            self.phrases.outlets.known(inner, mark.close)
        )  # fmt: skip
        if named is None or named.outlet is None or named.outlet.kind == "network":
            return None
        told = self.mentions.read((first, last), c.GENITIVE)
        if told.kind != "organisation" or told.name is None:
            return None
        return self.organisation(told, mention.where[0])

    def _issued_beside(self, mention: Mention) -> Entity | None:
        """Return who a clause about a statement says issued it: "the letter that X sent"."""
        comma, last = mention.core[1], mention.core[1] + CLAUSE
        if comma + 2 >= len(self.word) or self.key[comma] != ",":
            return None
        lead = comma + 1
        relative = self.word[lead].bits & w.REL and self.phrases.mask(lead) & c.ACCUSATIVE
        if not relative and not self.phrases.is_participle(lead):
            return None
        want = c.NOMINATIVE if relative else c.INSTRUMENTAL
        for at in range(lead + 1, min(last, len(self.word))):
            if self.key[at] == "," or self.key[at - 1] in ",.":
                return None
            phrase = self.phrases.read(at, len(self.word), want)
            if phrase is not None and self._may_issue(phrase):
                told = self.mentions.read(phrase.span, want)
                return self.resolve(told) if told.kind != "document" else None
        return None

    def _may_issue(self, phrase: Phrase) -> bool:
        """Say whether a phrase names a body, or somebody by office or name."""
        bits = self.word[phrase.head].bits
        spoken = bits & (w.BODY | w.ROLE | w.GIVEN) and not bits & (w.MEDIA | w.PLACE)
        return bool(spoken) or phrase.head in self.phrases.quote_at

    def _last_body(self) -> Entity | None:
        return next((e for e in self._recent() if e.kind == "organisation"), None)

    def _issued_before(self, at: int) -> Entity | None:
        """Return who spoke in the sentence that tells of a statement first, or its subject."""
        lemma = self.word[at].lemma
        for index in range(at - 1, max(-1, at - REACH), -1):
            if self.word[index].lemma != lemma or not self.word[index].bits & w.DOC:
                continue
            sentence = self.document.sentences[bisect_right(self._firsts, index) - 1]
            for place, entity in reversed(self._spoken):
                if sentence.first <= place < sentence.last and entity.kind != "document":
                    return entity
            return self._subject(sentence.first, index)
        return None

    def _opening_body(self, at: int) -> Entity | None:
        """Return the body that the sentence before opens with: "X has shown … The release says"."""
        number = bisect_right(self._firsts, at) - 2
        if number < 0:
            return None
        first = self._firsts[number]
        phrase = self.phrases.read(first, at, c.NOMINATIVE)
        if phrase is None or not self.word[phrase.head].bits & w.BODY or phrase.last < first + 2:
            return None
        return self.resolve(self.mentions.read((first, phrase.last), c.NOMINATIVE))

    def _giver(self, at: int) -> Entity | None:
        """Return the body that opens the sentence in which it gives out a statement."""
        sentence = self.document.sentences[bisect_right(self._firsts, at) - 1]
        phrase = self.phrases.read(sentence.first, at, c.NOMINATIVE)
        if phrase is None or not self.word[phrase.head].bits & w.BODY:
            return None
        return self.resolve(self.mentions.read((sentence.first, phrase.last), c.NOMINATIVE))

    def _subject(self, first: int, last: int) -> Entity | None:
        """Return the named subject that opens a sentence."""
        phrase = self.phrases.read(first, last, c.NOMINATIVE)
        if phrase is None or not any(self.word[i].upper for i in range(first + 1, phrase.last)):
            return None
        mention = self.mentions.read((first, phrase.last), c.NOMINATIVE)
        return None if mention.pronoun or mention.kind == "document" else self.resolve(mention)

    def _meant(self, mention: Mention) -> Entity | None:
        """Return the document told of before that a bare or a wider noun means."""
        lemma = self.word[mention.head].lemma
        for entity in self._recent():
            if entity.kind == "document" and lemma in entity.heads:
                return entity
        if not self._is_bare(mention):
            return None
        if lemma in self._any_document and self._paper is not None:
            return self._paper
        return self._told_of(mention.head, lemma)

    def _told_of(self, at: int, lemma: str) -> Entity | None:
        """Return the document that was told of before, more fully, though it has not spoken."""
        wide = lemma in self._any_document
        for index in range(at - 1, max(-1, at - REACH), -1):
            word = self.word[index]
            if not word.bits & w.DOC or word.bits & (w.BODY | w.MEDIA):
                continue
            if not wide and word.lemma != lemma:
                continue
            issuer = self._giver(index) if wide and word.lemma in self._statements else None
            if issuer is not None:
                return issuer
            first = index
            while first and self.word[first - 1].is_word and (
                self.grammar.is_adjective(self.word[first - 1])
            ):  # fmt: skip
                first -= 1
            phrase = self.phrases.read(first, at, c.ANY)
            if phrase is None or phrase.head != index or phrase.last - phrase.first < 2:
                continue
            case = c.NOMINATIVE if phrase.mask & c.NOMINATIVE else c.OBLIQUE
            mention = self.mentions.read((first, phrase.last), case)
            return self._writing(mention) if mention.kind == "document" else None
        return None

    def _writing(self, mention: Mention) -> Entity:
        """Return a document as a speaker, called as the report calls it."""
        name = self.naming.phrase(mention.core, mention.head, mention.case)
        entity = self._new("document", name, mention, False)
        bare = (mention.head, mention.head + 1)
        entity.also.append(self.naming.phrase(bare, mention.head, mention.case))
        return entity
