"""The tokens at which a hop may begin."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Document
from rawi.reading.packs import Pack

_HOT: Final = (
    lx.SAID_TO | lx.POSTED_ON | lx.MEDIA | lx.NETWORK | lx.OCCASION | lx.REPORTER | lx.RELAY
)


def hot_tokens(document: Document) -> list[int]:
    """Return the tokens at which a hop may begin, those that post by themselves among them."""
    pack = document.pack
    return [
        index
        for index, lexeme in enumerate(document.tokens.lex)
        if lexeme.hop is not False and (lexeme.hop or _tell(lexeme, pack))
    ]


def _tell(lexeme: lx.Lexeme, pack: Pack) -> bool:
    """Say whether a hop may begin at a word, and note it with the word."""
    lexeme.hop = bool(
        lexeme.bits & _HOT
        or lexeme.outlet
        or lexeme.key in pack.contact
        or lexeme.key in pack.obtaining
        or lexeme.key in pack.ours
        or lexeme.stem in pack.airing
        or lexeme.key in pack.stuck
        or lexeme.key in pack.over
        or _posts(lexeme, pack.posting)
    )
    return lexeme.hop


def _posts(lexeme: lx.Lexeme, posting: dict[str, str]) -> bool:
    return any(form.lemma in posting for form in lexeme.cues)
