"""How an outlet stands is the same, asked for alone or seen with the whole ledger."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from test_search import report, said

from rawi import Ledger
from rawi.records import Report
from rawi.tracing.outlet_ways import Outlets, meaning

#: Who carries which story, in this order: One and Two move together, and so do Two and Three.
CARRIED = {
    "One": (0, 1, 2, 3), "Two": (0, 1, 2, 3, 4, 5), "Three": (3, 4, 5), "Far": (0, 6, 7, 8),
    "Alone": (9,),
}  # fmt: skip
SAID = (
    "The old harbour bridge will stay closed until the spring of next year",
    "Nineteen schools in the valley have opened their doors again this week",
    "The council has sold the northern mill to a company from abroad",
    "Our fishing fleet lost a third of its ships in the January storm",
    "Water prices rise by seven per cent from the first day of June",
    "The observatory on the hill needs a new roof before the winter",
    "Four hundred houses stand empty in the eastern part of the town",
    "The night trains to the border run again after three long years",
    "Doctors at the regional hospital ask for twelve more ambulances",
    "The archive has found the letters that were thought to be burnt",
)


def reports() -> list[Report]:
    found = []
    for place, (outlet, stories) in enumerate(CARRIED.items()):
        for story in stories:
            at = datetime(2031, 5, 4, 6, tzinfo=UTC) + timedelta(days=30 * story, hours=place)
            text = f"{SAID[story]}, Ann Bo {story} said."
            one = report(
                f"{outlet}-{story}", text, said(text, SAID[story], f"Ann Bo{'abcdefghij'[story]}"),
                published=f"{at:%Y-%m-%dT%H:%M:%SZ}", publisher=outlet,
            )  # fmt: skip
            found.append(one)
    return found


def test_each_outlet_stands_as_in_the_whole(ledger: Ledger) -> None:
    ledger.add(reports())
    traced = ledger.trace(limit=None)
    whole = Outlets(traced.trace.statements, traced.trace.derivations, traced.reports)
    rows = ledger.outlets()
    assert {row.name for row in rows} == set(CARRIED)
    found = {row.name: ledger.outlet_ways(row) for row in rows}
    assert found == {row.name: whole.ways(meaning([row.name], row.id)) for row in rows}
    one = found["One"]
    assert one is not None
    assert one.moves_with == ("Three", "Two")
    assert one.taken_by


def test_the_newest_reports_alone_are_looked_at_where_asked(ledger: Ledger) -> None:
    ledger.add(reports())
    (row,) = ledger.outlets("Two")
    newest = ledger.outlet_ways(row, newest=2)
    assert newest is not None
    assert (newest.published, newest.moves_with) == (2, ())
    # they are the last two stories, which Three took
    assert [(one.outlet, one.reports) for one in newest.taken_by] == [("Three", 2)]
