"""Names of one person are found to be one's, in four scripts; names of two stay two."""

from __future__ import annotations

import importlib.util
import sys
from itertools import combinations, permutations
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.authority.persons.comparing import ONE, likeness
from rawi.authority.persons.grouping import Form, groups, pair
from rawi.authority.persons.parsing import parse
from rawi.authority.persons.traits import contradiction, traits_of

LAVROV = ["Сергей Лавров", "Sergueï Lavrov", "Sergey Lavrov", "سيرغي لافروف"]
TEBBOUNE = ["Абдельмаджид Теббун", "Abdelmadjid Tebboune", "عبد المجيد تبون"]


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "quality" / "persons.py"
    spec = importlib.util.spec_from_file_location("persons_benchmark", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def grouped(*names: str) -> list[list[str]]:
    return groups([Form(name) for name in names])


@pytest.mark.parametrize(
    ("half", "precision", "recall"), [("tuned", 0.99, 0.94), ("unseen", 0.97, 0.87)]
)
def test_the_gold_is_met(benchmark: ModuleType, half: str, precision: float, recall: float) -> None:
    found = benchmark.score(half)
    assert found.precision >= precision
    assert found.recall >= recall
    assert benchmark.score(half, together=True).precision >= precision


@pytest.mark.parametrize("names", [LAVROV, TEBBOUNE])
def test_a_name_in_four_scripts_is_one(names: list[str]) -> None:
    assert all(likeness(one, other).score >= ONE for one, other in combinations(names, 2))
    assert grouped(*names) == [sorted(names)]


def test_titles_initials_and_patronymics_say_nothing_else() -> None:
    assert grouped("President Vladimir Putin", "В. В. Путин", "Владимир Владимирович Путин") == [
        ["President Vladimir Putin", "В. В. Путин", "Владимир Владимирович Путин"]
    ]
    parsed = parse("Иванов Иван Петрович")
    assert parsed is not None
    assert (parsed.family, parsed.patronymic) == ("иванов", "петрович")
    assert len(grouped("Иванов Иван Петрович", "Ivan Ivanov", "Иван Павлович Иванов")) == 2


def test_russian_cases_are_the_same_name() -> None:
    assert len(grouped("Сергея Лаврова", "Сергею Лаврову", "Сергеем Лавровым", *LAVROV)) == 1
    assert len(grouped("Александра Смирнова", "Александр Смирнов")) == 2


def test_a_family_name_alone_goes_with_its_one_bearer() -> None:
    assert len(grouped("Лавров", "Lavrov", "Sergey Lavrov")) == 1
    assert len(grouped("Лавров", "Sergey Lavrov", "Konstantin Lavrov")) == 3
    assert len(grouped("Diarra", "Диарра", "ديارا")) == 1


def test_roles_keep_namesakes_apart() -> None:
    one = Form("Jean Martin", traits_of("ministre français de la Santé"))
    other = Form("Жан Мартен", traits_of("бельгийский футболист"))
    assert contradiction(one.traits, other.traits) == "country"
    assert len(groups([one, other])) == 2
    assert len(groups([one, Form("Жан Мартен")])) == 1


def test_what_people_decide_wins_and_the_last_of_them() -> None:
    forms = [Form("Sergey Lavrov"), Form("Konstantin Lavrov"), Form("Лавров")]
    said = {pair("Лавров", "Konstantin Lavrov"): "same"}
    assert groups(forms, said) == [["Konstantin Lavrov", "Лавров"], ["Sergey Lavrov"]]
    said = {pair("Лавров", "Konstantin Lavrov"): "different"}
    assert groups(forms, said) == [["Konstantin Lavrov"], ["Sergey Lavrov", "Лавров"]]
    said = {
        pair("Sergey Lavrov", "Konstantin Lavrov"): "same",
        pair("Sergey Lavrov", "Лавров"): "different",
    }
    assert groups(forms, said) == [["Konstantin Lavrov", "Sergey Lavrov"], ["Лавров"]]


def test_no_order_of_arrival_makes_a_difference() -> None:
    names = ["Hassan Rouhani", "Hussein Rouhani", "حسن روحاني", "حسين روحاني", "Rouhani"]
    expected = grouped(*names)
    assert len(expected) == 3
    assert all(grouped(*some) == expected for some in permutations(names))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_compares_alike_both_ways(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0.0 <= likeness(one, other).score <= 1.0


def test_what_has_figures_in_it_is_compared_to_nothing() -> None:
    assert len(grouped("Ann Bo7", "Ann Bo8", "Ann Bo")) == 3
