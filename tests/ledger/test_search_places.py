"""Going on from a place: all that is found, each once, whatever is added meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from rawi import Ledger, Report
from rawi.ledger.search import Hit, Place
from rawi.records import Attribution, Span, Speaker


def report(number: int, text: str, published: str | None) -> Report:
    said = Attribution(
        id="a1", content=(Span(0, len(text)),), type="indirect",
        speaker=Speaker(name=f"Adel Mansouri {number}", anonymous=False),
    )  # fmt: skip
    return Report(
        id=f"r{number}", text=text, published=published, language="en",
        title="Wheat" if number % 5 == 0 else None, attributions=(said,),
    )  # fmt: skip


def some(first: int, last: int) -> list[Report]:
    dates = ("2024-05-01", "2024-05", "2023", None, "2024-06-02")
    texts = ("the wheat harvest is good", "wheat is scarce, and the harvest late", "Adil speaks")
    return [report(n, texts[n % 3], dates[n % 5]) for n in range(first, last)]


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add(some(0, 40))
    return ledger


QUERIES: list[tuple[str, dict[str, Any]]] = [
    ("", {}),
    ("wheat harvest", {}),
    ("wheat OR Adel", {"since": "2024-05"}),
    ("", {"since": "2024-05-01", "until": "2024-05-31"}),
    ("Adil", {"speaker": "Mansouri"}),
    ("nothing like it", {}),
]


def walked(ledger: Ledger, query: str, size: int, **filters: Any) -> Iterator[Hit]:
    place: Place | None = None
    while True:
        hits, place = ledger.search(query, **filters).after(place, size)
        assert len(hits) <= size
        yield from hits
        if place is None:
            return


def name(hit: Hit) -> str:
    return hit.report.id


@pytest.mark.parametrize("within", ["statements", "reports"])
@pytest.mark.parametrize(("query", "filters"), QUERIES)
@pytest.mark.parametrize("size", [1, 3, 40])
def test_all_is_found_in_the_same_order(
    filled: Ledger, within: Any, query: str, filters: dict[str, Any], size: int
) -> None:
    whole = list(map(name, filled.search(query, within=within, **filters)))
    if within == "statements" and not query:
        assert whole
    assert list(map(name, walked(filled, query, size, within=within, **filters))) == whole


@pytest.mark.parametrize("within", ["statements", "reports"])
def test_what_is_added_meanwhile_moves_nothing(filled: Ledger, within: Any) -> None:
    before = list(map(name, filled.search("wheat harvest", within=within)))
    seen = []
    for number, hit in enumerate(walked(filled, "wheat harvest", 2, within=within)):
        seen.append(hit.report.id)
        if number in (1, 7):
            filled.add(some(100 * (number + 1), 100 * (number + 1) + 10))
    assert len(seen) == len(set(seen))
    assert [one for one in seen if one in before] == before


def test_a_long_report_of_many_parts_comes_once(ledger: Ledger) -> None:
    long = "the wheat is good . " * 200_000
    ledger.add([Report(id="long", text=long, language="en", attributions=()), *some(0, 3)])
    found = list(map(name, walked(ledger, "wheat", 1, within="reports")))
    assert sorted(found) == ["long", "r0", "r1"]
