"""Who speaks, who publishes and relays, how much there is: the same on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from test_search import REPORTS, report, said

from rawi import Ledger
from rawi.ledger.outlet_counts import OutletRow
from rawi.ledger.people.listing import SpeakerRow, Written


@pytest.fixture(scope="module")
def kept(shared_where: str) -> Iterator[Ledger]:
    """A ledger that is only looked at."""
    with Ledger(shared_where) as ledger:
        ledger.add(REPORTS)
        yield ledger


def written(name: str, statements: int) -> Written:
    return Written(name=name, languages=("ar",), statements=statements)


def test_speakers_with_most_statements_first(ledger: Ledger) -> None:
    text = "one two three four"
    ledger.add(
        [
            report("a", text, said(text, "one", "Ann Bo"), said(text, "two", "Cy Dee", number=2)),
            report("b", text, said(text, "three", "Cy Dee"), published="2024-05"),
            report("c", text, said(text, "four", "Army", kind="organisation")),
        ]
    )
    assert list(ledger.speakers()) == [
        SpeakerRow(
            name="Cy Dee", kind="person", statements=2, reports=2,
            since="2024-05-01", until="2024-05-01", names=(written("Cy Dee", 2),),
        ),
        SpeakerRow(
            name="Ann Bo", kind="person", statements=1, reports=1, since=None, until=None,
            names=(written("Ann Bo", 1),),
        ),
        SpeakerRow(
            name="Army", kind="organisation", statements=1, reports=1, since=None, until=None,
            names=(written("Army", 1),),
        ),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Diarra", "ديارا", "Диарра", "Seydou Diarra"])
def test_speakers_by_name_in_any_script(kept: Ledger, name: str) -> None:
    names = {one.name for row in kept.speakers(name) for one in row.names}
    assert names == {"سيدو ديارا", "Seydou Diarra", "Сейду Диарра"}


def test_outlets(kept: Ledger) -> None:
    found = {row.id: row for row in kept.outlets()}
    assert found["rt"].published == 1
    assert (found["tass"].published, found["tass"].relayed) == (0, 1)
    assert [row.id for row in kept.outlets("لوموند")] == ["le-monde"]
    assert kept.outlets("no such outlet") == []
    assert all(isinstance(row, OutletRow) for row in found.values())


def test_statistics_are_those_of_equal_ledgers(kept: Ledger, ledger: Ledger) -> None:
    counts = kept.statistics()
    assert (counts["reports"], counts["versions"], counts["attributions"]) == (4, 4, 5)
    assert counts["languages"] == {"ar": 1, "en": 2, "ru": 1}
    assert counts["dates"] == {"unknown": 1, "day": 1, "month": 1, "year": 1}
    assert (counts["anonymous"], counts["speakers"], counts["relays"]) == (1, 4, 2)
    for one in REPORTS:  # the same, one after the other
        ledger.add([one])
    assert ledger.statistics() == counts


def test_an_empty_ledger(ledger: Ledger) -> None:
    assert list(ledger.speakers()) == []
    assert ledger.outlets() == []
    assert ledger.statistics()["reports"] == 0
    assert list(ledger.search("anything")) == []
