"""English beside its peers: Rawi, textacy and human annotators on PolNeAR, in one run.

    python benchmarks/peers/polnear/compare.py CORPUS/data/test
    python benchmarks/peers/polnear/compare.py CORPUS/data/test --textacy PYTHON MODEL

PolNeAR is networkdynamics/PolNeAR on GitHub; it names no licence, so nothing of it is kept here
and nothing is made from it.  PYTHON is an interpreter that has textacy and spaCy's MODEL.  Prints
soft F1 (per cent) by paragraph, by type too, and articles a second of CPU time.  `--gold FILE` and
`--read FILE` write the corpus and Rawi's reading in the format of gold, for looking at mistakes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
from paragraphs import units
from standoff import Article, read_part

import rawi
from rawi.errors import RawiError
from rawi.scoring.figures import Score
from rawi.scoring.records import TYPES, Marked

Records = dict[str, list[dict[str, Any]]]
QUOTES = Path(__file__).with_name("textacy_quotes.py")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("part", type=Path, help="folder with text/ and attributions/")
    parser.add_argument("--textacy", nargs=2, metavar=("PYTHON", "MODEL"))
    parser.add_argument("--gold", type=Path, metavar="FILE")
    parser.add_argument("--read", type=Path, metavar="FILE")
    asked = parser.parse_args(arguments)
    try:
        articles = read_part(asked.part)
    except RawiError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    print(f"{len(articles)} articles; soft F1 by paragraph, per cent")
    print(f"{'':<12}{'all':>7}{'direct':>8}{'mixed':>7}{'indirect':>10}{'articles/s':>12}")
    found, seconds = _rawi(articles)
    _row("Rawi", _score(articles, found), len(articles) / seconds)
    if asked.textacy:
        theirs, seconds = _textacy(articles, *asked.textacy)
        _row("textacy", _score(articles, theirs), len(articles) / seconds)
    if any(len(article.annotations) > 1 for article in articles):
        _row("two people", _people(articles), None)
    gold = {article.id: article.annotations[0] for article in articles}
    for path, records in ((asked.gold, gold), (asked.read, found)):
        if path is not None:
            _write(path, articles, records)
    return 0


def _rawi(articles: list[Article]) -> tuple[Records, float]:
    """Return what Rawi finds, and the seconds; a first text loads the tables."""
    rawi.read("“Yes,” she said, and then he said that he would not.", language="en")
    found = {}
    start = time.process_time()
    for article in articles:
        read = rawi.read(article.text, language="en")
        found[article.id] = [msgspec.to_builtins(one) for one in read.attributions]
    return found, time.process_time() - start


def _textacy(articles: list[Article], python: str, model: str) -> tuple[Records, float]:
    given = "".join(json.dumps({"id": one.id, "text": one.text}) + "\n" for one in articles)
    run = subprocess.run(
        [python, str(QUOTES), model], input=given, stdout=subprocess.PIPE, text=True, check=True
    )
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    return {line["id"]: line["attributions"] for line in lines[:-1]}, lines[-1]["seconds"]


def _score(articles: list[Article], found: Records) -> Score:
    score = Score()
    for article in articles:
        gold = units(article.annotations[0], article.text)
        score.add(gold, units(found.get(article.id, []), article.text))
    return score


def _people(articles: list[Article]) -> Score:
    """Set every two annotators of a text against each other."""
    score = Score()
    for article in articles:
        for one, other in combinations(article.annotations, 2):
            score.add(units(one, article.text), units(other, article.text))
    return score


def _row(name: str, score: Score, speed: float | None) -> None:
    detection = score.figures()["detection"]
    kinds = [detection.get(kind) for kind in ("all", *TYPES)]
    cells = [0.0 if kind is None else 100 * kind["soft"]["f1"] for kind in kinds]
    fast = "" if speed is None else f"{speed:.1f}"
    print(
        f"{name:<12}{cells[0]:>7.1f}{cells[1]:>8.1f}{cells[2]:>7.1f}{cells[3]:>10.1f}{fast:>12}",
        flush=True,
    )


def _write(path: Path, articles: list[Article], found: Records) -> None:
    """Write the units that were scored as a file that `rawi score` takes."""
    lines = []
    for article in articles:
        records = [_plain(one) for one in units(found[article.id], article.text)]
        report = {"id": article.id, "language": "en", "text": article.text}
        lines.append(json.dumps(report | {"attributions": records}, ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _plain(unit: Marked) -> dict[str, Any]:
    return {"content": [list(span) for span in unit.spans["content"]], "type": unit.type}


if __name__ == "__main__":
    sys.exit(main())
