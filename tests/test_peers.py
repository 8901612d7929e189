"""The comparison with peers, on a corpus of two invented articles."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

COMPARE = Path(__file__).parents[1] / "benchmarks" / "peers" / "polnear" / "compare.py"
TEXT = "Road shut\n\n“The road stays shut,” Ada Brook said on Monday.\n"
QUOTED = "“The road stays shut,”"


def _run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(COMPARE), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def part(tmp_path: Path) -> Path:
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, "utf-8")
    start, end = TEXT.index(QUOTED), TEXT.index(QUOTED) + len(QUOTED)
    cue = TEXT.index("said")
    lines = [
        f"T1\tContent {start} {end}\t{QUOTED}",
        f"T2\tCue {cue} {cue + 4}\tsaid",
        f"T3\tAttribution {cue} {cue + 4}\tsaid",
        "E1\tAttribution:T3 Content:T1 Cue:T2",
    ]
    (tmp_path / "attributions" / "one_0a1b.ann").write_text("\n".join(lines) + "\n", "utf-8")
    return tmp_path


def test_a_quotation_that_is_read_as_marked_scores_all(part: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    done = _run(part, "--gold", gold)
    assert done.returncode == 0, done.stderr
    row = next(line.split() for line in done.stdout.splitlines() if line.startswith("Rawi"))
    assert row[1:3] == ["100.0", "100.0"]
    (unit,) = json.loads(gold.read_text("utf-8"))["attributions"]
    assert unit["type"] == "direct"
    assert [TEXT[start:end] for start, end in unit["content"]] == [QUOTED]


def test_a_bent_line_is_named(part: Path) -> None:
    (part / "attributions" / "one_0a1b.ann").write_text("T1\tContent 5\n", "utf-8")
    done = _run(part)
    assert done.returncode != 0
    assert "one_0a1b.ann:1" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_texts_is_named(tmp_path: Path) -> None:
    done = _run(tmp_path)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
