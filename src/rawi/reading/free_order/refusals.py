"""What is asked in a noun ("with the request to"), and what is refused to be said."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order.ends import Ends, may_be_one
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.free_order.subjects import Subjects
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.words import Cue

#: So far after what is not said the refusal may stand, in tokens.
REACH: Final = 40
_SAYING: Final = w.THAT | w.BARE | w.QUOTE | w.QUESTION


class Verb:
    """A cue in a sentence: its tokens, its form, what belongs to it."""

    __slots__ = ("cue", "first", "last", "negated", "outer")

    def __init__(self, first: int, last: int, cue: Cue, negated: bool, outer: Range | None) -> None:
        self.first = first
        self.last = last
        self.cue = cue
        self.negated = negated
        #: the cue's tokens where it is refused: "declined to name"
        self.outer = outer

    @property
    def span(self) -> Range:
        """The tokens of the cue, what refuses it included."""
        first, last = self.outer or (self.first, self.last)
        return min(first, self.first), max(last, self.last)


def shares(drafts: list[Draft], told: int, joined: bool = False) -> Draft | None:
    """Return the draft whose subject a verb without one of its own shares.

    One that "and" has `joined` may stand in another tense.
    """
    for draft in reversed(drafts):
        if draft.kind in ("according", "sourcing", "document"):
            return None
        if draft.outer is None and draft.kind != "nested":
            if draft.features and told and draft.features != told:
                if draft.features & w.PLUR != told & w.PLUR:
                    return None
                apart = not joined or not may_be_one(draft.features, told)
                if draft.source is not None and apart:
                    return None
            return draft
    return None


class Refusals:
    """Reads the requests and refusals of one document."""

    def __init__(self, phrases: Phrases, subjects: Subjects, ends: Ends) -> None:
        self.phrases = phrases
        self.subjects = subjects
        self.ends = ends
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        lists = self.grammar.words_of
        self.refusing, self.reluctant = lists("refusing"), lists("reluctant")
        self.requests, self.withheld = lists("requests"), lists("withheld")
        self._contrast = lists("contrast")
        self._nameable, self._whether = lists("nameable"), lists("whether")
        #: the words that may open a draft here
        self.triggers = self.refusing | self.reluctant | self.requests | self.withheld

    def read(self, at: int, bounds: Range, drafts: list[Draft]) -> Draft | None:
        """Return the draft of a request or a refusal that a token tells."""
        draft: Draft | None = None
        key = self.key[at]
        reluctant = key in self.reluctant and self.word[at - 1].bits & w.NEG
        if (key in self.refusing or reluctant) and at > bounds[0]:
            draft = self.declined(at, bounds, drafts)
        if draft is None and key in self.requests:
            draft = self.requested(at, bounds, drafts)
        if draft is None and key in self.withheld:
            draft = self.no_comment(at, bounds, drafts)
        return draft

    def requested(self, at: int, bounds: Range, drafts: list[Draft]) -> Draft | None:
        """Return the draft of "turned to X with the request to": verb, noun, what is asked."""
        first, last = bounds
        if not self.word[at - 1].bits & w.PREP or at + 1 >= last:
            return None
        verb = next((i for i in range(at - 2, max(first - 1, at - 10), -1)
                     if self.word[i].bits & w.VERB or self.phrases.is_verb(i)), None)  # fmt: skip
        after = self.word[at + 1]
        asks = self.grammar.is_infinitive(after) or after.bits & w.NEG
        if verb is None or not asks:
            return None
        told = self.grammar.verb_features(self.key[verb])
        begin = self.ends.begin(verb, first, drafts)
        subject = self.subjects.before(verb, begin, told) or self.subjects.after(
            verb + 1, last, told
        )
        shared = shares(drafts, told) if subject is None else None
        if subject is None and shared is None:
            return None
        source = subject.span if subject is not None else shared.source if shared else None
        content = (at + 1, self.ends.phrase_end(at + 1, self.ends.clause(at + 1, last)))
        return Draft([(verb, verb + 1), (at - 1, at + 1)], [content], "request", 0, source=source,
                     opening="infinitive", features=told, around=(begin, last),
                     shared=shared is not None)  # fmt: skip

    def no_comment(self, at: int, bounds: Range, drafts: list[Draft]) -> Draft | None:
        """Return the draft of "refrained from comment on X": what is left unsaid."""
        first, last = bounds
        match = self.grammar.refusals.match(self.word, at + 1, last)
        if match is None or match.end >= last:
            return None
        told = self.grammar.verb_features(self.key[at])
        subject = self.subjects.before(at, self.ends.begin(at, first, drafts), told)
        shared = shares(drafts, told) if subject is None else None
        if subject is None and shared is None:
            return None
        content = (match.end, self.ends.phrase_end(match.end, last))
        if self.key[match.end] == ",":
            if not self._asks(match.end + 1, last):
                return None
            content = (match.end + 1, self.ends.clause(match.end + 1, last))
        source = subject.span if subject is not None else shared.source if shared else None
        return Draft([(at, match.end)], [content], "no comment", 0, source=source,
                      opening="preposition", around=bounds, features=told,
                      shared=shared is not None)  # fmt: skip

    def _asks(self, at: int, last: int) -> bool:
        """Say whether a clause that begins at a token is a question."""
        near = self.key[at + 1 : min(last, at + 4)]
        return bool(self.word[at].bits & w.WH) or not self._whether.isdisjoint(near)

    def declined(self, at: int, bounds: Range, drafts: list[Draft]) -> Draft | None:
        """Return the draft of "the minister to comment the matter declined"."""
        if self.infinitive(bounds[0]) is not None:
            return self._led(at, bounds)
        first = max(bounds[0], at - 8)
        end = at - bool(self.word[at - 1].bits & w.NEG)
        for index in range(end - 1, first - 1, -1):
            if not self.word[index].is_word and index not in self.document.quote_at:
                return None
            cue = self.infinitive(index)
            if cue is None or index + 1 >= end:
                continue
            told = self.grammar.verb_features(self.key[at])
            subject = self.subjects.before(index, self.ends.begin(index, bounds[0], drafts), told)
            shared = self._continued(index, told, drafts) if subject is None else None
            if subject is None and shared is None:
                return None
            source = subject.span if subject is not None else shared.source if shared else None
            draft = Draft([(index, index + 1), (end, at + 1)], [(index + 1, end)], "refusal", 0,
                          source=source, opening="object", features=told, around=bounds,
                          shared=shared is not None)  # fmt: skip
            holder = self.ends.holder(index, drafts)
            if holder is not None and not self.ends.cut(holder, draft, index, bounds, drafts):
                return None
            return draft
        return None

    def _continued(self, index: int, told: int, drafts: list[Draft]) -> Draft | None:
        """Return the draft whose subject "but to name the price declined" goes on with."""
        while index and self.word[index - 1].bits & w.ADV:
            index -= 1
        joined = index > 1 and self.key[index - 2] == "," and (
            self.word[index - 1].bits & w.CONJ or self.key[index - 1] in self._contrast
        )  # fmt: skip
        return shares(drafts, told, True) if joined else None

    def _led(self, at: int, bounds: Range) -> Draft | None:
        """Return the draft of "to name the area where it is, she declined"."""
        first, last = bounds
        told = self.grammar.verb_features(self.key[at])
        begin = max(self.ends.back_to_mark(at, first), first + 1)
        subject = self.subjects.before(at, begin, told) or self.subjects.after(at + 1, last, told)
        if subject is None or at - first > REACH:
            return None
        end = min(subject.span[0], at)
        end -= not self.word[end - 1].is_word and end - 1 not in self.phrases.quote_at
        if end <= first + 1:
            return None
        return Draft([(first, first + 1), (at, at + 1)], [(first + 1, end)], "refusal", 0,
                     source=subject.span, opening="object", features=told,
                     around=bounds)  # fmt: skip

    def infinitive(self, index: int) -> Cue | None:
        found = [cue for cue in self.word[index].cues if cue.form & w.INFINITIVE and not cue.rest]
        return found[0] if found else None

    def _says(self, cue: Cue) -> bool:
        """Say whether a verb says something: "cannot blame" refuses no words."""
        return bool(cue.governs & _SAYING) or cue.lemma in self._nameable

    def refusal(self, at: int, bounds: Range) -> Verb | None:
        """Return a refusal to say: "declined to name", "did not begin to comment"."""
        first, last = bounds
        key = self.key[at]
        negated = at > first and bool(self.word[at - 1].bits & w.NEG)
        if not (key in self.refusing or (negated and key in self.reluctant)):
            return None
        if at + 1 < last and self.key[at + 1] in self._whether:
            return None  # "is she not ready to …?"
        begin = at - 1 if negated else at
        for index in range(at + 1, min(last, at + 4)):
            cue = self.infinitive(index)
            if cue is not None:
                told = Verb(index, index + 1, cue, True, (begin, at + 1))
                return told if not negated or self._says(cue) else None
            if not self.word[index].bits & w.ADV:
                break
        cue = self.infinitive(begin - 1) if begin > first else None
        if cue is not None:
            return Verb(begin - 1, begin, cue, True, (begin, at + 1))
        return None
