"""From a sentence to its drafts, where the verb stands last: content → cue → who says it."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.clauses import ClauseReader
from rawi.reading.subject_first.document import Document, Sentence
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.words import Cue
from rawi.reading.verb_last.citing import Citing
from rawi.reading.verb_last.contents import Contents
from rawi.reading.verb_last.nouns import Nouns
from rawi.reading.verb_last.subjects import Subjects
from rawi.reading.verb_last.suffixes import ABLATIVE, GENITIVE, SuffixGrammar

#: A sentence has no more attributions than this.
DRAFTS: Final = 24
#: An unlisted verb after "diye" stands so near, in tokens.
UNLISTED: Final = 5
#: What points to the words after a colon stands so near before it, in tokens.
POINTING: Final = 5
#: Who speaks after a verb that stands before them has no more tokens.
BEHIND: Final = 8
#: The label of a headline is no longer than this, in tokens.
LABEL: Final = 14


class VerbLastReader:
    """Reads the sentences of one document."""

    def __init__(self, document: Document) -> None:
        grammar = document.grammar
        assert isinstance(grammar, SuffixGrammar)
        self.document = document
        self.word = document.word
        self.key = document.key
        self.grammar = grammar
        plain = ClauseReader(document)  # lines, quotations and dialogues are read with its parts
        self.phrases, self.incises = plain.phrases, plain.incises
        self.announcements, self.unlisted = plain.announcements, plain.unlisted
        self.nouns = Nouns(document, grammar)
        self.contents = Contents(document, grammar, self.nouns)
        self.subjects = Subjects(document, grammar, self.nouns)
        self.citing = Citing(document, grammar, self.nouns, self.subjects)
        self._quoting = grammar.words_of("quoting")
        self._announcing = grammar.words_of("announcing")
        self._leading = grammar.colons | {";"}

    def read(self, number: int, sentence: Sentence) -> list[Draft]:
        """Return the drafts of a sentence in the order of the text."""
        first, last, paragraph = sentence
        if self.document.paragraphs[paragraph].kind == "headline":
            labelled = self._labelled(number, first, last)
            if labelled is not None:
                return [labelled]
        drafts: list[Draft] = []
        reached, subject = first, None
        for index in range(first, last):
            word = self.word[index]
            if self.document.quote_over(index) is not None or len(drafts) >= DRAFTS:
                continue
            found = None
            if word.cues:
                found = self._of_cue(index, reached, first, last, subject)
            elif self.key[index] in self._quoting:
                found = self._unlisted(index, reached, first, last, subject)
            if found is None:
                continue
            draft, subject = found
            draft.sentence = number
            drafts.append(draft)
            reached = max(reached, draft.cue[-1][1], *(b for _, b in draft.content))
        return self.citing.read(number, first, last, drafts)

    # -- one cue ---------------------------------------------------------------------

    def cue_at(self, index: int, first: int) -> tuple[Cue, int] | None:
        """Return the cue whose inflected word stands at a token, and where its words begin."""
        for cue in self.word[index].cues:
            begin = index - len(cue.rest)
            if begin >= first and tuple(self.key[begin:index]) == cue.rest:
                return cue, begin
        return None

    def _of_cue(
        self, index: int, reached: int, first: int, last: int, subject: Range | None
    ) -> tuple[Draft, Range | None] | None:
        cued = self.cue_at(index, reached)
        if cued is None:
            return None
        cue, begin = cued
        content = self._content(cue, begin, index + 1, reached, last)
        if content is None:
            return None
        spans, opening = content
        source = None
        if cue.form & w.BEFORE_NOUN:
            told = self.nouns.after(index + 1, last)
            if told is not None:
                source = told[0]
                subject = source if told[1] == 0 else subject
        elif cue.form & w.SAID_BY:
            issued = self.subjects.issuer(first, begin)
            if issued is None:
                return None
            source = issued[0]
            if opening == "clause":
                spans = [(max(spans[0][0], min(issued[1], spans[0][1] - 1)), spans[0][1])]
        else:
            source = self._source(spans, opening, begin, index + 1, first, last, subject)
            subject = source or subject
        if opening == "clause" and source is not None:
            spans = self._past(source, spans, begin)
        spans = [(a, b) for a, b in spans if b > a]
        if not spans:
            return None
        rule = "verb with content after it" if opening == "colon" else "verb after its content"
        draft = Draft([(begin, index + 1)], spans, rule, 0, source=source, opening=opening,
                      around=(first, last), form=cue)  # fmt: skip
        draft.shared = source is not None and source == subject and source[0] < reached != first
        return draft, subject

    def _content(
        self, cue: Cue, begin: int, end: int, reached: int, last: int
    ) -> tuple[list[Range], str] | None:
        """Return what a cue governs here, and how it opens."""
        if cue.governs & w.QUOTE:
            if end < last and self.key[end] in self._leading and cue.form & (w.FINITE | w.SAID_BY):
                return self._after_colon(end, last)
            quotes = self.contents.quoted(begin, reached)
            if quotes:
                return quotes, "quote"
        if cue.form & w.NOUN:
            return None
        clause = cue.governs & w.THAT and self.contents.is_clause(begin, reached)
        if not clause and not (cue.governs & w.OBJECT and cue.form & (w.FINITE | w.REFUSAL)):
            return None
        return [(reached, begin)], "clause"

    def _after_colon(self, colon: int, last: int) -> tuple[list[Range], str] | None:
        quote = self.document.quote_at.get(colon + 1)
        if quote is not None:
            return [(quote.open, quote.after)], "colon"
        words = self.document.tokens.count_words(colon + 1, last)
        return ([(colon + 1, last)], "colon") if words else None

    def _source(
        self, spans: list[Range], opening: str, begin: int, end: int, first: int, last: int,
        subject: Range | None,
    ) -> Range | None:  # fmt: skip
        """Return who says what a finite verb or a gerund tells of."""
        if opening == "quote":
            near = self.nouns.before(spans[0][0], first)
            if near is not None:
                return near
            behind = self.nouns.after(end, last) if end < last else None
            if behind is not None and behind[1] == 0 and behind[0][1] >= last - 1:
                return behind[0]  # "…" dedi Fidan.
        elif opening == "colon":
            pointer = begin
            while pointer > first and self.key[pointer - 1] in self._announcing:
                pointer -= 1
            near = self.nouns.before(pointer, first)
            if near is not None:
                return near
        if subject is not None:
            return subject
        return self.subjects.find(first, spans[0][0] if opening == "quote" else begin)

    def _past(self, source: Range, spans: list[Range], end: int) -> list[Range]:
        """Return a clause without what stands before it: who says it, where, and to whom."""
        begin = spans[0][0]
        if begin <= source[1] <= end:
            begin = source[1]
        elif source[1] < begin or source[0] >= end:
            pass
        return [(min(self.contents.begin(begin, end), end), self._shut(end, begin))]

    def _shut(self, end: int, begin: int) -> int:
        while end > begin and not self.word[end - 1].is_word and self.key[end - 1] in ",;":
            end -= 1
        return end

    def _unlisted(
        self, index: int, reached: int, first: int, last: int, subject: Range | None
    ) -> tuple[Draft, Range | None] | None:
        """Take any verb that ends the clause for the cue of a quotation before "diye"."""
        quotes = self.contents.quoted(index, reached)
        if not quotes or quotes[-1][1] != index:
            return None
        end = index + 1
        while end < min(last, index + 1 + UNLISTED) and self.word[end].is_word:
            if self.cue_at(end, index) is not None or self.key[end] in self._quoting:
                return None
            end += 1
        if end == index + 1 or (end < last and self.word[end].is_word):
            return None
        source = self._source(quotes, "quote", index, end, first, last, subject)
        draft = Draft([(index, end)], quotes, "unlisted verb", 0, source=source, opening="quote",
                      around=(first, last))  # fmt: skip
        return draft, source or subject

    # -- what leads to words elsewhere ---------------------------------------------------

    def _labelled(self, number: int, first: int, last: int) -> Draft | None:
        """Read a headline whose label names who speaks in a case: "X'ten açıklama: words"."""
        for colon in range(first + 1, min(last - 1, first + LABEL)):
            if self.document.quote_over(colon) is not None:
                return None
            if self.key[colon] in self.grammar.colons:
                break
        else:
            return None
        for at in range(first, colon):
            if (self.word[at].mask or 0) & (ABLATIVE | GENITIVE):
                source = self.subjects.of(at, first)
                if source is None:
                    return None
                return Draft([], [(colon + 1, last)], "line with a name", number, source=source,
                             kind="line", opening="colon", around=(first, colon))  # fmt: skip
        return None

    def lead(self, number: int, sentence: Sentence) -> Draft | None:
        """Return the draft without content of a sentence that leads to the paragraphs after it.

        "Fidan şunları söyledi:", "Fidan'ın açıklamalarından öne çıkanlar şöyle:"
        """
        first, last, _ = sentence
        end = last
        while end > first and not self.word[end - 1].is_word:
            end -= 1
        if end == last or self.key[end] not in self._leading or end == first:
            return None
        cued = self.cue_at(end - 1, first)
        if cued is not None and cued[0].governs & w.QUOTE:
            begin = cued[1]
            source = self._source([(end, end)], "colon", begin, end, first, last, None)
            if source is None and cued[0].form & w.SAID_BY:
                issued = self.subjects.issuer(first, begin)
                source = issued[0] if issued is not None else None
        else:
            begin = end
            while begin > first and self.key[begin - 1] in self._announcing:
                begin -= 1
            if begin == end:
                return None
            source = self._owner(first, end)
        source = source or self._owner(first, begin)
        return Draft([(begin, end)], [], "announced", number, source=source, opening="colon",
                     around=(first, last))  # fmt: skip

    def _owner(self, first: int, end: int) -> Range | None:
        """Return whose words a lead tells of: the first who is named there in the genitive."""
        for at in range(first, end):
            if (self.word[at].mask or 0) & GENITIVE:
                found = self.subjects.of(at, first)
                if found is not None:
                    return found
        return self.subjects.find(first, end)
