"""A text in a language that declines: its drafts, their speakers and chains, as records."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from rawi.reading.free_order.clauses import Clauses
from rawi.reading.free_order.dash_quotes import CaseDocument
from rawi.reading.free_order.grammar import CaseGrammar
from rawi.reading.free_order.lines import Lines
from rawi.reading.free_order.people import People
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.free_order.quotations import Quotations
from rawi.reading.free_order.references import References
from rawi.reading.free_order.verbatim import Verbatim
from rawi.reading.free_order.ways import Ways
from rawi.reading.free_order.within import Within
from rawi.reading.marks import Quote
from rawi.reading.subject_first import reader as subject_first
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft
from rawi.records import Attribution, Part, Report, Type

#: How an explanation words what a draft was found by, where it is worded otherwise here.
_RULES: Final = {
    "tag": "after the quotation", "words": "noun", "cited": "relay", "with reference to": "relay",
    "document": "in a document", "request": "support verb + noun",
    "dialogue": "turn of a transcript",
    "no comment": "support verb + noun", "refusal": "support verb + noun",
    "this was said": "said of the sentence before", "quotation": "quotation without a cue",
    "interview": "turn of a transcript",
}  # fmt: skip
#: Contents that stand beside "this": "about this he said: “…”".
_OWN: Final = ("clause", "quote", "colon", "question", "before")
_OPENINGS: Final = {
    "before": "after", "according": "side", "as": "clause", "fronted": "object", "words": "after",
    "alone": "quote", "repeated": "quote", "quoted": "object", "question": "clause",
}  # fmt: skip


class Reading(subject_first.Reading):
    """What was read of one text: its attributions and its parts.

    The records are made as for languages with the subject first; what they are made of is not.
    """

    def __init__(self, text: str, grammar: CaseGrammar, report: Report) -> None:
        self.document = CaseDocument(text, grammar)
        self.grammar = grammar
        self.tokens = self.document.tokens
        self.word, self.key = self.document.word, self.document.key
        self.published = report.published
        self.phrases = Phrases(self.document, grammar)
        self.reader = Clauses(self.document, self.phrases)
        self.shapes = Lines(self.phrases, self.reader.tags)
        self.verbatim = Verbatim(self.phrases)
        self.references = References(self.phrases, self.reader.citations)
        self.loose = Quotations(self.document, self.phrases)
        self.drafts: list[Draft] = []
        self._read()
        self._free_ties()
        self.people = people = People(self.phrases, self.reader.introduced)
        self.drafts = [
            d for d in self.drafts if d.opening != "repeated" or people.repeats(d, self.drafts)
        ]
        entities = people.link(self.drafts, self._headlines())
        self.entities = entities  # type: ignore[assignment]  # other speakers, the same record
        ways = Ways(self.phrases, report, people)
        self.chains = ways.read(self.drafts, entities)
        self._drop_own(ways)
        for draft in self.drafts:
            draft.rule = _RULES.get(draft.rule, draft.rule)
            draft.opening = _OPENINGS.get(draft.opening, draft.opening)

    def _drop_own(self, ways: Ways) -> None:
        """Drop what the publisher says as itself: "…, reports X" in X is the report's own voice."""
        relays = self.grammar.words_of("relays")
        kept = [
            number for number, draft in enumerate(self.drafts)
            if draft.opening not in ("before", "backward") or not draft.cue
            or self.key[draft.cue[0][0]] not in relays
            or (entity := self.entities[number]) is None or entity.kind != "organisation"
            or not ways.is_publisher(entity.name)
        ]  # fmt: skip
        self.drafts = [self.drafts[n] for n in kept]
        self.entities = [self.entities[n] for n in kept]
        self.chains = [self.chains[n] for n in kept]
        self._free_ties()

    def _read(self) -> None:
        at = 0
        sentences = self.document.sentences
        for number, paragraph in enumerate(self.document.paragraphs):
            first = at
            while at < len(sentences) and sentences[at].paragraph == number:
                at += 1
            told = self.verbatim.note(paragraph) if paragraph.kind == "credit" else None
            if told is not None:
                self.reader.introduced[paragraph.first] = told
            if paragraph.kind not in (None, "headline") or first == at:
                continue
            begin = self.document.datelines.get(number, paragraph.first)
            if self.shapes.is_turn(paragraph):
                turn = self.shapes.turn(paragraph)
                turn.sentence = first
                if number and turn.source is None:
                    turn.source = self.shapes.label(self.document.paragraphs[number - 1])
                self.drafts.append(turn)
                self._inner(turn, range(first, at))
                continue
            led = self.reader.blocks.over(self.drafts, paragraph.first)
            if led is not None and paragraph.first not in self.document.quote_at:
                self._inner(led, range(first, at))
                continue
            line = self.verbatim.read(paragraph) if led is None else None
            line = line or (self.shapes.read(paragraph, begin) if led is None else None)
            below = self._below(number)
            if below is not None:
                below.sentence = first
                self.drafts = [d for d in self.drafts if d.content != below.content or d.cue]
                self.drafts.append(below)
                continue
            found = self._sentences(range(first, at))
            if line is not None:
                line.sentence = max(
                    n
                    for n in range(first, at)
                    if n == first or sentences[n].first <= line.around[0]
                )
                found = self._beside(line, found)
            if led is not None and any(d.content[0] == led.content[-1] for d in found):
                self.drafts.remove(led)  # the quotation has a verb of its own
                led = None
            held = [] if led is None else [led]
            self.drafts.extend(self.loose.loose(range(first, at), [*held, *found])[len(held) :])
        self._sign()
        self._ask()
        self.drafts += self.loose.inner(self.drafts, self.reader.subjects)
        self._backward()
        self.drafts += Within(self.reader).read(self.drafts)
        self.drafts = [d for d in self.drafts if not self.references.tells_way(d)]
        self.references.follow(self.drafts)
        self.drafts = [d for d in self.drafts if d.kind != "question" and self._has_words(d)]

    def _below(self, number: int) -> Draft | None:
        """Return the draft of a line "— said X" below the paragraph that X says."""
        paragraph, before = self.document.paragraphs[number], self.document.paragraphs[number - 1]
        if not number or before.kind is not None:
            return None
        draft = self.reader.announcements.below(paragraph.first, paragraph.last)
        if draft is None:
            return None
        end = before.last
        while end > before.first and self.key[end - 1] in ",.\n":
            end -= 1
        quote = self.document.quote_before(end)
        if quote is not None:
            draft.content, draft.opening, draft.kind = (
                [(quote.open, quote.after)],
                "quote",
                "quotation",
            )
        elif any(d.content[0][0] >= before.first for d in self.drafts if d.content):
            return None  # the paragraph has told who speaks
        else:
            draft.content, draft.opening = [(before.first, end)], "colon"
        return draft

    def _sentences(self, sentences: range) -> list[Draft]:
        found: list[Draft] = []
        for number in sentences:
            found.extend(self.reader.read(number, self.document.sentences[number]))
        return found

    def _inner(self, turn: Draft, sentences: range) -> None:
        """Take what somebody's paragraph attributes to others for attributions inside it."""
        if turn.source is not None and turn.kind != "verb":
            return
        for draft in self._sentences(sentences):
            said = draft.opening in ("clause", "quote", "colon", "object")
            if not said or draft.source is None or draft.shared:
                continue
            words = [self.word[i] for i in range(*draft.source)]
            named = any(word.bits & w.GIVEN and word.upper for word in words)
            if named or (turn.kind == "question" and any(word.bits & w.HEADS for word in words)):
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
        return [line, *(d for d in found if d.at >= last)]

    def _sign(self) -> None:
        """Let a line with a name below a quotation that nobody says tell who does."""
        paragraphs = self.document.paragraphs
        for draft in self.drafts:
            loose = draft.kind in ("quotation", "quoted line") and draft.opening != "repeated"
            if draft.cue or draft.source is not None or not loose:
                continue
            number = self.document.sentences[draft.sentence].paragraph
            if number + 1 < len(paragraphs):
                draft.source = self.shapes.signature(paragraphs[number + 1])

    def _ask(self) -> None:
        """Tell the questions of an interview from what is said in a dialogue."""
        turns = [d for d in self.drafts if d.kind in ("question", "turn")]
        questions = sum(d.kind == "question" and not d.cue for d in turns)
        asked = questions > 1
        outer = [d for d in self.drafts if d.outer is None]
        for asking, draft in pairwise(outer):
            if asking.kind == draft.kind == "question" and not asking.cue and not draft.cue:
                draft.kind = "turn"  # a question is answered, if with a question
        for before, draft, following in zip([None, *outer], outer, outer[1:], strict=False):
            opens = before is None or before.kind not in ("question", "dialogue")
            if draft.kind == following.kind == "turn" and opens and questions and (
                draft.source is None
            ):  # fmt: skip
                draft.kind = "question"
        for draft in turns:
            if draft.kind == "turn" and asked:
                draft.rule = "interview"

    def _backward(self) -> None:
        """Let "this was reported by X" attribute the sentence before it."""
        spoken = {d.sentence for d in self.drafts if d.content}
        found: list[Draft] = []
        for number, sentence in enumerate(self.document.sentences):
            if self.shapes.is_turn(self.document.paragraphs[sentence.paragraph]):
                continue
            draft = self.reader.announcements.about(sentence)
            if draft is None:
                continue
            # "this" is no content: what it stands for is
            cues = {draft.cue[0], draft.relay_cue}
            here = [d for d in self.drafts if d.sentence == number]
            kept = self.reader.announcements.passed_on(draft, here, sentence.first)
            self.drafts = [d for d in self.drafts if d.sentence != number or d in kept]
            mine = [d for d in kept if not cues.isdisjoint(d.cue)]
            if number == 0:
                continue
            if number - 1 in spoken and self.reader.announcements.confirms(draft):
                continue  # what somebody else has said already
            self.drafts = [d for d in self.drafts if d not in mine or self._has_own(d)]
            if number - 1 in spoken or any(map(self._has_own, mine)):
                self._tell(draft, number - 1)
                continue
            before = self.document.sentences[number - 1]
            if self.document.paragraphs[before.paragraph].kind == "headline":
                continue
            draft.sentence = number
            first = self._whole(number, spoken)
            draft.content = [(self.document.sentences[first].first, before.last)]
            draft.opening = "backward"
            found.append(draft)
        if found:
            self.drafts = sorted([*self.drafts, *found], key=lambda d: d.sentence)

    def _whole(self, number: int, spoken: set[int]) -> int:
        """Return the first sentence that "this was reported" stands for: of its whole paragraph.

        What somebody has said already is theirs.
        """
        sentences = self.document.sentences
        first = number - 1
        if sentences[first].paragraph != sentences[number].paragraph:
            return first
        while first and sentences[first - 1].paragraph == sentences[number].paragraph:
            if first - 1 in spoken:
                break
            first -= 1
        return first

    def _tell(self, told: Draft, number: int) -> None:
        """Let "of this X told the paper" say whom what a sentence attributes was told."""
        if told.hearer is None or told.source is None:
            return
        for draft in self.drafts:
            if draft.sentence == number and draft.outer is None and draft.hearer is None:
                draft.hearer = told.hearer

    def _has_own(self, draft: Draft) -> bool:
        """Say whether a content stands beside "this", and is not what is commented on."""
        if draft.opening not in _OWN:
            return False
        between = self.key[draft.cue[0][1] : draft.content[0][0]]
        return self.grammar.words_of("answering").isdisjoint(between)

    def _type(self, draft: Draft) -> Type:
        """Say how much of the content stands in marks."""
        if draft.kind in ("dialogue", "turn", "inner"):
            return "direct"
        inside = outside = False
        for first, last in draft.content:
            over = self.document.quote_over(first)
            if over is not None and over.open < first and draft.kind != "within":
                inside = True
                continue
            plain = self.tokens.count_words(first, last)
            for quote in self._quotes(first, last):
                named = quote.open != first and self.phrases.is_name(quote.open, last, False)
                inside, outside = inside or not named, outside or named
                plain -= self.tokens.count_words(quote.open, min(quote.after, last))
            outside = outside or plain > 0
        if inside:
            return "mixed" if outside else "direct"
        return "direct" if draft.opening == "colon" and self._is_first_person(draft) else "indirect"

    def _quotes(self, first: int, last: int) -> list[Quote]:
        """Return the quotations in a content, inside the marks that it stands in, too."""
        found = self.document.quotes_in(first, last)
        over = self.document.quote_over(first)
        if found or over is None:
            return found
        return [q for at, q in self.phrases.quote_at.items() if first <= at < last]


def read_free_order(
    text: str, grammar: CaseGrammar, report: Report
) -> tuple[tuple[Attribution, ...], tuple[Part, ...]]:
    """Return the attributions of a text and its parts."""
    reading = Reading(text, grammar, report)
    return reading.attributions(), reading.parts()
