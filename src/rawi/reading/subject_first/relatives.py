"""Verbs beside a relative clause: in it, or right after it, with the subject that it tells of."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range

#: A relative clause has its verb so near after its comma, in tokens.
RELATIVE: Final = 4


class Relatives:
    """Tells where the relative clauses of one document end, and whose verb follows."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key

    def opens(self, subject: Range, verb: int) -> bool:
        """Say whether a verb is that of a relative clause after a comma: "X, who said"."""
        comma = subject[1]
        near = comma < verb <= comma + RELATIVE and self.key[comma] == ","
        return near and bool(self.word[comma + 1].bits & w.REL)

    def is_after_relative(self, host: Draft, at: int) -> bool:
        """Say whether a verb follows "X, who called Y “a crook,”": X's own verb."""
        if host.source is None or host.content[-1][1] != at:
            return False
        end = host.source[1]
        end += self.key[end] == ","
        return bool(self.word[end].bits & w.REL) and self.document.quote_before(at) is not None

    def is_after_aside(self, host: Draft, verb: int) -> bool:
        """Say whether a verb is that of the subject of the relative clause right before it.

        "X, who confirmed the arrest, said": `host` is what the relative clause says.
        """
        if host.source is None or not host.cue or host.kind != "verb":
            return False
        opens, comma = host.source[1], verb - 1
        while comma > opens and self.word[comma].bits & w.ADV and self.word[comma].is_word:
            comma -= 1
        cue = host.cue[0][0]
        if self.key[comma] != "," or not opens < cue <= min(comma, opens + RELATIVE):
            return False
        doing = cue == opens + 1 and host.content[-1][1] == comma  # "X, promising Y, said"
        led = self.key[opens] == "," and (doing or bool(self.word[opens + 1].bits & w.REL))
        return led and not any(self.key[i] == "," for i in range(opens + 1, comma))
