"""What every part of the clause reader sees."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Document

#: A participle that is one of these as well must stand apart to be a cue.
NOMINAL: Final = lx.ROLE | lx.UNNAMED | lx.NOUN | lx.MASDAR | lx.BODY | lx.DOC

#: Who or what a phrase may be about that tells of the source.
SOMEBODY: Final = lx.BODY | lx.ROLE | lx.UNNAMED


class Part:
    """One concern of reading the clauses of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.pack = document.pack
        self.lex = document.tokens.lex
        self.key = document.tokens.key
