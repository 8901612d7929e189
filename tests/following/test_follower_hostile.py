"""Feeds and lists that mean harm cost bounded time and memory, and no other feed."""

from __future__ import annotations

import gzip
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from web_site import Request, Site, answer, redirect

from rawi import Ledger, read
from rawi.following.follower import Follower
from rawi.following.sources import followed
from rawi.ledger.following import Following

Make = Callable[..., Follower]

PAGE = (
    "<!DOCTYPE html><html lang='ar'><article><p>قال الوزير أحمد سعيد إن العمل في الميناء يبدأ "
    "غدا، وأضاف أن السفن تصل تباعا.</p></article>"
)
GOOD = answer("<rss><item><link>/good-page</link></item></rss>")


def drip(data: bytes) -> Callable[[Request], Iterator[bytes]]:
    def route(request: Request) -> Iterator[bytes]:
        for byte in data:
            yield bytes([byte])
            time.sleep(0.05)

    return route


def flood(request: Request) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n\r\n<rss>"
    while True:
        yield b"<item><link>/x</link></item>" * 1000


@pytest.fixture
def good() -> Iterator[Site]:
    """Another host, which means no harm."""
    try:
        site = Site(host="127.0.0.2")
    except OSError:
        pytest.skip("this machine has one loopback address alone")
    site.routes |= {"/feed": GOOD, "/good-page": answer(PAGE)}
    yield site
    site.close()


@pytest.mark.parametrize(
    "route",
    [
        flood,
        drip(answer("<rss>" + "<item/>" * 1000)),
        drip(b"HTTP/1.1 200 OK\r\nX: y\r\n" * 100),
        answer(gzip.compress(b"<rss>" + b" " * 50_000_000), content_encoding="gzip"),
        answer("<rss/>", content_length="50000000"),
        answer(b"<rss>" + b"<item>" * 1_500_000),
        redirect("/feed?" + "x" * 9000),
    ],
    ids=["flood", "drip", "headers", "bomb", "length", "nested", "address"],
)
def test_a_feed_that_is_never_done_costs_no_other(
    site: Site, good: Site, ledger: Ledger, follower: Make, told: list[str], route: object
) -> None:
    site.routes["/feed"] = route  # type: ignore[assignment]
    one = follower("/feed", f"{good.url}/feed", total_timeout=5)
    read(PAGE, format="html")  # what reads a report is loaded, and counts no more
    tracemalloc.start()
    began = time.monotonic()
    try:
        tally = one.round()
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()
    assert time.monotonic() - began < 40
    assert tally.added == 1
    assert tally.failed == (0 if not told else 1)
    assert all(line.startswith(f"{site.url}/feed") for line in told)
    assert [report.url for report in ledger.reports()] == [f"{good.url}/good-page"]


def test_redirects_without_end(site: Site, follower: Make, told: list[str]) -> None:
    def route(request: Request) -> bytes:
        number = int(request.path.rpartition("=")[2] or 0) if "=" in request.path else 0
        return redirect(f"/feed?n={number + 1}")

    site.routes["/feed"] = route
    site.routes |= {f"/feed?n={number}": route for number in range(30)}
    assert follower("/feed").round().failed == 1
    assert len(site.paths) == 11
    assert "more than 10 redirects" in told[0]


def test_a_list_that_leads_inside(
    site: Site, follower: Make, told: list[str], tmp_path: Path
) -> None:
    inside = [
        "file:///etc/passwd", "FILE://localhost/etc/passwd", "feeds.opml", "gopher://127.0.0.1/",
        f"http://{site.netloc}/feed", f"http://localhost:{site.port}/feed",
        f"http://2130706433:{site.port}/feed", f"http://[::ffff:127.0.0.1]:{site.port}/feed",
        f"http://0.0.0.0:{site.port}/feed", "http://10.0.0.1/", "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/", "http://[::1]/",
        f"http://u:secret@{site.netloc}/feed",
    ]  # fmt: skip
    path = tmp_path / "feeds.opml"
    outlines = "".join(f"<outline xmlUrl='{one}'/>" for one in inside)
    path.write_text(f"<opml><body>{outlines}</body></opml>")
    site.routes["/feed"] = GOOD
    urls = [str(url) for url in followed([str(path)], told.append)]
    assert len(told) == 5
    assert len(urls) == 9  # the one of 2130706433 is that of the site
    tally = follower(*urls, allow_private=False).round()
    assert (tally.feeds, tally.failed, tally.found) == (9, 9, 0)
    assert site.requests == []
    assert all("--allow-private" in line for line in told[5:])
    assert "secret" not in "".join(told)


def test_a_feed_of_links_that_no_one_may_follow_does_not_fill_the_screen(
    site: Site, follower: Make, told: list[str]
) -> None:
    items = "".join(f"<item><link>file:///{number}</link></item>" for number in range(5000))
    site.routes["/feed"] = answer(f"<rss>{items}</rss>")
    tally = follower("/feed").round()
    assert (tally.failed, tally.found) == (0, 0)
    assert len(told) == 4
    assert told[-1].endswith("997 more links that are not followed")


def test_lists_that_name_each_other(site: Site, follower: Make, told: list[str]) -> None:
    site.routes |= {
        "/a": answer("<opml><outline xmlUrl='/b'/><outline xmlUrl='/a'/></opml>"),
        "/b": answer("<opml><outline xmlUrl='/a'/></opml>"),
    }
    tally = follower("/a").round()
    assert (tally.feeds, tally.failed) == (2, 0)
    assert told == []


def test_feeds_that_are_too_many_for_a_round_have_their_turn(
    site: Site, ledger: Ledger, follower: Make
) -> None:
    names = [f"/{number}" for number in range(12)]
    site.routes |= {name: answer("<rss/>") for name in names}
    following, rounds = Following(ledger), 0
    while not all(following.feed(f"{site.url}{name}").asked_at for name in names):
        assert rounds < len(names), "one more feed, at least, in each round"
        follower(*names, every=1, delay=0.3).round()
        rounds += 1
    assert rounds > 1


def test_a_page_with_the_letters_of_a_terminal(site: Site, follower: Make, told: list[str]) -> None:
    site.routes["/feed"] = answer("<rss><item><link>/\x1b[31m</link></item>"
                                  "<item><link>/a</link></item></rss>")  # fmt: skip
    site.routes["/a"] = answer("x", type="text/\x1b[31m")
    tally = follower("/feed").round()
    assert tally.found <= 2
    from rawi.export.safe import one_line

    assert not any("\x1b" in one_line(line) for line in told)
