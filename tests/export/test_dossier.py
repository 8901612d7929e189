"""The dossier: one page that needs nothing else, and the routes as a table."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
from lxml import html
from told_story import NAMED, report, told

from rawi.export.csv_table import csv_lines
from rawi.export.dossier import dossier_html
from rawi.export.routes_table import ROUTES, route_rows
from rawi.records import Member
from rawi.tracing.account import account

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "tracing.md"


def page(**more: object) -> html.HtmlElement:
    statement, trace, reports = told()
    one = account(statement, trace, reports, among=12, as_of="2025-03-08T10:00:00Z")
    return html.document_fromstring(dossier_html([one], trace, reports))


def test_the_page_needs_nothing_else() -> None:
    tree = page()
    assert not tree.xpath("//script|//link|//img|//iframe|//*[@src]|//@onclick|//*[@style]")
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert "@media print" in tree.xpath("string(//style)")
    assert "http" not in tree.xpath("string(//style)")


def test_it_tells_the_statement_with_its_parts() -> None:
    tree = page()
    assert [heading.text for heading in tree.xpath("//h3")] == [
        "Routes",
        "Origins",
        "Wordings",
        "Credits and wording",
        "Against it",
        "The same as a table",
    ]
    text = re.sub(r"\s+", " ", tree.text_content())
    assert "“almost” is lost in Gulf Lines (en)" in text
    assert "⚠ Le Quai <b>& credits Reuters, reads like Sevinform" in text
    assert "Counted among 12 reports, as of 2025-03-08 10:00 UTC, by Rawi" in text
    assert len(tree.xpath("//tbody/tr")) == 7


def test_every_run_of_another_direction_says_so() -> None:
    tree = page()
    for name in tree.xpath("//bdi[contains(., 'المرفأ')]"):
        assert (name.get("lang"), name.get("dir")) == ("ar", "rtl")
    quotation = tree.xpath("//q[contains(., 'المحطة')]")[0]
    assert (quotation.get("lang"), quotation.get("dir")) == ("ar", "rtl")


def test_hostile_text_stays_text() -> None:
    statement, trace, reports = told()
    bad = report("bad", "<script>alert(1)</script>\u202ewords", "<img src=x onerror=y>", None, "en")
    bad = msgspec.structs.replace(bad, url="javascript:alert(1)")
    member = Member(report="bad", attribution="a1", content=bad.attributions[0].content)
    statement = msgspec.structs.replace(statement, members=(*statement.members, member))
    reports = reports | {"bad": bad}
    shown = dossier_html([account(statement, trace, reports)], trace, reports)
    tree = html.document_fromstring(shown)
    assert not tree.xpath("//script|//img|//a[starts-with(@href, 'javascript')]")
    assert "\u202e" not in shown


def test_no_statement_makes_a_page_too() -> None:
    _, trace, reports = told()
    assert "No statement fits." in dossier_html([], trace, reports)


def test_the_table_has_a_line_for_each_carrier() -> None:
    statement, trace, reports = told()
    rows = list(route_rows(account(statement, trace, reports), trace, reports))
    assert all(len(row) == len(ROUTES) for row in rows)
    names = [column.name for column in ROUTES]
    by_id = {row[1]: dict(zip(names, row, strict=True)) for row in rows}
    assert set(by_id) == {*reports, f"outlet:{NAMED}"}
    copy = by_id["copy-fr"]
    assert (copy["parent"], copy["score"], copy["reads_like"]) == ("wire-en", 79, "Sevinform")
    assert copy["chain"] == "Reuters"
    lines = list(csv_lines(ROUTES, rows))
    assert lines[0].startswith(b"\xef\xbb\xbfstatement,carrier,")
    assert len(lines) == len(rows) + 1


def test_the_columns_are_those_of_the_guide() -> None:
    told = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", GUIDE.read_text("utf-8"), re.MULTILINE)
    assert told == [(column.name, column.type, column.meaning) for column in ROUTES]
