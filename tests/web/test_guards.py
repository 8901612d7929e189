"""Who is let in, and what browsers are told: from the outside, over the whole application."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from litestar import get, post
from litestar.params import FromPath
from litestar.response import Stream

from rawi.errors import UsageError
from rawi.web import pages
from rawi.web.ids import id_of, quoted, unquoted
from rawi.web.settings import Settings

TOKEN = "a-token-that-nobody-guesses"


@get("/shown", media_type="text/html", sync_to_thread=False)
def shown() -> str:
    return "<p>shown \ud800</p>"


@get("/shown/{name:str}", media_type="text/plain", sync_to_thread=False)
def named(name: FromPath[str]) -> str:
    return id_of(name)


@get("/endless", media_type="text/plain", sync_to_thread=False)
def endless() -> Stream:
    async def forever() -> Any:
        while True:
            yield "more "

    return Stream(forever())


@get("/broken", sync_to_thread=False)
def broken() -> None:
    raise KeyError("a secret")


@post("/changed", sync_to_thread=False, status_code=200)
def changed() -> dict[str, bool]:
    return {"changed": True}


@pytest.fixture(autouse=True)
def some_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "routes", [shown, named, endless, broken, changed])


OWN = ["127.0.0.1:8077", "localhost:8077", "LOCALHOST", "[::1]:8077", "127.0.0.2", "localhost.:80"]
FOREIGN = ["evil.example", "evil.example:8077", "127.0.0.1.evil.example", "localhost.evil.example",
           "10.0.0.1:8077", "169.254.169.254", "127.0.0.1.nip.io:8077"]  # fmt: skip
SENSELESS = ["", "a b", "user@127.0.0.1", "127.0.0.1:port", "127.0.0.1/x", "[::1", "\xff"]


@pytest.mark.parametrize("host", OWN)
def test_the_server_goes_by_its_own_names(client: Any, host: str) -> None:
    assert client.get("/shown", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("path", ["/shown", "/api/v1/reports", "/login", "/nothing"])
def test_another_name_is_refused_before_anything_is_looked_up(
    client: Any, host: str, path: str
) -> None:
    assert client.get(path, headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", SENSELESS)
def test_a_host_that_is_none_is_refused(client: Any, host: str) -> None:
    headers = {"Host": host.encode("latin-1")}
    assert client.get("/shown", headers=headers).status_code in (400, 421)


def test_a_server_for_others_goes_by_addresses_and_the_names_it_is_given(served: Any) -> None:
    client = served(host="0.0.0.0", token=TOKEN, names=("rawi.example.org",))
    token = {"Authorization": f"Bearer {TOKEN}"}
    for host, status in (("192.0.2.7:8077", 200), ("Rawi.Example.Org", 200), ("evil.example", 421)):
        assert client.get("/shown", headers={"Host": host, **token}).status_code == status, host


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "http://127.0.0.1:8077.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1:8077", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_page_of_another_site_changes_nothing(client: Any, headers: dict[str, str]) -> None:
    assert client.post("/changed", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://127.0.0.1:8077"},
        {"Origin": "http://127.0.0.1:8077", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_the_own_pages_and_programs_may_change_things(client: Any, headers: dict[str, str]) -> None:
    assert client.post("/changed", headers=headers).status_code == 200


def test_nothing_is_changed_read_only(served: Any) -> None:
    client = served(read_only=True)
    assert client.get("/shown").status_code == 200
    assert client.post("/changed").status_code == 403
    assert client.delete("/api/v1/decisions/1").status_code == 403


def test_an_address_that_others_reach_needs_a_token() -> None:
    for host in ("0.0.0.0", "::", "192.0.2.1", "rawi.example.org", ""):
        with pytest.raises(UsageError, match="--token"):
            Settings(ledger="x.db", host=host)
    for host in ("127.0.0.1", "127.1.2.3", "::1", "localhost", "LocalHost"):
        Settings(ledger="x.db", host=host)


@pytest.mark.parametrize("token", ["", "two words", "naïve", "line\nfeed"])
def test_a_token_has_to_fit_into_a_header(token: str) -> None:
    with pytest.raises(UsageError, match="token"):
        Settings(ledger="x.db", token=token)


def test_programs_show_the_token_with_every_request(served: Any) -> None:
    client = served(token=TOKEN)
    refused = client.get("/api/v1/reports")
    assert refused.status_code == 401
    assert refused.headers["WWW-Authenticate"].startswith("Bearer")
    assert refused.headers["Content-Type"] == "application/problem+json"
    for given in ("Bearer wrong", f"Basic {TOKEN}", TOKEN, f"Bearer {TOKEN}x", "Bearer "):
        headers = {"Authorization": given}
        assert client.get("/shown", headers=headers, follow_redirects=False).status_code == 303
    right = client.get("/shown", headers={"Authorization": f"Bearer {TOKEN}"})
    assert right.status_code == 200


def test_people_tell_it_once(served: Any) -> None:
    client = served(token=TOKEN)
    led = client.get("/shown?q=%D9%82", follow_redirects=False)
    assert led.status_code == 303
    assert led.headers["Location"] == "/login?then=%2Fshown%3Fq%3D%25D9%2582"
    assert 'name="token"' in client.get(led.headers["Location"]).text
    wrong = client.post("/login", data={"token": "wrong", "then": "/shown"})
    assert wrong.status_code == 401
    assert "set-cookie" not in wrong.headers
    right = client.post(
        "/login", data={"token": TOKEN, "then": "/shown?q=%D9%82"}, follow_redirects=False
    )
    assert right.headers["Location"] == "/shown?q=%D9%82"
    cookie = right.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert TOKEN not in cookie
    assert client.get("/shown").status_code == 200
    client.post("/logout")
    assert client.get("/shown", follow_redirects=False).status_code == 303


@pytest.mark.parametrize("then", ["//evil.example", "/\\evil.example", "https://evil.example", "x"])
def test_logging_in_leads_nowhere_else(served: Any, then: str) -> None:
    client = served(token=TOKEN)
    right = client.post("/login", data={"token": TOKEN, "then": then}, follow_redirects=False)
    assert right.headers["Location"] == "/"


@pytest.mark.parametrize("path", ["/shown", "/nothing", "/api/nothing", "/broken", "/login"])
def test_every_answer_tells_browsers_to_run_nothing_but_files(client: Any, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", ["/shown", "/nothing", "/broken", "/login", "/api/nothing"])
def test_head_is_answered_with_the_headers_of_get(client: Any, path: str) -> None:
    shown, head = client.get(path), client.head(path)
    assert head.status_code == shown.status_code
    assert dict(head.headers) == dict(shown.headers)
    assert head.content == b""


def test_head_of_what_never_ends_ends(client: Any) -> None:
    assert client.head("/endless").status_code == 200


def test_what_is_known_is_not_sent_again(client: Any) -> None:
    tag = client.get("/shown").headers["ETag"]
    for given in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get("/shown", headers={"If-None-Match": given})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == tag
    assert client.get("/shown", headers={"If-None-Match": '"other"'}).status_code == 200
    assert "ETag" not in client.get("/nothing").headers


def test_a_fault_is_told_without_what_is_inside(client: Any) -> None:
    page = client.get("/broken")
    assert page.status_code == 500
    assert "secret" not in page.text


def test_programs_are_told_of_errors_as_problems_people_on_a_page(client: Any) -> None:
    problem = client.get("/api/<nothing>")
    assert problem.headers["Content-Type"] == "application/problem+json"
    assert problem.json() == {
        "title": "Not Found", "status": 404, "detail": "there is nothing at /api/<nothing>"
    }  # fmt: skip
    page = client.get("/<nothing>")
    assert page.headers["Content-Type"].startswith("text/html")
    assert "&lt;nothing&gt;" in page.text
    assert client.post("/shown").status_code == 405
    assert "GET" in client.post("/shown").headers["Allow"]


def test_a_body_is_bounded(served: Callable[..., Any]) -> None:
    client = served(max_body=1_000)
    assert client.post("/login", data={"token": "x" * 2_000}).status_code == 413
    parts = (b"x" * 100 for _ in range(100))  # without a length
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/login", content=parts, headers=kind).status_code == 413


def test_nul_is_refused_and_broken_utf_8_is_taken(client: Any) -> None:
    assert client.get("/shown/a%00b").status_code == 400
    assert client.get("/shown?q=a%00b").status_code == 400
    assert client.get("/shown/%ED%A0%80").text == "\ufffd" * 3
    assert client.get("/shown?q=%ED%A0%80%FF").status_code == 200


@pytest.mark.parametrize(
    "id", ["a/b", "https://example.org/a?b=c#d", "/", "a//b/", "%2F", "%252F", "ا ب", "..", "a\\b"]
)
def test_an_id_comes_through_as_it_is(client: Any, id: str) -> None:
    path = f"/shown/{quoted(id)}"
    assert id_of(unquoted(path.encode()).removeprefix("/shown/")) == id
    if id != "..":  # clients take it for the folder above
        assert client.get(path).text == id
