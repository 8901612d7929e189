"""Contents that stand before their verbs: "the sum was not named", "of the closure told X"."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.citations import Citations
from rawi.reading.free_order.front import Front
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.free_order.refusals import Verb
from rawi.reading.free_order.subjects import Subject
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range

#: "Of this, that" before a clause, in tokens.
STATED: Final = 4


class Fronted:
    """Finds the contents of one document that stand before their verbs."""

    def __init__(self, phrases: Phrases, citations: Citations) -> None:
        self.phrases = phrases
        self.citations = citations
        self.front = Front(phrases)
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        self._foremost = phrases.grammar.words_of("foremost")
        self._correlates = phrases.grammar.words_of("correlates")
        self._as = phrases.grammar.words_of("as")
        self._comments = phrases.grammar.words_of("comments")
        self._denying = phrases.grammar.words_of("denying")
        self._contrast = phrases.grammar.words_of("contrast")
        self._asked = phrases.grammar.words_of("asked")
        self._said_before = phrases.grammar.words_of("said_before")
        self._called = phrases.grammar.words_of("naming") | phrases.grammar.words_of("deeming")

    def read(self, draft: Draft, verb: Verb, subject: Subject | None, bounds: Range,
                 begin: int) -> bool:  # fmt: skip
        """Take an object that stands before its verb for the content: "the sum was not named"."""
        cue = verb.cue
        governs = cue.governs
        spoken = verb.outer is not None and bool(cue.preps)
        silent = governs & w.WEAK and not verb.negated
        if silent or not (governs & (w.OBJECT | w.QUESTION) or spoken):
            return False
        at = verb.span[0]
        if verb.outer is not None and self._refused(draft, verb, begin):
            return True
        if any(self.word[i].bits & w.REL and not self.word[i].bits & w.WH
               for i in range(begin, at)):  # fmt: skip
            return False
        found = self.front.read(begin, at, draft.source, bool(governs & w.QUESTION))
        denied = cue.lemma in self._denying and self.key[at - 1] in self._said_before
        if found is None and denied and subject is not None and not subject.place:
            found = (at - 1, at)  # "the head of the school denies this"
        if found is None:
            return False
        if cue.needs and cue.needs.isdisjoint(self.key[found[0] : found[1]]):
            return False
        if draft.source is None and not draft.features & w.PLUR and not draft.shared:
            return False
        parted = draft.source is not None and draft.source[0] == found[1] + 1
        if parted and self.key[found[1]] == "," and not verb.negated:
            if not governs & w.QUESTION or self.phrases.read(*found, c.NOMINATIVE) is not None:
                return False  # "The bridge is open, the captain answered with a nod"
        draft.content, draft.opening = [found], "fronted"
        return True

    def parted(self, draft: Draft, verb: Verb, at: int, bounds: Range, begin: int) -> bool:
        """Take an object and the infinitive that parts who speaks from it for the content.

        "A plate on the house proposed to fix the deputy X": the object leads, who speaks ends it.
        """
        if not self.grammar.is_infinitive(self.word[at]) or verb.negated:
            return False
        subject = self.citations.subjects.after(at + 1, bounds[1], draft.features)
        if subject is None or not self.word[subject.head].bits & (w.HEADS | w.GIVEN):
            return False
        found = self.front.read(begin, verb.span[0], None, False)
        if found is None:
            return False
        draft.source, draft.opening = subject.span, "fronted"
        draft.content = [found, (at, at + 1)]
        return True

    def _refused(self, draft: Draft, verb: Verb, begin: int) -> bool:
        """Take all that leads a sentence for what is refused: "the sum that …, X to name declined".

        What is refused may be an object with a clause of its own, a question, or what a preposition
        leads to: "of the cause she to speak declined".
        """
        source, at = draft.source, verb.span[0]
        end = source[0] if source is not None and begin < source[0] < at else at
        end -= self.key[end - 1] == ","
        while begin < end and (
            self.word[begin].bits & (w.ADV | w.LINK | w.CONJ) or self.key[begin] in self._contrast
        ):
            begin += 1
        if begin >= end or (source is not None and source[0] <= begin < source[1]):
            return False
        asked = self.front.read(begin, end + 1, None, True)
        if asked is not None and self.key[begin + 1] in self._asked:
            found = (asked[0], end)
        elif self.word[begin].bits & w.PREP:
            about = self.phrases.complement(begin, end)
            if self.key[begin] not in verb.cue.preps or about is None:
                return False
            of = self.key[begin + 1] in self._correlates and self.key[begin + 2] == ","
            found = (begin + (3 if of else 1), end)
        elif asked is not None or self.phrases.read(begin, end, c.ACCUSATIVE | c.GENITIVE):
            found = (begin, end)
        else:
            return False
        draft.content, draft.opening = [found], "fronted"
        return True

    def led(self, draft: Draft, verb: Verb, begin: int) -> bool:
        """Take what a preposition before its verb leads to for the content, where one does."""
        found = self._led_by(verb, begin, draft)
        if found is None or self._is_comment(found):
            return False
        draft.content, draft.opening = [found], "fronted"
        return True

    def _is_comment(self, found: Range) -> bool:
        """Say whether nothing but comments stands before a verb: "from comment X refrained"."""
        return found[1] - found[0] == 1 and self.key[found[0]] in self._comments

    def _led_by(self, verb: Verb, begin: int, draft: Draft) -> Range | None:
        """Return what a preposition before a verb leads to: "of the closure told the mayor"."""
        at, source = verb.span[0], draft.source
        if source is None or draft.shared or verb.negated:
            return None
        stated = self._stated(begin, min(at, source[0]), verb)
        if stated is not None:
            return stated
        if self.key[begin] in self._as:  # "as the agency writes, of the closure told the mayor"
            begin = next((i + 1 for i in range(begin, at) if self.key[i] == ","), begin)
        while begin < at and (
            self.word[begin].bits & (w.ADV | w.LINK) or self.key[begin] in self._foremost
        ):
            begin += 1
        if begin + 1 >= at or self.key[begin] not in verb.cue.preps:
            return None
        if self.grammar.backward.match(self.word, begin, at) is not None:
            return None
        asked = self._asked_about(begin, min(at, source[0]))
        if asked is not None:
            return asked
        told = self.word[begin + 1].bits
        if told & (w.ADJ | w.PRON | w.OBJ) and not told & w.POSS:
            return None  # "about this"
        told_to = self._told(begin, at)
        at = told_to if told_to is not None else at
        end = self.phrases.complement(begin, at)
        if end is None:
            return None
        if told_to is not None:
            draft.hearer = (at, verb.span[0])
        phrase = self.phrases.read(begin + 1, at, c.OBLIQUE)
        end = max(end, self.phrases.whole(phrase, at)) if phrase is not None else end
        counted = self.phrases.read(end, at, c.GENITIVE) if end < at else None
        if counted is not None and self.word[end].bits & w.CARDINAL:
            end = counted.last  # "of the arrest of two men"
        if source[0] < at and source[0] < end:
            return None
        loose = all(
            self.word[i].bits & (w.ADV | w.TIME | w.NUM)
            or self.key[i] == ","
            or self.key[i] in self._foremost
            or source[0] <= i < source[1]
            for i in range(end, at)
        )
        return (begin + 1, end) if loose else None

    def _stated(self, begin: int, end: int, verb: Verb) -> Range | None:
        """Return the clause of "of this, that it had rained, X told": what X told of."""
        if begin < STATED or begin >= end or not self.word[begin - 1].bits & w.COMP:
            return None
        if self.key[begin - 2] != "," or self.key[begin - 3] not in self._correlates:
            return None
        if self.key[begin - STATED] not in verb.cue.preps:
            return None
        comma = next((i for i in range(end - 1, begin, -1) if self.key[i] == ","), None)
        return (begin, comma) if comma is not None else None

    def _asked_about(self, begin: int, end: int) -> Range | None:
        """Return the question of "of that, how many there were, X told": what X told of."""
        if begin + STATED >= end or self.key[begin + 1] not in self._correlates:
            return None
        if self.key[begin + 2] != "," or not self.word[begin + 3].bits & w.WH:
            return None
        return (begin + 3, end - 1) if self.key[end - 1] == "," else None

    def _told(self, begin: int, at: int) -> int | None:
        """Return where an outlet begins that stands before a verb: "of the sale TASS was told"."""
        quote = self.phrases.document.quote_before(at)
        if quote is not None and quote.open > begin + 1 and quote.after == at:
            mask = self.phrases.marked(quote.open)
            return quote.open if mask & c.DATIVE and not mask & c.NOMINATIVE else None
        for first in range(max(begin + 2, at - 3), at):
            named = self.phrases.outlets.known(first, at)
            if named is not None and named.whole[1] == at and self.word[first - 1].is_word:
                return first
        return None

    def called(self, begin: int, at: int, source: Range | None) -> Range | None:
        """Return what a noun before its verb is called: "The likely aim he named as the road"."""
        end = source[0] if source is not None and begin < source[0] < at else at
        begin = self.phrases.set_phrase(begin, end) or begin  # "for her part"
        phrase = self.phrases.read(begin, end, c.INSTRUMENTAL)
        if phrase is None or phrase.last != end or phrase.mask & c.NOMINATIVE:
            return None
        return None if self.word[phrase.head].bits & (w.TIME | w.HEADS) else phrase.span

    def is_predicate(self, lemma: str, at: int, last: int, draft: Draft) -> bool:
        """Say whether what stands behind a verb only tells what its object before it is called.

        Where it does, and the clause broke at "but", the content of the draft goes on behind it.
        """
        mask = self.phrases.mask(at)
        if lemma not in self._called or not mask & c.INSTRUMENTAL:
            return not mask & (c.ACCUSATIVE | c.GENITIVE)
        if draft.content:
            first, end = draft.content[-1]
            draft.content[-1] = (first, self._on_behind_contrast(end, last))
        return True

    def _on_behind_contrast(self, end: int, last: int) -> int:
        """Return where "hard, but worth it" ends whose first part ends before a token."""
        if end + 2 >= last or self.key[end] != "," or self.key[end + 1] not in self._contrast:
            return end
        at = end + 2
        while at < last and self.word[at].bits & (w.ADV | w.NEG):
            at += 1
        if at >= last or not self.grammar.is_adjective(self.word[at]):
            return end
        if not self.phrases.mask(at) & c.INSTRUMENTAL:
            return end
        alone = at + 1 >= last or not self.word[at + 1].is_word
        return at + 1 if alone else end
