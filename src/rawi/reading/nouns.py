"""Where a noun phrase that names a source begins and ends."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Document
from rawi.reading.inflect import FEM, FINITE, HAL, OBJECT
from rawi.reading.phrase_ends import PhraseEnds

#: A noun phrase never goes over one of these.
_STOP: Final = lx.COMP | lx.NEG | lx.AUX | lx.TIME | lx.PRON | lx.RELAY
_NOUNLIKE: Final = lx.ROLE | lx.UNNAMED | lx.BODY | lx.DOC | lx.NOUN | lx.MASDAR | lx.MEDIA
_HUMAN: Final = lx.ROLE | lx.UNNAMED | lx.TITLE
_HEAD: Final = _HUMAN | lx.BODY | lx.DOC | lx.NAME | lx.DEMONYM | lx.PLACE | lx.MEDIA
#: What may stand after a comma and still be the same phrase.
_APPOSED: Final = lx.ROLE | lx.UNNAMED | lx.TITLE | lx.DEMONYM | lx.REL | lx.GIVEN
#: How far a relative clause or an apposition is followed, in tokens.
REACH: Final = 60


class NounPhrases(PhraseEnds):
    """Reads noun phrases in one document."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.ends = self.marks | document.pack.sentence_marks
        self._inner, self._inner_firsts = document.pack.inner.match, document.pack.inner.firsts
        self._asides, self._aside_firsts = document.pack.asides.match, document.pack.asides.firsts
        self._led_on = document.pack.governed | document.pack.addressing
        self._stuck_words = frozenset(document.pack.stuck)
        self._passing = document.pack.passing | document.pack.obtaining

    # -- phrases ---------------------------------------------------------------

    def starts(self, index: int, end: int) -> bool:
        """Say whether a noun phrase that could be a source may begin at a token."""
        if index >= end:
            return False
        if index in self.document.quote_at:
            return index + 1 >= end or not self.lex[index + 1].bits & lx.NEG  # "“I do not …”"
        lexeme, key = self.lex[index], self.key[index]
        if key == "(":
            return self._is_bracketed_name(index, end)
        if not key[:1].isalnum() or (
            lexeme.bits & (_STOP | lx.CONNECT) and not lexeme.bits & _HEAD
        ):
            return False
        counted = index + 1 < end and self.lex[index + 1].bits & lx.NUMBER
        if counted and key in self.document.pack.about:
            return True  # "some 20 organisations"
        if lexeme.bits & lx.PREP and (lexeme.bits & lx.ADJUNCT or not lexeme.bits & _HEAD):
            return False
        following = self.lex[index + 1].bits if index + 1 < end else 0
        if lexeme.bits & lx.TIME and (not following & lx.FAMILY or following & lx.TIME):
            if not self._is_month_named(index):
                return False
        if lexeme.prep or key in self._stuck_words or key in self.document.pack.whom:
            return False
        if (self._is_adverb(index) and not self.is_raised(index)) or self.is_no_phrase(index):
            return False
        if lexeme.bits & lx.VERB and not lexeme.bits & lx.NOMINAL and not lexeme.article:
            return False
        if lexeme.bits & lx.QUANTITY and following & (lx.NOMINAL_PREP | lx.ADJ):
            after = self.lex[index + 2].bits if index + 2 < end else 0
            if following & lx.NOMINAL_PREP or after & lx.NOMINAL_PREP:
                return True  # "a (great) number of", not "he counted"
        return (
            not lexeme.cue_features & (FINITE | HAL) or bool(lexeme.bits & _HEAD) or lexeme.article
        )

    def _is_bracketed_name(self, index: int, end: int) -> bool:
        """Say whether an outlet's name stands in brackets right after a verb: "(X) learned"."""
        if not index or not self.lex[index - 1].cues or self.lex[index - 1].article:
            return False
        close = self._bracket(index, min(end, index + 6))
        return close is not None and close > index + 2

    def may_be_cited(self, index: int, end: int) -> bool:
        """Say whether a source may begin at a token after a citing phrase or "quoting".

        There a preposition may be stuck to it.
        """
        if index >= end:
            return False
        led = self.key[index] in self.document.pack.loose or bool(self.lex[index].prep)
        if self.key[index] == "(" and index + 1 < end and self.lex[index + 1].outlet:
            return self._bracket(index, min(end, index + 6)) is not None
        return led or self.starts(index, end)

    def end(self, first: int, limit: int, *, subject: bool = False, objects: bool = False) -> int:
        """Return the token after the noun phrase that begins at `first`.

        `subject`: it stands before its verb.  `objects`: the verb takes a bare object,
        which may follow without any mark between.
        """
        index = first
        while index < limit:
            following = self._next(first, index, limit, subject, objects)
            if following is None:
                break
            index = following
        while index > first and (
            self.key[index - 1] in self.ends
            or (self.key[index - 1] in self._led_on and index - 1 > first)
            or (
                self.lex[index - 1].bits & lx.NOMINAL_PREP
                and not self.is_for_somebody(index - 1)
                and not self.lex[index - 1].bits & lx.NAME
            )
        ):
            index -= 1
        return index

    def _next(self, first: int, index: int, limit: int, subject: bool, objects: bool) -> int | None:
        """Return the token after the one that still belongs to the phrase; None at its end."""
        lexeme = self.lex[index]
        if not lexeme.is_word:
            if objects and index > first and self.opens_object(first, index):
                return None
            return self._past_mark(first, index, limit, subject)
        if index == first:
            return index + 1
        bits, key = lexeme.bits, lexeme.key
        if self.key[index - 1] in self.document.pack.fathers and not lexeme.prep:
            return index + 1  # "Abu Sitta", whatever else that means
        if key in self._inner_firsts or lexeme.conj:
            inner = self._inner(self.lex, index, limit)
            if inner is not None:
                return index + inner[1]
        if (lexeme.prep and self.looks_foreign(index)) or self.is_within_name(index):
            return index + 1
        rank = self.rank(index, limit)
        if rank:
            return index + rank
        if bits & lx.REL and not bits & lx.PREP:
            return None if key in self.document.pack.of_what else self._relative(index, limit)
        if bits & lx.PRON and lexeme.conj and self.key[index - 1] in self.marks:
            return self._relative(index, limit)
        if (key in self._passing and self._is_told_of(index)) or self.is_issued_at(index):
            return self._relative(index, limit)
        stops = bits & (_STOP & ~lx.RELAY if lexeme.article else _STOP)
        if stops and not (bits & lx.TIME and self._is_no_time(index)):
            return None
        if bits & lx.NAMING:
            return index + 1
        issuer = self.issuer_at(first, index, limit)
        if issuer is not None:
            return issuer
        if bits & lx.DOC and lexeme.base != lexeme.stem and self.is_name(index - 1):
            return None  # "Marzouk (ended) his post"
        if (bits & lx.VERB or lexeme.cues) and self._is_described(index):
            return self._relative(index, limit)
        if (bits & lx.PRESS and not self._is_guild(index)) or (
            bits & lx.VERB and not lexeme.article and not bits & _HEAD
        ):
            named = lexeme.derived and self.lex[index - 1].bits & lx.GIVEN
            named = named or self._is_named_behind(first, index) or self.is_surname_apart(index)
            if not named and not self._is_after_particle(index):
                return None  # after a given name an unknown word that looks like a verb is a name
        if lexeme.saying and not (self._qualifies(index) or self.is_counted(index)):
            return None
        if (key in self._aside_firsts or lexeme.conj) and self._asides(self.lex, index, limit):
            return None
        if key in self.document.pack.like_names and self._is_called(index, limit):
            return index + 1
        if lexeme.outlet and self.is_to_outlet(index):
            return None
        if (index == first + 1 or bits & lx.MEDIA) and self._is_told(first, index):
            return None
        if bits & lx.PREP and (self.is_attached(index) or self.is_named_like_preposition(index)):
            return index + 1
        if bits & lx.PREP:
            return index + 1 if self._preposition(first, index, limit) else None
        if bits & lx.CONNECT and not bits & _NOUNLIKE:
            return None
        if lexeme.prep or key in self._stuck_words:
            if self.lex[index - 1].bits & lx.PARTICLE and len(key) > 1 and not lexeme.article:
                return index + 1  # "ibn Bouzir", not "son by a minister"
            return index + 1 if self._stuck(first, index) else None
        if self.is_past_end(index) or (index == first + 1 and self.is_single(first)):
            return None
        if objects and not self.is_compound(index) and self._is_object(first, index):
            return None
        if index in self._accusatives and self._is_adverb(index):
            return None
        return index + 1

    def _is_guild(self, index: int) -> bool:
        """Say whether reporters are the genitive of the word before them ("guild of reporters")."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        holds = before.bits & (lx.ROLE | lx.BODY) and not before.article and not before.prep
        article = self.document.pack.lexicon.morphology.article
        return bool(holds) and lexeme.key.startswith(article) and before.base == before.stem

    def _is_described(self, index: int) -> bool:
        """Say whether a verb tells more of the indefinite noun before it ("a poll X conducted")."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        if lexeme.conj or lexeme.prep or lexeme.article or lexeme.bits & lx.NOMINAL:
            return False
        owned = before.base != before.stem
        if owned or before.article or before.prep or before.bits & (lx.NAME | lx.PLACE):
            return False
        if not before.bits & (_NOUNLIKE | lx.ADJ | lx.DEMONYM):
            return False
        # "who gave": it tells something only where it is refused
        with_object = all(form.features & OBJECT or "i" in form.governs for form in lexeme.cues)
        return bool(lexeme.bits & lx.VERB or lexeme.cues) and with_object

    def _past_mark(self, first: int, index: int, limit: int, subject: bool) -> int | None:
        """Return where a phrase goes on after a mark; None where the mark ends it."""
        document, key = self.document, self.key[index]
        quote = self.quote_at.get(index)
        if quote is not None:
            if index > first and self._is_told_in_marks(first, index):
                return None
            short = quote.closed and document.tokens.count_words(quote.open, quote.close) <= 6
            is_name = short and not self.tells_of(index)
            return quote.after if is_name and quote.after <= limit else None
        if key == "(":
            return self._bracket(index, limit)
        if key in document.pack.percent and self.lex[index - 1].bits & lx.NUMBER:
            return index + 1
        if key in self.marks:
            if not self._apposition(index + 1, limit, subject):
                return None
            return self._relative(index + 1, limit) if subject else index + 1
        if key == "/" and index > first and self._is_person(index + 1):
            return index + 1
        if key in document.pack.dashes and index > first and index + 1 < limit:
            named = self.lex[index + 1].bits & (lx.NAME | lx.TITLE) or not self.lex[index + 1].bits
            return (
                index + 1
                if self.is_joined(index) or (named and self.starts(index + 1, limit))
                else None
            )
        return index + 1 if key in (".", "'", "’") and self._is_short(index - 1) else None

    def _bracket(self, index: int, limit: int) -> int | None:
        for close in range(index + 1, min(limit, index + 12)):
            if self.key[close] == ")":
                return close + 1
        return None

    def is_joined(self, dash: int) -> bool:
        """Say whether a dash stands inside a name, no space around it."""
        tokens = self.document.tokens
        return dash + 1 < len(tokens) and (
            tokens.start[dash] == tokens.end[dash - 1]
            and tokens.start[dash + 1] == tokens.end[dash]
        )

    def _is_no_time(self, index: int) -> bool:
        """Say whether a word of time is something else here: "director general", "Russia Today"."""
        before, lexeme = self.lex[index - 1], self.lex[index]
        if self._is_month_named(index) or self.is_surname_apart(index):
            return True
        source = before.bits & (lx.UNNAMED | lx.ADJ) and not before.article
        if source and lexeme.bits & lx.ADJ and not lexeme.article:
            later = self.lex[index + 1] if index + 1 < len(self.lex) else None
            return later is None or not later.bits & (lx.TIME | lx.NUMBER)  # "a source informed"
        closes = before.key.startswith(self.document.pack.lexicon.morphology.article)
        if before.bits & lx.PARTICLE and not closes:  # "Adel ibn Ramadan"
            return True
        if before.article and self.lex[index].article:
            return bool(self.lex[index].bits & lx.ADJ)
        if before.bits & lx.ROLE and before.article == self.lex[index].article:
            return self.key[index] not in self.document.pack.days
        pack = self.document.pack
        if self.key[index] in pack.days and self.key[index] not in pack.title_days:
            return False
        return before.outlet and bool(before.bits & lx.PLACE) and not before.prep

    def _apposition(self, index: int, limit: int, subject: bool) -> bool:
        """Say whether the phrase goes on after a comma."""
        if index >= limit:
            return False
        lexeme = self.lex[index]
        if lexeme.bits & lx.PRON and lexeme.conj:  # "and he is the owner of a shop"
            return not self._is_doing(index + 1)
        if lexeme.bits & (lx.COMP | lx.TIME | lx.NEG) and not lexeme.bits & lx.REL:
            return bool(lexeme.bits & lx.TIME) and self._is_month_named(index)
        of = lexeme.bits & lx.NOMINAL_PREP and lexeme.bits & lx.REL
        if of and index + 1 < limit and self._may_be_named(index - 2):
            # "X, of the doctors' network, …"
            seat = self.lex[index + 1].bits & lx.BODY and not self._asides(self.lex, index, limit)
            return bool(seat) and not self.lex[index].bits & lx.NAME
        if (
            lexeme.bits & lx.PREP
            or lexeme.prep
            or (lexeme.bits & lx.OCCASION and not lexeme.article)
        ):
            return False
        if lexeme.bits & lx.NAMING:  # "whose name is X"
            return True
        if lexeme.conj:
            return False
        if self.opens_content(index) and not lexeme.bits & _APPOSED:
            return self._is_person(index + 1) and self.key[index + 3] in self.marks
        return (
            bool(lexeme.bits & _APPOSED)
            or self.is_name(index)
            or (lexeme.article and not lexeme.bits & (lx.NOUN | lx.MASDAR))
        )

    def _is_doing(self, index: int) -> bool:
        """Say whether a verb and no noun stands at a token ("while he | puts back a bottle")."""
        lexeme = self.lex[index] if index < len(self.lex) else None
        return lexeme is not None and bool(lexeme.bits & lx.VERB or lexeme.cue_features & FINITE
            ) and not lexeme.bits & (lx.HEADS | lx.NAME | lx.ADJ)  # fmt: skip

    def _relative(self, index: int, limit: int) -> int:
        """Return the end of a relative clause: a mark, a quotation, or a new clause."""
        told = self.lex[index].cues or self.lex[index].bits & lx.REL
        for at in range(index + 1, min(limit, index + REACH)):
            lexeme = self.lex[at]
            if self.key[at] in self.marks or self.key[at] in self.document.pack.colons:
                return at
            if at in self.document.quote_at and not self.lex[at - 1].bits & _NOUNLIKE:
                return at - (not told and self.key[at - 1] in self._stuck_words)
            if not told and lexeme.prep and self._is_told_to(index, at):
                return at
            if lexeme.bits & lx.COMP and lexeme.bits & ~lx.AUX & lx.COMP:
                return at
        return min(limit, index + REACH)

    def _preposition(self, first: int, index: int, limit: int) -> bool:
        """Say whether a preposition goes on with the phrase ("a source in the ministry")."""
        lexeme, before = self.lex[index], self.lex[self._last_word(first, index)]
        if self.key[index - 1] in self.document.pack.percent:
            return bool(lexeme.bits & lx.NOMINAL_PREP)
        if index == first + 1 and self.is_surname(first):
            return False  # "al-Zahrani (was born) in a house"
        if self.key[index - 1] in self.marks:
            return bool(lexeme.bits & lx.NOMINAL_PREP and lexeme.bits & lx.REL)  # "X, of the body"
        if before.base in self.document.pack.governing and self._is_pronominal(lexeme.key):
            return True  # "a source close to her"
        if index + 1 >= limit or before.bits & lx.PREP:
            return False
        if not lexeme.bits & lx.NOMINAL_PREP:
            # "officials informed of the talks": an adjective that governs
            governs = (
                not before.article
                and index - 1 > first
                and bool(before.bits & lx.ADJ or before.cues)
            )
            governs = governs or self.governs(first, index)
            seat = self.lex[index + 1].bits & lx.PLACE and self.lex[first].bits & (
                lx.ROLE | lx.UNNAMED
            )
            governs = governs or bool(seat)
            return (
                governs
                and self.key[index] in self.document.pack.governed
                and not self.lex[index + 1].bits & (lx.COMP | lx.NETWORK | lx.PRESS)
            )
        following = self.lex[index + 1]
        if following.outlet and not following.bits:
            return False  # "on Twitter"
        if following.bits & lx.MEDIA and self.is_named_after(first, index + 1, limit):
            return True  # "the analyst of Palestinian affairs in the paper “X”, Y Z"
        if following.bits & (lx.TIME | lx.DEM | lx.PRESS | lx.COMP | lx.NETWORK):
            return False
        if following.bits & lx.MEDIA and not before.bits & (_NOUNLIKE | lx.ADJ):
            return False  # "X wrote in the paper"
        if following.bits & lx.MASDAR and following.base != following.stem:
            return False  # "on his receiving": an adjunct
        thing = following.bits & lx.NOUN and not following.bits & (_HEAD | lx.OCCASION)
        if thing and following.base != following.stem and before.article:
            return False  # "the ministry (sharpened) some of its tone"
        if following.bits & lx.DOC and self.lex[first].bits & lx.BODY:
            return False  # "the office, in a bulletin"
        if self._is_field(first, index + 1):
            return True
        if following.bits & lx.OCCASION and not (
            following.bits & lx.PROGRAMME and index + 2 not in self.document.quote_at
        ):
            return False
        if index + 2 < limit and not following.article and following.bits & (lx.NOUN | lx.BODY):
            occasion = self.lex[index + 2]
            if occasion.bits & lx.OCCASION and not occasion.article and not occasion.bits & lx.BODY:
                return False  # "in a series of tweets"
        if index == first + 1 and before.bits & lx.TITLE and before.base != before.stem:
            return False  # "his excellency" is a whole phrase
        if before.bits & lx.NAME and not before.article and not before.bits & _NOUNLIKE:
            return bool(before.bits & lx.PLACE) or lexeme.bits & lx.GIVEN != 0
        if not before.bits and not before.cues and index - first >= 2 and not before.article:
            return False
        return True

    def _is_pronominal(self, key: str) -> bool:
        """Say whether a word is a preposition with a pronoun."""
        pack = self.document.pack
        return any(
            key.endswith(p) and key[: -len(p)] in pack.governed
            for p in pack.lexicon.morphology.pronouns
        )

    def is_for_somebody(self, index: int) -> bool:
        """Say whether a noun's preposition with a pronoun stands at a token ("speaker for him")."""
        pack, key = self.document.pack, self.key[index]
        pronouns = pack.lexicon.morphology.pronouns
        return key in pack.nominal and any(
            key.endswith(p) and key[: -len(p)] in pack.nominal for p in pronouns
        )

    def _last_word(self, first: int, index: int) -> int:
        """Return the word before a token, a name in marks passed over with its marks."""
        quote = self.document.quote_over(index - 1)
        if quote is not None and quote.after == index and quote.open > first:
            return quote.open - 1
        return index - 1

    def _stuck(self, first: int, index: int) -> bool:
        """Say whether a word with a preposition stuck to it goes on with the phrase."""
        lexeme, before = self.lex[index], self.lex[self._last_word(first, index)]
        if self.key[index - 1] in self.document.pack.known_as:
            return True  # "known as X"
        if self._is_to_marks(first, index):
            return False
        if self.lex[index - 1].bits & lx.NUMBER and lexeme.bits & lx.QUANTITY:
            return True  # "17 (in the) hundred of those asked"
        within = lexeme.prep in self.document.pack.place_prepositions
        if within and lexeme.bits & (lx.QUANTITY | lx.UNNAMED) and index + 1 < len(self.lex):
            if self.lex[index + 1].bits & lx.BODY and self.lex[first].bits & _HUMAN:
                return True  # "a source in one of the companies"
        group = lexeme.base in self.document.pack.weak_media and lexeme.bits & lx.BODY
        if group and lexeme.bits & lx.NOUN and before.article:
            held = self.lex[first]
            if held.bits & lx.ROLE and held.article and before.bits & lx.ADJ and index - 1 > first:
                return True  # "the executive director of the group X"
        if (
            lexeme.bits & lx.MEDIA
            and self.lex[first].bits & lx.ROLE
            and (within or self._is_person(index + 1) or self._is_head_of(index))
        ):
            return True  # "the head of sales at the site", "the director of the group, X"
        spoken = lexeme.bits & (lx.SAID_TO | lx.POSTED_ON) and not lexeme.bits & lx.BODY
        field = lexeme.article and before.base in self.document.pack.governing
        if (spoken and not field) or lexeme.bits & (
            lx.PRESS | lx.NETWORK | lx.COMP | lx.REPORTER | lx.TIME
        ):
            return False
        if (
            lexeme.bits & lx.MEDIA
            and not before.bits & lx.DOC
            and (
                lexeme.article
                or index - 1 > first
                or before.article
                or not before.bits & lx.ROLE
                or before.bits & lx.UNNAMED
            )
        ):
            return False
        if lexeme.outlet and lexeme.article and self.lex[first].bits & lx.UNNAMED:
            if not self.goes_on(index) and self.document.pack.lexicon.is_outlet(lexeme):
                return False
        if not self.goes_on(index) and self._is_told_to(first, index):
            return False
        if (
            lexeme.prep not in self.document.pack.place_prepositions
            and index - first >= 2
            and (self.is_full_name(index - 2))
        ):
            return False
        if index + 1 < len(self.lex) and lexeme.key in self.document.pack.stuck:
            seat = self.lex[index + 1].bits & (lx.BODY | lx.PLACE)
            return bool(before.bits & (lx.BODY | lx.DOC) or (before.article and seat))
        if before.base in self.document.pack.governing:
            return True
        if self._is_public(first, index):
            return False
        work = lexeme.article and lexeme.bits & (lx.NOUN | lx.MASDAR) and not within
        if work and self.lex[first].bits & lx.BODY and index - first > 1:
            if not (before.bits or before.cues or lexeme.bits & (_HUMAN | lx.BODY)):
                return True  # "the company X (for) security"
        if lexeme.prep in self.document.pack.place_prepositions:
            room = lexeme.bits & lx.OFFICE and lexeme.article and before.bits & lx.UNNAMED
            return bool(lexeme.bits & (lx.PLACE | lx.BODY) or room) or self._is_seat(index)
        return bool(
            before.bits & (_NOUNLIKE | lx.DEMONYM | lx.ADJ | lx.PLACE) or before.article
        ) or bool(self.lex[first].bits & lx.DOC)

    def _is_told_to(self, first: int, index: int) -> bool:
        """Say whether an outlet's name after somebody's tells to whom it was said: "to Reuters"."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        if not lexeme.outlet or lexeme.prep not in self.document.pack.addressing:
            return False
        named = before.bits & (lx.GIVEN | lx.FAMILY | lx.NAME) or not before.bits
        if named and not before.bits & _NOUNLIKE:
            return not lexeme.bits or self.document.pack.lexicon.is_outlet(lexeme)
        unnamed = self.lex[first].bits & lx.UNNAMED or before.features & lx.NOMINATIVE
        following = self.key[index + 1] if index + 1 < len(self.key) else ""
        if unnamed and (not lexeme.bits or self.document.pack.lexicon.is_aired(lexeme, following)):
            return True
        somebody = self.lex[first].bits & (_HUMAN | lx.BODY) and before.article
        return bool(somebody) and self.document.pack.lexicon.is_aired(lexeme, following)

    def _is_object(self, first: int, index: int) -> bool:
        """Say whether the object begins at a token: the phrase before it is complete."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        if (lexeme.article or before.article) and self.cannot_follow(index):
            return True
        if lexeme.bits & lx.SPEAKS and not lexeme.prep and self.opens_another(index):
            return True
        if before.bits & lx.OTHER and self._is_after_another(index):
            return True
        if before.bits & lx.ANAPHOR and index - first > 1 and lexeme.article:
            return bool(lexeme.bits & _HUMAN)  # "the deputy himself (addressed) | the minister"
        if self._goes_on_as_name(index):
            return False
        if self.key[index - 1] in self.marks and self._opens_name(index):
            return False  # "the director, Kamal ibn Yadar", not "the director, perfection"
        open_ended = not self.is_closed(index - 1) and not self._is_adjective(first, index - 1)
        if open_ended or (lexeme.bits & lx.GIVEN and self._is_given(index)):
            return False
        if self.is_after_whole(first, index) or self._is_after_quality(first, index):
            return True
        if index == first + 1 and before.bits & lx.GIVEN and self._is_owned_by_known(index):
            return True
        if before.bits & lx.PARTICLE and before.bits & lx.VERB and lexeme.article:
            return False  # "bint al-Talib", not "she built"
        if (
            lexeme.bits & lx.GIVEN
            and before.article
            and before.bits & (lx.TITLE | lx.ROLE | lx.UNNAMED)
            and not (before.features & lx.NOMINATIVE and lexeme.article and lexeme.bits & lx.ROLE)
        ):
            return False
        if before.bits & lx.GIVEN and lexeme.bits & lx.NAME and lexeme.bits & lx.AMBIGUOUS:
            if not lexeme.article:  # "Sami Haddad", not "Sami (denied) mourning"
                return index - first >= 2 and self.is_full_name(index - 2) and self.has_thing(index)
        known = before.bits & lx.GIVEN and not before.bits & lx.AMBIGUOUS
        if known and lexeme.bits & lx.FAMILY and not lexeme.article:
            return False
        if self.opens_content(index) or self._is_told(first, index):
            return True
        thing = lexeme.bits & (lx.NOUN | lx.MASDAR) and not lexeme.bits & (lx.ADJ | lx.DEMONYM)
        if thing and lexeme.article and not lexeme.bits & (lx.FAMILY | lx.TITLE):
            if index - first >= 2 and self.ends_name(first, index - 1):
                return True
        if thing and lexeme.article and self.key[index - 1] in self.document.pack.closing_marks:
            return True
        if index - first >= 2 and before.article and not lexeme.bits and not lexeme.article:
            parts = before.bits | self.lex[index - 2].bits  # "Nur al-Din Zarruqi", "Abd al-W. B."
            closed = not parts & lx.PARTICLE
            return closed and self.is_full_name(index - 2)  # a name is over with its family's name
        if lexeme.article and thing and before.article and before.features & lx.OBLIQUE:
            return not lexeme.conj
        if (
            self.lex[index - 1].article
            and not lexeme.article
            and not lexeme.bits & (_HUMAN | lx.NAME)
            and (lexeme.bits & (lx.BODY | lx.DOC))
            and (not lexeme.bits & lx.ADJ or lexeme.features & FEM)
        ):
            return True
        if self._is_second_head(first, index):
            return True
        if not lexeme.article and lexeme.bits & (_NOUNLIKE | lx.QUANTITY) and index - first >= 2:
            if not lexeme.bits & lx.NAME and self.is_full_name(index - 2):
                return True
        if (
            lexeme.article
            and lexeme.bits & (lx.NOUN | lx.MASDAR)
            and not self.lex[index - 1].article
        ):
            if self.lex[index - 1].features & lx.NOMINATIVE:
                return True
        if lexeme.features & lx.OBLIQUE and lexeme.bits & (_HUMAN | lx.DEMONYM) and not lexeme.conj:
            alike = before.article and before.features & lx.OBLIQUE and not lexeme.bits & _HUMAN
            return lexeme.article and not alike  # "the Palestinian refugees"
        if not lexeme.article or lexeme.bits & (lx.FAMILY | lx.DEMONYM | lx.TITLE):
            return False
        if not before.is_word and lexeme.bits & _HUMAN:
            return False  # "X, the spokesman of"
        if index - 1 == first and not before.bits and not before.article:
            return lexeme.base in self.document.pack.collectives  # "X called on the authorities"
        if not lexeme.bits & (lx.NOUN | lx.MASDAR | lx.BODY | _HUMAN):
            return False
        if index - 1 == first:  # a surname alone, then its verb's object
            if before.bits & lx.NAME and not before.article and not before.bits & _HUMAN:
                return True
            return bool(before.bits & lx.FAMILY or (not before.bits and before.article)) and not (
                before.bits & _NOUNLIKE
            )
        if self.lex[index - 2].bits & lx.PARTICLE:  # "Majed ibn Fahd al-Rabian"
            return False
        proper = lx.GIVEN | lx.FAMILY | lx.PARTICLE
        return (
            not before.bits & _NOUNLIKE
            and not before.article
            and bool(
                self.lex[index - 2].bits & proper and (before.bits & proper or not before.bits)
            )
        )
