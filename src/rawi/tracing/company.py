"""How two attributions stand among the others of their reports: whether others are nearer.

"It began in a lorry" is not very like its translation, but nothing else in the two reports is as
like.  What is before and after them tells too: who passes a report on keeps its order.

How like contents are is told beyond what all of the two reports have in common: of one interview
about two countries everything sounds alike.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final, TypeVar

import msgspec

from rawi.tracing.embedding import Vectors
from rawi.tracing.items import Item, Source

#: Others of one report are rivals below this likeness: what is liker may say the same again.
SAME: Final = 0.6
#: How like the next best usually is.
USUAL: Final = 0.3
#: Neighbours tell something from this likeness on.
NEAR: Final = 0.3
#: How like contents usually are that are of one matter and not of one statement (the medians of
#: the open stories lie between 0.09 and 0.25), and how many pairs weigh as much as that.
BACKGROUND: Final = 0.17
_PRIOR: Final = 10
#: One pair of so many, at least, is taken to be of two statements, however alike they are.
_OTHERS: Final = 3


Likeness = TypeVar("Likeness", float, Vectors)


class Company(msgspec.Struct, frozen=True):
    """What the company of two attributions tells, each from 0 to about 1.

    `outdone` is how much liker others of the one report are to the one of the other, summed over
    both sides; `ahead` how much less like the next best is, taken to be at `USUAL` where there is
    none; `beside` how
    like those before or those after the two are, beyond `NEAR`.
    """

    outdone: float
    ahead: float
    beside: float


def company(one: Item, other: Item) -> Company:
    """Return how two attributions of two reports stand among the others there."""
    like = beyond(one.source.matrix @ other.source.matrix.T, excess(one.source, other.source))
    i, j = one.number, other.number
    mine = float(like[i, j])
    theirs = like[i][other.source.alike[j] < SAME]
    ours = like[:, j][one.source.alike[i] < SAME]
    rivals = [float(row.max()) for row in (theirs, ours) if row.size]
    return Company(
        outdone=sum(max(0.0, rival - mine) for rival in rivals),
        ahead=max(0.0, mine - max(rivals, default=USUAL)),
        beside=max(0.0, _neighbours(like, i, j) - NEAR),
    )


def excess(one: Source, other: Source) -> float:
    """Return by how much the contents of two reports are liker than usual, from 0 on.

    The median of the cosines of all their attributions is drawn towards what is usual, the more
    the fewer there are; what may say the same again is left out.
    """
    found = one.excesses.get(other.number)
    if found is None:
        across = (one.matrix @ other.matrix.T).ravel().tolist()
        cosines = sorted((*one.cosines, *other.cosines, *across))
        cosines = cosines[: max(bisect_left(cosines, SAME), len(cosines) // _OTHERS)]
        count = len(cosines) - 1  # one of them is the pair that is asked about
        if count < 0:
            return one.excesses.setdefault(other.number, 0.0)
        median = (cosines[count // 2] + cosines[(count + 1) // 2]) / 2.0
        told = count * median + _PRIOR * BACKGROUND
        found = one.excesses[other.number] = max(0.0, told / (count + _PRIOR) - BACKGROUND)
    return found


def beyond(like: Likeness, excess: float) -> Likeness:
    """Return cosines beyond an excess, 1 staying 1: as agreement is told beyond chance."""
    return (like - excess) / (1.0 - excess)


def _neighbours(like: Vectors, i: int, j: int) -> float:
    """Return the greater likeness of those before two and of those after them, 0 without any."""
    rows, columns = like.shape
    steps = [(i + d, j + d) for d in (-1, 1) if 0 <= i + d < rows and 0 <= j + d < columns]
    return max((float(like[at]) for at in steps), default=0.0)
