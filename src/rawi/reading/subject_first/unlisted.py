"""Verbs that no table has, after a quotation and beside who speaks: “…”, rewound the captain.

A language whose verbs of speech are an open set takes them by their place
(`[order] open_incises`): right after a quotation and its comma, with somebody behind; where
subjects stand before their verbs, with somebody between: “…,” she huffed.
"""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.inversion import Inversion

#: A quotation that an unlisted verb follows is no shorter than this, in words.
LEAST_WORDS: Final = 4
#: So many auxiliaries and clitics stand before a verb.
CLITICS: Final = 3
#: A verb that only its ending tells has more letters.
SHORT_VERB: Final = 4
#: What a quotation ends with that its sentence goes on from.
GOING_ON: Final = frozenset(",!?…\u2014\u2013-")
_OTHER: Final = (
    w.DET
    | w.PREP
    | w.CONJ
    | w.PRON
    | w.ADV
    | w.SUB
    | w.COMP
    | w.WH
    | w.REL
    | w.NEG
    | w.TIME
    | w.NUM
    | w.ADJ
    | w.HEADS
    | w.TITLE
    | w.THING
    | w.OCCASION
    | w.MODAL
    | w.LINK
)
_SOMEBODY: Final = w.ROLE | w.PERSON | w.TITLE | w.GIVEN


class Unlisted:
    """Finds the unlisted verbs of one document."""

    def __init__(self, document: Document, inversion: Inversion) -> None:
        self.document = document
        self.inversion = inversion
        self.word = document.word
        self.key = document.key

    def read(self, at: int, last: int) -> tuple[Range, Range] | None:
        """Return a verb that begins at a token, and its subject; None where neither is there."""
        begin, seen = at, 0
        while (
            at < last
            and seen < CLITICS
            and self.word[at].bits & (w.HAVE | w.BE | w.OBJ | w.REFLEX)
            and not self.word[at].bits & w.DET
        ):
            at, seen = at + 1, seen + 1
        if at >= last:
            return None
        stuck = self._stuck(begin, at + 2, last)
        verb = at + 1 if stuck is not None and stuck[0] == at else at
        if verb >= last or not self._is_verb(verb, bool(seen)):
            return None
        if stuck is not None:
            return (begin, max(verb + 1, stuck[1])), stuck
        if not self.document.grammar.comma_inversion and seen:
            return None
        subject = self.inversion.after(verb + 1, last)
        if subject is None or not self._is_person(subject) or not self._ends(subject[1], last):
            return None
        return (begin, verb + 1), subject

    def after_subject(self, at: int, last: int) -> tuple[Range, Range] | None:
        """Return a verb and the subject before it that begins at a token: “…,” she huffed."""
        phrases = self.inversion.phrases
        if self.key[at - 1] not in GOING_ON and self.key[at - 2] not in GOING_ON:
            return None
        if self.document.grammar.comma_inversion or not phrases.starts(at, last):
            return None
        verb = phrases.whole_end(at, last)
        verb += verb < last and self.key[verb] == ","
        while verb < last and self.word[verb].bits & w.ADV and self.word[verb].is_word:
            verb += 1
        if verb >= last or not self.told_by_ending(verb) or not self._ends(verb + 1, last):
            return None
        pronoun = self.word[at].bits & w.PRON and not self.word[at].bits & (w.DET | w.FIRST)
        named = verb == at + 1 and self.word[at].upper
        if not (pronoun or named or self._is_person((at, verb))):
            return None
        return (verb, verb + 1), (at, verb)

    def told_by_ending(self, index: int) -> bool:
        """Say whether only its ending tells that a word is a verb."""
        word = self.word[index]
        if word.upper or len(word.key) <= SHORT_VERB or word.bits & _OTHER & ~w.TIME:
            return False
        quoting = any(cue.governs & w.QUOTE and not cue.rest for cue in word.cues)
        return word.key.endswith(self.document.grammar.verb_endings) and not quoting

    def _stuck(self, first: int, end: int, last: int) -> Range | None:
        for index in range(first, min(end, last)):
            if self.word[index].bits & w.PRON and not self.key[index][:1].isalnum():
                return (index, index + 1)
        return None

    def _is_verb(self, index: int, helped: bool) -> bool:
        word = self.word[index]
        if not word.is_word or word.upper or word.cues or word.bits & _OTHER:
            return False
        return bool(word.bits & w.VERB) or not word.bits or (helped and bool(word.bits & w.PASSIVE))

    def _is_person(self, where: Range) -> bool:
        words = [self.word[i] for i in range(*where) if self.word[i].is_word]
        named = sum(word.upper for word in words) > 1
        return named or any(word.bits & _SOMEBODY for word in words[:4])

    def _ends(self, at: int, last: int) -> bool:
        if at >= last or not self.word[at].is_word:
            return True
        return bool(self.word[at].bits & (w.PREP | w.TIME | w.ADV | w.SUB | w.CONJ | w.PASSIVE))
