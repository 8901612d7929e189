"""Who speaks: mentions linked to one speaker per person inside the report.

Drafts are taken in the order of the text, those of headlines last, since a headline
names by role whom the body names in full.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Sentence
from rawi.reading.drafts import Draft, Range
from rawi.reading.entity import Entity, admits
from rawi.reading.gallery import MEMORY
from rawi.reading.inflect import FEM, MASC, OBJECT, PLUR
from rawi.reading.mentions import Mention
from rawi.reading.roles import ROLE_SHARE
from rawi.reading.writings import Writings

#: A quoted line repeats a statement that has so many of its first words in a row.
REPEATED_WORDS: Final = 4
#: How far from a headline or quoted line its words are looked for, in statements.
REACH: Final = 100
#: So many places where a word stands are looked at for whom it names.
PLACES: Final = 40


def _first(sentence: Sentence) -> int:
    return sentence.first


class SpeakerLinker(Writings):
    """Links the drafts of one document to speakers."""

    def link(self, drafts: list[Draft], headlines: set[int]) -> list[Entity | None]:
        """Return the speaker of each draft; `headlines` are the drafts of headlines."""
        found: list[Entity | None] = [None] * len(drafts)
        self._spoken = {draft.sentence for draft in drafts}
        place = {id(draft): number for number, draft in enumerate(drafts)}
        order = [n for n in range(len(drafts)) if n not in headlines]
        self._titles = self._named_in([drafts[n] for n in sorted(headlines)])
        for number in order:
            draft = drafts[number]
            host = found[place[id(draft.host)]] if draft.host is not None else None
            if (
                host is not None
                and draft.host is not None
                and (draft.source is None or draft.source == draft.host.source)
            ):
                found[number] = host
                self._explain(draft, "shared with the verb before")
            else:
                self.rule = "goes on speaking"
                answers = (
                    self._answers(draft, drafts[number - 1], found[number - 1]) if number else None
                )
                found[number] = answers or self._speaker(draft)
                self._explain(draft, self.rule)
            entity = found[number]
            if entity is not None and draft.outer is None:
                self._touch(entity)
                if entity.kind != "document":
                    self._speaker_of.setdefault(draft.sentence, entity)
        spoken = [*dict.fromkeys(e for n in order if (e := found[n]) is not None)][:MEMORY]
        for number in sorted(headlines):
            if drafts[number].source is None:
                found[number] = self._repeated(number, drafts, found, order)
                self._explain(drafts[number], "words of the body repeated")
            else:
                self.rule = "headline"
                found[number] = self._headline(drafts[number], spoken)
                self._explain(drafts[number], self.rule)
        return found

    def _named_in(self, drafts: list[Draft]) -> list[Mention]:
        """Return the people whom the sources of headlines name."""
        read = [self.mentions.read(d.source) for d in drafts if d.source is not None]
        return [mention for mention in read if mention.name is not None]

    def _explain(self, draft: Draft, rule: str) -> None:
        """Note which rule linked a draft to its speaker, and the words that it rests on."""
        words = draft.source or (draft.cue[0] if draft.cue else draft.content[0])
        draft.because("speaker", rule, words)

    def _repeated(self, number: int, drafts: list[Draft], found: list[Entity | None],
                  order: list[int]) -> Entity | None:  # fmt: skip
        """Return whose words a quoted line repeats; else who speaks before it, else after."""
        words = self._content_words(drafts[number])[:REPEATED_WORDS]
        wanted = " ".join(["", *words, ""])
        at = bisect_left(order, number)
        before, after = order[max(0, at - REACH) : at], order[at : at + REACH]
        for other in (*before, *after):
            if other not in self._said:
                said = self._content_words(drafts[other])
                self._said[other] = " ".join(["", *said, ""])
            if wanted in self._said[other]:
                return found[other]
        near = (found[n] for n in (*reversed(before), *after))
        return next((entity for entity in near if entity is not None), None)

    def _content_words(self, draft: Draft) -> list[str]:
        return [self.tokens.key[i] for first, last in draft.content for i in range(first, last)
                if self.tokens.is_word(i)]  # fmt: skip

    def entity(self, where: Range) -> Entity | None:
        """Return whom a phrase names."""
        return self._resolve(self.mentions.read(where), None)

    # -- one draft -------------------------------------------------------------

    def _speaker(self, draft: Draft) -> Entity | None:
        if draft.source is None and draft.kind == "dialogue":
            return self._interviewed() or self._dropped(draft.features)
        if draft.source is None:
            someone = self._topic(draft) or self._dropped(draft.features, draft)
            if someone is None and draft.relay is not None and self._names_nobody(draft):
                return self.entity(draft.relay)  # "it was announced that …, according to X"
            return someone
        known = self._by_range.get(draft.source)
        if known is not None:
            self.rule = "the same phrase"
            return known
        mention = self.mentions.read(draft.source)
        teller = self._teller(draft)
        heads = set(teller.heads) if teller is not None else set()
        entity = self._resolve(mention, draft)
        told = entity is not None and self._is_asked(draft, mention, entity)
        if teller is not None and entity is teller and self._is_another(mention, heads):
            teller.heads = heads
            told = True
        if told:
            entity = self._someone_new(mention)
        if entity is not None:
            self._by_range[draft.source] = entity
        return entity

    def _answers(self, draft: Draft, question: Draft, asker: Entity | None) -> Entity | None:
        """Return who answers the question before, where no subject tells: not who asked it.

        "the judge asked him: “…?”, and he answered": who spoke last before the judge.
        """
        if asker is None or not draft.cue or draft.outer is not None or question.outer is not None:
            return None
        if draft.lemma not in self.pack.answering or question.lemma not in self.pack.questioning:
            return None
        near = self.document.sentences[draft.sentence].paragraph
        if self.document.sentences[question.sentence].paragraph != near:
            return None
        if draft.source is not None and not (draft.shared and draft.source == question.source):
            return None
        for entity in reversed(self._recent[-4:]):
            if entity is not asker and admits(draft.features, entity.features):
                self.rule = "answers the question before"
                return entity
        return None

    def _is_asked(self, draft: Draft, mention: Mention, entity: Entity) -> bool:
        """Say whether a role was linked to the last speaker, whom the verb's pronoun means.

        "the governor asked him": the governor is somebody else.
        """
        told = self.rule == "role" and mention.kind == "person" and mention.name is None
        last = self._recent[-1] if self._recent else None
        if not told or entity is not last or not draft.features & OBJECT:
            return False
        return self.wording.lemma(mention.head) not in entity.heads

    def _teller(self, draft: Draft) -> Entity | None:
        """Return who tells what somebody else said, where a statement stands in another's."""
        source = draft.outer.source if draft.outer is not None else None
        return self._by_range.get(source) if source is not None else None

    def _is_another(self, mention: Mention, heads: set[str]) -> bool:
        """Say whether an office is none that who tells of its holder is called by.

        "the spokesman said that the minister stressed …": the minister is somebody else.
        """
        unnamed = mention.kind == "person" and mention.name is None
        return unnamed and self.wording.lemma(mention.head) not in heads

    def _interviewed(self) -> Entity | None:
        """Return who answers in an interview: whom the headline names, else who is named most."""
        if self._answering is None:
            self._answering = self._announced(0)
        if self._answering is None and self.cast.people:
            most = max(self.cast.people, key=lambda known: len(known.mentions))
            self._answering = self._introduce(most)
        self.rule = "answers in the interview"
        return self._answering

    def _topic(self, draft: Draft) -> Entity | None:
        """Return whom the sentence before is about, where nobody speaks in it."""
        before = draft.sentence - 1
        sentences = self.document.sentences
        if before < 0 or draft.outer is not None or before in self._spoken:
            return None
        if sentences[before].paragraph != sentences[draft.sentence].paragraph:
            return None
        floor = self.subjects.handed(before)
        if floor is not None:
            given = self.mentions.read(floor)
            if admits(draft.features, given.features):
                self.rule = "subject of the sentence before"
                return self._resolve(given, draft)
        where = self.subjects.topic(before)
        if where is None:
            return None
        mention = self.mentions.read(where)
        if not admits(draft.features, mention.features) or mention.kind != "person":
            return None
        titled = mention.name is not None and mention.name != mention.where
        if not titled and not self.lex[mention.head].article and not self._is_cast(mention):
            return None
        entity = self._resolve(mention, draft)
        self.rule = "subject of the sentence before"
        return entity

    def _is_cast(self, mention: Mention) -> bool:
        """Say whether the report gives the full name of whom a mention names."""
        name = mention.name
        return name is not None and bool(self.cast.called(self.mentions.stems(name)))

    def _dropped(self, features: int, draft: Draft | None = None) -> Entity | None:
        """Return who goes on speaking: the last one whom gender and number admit.

        Where they admit nobody, whom the paragraph has named before.
        """
        for entity in reversed(self._recent[-4:]):
            if not entity.features or admits(features, entity.features):
                return entity
        if draft is not None and draft.cue:
            paragraph = self.document.sentences[draft.sentence].paragraph
            begin = self.document.paragraphs[paragraph].first
            for known, one in self.cast.before(draft.cue[0][0]):
                if one.where[0] < begin:
                    break
                if known.features and admits(features, known.features):
                    return self._introduce(known)
        if self._recent:
            return self._recent[-1]
        return self._announced(features) or self._silent_before(features, draft)

    def _silent_before(self, features: int, draft: Draft | None) -> Entity | None:
        """Return the person named last before a cue, where nobody has spoken in the report."""
        if draft is None or not draft.cue or draft.outer is not None or features & PLUR:
            return None
        for known, _ in self.cast.before(draft.cue[0][0]):
            if known.features and admits(features, known.features):
                self.rule = "named before"
                return self._introduce(known)
        return None

    def _announced(self, features: int) -> Entity | None:
        """Return whom the headline names, where nobody has spoken yet."""
        for mention in self._titles:
            if admits(features, mention.features):
                self.rule = "named in the headline"
                return self._named(mention, None)
        return None

    def _resolve(self, mention: Mention, draft: Draft | None) -> Entity | None:
        if mention.kind == "pronoun":
            return self._meant(mention, draft) or self._dropped(
                (draft.features if draft else 0) or mention.features
            )
        if mention.name is not None:
            return self._named(mention, draft)
        if mention.kind == "document":
            return self._document(mention, draft)
        if mention.kind == "organisation":
            return self._organisation(mention)
        return self._person(mention, draft)

    def _meant(self, mention: Mention, draft: Draft | None) -> Entity | None:
        """Return whom a pronoun means: the person named last before it in the same sentence."""
        if draft is None or mention.features & PLUR:
            return None
        sentence, at = self.document.sentences[draft.sentence], mention.where[0]
        self.rule = "pronoun after the name"
        for known, one in self.cast.before(at):
            if one.where[0] >= sentence.first and admits(mention.features, known.features):
                return self._introduce(known)
        topic = self.subjects.topic(draft.sentence)
        if topic is None or topic[1] > at:
            return None
        other = self.mentions.read(topic)
        told = other.name is not None or self.lex[other.head].article
        return self._resolve(other, draft) if told and other.kind == "person" else None

    # -- persons ---------------------------------------------------------------

    def _named(self, mention: Mention, draft: Draft | None) -> Entity:
        assert mention.name is not None
        name_words = self.mentions.stems(mention.name)
        features, verb = mention.features, draft.features if draft else 0
        if len(name_words) == 1 and mention.where == mention.name:
            features = verb or features  # a surname may be a given name of the other gender
        features = features or verb
        spoken = [
            entity
            for entity in self._by_recency()
            if entity.kind == "person"
            and not name_words.isdisjoint(entity.name_words)
            and self.mentions.same_name(entity.name_words, name_words)
        ]
        equal = [entity for entity in spoken if entity.name_words == name_words]
        fitting = equal + [e for e in spoken if admits(features, e.features)]
        if fitting:
            return self._add(fitting[0], mention, "name")
        if len(name_words) == 1:
            for entity in reversed(self.entities):
                if name_words <= entity.words and entity.kind != "person":
                    return self._add(entity, mention, "name")
        unnamed = self._unnamed(mention)
        if unnamed is not None:
            unnamed.anonymous = False
            return self._add(unnamed, mention, "name of a role")
        called = self.cast.called(name_words) if len(name_words) < 3 else []
        others = [k for k in called if admits(features, k.features)]
        earlier = [k for k in others if k.mentions[0].where[0] < mention.where[0]]
        if not earlier and not spoken:
            continued = self._continued(mention, draft)
            if continued is not None:
                continued.anonymous = False
                return self._add(continued, mention, "name of who goes on")
        if others:
            return self._add(self._introduce(self._nearest(others, mention)), mention, "name")
        if spoken:
            return self._add(spoken[0], mention, "name")
        new = self._new(mention, "person", self.wording.name(mention), name_words, False)
        if features & (MASC | FEM):  # the verb's, where the name is a surname alone
            new.features = new.features & ~(MASC | FEM) | features & (MASC | FEM)
        return new

    def _continued(self, mention: Mention, draft: Draft | None) -> Entity | None:
        """Return who spoke last by office alone, where a bare full name goes on ("X added").

        So does an office with its name after an official whom the lead leaves without one, as
        long as nobody else has spoken.
        """
        if draft is None or not self._recent:
            return None
        last = self._recent[-1]
        if draft.lemma not in self.pack.continuing and not self._is_after_lead(mention, draft):
            return None
        first, end = mention.where
        if first in self.document.quote_at:  # a name in marks is a name all the same
            first, end = first + 1, end - 1
        whole = mention.name == (first, end)
        if draft.lemma not in self.pack.continuing or not last.definite:
            whole = whole and self.mentions.names.is_full(first)
        office = last.kind == "person" and last.anonymous
        if (
            last.features & PLUR
            or not office
            or not (whole if last.definite else self._is_lead(last))
        ):
            return None
        return last if admits(mention.features, last.features) else None

    def _unnamed(self, mention: Mention) -> Entity | None:
        """Return the speaker known by office alone whose name comes now ("the minister, X,")."""
        head = self.wording.lemma(mention.head)
        office = self.lex[mention.head].bits & lx.ROLE
        assert mention.name is not None
        if not office or not mention.definite or mention.name[0] <= mention.head:
            return None
        fitting = [e for e in self.entities if e.anonymous and e.definite and head in e.heads
                   and not e.features & PLUR and admits(mention.features, e.features)]  # fmt: skip
        rest = {word: at for word, at in self._rest(mention).items()
                if not mention.name[0] <= at < mention.name[1]}  # fmt: skip
        fitting = [e for e in fitting if self._weigh(rest, e.words) >= ROLE_SHARE]
        return fitting[0] if len(fitting) == 1 else None

    def _person(self, mention: Mention, draft: Draft | None) -> Entity:
        meant = self._counterpart(mention) or self._latter(mention)
        if meant is not None:
            return self._add(meant, mention, "counterpart or latter")
        if self.mentions.is_same(mention):
            same = self._by_role(mention) or self._dropped(mention.features)
            if same is not None:
                return self._add(same, mention, "the same")
        source = self._source_before(mention)
        if source is not None:
            return self._add(source, mention, "noun")
        if self.mentions.is_numbered(mention):
            known = self._by_role(mention, exact=True)
            if known is not None:
                return self._add(known, mention, "role")
        elif mention.definite or mention.governs or not mention.unnamed:
            known = (
                self._by_role(mention, exact=True)
                or self._in_cast(mention, before=True)
                or self._of_origin(mention)
                or self._before(mention)
                or self._in_cast(mention, before=False)
                or self._by_epithet(mention)
                or self._by_role(mention)
                or self._named_later(mention)
                or self._last_named(mention)
                or self._last_unnamed(mention)
            )
            if known is not None:
                return self._add(known, mention, "role")
        elif not self.mentions.is_other(mention):
            known = self._by_epithet(mention) or self._same_phrase(mention)
            if known is not None:
                return self._add(known, mention, "the same phrase")
            known = self._named_later(mention)
            if known is not None:
                return self._add(known, mention, "named later")
        going_on = self._called_by_office(mention, draft) or self._plain(mention)
        if going_on is not None:
            return self._add(going_on, mention, "role")
        return self._someone_new(mention)

    def _plain(self, mention: Mention) -> Entity | None:
        """Return the unnamed person who spoke last, whom "the young man" means."""
        last = self._recent[-1] if self._recent else None
        if last is None or last.kind != "person" or not last.anonymous:
            return None
        if self.lex[mention.head].base not in self.pack.plain_people or not mention.definite:
            return None
        apart = self.mentions.is_other(mention) or self.mentions.is_owned(mention)
        several = (mention.features | last.features) & PLUR
        fits = admits(mention.features, last.features) and not self._is_specific(mention)
        return last if fits and not (apart or several) else None

    def _called_by_office(self, mention: Mention, draft: Draft | None) -> Entity | None:
        """Return who spoke last under a bare name, where an office goes on ("the president added").

        Whoever is known to all is named without it; where nobody else has spoken, any verb does.
        """
        last = self._recent[-1] if self._recent else None
        if draft is None or last is None or last.kind != "person" or last.anonymous or last.heads:
            return None
        if draft.lemma not in self.pack.continuing and len(self._recent) > 1:
            return None
        if not (mention.definite or mention.governs) or mention.features & PLUR:
            return None
        if self.mentions.is_owned(mention) or self.mentions.is_other(mention):
            return None
        office = self.lex[mention.head].bits & lx.ROLE and not self._is_apart(mention, last)
        return last if office and admits(mention.features, last.features) else None

    def _source_before(self, mention: Mention) -> Entity | None:
        """Return whom "the source" means where nobody is called so.

        A person known by name is called so only with "the same": an outlet, a text or somebody
        unnamed before it is meant.
        """
        bare = mention.core[1] - mention.core[0] == 1 and mention.definite
        if not bare or self.lex[mention.head].base not in self.pack.source_nouns:
            return None
        head = self.wording.lemma(mention.head)
        if mention.features & PLUR or any(head in entity.heads for entity in self._recent):
            return None
        near = reversed(self._recent[-4:])
        plain = (e for e in near if not e.features & PLUR and (e.anonymous or e.kind != "person"))
        return next(plain, None)

    def _last_unnamed(self, mention: Mention) -> Entity | None:
        """Return whom "the source" means, none being called so: the unnamed one who spoke last."""
        if mention.features & PLUR or self.lex[mention.head].base not in self.pack.source_nouns:
            return None
        if not self._recent:
            return None
        last = self._recent[-1]
        bare = mention.core[1] - mention.core[0] == 1
        # "a Syrian source", then "the informed source": the one that there is
        described = mention.definite and self.wording.lemma(mention.head) in last.heads
        if not bare and (not described or self._is_specific(mention)):
            return None
        unnamed = last.kind == "person" and last.anonymous and not last.definite
        return last if unnamed and not last.features & PLUR else None

    def _someone_new(self, mention: Mention) -> Entity:
        """Return a new speaker who is called by a role alone."""
        entity = self._new(mention, "person", self.wording.text(mention.core), frozenset(), True)
        entity.definite = mention.definite or mention.governs
        return entity

    def _before(self, mention: Mention) -> Entity | None:
        """Return whom a bare definite noun stands for: the phrase before it that has the same noun.

        "the company" after "the company “Blue Sky” opened …", though that said nothing.
        """
        if not mention.definite or mention.core[1] - mention.core[0] > 1:
            return None
        stem = self.lex[mention.head].base
        places = self.document.positions(stem)
        last = bisect_left(places, mention.where[0])
        for index in self._definite_first(places[max(0, last - PLACES) : last]):
            end = self.nouns.end(index, min(index + 24, len(self.lex)), objects=True)
            if end > index + 1:
                other = self.mentions.read((index, end))
                if self.mentions.is_some_body(other) and self._in_headline(index):
                    return next((e for e in self._recent[::-1] if e.kind == other.kind), None)
                longer = other.core[1] - other.core[0] > 1
                someone = other.unnamed and stem in self.pack.plain_people
                if other.name is not None or (
                    longer and (other.quoted is not None or other.kind == "organisation" or someone)
                ):
                    return self._resolve(other, None)
        return None

    def _in_headline(self, index: int) -> bool:
        number = bisect_right(self.document.sentences, index, key=_first) - 1
        if number < 0:
            return False
        paragraph = self.document.sentences[number].paragraph
        return self.document.paragraphs[paragraph].kind == "headline"

    # -- bodies ----------------------------------------------------------------

    def _organisation(self, mention: Mention) -> Entity:
        words = {self.wording.lemma(index) for index in range(*mention.core) if self._tells(index)}
        for entity in reversed(self._recent + self._silent()):
            alike = not entity.several or self._are_several(mention.core)
            if entity.kind == "organisation" and words <= entity.words and alike:
                return self._add(entity, mention, "noun")
        known = self._before(mention)
        if known is not None:
            return self._add(known, mention, "noun")
        name = self.wording.text(mention.core)
        if mention.quoted is not None and (
            self.lex[mention.head].bits & lx.GENERIC or mention.head == mention.quoted[0]
        ):
            name = self.wording.text(mention.quoted)
        elif self.lex[mention.head].bits & lx.MEDIA and not self.lex[mention.head].article:
            name = self._outlet_name(mention) or name
        return self._new(mention, "organisation", name, frozenset(), False)

    def _outlet_name(self, mention: Mention) -> str | None:
        """Return an outlet's name without the generic word before it, or where it is from."""
        named = self.outlets.after_generic(*mention.core)
        if named is None or not 0 < named.name[0] - mention.head <= 2:
            return None  # nor "the agency of the regulation of …"
        return self.outlets.text(named)

    # -- headlines -------------------------------------------------------------

    def _headline(self, draft: Draft, spoken: list[Entity]) -> Entity | None:
        """Return whom a headline means: the speaker of the body that its words fit best."""
        if draft.source is None:
            return None
        mention = self.mentions.read(draft.source)
        if mention.name is not None:
            return self._named(mention, draft)
        words = {self.wording.lemma(index) for index in range(*mention.core) if self._tells(index)}
        best: tuple[float, int, Entity] | None = None
        for number, candidate in enumerate(spoken):
            if mention.kind == "organisation" and candidate.kind == "person":
                continue
            shared = len(words & (candidate.words | candidate.heads)) / max(1, len(words))
            called = self.wording.lemma(mention.head) in candidate.heads
            score = shared + 0.5 * called
            marked = mention.quoted is not None and shared == 1  # a name in marks has no gender
            if not marked and not admits(mention.features, candidate.features):
                score -= 0.6
            if self._is_foreign(mention, candidate):
                score -= 0.6
            if best is None or score > best[0]:
                best = score, number, candidate
        first = spoken[0] if spoken else None
        lemma = self.wording.lemma(mention.head)
        if mention.kind == "person" and (best is None or lemma not in best[2].heads):
            known = self._in_cast(mention, before=False)
            if known is not None:
                return known
        if best is not None and best[0] >= 0.5:
            return best[2]
        if (
            first is not None
            and first.kind == "organisation"
            and self.mentions.is_some_body(mention)
        ):
            return first
        generic = bool(self.lex[mention.head].bits & (lx.UNNAMED | lx.SPEAKS))
        if first is not None and generic and admits(mention.features, first.features):
            return first
        return self._resolve(mention, draft)


__all__ = ["Entity", "SpeakerLinker"]
