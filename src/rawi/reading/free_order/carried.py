"""Who a verb without a subject in its own clause speaks of: somebody in the clause before."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.ends import Ends
from rawi.reading.free_order.phrases import Phrase, Phrases
from rawi.reading.free_order.subjects import Subject, Subjects
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range

#: So many verbs are looked back over for one whose subject a gerund shares.
TRIES: Final = 3
#: So far before its comma the noun begins that a relative clause belongs to, in tokens.
REACH: Final = 14
_SPEAKS: Final = w.ROLE | w.PERSON | w.BODY | w.MEDIA | w.GIVEN


class Carried:
    """Finds the subjects that the verbs of one document share with a clause before theirs."""

    def __init__(self, phrases: Phrases, subjects: Subjects, ends: Ends) -> None:
        self.phrases = phrases
        self.subjects = subjects
        self.ends = ends
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        lists = self.grammar.words_of
        self.joints = lists("contrast") | lists("also")

    def after_contrast(self, begin: int, first: int, told: int) -> Subject | None:
        """Return who the clause before "but" is about: "X came, but did not say"."""
        at = begin - 1
        while at > first and self.key[at] in self.joints:
            at -= 1
        if begin <= first or at == begin - 1 or self.key[at] != ",":
            return None
        verb = next((i for i in range(at - 1, first, -1) if self.phrases.is_verb(i)), None)
        found = self.subjects.before(verb, first, told) if verb is not None else None
        if found is None or found.place or not self.word[found.head].bits & w.HEADS:
            named = found is not None and self.word[found.head].bits & w.GIVEN
            return found if named else None
        return found

    def before_aside(self, begin: int, at: int, first: int, told: int) -> Subject | None:
        """Return who stands before an aside between dashes: "the owner — she is ill — says"."""
        shut = begin - 1
        if shut <= first + 1 or self.key[shut] not in self.grammar.dashes:
            return None
        if not self.subjects.is_empty(begin, at):
            return None
        dash = next((i for i in range(shut - 1, first, -1) if self._is_dash(i)), None)
        if dash is None or not self._is_dash(shut):
            return None
        if self.phrases.document.quote_over(dash) is not None:
            return None
        found = self.subjects.before(dash, self.ends.begin(dash, first, []), told)
        whole = found is not None and found.span[1] == dash and not found.place
        return found if whole else None

    def of_asked(self, begin: int, first: int, told: int) -> Subject | None:
        """Return who was asked something before a comma: "X, asked whether it rains, said"."""
        polled = self.grammar.words_of("polled") if self.grammar.drops_subject else ()
        phrase = self.phrases.read(first, begin, c.NOMINATIVE) if polled else None
        if phrase is None or phrase.last + 1 >= begin or not self.subjects.agrees(phrase, told):
            return None
        at = phrase.last + (self.key[phrase.last] == ",")
        if self.key[at] not in polled:
            return None
        return Subject(phrase.span, phrase.head)

    def _is_dash(self, index: int) -> bool:
        """Say whether a dash stands apart from the words beside it."""
        return self.key[index] in self.grammar.dashes and self.ends.is_spaced(index)

    def in_a_row(self, at: int, first: int, told: int) -> Subject | None:
        """Return who the clause before a comma is about: "X came to the city, said that …"."""
        while at > first and self.word[at - 1].bits & (w.ADV | w.CONJ):
            at -= 1
        return self.of_main(at - 1, first, told) if at > first and self.key[at - 1] == "," else None

    def of_relative(self, at: int, first: int, told: int) -> Subject | None:
        """Return who a verb speaks of that a relative pronoun leads to.

        The noun before the comma where the pronoun is its subject ("X, who said"), the subject
        of the clause before where it stands behind a preposition ("a letter in which he asked").
        """
        comma = self._comma(at, first)
        if comma is None:
            return None
        lead, behind = self.word[comma + 1], self.word[comma + 2]
        if lead.bits & w.REL and self.grammar.is_adjective(lead):
            return self.antecedent(comma, first, comma + 1)
        if lead.bits & w.REL:  # "to the city hall, where they asked"
            return self.of_main(comma, first, told)
        if lead.bits & w.PREP and behind.bits & (w.REL | w.WH):
            if self.subjects.is_empty(comma + 3, at):
                return self.of_main(comma, first, told)
        return None

    def _comma(self, at: int, first: int) -> int | None:
        """Return the comma before the clause of a verb; None where no clause begins there."""
        for index in range(at - 1, max(first, at - REACH), -1):
            if self.key[index] == ",":
                return index if index + 2 <= at else None
            if not self.word[index].is_word:
                return None
        return None

    def antecedent(self, comma: int, first: int, at: int) -> Subject | None:
        """Return the noun before a comma that a pronoun or a participle at a token belongs to."""
        number = self.phrases.mask(at)
        if self.word[at].bits & w.REL:
            if not number & c.NOMINATIVE:
                return None
            genders = c.genders_in(number & c.NOMINATIVE) or c.PLURAL
        else:
            genders = number  # a participle stands in the case of its noun
        best: Subject | None = None
        for start in range(comma - 1, max(first - 1, comma - REACH), -1):
            if not self.word[start].is_word and start not in self.phrases.quote_at:
                break
            phrase = self.phrases.read(start, comma, c.ANY)
            if phrase is None or phrase.last != comma or not phrase.mask & genders:
                continue
            if self._may_speak(phrase):
                best = Subject(phrase.span, phrase.head)
        return best

    def _may_speak(self, phrase: Phrase) -> bool:
        word = self.word[phrase.head]
        return bool(word.bits & _SPEAKS) or (
            phrase.named and not word.bits & (w.PLACE | w.DOC | w.OCCASION)
        )

    def of_main(self, at: int, first: int, told: int = 0) -> Subject | None:
        """Return the subject of the nearest finite verb before a token that has one."""
        found = self._nearest(at, first, told)
        return found[0] if found is not None else None

    def _nearest(self, at: int, first: int, told: int) -> tuple[Subject, int] | None:
        """Return such a subject with the features of its verb."""
        verbs: list[int] = []
        index = first
        while index < at:
            quote = self.phrases.quote_at.get(index)
            if quote is not None:
                index = quote.after
                continue
            if self.phrases.is_verb(index) and not self.word[index].upper:
                verbs.append(index)
            index += 1
        for verb in verbs[: -TRIES - 1 : -1]:
            own = self.grammar.verb_features(self.key[verb])
            if told and own and not self._may_share(told, own):
                continue
            begin = self.ends.begin(verb, first, [])
            found = self.subjects.before(verb, begin, own) or self.subjects.after(verb + 1, at, own)
            if found is not None and not found.place:
                return found, own
        return None

    def _may_share(self, one: int, other: int) -> bool:
        """Say whether two verbs with these features may have one subject."""
        if bool(one & w.PLUR) != bool(other & w.PLUR):
            return False
        genders = w.MASC | w.FEM | w.NEUT
        return not one & genders or not other & genders or bool(one & other & genders)

    def _doing(self, at: int, first: int) -> tuple[Subject, int] | None:
        """Return who does what the verb at a token tells, a verb of no table too."""
        own = self.grammar.verb_features(self.key[at])
        if not own or self.grammar.mask_known(self.word[at]):
            return None
        found = self.subjects.before(at, self.ends.begin(at, first, []), own)
        return (found, own) if found is not None and not found.place else None

    def uttered(self, at: int, bounds: Range, drafts: list[Draft]) -> Draft | None:
        """Return the draft of "left with the words “…”": who left says so."""
        first, last = bounds
        behind = at + 1 + (at + 1 < last and self.key[at + 1] in self.grammar.colons)
        quote = self.phrases.quote_at.get(behind)
        if quote is None or quote.after > last:
            return None
        led = bool(self.word[at - 1].bits & w.PREP)
        if not led and not self.phrases.mask(at) & c.INSTRUMENTAL & c.SINGULAR:
            return None  # "got off with the phrase “…”"
        if any(a <= quote.open < b for draft in drafts for a, b in draft.content):
            return None
        found = self._nearest(at - 1, first, 0) if led else self._doing(at - 1, first)
        if found is None:
            return None
        subject, told = found
        return Draft([(at - led, at + 1)], [(quote.open, quote.after)], "words", 0, features=told,
                     source=subject.span, opening="quote", around=bounds)  # fmt: skip
