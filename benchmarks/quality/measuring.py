"""The gold files, and how well Rawi reads each of them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from rawi.cli.prediction import predictions
from rawi.scoring.files import read_marked, score_reports

ROOT = Path(__file__).resolve().parents[2]

#: The figures that have floors, all 0 to 1, with what a table calls them.
FIGURES = {
    "soft_f1": "soft F1",
    "exact_f1": "exact F1",
    "direct_soft_f1": "direct",
    "speaker_f1": "speaker",
    "chain_f1": "chain",
}

#: The folder of the gold that is in the repository: it has to be there.
OWN = "tests/gold"
#: Gold that lies beside the checkout, where there is any: whoever has it checks it as well.
BESIDE = ("seed", "ar_dev", "ar_dev_news")


class Measured(NamedTuple):
    """What was measured on one gold file.

    `digest` is the SHA-256 of the file.  `figures` holds those of `FIGURES` that the file
    has gold for: one without a statement in direct speech has no `direct_soft_f1`.
    """

    name: str
    digest: str
    reports: int
    attributions: int
    figures: dict[str, float]

    def row(self) -> dict[str, Any]:
        """Return what was measured as it stands in `floors.toml`."""
        head = {"sha256": self.digest, "reports": self.reports, "attributions": self.attributions}
        return {**head, **self.figures}


def gold_files() -> dict[str, Path]:
    """Return the gold files that are there, by the names that floors know them by."""
    # by language: what else lies there is gold of other kinds
    inside = sorted((ROOT / OWN).glob("??_*.jsonl"))
    beside = [ROOT.parent / "shared" / "gold" / f"{name}.jsonl" for name in BESIDE]
    found = {f"{OWN}/{path.name}": path for path in inside}
    return found | {f"shared/gold/{path.name}": path for path in beside if path.is_file()}


def every() -> Iterator[Measured]:
    """Measure the gold files, then the stories' reports by language; raises `InputError`."""
    for name, path in gold_files().items():
        yield measure(name, path, sha256(path.read_bytes()).hexdigest())
    for name, path in story_files().items():
        yield from _measure_stories(name, path)


def story_files() -> dict[str, Path]:
    """Return the files of stories that are there, whose reports have their attributions too."""
    inside = sorted((ROOT / OWN).glob("routes_*.json"))
    beside = ROOT.parent / "shared" / "gold" / "routes_dev.json"
    found = {f"{OWN}/{path.name}": path for path in inside}
    return found | ({f"shared/gold/{beside.name}": beside} if beside.is_file() else {})


def _measure_stories(name: str, path: Path) -> Iterator[Measured]:
    """Measure how well the reports of stories are read, a language at a time."""
    data = path.read_bytes()
    reports: dict[str, list[str]] = {}
    for story in json.loads(data)["stories"]:
        for document in story["documents"]:
            if document.get("attributions") is not None:
                line = json.dumps(document, ensure_ascii=False)
                reports.setdefault(document["language"], []).append(line)
    with tempfile.TemporaryDirectory() as folder:
        for language, lines in sorted(reports.items()):
            file = Path(folder, f"{language}.jsonl")
            file.write_text("\n".join(lines), "utf-8")
            yield measure(f"{name} {language}", file, sha256(data).hexdigest())


def measure(name: str, path: Path, digest: str) -> Measured:
    """Read the reports of a gold file and score what was found; raises `InputError`."""
    gold = read_marked(path)
    scored = score_reports(gold, predictions(gold))
    detection = scored["detection"]
    figures = {
        "soft_f1": detection["all"]["soft"]["f1"],
        "exact_f1": detection["all"]["exact"]["f1"],
    }
    if detection.get("direct", {}).get("gold"):
        figures["direct_soft_f1"] = detection["direct"]["soft"]["f1"]
    for field in ("speaker", "chain"):
        if field in scored:
            figures[f"{field}_f1"] = scored[field]["end_to_end"]["f1"]
    return Measured(name, digest, scored["reports"], detection["all"]["gold"], figures)
