"""What a stretch after a cue is: a clause with a verb of its own, or a noun phrase alone."""

from __future__ import annotations

from typing import Final, NamedTuple

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.asked import Asked
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.outlets import Outlets
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.words import Cue

#: What stands before the day of a date is no longer than this, in tokens.
DATED: Final = 4
#: What something is called before it is named has no more words: "as false and misleading a".
PREDICATE: Final = 4


class Opening(NamedTuple):
    """Where content begins and what leads to it; `hearer` is whom it is said to.

    `least` is a word that it holds at least, 0 for none.
    """

    kind: str
    at: int
    hearer: Range | None = None
    least: int = 0


#: A note in brackets before content is no longer than this, in tokens.
NOTE: Final = 8

#: A verb that ends as gerunds do has fewer letters: "bring".
GERUND: Final = 7


class Stretches(Asked):
    """Tells clauses and noun phrases of one document from each other."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        super().__init__(document, phrases)
        self._called = document.grammar.words_of("as")
        self._pointing_on = document.grammar.words_of("pointing_on")
        self._of_words = document.grammar.words_of("part_prepositions")
        self._tells = document.grammar.words_of("telling_prepositions")
        self._nothing = document.grammar.words_of("nothing")
        self._clausal = document.grammar.words_of("clausal_verbs")
        self._quantities = document.grammar.words_of("quantities")
        self._outlets = Outlets(document)
        self._presenting = document.grammar.words_of("presenting")
        self._to_things = document.grammar.words_of("leads_to_things")

    def _presents(self, at: int, last: int) -> bool:
        """Say whether an article, "following" and a colon lead to what is said."""
        led = self.word[at].bits & w.DET and at + 3 < last
        return bool(led) and self.key[at + 1] in self._presenting and (
            self.key[at + 2] in self.grammar.colons
        )  # fmt: skip

    def _is_infinitive(self, at: int, last: int) -> bool:
        """Say whether a word that may be a preposition marks an infinitive here."""
        if at + 1 >= last:
            return False
        if self.grammar.has_infinitives:
            return self.phrases.opens_infinitive(at + 1, last)
        if self.key[at - 1] in self._to_things:
            return False  # "due to limits on speaking"
        following = self.word[at + 1]
        if self._is_gerund(following.key) and not following.bits & w.INFIN:
            return False  # "committed to finding a way"
        if at + 1 in self.document.quote_at and self.word[at + 2].is_word:
            following = self.word[at + 2]
            return not following.upper and not following.bits & (w.DET | w.PREP | w.PRON)
        if following.upper or not following.is_word:
            return False
        if following.bits & (w.DET | w.OBJ | w.NUM | w.HEADS | w.TIME | w.OCCASION | w.POSS):
            plain = not following.bits & (w.DET | w.OBJ | w.NUM | w.PLURAL | w.POSS | w.TIME)
            return plain or any(cue.form & w.INFINITIVE for cue in following.cues)
        return not following.bits & w.PLURAL

    def _is_gerund(self, key: str) -> bool:
        """Say whether a word behind "to" is a gerund of English: "committed to finding"."""
        doing = self.grammar.title_case and len(key) >= GERUND
        return doing and key.endswith(self.grammar.gerund_endings)

    def _is_noun_before(self, at: int) -> bool:
        """Say whether a noun stands before a token, which a relative clause may tell more of."""
        before = self.word[at - 1]
        return before.is_word and not before.bits & (w.ADV | w.TIME | w.OBJ | w.PRON)

    def _is_called_first(self, at: int, last: int, cue: Cue) -> bool:
        """Say whether what something is called comes first: "dismissed as false a figure of 40"."""
        if not self.grammar.title_case or not cue.governs & (w.OBJECT | w.QUOTED | w.PREDICATE):
            return False
        quote = self.document.quote_at.get(at + 1)
        none = w.DET | w.INDEF | w.PREP | w.TITLE | w.HEADS
        if at + 1 >= last or self.word[at + 1].bits & none:
            return False
        called = quote.after if quote is not None else self._past_predicate(at + 1, last)
        end = max(called, at + 2)  # "as folly | a plan"
        if end >= last:
            return False
        opens = self.word[end]
        if opens.bits & (w.DET | w.INDEF | w.POSS):
            return True
        none = w.PREP | w.AUX | w.CONJ | w.SUB | w.COMP | w.WH | w.ADV | w.TIME | w.PRON | w.NEG
        plain = opens.is_word and not opens.bits & none
        plural = opens.key.endswith(self.grammar.plural_endings)
        return plain and called > at + 1 and (plural or quote is not None)

    def _past_predicate(self, at: int, last: int) -> int:
        """Return where the adjectives end that something is called: "false and misleading | a"."""
        end = at
        while end < last and end - at < PREDICATE:
            word = self.word[end]
            told = word.bits & (w.ADJ | w.ADV) or word.key.endswith(self.grammar.predicates)
            joined = end > at and word.bits & w.CONJ
            if not word.is_word or word.bits & w.DET or not (told or joined):
                break
            end += 1
        return end

    def _is_parted(self, at: int, last: int) -> bool:
        """Say whether a comma right after a noun phrase leads to an apposition and a verb.

        Or one after an adjunct to a clause: "revealed that as of Monday, the sum stood at".
        """
        if at < last and self.word[at].bits & w.PREP and self.grammar.title_case:
            end = next((i for i in range(at, last) if not self.word[i].is_word), last - 1)
            opens = self.word[min(end + 1, last - 1)]
            if self.key[end] != ",":
                return False
            subject = opens.bits & (w.DET | w.NUM | w.PRON) or opens.upper
            return bool(subject) and self._has_verb(end + 1, last)
        end = self.phrases.end(at, last) if self.phrases.starts(at, last) else at
        return end < last and self.key[end] == "," and self._has_verb(end + 1, last)

    def past_date(self, month: int, last: int) -> int:
        """Return the token after a month and a day: "Jan. 5, 2024,"; 0 for none."""
        if self.grammar.free:
            return self._past_day_of(month, last)
        if not self.grammar.title_case or not self.word[month].bits & w.TIME:
            return 0
        at = month + 1 + (self.key[month + 1 : month + 2] == ["."])
        if at + 1 >= last or not self.word[month].upper or not self.key[at].isdigit():
            return 0
        year = self.key[at + 1] == "," and at + 2 < last and self.key[at + 2].isdigit()
        at += 3 if year else 1
        return at + (year and at < last and self.key[at] == ",")

    def _past_day_of(self, at: int, last: int) -> int:
        """Return the token after a date: "este lunes 5 de mayo de 2025"; 0 for none."""
        begin = at
        lead = w.DET | w.ADJ | w.TIME | w.PASSIVE
        while at < min(last, begin + DATED) and self.word[at].bits & lead and (
            not self.key[at].isdigit()
        ):  # fmt: skip
            at += 1
            if self.word[at - 1].bits & w.TIME:
                break
        told = self.word[begin].bits & w.DET and at == begin + 3 and self.word[at - 1].bits & w.TIME
        past = at if told and at < last and self.word[begin + 1].bits & w.PASSIVE else 0
        parted = at < last and self.key[at] == ","  # "el lunes, 5 de mayo,"
        at += parted
        if past:
            return past  # "el pasado lunes"
        if at + 2 >= last or not self.key[at].isdigit() or self.key[at + 1] not in self._of_words:
            return 0
        if not self.word[at + 2].bits & w.TIME:
            return 0
        at += 3
        year = at + 1 < last and self.key[at] in self._of_words and self.key[at + 1].isdigit()
        at += 2 * year
        return at + (parted and at < last and self.key[at] == ",")

    def _leads_to_deed(self, at: int, last: int, cue: w.Cue) -> bool:
        """Say whether what is asked for follows a hearer: a preposition, in marks or not."""
        opened = at < last and at in self.document.quote_at
        return at < last and self.key[min(at + opened, last - 1)] in cue.preps

    def _after_object(self, at: int, last: int, cue: Cue) -> Opening | None:
        """Return a quotation after an object and a colon: "posted a photo on Instagram: “…”"."""
        colons = (i for i in range(at, last - 1) if self.key[i] in self.grammar.colons)
        colon = next(colons, None)
        told = cue.governs & w.QUOTE or self.grammar.has_infinitives
        if colon is None or not told or colon + 1 not in self.document.quote_at:
            return None
        parted = any(not self.word[i].is_word for i in range(at, colon))
        return None if parted else Opening("colon", colon + 1)

    def _before_infinitive(self, at: int, end: int) -> int:
        """Return where a phrase ends before an infinitive: "affirme dans une vidéo | contrôler"."""
        for index in range(at + 1, end):
            before = self.word[index - 1]
            led = not before.is_word or before.bits & (w.PREP | w.INFMARK | w.DET)
            if not led and not self.word[index].upper and self.phrases.opens_infinitive(index, end):
                return index
        return end

    def _leads_on(self, at: int, last: int, governs: int) -> bool:
        """Say whether one word stands between a cue and its colon: "il dit ceci : …", a mood."""
        if governs & w.QUOTE and self.key[at] in self._pointing_on and at + 2 < last:
            return self.key[at + 1] in self.grammar.colons
        own = governs & w.SELF_SAID and not governs & w.OBJECT
        return bool(own) and self._is_mood(at, last)

    def _is_mood(self, at: int, last: int) -> bool:
        """Say whether one word that tells how stands before a colon: "se montre prudent : …"."""
        none = w.DET | w.PRON | w.PREP | w.COMP | w.NUM
        led = at + 2 < last and self.key[at + 1] in self.grammar.colons
        return led and not self.word[at].upper and not self.word[at].bits & none

    def _is_part_of_day(self, at: int, last: int) -> bool:
        """Say whether a preposition and a time follow a word at once."""
        if at + 2 >= last:
            return False
        return bool(self.word[at + 1].bits & w.PREP and self.word[at + 2].bits & w.TIME)

    def _is_total(self, at: int, last: int) -> bool:
        """Say whether a word for all or nothing belongs to a noun: "nie tout détournement"."""
        if not self.word[at].bits & w.DET or at + 1 >= last:
            return False
        noun = self.word[at + 1]
        others = w.ADV | w.ADJ | w.PREP | w.DET | w.TIME | w.CONJ | w.COMP | w.WH | w.PRON | w.AUX
        return noun.key[:1].isalpha() and not noun.bits & (others | w.NUM) and not noun.cues

    def _is_predicated(self, at: int, last: int) -> bool:
        """Say whether an object is followed by what it is called: "the plan a mistake"."""
        end = self.phrases.end(at, last)
        if end < last and end > at and self.word[end].bits & w.INDEF:
            return True
        if end - 1 > at and self.key[end - 1].endswith(self.grammar.predicates):
            return True
        return end > at and self._is_predicate(end, last)

    def _is_predicate(self, at: int, last: int) -> bool:
        """Say whether a word right after an object is what it is called: "the figure inflated"."""
        if at >= last or self.word[at].upper or not self.word[at].is_word:
            return False
        endings = (*self.grammar.predicates, *self.grammar.verb_endings)
        after = self.word[at + 1] if at + 1 < last else None
        ends = after is None or not after.is_word or bool(after.bits & (w.PREP | w.CONJ | w.TIME))
        return ends and self.key[at].endswith(endings) and not self.word[at].bits & w.PREP

    def is_quantity(self, at: int, last: int) -> bool:
        """Say whether "more than", "at least" stand at a token, which nobody is called."""
        return at + 1 < last and key_pair(self.key, at) in self._quantities

    def _ends_object(self, at: int, last: int) -> bool:
        """Say whether a comma and a verb without a subject follow a noun phrase."""
        comma = next((i for i in range(at, last) if self.key[i] == ","), None)
        if comma is None or comma + 1 >= last or self._has_verb(at, last, comma=True):
            return False
        following = self.word[comma + 1]
        return bool(following.bits & w.VERB) or any(c.form & w.FINITE for c in following.cues)

    def relative_end(self, at: int, last: int) -> int:
        """Return the comma that ends a relative clause: "X, who said it was late, left".

        The first with a verb before it; another may only close an aside.
        """
        commas: list[int] = []
        for comma in range(at + 1, last - 1):
            if self.key[comma] != "," or self.document.quote_over(comma) is not None:
                continue
            verb = comma + 1
            while verb < last - 1 and self.word[verb].bits & (w.ADV | w.NEG):
                verb += 1
            if self.phrases.is_verb(verb) and not self.word[verb].upper:
                commas.append(comma)
        told = (comma for comma in commas if self._has_verb(at, comma))
        return next(told, commas[-1] if commas else last)

    def aside_end(self, at: int, last: int) -> int:
        """Return where a relative clause that cites ends: "X, selon qui c'est faux, | a saisi"."""
        stop = self.end(at, last)
        return min(stop, self.relative_end(at, last)) if self.grammar.comma_inversion else stop

    def inside_relative(self, opening: Opening, end: int) -> Opening | None:
        """Return what opens in a relative clause; None for a noun phrase and no clause.

        "X, who claimed his first goal last week, is …"
        """
        at = opening.at
        if opening.kind != "bare" or self.key[end : end + 1] != [","]:
            return opening
        if self.document.quotes_in(at, end) or self._has_verb(at, end):
            return opening
        plain = w.PREP | w.TIME | w.NUM | w.ADV | w.ADJ | w.DET
        at = self.phrases.end(at, end)
        while at < end and self.word[at].bits & plain:
            at = max(at + 1, self.phrases.end(at + 1, end))
        return opening if at < end else None

    def _is_sentence(self, at: int, last: int) -> bool:
        """Say whether a noun phrase at a token is the subject of a verb that follows it."""
        index = at
        while index < last:
            end = self.phrases.end(index, last) if self.phrases.starts(index, last) else index
            if end >= last:
                return False
            word = self.word[end]
            if end == index and index > at:
                return word.is_word and (bool(word.bits & w.VERB) or self.phrases.is_verb(end))
            if word.bits & w.REL and word.is_word:
                index = next((i + 1 for i in range(end, last) if self.key[i] == ","), last)
                if index < last and self.phrases.is_verb(index):
                    return True
                continue
            if self.key[end] == ",":
                close = next((i for i in range(end + 1, last) if self.key[i] == ","), None)
                return close is not None and close + 1 < last and self.phrases.is_verb(close + 1)
            if word.bits & (w.PREP | w.ADV | w.TIME | w.NUM) and word.is_word:
                index = end + 1
                continue
            return word.is_word and not word.bits & (w.COMP | w.CONJ | w.SUB | w.DET)
        return False

    def _is_nothing(self, at: int, end: int) -> bool:
        """Say whether an object is none that was said: "little", "anonymity"."""
        first = at
        while first < end - 1 and self.word[first].bits & w.DET:
            first += 1
        return self.key[first] in self._nothing

    def _has_verb(self, at: int, last: int, *, comma: bool = False) -> bool:
        """Say whether a clause begins at a token: a finite verb follows in it."""
        for index in range(at, last):
            if self.key[index] in ".;:\n" or (comma and self.key[index] == ","):
                return False
            word = self.word[index]
            if word.bits & w.REL and index > at:
                continue
            named = word.upper and index > at and bool(word.bits & w.TIME)  # "in May"
            if not named and (word.bits & w.AUX or self.phrases.is_verb(index)):
                return True
            if word.key.endswith(self.grammar.verb_endings) and not word.upper:
                return True
        return False

    def _is_issued(self, at: int, last: int) -> bool:
        """Say whether a participle tells of a statement before it: "in a statement posted on"."""
        if not at or at + 1 >= last or not self.word[at - 1].bits & (w.DOC | w.POST | w.OCCASION):
            return False
        word, following = self.word[at], self.word[at + 1]
        if word.upper or not word.is_word or not following.bits & w.PREP:
            return False
        told = w.PASSIVE | w.VERB | w.RELAYED
        return bool(word.bits & told) or any(cue.form & w.PAST for cue in word.cues)

    def _past_title(self, at: int, last: int) -> int | None:
        """Return the token after a name in marks that a preposition leads to: "à la « NZZ »"."""
        if not self.grammar.has_infinitives or self.key[at] not in self._where | self._tells:
            return None
        if at + 2 >= last:
            return None
        opened = at + 1 + bool(self.word[at + 1].bits & w.DET)
        quote = self.document.quote_at.get(opened)
        if quote is None and self.word[opened].upper:
            named = self._outlets.known(opened, last)
            end = named.whole[1] if named is not None and not named.ambiguous else last
            some = end < last and self.word[end].bits & w.INDEF
            return end if some else None  # "a annoncé à l'AFP | des arrestations"
        if quote is None or quote.after >= last or not self.word[quote.after].bits & w.COMP:
            return None
        return quote.after if self.phrases.is_title(opened, at) else None

    def _led_end(self, at: int, last: int, cue: Cue) -> int | None:
        """Return where a hearer ends before what a set phrase leads to: "fait part à X de ses"."""
        if self.key[at] not in self._tells or not self.phrases.starts(at + 1, last):
            return None
        stop = self.phrases.end(at + 1, last)
        led = (i for i in range(at + 2, min(stop, last - 1)) if self.key[i] in cue.preps)
        return next((i for i in led if self.word[i + 1].bits & w.POSS), None)

    def _hears(self, first: int, last: int) -> bool:
        """Say whether a phrase may be somebody: a name, a role, a body."""
        return any(self.word[i].upper or self.word[i].bits & w.HEADS for i in range(first, last))

    def _urged_by(self, at: int, last: int, cue: Cue) -> int | None:
        """Return where a hearer ends that a preposition leads to: "instó al club | a ceder"."""
        if not self.grammar.free or not self.word[at].bits & w.PREP:
            return None
        end = self.phrases.end(at + 1, last) if self.phrases.starts(at + 1, last) else last
        if end + 1 >= last or self.key[end] not in cue.preps:
            return None
        return end if self.phrases.opens_infinitive(end + 1, last) else None

    def _leads_to(self, at: int, last: int, cue: Cue) -> bool:
        """Say whether a preposition that a cue governs leads to what is said."""
        if self.key[at] not in cue.preps or at + 1 >= last or self._is_set_phrase(at, last):
            return False  # "descarta por ahora", "llamó a la policía"
        if self.word[at].bits & w.DET and not self.word[at].bits & w.PREP:
            return False  # "desafiou | a câmara", an article
        if self.grammar.free and self.key[at] in self._where and self._is_named_place(at + 1, last):
            return False  # "falava no Porto"
        if self.key[at] in self._at_gatherings and not cue.governs & w.THAT:
            near = self.key[at + 1 : min(last, at + 3)]
            if any(key in self._gatherings for key in near):
                return False  # "falou no debate"
        return not (cue.governs & w.URGE and self._calls_somebody(at + 1, last))

    def _approximates(self, at: int, last: int) -> bool:
        """Say whether an adverb goes with a number that counts no time: "nearly half of them"."""
        if not self.word[at].bits & w.ADV or self.word[at].bits & w.DET or at + 2 >= last:
            return False
        number = self.word[at + 1]
        counted = number.bits & w.NUM and not number.upper and not number.bits & w.TIME
        return bool(counted) and not self.word[at + 2].bits & w.TIME

    def _is_name_end(self, end: int) -> bool:
        """Say whether a name of several words ends at a token: "dijo a Radio Noticias | que"."""
        return self.word[end - 1].upper and self.word[end - 2].upper

    def _is_named_place(self, at: int, last: int) -> bool:
        """Say whether a bare name follows: where it was, and not what was spoken of."""
        return at < last and self.word[at].upper and self.phrases.end(at, last) == at + 1

    def _calls_somebody(self, at: int, last: int) -> bool:
        """Say whether who is called, and nothing that is called for, stands at a token."""
        if not self.grammar.free or self.phrases.opens_infinitive(at, last):
            return False
        if self.word[at].bits & w.COMP or not self.phrases.starts(at, last):
            return False
        end = self.phrases.end(at, last)
        head = next((i for i in range(at, end) if self.word[i].bits & w.PREP), end)
        who = w.ROLE | w.PERSON | w.BODY | w.TITLE | w.GIVEN
        return any(self.word[i].bits & who or self.word[i].upper for i in range(at, head))

    def _calls_quoted(self, at: int, governs: int) -> bool:
        """Say whether what an object is called stands in marks: "la ricorda come «…»"."""
        called = self.key[at] in self._called and at + 1 in self.document.quote_at
        return called and bool(governs & w.OBJECT)

    def _is_when(self, at: int, last: int) -> bool:
        """Say whether "when" tells when something was said: a participle follows."""
        if at + 1 >= last:
            return True
        following = self.word[at + 1]
        return bool(following.bits & w.SPEAKTO) or following.key.endswith(
            self.grammar.gerund_endings
        )

    def _is_spent(self, at: int, last: int, governs: int) -> bool:
        """Say whether a time is the object itself: "a day of fasting"."""
        asked = self.grammar.drops_subject and governs & w.OBJECT and self.word[at].bits & w.INDEF
        return bool(asked) and at + 2 < last and self.key[at + 2] in self._of_words

    def _is_set_phrase(self, at: int, last: int) -> bool:
        """Say whether a phrase that tells how stands at a token: "descarta | por ahora | X"."""
        match = self.grammar.adjuncts.match(self.word, at, last) if self.grammar.free else None
        return match is not None and not match.open

    def _adds_up(self, at: int, last: int) -> bool:
        """Say whether a thing is added to, and nobody told: "adding to a series of failures"."""
        if self.key[at] not in self._hearing_marks or at + 1 >= last:
            return False
        end = self.phrases.end(at + 1, last) if self.phrases.starts(at + 1, last) else at + 1
        return not self._hears(at + 1, end) and not self.word[at + 1].bits & w.OBJ

    def _is_to_them(self, at: int, last: int) -> bool:
        """Say whether a pronoun alone follows a preposition: "said to him"."""
        if at >= last or not self.grammar.title_case:
            return False
        bits = self.word[at].bits
        return bool(bits & w.OBJ) and not bits & w.DET

    def _parts_clause(self, end: int) -> bool:
        """Say whether what follows a noun phrase at once tells that its last word is a verb."""
        word = self.word[end]
        if not word.is_word or word.upper:
            return False
        another = w.DET | w.PRON | w.NUM | w.POSS | w.OBJ
        return bool(word.bits & another) or not (word.bits or word.cues)

    def _is_dated_thing(self, at: int, last: int) -> bool:
        """Say whether an article and a time lead to a thing of that time: "the July 25 call"."""
        if not self.grammar.title_case or self.word[at].bits & w.INDEF:
            return False
        thing = at + 2
        while thing < last and self.key[thing].isdigit():
            thing += 1
        if thing >= last or self.word[thing].upper or not self.word[thing].is_word:
            return False
        light = w.PREP | w.ADV | w.COMP | w.PRON | w.DET | w.CONJ | w.SUB | w.TIME | w.AUX | w.WH
        light |= w.VERB | w.GENITIVE | w.POSS | w.NUM
        return not self.word[thing].bits & light and self._has_verb(thing + 1, last)

    def _is_thing_alone(self, at: int, last: int, cue: Cue) -> bool:
        """Say whether an object and no clause follows a verb that takes a clause alone.

        Nothing after it looks like a verb, and no pronoun begins it that is a subject.
        """
        if not self.grammar.title_case or cue.lemma in self._clausal:
            return False
        word = self.word[at]
        if word.bits & w.PRON and not word.bits & w.DET:
            return False
        end = self.phrases.end(at, last) if self.phrases.starts(at, last) else at
        if at < end < last and self._parts_clause(end):
            return False
        before = None
        for index in range(at, last):
            word = self.word[index]
            if word.bits & (w.AUX | w.GENITIVE) or self.phrases.is_verb(index):
                return False
            if word.key.endswith(self.grammar.verb_endings) and not word.upper:
                return False
            if before is not None and index in self.document.quote_at:
                return False
            before = word
        return True

    def _stands_alone(self, at: int, last: int) -> bool:
        """Say whether a determiner is a pronoun: "said this on Monday"."""
        if self.word[at].bits & (w.PRON | w.NUM | w.OTHER | w.POSS | w.INDEF) or self.word[at].cues:
            return False
        if self._is_dated_thing(at, last):
            return False
        if at + 1 < last and self.key[at + 1] in self._of_words:
            return False  # "claimed each of them had"
        if at + 1 >= last or not self.word[at + 1].is_word:
            return at + 1 >= last or self.key[at + 1] in ".,;"
        return bool(self.word[at + 1].bits & (w.PREP | w.TIME)) and (
            not self.word[at + 1].bits & (w.ADJ | w.HEADS) and not self._acts(at + 2, last)
        )

    def _is_relative(self, at: int, last: int, start: int, hearer: Range | None) -> bool:
        """Say whether "who" tells more of the noun before it: "told engineers who showed her"."""
        before = self.word[at - 1]
        if at == start or not before.is_word or before.bits & (w.ADV | w.TIME | w.PREP | w.CONJ):
            return False
        if hearer is None:
            return True
        asked = at + 1 < last and self.word[at + 1].bits & w.AUX
        return hearer[1] == at and not before.bits & (w.OBJ | w.PRON) and not asked

    def _is_linking(self, first: int, last: int) -> bool:
        """Say whether words between commas only link: "however", "for her part"."""
        if all(self.word[i].bits & (w.ADV | w.LINK) for i in range(first, last)):
            return True
        match = self.grammar.adjuncts.match(self.word, first, last)
        return match is not None and match.end == last

    def _past_note(self, at: int, last: int) -> int | None:
        """Return the token after a note in brackets before content: "en X (antes Twitter): «…»"."""
        if not self.grammar.drops_subject:
            return None
        shut = next((i for i in range(at, min(last, at + NOTE)) if self.key[i] == ")"), last)
        after = shut + 1
        if after >= last:
            return None
        leads = self.key[after] in self.grammar.colons or after in self.document.quote_at
        return after if leads or self.word[after].bits & w.COMP else None

    def _leads_to_clause(self, at: int, last: int) -> bool:
        """Say whether a complementiser stands at a token, times and adverbs before it left out."""
        while at < last and self.word[at].bits & (w.TIME | w.ADV) and self.word[at].is_word:
            at += 1
        return self.grammar.drops_subject and at < last and bool(self.word[at].bits & w.COMP)


def key_pair(keys: list[str], at: int) -> str:
    """Return two tokens as one phrase."""
    return f"{keys[at]} {keys[at + 1]}"
