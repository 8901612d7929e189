"""Quotations that a clause and a colon lead to, in the same line or in the next."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document, Paragraph, Sentence
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.words import Cue
from rawi.reading.verb_second.nominals import Nominals
from rawi.reading.verb_second.subjects import SubjectFinder
from rawi.reading.verb_second.verbs import Verb, Verbs

#: A quotation that no verb of speech leads to is something said from so many words on.
SAID: Final = 3
#: A sentence of saying before a line without marks has no more words, and the line no fewer.
SHORT: Final = 9
#: A verb that says nothing of itself.
_ANY: Final = Cue("", w.FINITE, 0)


class Led:
    """Finds the quotations of one document that a colon leads to, and who is their clause's."""

    def __init__(
        self, document: Document, nominals: Nominals, verbs: Verbs, placing: SubjectFinder
    ) -> None:
        self.document = document
        self.nominals = nominals
        self.verbs = verbs
        self.placing = placing
        self.word = document.word
        self.key = document.key
        #: the paragraphs without marks that are what the line before them says
        self.taken: set[int] = set()

    def take(self, sentence: Sentence, drafts: list[Draft]) -> None:
        """Note the line after a sentence as what it says, where a statement has it."""
        number = sentence.paragraph + 1
        of = self.document.paragraphs
        if number < len(of) and of[number].first not in self.document.quote_at:
            if any(b == of[number].last for draft in drafts for _, b in draft.content):
                self.taken.add(number)

    def reach(self, sentence: Sentence) -> int:
        """Return where a sentence ends with the quotation that opens the line after its colon."""
        first, last, number = sentence
        of = self.document.paragraphs
        if number + 1 >= len(of) or of[number].last != last or last - first < 2:
            return last
        if self.key[last - 1] not in self.document.grammar.colons:
            return last
        following = of[number + 1]
        quote = self.document.quote_at.get(following.first)
        if following.kind not in (None, "headline"):
            return last
        if quote is None:
            return following.last if self._is_set_off(sentence, following) else last
        after = min(quote.after, len(self.key) - 1)
        more = self.key[after] == "," or (
            self.word[after].is_word and not self.word[after].capital and after < following.last
        )
        return last if more else quote.after  # "„…“, sagt X" tells itself who speaks

    def _is_set_off(self, sentence: Sentence, following: Paragraph) -> bool:
        """Say whether a short sentence of saying leads to a line without marks: "Er sagte:"."""
        first, last, _ = sentence
        words = self.document.tokens.count_words
        if words(first, last) > SHORT or words(following.first, following.last) < SHORT:
            return False
        if self.document.quotes_in(following.first, following.last):
            return False
        return self.key[following.last - 1] in self.document.grammar.sentence_marks and any(
            cue.form & w.FINITE and cue.governs & w.QUOTE
            for index in range(first, last) for cue in self.word[index].cues
        )  # fmt: skip

    def read(
        self, number: int, first: int, last: int, drafts: list[Draft], before: Draft | None
    ) -> Draft | None:
        """Return the quotation after a colon that no verb of speech claims, and who speaks.

        After "Und weiter:" it joins the statement before.
        """
        for quote in self.document.quotes_in(first, last):
            mark = quote.open - 1
            while mark > first and self.key[mark] == "\n":
                mark -= 1
            if mark <= first or self.key[mark] not in self.document.grammar.colons:
                continue
            if any(a <= quote.open < b or a <= mark < b for d in drafts for a, b in d.content):
                continue
            begin = self._begin(first, mark)
            if self._only_goes_on(begin, mark):
                if before is not None and before.content[-1][0] in self.document.quote_at:
                    before.content.append((quote.open, quote.after))
                    return None
                continue
            source = self._label(begin, mark)
            if source is None and self._words(quote.open, quote.after) < SAID:
                continue
            source = source or self.subject(first, mark)
            if source is not None:
                return Draft([], [(quote.open, quote.after)], "quotation without a cue", number,
                             source=source, kind="quotation", opening="quote",
                             around=(first, mark))  # fmt: skip
        return None

    def _words(self, first: int, last: int) -> int:
        return self.document.tokens.count_words(first, last)

    def _begin(self, first: int, mark: int) -> int:
        """Return where what leads to a colon begins: after a quotation, or with the sentence."""
        at = mark
        while at > first and self.document.quote_before(at) is None:
            at -= 1
        return at

    def _only_goes_on(self, first: int, mark: int) -> bool:
        """Say whether nothing but small words leads to a colon: "Und weiter:"."""
        small = w.CONJ | w.ADV | w.LINK | w.PREP
        return first < mark and all(
            self.word[i].bits & small or not self.word[i].is_word for i in range(first, mark)
        )

    def _label(self, first: int, mark: int) -> Range | None:
        """Return who is named before a colon, no verb behind them: "Roe weiter:"."""
        at = first
        while at < mark and (self.word[at].bits & w.CONJ or not self.word[at].is_word):
            at += 1
        end = self.nominals.end(at, mark)
        if end == at or any(self.nominals.is_finite(i) for i in range(at, mark)):
            return None
        whole = self.nominals.extended(end, mark)
        small = w.ADV | w.TIME | w.PREP | w.LINK
        rest = all(self.word[i].bits & small for i in range(whole, mark))
        return (at, whole) if rest and self._speaks((at, end)) else None

    def subject(self, first: int, last: int) -> Range | None:
        """Return who does what a main clause tells; None where that is nobody who may speak."""
        for at in range(first, last):
            if self.document.quote_over(at) is not None or not self.nominals.is_finite(at):
                continue
            begin = self.verbs.left(at, first)
            if self.verbs.is_dependent(begin) and begin < at:
                continue
            verb = Verb(_ANY, at, [(at, at + 1)], at + 1)
            found = self.placing.find(verb, first, last).subject
            if found is None or not self._speaks(found):
                return None
            return found
        return None

    def announcer(self, first: int, last: int) -> Range | None:
        """Return who is told to speak in a sentence that tells nothing that was said."""
        for index in range(first, last):
            if not self.word[index].cues or self.document.quote_over(index) is not None:
                continue
            for verb in self.verbs.read(index, first, last):
                says = verb.cue.governs & (w.QUOTE | w.BARE) and not verb.negated
                if says and not verb.final and not verb.passive:
                    subject = self.placing.find(verb, first, last).subject
                    if subject is not None and self.nominals.is_somebody(subject):
                        return subject
        return self.subject(first, last)

    def _speaks(self, where: Range) -> bool:
        """Say whether a phrase is of somebody: a person, a body, a personal pronoun."""
        if not self.nominals.is_somebody(where) or not self.nominals.is_nominative(where):
            return False
        word = self.word[where[0]]
        if where[1] - where[0] == 1 and word.bits & w.PRON:
            return not word.bits & w.FIRST
        who = w.ROLE | w.PERSON | w.GIVEN | w.TITLE | w.BODY
        stop = self.nominals.plain_end(*where)
        inside = self.word[where[0] : stop]
        return any(o.bits & who or (o.upper and not o.bits & w.PLACE) for o in inside)
