"""What else a query looks for: other spellings of its words, its names in other scripts.

A query is looked for in steps, each finding all that the one before found and more, so that
what fits best comes first: the words as a phrase, in the head of a document, anywhere, and
names in other scripts as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from rawi.authority.sounds import alike, apart, skeletons
from rawi.ledger.query import AllOf, AnyOf, Node, Words
from rawi.ledger.terms import attached

#: Other spellings of one name that are looked for, the nearest first.
MOST_SPELLINGS: Final = 20

#: Returns the terms of names that have one of some skeletons.
Names = Callable[[tuple[str, ...]], Iterable[str]]


def steps(node: Node, names: Names) -> list[Node]:
    """Return the steps of a query, each wider than the one before."""
    spelled = _each(node, _spellings)
    named = _each(node, lambda words: _named(words, names))
    phrase = _phrase(node)
    wider = [] if phrase is None else [_head(_each(phrase, _spellings))]
    wider += [_head(spelled), spelled]
    return wider if named == spelled else [*wider, named]


def _each(node: Node, change: Callable[[Words], Node]) -> Node:
    """Return a query with its words changed; what is left out stays, but in all its spellings."""
    if isinstance(node, Words):
        return change(node)
    parts = tuple(_each(part, change) for part in node.parts)
    if isinstance(node, AnyOf):
        return AnyOf(parts)
    return AllOf(parts, tuple(_each(part, _spellings) for part in node.without))


def _spellings(words: Words) -> Node:
    """Return words with the letters that may be stuck to the first."""
    first, *rest = words.terms
    ways = [msgspec.structs.replace(words, terms=(one, *rest)) for one in (first, *attached(first))]
    return ways[0] if len(ways) == 1 else AnyOf(tuple(ways))


def _named(words: Words, names: Names) -> Node:
    """Return a word with the spellings of the same name, unless it is meant as it stands."""
    spelled = _spellings(words)
    if words.exact or words.prefix or len(words.terms) > 1:
        return spelled
    others = same_name(words.terms[0], names)
    if not others:
        return spelled
    parts = spelled.parts if isinstance(spelled, AnyOf) else (spelled,)
    more = (_spellings(Words((term,), column=words.column)) for term in others)
    return AnyOf((*parts, *more))


def same_name(term: str, names: Names) -> list[str]:
    """Return the terms that may be the same name, the nearest first, itself left out."""
    keys = skeletons(term)
    found = {other for other in names(keys) if other != term and alike(term, other)} if keys else ()
    return sorted(found, key=lambda other: (apart(term, other), other))[:MOST_SPELLINGS]


def _phrase(node: Node) -> Words | None:
    """Return plain words side by side as one phrase; None for any other query."""
    if not isinstance(node, AllOf) or node.without:
        return None
    found: list[str] = []
    for part in node.parts:
        if not isinstance(part, Words) or part.prefix or part.exact:
            return None
        found += part.terms
    return Words(tuple(found))


def _head(node: Node) -> Node:
    """Return a query for the heads of documents; what is left out is so wherever it stands."""
    if isinstance(node, Words):
        return msgspec.structs.replace(node, head=True)
    parts = tuple(_head(part) for part in node.parts)
    return AnyOf(parts) if isinstance(node, AnyOf) else AllOf(parts, node.without)
