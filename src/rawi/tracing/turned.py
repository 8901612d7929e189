"""Who did what to whom, turned round: two contents in one language with nearly the same words.

"Darby sued Hollins" against "Hollins sued Darby".  The words that two contents share are laid
beside each other; where they stand in one order but for a stretch that reads A, v, B in one and B,
v, A in the other, with next to nothing else in it, what was done is the same and who did it is not.
A clause that was moved to the front gives two blocks, not three; a passive brings words of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Final

#: Words that two contents share, at least, and as a share of the shorter one's.
_FEWEST, _SHARE = 3, 0.6
#: Words of a content that is looked at: what is longer tells of more than one thing.
_MOST: Final = 60
#: Contents that differ more in length say other things, too.
_LONGER: Final = 1.5
#: Words in the turned stretch that only one of two contents has: articles, prepositions.
_OWN: Final = 2
#: A word that was inflected keeps this many letters in a row, and this share of the longer form.
_LETTERS, _KEPT = 3, 0.6
#: Letters of a word that tells of a deed.
_SHORTEST: Final = 3
_BLOCKS: Final = 3


def turned(one: Sequence[str], other: Sequence[str], joining: Container[str] = ()) -> bool:
    """Say whether two contents in one language, as words, differ by who did it to whom.

    `joining` are words that only join two things ("and"): those may stand in any order.
    """
    shorter, longer = sorted((len(one), len(other)))
    if one == other or longer > min(_MOST, _LONGER * shorter):
        return False
    shared = _shared(one, other)
    if len(shared) < max(_FEWEST, _SHARE * shorter):
        return False
    stretch = _moved([place for _, place in shared])
    if len(stretch) < _BLOCKS:
        return False
    pairs = [shared[n] for n in stretch]
    blocks = _blocks([place for _, place in pairs])
    if len(blocks) != _BLOCKS or any(a < b for a, b in pairwise(block[0] for block in blocks)):
        return False
    deed = [one[here] for here, place in pairs if place in blocks[1]]
    told = any(len(word) >= _SHORTEST and word not in joining for word in deed)
    return told and _is_close(pairs)


def _shared(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of words that stand once in each content, in the order of the first."""
    times = Counter(one)
    free = dict(enumerate(other))
    found = []
    for here, word in enumerate(one):
        if times[word] > 1:
            continue
        places = [n for n, known in free.items() if known == word]
        places = places or [n for n, known in free.items() if _inflected(word, known)]
        if len(places) == 1:
            found.append((here, places[0]))
            del free[places[0]]
    return found


@lru_cache(maxsize=65_536)
def _inflected(one: str, other: str) -> bool:
    """Say whether two words may be forms of one, or one with what is written onto it."""
    longer = max(len(one), len(other))
    if min(len(one), len(other)) < max(_LETTERS, _KEPT * longer):
        return False
    run = SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
    return run >= max(_LETTERS, _KEPT * longer)


def _moved(places: Sequence[int]) -> range:
    """Return which shared words, by number, lie between the first and the last that moved."""
    moved = [n for n, place in enumerate(sorted(places)) if places[n] != place]
    return range(moved[0], moved[-1] + 1) if moved else range(0)


def _blocks(places: Sequence[int]) -> list[list[int]]:
    """Return the runs of places that follow each other in the other content, too."""
    after = dict(pairwise(sorted(places)))
    blocks = [[places[0]]]
    for before, place in pairwise(places):
        if after.get(before) == place:
            blocks[-1].append(place)
        else:
            blocks.append([place])
    return blocks


def _is_close(pairs: Sequence[tuple[int, int]]) -> bool:
    """Say whether a stretch holds little but the words that both contents share."""
    sides = [here for here, _ in pairs], [place for _, place in pairs]
    return all(max(side) - min(side) + 1 - len(side) <= _OWN for side in sides)
