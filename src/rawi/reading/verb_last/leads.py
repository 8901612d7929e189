"""What leads to words elsewhere: headlines with a label, lines that end in a colon."""

from __future__ import annotations

from typing import Final

from rawi.reading.marks import Quote
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document, Sentence
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.words import Cue
from rawi.reading.verb_last.nouns import Nouns
from rawi.reading.verb_last.subjects import Subjects
from rawi.reading.verb_last.suffixes import ABLATIVE, GENITIVE, SuffixGrammar

#: The label of a headline is no longer than this, in tokens.
LABEL: Final = 14
#: A quotation in a headline is something said from so many words on.
QUOTED: Final = 2
#: What points to the words that follow stands so near the end of a line, in tokens.
POINTING: Final = 6


class Leads:
    """Reads the lines of one document that lead to words elsewhere."""

    def __init__(
        self, document: Document, grammar: SuffixGrammar, nouns: Nouns, subjects: Subjects
    ) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        self.nouns = nouns
        self.subjects = subjects
        self._announcing = grammar.words_of("announcing")
        self._called_so = grammar.words_of("called_so")
        self._colons = grammar.colons
        self._leading = grammar.colons | {";", ","}

    def cue_at(self, index: int, first: int) -> tuple[Cue, int] | None:
        """Return the cue whose inflected word stands at a token, and where its words begin."""
        for cue in self.word[index].cues:
            begin = index - len(cue.rest)
            if begin >= first and tuple(self.key[begin:index]) == cue.rest:
                return cue, begin
        return None

    def before_pointer(self, begin: int, first: int) -> Range | None:
        """Return who stands before words that point on: "Fidan | şu ifadeleri kullandı"."""
        while begin > first and self.key[begin - 1] in self._announcing:
            begin -= 1
        return self.nouns.before(begin, first)

    def labelled(self, number: int, first: int, last: int) -> Draft | None:
        """Read a headline whose label names who speaks in a case: "X'ten açıklama: words"."""
        quoted = self._quoted(number, first, last)
        if quoted is not None:
            return quoted
        near = range(first + 1, min(last - 1, first + LABEL))
        colon = next((i for i in near if self.key[i] in self._colons), None)
        if colon is None or any(map(self._speaks, self.document.quotes_in(first, colon))):
            return None
        source = self._label(first, colon)
        if source is None:
            return None
        return Draft([], [(colon + 1, last)], "line with a name", number, source=source,
                     kind="line", opening="colon", around=(first, colon))  # fmt: skip

    def _quoted(self, number: int, first: int, last: int) -> Draft | None:
        """Read a headline about a quotation: "Peskov'dan 'savaş halindeyiz' açıklaması"."""
        quotes = self.document.quotes_in(first, last)
        if len(quotes) != 1 or quotes[0].after >= last or quotes[0].open == first:
            return None
        quote = quotes[0]
        if not self._speaks(quote) or self.key[quote.after] not in self._called_so:
            return None
        source = self.from_whom(first, quote.open)
        if source is None:
            return None
        return Draft([(quote.after, quote.after + 1)], [(quote.open, quote.after)],
                     "partly quoted headline", number, source=source, kind="line",
                     opening="quote", around=(first, last))  # fmt: skip

    def from_whom(self, first: int, end: int) -> Range | None:
        """Return from whom words come, by the last ablative: "Peskov'dan | 'savaş' açıklaması"."""
        near = range(end - 1, first, -1)
        at = next((i for i in near if (self.word[i].mask or 0) & ABLATIVE), None)
        return self.subjects.of(at, first) if at is not None else None

    def _speaks(self, quote: Quote) -> bool:
        """Say whether a quotation is something said, no name or word alone."""
        return self.document.tokens.count_words(quote.open, quote.close) >= QUOTED

    def _label(self, first: int, colon: int) -> Range | None:
        """Return who is named in a label that says more: "X'ten açıklama:", "X … konuştu:"."""
        told = self.nouns.after(first, colon)
        if told is not None and told[1] == 0 and told[0][1] < colon:
            said = self.cue_at(colon - 1, first) or self.key[colon - 1] in self.nouns.speaking
            return told[0] if said else None
        cases = ABLATIVE | GENITIVE
        at = next((i for i in range(first, colon) if (self.word[i].mask or 0) & cases), None)
        return self.subjects.of(at, first) if at is not None else None

    def lead(self, number: int, sentence: Sentence) -> Draft | None:
        """Return the draft without content of a line that leads to the paragraphs after it.

        "Fidan şunları söyledi:", "Fidan'ın açıklamalarından öne çıkanlar şöyle:"
        """
        first, last, _ = sentence
        end = last
        while end > first and not self.word[end - 1].is_word:
            end -= 1
        if end in (first, last) or self.key[end] not in self._leading:
            return None
        pointing = self._pointing(first, end)
        cued = self.cue_at(end - 1, first)
        if cued is None or not cued[0].governs & w.QUOTE:
            cued = None
        if pointing is None and (cued is None or self.key[end] not in self._colons):
            return None
        begin = end - 1 if pointing is None else pointing
        begin = min(begin, cued[1]) if cued is not None else begin
        draft = Draft([(begin, end)], [], "announced", number, opening="colon",
                      around=(first, last), form=cued[0] if cued is not None else None)  # fmt: skip
        draft.source = self._source(draft, first, begin)
        draft.features = w.SING if draft.source is None else 0
        return draft

    def _pointing(self, first: int, end: int) -> int | None:
        """Return where words that point on begin near the end of a line: "şu sözlerle …"."""
        for at in range(end - 1, max(first, end - POINTING) - 1, -1):
            if self.key[at] in self._announcing:
                while at > first and self.key[at - 1] in self._announcing:
                    at -= 1
                return at
        return None

    def _source(self, draft: Draft, first: int, begin: int) -> Range | None:
        """Return whose words a line leads to."""
        near = self.nouns.before(begin, first)
        if near is not None:
            return near
        passive = draft.form is not None and draft.form.form & w.SAID_BY
        owner = self.owner(first, begin)
        if draft.form is None or passive:
            if owner is not None:
                return owner
            issued = self.subjects.issuer(first, begin)
            if issued is not None:
                return issued[0]
        return self.subjects.find(first, begin) or owner

    def owner(self, first: int, end: int) -> Range | None:
        """Return whose words a line tells of: the last who is named in the genitive."""
        for at in range(end - 1, first - 1, -1):
            if (self.word[at].mask or 0) & GENITIVE and not self.nouns.is_suffix(at + 1):
                found = self.subjects.of(at, first)
                if found is not None:
                    return found
        return None
