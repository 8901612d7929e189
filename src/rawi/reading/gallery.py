"""The speakers of one document so far: who they are, what they are called, who spoke last."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.cast import Known
from rawi.reading.document import Document
from rawi.reading.drafts import Draft, Range
from rawi.reading.entity import Entity, Wording, admits
from rawi.reading.inflect import FEM, MASC
from rawi.reading.mentions import Mention
from rawi.reading.nouns import NounPhrases
from rawi.reading.outlets import Outlets
from rawi.reading.subjects import Subjects
from rawi.records import Kind

#: Only so many speakers are kept in mind, those who were mentioned last: no report has more
#: that matter at one place, and a long one costs no more a word than a short one.
MEMORY: Final = 100
#: What a speaker may be called by alone.
_HEADS: Final = lx.ROLE | lx.UNNAMED | lx.BODY | lx.DOC | lx.TITLE
#: Words of a mention that tell nothing of whom it means.
_UNTOLD: Final = lx.PREP | lx.ANAPHOR | lx.DEM


class Gallery:
    """Keeps the speakers of one document, each once.

    `rule` is how the last mention was linked.
    """

    def __init__(self, document: Document, nouns: NounPhrases, subjects: Subjects) -> None:
        self.document = document
        self.subjects = subjects
        self.rule = ""
        self._spoken: set[int] = set()
        self.tokens = document.tokens
        self.lex = document.tokens.lex
        self.pack = document.pack
        self.nouns = nouns
        self.mentions = subjects.mentions
        self.cast = subjects.cast
        self.wording = Wording(document)
        self.outlets = Outlets(document, nouns)
        self.entities: list[Entity] = []
        self._recent: list[Entity] = []
        self._by_range: dict[Range, Entity] = {}
        self._mentions = 0
        self._said: dict[int, str] = {}
        self._titles: list[Mention] = []
        self._speaker_of: dict[int, Entity] = {}
        self._answering: Entity | None = None
        self._descriptions: dict[Range, frozenset[str]] = {}

    def _touch(self, entity: Entity) -> None:
        if entity in self._recent:
            self._recent.remove(entity)
        self._recent.append(entity)
        del self._recent[:-MEMORY]

    def _by_recency(self) -> list[Entity]:
        """Return all speakers so far, who spoke last first."""
        return self._recent[::-1] + self._silent()[::-1]

    def _silent(self) -> list[Entity]:
        """Return those who are mentioned but have not spoken, in the order of the text."""
        spoken = set(self._recent)
        return [entity for entity in self.entities if entity not in spoken]

    def _last_person(self, features: int) -> Entity | None:
        """Return the named person who spoke last and whom gender admits."""
        for entity in reversed(self._recent):
            if (
                entity.kind == "person"
                and not entity.anonymous
                and admits(features, entity.features)
            ):
                return entity
        return None

    def _introduce(self, known: Known) -> Entity:
        """Return the speaker for somebody of the cast, with all that the report calls them."""
        for entity in self.entities:
            if entity.name_words == known.words and entity.kind == "person":
                return entity
        first = known.mentions[0]
        fullest = next(one for one in known.mentions if one.name == known.name)
        entity = Entity("person", self.wording.name(fullest), known.words, False, known.features)
        self._enter(entity)
        entity.evidence.append(self.tokens.span(*first.where))
        for one in known.mentions[:MEMORY]:
            self._learn(entity, one)
        return entity

    def _new(self, mention: Mention, kind: Kind, name: str, name_words: frozenset[str],
             anonymous: bool) -> Entity:  # fmt: skip
        entity = Entity(kind, name, name_words, anonymous, mention.features)
        entity.several = self._are_several(mention.core)
        self._enter(entity)
        if name_words:
            for known in self.cast.called(name_words):
                for one in known.mentions[:MEMORY]:
                    self._learn(entity, one)
        return self._add(entity, mention, "new")

    def _names_nobody(self, draft: Draft) -> bool:
        """Say whether nobody stands between a cue and its content: whoever it is from speaks."""
        first, last = draft.cue[0][1] if draft.cue else 0, draft.content[0][0]
        people = lx.ROLE | lx.UNNAMED | lx.TITLE | lx.GIVEN | lx.BODY
        return not any(one.bits & people for one in self.lex[first:last])

    def _are_several(self, where: Range) -> bool:
        """Say whether a phrase lists bodies or states: it is none of them alone."""
        joined = (self.lex[at] for at in range(where[0] + 1, where[1]) if self.lex[at].conj)
        return any(one.bits & (lx.SPEAKS | lx.PLACE) for one in joined)

    def _definite_first(self, places: list[int]) -> list[int]:
        """Return places of a noun, the last first, those before "a ruling council" that are known.

        An indefinite phrase that no name in marks follows is what others speak of.
        """
        near = places[::-1]
        if not near or self.lex[near[0]].article or self.lex[near[0] + 1].article:
            return near
        told = self.lex[near[0] + 1].bits & lx.ADJ and not self.lex[near[0] + 1].bits & lx.NAME
        known = [at for at in near if self.lex[at].article and self.lex[at + 1].article]
        return [*known, *near] if told and known else near

    def _enter(self, entity: Entity) -> None:
        """Keep somebody new; who was mentioned long ago is forgotten, in bulk, at little cost."""
        entity.mentioned = self._mentions
        self.entities.append(entity)
        if len(self.entities) >= 2 * MEMORY:
            oldest = sorted(e.mentioned for e in self.entities)[-MEMORY]
            self.entities = [e for e in self.entities if e.mentioned >= oldest]

    def _add(self, entity: Entity, mention: Mention, rule: str) -> Entity:
        """Add what a mention says of its speaker; `rule` is how it was linked."""
        self.rule = rule
        self._mentions += 1
        entity.mentioned = self._mentions
        if not entity.evidence:
            entity.evidence.append(self.tokens.span(*mention.where))
        if mention.name is not None:
            words = self.mentions.stems(mention.name)
            text = self.wording.name(mention)
            if len(words) > len(entity.name_words):
                if entity.name_words:
                    self._also(entity, entity.name)
                entity.name, entity.name_words = text, words
            elif text != entity.name:
                self._also(entity, text)
        self._learn(entity, mention)
        if entity.role is None and mention.name is not None:
            entity.role = self.wording.role(mention)
        return entity

    def _learn(self, entity: Entity, mention: Mention) -> None:
        """Note a mention's gender, words and roles."""
        if not entity.features & (MASC | FEM):
            entity.features |= mention.features
        lemmas = self.pack.lemmas
        for index, lexeme in enumerate(self.lex[slice(*mention.where)], mention.where[0]):
            if not lexeme.is_word or lexeme.bits & _UNTOLD:
                continue
            lemma = lemmas.get(lexeme.base, lexeme.base)
            entity.words.add(lemma)
            if lexeme.bits & _HEADS and (
                mention.name is None or not mention.name[0] <= index < mention.name[1]
            ):
                if index == mention.head or lexeme.bits & (lx.ROLE | lx.UNNAMED | lx.TITLE):
                    entity.heads.add(lemma)
        entity.words |= self._origin_before(mention)
        entity.origins |= self._countries(mention)
        entity.heads |= self.wording.others(entity.heads)
        meant = self.wording.others(entity.words)
        if meant:
            entity.words |= meant

    def _origin_before(self, mention: Mention) -> set[str]:
        """Return the country told right before a phrase ("the Argentine | X, coach of Egypt")."""
        at = mention.where[0] - 1
        told = at >= 0 and self.lex[at].article and self.lex[at].bits & lx.DEMONYM
        return {self.pack.lemmas.get(self.lex[at].base, self.lex[at].base)} if told else set()

    def _countries(self, mention: Mention) -> set[str]:
        """Return the adjectives of the countries that somebody's office is of ("coach of Egypt").

        A country that a preposition leads to is another ("ambassador to Egypt").
        """
        origins, name = self.pack.origins, mention.name or (0, 0)
        return {
            origins[self.lex[at].base]
            for at in range(mention.where[0] + 1, mention.where[1])
            if self.lex[at].base in origins
            and not name[0] <= at < name[1]
            and not self.lex[at].prep
            and not self.lex[at - 1].bits & (lx.PREP | lx.NOMINAL_PREP)
        }

    def _also(self, entity: Entity, name: str) -> None:
        if name not in entity.also:
            entity.also.append(name)

    def _tells(self, index: int) -> bool:
        lexeme = self.lex[index]
        return lexeme.is_word and not lexeme.bits & _UNTOLD


__all__ = ["MEMORY", "Gallery"]
