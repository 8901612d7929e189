"""What is to be read in a paper: "In una nota della Cgil si legge che …"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.participles import Participles
from rawi.reading.subject_first.stretches import Opening

#: From the preposition before a paper to the verb there are no more tokens.
PAPER: Final = 24
#: The paper's noun stands so near its preposition, in tokens.
NOUN: Final = 5
#: Adverbs stand between such a verb and what is read, no more than these, in tokens.
ADVERBS: Final = 2


class InPapers(Participles):
    """Reads the verbs of one document that tell what stands in a paper."""

    def _in_paper(self, index: int, first: int, last: int) -> Draft | None:
        """Read "Nella nota si legge che": the paper before the verb, what it says behind."""
        read_there = self.grammar.words_of("read_there")
        verb = index + (self.key[index] not in read_there)
        marked = verb > first + 2 and verb < last and self.word[verb - 1].bits & w.REFLEX
        if not marked or self.key[verb] not in read_there:
            return None
        paper = self._paper_before(verb - 1, first)
        if paper is None:
            return None
        at = verb + 1
        while at < min(last, verb + 1 + ADVERBS) and self.word[at].bits & (w.ADV | w.LINK):
            at += 1
        cue = w.Cue(self.key[verb], w.FINITE, w.THAT | w.QUOTE)
        relative = w.COMP | w.REL  # "si legge che", no law that
        clause = at < last - 1 and self.word[at].bits & relative
        opening = Opening("clause", at + 1) if clause else self.contents.opening(at, last, cue)
        if opening is None or opening.kind not in ("clause", "colon", "quote"):
            return None
        content = (opening.at, self._content_end(opening, last, cue.governs))
        return Draft([(verb - 1, verb + 1)], [content], "in a document", 0, source=paper,
                     kind="according", opening=opening.kind,
                     around=(paper[0], last))  # fmt: skip

    def _paper_before(self, end: int, first: int) -> Range | None:
        """Return the paper that ends before a token, the preposition that leads to it left out."""
        leads = self.grammar.words_of("stating_prepositions")
        for at in range(end - 2, max(first, end - PAPER) - 1, -1):
            word = self.word[at]
            told = any(self.word[i].bits & w.DOC for i in range(at + 1, min(end, at + NOUN)))
            if self.key[at] in leads and told:
                return at + 1, end
            joined = self.key[at] == "," and self.word[at - 1].upper and self.word[at + 1].upper
            if (not word.is_word and not joined) or (word.bits & w.AUX and not word.upper):
                return None
        return None
