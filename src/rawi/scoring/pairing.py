"""Pairing found attributions with gold ones, one to one, and comparing a pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rawi.scoring.assignment import best_assignment
from rawi.scoring.records import Marked
from rawi.scoring.text import token_f1

#: A pair counts as found from this token-F1 on; the guidelines lay it down.
SOFT = 0.8
EXACT = 1.0
LEVELS = {"soft": SOFT, "exact": EXACT}

#: Weight of agreement in speaker and source: decides only between equal sums.
TIE_BREAK = 1e-7


def _same_source(gold: Marked, predicted: Marked) -> bool:
    if not gold.source:
        return not predicted.source
    return token_f1(gold.source, predicted.source) >= SOFT


def _same_speaker(gold: Marked, predicted: Marked) -> bool:
    if gold.speaker is None or predicted.speaker is None:
        return gold.speaker is predicted.speaker
    return predicted.speaker.name in gold.speaker.equals


def _same_chain(gold: Marked, predicted: Marked) -> bool:
    return len(gold.chain) == len(predicted.chain) and all(
        theirs.name in ours.equals for ours, theirs in zip(gold.chain, predicted.chain, strict=True)
    )


#: Field → whether a found attribution has it as gold has it.
SAME: dict[str, Callable[[Marked, Marked], bool]] = {
    "source": _same_source,
    "speaker": _same_speaker,
    "chain": _same_chain,
}


@dataclass(frozen=True)
class Pair:
    """A gold and a predicted attribution that were paired, by their numbers; `f1` > 0."""

    gold: int
    predicted: int
    f1: float


def pair_up(gold: Sequence[Marked], predicted: Sequence[Marked]) -> list[Pair]:
    """Pair one to one so that the sum of the content token-F1 is greatest.

    Of several such pairings the one that agrees best in speaker and source is
    taken, so that the order of the lines is irrelevant.
    """
    f1 = [[token_f1(ours.content, theirs.content) for theirs in predicted] for ours in gold]
    weights = [
        [
            score
            and score
            + TIE_BREAK * (2 * _same_speaker(ours, theirs) + token_f1(ours.source, theirs.source))
            for score, theirs in zip(row, predicted, strict=True)
        ]
        for row, ours in zip(f1, gold, strict=True)
    ]
    return [
        Pair(row, column, f1[row][column])
        for row, column in best_assignment(weights)
        if f1[row][column]
    ]
