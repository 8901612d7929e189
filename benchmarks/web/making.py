"""A ledger to measure the page with: stories whose way is invented.

What is said, by whom and after whom comes from `benchmarks/tracing/making.py`, attributions and
all, so that nothing has to be read.  One statement more is carried by `CARRIERS` reports.  The
reports are short, a few sentences: tracing long ones takes hours, and pages show what was traced.
What is added meanwhile (`later`) is as long as news (`benchmarks/ledger/search.py`).
"""

from __future__ import annotations

import importlib.util
import random
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from rawi.records import Attribution, Hop, Report, Span, Speaker

BENCHMARKS = Path(__file__).resolve().parents[1]
#: Reports that carry the statement of the great story.
CARRIERS = 120
GREAT = "The eastern dam will be opened for two days from the fourth of May"
SPEAKER = "Odalie Marchetti"


def _module(name: str, path: Path) -> Any:
    """Load a module of another benchmark, whose name may be that of one of ours."""
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


stories = _module("rawi_bench_stories", BENCHMARKS / "tracing" / "making.py")
worlds = _module("rawi_bench_worlds", BENCHMARKS / "ledger" / "search.py")


def reports(number: int) -> Iterator[Report]:
    """Yield as many reports, those of the great story first."""
    great = islice(_great(), min(CARRIERS, number // 4))
    others = (report for story in stories.stories(10 * number) for report, _ in story)
    made = 0
    for some in (great, others):
        for report in islice(some, number - made):
            made += 1
            title = " ".join(report.text.split()[:9])
            yield msgspec.structs.replace(report, title=title)


def later(number: int, first: int = 0) -> Iterator[Report]:
    """Yield reports without attributions, to be added while the page is asked."""
    world = worlds.World()
    for count in range(first, first + number):
        text = world.text()
        yield Report(
            id=f"later-{count}", text=text, title=" ".join(text.split()[:7]), language="ar",
            publisher=f"Wire {count % stories.OUTLETS}", published="2024-05-04",
        )  # fmt: skip


def _great() -> Iterator[Report]:
    """Yield the reports of the great story: each credits one before it, or nobody."""
    draw = random.Random(stories.SEED)
    first = datetime(2019, 5, 4, 6, tzinfo=stories.UTC)
    for place in range(CARRIERS):
        credit = f"Wire {draw.randrange(min(place, 300))}" if place and draw.random() < 0.7 else ""
        head = f"{credit} reports. " if credit else ""
        text = f"{head}{GREAT}, {SPEAKER} said. "
        start = len(head)
        end = start + len(GREAT)
        who = Span(end + 2, end + 2 + len(SPEAKER))
        hops = (Hop(name=credit, how="relayed by", evidence=(Span(0, len(credit)),)),)
        one = Attribution(
            id="a1", content=(Span(start, end),), type="indirect",
            cue=(Span(who.end + 1, who.end + 5),), source=(who,), chain=hops if credit else (),
            speaker=Speaker(name=SPEAKER, anonymous=False, evidence=(who,)),
        )  # fmt: skip
        at = first + timedelta(minutes=4 * place)
        yield Report(
            id=f"great-{place}", text=text, publisher=f"Wire {place % stories.OUTLETS}",
            language="en", published=at.strftime("%Y-%m-%dT%H:%M:%SZ"), attributions=(one,),
        )  # fmt: skip
