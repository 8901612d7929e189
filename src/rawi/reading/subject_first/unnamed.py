"""Speakers without a name: by role, by what describes them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.compounds import with_kinds
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.entity import Entity
from rawi.reading.subject_first.known import Known
from rawi.reading.subject_first.mentions import Mention
from rawi.reading.subject_first.pronouns import Pronouns

#: So many sentences before a description may tell of whom it means.
BEFORE = 2

#: The holder of an office is called by what it is of only where they spoke so lately, in speakers.
HOLDERS: Final = 2

#: Stands in the table of stand-ins for any office.
ANYBODY: Final = "*"

#: Words that begin with so many letters alike are of one stem: "rescuers", "rescue".
STEM: Final = 5

#: Somebody's age stands so near behind the name, in tokens; so many people are looked through.
AGE: Final = 9
PEOPLE: Final = 200

#: The words for somebody's office stand so near before their name, in tokens.
ROLES: Final = 8
#: An office told beside a name is no longer than this, in tokens.
OFFICE: Final = 12


class Unnamed(Pronouns):
    """Links the names, roles and pronouns of one document to speakers."""

    def _unnamed(self, mention: Mention, at: int) -> Entity:
        """Return whom a role means: "the minister" somebody known, "an official" somebody new."""
        owned = any(self.word[i].bits & w.GENITIVE for i in range(mention.core[0], mention.core[1]))
        theirs = bool(self.word[mention.where[0]].bits & w.POSS) and not self.grammar.gendered
        theirs = theirs and not mention.heads & self._styles
        if theirs:
            entity = self._serving(mention) or self._other_side(mention)
            if entity is not None:
                return self._learn(entity, mention)
        elif not mention.indefinite and not owned:
            entity = self._headline_owned(mention) or self._by_role(mention, at)
            if entity is not None and self.parties.is_other(mention, entity.known):
                entity = None
            if entity is None or self._is_foreign(self.nations.among(mention.core), entity):
                entity = self._compatriot(mention, at) if mention.definite else None
            entity = entity or self._by_surname_alone(mention)
            if entity is not None:
                return self._learn(entity, mention)
        if owned:
            name = self.naming.phrase(mention.core)
            for entity in reversed(self.entities):
                if entity.anonymous and entity.name == name:
                    return self._learn(entity, mention)
            office = self._of_country(mention)
            if office is not None:
                return self._learn(office, mention)
        where = (mention.where[0], mention.core[1])
        if mention.heads and mention.heads <= self._hollow:
            where = (mention.where[0], self._told_end(mention))
        head = self.word[mention.where[0]]
        kept = bool(head.bits & w.POSS)  # "her lawyer"
        kept = kept or head.key in self.grammar.words_of("kept_articles")  # "les pharmaciens"
        if mention.definite and not mention.indefinite and not kept:
            where = mention.core
        entity = self._new("person", self.naming.phrase(where), mention, anonymous=True)
        entity.words = frozenset()
        whole = self.naming.phrase(mention.where)
        entity.also += [self.naming.phrase(mention.core), whole]
        return entity

    def _by_surname_alone(self, mention: Mention) -> Entity | None:
        """Return who spoke last, of whose name the report has but one word: "Tromp", "the tycoon".

        Nothing told so far that the name is a person's; a country's office, or what somebody is
        called besides, does.
        """
        last = self._spoken[-1][1] if self._spoken and self.grammar.renames else None
        if last is None or not last.soft or len(last.words) != 1 or mention.features & w.PLUR:
            return None
        first, end = mention.core
        native = any(self.word[i].bits & w.DEMONYM for i in range(first, end))
        called = mention.heads & self._loose or (native and mention.heads <= self._offices)
        if not mention.definite or not called or self._has_two_roles(mention):
            return None
        heads = self.naming.widened(mention.heads)
        named = (e for e in self.entities if e.kind == "person" and not e.anonymous)
        if any(not e.heads or e.heads & heads for e in named):
            return None  # one who is named may be meant as well
        last.kind, last.soft = "person", False
        return last

    def _other_side(self, mention: Mention) -> Entity | None:
        """Return the one person of that nation: "his German counterpart", named further on."""
        told = self.nations.among(mention.core)
        if self._counterparts.isdisjoint(self.key[slice(*mention.core)]):
            return None
        fits = [known for known in self.cast.people if self.nations.of(known) & told]
        return self._from_cast(fits[0]) if len(fits) == 1 else None

    def _compatriot(self, mention: Mention, at: int) -> Entity | None:
        """Return who of the nation that a role is told of was named last before."""
        told = self.nations.among(mention.core)
        if not told or mention.features & w.PLUR:
            return None
        heads = self.naming.widened(mention.heads) | self._counterparts
        found: tuple[int, Known] | None = None
        for known in self.cast.people:
            place = max((place for place in known.places if place < at), default=-1)
            if place <= (found[0] if found else -1) or not self.nations.of(known) & told:
                continue
            fits = known.heads & heads or mention.heads & self._loose
            if fits and self.naming.admits(known.features, mention.features):
                found = place, known
        return self._from_cast(found[1]) if found else None

    def _of_country(self, mention: Mention) -> Entity | None:
        """Return whom the office of a country or body means that alone holds it: "Iran's minister".

        Its owner was told of where the one who holds it was named first, or before.
        """
        if not self.grammar.title_case or mention.indefinite or mention.features & w.PLUR:
            return None
        first, last = mention.core
        owner = next((i for i in range(first, last) if self.word[i].bits & w.GENITIVE), last)
        if owner == first or owner >= last or not self.word[owner - 1].upper:
            return None
        heads = mention.heads & self._offices
        fits = [known for known in self.cast.people if heads and known.heads & heads]
        known = fits[0] if len(fits) == 1 else None
        if known is None or not self.naming.admits(known.features, mention.features):
            return None
        named = bisect_right(self._firsts, known.places[0]) - 1 if known.places else 0
        near = self.document.sentences[max(0, named - BEFORE)].first
        until = self.document.sentences[named].last
        stem = self.key[owner - 1][:STEM]
        told = any(self.key[i].startswith(stem) for i in range(near, until) if i != owner - 1)
        words = [self.word[i] for i in range(owner + 1, last) if not self.word[i].bits & w.PREP]
        beside = self.word[max(0, known.name[0] - ROLES) : known.name[1] + ROLES]
        alike = {word.lemma for word in beside} | self._vague | mention.heads
        same = all(word.lemma in alike for word in words)
        return self._from_cast(known) if told and same else None

    def _told_end(self, mention: Mention) -> int:
        """Return where what tells of people ends who are called no more than that."""
        first, last = mention.where
        return next((i for i in range(first + 1, last) if not self.word[i].is_word), last)

    def _serving(self, mention: Mention) -> Entity | None:
        """Return somebody of that office who was told of before: "her lawyer", nobody's owner."""
        for entity in self._recent():
            plural = bool(entity.features & w.PLUR) == bool(mention.features & w.PLUR)
            if plural and entity.kind == "person" and entity.heads & mention.heads:
                return entity
        return None

    def _by_role(self, mention: Mention, at: int) -> Entity | None:
        heads = self.naming.widened(mention.heads)
        if (member := self.parties.member(mention)) is not None:
            return self._from_cast(member)
        if any(self.key[i] in self._elect for i in range(*mention.where)):
            person = self._last_person(mention.features, at)
            return person if person is not None and person.words else None
        if self.grammar.renames and self._has_complement(mention):
            heads = {*mention.heads, *mention.offices}  # "the head of X" is no other office's
        plural = bool(mention.features & w.PLUR)
        aged = self._of_age(mention, at) if mention.definite and not plural else None
        if aged is not None:
            return aged
        if ANYBODY in mention.offices:
            last = self._spoke_lately(mention, at)
            if last is not None:
                return last
        elif mention.offices:
            late = [e for e in self._recent()[:HOLDERS] if e.last >= 0]
            heads = set(mention.heads) if not any(e.heads & heads for e in late) else heads
        if self.grammar.renames and not plural and mention.definite:
            meant = self._brought_in(mention, at) or self._counterpart(mention)
            meant = meant or self._subject_named(mention, at)
            if meant is not None:
                return meant
        alike = [e for e in self._recent() if plural == bool(e.features & w.PLUR)]
        bare = plural and not mention.definite and not self.grammar.gendered
        for called in (mention.heads, mention.heads if bare else heads):
            # "the minister", not "the ministry's spokesman"; "experts", no researchers before
            for entity in alike:
                if entity.heads & called and self.naming.admits(entity.features, mention.features):
                    return entity
        if plural:
            return self._whose_members(mention)
        known = self.cast.by_role(heads, at, mention.features)
        if known is not None and self.grammar.renames and self._describes(mention):
            known = known if any(place < at for place in known.places) else None
        later = known is not None and known.places and known.places[0] > at
        if known is not None and later and self.grammar.renames:
            known = known if known.heads & mention.heads else None  # no other office's yet
        if later and self.document.grammar.renames:
            spoken = self._last_person(mention.features, at) if mention.definite else None
            spoken = spoken if spoken is not None and spoken.kind == "person" else None
            if mention.heads & self._loose or (spoken is not None and not spoken.heads):
                return spoken
            if any(self.document.word[i].bits & w.PREP for i in range(*mention.core)):
                return self._held_later(mention, known) if known is not None else None
        if known is not None:
            return self._from_cast(known)
        loose = self._is_loose(mention) or self._describes(mention)
        whole = self._is_aged(mention) or self.mentions.is_periphrasis(mention.core)
        if self._is_of_something(mention) and not whole:
            loose = False  # "el responsable de la oficina", "l'avocat de la défense"
        loose = loose and not self._has_two_roles(mention) and not self._is_told_apart(mention)
        if self.grammar.renames:  # "le Haut-Valaisan", "l'urgentologue", "ce proche"
            first = self.word[mention.core[0]]
            loose = loose or not first.bits & w.HEADS or self._is_pointed(mention)
        if loose and mention.definite:
            person = self._whom(mention, at)
            if person is None or person.kind != "person":
                return self._named_near(mention, at, heads)
            told = self._is_loose(mention) or not mention.heads or self._is_aged(mention)
            told = told or (self.grammar.renames and self._describes(mention))
            told = told or self._is_pointed(mention)
            if self.grammar.renames and person.anonymous and self._is_other(mention, person):
                return None  # "le procureur … L'avocat demande"
            if self._is_of_another_trade(mention, person, at):
                return None  # "Anwalt X bat … Der 31 Jahre alte Pilot schildert"
            return person if told or not person.anonymous else None
        if not mention.definite:
            return None
        told_of = self._named_near(mention, at, heads)
        if told_of is not None or self._has_two_roles(mention):
            return told_of
        one = self._only_one(mention) or self._in_command(mention)
        return one or self._beside(mention, at) or self._asked(mention, at)

    def _held_later(self, mention: Mention, known: Known) -> Entity | None:
        """Return who is named further on beside that office: "le porte-parole de X, Ann Poe"."""
        none = w.PREP | w.DET | w.CONJ
        told = {o.stem for o in self.word[slice(*mention.core)] if o.is_word and not o.bits & none}
        first, last = known.name
        near = self.word[max(0, first - OFFICE) : last + OFFICE]
        return self._from_cast(known) if told <= {word.stem for word in near} else None

    def _of_age(self, mention: Mention, at: int) -> Entity | None:
        """Return the one named last whose age is told: "Ann Poe, 47 ans … La quadragénaire"."""
        decade = next((self.grammar.ages[h] for h in mention.heads if h in self.grammar.ages), None)
        if decade is None:
            return None
        words = self.grammar.words_of("age_words")
        fits: list[tuple[int, Known]] = []
        for known in self.cast.people[:PEOPLE]:
            for place in known.places:
                near = range(place + 1, min(at - 1, place + AGE))
                told = [i for i in near if self.key[i].isdigit() and self.key[i + 1] in words]
                if told and decade <= int(self.key[told[0]]) < decade + 10:
                    fits.append((place, known))
        fits = [one for one in fits if self.naming.admits(one[1].features, mention.features)]
        return self._from_cast(max(fits, key=lambda one: one[0])[1]) if fits else None

    def _spoke_lately(self, mention: Mention, at: int) -> Entity | None:
        """Return who was named and spoke last, not long before: "el autor de la novela"."""
        place, entity = self._spoken[-1] if self._spoken else (-1, None)
        if entity is None or entity.kind != "person" or entity.anonymous:
            return None
        of = self.document.sentences
        here, there = (bisect_right(self._firsts, i) - 1 for i in (at, place))
        near = of[here].paragraph - of[there].paragraph < BEFORE
        alone = not entity.features & w.PLUR and self.naming.admits(
            entity.features, mention.features
        )
        return entity if near and alone else None

    def _is_other(self, mention: Mention, person: Entity) -> bool:
        """Say whether two offices are told, neither of which is another word for the other."""
        both = mention.heads and person.heads and mention.heads | person.heads <= self._offices
        return bool(both) and not self.naming.widened(mention.heads) & person.heads

    def _is_of_another_trade(self, mention: Mention, person: Entity, at: int) -> bool:
        """Say whether a trade is told that is not that of who spoke in a paragraph before."""
        if not self.grammar.noun_capitals or not person.heads or not self._spoken:
            return False
        if with_kinds(self.grammar, mention.heads) & self._loose or not mention.heads:
            return False
        if self.naming.widened(mention.heads) & person.heads:
            return False
        named = [place for place in person.known.places if place < at] if person.known else []
        last = max([*named, self._spoken[-1][0]])
        of = self.document.sentences
        here, there = (of[bisect_right(self._firsts, i) - 1].paragraph for i in (at, last))
        return here != there

    def _whose_members(self, mention: Mention) -> Entity | None:
        """Return the body that spoke, whose people are meant: "the rescuers", of a rescue service.

        Its name has a word of the same stem.
        """
        first, last = mention.core
        if not self.grammar.title_case or not mention.definite or last - first > 1:
            return None
        stem = self.key[first][:STEM]
        bodies = (entity for _, entity in reversed(self._spoken) if entity.kind == "organisation")
        return next((e for e in bodies if any(word.startswith(stem) for word in e.words)), None)

    def _named_near(self, mention: Mention, at: int, heads: set[str]) -> Entity | None:
        """Return who alone was named before in this paragraph, nobody speaking since.

        A description is theirs, an office only if it is known to be: "X signe. Le dessinateur …".
        """
        number = bisect_right(self._firsts, at) - 1
        of = self.document.sentences
        if not self.grammar.renames or mention.features & w.PLUR or self._is_told_apart(mention):
            return None
        for place in range(number - 1, max(-1, number - 1 - BEFORE), -1):
            first, last, paragraph = of[place]
            if paragraph != of[number].paragraph:
                return None
            named = {id(known): known for _, known in self.cast.between(first, last)}
            if not named and place not in self._speaking:
                continue
            fits = [k for k in named.values() if self.naming.admits(k.features, mention.features)]
            fits = [known for known in fits if not self.cast.is_soft(known)]
            nations = self.nations.among(mention.core)
            fits = [known for known in fits if not self._is_foreign(nations, known)]
            since = [e for p, e in self._spoken if p >= first and e.kind == "person"]
            since = [e for e in since if not self._is_foreign(nations, e)]
            known = fits[0] if len(fits) == 1 else None
            if known is None or any(entity.known is not known for entity in since):
                return None
            apart = self._has_two_roles(mention) or self._has_complement(mention)
            sure = (mention.heads & self._loose and not apart) or self._is_aged(mention)
            sure = sure or self._is_pointed(mention) or self._is_former(mention)
            plain = self._is_bare_role(mention) and not mention.heads & self._offices
            alike = known.heads & heads or (plain and not known.heads)
            return self._told(self._from_cast(known), mention.features) if sure or alike else None
        return None

    def _is_former(self, mention: Mention) -> bool:
        """Say whether somebody is no longer what they are called: "l'ancienne comptable"."""
        first = self.key[mention.core[0]]
        return first in self._former or first.partition("-")[0] in self._former

    def _asked(self, mention: Mention, at: int) -> Entity | None:
        """Return who answers a question of the sentence before: who spoke before it was asked."""
        told = mention.features
        number = bisect_right(self._firsts, at) - 1
        of = self.document.sentences
        if not self.grammar.renames or not number or told & w.PLUR or len(self._spoken) < 2:
            return None
        first, last, paragraph = of[number - 1]
        asked = any(self.key[i] in self.grammar.question_marks for i in range(first, last))
        place, asker = self._spoken[-1]
        if not asked or place < first or paragraph != of[number].paragraph:
            return None
        other = next((e for _, e in reversed(self._spoken) if e is not asker), None)
        if other is None or other.kind != "person" or other.features & w.PLUR:
            return None
        return other if self.naming.admits(other.features, told) else None

    def _brought_in(self, mention: Mention, at: int) -> Entity | None:
        """Return whom the sentence before brings in: "Un élu livre un autre récit … cet élu".

        Nobody where somebody of such a role has spoken since.
        """
        number = bisect_right(self._firsts, at) - 1
        if not number or not mention.heads:
            return None
        of = self.document.sentences[number - 1]
        if self._spoken and self._spoken[-1][0] >= of.first:
            return None
        for index in range(of.first, of.last - 1):
            if not self.word[index].bits & w.INDEF or self.word[index].bits & w.PRON:
                continue
            end = self.phrases.end(index, of.last)
            end = self._without_verb(index, end, of.last)
            new = self.mentions.read((index, end)) if end > index + 1 else None
            if new is None or new.kind != "person" or new.name is not None:
                continue
            alike = new.heads & mention.heads and not new.features & w.PLUR
            if alike and self.naming.admits(new.features, mention.features):
                return self._unnamed(new, index)
        return None

    def _counterpart(self, mention: Mention) -> Entity | None:
        """Return who spoke last, told of as another's counterpart: "the minister" is one, too."""
        entity = self._spoken[-1][1] if self._spoken else None
        if entity is None or not entity.heads or not entity.heads <= self._counterparts:
            return None
        fits = self.naming.admits(entity.features, mention.features)
        known = bool(entity.words) and bool(mention.heads) and not mention.heads & entity.heads
        return entity if fits and known else None

    def _subject_named(self, mention: Mention, at: int) -> Entity | None:
        """Return who is named as the subject of the sentence before, where the role may be theirs.

        "La maire, X, tombe des nues. « Faux », rectifie l'élue."
        """
        number = bisect_right(self._firsts, at) - 1
        of = self.document.sentences
        if not number or of[number - 1].paragraph != of[number].paragraph:
            return None
        first, last, _ = of[number - 1]
        if self._spoken and self._spoken[-1][0] >= first:
            return None
        known = self.cast.subject_of(first, last)
        if known is None or not known.heads or self.cast.is_soft(known):
            return None
        alike = known.heads & self.naming.widened(mention.heads) or self._is_loose(mention)
        fits = self.naming.admits(known.features, mention.features)
        return self._from_cast(known) if alike and fits else None

    def _is_told_apart(self, mention: Mention) -> bool:
        """Say whether a participle tells which of several is meant: "l'expert cité par X"."""
        first, last = mention.core[1], mention.where[1]
        if not self.grammar.renames or last - first < 2 or not self.word[first].is_word:
            return False
        return bool(self.word[first].bits & (w.RELAYED | w.PASSIVE)) or any(
            cue.form & w.PAST for cue in self.word[first].cues
        )

    def _names(self, index: int) -> bool:
        """Say whether "called" stands at a token, and a name or a quotation behind it."""
        if self.key[index] not in self.mentions.naming or index + 1 >= len(self.word):
            return False
        return self.word[index + 1].upper or index + 1 in self.document.quote_at

    def _has_two_roles(self, mention: Mention) -> bool:
        """Say whether two roles stand together, which tells somebody new: "l'expert psychiatre"."""
        if not self.grammar.adjectives_follow:
            return False
        if any(self.key[i] in self._ranks for i in range(mention.core[0] + 1, mention.core[1])):
            return True
        roles = [
            i for i in range(*mention.core)
            if self.word[i].bits & w.ROLE and not self.word[i].bits & (w.ADJ | w.DEMONYM)
        ]  # fmt: skip
        return any(second == first + 1 for first, second in pairwise(roles))

    def _has_complement(self, mention: Mention) -> bool:
        """Say whether a preposition tells of whom or what a role is."""
        return any(
            self.word[i].bits & w.PREP and not self.word[i].upper for i in range(*mention.core)
        )

    def _is_loose(self, mention: Mention) -> bool:
        """Say whether a word calls somebody by what many are: "der Linken-Abgeordnete"."""
        if mention.heads & self._loose:
            return True
        kinds = with_kinds(self.grammar, mention.heads) if self.grammar.noun_capitals else ()
        return any(kind in self._loose for kind in kinds)

    def _is_of_something(self, mention: Mention) -> bool:
        """Say whether a role is told apart by what it is of: "l'avocat de la défense"."""
        if self.grammar.free:
            return self._has_complement(mention)
        of = self.grammar.words_of("part_prepositions") if self.grammar.renames else ()
        armed = any(self.key[i] in self._arms for i in range(*mention.core))  # "de l'état-major"
        office = armed or bool(mention.heads & self._offices)  # "la patronne du café" may be known
        return office and any(self.key[i] in of for i in range(*mention.core))

    def _whom(self, mention: Mention, at: int) -> Entity | None:
        """Return whom a description means: who is named just before it, or spoke last by name."""
        told = mention.features
        if mention.heads & self._latter_people:
            return self._last_named(told, at)
        person = self._just_named(told, at) or self._last_person(told, at)
        plain = self.grammar.renames and not self._is_loose(mention)
        plain = plain and not self._is_pointed(mention)  # "ce parlementaire"
        if person is not None and person.anonymous and plain:
            known = self.cast.before(at, told)
            return None if known is None or self.cast.is_soft(known) else self._from_cast(known)
        return person

    def _beside(self, mention: Mention, at: int) -> Entity | None:
        """Return who spoke in the sentence before, of whom no office is told yet: "The lawyer"."""
        if not self._spoken or self.grammar.renames or mention.features & w.PLUR:
            return None
        place, entity = self._spoken[-1]
        number = bisect_right(self._firsts, at) - 1
        near = bisect_right(self._firsts, place) - 1 == number - 1
        alike = number and (
            self.document.sentences[number].paragraph
            == self.document.sentences[number - 1].paragraph
        )
        named = entity.kind == "person" and len(entity.words) > 1 and not entity.heads
        fits = near and alike and named and not entity.anonymous and not entity.features & w.PLUR
        return entity if fits and self.naming.admits(entity.features, mention.features) else None

    def _is_aged(self, mention: Mention) -> bool:
        """Say whether a description counts: "the 44-year-old", "the father of four"."""
        first, last = mention.core
        if any(self.key[i][:1].isdigit() for i in range(first, last)) or self._is_of_age(mention):
            return True
        counted = any(self.word[i].bits & w.CARDINAL for i in range(first + 1, last))
        if counted and self.grammar.renames and self.word[first].bits & (w.ROLE | w.PERSON):
            return True  # "la mère de quatre enfants"
        return last - first == 3 and bool(self.word[last - 1].bits & w.CARDINAL)

    def _is_of_age(self, mention: Mention) -> bool:
        """Say whether an age follows a description: "l'agriculteur de 58 ans"."""
        at = mention.where[1]
        led = at + 2 < len(self.key) and self.key[at] in self.grammar.words_of("document_kinds")
        return led and self.key[at + 1].isdigit() and (
            self.key[at + 2] in self.grammar.words_of("age_words")
        )  # fmt: skip

    def _describes(self, mention: Mention) -> bool:
        """Say whether a role tells of somebody what is no office: "the surgeon", "the 44-year-old".

        Whom it tells of has been named: nobody new is called so.
        """
        first, last = mention.core
        native = last - first == 1 and self.word[first].bits & w.DEMONYM
        if self._is_aged(mention) or (native and not mention.heads):
            return True
        if not self._offices or not self._is_bare_role(mention):
            return False
        if self.key[mention.core[0]] in self._former:
            return True  # "l'ancien maire"
        return bool(mention.heads) and not mention.heads & self._offices

    def _is_bare_role(self, mention: Mention) -> bool:
        """Say whether a role stands alone, or with adjectives where these follow it."""
        first, last = mention.core
        if not self.grammar.adjectives_follow:
            return last - first == 1
        if self.mentions.is_periphrasis(mention.core):
            return True  # "l'historienne de l'art"
        if any(self._names(i) for i in range(*mention.where)):
            return False  # "le pirate, qui se fait appeler « Zéphyr »"
        told = w.ADJ | w.DEMONYM | w.ROLE | w.PERSON
        return all(
            self.word[i].is_word
            and not self.word[i].upper
            and (self.word[i].bits & told or not self.word[i].bits)
            for i in range(first + 1, last)
        )

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

    def _in_command(self, mention: Mention) -> Entity | None:
        """Return who spoke last, alone of any rank: "General Roe said … The force's chief added".

        Nobody where the post is of a place or people that were not told of with the rank.
        """
        entity = self._spoken[-1][1] if self._spoken else None
        if entity is None or not mention.heads & self._commands or entity.features & w.PLUR:
            return None
        ranked = [e for e in self.entities if e.heads & self._service]
        if ranked != [entity] or not self.naming.admits(entity.features, mention.features):
            return None
        theirs = {self.word[i].stem for i in range(*self._sentence_of(entity))}
        own = (self.word[i] for i in range(*mention.core))
        apart = [o for o in own if o.upper or o.bits & (w.DEMONYM | w.PLACE)]
        return entity if all(word.stem in theirs for word in apart) else None

    def _sentence_of(self, entity: Entity) -> Range:
        """Return the sentence in which somebody spoke first."""
        at = next((place for place, one in self._spoken if one is entity), 0)
        number = max(0, bisect_right(self._firsts, at) - 1)
        first, last, _ = self.document.sentences[number]
        return first, last

    def _initials(self, source: Range) -> Entity | None:
        """Return the person whose initials are a label in a transcript."""
        words = self.document.tokens.words
        signed = (words(i, i + 1) for i in range(*source) if self.word[i].is_word)
        letters = "".join(signed).lower()  # as written: "A" alone may be read as another word
        for known in self.cast.people:
            first = "".join(self.key[i][:1] for i in range(*known.name) if self.word[i].is_word)
            if len(letters) > 1 and first == letters:
                return self._from_cast(known)
        return None
