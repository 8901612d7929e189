"""Sentences that tell whose the quotation before them is: "Mit diesen Worten …", "So X."."""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.verb_second.led import Led
from rawi.reading.verb_second.nominals import Nominals


class Back:
    """Reads the sentences of one document that point to a quotation before them."""

    def __init__(self, document: Document, nominals: Nominals, led: Led) -> None:
        self.document = document
        self.nominals = nominals
        self.led = led
        self.word = document.word
        self.key = document.key
        words = document.grammar.words_of
        self._so = words("so_said")
        self._words = words("pointing_words")
        self._stemming = words("stemming")
        self._from = words("issued_by")
        self._going_on = words("going_on")

    def read(self, number: int, first: int, last: int) -> Draft | None:
        """Return the draft of the quotation before a sentence that tells whose it is."""
        quoted = self._quoted_before(number)
        if quoted is None:
            return None
        end = last
        while end > first and not self.word[end - 1].is_word:
            end -= 1
        found = self._so_said(first, end) or self._with_words(first, end)
        found = found or self._stems(first, end)
        if found is None:
            return None
        cue, source = found
        return Draft(cue, [quoted], "said of the sentence before", number, source=source,
                     opening="backward", around=(first, last))  # fmt: skip

    def _quoted_before(self, number: int) -> Range | None:
        """Return the quotation that the sentence before is, and nothing else."""
        if not number:
            return None
        of = self.document.sentences
        first, last, paragraph = of[number - 1]
        near = of[number].paragraph - paragraph <= 1
        quote = self.document.quote_at.get(first)
        if quote is None or not near or quote.after < last - 1:
            return None
        said = self.document.tokens.count_words(quote.open, quote.after) > 1
        return (quote.open, quote.after) if said else None

    def _so_said(self, first: int, end: int) -> tuple[list[Range], Range] | None:
        """Read "So der Minister weiter." as a sentence of its own."""
        if self.key[first] not in self._so:
            return None
        stop = self.nominals.extended(self.nominals.end(first + 1, end), end)
        source = (first + 1, self.nominals.end(first + 1, end))
        rest = all(self.word[i].bits & (w.ADV | w.TIME | w.PREP) for i in range(stop, end))
        if stop == first + 1 or not rest or not self.nominals.is_somebody(source):
            return None
        return [(first, first + 1)], (first + 1, stop)

    def _with_words(self, first: int, end: int) -> tuple[list[Range], Range] | None:
        """Read "Mit diesen Worten beschreibt X die Lage."."""
        at = first + 2
        if not self.word[first].bits & w.PREP or at >= end or self.key[at] not in self._words:
            return None
        verb = next((i for i in range(at + 1, end) if self.nominals.is_finite(i)), None)
        if verb is None or not self.word[first + 1].bits & w.DET:
            return None
        source = self.led.subject(first, end)
        return ([(first, at + 1), (verb, verb + 1)], source) if source is not None else None

    def _stems(self, first: int, end: int) -> tuple[list[Range], Range] | None:
        """Read "Das Zitat stammt von X.", "Es sind die Worte von X."."""
        if not any(self.key[i] in self._words for i in range(first, end)):
            return None
        verb = next((i for i in range(first, end) if self.key[i] in self._stemming), None)
        if verb is None or verb > first + 4:
            return None
        for at in range(verb + 1, end - 1):
            if self.key[at] in self._from and self.word[at].bits & w.PREP:
                stop = self.nominals.end(at + 1, end)
                if stop > at + 1 and self.nominals.is_somebody((at + 1, stop)):
                    return [(verb, verb + 1)], (at + 1, self.nominals.extended(stop, end))
        return None
