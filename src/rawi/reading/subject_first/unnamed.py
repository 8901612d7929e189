"""Speakers without a name: by role, by pronoun."""

from __future__ import annotations

from bisect import bisect_right

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.cast import Known
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.entity import Entity
from rawi.reading.subject_first.mentions import Mention
from rawi.reading.subject_first.writings import Writings


class Unnamed(Writings):
    """Links the names, roles and pronouns of one document to speakers."""

    def _unnamed(self, mention: Mention, at: int) -> Entity:
        """Return whom a role means: "the minister" somebody known, "an official" somebody new."""
        owned = any(self.word[i].bits & w.GENITIVE for i in range(mention.core[0], mention.core[1]))
        theirs = bool(self.word[mention.where[0]].bits & w.POSS) and not self.grammar.gendered
        theirs = theirs and not mention.heads & self._styles
        if theirs:
            entity = self._serving(mention)
            if entity is not None:
                return self._learn(entity, mention)
        elif not mention.indefinite and not owned:
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

    def _serving(self, mention: Mention) -> Entity | None:
        """Return somebody of that office who was told of before: "her lawyer", nobody's owner."""
        for entity in self._recent():
            plural = bool(entity.features & w.PLUR) == bool(mention.features & w.PLUR)
            if plural and entity.kind == "person" and entity.heads & mention.heads:
                return entity
        return None

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
            spoken = spoken if spoken is not None and spoken.kind == "person" else None
            if mention.heads & self._loose or (spoken is not None and not spoken.heads):
                return spoken
            if any(self.document.word[i].bits & w.PREP for i in range(*mention.core)):
                return None
        if known is not None:
            return self._from_cast(known)
        loose = mention.heads & self._loose or self._describes(mention)
        if self.grammar.gendered:  # "le Haut-Valaisan", "l'urgentologue", "ce proche"
            first = self.word[mention.core[0]]
            loose = loose or not first.bits & w.HEADS or self._is_pointed(mention)
        if loose and mention.definite:
            person = self._last_person(mention.features, at)
            if person is None or person.kind != "person":
                return None
            told = mention.heads & self._loose or not mention.heads or self._is_aged(mention)
            return person if told or self._may_be(person, heads) else None
        return self._only_one(mention) if mention.definite else None

    def _may_be(self, person: Entity, heads: set[str]) -> bool:
        """Say whether somebody named may be called so: nobody whose office is told as another."""
        return not person.anonymous and (not person.heads or bool(person.heads & heads))

    def _is_aged(self, mention: Mention) -> bool:
        """Say whether a description counts: "the 44-year-old", "the father of four"."""
        first, last = mention.core
        if any(self.key[i][:1].isdigit() for i in range(first, last)):
            return True
        return last - first == 3 and bool(self.word[last - 1].bits & w.CARDINAL)

    def _describes(self, mention: Mention) -> bool:
        """Say whether a role tells of somebody what is no office: "the surgeon", "the 44-year-old".

        Whom it tells of has been named: nobody new is called so.
        """
        first, last = mention.core
        native = last - first == 1 and self.word[first].bits & w.DEMONYM
        if self._is_aged(mention) or (native and not mention.heads):
            return True
        if not self._offices or last - first > 1:
            return False
        return bool(mention.heads) and not mention.heads & self._offices

    def _is_pointed(self, mention: Mention) -> bool:
        """Say whether "this", "that" points back to whom a phrase means."""
        return self.key[mention.where[0]] in self.grammar.words_of("demonstratives")

    def _only_one(self, mention: Mention) -> Entity | None:
        """Return who spoke last where nobody else has a name and no office of theirs is told yet.

        "Jane Roe told the court that …. The mayor added …"
        """
        people = [e for e in self.entities if e.kind == "person" and not e.features & w.PLUR]
        if len(people) != 1 or not self._spoken or self._spoken[-1][1] is not people[0]:
            return None
        entity = people[0]
        known = len(entity.words) > 1 and not entity.anonymous and not entity.heads
        fits = known and self.naming.admits(entity.features, mention.features)
        return entity if fits else None

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
        paper = self._paper_before(at)
        if paper is not None:
            return paper
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
            apposed = self._apposed(end, sentences[place].last, told)
            if apposed is not None:
                return apposed
            mention = self.mentions.read((first, end))
            plural = bool(mention.features & w.PLUR)
            if mention.name is not None or mention.kind != "person" or not mention.heads:
                continue
            if plural != bool(told & w.PLUR) or not self.naming.admits(mention.features, told):
                continue
            return self._told(self._unnamed(mention, first), told)
        return None

    def _apposed(self, end: int, last: int, told: int) -> Entity | None:
        """Return the person named between commas after a role: "a member, Jane Roe, also"."""
        if end + 2 >= last or self.key[end] != "," or not self.word[end + 1].upper:
            return None
        close = next((i for i in range(end + 2, last) if self.key[i] == ","), last)
        for place, known in self.cast.between(end + 1, close):
            if place == end + 1 and self.naming.admits(known.features, told):
                return self._told(self._from_cast(known), told)
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
        if entity.kind == "person" or (last and entity.soft):
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
