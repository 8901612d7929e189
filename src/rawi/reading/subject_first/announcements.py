"""Sentences about what the sentence beside them says: "This was said by X"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.agreement import Agreement
from rawi.reading.subject_first.document import Document, Sentence
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group, Groups
from rawi.reading.subject_first.inversion import Inversion
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.subjects import Subjects

#: "A dirlo, ai microfoni di X, è" is no longer than this, in tokens.
FRONTED: Final = 16
#: Whom it was said to is named in no more tokens.
HEARER: Final = 8


class Announcements:
    """Reads what tells who says the sentence before, or the quotation after."""

    def __init__(
        self,
        document: Document,
        phrases: Phrases,
        groups: Groups,
        subjects: Subjects,
        agreement: Agreement,
        inversion: Inversion,
    ) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.phrases = phrases
        self.groups = groups
        self.subjects = subjects
        self.agreement = agreement
        self.inversion = inversion
        self._telling = document.grammar.words_of("telling_prepositions")
        self._fronting = document.grammar.words_of("fronting")
        self._cut_off = document.grammar.words_of("infinitive_vowels")
        self._own_objects = tuple(document.grammar.words_of("fronted_objects"))

    def of_before(self, number: int, sentence: Sentence, drafts: list[Draft]) -> None:
        """Read "This was said by X": what the sentence before it says is X's."""
        led = self._before_colon(sentence)
        first = sentence.first if led is None else led[1] + 1
        if drafts or (not number and led is None):
            return
        before = led or self.document.sentences[number - 1][:2]
        match = self.grammar.backward.match(self.word, first, sentence.last)
        if match is not None and match.open and self.phrases.starts(match.end, sentence.last):
            drafts.append(self._draft(number, match.fixed, before, match.end, first, sentence.last))
            return
        fronted = self._fronted(first, sentence.last)
        if fronted is not None:
            cue = ((first, first + 2),)
            drafts.append(self._draft(number, cue, before, fronted, first, sentence.last))
            return
        for index in range(match.end - 1, sentence.last) if match is not None else ():
            group = self.groups.read(index, first, sentence.last) if self.word[index].cues else None
            if group is None or group.kind != "finite":
                continue
            draft = self._of_verb(number, group, before, first, sentence.last)
            if draft is not None:
                drafts.append(draft)
            return

    def _draft(
        self, number: int, cue: Iterable[Range], before: Range, at: int, first: int, last: int
    ) -> Draft:
        """Return the draft of what stands before, by whom a phrase names at a token."""
        end = self.phrases.whole_end(at, last)
        if self.grammar.drops_subject:
            end = self.inversion.name_end(at, end)
        return Draft(list(cue), [before], "said of the sentence before", number, source=(at, end),
                     kind="according", opening="backward", hearer=self.hearer(end, last),
                     around=(first, last))  # fmt: skip

    def _of_verb(
        self, number: int, group: Group, before: Range, first: int, last: int
    ) -> Draft | None:
        """Return the draft of "This was said by X", "Lo ha detto ieri, a Y, X"."""
        at = self._past_hearer(group.last, last)
        subject = self.subjects.after(at, last)
        if self.grammar.drops_subject:
            subject = self.inversion.after(group.last, last) or subject
        subject = subject or self.subjects.before(group.verb, first + 1)
        if subject is None:
            return None
        hearer = (group.last, at) if at > group.last else None
        if self.grammar.drops_subject:
            hearer = self.hearer(subject[1], last) or self.hearer(group.last, subject[0])
        return Draft([(group.first, group.last)], [before], "said of the sentence before", number,
                     source=subject, opening="backward", hearer=hearer, around=(first, last),
                     form=group.cue)  # fmt: skip

    def hearer(self, at: int, last: int) -> Range | None:
        """Return whom it was said to, right behind who said it or the verb: "X a Sky Tg24"."""
        if at + 1 >= last or self.key[at] not in self._telling:
            return None
        end = min(self.phrases.end(at + 1, last), at + HEARER)
        return (at, end) if end > at + 1 else None

    def _fronted(self, first: int, last: int) -> int | None:
        """Return where who says it is named in "A dirlo, ai microfoni di X, è stato Y"."""
        if first + 2 >= last or self.key[first] not in self._fronting:
            return None
        ending = next((e for e in self._own_objects if self.key[first + 1].endswith(e)), "")
        stem = self.key[first + 1].removesuffix(ending)
        forms = [self.grammar.word(stem + vowel) for vowel in self._cut_off] if ending else []
        if not any(cue.form & w.INFINITIVE for form in forms for cue in form.cues):
            return None
        for index in range(first + 2, min(last - 1, first + FRONTED)):
            if not self.word[index].bits & w.BE or not self.word[index].is_word:
                continue
            at = index + 1
            while at < last and self.word[at].bits & (w.BE | w.ADV):
                at += 1
            return at if at < last and self.phrases.starts(at, last) else None
        return None

    def _before_colon(self, sentence: Sentence) -> Range | None:
        """Return what stands before a colon and who said it: "«…»: lo ha detto X"."""
        first, last = sentence[:2]
        for index in range(first + 1, last - 1) if self.grammar.drops_subject else ():
            if self.key[index] not in self.grammar.colons or self.document.quote_over(index):
                continue
            if self.grammar.backward.match(self.word, index + 1, last) is not None:
                return (first, index)
        return None

    def _past_hearer(self, at: int, last: int) -> int:
        """Return where a subject after its verb begins, whom it was said to passed over."""
        hearers = self.grammar.words_of("hearers")
        while at < last and (
            self.key[at] in hearers
            or (self.word[at].bits & (w.ADV | w.TIME | w.OBJ) and not self.word[at].bits & w.DET)
            or (self.word[at].bits & w.DET and self.word[min(at + 1, last - 1)].bits & w.TIME)
        ):
            at += 1
        return at

    def announced(self, sentence: Sentence) -> tuple[Group, Range] | None:
        """Return the verb of speech of a sentence that says nothing itself, and its subject."""
        for index in range(sentence.last - 1, sentence.first, -1):
            if not self.word[index].cues or self.document.quote_over(index) is not None:
                continue
            group = self.groups.read(index, sentence.first, sentence.last)
            if group is None or group.kind != "finite" or not group.cue.governs & w.QUOTE:
                continue
            subject = self.subjects.before(group.verb, sentence.first)
            if subject is not None and not self.agreement.is_mute(subject):
                return group, subject
        return None
