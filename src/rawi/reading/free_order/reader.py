"""A text in a language that declines: its drafts, their speakers and chains, as records."""

from __future__ import annotations

from rawi.reading.free_order.clauses import Clauses
from rawi.reading.free_order.grammar import CaseGrammar
from rawi.reading.free_order.lines import Lines
from rawi.reading.free_order.people import People
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.free_order.quotations import Quotations
from rawi.reading.free_order.ways import Ways
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft
from rawi.records import Attribution, Part, Reason, Report, Span, Type


class Reading:
    """What was read of one text: its attributions and its parts."""

    def __init__(self, text: str, grammar: CaseGrammar, report: Report) -> None:
        self.document = Document(text, grammar)
        self.grammar = grammar
        self.tokens = self.document.tokens
        self.word, self.key = self.document.word, self.document.key
        self.phrases = Phrases(self.document, grammar)
        self.clauses = Clauses(self.document, self.phrases)
        self.lines = Lines(self.phrases, self.clauses.tags)
        self.quotations = Quotations(self.document, self.phrases)
        self.drafts: list[Draft] = []
        self._read()
        known = {id(draft) for draft in self.drafts}
        for draft in self.drafts:
            if draft.outer is not None and id(draft.outer) not in known:
                draft.outer = None
        self.people = people = People(self.phrases)
        self.drafts = [
            d for d in self.drafts if d.opening != "repeated" or people.repeats(d, self.drafts)
        ]
        self.entities = people.link(self.drafts, self._headlines())
        self.chains = Ways(self.phrases, report, people).read(self.drafts, self.entities)

    def _headlines(self) -> set[int]:
        """Return the drafts that name by role whom the body names."""
        found = set()
        for number, draft in enumerate(self.drafts):
            paragraph = self.document.sentences[draft.sentence].paragraph
            headline = self.document.paragraphs[paragraph].kind == "headline"
            if headline or draft.kind == "quoted line":
                found.add(number)
        return found

    def _read(self) -> None:
        at = 0
        sentences = self.document.sentences
        for number, paragraph in enumerate(self.document.paragraphs):
            first = at
            while at < len(sentences) and sentences[at].paragraph == number:
                at += 1
            if paragraph.kind not in (None, "headline"):
                continue
            if first == at:
                continue
            begin = self.document.datelines.get(number, paragraph.first)
            if self.lines.is_turn(paragraph):
                turn = self.lines.turn(paragraph)
                turn.sentence = first
                self.drafts.append(turn)
                self._inner(turn, range(first, at))
                continue
            line = self.lines.read(paragraph, begin)
            found = self._sentences(range(first, at))
            if line is not None:
                line.sentence = first
                found = self._beside(line, found)
            found = self.quotations.loose(range(first, at), found)
            self.drafts.extend(found)
        self._ask()
        self.drafts += self.quotations.inner(self.drafts, self.clauses.subjects)
        self._backward()
        self.drafts = [d for d in self.drafts if d.kind != "question" and self._has_words(d)]

    def _sentences(self, sentences: range) -> list[Draft]:
        found: list[Draft] = []
        for number in sentences:
            found.extend(self.clauses.read(number, self.document.sentences[number]))
        return found

    def _inner(self, turn: Draft, sentences: range) -> None:
        """Take what a turn of a dialogue attributes to others for attributions inside it."""
        if turn.source is not None:
            return
        for draft in self._sentences(sentences):
            said = draft.opening in ("clause", "quote", "colon", "object")
            if said and draft.source is not None and not draft.shared:
                named = any(self.word[i].upper or self.word[i].bits & w.HEADS
                            for i in range(*draft.source))  # fmt: skip
                if named:
                    draft.outer = turn
                    self.drafts.append(draft)

    def _beside(self, line: Draft, found: list[Draft]) -> list[Draft]:
        """Return the drafts of a line's clauses where they tell more than its shape."""
        first, last = line.content[0]
        same = [d for d in found if any(a < last and first < b for a, b in d.content)]
        if line.kind == "quoted line":
            if any(d.content[0][0] == first for d in same):
                return found
            return [line, *(d for d in found if d not in same)]
        if any(d.cue and d.at < first for d in found):
            return found
        return [line]

    def _ask(self) -> None:
        """Tell the questions of an interview from what is said in a dialogue."""
        turns = [d for d in self.drafts if d.kind in ("question", "turn")]
        asked = sum(d.kind == "question" and not d.cue for d in turns) > 1
        outer = [d for d in self.drafts if d.outer is None]
        for before, draft, following in zip([None, *outer], outer, outer[1:], strict=False):
            opens = before is None or before.kind not in ("question", "dialogue")
            if draft.kind == following.kind == "turn" and opens:
                draft.kind = "question"
        for draft in turns:
            if draft.kind == "turn" and asked:
                draft.rule = "interview"

    def _backward(self) -> None:
        """Let "this was reported by X" attribute the sentence before it."""
        spoken = {d.sentence for d in self.drafts if d.content}
        found: list[Draft] = []
        for number, sentence in enumerate(self.document.sentences):
            if number in spoken or number == 0 or number - 1 in spoken:
                continue
            draft = self.clauses.about(sentence)
            if draft is None:
                continue
            before = self.document.sentences[number - 1]
            if self.document.paragraphs[before.paragraph].kind == "headline":
                continue
            draft.sentence = number
            draft.content = [(before.first, before.last)]
            draft.opening = "backward"
            found.append(draft)
        if found:
            self.drafts = sorted([*self.drafts, *found], key=lambda d: d.sentence)

    def _has_words(self, draft: Draft) -> bool:
        return any(self.tokens.count_words(first, last) for first, last in draft.content)

    # -- records ---------------------------------------------------------------

    def attributions(self) -> tuple[Attribution, ...]:
        """Return the attributions in the order of the text."""
        order = sorted(range(len(self.drafts)), key=lambda n: (self.drafts[n].content[0], n))
        return tuple(
            self._record(f"a{place}", self.drafts[n], n) for place, n in enumerate(order, 1)
        )

    def _record(self, key: str, draft: Draft, number: int) -> Attribution:
        entity = self.entities[number]
        content = tuple(s for first, last in draft.content if (s := self._content(first, last)))
        return Attribution(
            id=key,
            content=content,
            type=self._type(draft),
            cue=tuple(self.tokens.span(*where) for where in draft.cue),
            source=(self.tokens.span(*draft.source),) if draft.source else (),
            speaker=entity.record() if entity is not None else None,
            chain=self.chains[number],
            why=(Reason("cue", draft.rule, tuple(self.tokens.span(*c) for c in draft.cue)),),
        )

    def _content(self, first: int, last: int) -> Span | None:
        key = self.key
        quote = self.phrases.quote_at.get(first)
        if quote is not None and all(not self.word[i].is_word for i in range(quote.after, last)):
            first, last = quote.open + 1, min(last, quote.close)
        while first < last and not self.word[first].is_word and first not in self.document.quote_at:
            first += 1
        while last > first and (key[last - 1] in ",;:\n—–-" or key[last - 1] == "."):
            if key[last - 1] == "." and self._is_short(last - 2):
                break
            last -= 1
        return self.tokens.span(first, last) if last > first else None

    def _is_short(self, index: int) -> bool:
        return index >= 0 and self.key[index] in self.grammar.abbreviations

    def _type(self, draft: Draft) -> Type:
        inside = outside = False
        if draft.kind == "inner":
            return "direct"
        for first, last in draft.content:
            plain = self.tokens.count_words(first, last)
            for quote in self.document.quotes_in(first, last):
                named = quote.open != first and self.phrases.is_name(quote.open, last, False)
                inside = inside or not named
                outside = outside or named
                plain -= self.tokens.count_words(quote.open, min(quote.after, last))
            over = self.document.quote_over(first)
            if over is not None and over.open < first:
                inside = True
                continue
            outside = outside or plain > 0
        if draft.kind in ("dialogue", "turn", "inner"):
            return "direct"
        if inside:
            return "mixed" if outside else "direct"
        return "indirect"

    def parts(self) -> tuple[Part, ...]:
        """Return the parts of the text that are not its running body."""
        return tuple(
            Part(p.kind, self.tokens.span(p.first, p.last))
            for p in self.document.paragraphs
            if p.kind is not None
        )


def read_free_order(
    text: str, grammar: CaseGrammar, report: Report
) -> tuple[tuple[Attribution, ...], tuple[Part, ...]]:
    """Return the attributions of a text and its parts."""
    reading = Reading(text, grammar, report)
    return reading.attributions(), reading.parts()
