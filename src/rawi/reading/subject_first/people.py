"""Who speaks: mentions linked to one speaker per person, by name, role and pronoun."""

from __future__ import annotations

from itertools import islice
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft
from rawi.reading.subject_first.entity import Entity
from rawi.reading.subject_first.known import Known
from rawi.reading.subject_first.mentions import Mention
from rawi.reading.subject_first.unnamed import Unnamed

#: Who spoke is named so soon after, in sentences.
NEAR: Final = 3
#: So many drafts are looked through for one that tells of another: enough for any report, and the
#: time stays in proportion to the text's length.
MOST_DRAFTS: Final = 100


class People(Unnamed):
    """Links the sources of one document's drafts to speakers."""

    def link(self, drafts: list[Draft], headlines: set[int]) -> list[Entity | None]:
        """Return the speaker of each draft, None where nothing tells."""
        self._contents: dict[int, frozenset[str]] = {}
        found: list[Entity | None] = [None] * len(drafts)
        number_of = {id(draft): number for number, draft in enumerate(drafts)}
        order = sorted(range(len(drafts)), key=lambda n: (drafts[n].at, n))
        self._speaking = {draft.sentence for draft in drafts}
        body = [n for n in order if n not in headlines]
        for number in body:
            draft = drafts[number]
            known = len(self.entities)
            entity = self._by_source.get(draft.source) if draft.source else None
            if entity is None:
                entity = self._entity(draft, drafts, found, number_of)
            if entity is not None and draft.source is not None:
                self._by_source[draft.source] = entity  # one phrase, said of several statements
            if entity is not None:
                self._explain(draft, entity, known)
            found[number] = entity
            if entity is not None:
                self._speaks(entity, draft)
        for number in (n for n in order if n in headlines):
            found[number] = entity = self._headline(drafts[number], drafts, found)
            if entity is not None and entity.evidence:
                self.rules[id(drafts[number])] = "headline"
        for place, number in enumerate(order):
            if found[number] is None and drafts[number].kind in ("quotation", "quoted line"):
                found[number] = self._neighbour(place, order, drafts, found)
                self.rules[id(drafts[number])] = "goes on speaking"
        self._name_later(drafts, found)
        return found

    def _name_later(self, drafts: list[Draft], found: list[Entity | None]) -> None:
        """Name whom only a role tells by the sentence after that tells where they spoke.

        "The fleet's commander said … Admiral Jane Roe made the remarks in an interview."
        """
        speaking: dict[int, list[int]] = {}
        for draft_number, draft in enumerate(drafts):
            speaking.setdefault(draft.sentence, []).append(draft_number)
        for number, sentence in enumerate(self.document.sentences):
            told = self.word[sentence.first : sentence.last]
            if not any(word.bits & w.SPEAKTO or word.key in self._remarks for word in told):
                continue
            known = self.cast.subject_of(sentence.first, sentence.last)
            said = [entity for n in speaking.get(number, ()) if (entity := found[n]) is not None]
            if known is None or any(entity.known is known for entity in said):
                continue
            near = range(number - NEAR, number)
            before = [n for place in near for n in speaking.get(place, ())]
            entity = found[max(before, key=lambda n: drafts[n].at)] if before else None
            if entity is None or not entity.anonymous or entity.features & w.PLUR:
                continue
            if self._is_foreign(entity.nations, known):
                continue
            if self.naming.admits(entity.features, known.features) and self._is_definite(entity):
                named = self._from_cast(known)
                named.also.append(entity.name)
                named.heads |= entity.heads
                found[:] = [named if one is entity else one for one in found]

    def _is_definite(self, entity: Entity) -> bool:
        """Say whether an unnamed speaker is called by a definite role."""
        words = entity.name.split()
        told = words if self.grammar.suffixed else words[:1]  # "üst düzey bir yetkili"
        return not any(self.grammar.word(o).bits & (w.INDEF | w.CARDINAL) for o in told)

    def _explain(self, draft: Draft, entity: Entity, known: int) -> None:
        """Note by which rule a draft's speaker was found."""
        if draft.source is None:
            rule = "words of the body repeated" if draft.kind != "verb" else "goes on speaking"
            rule = "answers in the interview" if draft.kind == "dialogue" else rule
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
        if draft.form is not None and draft.form.lemma in self._asking and self._is_asked(draft):
            self._asked_last = (draft.at, entity)
        if draft.kind != "inner" and draft.outer is None:
            self._spoken.append((draft.at, entity))

    def _is_asked(self, draft: Draft) -> bool:
        """Say whether somebody is asked something, and will answer: "lui a-t-il demandé"."""
        first, end = draft.cue[0] if draft.cue else (0, 0)
        if not any(self.word[i].bits & w.OBJ for i in range(first, end)):
            return False
        last = draft.content[-1][1]
        marks = self.grammar.question_marks
        return draft.opening == "question" or any(key in marks for key in self.key[last - 2 : last])

    def _entity(
        self, draft: Draft, drafts: list[Draft], found: list[Entity | None],
        number_of: dict[int, int],
    ) -> Entity | None:  # fmt: skip
        if draft.source is None:
            if draft.rule == "line of dialogue" or draft.kind == "dialogue":
                return self._interviewed(draft.rule, drafts)
            if draft.kind in ("quotation", "quoted line", "line"):
                return self._same_words(draft, drafts, found)
            if draft.kind == "according" and draft.sentence:
                before = self.document.sentences[draft.sentence - 1]
                if not self._spoken or self._spoken[-1][0] < before.first:
                    named = self._subject(before.first, before.last)
                    if named is not None:
                        return named
            goes_on = draft.kind in ("verb", "according")
            if draft.features and (goes_on or draft.kind in ("incise", "dialogue line")):
                return self._unsaid(draft)
            return self._speaks_on(draft) if self._spoken and goes_on else None
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

    def _speaks_on(self, draft: Draft) -> Entity:
        """Return who spoke last; of a quotation somebody, and no paper."""
        last = self._spoken[-1][1]
        if last.kind != "document" or not self._is_quoted(draft):
            return last
        people = (one for _, one in reversed(self._spoken) if one.kind != "document")
        return next(people, None) or self._last_person(0, draft.at) or last

    def _is_quoted(self, draft: Draft) -> bool:
        """Say whether words in marks may have a speaker who is left out: no paper then."""
        at = draft.content[0][0]
        return self.grammar.drops_subject and self.document.quote_over(at) is not None

    def _unsaid(self, draft: Draft) -> Entity | None:
        """Return who is the subject that a verb leaves out: "Aseguran que …", of that number."""
        at, plural = draft.at, bool(draft.features & w.PLUR)
        told = None if draft.shared else self._subject_before(draft.features, at)
        if told is not None and (told.kind != "document" or not self._is_quoted(draft)):
            return told
        people = [self._speaks_on(draft)] if self._spoken else []
        for entity in (*people, *(one for _, one in reversed(self._spoken))):
            several = bool(entity.features & w.PLUR)
            if several == plural or (plural and entity.kind == "organisation"):
                return entity
        if self._spoken:
            return self._speaks_on(draft)
        return None if plural else self._last_person(0, at)

    def _interviewed(self, rule: str, drafts: list[Draft]) -> Entity | None:
        """Return the one person who is named before the first line of a dialogue."""
        if self._before_dialogue is None:
            first = next(d.content[0][0] for d in drafts if d.rule == rule)
            told = {id(known): known for _, known in self.cast.between(0, first)}
            self._before_dialogue = list(told.values())
        named = self._before_dialogue
        known = named[0] if len(named) == 1 else self._of_headline(len(self.key))
        if known is None and len(named) > 1 and not self.grammar.renames:
            first = next(d.content[0][0] for d in drafts if d.rule == rule)
            known = self._most_named(named, first)
        return self._from_cast(known) if known is not None and named else None

    def _most_named(self, named: list[Known], first: int) -> Known | None:
        """Return who is named more often than anybody else before the first turn; None for none."""
        times = sorted(((sum(at < first for at in k.places), n) for n, k in enumerate(named)))
        (second, _), (most, who) = times[-2:]
        return named[who] if most > second else None

    def resolve(self, mention: Mention, draft: Draft | None, outer: Entity | None) -> Entity | None:
        """Return whom a mention means."""
        at = mention.where[0]
        if mention.pronoun:
            before = self._outside(draft, at)
            meant = self._pronoun(mention, before, outer)
            return meant if meant is not None or before == at else self._pronoun(mention, at, outer)
        if mention.name is None and self._spoken and self._is_same(mention.where):
            return self._spoken[-1][1]
        spelt = self._by_letters(mention.core)
        if spelt is not None:
            return self._learn(spelt, mention)
        if mention.joint:
            return self._several(mention)
        if mention.name is not None and mention.kind == "person":
            return self._named(mention)
        if mention.kind == "document":
            writing = self._writing(mention)
            if writing is not None:
                return writing
        paper = self._outlet(mention, at)
        if paper is not None:
            return paper
        person = self._by_article(mention, at) or self._by_unlisted(mention, at)
        if person is not None:
            return self._learn(person, mention)
        if mention.name is not None and not mention.generic:
            return self._described_body(mention, at) or self._body(mention)
        if mention.kind == "person" and not self._is_trade(mention):
            return self._unnamed(mention, at)
        return self._generic_body(mention, at)

    def _by_article(self, mention: Mention, at: int) -> Entity | None:
        """Return the person whose surname stands behind an article: "la Rossi", Ada Rossi."""
        first, last = mention.core
        bare = mention.definite and last - first == 1 and mention.name == mention.core
        if not bare or not self.grammar.gendered or self.word[first].bits & (w.BODY | w.MEDIA):
            return None
        known = self.cast.person(self.naming.words(mention.core), at)
        if known is None or len(known.words) < 2 or self.cast.is_soft(known):
            return None
        surname = self.word[known.name[1] - 1].stem == self.word[first].stem
        fits = self.naming.admits(known.features, self.word[mention.where[0]].features)
        return self._from_cast(known) if surname and fits else None

    def _by_unlisted(self, mention: Mention, at: int) -> Entity | None:
        """Return whom a noun in no table told of before: "el comodoro X", then "el comodoro"."""
        first, last = mention.core
        told = mention.definite and mention.kind == "organisation" and last - first == 1
        noun, alone = self.word[first], mention.name in (None, mention.core)
        if not told or not self.grammar.gendered or noun.upper or not alone:
            return None
        if noun.bits & w.ROLE:  # "o presidente-executivo, X", then "o executivo", no government
            spoke = self._spoken[-1][1] if self._spoken else None
            if noun.features & w.PLUR and self.grammar.renames:
                return None  # "les rebelles" are not the rebel who spoke
            held = spoke is not None and any(
                head == noun.lemma or head.endswith(f"-{noun.lemma}") for head in spoke.heads
            )
            return spoke if held and spoke is not None and spoke.kind == "person" else None
        if noun.bits:
            return None
        known = self.cast.by_role({noun.lemma}, at, mention.features)
        return self._from_cast(known) if known is not None else None

    def _outside(self, draft: Draft | None, at: int) -> int:
        """Return where to look back from: what somebody says names others, not them.

        "X will be ready, he said" tells of X, whom somebody told of before speaks of.
        """
        back = draft is not None and draft.opening == "backward" and self.grammar.renames
        if draft is not None and draft.opening == "object" and self.grammar.noun_capitals:
            back = True  # "Konkrete Standorte gab sie nicht bekannt"
        return min(at, draft.content[0][0]) if draft is not None and back else at

    def _is_trade(self, mention: Mention) -> bool:
        """Say whether a role may be a company's as well, and nobody is told to have it.

        "Transcargo expects a profit. The carrier puts it down to …"
        """
        trade = mention.heads & self._generic and mention.definite and self.grammar.renames
        owned = self.word[mention.where[0]].bits & w.POSS
        if not trade or owned or mention.features & w.PLUR or not self._is_bare_role(mention):
            return False
        heads = self.naming.widened(mention.heads)
        told = any(e.kind == "person" and e.heads & heads for e in self.entities)
        if told or self.cast.by_role(heads, mention.where[0], mention.features) is not None:
            return False
        return self._spoke_last(heads) is not None or (
            self.cast.soft_before(mention.where[0]) is not None
        )

    def _owner(self, index: int) -> Entity | None:
        """Return the person whom a possessive with a gender means: "his last post"."""
        told = self.word[index].features
        gendered = told & (w.MASC | w.FEM) and not told & w.PLUR and not self.grammar.gendered
        return self._last_person(told, index) if gendered else None

    def _resolved(self, mention: Mention) -> Entity | None:
        """Return whom a mention beside a writing means."""
        return None if mention.pronoun else self.resolve(mention, None, None)

    def _meant(self, mention: Mention) -> Entity | None:
        return self.resolve(mention, None, None)

    def _is_same(self, where: tuple[int, int]) -> bool:
        """Say whether a phrase only repeats who spoke before: "the same source"."""
        same = self.grammar.words_of("same")
        if where[1] - where[0] == 2 and self.key[where[0]] in self.grammar.words_of("pointing"):
            if self.key[where[1] - 1] in self.grammar.words_of("sources"):
                return True  # "that source"
        ours = self.word[where[0]].bits & w.POSS and self.word[where[0]].bits & w.FIRST
        if ours and self.grammar.renames and where[1] - where[0] == 2:
            if self.key[where[1] - 1] in self.grammar.words_of("sources"):
                return True  # "notre source"
        return any(self.key[i] in same for i in range(where[0], min(where[1], where[0] + 2)))

    # -- headlines and quotations that name nobody ---------------------------------

    def _headline(
        self, draft: Draft, drafts: list[Draft], found: list[Entity | None]
    ) -> Entity | None:
        """Return whom a headline means, which the body names."""
        same = self._same_words(draft, drafts, found)
        if draft.source is None:
            return same or self._in_line(draft)
        mention = self.mentions.read(draft.source)
        if mention.name is not None and mention.kind == "person":
            if mention.joint:
                return self._several(mention)
            topic = same is not None and self.grammar.renames and self._is_topic_name(mention)
            return same if topic else self._named(mention)
        paper = self._reporting(mention)
        if paper is not None:
            return paper
        heads = self.naming.widened(mention.heads)
        words = {self.word[i].stem for i in range(*mention.where) if self.word[i].is_word}
        body = self.grammar.noun_capitals and mention.kind == "organisation"
        titled = mention.kind == "organisation" and mention.name is not None
        if titled and self.grammar.renames and self.key[draft.source[0] - 1] == "(":
            body = True  # "… : 214 morts (ministère de la Santé)"
        person = same is not None and same.kind == "person" and not body
        if same is not None and (same.heads & heads or person):
            return same
        spoken = sorted(self.entities, key=lambda entity: entity.evidence[0].start
                        if entity.evidence else 0)  # fmt: skip
        plural = bool(mention.features & w.PLUR) and self.grammar.renames
        for entity in spoken:
            several = plural and not entity.features & w.PLUR
            alike = entity.heads & heads and not several
            if alike and (mention.kind != "person" or entity.kind == "person"):
                return entity
        known = self.cast.by_role(heads, len(self.key), 0) if not plural else None
        if known is not None and mention.kind == "person":
            return self._from_cast(known)
        own = titled and self.grammar.renames and len(mention.words) > 1
        for entity in spoken:
            shared = words & entity.words
            whole = shared in (mention.words, entity.words)  # no mere place that both are of
            if entity.kind != "person" and shared and (whole or not own):
                return entity
        if same is not None and not (body and own and same.kind == "person"):
            return same
        if mention.kind != "person" and self.grammar.title_case:
            named = self.cast.between(*mention.where)  # "a conversation with Ann Poe"
            if len(named) == 1:
                return self._from_cast(named[0][1])
        if mention.kind == "person" and mention.heads and not plural:
            people = [e for e in spoken if e.kind == "person" and not e.anonymous]
            loose = mention.heads & self._loose
            if people and (loose or len(people) == 1):
                return people[0]
        return self.resolve(mention, draft, None)

    def _reporting(self, mention: Mention) -> Entity | None:
        """Return the outlet that the body tells of, where a headline ends in ": Report"."""
        if mention.kind != "document" or not mention.heads & self._told_by_outlets:
            return None
        if any(entity.heads & mention.heads for entity in self._documents()):
            return None
        outlets = (entity for _, entity in self._spoken if self._is_outlet(entity))
        return next(outlets, None)

    def _is_topic_name(self, mention: Mention) -> bool:
        """Say whether a headline's label is no name of somebody: "Aïn Sfaya : « … »"."""
        assert mention.name is not None
        known = self.cast.person(self.naming.words(mention.name), mention.where[0])
        return self._is_soft(mention) and (known is None or self.cast.is_soft(known))

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
        for number, other in enumerate(islice(drafts, MOST_DRAFTS)):
            entity = found[number]
            if entity is None or other is draft:
                continue
            share = len(words & self._content_words(other)) / len(words)
            if share >= 0.6 and (best is None or share > best[0]):
                best = (share, entity)
        return None if best is None else best[1]

    def _content_words(self, draft: Draft) -> frozenset[str]:
        """Return the telling words at the beginning of what a draft says, worked out once."""
        words = self._contents.get(id(draft))
        if words is None:
            words = self._contents[id(draft)] = frozenset(
                self.key[i]
                for first, last in draft.content[:8]
                for i in range(first, min(last, first + 60))
                if self.word[i].is_word
                and not self.word[i].bits & (w.DET | w.PREP | w.AUX | w.CONJ)
            )
        return words

    def called(self, first: int, last: int) -> Entity | None:
        """Return whom a role at a sentence's head means, who speaks in the report."""
        known = len(self.entities)
        entity = self._role_at(first, last, self.word[first].features & (w.MASC | w.FEM))
        new = len(self.entities) > known
        return None if new else entity

    def _told_beside(self, draft: Draft) -> Entity | None:
        """Return who is the subject of the sentence after a quotation, in its paragraph."""
        of = self.document.sentences
        if not self.document.grammar.renames or draft.sentence + 1 >= len(of):
            return None
        here, following = of[draft.sentence], of[draft.sentence + 1]
        if following.paragraph != here.paragraph:
            return None
        known = self.cast.subject_of(following.first, following.last)
        if known is not None:
            return self._from_cast(known)
        if draft.sentence + 1 in self._speaking:
            return None
        role = self._role_at(following.first, following.last, 0)
        return role or self._only_named(following.first, following.last)

    def _only_named(self, first: int, last: int) -> Entity | None:
        """Return the one person whom a sentence names: "Même constat chez X. « … »"."""
        named = {id(known): known for _, known in self.cast.between(first, last)}
        known = next(iter(named.values())) if len(named) == 1 else None
        return None if known is None or self.cast.is_soft(known) else self._from_cast(known)

    def _introduced(self, draft: Draft) -> Entity | None:
        """Return whom the sentence before a quotation is about, which says nothing itself.

        "The deputy mayor, X, was there. “I saw the smoke.”"
        """
        of, number = self.document.sentences, draft.sentence - 1
        if not self.document.grammar.renames or number < 0 or number in self._speaking:
            return None
        here = of[number]
        if here.paragraph != of[draft.sentence].paragraph:
            return None
        known = self.cast.subject_of(here.first, here.last)
        if known is not None:
            return self._from_cast(known)
        role = self._role_at(here.first, here.last, 0)
        return role or self._only_named(here.first, here.last)

    def _led_to(self, draft: Draft) -> Entity | None:
        """Return the one person whom the words before a quotation name, a colon at their end."""
        opened = draft.content[0][0]
        if opened < 1 or self.key[opened - 1] not in self.grammar.colons:
            return None
        first = self.document.sentences[draft.sentence].first
        named = self.cast.between(first, opened)
        before = [e for at, e in self._spoken if first <= at < opened]
        if before and not self.grammar.renames:
            return before[-1]  # "The mayor hailed X: “…”"
        if not named and self.grammar.renames:
            beside = self._beside_colon(first, opened)
            if beside is not None or not self.word[first].bits & w.DET:
                return beside
            return self._role_at(first, opened, 0)  # "Un chauffeur traduisait l'humeur : « … »"
        if len({id(known) for _, known in named}) != 1 or self._is_topic(first, named[0][0]):
            return None
        return self._from_cast(named[0][1])

    def _beside_colon(self, first: int, opened: int) -> Entity | None:
        """Return whom the phrase before a colon means: who confirms it, or who is an example.

        "…, ce que confirme le proviseur : « … »", "…, à l'image de cette femme : « … »"
        """
        likening = self.grammar.words_of("likening")
        for at in range(opened - 2, first + 1, -1):
            before = self.word[at - 1]
            like = before.bits & w.PREP and self.key[at - 2] in likening
            told = any(cue.form & w.FINITE for cue in before.cues) and not before.bits & w.HEADS
            if self.word[at].bits & w.DET and (like or told):
                whole = self.phrases.end(at, opened - 1) == opened - 1
                return self._role_at(at, opened - 1, 0) if whole else None
        return None

    def _is_topic(self, first: int, place: int) -> bool:
        """Say whether a name at a line's head is what is spoken of: "On Ada Lorne: “…”"."""
        if not self.word[first].bits & w.PREP:
            return False
        return not any(self.key[i] == "," for i in range(first, place))

    def _neighbour(
        self, place: int, order: list[int], drafts: list[Draft], found: list[Entity | None]
    ) -> Entity | None:
        """Return who spoke right before a quotation that names nobody, or speaks right after.

        `place` is that of the quotation in the order of the text.
        """
        draft = drafts[order[place]]
        if draft.kind == "quotation":
            told = self._told_beside(draft) or self._led_to(draft) or self._introduced(draft)
            if told is not None:
                return told
        above = self._announced_above(draft)
        if above is not None:
            return above
        after = range(place + 1, len(order))[:MOST_DRAFTS]
        before = range(place - 1, -1, -1)[:MOST_DRAFTS]
        if draft.kind == "quoted line" and not self._goes_on(draft):
            following = (found[order[other]] for other in after)
            speaker = next((entity for entity in following if entity is not None), None)
            if speaker is not None:
                return speaker
        paragraph = self._paragraph_of(draft)
        for places in (before, after):
            for other in places:
                if abs(self._paragraph_of(drafts[order[other]]) - paragraph) > 1:
                    break
                if (entity := found[order[other]]) is not None:
                    return entity
        return None

    def _announced_above(self, draft: Draft) -> Entity | None:
        """Return the one person whom the line before a quotation names, a colon at its end."""
        number = self._paragraph_of(draft) - 1
        if not self.grammar.title_case or number < 0 or draft.cue:
            return None
        first, last, kind = self.document.paragraphs[number]
        if kind is not None or self.key[last - 1] not in self.grammar.colons:
            return None
        named = {id(known): known for _, known in self.cast.between(first, last)}
        known = next(iter(named.values())) if len(named) == 1 else None
        return None if known is None or self._is_topic(first, known.places[0]) else (
            self._from_cast(known)
        )  # fmt: skip

    def _paragraph_of(self, draft: Draft) -> int:
        return self.document.sentences[draft.sentence].paragraph

    def _goes_on(self, draft: Draft) -> bool:
        """Say whether a quotation is of whole sentences, and so no subheading."""
        last = draft.content[-1][1]
        return last > 1 and self.key[last - 2] in self.grammar.sentence_marks


__all__ = ["Entity", "People"]
