"""The reader: a text's drafts, their speakers and chains, as records."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from rawi.reading import lexicon as lx
from rawi.reading.chain import ChainReader
from rawi.reading.clauses import ClauseReader
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Draft, Range
from rawi.reading.inflect import FINITE
from rawi.reading.layout import body
from rawi.reading.lines import LineReader
from rawi.reading.packs import Pack
from rawi.reading.quotes import loose_quotations
from rawi.reading.said_at import DateReader
from rawi.reading.speakers import Entity, SpeakerLinker
from rawi.reading.subjects import Subjects
from rawi.records import Attribution, Part, Reason, Report, Span, Spans, Type


class Reading:
    """What was read of one text: its attributions and its parts."""

    def __init__(self, text: str, pack: Pack, report: Report) -> None:
        self.document = Document(text, pack)
        self.tokens = self.document.tokens
        clauses = ClauseReader(self.document)
        lines = LineReader(self.document, clauses)
        self.drafts: list[Draft] = []
        body_of = body(self.document)
        sentences = self.document.sentences
        at = items = 0
        for number in range(len(self.document.paragraphs)):
            first = at
            while at < len(sentences) and sentences[at].paragraph == number:
                at += 1
            if number not in body_of or items > 0:
                items -= 1  # a list's items are content of the line that leads to them
                continue
            found = self._paragraph(number, range(first, at), clauses, lines)
            items = lines.lists.extend(number, found)
            self.drafts.extend(found)
        self.drafts = self._kept()
        headlines = self._headlines()
        subjects = Subjects(self.document, clauses.nouns)
        subjects.mend(self.drafts)
        linker = SpeakerLinker(self.document, clauses.nouns, subjects)
        self.entities = linker.link(self.drafts, headlines)
        self._dates = DateReader(self.document, report.published)
        self.chains = ChainReader(self.document, clauses, report, linker).read(
            self.drafts, self.entities
        )

    def _paragraph(
        self, number: int, sentences: range, clauses: ClauseReader, lines: LineReader
    ) -> list[Draft]:
        paragraph = self.document.paragraphs[number]
        turn = lines.turn(paragraph)
        if turn is not None:
            turn.sentence = sentences[0] if sentences else 0
            return [turn, *self._quoted_in(turn, clauses, self._clauses(sentences, clauses))]
        line = lines.read(number, paragraph)
        drafts = self._clauses(sentences, clauses)
        if line is not None and (
            line.kind == "quoted line"
            or not any(
                d.at < line.content[0][0] or (d.at == line.content[0][0] and d.source)
                for d in drafts
            )
        ):
            line.sentence = sentences[0] if sentences else 0
            drafts = [line, *self._beside(line, clauses, drafts)]
        else:
            drafts += self._named_sentences(sentences, drafts, lines)
        self._extend(sentences, drafts, clauses)
        return loose_quotations(self.document, clauses, sentences, drafts)

    def _named_sentences(
        self, sentences: range, drafts: list[Draft], lines: LineReader
    ) -> list[Draft]:
        """Return what sentences after the first say by their shape: "a reader: words"."""
        speaking = {draft.sentence for draft in drafts}
        found: list[Draft] = []
        for place in sentences[1:]:
            if place not in speaking:
                draft = lines.sentence(self.document.sentences[place])
                if draft is not None:
                    draft.sentence = place
                    found.append(draft)
        return found

    def _clauses(self, sentences: range, clauses: ClauseReader) -> list[Draft]:
        """Return the drafts of sentences as their clauses make them."""
        found: list[Draft] = []
        for place in sentences:
            found.extend(clauses.read(place, self.document.sentences[place]))
        return found

    def _quoted_in(self, line: Draft, clauses: ClauseReader, drafts: list[Draft]) -> list[Draft]:
        """Return the drafts inside a line's words that quote somebody else by name or office."""
        first, last = line.content[-1]
        found: list[Draft] = []
        for draft in drafts:
            inside = first <= draft.at < last and draft.outer is None and draft.cue
            said = draft.opening in ("clause", "quote", "colon")
            if inside and said and draft.source and clauses.heads.is_known(draft.source):
                draft.outer = line
                found.append(draft)
        return found

    def _beside(self, line: Draft, clauses: ClauseReader, drafts: list[Draft]) -> list[Draft]:
        """Return the drafts that a line leaves: nested ones, and later sentences of others' words.

        Such a sentence opens with its cue, a conjunction before it, and ends what the line says.
        """
        kept = [draft for draft in drafts if draft.outer is not None]
        kept += self._quoted_in(line, clauses, drafts)
        first, last = line.content[-1]
        if first in self.document.quote_at or line.kind != "line":
            return kept
        for draft in drafts:
            sentence = self.document.sentences[draft.sentence]
            opens = draft.cue and draft.cue[0][0] == sentence.first
            if draft.outer is None and opens and first < sentence.first < last:
                if self.tokens.lex[sentence.first].conj and draft.source is None:
                    line.content[-1] = (first, sentence.first)
                    return [*kept, *(d for d in drafts if d.sentence >= draft.sentence)]
        return kept

    def _tells(self, sentence: Sentence, clauses: ClauseReader) -> bool:
        """Say whether a sentence opens with a verb, as a report's own do: "then he left"."""
        first = sentence.first
        if self.tokens.lex[first].bits & lx.CONNECT and first + 1 < sentence.last:
            first += 1
        return clauses.heads.is_finite(first)

    def _extend(self, sentences: range, drafts: list[Draft], clauses: ClauseReader) -> None:
        """Let speech without marks after a colon run on to the end of its paragraph.

        It ends before the next sentence that attributes anything itself, or that tells.
        """
        speaking = {draft.sentence for draft in drafts}
        for draft in drafts:
            first, last = draft.content[-1]
            if draft.opening != "colon" or first in self.document.quote_at or draft.kind == "line":
                continue
            begin = bisect_left(
                self.document.sentences, last, sentences.start, sentences.stop, key=_first
            )
            for number in range(begin, sentences.stop):
                sentence = self.document.sentences[number]
                if number in speaking or draft.content[-1][1] != sentence.first:
                    break
                if draft.kind != "dialogue" and self._tells(sentence, clauses):
                    break
                draft.content[-1] = (first, sentence.last)

    def _kept(self) -> list[Draft]:
        """Return the drafts that say something, free of ties to those that do not."""
        kept = [d for d in self.drafts if d.kind != "question" and self._has_words(d)]
        cued = {d.content[0][0] for d in kept if d.cue and d.opening in ("quote", "colon")}
        # a quotation that the paragraph before led to is not said again without a cue
        kept = [d for d in kept if d.cue or d.content[0][0] not in cued]
        known = {id(draft) for draft in kept}
        for draft in kept:
            draft.host = draft.host if id(draft.host) in known else None
            draft.outer = draft.outer if id(draft.outer) in known else None
        return kept

    def _has_words(self, draft: Draft) -> bool:
        return any(self.tokens.count_words(first, last) for first, last in draft.content)

    def _headlines(self) -> set[int]:
        """Return the drafts that name by role whom the body names: headlines and first lines."""
        found: set[int] = set()
        opening = True
        for number, draft in enumerate(self.drafts):
            shape = draft.kind in ("line", "quoted line")
            opening = opening and shape
            if self._in_headline(draft) or opening or draft.kind == "quoted line":
                found.add(number)
        return found

    def _in_headline(self, draft: Draft) -> bool:
        number = self.document.sentences[draft.sentence].paragraph
        return self.document.paragraphs[number].kind == "headline"

    # -- records ---------------------------------------------------------------

    def attributions(self) -> tuple[Attribution, ...]:
        """Return the attributions in the order of the text."""
        order = sorted(range(len(self.drafts)), key=lambda n: (self.drafts[n].content[0], n))
        return tuple(
            self._record(f"a{place}", self.drafts[n], self.entities[n], n)
            for place, n in enumerate(order, 1)
        )

    def _record(self, key: str, draft: Draft, entity: Entity | None, number: int) -> Attribution:
        content = tuple(
            span for first, last in draft.content if (span := self._content(first, last))
        )
        return Attribution(
            id=key,
            content=content,
            type=self._type(draft),
            cue=tuple(self._cue(first, last) for first, last in draft.cue),
            source=(self.tokens.span(*draft.source),) if draft.source else (),
            speaker=entity.record() if entity is not None else None,
            chain=self.chains[number],
            said_at=self._dates.read(draft),
            why=self._why(draft),
        )

    def _why(self, draft: Draft) -> tuple[Reason, ...]:
        cue: Spans = tuple(self.tokens.span(*where) for where in draft.cue)
        reasons = [Reason("cue", draft.rule, cue), Reason("content", draft.opening, cue)]
        reasons += [
            Reason(part, rule, (self.tokens.span(*words),)) for part, rule, words in draft.steps
        ]
        return tuple(reasons)

    def _cue(self, first: int, last: int) -> Span:
        span = self.tokens.span(first, last)
        lexeme = self.tokens.lex[first]
        front = len(lexeme.conj)
        phrase = lexeme.bits & lx.PHRASE and last - first > 1
        if lexeme.bits & lx.HOMOGRAPH and not phrase:  # read as a conjunction and a verb here
            front = next((len(c) for c in self._conjunctions if lexeme.key.startswith(c)), front)
        return Span(span.start + front, span.end)

    @property
    def _conjunctions(self) -> tuple[str, ...]:
        return self.document.pack.lexicon.morphology.conjunctions

    @cached_property
    def _edges(self) -> frozenset[str]:
        """The marks that may stand between a quotation and the end of its content."""
        return self.document.pack.clause_marks | frozenset(".\n")

    def _content(self, first: int, last: int) -> Span | None:
        """Return the span of a content: marks around it left out."""
        key = self.tokens.key
        edge = self._edges
        quote = self.document.quote_at.get(first)
        if quote is not None and all(key[i] in edge for i in range(quote.after, last)):
            first, last = quote.open + 1, min(last, quote.close)
        while first < last and not key[first][:1].isalnum() and first not in self.document.quote_at:
            first += 1
        while last > first and (
            key[last - 1] in self.document.pack.clause_marks or key[last - 1] in ".:\n"
        ):
            last -= 1
        return self.tokens.span(first, last) if last > first else None

    def _type(self, draft: Draft) -> Type:
        """Say how much of the content stands in marks."""
        inside = outside = False
        for first, last in draft.content:
            plain = self.tokens.count_words(first, last)
            for quote in self.document.quotes_in(first, last):
                is_name = self._is_name(quote.open, draft)
                inside = inside or not is_name
                outside = outside or is_name
                plain -= self.tokens.count_words(quote.open, min(quote.after, last))
            outside = outside or plain > 0
        if inside:
            return "mixed" if outside else "direct"
        return "direct" if draft.opening == "colon" and self._is_first_person(draft) else "indirect"

    def _is_name(self, index: int, draft: Draft) -> bool:
        if index == draft.content[0][0]:
            return False
        before = self.tokens.lex[index - 1]
        quote = self.document.quote_at[index]
        words = self.tokens.count_words(quote.open, quote.close)
        opening = self.tokens.lex[quote.open + 1]
        said = opening.bits & (lx.VERB | lx.NEG) or opening.cue_features & FINITE
        if said and not opening.bits & lx.NOMINAL:
            return False  # 'claimed that the army "hides weapons"'
        return words <= 4 and bool(
            before.bits & (lx.BODY | lx.MEDIA | lx.GENERIC | lx.NETWORK | lx.PROGRAMME | lx.DOC)
        )

    def _is_first_person(self, draft: Draft) -> bool:
        if draft.kind == "dialogue":
            return True
        places = self._first_persons
        return any(
            bisect_left(places, first) < bisect_left(places, last) for first, last in draft.content
        )

    @cached_property
    def _first_persons(self) -> list[int]:
        """The words of somebody who speaks of themselves, in order."""
        pack = self.document.pack
        return [
            index
            for index, lexeme in enumerate(self.tokens.lex)
            if lexeme.key in pack.first_person
            or (
                (not lexeme.bits or (lexeme.bits & lx.VERB and lexeme.base != lexeme.stem))
                and lexeme.key.endswith(pack.first_person_suffixes)
                and len(lexeme.key) > 4
            )
        ]

    def parts(self) -> tuple[Part, ...]:
        """Return the parts of the text that are not its running body."""
        return tuple(
            Part(paragraph.kind, self.tokens.span(paragraph.first, paragraph.last))
            for paragraph in self.document.paragraphs
            if paragraph.kind is not None
        )


def _first(sentence: Sentence) -> int:
    return sentence.first


def read_text(
    text: str, pack: Pack, report: Report
) -> tuple[tuple[Attribution, ...], tuple[Part, ...]]:
    """Return the attributions of a text and its parts."""
    reading = Reading(text, pack, report)
    return reading.attributions(), reading.parts()


__all__ = ["Range", "Reading", "read_text"]
