"""A newer reader reads again what an older one has read."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from dumping import dump

from rawi import InputError, Ledger, Report, read
from rawi.cli import main
from rawi.ledger import schema, writing
from rawi.ledger.ledger import Added
from rawi.ledger.preparing import READER
from rawi.pipeline import read_report

Query = Callable[[sa.Select], list]

TEXT = "قال الوزير أحمد سعيد لقناة RTVI إن الطريق رقم {} سيفتح. وأضاف: «لا خوف». المصدر: تاس"


def reports(number: int) -> list[Report]:
    return [Report(id=f"r{n}", text=TEXT.format(n), published="2024-08") for n in range(number)]


@pytest.fixture
def old(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A ledger whose first 40 reports an older reader has read, badly."""
    with monkeypatch.context() as older:
        older.setattr(writing, "READER", "rawi 0.0.1")
        badly = [
            msgspec.structs.replace(one, attributions=read(one).attributions[:1])
            for one in reports(40)
        ]
        assert ledger.add(badly).added == 40
    assert ledger.add(reports(42)).added == 2
    return ledger


def test_what_was_read_is_replaced(old: Ledger, rows: Query) -> None:
    assert old.reread() == 40
    assert list(old.reports()) == [read(one) for one in reports(42)]
    assert set(rows(sa.select(schema.readings.c.reader))) == {(READER,)}
    assert old.reread() == 0


def test_the_rows_are_those_of_a_ledger_that_this_reader_made(
    old: Ledger, where: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    old.reread()
    fresh = str(tmp_path_factory.mktemp("fresh") / "ledger.db")
    with Ledger(fresh) as ledger:
        ledger.add(reports(42))
    found, expected = dump(where), dump(fresh)
    assert {name: len(rows) for name, rows in found.items()} == {
        name: len(rows) for name, rows in expected.items()
    }
    assert found["readings"] == expected["readings"]
    assert found["versions"] == expected["versions"]


def test_everything(old: Ledger) -> None:
    assert old.reread(everything=True) == 42


def test_what_reading_filled_in_is_forgotten_before(ledger: Ledger, rows: Query) -> None:
    given = Report(id="r1", text=TEXT, url="https://www.rt.com/a", warnings=("guessed",))
    none = Report(id="r2", text="ქართული ტექსტი", warnings=("guessed",))
    ledger.add([given, none])
    before = list(ledger.reports())
    assert before[0].publisher
    assert len(before[1].warnings) == 2
    with ledger.engine.begin() as connection:
        connection.execute(sa.update(schema.versions).values(language="xx", publisher="xx"))
    assert ledger.reread(everything=True) == 2
    assert list(ledger.reports()) == before
    told = sa.select(schema.versions.c.language, schema.versions.c.publisher)
    assert rows(told) == [("ar", before[0].publisher), (None, None)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_command(old: Ledger, where: str, jobs: int) -> None:
    arguments = ["reread", "--ledger", where, "--jobs", str(jobs)]
    result = CliRunner().invoke(main, arguments, prog_name="rawi")
    assert result.exit_code == 0
    assert result.stderr.startswith("40 texts read again (")
    assert list(old.reports()) == [read(one) for one in reports(42)]


def test_there_must_be_a_ledger(where: str) -> None:
    result = CliRunner().invoke(main, ["reread", "--ledger", where], prog_name="rawi")
    assert result.exit_code == 1
    assert "rawi add makes one" in result.stderr


def failing(report: Report) -> Report:
    """A reader that fails on one report."""
    if "رقم 3 " in report.text:
        raise IndexError("list index out of range")
    return read_report(report)


def test_a_report_on_which_the_reader_fails_keeps_its_reading(
    old: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.report("r3")
    monkeypatch.setattr("rawi.pipeline.read_report", failing)
    told: list[InputError] = []
    assert old.reread(on_skip=told.append) == 39
    assert old.report("r3") == before
    assert str(told[0]).startswith("r3: the reader failed on it (IndexError: list index out")
    monkeypatch.undo()
    assert old.reread() == 1
    assert list(old.reports()) == [read(one) for one in reports(42)]


def test_and_is_skipped_when_it_is_added(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rawi.pipeline.read_report", failing)
    told: list[InputError] = []
    assert ledger.add(reports(5), on_skip=told.append) == Added(added=4, skipped=1)
    assert "please report it" in str(told[0])
