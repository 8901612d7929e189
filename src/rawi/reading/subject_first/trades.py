"""Words that no table holds, and that a name right behind them shows to be trades.

"Planning convener Graham Neave conceded … The convener would not be drawn on …"
"""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.tokens import Tokens
from rawi.reading.subject_first.words import Word

#: A shorter word is rather a preposition or a particle.
LETTERS: Final = 5
#: What stands before a trade and a name: "the convener Ann Roe", "by fishmonger Omar Roe".
_BEFORE: Final = w.DET | w.INDEF | w.POSS | w.ADJ | w.HEADS | w.GENITIVE | w.THING | w.DEMONYM


def take_trades(tokens: Tokens, grammar: Grammar) -> None:
    """Read an unknown word as a role, wherever the text has it, if a name follows it somewhere.

    The name is a given name with another behind it; what stands before the word tells that it is
    no verb.  Where people are renamed freely, what an unknown word means is found otherwise;
    where nouns decline, it may as well be the genitive of an office ("the minister of culture").
    """
    if grammar.renames or grammar.declines:
        return
    found = {tokens.key[i - 1] for i in tokens.upper if i and _is_name(tokens, i)
             and _may_be_trade(tokens, i - 1, grammar)}  # fmt: skip
    for index in range(len(tokens.key)) if found else ():
        if tokens.key[index] in found and not tokens.word[index].bits:
            form = tokens.text[tokens.start[index] : tokens.end[index]]
            word = Word(tokens.key[index], form.lower())
            word.bits = w.ROLE
            tokens.word[index] = word


def _is_name(tokens: Tokens, index: int) -> bool:
    """Say whether a given name and another name stand at a token and the next."""
    after = tokens.word[index + 1] if index + 1 < len(tokens.word) else None
    given = tokens.word[index].bits & w.GIVEN and not tokens.word[index].bits & w.HEADS
    return bool(given) and after is not None and after.upper and not after.bits & ~w.GIVEN


def _may_be_trade(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    word = tokens.word[index]
    plain = word.is_word and not (word.bits or word.cues or word.outlet or word.caps)
    if not plain or len(word.key) < LETTERS or not word.key.isalpha():
        return False
    if word.key.endswith(grammar.gerund_endings):
        return False
    before = tokens.word[index - 1] if index else None
    opens = before is None or not before.is_word
    if word.upper:
        return opens and word.key.endswith(grammar.person_endings)
    if opens:
        return word.key.endswith(grammar.person_endings)
    assert before is not None
    leads = before.bits & _BEFORE and not (before.cues or before.bits & (w.AUX | w.PRON))
    return bool(leads) or before.key.endswith(grammar.gerund_endings)
