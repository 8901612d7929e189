"""Quotations in lines of their own, whose speaker the line before a colon names.

"Intervistato da Sky Sport, Ann Poe ha rilasciato queste dichiarazioni:" and then, line by line,
what she said.
"""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.announcements import Announcements
from rawi.reading.subject_first.document import Document, Sentence
from rawi.reading.subject_first.drafts import Draft, Range


class LedQuotations:
    """Gives the quotations of one document the speaker of the line that leads to them."""

    def __init__(self, document: Document, announcements: Announcements) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.announcements = announcements
        self._agents = document.grammar.words_of("agents")
        self._remarks = document.grammar.words_of("remarks") | document.grammar.words_of("thus")

    def lead(self, drafts: list[Draft]) -> None:
        """Note who speaks in whole lines of quotation, and the way that their lead tells."""
        grammar = self.grammar
        if not (grammar.drops_subject or grammar.title_case or grammar.comma_inversion):
            return
        of, source, reached = self.document.sentences, None, -1
        for draft in sorted(drafts, key=lambda d: d.at):
            if draft.cue or draft.source is not None or draft.kind not in _QUOTED:
                continue
            paragraph = of[draft.sentence].paragraph
            if draft.content[0][0] != self.document.paragraphs[paragraph].first:
                continue
            before = draft.sentence - 1
            if before < 0 or of[before].paragraph != paragraph - 1:
                continue
            if self._leads(of[before]):
                source = self._speaker(of[before])
                if source is not None and self._take_verb(draft, before):
                    reached = paragraph
                    continue
            elif reached != paragraph - 1:
                source = None
            if source is not None:
                draft.source, draft.kind = source, "quotation"
                reached = paragraph

    def _take_verb(self, draft: Draft, number: int) -> bool:
        """Take the verb of a line that ends with a colon for the cue: "X posteó en Y:"."""
        sentence = self.document.sentences[number]
        found = self.announcements.announced(sentence)
        if found is None or self.key[sentence.last - 1] not in self.grammar.colons:
            return False
        group, draft.source = found
        draft.cue, draft.form = [(group.first, group.last)], group.cue
        draft.kind, draft.rule, draft.sentence = "verb", "announced", number
        return True

    def _leads(self, sentence: Sentence) -> bool:
        """Say whether a line ends with a colon, or tells of somebody's words."""
        first, last, _ = sentence
        if self.document.quotes_in(first, last):
            return False
        told = self.grammar.drops_subject and any(
            self.key[i] in self._remarks for i in range(first, last)
        )
        return self.key[last - 1] in self.grammar.colons or told

    def _speaker(self, sentence: Sentence) -> Range | None:
        """Return who is named in a line: the subject of its verb of speech, or a full name."""
        found = self.announcements.announced(sentence)
        if found is not None:
            return found[1]
        for index in range(sentence.first, sentence.last - 1):
            named = self.word[index].upper and self.word[index].bits & w.GIVEN
            if not named or not self.word[index + 1].upper:
                continue
            if index > sentence.first and self.key[index - 1] in self._agents:
                continue  # "intervistato da Ann Poe"
            end = index
            while end < sentence.last and self.word[end].upper and self.word[end].is_word:
                end += 1
            return (index, end)
        return None


_QUOTED = ("quotation", "quoted line")
