"""Somebody whom a report names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from rawi.authority.outlets import Authority
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range

#: The letters of a party in brackets behind a name are no more than this, in tokens.
PARTY: Final = 5
#: What tells of a role before its verb is no longer, in tokens.
ROLE_TAIL: Final = 9


@dataclass(slots=True, eq=False)
class Known:
    """Somebody whom the report names in full; `places` are where."""

    name: Range
    words: frozenset[str]
    features: int
    heads: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    titled: bool = False


def admits(one: int, other: int) -> bool:
    """Say whether the genders among two sets of features may be one person's."""
    first, second = one & (w.MASC | w.FEM), other & (w.MASC | w.FEM)
    return not first or not second or bool(first & second)


def is_title(word: w.Word) -> bool:
    """Say whether a word is a title and no office."""
    return bool(word.bits & w.TITLE) and not word.bits & (w.ROLE | w.ADJ)


def are_places(words: Iterable[w.Word]) -> bool:
    """Say whether a name has nothing but places in it: "Santiago de Cuba"."""
    return all(word.bits & (w.PLACE | w.PARTICLE) for word in words)


def names_network(document: Document, where: Range) -> bool:
    """Say whether a name is a network's: "Truth Social", or any outlet's among small generics."""
    outlet = Authority.load().by_name(document.tokens.words(*where))
    return outlet is not None and (
        outlet.kind == "network" or document.grammar.common_generics  # "Sputnik Afrique"
    )


def past_party(keys: Sequence[str], end: int) -> int:
    """Return where the letters of a party end behind a name: "Ann Poe (SPD), mayor"."""
    near = keys[end : end + PARTY]
    return end + near.index(")") + 1 if near[:1] == ["("] and ")" in near else end


def past_served(words: Sequence[w.Word], run: Range) -> Range:
    """Return a name behind the place that an office serves: "envoy to Ukraine | Ann Poe"."""
    first, last = run
    return next((i for i in range(first, last - 1) if words[i].bits & w.GIVEN), first), last


def is_thing(keys: Sequence[str], end: int, relatives: frozenset[str]) -> bool:
    """Say whether a relative clause of things follows a name: "Minera Lunes, which ships"."""
    after = keys[end : end + 2]
    return after[:1] == [","] and after[-1] in relatives


def is_done(document: Document, index: int) -> bool:
    """Say whether a verb follows a role at once, or behind what tells of it, without a comma."""
    for word in document.word[index : index + ROLE_TAIL]:
        if not word.is_word:
            return False
        said = not word.bits & w.HEADS and any(cue.form & w.FINITE for cue in word.cues)
        if word.bits & w.AUX or said:
            return document.grammar.gendered
    return False


def unlisted_before(document: Document, first: int) -> str | None:
    """Return the noun in no table between an article and a name: "el comodoro X"."""
    if first < 2 or not document.grammar.gendered or not document.word[first - 2].bits & w.DET:
        return None
    noun = document.word[first - 1]
    plain = noun.is_word and not (noun.bits or noun.cues or noun.upper or noun.outlet)
    return noun.lemma if plain else None


def is_first_name(document: Document, run: Range) -> bool:
    """Say whether a run is a first name that calls somebody alone: "Isabelle, 43 ans"."""
    word = document.word[run[0]]
    bits = w.PLACE | w.TIME | w.BODY | w.MEDIA | w.DEMONYM | w.ROLE | w.TITLE
    return (
        document.grammar.common_generics
        and all(len(key) == 1 for key in document.key[run[0] + 1 : run[1]])  # "Olivier D."
        and bool(word.bits & w.GIVEN)
        and not (word.bits & bits or word.outlet or word.caps)
        and "-" not in word.key[:1]
    )


def is_nobody(words: Sequence[w.Word]) -> bool:
    """Say whether a word behind a role is a place or outlet that no preposition leads to."""
    alone = len(words) == 1 and not words[0].bits & w.GIVEN
    return alone and (bool(words[0].bits & w.PLACE) or (words[0].outlet and words[0].caps))
