"""What stands before a verb that stands second: one phrase, or the end of another clause."""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.verb_second.nominals import Nominals


class Fields:
    """Reads the stretches before the verbs of one document."""

    def __init__(self, document: Document, nominals: Nominals) -> None:
        self.document = document
        self.nominals = nominals
        self.word = document.word
        self.key = document.key

    def is_one(self, at: int, finite: int) -> bool:
        """Say whether prepositions tell of the phrase before them, up to the verb.

        But one thing stands before a verb: "Ein Leitartikel in der „Seepost“ forderte …".
        """
        while at < finite:
            if not self.word[at].bits & w.PREP or not self.word[at].is_word:
                return False
            start = at + 1
            end = self.nominals.end(start, finite)
            quote = self.document.quote_at.get(start) or self.document.quote_at.get(start + 1)
            if end == start and quote is None:
                return False
            if quote is not None and (end == start or quote.open < end < quote.after):
                end = quote.after
            at = end
        return at == finite

    def after_joint(self, at: int, finite: int, first: int) -> Range | None:
        """Return the subject that "and" joins with its verb to a clause before it."""
        for joint in range(finite - 2, at, -1):
            if not self.word[joint].bits & w.CONJ or not self.word[joint].is_word:
                continue
            if self.document.quote_over(joint) is not None:
                return None
            end = self.nominals.end(joint + 1, finite)
            if end == joint + 1 or self.past_adverbs(end, finite) != finite:
                return None
            where = (joint + 1, end)
            before = any(self.nominals.is_finite(i) for i in range(at, joint))
            good = self.nominals.is_nominative(where) and self.nominals.is_somebody(where)
            return where if before and good else None
        return None

    def second(self, at: int, finite: int, first: int) -> int | None:
        """Return where "and" stands that joins a verb to another before it; None for none."""
        joint = finite - 1
        while joint > at and self.word[joint].bits & w.ADV and not self.word[joint].bits & w.CONJ:
            joint -= 1
        if not self.word[joint].bits & w.CONJ or not self.word[joint].is_word:
            return None
        if not any(self.nominals.is_finite(i) for i in range(first, joint)):
            return None
        return joint

    def past_adverbs(self, end: int, finite: int) -> int:
        while end < finite and self.word[end].is_word and self.word[end].bits & (w.ADV | w.TIME):
            end += 1
        return end
