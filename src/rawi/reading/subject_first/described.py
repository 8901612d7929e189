"""Hearers that are described at length before what they are told: "told a crowd who … that"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.stretches import key_pair

#: What stands between a cue and the "that" of what a hearer is told is no longer, in tokens.
REACH: Final = 30
#: What no subject of a clause begins with: its verb.
_NO_SUBJECT: Final = w.AUX | w.VERB


class Described:
    """Reads the hearers of one document that are longer than a phrase."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        self.phrases = phrases
        self._counting = document.grammar.words_of("counting")
        self._quantities = document.grammar.words_of("quantities")

    def end(self, at: int, last: int) -> tuple[Range, int] | None:
        """Return a hearer, and the complementiser that what it is told follows.

        Only of one that more words tell of: how many they are, who they are, where, when.
        """
        begin = self._past_count(at, last)
        if begin >= last or self.word[begin].bits & (w.PRON | w.TIME | w.PREP | w.COMP):
            return None
        if not self.phrases.starts(begin, last):
            return None
        end = self.phrases.end(begin, last)
        if end <= begin or end >= last:
            return None
        opens = self.word[end]
        parted = self.key[end] == ","
        told = opens.bits & w.REL and opens.is_word
        if begin == at and not told and not parted:
            return None  # as read elsewhere: "told the court on Monday that"
        comp = self._comp(end, min(last, at + REACH), parted=parted, told=bool(told))
        return None if comp is None else ((at, end), comp)

    def _past_count(self, at: int, last: int) -> int:
        """Return the token after "about", "more than" before a number."""
        if at + 2 < last and key_pair(self.key, at) in self._quantities:
            return at + 2
        counted = at + 1 < last and self.word[at + 1].bits & w.NUM
        return at + 1 if counted and self.key[at] in self._counting else at

    def _comp(self, at: int, last: int, *, parted: bool, told: bool) -> int | None:
        """Return the complementiser before a clause; None where a verb of no relative stands."""
        related = told
        for index in range(at, last - 1):
            word = self.word[index]
            if index in self.document.quote_at or self._is_end(index):
                return None
            if word.bits & w.COMP and word.is_word and index + 1 < last:
                return index if self._opens_clause(index + 1, last) else None
            if any(cue.form & w.GERUND for cue in word.cues):
                return None  # ", assuring students that": the other verb's
            if word.bits & w.REL and word.is_word:
                related = True
            elif self.phrases.is_verb(index) and not related and not word.upper:
                if self.word[index + 1].bits & w.PREP == 0:
                    return None  # "told staff she believed that", not "staff gathered at"
        return None

    def _is_end(self, index: int) -> bool:
        """Say whether a mark ends a clause: no stop of a month cut short, "on Oct. 3"."""
        short = self.key[index] == "." and self.word[index - 1].bits & w.TIME
        return not short and self.key[index] in ".;:"

    def _opens_clause(self, at: int, last: int) -> bool:
        return self.phrases.starts(at, last) or bool(self.word[at].bits & (w.PREP | w.SUB | w.ADV))

    def is_relative(self, comp: int, last: int) -> bool:
        """Say whether a verb right behind "that" makes it a pronoun: "an audience that included".

        Somebody is told it before: no clause has its verb without a subject.
        """
        if comp + 1 >= last:
            return False
        word = self.word[comp + 1]
        if not word.is_word or word.upper or word.bits & (w.DET | w.PRON | w.HEADS | w.ADV):
            return False
        return bool(word.bits & _NO_SUBJECT) or self.phrases.is_verb(comp + 1)

    def is_when(self, at: int, last: int) -> bool:
        """Say whether "that" points to a time: "told them later that afternoon"."""
        if at + 1 >= last or not self.word[at + 1].bits & w.TIME or self.word[at + 1].upper:
            return False
        if not self.word[at].bits & w.DET:
            return False  # no word that points: French "que sept"
        if at + 2 >= last or not self.word[at + 2].is_word:
            return True
        behind = self.word[at + 2].bits
        return bool(behind & (w.PREP | w.SUB | w.ADV)) and not behind & w.AUX
