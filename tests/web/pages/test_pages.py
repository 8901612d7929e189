"""Each page as it is without a browser: what it shows, what it escapes, where it leads."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("litestar")

from litestar import Litestar
from litestar.testing import TestClient

from rawi import Ledger
from rawi.web.pages.views.outlet import Way, Ways

Client = TestClient[Litestar]

PATHS = [
    "/", "/?q=tower", "/?q=tower&kind=attributions", "/?q=nothing+has+this+zzz",
    "/reports/interview", "/reports/copy-ar", "/reports/hostile%2F1",
    "/reports/interview/a2/amend", "/speakers", "/speakers/Lev%20Korban", "/outlets",
    "/outlets/Quaywire", "/add", "/decisions", "/keys",
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", PATHS)
def test_a_page_says_its_language_and_runs_no_script_of_a_report(
    client: Client, path: str, language: str
) -> None:
    answer = client.get(path, headers={"Accept-Language": language})
    assert answer.status_code == 200
    direction = {"en": "ltr", "ar": "rtl"}[language]
    assert f'<html lang="{language}" dir="{direction}">' in answer.text
    assert "<script>" not in answer.text
    assert " style=" not in answer.text
    assert "onerror=alert" not in re.sub(r"&lt;.*?&gt;", "", answer.text)
    assert "\u202e" not in answer.text
    assert client.head(path).status_code == 200


def test_the_first_page_is_light(client: Client) -> None:
    page = client.get("/")
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
    scripts = ["/static/keys.js", "/static/linking.js", "/static/forms.js"]
    total = len(page.content) + sum(len(client.get(one).content) for one in [*files, *scripts])
    assert len(files) >= 3
    assert total <= 100_000


def test_a_search_has_statements_facets_and_attributions(client: Client, damaged: str) -> None:
    page = client.get("/", params={"q": "tower"}).text
    assert f"/statements/{damaged}" in page
    assert "4 reports" in page
    assert "3 languages" in page
    assert "outlet=Quaywire" in page
    hits = client.get("/", params={"q": "tower", "kind": "attributions"}).text
    assert '<mark class="hit">tower</mark>' in hits
    narrowed = client.get("/", params={"q": "tower", "outlet": "Quaywire", "kind": "attributions"})
    assert "Harbour Post" not in narrowed.text.partition("<aside")[0]


def test_a_search_that_is_written_wrongly_says_so(client: Client) -> None:
    page = client.get("/", params={"q": "wheat", "since": "soon"})
    assert page.status_code == 400
    assert 'role="alert"' in page.text
    assert 'value="wheat"' in page.text


def test_a_report_marks_parts_and_links_them(client: Client) -> None:
    page = client.get("/reports/copy-ar").text
    assert 'lang="ar" aria-label' in page
    assert '<mark class="m content" data-a="a1">برج المدينة تضرر' in page
    assert re.search(r'<mark class="m cue" data-a="a1">صرح</mark>', page)
    assert re.search(r'<mark class="m source" data-a="a1">عمدة أوترادا ليف كوربان</mark>', page)
    for id in ("a1", "a2"):
        assert f'id="t-{id}"' in page
        assert f'href="#t-{id}"' in page
        assert f'id="c-{id}"' in page
    assert "relayed by" in page
    assert "rule:" in page


def test_a_statement_shows_routes_wordings_and_origins(client: Client, damaged: str) -> None:
    page = client.get(f"/statements/{damaged}").text
    assert "<svg" in page
    assert "declared" in page
    assert "<del>Almost 30 </del><ins>Thirty </ins>" in page
    assert "has it from no other carrier" in page
    assert page.count('scope="row"') == 4


def test_outlets_tell_from_whom_they_take(client: Client) -> None:
    page = client.get("/outlets/Quaywire").text
    assert "Takes from" in page
    assert "Маяк ТВ" in page
    assert "Gives to" in page
    assert "Harbour Post" in page


def test_of_many_outlets_the_first_are_shown(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = Way(name="Wire", times=1, uncredited=0, lag=None, languages=())
    shown = Ways(takes=(many,) * 1_000)
    monkeypatch.setattr("rawi.web.pages.handlers.people.ways", lambda _: shown)
    page = client.get("/outlets/Quaywire").text
    assert page.count("/outlets/Wire") == 40
    assert "and 960 more" in page


@pytest.mark.parametrize("path", ["/reports/none", "/statements/none", "/nowhere"])
def test_what_is_gone_says_what_to_do_next(client: Client, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 404
    assert "What to do next" in page.text
    assert 'href="/"' in page.text


@pytest.mark.parametrize("path", ["/speakers/nobody%20at%20all", "/outlets/none", "/speakers/%3F"])
def test_nobody_of_that_name(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_empty_ledger_leads_to_adding(empty: Client) -> None:
    assert "This ledger is empty" in empty.get("/").text
    assert "Nothing was decided yet" in empty.get("/decisions").text


def test_the_interface_is_remembered(client: Client) -> None:
    answer = client.get("/interface?language=ar&theme=dark&then=/keys")
    assert str(answer.url).endswith("/keys")
    assert '<html lang="ar" dir="rtl" data-theme="dark">' in answer.text
    assert '<html lang="ar"' in client.get("/", headers={"Accept-Language": "en"}).text


def test_the_interface_leads_nowhere_else(client: Client) -> None:
    answer = client.get("/interface?then=//evil.example", follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_a_text_is_added_read_and_decided_about(empty: Client) -> None:
    text = 'The bridge is open, mayor Lev Korban said. "We are glad," he added.'
    page = empty.post("/add", files={"text": (None, text), "publisher": (None, "Quaywire")})
    assert page.status_code == 200
    where = re.search(r'href="(/reports/[^"#]+)"', page.text)
    assert where is not None
    assert "Quaywire" in empty.get(where[1]).text
    again = empty.post("/add", files={"text": (None, text), "publisher": (None, "Quaywire")})
    assert "known already" in again.text

    decided = empty.post(f"{where[1]}/a1/decide", data={"action": "accept", "by": "منى"})
    assert "accepted" in decided.text
    assert 'value="منى"' in decided.text
    listed = empty.get("/decisions").text
    assert "منى" in listed
    undone = empty.post(f"{where[1]}/a1/decide", data={"action": "withdraw", "by": "منى"})
    assert "tag decided" not in undone.text


def test_an_attribution_is_amended_by_words(empty: Client) -> None:
    text = "The bridge is open, mayor Lev Korban said on Monday in the town of Otrada."
    page = empty.post("/add", files={"text": (None, text)})
    where = re.search(r'href="(/reports/[^"#]+)"', page.text)
    assert where is not None
    form = {"action": "amend", "by": "Mona", "content": "bridge is open", "cue": "said",
            "source": "mayor Lev Korban", "speaker": "Lev M. Korban", "kind": "person",
            "type": "indirect"}  # fmt: skip
    wrong = empty.post(f"{where[1]}/a1/decide", data={**form, "content": "not there"})
    assert wrong.status_code == 400
    assert "does not stand in the text" in wrong.text
    right = empty.post(f"{where[1]}/a1/decide", data=form)
    assert right.status_code == 200
    assert "Lev M. Korban" in right.text
    assert ">bridge is open</mark>" in right.text


def test_files_are_added_and_what_cannot_be_read_is_told(empty: Client) -> None:
    files = [
        ("files", ("a.txt", b"Rain is near, Lev Korban said.")),
        ("files", ("b.warc.gz", b"\x1f\x8b\x08 broken")),
    ]
    page = empty.post("/add", files=files)
    assert page.status_code == 200
    assert "skipped" in page.text
    assert "1 attribution" in page.text
    assert empty.post("/add", files={"text": (None, "")}).status_code == 422


def test_routes_and_members_are_decided_about(where: str, empty: Client) -> None:
    with Ledger(where) as ledger, Ledger(str(empty.app.state.settings.ledger)) as own:
        own.add(ledger.reports())
        found = own.trace("town tower has been damaged", limit=1).trace.statements[0]
    where = f"/statements/{found.id}"
    data = {"kind": "derives-not", "subject": ["copy-en", "wire-en"], "by": "Mona"}
    assert empty.post(f"{where}/decide", data=data).status_code == 200
    assert "does not derive" in empty.get("/decisions").text
    split = {"kind": "split", "subject": ["copy-ar/a1"], "by": "Mona"}
    assert empty.post(f"{where}/decide", data=split).status_code == 200
    assert empty.get(where).text.count('scope="row"') == 3
    for number in (1, 2):
        assert empty.post(f"/decisions/{number}/undo", data={"by": "Mona"}).status_code == 200
    assert empty.get(where).text.count('scope="row"') == 4
    assert empty.post(f"{where}/decide", data={"kind": "guess", "by": "M"}).status_code == 400
    assert empty.post(f"{where}/decide", data={"kind": "same", "by": " "}).status_code == 400
