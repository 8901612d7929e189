"""Numbers, negations and hedges in German, as Germany, Austria and Switzerland write them."""

from __future__ import annotations

import pytest

from rawi.tracing.facts import Number, facts_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("sechzehn Verletzte und 1.200 Helfer", [(16, False), (1200, False)]),
        ("12'000 Tonnen", [(12_000, False)]),
        ("2,3 Millionen Euro", [(2.3e6, False)]),
        ("fünf Milliarden Euro", [(5e9, False)]),
        ("zweiundvierzig Häuser", [(42, False)]),
        ("vierzig Prozent der Fläche", [(40, True)]),
        ("zwei Drittel der Ernte", [(0.667, False)]),
    ],
)
def test_numbers(text: str, numbers: list[tuple[float, bool]]) -> None:
    assert list(facts_of(text, "de").numbers) == [Number(value, share) for value, share in numbers]


@pytest.mark.parametrize(
    ("plain", "negated"),
    [
        ("ohne Zweifel kommt er", "er kommt nicht"),
        ("nicht nur er ging", "weder er noch sie ging"),
        ("es kamen nicht weniger als zehn", "es kam kein einziger"),
    ],
)
def test_a_word_of_negation_may_deny_nothing(plain: str, negated: str) -> None:
    assert facts_of(plain, "de").negations == 0
    assert facts_of(negated, "de").negations > 0


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("mindestens zehn bisher", ("at_least", "until_now")),
        ("höchstens rund zehn", ("approximate", "at_most")),
        ("vielleicht fast alle", ("approximate", "possible")),
        ("mehr als vierzig", ("at_least",)),
    ],
)
def test_hedges(text: str, hedges: tuple[str, ...]) -> None:
    assert facts_of(text, "de").hedges == tuple(sorted(hedges))
