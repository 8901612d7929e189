"""How well names are found across scripts, and how often another is taken for one.

::

    python benchmarks/ledger/names.py                    # the names of tests
    python benchmarks/ledger/names.py --names towns.tsv  # others

The file has a column a script, its name in the first line, and a row a name.  Every spelling is
looked for in every other column, among all names there.
"""

from __future__ import annotations

import argparse
import time
from itertools import permutations
from pathlib import Path

from rawi.authority.sounds import alike, skeletons
from rawi.ledger.terms import terms

NAMES = Path(__file__).parents[2] / "tests" / "authority" / "name_spellings.tsv"


def read(path: Path) -> dict[str, list[str]]:
    """Return the columns of a file, of each name its first term."""
    head, *lines = path.read_text("utf-8").splitlines()
    rows = [[(terms(cell) or [""])[0] for cell in line.split("\t")] for line in lines]
    return dict(zip(head.split("\t"), map(list, zip(*rows, strict=True)), strict=True))


def measure(ours: list[str], theirs: list[str]) -> tuple[int, int, int]:
    """Return how many names were looked for, found, and taken wrongly."""
    by_skeleton: dict[str, set[str]] = {}
    for name in theirs:
        for key in skeletons(name):
            by_skeleton.setdefault(key, set()).add(name)
    asked = found = wrong = 0
    for name, right in zip(ours, theirs, strict=True):
        if not name or not right:
            continue
        candidates = {one for key in skeletons(name) for one in by_skeleton.get(key, ())}
        taken = {one for one in candidates if alike(name, one)}
        asked += 1
        found += right in taken
        wrong += len(taken - {right})
    return asked, found, wrong


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--names", type=Path, default=NAMES)
    columns = read(parser.parse_args().names)
    print(f"{'from':10} {'to':10} {'names':>6} {'found':>7} {'wrong a name':>13} {'ms a name':>10}")
    for one, other in permutations(columns, 2):
        began = time.process_time()
        asked, found, wrong = measure(columns[one], columns[other])
        took = (time.process_time() - began) * 1_000 / max(asked, 1)
        rate = f"{found / max(asked, 1):7.1%} {wrong / max(asked, 1):13.3f} {took:10.2f}"
        print(f"{one:10} {other:10} {asked:6} {rate}")


if __name__ == "__main__":
    main()
