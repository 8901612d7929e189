"""Participles that say something of the noun before them: "residents, having told that …"."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order.admission import Admission
from rawi.reading.free_order.carried import Carried
from rawi.reading.free_order.contents import Contents
from rawi.reading.free_order.ends import Ends
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.words import Cue

#: What a participle may open here.
_OPENS: Final = ("clause", "quote", "preposition", "question")


class Participials:
    """Reads the participles of one document that are forms of cues."""

    def __init__(
        self, phrases: Phrases, carried: Carried, contents: Contents, ends: Ends,
        admission: Admission,
    ) -> None:  # fmt: skip
        self.admission = admission
        self.phrases = phrases
        self.carried = carried
        self.contents = contents
        self.ends = ends
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key

    def read(self, at: int, bounds: Range) -> Draft | None:
        """Return the draft of a participle behind the comma of the noun that it belongs to."""
        cue = self._cue(at)
        comma = at - 1
        while comma > bounds[0] and self.word[comma].bits & w.ADV:
            comma -= 1
        if cue is None or self.key[comma] != ",":
            return None
        subject = self.carried.antecedent(comma, bounds[0], at)
        if subject is None:
            return None
        opened = self.contents.follow(at + 1, bounds[1], cue, 0, subject, False)
        if opened.kind not in _OPENS or not (opened.kind != "question" or cue.governs & w.QUESTION):
            return None
        if self.admission.is_deed(cue.lemma, opened.at):
            return None  # "having asked for anonymity"
        draft = Draft([(at, at + 1)], [], "participle", 0, form=cue, source=subject.span,
                      opening=opened.kind, hearer=opened.hearer, around=bounds)  # fmt: skip
        last = self._closing(opened.at, bounds[1], opened.kind)
        draft.content = self.ends.content(opened, last)
        return draft

    def _cue(self, at: int) -> Cue | None:
        """Return the cue whose participle a word is."""
        if not self.phrases.is_participle(at):
            return None
        for cue in self.grammar.participle_cues(self.key[at]):
            if not cue.rest and not cue.governs & w.WEAK:
                return cue
        return None

    def _closing(self, at: int, last: int, kind: str) -> int:
        """Return the comma that closes what a participle opens: the main verb stands behind it."""
        for comma in range(at + 1, last - 1):
            if self.key[comma] != "," or self.phrases.document.quote_over(comma) is not None:
                continue
            behind = comma + 1
            while behind < last - 1 and self.word[behind].bits & (w.ADV | w.NEG):
                behind += 1
            word = self.word[behind]
            joined = word.bits & (w.COMP | w.REL | w.SUB | w.WH | w.CONJ)
            if kind == "preposition" and not joined:
                return comma
            if self.phrases.is_verb(behind) and not word.upper:
                return comma
        return last
