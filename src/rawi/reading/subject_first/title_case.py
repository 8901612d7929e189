"""Headlines with a capital at the head of each word, read as if they were written without."""

from __future__ import annotations

from array import array
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.tokens import NEWLINE, Tokens

#: A line in title case has more words than this, and more of them with a capital than this share.
WORDS: Final = 4
SHARE: Final = 0.7
#: Of its words so many letters long or longer the share is taken: small ones have no capital.
LONG: Final = 4


def lower_headline(tokens: Tokens, grammar: Grammar) -> None:
    """Take the capitals off the words of a headline in title case that are no names.

    A word is none where the body has it without a capital, or where a table tells what it does.
    """
    end = next((i for i in tokens.marks if tokens.key[i] == NEWLINE), 0)
    if not grammar.title_case or not _is_titled(tokens, end):
        return
    common = {word.key for word in tokens.word[end:] if word.is_word and not word.upper}
    named = {word.key for word in tokens.word[end:] if word.upper}
    for index in range(end):
        word = tokens.word[index]
        if word.upper and not _is_name(word, word.key in common, word.key in named):
            form = tokens.text[tokens.start[index] : tokens.end[index]]
            tokens.word[index] = grammar.word(form.lower())
    tokens.upper = array("i", [i for i in tokens.upper if tokens.word[i].upper])


def _is_titled(tokens: Tokens, end: int) -> bool:
    words = [word for word in tokens.word[:end] if word.is_word and len(word.key) >= LONG]
    return len(words) > WORDS and sum(word.upper for word in words) > SHARE * len(words)


def _is_name(word: w.Word, common: bool, named: bool) -> bool:
    """Say whether a word of a headline keeps its capital."""
    if common and not named:
        return False
    tells = w.VERB | w.AUX | w.PREP | w.DET | w.ADV | w.PRON | w.CONJ | w.COMP | w.ROLE | w.ADJ
    if word.bits & (w.GIVEN | w.DEMONYM | w.TIME) or (word.outlet and named):
        return True
    return named or not (word.bits & tells or word.cues)
