"""Whom reports credit: who names me is not my source, and not every name is an outlet's."""

from __future__ import annotations

import msgspec
import pytest

from rawi.authority.skeletons import is_generic
from rawi.pipeline import read
from rawi.records import Attribution, Hop, Report, Span
from rawi.tracing.credits import credits_of, outlets_of
from rawi.tracing.firsthand import Marks
from rawi.tracing.items import Source
from rawi.tracing.trace import trace_reports

_TOLD = (
    'The ferry line "has no captain left", {who}.\n\n'
    '"What we are living through is the slow sinking of the ferry line," Odile Marran said. '
    '"It needs boats, people and a timetable that somebody believes."\n\n'
    "The line was founded in 1874 and carries 12,000 passengers a year between the two shores. "
    "Its last new ship was bought eleven winters ago."
)

#: The longer text holds the shorter: by their words alone the shorter is taken from it.
_MORE = (
    "\n\nThe council of the northern shore meets in a week to vote on a loan for two boats. "
    "Fishermen of four villages have blocked the slipway since the winter, and a bus now drives "
    "the long way round the bay twice a day. Tickets cost what they cost ten years ago.\n\n"
    '"I do not know who would lend us that much," Marran said. "Would you?"'
)


def _report(id: str, text: str, publisher: str) -> Report:
    found = read(text, language="en", publisher=publisher, published="2031-05-04")
    return msgspec.structs.replace(found, id=id)


def test_who_says_to_have_it_from_me_is_not_my_source() -> None:
    mine = _TOLD.format(who="port minister Odile Marran said in an interview")
    theirs = _TOLD.format(who="port minister Odile Marran told Radio Mayak") + _MORE
    reports = [
        _report("a-copy", theirs, "Quay Today"),
        _report("b-own", mine, "Radio Mayak"),
    ]
    edges = [(one.child, one.parent) for one in trace_reports(reports).derivations]
    assert edges == [("a-copy", "b-own")]


def _credited(text: str) -> list[str]:
    return [one.name for one in credits_of(Source(0, _report("r", text, "Quay Today")))]


def test_several_stations_are_no_source_and_a_station_is_one() -> None:
    text = '"We will open the pier," mayor Lev Korban said in remarks to {}.'
    assert _credited(text.format("Radio Mayak")) == ["Radio Mayak"]
    assert _credited(text.format("Multiple Radio Networks")) == []


def test_a_person_who_passes_words_on_is_no_outlet() -> None:
    text = (
        "Mayor Lev Korban said the pier would open in June. "
        "Harbour master Ada Lind said the pier was safe, according to Korban."
    )
    report = _report("r", text, "Quay Today")
    assert any(hop.name == "Lev Korban" for said in report.attributions for hop in said.chain)
    assert credits_of(Source(0, report)) == []


@pytest.mark.parametrize(
    "name",
    ["Multiple Radio Networks", "plusieurs chaînes", "радиостанциям", "وسائل إعلام محلية"],
)
def test_names_of_no_one_outlet(name: str) -> None:
    assert is_generic(name)


@pytest.mark.parametrize("name", ["Radio Mayak", "France Info", "Говорит Москва", "قناة الجزيرة"])
def test_names_of_one_outlet(name: str) -> None:
    assert not is_generic(name)


def test_a_phrase_in_small_letters_is_no_outlet() -> None:
    text = "The fake article also quoted mayor Lev Korban as saying the pier was safe."
    assert _credited(text) == []


def test_words_told_to_a_channel_came_by_the_agency_that_is_named_for_the_rest() -> None:
    told = Hop(name="Radio Mayak", how="said to", evidence=())
    relay = Hop(name="Quaywire", how="relayed by", evidence=())
    said = Attribution(id="a1", content=(Span(0, 5),), type="direct", chain=(told,))
    rest = msgspec.structs.replace(said, id="a2", chain=(told, relay))
    report = Report(id="r", text="It is safe.", publisher="Quay Today", attributions=(said, rest))
    assert [one.name for one in credits_of(Source(0, report))] == ["Quaywire", "Quaywire"]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("iNews", True),
        ("g1", True),
        ("Nordwind Kurier", True),
        ("an older Posting", False),
        ("motto", False),
        ("The answer of the minister to what the paper asked", False),
        ("Odile Marran", False),
    ],
)
def test_a_way_begins_at_outlets_alone(name: str, is_one: bool) -> None:
    said = Attribution(
        id="a1",
        content=(Span(0, 10),),
        type="indirect",
        chain=(Hop(name=name, how="relayed by", evidence=()),),
    )
    own = read("Odile Marran said the line would close.", language="en").attributions[0]
    report = Report(
        id="r", text="x" * 40, attributions=(said, msgspec.structs.replace(own, id="b"))
    )
    item = Source(0, report).items[0]
    assert bool(outlets_of(item)) is is_one
    assert bool(Marks(item.source).outside(item)) is is_one
