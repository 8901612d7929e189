"""Speakers whom a pronoun means, and who or what the sentences before it are about."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import cached_property
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.entity import Entity
from rawi.reading.subject_first.known import Known
from rawi.reading.subject_first.mentions import Mention
from rawi.reading.subject_first.writings import Writings

#: Whom a plural means is the subject so few sentences before.
SEVERAL: Final = 3


class Pronouns(Writings):
    """Links the pronouns of one document to speakers."""

    @cached_property
    def _other_cases(self) -> frozenset[str]:
        """Return the articles that no subject has."""
        words = self.document.grammar.words_of
        return words("dative_articles") | words("accusatives") | words("oblique_articles")

    def _pronoun(self, mention: Mention, at: int, outer: Entity | None) -> Entity | None:
        told = mention.features
        if mention.latter and not told & w.PLUR:
            return self._last_named(told, at)
        if mention.latter and self.grammar.renames and (latter := self._last_several(told, at)):
            return latter
        topic = self._topic_before(at)
        if topic is not None:
            return topic
        if told & (w.MASC | w.FEM) and not told & w.PLUR:
            subject = self._subject_before(told, at) or self._inverted_before(told, at)
            subject = subject or self._body_just_spoke(told, at)
            if subject is not None:
                return subject
            outer = outer or self._asker_before(at)
            found = self._role_before(told, at) or self._last_person(told, at, outer)
            any_gender = 0 if self.grammar.title_case else told  # Andrea is a man elsewhere
            return found or self._last_person(any_gender, at, outer)
        if told & w.PLUR:
            role = self._subject_before(told, at) or self._role_before(told, at)
            role = role or self._several_before(told, at)
            if role is not None:
                return role
            for _, entity in reversed(self._spoken):
                if entity.features & w.PLUR or entity.kind == "organisation":
                    return entity
            one = self._spoken[-1][1] if self._spoken else None
            return None if one is not None and self._is_one(one) else one
        paper = self._paper_before(at) or self._own_subject(at) or self._body_before(at)
        if paper is not None:
            return paper
        for _, entity in reversed(self._spoken):
            if self.document.grammar.renames:
                return entity
            if (entity.kind != "person" or entity.soft) and not entity.anonymous:
                if entity.soft:
                    entity.kind, entity.soft = "organisation", False  # no "he" from now on
                return entity
        return self._spoken[-1][1] if self._spoken else None

    def _asker_before(self, at: int) -> Entity | None:
        """Return who asked in the sentence before, whom the pronoun of the answer does not mean."""
        if self._asked_last is None or not self.grammar.renames:
            return None
        place, asker = self._asked_last
        number = bisect_right(self._firsts, at) - 1
        near = bisect_right(self._firsts, place) >= number
        last = bool(self._spoken) and self._spoken[-1][1] is asker
        return asker if near and last and place < at else None

    def _topic_before(self, at: int) -> Entity | None:
        """Return whom the words before a pronoun set as the topic: "Quant à Moscou, elle dit"."""
        if at < 3 or self.key[at - 1] != ",":
            return None
        first = self.document.sentences[bisect_right(self._firsts, at) - 1].first
        match = self.grammar.topics_of.match(self.word, first, at - 1)
        if match is None or not match.open or self.phrases.whole_end(match.end, at - 1) != at - 1:
            return None
        return self._meant(self.mentions.read((match.end, at - 1)))

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
        if subject is not None and best is not None and self._is_cited(best[0], subject[0]):
            subject = None  # "Pour X, Y « a menti ». …, dit ce chercheur"
        if subject is not None and (best is None or subject[0] > best[0] + 1):
            person = subject[1]
            if outer is None or outer.known is not person:
                return self._told(self._from_cast(person), told)
        if best is not None and isinstance(best[1], Entity):
            named = self._named_since(best[0], at, told)
            return self._told(named or best[1], told)
        known = self.cast.before(at, told, outer.known if outer is not None else None)
        if known is None or (self.grammar.renames and self.cast.is_soft(known)):
            known = self._of_headline(at) if self.grammar.renames else None
        if known is None and self.grammar.noun_capitals:
            return self._bare_name_before(told)
        return self._told(self._from_cast(known), told) if known is not None else None

    def _bare_name_before(self, told: int) -> Entity | None:
        """Return who spoke last by a name of one word that nothing tells from a body's."""
        for _, entity in reversed(self._spoken):
            plain = entity.soft and not entity.anonymous and len(entity.words) == 1
            if plain and self.naming.admits(entity.features, told):
                entity.kind, entity.soft = "person", False
                return self._told(entity, told)
        return None

    def _is_cited(self, cited: int, subject: int) -> bool:
        """Say whether somebody is told of in what who is cited at a sentence's head says."""
        if not self.grammar.renames:
            return False
        number = bisect_right(self._firsts, subject) - 1
        first = self.document.sentences[number].first
        return first <= cited <= first + 1 and bool(self.word[cited].bits & w.PHRASE)

    def _of_headline(self, at: int) -> Known | None:
        """Return the one whose full name stands in the headline, before anybody else's."""
        paragraph = self.document.paragraphs[0]
        if paragraph.kind != "headline" or at < paragraph.last:
            return None
        named = {
            id(known): known for _, known in self.cast.between(paragraph.first, paragraph.last)
        }
        alone = [known for known in named.values() if len(known.words) > 1]
        return alone[0] if len(alone) == 1 else None

    def _headline_owned(self, mention: Mention) -> Entity | None:
        """Return whom the headline names behind a country: "Germany's Lind …", "the politician".

        The first who speaks, called by what describes somebody and by no office.
        """
        line = self.document.paragraphs[0]
        told = mention.definite and mention.heads and mention.heads <= self._loose
        if not told or self._spoken or not self.grammar.title_case or line.kind != "headline":
            return None
        if mention.features & w.PLUR or mention.indefinite or mention.where[0] < line.last:
            return None
        for at in range(line.first + 1, line.last - 1):
            if not self.word[at].bits & w.GENITIVE or not self.word[at + 1].upper:
                continue
            if not self.word[at - 1].bits & (w.PLACE | w.DEMONYM) and at > line.first + 1:
                continue
            end = at + 1
            while end < line.last and self.word[end].is_word and self.word[end].upper:
                end += 1
            known = w.ROLE | w.BODY | w.MEDIA | w.DOC | w.TIME | w.PLACE | w.DEMONYM | w.THING
            if any(self.word[i].bits & known for i in range(at + 1, end)):
                return None
            named = self.mentions.read((at + 1, end))
            entity = self._named(named) if named.name is not None else None
            if entity is not None:
                entity.kind, entity.soft = "person", False
            return entity
        return None

    def _just_named(self, told: int, at: int) -> Entity | None:
        """Return the one person named in the sentence before, where nobody spoke since.

        "La réaction de X est tombée. L'écologiste parle d'une victoire."
        """
        number = bisect_right(self._firsts, at) - 1
        of = self.document.sentences
        if not self.grammar.renames or not number:
            return None
        before, here = of[number - 1], of[number]
        if before.paragraph != here.paragraph:
            return None
        if self._spoken and self._spoken[-1][0] >= of[number - 1].first:
            return None
        named = {id(known): known for _, known in self.cast.between(before.first, before.last)}
        fits = [known for known in named.values() if self.naming.admits(known.features, told)]
        fits = [known for known in fits if not self.cast.is_soft(known)]
        return self._told(self._from_cast(fits[0]), told) if len(fits) == 1 else None

    def _subject_before(self, told: int, at: int) -> Entity | None:
        """Return whom or what the sentence before is about, where nobody spoke since.

        "Le ministère est revenu sur ces propos. Rien n'est sûr, précise-t-il."
        """
        number = bisect_right(self._firsts, at) - 1
        of = self.document.sentences
        if not self.grammar.renames:
            return None
        here = of[number]
        if at > here.first and self.key[at - 1] in self.grammar.colons:
            number += 1  # "La préfecture a dû s'en mêler : elle assure"
        if not number:
            return None
        before = of[number - 1]
        spoke = bool(self._spoken) and self._spoken[-1][0] >= before.first
        if spoke or before.paragraph != here.paragraph:
            return None
        first = self.document.datelines.get(before.paragraph, before.first)
        first = max(first, before.first) if first < before.last else before.first
        verb = next((i for i in range(first + 1, before.last) if self._is_finite(i)), None)
        before_verb = w.REFLEX | w.NEG
        if self.grammar.drops_subject and verb is not None and self.key[verb - 1][-1:] == "'":
            before_verb |= w.OBJ  # "l'ha presa con ironia"
        while verb is not None and self.word[verb - 1].bits & before_verb:
            verb -= 1  # "s'est", "n'a"
        where = self.subjects.before(verb, first) if verb is not None else None
        if where is None or self.document.quote_over(where[0]) is not None:
            return None
        mention = self.mentions.read(where)
        if self._is_called(where):
            return self._told(self._named(replace(mention, name=(where[0], where[0] + 1))), told)
        several = bool(mention.features & w.PLUR) or self._is_plural_body(mention)
        known = bool(told & w.PLUR) or mention.features & (w.MASC | w.FEM)
        if self._only_asks(mention):
            return None
        if mention.pronoun or not known or several != bool(told & w.PLUR):
            return None
        if not self.naming.admits(mention.features, told):
            return None
        place, last = self._spoken[-1] if self._spoken else (-1, None)
        paragraph = self.document.paragraphs[before.paragraph].first
        heard = last is not None and last.kind == "person" and place >= paragraph
        somebody = mention.kind == "person" or (self._is_body(mention) and not heard)
        return self._told(found, told) if somebody and (found := self._meant(mention)) else None

    def _body_just_spoke(self, told: int, at: int) -> Entity | None:
        """Return the body that spoke in the sentence before, where bodies have genders.

        "Die Behörde warnte. Zahlen nannte sie nicht."
        """
        if not self.grammar.noun_capitals or not self._spoken:
            return None
        place, entity = self._spoken[-1]
        here, there = (bisect_right(self._firsts, i) - 1 for i in (at, place))
        of = self.document.sentences
        near = 0 <= here - there <= 1 and of[here].paragraph == of[there].paragraph
        alike = entity.features & told & (w.MASC | w.FEM)
        return entity if near and alike and entity.kind == "organisation" else None

    def _inverted_before(self, told: int, at: int) -> Entity | None:
        """Return the first person named in the sentence before whom no preposition leads to.

        Where a verb stands second its subject may follow it: "Für den Verein sprach Ann Poe."
        """
        number = bisect_right(self._firsts, at) - 1
        of = self.document.sentences
        if not self.grammar.noun_capitals or not number:
            return None
        before, here = of[number - 1], of[number]
        if before.paragraph != here.paragraph:
            return None
        if self._spoken and self._spoken[-1][0] >= before.first:
            return None
        for place, known in self.cast.between(before.first, before.last):
            if self.naming.admits(known.features, told) and self._is_first_case(place):
                if not self.cast.is_soft(known):
                    return self._told(self._from_cast(known), told)
        return None

    def _is_first_case(self, place: int) -> bool:
        """Say whether no preposition and no article of another case leads to a name."""
        at, led = place, w.ROLE | w.TITLE | w.ADJ | w.DEMONYM | w.HEADS | w.GIVEN
        while at and self.word[at - 1].is_word and (
            self.word[at - 1].bits & led and not self.word[at - 1].bits & (w.PREP | w.DET)
        ):  # fmt: skip
            at -= 1
        before = self.word[at - 1] if at else None
        if before is None or not before.is_word:
            return True
        return not before.bits & w.PREP and self.key[at - 1] not in self._other_cases

    def _several_before(self, told: int, at: int) -> Entity | None:
        """Return who were the subject of this sentence or of one before, or spoke there.

        "Le Mali et le Niger ont écrit une lettre dans laquelle ils accusent Kiev": not who spoke
        before by a name of one.
        """
        if not self.grammar.renames:
            return None
        number = bisect_right(self._firsts, at) - 1
        of = self.document.sentences
        for place in range(number, max(-1, number - SEVERAL), -1):
            first, last = of[place].first, min(of[place].last, at)
            for spoke, entity in reversed(self._spoken):
                if spoke < first:
                    break
                if spoke < at and entity.features & w.PLUR and not self._is_one(entity):
                    return self._told(entity, told)
            verb = next((i for i in range(first + 1, last) if self._is_finite(i)), None)
            where = self.subjects.before(verb, first) if verb is not None else None
            if where is None or self.document.quote_over(where[0]) is not None:
                continue
            mention = self.mentions.read(where)
            several = mention.features & w.PLUR or self._is_plural_body(mention)
            if several and not mention.pronoun and self._may_speak(mention):
                if self.naming.admits(mention.features, told):
                    found = self._meant(mention)
                    return self._told(found, told) if found is not None else None
        return None

    def _last_several(self, told: int, at: int) -> Entity | None:
        """Return the people or bodies told of last: "a reçu les maires. Ces derniers demandent"."""
        number = bisect_right(self._firsts, at) - 1
        of = self.document.sentences
        first = of[max(0, number - 1)].first
        for index in range(at - 1, first, -1):
            word = self.word[index]
            several = word.features & w.PLUR or word.bits & w.PLURAL
            some = word.bits & (w.ROLE | w.PERSON | w.BODY) and several
            if not some or not word.is_word or self.document.quote_over(index) is not None:
                continue
            start = next((i for i in range(index - 1, max(first - 1, index - 4), -1)
                          if self.word[i].bits & (w.DET | w.NUM)), index)  # fmt: skip
            mention = self.mentions.read((start, self.phrases.end(start, at)))
            if not mention.pronoun and self.naming.admits(mention.features, told):
                return self._meant(mention)
        return None

    def _may_speak(self, mention: Mention) -> bool:
        """Say whether a mention is of people, or of bodies."""
        return mention.name is not None or bool(mention.heads) or self._is_body(mention)

    def _is_one(self, entity: Entity) -> bool:
        """Say whether somebody is one person with a name, whom no plural means."""
        named = self.grammar.renames and entity.kind == "person" and len(entity.words) > 1
        return named and not entity.features & w.PLUR and not entity.anonymous

    def _own_subject(self, at: int) -> Entity | None:
        """Return the body that opens the sentence whose end a pronoun is in: "X will go, it said".

        None where the sentence opens with anything else.
        """
        if self.grammar.gendered or not at or self.key[at - 1] != ",":
            return None
        return self._body_at(self.document.sentences[bisect_right(self._firsts, at) - 1].first, at)

    def _is_body(self, mention: Mention) -> bool:
        return mention.kind == "organisation" and any(
            self.word[i].bits & w.BODY for i in range(*mention.where)
        )

    def _meant(self, mention: Mention) -> Entity | None:
        """Return whom a mention means; `People` knows."""
        raise NotImplementedError

    def _unnamed(self, mention: Mention, at: int) -> Entity:
        """Return whom a role means; `Unnamed` knows."""
        raise NotImplementedError

    def _is_finite(self, index: int) -> bool:
        """Say whether the verb of a sentence's subject stands at a token."""
        word = self.word[index]
        return not word.upper and self.document.quote_over(index) is None and (
            self.phrases.is_verb(index) and not word.bits & (w.HEADS | w.PREP)
        )  # fmt: skip

    def _last_named(self, told: int, at: int) -> Entity | None:
        """Return the person named last before a token, or who spoke since without a name."""
        known = self.cast.before(at, told)
        if known is not None and self.cast.is_soft(known):
            known = None
        place = max((p for p in known.places if p < at), default=-1) if known is not None else -1
        if known is None or (self._spoken and self._spoken[-1][0] > place):
            return self._last_person(told, at)
        return self._told(self._from_cast(known), told)

    def _named_since(self, place: int, at: int, told: int) -> Entity | None:
        """Return who alone is named in the sentence before, where nobody spoke in this paragraph.

        "On her side is the novelist Ann Poe. “I wrote it,” she said"
        """
        sentences = self.document.sentences
        number = bisect_right(self._firsts, at) - 1
        if number < 1 or self.grammar.renames:
            return None
        before = sentences[number - 1]
        first = before.first
        if before.paragraph != sentences[number].paragraph or place >= first:
            return None
        if sentences[bisect_right(self._firsts, place) - 1].paragraph == before.paragraph:
            return None
        named = [
            known for where, known in self.cast.between(first, before.last)
            if self.naming.admits(known.features, told) and not self._owns(where)
        ]  # fmt: skip
        return self._from_cast(named[0]) if len({id(k) for k in named}) == 1 else None

    def _owns(self, index: int) -> bool:
        """Say whether a name is a genitive: "on Bruun's side"."""
        while index < len(self.word) and self.word[index].upper and self.word[index].is_word:
            index += 1
        return index < len(self.word) and bool(self.word[index].bits & w.GENITIVE)

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
            found = self._role_at(first, min(sentences[place].last, at), told)
            if found is not None:
                return found
        return None

    def _role_at(self, first: int, last: int, told: int) -> Entity | None:
        """Return whom a role means that opens a sentence, where it may have such features."""
        head = self.word[first]
        opens = head.bits & (w.DET | w.ROLE | w.PERSON | w.ADJ) and not head.bits & w.PRON
        doing = head.key.endswith(self.grammar.gerund_endings) and not head.bits & w.DET
        if doing and self.grammar.renames:
            return None  # "Passant en revue la semaine, le ministre"
        end = self._phrase_end(first, last) if head.is_word and opens else first
        if end <= first:
            return None
        if self.grammar.adjectives_follow:
            whole = min(end, max(first + 1, self.phrases.end(first, last)))
            end = self._without_verb(first, whole, last)
        elif self.grammar.noun_capitals:
            end = self._without_verb(first, end, last)
        number = bisect_right(self._firsts, first) - 1
        apposed = self._apposed(end, self.document.sentences[number].last, told)
        if apposed is not None:
            return apposed
        mention = self.mentions.read((first, end))
        plural = bool(mention.features & w.PLUR)
        if mention.name is not None or mention.kind != "person" or not mention.heads:
            return None
        if self._only_asks(mention):
            return None
        if plural != bool(told & w.PLUR) or not self.naming.admits(mention.features, told):
            return None
        return self._told(self._unnamed(mention, first), told)

    def _only_asks(self, mention: Mention) -> bool:
        """Say whether a journalist without a name is meant, who asks: another answers."""
        return mention.name is None and bool(mention.heads & self._askers)

    def _apposed(self, end: int, last: int, told: int) -> Entity | None:
        """Return the person named between commas after a role: "a member, Jane Roe, also"."""
        if end + 2 >= last or self.key[end] != "," or not self.word[end + 1].upper:
            return None
        close = next((i for i in range(end + 2, last) if self.key[i] == ","), last)
        for place, known in self.cast.between(end + 1, close):
            if place == end + 1 and self.naming.admits(known.features, told):
                return self._told(self._from_cast(known), told)
        return None

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
