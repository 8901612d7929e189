"""Nouns of saying: "seine Warnung, dass …", "mit der Begründung, er sei krank"."""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.clause_parts import holding
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.verb_second.contents import Said, SaidReader
from rawi.reading.verb_second.nominals import Nominals
from rawi.reading.verb_second.subjects import SubjectFinder
from rawi.reading.verb_second.verbs import Verb, Verbs


class NounCues:
    """Reads the nouns of one document that attribute a clause."""

    def __init__(
        self,
        document: Document,
        nominals: Nominals,
        verbs: Verbs,
        said: SaidReader,
        placing: SubjectFinder,
    ) -> None:
        self.document = document
        self.nominals = nominals
        self.verbs = verbs
        self.said = said
        self.placing = placing
        self.word = document.word
        self.key = document.key

    def read(self, index: int, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Read "seine Warnung, dass …"; "mit der Begründung, er sei krank"."""
        cue = next(cue for cue in self.word[index].cues if cue.form & w.NOUN)
        end = self.nominals.end(index, last)
        shut = max(end, index + 1)
        end = self._past_ways(shut, last)
        if end >= last or self.key[end] not in (",", ":"):
            return None
        verb = Verb(cue, index, [(index, index + 1)], end)
        said = self.said.after(verb, end, last)
        if said is None or said.where[0] > end + 2:
            return None
        source = self._owner(index, shut, first, drafts)
        told = any(d.kind == "relayed" and said.where in d.content for d in drafts)
        if source is None or told:  # "zitiert X mit den Worten, …"
            return None
        where = (said.where[0], self.clause_end(said, last))
        draft = Draft([(index, index + 1)], [where], "noun with what was said", 0,
                      source=source, kind="noun", opening=said.opening,
                      around=(index, last), form=cue)  # fmt: skip
        holder = holding(drafts, index)
        if holder is not None:
            draft.outer = holder
        return draft

    def _past_ways(self, end: int, last: int) -> int:
        """Return where phrases end that tell how it was said: "X' Worte | in einem Interview"."""
        at = end
        while at < last and self.word[at].bits & w.PREP and self.word[at].is_word:
            start = at + 1
            stop = self.nominals.end(start, last)
            quote = self.document.quote_at.get(start) or self.document.quote_at.get(start + 1)
            if quote is not None and quote.after <= last and (stop == start or stop > quote.open):
                stop = max(stop, quote.after)
            if stop == start:
                return end
            at = stop
        return at if at < last and self.key[at] == "," else end

    def clause_end(self, said: Said, last: int) -> int:
        """Return where a clause ends after which its main clause goes on with the verb."""
        first, end = said.where
        for at in range(first, min(end, last) - 1):
            if self.key[at] == "," and self.document.quote_over(at) is None:
                if self.nominals.is_finite(at + 1) and self._has_verb(first, at):
                    return at
        return end

    def _has_verb(self, first: int, last: int) -> bool:
        return any(self.nominals.is_finite(i) for i in range(first, last))

    def _owner(self, index: int, end: int, first: int, drafts: list[Draft]) -> Range | None:
        """Return whose a noun of saying is: a genitive after it, the subject of its clause."""
        if index + 1 < end and self.word[index + 1].bits & w.PREP:
            return (index + 2, end)
        at = index
        while at > first and self.word[at - 1].bits & (w.ADJ | w.DET | w.POSS):
            at -= 1
            if self.word[at].bits & w.POSS and not self.word[at].bits & w.FIRST:
                return (at, at + 1)
        begin = self.verbs.left(index, first)
        finite = next((i for i in range(begin, index) if self.nominals.is_finite(i)), None)
        if finite is None or not (at > first and self.word[at - 1].bits & w.PREP):
            return None
        cue = next((c for c in self.word[index].cues if c.form & w.NOUN), None)
        if cue is None:
            return None
        placed = self.placing.find(Verb(cue, finite, [(finite, finite + 1)], end), first, end)
        return placed.subject
