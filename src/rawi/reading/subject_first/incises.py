"""Who says it named inside the quotation itself: « …, raconte X. … », "— …, — said X, — …".

A language has them with commas or with dashes (`[order] incises`), or not at all.
"""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group, Groups
from rawi.reading.subject_first.inversion import Inversion
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.unlisted import Unlisted

#: An incise is no longer than this, in tokens.
REACH: Final = 40
#: What stands before and after an incise with commas.
_BEFORE: Final = frozenset(",!?…")
_AFTER: Final = frozenset(",.;:!?…")


class Incises:
    """Finds the incises of one document's quotations and lines of dialogue."""

    def __init__(
        self,
        document: Document,
        phrases: Phrases,
        groups: Groups,
        inversion: Inversion,
        unlisted: Unlisted,
    ) -> None:
        self.unlisted = unlisted
        self.document = document
        self.grammar = document.grammar
        self.phrases = phrases
        self.groups = groups
        self.inversion = inversion
        self.word = document.word
        self.key = document.key
        self._where = document.grammar.words_of("places_said")
        self._plural = document.grammar.words_of("plural_have")
        self._singular = document.grammar.words_of("singular_articles")

    def read(self, number: int, first: int, last: int) -> list[Draft]:
        """Return the drafts of quotations in a sentence that name who speaks inside."""
        if not self.grammar.incises:
            return []
        found: list[Draft] = []
        for quote in self.document.quotes_in(first, last):
            draft = self.inside(number, quote.open + 1, min(quote.close, last))
            if draft is not None:
                found.append(draft)
        return found

    def inside(self, number: int, first: int, last: int) -> Draft | None:
        """Return the draft of somebody's words in a range that an incise interrupts or ends."""
        for index in range(first + 1, last):
            if not self.word[index].cues:
                continue
            if not self.word[index].is_word or (
                self.document.quote_over(index) is not None and (self.document.quote_at.get(index))
            ):
                continue
            group = self.groups.read(index, first, last)
            if group is None or group.kind != "finite" or not group.cue.governs & w.QUOTE:
                continue
            start = self._mark_before(group.first, first)
            if start is None:
                continue
            made = self._draft(number, group, start, first, last)
            if made is not None:
                return made
        return self._unlisted(number, first, last) if self.grammar.open_incises else None

    def _unlisted(self, number: int, first: int, last: int) -> Draft | None:
        """Return the draft of an incise whose verb no table has, if it names somebody."""
        for comma in self.document.tokens.marks_in(first + 1, last):
            if self.key[comma] != ",":
                continue
            found = self.unlisted.read(comma + 1, last)
            if found is None:
                continue
            verb, subject = found
            named = any(self.word[i].upper for i in range(*subject))
            end = self._end(max(verb[1], subject[1]), last)
            if end is None or not (named or self.word[subject[0]].bits & w.PRON):
                continue
            content: list[Range] = [(first, comma)]
            rest = end
            while rest < last and not self.word[rest].is_word:
                rest += 1
            if rest < last:
                content.append((rest, last))
            return Draft([verb], content, "named inside the quotation", number, source=subject,
                         kind="incise", opening="quote", around=(verb[0], end))  # fmt: skip
        return None

    def _mark_before(self, at: int, first: int) -> int | None:
        """Return where the marks begin that part an incise from what is before it."""
        if at <= first or self.word[at - 1].is_word:
            return None
        key = self.key[at - 1]
        if self.grammar.dashed:
            if key not in self.grammar.dashes:
                return None
        elif key not in _BEFORE and not self._is_dash(at - 1):
            return None
        start = at - 1
        while start > first and not self.word[start - 1].is_word:
            start -= 1
        return start

    def _is_dash(self, index: int) -> bool:
        """Say whether a dash stands at a token, where incises have dashes as well as commas."""
        return self.grammar.dashes_too and self.key[index] in self.grammar.dashes

    def _draft(self, number: int, group: Group, start: int, first: int, last: int) -> Draft | None:
        dashed = self.grammar.dashed or self._is_dash(group.first - 1)
        closed = group.last >= last or self._is_dash(group.last) or group.last + 1 >= last
        unsaid = self.grammar.drops_subject and closed
        subject = None if unsaid else self._subject(group, last)
        if subject is not None and not self._agrees(group, subject):
            return None  # "Des hommes armés, ont attaqué le poste"
        after = max(group.last, subject[1] if subject else group.last)
        end = self._end(after, last, dashed=dashed)
        if end is None or not ((unsaid and dashed) or self._is_somebody(subject)):
            return None
        content: list[Range] = [(first, start)] if start > first else []
        rest = end
        while rest < last and not self.word[rest].is_word and rest not in self.document.quote_at:
            rest += 1
        if rest < last:
            content.append((rest, last))
        if not content:
            return None
        return Draft(
            [(group.first, group.last)],
            content,
            "named inside the quotation",
            number,
            source=subject,
            kind="incise",
            opening="quote",
            around=(group.first, end),
            features=w.SING if subject is None else 0,
            form=group.cue,
        )

    def _is_somebody(self, subject: Range | None) -> bool:
        """Say whether a phrase may name who speaks, and not the one quoted."""
        if subject is None or self.word[subject[0]].bits & w.FIRST:
            return False
        who = w.HEADS | w.GIVEN | w.TITLE | w.PLACE | w.PRON
        return any(self.word[i].bits & who or self.word[i].upper for i in range(*subject))

    def _agrees(self, group: Group, subject: Range) -> bool:
        """Say whether a plural auxiliary has a plural subject after it."""
        plural = any(self.key[i] in self._plural for i in range(group.first, group.last))
        first = self.word[subject[0]]
        one = first.key in self._singular
        joined = any(self.word[i].bits & w.CONJ for i in range(*subject))
        return not (plural and one and not joined)

    def _subject(self, group: Group, last: int) -> Range | None:
        for index in range(group.first, min(group.last + 1, last)):
            if self.word[index].bits & w.PRON and not self.key[index][:1].isalnum():
                return (index, index + 1)
        at = group.last
        while at < last:
            match = self.grammar.adjuncts.match(self.word, at, last)
            if match is not None and not match.open:
                at = match.end
            elif self.word[at].bits & (w.ADV | w.OBJ | w.REFLEX | w.TIME) and not (
                self.word[at].bits & (w.DET | w.PRON)
            ):
                at += 1
            else:
                break
        if at < last and self.word[at].bits & w.PRON:
            return (at, at + 1)
        return self.inversion.after(at, last)

    def _is_place(self, at: int, last: int) -> bool:
        """Say whether a phrase after who says it only tells where: ", before the council"."""
        if at + 1 >= last or not self.word[at].is_word:
            return False
        if self.key[at] in self._where:
            return True
        following = self.word[at + 1]
        if following.bits & w.DET and at + 2 < last:
            following = self.word[at + 2]
        return bool(self.word[at].bits & w.PREP) and bool(
            following.bits & (w.OCCASION | w.POST) or following.outlet
        )

    def _is_apposed(self, at: int, last: int) -> bool:
        """Say whether a bare noun without a verb follows who says it: ", turner and delegate."."""
        if at >= last or self.word[at].upper or self.word[at].bits & ~(w.ADJ | w.ROLE | w.THING):
            return False
        if self.word[at].cues or not self.word[at].is_word:
            return False
        while at < last and self.key[at] not in ",;:!?…":
            if self.key[at] == ".":
                return True
            if self.phrases.is_verb(at) or self.word[at].bits & (w.PRON | w.COMP | w.SUB):
                return False
            at += 1
        return False

    def _end(self, at: int, last: int, *, dashed: bool = False) -> int | None:
        """Return where an incise ends: at the mark that parts it from what goes on."""
        stop = min(last, at + REACH)
        while at < stop:
            key = self.key[at]
            if dashed or self.grammar.dashed:
                if key in self.grammar.dashes or at + 1 == last:
                    return at
                if key == "." and at + 1 < last and self.key[at + 1] in self.grammar.dashes:
                    return at
            elif key in _AFTER and not (
                key == "," and (self._is_place(at + 1, stop) or self._is_apposed(at + 1, last))
            ):
                return at
            at += 1
        return at if at == last else None
