"""What is forgotten is gone: from the tables, from the index, from the disk."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
import sqlalchemy as sa
from test_search import REPORTS, name, report, said

from rawi import Ledger
from rawi.errors import UsageError
from rawi.ledger import schema
from rawi.ledger.forgetting import Forgotten
from rawi.records import Provenance, Report, Taken

SECRET = "Zyxwvuts said that the quagmire is bottomless."


def secret(key: str = "secret", publisher: str = "Qwertzuiop Daily") -> Report:
    one = said(SECRET, "the quagmire is bottomless", "Zyxwvuts Plokmijn", via="Asdfghjkl")
    return report(
        key, SECRET, one, publisher=publisher, language="en", published="2019-05-05",
        title="Quagmirish headline",
    )  # fmt: skip


def taken(one: Report) -> Taken:
    data = f"<p>original: {one.text}</p>".encode()
    provenance = Provenance(
        source=f"/hidden/place/{one.id}.html", media_type="text/html",
        bytes_hash=sha256(data).hexdigest(),
    )  # fmt: skip
    return Taken(report=one, provenance=provenance, original=data, id_given=True)


def count(rows: Callable[[sa.Select], list], table: sa.Table) -> int:
    return rows(sa.select(sa.func.count()).select_from(table))[0][0]


def test_nothing_stays_of_a_report(ledger: Ledger, rows: Callable[[sa.Select], list]) -> None:
    ledger.add(REPORTS)
    tables = [table for table in schema.metadata.sorted_tables if table.name != "index_state"]
    before = {table.name: count(rows, table) for table in tables}
    ledger.add([taken(secret())])
    ledger.correct("secret", "a1", "accept", by="Mona")
    assert {table.name: count(rows, table) for table in tables} != before
    assert ledger.forget("secret") == Forgotten(1, 1, 1)
    assert {table.name: count(rows, table) for table in tables} == before
    assert list(ledger.search("quagmire OR zyx* OR quagmirish")) == []
    assert ledger.report("secret") is None
    assert list(ledger.examine(mend=False)) == []


def test_no_byte_of_it_stays_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Ledger(path) as ledger:
        ledger.add(REPORTS)
        ledger.add([taken(secret())])
        ledger.correct("secret", "a1", "reject", by="Mona", note="Lkjhgfdsa")
        ledger.reread(everything=True)
        assert any(word in on_disk(tmp_path) for word in (b"Zyxwvuts", b"quagmire"))
        ledger.forget("secret")
        left = on_disk(tmp_path)
        for word in ("zyxwvuts", "quagmire", "qwertzuiop", "plokmijn", "asdfghjkl", "lkjhgfdsa"):
            assert word.encode() not in left.lower()
        assert b"hidden/place" not in left
        assert b"secret" not in left
        assert {hit.report.id for hit in ledger.search("wheat")} == {"wheat", "undated"}


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def test_what_others_share_stays(ledger: Ledger) -> None:
    ledger.add([taken(secret("one")), taken(secret("two"))])
    # The two originals differ in nothing, nor do the texts.
    assert ledger.forget("one") == Forgotten(1, 0, 0)
    assert [name(hit) for hit in ledger.search("quagmire", speaker="Plokmijn")] == ["two/a1"]
    assert ledger.original("two") is not None
    assert ledger.forget("two") == Forgotten(1, 1, 1)


def test_forgetting_by_date(ledger: Ledger) -> None:
    ledger.add(REPORTS)  # 2024-08-21, 2024-09, 2023, undated
    assert ledger.forget(before="2023-06", dry_run=True) == Forgotten(0)
    assert ledger.forget(before="2024-09-15", dry_run=True) == Forgotten(2)
    assert ledger.forget(before="2024").reports == 1
    assert {one.id for one in ledger.reports()} == {"war", "wheat", "undated"}
    assert ledger.forget(before="2100").reports == 2
    assert [one.id for one in ledger.reports()] == ["undated"]


def test_forgetting_by_publisher(ledger: Ledger) -> None:
    ledger.add([*REPORTS, secret()])
    assert ledger.forget(publisher="rt.com", before="2024").reports == 0
    assert ledger.forget(publisher="rt.com").reports == 1
    assert ledger.forget(publisher="qwertzuiop daily").reports == 1
    assert {one.id for one in ledger.reports()} == {"wheat", "russian", "undated"}


def test_all_versions_go(ledger: Ledger, rows: Callable[[sa.Select], list]) -> None:
    ledger.add([report("r", "The old wording.", language="en")])
    ledger.add([report("r", "The new wording.", language="en")])
    assert ledger.forget("r") == Forgotten(1, 2, 0)
    assert count(rows, schema.versions) == count(rows, schema.texts) == 0


def test_one_unknown_id_and_nothing_is_forgotten(ledger: Ledger) -> None:
    ledger.add(REPORTS)
    with pytest.raises(UsageError, match="no report 'none' in the ledger: nothing was forgotten"):
        ledger.forget("war", "none")
    assert len(list(ledger.reports())) == len(REPORTS)


def test_it_has_to_be_said_what(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="say which"):
        ledger.forget()
    with pytest.raises(UsageError, match="say which"):
        ledger.forget("r", before="2024")
    with pytest.raises(UsageError, match="no year, month or day"):
        ledger.forget(before="soon")


def test_what_was_forgotten_can_come_back(ledger: Ledger) -> None:
    ledger.add([secret()])
    ledger.forget("secret")
    assert ledger.add([secret()]).added == 1
    assert len(list(ledger.search("quagmire"))) == 1
