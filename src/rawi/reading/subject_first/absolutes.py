"""Participles with a subject of their own: "with X saying that", "a statement saying that"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.subjects import Subjects

#: Such a subject is no longer than this, in tokens.
REACH: Final = 14


class Absolutes:
    """Finds the subjects that stand right before the participles of one document."""

    def __init__(self, document: Document, phrases: Phrases, subjects: Subjects) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        self.phrases = phrases
        self.subjects = subjects
        self._with = document.grammar.words_of("absolute_prepositions")
        self._getting = document.grammar.words_of("getting")
        self._issuing = document.grammar.words_of("issuing")

    def source(self, at: int, first: int) -> Range | None:
        """Return who says what the participle at a token says; None where it is not told so."""
        if at <= first + 1 or not self.word[at - 1].is_word:
            return None
        led = self._led(at, first)
        return (led + 1, at) if led is not None else self._issuer(at, first)

    def edge(self, at: int, first: int) -> int:
        """Return where what such a participle adds to a clause begins."""
        led = self._led(at, first)
        if led is None:
            return at
        return led - 1 if led > first and self.key[led - 1] == "," else led

    def _led(self, at: int, first: int) -> int | None:
        """Return the preposition of "with analysts saying"."""
        for index in range(at - 2, max(first - 1, at - REACH), -1):
            if self.key[index] not in self._with:
                continue
            if not self.phrases.starts(index + 1, at):
                return None
            return index if self.phrases.whole_end(index + 1, at) == at else None
        return None

    def _issuer(self, at: int, first: int) -> Range | None:
        """Return whose a document is that says something: the subject of its verb."""
        end = self._paper_end(at, first)
        noun = self.word[end - 1]
        if not noun.bits & (w.DOC | w.POST) or noun.upper:
            return None
        begin = end - 1
        while begin > first and self.word[begin - 1].is_word:
            if self.word[begin - 1].bits & w.DET:
                begin -= 1
                break
            if not self.word[begin - 1].bits & (w.ADJ | w.HEADS | w.DEMONYM | w.THING):
                break
            begin -= 1
        verb = begin - 1
        if verb <= first or not self.word[verb].is_word:
            return None
        if self.key[verb] in self._getting:
            return (begin, end)
        if self.key[verb] not in self._issuing:
            return None
        if not self.document.grammar.title_case or not self.word[verb - 1].bits & w.CONJ:
            while self.document.grammar.proclitic and self.word[verb - 1].bits & (w.AUX | w.ADV):
                verb -= 1  # "a publié un message expliquant que"
            return self.subjects.before(verb, first)
        earlier = (i for i in range(first + 1, verb - 1) if self.phrases.is_verb(i))
        other = next(earlier, verb)  # "It formed in May and sent a letter saying that"
        return self.subjects.before(other, first)

    def _paper_end(self, at: int, first: int) -> int:
        """Return the token after a writing before a participle, over whom it went to, and when.

        "sent a letter to its members last month saying that"
        """
        if not self.document.grammar.title_case:
            return at
        for index in range(at - 1, max(first, at - REACH), -1):
            word = self.word[index]
            if not word.is_word or self.phrases.is_verb(index):
                break
            if word.bits & (w.DOC | w.POST) and not word.upper:
                return index + 1
        return at
