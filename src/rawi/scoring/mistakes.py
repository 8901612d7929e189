"""What went wrong, one by one: the list that a maker of rules works through.

A gold and a found attribution are set side by side as they were paired for the
figures.  What no pair holds is a miss or a false find; a pair that is not
word for word the same is an error of boundary, be it counted as found or not; in
pairs that count as found, a wrong source, speaker or chain is an error each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rawi.scoring.construction import Construction, construction
from rawi.scoring.files import MarkedReport
from rawi.scoring.pairing import EXACT, SAME, SOFT, Pair, pair_up
from rawi.scoring.records import FIELDS, Marked

Kind = Literal["miss", "false find", "boundary", "source", "speaker", "chain"]
KINDS: tuple[Kind, ...] = ("miss", "false find", "boundary", "source", "speaker", "chain")


@dataclass(frozen=True)
class Mistake:
    """One mistake in the report `id`.

    `gold` is None for a false find, `predicted` for a miss.  `f1` is the token-F1 of
    the two contents, 0 where they are not paired.  `construction` is gold's where
    there is one, otherwise that of what was found.
    """

    id: str
    kind: Kind
    construction: Construction
    gold: Marked | None
    predicted: Marked | None
    f1: float = 0.0


@dataclass(frozen=True)
class Group:
    """The mistakes of one kind and one construction, in the order of the file."""

    kind: Kind
    construction: Construction
    mistakes: list[Mistake]


def mistakes(key: str, report: MarkedReport, predicted: Sequence[Marked]) -> Iterator[Mistake]:
    """Yield the mistakes in one report, `key` being its id."""
    gold, text = report.attributions, report.text
    pairs = pair_up(gold, predicted)
    missed = _left(gold, {pair.gold for pair in pairs})
    false = _left(predicted, {pair.predicted for pair in pairs})
    for ours in missed:
        yield Mistake(key, "miss", construction(ours, text), ours, None)
    for theirs in false:
        yield Mistake(key, "false find", construction(theirs, text), None, theirs)
    for pair in pairs:
        yield from _in_pair(key, pair, gold[pair.gold], predicted[pair.predicted], text)


def _left(attributions: Sequence[Marked], paired: set[int]) -> list[Marked]:
    return [attribution for number, attribution in enumerate(attributions) if number not in paired]


def _in_pair(key: str, pair: Pair, ours: Marked, theirs: Marked, text: str) -> Iterator[Mistake]:
    kinds: list[Kind] = ["boundary"] if pair.f1 < EXACT else []
    if pair.f1 >= SOFT:
        kinds += (field for field in FIELDS if field in ours.has and not SAME[field](ours, theirs))
    made = construction(ours, text)
    for kind in kinds:
        yield Mistake(key, kind, made, ours, theirs, pair.f1)


def grouped(found: Sequence[Mistake]) -> list[Group]:
    """Group by kind (in the order of `KINDS`) and construction, the biggest group first."""
    groups: dict[tuple[str, ...], Group] = {}
    for mistake in found:
        key = (mistake.kind, *mistake.construction.key)
        group = groups.setdefault(key, Group(mistake.kind, mistake.construction, []))
        group.mistakes.append(mistake)
    return sorted(
        groups.values(),
        key=lambda group: (
            KINDS.index(group.kind),
            -len(group.mistakes),
            group.construction.key,
        ),
    )
