"""Small words with a capital that a surname begins with: "La Russa ha detto", "Di Maio: «…»"."""

from __future__ import annotations

from typing import Final

from rawi.authority.outlets import Authority
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.tokens import Tokens
from rawi.reading.subject_first.words import Word

#: What the rest of such a surname is not.
_NO_NAME: Final = (
    w.TIME | w.NUM | w.ROLE | w.BODY | w.MEDIA | w.MEDIAPART | w.BODYPART | w.DOC | w.PLACE
    | w.GIVEN | w.NETWORK
)  # fmt: skip


def take_particles(tokens: Tokens, grammar: Grammar) -> None:
    """Read an article or a preposition as part of a surname where its place tells that it is.

    Inside a sentence its capital tells; at the head of one, that the report has the name
    elsewhere, or, since no preposition leads a subject, that a verb of one person follows.
    """
    particles = grammar.words_of("surname_particles")
    if not particles:
        return
    places = [i for i in tokens.upper if tokens.key[i] in particles and _leads_name(tokens, i)]
    articles = grammar.words_of("name_articles")
    inside = {i for i in places if _is_inside(tokens, i, articles)}
    called = {(tokens.key[i], tokens.key[i + 1]) for i in inside}
    for index in places:
        name = (tokens.key[index], tokens.key[index + 1])
        led = name[0] not in articles and _speaks(tokens, index + 2, grammar)
        if index in inside or name in called or led:
            _take(tokens, index, w.PARTICLE)
            if tokens.word[index + 1].bits & ~w.GIVEN:
                _take(tokens, index + 1, 0)


def _take(tokens: Tokens, index: int, bits: int) -> None:
    form = tokens.text[tokens.start[index] : tokens.end[index]]
    word = Word(tokens.key[index], form)
    word.bits = bits
    tokens.word[index] = word


def _leads_name(tokens: Tokens, index: int) -> bool:
    """Say whether a word with a capital follows, which is no name in capitals alone."""
    if index + 1 >= len(tokens.word) or tokens.word[index].caps:
        return False
    after = tokens.word[index + 1]
    return after.is_word and after.upper and not after.caps


def _is_inside(tokens: Tokens, index: int, articles: frozenset[str]) -> bool:
    """Say whether the capital is the name's: a word in small letters or a given name is before.

    An article has one in titles too ("La Stampa"): somebody's given name or office leads to it.
    """
    before = tokens.word[index - 1] if index else None
    if before is None or not before.is_word:
        return False
    given = before.upper and (before.bits & w.GIVEN or not before.bits & ~w.PARTICLE)
    office = bool(before.bits & (w.ROLE | w.TITLE)) and not before.upper
    if tokens.key[index] in articles:
        titled = office and not Authority.load().all_by_name(tokens.words(index, index + 2))
        return bool(given and before.bits & w.GIVEN) or titled
    plain = not before.upper and not tokens.word[index + 1].bits & (_NO_NAME & ~w.GIVEN)
    return bool(given) or office or plain


def _speaks(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    """Say whether somebody's verb or a colon follows a name that a preposition would lead."""
    if index >= len(tokens.word) or tokens.word[index - 1].bits & _NO_NAME & ~w.GIVEN:
        return False
    word = tokens.word[index]
    if word.key in grammar.colons:
        return True
    finite = [cue for cue in word.cues if cue.form & w.FINITE]
    single = any(not cue.features & w.PLUR for cue in finite)
    plural = word.key in grammar.words_of("plural_have")
    return not word.upper and (single or bool(word.bits & w.HAVE)) and not plural
