"""Bodies that speak: named, called by their noun, or through their offices."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.cast import within
from rawi.reading.free_order.entity import Entities, Entity
from rawi.reading.free_order.mentions import Mention
from rawi.reading.free_order.phrases import Phrase
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Range

#: So many places where a noun stands are looked at for the body whose name it is in.
PLACES: Final = 60
#: The full name before an abbreviation in brackets has no more words.
LONGEST: Final = 9
#: So far before "the paper" the outlet that it means is looked for, in tokens.
OUTLET_REACH: Final = 300
#: The same for whose press office it is that speaks.
OFFICE_REACH: Final = 80


class Bodies(Entities):
    """Links the bodies of one document."""

    def organisation(self, mention: Mention, at: int) -> Entity | None:
        mention = self._in_full(mention, at)
        head = self.word[mention.head]
        office = head.lemma in self.grammar.words_of("speaking_offices")
        if office:
            owner = self._owner(mention, at)
            if owner is not None:
                return self._learn(owner, mention, 0)
        assert mention.name is not None
        lemma = head.lemma
        bare = mention.core[1] - mention.core[0] == 1 and bool(head.bits & w.HEADS)
        pointed = mention.core[1] - mention.core[0] == 2 and bool(
            self.word[mention.core[0]].bits & w.POSS
        )
        name = self._whole_name(self.naming.stems(mention.name))
        for entity in self._recent():
            if (
                entity.kind == "organisation"
                and entity.words
                and (
                    name == entity.words
                    or (
                        len(name) > 1  # an abbreviation is as good as its words
                        and (name < entity.words or (entity.words < name and len(entity.words) > 1))
                    )
                )
            ):
                return self._learn(entity, mention, 0)
        named_so = bare or self._is_of_country(mention)
        if named_so and head.bits & w.MEDIA and lemma not in self._collective:
            outlet = self._outlet_before(at)
            if outlet is not None:
                return self._learn(outlet, mention, 0)
        otherwise = self._called_otherwise(mention, at)
        if otherwise is not None:
            return self._learn(otherwise, mention, 0)
        owned = self._of_country(mention, lemma)
        if owned is not None:
            return self._learn(owned, mention, 0)
        if bare or pointed:
            told = self._about_itself(mention, lemma)
            if told is not None:
                return self._learn(told, mention, 0)
            itself = self._itself(mention, lemma)
            if itself is not None:
                return self._learn(itself, mention, 0)
            called = self._by_head(lemma)
            if called is not None:
                return self._learn(called, mention, 0)
            named = self._named_body(lemma, at)
            if named is None:
                wide = self._widened({lemma}) | self._kinds({lemma})
                several = lemma in self.grammar.words_of("any_body")
                named = self._body_before(at, None if several else wide - {lemma})
            marked = lemma in self._generic_bodies - self.grammar.words_of("state_bodies")
            if named is None and marked and not head.bits & w.MEDIA:
                named = self._marked_first(at)
            if named is not None:
                return self._learn(named, mention, 0)
        case = mention.case
        quoted = mention.name[0] - 1 in self.phrases.quote_at
        if quoted:
            text = self.naming.quoted(*mention.name, case)
        else:
            text = self.naming.phrase(mention.name, mention.head, case)
        entity = self._new("organisation", text, mention, False)
        entity.words = name
        if quoted:
            entity.also.append(self.naming.phrase(mention.core, mention.head, case))
        entity.genders = mention.genders
        entity.plural = mention.plural
        return entity

    def _is_of_country(self, mention: Mention) -> bool:
        """Say whether no more than a country is told of a body: "the British paper"."""
        first, last = mention.core
        if last != mention.head + 1 or first + 1 != mention.head or self.word[first].upper:
            return False
        return self.naming.stem(first) in set(self.grammar.country_adjectives.values())

    def _in_full(self, mention: Mention, at: int) -> Mention:
        """Return the full name before a token that an abbreviation stands for, else itself."""
        head = self.word[mention.head]
        if mention.core[1] - mention.core[0] != 1 or not head.caps:
            return mention
        full = self._spelled_out.get(head.key)
        if full is None or full[1] > at:
            return mention
        spelled = self.mentions.read(full, self._case_at(full))
        return mention if spelled.name is None else spelled

    @cached_property
    def _spelled_out(self) -> dict[str, Range]:
        """Where the bodies are named in full whose abbreviations stand behind them in brackets."""
        found: dict[str, Range] = {}
        for index in range(2, len(self.word) - 2):
            word = self.word[index + 1]
            if self.key[index] != "(" or self.key[index + 2] != ")" or not word.caps:
                continue
            for first in range(max(0, index - LONGEST), index):
                phrase = self.phrases.read(first, index, c.ANY)
                if phrase is None or phrase.last != index or phrase.last - first < 2:
                    continue
                if self.word[phrase.head].bits & w.BODY and not self._is_led(first):
                    found.setdefault(word.key, phrase.span)
                    break
        return found

    def _is_led(self, first: int) -> bool:
        """Say whether a phrase begins with what is no part of a body's name."""
        return bool(self.word[first].bits & (w.PREP | w.CONJ | w.PRON | w.ADJ | w.ADV | w.NUM))

    def _case_at(self, where: Range) -> int:
        """Return the case in which a phrase stands, the nominative where it may be that."""
        phrase = self.phrases.read(*where, c.ANY)
        mask = phrase.mask if phrase is not None else c.ANY
        plain = mask & c.NOMINATIVE & c.SINGULAR
        return c.NOMINATIVE if plain else c.spread(mask) & c.OBLIQUE

    def _called_otherwise(self, mention: Mention, at: int) -> Entity | None:
        """Return the body told of that an adjective and a noun stand for: "the war department"."""
        first, last = mention.core
        words = " ".join(self.naming.stem(i) for i in range(first, last))
        wholes = self.grammar.bodies.get(words, ())
        if not wholes:
            return None
        for entity in self._recent():
            if entity.kind == "organisation" and self._is_one_of(wholes, entity.words):
                return entity
        for index in range(at - 1, max(-1, at - OUTLET_REACH), -1):
            word = self.word[index]
            if not word.bits & w.BODY or word.bits & (w.MEDIA | w.PLACE):
                continue
            own = self._whole_name(frozenset({self.naming.stem(index)}))
            if all(whole.isdisjoint(own) for whole in wholes):
                continue
            phrase = self.phrases.read(index, at, c.ANY)
            if phrase is None or phrase.head != index:
                continue
            where = phrase.first, self._before_verbs(phrase)
            told = self.mentions.read(where, self._case_at(where))
            if told.kind == "organisation" and told.name is not None and (
                self._is_one_of(wholes, self.naming.stems(told.name))
            ):  # fmt: skip
                return self.organisation(told, index)
        return None

    def _is_one_of(self, wholes: tuple[frozenset[str], ...], name: frozenset[str]) -> bool:
        """Say whether a body's name is one of those that a wider phrase stands for."""
        own = self._whole_name(name)
        return any(whole <= own for whole in wholes)

    def _of_country(self, mention: Mention, lemma: str) -> Entity | None:
        """Return the body that an adjective and its noun mean: "the Syrian ministry"."""
        first, last = mention.core
        if last != mention.head + 1 or first + 1 != mention.head:
            return None
        if not self.grammar.is_adjective(self.word[first]) or self.word[first].bits & w.POSS:
            return None
        stem = {self.naming.stem(first)}
        for entity in self._recent():
            if entity.kind == "organisation" and lemma in entity.heads:
                if len(entity.words) > 1 and within(stem, set(entity.words)):
                    return entity
        return None

    def _outlet_before(self, at: int) -> Entity | None:
        """Return the outlet named last before a token, which "the paper" means."""
        outlets = self.phrases.outlets
        for index in range(at - 1, max(-1, at - OUTLET_REACH), -1):
            word = self.word[index]
            named_so = not word.upper or index + 1 in self.phrases.quote_at
            generic = word.bits & w.MEDIA and named_so
            named = outlets.at(index, at, strict=False) if generic else None
            if named is None and outlets.is_outlet(index, at):
                named = outlets.known(index, at)
            if named is None or (named.outlet is not None and named.outlet.kind == "network"):
                continue
            quote = self.phrases.quote_at.get(index - 1)
            if quote is not None and quote.close > named.whole[1]:
                continue  # part of a name
            words = self.naming.stems(named.name)
            for entity in self.entities:
                if entity.kind == "organisation" and entity.words and words <= entity.words:
                    return entity
            entity = Entity("organisation", outlets.text(named), words, False)
            entity.evidence.append(self.document.tokens.span(*named.name))
            self._enter(entity)
            return entity
        return None

    def _whole_name(self, stems: frozenset[str]) -> frozenset[str]:
        """Return a name's stems, an abbreviation in it written out."""
        for stem in stems:
            whole = self.grammar.abbreviated.get(stem)
            if whole is not None:
                return stems - {stem} | whole
        return stems

    def _about_itself(self, mention: Mention, lemma: str) -> Entity | None:
        """Return the body that a sentence is about: "The ministry will act, they said there".

        Only where any body may be meant, behind a comma at the end of the sentence.
        """
        at = mention.where[0]
        if lemma not in self.grammar.words_of("any_body") or not mention.place:
            return None
        first = next((s.first for s in self.document.sentences if s.first <= at < s.last), at)
        phrase = self.phrases.read(first, at, c.NOMINATIVE)
        if phrase is None or phrase.last >= at - 1 or phrase.head in self.phrases.quote_at:
            return None
        bits = self.word[phrase.head].bits
        if not bits & w.BODY or bits & (w.MEDIA | w.PLACE | w.ROLE | w.PERSON):
            return None
        if self.word[phrase.last].bits & w.NEG:
            phrase = phrase._replace(last=phrase.head + 1)  # "the service (of) pleas got none"
        found = self.mentions.read(phrase.span, c.NOMINATIVE)
        return self.organisation(found, first) if found.kind == "organisation" else None

    def _itself(self, mention: Mention, lemma: str) -> Entity | None:
        """Return the body told of last that "the ministry itself" means, though it is mute."""
        selves = self.grammar.words_of("selves")
        if selves.isdisjoint(self.key[mention.where[0] : mention.head]):
            return None
        several = lemma in self.grammar.words_of("any_body")
        return self._body_before(mention.where[0], None if several else self._widened({lemma}))

    def _by_head(self, lemma: str) -> Entity | None:
        """Return the body that "the company", "the ministry" means."""
        wide = self._widened({lemma})
        for entity in self._recent():
            if entity.kind == "organisation" and entity.heads & wide:
                return entity
        if lemma in self.grammar.words_of("generic_bodies"):
            kind, other = self.grammar.name_stem(lemma), self.grammar.words_of("state_bodies")
            for entity in self._recent():
                if entity.kind != "organisation":
                    continue
                if lemma not in other or kind in entity.words or entity.heads <= {lemma}:
                    return entity
        return None

    @cached_property
    def _by_lemma(self) -> dict[str, list[int]]:
        """Where the nouns for bodies stand, by their lemmas."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.word):
            if word.bits & w.BODY and word.is_word:
                found.setdefault(word.lemma, []).append(index)
        return found

    def _named_body(self, lemma: str, at: int) -> Entity | None:
        """Return the body whose full name holds a noun, though it has not spoken yet."""
        for index in self._by_lemma.get(lemma, ())[:PLACES]:
            word = self.word[index]
            if index >= at:
                break
            phrase = self.phrases.read(index, min(index + 12, len(self.word)), c.ANY)
            if phrase is None or phrase.last <= index + 1:
                continue
            quote = self.phrases.quote_at.get(index + 1)
            led = index and self.word[index - 1].bits & w.PREP
            case = c.OBLIQUE if led or word.key != lemma else c.NOMINATIVE
            if quote is not None:
                text = self.naming.quoted(quote.open + 1, quote.close, c.NOMINATIVE)
                words = self.naming.stems((quote.open + 1, quote.close))
            elif self._is_proper(index, phrase.last):
                text = self.naming.phrase((index, phrase.last), index, case)
                words = self.naming.stems((index, phrase.last))
            else:
                continue
            for entity in self.entities:
                if entity.words == words:
                    return entity
            entity = Entity("organisation", text, words, False, heads={lemma})
            entity.evidence.append(self.document.tokens.span(index, phrase.last))
            self._enter(entity)
            return entity
        return None

    def _body_before(self, at: int, lemmas: set[str] | None) -> Entity | None:
        """Return the body named last before a token, which "the agency" means though it is mute.

        `lemmas` are those of the nouns that it may be; None for any.
        """
        for index in range(at - 1, max(-1, at - OUTLET_REACH), -1):
            word = self.word[index]
            if not word.bits & w.BODY or word.bits & (w.MEDIA | w.PLACE):
                continue
            if lemmas is not None and word.lemma not in lemmas:
                continue
            first = index
            while first and self.word[first - 1].is_word and (
                self.grammar.is_adjective(self.word[first - 1])
            ):  # fmt: skip
                first -= 1
            phrase = self.phrases.read(first, at, c.ANY)
            if phrase is None or phrase.head != index:
                continue
            if not any(self.word[i].upper for i in range(first, phrase.last)):
                continue
            case = c.NOMINATIVE if phrase.mask & c.NOMINATIVE else c.OBLIQUE
            mention = self.mentions.read((first, self._before_verbs(phrase)), case)
            return self.organisation(mention, first) if mention.kind == "organisation" else None
        return None

    @cached_property
    def _collective(self) -> frozenset[str]:
        return self.grammar.words_of("collective_media")

    @cached_property
    def _generic_bodies(self) -> frozenset[str]:
        return self.grammar.words_of("generic_bodies")

    def _marked_first(self, at: int) -> Entity | None:
        """Return the body whose name stands in marks before a token, the first of the report.

        No noun tells what it is: "the profit of “X” has fallen, the company says".
        """
        told = w.MEDIA | w.OCCASION | w.DOC | w.POST | w.NETWORK | w.PLACE
        for mark, quote in sorted(self.phrases.quote_at.items()):
            if mark >= at:
                return None
            leads = not mark or not self.word[mark - 1].is_word
            if not leads and self.word[mark - 1].bits & told:
                continue
            if leads and not (quote.after < at and self.word[quote.after].is_word):
                continue  # words, rather
            if not self.phrases.is_name(mark, len(self.key), leads):
                continue
            if self.phrases.outlets.is_outlet(mark + 1, quote.close):
                continue
            mask = self.phrases.mask(mark + 1)
            mention = self.mentions.read((mark, quote.after), mask & c.OBLIQUE or c.NOMINATIVE)
            if not mask & c.NOMINATIVE or not self.phrases.stands_nominative(mark + 1):
                mention.case = c.GENITIVE
            return self.organisation(mention, mark) if mention.kind == "organisation" else None
        return None

    def _before_verbs(self, phrase: Phrase) -> int:
        """Return where a body's name ends, verbs that its phrase took in left out."""
        last = phrase.last
        while last > phrase.head + 1 and self._is_verb(last - 1):
            last -= 1
        return last

    def _is_verb(self, index: int) -> bool:
        """Say whether an unknown word in small letters ends like a verb."""
        word = self.word[index]
        return not word.upper and bool(self.grammar.verb_features(word.key))

    def _is_proper(self, index: int, last: int) -> bool:
        """Say whether a noun has a name of its own: one with a capital beside it, no person's."""
        for at in range(index + 1, last):
            if self.word[at].upper:
                return not any(self.grammar.given(self.word[i]) for i in range(index, last))
            if self.word[at].bits & w.PREP or not self.grammar.is_adjective(self.word[at]):
                return False
        return False

    def _owned_before(self, lemma: str, at: int) -> Entity | None:
        """Return whose office the sentence before tells of, though it has not spoken: "its X"."""
        for index in range(at - 1, max(-1, at - OFFICE_REACH), -1):
            if self.word[index].lemma != lemma or index + 1 >= at:
                continue
            phrase = self.phrases.read(index + 1, at, c.GENITIVE)
            if phrase is None:
                continue
            told = self.mentions.read(phrase.span, c.GENITIVE)
            if told.kind == "organisation" and told.name is not None:
                return self.organisation(told, index)
        return None

    def _owner(self, mention: Mention, at: int) -> Entity | None:
        """Return the body whose press service speaks."""
        joint = self.grammar.words_of("joint_offices")
        if not joint.isdisjoint(self.key[mention.core[0] : mention.head]):
            return None  # it speaks for several, and is called so
        first = mention.head + 1
        if first >= mention.core[1]:
            owned = self._owned_before(self.word[mention.head].lemma, at)
            return owned or next((e for e in self._recent() if e.kind == "organisation"), None)
        phrase = self.phrases.read(first, mention.core[1], c.GENITIVE)
        if phrase is None:
            quote = self.phrases.quote_at.get(first)
            if quote is None:
                return None
            inner: Range = (first, quote.after)
        else:
            inner = phrase.span
        told = self.mentions.read(inner, c.GENITIVE)
        if told.kind != "organisation":
            return None
        return self.organisation(told, at)
