"""How fast a ledger is searched: 100,000 reports of 2,000 characters, on SQLite or PostgreSQL.

::

    python benchmarks/ledger/search.py --reports 100000 --ledger /tmp/bench.db
    python benchmarks/ledger/search.py --reports 100000 --ledger postgresql://ann@/bench

The reports are made here, the same every time, with a vocabulary as skewed as a language's own:
some words stand in most of them, most in a few.  Their attributions are given, so that nothing
is read; the ledger is made unless it holds as many reports already.  Every kind of search is
measured as a person would meet it: the first page of 20 hits, loaded, with its snippets, and the
counts.  The aim is for searches with a filter.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator

from rawi import Attribution, Hop, Ledger, Report, Span, Speaker
from rawi.authority.outlets import Authority

CHARACTERS = 2_000
WORDS = 60_000
SPEAKERS = 8_000
STATEMENTS = 6
#: A line is printed after so many reports that are made.
TOLD = 10_000
#: The aim, in milliseconds.
AIM = 30.0
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةى"


class World:
    """The words, names and outlets that reports are made of."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        self.words = [self._word() for _ in range(WORDS)]
        weights = [1 / (rank + 3) for rank in range(WORDS)]
        self.cumulated = list(_running(weights))
        outlets = [one for one in Authority.load().outlets if "ar" in one.names][:300]
        self.outlets = [(one.id, one.names["ar"][0]) for one in outlets]
        self.speakers = [f"{self._word()} {self._word()}" for _ in range(SPEAKERS)]
        self.speaker_weights = list(_running([1 / (rank + 10) for rank in range(SPEAKERS)]))

    def _word(self) -> str:
        length = self.random.choice((3, 4, 4, 5, 5, 6, 7))
        return "".join(self.random.choices(LETTERS, k=length))

    def text(self) -> str:
        """Make a text of some 2,000 characters with sentences and the letters stuck to words."""
        chosen = self.random.choices(self.words, cum_weights=self.cumulated, k=CHARACTERS // 5)
        for at in range(0, len(chosen), 3):
            chosen[at] = self.random.choice(("ال", "وال", "بال", "و", "لل", "ال")) + chosen[at]
        for at in range(12, len(chosen), 13):
            chosen[at] += "."
        return " ".join(chosen)[:CHARACTERS]

    def report(self, number: int) -> Report:
        """Make a report of a number, with its attributions."""
        text = self.text()
        day = self.random.randrange(365 * 5)
        return Report(
            id=f"b{number}",
            text=text,
            title=" ".join(text.split()[:7]),
            publisher=self.random.choice(self.outlets)[1],
            published=f"{2019 + day // 365}-{day % 12 + 1:02}-{day % 28 + 1:02}",
            language="ar",
            attributions=tuple(self._said(text, nth) for nth in range(STATEMENTS)),
        )

    def _said(self, text: str, nth: int) -> Attribution:
        start = text.index(" ", nth * 320) + 1
        end = text.index(" ", start + 130)
        (name,) = self.random.choices(self.speakers, cum_weights=self.speaker_weights)
        outlet, written = self.random.choice(self.outlets)
        hop = Hop(name=written, how="relayed by", evidence=(), outlet=outlet)
        return Attribution(
            id=f"a{nth + 1}",
            content=(Span(start, end),),
            type=self.random.choice(("direct", "indirect", "mixed")),
            speaker=Speaker(name=name, anonymous=self.random.random() < 0.2),
            chain=(hop,) if self.random.random() < 0.5 else (),
        )


def _running(weights: list[float]) -> Iterator[float]:
    total = 0.0
    for weight in weights:
        total += weight
        yield total


def searches(world: World, times: int) -> dict[str, list[dict[str, str]]]:
    """Return what is searched for: each kind of search, several times."""
    chance = random.Random(7)

    def word(first: int, last: int) -> str:
        return world.words[chance.randrange(first, last)]

    def outlet() -> str:
        return chance.choice(world.outlets)[1]

    kinds: dict[str, Callable[[], dict[str, str]]] = {
        "a frequent word": lambda: {"query": word(0, 30)},
        "a frequent word, by an outlet": lambda: {"query": word(0, 30), "outlet": outlet()},
        "a word, by a speaker": lambda: {
            "query": word(0, 300), "speaker": chance.choice(world.speakers[:500])
        },
        "a word, in a month": lambda: {
            "query": word(0, 2_000), "since": "2021-03", "until": "2021-03"
        },
        "two words, by an outlet": lambda: {
            "query": f"{word(0, 30)} {word(0, 300)}", "outlet": outlet()
        },
        "two frequent words, since 2023": lambda: {
            "query": f"{word(0, 10)} {word(0, 10)}", "since": "2023"
        },
        "a beginning, via an outlet": lambda: {"query": f"{word(0, 300)[:3]}*", "via": outlet()},
        "or, direct, of a language": lambda: {
            "query": f"{word(0, 50)} OR {word(100, 999)}", "type": "direct", "language": "ar"
        },
        "a rare word, via an outlet": lambda: {"query": word(20_000, WORDS), "via": outlet()},
        "a phrase": lambda: {"query": f'"{word(0, 10)} {word(0, 10)}"'},
        "a speaker alone": lambda: {"speaker": chance.choice(world.speakers[:500])},
        "nothing there, by an outlet": lambda: {"query": "ظظظظظظ", "outlet": outlet()},
    }  # fmt: skip
    return {kind: [make() for _ in range(times)] for kind, make in kinds.items()}


def counted_out(reports: Iterator[Report]) -> Iterator[Report]:
    """Yield reports, and say now and then how many there were: making a ledger takes long."""
    began = time.perf_counter()
    for number, report in enumerate(reports, 1):
        yield report
        if not number % TOLD:
            seconds = time.perf_counter() - began
            print(f"{number} made, {number / seconds:.0f} a second", file=sys.stderr, flush=True)


def measure(ledger: Ledger, asked: dict[str, str], count: bool) -> tuple[float, int]:
    """Search once; return the milliseconds that it took, and the hits on the first page."""
    began = time.perf_counter()
    found = ledger.search(**asked)  # type: ignore[arg-type]
    hits = found.page(1, 20)
    if count:
        found.count()
    return (time.perf_counter() - began) * 1_000, len(hits)


def main() -> None:
    """Make the ledger where it has to be made, search it, print a table and JSON."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, default=5_000)
    parser.add_argument("--ledger", required=True)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--no-count", action="store_true", help="hits alone, no counts")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    world = World()
    with Ledger(given.ledger) as ledger:
        there = ledger.statistics()["reports"]
        if there < given.reports:
            began = time.perf_counter()
            ledger.add(counted_out(world.report(number) for number in range(given.reports)))
            print(f"made {given.reports} in {time.perf_counter() - began:.0f} s", file=sys.stderr)
        found: dict[str, dict[str, float]] = {}
        filtered: list[float] = []
        for kind, some in searches(world, given.times).items():
            took = [measure(ledger, asked, not given.no_count) for asked in some]
            times = sorted(one for one, _ in took)
            filtered += times if len(some[0]) > 1 or "query" not in some[0] else []
            found[kind] = _figures(times) | {"hits": statistics.mean(hits for _, hits in took)}
        found["with a filter"] = _figures(sorted(filtered))
    if given.json:
        print(json.dumps(found, ensure_ascii=False))
        return
    for kind, figures in found.items():
        told = "  ".join(f"{name} {value:7.1f}" for name, value in figures.items())
        print(f"{kind:32} {told}")
    print("p95 within the aim" if found["with a filter"]["p95"] <= AIM else f"p95 over {AIM} ms")


def _figures(times: list[float]) -> dict[str, float]:
    last = len(times) - 1
    return {"median": times[last // 2], "p95": times[round(last * 0.95)], "most": times[last]}


if __name__ == "__main__":
    main()
