"""What a cue governs: where its content begins after it, and what stands between."""

from __future__ import annotations

from typing import Final, NamedTuple

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.circumstances import tells_where
from rawi.reading.free_order.meanwhile import teller_behind
from rawi.reading.free_order.no_commas import past_asked, past_degree, with_manner
from rawi.reading.free_order.outlets import is_letters
from rawi.reading.free_order.phrases import Phrase, Phrases
from rawi.reading.free_order.subjects import Subject, Subjects
from rawi.reading.marks import Quote
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.words import Cue

#: How far after a cue its content may begin, in tokens.
REACH: Final = 60
#: "Of this, that" before a clause, in tokens.
CHARGE: Final = 4
#: How long an aside between commas may be, in tokens.
ASIDE: Final = 8


class Opening(NamedTuple):
    """What follows a cue.

    `kind` tells how the content begins ("" where nothing does), `at` where; `subject` and
    `hearer` are the phrases met on the way, `end` is where the reading stopped.
    """

    kind: str
    at: int
    subject: Subject | None
    hearer: Range | None
    end: int


class Contents:
    """Finds what one document's cues govern."""

    def __init__(self, phrases: Phrases, subjects: Subjects) -> None:
        self.phrases = phrases
        self.subjects = subjects
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        self._relays = self.grammar.words_of("relays")
        self._called = self.grammar.words_of("naming") | self.grammar.words_of("deeming")
        self._sourcing = self.grammar.words_of("sourcing")
        self._asked = self.grammar.words_of("asked")
        self._each = self.grammar.words_of("distributive")
        self._manner = self.grammar.words_of("manner")
        self._hearers = self.grammar.words_of("hearers")
        self._pointers = self.grammar.words_of("pointers")
        self._loose = self.grammar.words_of("saying_on")
        self._as = self.grammar.words_of("as")

    def follow(
        self, at: int, last: int, cue: Cue, told: int, subject: Subject | None, negated: bool
    ) -> Opening:
        """Read on from the token after a cue to where its content begins."""
        governs, hearer = cue.governs, None
        own, start = subject, at
        subject = None
        last = min(last, at + REACH)
        while at < last:
            word, key = self.word[at], self.key[at]
            bits = word.bits
            if at in self.phrases.quote_at:
                quote = self.phrases.quote_at[at]
                if self._is_network(quote):
                    at = quote.after  # "published on “X”"
                    continue
                if self._is_told(at, last, governs, own or subject, told):
                    hearer, at = (at, quote.after), quote.after
                    continue
                if own is None and subject is None:
                    named = self.subjects.after(at, last, told)
                    if named is not None and not self._says(at, governs):
                        subject, at = named, self._whole(named, last)
                        continue
                if governs & (w.QUOTE | w.OBJECT | w.INF | w.THAT):
                    return Opening("quote", at, subject, hearer, at)
                break
            if key in self.grammar.colons:
                return Opening("colon", at + 1, subject, hearer, at)
            if key == ",":
                late = governs & w.QUOTE and own is None and subject is None
                teller = teller_behind(self.subjects, at, last, told) if late else None
                if teller is not None:
                    subject, at = teller, self._whole(teller, last)
                    continue
                passes = subject is not None and self.key[start - 1] in self._relays
                step = self._after_comma(at, last, governs, negated, passes)
                if isinstance(step, int):
                    at = step
                    continue
                if step is not None:
                    return Opening(step[0], step[1], subject, hearer, at)
                if governs & w.BARE and self._goes_on(at, last, start, own):
                    return Opening("clause", at + 1, subject, hearer, at)
                break
            if not word.is_word:
                if key == "." and self.key[at - 1] in self.grammar.abbreviations:
                    at += 1  # "among other things" written short
                    continue
                break
            if key in cue.rest:
                at += 1  # "drew also attention to"
                continue
            if key in self._pointers and self._is_pointing(at, last):
                at += 1  # "says otherwise: “…”"
                continue
            if bits & w.NEG and at + 1 < last and self.grammar.is_infinitive(self.word[at + 1]):
                if governs & w.INF:
                    return Opening("infinitive", at, subject, hearer, at)
                break
            if self.grammar.is_infinitive(word) and not bits & w.HEADS:
                if governs & w.INF:
                    begin = with_manner(self.phrases, at, start)
                    return Opening("infinitive", begin, subject, hearer, at)
                break
            fixed = self.grammar.adjuncts.match(self.word, at, last) is not None
            if governs & w.OBJECT and key in self._each and not fixed:
                return Opening("object", at, subject, hearer, at)
            if bits & w.PREP and not word.upper:
                place = self._place(at, last, own, subject, told)
                if place is not None:
                    if subject is not None:
                        hearer = subject.span
                    subject, at = place, place.span[1]
                    continue
                step = self._led(at, last, cue, governs)
                if step is None:
                    break
                if step[0]:
                    return Opening(step[0], step[1], subject, hearer, at)
                if governs & w.INF and key in self._manner and self._is_how(at, step[1], last):
                    return Opening("infinitive", at, subject, hearer, at)
                at = step[1]
                continue
            if bits & w.PRON and not bits & w.POSS:
                found = self.subjects.after(at, last, told)
                if found is None or own is not None or subject is not None:
                    break
                subject, at = found, at + 1
                continue
            if key in self._hearers and not self._owns(at, last):
                if governs & w.OBJECT and not governs & (w.HEARER | w.INF):
                    return Opening("object", at, subject, hearer, at)
                hearer, at = (at, at + 1), at + 1
                continue
            if bits & w.CONJ and not bits & w.POSS and not self.phrases.is_initial(at, last):
                if at == start and own is None and self.subjects.after(at + 1, last, told):
                    at += 1  # "this was confirmed by X, too"
                    continue
                break
            if bits & w.COMP and not bits & w.ADV and governs & w.THAT:
                return Opening("clause", at + 1, subject, hearer, at)  # its comma was forgotten
            if bits & (w.TIME | w.ADV) and not bits & (w.HEADS | w.POSS) and not word.upper:
                at += 1
                continue
            dated = self.phrases.dated(at, last)
            if dated > at:
                at = dated
                continue
            if self.phrases.is_verb(at) and not word.upper:
                break
            if own is None and subject is None:
                found = self.subjects.after(at, last, told)
                if found is not None and not self._rather_object(found, last, governs, told):
                    subject, at = found, self._whole(found, last)
                    continue
            if governs & w.OBJECT and self._is_deemed(at, last):
                return Opening("object", at, subject, hearer, at)
            if governs & w.OBJECT and cue.lemma in self._called and self.is_predicate(at, last):
                return Opening("object", at, subject, hearer, at)
            outlet = self._outlet(at, last)
            if outlet > at:
                hearer, at = (at, outlet), outlet
                continue
            dative = self.phrases.read(at, last, c.DATIVE)
            if dative is not None and not self._is_object(dative, last, governs):
                end = self._before(dative, self._each | cue.preps)
                if own is None and subject is None and told & w.PLUR:
                    end = min(end, self._at_place(dative, last))
                whole = hearer is not None and hearer[1] == dative.first
                hearer, at = (hearer[0] if whole and hearer else dative.first, end), end
                continue
            if governs & w.OBJECT and key in cue.needs:
                return Opening("object", at, subject, hearer, at)
            audience = self._audience(at, last) if governs & w.HEARER else None
            if audience is not None:
                hearer, at = (at, audience), audience
                continue
            addressed = self._addressed(at, last, cue)
            if addressed is not None:
                hearer, at = (at, addressed), addressed
                continue
            charged = self._charged(at, last, cue)
            if charged is not None:
                return Opening("clause", charged, subject, (at, charged - CHARGE), at)
            if governs & w.OBJECT and self._has(at, last, cue):
                return Opening("object", at, subject, hearer, at)
            if governs & w.QUOTED:
                return Opening("quoted", at, subject, hearer, at)
            other = self.phrases.read(at, last, c.INSTRUMENTAL)
            if other is None or other.last <= at:
                break
            at = other.last
        needs = governs & w.OBJECT and not governs & (w.THAT | w.BARE) and (own or subject)
        behind = self._behind_occasion(start, at) if needs else None
        if behind is not None:
            return Opening("object", behind, subject, hearer, behind)
        return Opening("", at, subject, hearer, at)

    def _behind_occasion(self, first: int, end: int) -> int | None:
        """Return the people whom an occasion took in: "criticised at the meeting the officials"."""
        for at in range(first + 2, end):
            if not self.word[at - 1].bits & w.OCCASION or not self.word[at - 2].bits & w.PREP:
                continue
            people = self.phrases.read(at, end, c.ACCUSATIVE & self.phrases.mask(at))
            if people is not None and self.word[people.head].bits & (w.ROLE | w.PERSON):
                return at
        return None

    def is_predicate(self, at: int, last: int) -> bool:
        """Say whether an adjective alone tells what something is called: "called it wrong"."""
        word = self.word[at]
        if not self.grammar.is_adjective(word) or word.bits & w.HEADS:
            return False
        if not self.phrases.mask(at) & c.INSTRUMENTAL:
            return False
        return at + 1 >= last or not self.word[at + 1].is_word or bool(
            self.word[at + 1].bits & w.CONJ)  # fmt: skip

    def _outlet(self, at: int, last: int) -> int:
        """Return where an outlet ends that is told: an adjective, letters, a name with a number."""
        word = self.word[at]
        if word.caps and is_letters(word) and not word.outlet:
            return at + 1
        if word.upper and self.grammar.alien(word.key):
            return self.phrases.outlets.run(at, last)
        counted = at + 1 < last and self.key[at + 1].isdigit()
        if not word.upper or not (counted or self.grammar.is_adjective(word)):
            return at
        named = self.phrases.outlets.at(at, last, strict=False)
        dative = self.phrases.mask(at) & c.DATIVE
        return named.whole[1] if named is not None and dative else at

    def _is_network(self, quote: Quote) -> bool:
        """Say whether marks hold no more than the name of a network."""
        return quote.close == quote.open + 2 and self.key[quote.open + 1] in self.grammar.networks

    def _is_pointing(self, at: int, last: int) -> bool:
        """Say whether a colon follows words that only point to what stands behind it."""
        while at < last and self.key[at] in self._pointers:
            at += 1
        return at < last and self.key[at] in self.grammar.colons

    def _at_place(self, phrase: Phrase, last: int) -> int:
        """Return where a phrase ends before the body "at" which somebody speaks."""
        for index in range(phrase.head + 1, phrase.last):
            if self.subjects.place_at(index, last) is not None and not self.word[index].upper:
                return index
        return phrase.last

    def _is_how(self, at: int, end: int, last: int) -> bool:
        """Say whether a phrase tells how what the infinitive behind it says is to be done."""
        if end >= last or self.phrases.is_adjunct(at, end):
            return False
        abstract = not any(self.word[i].upper or self.word[i].bits & w.HEADS
                           for i in range(at + 1, end))  # fmt: skip
        return abstract and self.grammar.is_infinitive(self.word[end])

    def _place(self, at: int, last: int, own: Subject | None, subject: Subject | None,
               told: int) -> Subject | None:  # fmt: skip
        """Return a body "at" which somebody speaks, an outlet before it told."""
        if own is not None or not told & w.PLUR or at >= last:
            return None
        if subject is not None and not self.subjects.is_told(subject):
            return None
        led = self.word[at].bits & w.PREP
        end = self.phrases.complement(at, last) if led else None
        return None if end is None else self.subjects.place(at, end, leads=end >= last)

    def _is_deemed(self, at: int, last: int) -> bool:
        """Say whether an adjective tells what an infinitive is taken for: "needful to go"."""
        word = self.word[at]
        if word.upper or at + 1 >= last or not self.grammar.is_adjective(word):
            return False
        deemed = self.phrases.mask(at) & c.INSTRUMENTAL & c.SINGULAR
        return bool(deemed) and self.grammar.is_infinitive(self.word[at + 1])

    def _has(self, at: int, last: int, cue: Cue) -> bool:
        """Say whether an object holds one of the words that its cue needs."""
        return not cue.needs or any(self.key[i] in cue.needs for i in range(at, min(last, at + 3)))

    def _before(self, phrase: Phrase, preps: frozenset[str]) -> int:
        """Return where a phrase ends that no preposition of the cue's may stand in."""
        for index in range(phrase.head + 1, phrase.last):
            if self.key[index] in preps:
                return index
        return phrase.last

    def _owns(self, at: int, last: int) -> bool:
        """Say whether a pronoun belongs to a noun after it: "her owner", not "told her"."""
        if not self.word[at].bits & w.POSS:
            return False
        return self.phrases.read(at, last, c.NOMINATIVE | c.ACCUSATIVE) is not None

    def _whole(self, subject: Subject, last: int) -> int:
        """Return the token after a subject."""
        return subject.span[1]

    def _is_object(self, phrase: Phrase, last: int, governs: int) -> bool:
        """Say whether a dative may be an object in the accusative or the genitive as well."""
        if governs & w.THAT and phrase.last < last and self._leads(phrase.last, last):
            return False  # "threatened the post that …"
        told = self.phrases.mask(phrase.head)
        if not told & (c.ACCUSATIVE | c.GENITIVE) or not governs & (w.OBJECT | w.QUOTED):
            return False
        bits = self.word[phrase.head].bits
        return not bits & w.HEADS and not self.word[phrase.head].upper

    def _says(self, at: int, governs: int) -> bool:
        """Say whether words in marks after a cue are what is said rather than a name."""
        return False

    def _is_told(
        self, at: int, last: int, governs: int, subject: Subject | None, told: int
    ) -> bool:
        """Say whether a name in marks is whom something is told: «…» in the dative."""
        quote = self.phrases.quote_at[at]
        if not self.phrases.is_name(at, last, True):
            return False
        after = quote.after
        if not governs & w.HEARER:
            teller = self.subjects.behind(after, last, told) if subject is None else None
            people = w.ROLE | w.PERSON | w.GIVEN
            return teller is not None and bool(self.word[teller.head].bits & people)
        key = self.key[after] if after < last else ""
        if subject is None:
            if self.subjects.behind(after, last, told) is not None or self._is_dative(quote):
                return True
            return self._place(after, last, None, None, told) is not None
        if key == "," or key in self.grammar.colons:
            return True
        if governs & w.OBJECT and self._is_dative(quote):
            return True  # "confirmed to “X” these words"
        return after >= last or bool(self.word[after].bits & (w.PREP | w.TIME | w.ADV))

    def _is_dative(self, quote: object) -> bool:
        first, last = quote.open + 1, quote.close  # type: ignore[attr-defined]
        for index in range(first, last):
            if self.key[index] == ".":
                break  # an address
            mask = self.phrases.mask(index)
            if mask & c.DATIVE and not mask & c.NOMINATIVE:
                return True
        return False

    def _rather_object(self, found: Subject, last: int, governs: int, told: int) -> bool:
        """Say whether a nominative that may be an accusative is the object: another follows."""
        if not governs & w.OBJECT:
            return False
        at = found.span[0] - 1
        if found.span[1] >= last and self.key[at] in self._relays and self.key[at - 1] == ",":
            return False  # "…, reports the registry."
        bits = self.word[found.head].bits
        if bits & (w.HEADS | w.PRON | w.CARDINAL) or self.word[found.head].upper:
            return False
        if any(
            self.word[i].upper and one & c.NOMINATIVE
            for i in range(*found.span) for _, one in self.grammar.given(self.word[i])
        ):  # fmt: skip
            return False  # a role that no table holds, and its name
        return found.head not in self.phrases.quote_at

    def _charged(self, at: int, last: int, cue: Cue) -> int | None:
        """Return where the clause begins of "accused the mayor of this, that …"."""
        if not cue.preps or not cue.governs & w.OBJECT:
            return None
        for index in range(at + 1, min(last - CHARGE, at + ASIDE)):
            if not self.word[index].is_word and index not in self.phrases.quote_at:
                return None
            if self.key[index] not in cue.preps:
                continue
            correlate = self.key[index + 1] in self.grammar.words_of("correlates")
            if correlate and self.key[index + 2] == "," and self.word[index + 3].bits & w.COMP:
                return index + CHARGE
        return None

    def _audience(self, at: int, last: int) -> int | None:
        """Return where a participle in the dative ends that has no noun: "told those present"."""
        word = self.word[at]
        if word.upper or word.bits & w.ADJ or not self.grammar.is_adjective(word):
            return None
        if not self.phrases.mask(at) & c.DATIVE & c.PLURAL:
            return None
        end = at + 1
        if end < last and self.word[end].bits & w.PREP and self.phrases.is_participle(at):
            end = self.phrases.complement(end, last) or end
        return end

    def _addressed(self, at: int, last: int, cue: Cue) -> int | None:
        """Return where a phrase ends that names whom one asks or thanks before what follows."""
        governs = cue.governs
        if not governs & (w.INF | w.HEARER):
            return None
        phrase = self.phrases.read(at, last, c.ACCUSATIVE | c.GENITIVE | c.DATIVE)
        if phrase is None:
            quote = self.phrases.quote_at.get(at)
            alone = (
                quote is None
                and self.word[at].is_word
                and not self.word[at].upper
                and (self.phrases.is_participle(at) and self.phrases.mask(at) & c.GENITIVE)
            )  # "of the one presiding"
            end = quote.after if quote is not None else at + 1 if alone else at
        else:
            end = self._before(phrase, cue.preps)
        if end <= at or end >= last:
            return None
        end = past_degree(self.phrases, end, last) if governs & w.INF else end
        while governs & w.INF and end + 1 < last and self.word[end].bits & w.ADV and (
            not self.word[end].bits & w.HEADS
        ):  # fmt: skip
            end += 1
        if governs & w.HEARER:
            end = self._past_circumstances(end, last, cue.preps)
        word = self.word[end]
        if governs & w.INF and end in self.phrases.quote_at and end + 2 < last:
            first = self.word[end + 1]
            if first.bits & w.NEG or self.grammar.is_infinitive(first):
                return end
        if governs & w.INF and (
            self.grammar.is_infinitive(word)
            or (word.bits & w.NEG and end + 1 < last
                and self.grammar.is_infinitive(self.word[end + 1]))
        ):  # fmt: skip
            return end
        if governs & w.HEARER:
            if word.key in cue.preps:
                return end
            leads = w.COMP | (w.WH if governs & w.QUESTION else 0)
            if self.key[end] == "," and end + 1 < last and self.word[end + 1].bits & leads:
                return end
            if self.key[end] in self.grammar.colons:
                return end
        return None

    def _past_circumstances(self, at: int, last: int, preps: frozenset[str]) -> int:
        """Return the token behind what tells where somebody is told: "informed them on X, that"."""
        end = at
        while end < last and self.word[end].bits & w.PREP and self.key[end] not in preps:
            behind = self.phrases.complement(end, last)
            if behind is None or behind >= last:
                return at
            end = behind
        return end if self._leads(end, last) and self.key[end] == "," else at

    def _led(self, at: int, last: int, cue: Cue, governs: int) -> tuple[str, int] | None:
        """Return what a preposition leads to: content and its kind, or the token after it all."""
        key = self.key[at]
        end = self.phrases.complement(at, last)
        if key in cue.preps and at + 1 < last:
            following = self.key[at + 1]
            if following in self._pointers and self._is_pointing(at + 1, last):
                return "", at + 2  # "asks for one thing: …"
            if following in self.grammar.words_of("correlates"):
                if at + 3 < last and self.key[at + 2] == ",":
                    third = self.word[at + 3]
                    if third.bits & w.COMP:
                        return "clause", at + 4
                    if third.bits & w.WH:
                        return "question", at + 3
            outlet = end is not None and self.phrases.is_adjunct(at, end)
            if not outlet and not tells_where(self.phrases, at, end):
                return "preposition", at + 1
        if end is None:
            return None
        if governs & w.OBJECT and key in self.grammar.words_of("asked_of"):
            return "", past_asked(self.phrases, at + 1, end)
        stop = next((i for i in range(at + 2, end) if self.key[i] in cue.preps), end)
        return "", stop

    def _after_comma(
        self, at: int, last: int, governs: int, negated: bool, passes: bool
    ) -> tuple[str, int] | int | None:
        """Return the content that a comma leads to, or the token after an aside."""
        if at + 1 >= last:
            return None
        word = self.word[at + 1]
        hearsay = word.bits & w.HEARSAY and not word.bits & w.ADV and not governs & w.WEAK
        if hearsay and governs & w.THAT and at + 3 < last:
            return "clause", at + 2 + (self.key[at + 2] == ",")
        if word.bits & w.COMP and governs & (w.THAT | w.INF | w.QUESTION):
            return "clause", at + 2
        others = self.key[at - 1] in self._asked and not negated  # "to the question when"
        asked = 0 if others else governs & (w.QUESTION | w.THAT)
        if word.bits & w.WH and asked and not self._says_how(at + 1, last):
            return "question", at + 1
        if word.bits & w.PREP and asked and at + 2 < last and (
            self.word[at + 2].bits & (w.WH | w.COMP)
        ):  # fmt: skip
            if negated or not self.word[at + 2].bits & w.REL:
                return "question", at + 1
        if asked:
            for index in range(at + 2, min(last, at + 5)):
                if self.key[index] in self.grammar.words_of("whether"):
                    return "question", at + 1
        if self.key[at + 1] in self._relays and not passes:
            end = next(
                (i for i in range(at + 2, min(last, at + ASIDE)) if self.key[i] == ","), None
            )
            if end is not None and self._leads(end, last):
                return end
        if self.key[at + 1] in self._sourcing:
            end = self.phrases.complement(at + 2, last)
            if end is not None and end < last:
                return end + 1 if self.key[end] == "," and not self._leads(end, last) else end
        for index in range(at + 2, min(last, at + ASIDE)):
            if self.key[index] == ",":
                return index + (0 if self._leads(index, last) else 1) if self._is_aside(
                    at + 1, index) else None  # fmt: skip
            if self.key[index] in self.grammar.colons and self._is_aside(at + 1, index):
                return index
        return None

    def _goes_on(self, comma: int, last: int, start: int, own: Subject | None) -> bool:
        """Say whether what somebody says follows a comma alone: "She says, there was no siren"."""
        if self.key[start - 1] not in self._loose or own is None or own.span[1] > start - 1:
            return False
        first, at = own.span[0], comma + 1
        if comma != start or at >= last or (first and self.key[first - 1] in self._as):
            return False
        end = next((i for i in range(at, last) if not self.word[i].is_word), last)
        opens = self.word[at]
        if (
            not opens.is_word
            or opens.bits & (w.REL | w.PREP | w.CONJ)
            or self.subjects.is_gerund(at)
        ):
            return False
        return end - at > 1 and any(map(self.phrases.is_verb, range(at, end)))

    def _says_how(self, at: int, last: int) -> bool:
        """Say whether "as" leads to who else says so: "as the agency writes"."""
        if self.key[at] not in self._as or at + 1 >= last:
            return False
        return any(cue.governs & w.BARE for cue in self.word[at + 1].cues)

    def _leads(self, comma: int, last: int) -> bool:
        return comma + 1 < last and bool(self.word[comma + 1].bits & (w.COMP | w.WH))

    def _is_aside(self, first: int, last: int) -> bool:
        """Say whether words between commas are an adverb or a phrase of circumstance."""
        if self._is_doing(first, last) or self._is_relative(first, last):
            return True
        at = first
        while at < last:
            bits = self.word[at].bits
            if bits & w.PREP:
                end = self.phrases.complement(at, last)
                if end is None:
                    return False
                at = end
            elif bits & (w.ADV | w.TIME | w.LINK | w.NUM):
                at += 1
            else:
                return False
        return True

    def _is_doing(self, first: int, last: int) -> bool:
        """Say whether a gerund that leads to no words of its own opens an aside."""
        word = self.word[first]
        loose = not word.bits and word.key.endswith(self.grammar.loose_gerunds)
        if not loose and not self.subjects.is_gerund(first):
            return False
        after = len(self.key)
        led = last < after and self.key[last] == "," and not self._leads(last, after)
        return not led and not any(cue.governs & w.THAT for cue in self.word[first].cues)

    def _is_relative(self, first: int, last: int) -> bool:
        """Say whether a relative clause parts a cue's phrase from "that": "in a note, which …"."""
        if last - first < 3 or not self._leads(last, len(self.key)) or self.key[last] != ",":
            return False
        relative = self.word[first].bits & w.REL and self.grammar.is_adjective(self.word[first])
        if not relative and not self.phrases.is_participle(first):
            return False
        return not any(
            cue.governs & w.THAT and cue.form & w.FINITE and self.key[i] not in self._relays
            for i in range(first, last) for cue in self.word[i].cues
        )  # fmt: skip
