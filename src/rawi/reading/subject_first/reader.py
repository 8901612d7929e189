"""A text's drafts, their speakers and chains, as records."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Final, Protocol

from rawi.reading.marks import SINGLE
from rawi.reading.outlet_speakers import outlet_named
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.announcements import Announcements
from rawi.reading.subject_first.answers import Answers
from rawi.reading.subject_first.clauses import ClauseReader
from rawi.reading.subject_first.document import HEADLINE_WORDS, Document, Sentence
from rawi.reading.subject_first.drafts import KEPT, Draft
from rawi.reading.subject_first.embedded_posts import EmbeddedPosts
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.incises import Incises
from rawi.reading.subject_first.interviews import Interviews
from rawi.reading.subject_first.led_quotations import LedQuotations
from rawi.reading.subject_first.lines import Lines
from rawi.reading.subject_first.people import Entity, People
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.pointing_back import RULE as BACK
from rawi.reading.subject_first.quotations import Quotations
from rawi.reading.subject_first.signed_lines import SignedLines
from rawi.reading.subject_first.unlisted import Unlisted
from rawi.reading.subject_first.ways import Ways
from rawi.records import Attribution, Part, Reason, Report, SaidAt, Span, Spans, Speaker, Type

#: A day that tells when something was said stands so near its cue, in tokens.
DATED: Final = 30


class Clauses(Protocol):
    """What reads the sentences of one document, by the order of a language's words."""

    phrases: Phrases
    incises: Incises
    announcements: Announcements
    unlisted: Unlisted

    def read(self, number: int, sentence: Sentence) -> list[Draft]:
        """Return the drafts of a sentence in the order of the text."""
        ...


class Reading:
    """What was read of one text: its attributions and its parts."""

    #: by which rule the speaker of each draft was found, None where nobody noted it
    _rules: dict[int, str] | None = None

    def __init__(
        self,
        text: str,
        grammar: Grammar,
        report: Report,
        clauses: Callable[[Document], Clauses] = ClauseReader,
        ways: type[Ways] = Ways,
    ) -> None:
        self.document = Document(text, grammar)
        self.grammar = grammar
        self.tokens = self.document.tokens
        self.word = self.document.word
        self.key = self.document.key
        self.published = report.published
        self._asking = grammar.words_of("asking_verbs")
        self._askers = grammar.words_of("unnamed_askers")
        self.clauses = clauses(self.document)
        self.lines = Lines(self.document, self.clauses.phrases)
        self.signed = SignedLines(self.document)
        self.posts = EmbeddedPosts(self.document)
        self.interview = Interviews(self.document, self.lines)
        self.quotations = Quotations(
            self.document,
            self.clauses.phrases,
            self.clauses.announcements.announced,
            self.clauses.unlisted,
        )
        self.answers = Answers(self.document)
        self.drafts: list[Draft] = []
        sentences = self.document.sentences
        at = 0
        for number, paragraph in enumerate(self.document.paragraphs):
            first = at
            while at < len(sentences) and sentences[at].paragraph == number:
                at += 1
            if paragraph.kind in (None, "headline"):
                self.drafts += self._paragraph(number, range(first, at))
        self.drafts = [d for d in self.drafts if d.kind != "question" and self._has_words(d)]
        self.drafts = [d for d in self.drafts if not self._asks_unnamed(d)]
        self._drop_repeated()
        self._pass_on()
        cued = {self._bare(span) for draft in self.drafts if draft.cue for span in draft.content}
        self.drafts = [d for d in self.drafts if d.cue or self._bare(d.content[0]) not in cued]
        self._drop_twins()
        LedQuotations(self.document, self.clauses.announcements).lead(self.drafts)
        self._free_ties()
        people = People(self.document)
        self._rules = people.rules
        self.entities = people.link(self.drafts, self._headlines())
        self._drop_own_voice()
        self.chains = ways(self.document, report, people).read(self.drafts, self.entities)

    def _drop_own_voice(self) -> None:
        """Drop what the report says of itself or of its reader: "I think", "you say".

        And the turns of an interview without labels in which nobody is interviewed.
        """
        if not self.grammar.title_case:
            return
        kept = [n for n, draft in enumerate(self.drafts)
                if not self._is_own_voice(draft)
                or (self.entities[n] is not None and self._is_told_by(draft))]  # fmt: skip
        if len(kept) < len(self.drafts):
            self.drafts = [self.drafts[n] for n in kept]
            self.entities = [self.entities[n] for n in kept]
            self._free_ties()

    def _is_own_voice(self, draft: Draft) -> bool:
        if draft.source is None:
            return draft.rule == "turn of a transcript" and self.interview.unlabelled
        first, last = draft.source
        word = self.word[first]
        return last - first == 1 and bool(word.bits & w.PRON) and (
            bool(word.bits & w.FIRST) or word.key in self.document.grammar.words_of("second_person")
        )  # fmt: skip

    def _is_told_by(self, draft: Draft) -> bool:
        """Say whether somebody else's words hold a draft: in them, "I" is who says them."""
        if draft.source is None or draft.outer is not None or self.interview.unlabelled:
            return True
        at = draft.source[0]
        held = any(a <= at < b for d in self.drafts if d is not draft for a, b in d.content)
        return held or self.document.quote_over(at) is not None

    def _asks_unnamed(self, draft: Draft) -> bool:
        """Say whether a question is that of a journalist without a name: who answers is meant."""
        if draft.source is None or draft.form is None or draft.form.lemma not in self._asking:
            return False
        if any(self.word[i].upper for i in range(draft.source[0] + 1, draft.source[1])):
            return False
        return any(self.word[i].lemma in self._askers for i in range(*draft.source))

    def _drop_repeated(self) -> None:
        """Drop "X said this on Telegram" where the sentence before is said already."""
        spoken = {draft.sentence for draft in self.drafts if draft.kind != "back"}
        of, heads = self.document.sentences, self.document.paragraphs
        self.drafts = [
            draft for draft in self.drafts
            if draft.kind != "back" or not (
                draft.sentence - 1 in spoken
                or heads[of[draft.sentence - 1].paragraph].kind not in (None, "headline")
            )
        ]  # fmt: skip

    def _drop_twins(self) -> None:
        """Drop a quotation without a cue that the line before it leads to."""
        led = {self._bare(d.content[0]): d for d in self.drafts if not d.cue and d.source}
        self.drafts = [
            d for d in self.drafts
            if d.cue or d.source or led.get(self._bare(d.content[0]), d) is d
        ]  # fmt: skip

    def _pass_on(self) -> None:
        """Take "The agency X reports it" for the way of what the sentence before says by itself."""
        if not self.grammar.drops_subject:
            return
        told = [d for d in self.drafts if d.rule == BACK and d.source and self._is_outlet(d.source)]
        for back in told:
            before = [
                d for d in self.drafts
                if d.sentence == back.sentence - 1 and d.cue and d.source and d is not back
                and any(a < back.content[-1][1] and b > back.content[0][0] for a, b in d.content)
            ]  # fmt: skip
            for draft in before:
                draft.outer = None if draft.outer is back else draft.outer
                if draft.relay is None and draft.outer is None:
                    draft.relay, draft.relay_cue = back.source, back.cue[0]
            if before:
                self.drafts.remove(back)

    def _is_outlet(self, source: tuple[int, int]) -> bool:
        return any(
            self.lines.outlets.known(index, source[1]) is not None
            for index in range(*source)
            if self.word[index].upper or self.word[index].bits & w.MEDIA
        )

    def _paragraph(self, number: int, sentences: range) -> list[Draft]:
        paragraph = self.document.paragraphs[number]
        turn = self.interview.turns.get(number)
        if number in self.interview.inside or number in self.posts.signatures:
            return []
        if turn is not None:
            turn.sentence = sentences[0] if sentences else 0
            return [turn]
        said = None
        if number not in self.answers.asked:
            said = self.lines.dialogue(paragraph, self.clauses.incises)
        said = said or self.lines.quoted(paragraph) or self.signed.read(number)
        if said is not None:
            said.sentence = sentences[0] if sentences else 0
            return [said]
        if number in self.answers.answers:
            said = self.answers.answer(number)
            said.sentence = sentences[0] if sentences else 0
            return [said]
        if self.drafts and number in self.answers.goes_on:
            if self.drafts[-1].rule == "line of dialogue":
                self.drafts[-1].content.append((paragraph.first, paragraph.last))
            return []
        drafts: list[Draft] = []
        for place in sentences:
            drafts += self.clauses.read(place, self.document.sentences[place])
        post = self.posts.read(number) if sentences else None
        if post is not None and not drafts:
            told = self.lines.labelled(*post.content[0])
            if told is not None and told.source is not None:  # "Minister: words"
                told.rule, told.around, post = post.rule, post.around, told
            post.sentence = sentences[0]
            return [post]
        self._extend(sentences, drafts)
        begin = self.document.datelines.get(number, paragraph.first)
        line = self.lines.read(paragraph, begin) if sentences else None
        if line is not None and not any(self._rivals(d, line) for d in drafts if d.cue):
            line.sentence = sentences[0]
            if line.rule == "partly quoted headline" and any(d.cue for d in drafts):
                return self.quotations.place(sentences, drafts)
            quoted = line.kind == "quoted line" or line.source is None
            if not quoted:
                return [line, *self._quoted_in(line, drafts)]
            drafts = [line, *(d for d in drafts if d.content[0] != line.content[0])]
        return self.quotations.place(sentences, drafts)

    def _rivals(self, draft: Draft, line: Draft) -> bool:
        """Say whether a cue in a line tells better who speaks than the line's shape."""
        first = line.content[0][0]
        if draft.kind == "incise":
            return True
        if line.source is not None and line.source[0] > first:
            return False  # the speaker stands after a colon
        back = draft.opening == "backward" and draft.content[0][0] <= first + 1
        return draft.at < first or (back and draft.source is not None and line.source is not None)

    def _quoted_in(self, line: Draft, drafts: list[Draft]) -> list[Draft]:
        """Return nothing: what a line says is its speaker's whole."""
        return []

    def _extend(self, sentences: range, drafts: list[Draft]) -> None:
        """Let words without marks after a colon run on to the end of their paragraph."""
        speaking = {draft.sentence for draft in drafts}
        for draft in drafts:
            if draft.opening != "colon" or draft.kind != "verb" or not draft.content:
                continue
            first, last = draft.content[-1]
            if first in self.document.quote_at or self.document.quotes_in(first, last):
                continue
            for number in sentences:
                sentence = self.document.sentences[number]
                if sentence.first == last:
                    if number in speaking:
                        break
                    last = sentence.last
                    draft.content[-1] = (first, last)

    def _bare(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return a range without the marks at its ends."""
        first, last = span
        while first < last - 1 and not self.word[first].is_word:
            first += 1
        while last > first + 1 and not self.word[last - 1].is_word:
            last -= 1
        return first, last

    def _has_words(self, draft: Draft) -> bool:
        return any(self.tokens.count_words(first, last) for first, last in draft.content)

    def _free_ties(self) -> None:
        known = {id(draft) for draft in self.drafts}
        for draft in self.drafts:
            if draft.outer is not None and id(draft.outer) not in known:
                draft.outer = None

    def _headlines(self) -> set[int]:
        """Return the drafts that name by role whom the body names."""
        found = set()
        for number, draft in enumerate(self.drafts):
            paragraph = self.document.sentences[draft.sentence].paragraph
            headline = self.document.paragraphs[paragraph].kind == "headline"
            if headline or draft.kind == "quoted line" or self._is_deck(paragraph):
                found.add(number)
        return found

    def _is_deck(self, number: int) -> bool:
        """Say whether a line under the headline is a headline too: short, without a full stop."""
        if number != 1 or not self.grammar.title_case:
            return False
        head, (first, last, kind) = self.document.paragraphs[0], self.document.paragraphs[1]
        short = self.tokens.count_words(first, last) <= HEADLINE_WORDS
        marks = self.grammar.sentence_marks | self.grammar.colons
        plain = self.key[last - 1] not in marks and self.document.quote_before(last) is None
        return head.kind == "headline" and kind is None and short and plain

    # -- records -----------------------------------------------------------------------

    def attributions(self) -> tuple[Attribution, ...]:
        """Return the attributions in the order of the text."""
        self._speakers: dict[int, Speaker] = {}
        order = sorted(range(len(self.drafts)), key=lambda n: (min(self.drafts[n].content), n))
        made = [(n, self._content(self.drafts[n])) for n in order]
        made = [(n, content) for n, content in made if content]
        return tuple(
            self._record(f"a{place}", self.drafts[n], content, self.entities[n], n)
            for place, (n, content) in enumerate(made, 1)
        )

    def _speaker(self, entity: Entity | None) -> Speaker | None:
        """Return a speaker's record, worked out once."""
        if entity is None:
            return None
        found = self._speakers.get(id(entity))
        if found is None:
            found = outlet_named(entity.record(), self.document.text)
            self._speakers[id(entity)] = found
        return found

    def _record(
        self, key: str, draft: Draft, content: Spans, entity: Entity | None, number: int
    ) -> Attribution:
        cue: Spans = tuple(self.tokens.span(*where) for where in draft.cue)
        reasons = [Reason("cue", draft.rule, cue), Reason("content", draft.opening, cue)]
        if draft.source is not None:
            source = (self._source(*self._trimmed(*draft.source)),)
            reasons.append(Reason("source", self._side(draft), source))
        rule = self._rules.get(id(draft)) if self._rules is not None else None
        if entity is not None and rule is not None:
            reasons.append(Reason("speaker", rule, tuple(entity.evidence[:1])))
        return Attribution(
            id=key,
            content=content,
            type=self._type(draft),
            cue=cue,
            source=(self._source(*self._trimmed(*draft.source)),) if draft.source else (),
            speaker=self._speaker(entity),
            chain=self.chains[number],
            said_at=self._said_at(draft),
            why=tuple(reasons),
        )

    def _side(self, draft: Draft) -> str:
        """Tell where a source stands."""
        if draft.shared:
            return "subject of the verb before"
        after = bool(draft.cue) and draft.source is not None and draft.source[0] >= draft.cue[0][0]
        return "after the cue" if after else "before the cue"

    def _source(self, first: int, last: int) -> Span:
        """Return the span of a source; of a pronoun stuck to its verb the pronoun alone."""
        span = self.tokens.span(first, last)
        if last - first > 1 or self.key[first][:1].isalnum():
            return span
        return Span(span.end - len(self.key[first].rpartition("-")[2]), span.end)

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        while last > first + 1 and not self.word[last - 1].is_word and self.key[last - 1] in ",;:":
            last -= 1
        while first < last - 1 and not self.word[first].is_word and self.key[first] in ",;:":
            first += 1
        return first, last

    def _content(self, draft: Draft) -> Spans:
        spans: list[Span] = []
        for first, last in sorted(draft.content):
            start = first
            for index in [*self._breaks(first, last), last]:
                span = self._span(start, index)
                if span is not None:
                    spans.append(span)
                start = index + 1
        return tuple(spans)

    def _breaks(self, first: int, last: int) -> list[int]:
        return [i for i in self.tokens.marks_in(first, last) if self.key[i] == "\n"]

    def _span(self, first: int, last: int) -> Span | None:
        """Return the span of a content: marks around it left out."""
        quotes = self.document.quote_at
        while first < last and not self.word[first].is_word and first not in quotes:
            first += 1
        over = self.document.quote_over(first) if first < last else None
        if over is not None and over.open < first and over.closed and last == over.after:
            last = over.close  # the end of a quotation over several paragraphs
            return self.tokens.span(first, last) if last > first else None
        while last > first and not self.word[last - 1].is_word:
            quote = self.document.quote_before(last)
            if quote is not None and quote.open >= first and quote.closed:
                break
            if self.key[last - 1] in KEPT or (
                self.key[last - 1] == "." and self._abbreviates(last - 1)
            ):
                break
            last -= 1
        quote = quotes.get(first)
        if quote is not None and quote.after >= last:
            first = quote.open + (not self.word[quote.open].is_word)  # a mark may be lost
            last = min(last, quote.close)
            while self.key[quote.open] in SINGLE and first < last and self.key[first] in SINGLE:
                first += 1  # two single marks that stand for a double one
            while last > first and self.key[last - 1] in SINGLE and self.key[quote.close] in SINGLE:
                last -= 1
        elif quote is None:
            over = self.document.quote_over(first)
            if over is not None and over.closed and over.close < last <= over.after:
                last = over.close
        if last <= first or not self.tokens.count_words(first, last):
            return None
        return self.tokens.span(first, last)

    def _abbreviates(self, index: int) -> bool:
        before = self.word[index - 1]
        if self.document.abbreviates(before):
            return True
        return len(before.key) == 1 and before.upper

    def _type(self, draft: Draft) -> Type:
        """Say how much of the content stands in marks."""
        inside = outside = False
        for first, last in draft.content:
            over = self.document.quote_over(first)
            if over is not None and over.open < first:
                inside = True
                continue
            plain = self.tokens.count_words(first, last)
            for quote in self.document.quotes_in(first, last):
                name = quote.open != first and self.clauses.phrases._is_name(quote.open, last)
                inside, outside = inside or not name, outside or name
                plain -= self.tokens.count_words(quote.open, min(quote.after, last))
            outside = outside or plain > 0
        if inside:
            return "direct" if not outside or draft.kind.startswith("dialogue") else "mixed"
        if draft.kind in ("dialogue", "inner", "dialogue line", "incise"):
            return "direct"
        return "direct" if draft.opening == "colon" and self._is_first_person(draft) else "indirect"

    def _is_first_person(self, draft: Draft) -> bool:
        return any(
            self.word[i].bits & w.FIRST
            for first, last in draft.content
            for i in range(first, min(last, first + 80))
        )

    def _said_at(self, draft: Draft) -> SaidAt | None:
        """Return when a statement was made; None where its sentence does not say."""
        first, last, _ = self.document.sentences[draft.sentence]
        if not draft.cue:
            return None
        begin, end = max(first, draft.cue[0][0] - DATED), min(last, draft.cue[0][1] + DATED)
        covered = [span for span in draft.content if span[1] > begin and span[0] < end]
        places = [
            i for i in range(begin, end)
            if self.word[i].bits & (w.TIME | w.NUM) and not any(a <= i < b for a, b in covered)
        ]  # fmt: skip
        grammar = self.grammar.dates if places else None
        if grammar is None:
            return None
        start, stop = self.tokens.start[places[0]], self.tokens.end[places[-1]]
        found = grammar.find(self.document.text, start, stop, self.published)
        for mention in found:
            at = bisect_left(self.tokens.start, mention.span.start)
            inside = any(a <= at < b for a, b in covered)
            later = bool(self.published) and mention.value[:10] > str(self.published)[:10]
            if mention.precision in ("day", "instant") and not later and not inside:
                return SaidAt(mention.value, mention.precision, (mention.span,))
        return None

    def parts(self) -> tuple[Part, ...]:
        """Return the parts of the text that are not its running body."""
        return tuple(
            Part(kind, self.tokens.span(first, last))
            for first, last, kind in self.document.paragraphs
            if kind is not None
        )


def read_subject_first(
    text: str, grammar: Grammar, report: Report
) -> tuple[tuple[Attribution, ...], tuple[Part, ...]]:
    """Return the attributions of a text and its parts."""
    reading = Reading(text, grammar, report)
    return reading.attributions(), reading.parts()
