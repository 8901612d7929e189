"""What following has to know from round to round, on both databases."""

from __future__ import annotations

import pytest

from rawi import Ledger
from rawi.ledger.following import Feed, Following, Link, Robots
from rawi.records import Provenance, Report, Taken


@pytest.fixture
def following(ledger: Ledger) -> Following:
    return Following(ledger)


def links(*urls: str) -> list[Link]:
    return [Link(url, url) for url in urls]


def waiting(following: Following, now: int = 100) -> list[str]:
    return [page.url for page in following.waiting(now)]


def test_a_feed_is_kept_as_it_was(following: Following, where: str) -> None:
    url = "https://news.example/" + "a" * 5000
    assert following.feed(url) == Feed(url=url)
    feed = Feed(url=url, etag='"v1"', last_modified="Mon", asked_at=7, failures=2,
                rest_until=2**40, fault="gone\0" * 1000)  # fmt: skip
    following.save_feed(feed)
    listed = Feed(url="https://news.example/list", links=("https://a.example/", "ب"))
    following.save_feed(listed)
    with Ledger(where) as again:
        kept = Following(again).feed(url)
        assert kept.fault is not None
        assert kept.fault.startswith("gone\ufffdgone")
        assert len(kept.fault) == 500
        assert kept == Feed(url=url, etag='"v1"', last_modified="Mon", asked_at=7, failures=2,
                            rest_until=2**40, fault=kept.fault)  # fmt: skip
        assert Following(again).feed(listed.url) == listed
    following.save_feed(Feed(url=url, links=()))
    assert following.feed(url) == Feed(url=url, links=())


def test_a_page_is_found_once(following: Following) -> None:
    assert following.found(links("b", "a", "b"), 10) == 2
    assert following.found(links("a", "c"), 11) == 1
    assert following.found([], 12) == 0
    assert waiting(following) == ["b", "a", "c"]
    assert waiting(following, 10) == ["b", "a"]
    assert following.count_waiting() == 3


def test_what_is_settled_is_never_fetched_again(following: Following) -> None:
    following.found(links("a", "b", "c"), 10)
    first, second, third = following.waiting(10)
    following.settle(first, "kept")
    following.settle(second, "refused", "there is no such page")
    following.put_off(third, 50, "no answer", tries=1)
    assert following.found(links("a", "b", "c"), 20) == 0
    assert waiting(following, 49) == []
    (again,) = following.waiting(50)
    assert (again.url, again.tries) == ("c", 1)
    assert following.count_waiting() == 1


def test_an_address_is_known_by_its_key(following: Following) -> None:
    assert following.found([Link("https://a.example/?utm_source=x", "k")], 1) == 1
    assert following.found([Link("https://a.example/?utm_source=y", "k")], 1) == 0


def test_what_the_ledger_holds_is_not_fetched(following: Following, ledger: Ledger) -> None:
    report = Report(id="x", text="قال", url="https://News.example:443/1#part")
    place = Provenance(source="old.warc", media_type="text/html", bytes_hash="00" * 32)
    ledger.add([Taken(report=report, provenance=place, original=b"", id_given=False)])
    assert following.found(links("https://news.example/1", "https://news.example/2"), 1) == 1
    assert waiting(following) == ["https://news.example/2"]
    assert following.found(links("https://news.example/1"), 1) == 0


def test_many_pages_at_once(following: Following) -> None:
    urls = [f"https://news.example/{number}" for number in range(2000)]
    assert following.found(links(*urls), 1) == 2000
    assert following.found(links(*urls, "https://news.example/new"), 2) == 1
    assert waiting(following)[:2000] == urls


def test_robots_are_kept_for_some_time(following: Following) -> None:
    following.save_robots("https://a.example", Robots("User-agent: *\0", 10))
    following.save_robots("https://b.example", Robots("", 20))
    following.save_robots("https://a.example", Robots("new", 30))
    assert following.robots(0) == {
        "https://a.example": Robots("new", 30), "https://b.example": Robots("", 20),
    }  # fmt: skip
    assert list(following.robots(25)) == ["https://a.example"]
    assert list(following.robots(0)) == ["https://a.example"]
