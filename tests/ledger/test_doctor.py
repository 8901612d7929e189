"""What is derived is mended, what is damaged is named, and what is well is left alone."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from test_search import REPORTS, name

from rawi import Ledger
from rawi.ledger import schema
from rawi.ledger.dialects import FULL_TEXT, clear_full_text
from rawi.ledger.dialects import writing as writing_to
from rawi.ledger.doctor import Finding


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    """A ledger with some reports."""
    ledger.add(REPORTS)
    return ledger


def change(ledger: Ledger, *statements: sa.Executable) -> None:
    with writing_to(ledger.engine) as connection:
        for statement in statements:
            connection.execute(statement)


def findings(ledger: Ledger, mend: bool = True, **more: bool) -> list[Finding]:
    return list(ledger.examine(mend=mend, **more))


def searches(ledger: Ledger) -> list[list[str]]:
    asked = [("wheat", {}), ("ديارا", {}), ("", {"anonymous": True}), ("", {"via": "TASS"})]
    return [[name(hit) for hit in ledger.search(query, **more)] for query, more in asked]  # type: ignore[arg-type]


def test_a_ledger_that_is_well(kept: Ledger) -> None:
    assert findings(kept) == []
    assert findings(kept, mend=False) == []
    assert findings(kept, rebuild=True) == []


def test_rebuilding_gives_the_same_answers(kept: Ledger) -> None:
    kept.correct("war", "a1", "accept", by="Mona")
    before = searches(kept)
    assert findings(kept, rebuild=True) == []
    assert searches(kept) == before


@pytest.mark.parametrize("table", ["attributions", "mentions"])
def test_lost_rows_are_made_again(kept: Ledger, table: str) -> None:
    before, stats = searches(kept), kept.statistics()
    rows = schema.metadata.tables[table]
    change(kept, sa.update(schema.attributions).values(mention=None), sa.delete(rows))
    if table == "mentions":
        change(kept, sa.delete(schema.attributions))
    (found,) = findings(kept, mend=False)[:1]
    assert found.mended is False
    assert "3 reports whose rows are not those of their reading" in found.fault
    assert set(found.reports) == {"war", "wheat", "russian"}
    assert all(finding.mended for finding in findings(kept))
    assert searches(kept) == before
    assert kept.statistics() == stats
    assert findings(kept) == []


def test_versions_missing_in_the_index_are_put_there(kept: Ledger) -> None:
    before = searches(kept)
    with writing_to(kept.engine) as connection:
        clear_full_text(connection)
        connection.execute(sa.delete(schema.indexed))
    (found,) = findings(kept, mend=False)
    assert (found.fault, found.mended) == ("4 versions missing in the index", False)
    assert [finding.mended for finding in findings(kept)] == [True]
    assert searches(kept) == before


def test_an_index_of_another_rawi_is_made_anew_when_opened(kept: Ledger, where: str) -> None:
    before = searches(kept)
    with writing_to(kept.engine) as connection:
        clear_full_text(connection)
        connection.execute(sa.update(schema.index_state).values(made_by="older"))
    with Ledger(where) as again:
        assert searches(again) == before


def test_a_damaged_text_is_named(kept: Ledger) -> None:
    which = schema.texts.c.id == 1
    change(kept, sa.update(schema.texts).where(which).values(body=b"not compressed"))
    (found,) = findings(kept)
    assert (found.mended, found.reports) == (None, ("war",))
    assert "1 versions whose text or reading is damaged" in found.fault


def test_a_damaged_report_can_be_forgotten(kept: Ledger, where: str) -> None:
    which = schema.texts.c.id == 1
    change(kept, sa.update(schema.texts).where(which).values(body=b"not compressed"))
    assert kept.forget("war").reports == 1
    with Ledger(where) as again:  # what could not be taken out of the index went with it
        assert searches(again) == [["wheat/a1", "undated"], ["wheat/a1", "russian/a1"], [], []]
        assert findings(again) == []


def test_a_text_that_is_another_is_named(kept: Ledger) -> None:
    which = schema.texts.c.id == 1
    other = sa.select(schema.texts.c.body).where(schema.texts.c.id == 2).scalar_subquery()
    change(kept, sa.update(schema.texts).where(which).values(body=other))
    (found,) = findings(kept)
    assert (found.mended, found.reports) == (None, ("war",))


def test_a_lost_present_version_is_found_again(kept: Ledger) -> None:
    table = schema.reports
    change(kept, sa.update(table).where(table.c.key == "war").values(latest=999))
    (found, *_) = findings(kept)
    assert (found.mended, found.reports) == (True, ("war",))
    assert findings(kept) == []
    assert kept.report("war") is not None


def test_rows_that_nothing_refers_to_go(kept: Ledger) -> None:
    row = {"id": 900, "hash": b"x", "characters": 1, "body": b"x"}
    change(kept, sa.insert(schema.texts).values(row))
    (found,) = findings(kept, mend=False)
    assert (found.fault, found.mended) == ("1 rows of texts that nothing refers to", False)
    assert len(findings(kept)) == 1
    assert findings(kept) == []


def test_a_damaged_index_is_made_anew(tmp_path: object) -> None:
    with Ledger(f"{tmp_path}/ledger.db") as ledger:
        ledger.add(REPORTS)
        before = searches(ledger)
        change(ledger, sa.text(f"UPDATE {FULL_TEXT[0]}_data SET block = x'00' WHERE id > 10"))
        (found,) = findings(ledger)
        assert found.mended
        assert "damaged" in found.fault
        assert searches(ledger) == before
