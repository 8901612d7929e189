"""What a cue governs: where its content begins after it, and where that ends."""

from __future__ import annotations

from typing import Final, NamedTuple

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.words import Cue

#: How far after a cue its content may begin, in tokens.
REACH: Final = 60
#: How far an aside between commas may reach, in tokens.
ASIDE: Final = 30


class Opening(NamedTuple):
    """Where content begins and what leads to it; `hearer` is whom it is said to."""

    kind: str
    at: int
    hearer: Range | None = None


class Contents:
    """Finds the contents of one document's cues."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        self.document = document
        self.grammar = document.grammar
        self.phrases = phrases
        self.word = document.word
        self.key = document.key

    def opening(self, at: int, last: int, cue: Cue) -> Opening | None:
        """Return where the content of a cue begins that ends before `at`; None for nowhere."""
        governs, hearer = cue.governs, None
        last = min(last, at + REACH)
        while at < last:
            word, key = self.word[at], self.key[at]
            if at in self.document.quote_at:
                return self._quoted(at, governs, hearer)
            if key in self.grammar.colons:
                return Opening("colon", at + 1, hearer) if at + 1 < last else None
            if key == ",":
                return self._after_comma(at, last, governs, hearer)
            if not word.is_word:
                return None
            bits = word.bits
            if key in cue.preps and at + 1 < last:
                return self._led(at + 1, last, governs, hearer)
            if bits & w.COMP and governs & w.THAT:
                return Opening("clause", at + 1, hearer)
            if bits & w.INFMARK and self._is_infinitive(at, last):
                if governs & (w.INF | w.URGE):
                    start = at if self.grammar.keeps_mark else at + 1
                    return Opening("infinitive", start, hearer)
                return None
            if bits & w.WH and governs & w.QUESTION:
                return Opening("question", at, hearer)
            if bits & w.CONJ:
                return None
            step = self._skip(at, last, governs)
            if step is not None:
                at = step
                continue
            if bits & w.OBJ and governs & (w.HEARER | w.URGE) and hearer is None and (
                not bits & w.DET or not self.phrases.starts(at + 1, last)
            ):
                hearer, at = (at, at + 1), at + 1
                continue
            if governs & w.ING and key.endswith(self.grammar.gerund_endings):
                return Opening("gerund", at, hearer)
            if governs & (w.HEARER | w.URGE) and hearer is None:
                end = self._hearer_end(at, last, governs)
                if end is not None:
                    hearer, at = (at, end), end
                    continue
            return self._bare(at, last, cue, hearer)
        return None

    def _quoted(self, at: int, governs: int, hearer: Range | None) -> Opening | None:
        if governs & (w.QUOTE | w.THAT | w.BARE):
            return Opening("quote", at, hearer)
        return Opening("object", at, hearer) if governs & (w.OBJECT | w.QUOTED) else None

    def _led(self, at: int, last: int, governs: int, hearer: Range | None) -> Opening | None:
        """Return the opening after a preposition that the cue governs."""
        if at in self.document.quote_at:
            return Opening("preposition", at, hearer)
        if self.word[at].bits & w.COMP:
            return Opening("clause", at + 1, hearer)
        return Opening("preposition", at, hearer)

    def _is_infinitive(self, at: int, last: int) -> bool:
        """Say whether a word that may be a preposition marks an infinitive here."""
        if at + 1 >= last:
            return False
        following = self.word[at + 1]
        if following.upper or not following.is_word:
            return False
        if following.bits & (w.DET | w.OBJ | w.NUM | w.HEADS | w.TIME | w.OCCASION | w.POSS):
            return any(cue.form & w.INFINITIVE for cue in following.cues)
        return not following.bits & w.PLURAL

    def _skip(self, at: int, last: int, governs: int) -> int | None:
        """Return the token after an adverb, a time or a phrase that tells how it was said."""
        word = self.word[at]
        bits = word.bits
        match = self.grammar.adjuncts.match(self.word, at, last)
        if match is not None:
            end = match.end
            return self.phrases.end(end, last) if match.open else end
        if bits & (w.ADV | w.TIME | w.REFLEX) and not bits & (w.DET | w.PRON):
            return at + 1
        if bits & w.PREP and not (bits & w.OBJ and governs & w.HEARER):
            if not governs & (w.THAT | w.BARE | w.QUOTE | w.QUESTION | w.OBJECT | w.INF):
                return None
            end = self.phrases.end(at + 1, last) if self.phrases.starts(at + 1, last) else at + 1
            return max(end, at + 1)
        return None

    def _hearer_end(self, at: int, last: int, governs: int) -> int | None:
        """Return where the phrase ends that names a hearer; None where it is none."""
        if not self.phrases.starts(at, last) or self.word[at].bits & w.PRON:
            return None
        end = self.phrases.end(at, last)
        if end <= at:
            return None
        if end >= last:
            return end if not governs & w.OBJECT else None
        word, key = self.word[end], self.key[end]
        if end in self.document.quote_at or key in self.grammar.colons:
            return end
        if key == ",":
            led = end + 1 in self.document.quote_at
            told = not governs & w.OBJECT
            return end if led or told else None
        if not word.is_word:
            return None if governs & w.OBJECT else end
        if word.bits & w.INFMARK and governs & w.URGE and self._is_infinitive(end, last):
            return end
        if word.bits & w.COMP and governs & w.THAT:
            return end
        if word.bits & (w.ADV | w.TIME | w.PREP):
            if governs & w.OBJECT:
                return None
            return end
        if word.bits & w.WH and governs & w.QUESTION:
            return end
        if governs & w.BARE and (self.phrases.starts(end, last)):
            return end
        return None if governs & w.OBJECT else end

    def _after_comma(
        self, at: int, last: int, governs: int, hearer: Range | None
    ) -> Opening | None:
        """Return what begins after an aside between commas, or a quotation after one."""
        if at + 1 < last and at + 1 in self.document.quote_at and governs & w.QUOTE:
            return Opening("quote", at + 1, hearer)
        if at + 1 < last and self.word[at + 1].bits & w.COMP and governs & w.THAT:
            return Opening("clause", at + 2, hearer)
        if self.grammar.comma_questions and at + 1 < last and self.word[at + 1].bits & w.WH:
            return Opening("question", at + 1, hearer) if governs & w.QUESTION else None
        for index in range(at + 1, min(last - 1, at + ASIDE)):
            if index in self.document.quote_at:
                return None
            if self.key[index] == ",":
                following = self.word[index + 1]
                if following.bits & w.COMP and governs & w.THAT:
                    return Opening("clause", index + 2, hearer)
                if index + 1 in self.document.quote_at and governs & w.QUOTE:
                    return Opening("quote", index + 1, hearer)
            elif self.key[index] in self.grammar.colons and governs & w.QUOTE:
                return Opening("colon", index + 1, hearer)
        return None

    def _bare(self, at: int, last: int, cue: Cue, hearer: Range | None) -> Opening | None:
        """Return what begins without any word that leads to it: a clause or an object."""
        governs = cue.governs
        if not self.phrases.starts(at, last) and not self.word[at].bits & (w.PRON | w.DET):
            if governs & w.BARE and self.word[at].bits & (w.SUB | w.NEG | w.LINK):
                return Opening("clause", at, hearer)
            return None
        if governs & w.BARE and self._has_verb(at, last):
            return Opening("clause", at, hearer)
        if governs & w.OBJECT:
            end = self.end(at, last)
            if cue.needs and not any(self.key[i] in cue.needs for i in range(at, end)):
                return None
            return Opening("object", at, hearer)
        if governs & w.QUOTED:
            end = self.end(at, last)
            if self.document.quotes_in(at, end):
                return Opening("object", at, hearer)
            return None
        return Opening("clause", at, hearer) if governs & w.BARE else None

    def _has_verb(self, at: int, last: int) -> bool:
        """Say whether a clause begins at a token: a finite verb follows in it."""
        for index in range(at, last):
            if self.key[index] in ".;:\n":
                return False
            word = self.word[index]
            if word.bits & w.REL and index > at:
                continue
            if word.bits & w.AUX or self.phrases.is_verb(index):
                return True
            if word.key.endswith(self.grammar.verb_endings) and not word.upper:
                return True
        return False

    def end(self, at: int, last: int) -> int:
        """Return where a clause or an object ends that begins at a token, cues aside."""
        index = at
        while index < last:
            quote = self.document.quote_at.get(index)
            if quote is not None and quote.after <= last:
                index = quote.after
                continue
            if self.key[index] in self.grammar.strong_marks or self.key[index] == "\n":
                return index
            index += 1
        return last
