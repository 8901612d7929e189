"""Whom something is asked of, where it is promised: what stands between a cue and its content."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.ends import Ends
from rawi.reading.subject_first.words import Cue

#: Whom something is asked of, and where it is promised, is told in fewer tokens.
ASKED: Final = 12


class Asked(Ends):
    """Passes over hearers and places that a preposition leads to."""

    def _asked_of(self, at: int, last: int, cue: Cue) -> int | None:
        """Return the object behind whom something is asked of: "demandé au ministre | des lits".

        None where the words before an infinitive or another object tell whose minister it is.
        """
        if not self.grammar.comma_inversion or not cue.governs & w.OBJECT or cue.rest:
            return None
        if self.key[at] not in self._telling or self.key[at] in cue.preps:
            return None
        some: int | None = None
        for index in range(at + 2, min(last - 1, at + ASKED)):
            word, before = self.word[index], self.word[index - 1]
            if not word.is_word or word.bits & (w.COMP | w.AUX | w.REL):
                break
            if self.phrases.opens_infinitive(index + 1, last) and self.key[index] in cue.preps:
                return None
            if word.bits & w.DET and before.is_word and not before.bits & (w.PREP | w.DET | w.ADJ):
                if not word.bits & w.PREP:
                    return None
                later = self.word[index + 1]
                some = index if some is None and not later.upper and later.is_word else some
        told = some is not None and any(
            self.word[i].upper or self.word[i].bits & w.HEADS for i in range(at + 1, some)
        )
        return some if told else None  # not "écrit des lettres au sujet des boulons"

    def _before_deed(self, at: int, last: int, cue: Cue) -> int | None:
        """Return where a place ends before what is promised: "s'engage à la COP21 | à réduire"."""
        opens = self.word[min(at + 1, last - 1)].bits
        if not self.grammar.comma_inversion or not opens & w.DET or opens & (w.INDEF | w.POSS):
            return None
        if not self.word[at].bits & w.INFMARK or self.phrases.opens_infinitive(at + 1, last):
            return None
        end = self.phrases.end(at + 1, last)
        while end < min(last - 1, at + ASKED) and self.key[end] in self._parts and (
            not self.phrases.opens_infinitive(end + 1, last)
        ):  # fmt: skip
            end = max(end + 1, self.phrases.end(end + 1, last))
        deed = end + 1 < last and self.key[end] == self.key[at]
        return end if deed and self.phrases.opens_infinitive(end + 1, last) else None
