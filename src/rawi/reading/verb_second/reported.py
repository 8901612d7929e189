"""Reported speech without a cue: its verbs stand in the subjunctive. "Er habe nichts gewusst."."""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document, Sentence
from rawi.reading.subject_first.drafts import Draft, Range


class Reported:
    """Reads the sentences of one document that report without a cue."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        self._forms = document.grammar.words_of("reported_forms")
        self._others = document.grammar.words_of("reported_others")
        #: the sentence in which somebody was last told to speak, and who
        self._announced: tuple[int, Range | None] = (-2, None)

    def announce(self, number: int, subject: Range | None) -> None:
        """Note who is told to speak in a sentence that tells nothing that was said."""
        self._announced = (number, subject)

    def read(self, number: int, sentence: Sentence, before: Draft | None) -> list[Draft]:
        """Return the statement of a sentence in reported speech, by who spoke before it."""
        announced = self._announced[1] if self._announced[0] == number - 1 else None
        if before is None and announced is None:
            return []
        if self.document.paragraphs[sentence.paragraph].kind is not None:
            return []
        first, last = sentence.first, sentence.last
        told = next((i for i in range(first, last) if self._reports(i, first, before)), None)
        if told is None:
            return []
        if self.document.quotes_in(first, last) and self._is_quoted(first, last):
            return []
        return [Draft([], [(first, last)], "reported speech without a cue", number, kind="verb",
                      source=announced, opening="bare", around=(first, last))]  # fmt: skip

    def _reports(self, index: int, first: int, before: Draft | None) -> bool:
        """Say whether a verb of reported speech stands at a token, in the main clause."""
        if self.document.quote_over(index) is not None or self.word[index].upper:
            return False
        key = self.key[index]
        if key in self._forms:
            near = self.word[index - 1].bits & w.FIRST if index > first else 0
            return not near
        goes_on = before is not None and not before.cue and before.opening == "bare"
        return key in self._others and goes_on

    def _is_quoted(self, first: int, last: int) -> bool:
        inside = sum(
            self.document.tokens.count_words(q.open, min(q.after, last))
            for q in self.document.quotes_in(first, last)
        )
        return inside == self.document.tokens.count_words(first, last)
