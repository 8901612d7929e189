"""Subjects that stand after their verbs: "…", said X; …, argues X."""

from __future__ import annotations

from rawi.reading.marks import Quote
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.contents import Contents
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.subjects import Subjects


class Inversion:
    """Finds the inverted subjects of one document."""

    def __init__(
        self, document: Document, phrases: Phrases, subjects: Subjects, contents: Contents
    ) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.phrases = phrases
        self.subjects = subjects
        self.contents = contents

    def before_links(self, at: int, first: int) -> int:
        """Return where the words begin that join a clause: "though its treasurer"."""
        while (
            at > first
            and self.word[at - 1].is_word
            and self.word[at - 1].bits & (w.SUB | w.CONJ | w.LINK)
        ):
            at -= 1
        return at

    def quote_left_of(self, at: int, begin: int) -> bool:
        """Say whether a quotation ends right before a token, a comma between them or none."""
        end = at - 1 if at - 1 > begin and self.key[at - 1] == "," else at
        quote = self.document.quote_before(end)
        return quote is not None and not self._is_quoted_name(quote, begin)

    def _is_quoted_name(self, quote: Quote, begin: int) -> bool:
        """Say whether a quotation is a name inside a phrase: who calls himself “Zephyr”."""
        return self.phrases.is_title(quote.open, begin)

    def past_asides(self, at: int, last: int) -> int:
        """Return the token after the times, adverbs and phrases between a verb and its subject."""
        while at < last and self.word[at].is_word:
            word = self.word[at]
            match = self.grammar.adjuncts.match(self.word, at, last)
            if match is not None and not match.open:
                at = match.end
            elif word.bits & (w.TIME | w.ADV) and not word.bits & (w.DET | w.PRON | w.HEADS):
                at += 1
            elif word.bits & w.PREP and not word.bits & w.DET and not word.upper:
                end = self.phrases.end(at + 1, last) if at + 1 < last else at
                if end <= at + 1 or end >= last or not self.phrases.starts(end, last):
                    break
                at = end
            else:
                break
        return at

    def is_clause(self, first: int, end: int) -> bool:
        """Say whether a stretch has a finite verb of its own, outside relative clauses."""
        at, inside = first, False
        while at < end:
            quote = self.document.quote_at.get(at)
            if quote is not None:
                at = quote.after
                continue
            word = self.word[at]
            if not word.is_word:
                inside = False
            elif word.bits & w.REL and at > first:
                inside = True
            elif not inside and not word.upper and self.phrases.is_verb(at):
                return True
            at += 1
        return False

    def is_somebody(self, where: Range) -> bool:
        """Say whether a phrase may name who speaks: a role, a body, a name, a pronoun."""
        who = w.HEADS | w.GIVEN | w.TITLE | w.PLACE | w.PRON
        return any(self.word[i].bits & who or self.word[i].upper for i in range(*where))

    def is_stuck(self, index: int) -> bool:
        """Say whether a token is a pronoun stuck to the verb before it."""
        word = self.word[index]
        return bool(word.bits & w.PRON) and not word.key[:1].isalnum()

    def find(
        self, group: Group, begin: int, last: int, subject: Range | None, drafts: list[Draft]
    ) -> Range | None:
        """Return the subject after a verb that follows what was said; None where none does."""
        at = group.first
        if at <= begin:
            return None
        quoted = self.quote_left_of(at, begin)
        mark = self.key[at - 1]
        if not quoted and mark != "," and mark not in self.grammar.dashes:
            return None
        stuck = next(
            (i for i in range(group.first, min(group.last + 1, last)) if self.is_stuck(i)), None
        )
        if stuck is not None:
            return (stuck, stuck + 1)
        found = self.subjects.after(self.past_asides(group.last, last), last)
        if found is None:
            return None
        earlier = bool(drafts) and drafts[-1].outer is None and bool(drafts[-1].cue)
        if (
            self.grammar.comma_inversion
            and mark == ","
            and not quoted
            and (self.is_clause(begin, at - 1) or earlier)
        ):
            if not self.is_somebody(found):
                return None
            opening = self.contents.opening(group.last, last, group.cue)
            return found if opening is None or opening.kind == "object" else None
        if self.grammar.comma_inversion and mark == "," and not quoted:
            return None
        if quoted or (mark in self.grammar.dashes and self.grammar.dashed):
            return found
        if self.word[found[0]].bits & w.PRON and not self.grammar.free:
            return None
        if found[1] in self.document.quote_at or self.word[found[0]].bits & w.COMP:
            return None
        if any(self.word[i].bits & w.PREP for i in range(group.last, found[0])):
            return None
        ends = (
            found[1] >= last
            or not self.word[found[1]].is_word
            or bool(self.word[found[1]].bits & (w.PREP | w.TIME | w.ADV | w.SUB | w.CONJ))
        )
        if subject is None:
            return found
        opens = subject[0] <= self.before_links(subject[0], begin) or subject[0] == begin
        plain = not group.cue.governs & (w.OBJECT | w.HEARER)
        named = self.word[found[0]].upper or self.word[found[0]].bits & w.DET
        return found if ends and plain and (opens or named) else None
