"""The page of a statement that very many carry: bounded at first, nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient
from told_story import TEXTS, derivation, report, told

from rawi.ledger.ledger import Ledger
from rawi.records import Member, Report, Statement, Trace
from rawi.web.pages import reach
from rawi.web.pages.handlers.statements import ROWS

Client = TestClient[Litestar]
CARRIERS = 1_000


def many() -> tuple[Statement, Trace, Mapping[str, Report]]:
    """Return a statement of very many reports, half of whose ways are declared."""
    statement, _, _ = told()
    there = {
        f"r{n}": report(f"r{n}", TEXTS["en"], f"Site {n}", f"2025-03-{4 + n % 20:02d}", "en")
        for n in range(CARRIERS)
    }
    members = tuple(
        Member(report=id, attribution="a1", content=one.attributions[0].content)
        for id, one in there.items()
    )
    against = (msgspec.structs.replace(statement.against[0], report=f"r{CARRIERS - 1}"),)
    edges = tuple(
        derivation(f"r{n}", f"r{n // 7 if n % 3 else 0}", bool(n % 2)) for n in range(1, CARRIERS)
    )
    statement = msgspec.structs.replace(statement, members=members, against=against)
    return statement, Trace(statements=(statement,), derivations=edges), there


@pytest.fixture
def page(client: Client, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of that statement's page."""
    found = many()

    def statement(_: Ledger, id: str) -> tuple[Statement, Trace, Mapping[str, Report]] | None:
        return found if id == found[0].id else None

    monkeypatch.setattr(reach, "statement", statement)
    return f"/statements/{found[0].id}"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_is_folded_and_bounded(client: Client, page: str, language: str) -> None:
    client.cookies.set("rawi_language", language)
    shown = client.get(page)
    assert shown.status_code == 200
    assert f'<html lang="{language}"' in shown.text
    assert len(shown.content) < 250_000
    assert shown.text.count('<tr id="r-') == ROWS
    assert shown.text.count("fold") > 3  # branches of the drawing
    assert f"{page}?rows=all#routes" in shown.text


def test_all_are_shown_where_asked(client: Client, page: str) -> None:
    shown = client.get(f"{page}?rows=all").text
    assert shown.count('<tr id="r-') == CARRIERS
    assert "?rows=all" not in shown
