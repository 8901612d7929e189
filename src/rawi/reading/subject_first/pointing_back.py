"""Sentences whose object or subject is the sentence before: "X reported this on Telegram"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document, Sentence
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Groups
from rawi.reading.subject_first.outlets import Outlets
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.subjects import Subjects

#: By which rule such statements are found.
RULE: Final = "said of the sentence before"
#: From "this" to the participle of its passive there are no more tokens.
PASSIVE: Final = 5
#: From an outlet's name to its verb there are no more tokens.
NEAR: Final = 3
_SAYS: Final = w.THAT | w.QUOTE


class PointingBack:
    """Reads who said the sentence before, which "this" stands for."""

    def __init__(
        self, document: Document, phrases: Phrases, groups: Groups, subjects: Subjects
    ) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        self.phrases = phrases
        self.groups = groups
        self.subjects = subjects
        self.outlets = Outlets(document)
        words = document.grammar.words_of
        self._this, self._agents = words("back_pointers"), words("agents")
        self._news = words("news_nouns")
        self._hearing = words("telling_prepositions")
        self._clitics, self._telling = words("back_clitics"), words("back_verbs")

    def read(self, number: int, sentence: Sentence) -> Draft | None:
        """Return the draft of what the sentence before says; None where this one tells no such."""
        first, last, _ = sentence
        if not self._this or not number or self.document.quotes_in(first, last):
            return None
        if not self.document.tokens.count_words(*self.document.sentences[number - 1][:2]):
            return None
        draft = self._passive(number, first, last)
        if draft is None:
            at = next((i for i in range(first + 2, last) if self._is_object(i, last)), None)
            draft = None if at is None else self._active(number, at, first, last)
            draft = draft or self._with_clitic(number, first, last)
        if draft is not None:
            self._relay(draft, last)
        return draft

    def _is_object(self, index: int, last: int) -> bool:
        """Say whether "this" alone is what a verb of speech says."""
        if self.key[index] not in self._this or not self.word[index - 1].cues:
            return False
        after = self.word[index + 1] if index + 1 < last else None
        return after is None or not after.is_word or bool(
            after.bits & w.PREP and not after.bits & w.TIME
        )  # fmt: skip

    def _with_clitic(self, number: int, first: int, last: int) -> Draft | None:
        """Read "Le ministre l'a annoncé à l'AFP.": the pronoun before the verb is what was said."""
        if not self._clitics:
            return None
        for at in range(first + 1, last - 1):
            if self.key[at] not in self._clitics or self.word[at - 1].bits & w.PREP:
                continue
            verb = next((i for i in range(at + 1, min(last, at + PASSIVE)) if self._tells(i)), None)
            group = self.groups.read(verb, first, last) if verb is not None else None
            if group is None or group.kind != "finite" or group.negated or group.verb > at + 1:
                continue
            subject = self.subjects.before(group.verb, first)
            if subject is None or not self._ends(group.last, last):
                return None
            return self._draft(number, (group.first, group.last), subject, (first, last))
        return None

    def _tells(self, index: int) -> bool:
        return any(cue.lemma in self._telling for cue in self.word[index].cues)

    def _ends(self, index: int, last: int) -> bool:
        """Say whether nothing follows a verb but to whom, when and where it was said."""
        rest = self.word[index:last]
        small = w.PREP | w.TIME | w.ADV | w.DET | w.PRON
        if rest and rest[0].is_word and not rest[0].bits & small:
            return False  # "Le juge l'a dit coupable."
        return not any(
            word.bits & (w.COMP | w.AUX) or word.key in self.document.grammar.colons
            for word in rest
        )

    def _active(self, number: int, at: int, first: int, last: int) -> Draft | None:
        group = self.groups.read(at - 1, first, last)
        if group is None or group.kind != "finite" or not group.cue.governs & _SAYS:
            return None
        subject = self.subjects.before(group.verb, first)
        if subject is None:
            return None
        return self._draft(number, (group.first, group.last), subject, (first, last))

    def _passive(self, number: int, first: int, last: int) -> Draft | None:
        """Read "This was reported by X", "The information was confirmed by X"."""
        at = first + 1
        told = self.key[first] in self._this
        if not told and self.word[first].bits & w.DET and at < last:
            told = self.key[at] in self._news
            at += 1
        if not told:
            return None
        stop = min(last - 1, at + PASSIVE)
        be = next((i for i in range(at, stop) if self.word[i].bits & w.BE), None)
        if be is None or any(not self.word[i].bits & (w.HAVE | w.ADV) for i in range(at, be)):
            return None
        verb = next((i for i in range(be + 1, stop) if self._is_said(i)), None)
        if verb is None or self.key[verb + 1] not in self._agents:
            return None
        begin = verb + 2
        if begin >= last or not self.phrases.starts(begin, last):
            return None
        end = self.phrases.whole_end(begin, last)
        end = next((i for i in range(begin + 1, end) if self._is_told(i, last)), end)
        return self._draft(number, (be, verb + 1), (begin, end), (first, last))

    def _is_told(self, index: int, last: int) -> bool:
        """Say whether an outlet is told behind who says it: "par la préfecture | à l'AFP"."""
        if self.key[index] not in self._hearing or index + 2 >= last:
            return False
        at = index + 1 + bool(self.word[index + 1].bits & w.DET)
        return at < last and self.outlets.known(at, last) is not None

    def _is_said(self, index: int) -> bool:
        return any(cue.form & w.PAST and cue.governs & _SAYS for cue in self.word[index].cues)

    def _draft(self, number: int, cue: Range, source: Range, around: Range) -> Draft:
        before = self.document.sentences[number - 1]
        start = self.document.datelines.get(before.paragraph, before.first)
        return Draft([cue], [(max(before.first, start), before.last)], RULE, number, source=source,
                     kind="back", opening="backward", around=around)  # fmt: skip

    def _relay(self, draft: Draft, last: int) -> None:
        """Note the outlet that ends the sentence: "…, UNN reports", "…, according to UNN"."""
        assert draft.source is not None
        for index in range(min(draft.cue[0][1], draft.source[1]), last):
            if self.key[index] != ",":
                continue
            start = index + 1
            while start < last and (
                self.word[start].bits & w.PHRASE
                or (self.word[start].bits & (w.DET | w.PREP) and not self.word[start].upper)
            ):
                start += 1
            named = self.outlets.known(start, last) if start < last else None
            if named is None:
                continue
            end = named.whole[1]
            says = any(self.word[i].cues for i in range(end, min(last, end + NEAR)))
            if not says and self.word[index + 1].bits & w.PHRASE == 0:
                continue
            draft.relay, draft.relay_cue = named.whole, (index + 1, end)
            if draft.source[1] > index:
                draft.source = (draft.source[0], index)
            return
