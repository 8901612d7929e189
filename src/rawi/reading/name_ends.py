"""Where a person's name is over: what follows it is something else."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Document
from rawi.reading.drafts import Range
from rawi.reading.inflect import FINITE
from rawi.reading.nouns import NounPhrases

COMMON: Final = (
    lx.ROLE | lx.UNNAMED | lx.BODY | lx.DOC | lx.NOUN | lx.MASDAR | lx.MEDIA | lx.OCCASION
)
USED: Final = COMMON | lx.ADJ
#: An office, its noun, what that is called and a name are no fewer tokens.
MIXED: Final = 5

#: So many places of a word are looked at.
PLACES: Final = 40


class NameEnds:
    """Tells the words of one document that go on with no name before them."""

    def __init__(self, document: Document, nouns: NounPhrases) -> None:
        self.document = document
        self.pack = document.pack
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.nouns = nouns

    def is_full(self, index: int) -> bool:
        """Say whether a given name and another name stand at a token and the next."""
        return index + 1 < len(self.lex) and self.nouns.is_full_name(index)

    def _after_strange(self, first: int, segments: list[Range]) -> Range | None:
        """Return the last two words of a phrase whose office is at something of a strange name.

        "the director of the opera Abc | Defg Hijk": of three unknown words and more the first
        are the genitive of the noun before them, or where it is.
        """
        office = self.lex[first] if segments else None
        if not office or not office.bits & (lx.ROLE | lx.UNNAMED) or office.article:
            return None
        begin = end = segments[0][1]
        while begin > first + 1 and self._is_strange(begin - 1):
            begin -= 1
        held = self.lex[begin - 1]
        whole = begin > first + 1 and not held.article and held.base == held.stem
        long = end - begin > 2 and end - first >= MIXED
        return (end - 2, end) if whole and long else None

    def _is_strange(self, index: int) -> bool:
        """Say whether nothing is known of a word."""
        lexeme = self.lex[index]
        bare = not (lexeme.article or lexeme.prep or lexeme.conj or lexeme.cues)
        return lexeme.is_word and bare and not lexeme.bits & ~lx.PHRASE

    def _is_past_name(self, index: int) -> bool:
        """Say whether a definite thing follows a full name that ends with the family's."""
        if index < 2:
            return False
        lexeme, before, given = self.lex[index], self.lex[index - 1], self.lex[index - 2]
        noun = lx.NOUN | lx.MASDAR | lx.DOC
        thing = lexeme.bits & noun and not lexeme.bits & (lx.ADJ | lx.DEMONYM)
        definite = lexeme.article or lexeme.bits & lx.AMBIGUOUS  # "(asked for) the acquittal of"
        if not (definite and thing and before.article) or before.bits & lx.PARTICLE:
            return False
        family = not (before.bits & (lx.GIVEN | lx.TITLE) or given.bits & lx.PARTICLE)
        return family and bool(given.bits & lx.NAME) and not given.article

    def _is_object_after_name(self, index: int) -> bool:
        """Say whether a noun in the accusative follows: "the minister X (sent) a circular"."""
        lexeme = self.lex[index]
        common = lexeme.bits & COMMON and not lexeme.bits & lx.NAME
        if not common or not lexeme.features & lx.ACCUSATIVE:
            return False
        return not self.nouns.is_told_apart(index)

    def _tells_more(self, index: int) -> bool:
        """Say whether a definite participle tells more of somebody ("X Y, (who) got a prize").

        No table knows it; a preposition that it governs follows.
        """
        lexeme = self.lex[index]
        if self.key[index] in self.pack.known_as:
            return True
        if not lexeme.article or lexeme.bits or lexeme.cues or index + 1 >= len(self.lex):
            return False
        if index < 2 or not (self.lex[index - 1].bits & lx.NAME or not self.lex[index - 1].bits):
            return False
        following = self.lex[index + 1]
        governs = following.prep or following.bits & lx.PREP
        return bool(governs) and lexeme.stem.startswith(self.pack.participles)

    def _is_past(self, index: int) -> bool:
        """Say whether a name is over before a token."""
        thing = self._is_past_name(index) or self._is_thing_after_name(index)
        return thing or self._is_past_kunya(index)

    def _is_past_kunya(self, index: int) -> bool:
        """Say whether a plain noun follows "Abu X", which is a whole name by itself.

        "Abu Muhammad (describes) the situation"; a surname after it is no everyday noun.
        """
        if index < 2 or self.key[index - 2] not in self.pack.kunyas:
            return False
        lexeme, before = self.lex[index], self.lex[index - 1]
        if not before.bits & lx.GIVEN or lexeme.bits & (lx.NAME | lx.DEMONYM | lx.ROLE):
            return False
        plain = lx.NOUN | lx.MASDAR | (0 if lexeme.article else lx.ADJ)
        return bool(lexeme.bits & plain)

    def _is_owned_after_name(self, index: int) -> bool:
        """Say whether a thing with a pronoun follows a full name: its verb's object."""
        lexeme = self.lex[index]
        if index < 2 or lexeme.base == lexeme.stem or lexeme.bits & lx.NAME:
            return False
        kin = self.lex[index - 2]  # "his daughter X (did not hide) her joy"
        whose = kin.bits & (lx.ROLE | lx.UNNAMED) and kin.base != kin.stem
        full = self.lex[index - 1].bits & lx.NAME and (kin.bits & lx.NAME or whose)
        return bool(full and lexeme.bits & USED)

    def _is_companion(self, index: int) -> bool:
        """Say whether a thing of somebody's follows an office that is a given name as well."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        owned = lexeme.base != lexeme.stem and lexeme.bits & USED and not lexeme.bits & lx.NAME
        return bool(owned and before.bits & (lx.ROLE | lx.UNNAMED)) and not before.article

    def _describes(self, index: int) -> bool:
        """Say whether a definite role stands in apposition to a full name before it."""
        lexeme = self.lex[index]
        if index < 2 or not lexeme.article or not lexeme.bits & (lx.ROLE | lx.UNNAMED):
            return False
        if not self.lex[index - 2].bits & lx.NAME or index + 1 >= len(self.lex):
            return False
        following = self.lex[index + 1]
        if lexeme.bits & lx.FAMILY:  # "Nabil al-Arabi the secretary general"
            if not self.lex[index - 1].bits & lx.NAME and following.bits & lx.NOMINAL_PREP:
                return True  # "Manfred Malner the expert in"
            told = following.bits & (lx.ADJ | lx.DEMONYM) or not following.bits
            return following.article and bool(told)
        return following.article or bool(following.bits & (lx.NOMINAL_PREP | lx.PREP))

    def _is_office_of(self, index: int) -> bool:
        """Say whether an office with what it is of follows a full name ("X Y governor of …")."""
        lexeme = self.lex[index]
        if index < 2 or index + 1 >= len(self.lex) or not lexeme.bits & lx.ROLE:
            return False
        if lexeme.article or lexeme.conj or lexeme.prep or self.lex[index - 1].bits & lx.PARTICLE:
            return False
        following, first = self.lex[index + 1], self.lex[index - 2]
        if following.prep in self.pack.addressing:
            return False  # "Sami Haddad (told) the agency": no smith of it
        if first.article and first.bits & (lx.TITLE | lx.ROLE) and not first.bits & lx.NAME:
            return False  # "the deputy Sami Haddad (attacked) the government"
        seat = following.bits & (lx.BODY | lx.NOUN | lx.PLACE) and not following.bits & lx.NAME
        if following.article and following.bits & (lx.ROLE | lx.UNNAMED):
            seat = seat or not lexeme.bits & lx.NAME  # "X Y, lawyer of the accused"
        if following.bits & lx.ROLE and not following.bits & lx.NAME:
            seat = seat or self._is_held(index + 2)  # "X Y assistant of the trainer of"
        return bool(seat) and not following.cues and self.document.tokens.is_word(index - 2)

    def _is_held(self, index: int) -> bool:
        """Say whether an office is over at a token, or goes on with its genitive: "of" nobody."""
        if index >= len(self.lex) or self.lex[index].conj:
            return False
        return not self.lex[index].bits & lx.NOMINAL_PREP  # "X Khalifa the speaker for"

    def _is_thing_after_name(self, index: int) -> bool:
        """Say whether a definite thing follows a full name: the object of a verb before it.

        "the minister X Y (ended) the meeting"
        """
        lexeme = self.lex[index]
        if index < 2 or not lexeme.article or not lexeme.bits & (lx.NOUN | lx.MASDAR):
            return False
        if lexeme.bits & (lx.ADJ | lx.DEMONYM | lx.FAMILY | lx.ROLE | lx.TITLE):
            return False
        given, family = self.lex[index - 2], self.lex[index - 1]
        if not given.bits & lx.GIVEN or family.article or family.bits & lx.PARTICLE:
            return False
        full = family.bits & lx.NAME or not family.bits
        goes_on = index + 1 < len(self.lex) and self.lex[index + 1].is_word
        return bool(full) and not given.bits & lx.PARTICLE and goes_on

    def _is_second(self, index: int) -> bool:
        """Say whether a title that is a given name as well stands right after a given name."""
        title, before = self.lex[index], self.lex[index - 1] if index else None
        if before is None or title.article or not title.bits & lx.TITLE:
            return False
        if not before.bits & lx.GIVEN or before.bits & lx.PARTICLE:
            return False
        apart = index > 1 and self.key[index - 2] in self.pack.clause_marks
        return apart or not before.bits & lx.AMBIGUOUS

    def is_born(self, index: int) -> bool:
        """Say whether "was born" opens a sentence, and where or when comes after the name."""
        opens = not index or not self.document.tokens.is_word(index - 1)
        near = self.lex[index + 2 : index + 5]
        return opens and any(one.bits & (lx.NOMINAL_PREP | lx.TIME) for one in near)

    def _is_led(self, index: int) -> bool:
        """Say whether an unknown word after a full name looks like one with a preposition."""
        key = self.key[index]
        before = self.lex[index - 1]
        if len(key) > 3 and key[0] in self.pack.place_prepositions and self._is_owned(key[1:]):
            return True  # "is known for | his love"
        if index > 1 and before.bits & lx.NAME and self.lex[index - 2].bits & lx.GIVEN:
            lexicon, people = self.pack.lexicon, lx.ROLE | lx.UNNAMED
            if key[0] in lexicon.morphology.prepositions and lexicon.bits(key[1:]) & people:
                return True  # "X Y | (li-) a father"
        full = index > 1 and before.article and not before.bits & (lx.GIVEN | lx.PARTICLE)
        full = full and not self.lex[index - 2].bits & lx.PARTICLE
        return full and len(key) > 4 and key[0] in self.pack.place_prepositions

    def _are_two_surnames(self, first: int) -> bool:
        """Say whether a verb's subject and object are surnames: "(told) Perez | Zidan"."""
        one, other = self.lex[first], self.lex[first + 1]
        verb = first and self.lex[first - 1].cue_features & FINITE
        if not verb or one.bits & lx.GIVEN or (one.bits | other.bits) & (lx.PARTICLE | lx.TITLE):
            return False
        if one.article or other.article:
            return False

        def ends_a_name(index: int) -> bool:
            places = self.document.positions(self.lex[index].base)[:PLACES]
            return any(at and at != index and self.lex[at - 1].bits & lx.GIVEN for at in places)

        return ends_a_name(first) and ends_a_name(first + 1)

    def _is_renamed(self, index: int, end: int) -> bool:
        """Say whether a definite adjective and a name follow: "the (former) star of X | Y Z"."""
        if index + 1 >= end:
            return False
        told = self.lex[index].article and self.lex[index].bits & lx.ADJ
        return bool(told and self.lex[index + 1].bits & lx.GIVEN)

    def _before_another(self, name: Range) -> Range:
        """Return a name without a surname behind it that is somebody else's: "(asked) X Y | Z".

        The report calls each of the two by that word alone, the first as who speaks.
        """
        first, last = name
        end, surname = self.lex[last - 1], self.lex[last - 2]
        if last - first == 2:
            return (first, last - 1) if self._are_two_surnames(first) else name
        if last - first < 3 or surname.bits & (lx.GIVEN | lx.PARTICLE | lx.TITLE):
            return name
        if end.bits & (lx.GIVEN | lx.PARTICLE) or end.article or surname.article:
            return name
        speaks = any(
            at and self.lex[at - 1].cue_features & FINITE and self.key[at + 1] != self.key[last - 1]
            for at in self.document.positions(surname.base)[:PLACES]
            if at != last - 2
        )
        apart = speaks and any(
            at and at != last - 1 and self.key[at - 1] != self.key[last - 2]
            for at in self.document.positions(end.base)[:PLACES]
        )
        return (first, last - 1) if apart else name

    def _is_owned(self, word: str) -> bool:
        """Say whether a word is a noun of the tables with a pronoun stuck to it."""
        lexicon = self.pack.lexicon
        stems = (word[: -len(p)] for p in lexicon.morphology.pronouns if word.endswith(p))
        return any(lexicon.bits(stem) & (lx.NOUN | lx.MASDAR) for stem in stems if len(stem) > 1)

    def _is_told_elsewhere(self, index: int) -> bool:
        """Say whether the report has a word, that a preposition leads to here, without it too."""
        lexeme = self.lex[index]
        if not lexeme.prep:
            return False
        places = self.document.positions(lexeme.base)
        return any(not self.lex[at].prep for at in places[:40])

    def _is_citing(self, index: int) -> bool:
        """Say whether a phrase that cites begins with a word that is a name as well."""
        phrases = self.pack.cue_phrases
        match = phrases.match(self.lex, index, min(index + 3, len(self.lex)))
        return match is not None and match[1] > 1

    def _is_whole_surname(self, index: int) -> bool:
        """Say whether a strange word begins with the letter of "so" after a given name."""
        lexeme, before = self.lex[index], self.lex[index - 1].bits
        other = lexeme.bits & ~(lx.VERB | lx.MASDAR)
        if lexeme.conj not in self.pack.consequent or lexeme.cues or other:
            return False
        if index + 1 < len(self.lex) and self.lex[index + 1].is_word:
            return False
        return bool(before & lx.GIVEN) and not before & lx.AMBIGUOUS

    def _is_kin(self, index: int) -> bool:
        """Say whether a relative with a pronoun stands at a token ("his uncle")."""
        if index >= len(self.lex):
            return False
        lexeme = self.lex[index]
        return lexeme.base != lexeme.stem and bool(lexeme.bits & (lx.ROLE | lx.UNNAMED))

    def _is_but_a_title(self, index: int) -> bool:
        """Say whether a word that titles and names share is a title: a name follows."""
        following = self.lex[index + 1].bits
        if self.lex[index].bits & lx.GIVEN and not self.lex[index].article:
            return bool(following & lx.TITLE)
        return bool(following & (lx.TITLE | lx.NAME))


__all__ = ["COMMON", "USED", "NameEnds"]
