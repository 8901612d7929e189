"""Reasons and rules are told in the language of the interface, as far as they are known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from rawi.records import Report
from rawi.web.pages.interface import Interface
from rawi.web.pages.reasons import evidence, reason
from rawi.web.pages.rules import RULES, rule

Client = TestClient[Litestar]
ARABIC = Interface("ar")
REPORTS = {"a/1": Report(id="a/1", text="x", publisher="Маяк <b>", language="ru")}
LATIN = re.compile(r"[A-Za-z]{3,}")
DOCS = Path(__file__).parents[3] / "docs" / "how-it-works.md"


def bare(markup: object) -> str:
    return re.sub(r"<[^>]+>", "", str(markup))


@pytest.mark.parametrize(
    "text",
    ["report:a/1 has it from no other carrier: the earliest, and names no source (0.95)",
     "report:a/1 may have it from no other carrier: may have read the post itself (0.45)",
     "report:a/1 hardly has it from no other carrier: its publisher carried it before (0.10)",
     "interview: report:a/1", "perhaps conference: report:a/1",
     "12 more reports name no source, and were not weighed one by one",
     "1,204 reports with the same words: too many to compare, only credits count"],
)  # fmt: skip
def test_reasons_of_a_statement_are_translated(text: str) -> None:
    told = reason(text, REPORTS, ARABIC)
    assert not LATIN.search(bare(told).replace("&lt;b&gt;", ""))
    assert 'lang="en"' not in told
    assert "<b>" not in told
    assert bare(reason(text, REPORTS, Interface())).replace("Маяк &lt;b&gt;", "report:a/1") == (
        text.replace("conference:", "press conference:")
    )


@pytest.mark.parametrize(
    "text",
    ["sense 0.87", "word for word 0.42", "0.10 of the credited one", "named by the report",
     "credited in another language"],
)  # fmt: skip
def test_evidence_of_a_route_is_translated(text: str) -> None:
    assert not LATIN.search(bare(evidence(text, ARABIC)))
    assert bare(evidence(text, Interface())) == text


def test_what_is_not_known_is_marked_as_english() -> None:
    told = evidence("a reason <i>that</i> a person gave", ARABIC)
    assert told.startswith('<span lang="en" dir="ltr">')
    assert "<i>" not in told
    assert rule(ARABIC, "<b>").startswith('<span lang="en" dir="ltr">&lt;b&gt;')
    assert rule(Interface(), "<b>") == "&lt;b&gt;"


def test_every_rule_that_is_documented_has_a_name_here() -> None:
    page = DOCS.read_text("utf-8")
    begin, end = page.index("The rules for the **cue**"), page.index("A statement without a source")
    cells = re.findall(r"^\| ([^|]+) \|", page[begin:end], re.MULTILINE)
    told = {name.strip() for cell in cells for name in cell.split(",")} - {"rule", "---"}
    assert told == set(RULES)
    assert not [name for name in RULES if LATIN.search(rule(ARABIC, name))]


def test_an_arabic_page_explains_itself_in_arabic(client: Client, damaged: str) -> None:
    client.cookies.set("rawi_language", "ar")
    for path in (f"/statements/{damaged}", "/reports/interview"):
        page = client.get(path).text
        assert '<html lang="ar"' in page
        assert '<span lang="en" dir="ltr">' not in page
