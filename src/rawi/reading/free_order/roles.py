"""Whom a role means that comes without a name: "the minister", "the expert", "the defendant"."""

from __future__ import annotations

from typing import Final, TypeGuard

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.cast import Known, within
from rawi.reading.free_order.entity import Entity
from rawi.reading.free_order.mentions import Mention
from rawi.reading.free_order.near import Near
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft

#: The headline and the first paragraphs after it.
LEAD: Final = 1


class Roles(Near):
    """Links roles to the people of one document."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__(phrases)
        lists = self.grammar.words_of
        self._generic = lists("generic_bodies") | lists("own_places")
        self._pointing = frozenset(map(self.grammar.name_stem, lists("pointing")))
        self._selves = lists("selves")
        self._other, self._natives = lists("other"), lists("natives")
        self._standing = frozenset(map(self.grammar.name_stem, lists("standing")))
        self._talkers = lists("talkers")
        self._accused, self._court = lists("accused"), lists("court_people")
        self._aged = tuple(lists("aged")) or ("\0",)

    def _unnamed(self, mention: Mention, at: int, draft: Draft | None) -> Entity | None:
        """Return whom a role means: somebody known, or somebody new."""
        heads = set(mention.heads) or {self.word[mention.head].lemma}
        genders = self._verb_genders(draft, mention) or mention.genders & c.FEM
        inside = self._modifiers(mention)
        office = self._office(mention)
        other = any(self.key[i] in self._other for i in range(*mention.core))
        if heads & self._natives:
            inside = set()  # where somebody is from tells no more than who was just named
        close = not mention.plural and self._is_close(mention)
        if not other and not mention.plural and not close:
            entity = None
            if office is not None:
                entity = self._holder(office, genders, at)
                last = self._bare_speaker(genders)
                if last is not None and all(one is not entity for _, one in self._spoken):
                    entity = last
            if entity is None:
                entity = self._by_role(heads, inside, genders, at, mention)
            marked = self._marked_stems(mention) & inside if entity is None else inside
            if entity is None and marked and marked != inside:  # "the chair of the firm “X”"
                entity = self._by_role(heads, marked, genders, at, mention)
            if entity is None and inside <= self._standing and self._holders(heads) == 1:
                entity = self._by_role(heads, set(), genders, at, mention)
            if entity is not None:
                return self._learn(entity, mention, genders)
        passed_on = draft is not None and draft.relay is not None and bool(heads & self._talkers)
        if mention.plural and not passed_on:
            for entity in self._recent():
                if entity.plural and entity.heads & heads and inside <= entity.told:
                    return self._learn(entity, mention, 0)
        first = mention.where[0]
        where = (mention.core[0] if self.key[first] in self._selves else first, mention.core[1])
        described = mention.where if close else where
        entity = self._new("person", self.naming.phrase(described, mention.head, mention.case),
                           mention, True)  # fmt: skip
        if close:
            entity.also.append(self.naming.phrase(where, mention.head, mention.case))
        whole = self.naming.phrase(mention.where, mention.head, mention.case)
        bare = self.naming.phrase((mention.head, mention.head + 1), mention.head, mention.case)
        entity.also += [whole, *([bare] if mention.plural else [])]
        entity.plural = mention.plural
        entity.genders = genders or mention.genders
        return entity

    def _holder(self, office: set[str], genders: int, at: int) -> Entity | None:
        """Return who holds an office that a phrase stands for: "the head of diplomacy".

        The head of something else does not: "the head of the region".
        """
        for entity in self._recent():
            fits = not genders or not entity.genders or bool(entity.genders & genders)
            if fits and entity.kind == "person" and not entity.plural and entity.heads & office:
                return entity
        known = self.cast.by_role(office, set(), genders, at)
        return self._from_cast(known) if known is not None else None

    def _is_close(self, mention: Mention) -> bool:
        """Say whether no more is told of somebody than what they know: "a man close to X"."""
        comma = mention.core[1]
        if self.word[mention.head].lemma in self._talkers:
            return False  # "a source" is called no more than that
        if comma + 2 >= mention.where[1] or self.key[comma] != ",":
            return False
        word = self.word[comma + 1]
        described = self.grammar.is_adjective(word) and not self.phrases.is_participle(comma + 1)
        return described and bool(self.word[comma + 2].bits & w.PREP)

    def _holders(self, heads: set[str]) -> int:
        """Return how many people the report names who hold an office."""
        wide = self._widened(heads)
        return sum(bool(known.heads & wide) for known in self.cast.people)

    def _office(self, mention: Mention) -> set[str] | None:
        """Return the roles that an office stands for: "the head of (Turkish) diplomacy"."""
        words = [i for i in range(*mention.core) if self.word[i].is_word]
        bare = [i for i in words if not self.grammar.is_adjective(self.word[i])]
        for told in (words, bare):
            office = self.grammar.offices.get(" ".join(map(self.naming.stem, told)))
            if office is not None:
                return office
        return None

    def _modifiers(self, mention: Mention) -> set[str]:
        """Return the stems of what a phrase says beside its head."""
        found = set()
        for index in range(*mention.core):
            word = self.word[index]
            if index == mention.head or not word.is_word or self.phrases.is_closed(index):
                continue
            if self.naming.stem(index) in self._pointing or word.lemma in self._generic:
                continue
            if self._is_age(index):
                continue
            stem = self.naming.stem(index)
            found.add(self.grammar.country_adjectives.get(stem, stem))
        return found

    def _marked_stems(self, mention: Mention) -> set[str]:
        """Return the stems of the names in marks that a phrase holds."""
        first, last = mention.core
        return {
            self.naming.stem(i)
            for mark in range(first, last) if mark in self.phrases.quote_at
            for i in range(mark + 1, min(last, self.phrases.quote_at[mark].close))
            if self.word[i].is_word
        }  # fmt: skip

    def _by_role(self, heads: set[str], inside: set[str], genders: int, at: int,
                 mention: Mention) -> Entity | None:  # fmt: skip
        exact = self._goes_on_speaking(heads)
        wide = heads if exact else self._widened(heads)
        known = self.cast.by_role(wide, inside, genders, at)
        pointed = not inside and self._is_pointed(mention)
        if pointed and not heads & self._newcomers:
            near = self._nearest(heads, genders, at)
            if near is not None:
                return near if isinstance(near, Entity) else self._from_cast(near)
        if pointed and known is not None and self._is_said(known.before(at)):
            teller = self._bare_speaker(genders)
            if teller is not None and not any(e.known is known for e in self.entities):
                return teller  # not whom they tell of
        for entity in self._recent():
            if entity.kind != "person" or entity.plural:
                continue
            fits = not genders or not entity.genders or bool(entity.genders & genders)
            if fits and entity.heads & wide and self._is_told(inside, entity.told):
                return entity if not self._is_newer(known, entity, at) else self._from_cast(known)
        if pointed and heads & self._accused:
            accused = self._named_first(genders, at)
            if accused is not None:
                return accused
        if not inside and (known is None or known.places[0] >= at):
            kin = self._by_kind(heads, genders, at)
            if kin is not None:
                return kin
        if known is not None and (known.places[0] < at or inside):
            return self._from_cast(known)
        if not inside or self._is_described(mention):
            bare = self._bare_speaker(genders)
            if bare is not None and (known is not None or inside or heads & self._epithets):
                return bare
        if known is not None:
            return self._from_cast(known)
        later = self._named_later(heads, inside, genders, at)
        if later is not None:
            return later
        talks = heads & self._talkers and not heads & self._newcomers and self._of_outlet(mention)
        alone = mention.core[1] == mention.head + 1
        anaphoric = not inside and not heads & self._newcomers and pointed and alone
        if anaphoric or talks:
            for _, entity in reversed(self._spoken):
                if (
                    entity.kind == "person"
                    and not entity.plural
                    and (not genders or not entity.genders or entity.genders & genders)
                    and (talks or not self._is_another(entity, heads))
                ):
                    return entity
            return self._sole(mention, genders, at)
        return None

    def _is_pointed(self, mention: Mention) -> bool:
        """Say whether nothing stands before a role but what points, or an age."""
        return all(
            self.naming.stem(i) in self._pointing or self._is_age(i)
            for i in range(mention.core[0], mention.head)
        )

    def _is_age(self, index: int) -> bool:
        return self.key[index][:1].isdigit() and self.key[index].endswith(self._aged)

    def _is_newer(self, known: Known | None, entity: Entity, at: int) -> TypeGuard[Known]:
        """Say whether somebody with the role is named in the paragraph after who spoke last."""
        if known is None or known is entity.known or entity.words & known.words:
            return False
        place = known.before(at)
        return place > entity.last and self._paragraph(place) == self._paragraph(at)

    def _named_first(self, genders: int, at: int) -> Entity | None:
        """Return whom a report of a trial names first, nobody of the court: the accused."""
        for known in self.cast.people:
            fits = not genders or not known.genders or known.genders & genders
            if known.places[0] < at and fits and not known.heads & self._court:
                return self._from_cast(known)
        return None

    def _officer(self, mention: Mention, genders: int) -> Entity | None:
        """Return who has spoken by office alone, whom a name without any role gives a name."""
        assert mention.name is not None
        bare = not mention.heads and mention.name == mention.core and not mention.called
        known = self.cast.person(self.naming.stems(mention.name), genders, mention.where[0])
        if not bare or known is None or known.heads or len(known.words) < 2:
            return None
        if any(entity.known is known for entity in self.entities):
            return None
        found = [
            e for e in self.entities
            if e.kind == "person" and e.anonymous and not e.plural and e.heads & self._offices
        ]  # fmt: skip
        if len(found) != 1 or (genders and found[0].genders and not genders & found[0].genders):
            return None
        entity = found[0]
        entity.role, entity.also = entity.name, [entity.name, *entity.also]
        entity.name = self.naming.person(known.name, known.case, known.genders)
        entity.words, entity.known, entity.anonymous = known.words, known, False
        entity.evidence.insert(0, self.document.tokens.span(*known.name))
        return entity

    def _is_told(self, inside: set[str], told: set[str]) -> bool:
        """Say whether a description is told, what an abbreviation in it stands for too."""
        short = self.grammar.abbreviated
        told = told.union(*(short[stem] for stem in told if stem in short))
        return all(
            within({stem}, told) or (stem in short and short[stem] <= told) for stem in inside
        )

    def _by_kind(self, heads: set[str], genders: int, at: int) -> Entity | None:
        """Return whom a wider word calls than the report has used: "the expert", an economist.

        Somebody with a name who has just spoken in the same paragraph goes before others.
        """
        kinds = self._kinds(heads)
        if not kinds:
            return None
        for place, entity in self._spoken[-1:]:
            same = self._paragraph(place) == self._paragraph(at)
            if same and entity.kind == "person" and not (entity.anonymous or entity.plural):
                if not genders or not entity.genders or entity.genders & genders:
                    newcomer = heads & self._newcomers and entity.heads & kinds
                    return entity if newcomer else None
        for entity in self._recent():
            fits = not genders or not entity.genders or bool(entity.genders & genders)
            if fits and entity.kind == "person" and not entity.plural and entity.heads & kinds:
                return entity
        known = self.cast.by_role(kinds, set(), genders, at)
        return self._from_cast(known) if known is not None and known.places[0] < at else None

    def _named_later(self, heads: set[str], inside: set[str], genders: int,
                     at: int) -> Entity | None:  # fmt: skip
        """Return whom the lead calls by a wider word: "a diplomat", the envoy named below.

        Only where nobody else in the report is of that kind, and nobody has spoken yet.
        """
        kinds = self._kinds(heads)
        if inside or not kinds or self._spoken or self._paragraph(at) > LEAD:
            return None
        if self._holders(kinds) != 1:
            return None
        known = self.cast.by_role(kinds, set(), genders, at)
        return self._from_cast(known) if known is not None else None

    def _is_described(self, mention: Mention) -> bool:
        """Say whether adjectives alone stand before a role: "the Armenian premier"."""
        first, last = mention.core
        return last == mention.head + 1 and all(
            self.grammar.is_adjective(self.word[i]) and not self.word[i].bits & w.ADJ
            for i in range(first, mention.head)
        )

    def _sole(self, mention: Mention, genders: int, at: int) -> Entity | None:
        """Return the only person whom the report has named before a token.

        A role that stands before it already is that of somebody else.
        """
        head = self.word[mention.head]
        if not head.bits & (w.ROLE | w.PERSON):
            return None
        if any(self.word[i].lemma == head.lemma for i in range(mention.where[0])):
            return None
        named = [
            known for known in self.cast.people
            if known.places[0] < at and (not genders or not known.genders
                                         or known.genders & genders)
        ]  # fmt: skip
        return self._from_cast(named[0]) if len(named) == 1 else None

    def _bare_speaker(self, genders: int) -> Entity | None:
        """Return who spoke last, where the report has not told what they are."""
        for _, entity in reversed(self._spoken[-1:]):
            if (
                entity.kind == "person"
                and not entity.plural
                and not entity.heads
                and (not genders or not entity.genders or entity.genders & genders)
            ):
                return entity
        return None

    def _of_outlet(self, mention: Mention) -> bool:
        """Say whether a phrase is "the agency's interlocutor" and no more."""
        rest = [i for i in range(mention.head + 1, mention.core[1]) if self.word[i].is_word]
        return (
            bool(rest)
            and all(
                self.word[i].bits & w.MEDIA or self.word[i].outlet or i - 1 in self.phrases.quote_at
                for i in rest
            )
            and mention.core[0] == mention.head
        )

    def _verb_genders(self, draft: Draft | None, mention: Mention) -> int:
        if draft is None or not mention.case & c.NOMINATIVE:
            return 0
        return {w.MASC: c.MASC, w.FEM: c.FEM}.get(draft.features & (w.MASC | w.FEM), 0)

    def _from_cast(self, known: Known, mention: Mention | None = None) -> Entity:
        for entity in self.entities:
            if entity.known is known or self._is_fuller(entity, known):
                return entity
        case = known.case
        if mention is not None and mention.called:
            case = c.INSTRUMENTAL
        elif mention is not None and mention.name == known.name:
            case &= mention.case  # the place tells what the endings leave open
        if case & c.NOMINATIVE:
            case = c.NOMINATIVE
        name = self.naming.person(known.name, case, known.genders)
        entity = Entity("person", name, known.words, False, known.genders, heads=set(known.heads))
        entity.told |= known.told
        entity.known = known
        entity.evidence.append(self.document.tokens.span(*known.name))
        self._enter(entity)
        return entity

    def _is_fuller(self, entity: Entity, known: Known) -> bool:
        """Say whether somebody who has spoken is called by a longer name that ends as this one."""
        if entity.kind != "person" or entity.known is not None or not known.words < entity.words:
            return False
        fits = not known.genders or not entity.genders or known.genders & entity.genders
        return bool(fits) and self.naming.stem(known.name[1] - 1) in entity.words
