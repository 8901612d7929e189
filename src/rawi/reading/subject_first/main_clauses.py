"""Whether a stretch is a clause: a finite verb of its own, outside relative clauses."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.phrases import Phrases

#: What may stand between the parts of one verb.
_LIGHT: Final = w.ADV | w.NEG | w.VERB | w.AUX
#: What leads to a second verb of a relative clause, or to a clause inside it.
_LEADS: Final = w.CONJ | w.COMP | w.REL | w.SUB | w.PRON


class MainClauses:
    """Finds the verbs of one document that are no relative clause's."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word, self.key = document.word, document.key
        self.phrases = phrases
        self._including = self.grammar.words_of("including")
        self._negators = self.grammar.words_of("negators")
        self._of_words = self.grammar.words_of("part_prepositions")
        self._personal = self.grammar.words_of("personal_relatives")

    def has_verb(self, first: int, end: int) -> bool:
        """Say whether a stretch has a finite verb of its own, outside relative clauses."""
        at, inside, done = first, False, 0
        while at < end:
            quote = self.document.quote_at.get(at)
            if quote is not None:
                at = quote.after
                continue
            word = self.word[at]
            if not word.is_word:
                inside = False
            elif word.bits & w.REL and at > first:
                some = self.word[at + 1].bits & (w.DET | w.NUM)
                inside = not (some and self.key[at] in self._including)  # "dont le maire"
                done = self._own_verb(at, end)
            elif not word.upper and self.phrases.is_verb(at):
                if not inside or (done and at > done and self._is_main(done, at)):
                    return True
                done = max(done, at)
            elif word.key in self._negators and self.key[min(at + 1, end - 1)] in self._of_words:
                return True  # "Sans lui, pas de pont"
            at += 1
        return False

    def _own_verb(self, relative: int, end: int) -> int:
        """Return the verb right behind a relative that is its subject: "qui circulait"; or 0."""
        if not self.grammar.comma_inversion or self.key[relative] not in self._personal:
            return 0
        at = relative + 1
        while at < end and self.word[at].bits & (w.NEG | w.OBJ | w.REFLEX):
            at += 1
        return at

    def _is_main(self, inner: int, verb: int) -> bool:
        """Say whether a verb is the clause's, another a relative's: "who drove it | has died"."""
        between = self.word[inner + 1 : verb]
        if not self.grammar.comma_inversion:
            return False
        if not any(not word.bits or word.bits & ~_LIGHT for word in between):
            return False  # parts of one verb: "qui a été"
        return not any(word.bits & _LEADS and not word.bits & (w.DET | w.PREP) for word in between)
