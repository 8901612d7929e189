"""What stands beside a citation without a comma: "by-his account", "in X's view prices rise"."""

from __future__ import annotations

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.phrases import Phrase, Phrases
from rawi.reading.subject_first import words as w


def owns(phrases: Phrases, index: int) -> bool:
    """Say whether a word tells whose view follows it: "his"."""
    owner = phrases.word[index].bits & (w.POSS | w.DET) == w.POSS | w.DET
    return owner and phrases.grammar.drops_subject


def past_that(phrases: Phrases, after: int, last: int) -> int:
    """Return the token after "that", where it follows: "from X's data follows, that …"."""
    at = after
    while at < last and (phrases.key[at] == "," or phrases.word[at].bits & w.ADV):
        at += 1
    return at + 1 if at < last and phrases.word[at].bits & w.COMP else after


def before_subject(phrases: Phrases, phrase: Phrase, last: int) -> Phrase:
    """Return a phrase without who does what follows: "in experts' view (the) prices rise".

    No comma parts them, and the form of the noun may be that of another case.
    """
    word, grammar = phrases.word, phrases.grammar
    at = phrase.last
    while at < last and word[at].bits & (w.NEG | w.ADV):
        at += 1
    if at >= last or not grammar.verb_features(phrases.key[at]) or word[at].upper:
        return phrase
    if grammar.mask_known(word[at]):
        return phrase
    if grammar.is_adjective(word[at]) and phrases.mask(at) & phrases.mask(phrase.last - 1):
        return phrase
    for cut in range(phrase.head + 1, phrase.last):
        if word[cut].upper or not phrases.mask(cut) & c.NOMINATIVE:
            continue
        subject = phrases.read(cut, phrase.last, c.NOMINATIVE)
        if subject is not None and subject.last == phrase.last:
            return phrase._replace(last=cut)
    return phrase


def past_asked(phrases: Phrases, first: int, end: int) -> int:
    """Return where those end of whom something is asked, before what it is.

    Both stand in one case: "demanded of the heads of the league a change of the date".
    """
    word, grammar = phrases.word, phrases.grammar
    phrase = phrases.read(first, end, c.GENITIVE)
    if phrase is None:
        return end
    for at in range(phrase.head + 1, end):
        last = at == end - 1 and not grammar.is_adjective(word[at])
        if not word[at].upper and (word[at].key.endswith(grammar.abstract_ends) or last):
            while at - 1 > phrase.head and grammar.is_adjective(word[at - 1]):
                at -= 1
            return at
    return end


def past_degree(phrases: Phrases, at: int, last: int) -> int:
    """Return the token behind "as soon as possible" before an infinitive."""
    word = phrases.word
    if at + 2 >= last or phrases.key[at] not in phrases.grammar.words_of("as"):
        return at
    return at + 3 if word[at + 1].bits & word[at + 2].bits & w.ADV else at


def with_manner(phrases: Phrases, at: int, first: int) -> int:
    """Return where the adverbs begin that tell how an infinitive is to be done: "go at once"."""
    manner = phrases.grammar.manner_ends
    while manner and at - 1 >= first and phrases.key[at - 1].endswith(manner):
        word = phrases.word[at - 1]
        if not word.bits & w.ADV or word.upper or word.bits & w.HEADS:
            break
        at -= 1
    degree = at - 1 > first and phrases.key[at - 2] in phrases.grammar.words_of("as")
    return at - 2 if degree and phrases.word[at - 1].bits & w.ADV else at
