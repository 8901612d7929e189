"""Noun phrases of a language that declines: what case one can be in, and where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.additions import CLOSERS, Additions
from rawi.reading.free_order.circumstances import Circumstances
from rawi.reading.free_order.grammar import CaseGrammar
from rawi.reading.free_order.inner_quotes import inner_quotes
from rawi.reading.free_order.outlets import CaseOutlets
from rawi.reading.free_order.stand_ins import StandIns
from rawi.reading.free_order.surnames import take_adjectives, take_surnames, take_womens_offices
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range

#: A phrase is read no further than this, in tokens.
REACH: Final = 40
#: A quotation inside a phrase is a name, up to so many words.
NAME_WORDS: Final = 7
_CLOSED: Final = w.COMP | w.WH | w.REL | w.NEG | w.CONJ
_FUNCTION: Final = _CLOSED | w.ADJ | w.PREP | w.ADV | w.PRON | w.POSS | w.SUB | w.TIME
_PEOPLE: Final = w.ROLE | w.PERSON | w.TITLE
_ISSUERS: Final = w.BODY | w.MEDIA | w.DOC | w.NETWORK | w.THING | w.POST


class Phrase(NamedTuple):
    """A noun phrase: its tokens, its head, what it can be; `named` says that it names somebody."""

    first: int
    last: int
    head: int
    mask: int
    named: bool

    @property
    def span(self) -> Range:
        """The tokens of the phrase."""
        return self.first, self.last


class Phrases:
    """Reads the noun phrases of one document."""

    def __init__(self, document: Document, grammar: CaseGrammar) -> None:
        self.document = document
        self.grammar, self.alien = grammar, grammar.alien
        self.word, self.key, self.tokens = document.word, document.key, document.tokens
        lists = grammar.words_of
        self._inside, self._hearers = lists("inside"), lists("hearers")
        self._attributes = tuple(lists("attributes")) or ("\0",)
        self._copulas, self._quoting = lists("copulas"), lists("quoting")
        take_adjectives(document, grammar)
        take_womens_offices(document, grammar)
        self._surnames = take_surnames(document, grammar)
        self.outlets = CaseOutlets(document, grammar)
        #: every quotation by its opening mark, those inside others too
        self.quote_at = {**inner_quotes(document), **document.quote_at}
        self._additions = Additions(self)
        self._circumstances, self._stand_ins = Circumstances(self), StandIns(self)
        self.is_one, self.is_house = self._stand_ins.is_one, self._additions.is_house
        self.complement = self._circumstances.complement
        self.set_phrase = self._circumstances.set_phrase
        self.dated = self._circumstances.dated
        self.is_adjunct = self._circumstances.is_adjunct
        self._read: dict[tuple[int, int, int], Phrase | None] = {}
        #: what words can be that have a capital from their sentence alone, where no name ends so
        self._leading = dict(self._objects())

    def mask(self, index: int) -> int:
        """Return what a token can be."""
        found = self._surnames.get(index) or self._leading.get(index)
        return found or self.grammar.mask(self.word[index])

    def _objects(self) -> Iterator[tuple[int, int]]:
        """Yield the words that begin a sentence with an object: "The plan (it) X rejected"."""
        for sentence in self.document.sentences:
            index = sentence.first
            word = self.word[index]
            if not word.upper or word.caps or word.bits or self.grammar.mask_known(word):
                continue
            mask = self.grammar.plain_mask(word.key)
            if mask and not mask & c.NOMINATIVE and all(map(self._begins, self.named(index))):
                yield index, mask

    def read(self, index: int, last: int, want: int) -> Phrase | None:
        """Return the phrase that begins at a token and can be in a wanted case, else None."""
        key = (index, last, want)
        if key not in self._read:
            self._read[key] = self._phrase(index, min(last, index + REACH), want)
        return self._read[key]

    def _phrase(self, first: int, last: int, want: int) -> Phrase | None:
        if first >= last:
            return None
        alone = self._stand_ins.one_alone(first, last)
        if alone is not None:
            mask = self.mask(alone) & want & c.NOMINATIVE & c.SINGULAR
            return Phrase(first, alone + 1, alone, mask, False) if mask else None
        share = (
            self._stand_ins.share(first, last)
            if self.key[first] in self._stand_ins.shares
            else None
        )
        if share is not None:
            return Phrase(first, share, first, want & c.NOMINATIVE, False) if (
                want & c.NOMINATIVE) else None  # fmt: skip
        word = self.word[first]
        loose = word.bits & (w.ADV | w.TIME) and not word.bits & w.HEADS
        if loose and word.upper and self._begins(first):
            return None  # an adverb that begins a sentence goes with its verb
        hearsay = word.bits & w.HEARSAY and first + 1 < last and self._adjective(first + 1)
        if word.bits & (w.COMP | w.WH | w.REL) and self.is_closed(first) and not hearsay:
            return None
        if word.bits & w.PRON and not word.bits & w.POSS:
            mask = self._stand_ins.pronoun(first)
            return Phrase(first, first + 1, first, mask, True) if mask & want else None
        if self.key[first] in self._hearers and not word.bits & w.POSS:
            return None
        some = self._stand_ins.one_of(first, last)
        if some is not None:
            return Phrase(first, some, first, want & c.SINGULAR, False)
        found = self._head(first, last, want) or self._stand_ins.nounless(first, last, want)
        if found is None:
            return None
        head, mask, named = found
        at = self._tail(first, head, last, mask, named)
        if self.grammar.is_adjective(self.word[head]) and not self.word[head].bits & w.HEADS:
            alone = at == head + 1 and mask & c.SINGULAR
            if not want & ~c.INSTRUMENTAL and head > first:
                alone = 0  # "the main problem", which ends as an adjective does
            if alone and (not self.word[head].upper or self.word[head].bits & w.ADJ):
                return None
        named = named or any(self.is_capital(i) for i in range(head, at))
        return Phrase(first, at, head, mask, named)

    @cached_property
    def _by_stem(self) -> dict[str, list[int]]:
        """Where words with a capital stand, by their stems."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.word):
            if word.upper and word.is_word:
                found.setdefault(self.grammar.name_stem(word.key), []).append(index)
        return found

    def named(self, index: int) -> list[int]:
        """Return the places where a word with a capital stands in any case, forty at most."""
        return self._by_stem.get(self.grammar.name_stem(self.key[index]), [])[:40]

    def stands_nominative(self, index: int) -> bool:
        """Say whether a name stands where a nominative does: after a noun that may be one."""
        if index and not self.word[index - 1].is_word and index - 1 in self.quote_at:
            index -= 1
        if not index or not self.word[index - 1].is_word:
            return True
        return bool(self.mask(index - 1) & c.NOMINATIVE) and not self.word[index - 1].bits & w.PREP

    def is_verb(self, index: int) -> bool:
        """Say whether a word is a finite verb here, as far as it is known as a cue."""
        word = self.word[index]
        if word.bits & w.VERB or word.key in self._copulas:
            return True
        if not word.cues or word.bits & w.HEADS:
            return False
        return any(cue.form & (w.FINITE | w.GERUND) for cue in word.cues)

    def is_capital(self, index: int) -> bool:
        if not self.word[index].upper or self.is_closed(index):
            return False
        return not self._begins(index) or self._is_proper(index)

    def is_proper(self, index: int) -> bool:
        """Say whether a word has its capital for itself, wherever it stands."""
        return self.word[index].upper and (not self._begins(index) or self._is_proper(index))

    def _begins(self, index: int) -> bool:
        """Say whether a word begins a sentence, where everything has a capital."""
        return index == 0 or (
            not self.word[index - 1].is_word and self.key[index - 1] not in ",-–("
        )

    def _is_proper(self, index: int) -> bool:
        """Say whether a word that begins a sentence has its capital for itself."""
        word = self.word[index]
        if word.caps or word.bits & (w.GIVEN | w.PLACE) or self.alien(word.key) or word.outlet:
            return True
        if word.key.endswith(self.grammar.surname_endings):
            return True
        following = self.word[index + 1] if index + 1 < len(self.word) else None
        if following is not None and following.upper and following.is_word:
            return not word.bits
        return any(not self._begins(other) for other in self.named(index))

    def is_surname(self, index: int) -> bool:
        """Say whether a capital after a given name is one, even a trade: "Darya Miller"."""
        word = self.word[index]
        trade = word.bits & (w.ROLE | w.PERSON) and not (word.bits & w.BODY or word.caps)
        if not word.upper or not index or (self.grammar.mask_known(word) and not trade):
            return False
        return self.word[index - 1].upper and bool(self.grammar.given(self.word[index - 1]))

    def is_closed(self, index: int) -> bool:
        """Say whether a word is a function word, even at the head of a sentence."""
        word = self.word[index]
        if (
            word.upper
            and index
            and self.word[index - 1].upper
            and (self.grammar.given(self.word[index - 1]))
        ):
            return False  # a surname
        if not word.bits & _FUNCTION or word.bits & (w.HEADS | w.GIVEN):
            return not word.is_word
        if len(word.key) > 1 or not word.upper:
            return True
        return index + 1 >= len(self.key) or self.key[index + 1] != "."

    # -- the head ----------------------------------------------------------------

    def _head(self, first: int, last: int, want: int) -> tuple[int, int, bool] | None:
        """Return the head of a phrase, what it can be, and whether it is a name itself."""
        agree = want
        at, counted = first, False
        while at < last:
            word = self.word[at]
            bits = word.bits
            if not word.is_word:
                if at in self.quote_at and self.is_name(at, last, at == first):
                    met = agree & self.marked(at) if at == first else agree
                    return (at, met, True) if met else None
                return None
            if bits & w.HEARSAY and at + 1 < last and self._adjective(at + 1):
                at += 1  # "the allegedly planned union"
                continue
            if bits & (_CLOSED | w.SUB) and not bits & (w.OTHER | w.HEADS) and self.is_closed(at):
                return None
            if bits & w.POSS and not bits & w.HEADS:
                at += 1
                continue
            if bits & w.NUM and not bits & w.HEADS:
                if bits & w.CARDINAL or word.key[:1].isdigit():
                    counted = counted or not self._stand_ins.is_one(word.key)
                    at += 1
                    continue
            if self.is_initial(at, last):
                at += 2
                continue
            if bits & w.PREP and not bits & w.HEADS and not self.is_capital(at):
                end = self.complement(at, last) if at > first and self._adjective(at - 1) else None
                if end is None:
                    return None
                held = self._additions.noun_in(at + 2, end, c.GENITIVE & c.PLURAL)
                at = held if counted and held is not None else end
                continue
            if self.key[at] in self._inside and at > first:
                at += 1
                continue
            if bits & w.ADV and not bits & w.HEADS and self.is_closed(at):
                if at + 1 < last and self._adjective(at + 1):
                    at += 1
                    continue
                return None
            if self.is_verb(at) and not self.is_capital(at):
                return None
            if at > first and not word.upper and not bits and self.grammar.is_infinitive(word):
                return None  # "asked her to stay"
            mask = self.mask(at)
            if self._adjective(at):
                behind = self.word[at + 1] if at + 1 < last else word
                goes_on = self._goes_on(at, last)
                if agree & mask and (not goes_on or behind.upper):
                    end = self._additions.governed(at, last, agree & mask)
                    if end is not None:
                        agree, at = agree & mask, end
                        continue
                if goes_on and self._is_noun(at, agree):
                    return at, agree & self.grammar.noun_mask(word.key), False
                if goes_on:
                    met = agree & mask if not counted else agree
                    if not met:
                        return None
                    agree, at = met, at + 1
                    continue
            if counted:
                number = c.PLURAL & want
                fits = mask & (c.GENITIVE | c.NOMINATIVE) or mask & number & c.OBLIQUE
                return (at, number, word.upper) if fits else None
            met = agree & mask
            return (at, met, word.upper and not bits & w.HEADS) if met else None
        return None

    def _is_noun(self, at: int, agree: int) -> bool:
        """Say whether what ends as an adjective is a noun: "the cause" in the instrumental.

        It agrees with nothing behind it.
        """
        if agree & ~c.INSTRUMENTAL:
            return False
        behind, told = self.word[at + 1], self.grammar.noun_mask(self.key[at]) & agree
        if not told or not behind.is_word or behind.bits & w.PREP or self._adjective(at + 1):
            return False
        return not self.mask(at + 1) & told and not self.word[at].bits & (w.ADJ | w.HEADS)

    def is_initial(self, at: int, last: int) -> bool:
        """Say whether a token is an initial before a name: it has no case of its own."""
        if len(self.key[at]) != 1 or not self.word[at].upper or at + 2 >= last:
            return False
        return self.key[at + 1] == "." and self.word[at + 2].upper and self.word[at + 2].is_word

    def _adjective(self, index: int) -> bool:
        return self.word[index].is_word and self.grammar.is_adjective(self.word[index])

    def _goes_on(self, at: int, last: int) -> bool:
        """Say whether something follows an adjective that it can belong to."""
        if at + 1 >= last:
            return False
        word = self.word[at + 1]
        if self.key[at + 1] in self._inside and at + 2 < last:
            word = self.word[at + 2]
            return bool(self.mask(at) & self.mask(at + 2)) and not word.bits & w.PRON
        if word.bits & w.PREP and not word.upper:
            return not self.word[at].bits & w.HEADS and not self.is_capital(at)
        if not word.is_word:
            return at + 1 in self.quote_at and not self.word[at].bits & w.HEADS
        if word.bits & (w.CONJ | w.PRON | w.COMP) or self.is_verb(at + 1):
            return False
        if self.word[at].upper and self.grammar.given(self.word[at]):
            return False
        return bool(self.mask(at) & self.mask(at + 1)) or self._adjective(at + 1)

    # -- what follows the head -----------------------------------------------------

    def _tail(self, first: int, head: int, last: int, mask: int, named: bool) -> int:
        """Return where a phrase ends whose head is known."""
        quote = self.quote_at.get(head)
        at = quote.after if quote is not None else head + 1
        marked = quote is None and at in self.quote_at  # "RIA “Novosti”"
        outlet = self.outlets.known(head, last) if marked else None
        at = outlet.whole[1] if outlet is not None else at
        fixed = bool(self.word[head].bits & (w.BODY | w.MEDIA | w.DOC))
        full = named and quote is None
        person = bool(self.word[head].bits & _PEOPLE) and quote is None
        while at < last:
            word, bits = self.word[at], self.word[at].bits
            if not word.is_word:
                if at in self.quote_at and (full or not self._fits(at, mask)):
                    break
                step = self._mark(at, last, first)
                if step is None:
                    break
                at = step
                continue
            if bits & w.ADJ and not word.upper:  # a determiner begins another phrase
                break
            if bits & w.CONJ and not word.upper:
                step = self._joined(at, last, mask)
                if step is None:
                    break
                at = step
                continue
            if bits & w.PREP and not word.upper:
                end = self._circumstances.attached(at, last, head, full or self.ends_name(at, mask))
                if end is None:
                    break
                at = end
                continue
            owner = self._stand_ins.one_of(at, last) if self.mask(at) & c.GENITIVE else None
            if owner is not None and not full:
                at = owner
                continue
            if bits & w.NUM and not word.upper and not bits & w.HEADS:
                outlet = self.outlets.known(at, last) if word.key[:1].isdigit() else None
                if outlet is not None and (outlet.whole[1] > at + 1 or w.is_site(word.key)):
                    at = outlet.whole[1]
                    continue
                part = self._adjective(at - 1) and self.mask(at - 1) & self.mask(at)
                foreign = self.word[at - 1].upper and self.alien(self.word[at - 1].key)
                part = part or (foreign and word.key[:1].isdigit())
                if self.key[at - 1] not in "№" and not bits & w.TIME and not part:
                    break
                at += 1
                continue
            if bits & (w.PRON | w.COMP | w.NEG | w.OBJ | w.REL | w.WH) and not word.upper:
                if not bits & w.POSS:
                    break
            if not word.upper and (bits & w.TIME or (bits & w.ADV and not bits & w.HEADS)):
                break
            if self.is_verb(at) and not word.upper:
                break
            if self.grammar.is_infinitive(word) or self._additions.is_apart(at, last):
                break
            if self.is_initial(at, last) and not (person or full):
                break  # somebody else begins
            told = self.mask(at)
            latin = self.alien(word.key) and self.alien(self.word[at - 1].key)
            if word.upper and self.word[head].bits & (w.MEDIA | w.OCCASION) and not full:
                outlet = self.outlets.known(at, last)
                if outlet is not None:
                    at = max(at + 1, outlet.whole[1])
                    if self.grammar.drops_subject and not self.word[min(at, last - 1)].upper:
                        break  # "according to the agency X (the) talks are over"
                    continue
            behind = person and self.is_capital(at - 1) and not fixed  # "mayor Petrov (told) X"
            apart = word.upper and (full or fixed or behind) and not latin
            if apart and self.outlets.is_outlet(at, last):
                if full or not self.word[head].bits & (w.MEDIA | w.OCCASION):
                    break
            if self.is_capital(at) and not bits & w.HEADS:
                if self.alien(word.key) and not latin and (behind or self._names(head, at)):
                    break  # a name has one script
                if quote is not None and at == quote.after and not bits & w.PLACE:
                    break
                fits = told & (c.spread(mask) | c.GENITIVE)
                if not (fits or self._additions.is_womans(at, last, head)):
                    break
                if not self.word[at - 1].is_word and self.key[at - 1] in CLOSERS:
                    mute = self.word[head].bits & (w.OCCASION | w.MEDIA)
                    named = any(one & c.NOMINATIVE for _, one in self.grammar.given(word))
                    if not told & c.spread(mask) or (mute and named):
                        break  # "in a talk with “X” Ivanova …"
                given = bool(self.grammar.given(word))
                if full and told & mask and self._is_other_name(at, head):
                    break
                full = full or (given and bool(told & mask & c.NOMINATIVE))
                at += 1
                continue
            if bits & w.POSS:
                at += 1
                continue
            if told & c.GENITIVE or self._is_apposed(at, last, told, mask, person, head, named):
                if full and not told & mask and not told & c.GENITIVE:
                    break
                if full and (not told & c.GENITIVE if bits & w.HEADS else self.ends_name(at, mask)):
                    break  # nothing belongs to a name and a surname
                if self._is_titled(at, last, told, mask):
                    break
                at += 1
                continue
            break
        return self._trimmed(at, head + 1)

    def _names(self, first: int, last: int) -> bool:
        """Say whether a given name stands between two tokens."""
        return any(self.word[i].upper and self.grammar.given(self.word[i])
                   for i in range(first, last))  # fmt: skip

    def marked(self, mark: int) -> int:
        """Return what a name in marks can be that stands alone."""
        told, word, close = self.mask(mark + 1), self.word[mark + 1], self.quote_at[mark].close
        if close == mark + 3 and self._adjective(mark + 1):
            return told & self.mask(mark + 2) or told
        if close > mark + 2 or word.caps or self.grammar.mask_known(word):
            return told
        return self.grammar.plain_mask(word.key) or told

    def _fits(self, mark: int, mask: int) -> bool:
        """Say whether a name in marks may stand beside a head: not one in the dative."""
        quote, told = self.quote_at[mark], self.mask(mark + 1)
        if self.word[mark - 1].bits & (w.BODY | w.MEDIA) and quote.close > mark + 2:
            if self.outlets.known(mark + 1, quote.close) is None:
                return True  # endings tell little of a name of several words
        return bool(told & (mask | c.NOMINATIVE | c.GENITIVE))

    def _trimmed(self, at: int, least: int) -> int:
        """Take words off the end that lead to something which is not there."""
        while (
            at > least
            and self.word[at - 1].is_word
            and (
                self.word[at - 1].bits & (w.PREP | w.CONJ | w.POSS)
                and not self.word[at - 1].upper
                and not self.word[at - 1].bits & w.HEADS
            )
        ):
            at -= 1
        return at

    def _is_other_name(self, at: int, head: int) -> bool:
        """Say whether a given name begins another name after a complete one."""
        if not self.grammar.given(self.word[at]):
            return False
        return any(self.grammar.given(self.word[i]) for i in range(head, at)) and (
            at - head > 2 and bool(self.grammar.given(self.word[at - 1])) is False
        )

    def ends_name(self, at: int, mask: int) -> bool:
        """Say whether a given name and a surname end before a token, in the case of the phrase."""
        if at < 2 or not self.word[at - 1].upper or not self.mask(at - 1) & mask:
            return False
        before = self.word[at - 2]
        last = self.word[at - 1]
        plain = not (before.bits or last.bits or before.caps or before.outlet or last.outlet)
        named = self.grammar.given(before) or plain
        return before.upper and bool(named) and bool(self.mask(at - 2) & mask)

    def _is_apposed(self, at: int, last: int, told: int, mask: int, person: bool,
                    head: int, named: bool) -> bool:  # fmt: skip
        """Say whether a word beside the head says the same of whom it names."""
        if not told & mask:
            return False
        bits = self.word[at].bits
        if bits & _PEOPLE:
            return person or named or bool(self.word[head].bits & w.HEADS)
        if bits & _ISSUERS or not self._adjective(at):
            return bool(bits & _ISSUERS)
        while person and at < last and self._adjective(at) and not self.word[at].bits & w.HEADS:
            at += 1
        if self.grammar.adjectives_follow:
            return True
        # "wrote the governor a first post": another noun's
        return not person or (at < last and bool(self.word[at].bits & _PEOPLE))

    def _is_titled(self, at: int, last: int, told: int, mask: int) -> bool:
        """Say whether a word is rather a title before a name: "told the agency historian X"."""
        if at + 1 >= last or mask & c.NOMINATIVE or not told & c.NOMINATIVE & c.SINGULAR:
            return False
        following = self.word[at + 1]
        given = [one for _, one in self.grammar.given(following) if following.upper]
        return any(one & c.NOMINATIVE for one in given) and not any(one & mask for one in given)

    def _mark(self, at: int, last: int, first: int) -> int | None:
        """Return the token after a mark that belongs to a phrase; None where it ends there."""
        key = self.key[at]
        if at in self.quote_at:
            return self.quote_at[at].after if self.is_name(at, last, False) else None
        if (
            key == "."
            and at + 1 < last
            and self.tokens.start[at] == self.tokens.end[at - 1]
            and (self.tokens.start[at + 1] == self.tokens.end[at] and self.word[at + 1].is_word)
        ):
            return at + 2  # an address
        if key == "." and at > first and at + 1 < last:
            before = self.word[at - 1]
            short = len(before.key) == 1 or before.key in self.grammar.abbreviations
            initial = len(before.key) == 1 and before.upper and self.key[at + 1] in ",—–"
            return at + 1 if initial or (short and self.word[at + 1].is_word) else None
        if key == "№":
            return at + 1
        if key == ",":
            return self._additions.listed(at, last)
        if key in "-\u2013/+&" and at + 1 < last:
            glued = self.tokens.start[at] == self.tokens.end[at - 1]
            if glued and key == "+" and not self.word[at + 1].is_word:
                return at + 1  # a channel
            return at + 1 if glued and self.tokens.start[at + 1] == self.tokens.end[at] else None
        if key == "(":
            shut = next((i for i in range(at, min(last, at + 8)) if self.key[i] == ")"), None)
            if not self._quoting.isdisjoint(self.key[at + 1 : min(last, at + 4)]):
                return None  # "(quoted by X)", "(X quotes his words)"
            return None if shut is None else shut + 1
        return None

    def is_name(self, at: int, last: int, alone: bool) -> bool:
        """Say whether a quotation is a name rather than words."""
        quote = self.quote_at[at]
        if not quote.closed or quote.after > last:
            return False
        if self.tokens.count_words(quote.open, quote.close) > NAME_WORDS:
            return False
        inner = self.word[at + 1]
        if not inner.is_word or not (inner.upper or inner.key[:1].isdigit()):
            return False
        end = self.key[quote.close - 1]
        if end in ".!?…,":
            return False
        return alone or (at > 0 and self.word[at - 1].is_word)

    def _joined(self, at: int, last: int, mask: int) -> int | None:
        """Return the end of what a conjunction joins to a phrase; None where it joins clauses."""
        if at + 1 >= last or self.is_verb(at + 1):
            return None
        found = self.read(at + 1, last, c.spread(mask))
        if found is not None and found.last > at + 1 and not found.mask & c.NOMINATIVE:
            return found.last
        before, following = self.mask(at - 1), self.mask(at + 1)
        if before & following & c.GENITIVE and not following & c.NOMINATIVE:
            return at + 1
        if found is None or found.last >= last:
            return found.last if found is not None else None
        return found.last

    def whole(self, phrase: Phrase, last: int) -> int:
        """Return where a phrase ends with what is added to it between commas."""
        return self._additions.whole(phrase, last)

    def is_participle(self, index: int, *, begins: bool = False) -> bool:
        """Say whether a word is a participle that opens an addition, or what a noun begins with."""
        word = self.word[index]
        return (
            (not word.upper or (begins and self._begins(index)))
            and word.key.endswith(self.grammar.participles)
            and (len(word.key) > 5)
            and not word.bits & w.HEADS
            and not word.key.startswith(self._attributes)
        )
