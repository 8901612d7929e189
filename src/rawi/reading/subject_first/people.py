"""Who speaks: mentions linked to one speaker per person, by name, role and pronoun."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.cast import Cast, Known
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.entity import Entity
from rawi.reading.subject_first.mentions import Mention, Mentions
from rawi.reading.subject_first.names import Naming
from rawi.records import Kind

#: So many speakers are remembered: a report has few, a file of many reports is no report.
MEMORY: Final = 200


class People:
    """Links the sources of one document's drafts to speakers."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.mentions = Mentions(document)
        self.naming = Naming(document)
        self.cast = Cast(document, self.mentions)
        self.entities: list[Entity] = []
        #: by which rule the speaker of each draft was found
        self.rules: dict[int, str] = {}
        self._firsts = [sentence.first for sentence in document.sentences]
        self._spoken: list[tuple[int, Entity]] = []
        self._generic = document.grammar.words_of("generic_bodies")
        self._loose = document.grammar.words_of("generic_people")

    def link(self, drafts: list[Draft], headlines: set[int]) -> list[Entity | None]:
        """Return the speaker of each draft, None where nothing tells."""
        found: list[Entity | None] = [None] * len(drafts)
        number_of = {id(draft): number for number, draft in enumerate(drafts)}
        order = sorted(range(len(drafts)), key=lambda n: (drafts[n].at, n))
        body = [n for n in order if n not in headlines]
        for number in body:
            draft = drafts[number]
            known = len(self.entities)
            entity = self._entity(draft, drafts, found, number_of)
            if entity is not None:
                self._explain(draft, entity, known)
            found[number] = entity
            if entity is not None:
                self._speaks(entity, draft)
        for number in (n for n in order if n in headlines):
            found[number] = entity = self._headline(drafts[number], drafts, found)
            if entity is not None and entity.evidence:
                self.rules[id(drafts[number])] = "headline"
        for number in order:
            if found[number] is None and drafts[number].kind in ("quotation", "quoted line"):
                found[number] = self._neighbour(number, order, drafts, found)
                self.rules[id(drafts[number])] = "goes on speaking"
        return found

    def _explain(self, draft: Draft, entity: Entity, known: int) -> None:
        """Note by which rule a draft's speaker was found."""
        if draft.source is None:
            rule = "words of the body repeated" if draft.kind != "verb" else "goes on speaking"
        elif draft.kind == "dialogue":
            rule = "answers in the interview"
        elif len(self.entities) > known and not entity.also:
            rule = "new"
        elif self.word[draft.source[0]].bits & (w.PRON | w.OBJ | w.POSS) and (
            draft.source[1] - draft.source[0] == 1
        ):
            rule = "pronoun"
        else:
            named = any(self.word[i].upper for i in range(draft.source[0] + 1, draft.source[1]))
            rule = "name" if named or self.word[draft.source[0]].upper else "role"
        self.rules[id(draft)] = rule

    def _speaks(self, entity: Entity, draft: Draft) -> None:
        entity.last = draft.at
        if draft.kind != "inner" and draft.outer is None:
            self._spoken.append((draft.at, entity))

    def _entity(
        self, draft: Draft, drafts: list[Draft], found: list[Entity | None],
        number_of: dict[int, int],
    ) -> Entity | None:  # fmt: skip
        if draft.source is None:
            if draft.kind in ("quotation", "quoted line", "line"):
                return self._same_words(draft, drafts, found)
            goes_on = draft.kind in ("verb", "according")
            return self._spoken[-1][1] if self._spoken and goes_on else None
        mention = self.mentions.read(draft.source)
        if draft.kind == "dialogue":
            labelled = self._initials(draft.source)
            if labelled is not None:
                return labelled
            label = self.key[draft.source[0]]
            if label in self.grammar.words_of("answerers"):
                people = [k for k in self.cast.people if k.places] or self.cast.people
                return self._from_cast(people[0]) if people else None
        outer = None
        if draft.outer is not None:
            outer = found[number_of[id(draft.outer)]]
        return self.resolve(mention, draft, outer)

    def resolve(self, mention: Mention, draft: Draft, outer: Entity | None) -> Entity | None:
        """Return whom a mention means."""
        at = mention.where[0]
        if mention.pronoun:
            return self._pronoun(mention, at, outer)
        if mention.name is None and self._spoken and self._is_same(mention.where):
            return self._spoken[-1][1]
        if mention.name is not None and mention.kind == "person":
            return self._named(mention)
        if mention.name is not None and not mention.generic:
            return self._described_body(mention, at) or self._body(mention)
        if mention.kind == "person":
            return self._unnamed(mention, at)
        return self._generic_body(mention, at)

    def _is_same(self, where: tuple[int, int]) -> bool:
        """Say whether a phrase only repeats who spoke before: "the same source"."""
        same = self.grammar.words_of("same")
        return any(self.key[i] in same for i in range(where[0], min(where[1], where[0] + 2)))

    # -- names -----------------------------------------------------------------------

    def _named(self, mention: Mention) -> Entity:
        assert mention.name is not None
        words = self.naming.words(mention.name)
        late = self._late(mention, words)
        if late is not None:
            return late
        for entity in reversed(self.entities):
            if entity.kind == "person" and entity.words and self.naming.same(entity.words, words):
                return self._learn(entity, mention)
        for entity in reversed(self.entities):  # a body that is called by part of its name
            if entity.kind != "person" and len(words) <= 2 and words <= entity.words:
                return self._learn(entity, mention)
        kept = self.key[mention.name[0]] in self.grammar.words_of("kept_titles")
        known = self.cast.person(words, mention.where[0])
        if kept and known is not None and (not known.titled or len(known.words) < 2):
            known = None
        if known is not None:
            ends = known.name[1] == mention.name[1] and known.name[0] < mention.name[0]
            if ends and mention.heads and len(words) > 1:
                known.name, known.words = mention.name, words  # an office before it left out
            return self._learn(self._from_cast(known), mention)
        titled = any(self.word[i].bits & w.TITLE for i in range(mention.where[0], mention.name[0]))
        bare = len(words) == 1 and not mention.heads and not titled
        body = self.cast.body(words) if bare else None
        if body is not None:
            entity = self._new("organisation", self.naming.text(body), mention, anonymous=False)
            entity.words = self.naming.words(body)
            return entity
        name = self.naming.text(mention.name, nominative=True)
        soft = self._is_soft(mention)
        kind: Kind = "organisation" if soft and len(words) == 1 else "person"
        entity = self._new(kind, name, mention, anonymous=False)
        entity.words, entity.soft = words, soft
        return entity

    def _late(self, mention: Mention, words: frozenset[str]) -> Entity | None:
        """Return the unnamed speaker of the first lines whom a name without a role tells."""
        named = [e for e in self.entities if e.kind == "person" and e.words]
        if (
            named
            or len(words) < 2
            or len(self.entities) > 3
            or (self._is_soft(mention) and (not self.cast.person(words, mention.where[0])))
        ):
            return None
        unnamed = [e for e in self.entities if e.anonymous and not e.features & w.PLUR]
        if len(unnamed) != 1 or unnamed[0] is not self.entities[0]:
            return None
        entity = unnamed[0]
        heads = self.naming.widened(mention.heads)
        if mention.heads and not entity.heads & heads:
            return None
        if not self.naming.admits(entity.features, mention.features):
            return None
        assert mention.name is not None
        entity.also.append(entity.name)
        entity.name = self.naming.text(mention.name, nominative=True)
        entity.words, entity.anonymous = words, False
        known = self.cast.person(words, mention.where[0])
        if known is not None:
            entity.known = known
            entity.features |= known.features
        return self._learn(entity, mention)

    def _is_soft(self, mention: Mention) -> bool:
        """Say whether nothing tells a name from a body's: no role, title or given name."""
        assert mention.name is not None
        if mention.heads:
            return False
        return not any(
            self.word[i].bits & (w.GIVEN | w.TITLE)
            for i in range(mention.where[0], mention.name[1])
        )

    def _from_cast(self, known: Known) -> Entity:
        for entity in self.entities:
            if entity.known is known:
                return entity
        name = self.naming.text(known.name, nominative=True)
        entity = Entity("person", name, known.words, False, known.features, set(known.heads))
        entity.known = known
        entity.evidence.append(self.document.tokens.span(*known.name))
        self._enter(entity)
        return entity

    def _body(self, mention: Mention) -> Entity:
        assert mention.name is not None
        words = mention.words
        name = self.naming.words(mention.name)
        for entity in reversed(self.entities):
            if entity.kind == mention.kind or entity.kind != "person":
                if entity.words and (name == entity.words or words == entity.words):
                    return self._learn(entity, mention)
                if mention.definite and name < entity.words and mention.heads & entity.heads:
                    return self._learn(entity, mention)
        entity = self._new(mention.kind, self.naming.text(mention.name), mention, anonymous=False)
        entity.words = name
        return entity

    def _described_body(self, mention: Mention, at: int) -> Entity | None:
        """Return the body that "the lens maker" means, where the report names one."""
        first, last = mention.core
        plain = mention.definite and last - first == 2 and mention.heads & self._generic
        if not plain or any(self.word[i].upper for i in range(first, last)):
            return None
        if any(e.heads & mention.heads for e in self.entities if e.kind == "organisation"):
            return None
        body = self.cast.body_before(at, loose=True)
        if body is None:
            return None
        words = self.naming.words(body)
        for entity in reversed(self.entities):
            if entity.words == words:
                return self._learn(entity, mention)
        entity = self._new("organisation", self.naming.text(body), mention, anonymous=False)
        entity.words = words
        return entity

    def _generic_body(self, mention: Mention, at: int) -> Entity:
        """Return the body or document that "the company", "the report" means."""
        heads = self.naming.widened(mention.heads)
        for entity in reversed(self.entities):
            if entity.kind != "person" and entity.heads & heads:
                return self._learn(entity, mention)
        plural = any(self.document.word[i].bits & w.PLURAL for i in range(*mention.core))
        if mention.heads & self._generic and mention.definite and not plural:
            bodies = [e for e in self._recent() if e.kind == "organisation" or e.soft]
            alike = [e for e in bodies if e.heads & self._generic or not any(
                self.document.grammar.word(head).bits & w.BODY for head in e.heads
            )]  # fmt: skip
            bodies = alike if self.document.grammar.gendered else bodies
            if bodies:
                return self._learn(bodies[0], mention)
            soft, body = self.cast.soft_before(at), self.cast.body_before(at)
            if body is not None and (soft is None or body[0] >= max(
                [p for p in soft.places if p < at], default=-1
            )):  # fmt: skip
                entity = self._new("organisation", self.naming.text(body), mention,
                                   anonymous=False)  # fmt: skip
                entity.words = self.naming.words(body)
                return entity
            if soft is not None:
                entity = self._from_cast(soft)
                entity.kind = "organisation"
                return self._learn(entity, mention)
        named = self.cast.described(frozenset(heads), at)
        if named is not None and mention.definite:
            entity = self._new(mention.kind, self.naming.text(named), mention, anonymous=False)
            entity.words = self.naming.words(named)
            return entity
        where = mention.where if mention.indefinite else mention.core
        if mention.indefinite:
            where = (mention.where[0], mention.core[1])
        entity = self._new(mention.kind, self.naming.phrase(where), mention,
                           anonymous=mention.kind == "person")  # fmt: skip
        entity.words = mention.words
        return entity

    # -- roles -----------------------------------------------------------------------

    def _unnamed(self, mention: Mention, at: int) -> Entity:
        """Return whom a role means: "the minister" somebody known, "an official" somebody new."""
        owned = any(self.word[i].bits & w.GENITIVE for i in range(mention.core[0], mention.core[1]))
        if not mention.indefinite and not owned:
            entity = self._by_role(mention, at)
            if entity is not None:
                return self._learn(entity, mention)
        if owned:
            name = self.naming.phrase(mention.core)
            for entity in reversed(self.entities):
                if entity.anonymous and entity.name == name:
                    return self._learn(entity, mention)
        where = (mention.where[0], mention.core[1])
        head = self.word[mention.where[0]]
        kept = bool(head.bits & w.POSS and self.grammar.gendered)  # "her lawyer", by its gender
        if mention.definite and not mention.indefinite and not kept:
            where = mention.core
        entity = self._new("person", self.naming.phrase(where), mention, anonymous=True)
        entity.words = frozenset()
        whole = self.naming.phrase(mention.where)
        entity.also += [self.naming.phrase(mention.core), whole]
        return entity

    def _by_role(self, mention: Mention, at: int) -> Entity | None:
        heads = self.naming.widened(mention.heads)
        plural = bool(mention.features & w.PLUR)
        for entity in self._recent():
            if plural != bool(entity.features & w.PLUR):
                continue
            if entity.heads & heads and self.naming.admits(entity.features, mention.features):
                return entity
        if plural:
            return None
        known = self.cast.by_role(heads, at, mention.features)
        later = known is not None and known.places and known.places[0] > at
        if later and self.document.grammar.gendered:
            spoken = self._last_person(mention.features, at) if mention.definite else None
            if mention.heads & self._loose or (spoken is not None and not spoken.heads):
                return spoken
            if any(self.document.word[i].bits & w.PREP for i in range(*mention.core)):
                return None
        if known is not None:
            return self._from_cast(known)
        loose = mention.heads & self._loose or any(
            self.key[i][:1].isdigit() for i in range(*mention.core)
        )
        if loose and mention.definite:
            return self._last_person(mention.features, at)
        return None

    def _recent(self) -> list[Entity]:
        """Return the speakers so far, who spoke last first."""
        return sorted(self.entities, key=lambda entity: -entity.last)

    # -- pronouns ----------------------------------------------------------------------

    def _pronoun(self, mention: Mention, at: int, outer: Entity | None) -> Entity | None:
        told = mention.features
        if told & (w.MASC | w.FEM) and not told & w.PLUR:
            return self._role_before(told, at) or self._last_person(told, at, outer)
        if told & w.PLUR:
            role = self._role_before(told, at)
            if role is not None:
                return role
            for _, entity in reversed(self._spoken):
                if entity.features & w.PLUR or entity.kind == "organisation":
                    return entity
            return self._spoken[-1][1] if self._spoken else None
        for _, entity in reversed(self._spoken):
            if self.document.grammar.gendered:
                return entity
            if (entity.kind != "person" or entity.soft) and not entity.anonymous:
                return entity
        return self._spoken[-1][1] if self._spoken else None

    def _last_person(self, told: int, at: int, outer: Entity | None = None) -> Entity | None:
        """Return the person who spoke or was the subject last before a token."""
        best: tuple[int, Entity | Known] | None = None
        for place, entity in reversed(self._spoken):
            last = entity is self._spoken[-1][1]
            if (
                place < at
                and self._is_person(entity, last)
                and entity is not outer
                and (self.naming.admits(entity.features, told) and not entity.features & w.PLUR)
            ):
                best = (place, entity)
                break
        subject = self.cast.subject_before(at, told)
        if subject is not None and (best is None or subject[0] > best[0] + 1):
            person = subject[1]
            if outer is None or outer.known is not person:
                return self._told(self._from_cast(person), told)
        if best is not None and isinstance(best[1], Entity):
            return self._told(best[1], told)
        known = self.cast.before(at, told)
        return self._told(self._from_cast(known), told) if known is not None else None

    def _role_before(self, told: int, at: int) -> Entity | None:
        """Return whom a role means that is the subject of this sentence or the one before.

        Nobody where somebody spoke since.
        """
        number = bisect_right(self._firsts, at) - 1
        sentences = self.document.sentences
        for place in range(number, max(-1, number - 2), -1):
            if sentences[place].paragraph != sentences[number].paragraph:
                break
            first = sentences[place].first
            if self._spoken and self._spoken[-1][0] >= first:
                break
            head = self.word[first]
            if (
                not head.is_word
                or head.bits & w.PRON
                or not head.bits & (w.DET | w.ROLE | w.PERSON | w.ADJ)
            ):
                continue
            end = self._phrase_end(first, min(sentences[place].last, at))
            if end <= first:
                continue
            mention = self.mentions.read((first, end))
            plural = bool(mention.features & w.PLUR)
            if mention.name is not None or mention.kind != "person" or not mention.heads:
                continue
            if plural != bool(told & w.PLUR) or not self.naming.admits(mention.features, told):
                continue
            return self._told(self._unnamed(mention, first), told)
        return None

    def _phrase_end(self, first: int, last: int) -> int:
        at = first
        while (
            at < last
            and self.word[at].is_word
            and not self.word[at].bits & (w.AUX | w.VERB | w.REL | w.SUB | w.PRON)
            and not any(cue.form & w.FINITE for cue in self.word[at].cues)
        ):
            at += 1
        return at

    def _is_person(self, entity: Entity, last: bool) -> bool:
        """Say whether a pronoun with a gender may mean somebody: a body too that spoke last."""
        if entity.kind == "person":
            return True
        gendered = last and self.document.grammar.gendered and not entity.features & w.PLUR
        return gendered and bool(entity.features & (w.MASC | w.FEM))

    def _told(self, entity: Entity, features: int) -> Entity:
        if not entity.features & (w.MASC | w.FEM):
            entity.features |= features & (w.MASC | w.FEM)
        return entity

    def _initials(self, source: Range) -> Entity | None:
        """Return the person whose initials are a label in a transcript."""
        letters = "".join(self.key[i] for i in range(*source) if self.word[i].is_word)
        for known in self.cast.people:
            first = "".join(self.key[i][:1] for i in range(*known.name) if self.word[i].is_word)
            if len(letters) > 1 and first == letters:
                return self._from_cast(known)
        return None

    # -- headlines -------------------------------------------------------------------

    def _headline(
        self, draft: Draft, drafts: list[Draft], found: list[Entity | None]
    ) -> Entity | None:
        """Return whom a headline means, which the body names."""
        same = self._same_words(draft, drafts, found)
        if draft.source is None:
            return same or self._in_line(draft)
        mention = self.mentions.read(draft.source)
        if mention.name is not None and mention.kind == "person":
            return self._named(mention)
        heads = self.naming.widened(mention.heads)
        words = {self.word[i].stem for i in range(*mention.where) if self.word[i].is_word}
        if same is not None and (same.heads & heads or same.kind == "person"):
            return same
        spoken = sorted(self.entities, key=lambda entity: entity.evidence[0].start
                        if entity.evidence else 0)  # fmt: skip
        for entity in spoken:
            if entity.heads & heads and (mention.kind != "person" or entity.kind == "person"):
                return entity
        known = self.cast.by_role(heads, len(self.key), 0)
        if known is not None and mention.kind == "person":
            return self._from_cast(known)
        for entity in spoken:
            if entity.kind != "person" and words & entity.words:
                return entity
        if same is not None:
            return same
        if mention.kind == "person" and mention.heads:
            people = [e for e in spoken if e.kind == "person" and not e.anonymous]
            loose = mention.heads & self._loose
            if people and (loose or len(people) == 1):
                return people[0]
        return self.resolve(mention, draft, None)

    def _in_line(self, draft: Draft) -> Entity | None:
        """Return the one person whom a headline names beside its quotation."""
        number = self.document.sentences[draft.sentence].paragraph
        first, last, _ = self.document.paragraphs[number]
        people = [k for k in self.cast.people if any(first <= p < last for p in k.places)]
        return self._from_cast(people[0]) if len(people) == 1 else None

    def _same_words(
        self, draft: Draft, drafts: list[Draft], found: list[Entity | None]
    ) -> Entity | None:
        """Return who says the same words elsewhere in the report."""
        words = self._content_words(draft)
        if len(words) < 2:
            return None
        best: tuple[float, Entity] | None = None
        for number, other in enumerate(drafts):
            entity = found[number]
            if entity is None or other is draft:
                continue
            share = len(words & self._content_words(other)) / len(words)
            if share >= 0.6 and (best is None or share > best[0]):
                best = (share, entity)
        return None if best is None else best[1]

    def _content_words(self, draft: Draft) -> set[str]:
        spans = draft.content[:8]
        return {
            self.key[i]
            for first, last in spans
            for i in range(first, min(last, first + 60))
            if self.word[i].is_word and not self.word[i].bits & (w.DET | w.PREP | w.AUX | w.CONJ)
        }

    def _told_beside(self, draft: Draft) -> Entity | None:
        """Return who is the subject of the sentence after a quotation, in its paragraph."""
        of = self.document.sentences
        if not self.document.grammar.gendered or draft.sentence + 1 >= len(of):
            return None
        here, following = of[draft.sentence], of[draft.sentence + 1]
        if following.paragraph != here.paragraph:
            return None
        known = self.cast.subject_of(following.first, following.last)
        return self._from_cast(known) if known is not None else None

    def _neighbour(
        self, number: int, order: list[int], drafts: list[Draft], found: list[Entity | None]
    ) -> Entity | None:
        """Return who spoke right before a quotation that names nobody, or speaks right after."""
        place = order.index(number)
        paragraph = self.document.sentences[drafts[number].sentence].paragraph
        told = self._told_beside(drafts[number]) if drafts[number].kind == "quotation" else None
        if told is not None:
            return told
        if drafts[number].kind == "quoted line" and not self._goes_on(drafts[number]):
            for other in order[place + 1 :]:
                if found[other] is not None:
                    return found[other]
        for other in reversed(order[:place]):
            near = self.document.sentences[drafts[other].sentence].paragraph
            if found[other] is not None and paragraph - near <= 1:
                return found[other]
        for other in order[place + 1 :]:
            near = self.document.sentences[drafts[other].sentence].paragraph
            if found[other] is not None and near - paragraph <= 1:
                return found[other]
        return None

    def _goes_on(self, draft: Draft) -> bool:
        """Say whether a quotation is of whole sentences, and so no subheading."""
        last = draft.content[-1][1]
        return last > 1 and self.key[last - 2] in self.grammar.sentence_marks

    # -- entities --------------------------------------------------------------------

    def _new(self, kind: Kind, name: str, mention: Mention, *, anonymous: bool) -> Entity:
        entity = Entity(kind, name, frozenset(), anonymous, mention.features)
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
        entity.heads |= mention.heads
        if not entity.features & (w.MASC | w.FEM):
            entity.features |= mention.features
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


__all__ = ["Entity", "People"]
