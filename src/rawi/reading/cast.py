"""The people whom a report names, speaking or not: full names, roles, where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Document
from rawi.reading.drafts import Range
from rawi.reading.inflect import FEM, FINITE, MASC
from rawi.reading.mentions import Mention, Mentions
from rawi.reading.nouns import NounPhrases

#: A phrase that names somebody is read no further than this, in tokens.
REACH: Final = 24
#: So many mentions before a place, and as many after it, are looked at for who is meant there:
#: no report has more that matter, and a long one costs no more a word than a short one.
NEIGHBOURS: Final = 100
#: A phrase that names somebody opens with one of these.
_OPENS: Final = lx.ROLE | lx.TITLE | lx.UNNAMED | lx.GIVEN


@dataclass(slots=True)
class Known:
    """Somebody whom the report names.

    `name` is the fullest name, `words` its folded words; `mentions` the phrases that give it,
    in the order of the text; `order` counts people by where they are named first.
    """

    name: Range
    words: frozenset[str]
    features: int
    order: int
    mentions: list[Mention] = field(default_factory=list)


#: A nickname in marks after a name has no more words than this.
NICK: Final = 2


class Cast:
    """The named people of one document."""

    def __init__(self, document: Document, nouns: NounPhrases, mentions: Mentions) -> None:
        self.document = document
        self.lex = document.tokens.lex
        self.nouns = nouns
        self.mentions = mentions
        self.people: list[Known] = []
        self._by_word: dict[str, list[Known]] = {}
        self._by_rarest: dict[str, list[Known]] = {}
        self._by_nick: dict[frozenset[str], Known] = {}
        self._places: list[int] = []
        self._told: list[tuple[Known, Mention]] = []
        for mention in self._named():
            self._register(mention)
        mentions.know(
            frozenset(self.lex[known.name[1] - 1].base for known in self.people if known.name[1])
        )
        self.tails = mentions.tails = self._tails()
        mentions.name_words = frozenset(
            self.lex[index].base for known in self.people for index in range(*known.name)
        )

    def _named(self) -> list[Mention]:
        """Return the phrases outside quotations that give somebody's name."""
        found: list[Mention] = []
        quotes = self.document.quotes
        reached, passed, size = 0, 0, len(self.lex)
        heads = self._bylines()
        opens = [at for at, one in enumerate(self.lex)
                 if (one.bits & _OPENS or self._is_told(at)) and at not in heads]  # fmt: skip
        for index in opens:
            while passed < len(quotes) and quotes[passed].open <= index:
                quote = quotes[passed]
                passed += 1
                if quote.closed and quote.open >= reached:
                    reached = quote.after
            if index < reached or not self._may_open(index):
                continue
            if not self.lex[index].bits:
                found.append(replace(self.mentions.read((index, index + 2)), kind="person",
                                     where=(index, self.nouns.end(index + 3, size)),
                                     name=(index, index + 2)))  # fmt: skip
                reached = index + 2
                continue
            end = self.nouns.end(index, min(index + REACH, size), objects=True)
            if end + 1 < size and self._is_office(end):
                end = max(end, self.nouns.end(index, min(index + REACH, size)))
            mention = self.mentions.read((index, end)) if end > index + 1 else None
            mention = self._first_named(mention) if mention is not None else None
            if mention is None or mention.name is None or mention.kind != "person":
                continue
            found.append(mention)
            reached = max(mention.name[1], index + 1)
        return found

    def _bylines(self) -> set[int]:
        """Return the tokens of datelines and the like: who is named there but wrote the report."""
        lines = [(p.first, p.last) for p in self.document.paragraphs
                 if p.kind == "dateline"]  # fmt: skip
        lines += [
            (self.document.paragraphs[number].first, end)
            for number, end in self.document.datelines.items()
        ]
        return {at for first, last in lines for at in range(first, last)}

    def _is_told(self, index: int) -> bool:
        """Say whether two words in no table stand between commas, and an office after them.

        "…, Xxx Yyy, minister of …": a name, whatever it is.
        """
        if self.lex[index].bits or index < 1 or index + 3 >= len(self.lex):
            return False
        marks, lex = self.document.pack.clause_marks, self.lex
        if self.document.tokens.key[index + 2] not in marks or lex[index].article:
            return False
        strange = not (lex[index].cues or lex[index].prep or lex[index + 1].cues)
        surname = not lex[index + 1].bits & ~lx.NAME and lex[index + 1].is_word
        office = lex[index + 3].bits & lx.ROLE and not (lex[index + 3].prep or lex[index + 3].conj)
        before = self.document.tokens.key[index - 1] in marks or lex[index - 1].cues
        return bool(strange and lex[index].is_word and surname and office and before)

    def _is_office(self, index: int) -> bool:
        """Say whether an office goes on with a name: "X the minister", "X minister of health"."""
        lexeme, following = self.lex[index], self.lex[index + 1]
        if not lexeme.bits & lx.ROLE or lexeme.prep or lexeme.conj:
            return False
        if lexeme.article:
            return True
        of = following.article or following.bits & (lx.BODY | lx.OFFICE | lx.ROLE | lx.PLACE)
        named = self.lex[index - 1].bits & lx.NAME or not self.lex[index - 1].bits
        return bool(of and named) and not lexeme.bits & (lx.NAME | lx.ADJ)

    def _first_named(self, mention: Mention) -> Mention:
        """Return the part of a phrase that names its first person ("the Greek X and the …")."""
        first, last = mention.where
        if not mention.several:
            last = (mention.name or mention.where)[0]
        for index in range(first + 1, last):
            if self.lex[index].conj and (self.lex[index].article or mention.several):
                part = self.mentions.read((mention.where[0], index))
                if part.name is not None and part.kind == "person":
                    return part
        return mention

    def _may_open(self, index: int) -> bool:
        bits = self.lex[index].bits
        if self.lex[index].conj and self.lex[index].cue_features & FINITE:
            return False  # "and X asked": the verb looks like a role
        if self.lex[index].conj and self.lex[index].stem in self.document.pack.born:
            return False  # "and X was born", the verb a part of names as well
        if bits & (lx.ROLE | lx.TITLE):
            return True
        if bits & lx.UNNAMED:
            return self.lex[index].article
        if not bits:
            return True
        after = self.lex[index + 1] if index + 1 < len(self.lex) else None
        if after is None or not bits & lx.GIVEN or self.lex[index].outlet:
            return False
        if bits & lx.PHRASE and self._cites(index):
            return False  # "according to the source", spelt like a given name
        if self.lex[index].conj and self.lex[index].cues:
            return False  # "and he thanked X"
        opens = not index or not self.document.tokens.is_word(index - 1)
        if self.lex[index].cues and opens and not bits & lx.HOMOGRAPH and self._calls(index):
            return False  # "X asked": the verb's form is a given name as well
        finite = self.lex[index].cue_features & FINITE
        if finite and opens and index + 2 < len(self.lex) and self.nouns.is_full_name(index + 1):
            return False  # "told X Y", the verb's form a given name that common use does not doubt
        if bits & lx.HOMOGRAPH and opens and self.lex[index + 1].bits & lx.NAME:
            return False  # "and X ibn Y replied", not a given name
        if self.lex[index].cues and self._is_role(index + 1):
            return False  # "the director told": a verb before its subject
        if index and self._governs(index - 1) and not self.lex[index - 1].bits & lx.NAMING:
            return False
        if not bits & lx.AMBIGUOUS or (index and self.lex[index - 1].bits & lx.NAMING):
            return True
        surname = after.bits & lx.NAME or self._is_set_before_office(index + 1)
        if bits & lx.TIME and index + 2 < len(self.lex):  # "Rajab", a month as well
            surname = surname and self.lex[index + 2].bits & lx.NAME
            bits &= ~lx.TIME
        return bool(surname) and not bits & (lx.PREP | lx.CONNECT | lx.TIME)

    def _is_set_before_office(self, index: int) -> bool:
        """Say whether a word in no table ends before a comma and an office: it is a surname."""
        if index + 2 >= len(self.lex) or self.lex[index].bits or self.lex[index].cues:
            return False
        office = self.lex[index + 2]
        apart = self.document.tokens.key[index + 1] in self.document.pack.clause_marks
        return apart and bool(office.bits & lx.ROLE) and not (office.prep or office.conj)

    def _cites(self, index: int) -> bool:
        """Say whether a phrase that cites a source begins at a token, or may begin there."""
        if self.lex[index].prep:
            return True
        phrases = self.document.pack.cue_phrases
        return phrases.match(self.lex, index, min(index + REACH, len(self.lex))) is not None

    def _calls(self, index: int) -> bool:
        """Say whether a word that is a cue as well is a name that common use doubts."""
        doubted = lx.AMBIGUOUS | lx.ROLE
        return self.lex[index].bits & doubted == doubted

    def _is_role(self, index: int) -> bool:
        """Say whether a definite role stands at a token."""
        role = lx.ROLE | lx.UNNAMED | lx.TITLE
        if index >= len(self.lex) or not self.lex[index].article:
            return False
        return bool(self.lex[index].bits & role and not self.lex[index].bits & lx.FAMILY)

    def _governs(self, index: int) -> bool:
        """Say whether a noun wants a genitive: a street, a school or a paper of that name."""
        lexeme = self.lex[index]
        things = lx.NOUN | lx.BODY | lx.MEDIA | lx.DOC
        return bool(lexeme.bits & things) and not (
            lexeme.article or lexeme.bits & (lx.ADJ | lx.NAME) or lexeme.cues
        )

    def _register(self, mention: Mention) -> None:
        assert mention.name is not None
        words = self.mentions.stems(mention.name)
        before = self.lex[mention.name[0] - 1] if mention.name[0] > mention.where[0] else None
        titled = before is not None and before.bits & (lx.TITLE | lx.ROLE | lx.UNNAMED)
        if max(map(len, words)) < 2 or (len(words) < 2 and not titled):
            return
        known = next(iter(self.called(words)), None)
        if known is None:
            known = Known(mention.name, words, mention.features, order=len(self.people))
            self.people.append(known)
            self._enter(known, words)
        nick = self._nick(mention.name[1])
        if nick is not None:
            self._by_nick.setdefault(nick, known)
        known.mentions.append(mention)
        self._places.append(mention.where[0])
        self._told.append((known, mention))
        if len(words) > len(known.words):
            self._enter(known, words - known.words)
            known.name, known.words = mention.name, words
        if not known.features & (MASC | FEM):
            known.features = mention.features

    def _nick(self, index: int) -> frozenset[str] | None:
        """Return the words in marks or brackets right after a name: what somebody is called too."""
        quote, key = self.document.quote_at.get(index), self.document.tokens.key
        if quote is not None and quote.closed:
            first, last = quote.open + 1, quote.close
        elif index + 2 < len(key) and key[index] == "(" and key[index + 2] == ")":
            first, last = index + 1, index + 2
        else:
            return None
        if not 0 < last - first <= NICK or not all(self._may_call(at) for at in range(first, last)):
            return None
        return self.mentions.stems((first, last))

    def _may_call(self, index: int) -> bool:
        """Say whether a word may be one of a nickname: no verb, no number, no country."""
        lexeme = self.lex[index]
        other = lx.NUMBER | lx.TIME | lx.PREP | lx.COMP | lx.VERB | lx.SPEAKS | lx.MEDIA
        return lexeme.is_word and not lexeme.cues and not lexeme.bits & other

    def _enter(self, known: Known, words: frozenset[str]) -> None:
        """Note somebody under words of their name, and apart under the rarest of these so far."""
        rarest = min(words, key=lambda word: (len(self._by_word.get(word, ())), word))
        self._by_rarest.setdefault(rarest, []).append(known)
        for word in words:
            self._by_word.setdefault(word, []).append(known)

    def before(self, at: int) -> Iterator[tuple[Known, Mention]]:
        """Yield the mentions that begin before a token, the nearest first."""
        end = bisect_left(self._places, at)
        return reversed(self._told[max(end - NEIGHBOURS, 0) : end])

    def after(self, at: int) -> Iterator[tuple[Known, Mention]]:
        """Yield the mentions that begin after a token, the nearest first."""
        begin = bisect_left(self._places, at + 1)
        return iter(self._told[begin : begin + NEIGHBOURS])

    def around(self, at: int) -> Iterator[tuple[Known, Mention]]:
        """Yield the mentions near a token, in the order of the text."""
        place = bisect_left(self._places, at)
        return iter(self._told[max(place - NEIGHBOURS, 0) : place + NEIGHBOURS])

    def _tails(self) -> dict[str, list[tuple[str, ...]]]:
        """Return what people are called by alone, by its first word: names without their first."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for known in self.people:
            words = tuple(self.lex[index].base for index in range(*known.name))
            middle = [(word,) for index, word in zip(range(*known.name), words, strict=True)
                      if len(word) > 3 and not self.lex[index].bits & lx.PARTICLE]  # fmt: skip
            for tail in [*(words[first:] for first in range(1, len(words))), *middle[1:-1]]:
                if tail not in found.setdefault(tail[0], []):
                    found[tail[0]].append(tail)
        for tails in found.values():
            tails.sort(key=len, reverse=True)
        return found

    def tail_at(self, index: int) -> int:
        """Return how many tokens at one are what somebody known is called by; 0 for none."""
        for tail in self.tails.get(self.lex[index].base, ())[:8]:
            if index + len(tail) <= len(self.lex) and all(
                self.lex[index + at].base == word for at, word in enumerate(tail)
            ):
                return len(tail)
        return 0

    def called(self, words: frozenset[str]) -> list[Known]:
        """Return the people who may be meant by a name."""
        found = {known.order: known for word in words for known in self._by_rarest.get(word, ())}
        longer = min((self._by_word.get(word, []) for word in words), key=len, default=[])
        found.update((known.order, known) for known in longer)
        same = [
            found[order]
            for order in sorted(found)
            if self.mentions.same_name(found[order].words, words)
        ]
        nicked = self._by_nick.get(words)
        return same if same or nicked is None else [nicked]


__all__ = ["Cast", "Known"]
