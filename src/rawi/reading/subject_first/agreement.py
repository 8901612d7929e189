"""Whether a subject may be one that says what a verb of saying says."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.groups import Group
from rawi.reading.subject_first.phrases import Phrases

_SOMEBODY: Final = w.PRON | w.ROLE | w.PERSON | w.TITLE | w.GIVEN | w.BODY | w.MEDIA | w.PLACE


class Agreement:
    """Judges the subjects of one document's cues."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.phrases = phrases
        self._mute = self.grammar.words_of("mute")
        self._records = self.grammar.words_of("records")
        self._personal = self.grammar.words_of("by_persons")
        self._alone = self.grammar.words_of("stand_alone")
        self._hedging = self.grammar.words_of("hedging")
        self._starts = {sentence.first for sentence in document.sentences}

    def admits(self, group: Group, subject: Range, first: int, *, shared: bool) -> bool:
        """Say whether a subject may say what a cue says; `first` begins its sentence."""
        if self.is_mute(subject) or self._is_called(subject, first):
            return False
        if group.cue.lemma in self._personal and not shared and not self._is_somebody(subject):
            return False  # "the figures underscored the need"
        return shared or self._agrees(group, subject)

    def is_record(self, subject: Range) -> bool:
        """Say whether a subject is data or a document, which may show that something is so."""
        for index in range(*subject):
            if self.word[index].bits & w.PREP and not self.word[index].upper:
                return False
            if self.key[index] in self._records:
                return True
        return False

    def _agrees(self, group: Group, subject: Range) -> bool:
        """Say whether a verb's form may have its subject: a plural form a plural one."""
        if not group.cue.features & w.PLUR or group.first != group.last - 1:
            return True
        first, last = subject
        head = self.word[first]
        if last - first == 1 and head.bits & w.PRON:
            return not head.features & w.SING or not head.features & (w.MASC | w.FEM | w.SING)
        if last - first == 1 and head.key in self._alone:
            return True  # "some claim"
        for index in range(first, last):
            word = self.word[index]
            if word.bits & w.GENITIVE:
                continue
            if word.key == "%" or (word.key[:1].isdigit() and index == last - 1):
                return True  # "18% say", "about 200 say"
            if word.bits & (w.PLURAL | w.CONJ | w.CARDINAL) or word.features & w.PLUR:
                return True
            if word.outlet and word.upper:
                return True  # "Foot Mercato add that"
            if word.bits & w.BODY or word.key.endswith(self.grammar.plural_endings):
                return True
        return False

    def _is_somebody(self, subject: Range) -> bool:
        """Say whether a subject is somebody: a pronoun, an office, a body, a name."""
        for index in range(*subject):
            word = self.word[index]
            if word.caps or (word.bits & _SOMEBODY and not word.bits & w.DET):
                return True
            if word.bits & w.OTHER and index == subject[1] - 1:
                return True  # "the other"
            named = index not in self._starts or subject[1] - subject[0] == 1
            if word.upper and word.is_word and named and not word.bits & (w.ADJ | w.DEMONYM):
                return True
        return False

    def _is_called(self, subject: Range, first: int) -> bool:
        """Say whether a verb stands in "what she called": a hedge, no statement."""
        before = self.word[subject[0] - 1] if subject[0] > first else None
        return before is not None and before.key in self._hedging

    def is_mute(self, subject: Range) -> bool:
        """Say whether a subject is a thing that says nothing: pictures, a clock, a result."""
        end = self.phrases.end(subject[0], subject[1])
        for index in range(subject[0] + 1, end):
            if self.word[index].bits & w.PREP and not self.word[index].upper:
                end = index
                break
        at = end - 1 if end > subject[0] else subject[0]
        if self.key[at] not in self._mute and self.word[at].lemma not in self._mute:
            return False
        return not self.word[at].upper or at in self._starts or not self.word[at - 1].is_word
