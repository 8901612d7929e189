"""Counts over reports, and precision, recall, F1 and accuracy that follow from them.

By type, recall is over the gold attributions of that type and precision over
the predicted ones; a found pair need not agree in type.  A field (source,
speaker, chain) is scored over the gold attributions that have its key, and not
at all where none has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rawi.scoring.pairing import LEVELS, SAME, SOFT, Pair, pair_up
from rawi.scoring.records import FIELDS, TYPES, Marked


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def precision_recall_f1(
    found_predicted: int, predicted: int, found_gold: int, gold: int
) -> dict[str, float]:
    """Return the three figures, 0 to 1; a share of nothing is 0."""
    precision, recall = _share(found_predicted, predicted), _share(found_gold, gold)
    both = precision + recall
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / both if both else 0.0,
    }


class Score:
    """Counts over all reports, and the figures that follow from them."""

    def __init__(self) -> None:
        self.reports = 0
        self._count: Counter[tuple[str, ...]] = Counter()

    def add(self, gold: Sequence[Marked], predicted: Sequence[Marked]) -> None:
        """Count one report."""
        self.reports += 1
        for side, attributions in (("gold", gold), ("predicted", predicted)):
            for attribution in attributions:
                for kind in ("all", attribution.type):
                    self._count[kind, side] += 1
        pairs = pair_up(gold, predicted)
        for pair in pairs:
            self._add_pair(pair, gold[pair.gold].type, predicted[pair.predicted].type)
        soft = [pair for pair in pairs if pair.f1 >= SOFT]
        for key in FIELDS:
            self._add_field(key, gold, predicted, soft)

    def _add_pair(self, pair: Pair, gold_type: str, predicted_type: str) -> None:
        for level, threshold in LEVELS.items():
            if pair.f1 >= threshold:
                for kind in ("all", gold_type):
                    self._count[kind, "gold", level] += 1
                for kind in ("all", predicted_type):
                    self._count[kind, "predicted", level] += 1

    def _add_field(
        self, key: str, gold: Sequence[Marked], predicted: Sequence[Marked], soft: Sequence[Pair]
    ) -> None:
        with_key = sum(key in attribution.has for attribution in gold)
        if gold and not with_key:
            return
        pairs = [pair for pair in soft if key in gold[pair.gold].has]
        same = SAME[key]
        self._count[key, "gold"] += with_key
        self._count[key, "predicted"] += len(predicted) - (len(soft) - len(pairs))
        self._count[key, "pairs"] += len(pairs)
        self._count[key, "right"] += sum(
            same(gold[pair.gold], predicted[pair.predicted]) for pair in pairs
        )

    def figures(self) -> dict[str, Any]:
        """Return all figures, nested as `rawi score --json` prints them."""
        figures: dict[str, Any] = {"reports": self.reports, "detection": {}}
        for kind in ("all", *TYPES):
            if kind == "all" or self._count[kind, "gold"] or self._count[kind, "predicted"]:
                figures["detection"][kind] = self._detection(kind)
        for key in FIELDS:
            if self._count[key, "gold"]:
                figures[key] = self._field(key)
        return figures

    def _detection(self, kind: str) -> dict[str, Any]:
        count = self._count
        ours, theirs = count[kind, "gold"], count[kind, "predicted"]
        levels = {
            level: {"found": count[kind, "gold", level]}
            | precision_recall_f1(
                count[kind, "predicted", level], theirs, count[kind, "gold", level], ours
            )
            for level in LEVELS
        }
        return {"gold": ours, "predicted": theirs} | levels

    def _field(self, key: str) -> dict[str, Any]:
        right, pairs = self._count[key, "right"], self._count[key, "pairs"]
        return {
            "pairs": pairs,
            "right": right,
            "accuracy": _share(right, pairs),
            "end_to_end": precision_recall_f1(
                right, self._count[key, "predicted"], right, self._count[key, "gold"]
            ),
        }
