"""Interviews printed as question and answer, with a dash before each answer or without any mark."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft

#: So many questions answered in the first person make an interview that nothing signs as one.
QUESTIONS: Final = 3
#: A question without a question mark has no more words.
REMARK: Final = 30
#: A line that signs an interview is no longer than this, in tokens.
SIGNATURE: Final = 14


class Answers:
    """Finds the answers of one document's interview, by paragraph."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self._asked = self.grammar.words_of("asked_person")
        #: the paragraphs that open an answer, and those that go on with the one before
        self.answers: frozenset[int] = frozenset()
        self.goes_on: frozenset[int] = frozenset()
        #: the paragraphs with a dash that ask, where both who asks and who answers have one
        self.asked: frozenset[int] = frozenset()
        if self.grammar.dialogue:
            self._read_dashes()
            self._read_turns()
        if self._asked and not self.goes_on:
            self._read_bare()

    def answer(self, number: int) -> Draft:
        """Return the draft of an answer that no dash opens."""
        first, last, _ = self.document.paragraphs[number]
        return Draft([], [(first, last)], "line of dialogue", 0, kind="quotation",
                     opening="colon", around=(first, first))  # fmt: skip

    # -- with dashes -----------------------------------------------------------------

    def _is_dashed(self, number: int) -> bool:
        first, last, _ = self.document.paragraphs[number]
        return self.key[first] in self.grammar.dialogue and last - first > 2

    def _read_dashes(self) -> None:
        """Find what stands between an answer with a dash and the question of the next one.

        The paragraph right before a line of dialogue is the next question.
        """
        found: list[int] = []
        between: list[int] = []
        asked = opened = False
        for number, paragraph in enumerate(self.document.paragraphs):
            if paragraph.kind is not None:
                continue
            if self._is_dashed(number):
                asked = asked or (bool(between) and self._asks(between[-1]))
                found += between[:-1] if opened else []
                between, opened = [], True
            else:
                between.append(number)
        self.goes_on = frozenset(found) if asked else frozenset()

    def _read_turns(self) -> None:
        """Find the questions where each turn has a dash: every second line, most with a mark."""
        paragraphs = self.document.paragraphs
        turns = [n for n, p in enumerate(paragraphs) if p.kind is None and self._is_dashed(n)]
        asking = turns[: len(turns) // 2 * 2 : 2]
        questions = sum(self._asks(n) for n in asking)
        others = sum(self._asks(n) for n in turns[1::2])
        if questions > 1 and questions * 2 > len(asking) and questions > others:
            self.asked = frozenset(asking)

    # -- without marks -----------------------------------------------------------------

    def _read_bare(self) -> None:
        """Find the answers between questions, in an interview that is signed as one or is clear."""
        running = [n for n, p in enumerate(self.document.paragraphs) if p.kind is None]
        if not running or any(self._is_dashed(n) for n in running):
            return
        questions = [n for n in running if self._asks(n) or self._addresses(n)]
        signature = self._signature()
        last = running[-1] if signature is None else signature
        answered = sum(
            n + 1 < min(last + 1, len(self.document.paragraphs))
            and self._is_own(n + 1)
            and not self._narrates(n + 1)
            for n in questions
        )
        if not questions or answered < (1 if signature is not None else QUESTIONS):
            return
        self._take([n for n in running if questions[0] <= n <= last and n != signature])

    def _take(self, running: list[int]) -> None:
        """Tell answers from questions in the paragraphs of an interview."""
        answers: list[int] = []
        goes_on: list[int] = []
        before = ""
        for place, number in enumerate(running):
            after = running[place + 1] if place + 1 < len(running) else None
            if before and self._narrates(number):
                break  # the report's own words again
            if self._asks(number) or (before != "question" and self._remarks(number, after)):
                before = "question"
            elif before == "question":
                answers.append(number)
                before = "answer"
            elif self._is_own(number):
                goes_on.append(number)
            else:
                before = "question" if self._addresses(number) else ""
        self.answers, self.goes_on = frozenset(answers), frozenset(goes_on)

    def _remarks(self, number: int, after: int | None) -> bool:
        """Say whether a paragraph without a question mark is what an answer follows."""
        if self._addresses(number):
            return True
        first, last, _ = self.document.paragraphs[number]
        short = self.document.tokens.count_words(first, last) <= REMARK
        answered = after is not None and self._is_own(after) and not self._narrates(after)
        return short and answered and not self._is_own(number)

    def _asks(self, number: int) -> bool:
        """Say whether a paragraph ends with a question."""
        first, last, _ = self.document.paragraphs[number]
        near = range(max(first, last - 2), last)
        return any(self.key[i] in self.grammar.question_marks for i in near)

    def _outside(self, number: int) -> list[int]:
        """Return the words of a paragraph that stand in no marks."""
        first, last, _ = self.document.paragraphs[number]
        return [i for i in range(first, last) if self.document.quote_over(i) is None]

    def _addresses(self, number: int) -> bool:
        return any(self.key[i] in self._asked for i in self._outside(number)) and not (
            self._is_own(number)
        )

    def _is_own(self, number: int) -> bool:
        """Say whether a paragraph speaks in the first person, outside marks."""
        return any(self.word[i].bits & w.FIRST for i in self._outside(number))

    def _narrates(self, number: int) -> bool:
        """Say whether a paragraph opens with the report's word of asking: "Joint par nos soins"."""
        return bool(self.word[self.document.paragraphs[number].first].bits & w.SPEAKTO)

    def _signature(self) -> int | None:
        """Return the line that signs an interview: "Propos recueillis par"."""
        signs = self.grammar.interview_signs
        for number, (first, last, _) in enumerate(self.document.paragraphs):
            if last - first <= SIGNATURE and signs.match(self.word, first, last) is not None:
                return number
        return None
