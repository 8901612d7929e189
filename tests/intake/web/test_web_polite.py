"""Politeness: robots.txt, pauses, backing off."""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec
import pytest
from web_site import Request, Site, answer, redirect

from rawi.errors import FetchError
from rawi.intake.web.answers import Fetched
from rawi.intake.web.pacing import JITTER, Pace
from rawi.intake.web.polite import Web
from rawi.intake.web.robots import LONGEST_DELAY, MAX_BYTES, RobotsFile, Rules
from rawi.intake.web.urls import parse
from rawi.intake.web_options import WebOptions

Get = Callable[..., Fetched]


class Waits:
    """A clock's hands: what was waited for, in no time at all."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture
def web(options: WebOptions, waits: Waits) -> Web:
    return Web(options, sleep=waits)


@pytest.fixture
def get(site: Site, web: Web) -> Get:
    return lambda path, by=web, **more: by.fetch(parse(f"{site.url}{path}"), **more)


def robots(text: str) -> bytes:
    return answer(text, type="text/plain")


def test_what_robots_txt_forbids_is_not_asked_for(site: Site, get: Get) -> None:
    site.routes |= {
        "/robots.txt": robots("User-agent: *\nDisallow: /\nUser-agent: RAWI\nDisallow: /no\n"
                              "Disallow: /*.php$\nAllow: /no/but"),
        "/no/but": answer("yes"), "/a": answer("yes"), "/no": answer("no"), "/x.php": answer("no"),
    }  # fmt: skip
    assert get("/a").body == get("/no/but").body == b"yes"
    for path in ("/no", "/no/x", "/a/../no", "/x.php"):
        with pytest.raises(FetchError, match=r"robots\.txt") as caught:
            get(path)
        assert not caught.value.temporary
    assert site.paths == ["/a", "/no/but"]
    assert len(site.requests) == 3, "robots.txt is asked for once"


def test_what_a_redirect_leads_to_is_asked_about_too(site: Site, get: Get) -> None:
    site.routes |= {
        "/robots.txt": robots("User-agent: *\nDisallow: /no"),
        "/a": redirect("/no"),
    }
    with pytest.raises(FetchError, match=r"robots\.txt"):
        get("/a")
    assert site.paths == ["/a"]


@pytest.mark.parametrize(
    ("route", "allowed"),
    [
        (answer("none", "404 Not Found"), True),
        (answer("none", "403 Forbidden"), True),
        (answer("", "200 OK"), True),
        (answer("<html>not found</html>"), True),
        (answer(b"\xff\xfe\x00User-agent: *"), True),
        (answer("\ufeffUser-agent: *\nDisallow: /"), False),
        (answer("", "503 Unavailable"), False),
        (answer("", "500 Oops"), False),
        (answer("", "429 Slow"), False),
        (b"", False),
        (b"no HTTP", False),
        (answer("x" * (MAX_BYTES + 1)), False),
        (redirect("/robots2.txt"), False),
        (redirect("/robots.txt"), True),
        (redirect("file:///etc/passwd"), False),
    ],
    ids=["404", "403", "empty", "page", "bytes", "mark", "503", "500", "429", "nothing",
         "garbage", "large", "moved", "circle", "file"],
)  # fmt: skip
def test_what_robots_txt_may_be(site: Site, get: Get, route: bytes, allowed: bool) -> None:
    site.routes |= {
        "/robots.txt": route,
        "/robots2.txt": robots("User-agent: *\nDisallow: /a"),
        "/a": answer("x"),
    }
    if allowed:
        assert get("/a").body == b"x"
        return
    with pytest.raises(FetchError, match=r"robots\.txt"):
        get("/a")
    with pytest.raises(FetchError, match=r"robots\.txt"):
        get("/a")
    assert "/a" not in site.paths
    assert len([one for one in site.requests if one.path == "/robots.txt"]) == 1


def test_robots_txt_is_kept_from_run_to_run(site: Site, options: WebOptions, get: Get) -> None:
    class Store(dict[str, RobotsFile]):
        def load(self, origin: str) -> RobotsFile | None:
            return self.get(origin)

        def save(self, origin: str, file: RobotsFile) -> None:
            self[origin] = file

    site.routes |= {"/robots.txt": robots("User-agent: *\nDisallow: /no"), "/a": answer("x")}
    store = Store()
    for _ in range(2):
        get("/a", Web(options, store=store))
    assert [one.path for one in site.requests] == ["/robots.txt", "/a", "/a"]
    store[site.url] = RobotsFile("User-agent: *\nDisallow: /a", store[site.url].at)
    with pytest.raises(FetchError, match=r"robots\.txt"):
        get("/a", Web(options, store=store))
    for at in (time.time() - 25 * 3600, time.time() + 1e6):
        store[site.url] = RobotsFile("User-agent: *\nDisallow: /a", at)
        get("/a", Web(options, store=store))
    assert store[site.url].text.endswith("/no")


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("", 0), ("Crawl-delay: 7", 7), ("Crawl-delay: 0.5", 0.5), ("Crawl-delay: -3", 0),
        ("Crawl-delay: nan", 0), ("Crawl-delay: inf", 0), ("Crawl-delay: 1e300", LONGEST_DELAY),
        ("Request-rate: 2/1m", 30), ("Request-rate: 1/99999999999d", LONGEST_DELAY),
        ("Request-rate: 0/5", 0), ("Crawl-delay: 3\nRequest-rate: 1/2s", 3),
    ],
)  # fmt: skip
def test_the_pause_that_a_site_wants(text: str, delay: float) -> None:
    assert Rules(f"User-agent: *\n{text}").delay == delay


def test_rules_that_would_keep_a_matcher_busy() -> None:
    rule = "Disallow: /" + "*a" * 5000 + "b\n"
    rules = Rules("User-agent: *\n" + rule * 50)
    began = time.process_time()
    assert rules.allow(parse("http://example.org/" + "a" * 8000))
    many = Rules("User-agent: *\n" + "Disallow: /*x$\n" * 40_000)
    assert many.allow(parse("http://example.org/" + "a" * 8000))
    assert time.process_time() - began < 3


def test_there_is_a_pause_between_two_requests(
    site: Site, options: WebOptions, waits: Waits, get: Get
) -> None:
    site.routes |= {f"/{number}": answer("x") for number in range(9)}
    slow = Web(msgspec.structs.replace(options, delay=10), sleep=waits)
    for number in range(3):
        get(f"/{number}", slow)
    # The robots.txt, and three pages; every one waits for its own moment.
    for number, seconds in enumerate(waits.seconds, 1):
        assert number * 10 - 1 < seconds < number * 10 * (1 + JITTER) + 1
    assert len(waits.seconds) == 3
    assert len({round(one, 3) % 10 for one in waits.seconds}) == 3, "they do not fall into step"


def test_a_site_that_wants_longer_pauses_gets_them(
    site: Site, options: WebOptions, waits: Waits, get: Get
) -> None:
    site.routes |= {"/robots.txt": robots("User-agent: *\nCrawl-delay: 60"), "/a": answer("x")}
    web = Web(msgspec.structs.replace(options, delay=0.5), sleep=waits)
    get("/a", web)
    get("/a", web)
    assert waits.seconds[-1] > 59


def test_hosts_do_not_wait_for_each_other(waits: Waits) -> None:
    pace = Pace(waits)
    for _ in range(2):
        for host in ("a.example", "b.example"):
            pace.wait(host, 10)
    assert len(waits.seconds) == 2


def test_a_server_that_fails_for_now_is_asked_again(
    site: Site, web: Web, waits: Waits, get: Get
) -> None:
    answers = [answer("", "500 Oops"), b"", answer("x")]
    site.routes["/a"] = lambda request: answers.pop(0)
    patient = Web(msgspec.structs.replace(web.options, patience=10), sleep=waits)
    assert get("/a", patient).body == b"x"
    first, second = waits.seconds
    assert 0.9 < first < 2.1
    assert 1.9 < second < 6.1


def test_it_is_not_asked_for_ever(site: Site, web: Web, waits: Waits, get: Get) -> None:
    site.routes["/a"] = answer("", "502 Bad")
    patient = Web(msgspec.structs.replace(web.options, patience=10, retries=3), sleep=waits)
    with pytest.raises(FetchError, match="502"):
        get("/a", patient)
    assert site.paths == ["/a"] * 4
    with pytest.raises(FetchError, match="404"):
        get("/gone")
    assert site.paths[4:] == ["/gone"]


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Unavailable"])
def test_a_server_is_let_alone_as_long_as_it_asks(
    site: Site, web: Web, waits: Waits, get: Get, status: str
) -> None:
    answers = [answer("", status, retry_after="7"), answer("x")]
    site.routes["/a"] = lambda request: answers.pop(0)
    patient = Web(msgspec.structs.replace(web.options, patience=10), sleep=waits)
    assert get("/a", patient).body == b"x"
    assert [round(one) for one in waits.seconds] == [7]


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Unavailable"])
@pytest.mark.parametrize("after", ["3600", "999999999", None])
def test_a_server_that_asks_for_more_than_our_patience_is_let_alone(
    site: Site, get: Get, web: Web, status: str, after: str | None
) -> None:
    headers = {"retry_after": after} if after else {}
    site.routes |= {"/a": answer("", status, **headers), "/b": answer("x")}
    hasty = Web(msgspec.structs.replace(web.options, retries=0), sleep=lambda seconds: None)
    with pytest.raises(FetchError, match=status[:3]):
        get("/a", hasty)
    with pytest.raises(FetchError, match="let alone") as caught:
        get("/b", hasty)
    assert caught.value.temporary
    assert caught.value.retry_after is not None
    assert 250 < caught.value.retry_after <= 86_400
    assert site.paths == ["/a"]


def test_a_host_that_is_gone_is_let_alone(site: Site, get: Get, web: Web) -> None:
    site.routes |= {"/none": b"", "/b": answer("x")}
    hasty = Web(msgspec.structs.replace(web.options, retries=0), sleep=lambda seconds: None)
    for _ in range(2):
        with pytest.raises(FetchError):
            get("/none", hasty)
    get("/b", hasty)  # it is there after all
    for _ in range(3):
        with pytest.raises(FetchError, match="connection"):
            get("/none", hasty)
    with pytest.raises(FetchError, match="let alone"):
        get("/b", hasty)


def test_waiting_can_be_broken_off(site: Site, options: WebOptions, get: Get) -> None:
    class Stopped(Exception):
        pass

    def stop(seconds: float) -> None:
        raise Stopped

    site.routes["/a"] = answer("x")
    web = Web(msgspec.structs.replace(options, delay=60), sleep=stop)
    with pytest.raises(Stopped):
        get("/a", web)


def test_a_robots_txt_elsewhere_does_not_make_us_wait(site: Site, options: WebOptions) -> None:
    def route(request: Request) -> bytes:
        return redirect("http://other.example/robots.txt")

    site.routes["/robots.txt"] = route
    waits = Waits()
    web = Web(options, sleep=waits, resolver=lambda host, port: ["127.0.0.1"])
    web.pace.block("other.example", 5000)
    with pytest.raises(FetchError, match="let alone"):
        web.fetch(parse(f"{site.url}/a"))
    assert waits.seconds == []
