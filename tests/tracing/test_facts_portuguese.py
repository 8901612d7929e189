"""Numbers, negations and hedges in Portuguese, as Portugal and Brazil write them."""

from __future__ import annotations

import pytest

from rawi.tracing.facts import Number, facts_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("60.000 doses e dezesseis outras", [(16, False), (60_000, False)]),
        ("dezasseis feridos", [(16, False)]),
        ("2,3 milhões de toneladas", [(2.3e6, False)]),
        ("vinte e oito feridos e trezentas casas", [(28, False), (300, False)]),
        ("quarenta por cento de dois mil", [(40, True), (2000, False)]),
        ("5 bilhões de reais", [(5e9, False)]),
        ("5 mil milhões de euros", [(5e9, False)]),
    ],
)
def test_numbers(text: str, numbers: list[tuple[float, bool]]) -> None:
    assert list(facts_of(text, "pt").numbers) == [Number(value, share) for value, share in numbers]


@pytest.mark.parametrize(
    ("plain", "negated"),
    [
        ("chegaram não menos de dez camiões", "não chegou nenhum camião"),
        ("sem dúvida virá", "não virá"),
        ("não só ele partiu", "nem ele partiu"),
    ],
)
def test_a_word_of_negation_may_deny_nothing(plain: str, negated: str) -> None:
    assert facts_of(plain, "pt").negations == 0
    assert facts_of(negated, "pt").negations > 0


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("cerca de dez, no máximo", ("approximate", "at_most")),
        ("pelo menos dez até agora", ("at_least", "until_now")),
        ("talvez quase todos", ("approximate", "possible")),
        ("mais de quarenta", ("at_least",)),
    ],
)
def test_hedges(text: str, hedges: tuple[str, ...]) -> None:
    assert facts_of(text, "pt").hedges == tuple(sorted(hedges))
