"""The figures are those of the stand-alone scorer, where that lies beside the project."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rawi.scoring.files import read_marked, score_reports
from rawi.scoring.table import table

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "score.py"
pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the stand-alone scorer is not here")


def gold_files() -> list[Path]:
    return sorted((SHARED / "gold").glob("*.jsonl"))


def disturbed(report: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return a report with its attributions moved, dropped, doubled and renamed by chance."""
    length = len(report["text"])

    def moved(span: list[int]) -> list[int]:
        start = max(0, min(length - 1, span[0] + chance.choice([0, 0, 0, -9, 9, 30])))
        return [start, max(start + 1, min(length, span[1] + chance.choice([0, 0, 0, -9, 9])))]

    kept = []
    for attribution in report["attributions"]:
        for _ in range(chance.choice([0, 1, 1, 1, 1, 2])):
            other = chance.choice(report["attributions"])
            kept.append(
                attribution
                | {"content": [moved(span) for span in attribution["content"]]}
                | {
                    key: chance.choice([attribution, attribution, other])[key]
                    for key in ("type", "source", "speaker", "chain")
                }
            )
    chance.shuffle(kept)
    return {"id": report["id"], "attributions": kept}


@pytest.mark.parametrize("gold", gold_files(), ids=lambda path: path.stem)
def test_the_same_figures(gold: Path, tmp_path: Path) -> None:
    chance = random.Random(gold.stem)
    reports = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(
        "".join(json.dumps(disturbed(report, chance)) + "\n" for report in reports[1:] or reports),
        encoding="utf-8",
    )
    ours = read_marked(gold)
    theirs = read_marked(predicted, ours)
    figures = score_reports(ours, {key: found.attributions for key, found in theirs.items()})
    assert 0.2 < figures["detection"]["all"]["soft"]["f1"] < 0.95
    assert table(figures) + "\n" == peer(gold, predicted)
    assert figures == json.loads(peer(gold, predicted, "--json"))


def peer(*arguments: Path | str) -> str:
    return subprocess.run(
        [sys.executable, SCORER, *arguments], capture_output=True, encoding="utf-8", check=True
    ).stdout
