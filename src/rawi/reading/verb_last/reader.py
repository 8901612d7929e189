"""A text in a language with the verb last: its attributions as records."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rawi.reading.subject_first.drafts import Draft
from rawi.reading.subject_first.entity import Entity
from rawi.reading.subject_first.reader import Reading
from rawi.reading.verb_last.clauses import VerbLastReader
from rawi.reading.verb_last.suffixes import SuffixGrammar
from rawi.reading.verb_last.ways import VerbLastWays
from rawi.records import Attribution, Part, Report, Spans

#: Words that a line leads to go on over no more paragraphs.
PARAGRAPHS: Final = 40
#: A line of no more words and without a stop is a heading between them.
HEADING: Final = 12


def read_verb_last(
    text: str, grammar: SuffixGrammar, report: Report
) -> tuple[tuple[Attribution, ...], tuple[Part, ...]]:
    """Return the attributions of a text and its parts."""
    reading = VerbLastReading(text, grammar, report, VerbLastReader, VerbLastWays)
    return reading.attributions(), reading.parts()


class VerbLastReading(Reading):
    """What was read of one text; a line that ends in a colon leads to the paragraphs after it."""

    #: the line that leads to what follows, and the paragraph reached
    _lead: Draft | None = None
    _begun = 0

    def _paragraph(self, number: int, sentences: range) -> list[Draft]:
        paragraph, clauses = self.document.paragraphs[number], self.clauses
        assert isinstance(clauses, VerbLastReader)
        if paragraph.kind == "headline" and sentences:
            labelled = clauses.leads.labelled(sentences[0], paragraph.first, paragraph.last)
            if labelled is not None:
                return [labelled]
        lead = self._lead
        if lead is not None and sentences:
            if number - self._begun <= PARAGRAPHS:
                said = self._said_under(lead, number, sentences)
                if said is not None:
                    return said
            self._lead = None
        drafts = super()._paragraph(number, sentences)
        if sentences:
            self._take_lead(number, sentences[-1], drafts)
        return drafts

    def _take_lead(self, number: int, place: int, drafts: list[Draft]) -> None:
        """Note a line that leads to the paragraphs after it."""
        clauses = self.clauses
        assert isinstance(clauses, VerbLastReader)
        sentence = self.document.sentences[place]
        last = self.document.paragraphs[number].last
        if sentence.last < last:
            return
        self._begun = number
        if drafts and drafts[-1].cue[-1:] and self.key[last - 1] in self.grammar.colons:
            if drafts[-1].cue[-1][1] == last - 1:
                self._lead = drafts[-1]  # "… gerektiğini vurguladı:"
                return
        self._lead = clauses.leads.lead(place, sentence)

    def _said_under(self, lead: Draft, number: int, sentences: range) -> list[Draft] | None:
        """Return what a paragraph adds to the words that a line leads to; None where they ended."""
        first, last, _ = self.document.paragraphs[number]
        if self.key[first] in self.grammar.bullets and first + 1 < last:
            first += 1
        quote = self.document.quote_at.get(first)
        whole = quote is not None and quote.after >= last - 1
        if quote is not None and whole and not self._is_subheading(lead, first, quote.after):
            return self._add(lead, first, quote.after)
        marked = any(first in self.document.quote_at for first, _ in lead.content)
        joined = bool(lead.content) and not marked and lead.rule != "announced"
        if joined or whole:
            return None
        asked = self.key[first] in self.grammar.words_of("askers")
        if asked and marked:
            self._lead = replace(lead, content=[])
            return []
        words = self.tokens.count_words(first, last)
        stopped = self.key[last - 1] in self.grammar.sentence_marks | self.grammar.colons
        told = (word for word in self.word[first:last] if word.is_word)
        stopped = stopped and not all(word.caps or word.key.isdigit() for word in told)
        plain = not self.document.quotes_in(first, last)
        if (
            plain
            and words <= HEADING
            and not stopped
            and first == self.document.paragraphs[number].first
        ):
            return [] if not marked else None
        if quote is not None or (marked and not plain):
            return None
        found, begun = super()._paragraph(number, sentences), self._begun
        if marked and not found:
            self._lead = replace(lead, content=[])  # a caption between the words
            return []
        self._take_lead(number, sentences[-1], found)
        if marked or self._lead or any(draft.cue and draft.source is not None for draft in found):
            return found
        self._lead, self._begun = lead, begun
        return self._add(lead, first, last)

    def _is_subheading(self, lead: Draft, first: int, last: int) -> bool:
        """Say whether a quoted line heads other words than those without marks before it."""
        bare = not any(a in self.document.quote_at for a, _ in lead.content)
        bare = bare and lead.rule == "announced" and bool(lead.content)
        return bare and self.tokens.count_words(first, last) <= HEADING

    def _record(
        self, key: str, draft: Draft, content: Spans, entity: Entity | None, number: int
    ) -> Attribution:
        """Return a record, without the source that stands in another sentence."""
        assert isinstance(self.clauses, VerbLastReader)
        if id(draft) in self.clauses.elsewhere:
            draft.source = None
        return super()._record(key, draft, content, entity, number)

    def _add(self, lead: Draft, first: int, last: int) -> list[Draft]:
        opened = not lead.content
        lead.content.append((first, last))
        return [lead] if opened else []
