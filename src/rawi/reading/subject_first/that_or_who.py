"""One word for "that" and "who" (Italian *che*): which of the two it is, by what stands before it.

The rest of the grammar then reads the one as a complementiser, the other as a relative pronoun.
"""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.tokens import Tokens
from rawi.reading.subject_first.words import Word

#: What "that" goes with stands so near before it, in tokens.
REACH: Final = 24
#: What opens a clause, so that nothing before it governs what follows.
_STOPS: Final = frozenset(".!?;:\n\u00ab\u201c")
_SAYING: Final = w.FINITE | w.PAST | w.GERUND | w.INFINITIVE
_SOMEBODY: Final = w.ROLE | w.PERSON | w.TITLE | w.GIVEN | w.BODY | w.MEDIA
_NOUN: Final = w.HEADS | w.THING | w.OCCASION | w.POST


def tell_apart(tokens: Tokens, grammar: Grammar) -> None:
    """Leave each word of the pack's list `that_or_who` what it is where it stands."""
    forms = grammar.words_of("that_or_who")
    if forms and not forms.isdisjoint(tokens.key):
        _Apart(tokens, grammar, forms).tell()


class _Apart:
    """Tells the two apart in one text."""

    def __init__(self, tokens: Tokens, grammar: Grammar, forms: frozenset[str]) -> None:
        self.tokens = tokens
        self.word = tokens.word
        self.key = tokens.key
        self._forms = forms
        self._of = grammar.words_of("part_prepositions")
        self._facts = grammar.words_of("fact_nouns")
        self._pointing = grammar.words_of("pointing_pronouns")
        #: the places of those that were told to be "that"
        self._that: set[int] = set()
        self._words: dict[tuple[str, bool], Word] = {}

    def tell(self) -> None:
        """Give each such word of the text the one class that it has there."""
        for index in range(len(self.word)):
            if self.key[index] in self._forms:
                that = self._is_that(index)
                if that:
                    self._that.add(index)
                self.word[index] = self._made(index, that=that)

    def _made(self, index: int, *, that: bool) -> Word:
        form = self.tokens.text[self.tokens.start[index] : self.tokens.end[index]]
        made = self._words.get((form, that))
        if made is None:
            made = self._words[form, that] = Word(self.key[index], form)
            made.bits = w.COMP if that else w.REL
        return made

    def _is_that(self, index: int) -> bool:
        if index == 0 or self.key[index - 1] in _STOPS:
            return True
        at = index - 1
        before = self.word[at]
        if self.key[at] in self._pointing:
            return False
        if before.bits & w.CONJ and before.is_word:
            return self._goes_on(at)
        if self.key[at] == ",":
            return self._closes_aside(at)
        if not before.is_word:
            return self._is_pending(at, index)
        if before.bits & (w.SUB | w.PREP) and not before.upper:
            return True  # "prima che", "senza che"
        while at > 0 and self.word[at].bits & (w.ADV | w.TIME | w.NEG) and self._is_small(at):
            if self._says(at):
                return True
            at -= 1
        told = at < index - 1 and not self.word[at].is_word
        if told or self._says(at) or self.key[at] in self._facts or self._is_verb(at):
            return True
        return self._is_judged(at) or self._is_pending(at + 1, index)

    def _is_small(self, index: int) -> bool:
        word = self.word[index]
        return word.is_word and not word.upper and not word.bits & w.HEADS

    def _says(self, index: int) -> bool:
        """Say whether a cue with a clause for what it says ends at a token."""
        for cue in self.word[index].cues:
            if cue.governs & w.THAT and not cue.rest and cue.form & _SAYING:
                return not (self.word[index].bits & _NOUN and self._is_led(index))
        return self._ends_cue(index)

    def _ends_cue(self, index: int) -> bool:
        """Say whether the last word of a cue of several stands at a token: "far sapere che"."""
        for start in range(max(0, index - 4), index):
            for cue in self.word[start].cues:
                size = len(cue.rest)
                if size and start + size == index and cue.governs & w.THAT:
                    if tuple(self.key[start + 1 : index + 1]) == cue.rest:
                        return True
        return False

    def _is_led(self, index: int) -> bool:
        """Say whether an article or a preposition makes a noun of a word."""
        return index > 0 and bool(self.word[index - 1].bits & (w.DET | w.PREP | w.ADJ))

    def _is_verb(self, index: int) -> bool:
        """Say whether another verb stands at a token: "significa che", "c'è che"."""
        word = self.word[index]
        verb = word.bits & (w.VERB | w.AUX | w.INFIN)
        done = word.bits & w.PASSIVE and self.word[index - 1].bits & w.AUX
        return bool(verb or done) and not word.bits & _NOUN and not self._is_led(index)

    def _is_judged(self, index: int) -> bool:
        """Say whether something is said to be so: "è chiaro che", "si dice certo che"."""
        word = self.word[index]
        view = any(cue.governs & w.VIEW for cue in word.cues)
        if view:
            return True
        if not word.bits & w.ADJ or word.bits & w.HEADS or index < 1:
            return False
        at = index - 1
        while at > 0 and self.word[at].bits & w.ADV:
            at -= 1
        before = self.word[at]
        told = any(cue.governs & (w.THAT | w.PREDICATE) for cue in before.cues)
        return bool(before.bits & w.BE) or (told and not before.bits & w.DET)

    def _goes_on(self, conjunction: int) -> bool:
        """Say whether "and that" goes on with the "that" before it in its sentence."""
        for index in range(conjunction - 1, max(-1, conjunction - 3 * REACH), -1):
            if self.key[index] in ".!?\n":
                break
            if self.key[index] in self._forms:
                return index in self._that or self._since(index, conjunction)
        return True

    def _since(self, first: int, last: int) -> bool:
        return any(self._says(i) for i in range(first + 1, last))

    def _closes_aside(self, comma: int) -> bool:
        """Say whether a comma closes an aside right after a cue: "ha detto, in aula, che"."""
        for index in range(comma - 1, max(0, comma - REACH), -1):
            if self.key[index] in _STOPS or self.key[index] in self._forms:
                return False
            if self.key[index] == ",":
                return self._says(index - 1)
        return False

    def _is_pending(self, end: int, index: int) -> bool:
        """Say whether a cue before a phrase still waits for what was said: "ha detto a X che"."""
        for at in range(end - 1, max(-1, index - REACH), -1):
            if self.key[at] in _STOPS or self.key[at] in self._forms or self.key[at] == ",":
                return False
            for cue in self.word[at].cues:
                if cue.governs & w.THAT and cue.form & _SAYING and not self._is_led(at):
                    return self._is_passed(at + 1 + len(cue.rest), index, cue)
        return False

    def _is_passed(self, first: int, last: int, cue: w.Cue) -> bool:
        """Say whether what stands after a cue is who says it, who hears it, when or where."""
        at = last - 1
        while at >= first:
            word = self.word[at]
            if word.bits & w.PREP and word.is_word and self.key[at] not in self._of:
                return True
            if word.bits & w.DET and word.is_word and not self._is_of(at - 1):
                if at > first and self.word[at - 1].bits & w.PREP:
                    return True  # "in una conferenza che"
                break
            at -= 1
        if at < first:
            return all(w_.upper or w_.bits & (w.ADV | w.TIME) for w_ in self.word[first:last])
        who = any(self.word[i].bits & _SOMEBODY for i in range(at, min(last, at + 3)))
        return who or bool(cue.governs & w.HEARER)

    def _is_of(self, index: int) -> bool:
        return index >= 0 and self.key[index] in self._of
