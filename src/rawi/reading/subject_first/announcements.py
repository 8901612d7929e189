"""Sentences about what the sentence beside them says: "This was said by X"."""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.agreement import Agreement
from rawi.reading.subject_first.document import Document, Sentence
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group, Groups
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.subjects import Subjects


class Announcements:
    """Reads what tells who says the sentence before, or the quotation after."""

    def __init__(
        self,
        document: Document,
        phrases: Phrases,
        groups: Groups,
        subjects: Subjects,
        agreement: Agreement,
    ) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.phrases = phrases
        self.groups = groups
        self.subjects = subjects
        self.agreement = agreement

    def of_before(self, number: int, sentence: Sentence, drafts: list[Draft]) -> None:
        """Read "This was said by X": what the sentence before it says is X's."""
        led = self._before_colon(sentence)
        first = sentence.first if led is None else led[1] + 1
        match = self.grammar.backward.match(self.word, first, sentence.last)
        if match is None or drafts or (not number and led is None):
            return
        before = led or self.document.sentences[number - 1][:2]
        if match.open and self.phrases.starts(match.end, sentence.last):
            end = self.phrases.whole_end(match.end, sentence.last)
            drafts.append(Draft(list(match.fixed), [before],
                                "said of the sentence before", number, source=(match.end, end),
                                kind="according", opening="backward",
                                around=(first, sentence.last)))  # fmt: skip
            return
        for index in range(match.end - 1, sentence.last):
            group = self.groups.read(index, first, sentence.last) if self.word[index].cues else None
            if group is None or group.kind != "finite":
                continue
            at = self._past_hearer(group.last, sentence.last)
            subject = self.subjects.after(at, sentence.last) or self.subjects.before(
                group.verb, match.end
            )
            if subject is None:
                return
            hearer = (group.last, at) if at > group.last else None
            drafts.append(Draft([(group.first, group.last)], [before],
                                "said of the sentence before", number, source=subject,
                                opening="backward", hearer=hearer,
                                around=(first, sentence.last), form=group.cue))  # fmt: skip
            return

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
