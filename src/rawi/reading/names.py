"""Where the person's name stands in a source phrase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.drafts import Range
from rawi.reading.inflect import FEM, PLUR, SING
from rawi.reading.initials import Initials
from rawi.reading.name_ends import COMMON, USED

#: A run of words that scores less is no name.
NAME_SCORE: Final = 50


class Names(Initials):
    """Finds people's names in the phrases of one document."""

    def find(self, first: int, last: int) -> Range | None:
        """Return the person's name in a phrase: the run of name words that scores best."""
        best: tuple[int, Range] | None = None
        apart = self._initials_apart(first, last)
        if apart is not None:
            return apart
        for begin, end in self._segments(first, last):
            initials = self._initials(begin, end)
            if initials is not None:
                return initials
            for run in self._runs(begin, end):
                score = self._score(run, begin, end)
                if best is not None and self._names_body(best[1][1], run[0]):
                    continue
                if score >= NAME_SCORE and (best is None or score > best[0]):
                    best = score, run
        return best[1] if best else self._after_strange(first, self._segments(first, last))

    def _names_body(self, first: int, last: int) -> bool:
        """Say whether a name after somebody's is a body's ("X, dean in the university of Y")."""
        at = last - 1
        while at > first and self.lex[at].bits & lx.TITLE:
            at -= 1
        body = self.lex[at]
        placed = body.prep or self.lex[at - 1].bits & lx.PREP
        return at > first and bool(body.bits & lx.BODY and not body.article and placed)

    def _segments(self, first: int, last: int) -> list[Range]:
        """Return the stretches of a phrase between marks, without brackets and relative clauses."""
        if first in self.document.quote_at:  # a name in marks is a name all the same
            quote = self.document.quote_at[first]
            if quote.after >= last - 1:
                first, last = quote.open + 1, min(quote.close, last)
        found: list[Range] = []
        begin = index = first
        while index < last:
            lexeme, key = self.lex[index], self.key[index]
            if lexeme.bits & lx.REL and not lexeme.bits & lx.PREP and index > first:
                break
            if key in self.pack.aged and index > begin:
                break  # "X (who is) 81 years old"
            if lexeme.is_word:  # no mark
                index += 1
                continue
            edge = (
                key in self.pack.clause_marks
                or key in "()"
                or (key in self.pack.dashes and (not self.nouns.is_joined(index)))
            )
            following = self.document.skip(index)
            if edge or following > index + 1:
                if index > begin:
                    found.append((begin, index))
                if key == "(":
                    while index < last and self.key[index] != ")":
                        index += 1
                    following = index + 1
                begin = following
            index = following
        end = min(index, last)
        if end > begin:
            found.append((begin, end))
        return found

    def _runs(self, begin: int, end: int) -> Iterator[Range]:
        """Yield the runs of words in a segment that may be a name."""
        index = begin
        while index < end:
            stop = index
            while stop < end and self.in_name(stop, stop == index):
                stop += 1
            last = stop
            while last > index and self._is_particle(last - 1):
                last -= 1
            if last > index and (last > index + 1 or not self._is_particle(index)):
                inner = self._after_genitive(index, last, begin)
                if inner is not None:
                    yield inner, last
                    index = max(stop, index + 1)
                    continue
                yield index, last
                if last > index + 2 and not self.lex[index].bits:
                    given = next((i for i in range(index, last) if self.lex[i].bits & lx.GIVEN), -1)
                    if index < given < last - 1:
                        yield given, last
                for inner in range(index + 1, last - 1):
                    unsure = not self.lex[inner - 1].bits & lx.NAME
                    if self.lex[inner].bits & lx.TITLE and self.lex[inner].article and unsure:
                        yield inner + 1, last
            index = max(stop, index + 1)

    def _after_genitive(self, first: int, last: int, begin: int) -> int | None:
        """Return where a person's name begins in a run that opens with a noun's genitive.

        "the mayor of Beita Maher Dweikat": a noun without article wants a genitive, and that
        is what comes first; None where the run is one name.
        """
        placed = self._after_place(first, last, begin)
        if placed is not None or first <= begin or self._is_titled(first, begin):
            return placed
        before = self.lex[first - 1]
        governs = before.bits & (lx.ROLE | lx.UNNAMED | lx.BODY | lx.MEDIA | lx.NOUN)
        if before.article or not governs:
            return None
        if before.bits & (lx.ADJ | lx.DEMONYM | lx.GIVEN) and not before.bits & lx.BODY:
            return None
        if before.base != before.stem:  # its genitive is the pronoun stuck to it
            return None
        if before.bits & (lx.ROLE | lx.UNNAMED) and self.lex[first].bits & (lx.GIVEN | lx.PARTICLE):
            if not self.lex[first].bits & (COMMON | lx.PLACE) and not self._is_club(first, last):
                return None
        given = lx.GIVEN | lx.PARTICLE
        for inner in range(first + 1, last - 1):
            if self.lex[inner].bits & given and not self._is_middle(inner, first):
                return inner
        return None

    def _after_place(self, first: int, last: int, begin: int) -> int | None:
        """Return where a name begins after a place that is called "Sidi X", "Ain X", and the like.

        It has a governing noun before it ("port of", "mayor of") and a given name after it.
        """
        head = first if self.key[first] in self.pack.place_heads else first - 1
        if head <= begin or self.key[head] not in self.pack.place_heads:
            return None
        noun, after = self.lex[head - 1], head + 2
        governs = noun.bits & (lx.ROLE | lx.BODY | lx.NOUN | lx.PLACE) and not noun.article
        if not governs or after >= last - 1 or not self.lex[after].bits & lx.GIVEN:
            return None
        return after

    def _is_club(self, first: int, last: int) -> bool:
        """Say whether a thing's genitive follows a given name, and a full name that: a club."""
        if last - first < 4 or not self.lex[first].bits & lx.AMBIGUOUS:
            return False
        thing = self.lex[first + 1]
        full = self.lex[first + 2].bits & lx.GIVEN and self.lex[first + 3].bits & lx.NAME
        return thing.article and bool(full) and not thing.bits & lx.NAME

    def _is_middle(self, index: int, first: int) -> bool:
        """Say whether a name word goes on with the one before it ("Ibn", "Abd", a compound)."""
        before = self.lex[index - 1].bits
        return bool(before & lx.PARTICLE and not self._closes(index - 1)) or (
            index > first + 1 and bool(before & lx.GIVEN)
        )

    def _closes(self, index: int) -> bool:
        """Say whether a particle is the second half of a compound name ("Abd Allah")."""
        return self.key[index].startswith(self.pack.lexicon.morphology.article)

    def _is_particle(self, index: int) -> bool:
        bits = self.lex[index].bits
        return bool(bits & lx.PARTICLE) and not bits & (lx.GIVEN | lx.FAMILY)

    def in_name(self, index: int, opens: bool) -> bool:
        """Say whether a token may be a word of a name, as its first or a later one."""
        lexeme, key, bits = self.lex[index], self.key[index], self.lex[index].bits
        if key in self.pack.dashes or key in ("'", "’"):
            return not opens and self.nouns.is_joined(index)
        if not opens and lexeme.prep and self.nouns.looks_foreign(index):
            return True
        if not opens and self.nouns.is_within_name(index):
            return True
        if not opens and key[:1].isalpha() and self.key[index - 1] in self.pack.fathers:
            return True
        if not key[:1].isalpha() or (lexeme.prep and not bits & lx.NAME):
            return False
        leads = lexeme.article or self._is_told_elsewhere(index)
        if not opens and lexeme.prep in self.pack.addressing and leads:
            return False  # "X (said) to Y"
        if opens and lexeme.article and self._is_origin(index):
            return False
        if opens and not (lexeme.article or lexeme.cues):
            if self._begins_foreign(index) or self._is_foreign_after_origin(index):
                return True
        if key in self.pack.stuck:
            return False
        if (
            opens
            and lexeme.article
            and not self._is_after_origin(index)
            and not (
                self.pack.lexicon.bits(lexeme.key) & lx.GIVEN
                and (
                    not bits & lx.AMBIGUOUS
                    or self._is_titled(index, index - 3)
                    or self._is_introduced(index)
                )
            )
        ):
            return False
        titled = index > 0 and bits & lx.GIVEN and self.lex[index - 1].bits & lx.TITLE
        if (
            opens
            and bits & lx.TITLE
            and (not titled or lexeme.article)
            and index + 1 < len(self.lex)
            and self._is_but_a_title(index)
        ):
            return False
        if not opens and lexeme.conj and (lexeme.cues or bits & lx.NAME):
            return False  # "as for X, (so) she held", "X and Y"
        if bits & (lx.QUESTION | lx.COMP):
            return False
        if bits & lx.PHRASE and self._is_citing(index):
            return False  # "X, according to"
        if not opens and (self._is_object_after_name(index) or self._tells_more(index)):
            return False
        if opens and key in self.pack.born and self.is_born(index):
            return False
        if opens and (key in self.pack.counterparts or self._is_naming(index)):
            return False
        if opens and index and self._is_quality(index):
            return False
        if opens and bits & lx.PARTICLE and bits & lx.ROLE and self._is_kin(index + 1):
            return False  # "his uncle's son"
        if not opens and self._is_past(index):
            return False
        if (
            not opens
            and lexeme.derived
            and (self._is_owned_after_name(index) or self._is_companion(index))
        ):
            return False  # "Ayyoub al-Zein (summed up) his night", "companion of his way"
        feminine = lexeme.article and lexeme.features & FEM and bits & lx.ADJ
        if not opens and feminine and not bits & lx.NAME:
            return False  # "Khamenei's latest (speech)"
        if opens and bits & lx.DEMONYM and index and self._is_of_country(index):
            return False  # "a Turkish official", not "an official, Turki"
        if opens and lexeme.article and bits & lx.PARTICLE and not bits & lx.GIVEN:
            return False  # the second half of a name
        if opens and key in self.pack.like_names and self._is_titled(index, index - 3):
            return True  # "the engineer Khalaf", spelt like "behind"
        if bits & lx.NAME:
            if not opens and ((bits & lx.HOMOGRAPH and lexeme.cues) or self._describes(index)):
                return False
            if not opens and bits & lx.AMBIGUOUS and self._is_office_of(index):
                return False
            if bits & lx.NOMINAL_PREP and self._governs(index):
                return False
            return not bits & lx.AMBIGUOUS or not opens or not bits & (lx.PREP | lx.CONNECT)
        if bits & lx.LATIN:
            return True
        if lexeme.conj:
            return not opens and self._is_whole_surname(index)
        if lexeme.derived and not opens and self.lex[index - 1].bits & lx.NAME:
            return True  # after a given name anything may be the surname
        if not opens and bits & lx.TITLE and self._is_inner_title(index):
            return True
        if not opens and (self.nouns.is_of_clan(index) or self.nouns.is_surname_apart(index)):
            return True
        if not opens and not lexeme.article and bits & USED and self._between_names(index):
            return True
        before = self.lex[index - 1].bits if index else 0
        if not opens and before & lx.PARTICLE and not lexeme.bits & (lx.PREP | lx.COMP):
            if lexeme.article or not (self._closes(index - 1) or bits & COMMON):
                return True
            if not self._closes(index - 1) and not before & (COMMON | lx.GIVEN):
                return True  # "Abu Six", "ibn Side": what such a particle is before is a name
        surname = lx.ROLE | lx.UNNAMED | lx.ADJ | lx.NOUN | lx.DEMONYM | lx.PLACE
        if (
            not opens
            and lexeme.article
            and before & lx.GIVEN
            and not before & COMMON
            and bits & surname
        ):
            if self._describes(index):
                return False
            return not bits & (lx.BODY | lx.DOC | lx.MEDIA | lx.TITLE)
        if self._closes_a_name(index, opens) or (not opens and self._is_set_off(index)):
            return True
        if not bits:
            if opens and self.looks_owned(index):
                return False
            if not opens and self._is_led(index):
                return False
            return not lexeme.cues or (not opens and not lexeme.article)
        return bool(bits & lx.PLACE) and not opens and not lexeme.article

    def _is_origin(self, index: int) -> bool:
        """Say whether a given name with the article tells where somebody titled is from."""
        lexeme = self.lex[index]
        if not lexeme.article or not lexeme.bits & lx.DEMONYM or index + 1 >= len(self.lex):
            return False
        following = self.lex[index + 1]
        named = following.bits & lx.NAME and not following.bits & lx.AMBIGUOUS
        return not (named or (following.is_word and not following.bits and not following.cues))

    def _begins_foreign(self, index: int) -> bool:
        """Say whether a name begins with a word after a role that could else be a form of a word.

        It may look like a verb, or like a thing of the reporter's ("my victory"): names follow.
        """
        lexeme = self.lex[index]
        if not index or index + 1 >= len(self.lex) or lexeme.conj or lexeme.article or lexeme.cues:
            return False
        before, following = self.lex[index - 1], self.lex[index + 1]
        told = lx.ROLE | lx.UNNAMED | lx.TITLE | lx.DEMONYM | lx.BODY | lx.OFFICE
        if not before.article or not before.bits & told:
            return False
        mine = lexeme.derived and lexeme.base != lexeme.stem and len(lexeme.stem) == (
            len(lexeme.base) + 1
        )  # fmt: skip
        if mine and lexeme.bits and not lexeme.bits & (USED & ~lx.MASDAR & ~lx.NOUN):
            return bool(following.bits & lx.NAME) or not following.bits
        if lexeme.bits != lx.VERB:
            return False
        named = following.bits & lx.NAME and not following.bits & lx.PREP
        later = self.lex[index + 2] if index + 2 < len(self.lex) else None
        plain = lx.NAME | lx.AMBIGUOUS
        return bool(named) and later is not None and later.is_word and not later.bits & ~plain

    def _is_foreign_after_origin(self, index: int) -> bool:
        """Say whether an everyday word stands where only a name can ("the American Pete H.").

        A country's definite adjective stands before it; after it a name, or a word in no table.
        """
        if not index or index + 1 >= len(self.lex):
            return False
        lexeme, before, after = self.lex[index], self.lex[index - 1], self.lex[index + 1]
        if not before.article or not before.bits & lx.DEMONYM or lexeme.conj or lexeme.derived:
            return False
        everyday = lexeme.bits & (lx.NOUN | lx.PREP) and not lexeme.bits & (lx.MASDAR | lx.ROLE)
        plain = lx.NAME | lx.AMBIGUOUS
        strange = after.is_word and not (after.bits & ~plain or after.cues or after.article)
        led = lexeme.bits & lx.PREP and not self.nouns.has_pronoun(index)
        return bool(everyday and strange) and not led

    def _is_quality(self, index: int) -> bool:
        """Say whether an adjective that is a name as well ends "a famous leaker"."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        if not lexeme.bits & lx.ADJ or not lexeme.bits & lx.AMBIGUOUS or lexeme.article:
            return False
        ends = index + 1 >= len(self.lex) or not self.lex[index + 1].is_word
        somebody = before.bits & lx.UNNAMED and before.base == before.stem and not before.article
        return bool(somebody) and ends and not lexeme.prep and not before.bits & lx.NAME

    def _is_naming(self, index: int) -> bool:
        """Say whether "by the name of" stands at a token ("known as")."""
        known = index > 0 and self.key[index - 1] in self.pack.known_as
        return known and bool(self.lex[index].bits & lx.NOMINAL_PREP)

    def looks_owned(self, index: int) -> bool:
        """Say whether an unknown word ends as a noun with a pronoun does ("his evening")."""
        lexeme = self.lex[index]
        return (
            not lexeme.bits
            and len(lexeme.key) > 4
            and not lexeme.article
            and lexeme.key.endswith(self.pack.owned_endings)
        )

    def _is_inner_title(self, index: int) -> bool:
        """Say whether a title without article stands between two names ("Karim Pasha Nassour")."""
        if self.lex[index].article or index + 1 >= len(self.lex):
            return False
        before, after = self.lex[index - 1].bits, self.lex[index + 1]
        named = after.is_word and not after.prep and not after.cues
        return (
            bool(before & lx.GIVEN) and named and (not after.bits or bool(after.bits & lx.FAMILY))
        )

    def _is_introduced(self, index: int) -> bool:
        """Say whether a name word stands where a name begins, and goes on as one."""
        if index + 1 >= len(self.lex):
            return False
        before, after = self.lex[index - 1], self.lex[index + 1]
        alone = index == 0 or not self.key[index - 1][:1].isalnum()
        begins = alone or before.bits & lx.NAMING or (before.cues and not before.article)
        family = after.article and after.bits & lx.FAMILY and not after.bits & COMMON
        follows = after.bits & lx.NAME and (not after.bits & lx.AMBIGUOUS or family)
        return bool(begins and (follows or after.bits & lx.PARTICLE or not after.bits))

    def _is_set_off(self, index: int) -> bool:
        """Say whether a definite deed or place ends a name before a mark (", Imad al-Shuh,").

        The deed needs a mark before the name as well.
        """
        lexeme, before = self.lex[index], self.lex[index - 1]
        if index < 2 or index + 1 >= len(self.lex) or not lexeme.article or lexeme.prep:
            return False
        given = before.bits & lx.GIVEN and not before.article and not before.bits & COMMON
        if not given or self.lex[index + 1].is_word:
            return False
        apart = self.key[index - 2] in self.pack.clause_marks
        return bool(lexeme.bits & lx.PLACE) or (bool(lexeme.bits & lx.MASDAR) and apart)

    def _is_after_origin(self, index: int) -> bool:
        """Say whether a given name stands between an office, or a country's adjective, and a name.

        "the Algerian (minister) al-Tayyib Belaiz", "the minister of health al-Habib al-Monastiri"
        """
        if not index or index + 1 >= len(self.lex) or not self.lex[index].bits & lx.GIVEN:
            return False
        lexeme, before, after = self.lex[index], self.lex[index - 1], self.lex[index + 1]
        if not before.article or lexeme.cues or after.cues or not after.is_word or after.prep:
            return False
        surname = not after.bits or after.bits == lx.FAMILY or bool(after.bits & lx.PARTICLE)
        if before.bits & lx.DEMONYM:
            return surname and not after.article
        single = before.bits & (lx.ROLE | lx.UNNAMED) and before.features & SING
        if single and surname and self.pack.lexicon.bits(lexeme.key) & lx.GIVEN:
            return True  # "the minister al-Tayyib al-Zahrani"
        office = self.lex[index - 2] if index > 1 else before
        held = office.bits & lx.ROLE and not office.article and before.bits & (COMMON | lx.OFFICE)
        listed = self.pack.lexicon.bits(lexeme.key) & lx.GIVEN
        return bool(held and listed) and (surname or after.derived)

    def _closes_a_name(self, index: int, opens: bool) -> bool:
        """Say whether a bare noun or adjective is the surname after a given name.

        Nothing else could stand there: a description of somebody named is definite, and a
        noun that governs has its genitive after it.
        """
        lexeme = self.lex[index]
        before = self.lex[index - 1] if index else None
        if opens or before is None or lexeme.article or lexeme.prep or lexeme.conj:
            return False
        if lexeme.cues and not self.nouns.is_deed_alone(index):
            return False
        second = not before.bits and not before.cues and index > 1
        if second and self.lex[index - 2].bits & lx.GIVEN and lexeme.bits & lx.BODY:
            following = self.lex[index + 1] if index + 1 < len(self.lex) else None
            return following is not None and bool(following.bits & lx.COMP)
        if not before.bits & lx.GIVEN or (before.bits & COMMON and not self._is_second(index - 1)):
            return False
        if lexeme.bits & (lx.BODY | lx.DOC | lx.MEDIA | lx.TITLE | lx.TIME | lx.PREP | lx.QUANTITY):
            return False
        known = lx.ROLE | lx.UNNAMED | lx.ADJ | lx.NOUN | lx.MASDAR | lx.DEMONYM
        if not lexeme.bits & known:
            return False
        if index + 1 >= len(self.lex):
            return True
        following = self.lex[index + 1]
        if following.article and following.bits & lx.TITLE and following.bits & lx.ROLE:
            return True  # "Muhammad Judri the researcher"
        return (
            not self.key[index + 1][:1].isalnum()
            or (
                bool(following.bits & (lx.PREP | lx.COMP | lx.VERB | lx.CONNECT) or following.cues)
                and not following.article
            )
            or bool(following.prep and following.bits & lx.MEDIA)
        )

    def _between_names(self, index: int) -> bool:
        """Say whether a noun stands between a given name and a surname: it is a name too."""
        if not self.lex[index - 1].bits & lx.GIVEN or index + 1 >= len(self.lex):
            return False
        if self.lex[index].bits & lx.BODY and self.lex[index - 1].bits & lx.ROLE:
            return False  # "the commander of the staff of"
        following = self.lex[index + 1]
        named = following.bits & lx.GIVEN and not following.bits & lx.TITLE
        if named and following.bits & lx.AMBIGUOUS and index + 2 < len(self.lex):
            named = not self.lex[index + 2].is_word
        return bool(following.bits & (lx.FAMILY | lx.PARTICLE)) or (
            following.article and (not following.bits or following.derived or bool(named))
        )

    def _governs(self, index: int) -> bool:
        """Say whether a word that is a name as well is a preposition ("spokesman for")."""
        return (
            index > 0
            and bool(self.lex[index - 1].bits & (lx.ROLE | lx.UNNAMED))
            and not (self.lex[index - 1].bits & lx.GIVEN)
        )

    def _score(self, run: Range, begin: int, end: int) -> int:
        """Weigh a run of name words by what it holds and what stands around it.

        The weights order the cases that the Arabic development gold shows: after a title
        surely a name; at the end of its segment likely; after a noun without article hardly
        (it may be the noun's genitive), unless it opens with a given name.
        """
        first, last = run
        opening, before = self.lex[first], self.lex[first - 1] if first > begin else None
        given = bool(opening.bits & (lx.GIVEN | lx.PARTICLE))
        sure = given and not opening.bits & (lx.AMBIGUOUS | lx.BODY)
        score = 30 * given + 10 * sure + 10 * min(last - first - 1, 2)
        score += 5 * sum(bool(self.lex[i].bits & lx.NAME) for i in range(first, last))
        if self._is_titled(first, begin):
            return score + 100
        if last - first == 1 and last != end and not sure:
            if before is not None or opening.bits & (lx.ROLE | lx.UNNAMED | lx.ADJ):
                return 0
        if last < end and given and not sure and opening.bits & lx.ROLE and not opening.article:
            score -= 40 * self.lex[first + 1].article  # "the head of the X", a first name as well
        score += 25 * (last == end)
        if before is None:
            return (
                score
                + (30 if last == end or (given and last - first > 1) else 0)
                + (15 if last < end and self._is_described(last) else 0)
                + (20 if last < end and last - first > 1 and self._is_office_of(last) else 0)
            )
        if before.bits & lx.NAMING or self._is_naming(first - 1):
            return score + 80
        led = before.bits & (lx.ROLE | lx.BODY | lx.PLACE) and not before.article
        if led and self._is_place(run):
            return 0
        if last - first == 1 and before.bits & lx.QUANTITY and not before.article:
            return 0  # "nineteen thousand people"
        if last - first == 1 and before.features & PLUR and not before.article:
            if before.features & lx.NOMINATIVE or opening.bits & lx.ADJ:
                return 0  # "Russian viewers", "security bodies"
        generic = before.bits & lx.GENERIC and before.bits & lx.BODY
        if generic and not before.article and not before.bits & lx.MEDIA:
            return 0  # a village of that name
        if (
            before.article
            or self._closes(first - 1)
            or before.bits & (lx.DEMONYM | lx.PLACE | lx.OTHER | lx.ADJ)
            or (not self.key[first - 1][:1].isalnum())
            or self.nouns.has_pronoun(first - 1)
            or before.base != before.stem
        ):
            return score + 15
        if before.bits & (lx.ROLE | lx.UNNAMED) and not before.bits & lx.NOUN:
            return score + 10 * given
        return score - 25 * (not sure)

    def _is_of_country(self, index: int) -> bool:
        """Say whether a country's adjective, spelt like a name, tells of a bare role before it."""
        at = index - (2 if self.lex[index - 1].bits & (lx.ADJ | lx.PERSON) == lx.ADJ else 1)
        named = any(one.article or one.bits & lx.NAME for one in self.lex[at:index])
        if named or not self.lex[at].bits & lx.PERSON:
            return False
        if index + 1 >= len(self.lex) or not (after := self.lex[index + 1]).is_word:
            return True
        if not (after.bits & lx.NAME or after.article):
            return bool(after.bits or after.cues or after.prep)
        return bool(after.bits & (lx.TIME if after.article else lx.PREP | lx.TIME))

    def _is_place(self, run: Range) -> bool:
        """Say whether a run of words is the name of a place and nothing else."""
        opening = self.lex[run[0]]
        if run[1] - run[0] == 1 and opening.article and opening.bits & lx.PLACE:
            return True  # "the head of the town hall of al-Khalil", a first name as well
        place = self.pack.places.match(self.lex, *run)
        if place is not None and place[1] == run[1] - run[0] > 1:
            return True
        if run[1] - run[0] > 1 or not self.lex[run[0] - 1].bits & lx.PLACE:
            return False
        place = self.pack.places.match(self.lex, run[0] - 1, run[1])
        return place is not None and place[1] == 2  # "Burkina | Faso"

    def _is_described(self, index: int) -> bool:
        """Say whether a definite noun or adjective follows a name ("X the director of …")."""
        return self.lex[index].article or bool(self.lex[index].bits & lx.ROLE)

    def _is_titled(self, first: int, begin: int) -> bool:
        """Say whether a title, of one word or several, stands right before a token."""
        index = first
        while index > max(begin, 0) and self.key[index - 1] == ".":
            index -= 1
        if index <= 0 or not self.pack.titles.may_end(self.lex[index - 1]):
            return False
        for length in range(1, 4):
            start = index - length
            if start < max(begin, 0):
                return False
            match = self.pack.titles.match(self.lex, start, index)
            if match is not None and match[1] == length:
                before = self.lex[start - 1].bits if start else 0
                return not before & lx.PARTICLE
        return False


__all__ = ["COMMON", "NAME_SCORE", "Names"]
