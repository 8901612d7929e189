"""Whose verb it is: the subject of a cue, looked for in its whole sentence.

The clause reader takes what stands beside the cue.  Here its findings are weighed against
the sentence: a phrase is cut where the verb's object begins, a phrase that is spoken *to* is
given up, and a verb without a subject gets the one that the sentence named before it.
"""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Sentence
from rawi.reading.drafts import Draft, Range
from rawi.reading.inflect import FEM, FINITE, MASC, PLUR
from rawi.reading.lexicon import agrees
from rawi.reading.source_ends import SourceEnds

_HUMAN: Final = lx.ROLE | lx.UNNAMED | lx.TITLE
_SPEAKING: Final = _HUMAN | lx.BODY | lx.DOC | lx.MEDIA | lx.NAME | lx.SPEAKS
#: Kinds of drafts whose cue has a grammatical subject.
_INFLECTED: Final = frozenset({"verb", "participle", "noun"})
#: How far back the noun is looked for that an attributive clause describes, in tokens.
REACH: Final = 10
#: The word of a call or a question opens its sentence, or stands so near, in tokens.
ASKING: Final = 4
#: What tells place or time before a sentence's subject has so many tokens, at most.
FRONTED: Final = 14
#: What is heard, or the floor that is given, is named so soon after its verb, in tokens.
HANDED: Final = 8
#: So many drafts before one in its sentence, at most, may lend it their source.
EARLIER: Final = 50


class Subjects(SourceEnds):
    """Mends the subjects of one document's drafts."""

    def mend(self, drafts: list[Draft]) -> None:
        """Set right the sources of drafts, in the order of the text."""
        of_sentence: dict[int, list[Draft]] = {}
        for draft in drafts:
            told = of_sentence.setdefault(draft.sentence, [])
            earlier = told[-EARLIER:]
            told.append(draft)
            if draft.kind == "quotation" and draft.source is not None:
                self._drop_verb(draft)
                self._cut(draft)
                if self._is_owned_thing(draft.source[0]):
                    draft.source = None
            if draft.kind == "document" and draft.own:
                self._from_document(draft)
            if draft.kind not in _INFLECTED or not draft.cue:
                continue
            if draft.host is not None and draft.source is not None:
                draft.source = draft.host.source or draft.source
            self._pass_over(draft)
            self._reject(draft, earlier)
            if draft.source is None:
                self._supply(draft, earlier)
            if draft.source is not None:
                self._to_head(draft)
                self._drop_topic(draft)
                self._drop_verb(draft)
                self._extend(draft)
                self._trim(draft)
                self._describe(draft)

    def _describe(self, draft: Draft) -> None:
        """Let a source run over the clause that describes it ("a source who declined …")."""
        assert draft.source is not None
        named = self.mentions.read(draft.source).name is not None
        sentence = self.document.sentences[draft.sentence]
        end = self.attributes.end(draft, draft.source, sentence.last, named=named)
        if end > draft.source[1]:
            draft.source = (draft.source[0], end)
            draft.because("source", "with the clause about it", draft.source)

    def _from_document(self, draft: Draft) -> None:
        """Take the text before "in which it says" for its source, where it tells whose it is."""
        at = draft.cue[0][0]
        if at and self.lex[at - 1].bits & lx.REL:  # "the report of X, in which came that"
            at -= 1 + (self.key[at - 2] in self.pack.clause_marks)
        for index in range(at - 1, max(at - REACH, -1), -1):
            if not self.lex[index].is_word:
                return
            if self.lex[index].bits & lx.DOC and not self.lex[index].article:
                end = self.nouns.end(index, at)
                if end == at and self.mentions.read((index, end)).issuer is not None:
                    draft.source = (index, end)
                    draft.because("source", "text before the cue", draft.source)
                return

    def _to_head(self, draft: Draft) -> None:
        """Let a source before its relative pronoun begin at the person whom it is within.

        "her colleague in the bloc X, who …": not the bloc.
        """
        assert draft.source is not None
        first = draft.source[0]
        if first < 2 or first > draft.cue[0][0] or not self.lex[first].bits & lx.BODY:
            return
        leads = self.lex[first - 1].bits & lx.NOMINAL_PREP
        if leads and self.lex[first - 2].bits & (lx.ROLE | lx.UNNAMED):
            draft.source = (first - 2, draft.source[1])

    def _drop_topic(self, draft: Draft) -> None:
        """Leave out "as for", and the verb that follows whom it brings up."""
        assert draft.source is not None
        first, last = draft.source
        match = self.pack.topics.match(self.lex, first, last)
        if match is None or first + match[1] >= last:
            return
        first += match[1]
        verbs = (i for i in range(first + 1, last)
                 if self.lex[i].cue_features & FINITE
                 and (self.lex[i].conj or self.lex[i].bits & lx.HOMOGRAPH))  # fmt: skip
        draft.source = (first, next(verbs, last))

    # -- phrases that do not speak ------------------------------------------------

    def _reject(self, draft: Draft, earlier: list[Draft]) -> None:
        """Give up a phrase that the verb governs: whom it addresses, what it is about."""
        source = draft.source
        if source is not None and source[0] < draft.cue[0][0] and self._is_no_noun(source):
            draft.because("source", "no noun of somebody", source)
            draft.source = None
        elif source is not None and self._is_said_before(draft, source, earlier):
            draft.because("source", "in what was said before", source)
            draft.source = None
        if draft.source is None or draft.source[0] < draft.cue[0][0]:
            return
        if self._is_governed(draft, draft.source, earlier):
            draft.because("source", "spoken to", draft.source)
            draft.source = None

    def _is_said_before(self, draft: Draft, source: Range, earlier: list[Draft]) -> bool:
        """Say whether a phrase before a cue stands in what another says, the cue after it."""
        at = draft.cue[0][0]
        if source[0] >= at or draft.outer is not None:
            return False
        said = (span for other in earlier if other.outer is None for span in other.content)
        return any(first <= source[0] < last <= at for first, last in said)

    def _is_no_noun(self, where: Range) -> bool:
        """Say whether a phrase is an adjective, a pronoun of pointing or an adverbial alone."""
        first, last = where
        lexeme = self.lex[first]
        if lexeme.article or first in self.document.quote_at:
            return False
        if lexeme.features & lx.ACCUSATIVE and not lexeme.bits & lx.NAME:
            if self.nouns.is_raised(first):
                return False
            return lexeme.derived and last - first > 1  # one word may be a foreign name
        if lexeme.bits & lx.DEM:
            return last - first < 2 or bool(self.lex[first + 1].bits & lx.PREP)
        somebody = _SPEAKING | lx.QUANTITY | lx.NOUN | lx.MASDAR | lx.PRON | lx.PLACE | lx.OFFICE
        bare = lexeme.bits & lx.ADJ and not lexeme.bits & somebody
        return bool(bare) and last - first == 1 and not lexeme.features & PLUR

    def _pass_over(self, draft: Draft) -> None:
        """Take a surname right after the verb for its subject, what follows for its object."""
        at = draft.cue[0][1]
        if draft.kind != "verb" or at >= len(self.lex):
            return
        if draft.source is None or draft.source[0] > at:
            tail = self.cast.tail_at(at)
            lexeme = self.lex[at]
            sure = tail > 1 or not lexeme.bits & ~(lx.NAME | lx.DEMONYM | lx.LATIN)
            alone = at + 1 >= len(self.lex) or not self.lex[at + 1].is_word
            sure = sure or bool(lexeme.bits & lx.TITLE and alone)
            if tail and sure and at + tail <= draft.content[0][0] and not lexeme.prep:
                draft.source = (at, at + tail)
                draft.because("source", "surname after the cue", draft.source)
                return
        if draft.source is not None and draft.source[0] == at:
            tail = self.cast.tail_at(at)
            if tail > draft.source[1] - at and at + tail <= draft.content[0][0]:
                draft.source = (at, at + tail)
                draft.because("source", "surname after the cue", draft.source)
        if draft.source is None or draft.source[0] != at + 1:
            return
        lexeme = self.lex[at]
        if lexeme.base in self.mentions.surnames and not lexeme.prep and self._agrees(
            draft, (at, at + 1)
        ):  # fmt: skip
            draft.source = (at, at + 1)
            draft.because("source", "surname after the cue", draft.source)

    def _is_governed(self, draft: Draft, where: Range, earlier: list[Draft]) -> bool:
        first = where[0]
        lexeme = self.lex[first]
        if lexeme.prep and not lexeme.bits & lx.NAME:
            return True
        if lexeme.bits & lx.COMP and not lexeme.article:
            return True
        if lexeme.bits & (lx.QUESTION | lx.OPENER) and not lexeme.bits & lx.QUANTITY:
            return not self._points_to_somebody(first)
        if lexeme.features & lx.OBLIQUE and lexeme.bits & (lx.ROLE | lx.UNNAMED) and draft.cue:
            return lexeme.article and lexeme.base == lexeme.stem
        if (
            self._is_ended(draft, first)
            or self._is_owned_thing(first)
            or (
                draft.kind == "verb"
                and first == draft.cue[0][1]
                and not self._agrees(draft, where)
                and self._earlier_source(draft, earlier) is not None
            )
        ):
            return True
        before = self._earlier_source(draft, earlier)
        if before is None:
            return False
        owned = lexeme.base != lexeme.stem and lexeme.bits & (lx.ROLE | lx.UNNAMED | lx.NOUN)
        if owned and bool(lexeme.features & PLUR):
            return True
        if self._is_asked_too(draft, where, before):
            return True
        plural = lexeme.bits & (lx.ROLE | lx.UNNAMED) and lexeme.features & PLUR
        return "a" in draft.governs and bool(plural) and self.lex[draft.cue[0][0]].conj != ""

    def _points_to_somebody(self, index: int) -> bool:
        """Say whether "this official", "this latter" stands at a token."""
        if not self.lex[index].bits & lx.DEM or index + 1 >= len(self.lex):
            return False
        pointed = self.lex[index + 1]
        somebody = pointed.bits & (_HUMAN | lx.BODY | lx.MEDIA)
        return pointed.article and bool(somebody or self.key[index + 1] in self.pack.latter)

    def _is_asked_too(self, draft: Draft, where: Range, before: Range) -> bool:
        """Say whether a body after "and called on" is whom the speaker of the sentence asks.

        So is the holder of an office without a name, where the speaker has one.
        """
        joined = self.key[draft.cue[0][0]][:1] in self.pack.lexicon.morphology.conjunctions
        if "a" not in draft.governs or not joined:
            return False
        speaker = self.mentions.read(before)
        mark = self.key[draft.cue[0][0] - 1] in self.pack.clause_marks
        if speaker.kind == "person" and speaker.name is not None and mark:
            asked = self.mentions.read(where)
            return asked.kind == "person" and asked.governs and asked.name is None
        if not self.lex[where[0]].bits & lx.BODY or not draft.features & FEM:
            return False
        return mark and speaker.kind == "organisation" and bool(speaker.features & FEM
            or self.lex[speaker.head].bits & lx.SPEAKS)  # fmt: skip

    def _is_ended(self, draft: Draft, index: int) -> bool:
        """Say whether somebody goes on with, or ends, words of their own ("ended his remarks:")."""
        lexeme = self.lex[index]
        owned = lexeme.base != lexeme.stem and lexeme.bits & lx.DOC
        return bool(owned) and "q" in draft.governs and index == draft.cue[0][1]

    def _is_owned_thing(self, index: int) -> bool:
        """Say whether a thing with a pronoun stands at a token: an object, no subject."""
        lexeme = self.lex[index]
        if self.mentions.names.looks_owned(index):
            return True
        owned = lexeme.base != lexeme.stem and lexeme.bits & (lx.NOUN | lx.MASDAR)
        return bool(owned) and not lexeme.bits & (_SPEAKING | lx.OFFICE)

    # -- subjects that the sentence names -----------------------------------------

    def _supply(self, draft: Draft, earlier: list[Draft]) -> None:
        after = self._after(draft)
        if after is not None and not self._is_governed(draft, after, earlier):
            draft.source = after
            draft.because("source", "after the cue", after)
            return
        told = self._earlier_source(draft, earlier)
        floor = max((d.cue[0][1] for d in earlier if d.cue and d.outer is None), default=-1)
        near = self._before(draft, earlier, floor)
        asked = self._reached(draft) or self._given(draft)
        if asked is None and near is None and told is None:
            asked = self._asked(draft)
        draft.source = asked or near or told
        if asked is not None:
            draft.because("source", "asked before", asked)
        elif draft.source is not None:
            draft.shared = True
            draft.because("source", "subject of the verb before", draft.source)

    def _asked(self, draft: Draft) -> Range | None:
        """Return whom a sentence says it has asked: "on asking X, said …"."""
        sentence, at = self.document.sentences[draft.sentence], draft.cue[0][0]
        near = range(sentence.first, min(sentence.first + ASKING, at - 2))
        call = next((i for i in near if self.lex[i].base in self.pack.asking), None)
        if call is None or self.key[at - 1] not in self.pack.clause_marks:
            return None
        if self.key[call + 1] in self.pack.commented:
            return None  # "asked about the return of X, he said"
        start = call + 1 + bool(self.lex[call + 1].bits & lx.PREP)
        lexeme = self.lex[start]
        led = self.lex[call].prep or (call > sentence.first and self.lex[call - 1].bits & lx.PREP)
        if not led or lexeme.bits & lx.MEDIA or not self.nouns.starts(start, at):
            return None
        end = self.nouns.end(start, at, objects=True)
        speaks = start in self.document.quote_at or lexeme.bits & _SPEAKING
        fits = end > start and speaks and self._agrees(draft, (start, end))
        return (start, end) if fits else None

    def handed(self, number: int, until: int | None = None) -> Range | None:
        """Return to whom a sentence gives the floor: "the court heard the plea of X"."""
        first, last, _ = self.document.sentences[number]
        last = until or last
        key, lex = self.key, self.lex
        verbs = range(first, min(first + FRONTED, last - 2))
        heard = next((i for i in verbs if key[i][len(lex[i].conj) :] in self.pack.hearing), None)
        if heard is None:
            return None
        for at in range(heard + 1, min(heard + HANDED, last - 1)):
            if key[at] in self.pack.clause_marks or lex[at].bits & lx.COMP:
                return None
            if lex[at].base not in self.pack.floors or (
                lex[at].bits & lx.OFFICE and lex[at].article
            ):
                continue
            start = at + 1 + bool(lex[at + 1].bits & lx.PREP)
            led = start > at + 1 or lex[start].prep in self.pack.addressing
            if lex[at].article != led or not self.nouns.may_be_cited(start, last):
                return None
            end = self.nouns.end(start, last, objects=True)
            return (
                (start, end) if end > start and lex[start].bits & (_SPEAKING | lx.OFFICE) else None
            )
        return None

    def _given(self, draft: Draft) -> Range | None:
        """Return to whom the floor is given right before a verb: "gave X the floor, who said"."""
        at = draft.cue[0][0]
        if not self.lex[at].conj or self.key[at - 1] not in self.pack.clause_marks:
            return None
        where = self.handed(draft.sentence, at)
        return where if where is not None and self._agrees(draft, where) else None

    def _reached(self, draft: Draft) -> Range | None:
        """Return whom the reporters reached, who answers: "we reached X, (so) he said that"."""
        sentence, at = self.document.sentences[draft.sentence], draft.cue[0][0]
        first = sentence.first
        verb = self.key[first][len(self.lex[first].conj) :]
        if verb not in self.pack.reaching and verb not in self.pack.contact:
            return None
        if not self.lex[at].conj or self.key[at - 1] not in self.pack.clause_marks:
            return None
        for index in range(first + 1, min(first + FRONTED, at - 1)):
            if self.key[index] in self.pack.clause_marks:
                return None
            lexeme = self.lex[index]
            human = lexeme.bits & _HUMAN and not lexeme.bits & (lx.MEDIA | lx.PLACE)
            if not human and not (lexeme.bits & lx.GIVEN and self.mentions.names.is_full(index)):
                continue
            if index in self.document.quote_at or self.document.quote_over(index) is not None:
                continue
            end = self.nouns.end(index, at, objects=True)
            return (index, end) if self._agrees(draft, (index, end)) else None
        return None

    def _earlier_source(self, draft: Draft, earlier: list[Draft]) -> Range | None:
        """Return the source of the last attribution of the sentence, where it agrees."""
        for other in reversed(earlier):
            if other.outer is not None or other is draft or draft.outer is not None:
                continue
            if other.source is None:
                return None
            if other.kind not in _INFLECTED or other.source[0] > draft.cue[0][0]:
                return None
            return other.source if self._agrees(draft, other.source) else None
        return None

    def _agrees(self, draft: Draft, where: Range) -> bool:
        mention = self.mentions.read(where)
        features = mention.features
        gender, other = draft.features & (MASC | FEM), features & (MASC | FEM)
        if gender and other and not gender & other:
            if self._is_surname_of(where, gender):
                return True
            return agrees(draft.features, features) and not draft.features & FEM
        return True

    def _is_surname_of(self, where: Range, gender: int) -> bool:
        """Say whether a phrase is the surname of somebody named in full, of a gender.

        "Abd al-Jalil said (f.)": a man's name, and a woman's family.
        """
        if self.cast.tail_at(where[0]) != where[1] - where[0]:
            return False
        people = self.cast.called(self.mentions.stems(where))
        return any(known.features & gender for known in people)

    def _after(self, draft: Draft) -> Range | None:
        """Return the person right after the cue whom the clause reader passed over."""
        if draft.kind != "verb":
            return None
        first = draft.cue[0][1]
        limit = draft.content[0][0]
        if first >= limit or not self._is_human(first) or not self.nouns.starts(first, limit):
            return None
        end = self.nouns.end(first, limit, objects=True)
        if end <= first or not self._agrees(draft, (first, end)):
            return None
        if self.lex[first].features & lx.OBLIQUE or self.lex[first].bits & lx.PRESS:
            return None
        cue = self.lex[draft.cue[0][0]]
        asked = "a" in draft.governs and (cue.conj or cue.bits & lx.HOMOGRAPH)
        if asked and self.lex[first].base in self.pack.collectives:
            other = lx.BODY | lx.ROLE | lx.UNNAMED
            if end >= limit or not self.lex[end].bits & other:
                return None  # nobody else stands there whom they could ask
        return first, end

    def _is_human(self, index: int) -> bool:
        lexeme = self.lex[index]
        if not lexeme.bits & _HUMAN or lexeme.prep or lexeme.bits & lx.PREP:
            return False
        if lexeme.cues and not lexeme.article:
            return False
        return lexeme.article or not lexeme.bits & lx.ADJ

    def _before(self, draft: Draft, earlier: list[Draft], floor: int) -> Range | None:
        """Return the subject of the last verb before the cue that is no cue itself."""
        sentence = self.document.sentences[draft.sentence]
        at = draft.cue[0][0]
        spoken = [r for d in earlier for r in d.content]
        spoken += [d.source for d in earlier if d.source is not None and d.source[0] >= floor]
        best: Range | None = None
        index = max(sentence.first, floor)
        opens = index == sentence.first
        fronted = opens and bool(self.lex[index].bits & (lx.PREP | lx.TIME) or self.lex[index].prep)
        while index < at:
            over = next((r for r in spoken if r[0] <= index < r[1]), None)
            quote = self.document.quote_at.get(index)
            if over is not None:
                index, opens = max(over[1], index + 1), False
                continue
            if quote is not None:
                index, opens = quote.after, False
                continue
            found = self._subject_at(sentence, index, at, opens)
            if found is not None and self._agrees(draft, found):
                best = found
                index = found[1]
                opens = False
                continue
            if self.lex[index].bits & lx.COMP:
                opens = True
            elif fronted and best is None and self.key[index] in self.pack.clause_marks:
                opens = True  # "two days after …, | the minister went back"
            elif self.key[index][:1].isalnum() and not self._skips(index):
                opens = False
            index += 1
        return best

    def _skips(self, index: int) -> bool:
        """Say whether a sentence has still to begin after a word: "but", "for his part"."""
        return bool(self.lex[index].bits & (lx.CONNECT | lx.AUX | lx.COMP))

    def _subject_at(self, sentence: Sentence, index: int, limit: int, opens: bool) -> Range | None:
        """Return the subject whose verb, or which itself, stands at a token."""
        aside = self.pack.asides.match(self.lex, index, limit)
        if opens and aside is not None and index + aside[1] < limit:
            return self._subject_at(sentence, self._past(index + aside[1]), limit, True)
        lexeme = self.lex[index]
        start = index
        if self._is_verb(index, opens):
            start = index + 1
            if start < limit and self.lex[start].bits & lx.PREP and self.nouns.has_pronoun(start):
                start += 1  # "smiles at it | his grandson"
        elif (
            not opens
            or lexeme.prep
            or not (self._is_human(index) or self._is_body(index) or self._is_whole_name(index))
        ):
            return None
        if start >= limit or not self._may_act(start) or not self.nouns.starts(start, limit):
            return None
        end = self.nouns.end(start, limit, objects=True)
        return (start, end) if start < end < limit + 1 else None

    def _is_whole_name(self, index: int) -> bool:
        """Say whether a given name that is nothing else, and a surname, stand at a token."""
        lexeme = self.lex[index]
        if lexeme.bits & lx.AMBIGUOUS or lexeme.cues or lexeme.outlet:
            return False
        return self.mentions.names.is_full(index)

    def _past(self, index: int) -> int:
        return index + 1 if self.key[index] in self.pack.clause_marks else index

    def _is_verb(self, index: int, opens: bool) -> bool:
        lexeme = self.lex[index]
        if lexeme.article or lexeme.prep or not self.key[index][:1].isalpha():
            return False
        if self.key[index] in self.pack.born:
            return opens and self.mentions.names.is_born(index)
        if lexeme.bits & (_SPEAKING | lx.PREP | lx.PLACE):
            wrote = opens and lexeme.bits & lx.DOC and lexeme.cue_features & FINITE  # or "books"
            who = self.lex[index + 1]
            named = who.bits & (lx.GIVEN | lx.PARTICLE) and not who.bits & lx.TITLE
            return bool(wrote) and (bool(named) or (who.article and self._is_person(index + 1)))
        if lexeme.bits & (lx.NOUN | lx.MASDAR):
            if not opens or index + 1 >= len(self.lex):
                return False
            media = self.lex[index + 1]  # "the television (broke) its silence"
            outlet = media.bits & lx.MEDIA and not media.prep and lexeme.bits & lx.MASDAR
            somebody = media.article and media.bits & (lx.ROLE | lx.UNNAMED) and not media.prep
            spoken = somebody and lexeme.conj and lexeme.cue_features & FINITE
            return bool(outlet or spoken) or self._is_person(index + 1)
        if lexeme.bits & lx.VERB or any(form.features & FINITE for form in lexeme.cues):
            return True
        if opens and lexeme.bits == lx.SUPPORT and not lexeme.features & lx.ACCUSATIVE:
            return True
        if lexeme.bits:
            return False
        before = self.lex[index - 1] if index else lexeme
        governed = before.bits & lx.HEADS and not before.article  # "the mayor of X, the pilgrim"
        return opens or (self._is_person(index + 1) and not governed)

    def _is_body(self, index: int) -> bool:
        """Say whether a ministry, a company or the like stands at a token."""
        return bool(self.lex[index].bits & lx.BODY) and self._may_act(index)

    def about(self, number: int) -> Range | None:
        """Return the person or body that a sentence is about: its first subject."""
        sentence = self.document.sentences[number]
        return self._subject_at(sentence, self._clause_of(sentence), sentence.last, True)

    def topic(self, number: int) -> Range | None:
        """Return the person whom a sentence is about: its first subject."""
        sentence = self.document.sentences[number]
        found = self.about(number)
        if found is None or not self.lex[found[0]].bits & (_HUMAN | lx.NAME):
            return None
        first, last = found
        naming = last + 2 < sentence.last and self.key[last] in self.pack.clause_marks
        if naming and self.lex[last + 1].bits & lx.NAMING:  # "the man, whose name is X, …"
            last = self.nouns.end(last + 2, sentence.last, objects=True)
        elif self.mentions.read((first, last)).name is None:
            name = self._name_behind(last, sentence.last)
            last = name[1] if name is not None else last
        return first, last

    def _clause_of(self, sentence: Sentence) -> int:
        """Return where a sentence begins to tell of its subject.

        After a place or time set off by a comma, and an auxiliary: "On the quay, was | the man".
        """
        at, first = sentence.first, self.lex[sentence.first]
        if (first.bits & lx.PREP or first.prep) and not first.article:
            marks = range(at + 2, min(at + FRONTED, sentence.last - 2))
            comma = next((i for i in marks if self.key[i] in self.pack.clause_marks), None)
            at = at if comma is None else comma + 1
        auxiliary = self.lex[at].bits & lx.AUX and not self.lex[at].bits & lx.COMP
        return at + 1 if auxiliary and at + 1 < sentence.last else at

    def _may_act(self, index: int) -> bool:
        """Say whether a person or a body stands at a token, as a subject does."""
        lexeme = self.lex[index]
        if lexeme.prep or lexeme.bits & lx.PREP or lexeme.features & lx.OBLIQUE:
            return False
        if lexeme.base != lexeme.stem and not lexeme.bits & _HUMAN:
            return False
        if self.key[index] in self.pack.nobody:
            return False  # "refused | any leniency"
        if lexeme.article:
            return bool(lexeme.bits & (_HUMAN | lx.BODY | lx.FAMILY | lx.MEDIA))
        sure = lexeme.bits & lx.NAME and not lexeme.bits & lx.AMBIGUOUS
        return bool(lexeme.bits & (_HUMAN | lx.BODY | lx.MEDIA) or sure)


__all__ = ["Subjects"]
