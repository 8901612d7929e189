"""The people whom a report names in full, wherever it does."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.mentions import Mentions
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Range

_HUMAN: Final = w.ROLE | w.PERSON | w.TITLE
#: So far before a name its roles are looked for, in tokens.
REACH: Final = 16
#: So many people are remembered: a report has few, a file of many reports is no report.
MEMORY: Final = 400
#: A name has no more words than this.
NAME_WORDS: Final = 4
#: So many places with names are looked at before a pronoun.
NEIGHBOURS: Final = 60
#: Words that begin with so many letters alike may be of one root ("Russia", "Russian").
ROOT: Final = 4


@dataclass(slots=True, eq=False)
class Known:
    """A person: the first place with a name of several words, its stems, what is told of them."""

    name: Range
    words: frozenset[str]
    genders: int
    case: int
    heads: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    #: the stems of the words around the name that tell what they are
    told: set[str] = field(default_factory=set)

    def before(self, at: int) -> int:
        """Return the last place before a token, -1 for none."""
        number = bisect_left(self.places, at)
        return self.places[number - 1] if number else -1


class Cast:
    """The people of one document, in the order in which they are named."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.naming = mentions.naming
        self.phrases = mentions.phrases
        self.document = mentions.document
        self.grammar = mentions.grammar
        self.alien = self.grammar.alien
        self.word = mentions.word
        self.key = mentions.key
        self.people: list[Known] = []
        #: the marks that close a name in marks or stand at its head
        self._closes = {i for q in self.phrases.quote_at.values() for i in (q.open, q.close)}
        self._reigning = self.grammar.words_of("reigning")
        self._by_stem: dict[str, list[Known]] = {}
        #: by the first token of a name that no list holds, the role that tells it
        self._role_of: dict[int, int] = {}
        self._collect()
        for known in self.people:
            known.places = sorted(set(known.places))
        told = sorted((place, n) for n, known in enumerate(self.people) for place in known.places)
        self._places = [place for place, _ in told]
        self._known = [self.people[n] for _, n in told]

    def _collect(self) -> None:
        index = 0
        while index < len(self.word) and len(self.people) < MEMORY:
            if not self.word[index].upper:
                index += 1
                continue
            if self.grammar.given(self.word[index]):
                end = index + 1
                while end < len(self.word) and self._goes_on(end):
                    if end > index + 1 and self._begins_another(index, end):
                        break
                    if end > index + 1 and not self._agree(index, end + 1):
                        break
                    end += 1
                if end > index + 1 or self._is_introduced(index):
                    self._enter(index, end)
                index = end
                continue
            end = self._unknown(index)
            if end > index:
                owner = end - index > 2 and self.mentions.is_owner(index)
                self._enter(index + owner, end)
                index = end
                continue
            index += 1
        surnames = {stem: known for known in self.people for stem in known.words}
        for index, word in enumerate(self.word):
            if word.upper and word.is_word and not self.phrases.is_closed(index):
                known = surnames.get(self.naming.stem(index))
                if (
                    known is not None
                    and len(known.places) < MEMORY
                    and not (known.places and known.places[-1] >= index - 1)
                ):
                    known.places.append(index)

    def _begins_another(self, first: int, index: int) -> bool:
        """Say whether a given name in another case begins somebody else's: "of X Y Z"."""
        given = self.grammar.given(self.word[index])
        if not given:
            return False
        if index > first + 1 and self.word[index - 1].is_word and (
            not self.grammar.given(self.word[index - 1])
            and self.grammar.given(self.word[first])
            and not self.phrases.mask(first) & c.NOMINATIVE
        ):  # fmt: skip
            return True  # a given name and a surname stand before it, in a case of their own
        told = 0
        for _, mask in given:
            told |= mask
        return any(self.word[i].is_word and not c.spread(self.phrases.mask(i)) & c.spread(told)
                   for i in range(first, index))  # fmt: skip

    def _is_introduced(self, index: int) -> bool:
        """Say whether a role before a given name alone tells who that is: "the singer X"."""
        role = self.word[index - 1] if index else None
        if role is None or not role.bits & (w.ROLE | w.PERSON):
            return False
        if self.phrases.is_proper(index - 1):
            return False
        cases = c.ANY if role.lemma in self._reigning else c.NOMINATIVE
        return any(
            mask & self.phrases.mask(index - 1) & cases & c.SINGULAR
            for _, mask in self.grammar.given(self.word[index])
        )

    def _agree(self, first: int, last: int) -> bool:
        """Say whether the words of a name can all stand in one case."""
        told = c.ANY
        for index in range(first, last):
            if self.word[index].is_word:
                told &= c.spread(self.phrases.mask(index)) or c.ANY
        return bool(told)

    def _unknown(self, index: int) -> int:
        """Return the end of a name of several words that only the role before it tells."""
        if not self._is_part(index):
            return index
        begins = index == 0 or not self.word[index - 1].is_word
        if begins and self.grammar.mask_known(self.word[index]):
            return index  # "(The) words of X"
        end = self._run(index)
        if begins and not (index > 1 and index - 1 in self._closes):
            opens = end == index + 2 or self._is_named_inside(index)
            return end if opens and self._is_surname(index, end) else index
        given = next((i for i in range(index, end) if self.grammar.given(self.word[i])), None)
        if given is not None:
            led = given > index and self.mentions.is_first_name(index, given, c.ANY)
            return end if led else index
        if end - index < 2 or self.word[index - 1].bits & w.PREP:
            return index
        role = self._role_before(index)
        if role is not None:
            self._role_of[index] = role
            return end if self.phrases.mask(role) & c.SINGULAR else index
        return end if self._is_surname(index, end) else index

    def _run(self, index: int) -> int:
        """Return the end of a run of words that may be an unknown name."""
        particles = self.grammar.words_of("name_particles")
        end = index
        while end < len(self.word) and end - index < NAME_WORDS:
            if self._is_part(end):
                end += 1
            elif (end > index and self.key[end] in particles and end + 1 < len(self.word)
                    and self._is_part(end + 1)):  # fmt: skip
                end += 2
            else:
                break
        return end

    def _is_named_inside(self, index: int) -> bool:
        """Say whether the first word of a sentence has its capital inside one, too."""
        return any(
            place != index and place and self.word[place - 1].is_word
            for place in self.phrases.named(index)
        )

    def _role_before(self, index: int) -> int | None:
        """Return the word for somebody in whose phrase an unknown name stands."""
        at = index - 1
        for _ in range(REACH):
            if at >= 0 and self.key[at] == ")":  # "the chief of the air force (AF) of Mali X Y"
                opened = (i for i in range(at, max(-1, at - NAME_WORDS), -1) if self.key[i] == "(")
                at = next(opened, at) - 1
            passed = at in self._closes or self._is_of_rank(at)
            if at < 0 or (not self.word[at].is_word and not passed):
                return None
            if self.phrases.is_verb(at):
                return None
            if self.word[at].bits & (w.ROLE | w.PERSON):
                return at
            at -= 1
        return None

    def _is_surname(self, first: int, end: int) -> bool:
        """Say whether the last of a run of capitals is somebody's, called by it elsewhere."""
        index = end - 1
        if index <= first or not self._agree(first, end):
            return False
        before = self.naming.stem(index - 1)
        return any(
            place != index and place and self.naming.stem(place - 1) != before
            and not self.word[place - 1].upper and self.mentions.may_be_surname(place)
            for place in self.phrases.named(index)
        )  # fmt: skip

    def _is_part(self, index: int) -> bool:
        """Say whether a token may be a word of an unknown name."""
        word = self.word[index]
        following = self.word[index + 1] if index + 1 < len(self.word) else None
        if following is not None and following.bits & (w.MEDIA | w.BODY) and not following.upper:
            if self.grammar.is_adjective(word):
                return False
        return word.upper and word.is_word and not (
            word.caps or self.alien(word.key) or word.bits & (w.HEADS | w.PLACE | w.MEDIA)
            or self.phrases.is_closed(index) or self.phrases.outlets.is_outlet(index, index + 3)
        )  # fmt: skip

    def _goes_on(self, index: int) -> bool:
        word = self.word[index]
        if not word.is_word:
            return (
                self.key[index] == "."
                and len(self.key[index - 1]) == 1
                and (
                    self.word[index - 1].upper
                    and index + 1 < len(self.word)
                    and self.word[index + 1].upper
                )
            )
        if word.caps and not word.key.strip("ivx") and self.grammar.given(self.word[index - 1]):
            return True  # "King Charles III"
        if word.bits & w.HEADS and not word.bits & w.GIVEN and not self.phrases.is_surname(index):
            return False
        if self.alien(word.key) and not self.alien(self.word[index - 1].key):
            return False  # "told X the agency Y"
        following = self.word[index + 1] if index + 1 < len(self.word) else None
        if following is not None and following.bits & (w.MEDIA | w.BODY) and not following.upper:
            if self.grammar.is_adjective(word):
                return False  # "told Latvian radio"
        particle = self.key[index].partition("-")[0] in self.grammar.words_of("name_particles")
        return (word.upper or particle) and not self.phrases.is_closed(index) and not word.caps

    def _enter(self, first: int, last: int) -> None:
        mask = c.ANY
        for index in range(first, last):
            if self.word[index].is_word:
                told = 0
                for _, one in self.grammar.given(self.word[index]):
                    told |= one
                mask &= (told if told and index == first else self.phrases.mask(index)) or c.ANY
        role = self._role_of.get(first, first - 1 if first else None)
        if role is not None and self.word[role].bits & _HUMAN and not self.word[role].upper:
            mask &= c.spread(self.phrases.mask(role)) or c.ANY
        elif first in self._role_of:
            mask &= c.spread(self.phrases.mask(self._role_of[first]))
        case = mask or c.ANY
        words = self.naming.stems((first, last))
        genders = self.naming.gender((first, last), case)
        if genders not in (c.MASC, c.FEM):
            genders = c.gender(mask)
        for known in self.people:
            if known.words == words and (not known.genders or not genders or
                                         known.genders & genders):  # fmt: skip
                if case & c.NOMINATIVE and not known.case & c.NOMINATIVE:
                    known.name, known.case = (first, last), case
                known.places.append(first)
                self._describe(known, first, case, last)
                return
        if last - first == 2 and self.key[last - 1].endswith(self.grammar.patronymics):
            for known in self._by_stem.get(self.naming.stem(first), []):
                if not known.genders or not genders or known.genders & genders:
                    known.words |= words
                    known.places.append(first)
                    self._by_stem.setdefault(self.naming.stem(last - 1), []).append(known)
                    return
        known = Known((first, last), words, genders, case, places=[first])
        self._describe(known, first, case, last)
        self.people.append(known)
        for stem in words:
            self._by_stem.setdefault(stem, []).append(known)

    def _describe(self, known: Known, first: int, case: int, last: int) -> None:
        """Note the roles that stand before a name.

        Of two names side by side the first has the role next to it, the second the one before:
        "the lawyer of the politician X Y Z".
        """
        begin, owner = self._past_name(first), last < len(self.word) and self._names_next(last)
        passed = begin == first
        for index in range(begin - 1, max(-1, begin - REACH), -1):
            word = self.word[index]
            if not word.is_word and self.key[index] in ".,;:!?—–\n":
                if self._is_of_rank(index):
                    continue
                break
            if word.cues and not word.bits & w.HEADS and self.phrases.is_verb(index):
                break
            if word.upper and self.grammar.given(word) and self._starts(index):
                break  # somebody else
            if word.bits & (w.ROLE | w.PERSON) and self.phrases.mask(index) & c.spread(case):
                if passed:
                    known.heads.add(word.lemma)
                if owner:
                    break
                passed = True
            if word.is_word and not self.phrases.is_closed(index):
                stem = self.naming.stem(index)
                known.told |= {stem, self.grammar.country_adjectives.get(stem, stem)}

    def _is_of_rank(self, index: int) -> bool:
        """Say whether a mark belongs to a rank written short: "the spokesman, insp. X"."""
        if self.key[index] == "," and index + 2 < len(self.key):
            index += 2
        short = self.key[index] == "." and self.key[index - 1] in self.grammar.abbreviations
        return short and bool(self.word[index - 1].bits & w.ROLE)

    def _past_name(self, first: int) -> int:
        """Return where another name begins that stands right before one; the place itself."""
        at = first
        while (
            at and self.word[at - 1].upper and self.word[at - 1].is_word and at > first - NAME_WORDS
        ):
            at -= 1
        named = at < first - 1 and self.grammar.given(self.word[at]) and self._starts(at)
        return at if named and self.grammar.given(self.word[first]) else first

    def _names_next(self, last: int) -> bool:
        """Say whether another name begins right behind one."""
        word = self.word[last]
        return word.upper and bool(self.grammar.given(word)) and self._starts(last)

    def _starts(self, index: int) -> bool:
        """Say whether a given name begins a name of several words."""
        return index + 1 < len(self.word) and self._goes_on(index + 1)

    # -- questions -------------------------------------------------------------------

    def person(self, words: frozenset[str], genders: int, at: int) -> Known | None:
        """Return the person whom a name means: the one named nearest before a token."""
        found = [
            known for known in dict.fromkeys(k for s in words for k in self._by_stem.get(s, ()))
            if words <= known.words and (not genders or not known.genders
                                         or genders & known.genders)
        ]  # fmt: skip
        before = [known for known in found if known.name[0] <= at]
        if before:
            return max(before, key=lambda known: known.before(at + 1))
        return found[0] if found else None

    def by_role(self, heads: set[str], words: set[str], genders: int, at: int) -> Known | None:
        """Return the person with a role who is named nearest before a token, else after it."""
        fits = [
            known for known in self.people
            if known.heads & heads and within(words, known.told)
            and (not genders or not known.genders or genders & known.genders)
        ]  # fmt: skip
        before = [known for known in fits if known.places[0] < at]
        if before:
            return max(before, key=lambda known: known.before(at))
        return fits[0] if fits else None

    def _mask_at(self, place: int) -> int:
        """Return what case a name stands in: what its words allow together."""
        mask, index = c.ANY, place
        before = self.word[place - 1] if place else None
        if before is not None and before.bits & (w.ROLE | w.PERSON | w.TITLE) and not before.upper:
            mask = c.spread(self.phrases.mask(place - 1))
        elif place in self._role_of:
            mask = c.spread(self.phrases.mask(self._role_of[place]))
        while index < len(self.word) and self.word[index].upper and self.word[index].is_word:
            told = c.spread(self.phrases.mask(index))
            if not mask & told:
                break
            mask &= told
            index += 1
        return mask

    def named(self, first: int, last: int) -> list[tuple[int, Known]]:
        """Return who is named between two tokens, and where, the last one first."""
        begin, end = bisect_left(self._places, first), bisect_left(self._places, last)
        return list(zip(self._places[begin:end], self._known[begin:end], strict=True))[::-1]

    def before(self, at: int, genders: int, first: int) -> tuple[int, Known] | None:
        """Return the person named nearest before a token, not before `first`."""
        last = bisect_left(self._places, at)
        for number in range(last - 1, max(-1, last - NEIGHBOURS), -1):
            place, known = self._places[number], self._known[number]
            if place < first:
                return None
            if not known.genders or not genders or known.genders & genders:
                mask = self._mask_at(place)
                if (mask & c.NOMINATIVE or not first) and self.document.quote_over(place) is None:
                    return place, known
        return None


def within(some: set[str], told: set[str]) -> bool:
    """Say whether all stems of a description are told, or begin as one that is."""
    return all(stem in told or any(_akin(stem, other) for other in told) for stem in some)


def _akin(one: str, other: str) -> bool:
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= ROOT and shared >= min(len(one), len(other)) - 1
