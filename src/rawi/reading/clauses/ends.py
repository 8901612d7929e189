"""Where a content ends, and how far a cue looks for one."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.clauses.joints import Joints
from rawi.reading.clauses.part import Part
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Candidate, Draft, Opening, Range
from rawi.reading.inflect import FINITE, OBJECT, PERF
from rawi.reading.tokens import NEWLINE

#: So many tokens of a noun phrase are looked through for a clause that tells circumstances.
CIRCUMSTANCES: Final = 80
#: A participle that only leads to speech has its colon or its quotation so near, in tokens.
CALLING: Final = 6
#: What tells to whom it was said is no longer than this, in tokens.
WAY: Final = 30


class Ends(Part):
    """Finds the ends of contents in a document."""

    def __init__(self, document: Document, joints: Joints) -> None:
        super().__init__(document)
        self.joints = joints
        self._limits: dict[int, bool] = {}

    def begin(self) -> None:
        """Forget the sentence before."""
        self._limits.clear()

    def limit(self, sentence: Sentence, later: list[Candidate]) -> int:
        """Return the token up to which a cue looks for its content."""
        for candidate in later:
            ends = self._limits.get(candidate.first)
            if ends is None:
                ends = self._limits[candidate.first] = self._is_limit(candidate)
            if ends:
                return candidate.first
        return sentence.last

    def _is_limit(self, candidate: Candidate) -> bool:
        """Say whether the content of the cue before a candidate must begin before it."""
        if candidate.kind not in ("verb", "participle") or self.joints.in_relative(candidate.first):
            return False
        form = candidate.form
        if candidate.kind == "verb" and self._came_out(candidate):
            return False
        verb = self.lex[candidate.first]
        if candidate.kind == "verb" and verb.bits & lx.MASDAR and not verb.conj:
            return False  # after a comma rather what is said: "…, today, (the) holding on to"
        if candidate.kind == "participle":
            spoken = form is not None and "q" in form.governs and "t" not in form.governs
            return not spoken or self._leads_to_speech(candidate.last)
        if form is not None and form.features & OBJECT and not form.governs & {"a", "r"}:
            return False  # "in an interview, (which) the paper followed, that"
        if (
            form is not None
            and "t" not in form.governs
            and not self.joints.is_added(candidate.first)
        ):
            return False  # "in an article, published by …, that"
        return self.joints.opens_clause(candidate.first)

    def _came_out(self, candidate: Candidate) -> bool:
        """Say whether a verb, joined on, tells how a writing came out ("and was published in")."""
        lexeme = self.lex[candidate.first]
        if not lexeme.conj or lexeme.key[len(lexeme.conj) :] not in self.pack.issuing:
            return False
        near = range(candidate.last, min(len(self.key), candidate.last + CALLING))
        return not any(self.key[i] in self.pack.colons for i in near)

    def _leads_to_speech(self, index: int) -> bool:
        """Say whether a colon or a quotation stands shortly after a token."""
        near = range(index, min(len(self.key), index + CALLING))
        return any(self.key[i] in self.pack.colons or i in self.document.quote_at for i in near)

    def content(self, opening: Opening, sentence: Sentence, later: list[Candidate]) -> Range:
        """Return the content; a preposition that is stuck to a quotation belongs to a longer one.

        "denounced (bi-) “a trial” meant to please": the marks do not hold all that is said.
        """
        first, last = opening.content, self.content_end(opening, sentence, later)
        quote = self.document.quote_at.get(first)
        stuck = opening.kind == "preposition" and opening.at == first - 1
        if quote is None or not stuck or self.key[opening.at] not in self.pack.loose:
            return first, last
        return (opening.at if self.joints.words(quote.after, last) else first), last

    def content_end(self, opening: Opening, sentence: Sentence, later: list[Candidate]) -> int:
        """Return the token after the content, as far as the sentence alone tells."""
        quote = self.document.quote_at.get(opening.content)
        if quote is not None and opening.kind in ("quote", "colon"):
            return quote.after
        if (
            quote is not None
            and quote.after < sentence.last
            and (
                self.key[quote.after] in self.pack.sentence_marks
                or (
                    self.key[quote.after] in self.pack.clause_marks
                    and self.joints.words(quote.open, quote.close) > 3
                )
            )
            and not self._is_second_clause(quote.after + 1)
        ):
            return quote.after
        if opening.content >= sentence.last:
            end = opening.content
            while end < len(self.key) and self.key[end] != NEWLINE:
                end += 1
            return end
        if opening.kind in ("object", "preposition"):
            return self._phrase_end(opening.content, sentence.last)
        return self._tail(opening.content, sentence.last)

    def past_aside(
        self, content: Range, governs: frozenset[str], sentence: Sentence, later: list[Candidate]
    ) -> Range | None:
        """Return the rest of an object after an aside: "called X, in a post, | a lie"."""
        marks = [at for at in self.document.tokens.marks_in(content[1], sentence.last - 1)
                 if self.key[at] in self.pack.clause_marks][:2]  # fmt: skip
        if not marks or marks[-1] - content[1] > WAY:
            return None
        first = marks[-1] + 1
        aside = self.lex[content[1] + (content[1] == marks[0])]
        if not aside.bits & lx.PREP or aside.conj:
            return None
        lexeme, stuck = self.lex[first], self.key[first][:1]
        clause = lexeme.bits & lx.COMP and stuck in governs
        if not (clause or (lexeme.prep and lexeme.prep in governs) or self.key[first] in governs):
            return None
        if clause:
            return first + 1, self.content_end(
                Opening("clause", first, first + 1), sentence, later)  # fmt: skip
        return first, self.content_end(Opening("preposition", first, first), sentence, later)

    def before_main(self, first: int, last: int) -> int:
        """Return where the main clause begins after a clause of time that says something."""
        for index in self.document.tokens.marks_in(first + 1, last - 1):
            if self.key[index] in self.pack.clause_marks and not self.document.quote_over(index):
                lexeme = self.lex[index + 1]
                verb = lexeme.bits & lx.VERB or lexeme.cue_features & FINITE
                if index + 2 < last and self.lex[index + 2].bits & lx.PREP:
                    verb = verb or lexeme.bits & lx.MASDAR  # "looked" is spelled like "look"
                if verb and not lexeme.conj and not lexeme.article:
                    return index
        return last

    def _is_second_clause(self, index: int) -> bool:
        """Say whether another clause of what is said is joined on: "and that"."""
        lexeme = self.lex[index] if index < len(self.lex) else None
        return lexeme is not None and bool(lexeme.conj and lexeme.bits & lx.COMP)

    def is_open(self, draft: Draft, opening: Opening) -> bool:
        """Say whether a content runs on until something ends it: no closing mark does."""
        quote = self.document.quote_at.get(opening.content)
        return opening.kind != "quote" and (quote is None or draft.content[-1][1] > quote.after)

    def _phrase_end(self, first: int, last: int) -> int:
        """Return the end of a content that is a noun phrase: a new clause after a comma ends it."""
        reached = first
        for index in self.document.tokens.marks_in(first, last - 1):
            if index < reached:
                continue
            reached = self.document.skip(index)
            strong = self.key[index] in self.pack.strong_marks
            if strong and not self._is_second_clause(index + 1):
                return self._before_circumstances(first, index) or index
            if self.key[index] in self.pack.clause_marks and self._is_new_clause(index + 1, last):
                return self._before_circumstances(first, index) or self._before_way(first, index)
        second = self._second_verb(first, last)
        return self._before_circumstances(first, second) or (
            second if second < last else self._before_way(first, self._tail(first, last))
        )

    def _second_verb(self, first: int, last: int) -> int:
        """Return the verb that "and" joins to the cue itself ("warns of X and tours Y"), or `last`.

        Not one that goes on with a clause inside the content.
        """
        for index in range(first + 1, min(last, first + CIRCUMSTANCES)):
            lexeme = self.lex[index]
            if not lexeme.is_word or lexeme.bits & (lx.REL | lx.COMP | lx.VERB | lx.CONNECT):
                joined = lexeme.is_word and lexeme.conj and lexeme.bits & lx.VERB
                noun = lexeme.bits & (lx.HEADS | lx.NAME | lx.ADJ | lx.PLACE | lx.HOMOGRAPH)
                return index if joined and not noun and not lexeme.cues else last
        return last

    def _before_circumstances(self, first: int, last: int) -> int:
        """Return where a clause begins that tells why or when; 0 for none."""
        for index in range(first + 1, min(last, first + CIRCUMSTANCES)):
            because = self.key[index] in self.pack.because or self._trails(index, last)
            if because and self.document.quote_over(index) is None:
                return index
        return 0

    def _is_new_clause(self, index: int, last: int) -> bool:
        lexeme = self.lex[index]
        if lexeme.bits & lx.COMP and lexeme.conj:
            return False
        if self.pack.contrast.match(self.lex, index, last) and not lexeme.conj and not lexeme.prep:
            return True
        if lexeme.conj and lexeme.bits & (lx.PRON | lx.AUX | lx.NEG):
            return True
        if lexeme.bits & lx.VERB and lexeme.features & PERF:
            nominal = lx.HEADS | lx.NAME | lx.ADJ | lx.PLACE | lx.AUX | lx.PREP | lx.PHRASE
            if lexeme.conj or not (lexeme.bits & nominal or lexeme.cues):
                return True
        return (
            bool(lexeme.conj)
            and any(form.features & PERF and not form.features & OBJECT for form in lexeme.cues)
            and (
                lexeme.conj in self.pack.consequent
                or not lexeme.bits & (lx.NOUN | lx.MASDAR | lx.ROLE)
            )
        )

    def _tail(self, first: int, last: int) -> int:
        """Cut a time of the saying that trails after a content ("…, and that on Wednesday")."""
        for index in range(last - 1, max(first, last - 14), -1):
            if self._trails(index, last):
                return index
        for index in self.document.tokens.marks_in(first + 1, last - 1):
            if (
                self.key[index] in self.pack.clause_marks
                and self.document.quote_over(index) is None
            ):
                if self.pack.tails.match(self.lex, index + 1, last):
                    return index
                if self._is_way(index + 1, last):
                    return index
                if self._is_aside(index + 1, last) or self._is_shown(index + 1, last):
                    return index
        return last

    def _is_way(self, index: int, last: int) -> bool:
        """Say whether all that is left tells to whom or where it was said ("in remarks to X")."""
        if not 1 < last - index <= WAY:
            return False
        if not self.lex[index].bits & lx.PREP or self.lex[index].conj:
            return False
        occasion = self.lex[index + 1]
        if occasion.article or not occasion.bits & (lx.SAID_TO | lx.POSTED_ON):
            return False
        rest = self.lex[index + 2 : last]
        if any(lexeme.bits & (lx.COMP | lx.CONNECT) or lexeme.conj for lexeme in rest):
            return False
        owned = occasion.base != occasion.stem and occasion.bits & lx.POSTED_ON
        return bool(owned) or any(lexeme.bits & (lx.MEDIA | lx.NETWORK) or lexeme.outlet
                                  or lexeme.key in self.pack.stuck for lexeme in rest)  # fmt: skip

    def _before_way(self, first: int, last: int) -> int:
        """Return where a content that is a noun phrase is over: "…, on its page on Facebook"."""
        for index in range(first + 1, min(last - 1, first + CIRCUMSTANCES)):
            if self._is_in_statement(index, last):
                return index
            if self.key[index] in self.pack.through and self.document.quote_over(index) is None:
                posted = self.lex[index + 1]
                owned = posted.base != posted.stem and posted.bits & lx.POSTED_ON
                if owned and self._is_way(index, last):
                    return index
        return last

    def _is_in_statement(self, index: int, last: int) -> bool:
        """Say whether "in a statement" tells where it was said ("denied the news | in a post")."""
        lexeme, before, text = self.lex[index], self.lex[index - 1], self.lex[index + 1]
        if not lexeme.bits & lx.NOMINAL_PREP or lexeme.bits & lx.REL or lexeme.conj:
            return False
        written = text.base in self.pack.statements and text.bits & lx.DOC
        if not written and text.base not in self.pack.recordings:
            return False
        if text.article or text.base != text.stem or self.document.quote_over(index) is not None:
            return False
        if before.cue_features & FINITE or before.bits & (lx.VERB | lx.REL | lx.PREP):
            return False  # "what came in a statement"
        after = self.lex[index + 2] if index + 2 < last else None
        if self._is_passed_on(index + 2, last):
            return True
        return after is None or not after.is_word or bool(
            after.prep or after.bits & (lx.PREP | lx.ADJ)
        )  # fmt: skip

    def _is_passed_on(self, index: int, last: int) -> bool:
        """Say whether a clause tells who passed a statement on ("(a statement) that X published").

        Adjectives may stand between.
        """
        while index < last and self.lex[index].bits & lx.ADJ and not self.lex[index].article:
            index += 1
        return index < last - 1 and self.key[index] in self.pack.passing

    def _trails(self, index: int, last: int) -> bool:
        """Say whether "and that" begins with a time or an occasion after it."""
        if self.key[index] not in self.pack.trailers or index + 1 >= last:
            return False
        return bool(self.lex[index + 1].bits & (lx.TIME | lx.ADJUNCT))

    def _is_shown(self, index: int, last: int) -> bool:
        """Say whether a clause is joined on that pictures or the like show: the report's own."""
        if index + 1 >= last:
            return False
        verb, thing = self.lex[index], self.lex[index + 1]
        shows = verb.conj and verb.cue_features & FINITE and not verb.bits & lx.NOMINAL
        return bool(shows and thing.bits & lx.MUTE) and not (thing.article or thing.prep)

    def _is_aside(self, index: int, last: int) -> bool:
        """Say whether a clause comments on what was said, or tells what became of the hearers.

        "…, which X denied"; "…, and referred us to the website"
        """
        lexeme = self.lex[index] if index < last else None
        if lexeme is None:
            return False
        comment = self.pack.comments.match(self.lex, index, last)
        if comment is not None and index + comment[1] < last:
            return any(form.features & OBJECT for form in self.lex[index + comment[1]].cues)
        hearers = lexeme.conj and lexeme.key.endswith(self.pack.hearers)
        return bool(hearers and lexeme.bits & lx.VERB and not lexeme.bits & lx.HEADS)

    def cut(self, holder: Draft, candidate: Candidate, draft: Draft) -> None:
        """End a content before the cue (or the source) of the next attribution."""
        first = holder.content[-1][0]
        end = min(candidate.first, draft.around[0] or candidate.first)
        if draft.source is not None and first < draft.source[0] < end:
            end = draft.source[0]
        led = self.lex[candidate.first - 1]
        if candidate.kind == "participle" and led.conj and led.cue_features & FINITE:
            if end == candidate.first and not led.bits & lx.NOMINAL:
                end -= 1  # "…, and added, | saying: “…”"
        end = self.joints.before_connector(first, end)
        if draft.kind == "verb":
            end = self._before_when(first, end)
        if end > first:
            holder.content[-1] = (first, end)

    def _before_when(self, first: int, end: int) -> int:
        """Return where the clause of time begins that leads up to the next verb, or the end.

        "said that …, and when he was asked, | replied that …"
        """
        for index in self.document.tokens.marks_in(first + 1, end - 1):
            when = self.lex[index + 1]
            if (
                when.conj
                and when.key[len(when.conj) :] in self.pack.meanwhile
                and self.key[index] in self.pack.clause_marks
            ):
                return end if self.document.quote_over(index) else index
        return end

    def trim_tail(self, holder: Draft, at: int) -> None:
        first = holder.content[-1][0]
        end = self.joints.before_connector(first, at)
        if end > first:
            holder.content[-1] = (first, end)
