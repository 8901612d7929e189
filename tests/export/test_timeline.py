"""The time line of a statement, drawn and as a table."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from xml.etree import ElementTree

import msgspec
import pytest
from told_story import NAMED, ORIGINAL, TEXTS, derivation, report, told

from rawi.export.timeline import Look, timeline_rows, timeline_svg
from rawi.export.timeline.scale import Scale, moment
from rawi.records import Conflict, Member, Shift, Statement, Trace, Variant, Wording

SVG = "{http://www.w3.org/2000/svg}"


def drawn(**options: object) -> ElementTree.Element:
    statement, trace, reports = told()
    return ElementTree.fromstring(timeline_svg(statement, trace, reports, **options))  # type: ignore[arg-type]


def nodes(svg: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for group in svg.iter(f"{SVG}g"):
        if "node" in group.get("class", "").split():
            yield group


def node(svg: ElementTree.Element, report: str) -> ElementTree.Element:
    return next(group for group in nodes(svg) if group.get("data-report") == report)


def text(element: ElementTree.Element) -> str:
    return "".join("".join(found.itertext()) for found in element.iter(f"{SVG}text"))


def places(svg: ElementTree.Element) -> dict[str, float]:
    found = {}
    for group in nodes(svg):
        label = group.find(f".//{SVG}text")
        assert label is not None
        found[group.get("data-report") or group.get("data-outlet", "")] = float(label.get("x", 0))
    return found


def test_declared_is_solid_and_inferred_dashed() -> None:
    edges = {
        edge[0].text: edge
        for edge in drawn().iter(f"{SVG}path")
        if "edge" in edge.get("class", "").split()
    }
    solid = edges["Sevinform from Севинформ: translation, declared"]
    dashed = edges["Gulf Lines from Sevinform: translation, inferred 0.91"]
    assert (solid.get("class"), solid.get("stroke-dasharray")) == ("edge declared", None)
    assert dashed.get("class") == "edge inferred"
    assert dashed.get("stroke-dasharray")


def test_an_outlet_that_is_not_in_the_ledger_is_hollow() -> None:
    svg = drawn()
    outlet = next(group for group in nodes(svg) if group.get("data-outlet") == NAMED)
    circle = outlet.find(f"{SVG}circle")
    assert circle is not None
    assert circle.get("fill") == "none"
    assert "not in the ledger" in text(outlet)
    full = node(svg, ORIGINAL).find(f"{SVG}circle")
    assert full is not None
    assert full.get("fill") is None


def test_a_denial_is_crossed_and_says_so() -> None:
    denial = node(drawn(), "denial")
    assert "denies" in denial.get("class", "").split()
    assert "denies it" in text(denial)
    assert any(path.get("class") == "cross" for path in denial.iter(f"{SVG}path"))


def test_time_runs_on_and_what_has_no_date_stands_in_a_lane() -> None:
    svg = drawn()
    at = places(svg)
    assert at[NAMED] < at[ORIGINAL] < at["wire-en"] < at["copy-fr"] < at["denial"] < at["copy-ar"]
    lane = next(group for group in svg.iter(f"{SVG}g") if group.get("class") == "lane")
    assert text(lane) == "no date"
    mirrored = places(drawn(look=Look(right_to_left=True)))
    assert mirrored[NAMED] > mirrored[ORIGINAL] > mirrored["denial"] > mirrored["copy-ar"]


def test_every_node_says_what_it_is() -> None:
    for group in nodes(drawn()):
        title = group.find(f"{SVG}title")
        assert title is not None
        assert title.text
        assert group.get("id", "").startswith("timeline-")


def test_names_are_isolated_and_keep_their_language() -> None:
    span = next(node(drawn(), "copy-ar").iter(f"{SVG}tspan"))
    assert span.text == "\u2068المرفأ\u2069"
    assert span.get("lang") == "ar"


def test_text_is_escaped_and_there_is_neither_script_nor_style() -> None:
    statement, trace, reports = told()
    hostile = report(
        'x"><script>alert(1)</script>',
        "words",
        "</svg><script>alert(2)</script>\u202e\x00\ud800\uffff",
        "2025-03-04",
        "en",
    )
    member = Member(report=hostile.id, attribution="a1", content=hostile.attributions[0].content)
    statement = msgspec.structs.replace(statement, members=(*statement.members, member))
    look = Look(link=lambda kind, id: f'/{kind}/{id}" onclick="x')
    shown = timeline_svg(statement, trace, reports | {hostile.id: hostile}, look=look)
    parsed = ElementTree.fromstring(shown)
    tags = {element.tag.removeprefix(SVG) for element in parsed.iter()}
    assert tags <= {"svg", "title", "g", "a", "rect", "path", "circle", "text", "tspan"}
    names = {name for element in parsed.iter() for name in element.attrib}
    assert not {name for name in names if name.startswith("on") or name == "style"}
    assert "\u202e" not in shown


def test_links_are_those_that_the_page_gives() -> None:
    look = Look(link=lambda kind, id: f"/{kind}s/{id}" if kind != "speaker" else None)
    svg = drawn(look=look)
    addresses = [link.get("href") for link in svg.iter(f"{SVG}a")]
    assert f"/reports/{ORIGINAL}" in addresses
    assert f"/outlets/{NAMED}" in addresses
    assert len(addresses) == len(list(nodes(svg))) - 1
    assert svg.get("role") == "group"
    assert drawn().get("role") == "img"


def test_families_and_conflicts_are_marked() -> None:
    variants = [
        Variant(name="A", languages={}, wordings=(_wording("wire-en"),)),
        Variant(
            name="B",
            languages={},
            wordings=(_wording("copy-en"),),
            appeared=(Shift(child="copy-en", parent="wire-en", changes=()),),
        ),
    ]
    odd = Conflict(
        child="copy-fr", credited="outlet:reuters", reads_like="wire-en", score=0.8, evidence=()
    )
    svg = drawn(variants=variants, conflicts=[odd])
    assert text(node(svg, "copy-en")).endswith("\u00a0\u00a0B")
    assert "⚠ credits" in text(node(svg, "copy-fr"))
    title = node(svg, "copy-fr").find(f"{SVG}title")
    assert title is not None
    assert "credits Reuters, reads like Sevinform" in (title.text or "")


def _wording(report: str) -> Wording:
    return Wording(text="", language="en", reports=(report,))


def test_the_words_of_labels_are_the_pages() -> None:
    words = {"no date": "بلا تاريخ", "denies it": "ينفيه"}
    shown = "".join(drawn(look=Look(say=lambda text: words.get(text, text))).itertext())
    assert "بلا تاريخ" in shown
    assert "ينفيه" in shown
    assert "no date" not in shown


def test_the_table_tells_the_same() -> None:
    statement, trace, reports = told()
    rows = {row.id: row for row in timeline_rows(statement, trace, reports)}
    assert set(rows) == {*reports, f"outlet:{NAMED}"}
    assert rows[ORIGINAL].parent == f"outlet:{NAMED}"
    copy = rows["copy-fr"]
    assert (copy.declared, copy.score, copy.also) == (False, 0.79, ("Reuters",))
    assert rows["wire-en"].declared is True
    assert rows["denial"].stance == "denies"
    assert not rows["denial"].carries
    assert [rows[id].depth for id in (f"outlet:{NAMED}", ORIGINAL, "wire-en", "copy-en")] == [
        0,
        1,
        2,
        3,
    ]


def many(number: int) -> tuple[Statement, Trace, dict[str, object]]:
    statement, _, _ = told()
    there = {
        f"r{n}": report(f"r{n}", TEXTS["en"], f"Site {n}", f"2025-03-{4 + n % 20:02d}", "en")
        for n in range(number)
    }
    members = tuple(
        Member(report=id, attribution="a1", content=one.attributions[0].content)
        for id, one in there.items()
    )
    edges = tuple(
        derivation(f"r{n}", f"r{n // 7 if n % 3 else 0}", bool(n % 2)) for n in range(1, number)
    )
    against = (msgspec.structs.replace(statement.against[0], report=f"r{number - 1}"),)
    statement = msgspec.structs.replace(statement, members=members, against=against)
    return statement, Trace(statements=(statement,), derivations=edges), dict(there)


def test_many_routes_are_folded_and_none_is_lost() -> None:
    statement, trace, reports = many(1000)
    before = time.process_time()
    svg = ElementTree.fromstring(timeline_svg(statement, trace, reports))  # type: ignore[arg-type]
    assert time.process_time() - before < 0.3
    shown = list(nodes(svg))
    assert 20 < len(shown) < 60
    folds = [group for group in shown if "fold" in group.get("class", "").split()]
    hidden = sum(int(text(group).split(" more")[0].replace(",", "")) for group in folds)
    assert hidden + len([group for group in shown if group.get("data-report")]) == 1000
    assert node(svg, "r999") is not None  # who denies it is never folded
    assert len(timeline_rows(statement, trace, reports)) == 1000  # type: ignore[arg-type]


def test_what_is_folded_stays_legible_and_small() -> None:
    statement, trace, reports = many(1000)
    drawn = timeline_svg(statement, trace, reports)  # type: ignore[arg-type]
    assert len(drawn.encode()) < 50_000
    svg = ElementTree.fromstring(drawn)
    _, _, width, height = map(float, svg.get("viewBox", "").split())
    assert width <= 1_000
    assert height <= 1_500
    lines = []
    for label in svg.iter(f"{SVG}text"):
        words = "".join(label.itertext())
        x, y = float(label.get("x", 0)), float(label.get("y", 0))
        wide = 5 * len(words)  # at least so wide is a text of this size
        left = {"end": x - wide, "middle": x - wide / 2}.get(label.get("text-anchor", ""), x)
        assert 0 <= y <= height
        assert left >= -1
        lines.append((round(y, 1), left, left + wide, words))
    for one, other in pairwise(sorted(lines)):
        if abs(one[0] - other[0]) < 9:  # in one line: side by side
            assert one[2] <= other[1] or other[2] <= one[1], (one, other)


@pytest.mark.parametrize("published", [None, "2025-03-04"])
def test_one_report_is_drawn_too(published: str | None) -> None:
    statement, _, _ = told()
    alone = report("r1", TEXTS["en"], None, published, "en")
    member = Member(report="r1", attribution="a1", content=alone.attributions[0].content)
    statement = msgspec.structs.replace(statement, members=(member,), against=())
    trace = Trace(statements=(statement,), derivations=())
    svg = ElementTree.fromstring(timeline_svg(statement, trace, {"r1": alone}))
    assert "publisher unknown" in text(node(svg, "r1"))


def test_a_circle_of_derivations_loses_nobody() -> None:
    statement, trace, reports = told()
    circle = derivation(ORIGINAL, "copy-en", True)
    trace = msgspec.structs.replace(trace, derivations=(circle, *trace.derivations[1:]))
    assert {row.id for row in timeline_rows(statement, trace, reports)} == set(reports)


def test_the_scale_keeps_the_order_and_shortens_silence() -> None:
    times = [datetime(2025, 3, 4, hour, tzinfo=UTC) for hour in (7, 9, 11)]
    late = datetime(2027, 1, 1, tzinfo=UTC)
    scale = Scale([*times, late])
    found = [scale(time) for time in (*times, late)]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (0.0, 1.0)
    assert found[2] > 0.2
    assert scale(datetime(2025, 3, 4, 10, tzinfo=UTC)) == pytest.approx((found[1] + found[2]) / 2)


@pytest.mark.parametrize(
    ("published", "days"),
    [("2025", 365), ("2025-02", 28), ("2025-02-03", 1), ("2025-02-03T10:00:00+03:00", 0)],
)
def test_a_moment_is_as_long_as_it_is_inexact(published: str, days: int) -> None:
    found = moment(published)
    assert found is not None
    assert (found.end - found.start).days == days


@pytest.mark.parametrize("published", [None, "", "yesterday", "2025-13", "9999-12-31", "9999"])
def test_a_date_that_cannot_be_read_is_unknown(published: str | None) -> None:
    assert moment(published) is None


def test_from_right_to_left_no_piece_of_a_label_runs_into_another() -> None:
    conflict = Conflict(
        child="copy-fr", credited="outlet:reuters", reads_like="wire-en", score=0.8, evidence=()
    )
    shown = drawn(look=Look(right_to_left=True), conflicts=(conflict,))
    labels = ["".join(label.itertext()) for label in shown.iter(f"{SVG}text")]
    timed = [label for label in labels if ":" in label]
    assert any("⚠" in label for label in timed)
    for label in timed:
        assert label.count("\u2068") == label.count("\u2069")
        # what stands outside of all isolates are separators, gaps and marks alone
        assert not re.sub("\u2068[^\u2069]*\u2069", "", label).strip(" ·\u00a0")
