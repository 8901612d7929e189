"""What a phrase says of somebody: the name in it, the role, whether it is a pronoun."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from rawi.authority.outlets import Authority
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.listed import list_end
from rawi.reading.subject_first.name_lists import marked_row, name_list
from rawi.reading.subject_first.noun_capitals import past_attribute, without_place
from rawi.reading.subject_first.office_names import OfficeNames
from rawi.reading.subject_first.suffixed import is_bare, past_letters, without_kind
from rawi.records import Kind

#: A name has no more words than this.
NAME_WORDS: Final = 6


@dataclass(slots=True)
class Mention:
    """One phrase that speaks.

    `name` is the range of the proper name in it (None where it has none), `core` the phrase
    without determiner, relative clauses and appositions; `heads` the lemmas of its roles;
    `latter` says that it means who was named last, subject or not; `offices` are those that the
    phrase may be another name of.
    """

    where: Range
    core: Range
    name: Range | None = None
    kind: Kind = "person"
    features: int = 0
    heads: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    pronoun: bool = False
    definite: bool = False
    indefinite: bool = False
    generic: bool = False
    latter: bool = False
    joint: bool = False
    words: frozenset[str] = field(default_factory=frozenset)


class Mentions(OfficeNames):
    """Reads the phrases of one document that name who speaks."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        lists, free = document.grammar.words_of, document.grammar.drops_subject
        self._from = lists("origin_prepositions")
        self._held = lists("contracted") if free else frozenset()
        self._titles = lists("kept_titles")
        self._before_names = lists("before_names")
        self._partisans = lists("partisans")
        self._parties = lists("parties")
        self._pointing = lists("demonstratives")
        self._latter = lists("latter")
        self._own = lists("way_prepositions")
        self._sources = lists("sources")
        self._somebody = lists("somebody")
        self._epicene = lists("epicene")
        self._ordinals = lists("ordinals")
        pairs = (pair.split() for pair in lists("article_genders"))
        #: articles of women, which before a man's word tell several: "die Forscher"
        self._womens = {article for article, gender in pairs if gender == "f"}

    def read(self, where: Range) -> Mention:
        """Return what a phrase says of who it names."""
        if self.grammar.noun_capitals:
            where = without_place(self.key, self.word, where, self._from)
        first, last = where
        behind = past_letters(self.key, where) if self.grammar.suffixed else None
        if behind is not None:
            return replace(self.read(behind), where=where)
        if last - first == 1 and self.word[first].bits & (w.PRON | w.OBJ | w.POSS):
            latter = self.key[first] in self._latter  # "celui-ci"
            told = self.word[first].features
            return Mention(where, where, pronoun=True, latter=latter, features=told)
        if last - first > 1 and self._is_latter(first, last):
            told = self.word[first].features
            return Mention(where, where, pronoun=True, latter=True, features=told)
        newsroom = self._newsroom(first, last)
        if newsroom is not None:
            stems = frozenset(self.word[i].stem for i in range(*newsroom))
            return Mention(where, newsroom, newsroom, "organisation", words=stems)
        called = self._called(first, last) or self._named_by_role(first, last)
        if called is not None:
            before = range(first, called[0])
            somebody = any(self.word[i].bits & (w.ROLE | w.PERSON) for i in before)
            told = self.word[first].features & (w.MASC | w.FEM) if self.grammar.gendered else 0
            return Mention(where, called, name=called, features=told,
                           kind="person" if somebody else "organisation",
                           words=frozenset(self.word[i].stem for i in range(*called)))  # fmt: skip
        if self._is_people(first, last):
            end = next((i for i in range(first, last) if not self.word[i].is_word), last)
            return Mention(where, (first, end), features=w.PLUR, heads=frozenset({"people"}),
                           indefinite=True)  # fmt: skip
        if self._is_unnamed_one(first, last):
            told = self.word[first].features
            return Mention(where, where, features=told, indefinite=True)
        end = list_end(self.word, self.key, where) if self.grammar.common_generics else 0
        if end:
            listed = (self.word[i] for i in range(first, end) if self.word[i].upper)
            words = frozenset(word.stem for word in listed if not word.bits & w.DET)
            return Mention(where, (first, end), (first, end), "organisation", w.PLUR, words=words)
        segments = self._segments(first, last)
        core = self._core(*segments[0])
        joint = name_list(self.document, first, last) or self._joint(*segments[0])
        if self.grammar.noun_capitals and joint is None:
            joint = marked_row(self.document, first, last)
        if joint is not None:
            words = frozenset(self.word[i].stem for i in range(*joint) if self.word[i].upper)
            return Mention(where, core, name=joint, features=w.PLUR, joint=True, words=words)
        found = Mention(where, core)
        self._take_determiner(found, segments[0][0])
        told = w.SPEAKTO | w.RELAYED
        if found.indefinite and core[1] < segments[0][1] and self.word[core[1]].bits & told:
            segments = [(segments[0][0], core[1])]  # "un témoin joint par l'envoyé, Paul Hirsch"
        named = (self._person(*s, alone=s is not segments[0]) for s in segments)
        names = [name for name in named if name is not None]
        party = bool(names[1:]) and self._is_of_party(names[0])
        found.name = names[party] if names else None
        alone = core[1] - core[0] == 1 and self.word[core[0]].upper  # "añadió Fuentes"
        if self.grammar.drops_subject and self.key[core[0]] in self._sources and not alone:
            found.name = None  # "fonti di Palazzo Chigi"
        elif found.name is None:
            found.name = self._at_end(*segments[0]) or self._given_as(first, last)
        if self.grammar.suffixed and last - first == 1 and self.word[first].bits & w.DOC:
            found.name = None  # "Bildiride"
        heads = [
            self.word[i].lemma
            for start, end in segments
            for i in range(start, end)
            if self.grammar.tells_role(self.word[i])
            and not self._is_in(i, found.name)
            and self._described(i, start) == i
            and not self._is_of_name(i, start)
        ]
        found.heads = frozenset(heads) | self._periphrasis(core)
        found.offices = self._stands_in(core)
        found.features = self._features(found, segments)
        if found.name is None or not self._is_human(found, segments[0]):
            self._as_body(found, segments[0], segments)
        inner_at = past_attribute(self.word, *segments[0]) if self.grammar.noun_capitals else None
        if found.name is None and (head := inner_at) is not None:
            inner = self.read((head, last))
            if inner.name is not None and inner.kind == "person":
                inner.where, inner.definite, inner.indefinite = where, found.definite, False
                return inner
        if self.grammar.suffixed and found.kind != "person":
            without_kind(self.word, found)
        return found

    def _is_unnamed_one(self, first: int, last: int) -> bool:
        """Say whether one of several is meant whom no noun names: "eine der beiden"."""
        if not self.grammar.noun_capitals or last - first != 3 or self.word[last - 1].capital:
            return False
        return bool(self.word[first].bits & w.INDEF) and self.key[first + 1] in self._parts

    def _is_latter(self, first: int, last: int) -> bool:
        """Say whether two words point back like a pronoun, with more told of whom or not."""
        alone = last - first == 2 or not self.word[first + 2].is_word
        told = self.key[first] in self._pointing and self.key[first + 1] in self._latter
        return told and (alone or self.document.is_relative(first + 2))

    def _joint(self, first: int, last: int) -> Range | None:
        """Return two people's full names with "and" between: "Ann Poe and Bob Roe"."""
        for index in range(first + 2, last - 2):
            if not self.word[index].bits & w.CONJ or self.word[index].upper:
                continue
            left = self._person(first, index, alone=False)
            right = self._person(index + 1, last, alone=False)
            if left is None or right is None or left[1] != index or right[0] != index + 1:
                return None
            full = all(self.tokens.count_words(*one) > 1 for one in (left, right))
            return (left[0], right[1]) if full and right[1] == last else None
        return None

    # -- stretches -----------------------------------------------------------------

    def _segments(self, first: int, last: int) -> list[Range]:
        """Return the stretches of a phrase between commas, relative clauses left out."""
        found: list[Range] = []
        at = first
        while at < last:
            end = at
            while (
                end < last
                and self.key[end] not in ",;:("
                and not (end > at and self.word[end].is_word and self.document.is_relative(end))
            ):
                end += 1
            led = found and self.word[at].bits & w.PREP and not self.word[at].upper
            if end > at and not led and not self.word[at].bits & w.REL:
                found.append((at, end))
            while end < last and self.key[end] not in ",;:)":
                end += 1
            at = end + 1
        return found or [(first, last)]

    def _core(self, first: int, last: int) -> Range:
        """Return a stretch without its determiner and what a participle adds to it."""
        while first < last - 1 and (
            (
                self.word[first].bits & w.DET
                and not self.word[first].bits & (w.NUM | w.OTHER)
                and not self.word[first].caps
            )
            or not self.word[first].is_word
        ):
            first += 1
        end = first + 1
        while end < last:
            word = self.word[end]
            lower = not word.upper
            if self._tells_way(end, last):
                break  # "the board in a tweet"
            doing = end + 1 < last and self.key[end + 1].endswith(self.grammar.gerund_endings)
            if lower and word.bits & w.SUB and doing:
                break  # "the mayor while speaking on air"
            said = w.VERB | w.SPEAKTO | w.HIDDEN | w.PASSIVE
            bare = end - first == 1 and self.word[first].bits & w.DET
            if lower and word.bits & w.RELAYED and not word.bits & w.HEADS and not bare:
                break  # "sources quoted by the paper"
            if (
                lower
                and end > first
                and word.bits & said
                and not self._is_before_body(end, last)
                and not (
                    word.bits & (w.HEADS | w.ADJ)
                    or self.word[end - 1].bits & (w.PREP | w.DET | w.CARDINAL)
                    or (word.bits & w.PASSIVE and self.word[end - 1].upper)
                )
            ):
                break
            behind = self.grammar.renames and self.word[max(first, end - 2)].bits & w.HEADS
            led = self.word[end - 1].bits & (w.DET | w.PREP | w.ADJ) and not behind
            doing = lower and word.key.endswith(self.grammar.gerund_endings)
            if doing and not word.bits & ~w.AUX and not led:
                break
            if (
                lower
                and not word.bits & (w.HEADS | w.ADJ)
                and any(cue.form & w.PAST for cue in word.cues)
                and not self.word[end - 1].bits & (w.PREP | w.DET | w.ADJ | w.CARDINAL)
            ):
                break
            end += 1
        while end > first + 1 and (
            (self.word[end - 1].bits & (w.PREP | w.REFLEX) and not self.word[end - 1].upper)
            or (
                not self.word[end - 1].is_word
                and self.key[end - 1] not in ".)"
                and self.document.quote_before(end) is None
            )
        ):
            end -= 1
        return first, end

    def _take_determiner(self, found: Mention, first: int) -> None:
        word = self.word[first]
        after = self.word[first + 1].bits if first + 1 < len(self.word) else 0
        one_of = word.bits & w.DET and after & w.INDEF  # "l'un des élus"
        pair = (self.key[first], self.key[first + 1]) if after else ("", "")
        some = word.bits & w.PREP and pair in self.grammar.two_words
        if word.bits & (w.INDEF | w.CARDINAL) or one_of or some or word.key in self._somebody:
            found.indefinite = True
        elif word.bits & w.DET or (first and self.key[first - 1] in self._held):
            found.definite = True  # "a detta della | donna" as well
        elif self.grammar.suffixed:
            found.definite = is_bare(self.word, found.where)
            found.indefinite = any(word.bits & w.INDEF for word in self.word[slice(*found.where)])
        elif self.grammar.free and word.features & w.PLUR and word.bits & (w.ROLE | w.PERSON):
            found.indefinite = True  # "Fuentes de su entorno aseguran"

    # -- names ---------------------------------------------------------------------

    def _person(self, first: int, last: int, *, alone: bool) -> Range | None:
        """Return the name of a person in a stretch: what ends it, roles before it left out."""
        called = self._before_office(first, last)
        if called is not None:
            return called
        end = first
        while end < last and not (
            self.word[end].bits & w.PREP
            and not self.word[end].upper
            and not (self.word[end].bits & w.PARTICLE and self._joins(end, first))
        ):
            if self.document.nickname(end) and self.document.nickname(end) <= last:
                end = self.document.nickname(end)
                continue
            if end in self.document.quote_at:
                break
            if self.word[end].bits & w.VERB and not self.word[end].upper:
                break
            end += 1
        while end > first and (
            not self.word[end - 1].is_word
            or (self.word[end - 1].bits & (w.TIME | w.ADV | w.OBJ) and not self.word[end - 1].upper)
        ):
            end -= 1
        stop = end
        while end > first and not self._names(end - 1) and self.word[end - 1].caps:
            end -= 1  # letters after a name: KC, MP
        if end == first:
            end = stop
        start = end
        while start > first and self._names(start - 1):
            start -= 1
        for index in range(end - 2, start - 1, -1):
            bits = self.word[index].bits
            if self.document.quote_over(index) is not None:
                continue  # "Tanya ‘Lady Volt’ Grant"
            office = bits & (w.TITLE | w.ROLE) and not bits & w.GIVEN
            if (office and self.word[index].is_word) or self.is_short_office(index):
                start = index + 1
                break
        while start < end and self._is_title(start, first, end):
            start += 1
        if self.grammar.renames and start > first and self.word[first].bits & w.DET:
            start = self._past_epithet(start, end)
        if end - start > 1 and (self._is_party(start) or self.key[start] in self._parties):
            start += 1 if end - start > 2 or self.key[start] in self._parties else 0
        if start >= end:
            return None
        if end - start == 1 and start > first and self.key[start - 1] in self._titles:
            start -= 1
        opens = self.word[start]
        if (
            start == first
            and opens.bits & w.DET
            and not opens.upper
            and self.grammar.common_generics
        ):
            return None  # "le Progrès"
        if not self.word[start].upper and not self.word[start].bits & w.PARTICLE:
            return None
        words = [self.word[i] for i in range(start, end) if self.word[i].is_word]
        if len(words) > NAME_WORDS or any(word.bits & (w.BODYPART | w.MEDIAPART) for word in words):
            return None
        if start > first:
            before = self.word[start - 1]
            head = start - 1
            while head > first and self.word[head].upper and self.word[head].bits & w.ROLE:
                head -= 1  # "Fiscalía General de Jalisco"
            if self.grammar.free and before.upper and self.word[head].bits & w.BODY:
                return None  # "fuentes de la Policía Local"
            plural = start > first + 1 and self.word[start - 2].upper and before.bits & w.GENITIVE
            if plural and self.word[start - 2].key.endswith(self.grammar.plural_endings):
                return None  # "the Dockers' Alliance"
            letter = len(self.key[end - 1]) == 1 and self.key[end : end + 1] == ["."]
            end += letter  # "Jean-Luc V."
            introduced = self.key[start - 1] in self._before_names  # "un certain X", "le même X"
            if introduced and start > first + 1:
                return start, end
            if before.bits & w.DET and not before.bits & w.TITLE:
                return None  # "the Guardian"
            described = any(
                self.word[i].bits & (w.ROLE | w.PERSON | w.TITLE | w.GIVEN)
                for i in range(first, start)
            )
            if not described:
                bodied = any(self.word[i].bits & (w.BODY | w.MEDIA) for i in range(first, start))
                return None if bodied or len(words) < 2 else (start, end)
        return start, end

    def _past_epithet(self, start: int, end: int) -> int:
        """Return where a full name begins behind what somebody is called: "le Bleu | Paul Hirsch".

        Behind an article, what stands before a given name is none.
        """
        at = next((i for i in range(start, end - 1) if self.word[i].bits & w.GIVEN), start)
        called = self.word[start:at]
        plain = all(word.is_word and not word.bits & w.PARTICLE for word in called)
        named = not any(word.bits or word.caps for word in called)  # "le ministre | Tièman Luc X"
        named = named and bool(self.word[start - 1].bits & (w.TITLE | w.ROLE))
        return at if plain and not named else start

    def _is_of_party(self, name: Range) -> bool:
        """Say whether a word after a role is whose candidate it is: "le candidat Horizons, X Y"."""
        first, last = name
        return last - first == 1 and (self.key[first] in self._parties or self.word[first].caps)

    def _is_human(self, found: Mention, segment: Range) -> bool:
        assert found.name is not None
        head = self.word[found.name[0]]
        if head.outlet and found.name[1] - found.name[0] == 1 and not head.bits & w.GIVEN:
            begins = not Authority.load().all_by_name(head.key)
            return bool(found.heads) or begins  # "Al-Marri", not every name in "Al"
        return True

    def _as_body(self, found: Mention, segment: Range, segments: list[Range]) -> None:
        """Read a phrase without a person's name: a body, a document, an unnamed person."""
        first, last = found.core
        if self._is_one_of(segment):
            found.kind, found.core, found.name = "person", segment, None
            found.indefinite = True
            return
        head = self._head(first, last)
        bits = self.word[head].bits
        paper = self._with_article((head, last))
        if self.grammar.free and paper[0] < head == first and bits & (w.ROLE | w.DEMONYM):
            found.kind, found.name = "organisation", paper  # "El Economista", "El Español"
            found.words = frozenset(self.word[i].stem for i in range(head, last))
            return
        if bits & w.BODY and not self.word[head].upper:
            for start, end in segments[1:2]:
                begin = start + (1 if self.word[start].bits & w.DET and end - start > 1 else 0)
                words = range(begin, end)
                if all(self._is_of_body(i) for i in words):
                    found.name = found.core = (begin, end)
                    found.kind = "organisation"
                    found.heads |= {self.word[head].lemma}
                    found.words = frozenset(self.word[i].stem for i in words)
                    return
        common = bits & w.BODY and self.word[head].caps and self.grammar.adjectives_follow
        letters = head if common else -1  # "l'ONG"
        named = any(self.word[i].upper for i in range(first, last) if i != letters) and (
            first > segment[0] or not self._begins(first) or last - first > 1 or not bits & w.HEADS
        )
        found.name = None
        found.words = frozenset(
            self.word[i].stem
            for i in range(first, last)
            if self.word[i].is_word and not self.word[i].bits & (w.PREP | w.DET)
        )
        plain = not bits & w.HEADS and not self.word[head].upper and not self.word[head].bits
        if plain and not found.definite and self.key[head].endswith(self.grammar.plural_endings):
            found.kind, found.features = "person", w.PLUR
            found.heads |= {self.key[head]}
            return
        renamed = self.grammar.renames and self.is_periphrasis(found.core)
        if renamed or self._is_by_ending(head, first, found):
            found.kind, found.features = "person", found.features or self.word[head].features
            found.heads |= {self.key[head]}
            return
        native = found.definite and last - first == 1 and bits & w.DEMONYM and not bits & w.HEADS
        if native and (not self.grammar.common_generics or self.grammar.free):
            found.kind = "person"  # "the Italian", "el riojano"
            return
        titled = self.word[head].upper and bits & w.MEDIAPART  # "The Courier"
        if bits & (w.ROLE | w.PERSON) and not bits & (w.BODY | w.DOC | w.MEDIA) and not titled:
            found.kind = "person"
            found.heads |= {self.word[head].lemma}
            return
        found.heads |= {self.word[head].lemma}
        written = w.DOC if self.grammar.common_generics else w.DOC | w.POST
        titled = titled and self.grammar.free  # "El Correo del Norte"
        told = bits & written and not bits & w.BODY and not titled
        found.kind = "document" if told else "organisation"
        if found.kind == "document":
            while first < last - 1 and self.word[first].bits & w.DET and first == segment[0]:
                first += 1
            found.core = (first, last)
        found.generic = last - first == 1 and not named
        if not found.indefinite or named:
            found.name = self._with_article(self._bare_name(first, last))

    def _is_one_of(self, where: Range) -> bool:
        """Say whether a phrase means one of those told of before: "one of them", "a second"."""
        first, last = where
        if last - first == 2 and self.word[first].bits & w.DET:
            return self.key[first + 1] in self._ordinals
        first += self.key[first] in self.grammar.elisions  # "l'un d'eux"
        counted = self.word[first].bits & (w.CARDINAL | w.OTHER)
        led = last - first == 3 and self.key[first + 1] in self._parts
        return bool(counted and led and self.word[last - 1].bits & (w.OBJ | w.PRON))

    def _is_by_ending(self, head: int, first: int, found: Mention) -> bool:
        """Say whether a noun that no table has is somebody's: "l'urgentologue", "le prélat".

        What speaks is somebody where its ending is of no action, quality or group.
        """
        word, article = self.word[head], self.word[found.where[0]]
        if (
            not (found.definite or found.indefinite)
            or head != first
            or not self.grammar.common_generics
        ):
            return False
        if article.features & w.PLUR or word.bits & ~(w.DEMONYM | w.ADJ):
            return False
        if word.key in self._partisans and not word.caps:
            return True  # "le libéral", "la Verte"
        if not word.upper:
            if not word.bits and word.key.endswith(self.grammar.person_endings):
                return True
            alone = found.core[1] - found.core[0] == 1 and found.definite and not word.bits
            if alone and word.key.endswith(self.grammar.from_endings):
                return True  # "el texano"
            return found.definite and not word.key.endswith(self.grammar.thing_endings)
        named = self._with_article((head, head + 1)) != (head, head + 1)  # "Le Parisien"
        if word.caps or word.outlet or named or not found.definite:
            return False
        return bool(word.bits & w.DEMONYM) or word.key.endswith(self.grammar.from_endings)

    def _head(self, first: int, last: int) -> int:
        """Return the head noun of a phrase: what stands before its first preposition."""
        counted = w.CARDINAL | w.OTHER | w.INDEF
        if (
            last - first > 2
            and self.word[first].bits & counted
            and (self.word[first + 1].bits & w.PREP and not self.word[first].bits & w.HEADS)
        ):
            first += 2  # "one of the people"
        end = first
        while end < last and not (
            self.word[end].bits & w.PREP and not self.word[end].upper and end > first
        ):
            end += 1
        for index in range(end - 1, first - 1, -1):
            if self._is_of_name(index, first):
                continue
            if self.word[index].bits & w.HEADS and not self.word[index].bits & w.GENITIVE:
                following = self.word[index + 1].bits if index + 1 < end else 0
                if not following & w.GENITIVE:
                    return self._described(index, first)
        return max(first, end - 1)

    def _is_of_name(self, index: int, first: int) -> bool:
        """Say whether a word goes on with a body's name: "Cour pénale internationale"."""
        if self.word[index].upper or not self.grammar.adjectives_follow:
            return False
        before = range(index - 1, max(first, index - 4) - 1, -1)
        head = next((i for i in before if self.word[i].upper or self.word[i].bits & w.PREP), None)
        return head is not None and self.word[head].upper and bool(self.word[head].bits & w.BODY)

    def _complement(self, first: int, last: int) -> int:
        """Return where what a role is of begins: "a mother of six children" is one person.

        One of several is one; two of them are several.
        """
        one = self.word[first].bits & (w.INDEF | w.OTHER) and self.word[first].features & w.SING
        for index in range(first + 1, last):
            word = self.word[index]
            if word.bits & w.PREP and not word.upper:
                before = self.word[first:index]
                if any(w.ROLE & o.bits or w.PERSON & o.bits for o in before):
                    return index
                if one and index == first + 1:
                    return index  # "une de ses collègues"
        return last

    def _described(self, head: int, first: int) -> int:
        """Return the noun that a word which may be a role describes: "le groupe jihadiste"."""
        before = self.word[head - 1] if head > first else None
        common = before is not None and before.bits & (w.BODY | w.DOC) and not before.bits & w.ROLE
        titled = before is not None and before.upper and self.grammar.free  # "Fiscalía General"
        adjective = self.grammar.adjectives_follow and (titled or not self.word[head].upper)
        role = self.word[head].bits & (w.ROLE | w.PERSON) and not self.word[head].bits & w.BODY
        return head - 1 if common and adjective and role else head

    def _features(self, found: Mention, segments: list[Range]) -> int:
        told = 0
        if self.grammar.gendered:  # an apposition's as well: "Claude Balcon, le maire"
            for start, _ in segments[: 2 if found.name is not None else 1]:
                article = self.word[start]
                if article.bits & w.DET and not told:
                    told = article.features & (w.MASC | w.FEM)
                    agrees = self.word[min(start + 1, len(self.word) - 1)]
                    if not told and agrees.bits & w.ADJ and not agrees.bits & w.HEADS:
                        told = agrees.features & (w.MASC | w.FEM)  # "l'ancienne comptable"
        if found.name is not None and not told:
            for index in range(found.name[0], found.name[1]):
                if self.word[index].bits & w.GIVEN:
                    told |= self.word[index].features & (w.MASC | w.FEM)
                    break
        for start, end in segments:
            stop = self._complement(start, end)
            for index in range(self._past_owner(start, end), end):
                word = self.word[index]
                tells = w.TITLE | w.ROLE | w.PERSON
                if self.grammar.gendered and found.name is None:
                    tells |= w.BODY | w.DOC | w.MEDIA
                if word.bits & tells and not told & (w.MASC | w.FEM):
                    told |= word.features & (w.MASC | w.FEM)
                counted = index < stop and word.bits & (w.ROLE | w.PERSON) and not found.name
                men = self.key[start] in self._womens and word.features & w.MASC  # "die Forscher"
                if counted and (word.features & w.PLUR or (men and not word.features & w.FEM)):
                    told |= w.PLUR
        first = segments[0][0]
        if first + 1 < len(self.word) and self.word[first].bits & w.DET and (
            self.word[first + 1].bits & w.INDEF and self.word[first + 1].features
        ):  # fmt: skip
            told = self.word[first + 1].features & (w.MASC | w.FEM)  # "l'une de ces sources"
        epicene = found.name is None and found.heads and found.heads <= self._epicene
        if epicene and told & w.MASC:
            told &= ~w.MASC  # "il ministro" may be a woman
        return told if told & (w.MASC | w.FEM) != w.MASC | w.FEM else told & ~(w.MASC | w.FEM)
