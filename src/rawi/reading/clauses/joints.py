"""How clauses are joined: by "and", by a mark, by "but" and "whereas"."""

from __future__ import annotations

from rawi.reading import lexicon as lx
from rawi.reading.clauses.part import Part
from rawi.reading.document import Document, Sentence


class Joints(Part):
    """Says where one clause of a document ends and the next is joined on."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        #: the marks that part clauses
        self.breaking = self.pack.clause_marks | self.pack.dashes | {"|"}
        self._broken: tuple[Sentence | None, list[int]] = None, []

    def words(self, first: int, last: int) -> int:
        return self.document.tokens.count_words(first, last)

    def joins(self, index: int) -> int:
        """Return the length of the phrase that joins a new clause on and ends with a token."""
        if not self.pack.contrast.may_end(self.lex[index]):
            return 0
        for length in (3, 2, 1):
            first = index - length + 1
            if first >= 0:
                match = self.pack.contrast.match(self.lex, first, index + 1)
                if match is not None and match[1] == length:
                    return length
        return 0

    def is_added(self, index: int) -> bool:
        """Say whether a conjunction is stuck to a word."""
        return bool(self.lex[index].conj or self.lex[index].bits & lx.HOMOGRAPH)

    def is_contrasted(self, index: int) -> bool:
        if index > 0 and self.joins(index - 1):
            return True
        while index > 0 and self.lex[index - 1].bits & lx.AUX:
            index -= 1
        return index > 0 and self.joins(index - 1) > 0

    def before_connector(self, first: int, end: int) -> int:
        """Move an end back over the words that join the next clause on."""
        while end > first + 1:
            lexeme = self.lex[end - 1]
            if lexeme.bits & lx.CONNECT and lexeme.bits & self.lex[end - 2].bits & lx.PREP:
                break  # "(from) before": an adverb
            if (
                self.key[end - 1] in self.pack.clause_marks
                or self.key[end - 1] in self.pack.dashes
                or self.key[end - 1] in self.pack.trailers
                or lexeme.bits & (lx.CONNECT | lx.AUX | lx.NEG | lx.TOPIC)
                or self.joins(end - 1)
            ):
                end -= self.joins(end - 1) or 1
            else:
                break
        return end

    def opens_clause(self, index: int) -> bool:
        """Say whether a verb opens a clause: joined on, or after a mark or a connector."""
        while self.lex[index].bits & (lx.AUX | lx.NEG) or self.lex[index - 1].bits & (
            lx.AUX | lx.NEG
        ):
            if self.lex[index].conj or index < 1:
                break
            index -= 1
        before = self.key[index - 1] if index else "\n"
        return bool(self.lex[index].conj) or not before[:1].isalnum() or self.joins(index - 1) > 0

    def in_relative(self, index: int) -> bool:
        at = index - 1
        while at >= 0 and self.lex[at].bits & (lx.AUX | lx.NEG):
            at -= 1
        return at >= 0 and bool(self.lex[at].bits & lx.REL) and not self.lex[at].bits & lx.PREP

    def skip_asides(self, index: int, last: int) -> int:
        """Pass over marks and set phrases that are neither source nor content."""
        while index < last:
            match = self.pack.asides.match(self.lex, index, last)
            if match is not None:
                index += match[1]
            elif self.key[index] in self.breaking:
                index += 1
            else:
                break
        return index

    def clause_start(self, sentence: Sentence, at: int) -> int:
        """Return where the clause before a token begins: after the last strong break."""
        for index in range(at - 1, sentence.first, -1):
            if self.key[index] in self.pack.strong_marks:
                return index + 1
        return sentence.first

    def last_clause(self, sentence: Sentence, at: int) -> int:
        """Return where the clause before a token begins: after "…, whereas", "…, where" as well."""
        start = self.clause_start(sentence, at)
        for mark in reversed(self.document.tokens.marks_in(start, at - 1)):
            if self.key[mark] in self.pack.clause_marks and not self.document.quote_over(mark):
                joined = self.pack.contrast.match(self.lex, mark + 1, at)
                length = joined[1] if joined else self.key[mark + 1] in self.pack.because
                if length and self.words(mark + 1 + length, at) > 2:
                    return mark + 1 + int(length)
        return start

    def breaks(self, sentence: Sentence) -> list[int]:
        """Return the marks and the words of a sentence that join a new clause on."""
        if self._broken[0] != sentence:
            first, breaking, lasts = sentence.first, self.breaking, self.pack.contrast.lasts
            breaks = [
                index
                for index, lexeme in enumerate(self.lex[first : sentence.last], first)
                if lexeme.key in breaking
                or ((lexeme.conj or lexeme.key in lasts) and self.joins(index))
            ]
            self._broken = sentence, breaks
        return self._broken[1]

    def past_time(self, index: int, last: int) -> int:
        """Pass over the time of an entry in a live blog ("12:30")."""
        while index < last and self.lex[index].bits & lx.NUMBER and ":" in self.key[index]:
            index += 1
        return index
