"""From principal parts to forms."""

from __future__ import annotations

import pytest
from sentences import PACK

from rawi.reading.inflect import (
    DUAL,
    FEM,
    HAL,
    IMPF,
    JUSS,
    MASC,
    NOUN,
    OWN,
    PERF,
    PLUR,
    SING,
    Inflection,
    Paradigm,
    features,
)  # fmt: skip
from rawi.reading.packs.files import read_toml

INFLECTION = Inflection(read_toml(PACK.folder, "inflection.toml"), PACK.fold.word)


def forms(column: str, part: str) -> dict[str, int]:
    """Return the folded forms of a principal part with their features."""
    made, told = INFLECTION.forms(column, part, PACK.fold.word(part))
    return dict(zip(made.split("\n"), told, strict=True))


@pytest.mark.parametrize(
    ("column", "part", "form", "bits"),
    [
        ("past", "قال", "قالت", PERF | FEM | SING),
        ("past", "قال", "قالوا", PERF | MASC | PLUR),
        ("past", "قال", "قالا", PERF | MASC | DUAL),
        ("past", "نفى", "نفت", PERF | FEM | SING),
        ("past", "نفى", "نفوا", PERF | MASC | PLUR),
        ("past", "دعا", "دعت", PERF | FEM | SING),
        ("past", "خشي", "خشيت", PERF | FEM | SING),
        ("present", "يقول", "تقول", IMPF | FEM | SING),
        ("present", "يقول", "يقولون", IMPF | MASC | PLUR),
        ("present", "يقول", "يقل", JUSS | MASC | SING),
        ("present", "يشير", "تشر", JUSS | FEM | SING),
        ("present", "ينفي", "ينف", JUSS | MASC | SING),
        ("present", "يدعو", "تدع", JUSS | FEM | SING),
        ("participle", "مؤكد", "مؤكدا", HAL | MASC | SING),
        ("participle", "مؤكد", "مؤكدة", HAL | FEM | SING),
        ("participle", "مؤكد", "مؤكدين", HAL | MASC | PLUR),
        ("masdar", "قول", "قوله", NOUN | OWN | MASC | SING),
        ("masdar", "قول", "قولها", NOUN | OWN | FEM | SING),
        ("masdar", "إشارة", "إشارته", NOUN | OWN | MASC | SING),
    ],
)
def test_forms_of_a_principal_part(column: str, part: str, form: str, bits: int) -> None:
    assert forms(column, part)[PACK.fold.word(form)] == bits


@pytest.mark.parametrize(
    ("column", "part", "wrong"),
    [("past", "نفى", "نفىت"), ("masdar", "إشارة", "إشارةه"), ("present", "يقول", "يقوللون")],
)
def test_the_longest_ending_rules(column: str, part: str, wrong: str) -> None:
    assert PACK.fold.word(wrong) not in forms(column, part)


def test_features_are_added_up() -> None:
    assert features("perf f s") == PERF | FEM | SING
    with pytest.raises(KeyError):
        features("perf x")


def test_a_paradigm_prefers_the_longer_ending_whatever_the_order() -> None:
    rules = {
        "rule": [
            {"ends": "", "forms": [{"add": "s", "is": "p"}]},
            {"ends": "y", "forms": [{"strip": 1, "add": "ies", "is": "p"}]},
        ]
    }
    paradigm = Paradigm(rules, PACK.fold.word)
    assert paradigm.rule("city").forms("city") == "cities"
    assert paradigm.rule("town").forms("town") == "towns"
