"""Names as text and as words to compare."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.compounds import with_kinds
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.nominatives import Nominatives

#: A name before its initials has no more tokens.
NAME_WORDS: Final = 9
_MARKS: Final = "\"'«»“”„‘’‹› \t,.;:()-–—"
#: What stands between two names in marks.
_PARTED: Final = re.compile(r"(?<=\w)[“”\"«»]+(?=,? )")
_UNMARKED: Final = dict.fromkeys(map(ord, '„“”"«»'))


class Naming:
    """Words phrases of one document as they stand in a record, and compares them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self._nominatives = Nominatives(document) if self.grammar.declined else None
        self._dotted = document.grammar.words_of("dotted_suffixes")

    def text(self, where: Range, *, nominative: bool = False) -> str:
        """Return a name as the report writes it, marks around it left out."""
        where = self._without_lead(where)
        words = self.document.tokens.words(*where)
        if self._nominatives is not None:
            words = self._nominatives.words(where)
        text = " ".join(words.split())
        bare = text.strip(_MARKS)
        if (
            text.endswith(".")
            and where[1] - where[0] > 1
            and self.word[where[1] - 2].upper
            and (len(self.key[where[1] - 2]) <= 2)
        ):
            bare += "."
        cut = self.key[where[1] : where[1] + 1] == ["."] and self.grammar.common_generics
        cut = cut and not bare.endswith(".")
        if cut and where[1] - where[0] > 1 and len(self.key[where[1] - 1]) == 1:
            bare += "."  # "Olivier D."
        dotted = self.key[where[1] - 1] in self._dotted and not bare.endswith(".")
        if dotted and self.key[where[1] : where[1] + 1] == ["."]:
            bare += "."  # "Ann Poe Jr."
        parted = _PARTED.search(bare) or bare.count("„") > bare.count("“")
        if self.grammar.noun_capitals and parted:
            bare = bare.translate(_UNMARKED)  # "Seebote“ und die „Seepost"
        if nominative and self.grammar.nominatives:
            bare = " ".join(self._nominative(part) for part in bare.split(" "))
        head, blank, last = bare.rpartition(" ")
        return head + blank + self.grammar.without_case(last) or text

    def _without_lead(self, where: Range) -> Range:
        """Return a name without what is none of it: "Thursday | 's Morning Post", "THE Board"."""
        first, last = where
        if first + 1 >= last:
            return where
        head, after = self.word[first], self.word[first + 1]
        shouted = head.caps and not after.caps and head.bits & w.DET and self.grammar.title_case
        owner = head.bits & w.GENITIVE and not head.upper
        return (first + 1, last) if shouted or owner else where

    def _nominative(self, part: str) -> str:
        for ending, was in self.grammar.nominatives:
            if part.lower().endswith(ending) and len(part) >= len(ending) + 3:
                return part[: -len(ending)] + was
        return part

    def phrase(self, where: Range) -> str:
        """Return a phrase that names nobody, a determiner at its head in small letters."""
        text = self.text(where)
        head = self.word[where[0]]
        if (
            head.upper
            and not head.caps
            and (
                (head.bits & (w.DET | w.CARDINAL | w.HEADS | w.ADJ) and not head.bits & w.DEMONYM)
                or not head.bits
            )
        ):
            owner = self.word[where[0] + 1].bits & w.GENITIVE if where[1] - where[0] > 1 else 0
            if self._opens(where[0]) and not owner and not self._is_proper(where[0]):
                return text[:1].lower()[:1] + text[1:]
        return text

    def _is_proper(self, index: int) -> bool:
        """Say whether a noun for a body has its capital in a sentence as well: "the Kremlin"."""
        if not self.word[index].bits & w.BODY or self.grammar.noun_capitals:
            return False
        key = self.key[index]
        return any(self.key[i] == key and not self._opens(i) for i in self.document.tokens.upper)

    def _opens(self, index: int) -> bool:
        return index == 0 or not self.word[index - 1].is_word

    def spelt_out(self, name: Range) -> Range | None:
        """Return the full name of a body that is called by its initials: "FAA"."""
        if name[1] - name[0] > 1 or not self.word[name[0]].caps:
            return None
        return self._initials.get(self.key[name[0]])

    @cached_property
    def _initials(self) -> dict[str, Range]:
        """Where the names stand whose initials follow in brackets: "Harbour Board (HB)"."""
        found: dict[str, Range] = {}
        for index in self.document.tokens.upper:
            bracketed = self.key[index - 1 : index] == ["("] and self.key[index + 1 : index + 2]
            if bracketed != [")"] or not self.word[index].caps:
                continue
            first = at = index - 1
            small = w.PREP | w.CONJ | w.DET
            while at and (self.word[at - 1].upper or self.word[at - 1].bits & small):
                at -= 1
                begins = self.word[at].upper and not self.word[at].bits & w.DET
                first = at if begins and self.key[at][:1] == self.key[index][:1] else first
                if index - at > NAME_WORDS:
                    break
            if first < index - 1:
                found.setdefault(self.key[index], (first, index - 1))
        return found

    def words(self, where: Range) -> frozenset[str]:
        """Return the stems of a name's words, initials and particles left out."""
        found = frozenset(
            self.word[i].stem
            for i in range(*where)
            if self.word[i].is_word
            and len(self.key[i]) > 1
            and not (
                self.word[i].bits & (w.DET | w.PREP | w.GENITIVE | w.TITLE | w.PARTICLE)
                and not self.word[i].bits & w.GIVEN
            )
        )
        return found or frozenset(self.key[i] for i in range(*where))

    def kinds(self, heads: frozenset[str]) -> frozenset[str]:
        """Return roles with what their compounds end with: a "Polizeisprecher" is a "Sprecher"."""
        return with_kinds(self.grammar, heads)

    def same(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Say whether two names may be one person's: the one holds the other."""
        return one <= other or other <= one

    def widened(self, heads: frozenset[str]) -> set[str]:
        """Return roles with those that say the same in other words."""
        found = set(heads)
        for group in self.grammar.synonyms:
            if group & heads:
                found |= group
        return found

    def admits(self, one: int, other: int) -> bool:
        """Say whether two sets of features may be of one person."""
        first, second = one & (w.MASC | w.FEM), other & (w.MASC | w.FEM)
        return not first or not second or bool(first & second)

    def _past_age(self, first: int, last: int) -> int:
        """Return where what follows a name goes on behind an age, which is no function."""
        ages = self.grammar.words_of("age_words")
        while first < last and (
            not self.word[first].is_word or self.key[first].isdigit() or self.key[first] in ages
        ):
            first += 1
        return first

    def role(self, where: Range, name: Range) -> str | None:
        """Return title and function as written: the phrase without the name."""
        before = self.document.tokens.words(where[0], name[0]).strip(_MARKS)
        end = where[1]
        for index in range(name[1], min(where[1], name[1] + 2)):
            if self.key[index] in self.grammar.words_of("not_roles"):
                end = name[1]  # when or where it was said
        start = self._past_age(name[1], end)
        after = self.document.tokens.words(start, end).strip(_MARKS)
        return " ".join(part for part in (before, after) if part) or None
