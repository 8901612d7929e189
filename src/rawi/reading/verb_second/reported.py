"""Reported speech without a cue: its verbs stand in the subjunctive. "Er habe nichts gewusst."."""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document, Sentence
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.verb_second.nominals import Nominals
from rawi.reading.verb_second.subjects import SubjectFinder


class Reported:
    """Reads the sentences of one document that report without a cue."""

    def __init__(self, document: Document, nominals: Nominals, placing: SubjectFinder) -> None:
        self.document = document
        self.grammar = document.grammar
        self.nominals = nominals
        self.placing = placing
        self.word = document.word
        self.key = document.key
        self._forms = document.grammar.words_of("reported_forms")
        self._others = document.grammar.words_of("reported_others")
        self._instead = document.grammar.words_of("reported_instead")
        self._nonfinite = document.grammar.words_of("nonfinite")
        #: the sentence in which somebody was last told to speak, and who
        self._announced: tuple[int, Range | None] = (-2, None)

    def announce(self, number: int, subject: Range | None) -> None:
        """Note who is told to speak in a sentence that tells nothing that was said."""
        self._announced = (number, subject)

    def read(self, number: int, sentence: Sentence, before: Draft | None) -> list[Draft]:
        """Return the statement of a sentence in reported speech, by who spoke before it."""
        announced = self._announced[1] if self._announced[0] == number - 1 else None
        first, last = sentence.first, sentence.last
        if self.document.paragraphs[sentence.paragraph].kind is not None:
            return []
        colon = self._colon(first, last)
        said = colon is not None and any(self.key[i] in self._forms for i in range(first, colon))
        if colon is not None and not said and self.reports(colon + 1, last, before):
            source = self.placing.first_subject(first, colon)
            if source is not None and self.nominals.is_somebody(source):
                return [self._draft(number, (colon + 1, last), source)]
        if before is None and announced is None:
            return []
        if not self.reports(first, last, before):
            return []
        if self.document.quotes_in(first, last) and self._is_quoted(first, last):
            return []
        return [self._draft(number, (first, last), announced)]

    def _draft(self, number: int, content: Range, source: Range | None) -> Draft:
        return Draft([], [content], "reported speech without a cue", number, kind="verb",
                     source=source, opening="bare", around=content)  # fmt: skip

    def _colon(self, first: int, last: int) -> int | None:
        marks = (i for i in range(first, last - 1) if self.key[i] in self.grammar.colons)
        return next((i for i in marks if self.document.quote_over(i) is None), None)

    def reports(self, first: int, last: int, before: Draft | None) -> bool:
        """Say whether the first verb of a main clause is in the mood of reported speech."""
        goes_on = before is not None and (not before.cue or self._is_reported(before))
        dependent, loose, led = False, False, False
        for at in range(first, last):
            if self.document.quote_over(at) is not None:
                continue
            word = self.word[at]
            opens = at == first or self.key[at - 1] in ",;:"
            if opens:
                led = at > first and (dependent or self._is_infinitive(at - 2))
                loose = bool(word.bits & w.PREP)
                dependent = bool(word.bits & (w.SUB | w.COMP | w.REL | w.WH)) and word.is_word
                dependent = dependent or bool(
                    word.bits & w.PREP and self.nominals.bits(at + 1) & w.REL
                )
            if word.capital or not word.is_word:
                continue
            if dependent and not (
                loose and self.key[at] in self._forms and self._stands_second(at, last)
            ):
                continue
            if self.key[at] in self._forms or self._is_unlisted(at, led=led and opens):
                return not (at > first and self.word[at - 1].bits & w.FIRST)
            if self.key[at] in self._others:
                return goes_on or (self.key[at] in self._instead and self._is_near(first, before))
            if self.nominals.is_finite(at) and self.key[at] not in self._nonfinite:
                if not self._is_infinitive(at):
                    return False
        return False

    def _is_infinitive(self, at: int) -> bool:
        """Say whether an infinitive with its mark stands at a token: "Das zu nutzen, sei …"."""
        return at > 0 and bool(self.word[at - 1].bits & w.INFMARK) and self.word[at].is_word

    def _is_near(self, first: int, before: Draft | None) -> bool:
        """Say whether something told without marks stands before a sentence in its paragraph."""
        if before is None or not before.content or not before.cue:
            return False
        there = before.content[-1]
        inside = self.document.sentences[before.sentence].paragraph
        here = next((s.paragraph for s in self.document.sentences if s.first == first), -1)
        quoted = self.document.quote_over(there[1] - 1) or self.document.quote_before(there[1])
        return inside == here and quoted is None

    def _stands_second(self, at: int, last: int) -> bool:
        """Say whether a verb does not end its clause: "Seit Montag sei | die Zahl gestiegen"."""
        return at + 1 < last and self.word[at + 1].is_word

    def is_form(self, index: int) -> bool:
        """Say whether a word stands in the mood of reported speech alone."""
        return self.key[index] in self._forms

    def _is_reported(self, draft: Draft) -> bool:
        """Say whether what was said before stands in that mood."""
        return draft.content[0][0] not in self.document.quote_at and any(
            self.key[i] in self._forms or self.key[i] in self._others
            for a, b in draft.content for i in range(a, b)
        )  # fmt: skip

    def _is_unlisted(self, at: int, *, led: bool) -> bool:
        """Say whether a verb in no table stands in that mood: one person's, behind a noun.

        `led`: behind the comma of a clause, "Wer das tue, | verkenne die Lage".
        """
        word, before = self.word[at], self.word[at - 1] if at else None
        if word.bits or word.cues or before is None or not (before.capital or led):
            return False
        ends = word.key.endswith(self.grammar.reported_endings) and len(word.key) > 3
        past = word.key.endswith(self.grammar.finite_endings)
        return ends and not past and (led or not self.nominals.leads(at, len(self.word)))

    def _is_quoted(self, first: int, last: int) -> bool:
        inside = sum(
            self.document.tokens.count_words(q.open, min(q.after, last))
            for q in self.document.quotes_in(first, last)
        )
        return inside == self.document.tokens.count_words(first, last)
