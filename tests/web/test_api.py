"""The API, from the outside."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from rawi.export.csv_table import BOM
from rawi.web.api.lists import Listing

V1 = "/api/v1"
LISTS = ["reports", "attributions", "statements", "speakers", "outlets", "decisions", "corrections"]


@pytest.mark.parametrize("name", LISTS)
def test_lists_go_on_by_cursors_until_all_is_told_once(client: Any, name: str) -> None:
    whole = client.get(f"{V1}/{name}?limit=1000").json()
    assert whole["next"] is None
    seen, cursor = [], None
    while True:
        params = {"limit": 1} | ({"cursor": cursor} if cursor else {})
        page = client.get(f"{V1}/{name}", params=params)
        assert page.status_code == 200, page.text
        seen += page.json()["items"]
        cursor = page.json()["next"]
        if cursor is None:
            break
    assert seen == whole["items"]
    assert seen or name in ("decisions", "corrections")


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_a_table_too(client: Any, name: str) -> None:
    by_format = client.get(f"{V1}/{name}?format=csv")
    by_accept = client.get(f"{V1}/{name}", headers={"Accept": "text/csv"})
    assert by_format.content == by_accept.content
    assert by_format.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(by_format.content.decode("utf-8-sig"))))
    assert len(rows) == 1 + len(client.get(f"{V1}/{name}").json()["items"])
    assert not any(cell[:1] in "=+-@" for row in rows[1:] for cell in row if cell)


def _table(answer: Any) -> list[list[str]]:
    assert answer.status_code == 200, answer.text
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", LISTS)
def test_a_table_is_of_the_whole_list_unless_a_limit_is_given(client: Any, name: str) -> None:
    for one in ("wheat/a1", "war/a1"):
        report, attribution = one.split("/")
        asked = {"report": report, "attribution": attribution, "action": "accept", "who": "Mona"}
        assert client.post(f"{V1}/corrections", json=asked).status_code == 201
        asked = {"kind": "same", "subjects": ["war/a1", "wheat/a1"], "who": "Mona"}
        assert client.post(f"{V1}/decisions", json=asked).status_code == 201
    whole = _table(client.get(f"{V1}/{name}?format=csv"))
    assert len(whole) > 2 or name == "statements"  # of which both are one now
    pages, params = [], {"format": "csv", "limit": "1"}
    while True:
        answer = client.get(f"{V1}/{name}", params=params)
        pages += _table(answer)[1:]
        if "X-Next-Cursor" not in answer.headers:
            break
        params["cursor"] = answer.headers["X-Next-Cursor"]
    assert whole[1:] == pages
    if "cursor" in params:  # the table of what follows the last cursor
        rest = client.get(f"{V1}/{name}", params={"format": "csv", "cursor": params["cursor"]})
        assert _table(rest)[1:] == pages[-1:]


def test_a_table_is_made_some_rows_at_a_time() -> None:
    asked = []

    def get(place: int | None, most: int) -> tuple[list[int], int | None]:
        first = place or 0
        asked.append((first, most))
        return list(range(first, first + most)), first + most if first < 90 else None

    listing = Listing(
        get=get, told=lambda *_: None, names=["number"], row=lambda one: [one], of=(), at_a_time=10
    )
    chunks = listing.chunks(*listing.get(None, 10))
    assert next(chunks) == BOM + b"number\r\n"
    assert next(chunks).count(b"\r\n") == 10
    assert asked == [(0, 10)]  # nothing is got before it is sent
    assert b"".join(chunks).count(b"\r\n") == 90
    assert asked == [(first, 10) for first in range(0, 100, 10)]


def test_what_cannot_be_listed_is_a_problem_as_a_table_too(client: Any) -> None:
    for path in ("attributions?q=(", "reports?cursor=x", "speakers?name=%2B", "outlets?name=%2B"):
        answer = client.get(f"{V1}/{path}", headers={"Accept": "text/csv"})
        assert answer.status_code == 400, path
        assert answer.headers["Content-Type"] == "application/problem+json"


def test_the_document_tells_of_tables_and_linked_data(client: Any) -> None:
    paths = client.get("/api/docs/openapi.json").json()["paths"]
    for name in [*LISTS, "derivations", "jobs"]:
        told = paths[f"{V1}/{name}"]["get"]["responses"]["200"]
        assert set(told["content"]) == {"application/json", "text/csv"}, name
        assert "X-Next-Cursor" in told["headers"]
    told = paths[f"{V1}/statements/{{id}}"]["get"]["responses"]["200"]["content"]
    assert set(told) == {"application/json", "application/ld+json"}
    assert told["application/json"]["schema"] != told["application/ld+json"]["schema"]


def test_filters_are_those_of_search(client: Any) -> None:
    def found(**params: str) -> list[str]:
        items = client.get(f"{V1}/attributions", params=params).json()["items"]
        return [f"{one['report']['id']}/{one['attribution']['id']}" for one in items]

    assert found(q="wheat") == ["wheat/a1"]
    assert found(speaker="Diarra", language="ar") == ["war/a1"]
    assert found(anonymous="true") == ["war/a2"]
    assert found(via="TASS") == ["war/a1"]


def test_one_by_one(client: Any) -> None:
    report = client.get(f"{V1}/reports/war").json()
    assert [one["id"] for one in report["attributions"]] == ["a1", "a2"]
    assert client.get(f"{V1}/attributions/war/a1").json() == report["attributions"][0]
    statement = client.get(f"{V1}/statements").json()["items"][0]
    whole = client.get(f"{V1}/statements/{statement['id']}").json()
    assert len({one["report"] for one in whole["members"]}) == statement["reports"]
    assert client.get(f"{V1}/derivations?statement={statement['id']}").status_code == 200
    for path in ("reports/nothing", "attributions/war/a9", "statements/nothing"):
        assert client.get(f"{V1}/{path}").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["reports?cursor=x", "reports?cursor=%F0%9F", "reports?limit=0", "reports?limit=100000",
     "attributions?q=(", "attributions?since=yesterday", "attributions?type=loud", "derivations",
     "reports?format=xml", "outlets?cursor=bm9uZQ", "reports?q=a%00b"],
)  # fmt: skip
def test_what_cannot_be_asked_is_a_problem(client: Any, path: str) -> None:
    answer = client.get(f"{V1}/{path}")
    assert answer.status_code == 400, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == 400


def test_a_cursor_is_of_its_list_alone(client: Any) -> None:
    cursor = client.get(f"{V1}/reports?limit=1").json()["next"]
    assert client.get(f"{V1}/reports?q=wheat&cursor={cursor}").status_code == 400


def test_a_report_is_read_at_once(client: Any) -> None:
    text = "قال الوزير أحمد سعيد إن الطريق سيفتح قريبا."
    made = client.post(f"{V1}/reports", json={"text": text, "url": "https://example.org/a/1"})
    assert made.status_code == 201, made.text
    there = client.get(made.headers["Location"]).json()
    assert there["text"] == text
    assert there["attributions"]
    again = client.post(f"{V1}/reports", json={"text": text, "url": "https://example.org/a/1"})
    assert (again.status_code, again.json()["outcome"]) == (200, "known")
    for wrong in ({}, {"text": "a", "html": "b"}):
        assert client.post(f"{V1}/reports", json=wrong).status_code == 422


def test_a_decision_is_kept_and_taken_back(client: Any) -> None:
    asked = {"kind": "same", "subjects": ["war/a1", "wheat/a1"], "who": "Mona"}
    made = client.post(f"{V1}/decisions", json=asked)
    assert made.status_code == 201, made.text
    number = made.json()["id"]
    assert [one["id"] for one in client.get(f"{V1}/decisions").json()["items"]] == [number]
    assert client.delete(f"{V1}/decisions/{number}?who=Mona").status_code == 200
    assert client.get(f"{V1}/decisions").json()["items"][0]["undone"]
    correction = {"report": "war", "attribution": "a1", "action": "reject", "who": "Mona"}
    assert client.post(f"{V1}/corrections", json=correction).status_code == 201
    assert client.get(f"{V1}/attributions/war/a1").status_code == 404
    accepted = {**correction, "attribution": "a2", "action": "accept"}
    assert client.post(f"{V1}/corrections", json=accepted).status_code == 201
    first = client.get(f"{V1}/corrections?limit=1").json()
    assert [one["action"] for one in first["items"]] == ["reject"]
    rest = client.get(f"{V1}/corrections?cursor={first['next']}").json()
    assert ([one["action"] for one in rest["items"]], rest["next"]) == (["accept"], None)
    assert "reject" in client.get(f"{V1}/corrections?format=csv").text


def test_hostile_bodies_are_refused(client: Any) -> None:
    deep = b"[" * 10_000 + b"]" * 10_000
    kind = {"Content-Type": "application/json"}
    for body in (deep, b'{"text": ' + deep + b"}", b'{"text": "\\ud800"', b"\xff", b""):
        assert client.post(f"{V1}/reports", content=body, headers=kind).status_code == 400
    unbroken = client.post(f"{V1}/reports", json={"text": "x" * 1_000_000})
    assert unbroken.status_code == 201
    assert client.get(f"{V1}/reports").status_code == 200


def test_the_api_tells_of_itself_without_the_network(client: Any) -> None:
    document = client.get("/api/docs/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert {f"{V1}/{name}" for name in LISTS} <= set(document["paths"])
    assert all(path.startswith(V1) for path in document["paths"])
    page = client.get("/api/docs").text
    assert "/api/v1/statements" in page
    assert "http" not in page
    assert "<script" not in page


def test_a_statement_is_linked_data_on_request(client: Any) -> None:
    id = client.get(f"{V1}/attributions?q=wheat").json()["items"][0]["attribution"]["id"]
    assert id == "a1"
    for row in client.get(f"{V1}/statements").json()["items"]:
        accept = {"Accept": "application/ld+json"}
        answer = client.get(f"{V1}/statements/{row['id']}", headers=accept)
        assert answer.headers["Content-Type"] == "application/ld+json"
        claim = answer.json()
        assert claim["@type"] == "Claim"
        for one in claim["appearance"]:
            text = client.get(f"{V1}/reports/{one['isPartOf']['@id'].split(':')[-1]}").json()[
                "text"
            ]
            position, exact = one["oa:hasTarget"]["oa:hasSelector"]
            assert text[position["oa:start"] : position["oa:end"]] == exact["oa:exact"]
            assert exact["oa:exact"] == one["text"]
            assert one["prov:hadPrimarySource"]["name"]


def test_the_id_of_a_statement_that_was_merged_leads_to_the_whole(client: Any) -> None:
    before = {row["id"] for row in client.get(f"{V1}/statements").json()["items"]}
    asked = {"kind": "same", "subjects": ["war/a1", "wheat/a1"], "who": "Mona"}
    assert client.post(f"{V1}/decisions", json=asked).status_code == 201
    after = {row["id"] for row in client.get(f"{V1}/statements").json()["items"]}
    gone = before - after
    assert gone
    for id in gone:
        answer = client.get(f"{V1}/statements/{id}?format=jsonld", follow_redirects=False)
        assert answer.status_code == 308
        there = client.get(answer.headers["Location"])
        assert there.headers["Content-Type"] == "application/ld+json"
        page = client.get(f"/statements/{id}")
        assert page.status_code == 200
        assert f"{V1}/statements/{there.url.path.rpartition('/')[2]}?format=jsonld" in page.text
