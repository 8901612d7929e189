"""The people and bodies whom a report names, speaking or not."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.compounds import with_kinds
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.known import (
    Known,
    admits,
    are_places,
    is_done,
    is_first_name,
    is_nobody,
    is_thing,
    is_title,
    names_network,
    past_party,
    past_served,
    unlisted_before,
)
from rawi.reading.subject_first.letters import Letters
from rawi.reading.subject_first.mentions import Mentions
from rawi.reading.subject_first.suffixed import begins_outlet, opens_none
from rawi.reading.subject_first.told_sources import is_portfolio, past_portfolio, tells_office

#: So many mentions before a place are looked at.
NEIGHBOURS: Final = 60
#: A role before a name with a comma between is no longer than this, in tokens.
APPOSITION: Final = 14
#: The letters of a club or party before a name, and "and" before the second of two, in tokens.
LETTERS, JOINED = 5, 5
#: An office stands so near before its field, in tokens: "Minister of State for Power".
FIELD: Final = 5
#: Roles stand so near a name, in tokens.
ROLE_REACH: Final = 9
#: An adjunct that opens a sentence before its subject is no longer than this, in tokens.
LEAD: Final = 12


class Cast:
    """The named people and bodies of one document."""

    def __init__(self, document: Document, mentions: Mentions) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.mentions = mentions
        self.people: list[Known] = []
        self._bodies: list[Range] = []
        #: the words of names that a relative clause tells to be no person's
        self.things: set[frozenset[str]] = set()
        self._by_word: dict[str, list[Known]] = {}
        self._told: list[tuple[int, Known]] = []
        self._in_names: set[int] = set()
        words = document.grammar.words_of
        self._place_parts, self._of = words("place_parts"), words("part_prepositions")
        self._fields = self._of | words("serving_prepositions")
        self._plural, self._employing = words("plural_auxiliaries"), words("employing")
        self._thing_relatives, self._letters = words("thing_relatives"), Letters(document)
        self._starts = {sentence.first for sentence in document.sentences}
        self._kinds = w.BODY if self.grammar.noun_capitals else 0  # "der Hersteller | X"
        for run in self._runs():
            self._take(run)
        self._single_mentions()
        self._told.sort(key=lambda pair: pair[0])
        self._places = [place for place, _ in self._told]
        if not self.grammar.renames:
            self._introduce()

    def _introduce(self) -> None:
        """Give a role to whom a sentence names after "a farmer who …", or after the lead's role."""
        sentences = self.document.sentences
        lead = next((s.first for s in sentences if self._is_running(s.paragraph)), -1)
        for number, (first, last, _) in enumerate(sentences):
            leads = first == lead and self.word[first].bits & w.DET
            if not self.word[first].bits & w.INDEF and not leads:
                continue
            role = self._role_at(first, last)
            for following in sentences[number + 1 : number + 3] if role else ():
                known = self.subject_of(following.first, following.last)
                if known is not None and min(known.places) >= following.first:
                    known.heads.update([role] if not known.heads else ())
                    break

    def _is_running(self, paragraph: int) -> bool:
        """Say whether a paragraph is none of the headline's or of those around the text."""
        return self.document.paragraphs[paragraph].kind is None

    def _role_at(self, first: int, last: int) -> str:
        """Return the role of an indefinite phrase at a sentence's head; "" for none."""
        found = ""
        for index in range(first + 1, min(last, first + ROLE_REACH)):
            word = self.word[index]
            if not word.is_word or word.bits & (w.AUX | w.VERB | w.REL | w.PREP | w.CONJ):
                break
            if word.bits & (w.ROLE | w.PERSON) and not word.features & w.PLUR:
                found = word.lemma
        return found

    def _runs(self) -> list[Range]:
        """Return the runs of capitalised words of the running text."""
        found: list[Range] = []
        for number, (first, last, kind) in enumerate(self.document.paragraphs):
            told = kind == "credit" and tells_office(self.document, first, last)
            if kind not in (None, "headline") and not told:
                continue
            begin = self.document.datelines.get(number, first)
            upper = self.document.tokens.upper
            low, high = bisect_left(upper, begin), bisect_left(upper, last)
            words = self.document.tokens.count_words(begin, last)
            told = told or words <= 3 or self._is_sentence(begin, last)
            if not told and high - low > self.grammar.title_share * words:
                continue  # a line in capitals, or with one at the head of each word
            if all(self.word[i].caps for i in range(begin, last) if self.word[i].is_word):
                continue  # "FULL TEXT."
            at = begin
            for start in upper[low:high]:
                if start < at or not self._opens(start):
                    continue
                at = start
                end = at + 1
                while end < last and (self._continues(end, last) or self.document.nickname(end)):
                    end = self.document.nickname(end) or end + 1
                while end > at and not self.word[end - 1].is_word:
                    end -= 1
                found.append((at, max(end, at + 1)))
                at = max(end, at + 1)
        return found

    def _is_sentence(self, first: int, last: int) -> bool:
        """Say whether a line of many names is a sentence: with a verb and a full stop."""
        ends = self.grammar.title_case and self.key[last - 1] == "."
        return ends and any(word.cues or word.bits & w.VERB for word in self.word[first:last])

    def _opens(self, index: int) -> bool:
        word = self.word[index]
        if not word.is_word:
            return False
        if len(word.key) == 1 and index + 2 < len(self.key) and self.key[index + 1] == ".":
            return self.word[index + 2].upper
        if self.grammar.suffixed and opens_none(self.document, index, index in self._starts):
            return False  # "Kentte | Ada Lorne"
        if word.bits & (w.DET | w.PRON | w.PREP | w.TIME | w.AUX | w.SUB | w.COMP | w.WH | w.CONJ):
            return bool(word.bits & w.GIVEN)
        opens = not index or not self.word[index - 1].is_word
        if opens and self.grammar.opens_as_verb(word):
            return False  # "Anunció Sánchez que …"
        return not (word.bits & (w.ROLE | w.DEMONYM | w.TITLE | w.LINK | w.ADV | w.PERSON
                                 | w.SPEAKTO)
                    and not word.bits & w.GIVEN)  # fmt: skip

    def _continues(self, index: int, last: int) -> bool:
        word = self.word[index]
        if not word.is_word:
            if self.key[index] == "&":
                return index + 1 < last and self.word[index + 1].capital
            return (
                self.key[index] == "."
                and len(self.key[index - 1]) == 1
                and (index + 1 < last and self.word[index + 1].upper and self.word[index - 1].upper)
            )
        if word.bits & w.GENITIVE:
            return False
        if word.bits & w.PARTICLE and not word.upper:
            after = self.word[index + 1] if index + 1 < last else word
            telling = self.grammar.words_of("telling_prepositions")
            told = after.outlet and self.key[index] in telling  # "X al Tg1"
            plain = not self.word[index - 1].caps and self.grammar.renames
            told = told or (plain and after.caps and len(after.key) > 1)  # "Ada Lorne du SPVM"
            return after.upper and not told
        joined = self.key[index - 1] == "&" and word.capital  # "Hellwig & Sohn"
        some = w.INDEF * self.grammar.noun_capitals  # "laut Ann Poe | Dutzende"
        some |= w.PLACE * (self.grammar.suffixed and not word.bits & w.GIVEN)  # "Ann | Rusya"
        if self.grammar.suffixed and begins_outlet(self.document, index, last):
            return False
        return (word.upper or joined) and not word.bits & (w.TIME | w.PRON | some)

    def _cut(self, run: Range) -> Range:
        """Return a run without the roles at its head and the letters at its end."""
        first, last = run
        for index in range(last - 2, first - 1, -1):
            word = self.word[index]
            if (quote := self.document.quote_over(index)) is not None and quote.open >= first:
                continue  # "Tanya ‘Lady Volt’ Grant"
            if word.bits & (w.ROLE | w.TITLE | w.PERSON) and not word.bits & w.GIVEN:
                first = index + 1
                break
            if self.mentions.is_short_office(index):
                first = index + 1  # "Health CS Ann Poe"
                break
            if word.bits & w.BODY and self.word[index + 1].bits & w.GIVEN:
                first = index + 1
                break
            if self.mentions.is_compound(index) and not self._is_based(first):
                first = index + 1  # "State-owned Orbis"
                break
        first = next((i for i in range(first, last) if self.word[i].is_word), last)
        alone = len(self.key[first]) == 1 and self.key[first + 1 : first + 2] != ["."]
        if last - first > 2 and alone and self.word[first].outlet:
            first += 1  # "wrote on X | Jane Roe"
        letters = self.word[first]
        told = (
            self.grammar.drops_subject
            and letters.outlet
            and first > 0
            and (self.word[first - 1].bits & w.PREP)
        )
        if told and last - first > 2 and self.word[first + 1].bits & w.GIVEN:
            first += 1  # "racconta all'Ansa | Gino De Bona"
            letters = self.word[first]
        if last - first > 2 and letters.caps and not letters.bits and len(letters.key) <= LETTERS:
            if self.word[first + 1].bits & w.GIVEN:
                first += 1  # "l'attaquant du HAC Jean Roe"
        while last - first > 1 and self.word[last - 1].bits & w.ROLE and self.word[last - 1].caps:
            last -= 1
        letter = last - first > 1 and len(self.key[last - 1]) == 1
        if letter and self.document.grammar.common_generics and self.key[last : last + 1] == ["."]:
            last += 1  # "Jean-Luc V."
        return first, last

    def _past_field(self, run: Range) -> Range:
        """Return a run without the field of the office before it: "Minister of Culture Ann Poe"."""
        first, last = run
        if self.grammar.common_generics:
            return past_portfolio(self.document, run)
        if first and (past := self.mentions.past_field(first, last)) is not None:
            return past, last
        if first < 2 or self.key[first - 1] not in self._fields or last - first < 3:
            return run
        if not any(
            o.bits & w.ROLE and o.upper for o in self.word[max(0, first - FIELD) : first - 1]
        ):
            return run
        given = (i for i in range(first + 1, last - 1) if self.word[i].bits & w.GIVEN)
        start = next(given, last - 2)
        return run if any(o.bits & w.BODYPART for o in self.word[start:last]) else (start, last)

    def _take(self, run: Range) -> None:
        first, last = run = self._past_field(self._cut(run))
        words = [self.word[i] for i in range(first, last) if self.word[i].is_word]
        bodied = any(word.bits & (w.BODYPART | w.MEDIAPART | w.BODY) for word in words)
        after = self.word[last] if last < len(self.word) else None
        placed = len(words) > 1 and self.grammar.free and are_places(words)
        tail = words[-1] if words else None
        plural = tail and tail.bits & w.ROLE and tail.features & w.PLUR  # "Gozo MPs"
        nobody = self.grammar.suffixed and is_nobody(words)
        if placed or plural or nobody or (tail and tail.key in self._place_parts):
            return
        thing = is_thing(self.key, last, self._thing_relatives)
        if thing or (self._kinds and "&" in self.key[first:last]):
            self._bodies.append(run)
            self.things.add(frozenset(word.stem for word in words))
            return
        if (
            after is not None
            and after.key in self._plural
            and not any(word.bits & w.CONJ for word in self.word[max(0, first - JOINED) : first])
        ):
            self._bodies.append(run)  # "Eintracht Lund have enquired"
            return
        bits = after.bits if after is not None else 0
        adjective = self.grammar.common_generics and len(words) == 1 and words[0].bits & w.ADJ
        if adjective and bits & w.ROLE:
            return  # "le Premier ministre"
        named = after is not None and after.is_word and bits & (w.BODY | w.MEDIA)
        if bodied or named or self._is_based(first):
            self._bodies.append(run)
            return
        before = self.word[first - 1] if first else None
        if self.grammar.title_case and len(words) > 2 and self._is_served(first):
            first, _ = run = past_served(self.word, run)
            words = [word for word in self.word[first:last] if word.is_word]
        titled = self.mentions.is_titled(first)
        if first > 1 and self.key[first - 1] in self._employing:
            if self.word[first - 2].bits & w.ROLE:
                self._bodies.append(run)  # "a forecaster at Météo Bretagne"
                return
        if is_portfolio(self.document, first) and len(words) < 3 and not words[0].bits & w.GIVEN:
            return
        if self._is_served(first) and not any(word.bits & w.GIVEN for word in words):
            if self.document.grammar.common_generics and not words[0].bits & (w.PLACE | w.MEDIA):
                self._bodies.append(run)
            return
        if before is not None and before.bits & w.DET and not before.bits & w.COMP:
            self._bodies.append(run)
            return
        given = any(word.bits & w.GIVEN for word in words)
        placed = not (given or titled) and self.mentions.is_place(first)
        if placed or (self._is_field(first) and not given) or not (given or titled or words[1:]):
            return
        alone = words[0].outlet and len(words) < 2 and not titled
        if len(words) > 5 or alone or (words[0].outlet and names_network(self.document, run)):
            return  # "his platform, Truth Social"
        self._person(run, titled)

    def _is_based(self, first: int) -> bool:
        """Say whether a name after a preposition is of a body: "of Paris-based Northgrid"."""
        led = first and self.word[first - 1].bits & w.PREP and not self.word[first - 1].upper
        return bool(led) and self.key[first].endswith(self.grammar.based)

    def _is_served(self, first: int) -> bool:
        """Say whether an office and a preposition stand before a name: "the director of X"."""
        if first < 2 or not self.word[first - 1].bits & w.PREP or self.word[first - 1].upper:
            return False
        at = first - 2
        while self.document.grammar.adjectives_follow and at and self.word[at].bits & w.ADJ and (
            not self.word[at].bits & w.ROLE
        ):  # fmt: skip
            at -= 1  # "la directrice générale de X"
        office = self.word[at]
        return bool(office.bits & w.ROLE) and not office.bits & w.PERSON and not office.upper

    def _is_field(self, first: int) -> bool:
        """Say whether a run is what an office is for: "the Minister of Foreign Affairs"."""
        if self.grammar.gendered or first < 2 or self.key[first - 1] not in self._of:
            return False
        return bool(self.word[first - 2].bits & w.ROLE) and self.word[first - 2].upper

    def _person(self, run: Range, titled: bool) -> None:
        key = frozenset(
            self.word[i].stem
            for i in range(*run)
            if self.word[i].is_word and len(self.key[i]) > 1 and not self.word[i].bits & w.PARTICLE
        )
        if not key:
            return
        known = self.person(key, run[0])
        if known is None or (known.words < key and len(known.words) > 1):
            full = len(key) > 1 or self._is_surnamed(run)
            if not (full or titled or is_first_name(self.document, run)):
                return
            known = Known(run, key, 0)
            self.people.append(known)
            self._index(known, key)
        elif len(key) > len(known.words):
            self._index(known, key - known.words)
            known.name, known.words = run, key
        known.titled = known.titled or titled
        self._note(known, run)

    def _is_surnamed(self, run: Range) -> bool:
        """Say whether a small word with a capital opens a name of two words: "Abu Khaled"."""
        first, last = run
        words = self.word[first:last]
        led = last - first == 2 and self.key[first] in self.grammar.words_of("kunyas")
        return led and all(word.is_word and word.upper and not word.caps for word in words)

    def _index(self, known: Known, words: frozenset[str]) -> None:
        for word in words:
            self._by_word.setdefault(word, []).append(known)

    def _note(self, known: Known, run: Range) -> None:
        """Note where somebody is named, and with which roles, title and gender."""
        self._in_names.update(range(*run))
        if self.document.quote_over(run[0]) is None:
            known.places.append(run[0])
            self._told.append((run[0], known))
        if not known.features:
            for index in range(run[0], max(run[0] + 1, run[1] - self.document.grammar.renames)):
                if self.word[index].bits & w.GIVEN:
                    known.features |= self.word[index].features & (w.MASC | w.FEM)
                    break
        start = run[0]
        shared = run[1] - run[0] == 1 and len(known.words) > 1  # a surname may be another's
        while start and not self.grammar.gendered and is_title(self.word[start - 1]):
            start -= 1  # "The President, Nana Akufo-Addo"
            if not shared and not known.features & (w.MASC | w.FEM):
                known.features |= self.word[start].features & (w.MASC | w.FEM)
        opens = start
        led_to = start and self.word[start - 1].bits & w.PREP
        apart: list[str] = []  # roles before a comma, which a preposition may lead to
        while start > 0 and run[0] - start < ROLE_REACH:
            word = self.word[start - 1]
            if not word.is_word and self.key[start - 1] not in ",.&'":
                break
            if self.key[start - 1] == "," and start != opens:
                break
            another = led_to and word.upper and word.bits & w.GIVEN  # "el alcalde X con Red Sur"
            clause = word.bits & (w.AUX | w.PRON | w.SUB | w.COMP | w.VERB)
            if another or clause or start in self._starts:
                break
            if not word.bits & w.HEADS and any(cue.form & w.FINITE for cue in word.cues):
                break
            start -= 1
            led = (self.key[start] in self._of or word.bits & w.POSS) and not word.upper
            if led and self.key[run[0] - 1] == ",":
                if word.bits & w.POSS and apart:
                    break  # "its minister, X"
                apart = []  # "the son of the accused, X"
            if self.grammar.tells_role(word):
                apart.append(word.lemma)
            if word.bits & (w.TITLE | w.ROLE) and not known.features & (w.MASC | w.FEM):
                known.features |= word.features & (w.MASC | w.FEM)
        theirs = led_to and self.word[run[0]].bits & w.GIVEN and not self.grammar.free
        known.heads.update(() if theirs else with_kinds(self.grammar, apart))  # "a son of Ann Poe"
        if (unlisted := unlisted_before(self.document, run[0])) is not None:
            known.heads.add(unlisted)
        end = past_party(self.key, run[1])
        if end < len(self.word) and self.key[end] == ",":
            for index in range(end + 1, min(len(self.word), end + ROLE_REACH)):
                word = self.word[index]
                if not word.is_word or word.bits & (w.AUX | w.REL | w.PRON):
                    break
                if word.bits & (w.ROLE | w.PERSON):
                    if self.word[min(index + 1, len(self.word) - 1)].upper:
                        break  # another's: "Selon Le Réveil, la sénatrice X"
                    bare = led_to and self.word[index - 1].bits & w.DET
                    if bare and is_done(self.document, index + 1):
                        break  # another's: "Asked of X, the minister said"
                    known.heads.update(with_kinds(self.grammar, [word.lemma]))
                    self._tell_gender(known, end + 1)
                    break
                if word.bits & w.PREP:
                    break
        if apart and start < run[0]:
            near = () if self.key[run[0] - 1] == "," else range(run[0] - 1, start, -1)
            led_by = (i for i in near if self.word[i].bits & (w.DET | w.PREP))
            self._tell_gender(known, next(led_by, start))  # "la parole au maire X": of "au"

    def _tell_gender(self, known: Known, article: int) -> None:
        """Take somebody's gender from the article of their role: "Claude Balcon, le maire"."""
        word = self.word[article]
        told = word.features & (w.MASC | w.FEM) if word.bits & w.DET else 0
        either = self.grammar.words_of("either_gender") & set(self.key[article + 1 : article + 2])
        if self.document.grammar.gendered and told and not either:
            known.features = known.features & ~(w.MASC | w.FEM) | told

    def _single_mentions(self) -> None:
        """Note where people are called by one word of their name.

        Not inside another's: the surname of two brothers, each named in full.
        """
        for number in self.document.tokens.upper:
            word = self.word[number]
            if word.is_word and word.stem in self._by_word and number not in self._in_names:
                known = self._by_word[word.stem][0]
                told = number in known.places or number - 1 in known.places[-1:]
                if not told and self.document.quote_over(number) is None:
                    known.places.append(number)
                    self._told.append((number, known))

    # -- asking ----------------------------------------------------------------------

    def person(self, words: frozenset[str], at: int) -> Known | None:
        """Return who is meant by a name."""
        if not words:
            return None
        listed = min((self._by_word.get(word, []) for word in words), key=len)
        fits = [known for known in listed if words <= known.words or known.words <= words]
        if not fits and len(words) > 1:
            shorter = [k for word in words for k in self._by_word.get(word, ())]
            fits = [known for known in shorter if known.words <= words]
        return fits[0] if fits else None

    def between(self, first: int, last: int) -> list[tuple[int, Known]]:
        """Return where people are named in a range of tokens, and who, in the text's order."""
        low, high = bisect_left(self._places, first), bisect_left(self._places, last)
        return self._told[low:high]

    def body(self, words: frozenset[str]) -> Range | None:
        """Return the full name of a body that is called by one word of it."""
        for first, last in self._bodies[:400]:
            stems = {self.word[i].stem for i in range(first, last) if self.word[i].is_word}
            if words < stems and self.word[first].stem in words:
                return (first, last)
        return None

    def spelt_out(self, letters: Range) -> Range | None:
        """Return the name that the report gives letters in brackets: "Observatoire du sel (OS)"."""
        return self._letters.of(letters)

    def described(self, heads: frozenset[str], at: int) -> Range | None:
        """Return the named body that a role word belongs to: "the Beryozovsky shipyard"."""
        for first, last in self._bodies[:400]:
            around = [self.word[i] for i in (first - 1, last) if 0 <= i < len(self.word)]
            inside = [self.word[i] for i in range(first, last)]
            if any(word.lemma in heads and word.is_word for word in inside):
                return (first, last)
            if any(word.lemma in heads and word.is_word for word in around[1:]):
                return (first, last + 1)
            if first and self.word[first - 1].lemma in heads and self.word[first - 1].is_word:
                return (first, last)
        return None

    def by_role(self, heads: set[str], at: int, features: int) -> Known | None:
        """Return the person with one of the roles who is named nearest before a token."""
        fits = [known for known in self.people[:400] if known.heads & heads and admits(
            known.features, features)]  # fmt: skip
        if not fits:
            return None
        before = [known for known in fits if known.places and known.places[0] < at]
        if before:
            return max(before, key=lambda known: max(p for p in known.places if p < at))
        return fits[0]

    def before(self, at: int, features: int, but: Known | None = None) -> Known | None:
        """Return the person named nearest before a token whose gender fits, but one of them."""
        end = bisect_left(self._places, at)
        for _, known in reversed(self._told[max(0, end - NEIGHBOURS) : end]):
            if admits(known.features, features) and (but is None or known is not but):
                return known
        return None

    def soft_before(self, at: int) -> Known | None:
        """Return the nearest name before a token that nothing tells from a body's."""
        end = bisect_left(self._places, at)
        near = reversed(self._told[max(0, end - NEIGHBOURS) : end])
        return next((known for _, known in near if self.is_soft(known)), None)

    def is_soft(self, known: Known) -> bool:
        """Say whether nothing tells a name from a body's: no given name, role or title."""
        given = any(self.word[i].bits & w.GIVEN for i in range(*known.name))
        return not (given or known.heads or known.features or known.titled)

    def body_before(self, at: int, *, loose: bool = False) -> Range | None:
        """Return the body whose name opens a sentence nearest before a token.

        With `loose` it may stand anywhere in its sentence.
        """
        end = bisect_left(self._bodies, (at, 0))
        for first, last in reversed(self._bodies[max(0, end - NEIGHBOURS) : end]):
            if not self.word[first].outlet and (loose or self._is_subject(first)):
                return (first, last)
        return None

    def subject_of(self, first: int, last: int) -> Known | None:
        """Return the person whose name opens a sentence."""
        begin = bisect_left(self._places, first)
        for place, known in self._told[begin : begin + 2]:
            if place < last and self._is_subject(place):
                return known
        return None

    def subject_before(self, at: int, features: int) -> tuple[int, Known] | None:
        """Return the person nearest before a token whose name opens a sentence."""
        end = bisect_left(self._places, at)
        for place, known in reversed(self._told[max(0, end - NEIGHBOURS) : end]):
            if admits(known.features, features) and self._is_subject(place):
                return place, known
        return None

    def _is_subject(self, place: int) -> bool:
        start = place
        near = self.word[place - 1] if place else None
        if near and near.bits & w.PREP and not near.upper:
            whose = self.grammar.comma_inversion and self.word[place].bits & w.GIVEN
            if self.grammar.title_case or (whose and self.word[place - 2].bits & w.ROLE):
                return False  # "a shopkeeper in | Khan Arnabah", "l'avocat de | Jean Morel"
        for index in range(place - 1, max(-1, place - APPOSITION), -1):
            word = self.word[index]
            verb = word.bits & (w.AUX | w.VERB | w.PRON | w.SUB | w.REL) or any(
                cue.form & w.FINITE and not cue.rest for cue in word.cues
            )
            if verb and not word.bits & w.HEADS:
                break
            if index in self._starts:
                role = any(self.word[i].bits & w.ROLE for i in range(index, place))
                if role and self.key[place - 1] != "." and not word.bits & w.PREP:
                    return True
                break
        while (
            start > 0
            and start not in self._starts
            and self.word[start - 1].is_word
            and (
                self.word[start - 1].bits & (w.TITLE | w.ROLE | w.DET | w.ADJ | self._kinds)
                or self.word[start - 1].upper
            )
            and not self.word[start - 1].bits & (w.SUB | w.PREP)
        ):
            start -= 1
        if start in self._starts:
            return True
        if start < 2 or self.key[start - 1] != ",":
            return False
        return self._is_led(start - 1)

    def _is_led(self, comma: int) -> bool:
        """Say whether an adjunct without a verb opens the sentence and ends at a comma."""
        at = comma
        while at > 0 and at not in self._starts and comma - at < LEAD:
            before = self.word[at - 1]
            nominal = before.bits & (w.SPEAKTO | w.HEADS | w.OCCASION) or (
                at > 1 and self.word[at - 2].bits & (w.PREP | w.DET)
            )
            if before.bits & w.AUX or (before.cues and not nominal):
                return False
            at -= 1
        opens = self.word[at].bits if at in self._starts else w.HEADS  # as nouns: none
        if opens & (w.PREP | w.ADV | w.TIME | w.SPEAKTO):
            return True
        forms = (cue.form & w.PAST for cue in self.word[at].cues)
        past = opens & (w.VERB | w.PASSIVE | w.ADJ) or any(forms)
        return self.document.grammar.renames and bool(past) and not opens & w.HEADS
