"""What outlets published and relayed is kept as it would be counted, whatever happens."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa
from test_search import REPORTS, report, said

from rawi import Ledger
from rawi.ledger import outlet_counts, schema
from rawi.records import Hop, Report

TEXT = "one two three four"


def published(id: str, publisher: str, *through: str, text: str = TEXT) -> Report:
    """Return a report of an outlet, one statement of it through each of some others."""
    made = [
        msgspec.structs.replace(
            said(text, word, "Ann Bo", number=number),
            chain=(Hop(name=name, how="relayed by", evidence=()),),
        )
        for number, (word, name) in enumerate(zip(text.split(), through, strict=False), 1)
    ]
    if not made:
        made = [said(text, "one", "Ann Bo")]
    return msgspec.structs.replace(report(id, text, *made), publisher=publisher)


def rows(ledger: Ledger) -> dict[str, tuple[int, int]]:
    """Return what is counted, by name; it is what would be counted now."""
    with ledger.engine.connect() as connection:
        assert outlet_counts.astray(connection) == []
    return {row.name: (row.published, row.relayed) for row in ledger.outlets()}


def test_reports_arrive_change_and_go(ledger: Ledger) -> None:
    ledger.add([published("a", "Alpha", "Wire", "Wire"), published("b", "Beta", "Wire")])
    assert rows(ledger) == {"Wire": (0, 3), "Alpha": (1, 0), "Beta": (1, 0)}
    ledger.correct("a", "a1", "reject", by="Mona")
    assert rows(ledger) == {"Wire": (0, 2), "Alpha": (1, 0), "Beta": (1, 0)}
    ledger.correct("a", "a1", "withdraw", by="Mona")
    assert rows(ledger)["Wire"] == (0, 3)
    ledger.add([published("a", "Gamma", "Alpha", text="five six")])  # another version
    assert rows(ledger) == {"Alpha": (0, 1), "Beta": (1, 0), "Gamma": (1, 0), "Wire": (0, 1)}
    ledger.forget("a")
    assert rows(ledger) == {"Beta": (1, 0), "Wire": (0, 1)}
    ledger.forget("b")
    assert rows(ledger) == {}


def test_the_list_goes_on_after_a_row(ledger: Ledger) -> None:
    ledger.add(REPORTS)
    ledger.add([published("a", "Alpha", "Wire", "Wire"), published("b", "Beta", "Wire")])
    whole = ledger.outlets()
    counts = [row.published + row.relayed for row in whole]
    assert counts == sorted(counts, reverse=True)
    found = ledger.outlets(limit=1)
    while len(found) < len(whole):
        last = found[-1]
        place = (last.published + last.relayed, last.name, last.id or "")
        found += ledger.outlets(limit=1, after=place)
    assert found == whole
    assert ledger.outlets("Beta", after=(1, "Beta", "")) == []


def test_doctor_finds_and_mends_what_is_counted_wrongly(ledger: Ledger) -> None:
    ledger.add(REPORTS)
    before = ledger.outlets()
    with ledger.engine.begin() as connection:
        connection.execute(sa.update(schema.outlet_tallies).values(relayed=99))
    (found,) = list(ledger.examine())
    assert "outlets that are not counted right" in found.fault
    assert found.mended
    assert ledger.outlets() == before
    assert list(ledger.examine()) == []


def test_an_index_that_is_made_again_counts_once(ledger: Ledger) -> None:
    ledger.add(REPORTS)
    before = rows(ledger)
    list(ledger.examine(rebuild=True))
    assert rows(ledger) == before


def test_an_older_ledger_is_counted_when_it_is_opened(ledger: Ledger, where: str) -> None:
    ledger.add(REPORTS)
    ledger.add([published("a", "Alpha", "Wire", "Wire"), published("b", "Beta", "Wire")])
    before = rows(ledger)
    with ledger.engine.begin() as connection:
        schema.outlet_tallies.drop(connection)
        connection.execute(sa.text("DROP INDEX ix_derivations_outlet"))
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0005'"))
    ledger.close()
    with Ledger(where) as again:
        assert rows(again) == before
