"""The speakers of one document: made, found again, and told more of."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.cast import Cast
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.entity import Entity
from rawi.reading.subject_first.known import Known
from rawi.reading.subject_first.lone_bodies import LoneBodies
from rawi.reading.subject_first.mentions import Mention, Mentions
from rawi.reading.subject_first.names import Naming
from rawi.reading.subject_first.nations import Nations
from rawi.reading.subject_first.outlets import Outlets
from rawi.reading.subject_first.parties import Parties
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.subjects import Subjects
from rawi.records import Kind

#: So many speakers are remembered: a report has few, a file of many reports is no report.
MEMORY: Final = 200


class Entities:
    """Keeps the speakers that one document's phrases name."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.mentions = Mentions(document)
        self.naming = Naming(document)
        self.cast = Cast(document, self.mentions)
        self.nations = Nations(document)
        self.parties = Parties(document, self.cast.people)
        self.lone = LoneBodies(document, self.cast)
        self.outlets = Outlets(document)
        self.phrases = Phrases(document)
        self.subjects = Subjects(document, self.phrases)
        self.entities: list[Entity] = []
        #: by which rule the speaker of each draft was found
        self.rules: dict[int, str] = {}
        #: the sentences in which something is said
        self._speaking: set[int] = set()
        self._by_source: dict[Range, Entity] = {}
        self._firsts = [sentence.first for sentence in document.sentences]
        self._spoken: list[tuple[int, Entity]] = []
        #: the phrases in which two bodies spoke together
        self._pairs: list[Range] = []
        #: who is named before the first line of a dialogue; None until that is asked
        #: titles that stay with a bare name
        self._kept_titles = self.grammar.words_of("kept_titles")
        self._before_dialogue: list[Known] | None = None
        self._many_media = document.grammar.words_of("many_media")
        self._agency_nouns = document.grammar.words_of("agency_nouns")
        self._generic = document.grammar.words_of("generic_bodies")
        self._firms = document.grammar.words_of("firms")
        self._no_firms = document.grammar.words_of("no_firms")
        self._at_large = document.grammar.words_of("bodies_at_large")
        self._any_body = document.grammar.words_of("any_bodies")
        self._arms = document.grammar.words_of("arms")
        self._arms_ranks = document.grammar.words_of("arms_ranks")
        self._askers = document.grammar.words_of("unnamed_askers")
        self._asking = document.grammar.words_of("asking_verbs")
        #: who asked something last, and where
        self._asked_last: tuple[int, Entity] | None = None
        self._ranks = document.grammar.words_of("ranks")
        self._latter_people = document.grammar.words_of("latter_people")
        self._former = document.grammar.words_of("former")
        self._remarks = document.grammar.words_of("remarks")
        self._styles = document.grammar.words_of("styles")
        self._nameless = document.grammar.words_of("nameless")
        self._offices = document.grammar.words_of("offices")
        self._service = document.grammar.words_of("service_ranks")
        self._commands = document.grammar.words_of("commands")
        self._voices = document.grammar.words_of("force_voices")
        self._vague = document.grammar.words_of("vague_adjectives")
        self._counterparts = document.grammar.words_of("counterparts")
        self._hollow = document.grammar.words_of("hollow_people")
        pairs = (pair.split() for pair in document.grammar.words_of("article_genders"))
        self._genders = {word: w.FEM if told == "f" else w.MASC for word, told in pairs}
        self._elect = document.grammar.words_of("elect")
        self._loose = document.grammar.words_of("generic_people")

    def _new(self, kind: Kind, name: str, mention: Mention, *, anonymous: bool) -> Entity:
        entity = Entity(kind, name, frozenset(), anonymous, mention.features)
        entity.nations = self.nations.among(mention.core)
        self._enter(entity)
        return self._learn(entity, mention)

    def _enter(self, entity: Entity) -> None:
        self.entities.append(entity)
        if len(self.entities) > 2 * MEMORY:
            self.entities = self._recent()[:MEMORY]

    def _learn(self, entity: Entity, mention: Mention) -> Entity:
        """Add what a mention says of its speaker."""
        if not entity.evidence:
            entity.evidence.append(self.document.tokens.span(*mention.where))
        entity.heads |= self.naming.kinds(mention.heads)
        told = mention.features & (w.MASC | w.FEM)
        surer = self.grammar.gendered and mention.heads and mention.name is not None
        if surer and told in (w.MASC, w.FEM):
            entity.features &= ~(w.MASC | w.FEM)  # "la directrice, Kouamé Aya"
        if not entity.features & (w.MASC | w.FEM):
            entity.features |= mention.features | self._of_article(entity, mention)
        if mention.name is not None:
            text = self.naming.text(mention.name, nominative=True)
            words = self.naming.words(mention.name)
            if entity.kind == "person" and len(words) > len(entity.words) and entity.words:
                entity.also.append(entity.name)
                entity.name, entity.words = text, words
            elif text != entity.name:
                entity.also.append(text)
            if entity.role is None and mention.kind == "person":
                entity.role = self.naming.role(mention.where, mention.name)
        return entity

    def _of_article(self, entity: Entity, mention: Mention) -> int:
        """Return the gender that the article of a body tells, where bodies have one."""
        told = entity.kind == "organisation" and self.grammar.noun_capitals
        if not told or mention.features & w.PLUR:
            return 0
        for index in range(*mention.where):
            gender = self.word[index].features & (w.MASC | w.FEM)
            if self.word[index].bits & w.BODY and gender in (w.MASC, w.FEM):
                return gender
        return self._genders.get(self.key[mention.where[0]], 0)

    def _is_foreign(self, nations: frozenset[str], person: Entity | Known | None) -> bool:
        """Say whether somebody is called of nations, and of none of these."""
        theirs: frozenset[str] = frozenset()
        if isinstance(person, Entity):
            theirs, person = person.nations, person.known
        if person is not None:
            theirs |= self.nations.of(person)
        return bool(nations) and bool(theirs) and theirs.isdisjoint(nations)

    def _from_cast(self, known: Known) -> Entity:
        for entity in self.entities:
            if entity.known is known:
                return entity
        first, last = known.name
        titled = first and last - first == 1 and self.key[first - 1] in self._kept_titles
        name = self.naming.text((first - bool(titled), last), nominative=True)
        entity = Entity("person", name, known.words, False, known.features, set(known.heads))
        entity.known = known
        entity.soft = not self.grammar.gendered and self.cast.is_soft(known)
        entity.evidence.append(self.document.tokens.span(*known.name))
        self._enter(entity)
        return entity

    def _recent(self) -> list[Entity]:
        """Return the speakers so far, who spoke last first."""
        return sorted(self.entities, key=lambda entity: -entity.last)

    def _without_verb(self, first: int, end: int, last: int) -> int:
        """Return where a phrase ends whose last word is a verb in no table: "l'élu livre | un".

        Where nouns have capitals, a word in small letters behind a noun or name ends it.
        """
        if self.grammar.noun_capitals:
            small = (i for i in range(first + 1, end) if self.word[i].is_word
                     and not self.word[i].capital and self.word[i - 1].capital
                     and not self.word[i].bits & (w.PREP | w.DET | w.PARTICLE | w.CONJ)
                     and "-" not in self.key[i])  # fmt: skip
            return next(small, end)
        if end >= last or end <= first + 2 or not self.word[end].bits & w.DET:
            return end
        led = self.word[end - 1].bits & w.ADJ or self.word[end - 2].bits & (w.DET | w.PREP)
        return end - (not led)

    def _is_called(self, where: Range) -> bool:
        """Say whether a first name in no list and an age tell somebody: "Ghita, 33 ans"."""
        first = where[0]
        ages = self.grammar.words_of("age_words")
        aged = self.key[first + 1 : first + 2] == [","] and self.key[first + 3 : first + 4]
        return bool(
            aged and aged[0] in ages and self.key[first + 2].isdigit() and self.word[first].upper
        )

    def _is_plural_body(self, mention: Mention) -> bool:
        """Say whether several bodies are meant: "les trois syndicats"."""
        first = self.word[mention.where[0]]
        article = first.bits & w.DET and first.features & w.PLUR
        return mention.kind == "organisation" and bool(article)
