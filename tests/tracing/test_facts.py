"""Numbers, negations and hedges, in the languages that are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.tracing.facts import Number, facts_of, ruled_out, shared_numbers


@pytest.mark.parametrize(
    ("code", "text", "numbers"),
    [
        ("en", "Forty percent of 3,100 staff", [(40, True), (3100, False)]),
        ("en", "sixty thousand doses and $1.2bn", [(60_000, False), (1.2e9, False)]),
        ("en", "two hundred and five of them", [(205, False)]),
        ("en", "one of the sources", []),
        ("fr", "60 000 doses, seize autres", [(16, False), (60_000, False)]),
        ("fr", "2,3 millions de tonnes", [(2.3e6, False)]),
        ("fr", "quatre-vingt-dix, une trentaine", [(30, False), (90, False)]),
        ("es", "el cuarenta por ciento de 3.100 casos", [(40, True), (3100, False)]),
        ("es", "2,3 millones, sesenta mil dosis y una treintena",
         [(30, False), (60_000, False), (2.3e6, False)]),
        ("ru", "почти сорок процентов из 1,2 млрд долларов", [(40, True), (1.2e9, False)]),
        ("ru", "шестнадцать партий и 60 тысяч доз", [(16, False), (60_000, False)]),
        ("ar", "أربعين في المئة من ستين ألف جرعة", [(40, True), (60_000, False)]),
        ("ar", "الدفعات الست عشرة، و17 ألفا", [(16, False), (17_000, False)]),
        ("ar", "بنسبة 40 بالمئة و٢٫٣ مليون", [(40, True), (2.3e6, False)]),
    ],
)  # fmt: skip
def test_numbers(code: str, text: str, numbers: list[tuple[float, bool]]) -> None:
    assert list(facts_of(text, code).numbers) == [Number(value, share) for value, share in numbers]


@pytest.mark.parametrize(
    ("code", "plain", "negated"),
    [
        ("en", "no fewer than ten came", "nobody came"),
        ("fr", "sans doute viendra-t-il", "il ne viendra pas"),
        ("es", "vinieron no menos de diez, sin duda", "no vino nadie"),
        ("ru", "не менее десяти пришли", "никто не пришёл"),
        ("ar", "لا يزال المصنع يعمل", "المصنع لا يعمل"),
    ],
)
def test_a_word_of_negation_may_deny_nothing(code: str, plain: str, negated: str) -> None:
    assert facts_of(plain, code).negations == 0
    assert facts_of(negated, code).negations > 0


@pytest.mark.parametrize(
    ("code", "text", "hedges"),
    [
        ("en", "nearly forty, at least so far", ("approximate", "at_least", "until_now")),
        ("fr", "environ dix, au plus", ("approximate", "at_most")),
        ("es", "unos diez, al menos hasta ahora", ("approximate", "at_least", "until_now")),
        ("ru", "около десяти, возможно", ("approximate", "possible")),
        ("ar", "نحو عشرة على الأقل حتى الآن", ("approximate", "at_least", "until_now")),
    ],
)
def test_hedges(code: str, text: str, hedges: tuple[str, ...]) -> None:
    assert facts_of(text, code).hedges == tuple(sorted(hedges))


def test_a_language_without_tables_has_digits_alone() -> None:
    facts = facts_of("ikki yuz, 200", "uz")
    assert facts.numbers == (Number(200.0),)
    assert facts_of("200", None).numbers == (Number(200.0),)


def test_shared_numbers_are_counted_once() -> None:
    one, other = facts_of("12 of 40 and 7", "en"), facts_of("12 of 41", "en")
    assert shared_numbers(one, other) == (1, 2, 1)


@given(st.text(max_size=200), st.sampled_from(["ar", "en", "fr", "ru", None]))
def test_property_any_text_has_facts(text: str, code: str | None) -> None:
    facts = facts_of(text, code)
    assert facts == facts_of(text, code)
    assert list(facts.numbers) == sorted(set(facts.numbers))


@pytest.mark.parametrize(
    ("code", "hedged", "plain"),
    [
        ("en", "over 27 people", "the bank will take over Samal"),
        ("fr", "près de onze mètres", "une tempête près de Paris"),
        ("ru", "более 27 человек", "больше не приедет"),
        ("ar", "نحو أربعين قرية", "تهب العاصفة نحو الجبل"),
    ],
)
def test_some_words_hedge_a_number_alone(code: str, hedged: str, plain: str) -> None:
    assert facts_of(hedged, code).hedges
    assert not facts_of(plain, code).hedges


def test_a_negated_hedge_is_another_one() -> None:
    assert facts_of("не менее 142 школьников", "ru").hedges == ("at_least",)


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [("en", "two thirds of it", 0.667), ("ru", "солгал дважды", 2.0), ("ar", "كذب مرتين", 2.0)],
)
def test_fractions_and_times_are_numbers(code: str, text: str, value: float) -> None:
    assert [number.value for number in facts_of(text, code).numbers] == [value]


@pytest.mark.parametrize(
    ("code", "text", "numbers"),
    [
        ("en", "seven and a half tonnes", [7.5]),
        ("en", "three weeks and a half", [3.5]),
        ("en", "six and a half million crates", [6.5e6]),
        ("en", "a million and a half", [1.5e6]),
        ("en", "half a million", [5e5]),
        ("fr", "six mois et demi, puis dix", [6.5, 10]),
        ("fr", "un milliard et demi de francs", [1.5e9]),
        ("ru", "семь с половиной тонн", [7.5]),
        ("ru", "три с половиной миллиона", [3.5e6]),
        ("ar", "سبعة أشهر ونصف الشهر", [7.5]),
        ("ar", "ثلاثة ملايين ونصف المليون", [3.5e6]),
        ("ar", "نصف القرية", [0.5]),
    ],
)
def test_a_half_belongs_to_its_number(code: str, text: str, numbers: list[float]) -> None:
    assert [number.value for number in facts_of(text, code).numbers] == numbers


@pytest.mark.parametrize(
    ("one", "other", "out"),
    [
        (
            ("en", "Nearly forty houses burned"),
            ("fr", "Très exactement 40 maisons ont brûlé"),
            True,
        ),
        (("ru", "Сгорели ровно сорок домов"), ("ar", "احترق نحو أربعين منزلا"), True),
        (("ar", "ستصل السفينة حتما"), ("en", "The ship may arrive"), True),
        (("en", "Forty houses burned"), ("ru", "Сгорели ровно сорок домов"), False),
        (("fr", "Quarante maisons environ ont brûlé"), ("en", "About forty houses burned"), False),
    ],
)
def test_what_is_exact_rules_out_what_is_hedged(
    one: tuple[str, str], other: tuple[str, str], out: bool
) -> None:
    facts = [facts_of(text, code) for code, text in (one, other)]
    assert ruled_out(*facts) is ruled_out(*reversed(facts)) is out


@pytest.mark.parametrize(
    ("code", "text", "months"),
    [
        ("en", "In May it may rain, and in March we march", (3, 5)),
        ("en", "it may rain", ()),
        ("de", "im Mai und im August", (5, 8)),
        ("fr", "en mars, sur Mars", (3,)),
        ("fr", "Mars est loin", ()),
        ("ru", "в мае, а не в июне", (5, 6)),
        ("es", "el 2 de mayo", (5,)),
        ("ar", "في كانون الثاني وتشرين الأول", (1, 10)),
        ("ar", "خلال شهر جويلية", (7,)),
    ],
)
def test_a_month_is_told_by_its_first_letter(code: str, text: str, months: tuple[int, ...]) -> None:
    assert facts_of(text, code).months == months


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "les deux tiers des bateaux", 0.667),
        ("ru", "две трети судов", 0.667),
        ("es", "dos tercios de los barcos", 0.667),
        ("it", "due terzi delle barche", 0.667),
        ("pt", "dois terços dos barcos", 0.667),
        ("ar", "ثلاثة أرباع السفن", 0.75),
    ],
)
def test_fractions(code: str, text: str, value: float) -> None:
    assert [number.value for number in facts_of(text, code).numbers] == [value]
