"""Numbers, negations and hedges in Italian."""

from __future__ import annotations

import pytest

from rawi.tracing.facts import Number, facts_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("60.000 dosi e sedici altre", [(16, False), (60_000, False)]),
        ("2,3 milioni di tonnellate", [(2.3e6, False)]),
        ("ventotto feriti e una trentina di sfollati", [(28, False), (30, False)]),
        ("il quaranta per cento di duemila", [(40, True), (2000, False)]),
        ("duecento soldati e trecentomila euro", [(200, False), (300_000, False)]),
    ],
)
def test_numbers(text: str, numbers: list[tuple[float, bool]]) -> None:
    assert list(facts_of(text, "it").numbers) == [Number(value, share) for value, share in numbers]


@pytest.mark.parametrize(
    ("plain", "negated"),
    [
        ("sono arrivati non meno di dieci camion", "non è arrivato nessun camion"),
        ("senza dubbio verrà", "non verrà"),
        ("non solo lui è partito", "nemmeno lui è partito"),
    ],
)
def test_a_word_of_negation_may_deny_nothing(plain: str, negated: str) -> None:
    assert facts_of(plain, "it").negations == 0
    assert facts_of(negated, "it").negations > 0


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("circa dieci, al massimo", ("approximate", "at_most")),
        ("almeno dieci finora", ("at_least", "until_now")),
        ("forse quasi tutti", ("approximate", "possible")),
        ("più di quaranta", ("at_least",)),
    ],
)
def test_hedges(text: str, hedges: tuple[str, ...]) -> None:
    assert facts_of(text, "it").hedges == tuple(sorted(hedges))
