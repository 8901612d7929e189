"""Speakers by name: a person, a body, a surname, a name that comes later."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Set
from dataclasses import replace
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.entities import Entities
from rawi.reading.subject_first.entity import Entity
from rawi.reading.subject_first.mentions import Mention
from rawi.reading.subject_first.suffixed import is_of_kind
from rawi.records import Kind

#: So many capitalised words before "the paper" are looked at for its name.
NAMES: Final = 60


class Named(Entities):
    """Links the names of one document to speakers."""

    def _named(self, mention: Mention) -> Entity:
        assert mention.name is not None
        words = self.naming.words(mention.name)
        late = self._late(mention, words) or self._ranked(mention, words)
        if late is not None:
            return late
        for entity in reversed(self.entities):
            two = entity.features & w.PLUR and entity.words != words  # "Ann Poe and Bob Roe"
            alike = entity.kind == "person" and entity.words and not two
            if alike and self.naming.same(entity.words, words):
                return self._learn(entity, mention)
        state = self.grammar.suffixed and self.word[mention.name[1] - 1].bits & w.PLACE
        for entity in reversed(self.entities):  # a body that is called by part of its name
            if state and words != entity.words:
                continue  # "Fransa", not "Fransa Dışişleri Bakanlığı"
            if entity.kind != "person" and len(words) <= 2 and words <= entity.words:
                return self._learn(entity, mention)
        second = self._by_first_surname(mention.name)
        if second is not None:
            return self._learn(second, mention)
        kept = self.key[mention.name[0]] in self.grammar.words_of("kept_titles")
        known = self.cast.person(words, mention.where[0])
        if kept and known is not None and (not known.titled or len(known.words) < 2):
            known = None
        if known is not None:
            ends = known.name[1] == mention.name[1] and known.name[0] < mention.name[0]
            if ends and (mention.heads or self.grammar.renames) and len(words) > 1:
                known.name, known.words = mention.name, words  # an office before it left out
            return self._learn(self._from_cast(known), mention)
        titled = any(self.word[i].bits & w.TITLE for i in range(mention.where[0], mention.name[0]))
        bare = len(words) == 1 and not mention.heads and not titled and not state
        longer = self.cast.body(words) if bare else None
        if longer is not None:
            entity = self._new("organisation", self.naming.text(longer), mention, anonymous=False)
            entity.words = self.naming.words(longer)
            return entity
        name = self.naming.text(mention.name, nominative=True)
        soft = self._is_soft(mention)
        body = soft and (len(words) == 1 or words in self.cast.things)
        kind: Kind = "organisation" if body else "person"
        soft = soft and not (body and len(words) > 1)
        entity = self._new(kind, name, mention, anonymous=False)
        entity.words, entity.soft = words, soft
        return entity

    def _by_first_surname(self, name: Range) -> Entity | None:
        """Return who was named with one of two surnames: "Julio Salas", then "Salas Ruiz"."""
        first, last = name
        two = self.grammar.free and last - first == 2 and not self.word[first].bits & w.GIVEN
        for entity in reversed(self.entities) if two else ():
            named = entity.known.name if entity.known is not None else None
            if entity.kind == "person" and named is not None and named[1] - named[0] > 1:
                given = bool(self.word[named[0]].bits & w.GIVEN)
                if given and self.word[named[1] - 1].stem == self.word[first].stem:
                    return entity
        return None

    def _several(self, mention: Mention) -> Entity:
        """Return the two whom a phrase names together."""
        for entity in self.entities:
            if entity.features & w.PLUR and entity.words == mention.words:
                return entity
        assert mention.name is not None
        name = self.naming.text(mention.name, nominative=True)
        entity = self._new("person", name, mention, anonymous=False)
        entity.words = mention.words
        return entity

    def _late(self, mention: Mention, words: frozenset[str]) -> Entity | None:
        """Return the unnamed speaker of the first lines whom a name without a role tells."""
        named = [e for e in self.entities if e.kind == "person" and e.words]
        titled = self.word[mention.where[0]].bits & w.TITLE and self.grammar.renames
        full = self.cast.person(words, mention.where[0]) if titled and len(words) == 1 else None
        if full is not None and len(full.words) > 1 and not named:
            words, mention = full.words, replace(mention, name=full.name)
        theirs = self.grammar.title_case and self.word[mention.where[0]].bits & w.POSS
        theirs = theirs or self._is_owned(mention)
        if (
            named
            or theirs  # "his chief of staff, X" is not who spoke before
            or self._is_of_outlet(mention)
            or len(words) < 2
            or len(self.entities) > 3
            or (self._is_soft(mention) and (not self.cast.person(words, mention.where[0])))
        ):
            return None
        unnamed = [e for e in self.entities if e.anonymous and not e.features & w.PLUR]
        if len(unnamed) != 1 or unnamed[0] is not self.entities[0]:
            return None
        entity = unnamed[0]
        person = self.cast.person(words, mention.where[0])
        if self._is_foreign(entity.nations, person):
            return None
        heads = self.naming.widened(mention.heads)
        ranked = self._tells_rank(entity, mention)
        if mention.heads and not entity.heads & heads and not self._may_be_named(entity):
            if not ranked:
                return None
        office = not ranked and mention.heads and entity.heads and entity.heads <= self._offices
        if office and not entity.heads & mention.heads:
            return None  # "le maire" is not who is told of as a councillor
        if not self.naming.admits(entity.features, mention.features):
            return None
        return self._christen(entity, mention, words)

    def _is_owned(self, mention: Mention) -> bool:
        """Say whether who spoke first is somebody's: "son agent" is not a bare name further on."""
        first = self.entities[0].name.split()[0] if self.entities else ""
        owned = self.grammar.renames and self.grammar.word(first).bits & w.POSS
        office = bool(self.entities) and self.entities[0].heads & self._offices
        return bool(owned) and not office and not mention.heads

    def _is_of_outlet(self, mention: Mention) -> bool:
        """Say whether a name is that of somebody of an outlet: "Tom Llamas of NBC News"."""
        assert mention.name is not None
        after = self.word[mention.name[1] : max(mention.where[1], mention.name[1] + 3)]
        led = bool(after) and self.grammar.title_case and after[0].bits & w.PREP
        return bool(led) and any(o.upper and (o.outlet or o.bits & w.MEDIA) for o in after)

    def _christen(self, entity: Entity, mention: Mention, words: frozenset[str]) -> Entity:
        """Give an unnamed speaker the name that a mention tells."""
        assert mention.name is not None
        entity.also.append(entity.name)
        entity.name = self.naming.text(mention.name, nominative=True)
        entity.words, entity.anonymous = words, False
        known = self.cast.person(words, mention.where[0])
        if known is not None:
            entity.known = known
            entity.features |= known.features
        return self._learn(entity, mention)

    def _tells_rank(self, entity: Entity, mention: Mention) -> bool:
        """Say whether a rank and a name tell who spoke last by a post alone.

        "The air force's chief said … General X Y": a definite post, and nothing but the rank
        before the name.
        """
        assert mention.name is not None
        if not self._spoken or self._spoken[-1][1] is not entity or not self._service:
            return False
        first = self.grammar.word(entity.name.split()[0])
        post = entity.heads & (self._commands | self._voices | self._offices)
        if not post or first.bits & (w.INDEF | w.CARDINAL):
            return False
        return bool(mention.heads) and mention.heads <= self._service

    def _ranked(self, mention: Mention, words: frozenset[str]) -> Entity | None:
        """Return who spoke last by an office of arms alone, where a rank and a name go on.

        "…, affirme le commandant de la zone. « … », dit le colonel X."
        """
        place, entity = self._spoken[-1] if self._spoken else (-1, None)
        ranked = range(mention.where[0], mention.name[0] if mention.name else mention.where[1])
        if entity is None or not entity.anonymous or not any(
            self.key[i] in self._arms_ranks for i in ranked
        ):  # fmt: skip
            return None
        names = " ".join((entity.name, *entity.also)).replace("’", "'")
        told = set(names.lower().replace("'", " ").split())
        number = bisect_right(self._firsts, mention.where[0]) - 1
        near = bisect_right(self._firsts, place) >= number - 1
        if not near or entity.features & w.PLUR or not told & self._arms or len(words) < 2:
            return None
        before = self.cast.person(words, mention.where[0])
        if before is not None and min(before.places, default=place) < place:
            return None  # told of already, and so somebody else
        if not self.naming.admits(entity.features, mention.features):
            return None
        return self._christen(entity, mention, words)

    def _may_be_named(self, entity: Entity) -> bool:
        """Say whether who spoke last is but "an official", whom the next name may tell."""
        vague = bool(entity.heads) and entity.heads <= self._loose
        if not vague or not self._spoken or self._spoken[-1][1] is not entity:
            return False
        number = bisect_right(self._firsts, self._spoken[-1][0]) - 1
        first, last, _ = self.document.sentences[number]
        told = range(first, last)
        hidden = any(self.word[i].bits & w.HIDDEN for i in told)
        return not hidden and not any(self.key[i] in self._nameless for i in told)

    def _is_soft(self, mention: Mention) -> bool:
        """Say whether nothing tells a name from a body's: no role, title or given name."""
        assert mention.name is not None
        if mention.heads:
            return False
        head = self.word[mention.name[0]].bits
        if head & w.THING and not head & (w.GIVEN | w.TITLE) and self.grammar.renames:
            return True  # "Tempête Fulvio"
        return not any(
            self.word[i].bits & (w.GIVEN | w.TITLE)
            for i in range(mention.where[0], mention.name[1])
        )

    def _body(self, mention: Mention) -> Entity:
        assert mention.name is not None
        words = mention.words
        where = self.naming.spelt_out(mention.name) or mention.name
        name = self.naming.words(where)
        for entity in reversed(self.entities):
            if entity.kind == mention.kind or entity.kind != "person":
                if entity.words and (name == entity.words or words == entity.words):
                    return self._learn(entity, mention)
                if mention.definite and name < entity.words and mention.heads & entity.heads:
                    return self._learn(entity, mention)
        holder = self._holder(mention)
        if holder is not None:
            return self._learn(holder, mention)
        whole = self.cast.spelt_out(mention.name)
        if whole is not None:
            return self._called_in_full(whole, mention)
        circle = self.key[mention.core[0]] in self.grammar.words_of("circles")
        if circle and mention.definite and not self.word[mention.where[0]].bits & w.PREP:
            where = (mention.where[0], mention.core[1])  # "l'entourage du joueur", its people
        called = self.naming.phrase(where) if circle else self.naming.text(where)
        entity = self._new(mention.kind, called, mention, anonymous=circle)
        entity.words = name
        if self.grammar.renames and self._parts(*where):
            self._pairs.append(where)
        return entity

    def _by_letters(self, name: Range) -> Entity | None:
        """Return the body that spoke whose capitals letters are: "Instituto X Electoral", "IXE"."""
        if not self.grammar.free or name[1] - name[0] > 1 or not self.word[name[0]].caps:
            return None
        letters = self.document.tokens.words(*name)
        for entity in reversed(self.entities):
            first = "".join(word[0] for word in entity.name.split() if word[0].isupper())
            if entity.kind == "organisation" and first == letters and len(letters) > 1:
                return entity
        return None

    def _holder(self, mention: Mention) -> Entity | None:
        """Return whose office's letters a mention is: "the NSA", the National Security Adviser."""
        assert mention.name is not None
        first, last = mention.name
        letters = self.key[first]
        caps = self.word[first].caps and len(letters) > 1
        if not self.grammar.title_case or last - first > 1 or not caps or not mention.definite:
            return None
        for entity in self._recent():
            role = (entity.role or "") if entity.kind == "person" else ""
            initials = "".join(word[0] for word in role.split() if word[0].isupper()).lower()
            if letters in (initials, initials[1:], initials[: len(letters)], initials[1:-1]):
                return entity
        return None

    def _called_in_full(self, whole: Range, mention: Mention) -> Entity:
        """Return the body whose letters a mention is, by the full name that the report gives."""
        words = self.naming.words(whole)
        for entity in reversed(self.entities):
            if entity.kind != "person" and entity.words == words:
                return self._learn(entity, mention)
        entity = self._new("organisation", self.naming.text(whole), mention, anonymous=False)
        entity.words = words
        return entity

    def _described_body(self, mention: Mention, at: int) -> Entity | None:
        """Return the body that "the lens maker" means, where the report names one."""
        first, last = mention.core
        told = mention.definite and last - first == 2 and mention.heads & self._generic
        if not told or any(self.word[i].upper for i in range(first, last)):
            return None
        if self.grammar.gendered and any(self.word[i].bits & w.PLURAL for i in range(first, last)):
            return None  # "les autorités tunisiennes"
        if not self._is_plain(mention):
            return None
        if any(e.heads & mention.heads for e in self.entities if e.kind == "organisation"):
            spoke = self._spoken[-1][1] if self._spoken and self.grammar.renames else None
            if spoke is None or spoke is not self._spoke_last(set(mention.heads)):
                return None
            return self._learn(spoke, mention)
        body = self.cast.body_before(at, loose=True)
        return None if body is None else self._body_of(body, "organisation", mention)

    def _generic_body(self, mention: Mention, at: int) -> Entity:
        """Return the body or document that "the company", "the report" means."""
        heads = self.naming.widened(mention.heads)
        described = self._is_described(mention)
        plural = any(self.document.word[i].bits & w.PLURAL for i in range(*mention.core))
        if self.grammar.noun_capitals and self.word[mention.where[0]].features & w.SING:
            plural = False  # "das Unternehmen", whose plural is the same
        generic = bool(mention.heads & self._generic) and mention.definite and not plural
        generic = generic and not described and self._is_plain(mention)
        if not self.grammar.gendered and self.word[mention.where[0]].bits & w.POSS:
            generic = False  # "its operator" is not what operates it
        member = None if plural or described else self._member(heads)
        if member is not None and mention.definite:
            return self._called_so(self.naming.text(member), member, mention)
        if generic and self.grammar.renames:
            spoke = self._spoke_last(heads, mention.heads)
            if spoke is not None:
                return self._learn(spoke, mention)
        for entity in reversed(self.entities):
            several = self.grammar.renames and plural != bool(entity.features & w.PLUR)
            kin = entity.kind != "person" and entity.heads & heads
            if kin and not several and not described:
                return self._learn(entity, mention)
        if generic:
            bodies = [e for e in self._recent() if e.kind == "organisation" or e.soft]
            alike = [e for e in bodies if e.heads & self._generic or not self._is_told(e)]
            if self.grammar.suffixed:
                said = (e for place, e in reversed(self._spoken) if place < at)
                told = [e for e in (*said, *bodies) if e.kind == "organisation"]
                alike = told if heads & self._firms else []
                alike = [e for e in told if is_of_kind(e, heads)] or alike
            elif mention.heads & self._firms:
                alike = [e for e in bodies if not e.heads & self._no_firms]  # an app, a bank
            if alike:
                return self._learn(alike[0], mention)
            soft, body = self.cast.soft_before(at), self.cast.body_before(at)
            if self.grammar.suffixed:  # a body is called by what it is: "bakanlık"
                soft = body = None
                bodies = []
            if soft is None and body is None and self.grammar.renames:
                body = self.cast.body_before(at, loose=True)  # "the director of X said"
            if body is not None and (soft is None or body[0] >= max(
                [p for p in soft.places if p < at], default=-1
            )):  # fmt: skip
                return self._body_of(body, "organisation", mention)
            if soft is not None:
                entity = self._from_cast(soft)
                entity.kind = "organisation"
                return self._learn(entity, mention)
            if bodies and not self.document.grammar.renames:
                return self._learn(bodies[0], mention)
            lone = self.lone.before(at, frozenset(heads))
            if lone is not None:
                return self._body_of(lone, "organisation", mention)
        named = self.cast.described(frozenset(heads), at)
        if named is not None and mention.definite and not plural:
            return self._body_of(named, mention.kind, mention)
        owned = bool(self.word[mention.where[0]].bits & w.POSS)  # "its parent company"
        kept = mention.indefinite or owned
        where = (mention.where[0], mention.core[1]) if kept else mention.core
        if mention.kind == "document":
            return self._document(mention)
        entity = self._new(mention.kind, self.naming.phrase(where), mention,
                           anonymous=mention.kind == "person")  # fmt: skip
        entity.words = mention.words
        return entity

    def _member(self, heads: set[str]) -> Range | None:
        """Return the one of two bodies who spoke together that is of a kind: "le parquet"."""
        for first, last in reversed(self._pairs):
            for begin, end in self._parts(first, last):
                if any(word.lemma in heads for word in self.word[begin : begin + 1]):
                    return (begin, end)
        return None

    def _parts(self, first: int, last: int) -> list[Range]:
        """Return the bodies that a phrase joins, each behind its article."""
        joints = [i for i in range(first + 1, last - 2)
                  if self.word[i].bits & w.CONJ and self.word[i + 1].bits & w.DET]  # fmt: skip
        edges = [first, *(i + 2 for i in joints)]
        ends = [*joints, last]
        return list(zip(edges, ends, strict=True)) if joints else []

    def _body_of(self, name: Range, kind: Kind, mention: Mention) -> Entity:
        """Return who has a name of the text: who spoke with more of it, else somebody new.

        "The Election Commission", where the text has "Commission" with a capital alone.
        """
        words = self.naming.words(name)
        for entity in self._recent():
            if entity.kind == "organisation" and words and words <= entity.words:
                return self._learn(entity, mention)
        entity = self._new(kind, self.naming.text(name), mention, anonymous=False)
        entity.words = words
        return entity

    def _is_plain(self, mention: Mention) -> bool:
        """Say whether nothing but where it is from tells a body's kind: no "patients' union".

        What a word that fits any body is called besides ("l'organisation médicale") tells no other.
        """
        if not self.grammar.adjectives_follow:
            return True
        if self.word[mention.where[0]].bits & w.POSS:
            return False
        if mention.heads & self._any_body:
            return not any(self.word[i].bits & w.PREP for i in range(*mention.core))
        return all(
            self.word[i].bits & (w.DEMONYM | w.DET | w.BODY | w.ROLE) for i in range(*mention.core)
        )

    def _outlet(self, mention: Mention, at: int) -> Entity | None:
        """Return the outlet that "le quotidien" means: the one named last before it."""
        first = mention.core[0]
        native = self.grammar.title_case and self.word[first].bits & w.DEMONYM
        if not mention.definite or (self.word[first].upper and not native):
            return None
        if not self.grammar.adjectives_follow:
            pointed = self.grammar.title_case or self.grammar.noun_capitals
            return self._paper_named(mention, at) if pointed else None
        if not self.grammar.renames:
            return None
        if not self.word[first].bits & w.MEDIA or self.word[first].bits & w.PLURAL:
            return None
        told = [self.word[i] for i in range(first + 1, mention.core[1])]
        plain = len(told) == 1 and not told[0].bits & (w.HEADS | w.PREP | w.VERB)
        if not plain and not all(
            o.bits & (w.DEMONYM | w.PREP | w.PLACE | w.DET) or o.upper for o in told
        ):
            return None  # "le journal de Karachi", not "le journal du parti"
        if told and told[0].upper:
            return None
        opens = self._opening_name(at)
        if opens is not None and self.outlets.at(opens[0], at) is None:
            return self._called_so(self.naming.text(opens), opens, mention)
        upper = self.document.tokens.upper
        end = bisect_left(upper, at)
        for index in reversed(upper[max(0, end - NAMES) : end]):
            start = index - bool(index and self.word[index - 1].bits & w.MEDIA)
            named = self.outlets.at(start, at)  # "au quotidien X", or X alone
            if named is None or (named.outlet is not None and named.outlet.kind == "network"):
                continue
            name = self.outlets.text(named)
            for entity in self.entities:
                if entity.kind == "organisation" and entity.name == name:
                    return self._learn(entity, mention)
            return self._new("organisation", name, mention, anonymous=False)
        return self._unlisted_paper(mention, at)

    def _unlisted_paper(self, mention: Mention, at: int) -> Entity | None:
        """Return the body of no told kind that spoke last, just before: "Vox … le journal"."""
        place, spoke = self._spoken[-1] if self._spoken else (-1, None)
        number = bisect_right(self._firsts, at) - 1
        near = place >= self.document.sentences[max(0, number - 2)].first
        if spoke is None or not near or self._is_told(spoke):
            return None
        named = spoke.kind == "organisation" or spoke.soft
        return self._learn(spoke, mention) if named else None

    def _opening_name(self, at: int) -> Range | None:
        """Return the name in no table that opens the sentence before, in the same paragraph.

        "Ledjour se veut prudent. « … », concède le site": an outlet of that name.
        """
        number = bisect_right(self._firsts, at) - 1
        of = self.document.sentences
        if not number or of[number - 1].paragraph != of[number].paragraph:
            return None
        first, last, _ = of[number - 1]
        end = first
        while end < last and self.word[end].upper and not self.word[end].bits:
            end += 1
        verb = end < last and self.word[end].bits & (w.REFLEX | w.AUX | w.VERB | w.NEG)
        return (first, end) if end > first and verb else None

    def _paper_named(self, mention: Mention, at: int) -> Entity | None:
        """Return the outlet that "the paper", "the broadcaster" means: the one named last."""
        first, last = mention.core
        told = w.DEMONYM | w.ADJ | (w.MEDIA if self.grammar.title_case else 0)
        if self.grammar.title_case and self.key[last - 1] in self._many_media:
            return None  # "the local media"
        while first < last - 1 and self.word[first].bits & told:
            first += 1  # "the Italian daily"
        if last - first > 1 or mention.where[1] > last or not self.word[first].bits & w.MEDIA:
            return None
        if self.word[first].upper:
            return None  # "The Irish Times"
        agency = self.key[first] in self._agency_nouns
        upper = self.document.tokens.upper
        end = bisect_left(upper, at)
        for index in reversed(upper[max(0, end - NAMES) : end]):
            named = self.outlets.at(index, at) or self.outlets.subject(index, at)
            if named is None or named.outlet is None or named.outlet.kind == "network":
                continue
            kind = named.outlet.kind
            if agency != (kind == "agency") or (self.word[first].bits & w.DOC and kind != "paper"):
                continue  # "the paper" after a journal of science is what it published
            spoke = self._newsroom_since(index)
            if spoke is not None:
                return self._learn(spoke, mention)
            return self._called_so(self.outlets.text(named), named.name, mention)
        return None

    def _newsroom_since(self, index: int) -> Entity | None:
        """Return the outlet, none that is listed, that spoke last, and since a token."""
        place, last = self._spoken[-1] if self._spoken else (-1, None)
        if last is None or place < index or last.kind == "person":
            return None
        parts = (self.grammar.word(word.capitalize()).bits for word in last.words)
        return last if any(bits & (w.MEDIA | w.MEDIAPART) for bits in parts) else None

    def _called_so(self, name: str, where: Range, mention: Mention) -> Entity:
        words = self.naming.words(where)
        for entity in self.entities:
            if entity.kind == "organisation" and (entity.name == name or entity.words == words):
                return self._learn(entity, mention)
        entity = self._new("organisation", name, mention, anonymous=False)
        entity.words = words
        return entity

    def _is_told(self, entity: Entity) -> bool:
        """Say whether the report has told what kind of body a speaker is."""
        alone = self.grammar.renames and len(entity.words) == 1 and entity.name[:1].isupper()
        alone = alone and not self.grammar.noun_capitals
        heads = entity.heads - (entity.words if alone else frozenset())  # "Cnil" tells no kind
        return any(self.grammar.word(head).bits & w.BODY for head in heads)

    def _spoke_last(self, heads: set[str], called: Set[str] = frozenset()) -> Entity | None:
        """Return the body that spoke last, of those that may be of such a kind; no place."""
        for entity in self._recent():
            place = all(self.grammar.word(word).bits & w.PLACE for word in entity.words)
            if entity.kind == "organisation" and not (place and entity.words):
                if entity.heads & heads or not self._is_told(entity):
                    return entity
                if self._is_any_body(called, entity):
                    return entity  # "el Comité de X … la ONG"
        return None

    def _is_outlet(self, entity: Entity) -> bool:
        """Say whether a speaker is an outlet; `Writings` knows."""
        raise NotImplementedError

    def _is_any_body(self, heads: Set[str], entity: Entity) -> bool:
        """Say whether a body that spoke last is called by a word for any body: "la ONG"."""
        told = heads & self._at_large and bool(self._spoken)
        last = self._spoken[-1][1] is entity if told else False
        return last and not entity.anonymous and not self._is_outlet(entity)

    def _is_described(self, mention: Mention) -> bool:
        """Say whether a participle tells which body is meant: "the group holding the ship"."""
        end = mention.core[1]
        if self.grammar.renames or end >= mention.where[1]:
            return False
        word = self.word[end]
        doing = word.key.endswith(self.grammar.gerund_endings) and not word.bits & (
            w.PREP | w.HEADS
        )
        return doing and not word.upper and not word.bits & w.SPEAKTO

    def _document(self, mention: Mention) -> Entity:
        """Return a document as a speaker, called as the report calls it."""
        first = mention.where[0]
        whole = (first, mention.core[1])
        entity = self._new("document", self.naming.phrase(mention.core), mention, anonymous=False)
        entity.also.append(self.naming.phrase(whole))
        entity.words = mention.words
        return entity
