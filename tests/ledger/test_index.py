"""The index is kept in the transaction that adds, and knows the present versions alone."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
import sqlalchemy as sa
from test_search import REPORTS, name, report

from rawi import Ledger
from rawi.ledger import index, schema
from rawi.ledger.dialects import writing
from rawi.ledger.documents import GAP, MOST_TERMS, OVERLAP, documents, numbered
from rawi.ledger.preparing import prepare
from rawi.ledger.writing import keep

Rows = Callable[[sa.Select], list]


class Broken(Exception):
    """Something that comes between."""


def _broken_off(ledger: Ledger) -> None:
    with writing(ledger.engine) as connection:
        keep(connection, [prepare(REPORTS[1])])
        raise Broken


def test_what_is_not_kept_is_not_found(ledger: Ledger) -> None:
    ledger.add(REPORTS[:1])
    with pytest.raises(Broken):
        _broken_off(ledger)
    assert list(ledger.search("wheat")) == []
    ledger.add(REPORTS[1:2])
    assert [name(hit) for hit in ledger.search("wheat")] == ["wheat/a1"]


def test_dropping_leaves_the_others(ledger: Ledger, rows: Rows) -> None:
    ledger.add(REPORTS)
    with writing(ledger.engine) as connection:
        index.drop(connection, [2, 99])
    assert rows(sa.select(schema.indexed.c.version)) == [(1,), (3,), (4,)]
    assert [name(hit) for hit in ledger.search("wheat OR قمح")] == ["war/a2", "undated"]
    with writing(ledger.engine) as connection:
        assert index.unindexed(connection) == [2]
        index.put_again(connection, [2])
    assert "wheat/a1" in [name(hit) for hit in ledger.search("wheat")]


def test_putting_twice_is_putting_once(ledger: Ledger) -> None:
    ledger.add(REPORTS)
    with writing(ledger.engine) as connection:
        index.put_again(connection, [1, 2, 3, 4])
    assert [name(hit) for hit in ledger.search("wheat")] == ["wheat/a1", "undated"]
    assert list(ledger.examine(mend=False)) == []


def test_only_the_present_version_is_indexed(ledger: Ledger, rows: Rows) -> None:
    for text in ("First wording.", "Second wording.", "Third wording."):
        ledger.add([report("r", text, language="en")])
    assert rows(sa.select(schema.indexed.c.version)) == [(3,)]
    # Going back to an earlier wording is no new version, and the last that was new stays present.
    ledger.add([report("r", "First wording.", language="en")])
    assert rows(sa.select(schema.indexed.c.version)) == [(3,)]


def test_two_versions_in_one_go(ledger: Ledger, rows: Rows) -> None:
    ledger.add([report("r", text, language="en") for text in ("Old wording.", "New wording.")])
    assert rows(sa.select(schema.indexed.c.version)) == [(2,)]
    assert len(list(ledger.search("wording"))) == 1


def test_keys_are_in_the_order_of_time() -> None:
    days = [-3_000_000_000, -1, 0, 1_700_000_000, 4_000_000_000, 99_999_999_999]
    keys = [index.minute_key(second) for second in days]
    assert keys == sorted(keys)
    assert 0 < keys[0] < keys[-1] < index.LAST_KEY
    assert index.attribution_of(keys[3] | 12_345) == 12_345


def test_a_long_text_is_several_documents_that_overlap() -> None:
    words = [f"w{number}" for number in range(2 * MOST_TERMS)]
    parts = [part.rest.split() for part in documents(report("r", " ".join(words))).report]
    assert [len(part) for part in parts] == [MOST_TERMS, MOST_TERMS, 2 * OVERLAP]
    assert parts[0][-OVERLAP:] == parts[1][:OVERLAP]
    assert parts[-1][-1] == words[-1]
    exact = documents(report("r", " ".join(words[:MOST_TERMS]))).report
    assert len(exact) == 1


def test_documents_of_statements() -> None:
    found = documents(REPORTS[0])
    assert found.statements[1].head == "مكافحه ارهاب مستمره"
    assert found.statements[1].rest == "سيدو ديارا"
    assert found.report[0].head == "حرب طويله"
    spans = msgspec.structs.replace(
        REPORTS[0].attributions[0], content=(*REPORTS[0].attributions[0].content,) * 2
    )
    twice = documents(msgspec.structs.replace(REPORTS[0], attributions=(spans,)))
    assert GAP in twice.statements[1].head.split()


@pytest.mark.parametrize(
    ("ids", "numbers"),
    [
        (["a1", "a2"], [1, 2]),
        (["a2", "a7"], [2, 7]),
        (["c3", "a1"], [1_000_003, 1]),
        (["x", "a2"], [1, 2]),
        (["a1", "a1"], [1, 2]),
        (["a01", "a2"], [1, 2]),
        (["a99999999999", "a2"], [1, 2]),
    ],
)
def test_numbers_of_attributions(ids: list[str], numbers: list[int]) -> None:
    one = REPORTS[0].attributions[0]
    some = tuple(msgspec.structs.replace(one, id=id) for id in ids)
    assert list(numbered(msgspec.structs.replace(REPORTS[0], attributions=some))) == numbers
