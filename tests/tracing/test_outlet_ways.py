"""Whom outlets take from, who takes from them, and who moves together."""

from __future__ import annotations

import msgspec
from told_story import NAMED, TEXTS, report, told

from rawi.records import Member
from rawi.tracing.outlet_ways import Outlets, meaning


def outlets() -> Outlets:
    statement, trace, reports = told()
    return Outlets([statement], trace.derivations, reports)


def test_takes_from_and_taken_by() -> None:
    ways = outlets().ways(meaning(["Sevinform"]))
    assert ways is not None
    [source] = ways.takes_from
    assert (source.outlet, source.reports, source.uncredited) == ("Севинформ", 1, 0)
    assert source.median_lag == 112 * 60
    assert source.languages == {"ru→en": 1}
    assert {taking.outlet: taking.uncredited for taking in ways.taken_by} == {
        "Gulf Lines": 1,
        "Le Quai <b>&": 1,
    }
    assert ways.uncredited_share == 0.0


def test_an_outlet_that_is_only_named() -> None:
    ways = outlets().ways(meaning([NAMED]))
    assert ways is not None
    assert (ways.published, ways.uncredited_share) == (0, None)
    assert [taking.outlet for taking in ways.taken_by] == ["Севинформ"]
    assert outlets().ways(meaning(["Nobody"])) is None


def test_the_names_of_the_authority_are_one_outlet() -> None:
    meant = meaning(["رويترز"], "reuters")
    assert meant("Reuters")
    assert not meant("Sevinform")


def test_outlets_that_carry_the_same_move_together() -> None:
    statement, _, _ = told()
    reports = {}
    statements = []
    for number in range(4):
        members = []
        for outlet in ("One", "Two", "Other") if number == 0 else ("One", "Two"):
            id = f"{outlet}-{number}"
            reports[id] = report(id, TEXTS["en"], outlet, "2025-03-04", "en")
            content = reports[id].attributions[0].content
            members.append(Member(report=id, attribution="a1", content=content))
        statements.append(
            msgspec.structs.replace(statement, id=f"s{number}", members=tuple(members))
        )
    found = Outlets(statements, [], reports)
    assert found.families() == [("One", "Two")]
    ways = found.ways(meaning(["One"]))
    assert ways is not None
    assert ways.moves_with == ("Two",)
    assert ways.originated == 4
