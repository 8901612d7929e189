"""What a phrase says of somebody: the name in it, the role, what kind of speaker it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.names import Naming
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Range
from rawi.records import Kind

_HUMAN: Final = w.ROLE | w.PERSON | w.TITLE
#: So far before a name the office stands whose place is next to it, in tokens.
OFFICE: Final = 6


@dataclass(slots=True, eq=False)
class Mention:
    """One phrase that speaks.

    `name` is the range of a person's name in it or of a body's (None where it has none), `core`
    the phrase without what commas add; `head` its head, `heads` the lemmas of its nouns for
    people and bodies, `words` the stems of all its words; `case` what it stands in;
    `called` says that the name stands in what is added ("who called herself X").
    """

    where: Range
    core: Range
    head: int
    case: int
    kind: Kind = "person"
    name: Range | None = None
    genders: int = 0
    plural: bool = False
    pronoun: bool = False
    place: bool = False
    called: bool = False
    heads: frozenset[str] = field(default_factory=frozenset)
    words: frozenset[str] = field(default_factory=frozenset)


class Mentions:
    """Reads the phrases of one document that name who speaks."""

    def __init__(self, phrases: Phrases, naming: Naming) -> None:
        self.phrases = phrases
        self.naming = naming
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.alien = self.grammar.alien
        self.word = phrases.word
        self.key = phrases.key
        self._corporate = self.grammar.words_of("corporate")
        self._named_by = self.grammar.words_of("name_prepositions")
        self._selves = self.grammar.words_of("selves")
        self._nicks = self.grammar.words_of("nicks")
        self._callings = self.grammar.words_of("callings")
        self._ventures = phrases.grammar.words_of("ventures")
        self._governors = self.grammar.words_of("governors")
        self._kin = self.grammar.words_of("kin")
        self._agents = self.grammar.words_of("speaking_for")

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The stems of words with a capital that stand after a given name."""
        found = set()
        for index in range(1, len(self.word)):
            word = self.word[index]
            if word.upper and not self.grammar.given(word) and not self.phrases.is_closed(index):
                if self.grammar.given(self.word[index - 1]) and self.word[index - 1].upper:
                    found.add(self.naming.stem(index))
        return frozenset(found)

    def read(self, where: Range, case: int) -> Mention:
        """Return what a phrase in a case says of whom it names."""
        first, last = where
        if last - first == 1 and self.word[first].bits & (w.PRON | w.POSS):
            return self._pronoun(where)
        place = bool(self.word[first].bits & w.PREP) and self.phrases.is_closed(first)
        if place:
            first, case = first + 1, c.LOCATIVE
        if first + 1 < last and self.key[first] in self._selves:
            first += 1  # "the minister himself"
        phrase = self.phrases.read(first, last, case)
        core = (first, min(phrase.last, last)) if phrase is not None else (first, last)
        head = phrase.head if phrase is not None else first
        found = Mention(where, core, head, case, place=place)
        self._part_brackets(found)
        found.words = frozenset(
            self.naming.stem(i) for i in range(first, last)
            if self.word[i].is_word and not self.phrases.is_closed(i)
        )  # fmt: skip
        found.name = self._person(first, last, case)
        if found.name is None:
            found.name = self._called(first, last)
            found.called = found.name is not None
        if found.name is None:
            found.name = self._nicknamed(first, last)
        self._take_heads(found, first, last)
        mask = phrase.mask if phrase is not None else c.ANY
        found.plural = not mask & c.SINGULAR or (
            found.name is None and self._is_plural(first, head, mask)
        )
        if found.name is None:
            self._as_body(found)
        else:
            found.plural = False
            found.genders = self._genders(found)
        return found

    def _part_brackets(self, found: Mention) -> None:
        """Take brackets off the end of a phrase: they hold what it is called for short."""
        first, last = found.core
        if self.key[last - 1] != ")":
            return
        opened = next((i for i in range(last - 2, found.head, -1) if self.key[i] == "("), None)
        if opened is None:
            return
        found.core = (first, opened)

    def _pronoun(self, where: Range) -> Mention:
        told = self.word[where[0]].features
        found = Mention(where, where, where[0], c.NOMINATIVE, pronoun=True)
        found.plural = bool(told & w.PLUR)
        found.genders = {w.MASC: c.MASC, w.FEM: c.FEM}.get(told & (w.MASC | w.FEM), 0)
        if not found.genders and told & w.NEUT:
            found.genders = c.NEUT
        return found

    def _is_plural(self, first: int, head: int, mask: int) -> bool:
        return any(self.word[i].bits & w.CARDINAL and not self.phrases.is_one(self.key[i])
                      for i in range(first, head))  # fmt: skip

    # -- names of people -------------------------------------------------------------

    def _person(self, first: int, last: int, case: int) -> Range | None:
        """Return the name of a person in a phrase; None where it has none."""
        while first < last - 1 and self.word[first].bits & w.ADJ:
            first += 1
        index = first
        best: Range | None = None
        described = False
        while index < last:
            quote = self.phrases.quote_at.get(index)
            if quote is not None:
                index = quote.after
                continue
            word = self.word[index]
            if word.bits & w.REL or self._is_added(index):
                index = self._skip(index, last)
                continue
            if not self._names(index):
                described = described or bool(word.bits & _HUMAN)
                index += 1
                continue
            end = index
            latin = self.alien(word.key)
            while end < last and self._names(end) and (
                self.alien(self.word[end].key) == latin or not self.word[end].is_word
            ):  # fmt: skip
                end += 1
            end = max(end, index + 1)
            run = self._name_in(index, end, first, last, case, described)
            if run is not None and (best is None or self._has_given(run)):
                if best is None or not self._has_given(best):
                    best = run
            index = end
        return best

    def _called(self, first: int, last: int) -> Range | None:
        """Return the name in "a woman who called herself X"."""
        for index in range(first + 1, last - 1):
            if self.key[index] in self._callings and self.word[index + 1].upper:
                end = index + 1
                while end < last and self._names(end):
                    end += 1
                return (index + 1, end) if end > index + 1 else None
        return None

    def _nicknamed(self, first: int, last: int) -> Range | None:
        """Return the name in "a user by the nick of X", "user x_1": it never changes."""
        for index in range(first + 1, last):
            word, before = self.word[index], self.word[index - 1]
            nick = before.key in self._nicks and (word.upper or self.alien(word.key))
            user = before.bits & (w.ROLE | w.PERSON) and self.alien(word.key) and not word.upper
            if word.is_word and (nick or (user and not word.key[:1].isdigit())):
                end = index + 1
                while end < last and self.word[end].upper and self.word[end].is_word:
                    end += 1
                return index, end
        return None

    def _is_added(self, index: int) -> bool:
        """Say whether a participle opens what a comma adds to a noun."""
        return index > 0 and self.key[index - 1] == "," and self.phrases.is_participle(index)

    def _skip(self, index: int, last: int) -> int:
        while index < last and self.key[index] != ",":
            index += 1
        return index + 1

    def _names(self, index: int) -> bool:
        word = self.word[index]
        if not word.is_word:
            if self.key[index] == "." and index:
                return len(self.key[index - 1]) <= 2 and self.word[index - 1].upper
            return False
        if not word.upper:
            return (
                self.key[index] in self.grammar.words_of("name_particles")
                and index + 1 < len(self.word)
                and (self.word[index + 1].upper or self._names(index + 1))
            ) or (
                "-" in word.key
                and self.key[index].partition("-")[0] in (self.grammar.words_of("name_particles"))
            )
        if self.phrases.is_closed(index):
            return False
        if word.bits & w.GIVEN or self.phrases.is_surname(index):
            return True
        if word.bits & (w.ROLE | w.PERSON) and self.naming.stem(index) in self.surnames:
            return True
        return not word.bits & (w.HEADS | w.NETWORK)

    def _has_given(self, where: Range) -> bool:
        return any(self.grammar.given(self.word[i]) for i in range(*where))

    def _name_in(self, start: int, end: int, first: int, last: int, case: int,
                 described: bool) -> Range | None:  # fmt: skip
        """Return the part of a run of capitals that is a person's name."""
        for index in range(start, end):
            if any(mask & case for _, mask in self.grammar.given(self.word[index])):
                begin = start if self._is_name_word(start, index) else index
                if start < index == begin and first < start:
                    begin = start if self.is_first_name(start, index, case) else index
                if end - begin == 1 and self._is_place(begin):
                    continue
                return self._stop(begin, end)
        while start < end and (
            (self.word[start].caps and len(self.key[start]) > 1)
            or (end - start > 1 and self._is_owner(start, first, case))
        ):
            if end - start > 1 and self._is_given_of(start):
                return None
            start += 1
        if start >= end:
            return None
        if end - start > 1 and self.grammar.given(self.word[start]):
            return None  # a given name in another case: "the administration of X"
        if self.word[end - 1].caps and len(self.key[end - 1]) > 2 and not self.word[start].caps:
            return None  # a body's letters: "an officer of the Lund MPD"
        if end - start == 1 and start > first and self._is_kins(start):
            return None  # "the wife of Petrov"
        stems = [self.naming.stem(i) for i in range(start, end)]
        mask = c.ANY
        for index in range(start, end):
            mask = mask & self.phrases.mask(index) if self.word[index].is_word else mask
        if not mask & case:
            return None
        if start > first and (self._is_beside(start, mask, case) or self._owns(start, first)):
            return None
        if any(stem in self.surnames for stem in stems):
            return start, end
        if start > first and self.word[start - 1].bits & w.PREP:
            return None  # where somebody is from
        if self.phrases.outlets.is_outlet(start, last) or self._is_place(start):
            return None
        if start == first:
            alone = end >= last or self.key[end] in ",("
            return (start, end) if alone and self.may_be_surname(start) else None
        if not described or (
            end < last and self.word[end].is_word and not (self.word[end].bits & w.PREP)
        ):
            return None
        plain = self.key[start].endswith(self.grammar.unchanging_ends)  # no man's genitive
        genitive = mask & c.GENITIVE and not case & c.GENITIVE and not plain
        before = self.word[start - 1]
        if before.bits & w.BODY and end - start == 1:
            return None  # "the spokesman of the police of Berkeley"
        owner = self.phrases.mask(start - 1)
        # a name of one person stands beside no plural: "the lawyer of the tenants X Y"
        beside = c.spread(owner & c.SINGULAR) or (owner if self.alien(self.key[start]) else 0)
        if before.bits & _HUMAN and not owner & case & c.SINGULAR and mask & beside:
            return None  # "the deputy of the minister Ivanov"
        if genitive and end - start == 1 and case & c.NOMINATIVE:
            if not before.bits & _HUMAN or before.lemma in self._governors:
                return None  # "the governor of Primorye"
        return start, end

    def _is_kins(self, start: int) -> bool:
        """Say whether a surname alone is whose kin somebody is, or for whom they speak."""
        lemma = self.word[start - 1].lemma
        if lemma in self._kin:
            return True
        owned = lemma in self._agents and self.naming.stem(start) in self.surnames
        return owned and bool(self.phrases.mask(start) & c.GENITIVE)

    def _is_beside(self, start: int, mask: int, case: int) -> bool:
        """Say whether a name belongs to the noun before it: "a close friend of Petrova"."""
        before = self.word[start - 1]
        if not before.bits & _HUMAN or before.upper or self.alien(self.key[start]):
            return False
        told = self.phrases.mask(start - 1) & case & c.SINGULAR
        if told & ~c.FEM:
            told, mask = c.spread(told), c.spread(mask)  # a woman may be a "doctor"
        return bool(told) and not mask & told and bool(mask & c.GENITIVE)

    def _owns(self, start: int, first: int) -> bool:
        """Say whether a name is of the body somebody is from: "an official of X's office"."""
        before = self.word[start - 1]
        if not before.bits & w.BODY or before.bits & _HUMAN or before.upper:
            return False
        index = start - 2
        while index > first and self.grammar.is_adjective(self.word[index]):
            index -= 1
        return index > first and bool(self.word[index].bits & w.PREP)

    def _is_given_of(self, start: int) -> bool:
        """Say whether a given name in another case goes with the surname behind it."""
        given = self.grammar.given(self.word[start])
        return any(mask & self.phrases.mask(start + 1) for _, mask in given)

    def _is_owner(self, start: int, first: int, case: int) -> bool:
        """Say whether a capital before a name is a place's or a body's: "of Trabzon X Y"."""
        if self._is_place(start):
            return True
        if self._is_governed(start):
            return True
        after = start > first and self.word[start - 1].is_word and not self.word[start - 1].upper
        if not after or not self.word[start].is_word:
            return False
        if self.word[start - 1].bits & w.PREP:
            return self.phrases.mask(start + 1) & case != 0
        return not self.phrases.mask(start) & case & c.SINGULAR or self.is_owner(start)

    def _is_governed(self, start: int) -> bool:
        """Say whether a name of two words follows a capital after an office: "mayor of X Y Z"."""
        if not start or self.word[start - 1].lemma not in self._governors:
            return False
        if not self.phrases.mask(start) & c.GENITIVE or self.grammar.given(self.word[start]):
            return False
        return start + 2 < len(self.word) and all(
            self._names(i) and self.word[i].is_word for i in range(start, start + 3)
        )

    def is_owner(self, start: int) -> bool:
        """Say whether a capital after a genitive belongs to it rather than to the name behind."""
        if self._is_governed(start):
            return True
        told, before = self.phrases.mask(start), self.phrases.mask(start - 1)
        if not (before & c.GENITIVE and start + 2 < len(self.word) and self._names(start + 2)):
            return False
        named = told & c.GENITIVE and not told & c.DATIVE and not before & c.NOMINATIVE & c.SINGULAR
        human = self.word[start - 1].bits & _HUMAN
        street = self.grammar.is_adjective(self.word[start]) and told & before & c.GENITIVE
        return bool(named or (street and not human))

    def is_first_name(self, start: int, given: int, case: int) -> bool:
        """Say whether unknown capitals between a role and a given name begin the name.

        The role stands before them, or a place that it is the role of.
        """
        at = start - 1
        if at > 0 and self.word[at].bits & w.PLACE and self.word[at].upper:
            at -= 1  # "the minister of tourism of Niger X Y"
            while at > start - OFFICE and not self.word[at].bits & _HUMAN and (
                self.word[at].is_word and self.phrases.mask(at) & c.GENITIVE
            ):  # fmt: skip
                at -= 1
        before = self.word[at]
        governs = at == start - 1 and before.lemma in self._governors
        if at < 0 or not before.bits & _HUMAN or governs or before.upper or self._is_place(start):
            return False
        told = 0
        for _, mask in self.grammar.given(self.word[given]):
            told |= mask
        agreed = c.spread(self.phrases.mask(at) & case & c.SINGULAR) & told & c.SINGULAR
        return all(self._is_free(i) and self.phrases.mask(i) & agreed for i in range(start, given))

    def _is_free(self, index: int) -> bool:
        """Say whether a capital is a word of no table."""
        return self._names(index) and not self.word[index].caps and not self._is_place(index)

    def _is_name_word(self, start: int, index: int) -> bool:
        """Say whether what stands before a given name belongs to the name."""
        words = [i for i in range(start, index) if self.word[i].is_word]
        agrees = c.NOMINATIVE
        if index < len(self.word):
            told = 0
            for _, mask in self.grammar.given(self.word[index]):
                told |= mask & c.NOMINATIVE
            agrees = told or c.NOMINATIVE
        if start and self.word[start - 1].bits & w.ROLE and index > start:
            if self.phrases.mask(start) & c.GENITIVE:
                return False  # "the lawyer of X Y Z"
        return all(not self.word[i].caps and not self.alien(self.word[i].key)
                   and self.phrases.mask(i) & agrees
                   and self.naming.stem(i) in self.surnames for i in words)  # fmt: skip

    def _stop(self, begin: int, end: int) -> Range:
        while (
            end > begin + 1
            and self.word[end - 1].caps
            and len(self.key[end - 1]) > 2
            and (not self.word[begin].caps)
        ):
            end -= 1
        return begin, end

    def _is_place(self, index: int) -> bool:
        return bool(self.word[index].bits & w.PLACE) and (
            self.naming.stem(index) not in self.surnames
        )

    def may_be_surname(self, start: int) -> bool:
        """Say whether a capital alone is a person's name rather than a body's or a place's."""
        word = self.word[start]
        return not (word.caps or self.alien(word.key) or word.bits & (w.PLACE | w.DEMONYM))

    def _genders(self, found: Mention) -> int:
        assert found.name is not None
        told = self.naming.gender(found.name, found.case)
        if told in (c.MASC, c.FEM):
            return told
        for index in range(*found.name):
            if not self.grammar.given(self.word[index]) and self.word[index].is_word:
                mask = self.phrases.mask(index)
                if c.gender(mask & found.case) in (c.MASC, c.FEM):
                    return c.gender(mask & found.case)
        return told

    # -- others ----------------------------------------------------------------------

    def _take_heads(self, found: Mention, first: int, last: int) -> None:
        heads = []
        index = first
        while index < last:
            quote = self.phrases.quote_at.get(index)
            if quote is not None:
                index = quote.after
                continue
            word = self.word[index]
            if word.bits & w.REL or self._is_added(index):
                break
            if word.bits & (w.ROLE | w.PERSON | w.BODY | w.DOC | w.MEDIA) and not (
                found.name is not None and found.name[0] <= index < found.name[1]
            ):
                agrees = self.phrases.mask(index) & found.case
                if index == found.head or agrees:
                    heads.append(word.lemma)
            index += 1
        found.heads = frozenset(heads)
        if found.name is None:
            told = self.phrases.mask(found.head)
            told = c.gender(told & found.case)
            found.genders = told if told in (c.MASC, c.FEM) else 0

    def _as_body(self, found: Mention) -> None:
        """Read a phrase without a person's name: a body, a document, an unnamed person."""
        bits = self.word[found.head].bits
        quoted = found.head in self.phrases.quote_at
        if self.phrases.is_one(self.key[found.head]):
            return
        if found.place and not (bits & w.DOC and not bits & w.BODY):
            found.kind = "organisation"
        elif bits & (w.ROLE | w.PERSON):
            found.kind = "person"
            body = self._apposed_body(found)
            if body is not None:
                found.kind, found.name = "organisation", body
            return
        elif bits & w.DOC and not bits & w.BODY and not self._is_venture(found.head):
            found.kind = "document"
        elif bits & (w.BODY | w.DOC | w.MEDIA | w.NETWORK) or quoted or self._is_proper(found.head):
            found.kind = "organisation"
        elif found.case & c.NOMINATIVE and not self.phrases.is_one(self.key[found.head]):
            found.kind = "person"
            return
        else:
            return
        found.name = self._bare(found)

    def _is_venture(self, head: int) -> bool:
        """Say whether a project's own name follows: it speaks, and is no paper."""
        if self.word[head].lemma not in self._ventures or head + 1 >= len(self.word):
            return False
        word = self.word[head + 1]
        return head + 1 in self.phrases.quote_at or (word.upper and self.alien(word.key))

    def _is_proper(self, head: int) -> bool:
        """Say whether a head has a capital and is no plural at the head of a sentence."""
        word = self.word[head]
        many = not self.phrases.mask(head) & c.SINGULAR or word.bits & w.NUM
        loose = many or self.grammar.is_adjective(word)
        return word.upper and (not loose or self.phrases.is_proper(head))

    def _apposed_body(self, found: Mention) -> Range | None:
        """Return the body in marks that a word for a person stands for ("investor, the fund X")."""
        for index in range(found.head + 1, found.where[1]):
            quote = self.phrases.quote_at.get(index)
            if (
                quote is not None
                and quote.after in (found.core[1], found.where[1])
                and (
                    (
                        (self.word[index - 1].bits & w.BODY and self._is_told_apart(index - 1))
                        or (
                            index - 1 == found.head
                            and self.word[found.head].lemma in self._corporate
                        )
                    )
                    and self.phrases.mask(index - 1) & found.case & c.SINGULAR
                )
            ):
                return quote.open + 1, quote.close
        return None

    def _is_told_apart(self, index: int) -> bool:
        """Say whether an abbreviation for a body stands behind a comma, not beside its owner."""
        return not self.word[index].caps or not self.word[index - 1].is_word

    def _bare(self, found: Mention) -> Range:
        """Return a body's name without the generic words before it."""
        first, last = found.core
        half = found.head + 1 in self.phrases.quote_at  # "RIA “Novosti”"
        outlet = self.phrases.outlets.known(found.head, last) if half else None
        if outlet is not None and outlet.whole[1] == last:
            return found.head, last
        for index in range(found.head + 1, last):
            if self.word[index].bits & w.PREP and self.phrases.is_closed(index):
                if self.key[index] not in self._named_by:
                    last = index
                    found.core = first, last
                    break
        head = self.word[found.head]
        proper = head.upper and (self.alien(head.key) or head.outlet or head.bits & w.BODY)
        plain = not self.word[first].upper or (
            self.alien(head.key) and not self.alien(self.key[first])
        )
        if proper and found.head > first and plain:
            if all(self.grammar.is_adjective(self.word[i]) for i in range(first, found.head)):
                return found.head, last  # "the German X"
        for index in range(found.head, last):
            quote = self.phrases.quote_at.get(index)
            if quote is None:
                continue
            if index == found.head or self._is_generic(found.head, index, found.case):
                if quote.after == last or index == found.head:
                    return quote.open + 1, quote.close
            break
        generic = self.word[found.head].bits & (w.MEDIA | w.BODY) or self._is_venture(found.head)
        if generic and found.head + 1 < last and (
            w.is_site(self.key[found.head + 1]) or (self.word[found.head + 1].upper and (
                self.alien(self.word[found.head + 1].key)
                or self.phrases.outlets.is_outlet(found.head + 1, last)))
        ):  # fmt: skip
            return found.head + 1, last
        return first, last

    def _is_generic(self, head: int, index: int, case: int) -> bool:
        """Say whether a name in marks is that of the noun before it: "the bank X"."""
        for at in range(head + 1, index):
            if not (self.phrases.mask(at) & case) and self.word[at].is_word:
                nearest = self.word[index - 1].bits & (w.BODY | w.MEDIA)
                return bool(nearest) and index - 1 == head
        return True
