"""What is added to a noun: titles, roles and clauses behind commas, what a participle governs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rawi.reading.free_order import cases as c
from rawi.reading.subject_first import words as w

if TYPE_CHECKING:
    from rawi.reading.free_order.phrases import Phrase, Phrases

#: What ends a name in marks.
CLOSERS: Final = '»"”'


class Additions:
    """Reads the additions to the phrases of one document."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self._words = phrases.grammar.words_of("words")
        self.grammar = phrases.grammar
        self.alien = self.grammar.alien
        self.word = phrases.word
        self.key = phrases.key

    def _adjective(self, index: int) -> bool:
        return self.word[index].is_word and self.grammar.is_adjective(self.word[index])

    def is_house(self, comma: int, last: int) -> bool:
        """Say whether the number of a house follows a comma behind a street: "Mill Street, 2"."""
        if comma + 2 >= last or not self.key[comma + 1][:1].isdigit():
            return False
        streets = self.grammar.words_of("streets")
        return any(self.key[i] in streets for i in range(max(0, comma - 4), comma))

    def is_apart(self, at: int, last: int) -> bool:
        """Say whether a noun behind a name in marks is no part of its phrase: the verb's object.

        "The firm “X” (the) charges rejected"; not so "the investor, “X” of the city", "the owner
        of “X” the fund “Y”".
        """
        word, before = self.word[at], self.word[at - 1]
        led = at > 1 and self.word[at - 2].bits & (w.OCCASION | w.PREP) and not before.bits & w.BODY
        if led and before.caps and word.upper and not word.caps and not self.alien(word.key):
            return True  # "in a talk with TNA Petrov said"
        shut = not before.is_word and self.key[at - 1] in CLOSERS
        if word.upper or not (shut or (before.bits & w.NETWORK and self.alien(before.key))):
            return False
        if word.bits & w.PLACE or self._adjective(at):
            return False
        named = at + 1 < last and (at + 1 in self.phrases.quote_at or self.word[at + 1].upper)
        return not (word.bits & w.HEADS and named)

    def is_womans(self, at: int, last: int, head: int) -> bool:
        """Say whether a woman's name that never changes begins at a token, beside her office.

        Names of women that end in a consonant have one form, foreign ones as a rule.
        """
        word = self.word[at]
        woman = self.phrases.mask(head) & c.SINGULAR & ~c.FEM == 0
        if not woman or word.bits or not word.key.endswith(self.grammar.unchanging_ends):
            return False
        if any(one & c.MASC for _, one in self.grammar.given(word)):
            return False
        return at > head + 1 or (at + 1 < last and self.word[at + 1].upper)

    def governed(self, at: int, last: int, agree: int) -> int | None:
        """Return where what a participle governs ends before its noun: "engaged in the case, X".

        The noun stands in a case of the participle's, and is one of somebody.
        """
        if at + 2 >= last or not self.phrases.is_participle(at, begins=True):
            return None
        found = self.phrases.read(at + 1, last, c.OBLIQUE)
        if found is None:
            return None
        return self.noun_in(found.head + 1, min(found.last + 1, last), agree)

    def noun_in(self, first: int, last: int, agree: int) -> int | None:
        """Return the first noun of somebody in a stretch that stands in a wanted case."""
        for index in range(first, last):
            word = self.word[index]
            somebody = word.bits & w.HEADS or (word.upper and not word.bits & w.PLACE)
            if somebody and self.phrases.mask(index) & agree:
                return index
        return None

    def whole(self, phrase: Phrase, last: int) -> int:
        """Return where a phrase ends with what is added to it between commas."""
        at = phrase.last
        while at + 1 < last and self.key[at] == ",":
            end = self._addition(at, last, phrase)
            if end is None:
                break
            at = end
        return at

    def _addition(self, at: int, last: int, phrase: Phrase) -> int | None:
        """Return where a clause or a phrase ends that a comma adds; None where none is added."""
        bits = self.word[at + 1].bits
        following = self.word[at + 2] if at + 2 < last else None
        leads = bits & w.PREP or self.key[at + 1] in self._words  # "whose words X quotes"
        if bits & w.REL or (following is not None and leads and following.bits & w.REL):
            return self._clause(at + 1, last)
        if following is not None and following.bits & w.REL and self._is_owned(at + 1):
            return self._clause(at + 1, last)
        head = at + 2 if bits & w.NEG and following is not None else at + 1
        person = phrase.named or self.word[phrase.head].bits & (w.ROLE | w.PERSON)
        agrees = c.spread(phrase.mask) if person else phrase.mask
        if self._adjective(head) and agrees & self.phrases.mask(head):
            led = head + 1 < last and self.word[head + 1].bits & w.PREP
            if led or (self.phrases.is_participle(head) and not self._has_noun(head, last)):
                return self._clause(at + 1, last)
        if self._is_called(at + 1, phrase):
            found = self.phrases.read(at + 1, last, c.spread(phrase.mask))
            if found is not None and (found.last >= last or self.key[found.last] in ",—–"):
                return found.last
        described = self._adjective(at + 1) and not bits & w.ADJ
        if bits & (w.HEADS | w.TITLE) or described:
            want = agrees if described else c.spread(phrase.mask)
            found = self.phrases.read(at + 1, last, want)
            if found is not None and self._is_outlets(phrase, found):
                return None
            if found is not None and (
                found.last >= last
                or self.key[found.last] in ",—–"
                or (self._is_circumstance(found.last) and self._ends_capitals(found))
            ):
                return found.last
        return None

    def _is_called(self, at: int, phrase: Phrase) -> bool:
        """Say whether a comma adds the name to a word for somebody: "his father, X Y"."""
        person = self.word[phrase.head].bits & (w.ROLE | w.PERSON)
        if not person or not self.grammar.adjectives_follow:
            return False
        if any(self.word[i].upper and self.phrases.mask(i) & phrase.mask
               and not self.word[i].bits & w.HEADS for i in range(*phrase.span)):  # fmt: skip
            return False  # it is named already
        given = self.grammar.given(self.word[at]) if self.word[at].upper else ()
        return any(mask & c.spread(phrase.mask) for _, mask in given)

    def _is_outlets(self, phrase: Phrase, added: Phrase) -> bool:
        """Say whether somebody follows an outlet that reports: "as X writes, the mayor …"."""
        head, other = self.word[phrase.head].bits, self.word[added.head].bits
        people = w.ROLE | w.PERSON
        return bool(head & w.MEDIA and other & people) and not head & people

    def _is_owned(self, at: int) -> bool:
        """Say whether a noun and the genitive of a pronoun open a clause: "a copy of which"."""
        noun, pronoun = self.word[at], self.phrases.mask(at + 1)
        if noun.upper or noun.bits & (w.CONJ | w.COMP | w.ADV) or self.phrases.is_verb(at):
            return False
        return self._adjective(at + 1) and bool(pronoun & c.GENITIVE)

    def _ends_capitals(self, phrase: Phrase) -> bool:
        """Say whether a phrase ends with a name of two words or more."""
        return phrase.last > phrase.head + 2 and all(
            self.word[i].upper and not self.word[i].bits & w.PLACE
            for i in (phrase.last - 2, phrase.last - 1)
        )

    def _is_circumstance(self, at: int) -> bool:
        """Say whether a token tells when or where rather than who."""
        bits = self.word[at].bits
        if self.grammar.adjectives_follow and self.phrases.is_verb(at):
            return True  # no comma closes what is added
        return bool(bits & (w.PREP | w.TIME | w.NUM | w.ADV)) and not self.word[at].upper

    def _has_noun(self, at: int, last: int) -> bool:
        """Say whether the noun of an adjective or a participle follows it."""
        if at + 1 >= last or not self.word[at + 1].is_word or self.word[at + 1].bits & w.PREP:
            return False
        told = self.phrases.mask(at + 1)
        return (
            bool(told & self.phrases.mask(at))
            and told != c.ANY
            and not self.phrases.is_verb(at + 1)
            and (not self.grammar.is_infinitive(self.word[at + 1]))
            and not self.word[at + 1].bits & (w.ADV | w.NEG | w.TIME)
        )

    def _clause(self, at: int, last: int) -> int:
        """Return where an added clause ends: at its comma, at a dash, or at the end."""
        while at < last:
            quote = self.phrases.quote_at.get(at)
            if quote is not None:
                at = quote.after
                continue
            if self.key[at] in ",;:—–\n":
                return at
            at += 1
        return last

    def listed(self, at: int, last: int) -> int | None:
        """Return the end of a list inside a title: "the committee for health, women and children".

        Its members stand in one case, the last behind "and"; a name in the nominative follows.
        """
        if self.is_house(at, last):
            return at + 2
        told = c.spread(self.phrases.mask(at - 1) & (c.GENITIVE | c.DATIVE | c.LOCATIVE))
        index = at
        while told and index + 2 < last and self.key[index] == ",":
            told &= self.phrases.mask(index + 1)
            if self.word[index + 1].upper or self.word[index + 1].bits & w.REL:
                return None
            index += 2
        if not told or index + 2 >= last or not self.word[index].bits & w.CONJ:
            return None
        end, word = index + 2, self.word[index + 1]
        while end < last and self._adjective(end - 1) and not self.word[end].upper:
            end += 1
        named = end < last and self.word[end].upper and self.phrases.mask(end) & c.NOMINATIVE
        return end if named and told & self.phrases.mask(index + 1) and not word.upper else None
