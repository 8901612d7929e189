"""Languages whose nouns have capitals: which of their words are names, and which only nouns.

A noun is read without its capital, so that a capital tells a name as it does elsewhere.  Articles
that mean several things are told apart by what stands beside them: the genitive after a noun is
read as a preposition, one that opens a relative clause as a relative.
"""

from __future__ import annotations

from array import array
from collections.abc import Container, Sequence
from functools import lru_cache
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.tokens import Tokens
from rawi.reading.subject_first.words import Word

#: Marks after which a sentence or a quotation begins.
_OPENING: Final = frozenset(".!?:…\n\"„“”»«›‹‚‘’'–—-•*|/(")
_FUNCTION: Final = w.DET | w.PREP | w.PRON | w.CONJ | w.COMP | w.SUB | w.WH | w.AUX | w.POSS
_NOUNS: Final = (
    w.HEADS | w.OCCASION | w.POST | w.THING | w.NETWORK | w.CARDINAL | w.BODYPART | w.MEDIAPART
)
#: What surnames are spelt like, besides nouns: "Lena Kurz".
_OTHERWISE: Final = w.ADJ | w.TIME | w.VERB | w.AUX | w.ADV
#: Adjectives between an article and its noun are no more than this.
ADJECTIVES: Final = 4
#: An adjective that opens a sentence has so many letters.
SHORTEST: Final = 5


def past_attribute(words: Sequence[Word], first: int, last: int) -> int | None:
    """Return the head that a phrase before its adjective leads to: "die in Ulm tätige | X"."""
    if first + 3 >= last or not (words[first].bits & w.DET and words[first + 1].bits & w.PREP):
        return None
    return next(
        (i for i in range(first + 3, last - 1) if words[i].bits & (w.ROLE | w.PERSON)), None
    )


def without_place(
    key: Sequence[str], words: Sequence[Word], where: tuple[int, int], leading: Container[str]
) -> tuple[int, int]:
    """Return a phrase for an outlet without where it is from: "die Zeitung | aus Ulm"."""
    first, last = where
    at = next((i for i in range(first + 1, last - 1) if key[i] in leading), last)
    if at == last or not (words[at - 1].outlet or words[at - 1].bits & w.MEDIA):
        return where
    rest = words[at + 1 : last]
    placed = all(word.is_word and (word.upper or word.bits & w.DET) for word in rest)
    return (first, at) if placed else where


def lower_nouns(tokens: Tokens, grammar: Grammar) -> None:
    """Read nouns without their capitals, and articles by what they do."""
    if not grammar.noun_capitals:
        return
    reading = _Reading(tokens, grammar)
    for index in tokens.upper:
        reading.capital(index)
    reading.genitives()
    reading.degrees()
    reading.articles()
    reading.particles()
    tokens.upper = array("i", [i for i in tokens.upper if tokens.word[i].upper])


def surnames(tokens: Tokens) -> frozenset[str]:
    """Return the words that end a name of two or more somewhere, and go on with none there."""
    word, key, capitals = tokens.word, tokens.key, set(tokens.upper)
    none = _FUNCTION | w.ADV | w.PLACE
    names = {i for i in capitals if not word[i].bits & none and not word[i].caps}
    ends = {i for i in names if i - 1 in names and i + 1 not in capitals}
    within = {key[i] for i in names if i + 1 in names and i - 1 in names}
    return frozenset(key[i] for i in ends) - within


def is_plain_adjective(grammar: Grammar, word: Word) -> bool:
    """Say whether a word in no table is an adjective where nouns have capitals, by its ending."""
    plain = grammar.noun_capitals and word.is_word and not word.capital and not word.bits
    return plain and not word.cues and word.key.endswith(grammar.adjective_endings)


@lru_cache(maxsize=256)
def _variant(key: str, bits: int, features: int = 0) -> Word:
    """Return a word of small letters that does one thing alone."""
    word = Word(key, key)
    word.bits, word.features = bits, features
    return word


class _Reading:
    def __init__(self, tokens: Tokens, grammar: Grammar) -> None:
        self.tokens = tokens
        self.grammar = grammar
        self.word = tokens.word
        self.key = tokens.key
        self.surnames = grammar.words_of("trade_surnames")
        self.nouns: set[int] = set()
        self._halves = {pair.partition(" ")[0] for pair in grammar.words_of("degree_pairs")}
        #: words that follow a given name somewhere: surnames wherever they stand
        self.called = {
            tokens.key[i] for i in tokens.upper
            if i and self.word[i - 1].bits & w.GIVEN and self.word[i - 1].upper
            and self.key[i] in self.surnames
        }  # fmt: skip
        self._of_places = tuple(sorted(grammar.words_of("place_endings")))
        self._neuter = grammar.words_of("no_masculines")
        self.capitals = {tokens.key[i] for i in tokens.upper}
        self.adjectives = self._unchanged()
        self.named = self._named()
        #: words with a capital that do not owe it to their place
        self.inside = {tokens.key[i] for i in tokens.upper if not self._opens(i)}

    def _named(self) -> frozenset[str]:
        """Return the words that end a name after a given name somewhere, and mean nobody else."""
        known = w.GIVEN | w.TIME | w.PLACE | w.TITLE | _FUNCTION
        found, capitals = set(), set(self.tokens.upper)
        for index in self.tokens.upper:
            word, before = self.word[index], self.word[index - 1] if index else None
            if before is None or not (before.is_word and before.upper and before.bits & w.GIVEN):
                continue
            if before.bits & (w.TIME | w.PLACE) or word.bits & (known | _NOUNS) or word.caps:
                continue
            if index + 1 not in capitals and word.is_word and len(word.key) > 2:
                found.add(word.key)
        return frozenset(found)

    def _form(self, index: int) -> str:
        return self.tokens.text[self.tokens.start[index] : self.tokens.end[index]]

    def _opens(self, index: int) -> bool:
        return index == 0 or (not self.word[index - 1].is_word and self.key[index - 1] in _OPENING)

    def capital(self, index: int) -> None:
        """Take the capital off a word that is a noun, or none but for where it stands."""
        word = self.word[index]
        if not word.is_word or word.caps:
            return
        if word.bits & w.TIME and not word.bits & _NOUNS and self.key[index] not in self.called:
            return
        function = word.bits & (_FUNCTION | w.ADV | w.VERB | w.NEG | w.DEMONYM | w.ADJ)
        opens = self._opens(index)
        if self._is_surname(index) or self._is_named(index):
            self.word[index] = self._as_name(index)
            return
        if word.bits & w.TIME and not word.bits & _NOUNS:
            return
        if word.bits & w.GIVEN and not self._is_led(index):
            return
        noun = word.bits & _NOUNS or any(cue.form & w.NOUN for cue in word.cues)
        if noun and not (function and opens and not word.bits & _NOUNS):
            if not self._is_title(index):
                self._lower(index)
            return
        if opens and word.bits == w.VERB and self._acts(index + 1):
            self._lower(index)  # "Zahlen nannte er nicht"
            return
        if function or word.cues:
            kept = w.DET | w.PRON | w.POSS | w.DEMONYM | w.ADJ | w.TITLE
            if not opens and not word.bits & kept:
                self._lower(index)
            return
        if word.bits & (w.PLACE | w.TITLE) or word.outlet:
            return
        labels = opens and self.key[index + 1 : index + 2] == [":"]  # "Außenamt: …"
        if not word.bits and (labels or (self._is_led(index) and not self._is_aged(index))):
            compound = Word(word.key, self._form(index))
            self.grammar.end_noun(compound, led=True)
            if compound.bits and not compound.bits & w.MEDIA:
                compound.upper, compound.caps = False, False
                self.nouns.add(index)
                self.word[index] = compound
                return
        ends = word.key.endswith(self.grammar.noun_endings) and not self._after_name(index)
        ends = ends and not self._is_first_name(index)
        if ends or (self._is_led(index) and not self._goes_on(index)):
            self._lower(index)

    def _acts(self, index: int) -> bool:
        """Say whether a finite verb in small letters stands at a token."""
        word = self.word[index] if index < len(self.word) else None
        if word is None or not word.is_word or word.capital:
            return False
        return bool(word.bits & (w.AUX | w.VERB)) or any(c.form & w.FINITE for c in word.cues)

    def _is_title(self, index: int) -> bool:
        """Say whether a compound of a word for outlets is the name of one: "das Domradio"."""
        word = self.word[index]
        media = word.bits & (w.MEDIA | w.MEDIAPART) and word.key in self.grammar.tails
        before = self.word[index - 1] if index else None
        some = before is not None and before.bits & (w.INDEF | w.POSS | w.CARDINAL)
        return bool(media) and not some and "-" not in word.key

    def _lower(self, index: int) -> None:
        self.nouns.add(index)
        self.word[index] = self.grammar.noun(self._form(index))

    def _as_name(self, index: int) -> Word:
        return Word(self.key[index], self._form(index))

    def _is_first_name(self, index: int) -> bool:
        """Say whether a word stands between somebody's office and a name: "Minister Giannis V."."""
        before, after = self.word[index - 1], self.word[min(index + 1, len(self.word) - 1)]
        if self.key[min(index + 1, len(self.key) - 1)] == "&":
            return True  # "der Hersteller | Hellwig & Sohn"
        office = index - 1 in self.nouns and before.bits & w.ROLE and before.is_word
        return bool(office) and after.is_word and after.upper and not after.bits & ~w.GIVEN

    def _after_name(self, index: int) -> bool:
        """Say whether a name, a title or somebody's office stands right before a word."""
        before = self.word[index - 1] if index else None
        if before is None or not before.is_word or index - 1 in self.nouns:
            return False
        plain = not before.bits & (_FUNCTION | w.ADV | w.ADJ | w.DEMONYM | w.TIME)
        return before.upper and (plain or bool(before.bits & (w.GIVEN | w.TITLE)))

    def _is_surname(self, index: int) -> bool:
        """Say whether a word for a trade is somebody's name here."""
        word = self.word[index]
        if not word.bits & (_NOUNS | _OTHERWISE) and not word.cues:
            return False
        before = self.word[index - 1] if index else None
        if before is None or not before.is_word:
            return self.key[index] in self.called
        if before.upper and before.bits & (w.GIVEN | w.TITLE):
            return not word.bits & w.NETWORK
        initial = len(before.key) == 1 and before.upper
        if initial or (self._after_name(index) and self.key[index] in self.surnames):
            return True
        if self.key[index] in self.surnames and index - 1 in self.nouns:
            if self._is_named_after(index):
                return False  # "der Vorsitzende Richter, Klaus Wimmer"
            return bool(before.bits & (w.ROLE | w.TITLE)) and not before.bits & w.PLURAL
        led = before.bits & (w.DET | w.ADJ | w.POSS) or self._is_led(index)
        return self.key[index] in self.called and not led

    def _is_named(self, index: int) -> bool:
        """Say whether a word calls somebody by the surname that stands after a given name."""
        return self.key[index] in self.named and not self._is_led(index)

    def _is_named_after(self, index: int) -> bool:
        """Say whether somebody's name follows a word between commas."""
        if self.key[index + 1 : index + 2] != [","] or index + 3 >= len(self.word):
            return False
        given, name = self.word[index + 2], self.word[index + 3]
        return bool(given.bits & (w.GIVEN | w.TITLE)) and name.is_word and name.upper

    def _is_led(self, index: int) -> bool:
        """Say whether an article, a number or an adjective in small letters leads to a word."""
        before = self.word[index - 1] if index else None
        if before is None or not before.is_word or before.caps:
            return False
        if before.capital and (self._opens_as_adjective(index - 1) or self._is_of_place(index - 1)):
            return True  # "Konkrete Zahlen", "das Minsker Abkommen"
        if before.upper and before.key[-1:] == "s" and self._owns(index - 1):
            return True  # "Lehmanns Umfeld"
        if before.bits & (w.DET | w.POSS | w.CARDINAL):
            return True
        if before.key in self.grammar.words_of("contracted"):
            return True
        if before.capital or before.bits & (_FUNCTION | w.ADV | w.VERB | w.TIME) or before.cues:
            return False
        return before.key.endswith(self.grammar.adjective_endings) and before.key[:1].isalpha()

    def _owns(self, index: int) -> bool:
        """Say whether a name in the genitive stands at a token, told without its ending, too."""
        word = self.word[index]
        bare = word.key[:-1]
        return len(bare) >= SHORTEST - 1 and bare in self.capitals and not word.bits & w.GIVEN

    def _opens_as_adjective(self, index: int) -> bool:
        """Say whether a word has its capital from its place alone: "Konkrete Zahlen nannte er"."""
        word = self.word[index]
        if word.bits or word.cues or word.outlet or len(word.key) < SHORTEST:
            return False
        ends = word.key.endswith(self.grammar.adjective_endings) and self._opens(index)
        return ends and word.key not in self.inside

    def _is_of_place(self, index: int) -> bool:
        """Say whether a word is what is of a place: "Minsker", which no ending changes."""
        word = self.word[index]
        place = next((e for e in self._of_places if word.key.endswith(e)), "")
        if not place or word.bits & w.GIVEN or len(word.key) - len(place) < SHORTEST - 1:
            return False
        if word.key in self.adjectives:
            return True
        stem = word.key[: -len(place)]
        return bool(self.grammar.word(stem.capitalize()).bits & w.PLACE)

    def _unchanged(self) -> frozenset[str]:
        """Return the unknown words that an article tells to be of a place: "das Minsker …"."""
        found = set()
        for index in self.tokens.upper:
            word, last = self.word[index], index + 1 >= len(self.word)
            if word.bits or last or not index or not word.key.endswith(self._of_places):
                continue
            if self.key[index - 1] in self._neuter and self.word[index + 1].is_word:
                if self._form(index + 1)[:1].isupper():
                    found.add(word.key)
        return frozenset(found) if self._of_places else frozenset()

    def _is_aged(self, index: int) -> bool:
        """Say whether an age stands before a word: "die 42-jährige Fischer"."""
        return self.key[index - 1][:1].isdigit()

    def _goes_on(self, index: int) -> bool:
        """Say whether a word with a capital follows, whose first name or kind this may be."""
        after = self.word[index + 1] if index + 1 < len(self.word) else None
        return after is not None and after.is_word and after.upper and not after.bits & _FUNCTION

    def genitives(self) -> None:
        """Compare names without their ending of the genitive: "Lehmanns Plan", told of Lehmann."""
        names = {self.word[i].stem for i in self.tokens.upper if self.word[i].upper}
        for index in self.tokens.upper:
            word = self.word[index]
            bare = word.stem[:-1]
            if not word.upper or len(bare) < SHORTEST - 1 or bare not in names:
                continue
            if word.stem[-1] == "s" and not word.bits & (w.GIVEN | w.PLACE) and not word.outlet:
                name = Word(word.key, self._form(index))
                name.bits, name.features, name.stem = word.bits, word.features, bare
                name.lemma, name.cues = word.lemma, word.cues
                self.word[index] = name

    def degrees(self) -> None:
        """Read short words for degrees and for what somebody was as titles: "Dr. med. vet. X"."""
        known = self.grammar.words_of("degrees")
        pairs = self.grammar.words_of("degree_pairs")
        for index, key in enumerate(self.key):
            if key in known and self._is_degree(index):
                self._as_title(index)
            elif key in self._halves and self.key[index + 1 : index + 4 : 2] == [".", "."]:
                both = f"{key} {self.key[index + 2]}"
                if both in pairs and index and self._is_titled(index - 1):
                    self._as_title(index)
                    self._as_title(index + 2)

    def _is_degree(self, index: int) -> bool:
        """Say whether a short word before a stop is a degree: one with a capital, or beside one."""
        key = self.key[index]
        if not key.endswith(".") and self.key[index + 1 : index + 2] != ["."]:
            return False
        if self._form(index)[:1].isupper():
            return True
        after = self.key[index + 2 : index + 3]
        led = bool(after) and after[0] in self.grammar.words_of("degrees")
        return led or (index > 0 and self._is_titled(index - 1))

    def _is_titled(self, index: int) -> bool:
        """Say whether a title, or somebody's office, stands at a token or before its stop."""
        at = index - 1 if index and self.key[index] == "." else index
        return bool(self.word[at].bits & (w.TITLE | w.ROLE)) and self.word[at].capital

    def _as_title(self, index: int) -> None:
        title = Word(self.key[index], self.key[index].capitalize())
        title.bits = w.TITLE
        self.word[index] = title

    def articles(self) -> None:
        """Tell the genitive and the relative from articles."""
        genitive = self.grammar.words_of("genitive_articles")
        relative = self.grammar.words_of("relative_articles")
        for index in range(1, len(self.key) - 1):
            key, word = self.key[index], self.word[index]
            if key not in genitive and key not in relative:
                continue
            if word.upper or not word.is_word:
                continue
            if key in genitive and (index - 1 in self.nouns or self._is_owned(index - 1)):
                if self._begins_noun(index + 1):
                    self.word[index] = _variant(key, w.PREP)
            elif key in relative and self._after_comma(index) and not self._begins_noun(index + 1):
                self.word[index] = _variant(key, w.REL)

    def _is_owned(self, index: int) -> bool:
        """Say whether letters for a body or an office stand at a token: "CEO der X"."""
        return self.word[index].caps and bool(self.word[index].bits & w.ROLE)

    def _after_comma(self, index: int) -> bool:
        at = index - 1
        if at > 0 and self.word[at].bits & w.PREP and self.word[at].is_word:
            at -= 1
        return self.key[at] == ","

    def particles(self) -> None:
        """Read a preposition that may be part of a name as one only between its parts."""
        for index in range(1, len(self.key) - 1):
            word = self.word[index]
            before, after = self.word[index - 1], self.word[index + 1]
            article = word.bits & w.PARTICLE and word.bits & w.DET and not word.upper
            if article and not before.bits & w.PARTICLE:  # "Binder | der APA", not "von der Au"
                bits = word.bits & ~w.PARTICLE
                self.word[index] = _variant(word.key, bits, word.features)
                continue
            if not word.bits & w.PARTICLE or not word.bits & w.PREP or word.upper:
                continue
            inside = (
                before.upper
                and before.bits & (w.GIVEN | w.TITLE)
                and (after.upper or after.bits & w.PARTICLE)
            )
            if not inside:
                self.word[index] = _variant(word.key, word.bits & ~w.PARTICLE, word.features)

    def _begins_noun(self, index: int) -> bool:
        """Say whether adjectives and a noun, or a noun, begin at a token."""
        none = _FUNCTION | w.ADV | w.NEG | w.REFLEX | w.OBJ | w.REL
        for at in range(index, min(len(self.key), index + ADJECTIVES)):
            word = self.word[at]
            if not word.is_word:
                return self.key[at] in '„"»«“›‹' and at == index
            if self._form(at)[:1].isupper() or "-" in self.key[at][:4]:
                return True
            number = word.bits & w.NUM or self.key[at][:1].isdigit()
            if word.bits & w.ADV and "".join(self.key[at + 1 : at + 2])[:1].isdigit():
                continue  # "der etwa 40-Jährige"
            if word.bits & none and not number and not word.bits & (w.ADJ | w.DEMONYM):
                return False
            if not number and not word.key.endswith(self.grammar.adjective_endings):
                return False
        return False
