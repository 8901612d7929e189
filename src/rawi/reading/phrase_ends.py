"""Where the grammar of definite phrases parts one noun phrase from the next."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.inflect import FEM, FINITE, HAL, MASC, PLUR, SING
from rawi.reading.phrase_words import PhraseWords

_HUMAN: Final = lx.ROLE | lx.UNNAMED | lx.TITLE
_HEAD: Final = _HUMAN | lx.BODY | lx.DOC | lx.NAME | lx.DEMONYM | lx.PLACE | lx.MEDIA
_NOUNLIKE: Final = lx.ROLE | lx.UNNAMED | lx.BODY | lx.DOC | lx.NOUN | lx.MASDAR | lx.MEDIA
#: What keeps a verbal noun from being a deed: it may be a name, an office or an adjective as well.
_NO_DEED: Final = _HEAD | lx.ADJ | lx.OFFICE | lx.PRESS | lx.TIME | lx.QUANTITY

#: What keeps a noun from being a thing: it may go on with the adjectives before it.
_NO_QUALITY: Final = _HUMAN | lx.BODY | lx.NAME | lx.ADJ | lx.DEMONYM | lx.TIME | lx.QUANTITY

#: An outlet of an office and its name are no longer than this, in tokens.
OUTLET: Final = 5
#: What keeps the name of a state from being one: it is a name of somebody or an adjective as well.
_NO_STATE: Final = lx.NAME | lx.ADJ | lx.DEMONYM | lx.TITLE | lx.BODY | lx.MEDIA


class PhraseEnds(PhraseWords):
    """Tells which words of one document cannot go on with the phrase before them."""

    def is_deed_alone(self, index: int) -> bool:
        """Say whether a noun of saying ends a name: a mark follows, it could govern nothing."""
        lexeme = self.lex[index]
        ends = index + 1 >= len(self.lex) or self.key[index + 1] in self.marks
        bare = not (lexeme.article or lexeme.prep or lexeme.conj)
        return ends and bare and bool(lexeme.cues) and not lexeme.cue_features & (FINITE | HAL)

    def is_of_clan(self, index: int) -> bool:
        """Say whether "house of" or the like parts a given name and a clan's ("Awad Bayt Said")."""
        if self.key[index] not in self.document.pack.clans or index + 1 >= len(self.lex):
            return False
        given, clan = self.lex[index - 1], self.lex[index + 1]
        named = given.bits & lx.NAME and not given.bits & _NOUNLIKE
        return bool(named and clan.bits & lx.NAME) and not (clan.prep or clan.conj)

    def _goes_on_as_name(self, index: int) -> bool:
        """Say whether a noun after a given name goes on with it."""
        given = self.lex[index - 1].bits & lx.GIVEN and not self.lex[index - 1].bits & _NOUNLIKE
        if self.is_surname_apart(index):
            return True
        return bool(given) and (self.is_of_clan(index) or self.is_deed_alone(index))

    def is_surname_apart(self, index: int) -> bool:
        """Say whether an everyday word after a given name can only be the surname.

        It is bare, where a verb's object would be in the accusative; after it a mark and who
        somebody is ("X Wall, the expert in"), or for a noun the verb's preposition.
        """
        lexeme, before = self.lex[index], self.lex[index - 1] if index else None
        if before is None or index + 1 >= len(self.lex) or not before.bits & lx.GIVEN:
            return False
        other = lx.QUANTITY | lx.OPENER | lx.PREP | lx.CONNECT | _HUMAN | lx.BODY | lx.DOC
        bare = not (lexeme.article or lexeme.prep or lexeme.conj or lexeme.cues)
        if not bare or lexeme.bits & other or not self._is_sure_given(index - 1):
            return False
        if lexeme.bits & lx.TIME and not self._may_be_called(index):
            return False
        if self.key[index + 1] in self.marks:
            return self._is_told_at(index + 2)
        if not self.lex[index + 1].is_word and index + 1 not in self.quote_at:
            office = self.lex[index - 2] if index > 1 else None
            titled = office is not None and office.article and office.bits & _HUMAN
            return bool(titled and lexeme.bits & (lx.NOUN | lx.MASDAR))  # "the envoy X Rotation."
        ending = self.document.pack.lexicon.morphology.accusative
        return self._is_led_to_clause(index) and not self.key[index].endswith(ending or "\0")

    def _is_led_to_clause(self, index: int) -> bool:
        """Say whether "that", "saying" or a preposition follows a word that may be a surname.

        A noun in the feminine needs "that" or "saying": else the verb may have it for its object.
        """
        lexeme, following = self.lex[index], self.lex[index + 1]
        plain = lexeme.bits & lx.NOUN and not lexeme.bits & lx.MASDAR
        if lexeme.bits & (lx.DEMONYM | lx.TIME):
            plain = True
        if not plain or lexeme.features & PLUR or following.article:
            return False
        says = following.cue_features & HAL and not following.conj
        told = following.prep in self.document.pack.addressing and following.bits & lx.MEDIA
        whole = following.bits & lx.COMP or says or told
        if lexeme.features & FEM or lexeme.bits & (lx.TIME | lx.VERB):
            feminine = self.key[index][-1:] in self.document.pack.usual_endings.values()
            return bool(whole) and not feminine
        return bool(whole or following.bits & lx.PREP)

    def is_named_like_preposition(self, index: int) -> bool:
        """Say whether a surname spelt as a preposition ends a name: it could lead to nothing."""
        lexeme = self.lex[index]
        if not lexeme.bits & lx.FAMILY or index + 1 >= len(self.lex):
            return False
        given, following = self.lex[index - 1], self.lex[index + 1]
        says = following.cue_features & HAL and not following.conj
        over = not following.is_word or following.bits & lx.COMP or says
        return bool(over) and bool(given.bits & lx.GIVEN) and self._is_sure_given(index - 1)

    def _may_be_called(self, index: int) -> bool:
        """Say whether a word of time may be a name: a month or "night", no day."""
        named = self.lex[index].bits & (lx.NAME | lx.NOUN)
        return bool(named) and self.key[index] not in self.document.pack.days

    def _is_sure_given(self, index: int) -> bool:
        """Say whether a given name stands at a token, and no noun written the same.

        After a definite office or its adjective a bare noun can only be a name.
        """
        given, before = self.lex[index], self.lex[index - 1] if index else None
        if given.article or not given.bits & _NOUNLIKE:
            return not given.article
        told = _HUMAN | lx.ADJ | lx.DEMONYM | lx.OFFICE | lx.BODY
        return before is not None and before.article and bool(before.bits & told)

    def _is_told_at(self, index: int) -> bool:
        """Say whether what somebody is stands at a token: "the expert", "head of"."""
        if index >= len(self.lex):
            return False
        lexeme = self.lex[index]
        return bool(lexeme.bits & _HUMAN) and not (lexeme.prep or lexeme.conj or lexeme.cues)

    def is_issued_at(self, index: int) -> bool:
        """Say whether it is told who issued an indefinite document ("a letter (which) X sent")."""
        before, pack = self.lex[index - 1] if index else None, self.document.pack
        if before is not None and before.bits & lx.ADJ and index > 1:
            before = self.lex[index - 2]
        if before is None or before.article:
            return False
        if not before.bits & lx.DOC and before.base not in pack.statements:
            return False
        key = self.key[index]
        return any(
            key.endswith(pronoun) and key[: -len(pronoun)] in pack.issues
            for pronoun in pack.lexicon.morphology.object_pronouns
        )

    def issuer_at(self, first: int, index: int, limit: int) -> int | None:
        """Return where who issued a statement begins, where a token leads to them.

        "a (joint) statement | from X", "a statement | (that) came out on Tuesday from X"
        """
        pack, lexeme = self.document.pack, self.lex[first]
        if lexeme.base not in pack.statements or lexeme.article or not lexeme.bits & lx.DOC:
            return None
        if any(not self.lex[at].bits & lx.ADJ for at in range(first + 1, index)):
            return None
        if self.key[index] in pack.issuing:
            index += 1
            while index < limit and self.lex[index].bits & lx.TIME:
                index += 1
        leads = index + 1 < limit and self.key[index] in pack.relay_from | pack.who
        leads = leads and self.key[index] not in pack.towards
        issuers = lx.BODY | lx.ROLE | lx.OFFICE | lx.SPEAKS | lx.MEDIA
        return index + 1 if leads and self.lex[index + 1].bits & issuers else None

    def _is_month_named(self, index: int) -> bool:
        """Say whether a given name, and no month spelled like it, stands at a token.

        A surname in no table follows, and no number or preposition leads to it.
        """
        lexeme, before = self.lex[index], self.lex[index - 1]
        if index + 1 >= len(self.lex):
            return False
        if self.key[index - 1] in self.marks:  # "the president, | Rajab T. Erdogan"
            before = self.lex[index - 2]
        if lexeme.bits & lx.FAMILY and before.bits & lx.GIVEN and not before.bits & lx.AMBIGUOUS:
            return not (self.lex[index + 1].bits & lx.NUMBER or lexeme.article)  # "Theresa May"
        if not lexeme.bits & lx.GIVEN:
            return False
        surname = self.lex[index + 1]
        led = before.bits & (lx.NUMBER | lx.PREP | lx.TIME) or before.prep or lexeme.prep
        plain = surname.is_word and not (surname.cues or surname.prep or surname.conj)
        named = surname.bits & lx.NAME and not surname.bits & lx.AMBIGUOUS
        if surname.bits & lx.NAME and not named:  # "the (Turkish) president Rajab T. Erdogan"
            somebody = before.article and before.bits & (lx.ROLE | lx.TITLE | lx.DEMONYM)
            named = bool(somebody or before.cue_features & FINITE)
        return plain and not led and bool(named or not surname.bits)

    def is_past_end(self, index: int) -> bool:
        """Say whether a bare noun is no part of the phrase before it, a surname's among them.

        "X (called on) | the media": a surname that the report gives in full elsewhere.
        """
        lexeme, before = self.lex[index], self.lex[index - 1]
        if lexeme.bits & lx.SPEAKS and not (lexeme.bits & _NO_STATE or lexeme.prep or lexeme.conj):
            if self._is_bare_surname(index - 1):
                return True  # "Trump (asked) | Iran"
        people = lexeme.bits & (lx.ROLE | lx.UNNAMED) and lexeme.features & PLUR
        bare = not (lexeme.article or lexeme.prep or lexeme.conj)
        head = (
            lexeme.bits & lx.BODY
            or (people and bare)
            or (bare and lexeme.bits & lx.NOUN and self.has_thing(index))
        )
        if head and not lexeme.bits & (lx.NAME | lx.MEDIA) and index > 1:
            surname = before.is_word and not before.bits & ~lx.FAMILY and not before.outlet
            known = before.bits or self.is_named_elsewhere(index - 1)
            if surname and known and self.lex[index - 2].cues:
                return True
        return super().is_past_end(index)

    def cannot_follow(self, index: int) -> bool:
        """Say whether the grammar of definite phrases parts a word from the one before it."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        if lexeme.conj or lexeme.prep:
            return False
        if self.opens_another(index):
            return True
        closing = lexeme.bits & lx.PARTICLE and not lexeme.bits & lx.GIVEN
        if (
            closing
            and before.article
            and lexeme.key.startswith(self.document.pack.lexicon.morphology.article)
        ):
            return True  # "the scholars (asked) | God", the second half of no name
        oblique = before.article and before.features & lx.OBLIQUE
        if oblique and before.bits & (_HUMAN | lx.DEMONYM):
            at = index - 1
            while at > 0 and self.lex[at].article:
                at -= 1
            holder = self.lex[at]  # "the head of the (French) firefighters | Katia Orlund"
            held = holder.bits & lx.ROLE and holder.features & SING and not holder.article
            if held and self.is_name(index):
                return False
            return not lexeme.article and not lexeme.bits & (lx.OTHER | lx.QUANTITY)
        if before.article and before.bits & (lx.ROLE | lx.UNNAMED) and lexeme.bits & lx.SPEAKS:
            return not lexeme.bits & lx.NAME  # "the spokesman | Israel"
        if lexeme.article and lexeme.bits & lx.MASDAR and before.article and before.bits & _HUMAN:
            if before.features & MASC and before.features & SING and lexeme.features & FEM:
                return True  # "the minister (m.) | the demand (f.)"
        office = before.article and before.bits & (lx.ROLE | lx.UNNAMED)
        if office and self._is_thing_told(index):
            return True  # "the minister (linked) | the latest rises", a family's name as well
        if office and lexeme.article and not before.bits & lx.ADJ:
            if lexeme.bits & (lx.NOUN | lx.DOC) and not lexeme.bits & (_NO_DEED & ~lx.DOC):
                return True  # "the president (criticised) | the decision"
        if before.article and before.bits & lx.DEMONYM and lexeme.article and lexeme.bits & lx.NOUN:
            if before.features & MASC and lexeme.features & FEM and not lexeme.bits & _HEAD:
                return True  # "a source in the Alexandrian club (m.) | the incident (f.)"
        if not lexeme.article or not lexeme.bits & lx.MASDAR or lexeme.bits & _NO_DEED:
            return False
        if before.article:
            return not before.bits & lx.TITLE
        quality = before.bits & (lx.ADJ | lx.DEMONYM)
        return bool(quality) and not before.bits & (_HUMAN | lx.NAME | lx.BODY)

    def _is_thing_told(self, index: int) -> bool:
        """Say whether a plural of things, and an adjective that tells of them, stand at a token."""
        lexeme = self.lex[index]
        things = lexeme.article and lexeme.bits & lx.NOUN and lexeme.features & PLUR
        if not things or lexeme.bits & _HUMAN or index + 1 >= len(self.lex):
            return False
        quality = self.lex[index + 1]
        return quality.article and bool(quality.bits & lx.ADJ and quality.features & FEM)

    def _is_bare_surname(self, index: int) -> bool:
        """Say whether a surname stands where no given name is before it ("Trump (accused) …").

        One in no table stands right after its verb.
        """
        lexeme, before = self.lex[index], self.lex[index - 1] if index else None
        if before is None or lexeme.article or lexeme.prep:
            return False
        verb = before.cue_features & FINITE and (before.conj or index < 2)
        if before.bits & lx.GIVEN and not verb:  # "Talib" is also "he asked"
            return False
        if lexeme.bits:
            plain = lx.FAMILY | lx.AMBIGUOUS | lx.ADJ
            return bool(lexeme.bits & lx.FAMILY) and not lexeme.bits & ~plain
        return bool(before.cue_features & FINITE) and not lexeme.cues

    def opens_another(self, index: int) -> bool:
        """Say whether a state, a counterpart or a thing opens a phrase after a whole one.

        "the chief of the (Malian) air force (called) | Russia", "the minister X Y (accused) |
        Ukraine", "the (Egyptian) minister (told) | his counterpart", "… | the decision"
        """
        lexeme, before = self.lex[index], self.lex[index - 1]
        whole = before.article and not before.bits & (lx.TITLE | lx.MEDIA | lx.PLACE)
        if lexeme.bits & lx.SPEAKS and not lexeme.bits & _NO_STATE:
            if lexeme.features & FEM and before.features & FEM:
                return False  # "the (f.) ministry of Saudi (f.) health"
            named = index > 1 and self._is_named_in_full(index)
            return whole or named or self._is_bare_surname(index - 1)
        if self.key[index] in self.document.pack.counterparts:
            return self.is_closed(index - 1)
        if before.article and lexeme.bits == lx.ADJ and not lexeme.article:
            bare = before.bits & (lx.ADJ | lx.DEMONYM) and not before.bits & lx.ROLE
            return bool(bare) and self._is_pair(index)
        if lexeme.article and before.bits & lx.DEMONYM and self._is_somebody_from(index - 1):
            whom = lx.ROLE | lx.UNNAMED | lx.BODY | lx.SPEAKS
            return bool(lexeme.bits & whom) and not lexeme.bits & (lx.NAME | lx.TITLE | lx.ADJ)
        told = before.article and before.bits & (lx.DEMONYM | lx.ADJ)
        office = before.bits & (lx.OFFICE | lx.PLACE | lx.NAME)
        thing = lexeme.article and lexeme.bits & (lx.NOUN | lx.DOC | lx.MASDAR)
        return bool(told and thing) and not (office or lexeme.bits & (_NO_DEED & ~lx.DOC))

    def _is_somebody_from(self, index: int) -> bool:
        """Say whether an adjective of a country tells of "an envoy": nothing definite goes on."""
        lexeme, envoy = self.lex[index], self.lex[index - 1] if index else None
        if envoy is None or lexeme.article or lexeme.bits & lx.NAME or envoy.bits & lx.NAME:
            return False
        return not envoy.article and bool(envoy.bits & (lx.ROLE | lx.UNNAMED))

    def _is_pair(self, index: int) -> bool:
        """Say whether an adjective is rather two of a kind with a genitive ("the two sides of")."""
        lexicon, key = self.document.pack.lexicon, self.key[index]
        if index + 1 >= len(self.lex) or not self.lex[index + 1].article:
            return False
        kinds = (key[: -len(end)] for end, _ in lexicon.morphology.construct if key.endswith(end))
        return any(lexicon.bits(kind) & lx.NOUN for kind in kinds)

    def _is_named_in_full(self, index: int) -> bool:
        """Say whether two names, or words in no table, stand right before a token."""
        for word in self.lex[index - 2 : index]:
            strange = not (word.bits or word.cues or word.prep or word.article)
            if not word.is_word or not (word.bits & lx.NAME or strange):
                return False
            if word.bits & _NOUNLIKE:
                return False
        return True

    def is_after_whole(self, first: int, index: int) -> bool:
        """Say whether a phrase is whole before a noun that only another phrase can begin with.

        "Russia (accused) Ukraine", "the ministry of culture (mourned) a poet of".
        """
        lexeme, before = self.lex[index], self.lex[index - 1]
        if lexeme.conj or lexeme.prep:
            return False
        proper = self._is_proper_body(index - 1)
        if lexeme.article:
            seat = before.bits & lx.PLACE and not before.article and not before.bits & lx.NAME
            whole = (seat and self.lex[first].bits & lx.ROLE) or proper
            whole = whole or (index > first + 1 and self.is_attached(index - 1))
            thing = lexeme.bits & (lx.NOUN | lx.BODY | lx.MASDAR)
            told = lexeme.bits & (lx.ADJ | lx.DEMONYM | lx.TITLE | lx.NAME)
            state = index == first + 1 and before.bits & lx.SPEAKS and before.bits & lx.PLACE
            if state and lexeme.bits & lx.BODY and not (told or before.bits & lx.BODY):
                return True  # "Israel (accused) | the army of"
            if seat and lexeme.base in self.document.pack.collectives:
                return True  # "the municipality of X (asked) | the inhabitants"
            return bool(whole and thing) and not told  # "the movement X (denied) | the news"
        named = lexeme.bits & (lx.NAME | lx.ADJ | lx.TITLE | lx.DEMONYM)
        place = lexeme.bits & lx.SPEAKS and not named
        if index == first + 1 and place and self._is_proper_body(first):
            return True  # "Hamas (accused) | Israel"
        if index == first + 1 and before.bits & lx.SPEAKS and not before.bits & lx.BODY:
            other = lexeme.bits & (lx.BODY | lx.DOC) and not named and not lexeme.outlet
            thing = lexeme.bits & (lx.NOUN | lx.MASDAR) and not named and index + 1 < len(self.lex)
            other = other or (thing and (bool(lexeme.cues) or self.lex[index + 1].article))
            other = other or self.key[index] in self.document.pack.ranked
            return bool(place or other)  # "Niger (asked) | the council of"
        body = self.lex[first].bits & lx.BODY
        if lexeme.key.startswith(self.document.pack.lexicon.morphology.article or "\0"):
            return False  # "the kingdom of Saudi Arabia"
        if body and index > first + 1 and (proper or before.bits & lx.DEMONYM) and place:
            return bool(lexeme.bits & lx.PLACE)  # "the movement X (accused) | Israel"
        role = lexeme.bits & lx.ROLE and lexeme.features & SING and not named
        return bool(role and before.article and (body or before.features & lx.NOMINATIVE))

    def is_seat_of_named(self, index: int) -> bool:
        """Say whether a body or place is where an office is, and a title and a name follow it.

        "the head of the office in the province, Dr X Y, told of …"
        """
        if index + 2 >= len(self.lex):
            return False
        seat, title = self.lex[index], self.lex[index + 1]
        placed = seat.article and seat.bits & (lx.BODY | lx.PLACE)
        titled = title.article and title.bits & lx.TITLE and not title.prep
        return bool(placed and titled) and self.is_full_name(index + 2)

    def _is_head_of(self, index: int) -> bool:
        """Say whether a title and a name follow an outlet: "the head of the agency, Mr X Y"."""
        for at in range(index + 1, min(index + OUTLET, len(self.lex) - 1)):
            lexeme = self.lex[at]
            if lexeme.article and lexeme.bits & lx.TITLE and self.lex[at + 1].bits & lx.GIVEN:
                return True
            if not lexeme.is_word or lexeme.prep or lexeme.bits & (lx.PREP | lx.COMP | lx.TIME):
                return False
        return False

    def _is_second_head(self, first: int, index: int) -> bool:
        """Say whether somebody else begins after a definite noun: the one who is addressed."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        if not before.article or (before.bits & lx.TITLE and not before.bits & (lx.ROLE | lx.BODY)):
            return False
        if before.features & lx.NOMINATIVE and lexeme.article and lexeme.bits & lx.ROLE:
            return not lexeme.features & PLUR and not lexeme.conj
        if lexeme.bits & (lx.ADJ | lx.DEMONYM | lx.FAMILY | lx.TITLE | lx.NAME) or lexeme.conj:
            return False
        if lexeme.features & lx.NOMINATIVE:
            return False
        body = index - 1 == first and before.bits & lx.BODY
        if lexeme.article and body and lexeme.bits & (lx.DOC | lx.NOUN):
            return True
        if lexeme.article:
            dual = bool(lexeme.features & lx.OBLIQUE)
            return bool(lexeme.bits & (lx.BODY | lx.ROLE | lx.UNNAMED)) or dual
        return bool(lexeme.bits & (lx.ROLE | lx.UNNAMED)) and bool(lexeme.features & PLUR)

    def _is_named_behind(self, first: int, index: int) -> bool:
        """Say whether a foreign name that looks like a verb follows an office.

        "the spokeswoman for the ministry Galina Tarasova": "(he) exaggerated us"
        """
        lexeme, before = self.lex[index], self.lex[index - 1]
        if not lexeme.derived or lexeme.base == lexeme.stem or not self.lex[first].bits & lx.ROLE:
            return False
        if not before.article or lexeme.conj or index + 1 >= len(self.lex):
            return False
        surname = self.lex[index + 1]
        strange = surname.is_word and not (surname.cues or surname.article or surname.prep)
        return strange and not surname.bits & ~(lx.NAME | lx.AMBIGUOUS)

    def _is_after_quality(self, first: int, index: int) -> bool:
        """Say whether a bare thing follows "a (responsible) government source": no genitive."""
        lexeme = self.lex[index]
        thing = lexeme.bits & (lx.NOUN | lx.DOC | lx.MASDAR) and not lexeme.bits & _NO_QUALITY
        bare = not (lexeme.article or lexeme.prep or lexeme.conj)
        source = self.lex[first].bits & lx.UNNAMED and not self.lex[first].article
        return bool(thing and bare and source) and self._is_adjective(first, index - 1)

    def _is_told(self, first: int, index: int) -> bool:
        """Say whether an outlet follows a phrase that is complete: it is told by the other."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        somebody = self.lex[first].bits & lx.UNNAMED and not self.lex[first].article
        if somebody and before.bits & (lx.ADJ | lx.DEMONYM) and not lexeme.article:
            if lexeme.bits & lx.MEDIA and lexeme.bits & lx.GENERIC and not lexeme.conj:
                return True  # "a security source (told) the agency X"
        if index == first + 2 and self.lex[first].features & PLUR and not before.article:
            eye = before.bits & lx.NOUN and not before.bits & (lx.BODY | lx.MEDIA)
            witnesses = somebody and eye
            if witnesses and lexeme.bits & lx.GENERIC and not (lexeme.article or lexeme.prep):
                return True  # "eyewitnesses (told) the agency X"
        if index > first + 1 and lexeme.bits:
            return False
        if index == first + 1 and before.bits & lx.UNNAMED and before.features & PLUR:
            return bool(lexeme.bits & lx.MEDIA and lexeme.bits & lx.GENERIC and not before.derived)
        if lexeme.bits:
            return False
        if self.lex[first].bits & lx.UNNAMED and not self.lex[first].article:
            return lexeme.outlet  # "informed sources (told) Sky News"
        if not before.article or not self.lex[first].bits & lx.BODY:
            return False
        return lexeme.outlet and self.document.pack.lexicon.is_outlet(lexeme)


__all__ = ["PhraseEnds"]
