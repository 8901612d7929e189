"""Posts that a page embeds: their words, and a line "— Ann Poe (@annpoe) May 5, 2024".

The one who is named posted the words on the network; where the post itself tells who speaks
("Minister: words"), that stays, and so does what it quotes.
"""

from __future__ import annotations

import re
from typing import Final

from rawi.reading.subject_first.document import Document, Paragraph
from rawi.reading.subject_first.drafts import Draft

RULE: Final = "embedded post"
#: The line under a post: a dash, who posted it, their handle in brackets, the day.
_SIGNED: Final = re.compile(
    r"(?:^|(?<=\s))[\u2014\u2013-]{1,2}\s?(?P<name>[^\n@]{2,70}?)\s?\((?P<handle>@\w{2,})\)"
    r"[^\n]{0,40}$"
)
#: Links at the foot of a post.
_LINKS: Final = re.compile(r"\s*(?:(?:https?://)?(?:pic\.twitter\.com|t\.co)/\S*\s*)+$")


class EmbeddedPosts:
    """Finds the posts that one document embeds."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        #: by the number of the post's last paragraph: its end, and who posted it, in tokens
        self._found: dict[int, tuple[int, tuple[int, int]]] = {}
        #: paragraphs that are nothing but the line under a post
        self.signatures: set[int] = set()
        if "(@" in document.text and document.grammar.posting:
            for number, paragraph in enumerate(document.paragraphs):
                self._look(number, paragraph)

    def _look(self, number: int, paragraph: Paragraph) -> None:
        first, last, _ = paragraph
        text = self.tokens.words(first, last)
        signed = _SIGNED.search(text)
        if signed is None:
            return
        at = self.tokens.start[first]
        name = self._tokens(at + signed.start("name"), at + signed.end("name"), first, last)
        if name is None:
            return
        if signed.start() == 0:
            self.signatures.add(number)
            if number:
                self._found[number - 1] = (self.document.paragraphs[number - 1].last, name)
        else:
            end = next(i for i in range(first, last) if self.tokens.start[i] >= at + signed.start())
            self._found[number] = (end, name)

    def _tokens(self, start: int, end: int, first: int, last: int) -> tuple[int, int] | None:
        """Return the tokens of a stretch of text."""
        inside = [i for i in range(first, last)
                  if self.tokens.start[i] >= start and self.tokens.end[i] <= end]  # fmt: skip
        return (inside[0], inside[-1] + 1) if inside else None

    def end(self, number: int) -> int | None:
        """Return where the words of a post end, its links left out; None where none is there."""
        found = self._found.get(number)
        if found is None:
            return None
        first = self.document.paragraphs[number].first
        text = self.tokens.words(first, found[0])
        links = _LINKS.search(text)
        stop = self.tokens.start[first] + (links.start() if links else len(text))
        return next((i for i in range(first, found[0]) if self.tokens.start[i] >= stop), found[0])

    def read(self, number: int) -> Draft | None:
        """Return what a paragraph says that is a post."""
        found = self._found.get(number)
        end = self.end(number)
        first = self.document.paragraphs[number].first
        if found is None or end is None or not self.tokens.count_words(first, end):
            return None
        return Draft([], [(first, end)], RULE, 0, source=found[1], kind="dialogue",
                     opening="colon", around=found[1])  # fmt: skip
