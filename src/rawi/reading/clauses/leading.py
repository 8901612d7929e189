"""Subjects that stand before their verb."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.clauses.heads import Heads
from rawi.reading.clauses.joints import Joints
from rawi.reading.clauses.part import Part
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Candidate, Draft, Range
from rawi.reading.inflect import FEM, FINITE, HAL, IMPF, OBJECT, PLUR
from rawi.reading.lexicon import agrees
from rawi.reading.nouns import NounPhrases

#: How far before a cue the verb whose subject it shares may stand, in tokens.
SUBJECT_REACH: Final = 40
#: A bracket after a name is no longer than this, in tokens.
BRACKET: Final = 8
#: A subject behind "that" and its apposition are no longer than this, in tokens.
CLAUSE: Final = 24
#: A name before an age has no more words than this.
AGED: Final = 4
#: A text stands so far before the verb that tells what it says, in tokens.
TEXT: Final = 16
#: So many breaks before a verb are tried as the beginning of its subject.
BREAKS: Final = 5


class LeadingSubjects(Part):
    """Finds the subjects that stand before the verbs of a document."""

    def __init__(
        self, document: Document, nouns: NounPhrases, joints: Joints, heads: Heads
    ) -> None:
        super().__init__(document)
        self.nouns = nouns
        self.joints = joints
        self.heads = heads

    def left_subject(
        self, sentence: Sentence, candidate: Candidate, holder: Draft | None
    ) -> Range | None:
        """Return the subject that stands before its verb."""
        verb = candidate.first
        while verb - 1 > sentence.first and self.lex[verb - 1].bits & (lx.AUX | lx.NEG):
            verb -= 1
        form = candidate.form
        if form is not None and form.features & IMPF and verb - 2 > sentence.first:
            wrote = self.lex[verb - 1]  # "X, who was …, wrote | saying"
            if wrote.bits & lx.DOC and wrote.cue_features & FINITE:
                verb -= not (wrote.article or wrote.prep or form.features & FEM)
        without = candidate.last - candidate.first > 2
        if verb <= sentence.first or without or self.joints.joins(verb - 1):
            return None
        before = self.lex[verb - 1]
        if before.bits & lx.PRON and not before.article:
            if self._comments(verb - 1, candidate):
                return None
            return verb - 1, verb
        if before.bits & lx.REL and not before.bits & lx.PREP:
            return self._antecedent(
                sentence, verb - 1, candidate.form.features if candidate.form else 0
            )
        text = self._text_before(sentence, candidate) if verb == candidate.first else None
        if text is not None:
            return text
        added = verb == candidate.first and self.joints.is_added(candidate.first)
        for start in self._subject_starts(sentence, verb, holder):
            begin = self._skip_topic(start, verb)
            led = begin > start and begin < verb and bool(self.lex[begin].prep)  # "had (l-) X said"
            if (
                begin >= verb
                or not (led or self.nouns.starts(begin, verb))
                or not self.heads.has_head(begin)
            ):
                continue
            after = self.document.skip(begin)
            if (
                begin in self.document.quote_at
                and not self.key[after][:1].isalnum()
                and after < verb
            ):
                continue
            if begin > sentence.first and self.heads.governs(begin - 1):
                continue
            if self.heads.is_phrase(begin, verb):
                continue
            end = self.nouns.end(begin, verb, subject=True)
            rest = self.joints.skip_asides(end, verb)
            while rest < verb and self.key[rest] in self.pack.clause_marks:
                rest += 1
            rest = self.joints.skip_asides(rest, verb)
            topical = begin > start and self._is_brought_up(start, begin)
            if rest == verb and (not added or topical) and end > begin:
                if self._is_dateline(begin, verb):
                    continue
                return self._before_age(sentence, begin), end
        return None

    def _text_before(self, sentence: Sentence, candidate: Candidate) -> Range | None:
        """Return the text of which a clause without a relative pronoun tells ("a report says").

        Between them stands at most where it came out: "a report that X published, saying that".
        """
        form, at = candidate.form, candidate.first
        if form is None or not form.features & IMPF or candidate.last >= sentence.last:
            return None
        if candidate.negated or self.lex[at].conj or not self.lex[candidate.last].bits & lx.COMP:
            return None
        index = at - 1
        while index > max(sentence.first, at - TEXT):
            quote = self.document.quote_over(index)
            if quote is not None:
                index = quote.open - 1
                continue
            lexeme = self.lex[index]
            out = self.pack.passing | self.pack.issuing
            told = lexeme.key in out or any(f.features & OBJECT for f in lexeme.cues)
            if lexeme.bits & (lx.COMP | lx.REL | lx.AUX | lx.NEG) and not lexeme.bits & lx.PREP:
                return None
            if lexeme.cue_features & FINITE & ~HAL and not (told or lexeme.bits & lx.HEADS):
                return None
            text = lexeme.bits & lx.DOC and not (lexeme.article or lexeme.conj)
            if text and lexeme.base == lexeme.stem and not lexeme.cue_features & FINITE & ~HAL:
                genitive = self.lex[index + 1].article or self._is_governed(index)
                if genitive or not agrees(form.features, lexeme.features):
                    return None
                return index, self.nouns.end(index, at)
            index -= 1
        return None

    def _is_governed(self, index: int) -> bool:
        """Say whether a bare noun right before a word has it for its genitive."""
        before = self.lex[index - 1]
        noun = before.bits & (lx.NOUN | lx.BODY | lx.MASDAR | lx.ROLE | lx.UNNAMED)
        return bool(noun) and not (before.article or before.base != before.stem)

    def _comments(self, pronoun: int, candidate: Candidate) -> bool:
        """Say whether a verb with its object takes up what was said: "which X called a lie"."""
        form, last = candidate.form, candidate.first
        if form is None or not form.features & OBJECT:
            return False
        comment = self.pack.comments.match(self.lex, pronoun, last)
        return comment is not None and pronoun + comment[1] == last

    def _before_age(self, sentence: Sentence, begin: int) -> int:
        """Return where a name stands before an age and an office ("X, 55, trader, says")."""
        at = begin - 1
        if at <= sentence.first or self.key[at] not in self.pack.clause_marks:
            return begin
        age = at - 3
        if age <= sentence.first or not self.lex[at - 2].bits & lx.NUMBER:
            return begin
        told = self.key[age] in self.pack.clause_marks
        named = all(self.lex[i].is_word and not self.lex[i].cues and not self.lex[i].prep
                    for i in range(sentence.first, age))  # fmt: skip
        return sentence.first if told and 0 < age - sentence.first <= AGED and named else begin

    def _is_dateline(self, first: int, verb: int) -> bool:
        """Say whether a lone dash parts a phrase from its verb: "The Horizon – Sami said"."""
        dashes = self.pack.dashes
        lone = self.key[verb - 1] in dashes and not any(
            self.key[index] in dashes for index in range(first, verb - 1)
        )
        return lone and (not first or self.key[first - 1] not in dashes)

    def _subject_starts(self, sentence: Sentence, verb: int, holder: Draft | None) -> Iterator[int]:
        """Yield where a subject may begin: the sentence, then each break before the verb."""
        floor = holder.content[-1][0] if holder else self.joints.past_time(sentence.first, verb)
        yield floor
        breaks = self.joints.breaks(sentence)
        near = breaks[bisect_left(breaks, floor + 1) : bisect_left(breaks, verb)]
        for index in near[: -BREAKS - 1 : -1]:
            yield index if self.lex[index].is_word else index + 1
            if self.lex[index].is_word and index + 1 in self.document.quote_at:
                yield index + 1  # "and “X” denies"
        if holder is None:
            yield from self._after_that(sentence, verb)

    def _after_that(self, sentence: Sentence, verb: int) -> Iterator[int]:
        """Yield where the subject begins in a clause that nobody says: "be it recalled that X"."""
        for index in range(verb - 2, max(sentence.first, verb - CLAUSE), -1):
            if self.lex[index].bits & lx.COMP:
                if not any(self._says(at) for at in range(sentence.first, index)):
                    yield index + 1
                return

    def _says(self, index: int) -> bool:
        """Say whether a verb of saying stands at a token, and none that nobody is said to say."""
        lexeme = self.lex[index]
        said = lexeme.cue_features & FINITE and not lexeme.bits & lx.IMPERSONAL
        return bool(said) and not (lexeme.article or lexeme.prep)

    def _skip_topic(self, index: int, last: int) -> int:
        """Pass over what stands before a subject: "but", "as for", "had"."""
        while index < last:
            match = self.pack.topics.match(self.lex, index, last)
            if match is None:
                match = self.pack.asides.match(self.lex, index, last)
            if match is not None:
                index += match[1]
            elif self.key[index] in self.joints.breaking or (
                self.lex[index].bits & (lx.AUX | lx.CONNECT) and not self.lex[index].article
            ):
                index += 1
            else:
                break
        return index

    def _is_brought_up(self, first: int, last: int) -> bool:
        """Say whether words before a subject bring it up ("as for"), and not but an adverb."""
        return any(
            self.pack.asides.match(self.lex, index, last) is None
            or self.pack.topics.match(self.lex, index, last) is not None
            for index in range(first, last)
            if self.lex[index].is_word
        )

    def _antecedent(self, sentence: Sentence, relative: int, verb: int) -> Range | None:
        """Return the noun phrase that a relative pronoun stands for."""
        if relative - 1 > sentence.first and self.key[relative - 1] in self.pack.clause_marks:
            relative -= 1
        first = self._before_bracket(sentence, relative)
        stop = lx.COMP | lx.NEG | lx.AUX | lx.PRON | lx.CONNECT
        while first > sentence.first:
            lexeme = self.lex[first - 1]
            if not self.key[first - 1][:1].isalnum() or lexeme.bits & stop:
                break
            if lexeme.cues and not lexeme.article and not lexeme.bits & lx.HEADS:
                break
            if lexeme.bits & lx.PREP or self.heads.is_phrase(first - 1, relative):
                break
            first -= 1
            if lexeme.prep and lexeme.bits & lx.ROLE:
                break
        cited = first and self.pack.cue_phrases.match(self.lex, first - 1, relative)
        if cited:
            first += cited[1] - 1  # "(in) the words of | X, who said that"
        while first < relative and not self.heads.has_head(first):
            first += 1
        first = self._agreeing(self._past_indefinite(first, relative), relative, verb)
        return (first, relative) if first < relative else None

    def _past_indefinite(self, first: int, relative: int) -> int:
        """Return where a definite noun begins: "(a man killed by bullets of) | the army, which"."""
        definite = lx.NAME | lx.PLACE | lx.SPEAKS | lx.LATIN
        while first < relative - 1 and self.lex[first + 1].prep:
            lexeme = self.lex[first]
            if lexeme.article or lexeme.base != lexeme.stem or lexeme.bits & definite:
                return first
            first += 1
            led, following = self.lex[first], self.lex[min(first + 1, relative - 1)]
            if not led.article and led.bits & (lx.NOUN | lx.MASDAR) and following.article:
                first += first + 1 < relative
        return first

    def _before_bracket(self, sentence: Sentence, relative: int) -> int:
        """Return where a bracket before a token opens ("X (21 years), who"), else the token."""
        if relative <= sentence.first or self.key[relative - 1] != ")":
            return relative
        back = range(relative - 2, max(sentence.first, relative - BRACKET), -1)
        return next((at for at in back if self.key[at] == "("), relative)

    def _agreeing(self, first: int, relative: int, verb: int) -> int:
        """Move a phrase's beginning to the name before "which" where its head has another gender.

        "the request of Qatar, which accuses (f.) …"; `verb` are the features of the verb.
        """
        last = self.lex[relative - 1]
        clash = not agrees(verb, self.lex[first].features)
        human = lx.ROLE | lx.UNNAMED | lx.TITLE
        thing = not self.lex[first].bits & (human | lx.DOC | lx.NAME)
        if self.lex[first].article and thing:  # "entered the line | the deputy X, who wrote"
            heads = (at for at in range(first + 1, relative)
                     if self.lex[at].article and self.lex[at].bits & human
                     and agrees(verb, self.lex[at].features))  # fmt: skip
            return next(heads, first)
        named = last.bits & lx.PLACE and not last.article and not last.prep
        return relative - 1 if clash and named and first < relative - 1 else first

    def near_subject(self, sentence: Sentence, at: int) -> Range | None:
        """Return the person who is the subject of the nearest verb before a token."""
        for index in range(at - 1, max(sentence.first, at - SUBJECT_REACH) - 1, -1):
            lexeme = self.lex[index]
            quote = self.document.quote_over(index)
            if quote is not None and quote.after <= at:
                continue  # a verb of what was said
            verb = lexeme.bits & lx.VERB or any(f.features & FINITE for f in lexeme.cues)
            led = lexeme.prep and not self._follows(index)
            if not verb or lexeme.article or led or lexeme.bits & (lx.HEADS | lx.PREP):
                continue
            start = self.joints.skip_asides(index + 1, at)
            if lexeme.cues and start < at:
                start += self.nouns.has_pronoun(start)  # "replied | to him | X"
            left = self.left_subject(sentence, Candidate(index, index + 1, "verb"), None)
            if left is not None and self.heads.has_person(left) and not self.heads.is_mute(left):
                return left
            if start < at and self.nouns.starts(start, at):
                if self.lex[start].features & lx.OBLIQUE and self.lex[start].features & PLUR:
                    continue  # the verb's object: "he told his followers"
                end = self.nouns.end(start, at, objects=True)
                if (
                    end > start
                    and self.heads.has_person((start, end))
                    and not self.heads.is_mute((start, end))
                ):
                    return start, end
        return None

    def _follows(self, index: int) -> bool:
        """Say whether a verb after a mark tells what came next: "…, (so that) X then replied"."""
        present = any(form.features & IMPF for form in self.lex[index].cues)
        return present and index > 0 and self.key[index - 1] in self.pack.clause_marks

    def first_subject(self, sentence: Sentence, candidate: Candidate) -> Range | None:
        """Return the subject of a sentence whose verb is no cue: verb first, or subject first."""
        begin = self.joints.past_time(sentence.first, candidate.first)
        first = self.joints.skip_asides(begin, candidate.first)
        if self._leads_in(first):
            first = self._past_comma(first, candidate.first)
        for start in (first, first + 1):
            if start < candidate.first and self.nouns.starts(start, candidate.first):
                if start == first and (
                    self.heads.is_finite(start)
                    or not self.heads.has_head(start)
                    or (self.lex[start].cue_features & FINITE & ~HAL and self.lex[start].conj)
                ):
                    continue
                start = self._past_thing(start, candidate.first)
                end = self.nouns.end(start, candidate.first, objects=True)
                if end > start and self.heads.has_person((start, end)):
                    return start, end
        return None

    def _leads_in(self, index: int) -> bool:
        """Say whether a preposition opens a sentence, and no verb or name spelt like it."""
        lexeme = self.lex[index]
        return bool(lexeme.bits & lx.PREP) and not lexeme.bits & (lx.NAME | lx.VERB | lx.HEADS)

    def _past_comma(self, first: int, last: int) -> int:
        """Return where the sentence goes on after what a preposition leads to, and a comma."""
        marks = range(first + 2, last - 1)
        comma = next((at for at in marks if self.key[at] in self.pack.clause_marks), None)
        relative = comma is not None and self.lex[comma + 1].bits & lx.REL
        return first if comma is None or relative else comma + 1

    def _past_thing(self, index: int, limit: int) -> int:
        """Pass over a definite thing that a verb takes before its subject: "returned | the sheikh".

        "(X returned to him) the greeting | the sheikh Y": nobody titled goes on with a deed.
        """
        if index + 2 >= limit:
            return index
        thing, person = self.lex[index], self.lex[index + 1]
        deed = thing.article and thing.bits & (lx.NOUN | lx.MASDAR)
        other = thing.bits & (lx.ROLE | lx.UNNAMED | lx.TITLE | lx.BODY | lx.ADJ | lx.NAME)
        titled = person.article and person.bits & lx.TITLE and self.lex[index + 2].bits & lx.GIVEN
        return index + 1 if deed and not other and titled else index

    def subject_before(self, sentence: Sentence, at: int) -> Range | None:
        """Return the subject of a sentence whose verb is no known cue, up to a token."""
        return self.first_subject(sentence, Candidate(at, at, "verb"))
