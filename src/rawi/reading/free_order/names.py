"""Names and phrases as a record has them: in the nominative."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Range

_MARKS: Final = "\"'«»“”„‘’‹› \t,.;:()-–—"
#: A name's word keeps at least so many letters when its ending is taken off.
STEM: Final = 3

_PAIRS: Final = ("«»", "“”", "„“", '""')


def _bare(text: str) -> str:
    """Return a phrase without the marks at its ends, those of a name inside it kept whole."""
    bare = text.strip(_MARKS)
    for opener, closer in _PAIRS:
        odd = bare.count(opener) % 2 if opener == closer else 0
        if odd or bare.count(opener) > bare.count(closer):
            return bare + closer
    return bare


class Naming:
    """Leads the names of one document back to the nominative, and compares them."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.alien = self.grammar.alien
        self.word = phrases.word
        self.key = phrases.key

    @cached_property
    def _capitals(self) -> frozenset[str]:
        """The words with a capital that the report has."""
        return frozenset(word.key for word in self.word if word.upper and word.is_word)

    def stem(self, index: int) -> str:
        """Return a word without an ending of case, for comparing names."""
        return self.grammar.name_stem(self.key[index])

    def stems(self, where: Range) -> frozenset[str]:
        """Return the stems of a name's words, initials and marks left out."""
        found = frozenset(
            self.stem(i) for i in range(*where) if self.word[i].is_word and len(self.key[i]) > 1
        )
        return found or frozenset(self.key[i] for i in range(*where))

    # -- people --------------------------------------------------------------------

    def gender(self, where: Range, case: int) -> int:
        """Return the genders that the given names in a name allow in a case; 0 for unknown."""
        for index in range(*where):
            given = self.grammar.given(self.word[index])
            if given:
                found = 0
                for _, mask in given:
                    found |= c.genders_in(mask & case)
                if found:
                    return found
        return 0

    def person(self, where: Range, case: int, told: int = 0) -> str:
        """Return a person's name in the nominative; `told` are genders known from elsewhere."""
        text = self.text(where)
        if case & c.NOMINATIVE:
            return text
        gender = self.gender(where, case) & (told or c.SINGULAR) or told
        cases = case
        for index in range(*where):
            if self.grammar.given(self.word[index]):
                mask = 0
                for _, one in self.grammar.given(self.word[index]):
                    if not gender or one & gender:
                        mask |= one
                cases = cases & mask or cases
        parts = []
        for index in range(*where):
            parts.append(self._name_word(index, cases, gender))
        return self._joined(where, parts)

    def _name_word(self, index: int, cases: int, gender: int) -> str:
        word = self.word[index]
        form = self.document.tokens.words(index, index + 1)
        if not word.is_word or not word.upper or self.alien(form) or word.caps:
            return form
        for name, mask in self.grammar.given(word):
            if mask & cases and (not gender or mask & gender):
                return name
        if "-" in form:
            parts = form.split("-")
            return "-".join(self._part(part, cases, gender) for part in parts)
        return self._part(form, cases, gender)

    def _part(self, form: str, cases: int, gender: int) -> str:
        kinds = ("m",) if gender == c.MASC else ("f",) if gender == c.FEM else ("m", "f")
        return self.restore(form, kinds, cases)

    def restore(self, form: str, kinds: tuple[str, ...], cases: int, least: int = 0) -> str:
        """Return the nominative of a word by the language's rules; the word itself failing them.

        `least` is how many letters a stem must have for a nominative that the report does not
        hold itself.
        """
        first: str | None = None
        low = self.grammar.fold(form)
        for kind in kinds:
            for ending, mask, nominatives in self.grammar.declension.restored.get(kind, ()):
                if (
                    not mask & cases
                    or not low.endswith(ending)
                    or len(low) < len(ending) + (len(ending) < 4)
                ):
                    continue
                stem = form[: len(form) - len(ending)]
                for nominative in nominatives:
                    made = stem + nominative
                    if self.grammar.fold(made) in self._capitals:
                        return made
                    first = first or (made if len(stem) >= least else None)
                break
        return first or form

    def _joined(self, where: Range, parts: list[str]) -> str:
        """Return words joined as the text joins them."""
        tokens = self.document.tokens
        made = ""
        for place, index in enumerate(range(*where)):
            if place and tokens.start[index] > tokens.end[index - 1]:
                made += " "
            made += parts[place]
        return _bare(made) + ("." if made.endswith(".") and len(parts) > 1 and
                                     len(parts[-2]) == 1 else "")  # fmt: skip

    # -- phrases ---------------------------------------------------------------------

    def text(self, where: Range) -> str:
        """Return a name as the report writes it, marks around it left out."""
        text = " ".join(self.document.tokens.words(*where).split())
        return _bare(text) or text

    def phrase(self, where: Range, head: int, case: int) -> str:
        """Return a phrase in the nominative: its head and the adjectives before it."""
        if case & c.NOMINATIVE or not where[0] <= head < where[1]:
            return self.text(where)
        if any(self.word[i].bits & w.CARDINAL and not self.phrases.is_one(self.key[i])
               for i in range(where[0], head + 1)):  # fmt: skip
            return self._counted(where, head, case)
        told = self.phrases.mask(head) & case
        for index in range(where[0], head):
            if self.word[index].is_word and self.grammar.is_adjective(self.word[index]):
                told = told & self.phrases.mask(index) or told  # an adjective tells the number
        plural = not told & c.SINGULAR and bool(told)
        genders = c.gender(told)
        parts = []
        for index in range(*where):
            form = self.document.tokens.words(index, index + 1)
            if index < head and self.word[index].is_word:
                parts.append(self._adjective(form, index, plural, genders, case))
            elif index == head:
                parts.append(self._noun(form, index, plural, case))
            elif self._agrees(index, head, where[1], case):
                parts.append(self._adjective(form, index, plural, genders, case))
            else:
                parts.append(form)
        return self._joined(where, parts)

    def _counted(self, where: Range, head: int, case: int) -> str:
        """Return "of two officials" in the nominative: the number and the noun change alone."""
        told = self.grammar.cardinals.get(self.key[where[0]])
        if told is None or not case & c.GENITIVE or not self.phrases.mask(head) & c.GENITIVE:
            return self.text(where)
        feminine = c.gender(self.phrases.mask(head)) == c.FEM or bool(
            self.word[head].features & w.FEM
        )
        parts = [self.document.tokens.words(i, i + 1) for i in range(*where)]
        parts[0] = told[feminine]
        if told[2] == "s":
            parts[head - where[0]] = self.grammar.counted(self.word[head], parts[head - where[0]])
        return self._joined(where, parts)

    def _agrees(self, index: int, head: int, last: int, case: int) -> bool:
        return False

    def _adjective(self, form: str, index: int, plural: bool, genders: int, case: int) -> str:
        word = self.word[index]
        if word.bits & (w.POSS | w.PREP | w.NUM) or not self.grammar.is_adjective(word):
            return form
        kind = "ap" if plural else {c.FEM: "af", c.NEUT: "an"}.get(genders, "am")
        return self.restore(form, (kind,), c.ANY)

    def _noun(self, form: str, index: int, plural: bool, case: int) -> str:
        if self.alien(form) or self.word[index].caps:
            return form
        lemma = self.grammar.nominative(self.word[index], plural)
        if lemma is not None and "-" in form and "-" not in lemma:
            before, _, last = form.rpartition("-")
            return f"{before}-{last[:1]}{lemma[1:]}"
        if lemma is not None:
            return form[:1] + lemma[1:] if form[:1].isupper() else lemma
        if self.alien(form) or self.word[index].caps:
            return form
        return self.restore(form, ("p",) if plural else ("m", "f"), case, STEM)

    def quoted(self, first: int, last: int, case: int) -> str:
        """Return a name in marks in the nominative, as far as the report or rules tell it."""
        text = self.text((first, last))
        named = None if case & c.NOMINATIVE else self.phrases.outlets.known(first, last)
        if named is not None and named.name == (first, last):
            return self.phrases.outlets.text(named)
        if last - first != 1 or self.alien(text) or case & c.NOMINATIVE:
            if last - first == 1 or case & c.NOMINATIVE:
                return text
            return self._several(first, last, case)
        key = self.key[first]
        for index in self.phrases.named(first):
            if index != first and self.key[index] != key:
                other = self.document.tokens.words(index, index + 1)
                mask = self.grammar.mask(self.word[index])
                oblique = mask & c.SINGULAR & (c.DATIVE | c.INSTRUMENTAL | c.LOCATIVE)
                if self.phrases.stands_nominative(index) and mask & c.NOMINATIVE and not oblique:
                    return other
        return self.restore(text, ("q",), case)

    def _several(self, first: int, last: int, case: int) -> str:
        """Return a name of several words: adjectives and a noun in a case led back."""
        head = next((i for i in range(first, last) if not self.grammar.is_adjective(self.word[i])),
                    last - 1)  # fmt: skip
        mask = self.phrases.mask(first)
        same = mask & c.NOMINATIVE and self.phrases.mask(head) & c.NOMINATIVE
        if same and case & ~c.DATIVE:  # whom something is told stands in no nominative
            return self.text((first, last))
        told = self.phrases.mask(head) & case
        for index in range(first, head):
            told = told & self.phrases.mask(index) or told
        genders = c.gender(told) or (c.FEM if told & c.FEM else 0)
        plural = bool(told) and not told & c.SINGULAR
        parts = []
        for index in range(first, last):
            form = self.document.tokens.words(index, index + 1)
            if index < head:
                parts.append(self._adjective(form, index, plural, genders, case))
            elif index == head:
                parts.append(self._noun(form, index, plural, case))
            else:
                parts.append(form)
        return self._joined((first, last), parts)
