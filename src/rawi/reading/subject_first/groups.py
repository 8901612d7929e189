"""The verb group around a cue: its auxiliaries, its negation, what it comes to."""

from __future__ import annotations

from typing import Final, NamedTuple

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.words import Cue

#: A verb group begins no further before its cue, in tokens.
REACH: Final = 8


class Group(NamedTuple):
    """A cue in its verb group: `first` and `last` bound the words that attribute.

    `kind` is finite, participle, noun or refusal; `verb` where a subject ends; `negated` says
    that the group has a negation.
    """

    first: int
    last: int
    verb: int
    kind: str
    cue: Cue
    negated: bool = False


class Groups:
    """Reads the verb groups of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self._agents = document.grammar.words_of("agents")
        self._tails = document.grammar.words_of("refusal_prepositions")

    def read(self, index: int, begin: int, last: int) -> Group | None:
        """Return the group of the cue at a token; None where the word attributes nothing here."""
        for cue in self.word[index].cues:
            end = self._end(index, cue, last)
            if end is not None:
                found = self._group(index, end, begin, last, cue)
                if found is not None:
                    return found
        return None

    def _end(self, index: int, cue: Cue, last: int) -> int | None:
        """Return the token after a cue of one or several words; None where it is not there."""
        end = index + 1
        for key in cue.rest:
            while end < last and self.word[end].bits & (w.ADV | w.NEG) and self.key[end] != key:
                end += 1
                if end > index + 3:
                    return None
            if end >= last or self.key[end] != key:
                return None
            end += 1
        return end

    def _group(self, index: int, end: int, begin: int, last: int, cue: Cue) -> Group | None:
        if cue.form & (w.NOUN | w.ADJECTIVE) and not cue.form & ~(w.NOUN | w.ADJECTIVE):
            return Group(index, end, index, "noun", cue)
        aux, first = self._auxiliaries(index, begin)
        negated = bool(aux & w.NEG)
        if self._is_nominal(index, first, aux, cue):
            return None
        kind = self._kind(index, first, aux, cue, end, last)
        if kind is None:
            return None
        if cue.governs & w.REFUSE:
            return self._refusal(index, end, first, last, cue, kind)
        if negated and kind == "finite" and not cue.governs & w.NEGATED:
            return None
        start = first if aux & (w.NEG | w.BE) or first == index or negated else first
        return Group(start, end, first, kind, cue, negated)

    def _auxiliaries(self, index: int, begin: int) -> tuple[int, int]:
        """Return what kinds of auxiliaries stand before a verb, and where they begin."""
        found, at = 0, index
        first = index
        while at > begin and index - at < REACH:
            bits = self.word[at - 1].bits
            if not self.word[at - 1].is_word:
                break
            if bits & (w.AUX | w.NEG):
                found |= bits & (w.AUX | w.NEG)
                at -= 1
                first = at
            elif bits & w.INFMARK and at == index:
                found |= w.INFMARK
                at -= 1
                first = at
                break
            elif bits & w.REFLEX:
                found |= w.REFLEX
                at -= 1
                first = at
            elif bits & w.ADV and not bits & (w.PRON | w.DET | w.PREP):
                at -= 1
            elif bits & w.OBJ and self.grammar.proclitic and not self.word[at - 1].upper:
                at -= 1
                first = at
            else:
                break
        return found, first

    def _is_nominal(self, index: int, first: int, aux: int, cue: Cue) -> bool:
        """Say whether a form of a verb is a noun or an adjective here."""
        if first != index or not index:
            return False
        before = self.word[index - 1]
        if not before.is_word:
            return False
        if before.bits & (w.DET | w.GENITIVE | w.ADJ) and not before.bits & (w.PRON | w.HEADS):
            return True
        if before.bits & w.PREP and not before.bits & w.ADV and not cue.form & w.GERUND:
            return before.bits & w.INFMARK == 0
        after = self.word[index + 1] if index + 1 < len(self.word) else None
        return bool(self.word[index].upper and index and before.upper and after and after.upper)

    def _kind(
        self, index: int, first: int, aux: int, cue: Cue, end: int, last: int
    ) -> str | None:
        form = cue.form
        if aux & w.INFMARK:
            supported = self._supported(first, index)
            return "finite" if supported and form & w.INFINITIVE else None
        if form & w.GERUND and not aux & w.AUX:
            return "participle"
        if form & w.GERUND and aux & w.BE:
            return "finite"
        if aux & w.MODAL:
            return "finite" if aux & w.NEG and not aux & w.BE else None
        if aux & w.BE and not aux & w.REFLEX and form & w.PAST:
            return "finite" if cue.governs & w.VIEW else None  # else a passive
        if aux & w.HAVE:
            return "finite" if form & w.PAST else None
        if aux & w.DO:
            return "finite" if form & (w.INFINITIVE | w.FINITE) else None
        if form & w.FINITE:
            passive = end < last and self.key[end] in self._agents and form & w.PAST
            return None if passive else "finite"
        return None

    def _supported(self, first: int, index: int) -> bool:
        """Say whether words before an infinitive make it one that was said: "went on to"."""
        for start in range(max(0, first - 4), first):
            match = self.grammar.support.match(self.word, start, index)
            if match is not None and match.end == index:
                return True
        return False

    def _refusal(
        self, index: int, end: int, first: int, last: int, cue: Cue, kind: str
    ) -> Group | None:
        """Read "declined to say", with the verb of speech that follows."""
        at = end
        while at < last and (self.word[at].bits & w.INFMARK or self.key[at] in cue.preps):
            at += 1
        if at == end and not self.grammar.bare_infinitives:
            return None
        while at < last and self.word[at].bits & (w.BE | w.ADV | w.OBJ | w.REFLEX):
            at += 1
        if at >= last or not self.word[at].is_word or self.word[at].bits & w.HIDDEN:
            return None
        tail, best = at + 1, None
        for spoken in self.word[at].cues:
            length = self._end(at, spoken, last)
            if length is not None and (best is None or length > tail):
                tail, best = length, spoken
        if best is None:
            best = cue._replace(governs=w.OBJECT | w.QUESTION | w.THAT | w.ING)
        if tail < last and (self.key[tail] in self._tails or self.key[tail] in best.preps):
            tail += 1
        takes = best.governs | w.OBJECT | w.QUESTION | w.THAT
        return Group(first, tail, first, kind, best._replace(governs=takes & ~w.BARE), True)
