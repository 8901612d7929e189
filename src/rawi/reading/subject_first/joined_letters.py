"""Signs beside words: "&" in a name ("AT&T", whose "AT" is no preposition), pictures of posts."""

from __future__ import annotations

from typing import Final
from unicodedata import category

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.tokens import Tokens
from rawi.reading.subject_first.words import Word

_JOINT: Final = "&"
#: What a sign that is no letter and no mark of a sentence may be, in Unicode's words.
_SIGNS: Final = frozenset({"So", "Sk", "Mn", "Cf"})


def is_sign(key: str) -> bool:
    """Say whether a token is a picture, as posts open with: no word, no mark of a sentence."""
    return not key.isascii() and all(category(letter) in _SIGNS for letter in key)


def join_letters(tokens: Tokens, grammar: Grammar) -> None:
    """Read a small word in capitals before a joint as part of a name."""
    if not grammar.title_case or _JOINT not in tokens.text:
        return
    for index in tokens.marks:
        if tokens.key[index] != _JOINT or not index or index + 1 >= len(tokens.word):
            continue
        before, after = tokens.word[index - 1], tokens.word[index + 1]
        glued = tokens.end[index - 1] == tokens.start[index]
        glued = glued and tokens.end[index] == tokens.start[index + 1]
        small = before.bits & (w.PREP | w.PRON | w.DET | w.CONJ | w.AUX)
        if glued and before.caps and after.upper and small:
            form = tokens.text[tokens.start[index - 1] : tokens.end[index - 1]]
            word = Word(before.key, form)
            word.bits = w.BODY
            tokens.word[index - 1] = word
