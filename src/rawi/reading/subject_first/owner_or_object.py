"""One word for an owner and for whom it happens to (English *her*), by what stands behind it.

An owner has a noun; before a mark, an article, a preposition, a conjunction, a pronoun or an
auxiliary there is none, and the word is a pronoun: "according to her, …", "told her that …".
"""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.tokens import Tokens
from rawi.reading.subject_first.words import Word

_BOTH: Final = w.POSS | w.OBJ
#: Words that no noun phrase goes on with after its owner.
_ENDS: Final = w.DET | w.PREP | w.CONJ | w.COMP | w.AUX | w.INFMARK | w.SUB | w.PRON | w.WH
#: Words that may stand in a noun phrase all the same: "her then boss", "her own", "her many".
_INSIDE: Final = w.ADJ | w.HEADS | w.NUM | w.THING | w.OCCASION | w.POST


def tell_owners(tokens: Tokens, grammar: Grammar) -> None:
    """Leave each word that is both a possessive and a pronoun what it is where it stands."""
    if not grammar.title_case:
        return
    forms = {key for key in set(tokens.key) if grammar.word(key).bits & _BOTH == _BOTH}
    if not forms:
        return
    for index, key in enumerate(tokens.key):
        if key not in forms or not _stands_alone(tokens, index):
            continue
        told = tokens.word[index]
        word = Word(key, tokens.text[tokens.start[index] : tokens.end[index]])
        word.bits = told.bits & ~(w.POSS | w.DET)
        word.features, word.lemma, word.cues = told.features, told.lemma, told.cues
        tokens.word[index] = word


def _stands_alone(tokens: Tokens, index: int) -> bool:
    """Say whether no noun follows that a word may own."""
    at = index + 1
    if at >= len(tokens.key):
        return True
    after = tokens.word[at]
    if not after.is_word and tokens.key[at] not in ",.;:?!\n)" and at + 1 < len(tokens.key):
        after = tokens.word[at + 1]  # her "a liar": no owner; her "friend": one
        return bool(after.is_word and after.bits & w.DET and not after.bits & w.POSS)
    if not after.is_word:
        return True
    if after.upper and not after.bits & w.PRON:
        return False  # "her On the Road tour"
    led = index > 0 and tokens.word[index - 1].bits & w.PREP
    says = any(cue.form & w.FINITE and cue.governs & w.QUOTE for cue in after.cues)
    if led and says and not any(cue.form & w.NOUN for cue in after.cues):
        return not after.bits & _INSIDE  # "a letter from her said"
    return bool(after.bits & _ENDS) and not after.bits & _INSIDE
