"""Phrases with a preposition, and times: what tells when, where or to whom something was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rawi.reading.free_order import cases as c
from rawi.reading.subject_first import words as w

if TYPE_CHECKING:
    from rawi.reading.free_order.phrases import Phrases


class Circumstances:
    """Reads the phrases of one document that a preposition leads, and its times."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        lists = self.grammar.words_of
        self._origins, self._inside = lists("origin_prepositions"), lists("inside")
        self._closing, self._leading = lists("closing"), lists("leading")
        self._loose, self._asked = lists("loose_prepositions"), lists("asked")
        self._talkers, self._courts = lists("talkers"), lists("courts")
        self._places = lists("place_prepositions")
        self._led = lists("hearers") | lists("led_pronouns")

    def _adjective(self, index: int) -> bool:
        return self.word[index].is_word and self.grammar.is_adjective(self.word[index])

    def complement(self, at: int, last: int) -> int | None:
        """Return where a phrase with a preposition ends that begins at a token."""
        told = self.set_phrase(at, last)
        if told is not None:
            return told
        index = at + 1
        while index < last and self.word[index].bits & w.PREP and not self.word[index].upper:
            index += 1
        if index >= last:
            return None
        word = self.word[index]
        owned = self.phrases.read(index, last, c.OBLIQUE) if word.bits & w.POSS else None
        if owned is not None:
            return owned.last
        if word.bits & (w.PRON | w.OBJ) or self.key[index] in self._led:
            return index + 1
        if word.bits & (w.TIME | w.NUM) and not word.upper and not self._tells_which(index, last):
            end = self._time(index, last)
            if not any(self.word[i].bits & w.TIME for i in range(index, end)):
                counted = self.phrases.read(index, last, c.OBLIQUE)  # "at two ministries"
                return max(end, counted.last) if counted is not None else end
            return end
        if word.bits & w.ADJ and index + 2 < last:
            after = index + 2 if self.key[index + 1] in self._inside else index + 1
            if self.word[after].bits & w.TIME and not self.word[after].upper:
                return self._time(after, last)
        before = self.word[at].bits & w.TIME  # "the day before", or "before the talks"
        found = self.phrases.read(index, last, c.GENITIVE if before else c.OBLIQUE)
        if found is not None:
            return found.last
        if before:
            return None
        return index + 1 if word.is_word and not word.bits & (w.COMP | w.CONJ) else None

    def _tells_which(self, index: int, last: int) -> bool:
        """Say whether a number tells which and no day or month follows: "in the 12th issue"."""
        if "-" not in self.key[index] or not self.key[index][:1].isdigit() or index + 1 >= last:
            return False
        return not self.word[index + 1].bits & w.TIME

    def set_phrase(self, at: int, last: int) -> int | None:
        """Return where a phrase ends that never changes: "in the meantime"."""
        told = self.grammar.adjuncts.match(self.word, at, last)
        if told is None or self.key[told.end - 1] not in self._closing:
            return None
        if told.end - at == 2 and self.key[told.end - 1] in self._leading:
            return None  # "at the time of the talks"
        return told.end

    def dated(self, at: int, last: int) -> int:
        """Return where a date ends that begins at a token with its number; the token itself."""
        if not self.key[at][:1].isdigit() or at + 1 >= last or not self.word[at + 1].bits & w.TIME:
            return at
        return self._time(at, last)

    def _time(self, at: int, last: int) -> int:
        first = at
        while (
            at < last
            and self.word[at].is_word
            and (self.word[at].bits & (w.TIME | w.NUM) or self._adjective(at))
            and not self.word[at].upper
        ):
            at += 1
        while at > first + 1 and not self.word[at - 1].bits & (w.TIME | w.NUM):
            at -= 1  # an adjective of the noun behind it
        return at

    def attached(self, at: int, last: int, head: int, full: bool) -> int | None:
        """Return the end of a phrase with a preposition that belongs to the noun before it."""
        key = self.key[at]
        if full and key not in self._origins:
            return None
        if self.grammar.according.match(self.word, at, last) is not None:
            return None  # "with reference to X"
        end = self.complement(at, last)
        if end is not None and self.word[head].lemma in self._talkers and self._is_court(at, end):
            return end  # "a source in the court"
        if end is None or self.is_adjunct(at, end):
            return None
        if key in self._loose and not full:
            return None
        if full and key in self._origins and not any(self.phrases.is_capital(i) or
            self.word[i].bits & w.BODY for i in range(at + 1, end)):  # fmt: skip
            return None
        return end

    def _is_court(self, at: int, end: int) -> bool:
        """Say whether a phrase names a court or a trial where somebody works."""
        if self.key[at] not in self._places:
            return False
        return any(self.word[i].lemma in self._courts for i in range(at + 1, min(end, at + 3)))

    def is_adjunct(self, at: int, end: int) -> bool:
        """Say whether a phrase with a preposition tells when, where or to whom it was said."""
        if self.grammar.adjuncts.match(self.word, at, len(self.word)) is not None:
            return True
        if self.word[at + 1].bits & w.TIME and not self.word[at + 1].upper:
            return True
        if self.key[at + 1] in self._asked:
            return True
        told = w.OCCASION | w.POST | w.NETWORK | w.TIME
        if self.key[at] in self._places:
            told |= w.DOC  # "in a report"
        for index in range(at + 1, min(end, at + 4)):
            bits = self.word[index].bits
            if bits & told and not bits & w.BODY:
                return True
            if not (self._adjective(index) or bits & (w.POSS | w.NUM)) and (
                self.key[index] not in self._inside
            ):
                return False
        return False


def tells_where(phrases: Phrases, at: int, end: int | None) -> bool:
    """Say whether a preposition of several uses tells where something is said."""
    if end is None or phrases.key[at] not in phrases.grammar.words_of("place_prepositions"):
        return False
    head = phrases.word[min(at + 1, end - 1)]
    at_outlet = phrases.outlets.is_outlet(at + 1, end)
    return bool(at_outlet or head.bits & (w.NETWORK | w.MEDIA)) and head.upper
