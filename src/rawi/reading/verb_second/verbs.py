"""Verbs whose parts stand apart: "teilte … mit", "hat … erklärt", "…, wie X mitteilte"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.words import Cue
from rawi.reading.verb_second.nominals import Nominals

#: The parts of a verb stand no further apart, in tokens.
REACH: Final = 60
_PARTING: Final = frozenset(",;:\n—–-")
_HELPS: Final = w.HAVE | w.BE | w.MODAL


@dataclass(slots=True)
class Verb:
    """A verb that attributes.

    `finite` is where its finite part stands, `parts` are its words, `end` bounds the clause that
    its last part closes; `final` says that it stands at the end of a dependent clause.
    """

    cue: Cue
    finite: int
    parts: list[Range]
    end: int
    final: bool = False
    negated: bool = False
    passive: bool = False
    refused: bool = False


class Verbs:
    """Reads the verbs of one document."""

    def __init__(self, document: Document, nominals: Nominals) -> None:
        self.document = document
        self.nominals = nominals
        self.word = document.word
        self.key = document.key
        self._willing = document.grammar.words_of("willing")
        self._addressed = document.grammar.words_of("asked_person")
        self._infinitives = document.grammar.words_of("auxiliary_infinitives")

    # -- clauses -----------------------------------------------------------------------

    def is_addressed(self, verb: Verb, first: int) -> bool:
        """Say whether a sentence tells its readers to do something: "Informieren Sie sich: …"."""
        at = verb.finite + 1
        opens = verb.finite == first and at < len(self.word) and self.key[at] in self._addressed
        return opens and self.document.tokens.words(at, at + 1)[:1].isupper()

    def left(self, at: int, first: int, *, through: bool = False) -> int:
        """Return where the stretch before a token begins: after a mark or a quotation.

        With `through` quotations are part of it.
        """
        while at > first:
            if self.document.quote_before(at) is not None:
                quote = self.document.quote_before(at)
                if quote is not None and not (through or self._is_title(quote.open, at)):
                    return at
                at = quote.open if quote is not None else at
                continue
            if not self.word[at - 1].is_word and self.key[at - 1] in _PARTING:
                if not self.nominals.is_hyphen(at - 1):
                    return at
            at -= 1
        return first

    def _is_title(self, opened: int, after: int) -> bool:
        return opened > 0 and self.nominals.is_name(opened, after)

    def right(self, at: int, last: int, *, through: bool = False) -> int:
        """Return where the stretch after a token ends: before a mark or a quotation.

        With `through` quotations are part of it, but after a colon.
        """
        while at < last:
            if at in self.document.quote_at:
                if through or self._is_title(at, last):
                    at = self.document.quote_at[at].after
                    continue
                return at
            key = self.key[at]
            if through and self.word[at].bits & w.CONJ and self.begins_verb(at + 1, last):
                return at
            if not self.word[at].is_word and (key in _PARTING or key in ".!?…"):
                if self.nominals.is_hyphen(at):
                    at += 1
                    continue
                if not (key == "." and self._goes_on(at, last)):
                    return at
            at += 1
        return last

    def begins_verb(self, at: int, last: int) -> bool:
        """Say whether a finite verb or its auxiliary follows "and": "und kündigte … an"."""
        while at < last and self.word[at].bits & w.ADV and not self.word[at].bits & w.PREP:
            at += 1
        return at < last and self.nominals.is_finite(at)

    def _goes_on(self, at: int, last: int) -> bool:
        return at + 1 < last and self.word[at + 1].is_word

    def is_dependent(self, first: int) -> bool:
        """Say whether a stretch opens with what puts its verb at the end."""
        word = self.word[first]
        if word.bits & w.PREP and first + 1 < len(self.word):
            return bool(self.word[first + 1].bits & (w.REL | w.WH)) and not (
                word.bits & w.SUB and word.upper
            )
        return word.is_word and bool(word.bits & (w.COMP | w.SUB | w.REL | w.WH))

    # -- the verb ----------------------------------------------------------------------

    def read(self, index: int, first: int, last: int) -> list[Verb]:
        """Return what the cues at a token may be here, the likeliest first."""
        found: list[Verb] = []
        for cue in self.word[index].cues:
            if cue.form & w.NOUN:
                continue
            verb = self._verb(index, cue, first, last)
            if verb is not None:
                found.append(verb)
        return found

    def _verb(self, index: int, cue: Cue, first: int, last: int) -> Verb | None:
        begin, stop = self.left(index, first), self.right(index, last)
        if cue.form & w.PAST:
            begin = self.left(index, first, through=True)
        aux = self._auxiliary(index, begin, stop, first)
        if aux is None or not cue.form & w.PAST:
            begin = self.left(index, first)
        if cue.form & w.PAST and aux is not None:
            return self._compound(index, cue, aux, begin, stop)
        if cue.form & w.INFINITIVE and self._modal(index, begin, stop) is not None:
            if cue.governs == w.QUESTION:
                return self._wanting(index, cue, begin, stop)
            return self._refusal(index, cue, begin, stop)
        if cue.form & w.FINITE and aux is None:
            return self._simple(index, cue, begin, stop, last)
        if cue.form & w.INFINITIVE and not cue.form & w.FINITE and aux is None:
            plain = index + 1 >= stop and self.is_dependent(begin) and not self._marked(index)
            if plain and not cue.rest:
                return self._simple(index, cue, begin, stop, last)
        return None

    def _marked(self, index: int) -> bool:
        """Say whether the mark of an infinitive stands before a verb."""
        return bool(self.word[index - 1].bits & w.INFMARK)

    def _auxiliary(self, index: int, begin: int, stop: int, first: int) -> int | None:
        """Return the auxiliary of a participle: before it, or right after it."""
        helping = w.HAVE | w.BE
        if index + 1 < stop and self.word[index + 1].bits & helping:
            return index + 1
        done = any(cue.form & w.PAST for cue in self.word[index].cues)
        closes = index + 1 >= stop or bool(self.word[index + 1].bits & w.CONJ)
        if not done or not closes:
            return None
        for low in (begin, self._before_aside(begin, first)):
            for at in range(index - 1, low - 1, -1):
                if self.word[at].bits & helping and self.document.quote_over(at) is None:
                    return at
        return None

    def _before_aside(self, begin: int, first: int) -> int:
        """Return where the stretch before an apposition begins: "hat X, der Chef, gesagt"."""
        low = begin
        for _ in range(2):
            if low - 1 <= first or self.key[low - 1] != ",":
                return begin
            low = self.left(low - 1, first)
        return low

    def _compound(self, index: int, cue: Cue, aux: int, begin: int, stop: int) -> Verb | None:
        parts = self._rest(index, cue, min(begin, aux), stop, before=True)
        if parts is None or (self.key[aux] in self._infinitives and self._is_rumour(begin, stop)):
            return None  # "soll das gesagt haben"
        final = aux > index
        passive = bool(self.word[aux].bits & w.BE)
        negated = any(self.word[i].bits & w.NEG for i in range(min(aux, begin), index))
        parts = sorted([*parts, (index, index + 1), (aux, aux + 1)])
        return Verb(cue, aux, _joined(parts), stop, final, negated, passive)

    def _is_rumour(self, begin: int, stop: int) -> bool:
        """Say whether a modal stands in a clause, which makes an infinitive of its perfect."""
        return any(self.word[i].bits & w.MODAL for i in self._outside(begin, stop))

    def _modal(self, index: int, begin: int, stop: int) -> int | None:
        places: list[int] = [*range(index - 1, begin - 1, -1)]
        places += [index + 1] if index + 1 < stop else []
        for at in places:
            if self.word[at].bits & w.MODAL or self.key[at] in self._willing:
                return at
        return None

    def _refusal(self, index: int, cue: Cue, begin: int, stop: int) -> Verb | None:
        """Read "wollte die Vorwürfe nicht kommentieren"."""
        modal = self._modal(index, begin, stop)
        if modal is None or self.key[modal] not in self._willing:
            return None
        negated = next((i for i in range(begin, index) if self.word[i].bits & w.NEG), None)
        if negated is None or not cue.governs & (w.NEGATED | w.DENIED | w.OBJECT | w.QUOTE):
            return None
        parts = sorted([(modal, modal + 1), (negated, negated + 1), (index, index + 1)])
        return Verb(cue, modal, _joined(parts), stop, modal > index, True, refused=True)

    def _wanting(self, index: int, cue: Cue, begin: int, stop: int) -> Verb | None:
        """Read "wollte wissen, ob"."""
        modal = self._modal(index, begin, stop)
        if modal is None or self.key[modal] not in self._willing:
            return None
        return Verb(cue, modal, _joined(sorted([(modal, modal + 1), (index, index + 1)])), stop,
                    modal > index)  # fmt: skip

    def _simple(self, index: int, cue: Cue, begin: int, stop: int, last: int) -> Verb | None:
        if self._describes(index, begin, stop):
            return None
        dependent = self.is_dependent(begin)
        closes = index + 1 >= stop or bool(self.word[index + 1].bits & w.CONJ)
        final = dependent and closes and begin < index
        if cue.rest:
            parts = self._rest(index, cue, index + 1, last, before=False)
            if parts is None:
                return None
            if final and not dependent:
                return None
            end = parts[-1][1]
            parts = [(index, index + 1), *parts]
        else:
            parts, end = [(index, index + 1)], index + 1
            if not final and self.word[index - 1].bits & w.INFMARK and index > begin:
                return None
        low = begin if final else index
        high = index if final else end
        negated = any(self.word[i].bits & w.NEG for i in self._outside(low, max(high, index + 1)))
        if not final and not cue.rest:
            shut = self.right(index + 1, last)
            negated = any(self.word[i].bits & w.NEG for i in self._outside(index, shut))
        return Verb(cue, index, _joined(parts), end, final, negated)

    def _describes(self, index: int, begin: int, stop: int) -> bool:
        """Say whether a participle before a noun looks like a verb that its clause has elsewhere.

        "Er sei entgegen der verbreiteten Meinung gesund"
        """
        ends = self.word[index].key.endswith(self.nominals.grammar.adjective_endings)
        if not ends or index + 1 >= stop or not self.nominals.is_noun(index + 1):
            return False
        clause = [*range(begin, index), *range(index + 2, stop)]
        other = next((i for i in clause if self.word[i].bits & _HELPS and self._acts(i)), None)
        if other is None:
            return False
        low, high = min(index, other), max(index, other)
        return not any(self.word[i].bits & w.CONJ for i in range(low + 1, high))

    def _acts(self, index: int) -> bool:
        word = self.word[index]
        return word.is_word and not word.capital and self.document.quote_over(index) is None

    def _outside(self, first: int, last: int) -> list[int]:
        """Return the tokens of a range that stand in no quotation."""
        return [i for i in range(first, last) if self.document.quote_over(i) is None]

    def _rest(
        self, index: int, cue: Cue, low: int, high: int, *, before: bool
    ) -> list[Range] | None:
        """Return where the other words of a cue stand; None where they do not."""
        if not cue.rest:
            return []
        at, found = low, []
        high = min(high, low + REACH)
        for number, key in enumerate(cue.rest):
            closing = number == len(cue.rest) - 1 and not before
            place = self._find(key, at, index if before else high, closing=closing, limit=high)
            if place is None:
                return None
            found.append((place, place + 1))
            at = place + 1
        return found

    def _find(self, key: str, at: int, high: int, *, closing: bool, limit: int) -> int | None:
        while at < high:
            quote = self.document.quote_at.get(at)
            if quote is not None:
                if closing and not self._is_title(at, limit) and self.key[at - 1] == ":":
                    return None
                at = quote.after
                continue
            if self.key[at] in ":\n;":
                return None
            noun = self.nominals.capital(at)  # "übte Kritik an", no particle
            if self.key[at] == key and (not closing or noun or self._closes(at, limit)):
                return at
            if self.key[at] == "," and closing and self._opens_clause(at + 1, limit):
                return None
            at += 1
        return None

    def _opens_clause(self, at: int, limit: int) -> bool:
        """Say whether a clause of what is said begins, so that no particle comes any more."""
        return at < limit and bool(self.word[at].bits & (w.COMP | w.WH | w.SUB))

    def _closes(self, at: int, limit: int) -> bool:
        """Say whether a particle ends its clause."""
        if at + 1 >= limit or at + 1 >= len(self.word):
            return True
        following = self.word[at + 1]
        if not following.is_word:
            return self.key[at + 1] != "(" or at + 1 in self.document.quote_at
        return bool(following.bits & (w.CONJ | w.COMP)) and not following.upper


def _joined(parts: list[Range]) -> list[Range]:
    """Join parts that stand side by side."""
    found: list[Range] = []
    for first, last in sorted(parts):
        if found and found[-1][1] == first:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found
