"""The names that stand beside an office: "Leader of Opposition X Y", "Jean Roe directeur de"."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.body_names import BodyNames
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.told_sources import names_two

#: So many occurrences of a word are looked at.
OCCURRENCES: Final = 40
#: What is another name of an office is no longer than this, in tokens.
PERIPHRASIS: Final = 6


class OfficeNames(BodyNames):
    """Finds people's names beside their offices in one document."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._ranks = document.grammar.words_of("ranks")
        self._parts = document.grammar.words_of("part_prepositions")
        self._serving = document.grammar.words_of("serving_prepositions")
        self._of_office = document.grammar.words_of("part_prepositions")
        self._place_leads = document.grammar.words_of("place_leads")
        self._office_fields = document.grammar.words_of("office_fields")

    def _periphrasis(self, core: Range) -> frozenset[str]:
        """Return the offices that a phrase is another name of: "le chef de l'État"."""
        known = self.grammar.periphrases
        start = next((i + 1 for i in range(*core) if self.word[i].bits & w.GENITIVE), core[0])
        if known and self.grammar.title_case:
            return self._without_nation(start, core[1])
        for size in range(2, min(core[1] - start, PERIPHRASIS) + 1) if known else ():
            offices = known.get(tuple(self.key[start : start + size]))
            if offices is not None and self._is_whole(core[0] + size, core[1]):
                return offices
        return frozenset()

    def _without_nation(self, start: int, last: int) -> frozenset[str]:
        """Return the same, whose nation stands in it: "the head of German diplomacy"."""
        at = [i for i in range(start, last) if not self.word[i].bits & w.DEMONYM]
        for size in range(2, min(len(at), PERIPHRASIS) + 1):
            offices = self.grammar.periphrases.get(tuple(self.key[i] for i in at[:size]))
            if offices is not None and self._is_whole(at[size - 1] + 1, last):
                return offices
        return frozenset()

    def _is_whole(self, end: int, last: int) -> bool:
        """Say whether a name follows a periphrasis that ends so: "titolare delle | Miniere"."""
        return not self.word[end - 1].bits & w.PREP or (end < last and self.word[end].upper)

    def _stands_in(self, core: Range) -> frozenset[str]:
        """Return the offices that the holder of something may have: "la titular de Minería"."""
        led = core[1] - core[0] > 2 and self.key[core[0] + 1] in self._parts
        return self.grammar.stand_ins.get(self.key[core[0]], frozenset()) if led else frozenset()

    def is_periphrasis(self, core: Range) -> bool:
        """Say whether a whole phrase is another name of somebody's office or trade."""
        return tuple(self.key[core[0] : core[1]]) in self.grammar.periphrases

    def _before_office(self, first: int, last: int) -> Range | None:
        """Return a full name that an office follows without a comma: "Jean Roe directeur de"."""
        called = self.word[first].bits & w.GIVEN or not self.word[first].bits
        if not self.grammar.adjectives_follow or not (called and self.word[first].upper):
            return None
        at = first
        while at < last and self.word[at].upper and self._names(at):
            at += 1
        office = at < last and self.word[at].bits & w.ROLE and not self.word[at].upper
        return (first, at) if office and at > first + 1 else None

    def _at_end(self, first: int, last: int) -> Range | None:
        """Return a person's name after a role with a preposition: "Leader of Opposition X Y"."""
        named_after = self._after_role(first, last)
        if named_after is not None:
            return named_after
        if not self._holds_office(first, last):
            return None
        end = last
        while end > first and not self.word[end - 1].is_word:
            end -= 1
        start = end
        while start > first and self._names(start - 1):
            start -= 1
        past = self.past_field(start, end)
        if past is not None:
            return (past, end)
        named = any(self.word[i].bits & w.GIVEN for i in range(start + 1, end - 1))
        led = start > first and self.word[start - 1].bits & w.PREP
        if self.grammar.common_generics and led and names_two(self.document, start, end):
            return (end - 2, end)
        if self.grammar.common_generics and led and not named:
            return None  # "l'entraîneur du FC Lorne"
        for index in range(start, end - 1):
            if index > first and self.word[index].bits & w.GIVEN:
                if self.grammar.title_case and index == start and led:
                    return None  # "the lawyer of Ann Poe"
                if self._is_of_place_name(index, start, end):
                    continue  # "della Casa Bianca John Roe"
                return None if self._is_served(index, first) else (index, end)
        plain = self.word[start - 1] if start > first + 1 else None
        if (
            self.grammar.common_generics
            and plain is not None
            and end - start == 2
            and plain.is_word
        ):
            small = w.PREP | w.DET | w.CONJ | w.BODY | w.MEDIA | w.DOC | w.PARTICLE
            known = self.word[start].bits | self.word[end - 1].bits
            proper = not known & (w.PLACE | w.BODYPART | w.MEDIAPART | w.TIME)
            served = self.word[start - 2].bits & w.DET  # "de la norvégienne X Y"
            if proper and not plain.bits & small and not plain.upper and not served:
                return (start, end)  # "la conseillère d'Etat bernoise Regula Zumthor"
        called = self.word[start - 1].bits & w.DET if start > first else 0
        if (
            end - start >= 2
            and start > first + 1
            and not any(self.word[i].bits & (w.BODYPART | w.MEDIAPART) for i in range(end - 2, end))
            and not (self.grammar.drops_subject and self._completes_body(start, end))
            and ((end - start >= 3 and not called) or self._speaks(end - 1))
        ):
            start = end - 2
            if self.key[start] == "." and len(self.key[start - 1]) == 1:
                start -= 1  # "Commissioner of Police H. Jayalakshmi"
            return (start, end)
        return None

    def _completes_body(self, start: int, end: int) -> bool:
        """Say whether capitals go on a body's name: "de la Guardia | Civil de Lugo"."""
        small = any(self.word[i].bits & w.PREP for i in range(start, end))
        return small or bool(self.word[start - 1].bits & w.BODY)

    def past_field(self, start: int, end: int) -> int | None:
        """Return where a name begins behind what its office is for: "Chief of Staff | Alou Diarra".

        A name of two words and more, known or not; None where no such field stands before it.
        """
        if not self._office_fields:
            return None
        at = start
        while at < end - 2 and self._is_field_word(at):
            at += 1
        before = at - 1
        while before > 0 and self._is_field_word(before):
            before -= 1
        if before == at - 1 or end - at < 2 or self.word[at].bits & w.PREP:
            return None
        if self.word[before].bits & w.DET:
            before -= 1  # "President of the Transition | Assimi Goita"
        led = before > 0 and self.key[before] in self._of_office | self._serving
        office = led and self.word[before - 1].bits & w.ROLE
        bodied = w.BODYPART | w.MEDIAPART | w.BODY
        named = not any(self.word[i].bits & bodied for i in range(at, end))
        return at if office and named and self.word[at].upper else None

    def is_titled(self, first: int) -> bool:
        """Say whether a title, or a noun for somebody, stands before a name.

        No participle: in "accused Ukraine" nobody is the accused.
        """
        if not first:
            return False
        before = self.word[first - 1]
        if self.key[first - 1] == "." and first > 1 and self.word[first - 2].bits & w.TITLE:
            return True
        person = before.bits & w.PERSON and not any(cue.form & w.PAST for cue in before.cues)
        return bool(person or before.bits & (w.TITLE | w.ROLE))

    def is_place(self, first: int) -> bool:
        """Say whether a preposition leads to what is no person: "near X", "Observatory for X"."""
        before = self.word[first - 1] if first > 1 and self._place_leads else None
        if before is None or not before.bits & w.PREP or before.upper:
            return False
        body = self.word[first - 2]
        named = body.upper and not body.bits & (w.ROLE | w.TITLE | w.GIVEN) and (
            self.key[first - 1] in (self._of_office | self._serving) and not body.outlet
        )  # fmt: skip
        return named or self.key[first - 1] in self._place_leads

    def _is_field_word(self, index: int) -> bool:
        """Say whether a word may be of what an office is for: "Defense", "Foreign and"."""
        word = self.word[index]
        if self.key[index] in self._office_fields:
            return True
        joins = word.bits & w.CONJ or self.key[index] in (",", "&")
        return bool(joins or (word.bits & w.ADJ and not word.bits & (w.GIVEN | w.HEADS)))

    def _is_of_place_name(self, index: int, start: int, end: int) -> bool:
        """Say whether a given name ends a noun's: "Casa Bianca", another one and a name behind."""
        noun = index > start and self.word[index - 1].bits & (w.BODY | w.THING)
        return bool(noun) and index + 2 < end and bool(self.word[index + 1].bits & w.GIVEN)

    def _holds_office(self, first: int, last: int) -> bool:
        """Say whether an office opens a phrase: "Leader of", "Iran's envoy in", "UN envoy for"."""
        if self.grammar.common_generics:
            owned = first + 1 < last and self.word[first + 1].bits & w.GENITIVE
            led = owned or self.word[first].bits & (w.ROLE | w.ADJ | w.DET)
            if self._periphrasis((first + bool(self.word[first].bits & w.DET), last)):
                return True  # "il numero uno della Federcalcio"
            return bool(led) and any(w.ROLE & word.bits for word in self.word[first:last][:4])
        end = next((i for i in range(first, last) if self.word[i].bits & w.PREP), last)
        return any(word.bits & w.ROLE for word in self.word[first:end])

    def _after_role(self, first: int, last: int) -> Range | None:
        """Return the name right after a role in small letters: "Bank of Lund governor Jane Roe"."""
        role = next((i for i in range(last - 2, first, -1)
                     if self.word[i].bits & w.ROLE and not self.word[i].upper), None)  # fmt: skip
        if role is None or self.word[role - 1].bits & w.DET or self.grammar.common_generics:
            return None
        named = all(self._names(i) for i in range(role + 1, last))
        return (role + 1, last) if named and self.word[role - 1].upper else None

    def _is_served(self, name: int, first: int) -> bool:
        """Say whether a name is whose somebody works for: "a spokesman for President X Y"."""
        at = name
        while at > first and not (self.word[at - 1].bits & w.PREP and self.word[at - 1].is_word):
            if self.word[at - 1].bits & w.CONJ and self.word[at].bits & w.ROLE:
                return False  # "il leader della Lega e vicepremier X Y"
            at -= 1
        if at == first or not any(self.word[i].bits & w.ROLE for i in range(first, at - 1)):
            return False
        between = self.word[at:name]
        if any(word.bits & w.ROLE for word in between):
            return True
        told = w.DET | w.TITLE | w.DEMONYM | w.PERSON | w.ADJ
        if any(word.upper and not word.bits & told for word in between):
            return False  # "the ambassador to Egypt X Y": Egypt is whom they serve
        return self.key[at - 1] in self._serving

    def _speaks(self, index: int) -> bool:
        """Say whether a name stands elsewhere right beside a cue, and so is somebody's."""
        key = self.key[index]
        for at in self._places.get(key, ()):
            if at != index and self.word[at].upper:
                near = self.word[max(0, at - 1) : at + 3]
                if any(cue.form & w.FINITE for word in near for cue in word.cues):
                    return True
        return False

    def places(self, key: str) -> list[int]:
        """Return where a word stands with a capital."""
        return self._places.get(key, [])

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where the capitalised words of the text stand."""
        found: dict[str, list[int]] = {}
        for index in self.tokens.upper:
            known = found.setdefault(self.key[index], [])
            if len(known) < OCCURRENCES:
                known.append(index)
        return found

    def _names(self, index: int) -> bool:
        """Say whether a token may be part of a person's name."""
        word = self.word[index]
        if not word.is_word:
            if self.key[index] == "." and index:
                before = self.word[index - 1]
                return before.upper and (
                    len(before.key) == 1 or before.key in self.grammar.abbreviations
                )
            quote = self.document.quote_over(index)
            return quote is not None and bool(self.document.nickname(quote.open))
        if word.bits & w.PARTICLE and not word.upper:
            after = index + 1
            while (
                after < len(self.word)
                and self.word[after].bits & w.PARTICLE
                and (not self.word[after].upper)
            ):
                after += 1  # "van der"
            leads = after < len(self.word) and self.word[after].upper
            return leads and (not word.bits & (w.PREP | w.DET) or self._joins(index, 0))
        if word.bits & w.DET and word.upper and index and index + 1 < len(self.word):
            return self.word[index - 1].upper and self.word[index + 1].upper
        if (
            len(word.key) == 1
            and word.upper
            and index + 1 < len(self.key)
            and (self.key[index + 1] == ".")
        ):
            return True
        if not word.upper or word.bits & (w.DET | w.GENITIVE | w.CARDINAL | w.SPEAKTO):
            return False
        if self.is_compound(index):
            return False
        if word.bits & w.BODY and not word.bits & (w.ROLE | w.DEMONYM | w.GIVEN) and index:
            before = self.word[index - 1]
            titled = index > 1 and self.word[index - 2].bits & (w.TITLE | w.GIVEN)
            return bool(before.bits & (w.GIVEN | w.TITLE) or (before.upper and titled))
        if not word.bits & (w.ROLE | w.DEMONYM | w.BODY) or word.bits & w.GIVEN:
            return True
        if word.bits & w.ROLE and index > 1 and self.word[index - 1].upper:
            if self.word[index - 1].bits & w.DET and self.word[index - 2].bits & w.GIVEN:
                return True  # "Bruno Le Maire"
        return bool(word.bits & w.ROLE) and self._is_surname(index)

    def _joins(self, index: int, first: int) -> bool:
        """Say whether a particle that is a preposition as well stands inside a name."""
        if index <= first:
            return False
        before = self.word[index - 1]
        if self.key[index - 1] == "." and index - 1 > first:
            before = self.word[index - 2]
        if before.bits & w.TITLE:
            general = before.key in self._ranks and index - 1 > first
            return not (general and self.word[index - 2].bits & w.ROLE)  # "le directeur général du"
        if before.bits & w.PARTICLE and not before.upper:
            return self._joins(index - 1, first)
        after = self.word[min(index + 1, len(self.word) - 1)]
        letters = after.caps and len(after.key) > 1 and not before.caps
        if letters and self.grammar.renames:
            return False  # "Ada Lorne du SPVM"
        return before.upper and not before.bits & (w.ROLE | w.BODY | w.MEDIA | w.DOC)

    def _is_grade(self, index: int) -> bool:
        """Say whether a word tells a grade behind a rank: "Captain Third Rank", "First Class"."""
        grades = self.grammar.words_of("grades")
        if not grades or index + 1 >= len(self.key):
            return False
        ordinal = self.grammar.words_of("ordinals")
        first = self.key[index] in ordinal and self.key[index + 1] in grades
        return first or (self.key[index] in grades and self.key[index - 1] in ordinal)

    def _is_title(self, index: int, first: int, end: int) -> bool:
        """Say whether a word at the head of a name is a title, or begins the sentence."""
        word = self.word[index]
        if word.bits & w.TITLE and not word.bits & w.GIVEN:
            return index + 1 < end
        if self._is_grade(index):
            return index + 2 < end
        if not word.is_word:
            return True
        before = self.word[index - 1] if index else None
        if word.bits & (w.ROLE | w.PERSON | w.DEMONYM) and not word.bits & w.GIVEN:
            return True
        return bool(before is not None and before.bits & w.TITLE and self.key[index] == ".")

    def _is_in(self, index: int, name: Range | None) -> bool:
        return name is not None and name[0] <= index < name[1]
