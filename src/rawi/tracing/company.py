"""How two attributions stand among the others of their reports: whether others are nearer.

"It began in a lorry" is not very like its translation, but nothing else in the two reports is as
like.  What is before and after them tells too: who passes a report on keeps its order.
"""

from __future__ import annotations

from typing import Final

import msgspec

from rawi.tracing.embedding import Vectors
from rawi.tracing.items import Item

#: Others of one report are rivals below this likeness: what is liker may say the same again.
SAME: Final = 0.6
#: How like the next best usually is.
USUAL: Final = 0.3
#: Neighbours tell something from this likeness on.
NEAR: Final = 0.3


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
    like = one.source.matrix @ other.source.matrix.T
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


def _neighbours(like: Vectors, i: int, j: int) -> float:
    """Return the greater likeness of those before two and of those after them, 0 without any."""
    rows, columns = like.shape
    steps = [(i + d, j + d) for d in (-1, 1) if 0 <= i + d < rows and 0 <= j + d < columns]
    return max((float(like[at]) for at in steps), default=0.0)
