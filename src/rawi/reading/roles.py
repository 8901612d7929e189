"""Whom a role without a name stands for: one who spoke, or one whom the report names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.cast import Known
from rawi.reading.drafts import Draft
from rawi.reading.entity import Entity, admits
from rawi.reading.gallery import Gallery
from rawi.reading.inflect import FEM, MASC, PLUR
from rawi.reading.mentions import Mention

#: A role without a name is a known speaker's from this share of fitting words.
ROLE_SHARE: Final = 0.6
#: The body that somebody is said to head stands so far before that, in tokens.
LEADS: Final = 12
#: "The latter" is looked for in so many tokens before.
NEAR: Final = 20


class Roles(Gallery):
    """Links roles to the people of one document."""

    def _named_later(self, mention: Mention) -> Entity | None:
        """Return who is named later under the role that a lead gives without the name.

        "a spokesman for the United Nations said", then "X, the spokesman for the United Nations".
        """
        head, rest = self.wording.lemma(mention.head), self._rest(mention)
        if len(rest) < 2 or mention.features & PLUR or self.lex[mention.head].bits & lx.QUANTITY:
            return None
        for known, one in self.cast.after(mention.where[0]):
            if admits(mention.features, known.features):
                words = self._described(one)
                if head in words and rest.keys() <= words:
                    return self._introduce(known)
        return None

    def _same_phrase(self, mention: Mention) -> Entity | None:
        text = self.wording.text(mention.core)
        for entity in reversed(self.entities):
            if entity.name == text:
                return entity
        return None

    def _counterpart(self, mention: Mention) -> Entity | None:
        """Return who holds the same office for another country: told by the demonym."""
        if self.tokens.key[mention.head] not in self.pack.counterparts:
            return None
        rest = self._rest(mention).keys()
        people = [
            known
            for known, one in self.cast.around(mention.where[0])
            if known.words != self._last_words() and rest and rest <= self._described(one)
        ]
        return self._introduce(self._nearest(people, mention)) if people else None

    def _last_words(self) -> frozenset[str]:
        return self._recent[-1].name_words if self._recent else frozenset()

    def _latter(self, mention: Mention) -> Entity | None:
        """Return who is named last before "the latter"."""
        if self.tokens.key[mention.head] not in self.pack.latter:
            return None
        return self._last_role(mention) or self._last_in_text(mention)

    def _last_role(self, mention: Mention) -> Entity | None:
        """Return whom the last definite role before a mention names, in the same clause or two."""
        at = mention.where[0]
        for index in range(at - 1, max(at - NEAR, -1), -1):
            lexeme = self.lex[index]
            named = lexeme.bits & lx.NAME and not lexeme.bits & (lx.AMBIGUOUS | lx.ROLE)
            if named or (lexeme.base in self.mentions.surnames and not lexeme.article):
                return None  # somebody is named after it
            if not lexeme.article or not lexeme.bits & lx.ROLE or lexeme.bits & lx.ADJ:
                continue
            role = self.mentions.read((index, index + 1))
            if role.name is None and admits(mention.features, role.features):
                return self._by_role(role, exact=True) or self._in_cast(role, before=True)
        return None

    def _by_epithet(self, mention: Mention) -> Entity | None:
        """Return who spoke last, where a phrase tells of a work or a deed and so of its author."""
        if self.lex[mention.head].base not in self.pack.authors or mention.features & PLUR:
            return None
        at = mention.head + 1
        if at >= len(self.lex):
            return None
        work = self.lex[at].base in self.pack.deeds or at in self.document.quote_at
        work = work or bool(self.lex[at].bits & lx.NUMBER)  # "the owner of 24 years"
        if not work:
            return None
        named = self._last_person(mention.features) or self._last_in_text(mention)
        last = self._recent[-1] if self._recent else None
        if named is None and last is not None and last.kind == "person" and last.definite:
            return last if admits(mention.features, last.features) else None
        return named

    def _last_in_text(self, mention: Mention) -> Entity | None:
        gender = mention.features & (MASC | FEM)
        for known, one in self.cast.before(mention.where[0]):
            if admits(gender, known.features) and not self._clashes(mention, self._described(one)):
                return self._introduce(known)
        return None

    def _clashes(self, mention: Mention, words: Iterable[str]) -> bool:
        """Say whether a phrase tells of one country, and words of somebody only of others."""
        told = {self.wording.lemma(i) for i in range(*mention.core) if self._is_origin(mention, i)}
        if not told:
            return False
        lexicon = self.pack.lexicon
        others = {word for word in words if lexicon.bits(word) & lx.DEMONYM}
        return bool(others) and told.isdisjoint(others)

    def _is_origin(self, mention: Mention, index: int) -> bool:
        name = mention.name
        inside = name is not None and name[0] <= index < name[1]
        return bool(self.lex[index].bits & lx.DEMONYM) and not inside

    def _is_foreign(self, mention: Mention, entity: Entity) -> bool:
        """Say whether a phrase tells of another country than a speaker is known to be of."""
        return self._clashes(mention, entity.words - entity.name_words)

    def _is_specific(self, mention: Mention) -> bool:
        """Say whether a role tells of a body or place, and so of one person only."""
        body = lx.BODY | lx.OFFICE | lx.PLACE | lx.ROLE
        return any(self.lex[at].bits & body and not self.lex[at].bits & (lx.ADJ | lx.DEMONYM)
                   for at in self._rest(mention).values()
                   if at > mention.head + 1 or not self.lex[at].article)  # fmt: skip

    def _describes_only(self, mention: Mention) -> bool:
        """Say whether a participle tells more of the one person named so far.

        "the politician (who is) of the party X": a definite one, and a preposition after it.
        """
        at = mention.head + 1
        if at + 1 >= mention.core[1] or not self.lex[mention.head].article:
            return False
        participle, following = self.lex[at], self.lex[at + 1]
        led = following.prep or following.bits & lx.PREP
        if not (participle.article and led) or participle.bits & (lx.BODY | lx.NOUN | lx.NAME):
            return False
        return len({known.order for known, _ in self.cast.before(mention.where[0])}) == 1

    def _last_named(self, mention: Mention) -> Entity | None:
        """Return who is named last before a bare definite role that nobody who spoke fits."""
        generic = self.lex[mention.head].bits & (lx.UNNAMED | lx.TITLE)
        bare = mention.core[1] - mention.core[0] == 1
        if not mention.definite or self.mentions.is_owned(mention) or not (generic or bare):
            return None
        if self.mentions.is_other(mention):
            return None
        if self._is_specific(mention) and not self._describes_only(mention):
            return None
        if self.wording.lemma(mention.head) in self.pack.apart:
            return None
        return None if mention.features & PLUR else self._last_in_text(mention)

    def _rest(self, mention: Mention) -> dict[str, int]:
        """Return a role's words beside its head, and where they stand."""
        return {self.wording.lemma(index): index for index in range(*mention.core)
                if self._tells(index) and index != mention.head}  # fmt: skip

    def _in_cast(self, mention: Mention, *, before: bool) -> Entity | None:
        """Return whom the report names in full under the same role, before a mention or after."""
        head, rest = self.wording.lemma(mention.head), self._rest(mention)
        if not before and not rest:
            return None
        if mention.features & PLUR:
            return None
        best: tuple[float, Known] | None = None
        at, former = mention.where[0], self.mentions.is_former(mention)
        for known, one in self.cast.before(at) if before else self.cast.after(at):
            if not admits(mention.features, known.features):
                continue
            words = self._described(one)
            same_head = self.wording.lemma(one.head) == head
            if not same_head and head not in words:
                continue
            if self._clashes(mention, words):
                continue
            share = self._weigh(rest, words | self._countries(one))
            called = same_head or not rest or (share == 1 and self._holds(one, head))
            if not called or share < ROLE_SHARE or (best is not None and share <= best[0]):
                continue
            if former or not self.mentions.is_former(one):
                best = share, known
        return self._introduce(best[1]) if best is not None else None

    def _holds(self, mention: Mention, head: str) -> bool:
        """Say whether a phrase tells of an office itself, and not of a deputy of who holds it."""
        office = lx.ROLE | lx.UNNAMED
        if self._office_led(mention) == head:
            return True
        return any(
            self.wording.lemma(index) == head
            and (
                not self.lex[index - 1].bits & office
                or self.lex[index - 1].article
                or not self.tokens.is_word(index - 1)
            )
            for index in range(mention.where[0] + 1, mention.where[1])
        )

    def _of_origin(self, mention: Mention) -> Entity | None:
        """Return who is named last under a role to which a mention adds only where they are from.

        "the Greek goalkeeper" is the goalkeeper of whom the report has not told another country.
        """
        head, rest = self.wording.lemma(mention.head), self._rest(mention)
        origin = lx.DEMONYM
        if not rest or mention.features & PLUR or self.mentions.is_other(mention):
            return None
        if not all(self.lex[at].bits & origin for at in rest.values()):
            return None
        for known, one in self.cast.before(mention.where[0]):
            if not admits(mention.features, known.features):
                continue
            if self.wording.lemma(one.head) == head and not any(
                self.lex[i].bits & origin
                for i in range(*one.where)
                if one.name is None or not one.name[0] <= i < one.name[1]
            ):
                return self._introduce(known)
        return None

    def _described(self, mention: Mention) -> frozenset[str]:
        """Return what a phrase says of somebody beside the name; read once for each phrase."""
        known = self._descriptions.get(mention.where)
        if known is None:
            name = mention.name or (0, 0)
            words = {
                self.wording.lemma(index)
                for index in range(*mention.where)
                if self._tells(index) and not name[0] <= index < name[1]
            }
            words |= self._origin_before(mention) | self._tried(mention) | self._led(mention)
            known = frozenset(words | self.wording.others(words))
            self._descriptions[mention.where] = known
        return known

    def _tried(self, mention: Mention) -> set[str]:
        """Return what somebody is called of whose trial the report tells: the accused."""
        at = self._word_before(mention)
        tried = at >= 0 and self.lex[at].base in self.pack.trials
        return set(self.pack.accused) if tried else set()

    def _led(self, mention: Mention) -> set[str]:
        """Return the office of somebody who is said to head a body, with the words for that.

        "the court, headed by X": its head.
        """
        at = self._word_before(mention)
        office = self._office_led(mention)
        if office is None:
            return set()
        before = range(max(at - LEADS, 0), at)
        return {office, *(self.wording.lemma(i) for i in before if self.lex[i].bits & lx.BODY)}

    def _office_led(self, mention: Mention) -> str | None:
        """Return the office that a word right before a name gives somebody ("headed by X")."""
        at = self._word_before(mention)
        return self.pack.leads.get(self.tokens.key[at]) if at >= 0 else None

    def _word_before(self, mention: Mention) -> int:
        """Return the word before a phrase, marks passed over; -1 for none."""
        at = mention.where[0] - 1
        while at > 0 and not self.tokens.is_word(at):
            at -= 1  # a name in marks
        return at

    def _by_role(self, mention: Mention, *, exact: bool = False) -> Entity | None:
        """Return the person whom a role without a name stands for."""
        head, rest = self.wording.lemma(mention.head), self._rest(mention)
        plural = bool(mention.features & PLUR)
        loose: Entity | None = None
        best: tuple[float, Entity] | None = None
        for entity in self._by_recency():
            if bool(entity.features & PLUR) != plural or entity.kind == "document":
                continue
            if not admits(mention.features, entity.features) or self._is_foreign(mention, entity):
                continue
            if head in entity.heads:
                share = self._weigh(rest, entity.words | entity.heads | entity.origins)
                if share >= ROLE_SHARE and (best is None or share > best[0]):
                    best = share, entity
            elif loose is None and entity.kind == "person":
                loose = entity
        if best is not None:
            return best[1]
        if not plural and mention.definite and self.lex[mention.head].bits & lx.UNNAMED:
            several = [e for e in self._by_recency() if head in e.heads and e.features & PLUR]
            last = self._recent[-1] if self._recent else None
            one = last is not None and last.kind == "person" and not last.anonymous
            one = one and self.lex[mention.head].base not in self.pack.source_nouns
            if several and several[0].anonymous and not rest and not one:
                return several[0]
        if exact or plural or self.mentions.is_owned(mention) or self.mentions.is_other(mention):
            return None
        learned = self._learned(mention)
        if learned is not None:
            return learned
        if mention.definite and mention.core[1] - mention.core[0] == 1:
            last = self._last_person(mention.features)
            return None if last is not None and self._is_apart(mention, last) else last
        generic = bool(self.lex[mention.head].bits & (lx.UNNAMED | lx.TITLE))
        if mention.definite and generic and self._recent and not self._is_specific(mention):
            named = loose is not None and not loose.anonymous
            return loose if named and loose and not self._is_apart(mention, loose) else None
        return None

    def _learned(self, mention: Mention) -> Entity | None:
        """Return the doctor or scholar who spoke last, where a phrase tells of a field of study.

        "Dr X warned …", then "the teacher of neurology noticed".
        """
        scholars, last = self.pack.scholars, self._recent[-1] if self._recent else None
        definite = mention.definite or mention.governs
        if self.wording.lemma(mention.head) not in scholars or not definite or last is None:
            return None
        if last.kind != "person" or last.anonymous or not admits(mention.features, last.features):
            return None
        return None if scholars.isdisjoint(last.heads) else last

    def _is_after_lead(self, mention: Mention, draft: Draft) -> bool:
        """Say whether the paragraph after the lead names whom the lead calls by office alone.

        So it does by a bare full name after a definite office, and by the name of somebody
        learned after "an expert".
        """
        last = self._recent[-1]
        if len(self._recent) > 1 or draft.outer is not None:
            return False
        sentences = self.document.sentences
        led = max((at for at in self._spoken if at <= draft.sentence), default=draft.sentence)
        if sentences[draft.sentence].paragraph - sentences[led].paragraph > 1:
            return False
        if last.definite:
            return not last.heads.isdisjoint(self.pack.officials)
        roles = (at for at in range(*mention.where) if self.lex[at].bits & lx.ROLE)
        learned = any(self.wording.lemma(at) in self.pack.scholars for at in roles)
        return learned and not last.heads.isdisjoint(self.pack.scholars)

    def _is_lead(self, entity: Entity) -> bool:
        """Say whether an official without a name is the only one who has spoken so far."""
        return len(self._recent) == 1 and not entity.heads.isdisjoint(self.pack.officials)

    def _is_apart(self, mention: Mention, entity: Entity) -> bool:
        """Say whether somebody known by an office is not meant by another ("the judge")."""
        head = self.wording.lemma(mention.head)
        return head in self.pack.apart and head not in entity.heads and bool(entity.heads)

    def _weigh(self, rest: dict[str, int], known: Collection[str]) -> float:
        """Return how much of a role's other words fit; demonyms and adjectives count half."""
        if not rest:
            return 1.0
        weights = {word: 0.5 if self.lex[at].bits & (lx.DEMONYM | lx.ADJ) else 1.0
                   for word, at in rest.items()}  # fmt: skip
        known_weight = sum((w for word, w in weights.items() if word in known), 0.0)
        return known_weight / sum(weights.values(), 0.0)

    def _nearest(self, people: list[Known], mention: Mention) -> Known:
        """Return who is named last before a mention; else who is named first after it."""
        at = mention.where[0]
        before = [k for k in people if k.mentions[0].where[0] <= at]
        if before:
            return max(before, key=lambda k: max(
                m.where[0] for m in k.mentions if m.where[0] <= at))  # fmt: skip
        return min(people, key=lambda k: k.mentions[0].where[0])


__all__ = ["ROLE_SHARE", "Roles"]
