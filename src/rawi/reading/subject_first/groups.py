"""The verb group around a cue: its auxiliaries, its negation, what it comes to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.deeds import Deeds
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.leading_on import (
    is_called,
    is_habit,
    is_infinitive,
    is_object,
    leads_on,
)
from rawi.reading.subject_first.words import Cue

#: A verb group begins no further before its cue, in tokens.
REACH: Final = 8
#: A word of no more letters may be without a capital in a headline.
NAMELESS: Final = 3
#: An aside between an auxiliary and its verb is no longer than this, in tokens.
ASIDE: Final = 16
#: Words that make an infinitive one that was said begin so near before its mark, in tokens.
SUPPORT: Final = 6


class Group(NamedTuple):
    """A cue in its verb group, `first` and `last` around the words that attribute.

    `kind`: finite, participle, noun or refusal; `verb`: where a subject ends; `negated`: denies.
    """

    first: int
    last: int
    verb: int
    kind: str
    cue: Cue
    negated: bool = False


#: What may begin something between the words of a cue.
_BETWEEN: Final = w.PREP | w.ADV | w.NEG | w.PRON
#: What a noun may be that is written like a form of a verb.
_SKIPPED: Final = w.BE | w.ADV | w.OBJ | w.REFLEX
_NOMINAL: Final = w.DET | w.GENITIVE | w.ADJ
_NAMING: Final = w.HEADS | w.THING | w.OCCASION | w.POST | w.RELAYED


class Groups:
    """Reads the verb groups of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.deeds = Deeds(document)
        words_of = document.grammar.words_of
        self._just_as, self._as_said = words_of("just_as"), words_of("as_said")
        self._tonic = words_of("tonic_pronouns")
        self._clitics = words_of("object_clitics") | words_of("dative_clitics")
        self._only, self._hearsay = words_of("only"), words_of("hearsay_auxiliaries")
        self._agents, self._as = words_of("agents"), words_of("as")
        self._narrating = document.grammar.words_of("narrating")
        self._ordinals = document.grammar.words_of("ordinals")
        self._starts = document.grammar.words_of("narrating_starts")
        self._without = document.grammar.words_of("without")
        self._posted = document.grammar.words_of("gerund_marks")
        self._since = document.grammar.words_of("since")
        self._informing = document.grammar.words_of("informing")
        self._habits = words_of("habitual")
        self._those = words_of("people_pronouns")
        self._tails = document.grammar.words_of("refusal_prepositions")

    def read(self, index: int, begin: int, last: int, *, plain: bool = False) -> Group | None:
        """Return the group of the cue at a token; None where the word attributes nothing here.

        With `plain`, cues that quote or cite somebody are passed over.
        """
        return next(self.all(index, begin, last, plain=plain), None)

    def all(self, index: int, begin: int, last: int, *, plain: bool = False) -> Iterator[Group]:
        """Yield the groups of a token's cues, one for each that may stand here."""
        for cue in self.word[index].cues:
            if plain and cue.governs & w.RELAY:
                continue
            end = self._end(index, cue, last)
            if end is not None:
                found = self._group(index, end, begin, last, cue)
                if found is not None:
                    yield found

    def _end(self, index: int, cue: Cue, last: int) -> int | None:
        """Return the token after a cue of one or several words; None where it is not there."""
        end = index + 1
        for key in cue.rest:
            if end < last and self.key[end] != key:
                if not self.word[end].bits & _BETWEEN:
                    return None
                end = self._past_between(end, key, last)
            if end >= last or self.key[end] != key:
                return None
            end += 1
        return None if cue.rest and self._is_day(end - 1, last) else end  # "called on Monday"

    def _past_between(self, at: int, key: str, last: int) -> int:
        """Return the token after a day or adverbs between the words of a cue."""
        if self._is_day(at, last) and at + 2 < last and self.key[at + 2] == key:
            return at + 2  # "called on Monday for"
        begin = at
        while at < last and self.key[at] != key and self._stands_between(at):
            at += 1
            if at > begin + 2:
                return last
        return at

    def _is_day(self, at: int, last: int) -> bool:
        """Say whether a preposition and a day stand at a token: "on Monday"."""
        if at + 1 >= last or not self.word[at].bits & w.PREP:
            return False
        return self.word[at + 1].upper and bool(self.word[at + 1].bits & w.TIME)

    def _stands_between(self, index: int) -> bool:
        """Say whether a word may stand inside a set phrase: an adverb, a pronoun ("fait-il")."""
        bits = self.word[index].bits
        return bool(bits & (w.ADV | w.NEG) or (bits & w.PRON and not self.key[index][:1].isalnum()))

    def _group(self, index: int, end: int, begin: int, last: int, cue: Cue) -> Group | None:
        if cue.form & (w.NOUN | w.ADJECTIVE) and not cue.form & ~(w.NOUN | w.ADJECTIVE):
            return Group(index, end, index, "noun", cue)
        aux, first = self._auxiliaries(index, begin)
        while end < last and self.document.hangs(end):  # "queixou | -se"
            aux |= self.word[end].bits & w.REFLEX
            end += 1
        if self.key[index].endswith(self.grammar.future_endings) and not self.deeds.is_told_later(
            first
        ):
            return None
        if self._is_hearsay(max(begin, first - 1), index, cue):
            return None
        if not aux & w.AUX and cue.form & w.PAST:
            aux, first = self._apart(aux, first, begin)
        negated = bool(aux & w.NEG)
        if not negated and self.deeds.is_past(first, begin, cue):
            return Group(first, end, first - 1, "sharing", cue)
        if bool(aux & w.REFLEX) != bool(cue.governs & w.SELF_SAID):
            return None
        if self.grammar.has_infinitives and cue.form == w.INFINITIVE and not aux & w.AUX:
            return self._infinitive(index, end, first, begin, last, cue)
        if self._is_nominal(index, first, aux, cue) or leads_on(self.document, end, last, cue):
            return None
        if aux & w.INFMARK:
            first = self._supported(first, index, begin)
        kind = self._kind(index, first, aux, cue, end, last)
        if kind is None:
            return None
        if cue.governs & w.REFUSE:
            if cue.governs & w.NEGATED and not negated:
                return None
            return self._refusal(index, end, first, last, cue, kind)
        if (
            self._without
            and index
            and self.key[index - 1] in self._without
            and kind == "participle"
        ):
            negated, first = True, index - 1
        if negated and kind != "noun" and not cue.governs & (w.NEGATED | w.DENIED):
            return None
        if not negated and cue.governs & w.DENIED:
            return None
        if negated:
            cue = cue._replace(governs=cue.governs & ~w.BARE)
        return Group(first, end, first, kind, cue, negated)

    def _is_hearsay(self, first: int, index: int, cue: Cue) -> bool:
        """Say whether it is only rumour: "reportedly said", "aurait dit"."""
        told = self._hearsay if cue.form & w.PAST else ()
        return any(o.bits & w.HEARSAY or o.key in told for o in self.word[first:index])

    def _infinitive(
        self, index: int, end: int, first: int, begin: int, last: int, cue: Cue
    ) -> Group | None:
        """Read an infinitive that was said: with its own subject, or that of the verb before."""
        for patterns, kind in ((self.grammar.sharing, "sharing"), (self.grammar.support, "finite")):
            for start in range(max(begin, index - REACH), index):
                match = patterns.match(self.word, start, index)
                if match is not None and self._only_clitics(match.end, index):
                    if cue.governs & w.REFUSE:
                        return self._refusal(index, end, index, last, cue, kind)
                    return Group(index, end, start, kind, cue)
        mark = self._narrates(index, begin)
        return None if mark is None else Group(mark + 1, end, mark, "finite", cue)

    def _narrates(self, index: int, begin: int) -> int | None:
        """Return the mark of an infinitive that stands for a finite verb: "Et X de conclure"."""
        if index - 1 <= begin or index - begin > 2 * REACH or self.key[begin] not in self._starts:
            return None
        while index - 1 > begin and self.word[index - 1].bits & w.REFLEX:
            index -= 1
        if self.key[index - 1] not in self._narrating:
            return None
        between = self.word[begin + 1 : index - 1]
        told = any(word.bits & (w.AUX | w.PRON) and not word.bits & w.DET for word in between)
        return None if told else index - 1

    def _only_clitics(self, first: int, last: int) -> bool:
        return all(self.word[i].bits & (w.ADV | w.OBJ | w.REFLEX) for i in range(first, last))

    def _auxiliaries(self, index: int, begin: int) -> tuple[int, int]:
        """Return what kinds of auxiliaries stand before a verb, and where they begin."""
        found, at = 0, index
        first = index
        while at > begin and index - at < REACH:
            bits = self.word[at - 1].bits
            if not self.word[at - 1].is_word:
                aside = self._aside(at - 1, begin)
                if aside is None:
                    break
                at = aside
                continue
            if bits & (w.AUX | w.NEG) or self.deeds.is_has(at - 1, index):
                found |= bits & (w.AUX | w.NEG) or w.HAVE
                at -= 1
                first = at
            elif (
                bits & w.INFMARK
                and first == index
                and (
                    at == index or not self.grammar.has_infinitives  # "to furiously deny"
                )
            ):
                found |= w.INFMARK
                at -= 1
                first = at
                break
            elif bits & w.REFLEX:
                found |= w.REFLEX
                at -= 1
                first = at
            elif bits & w.PRON and not self.key[at - 1][:1].isalnum():
                at -= 1  # an inverted pronoun, stuck to its auxiliary
                first = at
            elif bits & w.ADV and not bits & (w.PRON | w.DET | w.PREP):
                at -= 1
            elif self.key[at - 1] in self._since and self.word[at - 2].bits & w.AUX:
                at -= 1  # "has since denied"
            elif bits & w.OBJ and (start := self.deeds.adjunct_before(at, begin)) is not None:
                at = start  # "a quant à lui invité"
            elif (
                bits & w.OBJ
                and self.grammar.proclitic
                and (not self.word[at - 1].upper or self.key[at - 1] in self._clitics)
                and (self.key[at - 1] not in self._tonic)
            ):
                if bits & w.DET and not self._is_clitic(at - 1, index, begin):
                    break
                at -= 1
                first = at
            elif (start := self.deeds.adjunct_before(at, begin)) is not None:
                at = start  # "n'a en revanche pas dit"
            else:
                break
        return found, first

    def _aside(self, comma: int, begin: int) -> int | None:
        """Return where an adverb between commas begins that stands after an auxiliary."""
        if self.key[comma] != "," or comma - 3 < begin:
            return None
        for at in (comma - 2, comma - 3):
            if self.key[at] == ",":
                told = all(self.word[i].bits & w.ADV for i in range(at + 1, comma))
                return at if told and self.word[at - 1].bits & w.AUX else None
        return None

    def _is_clitic(self, at: int, index: int, begin: int) -> bool:
        """Say whether a word that may be an article is a verb's object here."""
        if at + 1 < index and self.word[at + 1].bits & w.AUX:
            return True
        if self.key[at] in self._clitics and at + 1 == index:
            return not self.word[index].bits & _NAMING  # "Los acusó de", not "la denuncia"
        before = self.word[at - 1].bits if at > begin and self.word[at - 1].is_word else 0
        if self.word[at].bits & w.POSS and at + 1 == index:  # "Un témoin leur explique que"
            return not self.word[index].bits & _NAMING or bool(before & w.HEADS)
        as_said = at > begin and self.key[at - 1] in self._as_said
        just_as = at > begin + 1 and self.key[at - 2] in self._just_as  # "ainsi que le dit"
        if as_said or just_as or self._is_elided_object(at, index):
            return True
        return bool(before & (w.PRON | w.NEG | w.REL | w.REFLEX)) and not before & w.PREP

    def _is_elided_object(self, at: int, index: int) -> bool:
        """Say whether an elided article is a pronoun before a verb: "le maire l'assure"."""
        word = self.word[index]
        elided = at + 1 == index and self.key[at][-1] == "'" and not word.bits & _NAMING
        return elided and any(cue.form & w.FINITE for cue in word.cues)

    def _apart(self, aux: int, first: int, begin: int) -> tuple[int, int]:
        """Find the auxiliary of a participle over an aside: "has, for her part, said"."""
        at = first
        if at > begin and self.key[at - 1] == ",":
            commas = (i for i in range(at - 2, max(begin, at - ASIDE), -1) if self.key[i] == ",")
            before = ((i, self.word[i - 1]) for i in commas)
            # no month: "In May, X, head of Y, said"
            comma = next((i for i, o in before if o.bits & w.AUX and not o.upper), None)
            if comma is None:
                return aux, first
            at = comma
        else:
            for start in range(at - 1, max(begin, at - REACH), -1):
                match = self.grammar.adjuncts.match(self.word, start, at)
                if match is not None and not match.open and match.end == at:
                    at = start
                    break
            else:
                return aux, first
            if at > begin and self.word[at - 1].bits & w.ADV:
                at -= 1
        if at <= begin or not self.word[at - 1].bits & w.AUX:
            return aux, first
        found, start = self._auxiliaries(at, begin)
        return (aux | found, start) if found & w.AUX else (aux, first)

    def _is_nominal(self, index: int, first: int, aux: int, cue: Cue) -> bool:
        """Say whether a form of a verb is a noun or an adjective here."""
        if first != index or not index:
            return False
        if self._calls(index, cue):
            return True
        marked = self.key[index - 1] in self._posted and not self.word[index - 2].is_word
        if marked and self.word[index].bits & w.THING:
            return True  # ", en poste à X"
        following = self.word[index + 1] if index + 1 < len(self.word) else None
        if (
            following is not None
            and self.word[index].bits & w.ADJ
            and following.is_word
            and (following.upper or following.bits & (w.HEADS | w.TITLE))
        ):
            return True  # "state Sen. X"
        if self._titles(index):
            return True  # "murder suspect Ann Poe"
        upper = self.word[index - 1].upper and not self.word[index].upper
        if (
            upper
            and self.word[index].bits & w.BODY
            and (following is None or not following.is_word or following.bits & w.PREP)
        ):
            return True  # "Borno state over"
        if following is not None and self.word[index].bits & (w.HEADS | w.THING):
            finite = any(c.form & w.FINITE for c in following.cues) and not following.bits & w.HEADS
            if following.bits & w.AUX or finite:
                return True
        before = self.word[index - 1]
        if is_object(self.document, index):
            return True  # "dismisses press reports"
        if not before.is_word:
            named = self.key[index - 1] == ")" and bool(self.word[index].bits & w.HEADS)
            named = named and not (following is not None and following.bits & w.DET)
            return named or is_called(self.document, self._as, index, cue)
        if (
            self.key[index - 1] in self._ordinals
            and index > 1
            and self.word[index - 2].bits & w.DET
        ):
            return False  # "the third cautioned"
        if self._is_counted(index):
            return True  # "one of the 312 objects"
        if self.deeds.stands_alone(index):
            return False  # "Another said"
        led = index > 1 and self.word[index - 2].bits & w.DET
        follows = self.grammar.adjectives_follow or led
        if (
            before.bits & w.DEMONYM
            and before.upper
            and follows
            and not self.word[index].bits & w.HEADS
        ):
            return False  # "Le Lyonnais indique"
        told = self.grammar.free and before.key in self._as_said  # "según explicó", "Segundo disse"
        adverb = before.bits & w.ADV and not led  # "She then said", not "the then envoy"
        if before.bits & _NOMINAL and not (told or adverb or before.bits & (w.PRON | w.HEADS)):
            after_noun = self.grammar.adjectives_follow and not before.bits & w.DET and index > 1
            plain = not before.bits & w.OTHER or self.word[index].bits & w.HEADS
            plain = plain and bool(self.word[index].bits & (_NAMING | w.ADJ))  # no "L'élue appelle"
            if not after_noun or (self.word[index - 2].bits & (w.DET | w.PREP) and plain):
                return True
            return False
        if index > 1 and self.key[index - 2] in self._those and not before.bits & w.HEADS:
            return False  # "those surveyed said"
        if (
            before.bits & w.VERB
            and not before.bits & (w.AUX | w.HEADS)
            and not (before.cues or (before.upper and index > 1 and self.word[index - 2].upper))
        ):
            return not cue.form & w.GERUND
        if before.bits & w.PREP and not (told or before.bits & w.ADV or cue.form & w.GERUND):
            return before.bits & w.INFMARK == 0
        if not self.word[index].upper or not before.upper or following is None:
            return False
        told = not following.upper and any(cue.form & w.FINITE for cue in following.cues)
        return following.upper or told or self._is_running(index)  # "Mary Hope told"

    def _calls(self, index: int, cue: Cue) -> bool:
        """Say whether a participle gives what something is called: "le marché dit « X » a"."""
        quote = self.document.quote_at.get(index + 1)
        if quote is None or not cue.form & w.PAST or not self.grammar.bare_infinitives:
            return False
        after = self.word[quote.after] if quote.after < len(self.word) else None
        return after is not None and after.is_word and bool(after.bits & (w.AUX | w.NEG))

    def _is_counted(self, index: int) -> bool:
        """Say whether a number stands before a word that may be a plural."""
        before = self.word[index - 1]
        led = index > 1 and before.bits & w.CARDINAL and self.word[index - 2].bits & w.DET
        plural = self.key[index].endswith(self.grammar.plural_endings)
        return plural and bool(before.key[:1].isdigit() or led or self.deeds.is_listed(index))

    def _titles(self, index: int) -> bool:
        """Say whether a noun for somebody stands between a noun and a name."""
        if index + 2 >= len(self.word) or not self.word[index].bits & (w.ROLE | w.PERSON):
            return False
        before = self.word[index - 1]
        plain = before.is_word and not before.bits & (w.PLURAL | w.PRON | w.DET)
        return plain and self.word[index + 1].upper and self.word[index + 2].upper

    def _is_quoted_by(self, at: int, last: int) -> bool:
        """Say whether "by X as" follows "was quoted"."""
        if self.key[at] not in self._agents:
            return False
        return any(self.key[i] in self._as for i in range(at + 2, min(last, at + REACH)))

    def _is_running(self, index: int) -> bool:
        """Say whether a capital stands out after a token: no headline with one in each word."""
        small = w.PREP | w.DET | w.CONJ | w.NUM | w.AUX
        return any(
            word.is_word and not word.upper and not word.bits & small and len(word.key) > NAMELESS
            for word in self.word[index + 1 : index + REACH]
        )

    def _is_noun_of_saying(self, index: int) -> bool:
        """Say whether what may be a participle is a noun here: "a stern warning against"."""
        if index < 2 or not any(cue.form & w.NOUN for cue in self.word[index].cues):
            return False
        told, article = self.word[index - 1], self.word[index - 2]
        plain = told.is_word and not told.upper and not told.bits & ~w.ADJ
        return plain and bool(article.bits & w.INDEF)

    def _kind(self, index: int, first: int, aux: int, cue: Cue, end: int, last: int) -> str | None:
        form = cue.form
        if aux & w.INFMARK:
            supported = not self.word[first].bits & w.INFMARK
            return "finite" if supported and form & w.INFINITIVE else None
        if form & w.GERUND and not aux & w.AUX:
            return None if self._is_noun_of_saying(index) else "participle"
        if form & w.GERUND and aux & w.BE:
            return None if end < last and self.word[end].bits & w.SUB else "finite"
        only = self.key[index - 1] in self._only and form & w.INFINITIVE
        if aux & w.MODAL and only and not aux & w.BE:
            return "finite"  # "would only say that"
        if aux & (w.MODAL | w.HAVE) and not aux & (w.BE | w.NEG) and form & w.INFINITIVE:
            if is_habit(self.document, self._habits, first, end):
                return "finite"
        if aux & w.MODAL:
            return "finite" if aux & w.NEG and not aux & w.BE else None
        if (
            form & w.PAST
            and cue.governs & w.RELAY
            and (aux & w.BE)
            and end < last
            and (self.key[end] in self._as or self._is_quoted_by(end, last))
        ):
            return "quoted"

        if aux & w.BE and aux & w.REFLEX and form & w.PAST:
            return "finite"
        if aux & w.BE and form & w.PAST and self._has_agent(cue, end, last):
            return "agent"
        if aux & w.BE and not aux & w.REFLEX and form & w.PAST:
            return "finite" if cue.governs & w.VIEW else None  # else a passive
        if aux & w.HAVE:
            if not form & w.PAST:
                return None
            having = self.grammar.free and self.key[first].endswith(self.grammar.gerund_endings)
            return "participle" if having else "finite"  # ", tendo solicitado a obra"
        if aux & w.DO:
            return "finite" if form & (w.INFINITIVE | w.FINITE) else None
        if self._goes_on(index, first, cue, end, last):
            return "joined"
        if form & w.FINITE:
            agent = end < last and self.key[end] in self._agents
            passive = agent and form & w.PAST and cue.governs & w.OBJECT
            return None if passive else "finite"
        return None

    def _has_agent(self, cue: Cue, end: int, last: int) -> bool:
        """Say whether "by" follows a passive of a verb with a hearer, or of "described as"."""
        if self.deeds.is_act(cue):
            return self.deeds.has_agent(end, last)
        if not self.grammar.title_case or end + 1 >= last or self.key[end] not in self._agents:
            return False
        return bool(cue.governs & w.HEARER and cue.governs & w.THAT) or bool(cue.needs & self._as)

    def _goes_on(self, index: int, first: int, cue: Cue, end: int, last: int) -> bool:
        """Say whether a participle shares the auxiliary of the verb before it: "et précisé que"."""
        form = cue.form
        if not self.grammar.bare_infinitives or form & w.FINITE or not form & w.PAST or not first:
            return False
        if first != index or self.word[index].upper or not self.word[index - 1].bits & w.CONJ:
            return False
        if end >= last:
            return False
        led = self.word[end].bits
        return bool(
            led & w.COMP
            or (led & w.DET and not led & w.PREP)
            or self.key[end] in cue.preps  # "et appelé à", "et promis de"
            or end in self.document.quote_at
            or self.key[end] in self.grammar.colons
        )

    def _supported(self, mark: int, index: int, begin: int) -> int:
        """Return where words begin that make an infinitive one that was said: "went on to".

        The infinitive's mark where there are none.
        """
        for start in range(max(begin, mark - SUPPORT), mark):
            match = self.grammar.support.match(self.word, start, index)
            if match and all(self.word[i].bits & w.ADV for i in range(match.end, index)):
                return start - bool(start > begin and self.word[start - 1].bits & w.DO)
        return mark

    def _is_act(self, first: int, verb: int) -> bool:
        """Say whether an infinitive after a refusal is something done, and not told."""
        told = self.key[verb] in self._informing or any(
            self.word[i].bits & w.REFLEX for i in range(first, verb)
        )
        return self.grammar.bare_infinitives and bool(self.word[verb].bits & w.INFIN) and not told

    def _is_neither(self, at: int) -> bool:
        """Say whether a conjunction that denies stands at a token."""
        return self.word[at].bits & (w.CONJ | w.NEG) == w.CONJ | w.NEG

    def _refusal(
        self, index: int, end: int, first: int, last: int, cue: Cue, kind: str
    ) -> Group | None:
        """Read "declined to say", with the verb of speech that follows."""
        refused = end
        while refused < last and self.word[refused].bits & w.ADV and (
            not self.word[refused].bits & w.DET
        ):  # fmt: skip
            refused += 1
        if cue.needs and refused < last and self.word[refused].bits & w.DET:
            thing = cue._replace(governs=w.OBJECT)  # "décline tout commentaire"
            return Group(first, refused, first, kind, thing, True)
        at = end
        while at < last and (self.word[at].bits & w.INFMARK or self.key[at] in cue.preps):
            at += 1
        if at == end and not self.grammar.bare_infinitives:
            return None
        while at < last and (self.word[at].bits & _SKIPPED or self._is_neither(at)):
            at += 1
        if at >= last or not self.word[at].is_word or self.word[at].bits & w.HIDDEN:
            return None
        tail, best = at + 1, None
        for spoken in self.word[at].cues:
            length = self._end(at, spoken, last)
            if length is not None and (best is None or length > tail):
                tail, best = length, spoken
        two = at + 1 < last and (self.key[at], self.key[at + 1]) in self.grammar.two_words
        acts = not self.grammar.drops_subject or is_infinitive(self.word[at])
        needed = acts or self.key[at] in cue.needs  # not "evitar accidentes"
        if (best is None and two) or not needed:
            return None  # "refuse toutes les offres"
        if best is None and self._is_act(end, at) and not cue.governs & w.NEGATED:
            acted = cue._replace(governs=w.INF, needs=frozenset())
            return Group(first, end, first, kind, acted, True)  # "refuse de supprimer son message"
        unable = cue.governs & w.NEGATED and self.grammar.bare_infinitives
        unable = unable and not any(self.word[i].bits & w.REFLEX for i in range(end, at))
        if best is None and unable and self.key[at] not in self._informing:
            return None  # "ne peut pas en rester là", not "ne veut pas s'étendre"
        if best is None and self.grammar.title_case and self.key[at] not in self._informing:
            return None  # "refused to stop the car"
        told = w.THAT | w.QUOTE | w.QUESTION | w.DENIED
        done = cue.preps and self.key[at].endswith(self.grammar.gerund_endings)
        if done and (best is None or not best.governs & told):
            return None  # "refrained from attacking": nothing that is told
        if best is None:
            best = cue._replace(governs=w.OBJECT | w.QUESTION | w.THAT | w.ING)
        if tail + 1 < last and self._is_neither(tail) and self.word[tail + 1].cues:
            tail += 2  # "ni confirmer ni infirmer"
        led = self.deeds.past_adverb(tail, last)
        if led < last and (self.key[led] in self._tails or self.key[led] in best.preps):
            tail = led + 1
        takes = best.governs | w.OBJECT | w.QUESTION | w.THAT
        best = best._replace(governs=takes & ~w.BARE, needs=frozenset())
        return Group(first, tail, first, kind, best, True)
