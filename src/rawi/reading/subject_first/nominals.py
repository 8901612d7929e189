"""Cues that are nouns: "his claim that …", "X's warning that …"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.contents import Contents
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.stretches import Opening
from rawi.reading.subject_first.subjects import Subjects

#: What may follow a noun that has what was said for its complement.
_OPENINGS: Final = ("clause", "quote", "colon", "question", "infinitive", "preposition")

#: Between whose a noun is and the noun stand no more words.
ADJECTIVES: Final = 5
#: A verb stands so near before the noun of saying that is its object, in tokens.
LIGHT: Final = 6


class Nominals:
    """Reads the noun cues of one document."""

    def __init__(
        self, document: Document, phrases: Phrases, contents: Contents, subjects: Subjects
    ) -> None:
        self.document = document
        self.grammar = document.grammar
        self.phrases = phrases
        self.contents = contents
        self.subjects = subjects
        self.word = document.word
        self.key = document.key
        self._givers = document.grammar.words_of("givers")
        self._making = document.grammar.words_of("making_statements")
        self._nothing = document.grammar.words_of("nothing")

    def read(self, group: Group, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Return the draft of a noun that has what was said for its complement."""
        source = self._owner(group.first, first)
        opening = self.contents.opening(group.last, last, group.cue)
        if opening is None or opening.at >= last or opening.kind not in _OPENINGS:
            return None
        if opening.kind == "clause" and self.word[opening.at].bits & w.AUX:
            return None  # "a statement that was published"
        if self.key[opening.at] in self._nothing:
            return None  # "a request for comment"
        if opening.kind in ("quote", "colon") and self._is_told_by_verb(group.last, opening.at):
            return None
        if source is None and self.word[group.first].bits & w.PREP:
            source = self._doer(group.first, first)
        if source is None:
            source = self._giver(group.last, opening.at)
        verb = self._light(group.first, first) if source is None else None
        if verb is not None:
            source = self.subjects.before(verb, first)
        if source is None:
            return None
        holder = next((d for d in drafts if any(a <= group.first < b for a, b in d.content)), None)
        if holder is not None and self.word[group.first].bits & w.PREP and drafts[-1] is holder:
            drafts.remove(holder)
        elif holder is not None:
            return None
        quote = self.document.quote_at.get(opening.at)
        end = quote.after if quote is not None else self._end(opening, last)
        return Draft(
            [(group.first if verb is None else verb, group.last)],
            [(opening.at, end)],
            "noun with what was said",
            0,
            source=source,
            kind="noun",
            opening=opening.kind,
            around=(group.first, last),
            form=group.cue,
        )

    def _is_told_by_verb(self, at: int, content: int) -> bool:
        """Say whether a verb after a comma leads to a quotation: "After X's remarks, Y said: …"."""
        comma = next((i for i in range(at, content) if self.key[i] == ","), content)
        if not self.grammar.title_case or self.word[min(comma + 1, content)].bits & w.REL:
            return False
        return any(
            any(cue.form & (w.FINITE | w.GERUND) and cue.governs & w.QUOTE and not cue.form & w.NOUN
                for cue in self.word[i].cues)
            for i in range(comma + 1, content)
        )  # fmt: skip

    def _owner(self, noun: int, first: int) -> Range | None:
        """Return whose a noun is: a genitive or a possessive before it."""
        at = noun
        while at > first and self.word[at - 1].bits & w.ADJ and not self.word[at - 1].bits & w.DET:
            at -= 1
        at = self._past_adjectives(at, first)
        if at <= first:
            return None
        before = self.word[at - 1]
        if before.bits & w.POSS:
            return (at - 1, at)
        if before.bits & w.GENITIVE:
            end = at - 1
            start = end
            while (
                start > first
                and self.word[start - 1].is_word
                and (
                    (self.word[start - 1].upper and not self.word[start - 1].bits & w.PREP)
                    or self.word[start - 1].bits & (w.DET | w.HEADS | w.ADJ | w.TITLE)
                    or start == end
                )
            ):
                start -= 1
                if self.word[start].bits & w.DET:
                    break
            return (start, end) if start < end else None
        return None

    def _past_adjectives(self, at: int, first: int) -> int:
        """Return where words in no table begin that stand behind whose it is: "X's wild claim"."""
        begin, none = at, ~(w.ADJ | w.ADV)
        while self.grammar.title_case and begin > max(first, at - ADJECTIVES):
            word = self.word[begin - 1]
            if word.bits & (w.GENITIVE | w.POSS):
                return begin
            done = word.cues and all(cue.form & (w.PAST | w.GERUND) for cue in word.cues)
            plain = done or not (word.bits & none or word.cues)  # "his repeated claims"
            if not word.is_word or word.upper or not plain:
                break
            begin -= 1
        return at

    def _light(self, noun: int, first: int) -> int | None:
        """Return the verb that a noun of saying is the object of: "gave a firm assurance that"."""
        at = noun
        while at > first + 1 and self.word[at - 1].is_word and not self.word[at - 1].bits & (
            w.DET | w.PREP | w.AUX | w.CONJ
        ):  # fmt: skip
            at -= 1
        verb = at - 2
        light = verb > first and self.word[at - 1].bits & w.DET and self.key[verb] in self._making
        if not light or noun - verb > LIGHT:
            return None
        while verb - 1 > first and self.word[verb - 1].bits & (w.HAVE | w.ADV | w.MODAL):
            verb -= 1
        return verb

    def _giver(self, at: int, content: int) -> Range | None:
        """Return whose a noun is, after it: "an admission from the bank that"."""
        if at + 1 >= content or self.key[at] not in self._givers:
            return None
        end = self.phrases.end(at + 1, content)
        return (at + 1, end) if end == content - 1 and self.word[end].bits & w.COMP else None

    def _doer(self, at: int, first: int) -> Range | None:
        """Return the subject of the verb before "with the words"."""
        for index in range(at - 1, first, -1):
            if self.phrases.is_verb(index) and not self.word[index].bits & w.HEADS:
                return self.subjects.before(index, first)
        return None

    def _end(self, opening: Opening, last: int) -> int:
        """Return where the clause of a noun ends: before the verb that the noun is subject of."""
        at = opening.at
        end = self.contents.end(at, last)
        verbs = [
            i for i in range(at, end)
            if self.word[i].bits & (w.AUX) and self.document.quote_over(i) is None
            and not self.word[i - 1].bits & (w.AUX | w.REL | w.INFMARK)
        ]  # fmt: skip
        doing = opening.kind == "preposition" and self.key[at].endswith(self.grammar.gerund_endings)
        least = 0 if doing or opening.kind == "infinitive" else 1  # which has no verb of its own
        return verbs[-1] if len(verbs) > least else end
