"""Who speaks: mentions linked to one speaker per person, by name, role and pronoun."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.cast import Known
from rawi.reading.free_order.entity import Entity
from rawi.reading.free_order.mentions import Mention
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.free_order.roles import Roles
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range

#: How many of a quotation's first words the body must repeat.
REPEATED: Final = 3
#: So many statements are looked at for the words of a headline.
REACH: Final = 200
#: This share of a headline's words makes a statement the one that it tells.
SHARED: Final = 0.5
#: So far back a name is looked for that a pronoun may mean, in sentences.
NEAR: Final = 2
#: The same for whose post or address an outlet refers to.
AUTHOR: Final = 4
_OBLIQUE_KINDS: Final = frozenset({"according", "words", "relay", "sourcing"})


class People(Roles):
    """Links the sources of one document's drafts to speakers."""

    def __init__(self, phrases: Phrases, introduced: Mapping[int, Range]) -> None:
        """Take who is introduced in a sentence, by its first token, before a quotation."""
        super().__init__(phrases)
        self.introduced = introduced
        self._said: dict[int, str] = {}
        #: where statements stand that a relative clause tells
        self._aside: set[int] = set()
        lists = self.grammar.words_of
        self._speak_there, self._in_it = lists("speak_there"), lists("in_it")

    def link(self, drafts: list[Draft], headlines: set[int]) -> list[Entity | None]:
        """Return the speaker of each draft, None where nothing tells."""
        found: list[Entity | None] = [None] * len(drafts)
        number_of = {id(draft): number for number, draft in enumerate(drafts)}
        order = sorted(range(len(drafts)), key=lambda n: (drafts[n].at, n))
        self._contents = sorted(span for d in drafts if d.outer is None for span in d.content)
        body = [n for n in order if n not in headlines]
        for number in body:
            draft = drafts[number]
            outer = found[number_of[id(draft.outer)]] if draft.outer is not None else None
            entity = self._entity(draft, outer, drafts, found)
            found[number] = entity
            if entity is not None:
                entity.last = draft.at
                if draft.outer is None:
                    self._spoken.append((draft.at, entity))
                    if self._is_aside(draft):
                        self._aside.add(draft.at)
        for number in (n for n in order if n in headlines):
            found[number] = self._headline(drafts[number], drafts, found)
        return found

    def _is_aside(self, draft: Draft) -> bool:
        """Say whether a relative clause tells what somebody said: no sentence is about them."""
        if draft.source is None or not draft.cue or draft.cue[0][0] < draft.source[1] + 2:
            return False
        comma = draft.source[1]
        return self.key[comma] == "," and bool(self.word[comma + 1].bits & w.REL)

    def case_of(self, draft: Draft) -> int:
        """Return the case in which the source of a draft stands."""
        if draft.kind == "words":
            return c.GENITIVE | c.ACCUSATIVE
        if draft.kind in _OBLIQUE_KINDS:
            return c.OBLIQUE
        if draft.kind == "document" and draft.source is not None:
            first, last = draft.source
            phrase = self.phrases.read(first, last, c.ANY) if self.key[last] == "," else None
            return c.spread(phrase.mask) if phrase is not None else c.NOMINATIVE
        return self._case_of_antecedent(draft) or c.NOMINATIVE

    def _case_of_antecedent(self, draft: Draft) -> int:
        """Return the case of a noun whose relative clause tells what it says; 0 for others."""
        if draft.source is None or draft.source[1] + 1 >= len(self.key):
            return 0
        first, comma = draft.source
        pronoun = self.word[comma + 1]
        phrase = self.phrases.read(first, comma, c.ANY)
        if draft.rule == "participle" and phrase is not None and not draft.shared:
            agreed = c.spread(phrase.mask & self.phrases.mask(draft.cue[0][0]))
            return c.NOMINATIVE if agreed & c.NOMINATIVE else agreed
        if self.key[comma] != "," or not pronoun.bits & w.REL or not draft.cue:
            return 0
        number = self.phrases.mask(comma + 1) & c.NOMINATIVE
        if phrase is None or not number or draft.cue[0][0] < comma:
            return 0
        told = c.spread(phrase.mask & (c.genders_in(number) or c.PLURAL))
        return told if not told & c.NOMINATIVE else c.NOMINATIVE

    def _entity(self, draft: Draft, outer: Entity | None, drafts: list[Draft],
                found: list[Entity | None]) -> Entity | None:  # fmt: skip
        if draft.source is None:
            if draft.kind in ("quotation", "quoted line", "line"):
                same = self._same_words(draft, drafts, found)
                if same is not None:
                    return same
            if draft.kind == "turn":
                return self._answering(draft)
            before = self.document.sentences[max(draft.sentence - 1, 0)].first
            if not draft.cue and before in self.introduced:
                mention = self.mentions.read(self.introduced[before], c.NOMINATIVE)
                return self.resolve(mention, draft, outer)
            return self._dropped(draft)
        if self.key[draft.source[0]] in self._speak_there:
            bodies = (e for e in self._recent() if e.kind == "organisation")
            return next(bodies, None) or self._body_there(draft.source[0])
        if draft.kind == "document" and self.key[draft.source[0]] in self._in_it:
            return self.document_before(draft.source[0])
        both = self._both(draft)
        if both is not None:
            return both
        mention = self.mentions.read(draft.source, self.case_of(draft))
        if mention.pronoun and draft.kind == "according":
            mention = self._parted(draft, mention) or mention
        return self.resolve(mention, draft, outer)

    def _both(self, draft: Draft) -> Entity | None:
        """Return the two people who speak together: "Ann Poe and Bo Lee said"."""
        if draft.source is None or not draft.features & w.PLUR:
            return None
        first, last = draft.source
        joints = [i for i in range(first + 1, last - 1)
                  if self.word[i].bits & w.CONJ and not self.word[i].upper]  # fmt: skip
        if len(joints) != 1 or "," in self.key[first:last] or self.word[first].bits & w.PREP:
            return None
        parts = [(first, joints[0]), (joints[0] + 1, last)]
        mentions = [self.mentions.read(part, c.NOMINATIVE) for part in parts]
        if any(one.kind != "person" or one.name is None or one.plural for one in mentions):
            return None
        people = [self.resolve(one) for one in mentions]
        if any(one is None or one.anonymous for one in people):
            return None
        name = f" {self.document.tokens.words(joints[0], joints[0] + 1)} ".join(
            one.name for one in people if one is not None
        )
        for entity in self._recent():
            if entity.plural and entity.name == name:
                return entity
        entity = self._new("person", name, mentions[0], False)
        entity.plural = True
        return entity

    def _body_there(self, at: int) -> Entity | None:
        """Return the body that the sentence before a token names last, for "there"."""
        number = bisect_right(self._firsts, at) - 2
        if number < 0 or self._paragraph(self._firsts[number]) != self._paragraph(at):
            return None
        first, last, _ = self.document.sentences[number]
        found: Mention | None = None
        index = first
        while index < last:
            phrase = self.phrases.read(index, last, c.ANY)
            if phrase is None or phrase.last <= index:
                index += 1
                continue
            if self.word[phrase.head].bits & w.BODY:
                found = self.mentions.read(phrase.span, phrase.mask)
            index = phrase.last
        return self.resolve(found) if found is not None else None

    def _parted(self, draft: Draft, pronoun: Mention) -> Mention | None:
        """Return who stands before "by his account": "X, by his account, has not seen it"."""
        if not draft.content or not draft.cue:
            return None
        first, last = draft.content[0]
        if last > draft.cue[0][0] or draft.cue[0][0] - last > 1:
            return None
        phrase = self.phrases.read(first, last, c.NOMINATIVE)
        if phrase is None or self.phrases.whole(phrase, last) != last:
            return None
        bits = self.word[phrase.head].bits
        if not bits & (w.ROLE | w.PERSON | w.GIVEN) and not self.phrases.is_proper(phrase.head):
            return None
        mention = self.mentions.read((first, last), c.NOMINATIVE)
        told = mention.genders or c.gender(phrase.mask)
        fits = not pronoun.genders or not told or bool(pronoun.genders & told)
        return mention if fits and mention.kind == "person" and not mention.plural else None

    def _dropped(self, draft: Draft) -> Entity | None:
        """Return whom a verb without a subject means: who spoke last, or is told of since."""
        last = self._last(draft.features)
        if self.grammar.drops_subject and self._spoken and self._spoken[-1][0] in self._aside:
            main = [one for one in self._spoken[-6:] if one[0] not in self._aside]
            return next((e for _, e in reversed(main) if self._fits(e, draft.features)), last)
        if not self.grammar.drops_subject or draft.features & w.PLUR or not draft.cue:
            return last
        first = self.document.sentences[max(draft.sentence - 1, 0)].first
        if last is not None and any(place >= first for place, _ in self._spoken[-1:]):
            return last
        genders = {w.MASC: c.MASC, w.FEM: c.FEM}.get(draft.features & (w.MASC | w.FEM), 0)
        named = self.cast.before(draft.at, genders, first)
        return self._from_cast(named[1]) if named is not None else last

    def _last(self, told: int) -> Entity | None:
        """Return who spoke last and agrees with a verb without subject."""
        for _, entity in reversed(self._spoken[-6:]):
            if not told or self._fits(entity, told):
                return entity
        return self._spoken[-1][1] if self._spoken else None

    def _fits(self, entity: Entity, told: int) -> bool:
        if told & w.PLUR:
            return entity.plural or entity.kind == "organisation"
        genders = {w.MASC: c.MASC, w.FEM: c.FEM}.get(told & (w.MASC | w.FEM), 0)
        return not entity.plural and (not genders or not entity.genders
                                      or bool(entity.genders & genders))  # fmt: skip

    def _answering(self, draft: Draft) -> Entity | None:
        """Return who answers in an interview: whom the first lines introduce, or the last one."""
        if draft.rule == "interview" and self.cast.people:
            return self._from_cast(self.cast.people[0])
        for _, entity in reversed(self._spoken[:-1]):  # the last one has asked
            if entity.kind == "person":
                return entity
        if self.cast.people:
            return self._from_cast(self.cast.people[0])
        return None

    # -- resolving -------------------------------------------------------------------

    def resolve(
        self, mention: Mention, draft: Draft | None = None, outer: Entity | None = None
    ) -> Entity | None:
        """Return whom a mention means."""
        at = mention.where[0]
        if mention.pronoun:
            return self._pronoun(mention, at, outer, draft)
        if mention.kind == "person" and mention.name is not None:
            return self._named(mention, draft)
        if mention.kind == "person":
            return self._unnamed(mention, at, draft)
        if mention.kind == "document":
            return self._author(mention, draft) or self.document_of(mention)
        owner = self.page_owner(mention)
        return owner or self._person_after_all(mention, draft) or self.organisation(mention, at)

    def _author(self, mention: Mention, draft: Draft | None) -> Entity | None:
        """Return whose words an outlet refers to as "the post": who was named before."""
        if draft is None or draft.rule != "with reference to":
            return None
        bare = mention.core[1] - mention.core[0] == 1
        if not bare or self.word[mention.head].lemma not in self._statements:
            return None
        at = mention.where[0]
        number = max(0, bisect_right(self._firsts, at) - AUTHOR)
        named = self.cast.before(at, 0, self._firsts[number])
        return self._from_cast(named[1]) if named is not None else None

    def _person_after_all(self, mention: Mention, draft: Draft | None) -> Entity | None:
        """Return the person whom a bare name means that may be a body's."""
        if mention.core[1] - mention.core[0] != 1 or mention.place:
            return None
        if self.word[mention.head].bits & w.HEADS or not self.word[mention.head].upper:
            return None
        words = self.naming.stems(mention.core)
        people = [e for e in self._recent() if e.kind == "person" and words <= e.words]
        known = self.cast.person(words, 0, mention.where[0])
        if not people and known is None:
            return None
        mention.kind, mention.name = "person", mention.core
        return self._named(mention, draft)

    def _named(self, mention: Mention, draft: Draft | None) -> Entity:
        """Return the person whom a phrase names, with the role that it tells."""
        entity = self._by_name(mention, draft)
        assert mention.name is not None
        first, last = mention.core[0], mention.name[0]
        if entity.role is None and first < last and mention.case & c.NOMINATIVE:
            role = mention.core if mention.called else (first, last)
            entity.role = self.naming.text(role)
        return entity

    def _by_name(self, mention: Mention, draft: Draft | None) -> Entity:
        assert mention.name is not None
        words = self.naming.stems(mention.name)
        at = mention.where[0]
        genders = mention.genders or self._verb_genders(draft, mention)
        for entity in self._recent():
            if (
                entity.kind == "person"
                and entity.words
                and not entity.anonymous
                and (words <= entity.words or entity.words <= words)
                and (not genders or not entity.genders or entity.genders & genders)
            ):
                return self._learn(entity, mention, genders)
        for entity in self._recent():
            if entity.kind != "person" and words <= entity.words and len(words) == 1:
                return self._learn(entity, mention, 0)
        office = self._officer(mention, genders)
        if office is not None:
            return office
        known = self.cast.person(words, genders, at) or self._by_patronymic(mention, at)
        if known is None and self._verb_genders(draft, mention) != genders:
            known = self.cast.person(words, self._verb_genders(draft, mention), at)
        if known is not None:
            return self._learn(self._from_cast(known, mention), mention, genders)
        case = c.INSTRUMENTAL if mention.called else mention.case
        name = self.naming.person(mention.name, case, genders)
        entity = self._new("person", name, mention, False)
        entity.words, entity.genders = words, genders
        return entity

    def _by_patronymic(self, mention: Mention, at: int) -> Known | None:
        """Return whom a given name with a patronymic means: who else bears the given name."""
        assert mention.name is not None
        first, last = mention.name
        if last - first != 2 or not self.key[last - 1].endswith(self.grammar.patronymics):
            return None
        given = frozenset({self.naming.stem(first)})
        return self.cast.person(given, mention.genders, at)

    def _pronoun(self, mention: Mention, at: int, outer: Entity | None,
                 draft: Draft | None) -> Entity | None:  # fmt: skip
        if mention.plural:
            for _, entity in reversed(self._spoken):
                if entity.plural or entity.kind == "organisation":
                    return entity
            return self._spoken[-1][1] if self._spoken else None
        genders = mention.genders
        best: tuple[int, Entity] | None = None
        for place, entity in reversed(self._spoken):
            if (
                place < at
                and entity is not outer
                and not entity.plural
                and (not genders or not entity.genders or entity.genders & genders)
                and entity.kind == "person"
            ):
                best = (entity.last, entity)
                break
        topic = self._topic(at, genders)
        if topic is not None and (best is None or topic[0] > best[0]):
            best = topic
        near = self._sentence_start(at)
        named = self.cast.before(at, genders, near)
        if named is not None and best is not None and self._is_said(named[0]):
            named = None  # whom somebody tells of says nothing
        if named is not None and (best is None or named[0] > best[0]):
            entity = self._from_cast(named[1])
            if entity is not outer and (outer is None or entity.known is not outer.known):
                return entity
        if best is not None:
            return best[1]
        surname = self._surname_before(at, genders)
        if surname is not None:
            return surname
        known = self.cast.before(at, genders, 0)
        if known is not None:
            return self._from_cast(known[1])
        for _, entity in reversed(self._spoken):
            if entity is not outer and not entity.plural and entity.kind != "document":
                return entity
        return None

    def _surname_before(self, at: int, genders: int) -> Entity | None:
        """Return whom a bare surname before a pronoun names, the subject of a sentence near it."""
        wanted = c.NOMINATIVE & c.SINGULAR & (genders or c.ANY)
        for index in range(at - 1, self._sentence_start(at) - 1, -1):
            word = self.word[index]
            if not word.upper or word.bits & w.HEADS or not self.phrases.is_proper(index):
                continue
            surname = word.key.endswith(self.grammar.surname_endings) and not word.bits & w.PLACE
            if surname and self.phrases.mask(index) & wanted:
                return self.resolve(self.mentions.read((index, index + 1), c.NOMINATIVE))
        return None

    def _topic(self, at: int, genders: int) -> tuple[int, Entity] | None:
        """Return whom the sentence before is about by office alone: "the lawyer came out"."""
        number = bisect_right(self._firsts, at) - 2
        if number < 0:
            return None
        first, last, paragraph = self.document.sentences[number]
        if self.document.sentences[number + 1].paragraph != paragraph:
            return None
        index = first
        while index < min(last, first + 8):
            if self.word[index].bits & w.PREP:
                end = self.phrases.complement(index, last)
                index = end if end is not None else index + 1
                continue
            phrase = self.phrases.read(index, last, c.NOMINATIVE)
            if phrase is None:
                index += 1
                continue
            bits = self.word[phrase.head].bits
            if not bits & (w.ROLE | w.PERSON) or phrase.named or phrase.last - phrase.first > 1:
                return None
            told = c.gender(phrase.mask)
            if genders and told and not told & genders:
                return None
            heads = self._widened({self.word[phrase.head].lemma})
            for entity in self._recent():
                if entity.kind == "person" and not entity.plural and entity.heads & heads:
                    return phrase.first, entity
            return None
        return None

    def _sentence_start(self, at: int) -> int:
        number = bisect_right(self._firsts, at) - NEAR
        return self._firsts[number] if number >= 0 else 0

    # -- headlines -------------------------------------------------------------------

    def _headline(self, draft: Draft, drafts: list[Draft],
                  found: list[Entity | None]) -> Entity | None:  # fmt: skip
        """Return whom a headline means, which the body names."""
        same = self._same_words(draft, drafts, found)
        if draft.source is None:
            return same or next((e for e in found if e is not None and e.kind == "person"), None)
        had = self._had_from(draft, drafts, found)
        if had is not None:
            return had
        mention = self.mentions.read(draft.source, self.case_of(draft))
        if mention.kind == "person" and mention.name is not None:
            return self._named(mention, draft)
        shouted = self._in_capitals(draft.source)
        if shouted is not None:
            return shouted
        if same is not None and same.kind == mention.kind:
            return same
        heads = set(mention.heads) or {self.word[mention.head].lemma}
        heads = self._widened(heads) | self._kinds(heads)
        inside = self._modifiers(mention)
        spoken = [e for e in dict.fromkeys(found) if e is not None]
        for entity in spoken:
            if (
                entity.kind == mention.kind
                and entity.heads & heads
                and inside <= (entity.told | entity.words)
            ):
                return self._learn(entity, mention, 0)
        for entity in spoken:
            if entity.kind == mention.kind and entity.heads & heads:
                return entity
        for entity in spoken:
            if entity.kind == mention.kind and inside and inside <= entity.told:
                return entity
        people = [e for e in spoken if e.kind == "person"]
        if mention.kind == "person" and not mention.plural and len(people) == 1:
            if not people[0].anonymous and not people[0].plural:
                return people[0]
        return self.resolve(mention, draft, None)

    def _had_from(self, draft: Draft, drafts: list[Draft],
                  found: list[Entity | None]) -> Entity | None:  # fmt: skip
        """Return from whom the outlet of a headline has it, as the body tells: "Reuters: …"."""
        if draft.source is None:
            return None
        outlet = self._outlet(draft.source)
        if outlet is None:
            return None
        for other, entity in zip(drafts, found, strict=True):
            if other.relay is None or other.outer is not None or entity is None:
                continue
            if entity.kind == "person" and self._outlet(other.relay) is outlet:
                draft.relay, draft.relay_cue = other.relay, other.relay_cue
                return entity
        return None

    def _outlet(self, where: Range) -> object | None:
        """Return the record of the outlet that a stretch names; None for others."""
        for at in range(*where):
            named = self.phrases.outlets.at(at, where[1], strict=False)
            if named is not None:
                return named.outlet
        return None

    def _in_capitals(self, where: Range) -> Entity | None:
        """Return the person whom a headline names in capitals alone."""
        first, last = where
        if last - first < 2 or not all(self.word[i].caps for i in range(first, last)):
            return None
        known = self.cast.person(self.naming.stems(where), 0, len(self.word))
        return self._from_cast(known) if known is not None else None

    def _same_words(self, draft: Draft, drafts: list[Draft],
                    found: list[Entity | None]) -> Entity | None:  # fmt: skip
        """Return who says the same words elsewhere in the report, near enough."""
        words = self._content_words(draft)
        if len(words) < REPEATED:
            return None
        wanted = " ".join(["", *words[: REPEATED + 1], ""])
        near = [n for n, other in enumerate(drafts[:REACH]) if other is not draft and found[n]]
        for number in near:
            if wanted in self._words(drafts[number]):
                return found[number]
        best: tuple[float, Entity | None] = (0.0, None)
        mine = {self.grammar.name_stem(word) for word in words}
        for number in near:
            theirs = map(self.grammar.name_stem, self._words(drafts[number]).split())
            share = len(mine.intersection(theirs)) / len(mine)
            if share >= SHARED and share > best[0]:
                best = (share, found[number])
        return best[1]

    def _words(self, draft: Draft) -> str:
        """Return the words of a content, blanks around each."""
        key = id(draft)
        if key not in self._said:
            self._said[key] = " ".join(["", *self._content_words(draft), ""])
        return self._said[key]

    def repeats(self, draft: Draft, drafts: list[Draft]) -> bool:
        """Say whether a headline's quotation repeats words that the body attributes."""
        words = self._content_words(draft)[:REPEATED]
        wanted = " ".join(["", *words, ""])
        return len(words) > 1 and any(
            wanted in self._words(other) for other in drafts[:REACH] if other is not draft
        )

    def _content_words(self, draft: Draft) -> list[str]:
        return [self.key[i] for first, last in draft.content for i in range(first, last)
                if self.word[i].is_word]  # fmt: skip
