"""Which addresses are connected to: of the public web, unless a person says otherwise."""

from __future__ import annotations

import socket
import time
from collections.abc import Sequence

import pytest
from web_site import Site, answer, redirect

from rawi.errors import FetchError
from rawi.intake.web.fetching import Fetcher
from rawi.intake.web.guard import Guard
from rawi.intake.web.urls import parse
from rawi.intake.web_options import WebOptions

FORBIDDEN = [
    "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1",
    "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1",
    "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.1",
    "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:8.8.8.8",
    "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "100::1", "2001::1",
    "2001:0:53aa:64c:0:fbff:a55f:e", "2001:2::1", "2001:10::1", "2001:db8::1",
    "2002:7f00:1::1", "2002:808:808::1", "2606:4700::5efe:a00:1", "2606:4700::200:5efe:a00:1",
    "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"]


class Names:
    """A resolver that gives, for each time that it is asked, the next answer."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, int]] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append((host, port))
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.mark.parametrize("address", FORBIDDEN)
def test_no_address_but_of_the_public_web(address: str) -> None:
    literal = f"[{address}]" if ":" in address else address
    for guard, url in (
        (Guard(resolver=Names([address])), "https://news.example/"),
        (Guard(), f"http://{literal}/"),
    ):
        with pytest.raises(FetchError, match="--allow-private") as caught:
            guard.addresses(parse(url), 1)
        assert not caught.value.temporary


@pytest.mark.parametrize("address", FORBIDDEN)
def test_all_addresses_where_a_person_allows_it(address: str) -> None:
    guard = Guard(allow_private=True, resolver=Names([address]))
    assert guard.addresses(parse("http://news.example/"), 1) == [address]


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_of_the_public_web(address: str) -> None:
    guard = Guard(resolver=Names([address]))
    assert guard.addresses(parse("https://news.example/"), 1) == [address]


def test_of_several_addresses_those_that_are_allowed() -> None:
    guard = Guard(resolver=Names(["10.0.0.1", "8.8.8.8", "::1", "8.8.8.8"]))
    assert guard.addresses(parse("http://news.example/"), 1) == ["8.8.8.8"]


def test_the_other_ways_to_write_an_address() -> None:
    for host in ("2130706433", "0x7f000001", "0177.1", "127.1", "[::ffff:7f00:1]"):
        with pytest.raises(FetchError, match="public web"):
            Guard().addresses(parse(f"http://{host}/"), 1)


def test_names_that_are_not_there() -> None:
    def gone(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    def silent(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    url = parse("http://news.example/")
    with pytest.raises(FetchError, match="no such host") as caught:
        Guard(resolver=gone).addresses(url, 1)
    assert not caught.value.temporary
    with pytest.raises(FetchError, match="Temporary failure") as caught:
        Guard(resolver=silent).addresses(url, 1)
    assert caught.value.temporary
    with pytest.raises(FetchError, match="no address"):
        Guard(resolver=Names([])).addresses(url, 1)


def test_a_resolver_that_takes_its_time_is_not_waited_for() -> None:
    def slow(host: str, port: int) -> Sequence[str]:
        time.sleep(5)
        return ["8.8.8.8"]

    began = time.monotonic()
    with pytest.raises(FetchError, match=r"no address of news\.example came") as caught:
        Guard(resolver=slow).addresses(parse("http://news.example/"), 0.1)
    assert caught.value.temporary
    assert time.monotonic() - began < 4


def test_what_was_checked_is_connected_to(
    site: Site, options: WebOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second answer of a name that changes its mind is never asked for."""
    site.routes["/"] = answer("here")
    names = Names(["127.0.0.1"], ["10.0.0.1"])
    monkeypatch.setattr(socket, "getaddrinfo", only_addresses(socket.getaddrinfo))
    fetched = Fetcher(options, names).fetch(parse(f"http://news.example:{site.port}/"))
    assert fetched.body == b"here"
    assert names.asked == [("news.example", site.port)]
    assert site.requests[0].headers["host"] == f"news.example:{site.port}"


def test_where_one_address_does_not_answer_the_next_is_asked(
    site: Site, options: WebOptions
) -> None:
    site.routes["/"] = answer("here")
    names = Names(["127.0.0.3", "127.0.0.1"])
    fetched = Fetcher(options, names).fetch(parse(f"http://news.example:{site.port}/"))
    assert fetched.body == b"here"
    names = Names(["127.0.0.3", "127.0.0.4"])
    with pytest.raises(FetchError, match="refused"):
        Fetcher(options, names).fetch(parse(f"http://news.example:{site.port}/"))


def test_an_address_of_the_new_kind(options: WebOptions) -> None:
    try:
        site = Site(host="::1")
    except OSError:
        pytest.skip("this machine has no IPv6")
    site.routes["/"] = answer("here")
    for host in ("[::1]", "news.example"):
        url = parse(f"http://{host}:{site.port}/")
        assert Fetcher(options, Names(["::1"])).fetch(url).body == b"here"
        assert site.requests[-1].headers["host"] == f"{host}:{site.port}"
    site.close()


def only_addresses(real):  # type: ignore[no-untyped-def]
    """Let the system resolve what is an address already, and no name."""

    def resolve(host, *arguments, **more):  # type: ignore[no-untyped-def]
        socket.inet_aton(host)  # raises for a name
        return real(host, *arguments, **more)

    return resolve


def test_a_name_is_checked_anew_with_each_redirect(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host that was public at first and is private after a redirect is not connected to."""
    site.routes["/"] = redirect("/admin")
    site.routes["/admin"] = answer("secret")
    names = Names(["127.0.0.1"], ["10.0.0.1"])
    forbidden = {"10.0.0.1": "private"}
    monkeypatch.setattr(
        "rawi.intake.web.guard.why_forbidden", lambda address: forbidden.get(str(address))
    )
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        Fetcher(WebOptions(), names).fetch(parse(f"http://news.example:{site.port}/"))
    assert site.paths == ["/"]


@pytest.mark.parametrize(
    "location",
    ["http://127.0.0.1:{port}/admin", "http://localhost:{port}/admin", "http://169.254.169.254/",
     "//[::1]:{port}/admin", "http://0x7f.1:{port}/admin", "file:///etc/passwd",
     "http://user:secret@news.example/"],
)  # fmt: skip
def test_no_redirect_leads_inside(
    site: Site, monkeypatch: pytest.MonkeyPatch, location: str
) -> None:
    """The first server stands for a public one; where it sends us is checked as it is."""
    from rawi.intake.web import addresses, guard

    first: list[object] = []

    def once(address: addresses.Address) -> str | None:
        first.append(address)
        return None if len(first) == 1 else addresses.why_forbidden(address)

    monkeypatch.setattr(guard, "why_forbidden", once)
    site.routes["/"] = redirect(location.format(port=site.port))
    site.routes["/admin"] = answer("secret")
    with pytest.raises(FetchError) as caught:
        Fetcher(WebOptions()).fetch(parse(f"{site.url}/"))
    assert site.paths == ["/"]
    assert "secret" not in str(caught.value)


def test_a_connection_to_another_address_than_the_checked_is_not_used(
    site: Site, options: WebOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.routes["/"] = answer("here")
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest, **more: real(
        "127.0.0.1", *rest, **more))  # fmt: skip
    with pytest.raises(FetchError, match=r"in place of 127\.0\.0\.2"):
        Fetcher(options, Names(["127.0.0.2"])).fetch(parse(f"http://news.example:{site.port}/"))
    assert site.requests == []


def test_names_where_a_proxy_resolves_them() -> None:
    guard = Guard()
    for text in ("http://localhost/", "http://printer/", "http://nas.local/", "http://127.0.0.1/",
                 "http://metadata.google.internal/", "http://[::1]/"):  # fmt: skip
        with pytest.raises(FetchError, match="public web"):
            guard.check_name(parse(text))
    guard.check_name(parse("http://news.example/"))
    Guard(allow_private=True).check_name(parse("http://localhost/"))
