"""When it was said: the date that stands between a cue and its content, or before both."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Document
from rawi.reading.drafts import Draft
from rawi.records import SaidAt

_DATED: Final = lx.TIME | lx.NUMBER
#: A day that tells when a report appeared may stand so far before a cue, in tokens.
REACH: Final = 30


class DateReader:
    """Reads the dates of the statements of one document."""

    def __init__(self, document: Document, published: str | None) -> None:
        self.document = document
        self.published = published
        #: words of time and numbers, in order
        self._dated = [i for i, lexeme in enumerate(document.tokens.lex) if lexeme.bits & _DATED]

    def read(self, draft: Draft) -> SaidAt | None:
        """Return when a statement was made; None where its sentence does not say.

        Only what stands outside the content is looked at, a date inside being part of what
        is said; days to come are none.
        """
        first, last, _ = self.document.sentences[draft.sentence]
        start = draft.content[0][0]
        begin, end = max(first, start - REACH), start
        if draft.cue and draft.cue[0][0] > start:
            begin, end = draft.cue[0][0], min(last, draft.cue[0][0] + REACH)
        if end <= begin or bisect_left(self._dated, begin) == bisect_left(self._dated, end):
            return None
        tokens, grammar = self.document.tokens, self.document.pack.dates
        if grammar is None:
            return None
        found = grammar.find(
            self.document.text, tokens.start[begin], tokens.end[end - 1], self.published
        )
        for mention in reversed(found):
            if mention.precision in ("day", "instant") and not self._is_later(mention.value):
                return SaidAt(mention.value, mention.precision, (mention.span,))
        return None

    def _is_later(self, value: str) -> bool:
        return bool(self.published) and value[:10] > str(self.published)[:10]
