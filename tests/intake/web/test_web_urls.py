"""Addresses: taken apart once, checked, written in one way."""

from __future__ import annotations

import pytest

from rawi.errors import FetchError
from rawi.intake.web.urls import join, key, parse, show


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("http://example.org", "http://example.org/"),
        ("  HTTPS://Example.ORG:443/A?b=c#d ", "https://example.org/A?b=c"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        ("http://example.org./a", "http://example.org/a"),
        ("http://example.org/أخبار/خبر", "http://example.org/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/"
                                          "%D8%AE%D8%A8%D8%B1"),
        ("http://example.org/%D8%A3?q=ب c", "http://example.org/%D8%A3?q=%D8%A8%20c"),
        ("http://موقع.مصر/", "http://xn--4gbrim.xn--wgbh1c/"),
        ("http://ｅｘａｍｐｌｅ.org/", "http://example.org/"),
        ("http://[2606:4700::0:1111]/", "http://[2606:4700::1111]/"),
        ("http://example.org/a/./b/../c/%2e%2e/d", "http://example.org/a/d"),
        ("http://example.org/../..", "http://example.org/"),
        ("http://example.org//a", "http://example.org//a"),
        ("http://example.org?a", "http://example.org/?a"),
        # Other ways to write 127.0.0.1 are told for what they are.
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://0177.0.0.1/", "http://127.0.0.1/"),
        ("http://127。0。0。1/", "http://127.0.0.1/"),
        ("http://①②⑦.0.0.1/", "http://127.0.0.1/"),
    ],
)  # fmt: skip
def test_one_way_to_write_an_address(text: str, written: str) -> None:
    url = parse(text)
    assert str(url) == written
    assert parse(str(url)) == url


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("file:///etc/passwd", "only http: and https:"),
        ("ftp://example.org/", "only http: and https:"),
        ("javascript:alert(1)", "only http: and https:"),
        ("data:text/html,x", "only http: and https:"),
        ("//example.org/", "no scheme"),
        ("http://", "no host"),
        ("http:///path", "no host"),
        ("http://user:secret@example.org/", "passwords"),
        ("http://example.org\\@evil.example/", "passwords"),
        ("http://exa mple.org/", "no host"),
        ("http://example.org\\.evil.example/", "no host"),
        ("http://exam%70le.org/", "no host"),
        ("http://a..b/", "no host"),
        (f"http://{'a' * 64}.org/", "no host"),
        (f"http://{'a.' * 130}org/", "no host"),
        ("http://example.org/\r\nX-Evil: 1", "control characters"),
        ("http://example.org:0/", "port 0"),
        ("http://example.org:99999/", "Port"),
        ("http://example.org:x/", "Port"),
        ("http://[::1/", "Invalid IPv6"),
        ("http://[fe80::1%25eth0]/", "IPv6"),
        ("http://1.2.3.999/", "IPv4"),
        ("http://1.2.3.4.5/", "IPv4"),
        ("http://example.org/" + "a" * 9000, "characters"),
        ("http://example.org/" + "ب" * 2000, "characters"),
        ("http://exam\u2100le.org/", "no address"),
    ],
)
def test_what_is_no_address_is_refused(text: str, fault: str) -> None:
    with pytest.raises(FetchError, match=fault) as caught:
        parse(text)
    assert "secret" not in str(caught.value)
    assert len(str(caught.value)) < 500


def test_joining() -> None:
    base = parse("https://example.org/a/b?c")
    assert str(join(base, "d")) == "https://example.org/a/d"
    assert str(join(base, "//other.example/x")) == "https://other.example/x"
    assert str(join(base, "?q")) == "https://example.org/a/b?q"
    for location in ("file:///etc/passwd", "//u:p@other.example/", "https://[::1", "gopher://x/"):
        with pytest.raises(FetchError):
            join(base, location)


def test_what_only_tells_whence_a_reader_came_makes_no_other_page() -> None:
    told = "https://example.org/a?utm_source=rss&id=7&UTM_Medium=x&fbclid=y"
    assert key(parse(told)) == "https://example.org/a?id=7"
    assert key(parse("https://example.org/a?utm_source=rss")) == "https://example.org/a"
    assert key(parse("https://example.org/a?id=8")) != key(parse(told))


def test_a_password_is_never_shown() -> None:
    assert show("http://u:secret@example.org/a") == "http://…@example.org/a"
