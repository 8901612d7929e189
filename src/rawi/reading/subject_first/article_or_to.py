"""One word for an article and a preposition (Portuguese *a*): which, by what stands behind it.

The article agrees with its noun; where the noun is of another gender or number, or has an article
of its own, the word is the preposition, which would have melted with that very article elsewhere.
"""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.tokens import Tokens
from rawi.reading.subject_first.words import Word

_NOUN = w.HEADS | w.THING | w.OCCASION | w.POST | w.RELAYED | w.ADJ | w.TIME


def tell_articles(tokens: Tokens, grammar: Grammar) -> None:
    """Leave each word of the pack's list `article_or_to` what it is where it stands."""
    forms = grammar.words_of("article_or_to")
    if not forms or forms.isdisjoint(tokens.key):
        return
    made: dict[tuple[str, int], Word] = {}
    for index, key in enumerate(tokens.key):
        if key not in forms or index + 1 >= len(tokens.key):
            continue
        bits = _bits(tokens, grammar, index)
        form = tokens.text[tokens.start[index] : tokens.end[index]]
        word = made.get((form, bits))
        if word is None:
            word = made[form, bits] = Word(key, form)
            word.bits, word.features = bits, tokens.word[index].features
        tokens.word[index] = word


def _bits(tokens: Tokens, grammar: Grammar, index: int) -> int:
    """Return what a word is: an article, a preposition, an object before its verb."""
    own, after = tokens.word[index], tokens.word[index + 1]
    preposition = own.bits & (w.PREP | w.INFMARK) or own.bits
    if not after.is_word or after.bits & (w.NUM | w.COMP) or not after.key[0].isalpha():
        return preposition
    said = any(cue.form & (w.FINITE | w.INFINITIVE) for cue in after.cues)
    verb = after.bits & (w.VERB | w.AUX | w.INFIN) or said
    if own.upper and not preposition & w.PREP:
        return own.bits  # no clitic opens a sentence
    if verb and not after.bits & _NOUN and not after.upper:
        infinitive = after.bits & w.INFIN or any(c.form & w.INFINITIVE for c in after.cues)
        return preposition if infinitive else w.OBJ
    if after.bits & w.DET and not after.bits & (w.POSS | w.OTHER | w.ADJ):
        return preposition
    return w.DET if _agrees(own, after, grammar) else preposition


def _agrees(article: Word, noun: Word, grammar: Grammar) -> bool:
    """Say whether a noun may have an article, by its gender and its number."""
    if noun.caps:
        return True  # "a PSP", of whatever gender the table has it
    for one, other in ((w.FEM, w.MASC), (w.MASC, w.FEM), (w.SING, w.PLUR), (w.PLUR, w.SING)):
        if article.features & one and noun.features & other and not noun.features & one:
            return False
    if noun.upper or noun.features or noun.bits & (w.PREP | w.ADV):
        return True
    plural = noun.key.endswith(grammar.plural_endings) and not noun.bits & w.TIME
    return not (plural and article.features & w.SING)
