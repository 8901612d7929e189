"""Feeds followed round after round into a ledger."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event, Thread

import pytest
from web_site import Request, Site, answer, redirect

from rawi import Ledger, LedgerError
from rawi.errors import LedgerBusyError
from rawi.following.follower import Follower
from rawi.following.pages import TRIES
from rawi.following.tally import Tally
from rawi.ledger.following import Following

Make = Callable[..., Follower]

SAID = "قال الوزير أحمد سعيد إن العمل في الميناء رقم {} يبدأ غدا، وأضاف أن السفن تصل تباعا."


def page(number: int | str, head: str = "") -> str:
    text = SAID.format(number)
    return f"<!DOCTYPE html><html lang='ar'><head>{head}</head><article><p>{text}</p></article>"


def rss(*links: str) -> bytes:
    items = "".join(f"<item><link>{link}</link></item>" for link in links)
    return answer(f"<?xml version='1.0'?><rss><channel>{items}</channel></rss>",
                  type="application/rss+xml", etag='"' + str(hash(links)) + '"')  # fmt: skip


def opml(*urls: str) -> bytes:
    outlines = "".join(f"<outline xmlUrl='{url}'/>" for url in urls)
    return answer(f"<opml><body>{outlines}</body></opml>", type="text/x-opml")


def counts(tally: Tally) -> dict[str, int]:
    return {name: count for name, count in vars(tally).items() if count}


def asked(site: Site) -> list[str]:
    """Return what was asked for since the last time."""
    paths = site.paths
    site.requests.clear()
    return paths


def urls(ledger: Ledger) -> list[str | None]:
    return [report.url for report in ledger.reports()]


def test_what_is_new_is_added_and_nothing_is_fetched_twice(
    site: Site, ledger: Ledger, follower: Make, told: list[str]
) -> None:
    site.routes |= {f"/{number}": answer(page(number)) for number in (1, 2, 3)}
    site.routes["/feed"] = rss("/1", "/2?utm_source=rss", "/2#part")
    site.routes["/2?utm_source=rss"] = site.routes["/2"]
    one = follower("/feed")
    assert counts(one.round()) == {"feeds": 1, "found": 2, "added": 2}
    assert asked(site) == ["/feed", "/1", "/2?utm_source=rss"]
    assert counts(one.round()) == {"feeds": 1}
    site.routes["/feed"] = rss("/3", "/1", "/2")
    # As a new process would: all that it has to know is in the ledger.
    assert counts(follower("/feed").round()) == {"feeds": 1, "found": 1, "added": 1}
    assert asked(site) == ["/feed", "/feed", "/3"]
    assert urls(ledger) == [f"{site.url}{path}" for path in ("/1", "/2?utm_source=rss", "/3")]
    first = next(ledger.reports())
    assert first.attributions
    assert SAID.format(1) in first.text
    assert told == []


def test_a_feed_is_asked_whether_it_changed(site: Site, follower: Make) -> None:
    def route(request: Request) -> bytes:
        if request.headers.get("if-none-match") == '"v1"':
            return answer("", "304 Not Modified")
        return answer("<rss><item><link>/1</link></item></rss>", etag='"v1"', last_modified="Mon")

    site.routes |= {"/feed": route, "/1": answer(page(1))}
    follower("/feed").round()
    assert counts(follower("/feed").round()) == {"feeds": 1}
    feeds = [one for one in site.requests if one.path == "/feed"]
    assert feeds[1].headers["if-modified-since"] == "Mon"


def test_lists_and_pages_that_name_feeds(site: Site, ledger: Ledger, follower: Make) -> None:
    named = "<link rel='alternate' type='application/rss+xml' href='/feed2'>"
    site.routes |= {
        "/opml": opml("/feed1", "/front", "/feed1"), "/front": answer(page(0, named)),
        "/feed1": rss("/1"), "/feed2": rss("/2"), "/1": answer(page(1)), "/2": answer(page(2)),
    }  # fmt: skip
    assert counts(follower("/opml").round()) == {"feeds": 4, "found": 2, "added": 2}
    assert asked(site)[:2] == ["/opml", "/feed1"]
    # A list that did not change, or that is gone, still names what it named.
    site.routes["/opml"] = answer("", "304 Not Modified")
    site.routes["/feed2"] = rss("/2", "/3")
    site.routes["/3"] = answer(page(3))
    assert counts(follower("/opml").round()) == {"feeds": 4, "found": 1, "added": 1}
    site.routes["/opml"] = answer("", "500 Oops")
    assert counts(follower("/opml").round()) == {"feeds": 4, "failed": 1}


def test_lists_do_not_lead_on_without_end(site: Site, follower: Make, told: list[str]) -> None:
    for number in range(20):
        site.routes[f"/{number}"] = opml(f"/{number + 1}", "/0")
    assert counts(follower("/0").round()) == {"feeds": 4, "failed": 1}
    assert asked(site) == ["/0", "/1", "/2", "/3"]
    assert "name its feeds yourself" in told[0]


def test_one_feed_that_fails_costs_no_other(
    site: Site, ledger: Ledger, follower: Make, told: list[str]
) -> None:
    site.routes |= {
        "/gone": answer("", "404 Not Found"), "/nothing": b"", "/text": answer("no feed at all"),
        "/page": answer(page(0)), "/broken": answer("<rss><item><link>/1</link>"),
        "/binary": answer(b"\x00\x01\xff" * 100), "/good": rss("/2"),
        "/1": answer(page(1)), "/2": answer(page(2)), "/image": answer("x", type="image/png"),
        "/bomb": answer(b" " * 5_000_001),
    }  # fmt: skip
    bad = ("/gone", "/nothing", "/text", "/page", "/binary", "/image", "/bomb")
    tally = follower(*bad, "/broken", "/good", "http://no-such-host.invalid/").round()
    assert counts(tally) == {"feeds": 10, "failed": 8, "found": 2, "added": 2}
    assert sorted(urls(ledger)) == [f"{site.url}/1", f"{site.url}/2"]  # type: ignore[type-var]
    assert len(told) == 8
    named = "\n".join(told)
    for path in bad:
        assert f"{site.url}{path}: " in named
    assert "no page or list" not in named
    assert "Traceback" not in named


def test_a_feed_that_fails_is_asked_more_rarely(
    site: Site, follower: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.routes["/feed"] = answer("", "404 Not Found")
    begin = now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    moments = []
    for _ in range(200):  # rounds of a minute
        if follower("/feed").round().feeds:
            moments.append(round((now - begin) / 60))
        now += 60
    assert moments == [0, 1, 3, 7, 15, 31, 63, 127]
    site.routes["/feed"] = rss()
    now += 86_400
    assert counts(follower("/feed").round()) == {"feeds": 1}
    now += 60
    assert counts(follower("/feed").round()) == {"feeds": 1}


def test_a_server_is_let_alone_as_long_as_it_asks(
    site: Site, follower: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.routes["/feed"] = answer("", "503 Unavailable", retry_after="3600")
    begin = now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    follower("/feed").round()
    now = begin + 3500
    assert follower("/feed").round().feeds == 0
    now = begin + 3700
    assert follower("/feed").round().feeds == 1


def test_pages_that_give_nothing(
    site: Site, ledger: Ledger, follower: Make, told: list[str]
) -> None:
    site.routes |= {
        "/robots.txt": answer("User-agent: *\nDisallow: /no", type="text/plain"),
        "/feed": rss("/gone", "/no", "/pdf", "/json", "/moved", "/empty", "/file", "/1",
                     "file:///etc/passwd", "javascript:alert(1)", "http://u:secret@x.example/",
                     "ftp://x/", "data:,x"),
        "/pdf": answer(b"%PDF-1.7"), "/json": answer('{"text": "x"}', type="application/json"),
        "/moved": redirect("/"), "/": answer(page(0)), "/empty": answer(""),
        "/file": redirect("file:///etc/passwd"), "/1": answer(page(1)),
    }  # fmt: skip
    assert counts(follower("/feed").round()) == {
        "feeds": 1, "found": 8, "added": 1, "refused": 7,
    }  # fmt: skip
    named = "\n".join(told)
    for fault in ("/gone: there is no such page", "/no: its site does not allow it",
                  "/json: application/json is no page", "/moved: it leads to its site's front",
                  "/pdf: this is a PDF file", "/empty: empty", "a link that is not followed",
                  "2 more links that are not followed"):  # fmt: skip
        assert fault in named
    assert "secret" not in named
    asked(site)
    assert counts(follower("/feed").round()) == {"feeds": 1}
    assert asked(site) == ["/feed"]
    assert urls(ledger) == [f"{site.url}/1"]


def test_a_page_that_fails_for_now_is_tried_again_and_not_for_ever(
    site: Site, follower: Make, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    site.routes |= {"/feed": rss("/1", "/2"), "/1": answer("", "500 Oops"),
                    "/2": answer("", "500 Oops")}  # fmt: skip
    assert counts(follower("/feed").round()) == {
        "feeds": 1, "found": 2, "later": 2, "waiting": 2,
    }  # fmt: skip
    site.routes["/2"] = answer(page(2))
    one = follower("/feed")
    for _ in range(TRIES + 3):
        now += 4000
        one.round()
    assert [path for path in asked(site) if path == "/1"] == ["/1"] * TRIES
    assert len(told) == 1
    assert "/1: the server failed" in told[0]
    assert counts(follower("/feed").round()) == {"feeds": 1}


def test_a_host_that_is_let_alone_costs_its_pages_no_try(
    site: Site, follower: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    site.routes |= {"/feed": rss("/1", "/2"), "/2": answer(page(2)),
                    "/1": answer("", "429 Slow", retry_after="7000")}  # fmt: skip
    one = follower("/feed")
    for _ in range(TRIES + 2):
        one.round()
        now += 10_000
    assert asked(site) == ["/feed", "/1"]
    del site.routes["/1"]
    site.routes["/1"] = answer(page(1))
    tally = follower("/feed").round()
    assert tally.added == 2


def test_a_page_that_the_ledger_holds_is_known(site: Site, ledger: Ledger, follower: Make) -> None:
    canonical = f"<link rel='canonical' href='{site.url}/1'>"
    site.routes |= {
        "/feed": rss("/1", "/copy"), "/1": answer(page(1)), "/copy": answer(page(1, canonical)),
    }  # fmt: skip
    assert counts(follower("/feed").round()) == {"feeds": 1, "found": 2, "added": 1, "known": 1}
    assert urls(ledger) == [f"{site.url}/1"]


def test_hosts_are_asked_side_by_side(follower: Make) -> None:
    def late(request: Request) -> list[bytes]:
        time.sleep(3)
        return [rss()]

    sites: list[Site] = []
    try:
        for last in range(1, 5):
            sites.append(Site(host=f"127.0.0.{last}"))
            sites[-1].routes["/feed"] = late
        began = time.monotonic()
        assert counts(follower(*(f"{one.url}/feed" for one in sites)).round()) == {"feeds": 4}
        assert time.monotonic() - began < 9
    except OSError:
        pytest.skip("this machine has one loopback address alone")
    finally:
        for one in sites:
            one.close()


def test_a_round_takes_no_longer_than_its_time(site: Site, ledger: Ledger, follower: Make) -> None:
    site.routes["/feed"] = rss(*(f"/{number}" for number in range(50)))
    site.routes |= {f"/{number}": answer(page(number)) for number in range(50)}
    tally = follower("/feed", every=4, delay=0.5).round()
    assert tally.found == 50
    assert 1 <= tally.added < 20
    assert tally.waiting == 50 - tally.added
    # What waits is fetched in the next round, the oldest first.
    more = follower("/feed", delay=0).round()
    assert more.added == tally.waiting


def test_stopping_leaves_nothing_behind(
    site: Site, ledger: Ledger, follower: Make, stop: Event
) -> None:
    site.routes["/feed"] = rss(*(f"/{number}" for number in range(20)))
    site.routes |= {f"/{number}": answer(page(number)) for number in range(20)}
    tallies: list[Tally] = []
    thread = Thread(target=follower("/feed", delay=0.3).rounds, args=[tallies.append])
    thread.start()
    while len(asked(site)) == 0 or len(urls(ledger)) < 2:
        time.sleep(0.05)
    stop.set()
    began = time.monotonic()
    thread.join(20)
    assert not thread.is_alive()
    assert time.monotonic() - began < 8
    (tally,) = tallies
    assert tally.added == len(urls(ledger))
    assert tally.waiting == 20 - tally.added
    stop.clear()
    asked(site)
    more = follower("/feed").round()
    assert more.added == tally.waiting
    assert len([path for path in asked(site) if path != "/feed"]) == tally.waiting


def test_what_is_broken_off_anywhere_goes_on(
    site: Site, ledger: Ledger, follower: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each write of what is known may be the last: the next run ends where one run would have."""
    site.routes["/feed"] = rss(*(f"/{number}" for number in range(4)))
    site.routes |= {f"/{number}": answer(page(number)) for number in range(4)}

    class Killed(BaseException):
        pass

    left = 0

    def dying(name: str) -> None:
        real = getattr(Following, name)

        def call(*arguments: object, **more: object) -> object:
            nonlocal left
            left -= 1
            if left == 0:
                raise Killed
            return real(*arguments, **more)

        monkeypatch.setattr(Following, name, call)

    for name in ("found", "save_feed", "settle", "save_robots"):
        dying(name)
    deaths = 0
    for moment in range(1, 8):
        left = moment
        try:
            follower("/feed").round()
        except Killed:
            deaths += 1
    left = -1
    follower("/feed").round()
    assert deaths >= 4
    assert sorted(urls(ledger)) == [f"{site.url}/{number}" for number in range(4)]  # type: ignore[type-var]
    assert Following(ledger).count_waiting() == 0
    fetched = asked(site)
    assert all(fetched.count(f"/{number}") <= 1 + deaths for number in range(4))


def test_a_ledger_that_is_busy_costs_a_round(
    follower: Make, told: list[str], stop: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = follower("/feed", every=0.01)
    monkeypatch.setattr("rawi.following.follower._REST", 0.01)
    gone, full = LedgerError("x", "gone"), LedgerError("x", "full")
    outcomes = [LedgerBusyError("x", "busy"), Tally(), gone, gone, Tally(), full, full, full]

    def round_() -> object:
        outcome = outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setattr(one, "round", round_)
    done: list[Tally] = []
    with pytest.raises(LedgerError, match="full"):
        one.rounds(done.append)
    assert len(done) == 2
    assert (
        told
        == ["x: busy; the next round goes on"]
        + ["x: gone; the next round goes on"] * 2
        + ["x: full; the next round goes on"] * 2
    )


def test_robots_txt_is_not_asked_for_in_every_run(site: Site, follower: Make) -> None:
    site.routes |= {"/feed": rss("/1"), "/1": answer(page(1))}
    site.routes["/robots.txt"] = answer("User-agent: *\nDisallow: /no", type="text/plain")
    for _ in range(3):
        follower("/feed").round()
    assert [one.path for one in site.requests].count("/robots.txt") == 1
    site.routes["/feed"] = rss("/no")
    assert counts(follower("/feed").round()) == {"feeds": 1, "found": 1, "refused": 1}


def test_private_addresses_are_refused_in_feeds_and_lists(
    site: Site, follower: Make, told: list[str], ledger: Ledger
) -> None:
    site.routes |= {"/feed": rss("/1"), "/1": answer(page(1))}
    assert counts(follower("/feed", allow_private=False).round()) == {"feeds": 1, "failed": 1}
    assert "--allow-private" in told[0]
    assert site.requests == []


def test_the_line_of_a_round() -> None:
    assert Tally().line() == "0 feeds, 0 new pages"
    tally = Tally(feeds=1, found=1, added=1)
    assert tally.line() == "1 feed, 1 new page: 1 added"
    tally = Tally(feeds=1200, failed=1, found=34, added=30, changed=1, known=2, refused=2, later=1,
                  waiting=5)  # fmt: skip
    assert tally.line() == (
        "1,200 feeds (1 failed), 34 new pages: 30 added, 1 changed, 2 known, 2 refused, 1 later; "
        "5 waiting"
    )


def test_a_fault_of_the_program_is_not_hidden_in_a_thread(
    site: Site, follower: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object, **more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("rawi.intake.web.polite.Web.fetch", broken)
    with pytest.raises(ZeroDivisionError):
        follower("/feed").round()
