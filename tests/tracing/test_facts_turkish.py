"""Numbers, negations and hedges in Turkish: shares before the number, verbs with a suffix."""

from __future__ import annotations

import pytest

from rawi.tracing.facts import Number, facts_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("yüzde 40 ve 20 kişi", [(20, False), (40, True)]),
        ("17 bin 500 konut", [(17_500, False)]),
        ("2,3 milyon dolar", [(2.3e6, False)]),
        ("iki buçuk yıl", [(2.5, False)]),
        ("1.200 asker", [(1200, False)]),
        ("bir bakan konuştu", []),
    ],
)
def test_numbers(text: str, numbers: list[tuple[float, bool]]) -> None:
    assert list(facts_of(text, "tr").numbers) == [Number(value, share) for value, share in numbers]


@pytest.mark.parametrize(
    ("plain", "negated"),
    [
        ("heyet gelecek", "heyet gelmeyecek"),
        ("yolun açıldığını", "yolun açılmadığını"),
        ("bu bir savaş", "bu bir savaş değil"),
    ],
)
def test_a_suffix_negates(plain: str, negated: str) -> None:
    assert facts_of(plain, "tr").negations == 0
    assert facts_of(negated, "tr").negations == 1


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("en az yirmi kişi", ("at_least",)),
        ("yaklaşık 100 ev", ("approximate",)),
        ("şimdiye kadar 3 kişi", ("until_now",)),
    ],
)
def test_hedges(text: str, hedges: tuple[str, ...]) -> None:
    assert facts_of(text, "tr").hedges == hedges
