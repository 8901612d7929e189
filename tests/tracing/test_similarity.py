"""Two attributions beside each other: whose words, which words, tied or not."""

from __future__ import annotations

from rawi.records import Attribution, Report, Span, Speaker
from rawi.records import Kind as SpeakerKind
from rawi.tracing.items import Item, sources_of
from rawi.tracing.links import link_score, signs, weights
from rawi.tracing.similarity import speaker_agreement
from rawi.tracing.statements import LEAST

LORRY = "the lorry from Dorval carried 600 kilos of amber across the border"


def item(
    id: str, content: str, name: str, language: str = "en", kind: SpeakerKind = "person"
) -> Report:
    spoken = Attribution(
        id="a1",
        content=(Span(0, len(content)),),
        type="indirect",
        speaker=Speaker(name=name, kind=kind, anonymous=False),
    )
    return Report(id=id, text=content, language=language, attributions=(spoken,))


def pair(one: Report, other: Report) -> tuple[Item, Item]:
    first, second = sources_of([one, other])
    return first.items[0], second.items[0]


def test_a_name_spelt_otherwise_in_another_script_is_one_name() -> None:
    ours, theirs = pair(item("1", LORRY, "Lena Moravec"), item("2", LORRY, "لينا مورافيتس"))
    assert speaker_agreement(ours, theirs) >= 0.8


def test_two_people_are_two() -> None:
    ours, theirs = pair(item("1", LORRY, "Lena Moravec"), item("2", LORRY, "Radek Holub"))
    assert speaker_agreement(ours, theirs) == 0.0
    assert link_score(ours, theirs) == 0.0


def test_between_tied_reports_another_name_for_the_same_words_is_a_slip() -> None:
    ours, theirs = pair(item("1", LORRY, "Lena Moravec"), item("2", LORRY, "Radek Holub"))
    assert link_score(ours, theirs, kinship=1.0) >= LEAST


def test_bodies_are_one_by_what_their_names_mean_and_the_name_in_them() -> None:
    ours, theirs = pair(
        item("1", LORRY, "the Harmattan Front", kind="organisation"),
        item("2", LORRY, "Фронт «Харматан»", "ru", kind="organisation"),
    )
    assert speaker_agreement(ours, theirs) >= 0.8
    ours, theirs = pair(
        item("1", LORRY, "Pharmacists' Guild of Wadi Nakhil", kind="organisation"),
        item("2", LORRY, "Consumers' League of Wadi Nakhil", kind="organisation"),
    )
    assert link_score(ours, theirs) == 0.0


def test_another_month_sets_apart_even_where_a_number_is_shared() -> None:
    ours, theirs = pair(
        item("1", "The tram will run from 1 September", "Lena Moravec"),
        item("2", "The tram will run from 1 December", "Lena Moravec"),
    )
    assert link_score(ours, theirs) < LEAST


def test_every_sign_has_its_weight() -> None:
    ours, theirs = pair(item("1", LORRY, "Lena Moravec"), item("2", LORRY, "Lena Moravec"))
    assert {*signs(ours, theirs, 0.0), "always"} == set(weights())


def test_a_lost_hedge_is_forgiven_where_one_report_took_from_the_other() -> None:
    ours, theirs = pair(
        item("1", "nearly forty villages have lost power since Sunday", "Lena Moravec"),
        item("2", "forty villages have lost power since Sunday", "Lena Moravec"),
    )
    assert link_score(ours, theirs) < LEAST <= link_score(ours, theirs, kinship=1.0)
