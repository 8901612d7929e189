"""What was found, counted by speaker, outlet, language and type."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi import Attribution, Ledger, Report, Span, Speaker
from rawi.ledger.facets import Facet
from rawi.records import Type


def said(number: int, name: str | None, type: Type = "indirect") -> Attribution:
    speaker = Speaker(name=name, anonymous=False) if name else None
    return Attribution(id=f"a{number}", content=(Span(0, 5),), type=type, speaker=speaker)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    made = Ledger(tmp_path / "facets.db")
    made.add(
        [
            Report(
                id="one", text="wheat is enough", publisher="Quaywire", language="en",
                attributions=(said(1, "Lev Korban"), said(2, None, "direct")),
            ),
            Report(
                id="two", text="wheat is here", publisher="Harbour Post", language="fr",
                attributions=(said(1, "Lev Korban"),),
            ),
            Report(id="three", text="bread is here", attributions=(said(1, "Mona"),)),
        ]
    )  # fmt: skip
    return made


def test_what_was_found_is_counted(ledger: Ledger) -> None:
    found = ledger.search("wheat").facets()
    assert (found.counted, found.complete) == (3, True)
    assert found.speakers == (Facet("Lev Korban", "Lev Korban", 2),)
    assert [(one.name, one.count) for one in found.outlets] == [
        ("Quaywire", 2),
        ("Harbour Post", 1),
    ]
    assert [(one.value, one.count) for one in found.languages] == [("en", 2), ("fr", 1)]
    assert [(one.value, one.count) for one in found.types] == [("indirect", 2), ("direct", 1)]


def test_a_filter_of_a_facet_finds_what_it_counts(ledger: Ledger) -> None:
    for one in ledger.search("wheat").facets().outlets:
        assert len(list(ledger.search("wheat", within="statements", outlet=one.value))) == one.count


def test_reports_alone_have_no_facets(ledger: Ledger) -> None:
    assert ledger.search("wheat", within="reports").facets().counted == 0


def test_more_than_are_counted(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rawi.ledger.search.MOST_COUNTED", 2)
    found = ledger.search("wheat").facets()
    assert (found.counted, found.complete) == (2, False)
