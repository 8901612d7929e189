"""How wordings differ, where that arose, and which credits they contradict."""

from __future__ import annotations

import msgspec
import pytest
from told_story import ORIGINAL, TEXTS, derivation, report, told

from rawi.records import Change, Member, Trace
from rawi.tracing.account import account, is_quotation, pasted
from rawi.tracing.conflicts import conflicts
from rawi.tracing.denied import denials, silence
from rawi.tracing.variants import variants
from rawi.tracing.wordings import Said, changes, differences, likeness


def between(before: str, after: str, first: str = "en", second: str = "en") -> set[Change]:
    return set(changes(Said("a", before, first), Said("b", after, second)))


@pytest.mark.parametrize(
    ("before", "after", "first", "second", "expected"),
    [
        (TEXTS["en"], TEXTS["copy"], "en", "en", {Change("hedge", "almost", "")}),
        (TEXTS["ru"], TEXTS["copy"], "ru", "en", {Change("hedge", "почти", "")}),
        (TEXTS["ru"], TEXTS["en"], "ru", "en", set()),
        ("It lost 40 ships", "Elle a perdu 14 navires", "en", "fr", {Change("number", "40", "14")}),
        ("Forty percent is gone", "40 بالمئة فقدت", "en", "ar", set()),
        ("It will open", "Il n'ouvrira pas", "en", "fr", {Change("negation", "", "negated")}),
        ("не связана ни одна смерть", "No death is linked", "ru", "en", set()),
        ("It opens in June", "It opens in July", "en", "en", {Change("date", "6", "7")}),
    ],
)  # fmt: skip
def test_what_changed(
    before: str, after: str, first: str, second: str, expected: set[Change]
) -> None:
    assert between(before, after, first, second) == expected


def test_a_dropped_clause_is_told_within_a_language() -> None:
    found = between("We lost the harvest, and neighbours came to help us", "We lost the harvest")
    assert found == {Change("clause", "and neighbours came to help us", "")}


def test_words_are_aligned_without_case_marks_or_vowel_signs() -> None:
    assert list(differences("قالَ الوزيرُ", "قال الوزير")) == []
    assert [(a, b) for a, b, _ in differences("The Big ship", "the small ship")] == [
        ("Big", "small")
    ]
    assert [(a, b) for a, b, _ in differences("about 1.2 tons", "about 12 tons")] == [("1.2", "12")]
    assert likeness("a b c", "A b c!") == 1.0


def test_families_and_the_branch_on_which_a_hedge_was_lost() -> None:
    first, second = variants(*told())
    assert (first.name, first.languages) == ("A", {"ar": 1, "en": 1, "ru": 1})
    assert (second.name, second.languages) == ("B", {"en": 1, "fr": 1})
    assert second.changes == (Change("hedge", "почти", ""),)
    lost = {shift.child: (shift.parent, shift.changes) for shift in second.appeared}
    assert lost["copy-en"] == ("wire-en", (Change("hedge", "almost", ""),))
    assert set(lost) == {"copy-en", "copy-fr"}


def test_a_change_that_was_handed_on_arose_once() -> None:
    statement, trace, reports = told()
    edges = [edge for edge in trace.derivations if edge.child != "copy-fr"]
    edges.append(derivation("copy-fr", "copy-en", False))
    _, second = variants(
        statement, Trace(statements=(statement,), derivations=tuple(edges)), reports
    )
    assert [shift.child for shift in second.appeared] == ["copy-en"]


def test_the_same_words_are_one_wording() -> None:
    statement, trace, reports = told()
    again = report("again", TEXTS["copy"].upper(), "Site", "2025-03-09", "en")
    member = Member(report="again", attribution="a1", content=again.attributions[0].content)
    statement = msgspec.structs.replace(statement, members=(*statement.members, member))
    second = variants(statement, trace, reports | {"again": again})[1]
    assert [one.reports for one in second.wordings if one.language == "en"] == [
        ("copy-en", "again")
    ]


def test_a_credit_that_the_wording_contradicts() -> None:
    [found] = conflicts(*told())
    assert (found.child, found.credited, found.reads_like) == (
        "copy-fr",
        "outlet:reuters",
        "wire-en",
    )


def test_a_credit_that_was_taken_along_is_none() -> None:
    statement, trace, reports = told()
    taken = derivation("wire-en", "outlet:reuters", True, 1.0)
    trace = msgspec.structs.replace(trace, derivations=(*trace.derivations, taken))
    assert conflicts(statement, trace, reports) == ()


def test_words_of_another_than_the_credited_report() -> None:
    statement, trace, reports = told()
    words = "Three barges sank near the eastern mole before anybody there could be warned"
    wire = report("wire-en", words, "Sevinform", "2025-03-04T11:02:00Z", "en")
    copy = report("copy-en", words, "Gulf Lines", "2025-03-05T11:02:00Z", "en")
    edges = (derivation("copy-en", ORIGINAL, True), derivation("wire-en", ORIGINAL, True))
    trace = Trace(statements=(statement,), derivations=edges)
    [found] = conflicts(statement, trace, reports | {"wire-en": wire, "copy-en": copy})
    assert (found.child, found.credited, found.reads_like) == ("copy-en", ORIGINAL, "wire-en")
    named = msgspec.structs.replace(copy, text=words + ". Sevinform")
    assert conflicts(statement, trace, reports | {"wire-en": wire, "copy-en": named}) == ()


def test_who_denied_it_and_who_never_said_so() -> None:
    statement, _, reports = told()
    late = report("late", TEXTS["copy"], "Late Post", "2025-03-07T10:00:00Z", "en")
    member = Member(report="late", attribution="a1", content=late.attributions[0].content)
    statement = msgspec.structs.replace(statement, members=(*statement.members, member))
    reports = reports | {"late": late}
    [denial] = denials(statement, reports)
    assert (denial.speaker, denial.said_at) == ("Adel Mansouri", "2025-03-06T10:00:00Z")
    silent = silence(statement, reports)
    assert silent.after == ("late",)
    assert set(silent.before) == {ORIGINAL, "wire-en", "copy-en", "copy-fr", "copy-ar"}


def test_pasted_words_are_laid_beside_every_wording() -> None:
    one = account(*told())
    found = pasted("The terminal is 40 percent damaged.", "en", one)
    assert (found[0].reports, found[0].score) == (("copy-en",), 1.0)
    second = next(p for p in found if p.reports == ("wire-en",))
    assert [span.of(second.text) for span in second.altered] == ["almost"]
    assert second.changes == (Change("hedge", "", "almost"),)
    other = next(p for p in found if p.language == "ru")
    assert other.score is None
    assert other.changes == (Change("hedge", "", "почти"),)


def test_a_few_words_are_a_query() -> None:
    assert is_quotation("the terminal is damaged")
    assert not is_quotation("terminal damaged")
