"""Who does what a verb says: the noun phrase before it, with its appositions, or after it."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.name_lists import whole_list
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.relatives import Relatives

#: How far before a verb its subject may begin, in tokens.
REACH: Final = 60
#: So many stretches between commas are looked through for the subject.
STRETCHES: Final = 7
#: A quotation begins so near after its verb's subject, in tokens.
ASIDE: Final = 5
#: An aside between commas that a preposition opens is no longer than this, in tokens.
LONG: Final = 20
#: A phrase that tells where something was said has no more tokens before its verb.
WAY: Final = 12
_MARKS: Final = frozenset(",;:\n\u2014\u2013()")


class Subjects(Relatives):
    """Finds the subjects of one document's verbs."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        super().__init__(document, phrases)
        self._agents = self.grammar.words_of("agents")
        self._sights = self.grammar.words_of("sights")
        self._impersonal = self.grammar.words_of("impersonal")
        self._including = self.grammar.words_of("including")
        self._placing = self.grammar.words_of("place_relatives")
        self._describing = self.grammar.words_of("apposition_prepositions")

    def before(self, verb: int, begin: int) -> Range | None:
        """Return the subject that stands before a verb; None where none does."""
        begin = max(begin, verb - REACH)
        end = self._without_tail(verb, begin)
        if end <= begin:
            return None
        end = self._without_way(end, begin)
        if self.key[end - 1] == ",":
            return self._over_commas(end - 1, begin)
        if self.grammar.title_case and self.document.is_relative(end - 1):
            return self._antecedent(end - 1, begin)
        if self.word[end - 1].bits & w.REL and self.word[end - 1].is_word:
            told = bool(self.word[end].bits & w.OBJ) and self.grammar.proclitic
            return self._antecedent(end - 1, begin, told=told)
        first = self._stretch(end, begin)
        span = self._phrase(first, end, begin)
        if span is not None and span[1] - span[0] == 1 and self.key[span[0]] in self._impersonal:
            return self._on_behalf(span, begin)
        if span is None or self.word[span[0]].bits & w.SPEAKTO or self._does_aside(span[0], begin):
            return None  # "asked about a report", "…, giving him support in his home state"
        if self.grammar.common_generics:
            span = whole_list(self.document, span, begin)
        return self._with_office(span, begin)

    def _does_aside(self, index: int, begin: int) -> bool:
        """Say whether a participle after a comma opens what stands before a verb."""
        word = self.word[index]
        doing = word.key.endswith(self.grammar.gerund_endings) and not word.upper
        parted = index > begin + 1 and self.key[index - 1] == ","
        return doing and parted and self.grammar.title_case and not word.bits & (w.HEADS | w.PREP)

    def _with_office(self, name: Range, begin: int) -> Range:
        """Widen a name to the office before it, its second comma left out: "The mayor, X said"."""
        comma = name[0] - 1
        named = all(self.word[i].upper or not self.word[i].is_word for i in range(*name))
        if comma <= begin or self.key[comma] != "," or not named:
            return name
        first = self._segment(comma, begin)
        opens = first in self._starts or self.key[first - 1] == ","
        if not opens or self._kind(first, comma) != "noun":
            return name
        office = self._is_office(first, comma) and not self._interrupts(name[1])
        return (first, name[1]) if office else name

    def _interrupts(self, at: int) -> bool:
        """Say whether a quotation after a verb goes on with one: "The mayor, X said, “is”"."""
        for index in range(at, min(len(self.word) - 2, at + ASIDE)):
            if self.key[index] == "," and index + 1 in self.document.quote_at:
                opens = self.word[index + 2]
                return opens.is_word and not opens.upper and self.phrases.is_verb(index + 2)
        return False

    def _is_office(self, first: int, end: int) -> bool:
        """Say whether a stretch is a noun phrase for somebody, each word of it known as such."""
        if not self.word[first].bits & (w.DET | w.HEADS):
            return False
        stop = next((i for i in range(first, end) if self._leads_away(i)), end)
        if not any(self.word[i].bits & (w.ROLE | w.BODY | w.TITLE) for i in range(first, stop)):
            return False  # "most of them in customer support"
        led = False
        for index in range(first, end):
            word = self.word[index]
            led = led or bool(word.bits & w.PREP)
            plain = word.is_word and not word.upper
            acts = word.bits & (w.VERB | w.AUX | w.TIME) and not word.bits & w.HEADS
            if plain and (acts or not (word.bits or led)):
                return False
            if plain and not word.bits & w.ADJ and word.key.endswith(self.grammar.verb_endings):
                return False
        return True

    def _leads_away(self, index: int) -> bool:
        """Say whether a preposition in small letters stands at a token."""
        return bool(self.word[index].bits & w.PREP) and not self.word[index].upper

    def _without_tail(self, verb: int, begin: int) -> int:
        """Return the end of what stands before a verb, adverbs and times before it left out."""
        end = verb
        while end > begin:
            word = self.word[end - 1]
            if word.bits & w.TIME and self.phrases.is_owned(end - 1):
                break  # "Le Soir"
            if self.phrases.is_day(end - 1, begin):
                end, word = end - 1, self.word[end - 2]  # "The court on March 3 said"
            if word.bits & (w.ADV | w.TIME | w.NEG) and not word.bits & (w.PRON | w.ROLE):
                end -= 1
                if end > begin and self.word[end].bits & w.TIME:
                    while (
                        end > begin + 1
                        and self.word[end - 1].bits & (w.PREP | w.NUM | w.TIME | w.DET | w.ADJ)
                        and not self.word[end - 1].bits & (w.PRON | w.HEADS)
                    ):
                        end -= 1
                if end - 1 > begin and self.key[end - 1] == "," and self._is_aside(end, begin):
                    end -= not self._is_apposition(end - 1, begin)
                continue
            if self.key[end - 1] == "," and self._closes_aside(end - 1, begin):
                end -= 1
                continue
            break
        return end

    def _without_way(self, end: int, begin: int) -> int:
        """Return the token after the comma before where it was said: "X, in a statement said"."""
        if not self.grammar.title_case:
            return end
        low = max(begin, end - WAY)
        comma = next((i for i in range(end - 1, low, -1) if not self.word[i].is_word), begin)
        led = comma > begin and self.key[comma] == "," and self.word[comma + 1].bits & w.PREP
        if not led or not any(self.word[i].upper for i in range(begin, comma)):
            return end
        how = w.OCCASION | w.POST | w.DOC
        told = any(self.word[i].bits & how for i in range(comma + 2, end))
        return comma + 1 if told and self.phrases.is_bare((comma + 1, end)) else end

    def _closes_aside(self, comma: int, begin: int) -> bool:
        """Say whether a comma closes an aside of adverbs and times alone."""
        at = comma
        between = w.ADV | w.TIME | w.NUM | w.PREP
        while at > begin and self.word[at - 1].is_word and self.word[at - 1].bits & between:
            at -= 1
        told = any(self.word[i].bits & (w.ADV | w.TIME) for i in range(at, comma))
        return told and begin < at < comma and self.key[at - 1] == ","

    def _is_apposition(self, comma: int, begin: int) -> bool:
        """Say whether a comma closes what is said of the subject: "X, 71, also told"."""
        opens = next((i for i in range(comma - 1, begin, -1) if self.key[i] in _MARKS), begin)
        return self.key[opens] == "," and self._kind(opens + 1, comma) in ("noun", "addition")

    def _is_aside(self, end: int, begin: int) -> bool:
        """Say whether a comma before an adverb parts it from the subject ("X, however, said")."""
        return end < len(self.key) and bool(self.word[end].bits & (w.ADV | w.TIME))

    def _stretch(self, end: int, begin: int) -> int:
        """Return where the words before a verb begin: at a mark, a clause, a conjunction."""
        at = end
        while at > begin:
            index = at - 1
            word = self.word[index]
            if not word.is_word:
                named = self.document.quote_before(at)
                if named is not None and self.document.nickname(named.open):
                    at = named.open
                    continue
                if self.key[index] in self._inside:
                    at -= 1
                    continue
                if self.key[index] == ")":
                    opened = next((i for i in range(index, max(begin, index - 9), -1)
                                   if self.key[i] == "("), None)  # fmt: skip
                    if opened is not None:
                        at = opened
                        continue
                quote = self.document.quote_over(index)
                if quote is not None and quote.closed and quote.close == index:
                    if quote.open > begin and self.phrases._is_name(quote.open, end):
                        at = quote.open
                        continue
                break
            if word.bits & (w.COMP | w.SUB) and not word.upper:
                if index > begin and self.document.is_relative(index):
                    at -= 1
                    continue  # "the firm that runs the port said"
                of = self.word[min(index + 1, end - 1)].bits & w.PREP  # "because of policy"
                if not word.bits & w.PREP or (word.bits & w.SUB and index > begin + 1 and not of):
                    break
            if word.bits & w.REFLEX and self._is_doing(index + 1, end):
                at -= 1
                continue  # "a source s'exprimant sous couvert d'anonymat"
            if self._opens_clause(index, begin):
                break
            if word.bits & w.CONJ and not self._is_joined(index, end, begin):
                break
            if word.bits & w.PRON and not word.bits & w.DET:
                led = index > begin and self.word[index - 1].bits & w.PREP
                if index + 1 < end and self.word[index + 1].bits & w.PREP and word.bits & w.OBJ:
                    at -= 1
                    continue  # "who made it to hospital"
                if not (led and (word.bits & w.OBJ or self._is_ground(index))):
                    return index
            at -= 1
        return at

    def _is_doing(self, index: int, end: int) -> bool:
        """Say whether a gerund stands at a token, which adds to the noun before it."""
        return index < end and self.key[index].endswith(self.grammar.gerund_endings)

    def _is_joined(self, index: int, end: int, begin: int) -> bool:
        """Say whether a conjunction joins two nouns of a subject, and not two clauses."""
        if index + 1 >= end or index <= begin:
            return False
        following, before = self.word[index + 1], self.word[index - 1]
        if following.bits & (w.PRON | w.AUX | w.SUB) or not before.is_word:
            return False
        first = index
        while first > begin and self.word[first - 1].is_word:
            first -= 1
        clause = range(first, index)
        if any(self.phrases.is_verb(i) and not self.word[i].bits & w.HEADS for i in clause):
            relative = any(self.word[i].bits & w.REL for i in clause)
            return relative and not following.bits & w.DET
        return True

    def _phrase(self, first: int, end: int, begin: int) -> Range | None:
        """Return the noun phrase in the words before a verb: what leads to it left out."""
        if first < end - 1 and self.key[first] in self._placing:
            first += 1  # "an interview, where the minister said"
        while (
            first < end
            and self.word[first].bits & (w.CONJ | w.ADV | w.LINK | w.SUB | w.TIME)
            and not self.word[first].bits & (w.PRON | w.DET | w.HEADS)
        ):
            first += 1
        first = self._past_time(first, end)
        while first < end and not self.word[first].is_word and first not in self.document.quote_at:
            first += 1
        if first >= end:
            return None
        first = self._past_date(self._past_claim(first, end), end)
        leads = self.word[first].bits & w.PREP and (not self.word[first].upper or first == begin)
        if leads and not self._is_some(first, end):
            after = self._after_adjunct(first, end)
            if after is None:
                return None
            first = self._past_relative(after, end)
        span = (first, end)
        if end - first > 2 and self.key[end - 1] in self._tonic:
            return span if self.phrases.end(first, end) == end else (end - 1, end)
        if not self.phrases.is_bare(span):
            later = self._after_verb(first, end)
            if later is None:
                return None
            span = (later, end)
        if not self.phrases.starts(span[0], span[1]):
            return None
        return span

    def _past_claim(self, first: int, end: int) -> int:
        """Return the token after what somebody rejects: "…, a claim the ministry rejected"."""
        own = self.grammar.own_voice.match(self.word, first, end)
        at = own.end if own is not None and self.word[first].bits & w.INDEF else first
        return at if at < end and self.phrases.starts(at, end) else first

    def _is_some(self, first: int, end: int) -> bool:
        """Say whether an article stands where a preposition may: "des / de nombreux experts"."""
        if not self.word[first].bits & w.INDEF or first + 1 >= end:
            return self.phrases.is_some(first, end)
        noun = self.word[first + 1]
        none = w.TIME | w.NUM | w.DET | w.PREP | w.PRON | w.REL | w.CONJ
        return noun.is_word and not noun.bits & none and not noun.upper

    def _past_time(self, first: int, end: int) -> int:
        """Return the token after a time that leads to a subject: "Last week X", "That day the"."""
        at = first + 1
        led = self.word[first].bits & (w.DET | w.ADJ | w.OTHER)
        if not led or at >= end or not self.word[at].bits & w.TIME or self.word[at].upper:
            return first
        while at < end and self.word[at].bits & w.TIME and self.word[at].is_word:
            at += 1
        return at if at < end and (self.word[at].upper or self.word[at].bits & w.DET) else first

    def _after_adjunct(self, first: int, end: int) -> int | None:
        """Return where the subject begins after a phrase with a preposition before it."""
        at = first
        while at < end and self.word[at].bits & w.PREP:
            dated = self._past_date(at, end) if self.grammar.title_case else at
            stop = dated if dated > at else self.phrases.end(at + 1, end)
            if stop <= at + 1:
                if at + 2 == end and self._is_ground(at + 1):
                    return None
                stop = at + 1
                while stop < end and self.word[stop].bits & (w.TIME | w.NUM | w.ADV):
                    stop += 1
            at = self._past_participle(stop, end)
        while (
            at < end and self.word[at].bits & (w.TIME | w.ADV) and not self.word[at].bits & w.PRON
        ):
            at += 1
        if at < end:
            return at
        name = self._name_behind(first, end)
        if name is not None:
            return name
        # one phrase in all: what follows the time or the first noun begins with a capital
        for index in range(end - 1, first, -1):
            if self.word[index].bits & w.DET and not self.word[index - 1].bits & (
                w.PREP | w.CONJ | w.DET
            ):
                return index
        return None

    def _name_behind(self, first: int, end: int) -> int | None:
        """Return where a name begins after a phrase without a comma: "In the interview | Poe"."""
        at = end
        while at > first and (
            self.word[at - 1].upper or (at < end and self.word[at - 1].bits & (w.ROLE | w.TITLE))
        ):
            at -= 1
        if self.grammar.drops_subject and at < end:
            given = (i for i in range(at, end - 1) if self.word[i].bits & w.GIVEN)
            return next((i for i in given if not self.word[i - 1].bits & (w.ROLE | w.TITLE)), None)
        if at == end or at <= first + 1 or not self.grammar.title_case:
            return None
        before = self.word[at - 1]
        none = w.DET | w.PREP | w.ADJ | w.CONJ | w.HEADS | w.NUM | w.GENITIVE
        plain = before.is_word and (not before.bits & none or before.bits & (w.OCCASION | w.POST))
        return at if plain else None

    def _after_verb(self, first: int, end: int) -> int | None:
        """Return where the phrase right before a verb begins, a clause before it passed over."""
        for index in range(end - 1, first - self.grammar.free, -1):
            bits = self.word[index].bits
            if bits & w.AUX and not self.word[index].upper:
                after = index + 1
                begins = w.DET if not self.grammar.free else w.DET | w.GIVEN | w.TITLE
                return after if after < end and self.word[after].bits & begins else None
        return None

    def _antecedent(self, relative: int, begin: int, *, told: bool = False) -> Range | None:
        """Return what a relative stands for after a comma, or where they `told` somebody."""
        end = relative
        if end > begin and self.word[end - 1].bits & w.PREP and self.word[end - 1].is_word:
            end -= 1
        if end > begin and self.key[end - 1] != "," and not told:
            return None  # which of them it is, not what they said
        if end > begin and self.key[end - 1] == ",":
            end -= 1
        if end <= begin:
            return None
        somebody = self._brought_in(relative, end, begin) or self._just_before(end, begin)
        if somebody is not None:
            return somebody
        first = self._stretch(end, begin)
        span = self._phrase(first, end, begin)
        if span is None and told:
            articles = (i for i in range(end - 1, begin, -1) if self.word[i].bits & w.DET)
            at = next(articles, end)
            span = (at, end) if at < end and self.phrases.end(at, end) == end else None
        if span is None and self.grammar.title_case:
            span = self._last_phrase(end, first)
        if span is None:
            return None
        if span[0] > begin + 1 and self.key[span[0] - 1] == ",":
            wider = self._over_commas(end, begin)
            if wider is not None:
                return wider
        person = self._person_before(relative, span)
        if person is not None:
            return person
        gerund = self.word[span[0]]
        if (
            not self.grammar.has_infinitives
            and gerund.key.endswith(self.grammar.gerund_endings)
            and not gerund.upper
            and not gerund.bits & w.HEADS
            and self.phrases.starts(span[0] + 1, end)
        ):
            return (span[0] + 1, end)  # "angering X, who"
        # the last noun phrase: after a verb's object, or a preposition
        led = self.word[span[0]].bits & (w.SPEAKTO | w.PASSIVE)
        agent = next((i for i in range(end - 1, span[0], -1) if self.key[i] in self._agents), None)
        if agent is not None and self.word[agent - 1].bits & w.PASSIVE and agent + 1 < end:
            return (agent + 1, end)  # "a figure confirmed by the board, which"
        if not any(
            self.word[i].bits & (w.ROLE | w.PERSON | w.BODY | w.MEDIA | w.DOC) or self.word[i].upper
            for i in range(span[0], min(span[0] + 4, end))
        ):
            for index in range(end - 1, span[0], -1):
                if self.word[index].bits & w.PREP and not self.word[index].upper:
                    return (index + 1, end)
        for index in range(end - 1, span[0], -1):
            if self.word[index].bits & w.DET and (led or not self.word[index - 1].bits & w.PREP):
                return (index, end)
        return span

    def _over_commas(self, comma: int, begin: int) -> Range | None:
        """Return a subject that appositions and relative clauses part from its verb."""
        end = comma
        first = self._segment(end, begin)
        for _ in range(STRETCHES):
            if (kind := self._kind(first, end)) == "clause":
                return None
            more = first - 1 > begin and self.key[first - 1] == ","
            if kind == "pronoun" and more and self._is_named(first - 1, begin):
                first, end = self._segment(first - 1, begin), first - 1  # "X, she, says"
                continue
            if kind in ("noun", "name", "pronoun"):
                if self.phrases.is_governed(first):
                    return None  # "Assumiu | a culpa, pediu desculpa"
                if more and kind != "pronoun":
                    before = self._segment(first - 1, begin)
                    if self._kind(before, first - 1) == "pronoun" and self.grammar.renames:
                        return (before, first - 1)  # "Celui-ci, bon prince, relativise"
                    if self._goes_before(before, first - 1, kind, end - first):
                        first, end = before, first - 1
                        continue
                start = self._leading(first, end, begin)
                return None if start is None else (start, self._without_asides(start, comma))
            if not more:
                return None
            first, end = self._segment(first - 1, begin), first - 1
        return None

    def _without_asides(self, first: int, end: int) -> int:
        """Return where a subject ends without how and where it spoke: "X, speaking in Y, said"."""
        while True:
            start = self._segment(end, first)
            if start <= first + 1 or self.key[start - 1] != ",":
                return end
            match = self.grammar.adjuncts.match(self.word, start, end)
            linking = match is not None and not match.open and match.end == end
            if not linking and (self.grammar.renames or not self._tells_how(start)):
                return end
            end = start - 1  # "A distribuidora, por sua vez, rebate que"

    def _tells_how(self, index: int) -> bool:
        """Say whether an aside opens at a token that tells no more of whom it stands beside."""
        word = self.word[index]
        if word.upper or word.bits & (w.DET | w.REL | w.HEADS):
            return False
        if word.bits & w.PREP:
            return self.key[index] not in self._describing
        doing = word.key.endswith(self.grammar.gerund_endings)
        return doing or bool(word.bits & (w.SPEAKTO | w.SUB | w.RELAYED))

    def _is_named(self, end: int, begin: int) -> bool:
        return self._kind(self._segment(end, begin), end) in ("noun", "name")

    def _goes_before(self, first: int, end: int, kind: str, size: int) -> bool:
        """Say whether a stretch is what the one after it is in apposition to."""
        before = self._kind(first, end)
        if self.grammar.renames and end - first == 1 and first in self._starts:
            word = self.word[first]
            after = self.word[min(end + 1, len(self.word) - 1)]
            if not word.bits & ~w.ADJ and after.bits & (w.DET | w.TITLE):
                return False  # "Sceptique, le professeur X pointe"
        if before == "addition":
            return first > 0 and self.key[first - 1] == "," and not self._follows_time(first - 1)
        if before not in ("noun", "name"):
            return False
        heads = any(self.word[i].bits & (w.HEADS | w.TITLE) for i in range(first, end))
        if kind == "name":  # "the harbourmaster, Moira Tennant,"
            return before == "name" or heads or bool(self.word[first].bits & w.DET)
        return before == "name" or heads

    def _segment(self, end: int, begin: int) -> int:
        """Return where the stretch begins that ends at a token."""
        at = end
        while at > begin:
            index = at - 1
            if self.key[index] in _MARKS:
                if self.key[index] == ")":
                    opened = next((i for i in range(index, max(begin, index - 9), -1)
                                   if self.key[i] == "("), None)  # fmt: skip
                    if opened is not None:
                        at = opened
                        continue
                break
            quote = self.document.quote_over(index)
            if quote is not None and quote.closed and quote.close == index:
                if not self.phrases._is_name(quote.open, end):
                    inside = (
                        quote.open > begin
                        and quote.after <= end
                        and (self.word[quote.open - 1].is_word or quote.after < end)
                    )
                    if not inside:
                        break
                at = quote.open
                continue
            at -= 1
        return at

    def _kind(self, first: int, end: int) -> str:
        """Tell what a stretch between commas is: noun, name, pronoun, addition or clause."""
        while first < end and not self.word[first].is_word and first not in self.document.quote_at:
            first += 1
        if first >= end:
            return "addition"
        word = self.word[first]
        bits = word.bits
        if bits & w.REL or bits & w.SPEAKTO:
            return "addition"
        if self._is_as_said(first, end):
            return "addition"  # "X, come riporta il giornale, ha detto"
        if bits & w.COMP and self.key[end - 1] in self._sights:
            return "addition"  # "the report, which X has been able to consult, says"
        if bits & w.REFLEX and end - first > 1 and not bits & w.TITLE:
            return self._kind(first + 1, end)  # "s'exprimant devant la presse"
        if word.key[:1].isdigit() and end - first <= 3:
            return "addition"
        if any(cue.form & w.GERUND for cue in word.cues) and not word.upper:
            return "addition"
        opens = not first or not self.word[first - 1].is_word
        if (
            self.key[first].endswith(self.grammar.gerund_endings)
            and (not word.upper or (opens and (end - first == 1 or self._governs(first))))
            and not bits & (w.HEADS | w.DET | w.PREP)
        ):
            return "addition"
        if bits & w.ADV and not bits & (w.DET | w.PRON | w.CONJ):
            return "addition" if end - first <= 2 else self._kind(first + 1, end)
        if bits & w.TIME and not bits & (w.DET | w.HEADS) and not word.upper and end - first > 2:
            return self._kind(first + 1, end)  # "aujourd'hui retiré à X"
        if bits & w.PRON and end - first == 1:
            return "pronoun"
        if bits & w.SUB and not bits & w.PREP:
            bare = end - first > 1 and self.phrases.is_bare((first + 1, end))
            return self._kind(first + 1, end) if bare else "clause"
        if word.key in self._including:
            return "addition"  # "soit 65 sur 89"
        if (
            bits & w.PREP
            and (not word.upper or first in self._starts)
            and not (bits & w.INDEF and self.word[first + 1].bits & (w.ADJ | w.HEADS))
            and not self.phrases.is_some(first, end)
        ):
            short = end - first <= 8
            aside = end < len(self.key) and self.key[end] == "," and self.key[first - 1] == ","
            bare = aside and end - first <= LONG and self.phrases.is_bare((first, end))
            return "addition" if short or bare else "clause"
        opens = first in self._starts and end - first > 1 and self.grammar.opens_as_verb(word)
        if opens or not self.phrases.is_bare((first, end)):
            return "clause"  # "Assumiu a culpa, pediu desculpa"
        if bits & w.CONJ:
            return self._kind(first + 1, end)
        led = first + 1 < end and bool(
            self.key[first + 1] in self._agents or self.word[first + 1].bits & w.PREP
        )
        if led and not word.upper and any(cue.form & w.PAST for cue in word.cues):
            return "addition"  # "dévoilée par la ministre", "quoted on the exchange"
        if bits & (w.VERB | w.PASSIVE) and not word.upper and not bits & w.HEADS:
            return "addition"  # "based in", "backed by"
        words = [self.word[i] for i in range(first, end) if self.word[i].is_word]
        if (
            word.upper
            and all(o.upper or o.bits & w.PARTICLE for o in words)
            and (first > 0 or len(words) > 1)
        ):
            return "name"
        return "noun"

    def _governs(self, participle: int) -> bool:
        """Say whether a participle at a sentence's head governs what follows: "Reacting to the"."""
        return bool(self.word[participle + 1].bits & (w.PREP | w.DET))

    def _leading(self, first: int, end: int, begin: int) -> int | None:
        """Return where the subject begins in its first stretch; None where it is no phrase."""
        start = self._stretch(end, first)
        if start > first + 1 and self.word[start - 1].bits & w.SUB and self._is_doing(start, end):
            start = self._stretch(start - 1, first)  # "The mayor while speaking on X, said"
        span = self._phrase(start, end, begin)
        return None if span is None else span[0]

    # -- after the verb ------------------------------------------------------------

    def after(self, index: int, last: int) -> Range | None:
        """Return the subject that stands after its verb; None where none does."""
        if not self.phrases.starts(index, last):
            return None
        end = self.phrases.whole_end(index, last)
        return (index, end) if end > index else None
