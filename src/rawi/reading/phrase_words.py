"""What single words of a noun phrase tell: names, addressees, things that are somebody's."""

from __future__ import annotations

from typing import Final

from rawi.authority.names import fold_name
from rawi.reading import lexicon as lx
from rawi.reading.document import Document
from rawi.reading.inflect import FEM, FINITE, NOUN, PLUR

_NOUNLIKE: Final = lx.ROLE | lx.UNNAMED | lx.BODY | lx.DOC | lx.NOUN | lx.MASDAR | lx.MEDIA
_HUMAN: Final = lx.ROLE | lx.UNNAMED | lx.TITLE
#: What closes a noun phrase by itself.
_CLOSED: Final = lx.NAME | lx.PLACE | lx.LATIN | lx.ANAPHOR | lx.OTHER | lx.TIME
#: A word that the report doubts stands in marks with no more than this, in words.
DOUBTED: Final = 3
#: A verb that is known by its ending alone has more letters than this.
VERB_LETTERS: Final = 4
#: What stays of a word without preposition and article has more letters.
SHORT: Final = 4
#: A name between commas goes on for so many words after its first.
NAMES: Final = 4


class PhraseWords:
    """Judges the words of one document by those around them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.marks = document.pack.clause_marks
        self.quote_at = document.quote_at
        mark = document.pack.accusative_mark
        #: a text has few marks of the accusative, or none
        self._accusatives = document.tokens.holding(mark) if mark else frozenset[int]()
        #: where a word stands after a given name, the first two places
        self._surnames: dict[str, list[int]] = {}

    def is_name(self, index: int) -> bool:
        """Say whether a token is part of a name, as far as one token tells."""
        lexeme = self.lex[index]
        if lexeme.bits & lx.NAME:
            return not (lexeme.bits & lx.AMBIGUOUS and lexeme.bits & _NOUNLIKE and lexeme.article)
        return not lexeme.bits and not lexeme.cues and self.key[index][:1].isalpha()

    def goes_on(self, index: int) -> bool:
        """Say whether a definite adjective follows: "the (European) Union" is no outlet."""
        if index + 1 >= len(self.lex) or not self.lex[index].article:
            return False
        following = self.lex[index + 1]
        return following.article and bool(following.bits & (lx.ADJ | lx.DEMONYM))

    def is_to_outlet(self, index: int) -> bool:
        """Say whether an outlet's name with the preposition of address stands at a token."""
        lexeme, key = self.lex[index], self.key[index]
        if not lexeme.outlet or lexeme.bits or key[:1] not in self.document.pack.addressing:
            return False
        firsts = self.document.pack.lexicon.outlet_words
        return fold_name(key[1:]) in firsts and fold_name(key) not in firsts

    def _is_public(self, first: int, index: int) -> bool:
        """Say whether those whom a body speaks to follow it ("the management, to the public")."""
        lexeme = self.lex[index]
        if lexeme.prep not in self.document.pack.addressing or not lexeme.article:
            return False
        if self.lex[first].bits & lx.ROLE and index == first + 1 and self.lex[first].article:
            told = lexeme.bits & (lx.ROLE | lx.UNNAMED) and lexeme.features & PLUR
            return bool(told) and not lexeme.bits & lx.BODY  # "the judge (said) to the men"
        if not self.lex[first].bits & lx.BODY or not self.lex[index - 1].article:
            return False
        return lexeme.base in self.document.pack.publics

    def _is_field(self, first: int, index: int) -> bool:
        """Say whether a text is what somebody works on, whose name follows after a comma."""
        lexeme = self.lex[index]
        if not lexeme.article or not lexeme.bits & lx.DOC or index + 2 >= len(self.lex):
            return False
        named = self.lex[index + 2].bits & (lx.TITLE | lx.GIVEN)
        worker = self.lex[first].bits & (lx.ROLE | lx.UNNAMED)
        return bool(named and worker) and self.key[index + 1] in self.marks

    def looks_foreign(self, index: int) -> bool:
        """Say whether a word after a name could else be a preposition with a verb: a name too."""
        lexeme = self.lex[index]
        if lexeme.cues or not lexeme.prep or lexeme.conj or not self.is_name(index - 1):
            return False
        rare = lexeme.bits == lx.FAMILY | lx.AMBIGUOUS and not lexeme.outlet
        rare = rare or (not lexeme.bits & ~lx.NAME and self._is_between_marks(index))
        strange = lexeme.prep in self.document.pack.addressing or not lexeme.bits
        led = lexeme.article and strange
        short = led and len(lexeme.stem) < SHORT and self.lex[index - 1].bits & lx.GIVEN
        rare = rare or bool(short)  # "Philippe Lalliot", no "to the Yu"
        return rare or (bool(lexeme.bits & lx.VERB) and not lexeme.bits & ~(lx.VERB | lx.PHRASE))

    def _is_between_marks(self, index: int) -> bool:
        """Say whether a given name and a token are all that stands between two commas."""
        given = self.lex[index - 1].bits & lx.GIVEN and not self.lex[index - 1].bits & lx.AMBIGUOUS
        if not given or index < 2 or index + 1 >= len(self.lex):
            return False
        return self.key[index - 2] in self.marks and self.key[index + 1] in self.marks

    def _may_be_named(self, index: int) -> bool:
        """Say whether a name may end at a token, be it a place's or a people's as well.

        An adjective of a people would be definite after somebody's given name.
        """
        lexeme = self.lex[index]
        surname = lexeme.bits & lx.DEMONYM and not lexeme.article
        if surname and index and self.lex[index - 1].bits & lx.GIVEN:
            return True
        return self.is_name(index) or bool(lexeme.bits & lx.PLACE)

    def _is_given(self, index: int) -> bool:
        """Say whether a given name that is a noun too stands between a role and a surname."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        if not lexeme.bits & lx.GIVEN or lexeme.article or index + 1 >= len(self.lex):
            return False
        if not before.article or not before.bits & (_HUMAN | lx.DEMONYM):
            return False
        following = self.lex[index + 1]
        family = following.bits & lx.FAMILY or not following.bits or following.derived
        return following.article and bool(family) and not following.bits & _NOUNLIKE

    def ends_name(self, first: int, index: int) -> bool:
        """Say whether a family name ends a full name at a token ("Bushra al-Alawi al-Ismaili")."""
        for at in range(index, max(first, index - 3), -1):
            lexeme, before = self.lex[at], self.lex[at - 1]
            family = lexeme.bits & (lx.FAMILY | lx.DEMONYM) or not lexeme.bits or lexeme.derived
            if not family or before.bits & lx.PARTICLE:
                return False
            if before.bits & lx.GIVEN and not before.article and self._is_first_name(at - 1):
                return bool(lexeme.article or lexeme.bits & lx.FAMILY)
            if not lexeme.article:
                return False
        return False

    def _is_first_name(self, index: int) -> bool:
        """Say whether a given name, and no noun, stands at a token."""
        return not self.lex[index].bits & _NOUNLIKE or (index > 0 and self._is_given(index))

    def _is_owned_by_known(self, index: int) -> bool:
        """Say whether a thing of somebody's stands at a token ("the words of his brother")."""
        lexeme = self.lex[index]
        if lexeme.article or not lexeme.bits & (lx.NOUN | lx.MASDAR) or index + 1 >= len(self.lex):
            return False
        following = self.lex[index + 1]
        owned = following.base != following.stem and following.bits & lx.HEADS
        return bool(owned) and not following.prep and not following.conj

    def is_closed(self, index: int) -> bool:
        """Say whether a noun phrase could end with a token: it is definite in some way."""
        lexeme = self.lex[index]
        if lexeme.bits & (lx.PREP | lx.NOMINAL_PREP) and not lexeme.article:
            return self.has_pronoun(index)
        return (
            lexeme.article
            or self.key[index] in self.document.pack.ordinals
            or (
                bool(lexeme.features & lx.NOMINATIVE and lexeme.bits & _HUMAN)
                and not self._wants_genitive(index)
            )
            or (bool(lexeme.bits & _CLOSED) and not self._is_office_first(index))
            or (bool(lexeme.bits & lx.ADJ) and not lexeme.bits & (_HUMAN | lx.BODY))
            or not self.key[index][:1].isalnum()
            or (not lexeme.bits and not lexeme.cues)
            or lexeme.base != lexeme.stem
            or self._is_proper_body(index)
        )

    def _is_proper_body(self, index: int) -> bool:
        """Say whether a body's own name follows a word for its kind ("the movement Hamas")."""
        lexeme, kind = self.lex[index], self.lex[index - 1] if index else None
        if lexeme.base in self.document.pack.proper_bodies and not lexeme.article:
            return True  # "Hamas" wants no genitive
        own = lexeme.bits & lx.BODY and not lexeme.bits & lx.GENERIC and not lexeme.article
        return bool(own and kind is not None and kind.bits & lx.BODY and kind.bits & lx.GENERIC)

    def _is_office_first(self, index: int) -> bool:
        """Say whether a bare office that is a given name as well has a bare noun after it.

        "the keeper of | the secrets of", not "Amin".
        """
        lexeme = self.lex[index]
        doubted = lexeme.bits & lx.ROLE and lexeme.bits & lx.AMBIGUOUS and not lexeme.article
        if not doubted or index + 1 >= len(self.lex):
            return False
        noun = self.lex[index + 1]
        if noun.article or noun.prep or noun.conj or noun.bits & (lx.NAME | lx.MASDAR | lx.PREP):
            return False
        return bool(noun.bits & (lx.NOUN | lx.BODY))

    def _wants_genitive(self, index: int) -> bool:
        """Say whether a plural stands as before its genitive ("the authors of | the study")."""
        shapes = self.document.pack.lexicon.morphology.construct
        return self.lex[index].derived and self.key[index].endswith(tuple(end for end, _ in shapes))

    def is_counted(self, index: int) -> bool:
        """Say whether a number counts the persons at a token ("11 analysts")."""
        counts = self.lex[index - 1].bits & lx.NUMBER and not self.lex[index].conj
        accusative = self.document.pack.lexicon.morphology.accusative
        return bool(counts) and self.key[index].endswith(accusative)

    def is_compound(self, index: int) -> bool:
        """Say whether a name of two words stands at a token: "victory of | the faith"."""
        given = self.lex[index].bits & lx.GIVEN and not self.lex[index].article
        if not given or index + 1 >= len(self.lex):
            return False
        article = self.document.pack.lexicon.morphology.article
        second = self.lex[index + 1]
        return bool(second.bits & lx.PARTICLE) and second.key.startswith(article)

    def has_pronoun(self, index: int) -> bool:
        """Say whether a preposition is followed by its pronoun in one word ("of it")."""
        key, pack = self.key[index], self.document.pack
        stems = [
            key[: -len(pronoun)]
            for pronoun in pack.lexicon.morphology.pronouns
            if key.endswith(pronoun)
        ]
        stems += [  # "ilay-" is "ila"
            stem[: -len(written)] + alone
            for stem in stems
            for written, alone in pack.before_pronouns
            if stem.endswith(written)
        ]
        return any(map(pack.is_preposition, stems))

    def _is_each_of(self, index: int) -> bool:
        """Say whether people are counted at a token: "each of the governors of X and of Y"."""
        if index + 2 >= len(self.lex) or self.key[index + 1] not in self.document.pack.who:
            return False
        somebody = self.lex[index + 2].bits & (_HUMAN | lx.BODY | lx.NAME | lx.SPEAKS)
        return bool(self.lex[index].bits & lx.QUANTITY) and bool(somebody)

    def opens_content(self, index: int) -> bool:
        """Say whether a token may begin a noun phrase that is said, not the one who says it."""
        lexeme = self.lex[index]
        if (
            lexeme.article
            or lexeme.prep
            or lexeme.bits & (lx.ANAPHOR | lx.PLACE)
            or (lexeme.bits & lx.DOC and not lexeme.bits & lx.MASDAR)
        ):
            return False
        if lexeme.bits & lx.OPENER and self._is_each_of(index):
            return False
        if lexeme.bits & lx.OPENER or lexeme.features & lx.ACCUSATIVE:
            return True
        if lexeme.bits & (lx.NOUN | lx.MASDAR) and self.is_surname(index):
            return False
        if lexeme.cue_features & NOUN:
            return True
        named = lexeme.bits & lx.NAME and not lexeme.bits & lx.AMBIGUOUS
        if lexeme.bits & lx.MASDAR and not lexeme.bits & (lx.TITLE | lx.TIME) and not named:
            return True
        return bool(lexeme.bits & (lx.MASDAR | lx.NOUN | lx.QUANTITY)) and not (
            lexeme.bits & (_HUMAN | lx.BODY | lx.NAME | lx.TIME)
        )

    def is_surname(self, index: int) -> bool:
        """Say whether a common noun alone is the name of somebody whom the report names in full.

        "Salama" is "safety" as well; with a genitive after it, it is that.
        """
        lexeme = self.lex[index]
        if lexeme.prep or index + 1 >= len(self.lex) or self.lex[index + 1].article:
            return False
        return self.is_named_elsewhere(index)

    def is_named_elsewhere(self, index: int) -> bool:
        """Say whether the word of a token stands elsewhere after a given name."""
        base = self.lex[index].base
        found = self._surnames.get(base)
        if found is None:
            places, named = self.document.positions(base), lx.GIVEN | lx.PARTICLE
            found = [at for at in places if at and self.lex[at - 1].bits & named][:2]
            self._surnames[base] = found
        return any(at != index for at in found)

    def tells_of(self, index: int) -> bool:
        """Say whether marks after somebody hold what he did: "the accused “took part …”"."""
        inside = self.lex[index + 1] if index + 1 < len(self.lex) else None
        before = self.lex[index - 1] if index else None
        if inside is None or before is None or not before.bits & _HUMAN:
            return False
        definite = before.article or before.base != before.stem
        return definite and bool(inside.bits & (lx.VERB | lx.NEG)) and not inside.bits & lx.NOMINAL

    def governs(self, first: int, index: int) -> bool:
        """Say whether a word before a preposition wants it: "close to", "a lawyer of the family".

        An adjective may stand between.
        """
        pack, before = self.document.pack, self.lex[index - 1]
        seat = index + 1 < len(self.lex) and self.lex[index + 1].bits & (lx.BODY | lx.PLACE)
        stands_for = before.base in pack.representing and (seat or not before.article)
        if before.base in pack.governing or (stands_for and self.key[index] in pack.relay_from):
            return True
        general = before.bits & lx.ADJ and before.article and index - 2 > first
        return bool(general) and self.lex[index - 2].base in pack.governing

    def opens_object(self, first: int, index: int) -> bool:
        """Say whether a verb's object opens with the marks at a token."""
        return self.is_doubted(index) or self.is_other_in_marks(first, index)

    def is_other_in_marks(self, first: int, index: int) -> bool:
        """Say whether marks after somebody hold whom the verb takes, and not a nickname.

        "the brother (blamed) “an influential body” for …", "eyewitnesses (told) “X” that"
        """
        quote = self.quote_at.get(index)
        if quote is None or not quote.closed or quote.after >= len(self.key):
            return False
        before, inside = self.lex[index - 1], self.lex[index + 1]
        if not self.lex[first].bits & _HUMAN or before.bits & (lx.BODY | lx.MEDIA | lx.DOC):
            return False
        if before.article and before.bits & _HUMAN:
            named = inside.bits & (lx.NAME | lx.LATIN) or not inside.bits
            return bool(inside.bits & (lx.NOUN | lx.BODY | lx.UNNAMED)) and not named
        several = self.lex[first].bits & lx.UNNAMED and self.lex[first].features & PLUR
        told = several and index - first > 1 and not before.bits
        return bool(told and self.lex[quote.after].bits & lx.COMP)

    def is_doubted(self, index: int) -> bool:
        """Say whether an object opens with a word in marks: 'denied "claims" of the company'."""
        quote = self.quote_at.get(index)
        if quote is None or not quote.closed or quote.after >= len(self.key):
            return False
        goes_on = self.key[quote.after][:1].isalnum() and not self.lex[quote.after].cues
        if not goes_on or self.document.tokens.count_words(quote.open, quote.close) > DOUBTED:
            return False
        word, before = self.lex[index + 1], self.lex[index - 1]
        if before.bits & (lx.BODY | lx.MEDIA | lx.DOC | lx.PREP) and not before.article:
            return False  # "the company “Lumina”"
        if before.bits & _NOUNLIKE and not before.article and not before.bits & lx.NAME:
            return False
        alone = word.bits & lx.NOUN and quote.close == index + 2
        return bool(word.bits & lx.MASDAR or alone) and not word.bits & lx.NAME

    def _is_adverb(self, index: int) -> bool:
        """Say whether an unknown word has the mark of the accusative: how it was said."""
        if index not in self._accusatives:
            return False
        lexeme = self.lex[index]
        return not lexeme.bits & lx.NAME and not lexeme.article

    def is_raised(self, index: int) -> bool:
        """Say whether "that" or "but" before a word puts a subject in the accusative."""
        before = self.lex[index - 1].bits if index else 0
        return bool(before & (lx.COMP | lx.CONNECT)) and bool(self.lex[index].bits & _HUMAN)

    def _qualifies(self, index: int) -> bool:
        """Say whether a feminine participle is an adjective of the indefinite noun before it."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        if lexeme.conj or not lexeme.features & FEM or lexeme.cue_features & FINITE:
            return False
        if before.article or before.base != before.stem or before.bits & lx.NAME:
            return False
        told = _NOUNLIKE | lx.ADJ | lx.DEMONYM
        return bool(before.bits & told) and bool(before.features & (FEM | PLUR))

    def is_within_name(self, index: int) -> bool:
        """Say whether a word that is a preposition as well parts two of a name ("Wang Li Chun")."""
        if index + 1 >= len(self.lex):
            return False
        before, after = self.lex[index - 1], self.lex[index + 1]
        if self.lex[index].bits & lx.PARTICLE and self.lex[index].bits & lx.CONNECT:
            given = before.bits & lx.GIVEN and not before.bits & (lx.AMBIGUOUS & ~lx.FAMILY)
            return bool(given and after.bits & lx.FAMILY)  # "Jean-Yves Le Drian", spelt like "if"
        if self.key[index] not in self.document.pack.like_names:
            return False
        plain = lx.NAME | lx.AMBIGUOUS | lx.VERB
        named = after.bits & lx.NAME and not after.bits & ~plain
        return bool(named) and before.bits == lx.FAMILY and not (after.prep or after.outlet)

    def _is_called(self, index: int, limit: int) -> bool:
        """Say whether a preposition is a name after a title: "Doctor Ali", spelt like "on"."""
        before = self.lex[index - 1]
        origin = before.article and before.bits & lx.DEMONYM
        if index + 1 >= limit:
            return False
        following = self.lex[index + 1]
        if self.is_within_name(index):
            return True
        if not (before.bits & lx.TITLE or origin):
            return False
        named = lx.NAME if origin else lx.FAMILY
        return following.is_word and (not following.bits or bool(following.bits & named))

    def _is_told_of(self, index: int) -> bool:
        """Say whether a relay verb tells of an indefinite document ("a report X published")."""
        before = self.lex[index - 1]
        if before.bits & lx.ADJ and index > 1:
            before = self.lex[index - 2]
        return bool(before.bits & lx.DOC) and not before.article and not self.lex[index].conj

    def _is_after_particle(self, index: int) -> bool:
        """Say whether a word stands after "ibn" or the like, and so is a name."""
        before = self.lex[index - 1]
        article = self.document.pack.lexicon.morphology.article
        return bool(before.bits & lx.PARTICLE) and not before.key.startswith(article)

    def _is_after_another(self, index: int) -> bool:
        """Say whether an office follows "another": somebody else ("another deputy | a head")."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        if not before.bits & lx.OTHER or before.article or lexeme.article or lexeme.prep:
            return False
        return bool(lexeme.bits & (lx.ROLE | lx.BODY)) and not lexeme.bits & (lx.NAME | lx.ADJ)

    def _is_seat(self, index: int) -> bool:
        """Say whether a ministry's field and a place follow "in" ("the region's health").

        Or "the same" and a body.
        """
        same = lx.OFFICE | lx.ANAPHOR
        if not self.lex[index].bits & same or index + 1 >= len(self.lex):
            return False
        seat = self.lex[index + 1]
        return not seat.prep and not seat.conj and bool(seat.bits & (lx.PLACE | lx.BODY))

    def _opens_name(self, index: int) -> bool:
        """Say whether a given name stands at a token, and a surname or "ibn" after it.

        Or words up to the next comma one of which is a name ("the head, Kamal (hard) al-Said,").
        """
        if not self.lex[index].bits & lx.GIVEN or index + 1 >= len(self.lex):
            return False
        if not self.lex[index + 1].is_word:
            return False
        return bool(self.lex[index + 1].bits & lx.NAME) or self._is_set_off(index)

    def _is_set_off(self, index: int) -> bool:
        """Say whether a comma closes what a given name opens, and a surname is in it."""
        named = False
        for at in range(index + 1, min(index + NAMES + 1, len(self.lex))):
            lexeme = self.lex[at]
            if not lexeme.is_word:
                return named and self.key[at] in self.marks
            if lexeme.prep or lexeme.conj or lexeme.bits & (lx.PREP | lx.COMP | lx.TIME):
                return False
            name = bool(lexeme.bits & lx.NAME) or not lexeme.bits
            if lexeme.article and at == index + 1 and not lexeme.bits & lx.NAME:
                return False
            named = named or name
        return False

    def _is_short(self, index: int) -> bool:
        return len(self.key[index]) <= 2 and self.key[index].isalpha()

    def rank(self, index: int, limit: int) -> int:
        """Return how many tokens at one go on with a title before it ("Lieutenant | General")."""
        if not self.lex[index - 1].bits & lx.TITLE:
            return 0
        found = self.document.pack.titles.match(self.lex, index - 1, limit)
        return found[1] - 1 if found is not None else 0

    def is_named_after(self, first: int, index: int, limit: int) -> bool:
        """Say whether a name follows an office's outlet in marks, after a comma."""
        quote = self.quote_at.get(index + 1)
        if quote is None or not quote.closed or not self.lex[first].bits & lx.ROLE:
            return False
        at = quote.after
        if at + 2 >= limit or self.key[at] not in self.marks or self.lex[at + 1].conj:
            return False
        return self.is_name(at + 1) and self.is_name(at + 2)

    def has_thing(self, index: int) -> bool:
        """Say whether a bare noun has a definite thing for its genitive: "the plan's success"."""
        if not self.lex[index].bits & (lx.NOUN | lx.MASDAR) or index + 1 >= len(self.lex):
            return False
        thing = self.lex[index + 1]
        return (
            thing.article and bool(thing.bits & (lx.NOUN | lx.MASDAR)) and not thing.bits & lx.NAME
        )

    def is_single(self, first: int) -> bool:
        """Say whether the word after a noun begins another phrase, whatever the verb takes.

        "experts (put down) the rise of", "(according to) the statement heads of".
        """
        lexeme, following = self.lex[first], self.lex[first + 1]
        if following.article or following.conj or following.prep:
            return False
        if lexeme.bits & lx.DOC and lexeme.article:
            return bool(following.bits & lx.ROLE and following.features & PLUR)
        several = lexeme.bits & lx.UNNAMED and lexeme.features & PLUR and not lexeme.article
        return bool(several) and following.base in self.document.pack.happenings

    def _is_told_in_marks(self, first: int, index: int) -> bool:
        """Say whether an agency in marks follows an unnamed source: it is told by the other."""
        somebody = self.lex[first].bits & lx.UNNAMED and not self.lex[first].bits & lx.MEDIA
        inside = self.lex[index + 1].bits if index + 1 < len(self.lex) else 0
        return bool(somebody and inside & lx.MEDIA and self.lex[index - 1].article)

    def is_attached(self, index: int) -> bool:
        """Say whether a preposition with its pronoun makes one word with a participle before it.

        "the victim": (she whom a crime was) done to
        """
        before = self.lex[index - 1]
        return before.base in self.document.pack.attached and self.has_pronoun(index)

    def is_no_phrase(self, index: int) -> bool:
        """Say whether an unknown word is a verb by its ending, or has a preposition stuck to it.

        "(they) left a will"; "(he made do) with shaking his head": a thing of somebody's follows.
        """
        lexeme, pack = self.lex[index], self.document.pack
        if lexeme.bits or lexeme.cues or lexeme.article or lexeme.conj:
            return False
        if len(lexeme.key) > VERB_LETTERS and lexeme.key.endswith(pack.verbal_endings):
            return True
        if lexeme.key[:1] not in pack.loose or index + 1 >= len(self.lex):
            return False
        following = self.lex[index + 1]
        return following.base != following.stem and bool(following.bits & lx.NOUN)

    def is_past_end(self, index: int) -> bool:
        """Say whether a bare noun can be no part of the phrase before it, whatever the verb takes.

        It is in the accusative ("the channel (showed) a report that"), or a definite body stands
        before it ("(according to) the paper, talks with").
        """
        lexeme, before = self.lex[index], self.lex[index - 1]
        if lexeme.article or lexeme.conj or lexeme.prep:
            return False
        if lexeme.bits & lx.ADJ and before.base != before.stem and not lexeme.bits & lx.NAME:
            return not lexeme.bits & (_NOUNLIKE | lx.TIME)  # "one of them (went) further"
        if lexeme.bits & lx.QUANTITY and before.article and before.bits & _NOUNLIKE:
            return not lexeme.bits & (_HUMAN | lx.ADJ | lx.NAME)  # "the office | three times"
        if not lexeme.bits & _NOUNLIKE:
            return False
        if lexeme.bits & (lx.NAME | lx.ADJ | lx.DEMONYM | lx.PLACE | lx.TIME | lx.QUANTITY):
            return False
        if before.bits & (lx.NUMBER | lx.QUANTITY) or not before.is_word:
            return False
        if lexeme.outlet and before.base in self.document.pack.media_kinds:
            return False  # "the agency of the news (Saba)"
        if lexeme.features & lx.ACCUSATIVE:
            ends = not before.features & lx.ACCUSATIVE and self.is_closed(index - 1)
            return ends and not self.is_told_apart(index)
        saying = lexeme.cues and not lexeme.bits & lx.DOC  # "from the channel X (its) saying that"
        thing = lexeme.bits & (lx.NOUN | lx.MASDAR) and not lexeme.bits & (_HUMAN | lx.MEDIA)
        body = before.bits & (lx.BODY | lx.MEDIA | lx.DOC) and not before.bits & (_HUMAN | lx.NAME)
        whole = bool(before.article and body)
        if not before.bits and before.outlet:  # "(published) the agency Bloomberg | a story"
            whole = self.document.pack.lexicon.is_outlet(before)
        return bool(thing and whole) and not (saying or lexeme.outlet)

    def is_told_apart(self, index: int) -> bool:
        """Say whether a word after a given name stands before a comma and who that is.

        Then it is the surname, whatever else it may be.
        """
        if index + 2 >= len(self.lex) or not self.lex[index - 1].bits & lx.GIVEN:
            return False
        comma = self.key[index + 1] in self.document.pack.clause_marks
        return comma and bool(self.lex[index + 2].bits & (lx.ROLE | lx.TITLE))

    def is_full_name(self, index: int) -> bool:
        """Say whether a given name and another name stand at a token and the next."""
        first, second = self.lex[index], self.lex[index + 1]
        return (
            bool(first.bits & lx.GIVEN)
            and not first.bits & _NOUNLIKE
            and second.is_word
            and (bool(second.bits & lx.NAME) or not second.bits)
        )

    def _is_adjective(self, first: int, index: int) -> bool:
        """Say whether an office is but an adjective here ("a parliamentary source")."""
        quality = lx.ADJ | lx.DEMONYM
        while index > first and self.lex[index].bits & quality and not self.lex[index].article:
            index -= 1
            if self.lex[index].bits & lx.UNNAMED and not self.lex[index].article:
                return True
        of_source = index > first and self.lex[index - 1].bits & lx.UNNAMED
        return bool(of_source and self.lex[index].bits & quality)

    def _is_person(self, index: int) -> bool:
        """Say whether somebody's given name, and another name, stand at a token and the next."""
        if index + 2 >= len(self.lex) or self.lex[index].outlet:
            return False
        return self.is_full_name(index)


__all__ = ["PhraseWords"]
