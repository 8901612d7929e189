"""How well names of one person are brought together, and those of two kept apart.

    python benchmarks/quality/persons.py           # all of tests/gold/speakers.jsonl
    python benchmarks/quality/persons.py --show    # with the pairs that went wrong

Every line of the gold is a ledger of its own: the names of one person in four scripts, or those
of two or three who are easily taken for one.  Beside that, all of the former together make one
ledger, in which nobody may be taken for another.  Counted are pairs of names.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from rawi.authority.persons.grouping import Form, groups
from rawi.authority.persons.traits import traits_of

GOLD = Path(__file__).parents[2] / "tests" / "gold" / "speakers.jsonl"


class Score(NamedTuple):
    """Pairs: rightly together, wrongly together, wrongly apart."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of pairs brought together that are of one person."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of pairs of one person that are brought together."""
        return self.right / max(1, self.right + self.missed)


def lines(half: str) -> list[Any]:
    """Return the lines of one half of the gold: "tuned" or "unseen"."""
    read = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    return [line for line in read if line["half"] == half]


def score(half: str, *, together: bool = False, show: bool = False) -> Score:
    """Score each line for itself, or all lines of one person `together`."""
    chosen = lines(half)
    some = [[one for one in chosen if len(one["persons"]) == 1]] if together else [
        [one] for one in chosen
    ]  # fmt: skip
    counts = [0, 0, 0]
    for ledger in some:
        for kind, pair in _judged(ledger):
            counts[kind] += 1
            if show and kind:
                print("   ", ("", "wrong ", "missed")[kind], *pair, sep="  ")
    return Score(*counts)


def _judged(ledger: Iterable[Any]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield 0 (right), 1 (wrong) or 2 (missed) with each pair of names that counts."""
    owner: dict[str, tuple[str, int]] = {}
    forms = []
    for line in ledger:
        for number, names in enumerate(line["persons"]):
            for one in names:
                if one.get("kind", "person") == "person":
                    owner[one["name"]] = (line["id"], number)
                    traits = traits_of(one["role"]) if "role" in one else frozenset[str]()
                    forms.append(Form(one["name"], traits))
    found = {name: n for n, some in enumerate(groups(forms)) for name in some}
    for one, other in combinations(sorted(owner), 2):
        same, brought = owner[one] == owner[other], found[one] == found[other]
        if same or brought:
            yield (0 if same and brought else 2 if same else 1), (one, other)


def main() -> None:
    """Print the scores of both halves."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--show", action="store_true", help="show the pairs that went wrong")
    show = parser.parse_args().show
    print(f"{'half':8} {'ledger':10} {'right':>6} {'wrong':>6} {'missed':>7} {'P':>7} {'R':>7}")
    for half in ("tuned", "unseen"):
        for together in (False, True):
            found = score(half, together=together, show=show and not together)
            kind = "one" if together else "a line"
            print(f"{half:8} {kind:10} {found.right:6} {found.wrong:6} {found.missed:7} "
                  f"{found.precision:7.3f} {found.recall:7.3f}")  # fmt: skip


if __name__ == "__main__":
    main()
