"""What a colon at a line's end leads to: the items of a list, or the turns of a dialogue."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Document, Paragraph
from rawi.reading.drafts import Draft, Range
from rawi.reading.inflect import FINITE

#: A content of so many words before the colon only points to the items ("the following").
POINTING_WORDS: Final = 3
#: So many words before the colon are looked at for the verb whose dialogue follows.
LEADING_WORDS: Final = 7
#: A dialogue that nothing leads to is no longer, in lines: what is, is an interview.
FEW_LINES: Final = 6
#: A name before a colon has fewer words than this.
LABEL: Final = 8
#: A list has no more items than this.
ITEMS: Final = 40
#: What may stand between the number of an item and its words.
_AFTER_NUMBER: Final = frozenset(".-)–")


def item_start(document: Document, paragraph: Paragraph) -> int | None:
    """Return the token after the bullet or the number that a line opens with; None without one."""
    first, last, kind = paragraph
    key = document.tokens.key
    if kind is not None or last - first < 2:
        return None
    if key[first] in document.pack.bullets:
        return first + 1
    number = document.tokens.lex[first].bits & lx.NUMBER
    return first + 2 if number and last - first > 2 and key[first + 1] in _AFTER_NUMBER else None


class Lists:
    """The lines of one document that a colon in the line before leads to."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.key = document.tokens.key

    @cached_property
    def is_story(self) -> bool:
        """Say whether the report tells a dialogue: a colon leads to lines in dashes that ask."""
        paragraphs = self.document.paragraphs
        return self._is_short_dialogue() or any(
            self.key[before.last - 1] in self.document.pack.colons
            and self.key[after.first] in self.document.pack.dashes
            and self._speaks(before)
            and self._calls(number + 1)
            for number, (before, after) in enumerate(pairwise(paragraphs))
        )

    def label(self, first: int) -> tuple[str, ...]:
        """Return the words before the colon of a line that begins at a token; none without one."""
        near = range(first + 1, min(first + LABEL, len(self.key)))
        colon = next((at for at in near if self.key[at] in self.document.pack.colons), first)
        return tuple(self.key[first:colon])

    @cached_property
    def talkers(self) -> frozenset[tuple[str, ...]]:
        """Return who talks in turns: names that open several lines each, and more than one does."""
        counts = Counter(self.label(p.first) for p in self.document.paragraphs)
        counts.pop((), None)
        often = frozenset(label for label, count in counts.items() if count > 1)
        return often if len(often) > 1 else frozenset()

    def _is_short_dialogue(self) -> bool:
        """Say whether a few lines in dashes ask and answer in the midst of others."""
        dashes = self.document.pack.dashes
        lines = [p for p in self.document.paragraphs if self.key[p.first] in dashes]
        if not 2 <= len(lines) <= FEW_LINES or len(self.document.paragraphs) < 3 * len(lines):
            return False
        asks = [self.key[p.last - 1] in self.document.pack.question_marks for p in lines]
        return any(asks) and not all(asks)

    def _speaks(self, paragraph: Paragraph) -> bool:
        """Say whether a verb of saying stands shortly before a line's end: no interview's title."""
        first = max(paragraph.first, paragraph.last - LEADING_WORDS)
        return any(
            lexeme.cue_features & FINITE and not lexeme.article
            for lexeme in self.document.tokens.lex[first : paragraph.last]
        )

    def _calls(self, number: int) -> bool:
        """Say whether a line of the run that begins with one asks or calls out."""
        for paragraph in self.document.paragraphs[number : number + ITEMS]:
            if self.key[paragraph.first] not in self.document.pack.dashes:
                return False
            if self.key[paragraph.last - 1] in self.document.pack.question_marks | {"!"}:
                return True
        return False

    def items(self, number: int) -> list[Range]:
        """Return the contents of the items that follow a line, one line each."""
        found: list[Range] = []
        for paragraph in self.document.paragraphs[number + 1 : number + 1 + ITEMS]:
            start = item_start(self.document, paragraph)
            if start is None:
                break
            found.append((start, paragraph.last))
        return found

    def extend(self, number: int, drafts: list[Draft]) -> int:
        """Give a line's last draft the items that its colon leads to; return how many they are."""
        paragraph = self.document.paragraphs[number]
        if not drafts or self.key[paragraph.last - 1] not in self.document.pack.colons:
            return 0
        draft = max(drafts, key=lambda draft: draft.content[-1][1])
        first, last = draft.content[-1]
        if last < paragraph.last - 1 or first in self.document.quote_at:
            return 0
        items = self.items(number)
        if not items or (self.is_story and first >= paragraph.last):
            return 0
        points = self.document.tokens.count_words(first, last) <= POINTING_WORDS
        if first >= paragraph.last or (points and len(draft.content) == 1):
            draft.content = items
        else:
            draft.content += items
        return len(items)
