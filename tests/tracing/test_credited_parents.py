"""Which report of a credited or named outlet is the parent: language, clock, name in the text."""

from __future__ import annotations

import msgspec

from rawi.pipeline import read
from rawi.records import Derivation, Report
from rawi.tracing.trace import trace_reports

_EN = (
    "The harbour wall will be closed until June, port director Ada Lind said.\n\n"
    '"We found eleven cracks below the water line, and we will not wait for a twelfth," she said.'
)
_FR = (
    "Le mur du port restera fermé jusqu'en juin, a déclaré la directrice du port, Ada Lind.\n\n"
    "« Nous avons trouvé onze fissures, nous n'attendrons pas la douzième », a-t-elle dit."
)
_FERRY = (
    "\n\nThe ferry will sail twice a day from May, captain Lev Korban said.\n\n"
    '"Nobody on the northern shore should have to swim for bread," he said.'
)


def _report(id: str, text: str, publisher: str, language: str, published: str) -> Report:
    found = read(text, language=language, publisher=publisher, published=published)
    return msgspec.structs.replace(found, id=id)


def _edges(*reports: Report) -> dict[tuple[str, str], Derivation]:
    return {(one.child, one.parent): one for one in trace_reports(reports).derivations}


def test_of_a_credited_agency_its_report_in_ones_own_language_is_taken() -> None:
    edges = _edges(
        _report("wire-fr", _FR, "Quaywire", "fr", "2031-05-04T09:00:00Z"),
        _report("wire-en", _EN, "Quaywire", "en", "2031-05-04T09:05:00Z"),
        _report("copy", f"{_EN}\n\nSource: Quaywire", "Harbour Post", "en", "2031-05-04T12:00:00Z"),
    )
    assert ("copy", "wire-en") in edges
    assert ("copy", "wire-fr") not in edges


def test_whom_a_report_credits_is_older_whatever_the_clocks_say() -> None:
    copy = f"{_EN}\n\nSource: Quaywire"
    wire = _report("wire", _EN, "Quaywire", "en", "2031-05-04T09:00:00Z")
    hours = _edges(wire, _report("copy", copy, "Harbour Post", "en", "2031-05-04T02:00:00Z"))
    assert hours["copy", "wire"].declared
    days = _edges(wire, _report("copy", copy, "Harbour Post", "en", "2031-04-30T02:00:00Z"))
    assert ("copy", "wire") not in days


def test_a_named_outlet_that_brings_a_statement_of_its_own_is_a_second_parent() -> None:
    wall = _report("wall", _EN, "Quaywire", "en", "2031-05-04T09:00:00Z")
    ferry = _report("ferry", _FERRY.strip(), "The Island Gazette", "en", "2031-05-04T10:00:00Z")
    told = f"{_EN}{_FERRY}\n\n{{}}It was a long week up there.\n\nSource: Quaywire"
    named = told.format("Readers of The Island Gazette have known it for some time. ")

    def parents(text: str) -> set[str]:
        both = _report("both", text, "Harbour Post", "en", "2031-05-04T20:00:00Z")
        return {parent for child, parent in _edges(wall, ferry, both) if child == "both"}

    assert parents(named) == {"wall", "ferry"}
    assert parents(told.format("")) == {"wall"}


def test_an_outlet_outside_the_ledger_is_one_under_two_names() -> None:
    said = '"We found eleven cracks," port director Ada Lind said in an interview with {}.'
    edges = _edges(
        _report("one", said.format("Radio Baltika"), "Harbour Post", "en", "2031-05-04T09:00:00Z"),
        _report("two", said.format("Radio Baltika News"), "Quay Today", "en", "2031-05-05"),
    )
    assert {parent for _, parent in edges if parent.startswith("outlet:")} == {
        "outlet:Radio Baltika"
    }


def test_a_service_in_ones_own_language_is_the_one_that_is_credited() -> None:
    edges = _edges(
        _report("english", _EN, "Kelpress", "en", "2031-05-04T09:00:00Z"),
        _report("french", _FR, "Kelpress Français", "fr", "2031-05-04T09:30:00Z"),
        _report("copy", f"{_FR}\n\nSource : Kelpress", "Le Quai", "fr", "2031-05-04T12:00:00Z"),
    )
    assert ("copy", "french") in edges
    assert ("copy", "english") not in edges


def test_a_report_of_a_day_may_have_come_from_any_hour_of_it() -> None:
    more = f"{_EN}\n\nThe northern shore has no other harbour, and its ferry has no other captain."
    wire = _report("wire", more, "Quaywire", "en", "2031-05-04T15:00:00Z")
    of_day = _edges(wire, _report("copy", _EN, "Harbour Post", "en", "2031-05-04"))
    assert ("copy", "wire") in of_day
    before = _edges(wire, _report("copy", _EN, "Harbour Post", "en", "2031-05-03"))
    assert ("copy", "wire") not in before


def test_of_two_that_nobody_dates_the_known_outlet_is_the_parent() -> None:
    wire = msgspec.structs.replace(_report("z-wire", _EN, "Reuters", "en", ""), published=None)
    copy = msgspec.structs.replace(_report("a-copy", _EN, "Quay Copy", "en", ""), published=None)
    for reports in ((wire, copy), (copy, wire)):
        assert set(_edges(*reports)) == {("a-copy", "z-wire")}
