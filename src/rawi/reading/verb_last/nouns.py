"""Noun phrases before the verb: where one begins that ends at a token, and which case it has."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.outlets import Outlets
from rawi.reading.verb_last.suffixes import (
    ABLATIVE,
    ADJECTIVE,
    APOSTROPHES,
    GENITIVE,
    INSTRUMENTAL,
    SuffixGrammar,
)

#: A phrase is read no further than this, in tokens.
REACH: Final = 24
#: Letters in brackets behind a name are no more tokens.
BRACKETED: Final = 6
_WHO: Final = w.HEADS | w.GIVEN | w.TITLE
#: The cases of what stands inside a phrase, before its head.
_JOINING: Final = (0, GENITIVE, ADJECTIVE)
_DESCRIBING: Final = w.ADJ | w.DEMONYM | w.INDEF | w.DET | w.NUM | w.OTHER
#: What opens a sentence with a capital and is no name.
_NO_NAME: Final = (
    w.LINK | w.ADV | w.PREP | w.CONJ | w.TIME | w.DET | w.WH | w.PRON | w.POSS | w.NEG | w.NUM
)


class Nouns:
    """Reads the noun phrases of one document."""

    def __init__(self, document: Document, grammar: SuffixGrammar) -> None:
        self.document = document
        self.grammar = grammar
        self.word = document.word
        self.key = document.key
        self.outlets = Outlets(document)
        self.speaking = grammar.words_of("speaking")
        self._called = grammar.words_of("called")
        self.topical, self._agents = grammar.words_of("topical"), grammar.words_of("agents")
        self._starts = {sentence.first for sentence in document.sentences}
        #: words that have a capital inside a sentence, and so are names
        self._named = {self.key[i] for i in document.tokens.upper if i and self.word[i - 1].is_word}

    def is_suffix(self, index: int) -> bool:
        """Say whether a token is the suffix of a name, behind its apostrophe."""
        return bool(self.word[index].bits & w.GENITIVE)

    def case(self, index: int) -> int:
        """Return the case that a noun stands in; 0 is the nominative."""
        after = index + 1
        if after < len(self.word) - 1 and self.key[after] in APOSTROPHES:
            after += 1  # "M.G. | ' | nin"
        if after < len(self.word) and self.is_suffix(after):
            return self.word[after].mask or 0
        return self.word[index].mask or 0

    def opens(self, index: int) -> bool:
        """Say whether a word has its capital from the sentence that it opens alone."""
        before = self.word[index - 1] if index else None
        opens = index in self._starts or before is None or not before.is_word
        return opens and self.key[index] not in self._named

    def is_name(self, index: int) -> bool:
        """Say whether a word is a name, or part of one."""
        word = self.word[index]
        if not word.upper or not word.is_word:
            return False
        if not self.opens(index) or word.bits & w.GIVEN:
            return True
        if word.bits & (w.HEADS | w.DEMONYM | w.PLACE | w.THING):
            return True
        declined = not word.bits and not word.caps and word.key.endswith(self.grammar.stops)
        return not word.bits & _NO_NAME and not (declined and self._is_before_small(index))

    def _is_before_small(self, index: int) -> bool:
        """Say whether a word in small letters follows: "Maçın yıldızı", not "Putin, …"."""
        after = self.word[index + 1] if index + 1 < len(self.word) else None
        if after is None or not after.is_word or after.upper:
            return False
        parted = w.GENITIVE | w.ADV | w.LINK | w.CONJ
        return not after.bits & parted or after.key in self.topical

    # -- backwards -------------------------------------------------------------------

    def begin(self, end: int, first: int) -> int:
        """Return where the phrase begins whose last word stands right before a token."""
        at = end
        while at > max(first, end - REACH) and self._belongs(at - 1, end, first):
            at -= 1
        while at < end and self._is_loose(at):
            at += 1
        return at

    def _belongs(self, index: int, end: int, first: int) -> bool:
        """Say whether a word is part of the phrase that ends at a token."""
        word, last = self.word[index], index == end - 1
        if not word.is_word:
            initial = self.key[index] == "." and index > first and self._is_short(index - 1)
            return not last and (initial or self.key[index] in "-/")
        if self.is_suffix(index):
            one = word.mask == ABLATIVE and self.word[index + 1].bits & w.INDEF
            return not last and (word.mask in _JOINING or bool(one))
        if word.upper:
            plain = self.is_name(index)
            return plain and (last or self.case(index) in (*_JOINING, INSTRUMENTAL))
        if word.bits & w.CONJ:
            return not last and index > first and self._joins(index)
        if word.cues or word.key in self.speaking:
            return False
        if self.key[index] in self._called:
            return not last
        if word.bits & (w.HEADS | w.OCCASION | w.TITLE | w.THING):
            if last or self.case(index) in _JOINING:
                return True
            after = self.word[index + 1].bits  # "sakinlerden biri", "yönetimden bir yetkili"
            one = after & w.OTHER or (after & w.INDEF and self.case(index) == ABLATIVE)
            return bool(one)
        if last:
            return bool(word.bits & w.OTHER) and index > first and self._is_one(index)
        if word.bits & _DESCRIBING:
            return True
        plain = not word.bits and not word.key.endswith(self.grammar.stops)
        return plain or word.key.endswith(self.grammar.describing_ends)

    def _is_one(self, index: int) -> bool:
        """Say whether a word for one stands behind those of whom they are: "sakinlerden biri"."""
        before = self.word[index - 1]
        return bool(before.bits & (w.HEADS | w.GENITIVE)) and before.mask in (ABLATIVE, GENITIVE)

    def _is_short(self, index: int) -> bool:
        word = self.word[index]
        return word.upper and (len(word.key) == 1 or word.key in self.grammar.abbreviations)

    def _joins(self, index: int) -> bool:
        """Say whether "and" stands between two who speak."""
        before, after = self.word[index - 1], self.word[index + 1]
        both = all(o.is_word and (o.upper or o.bits & w.HEADS) for o in (before, after))
        other = after.bits & (w.ROLE | w.TITLE | w.GIVEN) or not after.upper
        placed = before.bits & w.PLACE and other and before.upper
        return both and self.case(index - 1) == 0 and not placed

    def _is_loose(self, index: int) -> bool:
        """Say whether a word begins no phrase: a link, a time, a mark."""
        word = self.word[index]
        if not word.is_word or self.is_suffix(index) or word.bits & w.CONJ:
            return True
        if word.bits & w.NUM and not self.key[index].isdigit() and not word.bits & w.CARDINAL:
            return True  # "01:05 Ukrayna Devlet Başkanı"
        none = w.LINK | w.TIME | w.ADV | w.PREP
        return bool(word.bits & none) and not word.bits & (_WHO | w.ADJ) and not self.is_name(index)

    def before(self, end: int, first: int) -> Range | None:
        """Return the phrase in the nominative that ends right before a token, who can speak."""
        while end > first and (self.key[end - 1] in self.topical or self.key[end - 1] == ","):
            end -= 1
        if end > first and self.key[end - 1] == ")":
            near = range(end - 2, max(first, end - BRACKETED) - 1, -1)
            end = next((i for i in near if self.key[i] == "("), end)  # "X Ajansı (XA) | tarafından"
        if end <= first or not self.word[end - 1].is_word or self.is_suffix(end - 1):
            return None
        if self.case(end - 1):
            return None
        begin = self.begin(end, first)
        if begin >= end or not self.is_somebody(begin, end):
            return None
        if any(self.word[i].bits & w.CONJ for i in range(begin, end)):
            begin = self._listed(begin, first)
        called = next((i for i in range(begin + 1, end) if self.key[i] in self._called), end)
        return (begin, called if self.word[called - 1].upper else end)

    def _listed(self, begin: int, first: int) -> int:
        """Return where a list of places begins that a phrase ends: "Mali | , Çad ve Nijer"."""
        while begin - 2 >= first and self.key[begin - 1] == ",":
            word = self.word[begin - 2]
            if not word.upper or not word.bits & w.PLACE or self.case(begin - 2):
                break
            begin -= 2
        return begin

    def is_somebody(self, first: int, end: int) -> bool:
        """Say whether a phrase may speak: it has a name, or ends with who can."""
        while end > first + 1 and not self.word[end - 1].is_word:
            end -= 1  # "G."
        head = self.word[end - 1]
        counted = self.word[first].bits & (w.NUM | w.CARDINAL)
        if counted and head.bits & w.PERSON and not head.bits & w.ROLE:
            return False  # "5 kişi"
        if head.bits & w.TIME and not head.bits & w.GIVEN:
            return False
        if head.bits & w.OTHER and end - first > 1:
            return self._is_one(end - 1)
        if head.upper:
            return self.is_name(end - 1)
        if head.bits & w.HEADS and not head.bits & w.DOC:
            return True
        return bool(head.bits & w.DOC) and not head.bits & w.OCCASION

    def past_called(self, at: int, last: int) -> int:
        """Return the token after what is told behind a name: "X | isimli bir vatandaş, "."""
        if at < last and self.key[at] == "(":
            near = range(at, min(last, at + BRACKETED))
            at = next((i + 1 for i in near if self.key[i] == ")"), at)  # "X (45), …"
        if at >= last or self.key[at] not in self._called:
            return at
        near = range(at, min(last, at + REACH))
        return next((i for i in near if self.key[i] == "," or self.key[i] in self.topical), at)

    # -- forwards --------------------------------------------------------------------

    def after(self, index: int, last: int) -> tuple[Range, int] | None:
        """Return the phrase that begins at a token, who can speak, and its case."""
        at = index
        while at < min(last, index + REACH):
            word = self.word[at]
            if not word.is_word:
                short = self.key[at] == "." and at > index and self._is_short(at - 1)
                if not (short or (self.key[at] == "-" and at > index)):
                    break
            elif self.is_suffix(at):
                on = word.mask in _JOINING and at + 1 < last and self._goes_on(at + 1)
                on = on and not self._is_claim(at + 1)
                if self._is_whole(index, at - 1):
                    at -= 1
                    break
                if not on:
                    break
            elif not self._follows(at, index) or self._begins_outlet(at, index, last):
                break
            at += 1
        while at > index and self._trails(at - 1):
            at -= 1
        if at == index or self.is_suffix(at - 1) or not self.is_somebody(index, at):
            return None
        led = self.word[at].bits & (w.PREP | w.CONJ) if at < last else 0
        if led and self.key[at] not in self.topical and self.key[at] not in self._agents:
            return None  # "Azerbaycan ile"
        return (index, at), self.case(at - 1)

    def _begins_outlet(self, at: int, first: int, last: int) -> bool:
        """Say whether an outlet begins behind a whole phrase: "Trump | Truth Social'dan"."""
        whole = at > first and self.word[at].outlet and self.is_somebody(first, at)
        named = self.outlets.known(at, last) if whole else None
        return named is not None and not self.word[at - 1].bits & (w.ADJ | w.DEMONYM | w.GIVEN)

    def _is_claim(self, index: int) -> bool:
        """Say whether a noun means what somebody said: "Fidan'ın | açıklamasından"."""
        word = self.word[index]
        return not word.upper and bool(word.bits & (w.DOC | w.OCCASION | w.RELAYED | w.POST))

    def _follows(self, index: int, first: int) -> bool:
        """Say whether a word goes on with the phrase that begins at another, or begins it."""
        word, before = self.word[index], self.word[index - 1]
        if index == first:
            describes = word.bits & _DESCRIBING and not word.bits & (w.TIME | w.LINK)
            return self.is_name(index) or self._goes_on(index) or bool(describes)
        if word.upper:
            whole = before.bits & w.HEADS and not before.upper and before.bits & w.PLURAL
            other = before.bits & (w.ROLE | w.PERSON) and word.bits & (w.DEMONYM | w.PLACE)
            return self.is_name(index) and not (whole or other)
        named = self.is_name(index - 1) and not before.bits & (w.HEADS | w.ADJ | w.DEMONYM)
        bare = word.bits & w.HEADS and word.key == word.lemma and not word.bits & w.ADJ
        return self._goes_on(index) and not (named and bare)

    def _goes_on(self, index: int) -> bool:
        """Say whether a phrase that began before goes on with a word."""
        word = self.word[index]
        if word.upper:
            return self.is_name(index)
        if word.bits & w.CONJ:
            return self._joins(index) if index + 1 < len(self.word) else False
        if word.cues or word.key in self.speaking or self.key[index] in self.topical:
            return False
        return bool(word.bits & (w.HEADS | _DESCRIBING | w.TITLE)) and word.is_word

    def _trails(self, index: int) -> bool:
        word = self.word[index]
        if not word.is_word:
            return self.key[index] != "."
        none = w.ADJ | w.DET | w.INDEF | w.NUM | w.CONJ
        return bool(word.bits & none) and not word.upper and not word.bits & w.HEADS

    def _is_whole(self, first: int, end: int) -> bool:
        """Say whether a phrase is whole before a name with a suffix: "Fidan | Türkiye'nin"."""
        if end <= first or not self.is_somebody(first, end) or self.case(end - 1):
            return False
        last, following = self.word[end - 1], self.word[end]
        if not following.upper:
            return False
        if following.bits & w.PLACE:
            return not last.bits & w.PLACE
        if not last.upper:  # "bir kaynak | Reuters'a"
            return bool(last.bits & w.HEADS) and following.outlet
        return not last.bits & (w.HEADS | w.GIVEN | w.TITLE | w.ADJ | w.PLACE | w.DEMONYM)
