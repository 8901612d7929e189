"""Which publication a report is, and which of its versions."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
import sqlalchemy as sa

from rawi import InputError, Ledger, Report
from rawi.ledger import schema
from rawi.ledger.identity import canonical, key_of, version_hash
from rawi.ledger.ledger import Added

TEXT = "قال الوزير أحمد سعيد: «سنبدأ العمل غدا»."
OTHER = "قالت الوزيرة منى سعيد: «لن نبدأ العمل غدا»."


def report(**given: str) -> Report:
    return Report(**{"id": "text", "text": TEXT} | given)


def test_the_same_report_twice_is_one(ledger: Ledger) -> None:
    one = report(id="r1")
    assert ledger.add([one]) == Added(added=1)
    assert ledger.add([one]) == Added(known=1)
    assert ledger.add([one, report(id="r2"), one]) == Added(added=1, known=2)


def test_the_same_report_twice_in_one_go_is_one(ledger: Ledger) -> None:
    assert ledger.add([report(id="r1")] * 3) == Added(added=1, known=2)


def test_a_given_id_is_kept(ledger: Ledger) -> None:
    ledger.add([report(id="كتاب/1")])
    found = ledger.report("كتاب/1")
    assert found is not None
    assert (found.id, found.text) == ("كتاب/1", TEXT)
    assert ledger.report("none") is None


def test_without_an_id_the_address_tells(ledger: Ledger) -> None:
    urls = ["https://News.example:443/a?x=1#top", "https://news.example/a?x=1"]
    assert ledger.add([report(url=url) for url in urls]) == Added(added=1, known=1)
    assert ledger.add([report(url="https://news.example/a?x=2")]) == Added(added=1)


def test_without_an_address_publisher_and_text_tell(ledger: Ledger) -> None:
    given = [report(publisher="A"), report(publisher="B"), report(publisher="A"), report()]
    assert ledger.add(given) == Added(added=3, known=1)


def test_identical_texts_share_storage_and_stay_apart(
    ledger: Ledger, rows: Callable[[sa.Select], list]
) -> None:
    ledger.add([report(publisher="A"), report(publisher="B"), report(id="r1")])
    assert len(rows(sa.select(schema.texts.c.id))) == 1
    assert len({one.id for one in ledger.reports()}) == 3


def test_a_changed_page_keeps_its_versions(ledger: Ledger) -> None:
    url = "https://news.example/a"
    first, second = report(url=url), report(url=url, text=OTHER)
    assert ledger.add([first, second]) == Added(added=1, changed=1)
    (present,) = ledger.reports()
    assert present.text == OTHER
    assert [ledger.report(present.id, number).text for number in (1, 2)] == [TEXT, OTHER]
    assert ledger.report(present.id, 3) is None
    # What it once was is known as well.
    assert ledger.add([first, second]) == Added(known=2)
    (present,) = ledger.reports()
    assert present.text == OTHER


def test_an_id_that_no_index_can_hold_is_refused(ledger: Ledger) -> None:
    faults: list[InputError] = []
    added = ledger.add([report(id="ب" * 501), report(id="ب" * 500)], on_skip=faults.append)
    assert added == Added(added=1, skipped=1)
    assert "its id is longer than 500 characters" in str(faults[0])


@pytest.mark.parametrize("key", ["title", "published"])
def test_what_a_page_says_is_part_of_its_version(key: str) -> None:
    assert version_hash(report()) != version_hash(report(**{key: "2024"}))


@pytest.mark.parametrize("key", ["language", "modified", "url", "id"])
def test_what_is_made_of_a_page_is_no_part_of_its_version(key: str) -> None:
    assert version_hash(report()) == version_hash(report(**{key: "2024"}))


def test_values_do_not_run_into_each_other() -> None:
    one = msgspec.structs.replace(report(), captions=("a",), credits=("b",))
    two = msgspec.structs.replace(report(), captions=("a", "b"))
    assert version_hash(one) != version_hash(two)
    assert key_of(report(publisher=""), False) != key_of(report(), False)


def test_an_address_that_is_none_is_kept_as_it_is() -> None:
    assert canonical(" http://[::1 ") == "http://[::1"
    assert canonical("HTTP://Example.com:80") == "http://example.com/"
    assert canonical("https://example.com:8080/A/?b=C#d") == "https://example.com:8080/A/?b=C"
