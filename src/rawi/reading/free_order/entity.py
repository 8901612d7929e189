"""Speakers in the making, and what all who link to them need."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from rawi.reading.free_order.cast import Cast, Known
from rawi.reading.free_order.mentions import Mention, Mentions
from rawi.reading.free_order.names import Naming
from rawi.reading.free_order.phrases import Phrases
from rawi.records import Kind, Span, Speaker

#: So many speakers are remembered: a report has few, a file of many reports is no report.
MEMORY: Final = 200


@dataclass(slots=True, eq=False)
class Entity:
    """One speaker in the making."""

    kind: Kind
    name: str
    words: frozenset[str]
    anonymous: bool
    genders: int = 0
    plural: bool = False
    heads: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    #: those of the heads that are no more than what it was called since
    called: set[str] = field(default_factory=set)
    also: list[str] = field(default_factory=list)
    role: str | None = None
    evidence: list[Span] = field(default_factory=list)
    last: int = -1
    known: Known | None = None

    def record(self) -> Speaker:
        """Return the speaker's record."""
        also = tuple(dict.fromkeys(name for name in self.also if name != self.name))
        return Speaker(name=self.name, kind=self.kind, anonymous=self.anonymous, also=also,
                       role=self.role, evidence=tuple(self.evidence[:1]))  # fmt: skip


class Entities:
    """The speakers of one document so far."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        self.naming = Naming(phrases)
        self.mentions = Mentions(phrases, self.naming)
        self.cast = Cast(self.mentions)
        self.entities: list[Entity] = []

    def _widened(self, heads: set[str]) -> set[str]:
        found = set(heads)
        for group in self.grammar.synonyms:
            if group & heads:
                found |= group
        return found

    def _kinds(self, heads: set[str]) -> set[str]:
        """Return what somebody may be whom a wider word calls: "the expert", an economist."""
        return {one for head in heads for one in self.grammar.kinds.get(head, ())}

    def _recent(self) -> list[Entity]:
        """Return the speakers so far, who spoke last first."""
        return sorted(self.entities, key=lambda entity: -entity.last)

    def _new(self, kind: Kind, name: str, mention: Mention, anonymous: bool) -> Entity:
        entity = Entity(kind, name, frozenset(), anonymous)
        entity.heads |= mention.heads
        entity.told |= mention.words
        entity.evidence.append(self.document.tokens.span(*mention.core))
        self._enter(entity)
        return entity

    def _enter(self, entity: Entity) -> None:
        if len(self.entities) < MEMORY:
            self.entities.append(entity)

    def _name_fuller(self, entity: Entity, mention: Mention) -> None:
        """Give a body that has no name of its own so far the one that a mention has."""
        if entity.known is not None or any(char.isupper() for char in entity.name[1:]):
            return
        first, last = mention.name or mention.core
        if any(self.word[i].upper for i in range(first + 1, last)):
            entity.name = self.naming.phrase((first, last), mention.head, mention.case)
            entity.words |= self.naming.stems((first, last))

    def _learn(self, entity: Entity, mention: Mention, genders: int) -> Entity:
        if mention.name is None:
            entity.called |= mention.heads - entity.heads
        entity.heads |= mention.heads
        if entity.kind == mention.kind == "organisation":
            self._name_fuller(entity, mention)
        if mention.name is not None or len(entity.told) < 3:
            entity.told |= mention.words
        if genders and not entity.genders:
            entity.genders = genders
        if mention.kind == "person" and mention.name is not None and entity.kind == "person":
            words = self.naming.stems(mention.name)
            if entity.words < words:
                entity.words = words
                entity.name = self.naming.person(mention.name, mention.case, entity.genders)
                entity.evidence.insert(0, self.document.tokens.span(*mention.name))
        return entity
