"""Noun phrases: where one ends that begins at a token, and where one begins that ends at one."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.bracketed import past_day
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.outlets import Outlets
from rawi.reading.subject_first.quoted_names import is_quoted_name
from rawi.reading.subject_first.works import is_described, is_of_press

#: A phrase is read no further than this, in tokens.
REACH: Final = 40
#: So near before "and" stands the preposition that its complement repeats, in tokens.
COMPLEMENT: Final = 6
#: Words up to which a quotation is a name, a noun with its adjective, a title all in capitals.
NAME_WORDS, NOUN_WORDS, TITLE_WORDS = 5, 2, 8
_STOP: Final = (
    w.COMP | w.SUB | w.WH | w.HAVE | w.BE | w.DO | w.MODAL | w.PRON | w.NEG | w.VERB | w.LINK
)
_LIGHT: Final = w.NEG | w.OBJ | w.REFLEX | w.ADV
_NOUNS: Final = w.HEADS | w.TITLE | w.GIVEN | w.THING | w.OCCASION | w.POST


class Phrases:
    """Reads the noun phrases of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = document.grammar
        self.tokens = document.tokens
        self.word = document.word
        self.key = document.key
        lists = document.grammar.words_of
        self._quantities, self._counting = lists("quantities"), lists("counting")
        self._when, self._moments = lists("time_prepositions"), lists("moments")
        self._as, self._naming = lists("as"), lists("naming")
        self._articles, self._contracted = lists("name_articles"), lists("contracted")
        self._of, self._way = lists("part_prepositions"), lists("way_prepositions")
        self._tonic = lists("tonic_pronouns")
        self._appositive = lists("apposition_prepositions")
        self._outlets = Outlets(document)

    def starts(self, index: int, last: int) -> bool:
        """Say whether a noun phrase may begin at a token."""
        if index >= last:
            return False
        word = self.word[index]
        if not word.is_word:
            return index in self.document.quote_at and self._is_name(index, last)
        if self.grammar.two_words and self.is_some(index, last):
            return True
        if word.bits & (w.OBJ | w.REFLEX) and not word.bits & (w.DET | w.PRON):
            named = self.grammar.free and index + 1 < last and self.word[index + 1].upper
            return word.upper and bool(named or word.bits & w.TITLE)  # "Me Lorrec", "Le Monde"
        if word.bits & (w.DET | w.PRON | w.NUM | w.TITLE):
            return not word.bits & w.SUB or bool(word.bits & w.PRON)
        if word.bits == w.VERB and not word.upper and not word.cues and index + 1 < last:
            following = self.word[index + 1]
            if (
                following.is_word
                and word.key.endswith(self.grammar.verb_endings)
                and not (
                    following.bits & (w.DET | w.PREP | w.PRON | w.AUX | w.COMP | w.ADV | w.CONJ)
                )
            ):
                return True  # "blocked drains"
        if word.bits & (w.PREP | _STOP | w.CONJ | w.INFMARK | w.REL):
            return word.upper and not word.bits & (w.PREP | w.COMP | w.SUB | w.WH | w.CONJ | w.REL)
        if word.upper or word.bits & (_NOUNS | w.ADJ | w.OTHER | w.DEMONYM):
            return True
        return not word.bits & w.ADV and not (word.cues and self.is_verb(index))

    def is_some(self, index: int, last: int) -> bool:
        """Say whether a determiner of two words stands at a token: "d'autres témoins"."""
        pair = (*self.key[index : index + 2],)
        return index + 2 < last and pair in self.grammar.two_words and self.word[index + 2].is_word

    def counts(self, index: int, last: int) -> bool:
        """Say whether a preposition at a token only counts: "at least 30 men", "over 30 men"."""
        if index + 2 >= last:
            return False
        if f"{self.key[index]} {self.key[index + 1]}" in self._quantities:
            return not self.word[index + 2].bits & w.TIME
        counted = self.word[index + 1].bits & w.NUM and self.word[index + 2].is_word
        return bool(counted) and self.key[index] in self._counting and not (
            self.word[index + 2].bits & w.TIME
        )  # fmt: skip

    def is_verb(self, index: int) -> bool:
        """Say whether a word is a verb here, as far as the word and its neighbour tell."""
        word = self.word[index]
        if word.bits & w.AUX:
            return not self._is_state(index)
        before = self.word[index - 1] if index else None
        led = before is not None and bool(before.bits & (w.DET | w.PREP | w.ADJ | w.GENITIVE))
        noun = (
            before is not None
            and before.bits & w.ADJ
            and (before.bits & w.HEADS or (index > 1 and self._may_be_noun(index - 2)))
        )  # "o Governo angolano | estendeu"
        if noun and self.grammar.free:
            led = False  # "los médicos | protestan"
        if led and not (before is not None and before.bits & w.INFMARK):
            return False
        if word.bits & w.VERB:
            return True
        return not word.bits & _NOUNS and any(
            cue.form & w.FINITE and (not cue.rest or self._has_rest(index, cue))
            for cue in word.cues
        )

    def _may_be_noun(self, index: int) -> bool:
        """Say whether a noun stands at a token, or a word in no table that may be one."""
        word = self.word[index]
        return bool(word.bits & _NOUNS) or (word.is_word and not (word.bits or word.cues))

    def is_governed(self, first: int) -> bool:
        """Say whether a verb stands right before a phrase, whose object that is."""
        if not self.grammar.drops_subject or first < 1 or not self.word[first - 1].is_word:
            return False
        word = self.word[first - 1]
        opens = word.upper and (first < 2 or not self.word[first - 2].is_word)
        return self.is_verb(first - 1) or (opens and self.grammar.opens_as_verb(word))

    def _has_rest(self, index: int, cue: w.Cue) -> bool:
        """Say whether a cue of several words may stand here; "fire officials" is no "fire back"."""
        return not cue.form & w.INFINITIVE or self.key[index + 1 : index + 2] == [cue.rest[0]]

    def is_verb_form(self, index: int) -> bool:
        """Say whether an infinitive or a participle after its auxiliary stands at a token."""
        word, before = self.word[index], self.word[index - 1]
        return bool(word.bits & w.INFIN or (before.bits & w.AUX and not word.bits & _NOUNS))

    def clause_after_comma(self, first: int, last: int) -> int | None:
        """Return the first comma that a subject and its verb follow: "…, the man was"."""
        for comma in range(first + 1, last - 2):
            if self.key[comma] != ",":
                continue
            at = comma + 1
            if self.word[at].bits & w.PRON and not self.word[at].bits & (w.REL | w.DET):
                return comma
            verb = at
            while verb < last - 1 and self.word[verb].bits & (w.REFLEX | w.NEG):
                verb += 1
            if self.grammar.drops_subject and verb > at and self._has_ending(verb):
                return comma  # "Con ese fin, se dará más información"
            after = self.end(at, last) if self.starts(at, last) else at
            if at < after < last and self._acts(after, last):
                return comma
        return None

    def _acts(self, at: int, last: int) -> bool:
        """Say whether a verb stands behind a subject: "…, Berlín | ya no piensa ceder"."""
        first = at
        while at < last - 1 and self.word[at].bits & _LIGHT and self.word[at].is_word:
            at += 1
        denied = at > first and self.word[at - 1].bits & w.NEG and not self.word[at].upper
        acts = self.grammar.drops_subject and (denied or self._has_ending(at))
        return bool(acts or self.word[first].bits & w.AUX)

    def _has_ending(self, index: int) -> bool:
        """Say whether a verb stands at a token, of the tables or by its ending."""
        word = self.word[index]
        ends = not word.bits and word.key.endswith(self.grammar.verb_endings)
        return not word.upper and (self.is_verb(index) or ends or bool(word.bits & w.AUX))

    def opens_infinitive(self, index: int, last: int) -> bool:
        """Say whether an infinitive stands at a token, clitics and negation before it."""
        while index < last and self.word[index].bits & _LIGHT and not self.word[index].upper:
            index += 1
        if index >= last or not self.word[index].is_word:
            return False
        word = self.word[index]
        return bool(word.bits & w.INFIN) or any(cue.form & w.INFINITIVE for cue in word.cues)

    def end(self, index: int, last: int) -> int:
        """Return where the phrase that begins at a token ends, nothing added to it."""
        last = min(last, index + REACH)
        at = index
        noun = False  # a noun was read, so that a determiner begins another phrase
        if at < last and self.word[at].bits & w.PRON and not self.word[at].bits & w.DET:
            return at + 1
        if at < last and self.grammar.two_words and self.is_some(at, last):
            at += 2
        while at < last:
            word = self.word[at]
            if not word.is_word:
                step = self._mark(at, last, index)
                if step is None:
                    break
                at, noun = step, True
                continue
            bits = word.bits
            if bits & w.CONJ:
                if not self._joins(at, last):
                    break
                at, noun = at + 1, False
                continue
            if bits & w.PREP and not word.upper and not (at == index and bits & w.DET):
                if at == index:
                    break
                if self._tonic and self.word[at - 1].bits & (w.INDEF | w.NUM):
                    after = at + 1
                    while after < last and self.word[after].bits & w.PREP:
                        after += 1
                    if after < last and self.key[after] in self._tonic:
                        return after + 1  # "one of them"
                if not self._leads_on(at, last):
                    break
                at, noun = at + 1, False
                continue
            if bits & w.DET and noun and not bits & (w.ADJ | w.NUM):
                if self._is_in_name(at, last):
                    at += 1
                    continue
                break
            if bits & w.REL and at > index:
                break
            if noun and self.grammar.free and self._is_other(at):
                break  # "en la Cámara | presiones"
            if noun and bits & w.INFIN and self.grammar.free and not bits & (_NOUNS | w.ADJ):
                break  # "aconsejó al presidente | disolver"
            if (
                bits & _STOP
                and not self._is_nominal(at, index)
                and not (at == index and bits & w.DET and not bits & w.SUB)
            ):
                break
            if word.cues and at > index and self._is_predicate(at, noun):
                break
            if bits & w.TIME and noun and not bits & w.ADJ and not word.cues:
                if not self.is_owned(at):
                    break
            if bits & w.ADV and noun and not bits & (w.ADJ | w.NUM) and not self.is_owned(at):
                break
            if noun and word.upper and self._is_plural(at - 1) and not bits & w.GENITIVE:
                break
            noun = noun or not bits & (w.DET | w.ADJ | w.NUM | w.CARDINAL)
            noun = noun or bool(bits & w.OTHER and at > index)
            if bits & (w.HEADS | w.GIVEN):
                noun = True
            at += 1
        while at > index and (
            self.word[at - 1].bits & (w.PREP | w.CONJ | w.DET)
            and not self.word[at - 1].upper
            and not self.word[at - 1].bits & (w.NUM | w.OTHER | _NOUNS | w.ADJ)
        ):
            at -= 1
        return at

    def _is_other(self, at: int) -> bool:
        """Say whether a noun in small letters right behind a name is none of its phrase."""
        word, before = self.word[at], self.word[at - 1]
        other = word.bits & _NOUNS and not word.bits & (w.ADJ | w.DEMONYM | w.PREP | w.DET)
        described = before.bits & w.ADJ and self.word[at - 2].bits & _NOUNS  # "redes sociales"
        ends = (before.upper or described) and not before.bits & w.HEADS
        return bool(other and ends) and not word.upper

    def _is_in_name(self, article: int, last: int) -> bool:
        """Say whether an article with a capital is part of a name: "au quotidien La Croix"."""
        if article + 1 >= last or not self.word[article + 1].upper:
            return False
        before = self.word[article - 1]
        if not self.word[article].upper:  # "le journal la Croix", "le mouvement le Balai citoyen"
            kinds = w.ROLE | w.DEMONYM | w.PLACE | w.PERSON | w.BODY | w.ADJ | w.TITLE
            own = self.key[article] in self._articles and before.bits & (w.MEDIA | w.BODY)
            return bool(own) and not before.upper and not self.word[article + 1].bits & kinds
        if before.upper or bool(before.bits & w.MEDIA and before.is_word):
            return True
        described = self.grammar.adjectives_follow
        return described and is_described(self.document, article, self._describes)

    def _is_nominal(self, at: int, first: int) -> bool:
        """Say whether a word that may be a verb is a noun or a name here."""
        word = self.word[at]
        named = at > first + 1 and self.word[at - 1].bits & w.DET and self.word[at - 1].upper
        if self._is_state(at) or (named and word.upper and self.grammar.adjectives_follow):
            return True  # "le journal L'As"
        if word.upper and at > first and not word.bits & (w.AUX | w.COMP | w.SUB | w.PRON | w.WH):
            return True
        if word.bits & w.VERB and at > first:
            before = self.word[at - 1].bits
            return bool(before & (w.DET | w.ADJ | w.PREP | w.GENITIVE)) or bool(word.bits & _NOUNS)
        return word.bits & w.VERB != 0 and at == first

    def _is_predicate(self, at: int, noun: bool) -> bool:
        """Say whether a cue's form is a verb after a noun, and no noun itself."""
        word = self.word[at]
        if not noun or word.upper or word.bits & _NOUNS:
            return word.bits & w.VERB != 0 and noun
        before = self.word[at - 1].bits
        if before & (w.DET | w.PREP | w.GENITIVE):
            return False
        return any(cue.form & (w.FINITE | w.GERUND) for cue in word.cues)

    def is_day(self, index: int, begin: int) -> bool:
        """Say whether a number is the day of the month before it: "March 3"."""
        if not self.grammar.title_case or index <= begin + 1 or not self.word[index].bits & w.NUM:
            return False
        month = self.word[index - 1]
        return month.upper and bool(month.bits & w.TIME)

    def past_bracketed(self, at: int, last: int) -> int | None:
        """Return the token after a day in brackets behind a time: "nesta terça-feira (12)"."""
        timed = at and self.word[at - 1].bits & w.TIME
        return past_day(self.key, at, last) if timed else None

    def is_owned(self, at: int) -> bool:
        """Say whether a time is a name, by what is before it: "Radio Four's Today", "Le Soir"."""
        before = self.word[at - 1]
        titled = before.upper and before.bits & w.DET and self.grammar.adjectives_follow
        return self.word[at].upper and bool(before.bits & w.GENITIVE or titled)

    def _is_plural(self, at: int) -> bool:
        word = self.word[at]
        return bool(word.bits & w.PLURAL) and not word.upper

    def _mark(self, at: int, last: int, first: int) -> int | None:
        """Return the token after a mark that belongs to a phrase; None where it ends there."""
        key = self.key[at]
        if key == "." and at > first:
            before = self.word[at - 1]
            short = len(before.key) == 1 or before.key in self.grammar.abbreviations
            return at + 1 if short and at + 1 < last else None
        if key in "&/-\u2013'\u2019" and at > first and at + 1 < last and self.word[at + 1].is_word:
            glued = self.tokens.start[at + 1] == self.tokens.end[at]
            return at + 1 if key == "&" or glued else None
        counts = at > first and self.key[at - 1][:1].isdigit()
        if key == "%" and counts and self.grammar.title_case:
            return at + 1  # "60% of adults"
        if at in self.document.quote_at and (self._is_name(at, last) or self._is_noun(at, last)):
            return self.document.quote_at[at].after
        return self.document.nickname(at) or None

    def _is_noun(self, at: int, last: int) -> bool:
        """Say whether a quotation is the noun of its article: "cette « source »"."""
        quote = self.document.quote_at[at]
        if not self.grammar.adjectives_follow or not quote.closed or quote.after > last:
            return False
        few = self.tokens.count_words(quote.open, quote.close) <= NOUN_WORDS
        return few and bool(self.word[at - 1].bits & w.DET) and not self.word[at + 1].upper

    def _is_name(self, at: int, last: int) -> bool:
        """Say whether a quotation is the name of what stands before it."""
        quote = self.document.quote_at[at]
        if not quote.closed or quote.after > last:
            return False
        if self.tokens.count_words(quote.open, quote.close) > NAME_WORDS:
            return False
        name = at + 1
        while name < quote.close and not self.word[name].is_word:
            name += 1  # "le bar ‘’La Terrasse’’"
        if not at or not self.word[name].upper:
            return is_quoted_name(self.document, at, self._outlets)
        named = w.BODY | w.MEDIA | w.NETWORK | w.DOC | w.THING
        if self.word[at - 1].bits & named or self.key[at - 1] in self._naming:
            return True
        described = self.grammar.adjectives_follow and at > 1 and self._describes(at - 1)
        if described and self.word[at - 2].bits & named:
            return True  # "le collectif citoyen « X »"
        told = self.grammar.renames and is_described(self.document, at, self._describes)
        return told or is_quoted_name(self.document, at, self._outlets)

    def _describes(self, index: int) -> bool:
        """Say whether a word in small letters may be an adjective after its noun."""
        word = self.word[index]
        plain = word.is_word and not word.upper and not word.cues
        return plain and (not word.bits or bool(word.bits & (w.ADJ | w.DEMONYM)))

    def is_title(self, at: int, first: int) -> bool:
        """Say whether a quotation is a title in a phrase: on “Meet the Press”."""
        quote = self.document.quote_at[at]
        if at <= first or not self.word[at - 1].is_word or not quote.closed:
            return False
        words = [self.word[i] for i in range(at + 1, quote.close) if self.word[i].is_word]
        owned = self.word[at - 1].bits & w.GENITIVE or self.word[at + 1].outlet
        ends = "!?" if owned else ".,!?"
        if len(words) > TITLE_WORDS or not words or self.key[quote.close - 1] in ends:
            return False  # but CNN's “Face the Nation.”
        small = w.DET | w.PREP | w.CONJ
        named = all(word.upper or word.bits & small for word in words)
        return named and words[0].upper and words[-1].upper

    def _joins(self, at: int, last: int) -> bool:
        """Say whether a conjunction joins two nouns of one phrase."""
        if at + 1 >= last:
            return False
        following = self.word[at + 1]
        if self._is_of_both(at, last):
            return self.end(at + 2, last) > at + 2
        if following.bits & (w.PRON | w.AUX | w.ADV | w.SUB | w.COMP | w.INFMARK | w.NEG):
            return False
        if following.cues and not following.upper and not following.bits & _NOUNS:
            return False
        end = self.end(at + 1, last) if self.starts(at + 1, last) else at + 1
        if end <= at + 1:
            return False
        return not (end < last and self.is_verb(end))

    def _is_of_both(self, at: int, last: int) -> bool:
        """Say whether a conjunction joins two complements: "ministre de la Santé et de l'Eau"."""
        key = self.key[at + 1]
        if key not in self._of or at + 2 >= last or not self.grammar.adjectives_follow:
            return False
        before = self.key[max(0, at - COMPLEMENT) : at]
        named = self.word[at - 1].upper or self.word[min(at + 3, last - 1)].upper
        return key in before and bool(self.word[at + 2].bits & w.DET) and named

    def _leads_on(self, at: int, last: int) -> bool:
        """Say whether a preposition goes on with its phrase: not with a time or a way."""
        if at + 1 >= last or self.key[at] in self._when:
            return False  # "la direction | après la réunion"
        if self.grammar.adjectives_follow and self.word[at - 1].bits & w.HEADS:
            told = self.grammar.adjuncts.match(self.word, at, last)
            if told is not None and not told.open:
                return False  # "la mairie | à plusieurs reprises"
        after = at + 1
        if (
            self.key[at] in self._way
            and self.word[after].bits & w.PREP
            and not (self.word[after].bits & w.DET)
        ):
            after += 1  # a preposition of two words
        while (
            after < last
            and self.word[after].bits & (w.DET | w.ADJ)
            and not (self.word[after].bits & (w.TIME | w.OCCASION | w.POST | w.MEDIA | w.NETWORK))
        ):
            after += 1
        after += after in self.document.quote_at  # "dans le «Blick»"
        head = self.word[min(after, last - 1)]
        if self.title_end(at, last):
            return False  # "la ministre | au Parisien"
        if head.key in self._moments and self.key[at] in self._way:
            return False  # "la mère | à la sortie de la salle"
        if self.word[at].bits & w.INFMARK and self.grammar.has_infinitives:
            if self.opens_infinitive(at + 1, last):
                return False
        elif self.word[at].bits & w.INFMARK and not (
            self.word[at + 1].bits & (w.DET | w.NUM) or self.word[at + 1].upper
        ):
            return False
        if is_of_press(self.document, at, self._of):
            return True  # "l'agence de presse APS"
        if head.bits & (w.TIME | w.OCCASION | w.POST) or (head.bits & w.NUM and after == at + 1):
            return self.key[at] in self._appositive and not head.bits & (w.OCCASION | w.POST)
        if self.key[at] in self._way and (head.outlet or head.bits & (w.NETWORK | w.MEDIA)):
            document = at and self.word[at - 1].bits & w.DOC
            if not document or head.bits & w.NETWORK:
                return False
        if self.key[at] in self._way and head.bits & w.DOC and not self.word[at - 1].bits & w.DOC:
            if any(self.word[i].bits & (w.INDEF | w.POSS) for i in range(at + 1, after)):
                return False  # "in a study"
        if self.key[at] in self._as and any(cue.form & w.GERUND for cue in self.word[at + 1].cues):
            return False
        following = self.word[at + 1]
        if following.bits & w.PRON and following.bits & w.OBJ and not following.bits & w.DET:
            return bool(self.word[at - 1].bits & (w.OTHER | w.NUM | w.INDEF))  # "one of them"
        if self._is_state(at + 1):
            return True
        return following.is_word and not following.bits & (w.AUX | w.PRON | w.SUB | w.WH)

    def _is_state(self, at: int) -> bool:
        """Say whether a noun that an auxiliary is spelt like is led to: "il capo di **stato**"."""
        led = w.PREP | w.DET
        return self.key[at] in self.grammar.capital_nouns and bool(self.word[at - 1].bits & led)

    def title_end(self, at: int, last: int) -> int:
        """Return where the title of an outlet ends that a preposition leads to; 0 for none.

        Its article is in the preposition ("au Parisien") or has a capital ("à La Croix").
        """
        if not self.grammar.comma_inversion or at + 2 > last or self.key[at] not in self._way:
            return 0
        titled = self.word[at + 1].upper and (
            self.key[at] in self._contracted or self.word[at + 1].bits & w.DET
        )
        named = self._outlets.known(at + 1, last) if titled else None
        if named is None:
            return 0
        end = named.whole[1]
        after = self.word[end] if end < last else None
        longer = after is not None and after.upper and not after.bits & w.GIVEN
        of = named.ambiguous and self.key[end : end + 1] and self.key[end] in self._of
        return 0 if longer or of else end

    def whole_end(self, index: int, last: int) -> int:
        """Return where a phrase ends with what is said of it: appositions, relative clauses."""
        at = self.end(index, last)
        while at < last:
            step = self.addition(at, last)
            if step is None:
                return at
            at = step
        return at

    def addition(self, at: int, last: int) -> int | None:
        """Return the end of what is added to a phrase at a token; None where nothing is."""
        word, key = self.word[at], self.key[at]
        if word.bits & w.REL and word.is_word:
            return self._clause_end(at, last)
        if key == "(":
            shut = next((i for i in range(at, min(last, at + 9)) if self.key[i] == ")"), None)
            return None if shut is None else shut + 1
        if key != "," or at + 1 >= last:
            return None
        linked = self.grammar.adjuncts.match(self.word, at + 1, last)
        if linked is not None and not linked.open:
            return None  # "i pescatori, del resto,"
        following = self.word[at + 1]
        if following.bits & w.REL:
            return self._clause_end(at + 1, last)
        if following.bits & w.PREP and self.key[at + 1] in self._appositive:
            end = self.end(at + 2, last) if self.starts(at + 2, last) else at
            return end if end > at + 2 and self._is_apart(end, last) else None
        if following.bits & w.NUM and following.key[:1].isdigit() and self._is_age(at + 1, last):
            end = at + 2
            while (
                end < last
                and self.word[end].is_word
                and not self.word[end].bits & (w.PREP | w.CONJ | w.ADV | w.SUB)
            ):
                end += 1
            return end
        if following.upper or following.bits & (w.DET | w.HEADS | w.TITLE | w.ADJ):
            if following.bits & (w.TIME | w.PRON | w.LINK | w.SUB):
                return None
            end = self.end(at + 1, last)
            while end < last and self.word[end].bits & w.REL:
                end = self._clause_end(end, last)
            return end if end > at + 1 and self._is_apart(end, last) else None
        return None

    def _is_age(self, at: int, last: int) -> bool:
        after = self.word[at + 1] if at + 1 < last else None
        named = after is not None and after.is_word and not after.bits & w.TIME
        counts = named and not self.is_verb(at + 1)  # "11 of its flights", "140 people"
        return self.key[at].isdigit() and len(self.key[at]) <= 3 and not counts

    def _is_apart(self, at: int, last: int) -> bool:
        """Say whether an apposition ends at a token: a mark, a way or a time follows."""
        if at >= last or not self.word[at].is_word:
            return True
        if self.word[at].bits & (w.PREP | w.TIME | w.ADV | w.SUB):
            return True
        return bool(self.word[at].bits & w.CONJ)

    def _clause_end(self, at: int, last: int) -> int:
        """Return where a relative clause ends: at a comma, a quotation, a colon, the end."""
        at += 1
        while at < last:
            if at in self.document.quote_at or self.key[at] in ",;:.\n\u2014\u2013":
                return at
            at += 1
        return last

    def _is_finite(self, at: int) -> bool:
        """Say whether a word is a finite form of a cue, and nothing else."""
        word = self.word[at]
        if not word.cues or word.upper or word.bits & (_NOUNS | w.ADJ):
            return False
        before = self.word[at - 1].bits
        if before & (w.DET | w.PREP | w.GENITIVE | w.ADJ | w.CONJ):
            return False
        forms = 0
        for cue in word.cues:
            if not cue.rest:
                forms |= cue.form
        return bool(forms & w.FINITE) and not forms & (w.PAST | w.NOUN | w.GERUND)

    # -- backwards ---------------------------------------------------------------

    def is_bare(self, span: Range) -> bool:
        """Say whether a stretch holds no finite verb outside a relative clause."""
        for at in range(*span):
            bits = self.word[at].bits
            plain = bits & w.REL and not bits & w.COMP
            if plain or (at > span[0] and self.document.is_relative(at)):
                return True
            if bits & w.AUX and not self.word[at].upper and not bits & _NOUNS:
                return False
            if at > span[0] and self._is_finite(at):
                return False
            if bits & w.PRON and at > span[0] and not bits & w.DET:
                led = self.word[at - 1].bits & (w.PREP | w.VERB)
                gerund = self.key[at - 1].endswith(self.grammar.gerund_endings)
                if not (bits & w.OBJ and (led or gerund)):
                    return False
        return True
