"""Interviews: who asks in one paragraph and who answers in the next, with labels or without.

Without labels an interview is told by its questions: at least three lines that end with a
question mark, each with an answer under it, most answers in the first person.  Between two of
them, a short line that speaks to somebody ("you", "your") asks as well, where the layout sets
each question right above its answer.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document, Paragraph
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.lines import Lines

#: An interview has no fewer lines that end with a question mark.
QUESTIONS: Final = 3
#: A question is no longer than this, in words.
LONGEST: Final = 70
#: So many of its words tell whether an answer speaks of itself.
NEAR: Final = 120


class Interviews:
    """Finds the turns of one document's interview.

    `turns` holds the first paragraph of each turn and its draft, `inside` the paragraphs that
    go on with one; `unlabelled` says that nothing but their questions tells them.
    """

    def __init__(self, document: Document, lines: Lines) -> None:
        self.document = document
        self.key = document.key
        self.word = document.word
        self._second = document.grammar.words_of("second_person")
        self.turns: dict[int, Draft] = {}
        self.inside: set[int] = set()
        self.unlabelled = False
        for number, paragraph in enumerate(document.paragraphs):
            draft = lines.turn(paragraph)
            if draft is not None:
                self.turns[number] = draft
        if self.turns:
            self._go_on()
        elif self._second:
            self._unlabelled()

    # -- with labels -----------------------------------------------------------------

    def _go_on(self) -> None:
        """Let a turn hold the paragraphs without a label between it and the next one."""
        of, numbers = self.document.paragraphs, sorted(self.turns)
        for number, following in pairwise(numbers):
            between = range(number + 1, following)
            if not all(self._speaks(of[n]) for n in between):
                continue
            self.turns[number].content += [(of[n].first, of[n].last) for n in between]
            self.inside.update(between)

    def _speaks(self, paragraph: Paragraph) -> bool:
        """Say whether a paragraph may be somebody's own words: first person, no quotation."""
        first, last, kind = paragraph
        return kind is None and self._is_own(first, last) and not (
            self.document.quotes_in(first, last)
        )  # fmt: skip

    def _is_own(self, first: int, last: int) -> bool:
        near = range(first, min(last, first + NEAR))
        return any(self.word[i].bits & w.FIRST and not self.document.quote_over(i) for i in near)

    # -- without labels ----------------------------------------------------------------

    def _unlabelled(self) -> None:
        """Take the answers between questions for turns."""
        of = self.document.paragraphs
        strong = [n for n in range(1, len(of) - 1) if self._asks(of[n])]
        if len(strong) < QUESTIONS:
            return
        tight = self._is_tight(strong)
        first = strong[0]
        while tight and self._is_led(first - 2) and self._breaks(first - 1):
            first -= 2
        answers = self._answers(first, set(strong), tight)
        own = sum(any(self._is_own(*span) for span in spans) for spans in answers.values())
        if len(answers) < QUESTIONS or own * 2 < len(answers):
            return
        told = sum(spans[0][0] in self.document.quote_at for spans in answers.values())
        asked = any(self._addresses(*of[n][:2]) for n in strong)
        if told * 2 > len(answers) or not asked:
            return  # "What did the court say?": subheadings of a report
        self.unlabelled = True
        for number, spans in answers.items():
            self.turns[number] = Draft([], spans, "turn of a transcript", 0, kind="dialogue",
                                       opening="colon", around=spans[0])  # fmt: skip
            self.inside.update(range(number + 1, number + len(spans)))

    def _asks(self, paragraph: Paragraph) -> bool:
        """Say whether a paragraph is a question to somebody."""
        first, last, kind = paragraph
        if kind is not None or self.document.tokens.count_words(first, last) > LONGEST:
            return False
        if self.key[last - 1] not in self.document.grammar.question_marks:
            return False
        return self._addresses(first, last) or not self._is_own(first, last)

    def _addresses(self, first: int, last: int) -> bool:
        return any(self.key[i] in self._second for i in range(first, last))

    def _breaks(self, number: int) -> bool:
        """Say whether an empty line follows a paragraph."""
        of = self.document.paragraphs
        return number + 1 >= len(of) or of[number + 1].first - of[number].last > 1

    def _is_tight(self, strong: list[int]) -> bool:
        """Say whether questions stand right above their answers, empty lines between the pairs."""
        return all(not self._breaks(n) and self._breaks(n - 1) for n in strong)

    def _is_led(self, number: int) -> bool:
        """Say whether a line without a question mark asks: it speaks to whoever answers it."""
        of = self.document.paragraphs
        if not 0 < number < len(of) - 1 or of[number].kind is not None or self._breaks(number):
            return False
        first, last, _ = of[number]
        short = self.document.tokens.count_words(first, last) <= LONGEST
        return self._breaks(number - 1) and short and self._addresses(first, last)

    def _answers(self, first: int, strong: set[int], tight: bool) -> dict[int, list[Range]]:
        """Return the answers from a question on, by the number of their first paragraph."""
        of, last = self.document.paragraphs, max(strong)
        found: dict[int, list[Range]] = {}
        asked, current = False, -1
        for number in range(first, len(of)):
            if number in strong or (tight and self._is_led(number)):
                asked, current = True, -1
                continue
            paragraph = of[number]
            span = (paragraph.first, paragraph.last)
            if asked:
                found[number], asked, current = [span], False, number
            elif (
                current < 0
                or paragraph.kind is not None
                or (tight and self._breaks(number - 1))
                or (number > last and not self._speaks(paragraph))
            ):
                current = -1
            else:
                found[current].append(span)
        return found
