"""Phrases that cite: "according to X", "in X's view", before, after or inside what is said."""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.contents import Contents
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.patterns import Match
from rawi.reading.subject_first.phrases import Phrases


class Citations:
    """Reads the citing phrases of one document."""

    def __init__(self, document: Document, phrases: Phrases, contents: Contents) -> None:
        self.document = document
        self.grammar = document.grammar
        self.phrases = phrases
        self.contents = contents
        self.word = document.word
        self.key = document.key

    def read(self, index: int, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Return the draft of a citing phrase that begins at a token; None where none does."""
        match = self.grammar.according.match(self.word, index, last)
        if match is None:
            return None
        source, end = self._source(match, last)
        if source is None:
            return None
        content = self._content(index, end, first, last, drafts)
        if content is None:
            return None
        draft = Draft(
            list(match.fixed),
            content,
            "citing phrase",
            0,
            source=source,
            kind="according",
            opening="citation",
            around=(index, end),
        )
        self._settle(draft, index, drafts)
        return draft if draft.content else None

    def _source(self, match: Match, last: int) -> tuple[Range | None, int]:
        if match.slot is not None:
            return match.slot, match.end
        if not match.open:
            return None, match.end
        at = match.end
        if at < last and self.word[at].bits & (w.OBJ | w.PRON) and not self.word[at].bits & w.DET:
            return (at, at + 1), at + 1
        if not self.phrases.starts(at, last):
            return None, at
        end = self.phrases.whole_end(at, last)
        return ((at, end), end) if end > at else (None, at)

    def _content(
        self, index: int, end: int, first: int, last: int, drafts: list[Draft]
    ) -> list[Range] | None:
        begin = first
        for draft in drafts:
            if draft.cue and draft.content[-1][1] <= index:
                begin = max(begin, draft.content[-1][1])
        while begin < index and (
            self.word[begin].bits & (w.CONJ | w.LINK | w.SUB) and not self.word[begin].bits & w.DET
            or (not self.word[begin].is_word and begin not in self.document.quote_at)
        ):
            begin += 1
        before = self._before(begin, index)
        if before is None:
            after = self._after(end, last)
            return None if after is None else [after]
        rest = self._rest(end, last)
        return [before] if rest is None else [before, rest]

    def _before(self, begin: int, index: int) -> Range | None:
        """Return what a phrase after it cites."""
        end = index
        while end > begin and not self.word[end - 1].is_word and (
            self.document.quote_before(end) is None
        ):
            end -= 1
        if self.document.tokens.count_words(begin, end) < 2:
            return None
        if self._is_lead(begin, end):
            return None
        return (begin, end)

    def _is_lead(self, begin: int, end: int) -> bool:
        """Say whether words before a citing phrase only lead to it: "On Friday, according to"."""
        words = range(begin, end)
        if any(self.phrases.is_verb(i) for i in words):
            return False
        return self.word[begin].bits & (w.PREP | w.ADV | w.TIME) != 0 and end - begin <= 6

    def _after(self, end: int, last: int) -> Range | None:
        at = end
        if at < last and self.key[at] in ",:":
            at += 1
        if at >= last:
            return None
        stop = self.contents.end(at, last)
        return (at, stop) if self.document.tokens.count_words(at, stop) else None

    def _rest(self, end: int, last: int) -> Range | None:
        """Return what goes on after a citing phrase between commas."""
        if end >= last - 1 or self.key[end] != ",":
            return None
        word = self.word[end + 1]
        if word.bits & (w.SUB | w.CONJ | w.REL | w.LINK) or word.cues:
            return None
        return (end + 1, self.contents.end(end + 1, last))

    def _settle(self, draft: Draft, index: int, drafts: list[Draft]) -> None:
        """Cut the content of a draft before it, or pass its own statement on."""
        for holder in drafts:
            for number, (first, last) in enumerate(holder.content):
                if first < index < last:
                    holder.content[number] = (first, self._mark_before(index))
                    if holder.source is not None or holder.kind == "verb":
                        holder.relay, holder.relay_cue = draft.source, draft.cue[0]
                        draft.content = []
                        return
        if drafts and drafts[-1].cue and draft.content and draft.content[0][0] < (
            drafts[-1].cue[0][0]
        ) and drafts[-1].outer is None:
            drafts[-1].relay, drafts[-1].relay_cue = draft.source, draft.cue[0]
            draft.content = []

    def _mark_before(self, index: int) -> int:
        at = index
        while at and not self.word[at - 1].is_word and self.document.quote_before(at) is None:
            at -= 1
        return at
