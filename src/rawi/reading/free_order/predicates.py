"""Any verb of somebody's before a colon and a quotation: "the coach was pleased: “…”"."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.ends import Ends
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.free_order.subjects import Subject, Subjects
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range

#: A quotation that a verb of no table leads to has so many words: fewer are a name.
WORDS: Final = 3
#: Verbs are looked for so far before the colon, in tokens.
REACH: Final = 24


class Predicates:
    """Reads the quotations of one document that a colon joins to what their speakers do."""

    def __init__(self, phrases: Phrases, subjects: Subjects, ends: Ends) -> None:
        self.phrases = phrases
        self.subjects = subjects
        self.ends = ends
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        lists = phrases.grammar.words_of
        self._titled, self._short = lists("titled"), lists("short_adjectives")
        self._moods = lists("moods")

    def before(self, colon: int, bounds: Range, drafts: list[Draft]) -> Draft | None:
        """Return the draft of the quotation after a colon, where somebody's verb leads to it."""
        first, last = bounds
        quote = self.document.quote_at.get(colon + 1)
        if quote is None and colon > first and self.key[colon - 1] in self._moods:
            return self._in_mood(colon, bounds, drafts)
        if quote is None or self.key[colon - 1] in self._titled or quote.after < last - 1:
            return None
        if self.document.tokens.count_words(quote.open, quote.close) < WORDS:
            return None
        begin = self.ends.begin(colon, first, drafts)
        for draft in drafts:
            held = any(a <= quote.open < b for a, b in draft.content)
            if held or any(begin <= a < colon for a, _ in draft.cue):
                return None
        for at in range(max(begin, colon - REACH), colon):
            found = self._done(at, begin, colon)
            if found is not None:
                told = self.grammar.verb_features(self.key[at])
                negated = at > begin and bool(self.word[at - 1].bits & w.NEG)
                return Draft([(at - negated, at + 1)], [(quote.open, quote.after)], "verb", 0,
                             source=found.span, opening="colon", features=told,
                             around=(begin, last))  # fmt: skip
        return None

    def _in_mood(self, colon: int, bounds: Range, drafts: list[Draft]) -> Draft | None:
        """Return the draft of "the analyst is sceptical: rates will rise"."""
        first, last = bounds
        begin = self.ends.begin(colon - 1, first, drafts)
        if any(begin <= a < colon for draft in drafts for a, _ in draft.cue):
            return None
        cue = colon - 1
        while cue > begin + 1 and self.word[cue - 1].bits & w.ADV and not self.word[cue - 1].upper:
            cue -= 1
        verb = cue - (cue > begin + 1 and self.phrases.is_verb(cue - 1))
        told = next((one.features for one in self.word[colon - 1].cues), 0)
        subject = self.subjects.before(verb, begin, told)
        people = w.ROLE | w.PERSON | w.PRON | w.GIVEN
        if subject is None or subject.place or colon + 1 >= last:
            return None
        named = any(self.word[i].bits & people for i in range(*subject.span))
        if not named and not self.phrases.is_proper(subject.head):
            return None
        return Draft([(cue, colon)], [(colon + 1, self.ends.clause(colon + 1, last))], "verb", 0,
                     source=subject.span, opening="colon", features=told,
                     around=(begin, last))  # fmt: skip

    def _done(self, at: int, begin: int, colon: int) -> Subject | None:
        """Return who does what a token tells, a person or a body, where it is a finite verb."""
        word = self.word[at]
        told = self.grammar.verb_features(self.key[at])
        if not told or word.upper or word.bits & ~w.VERB or at == begin == colon - 1:
            return None
        if not word.bits & w.VERB and self.grammar.mask_known(word):
            return None
        subject = self.subjects.before(at, begin, told) or self.subjects.after(at + 1, colon, told)
        if subject is None or subject.place:
            return None
        bits = self.word[subject.head].bits
        named = any(self.word[i].upper and self.grammar.given(self.word[i])
                    for i in range(*subject.span))  # fmt: skip
        negated = at > begin and bool(self.word[at - 1].bits & w.NEG)  # "did not hide her tears"
        if bits & w.FIRST or (not negated and self._has_object(at, subject, colon)):
            return None
        return subject if named or bits & (w.ROLE | w.PERSON | w.PRON) else None

    def _has_object(self, at: int, subject: Subject, colon: int) -> bool:
        """Say whether a noun that the verb governs stands before the colon: "saw a sign: “…”"."""
        index = at + 1
        while index < colon:
            if subject.span[0] <= index < subject.span[1]:
                index = subject.span[1]
                continue
            if self.word[index].bits & w.PREP:
                end = self.phrases.complement(index, colon)
                index = end if end is not None else index + 1
                continue
            phrase = self.phrases.read(index, colon, c.ACCUSATIVE | c.GENITIVE)
            if phrase is not None and phrase.last == colon:
                head = self.word[phrase.head]
                short = head.bits & w.ADV or head.key in self._short
                return not (short or self.grammar.is_adjective(head))
            index += 1
        return False
